/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/application/cnscd-application.h"
#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

typedef gboolean (*DisplayTestFunc) (gpointer data);

CnscdApplication *display_test_start (void);
void display_test_stop (CnscdApplication *application, CnscdWindow *window);
void display_test_pump_until (DisplayTestFunc done, gpointer data);
void display_test_settle (void);
gpointer display_test_find (GtkWidget *root, GType type);
gpointer display_test_find_labelled (GtkWidget *root, const char *text);
GtkWidget *display_test_newest_window (void);
void display_test_open_team (CnscdWindow *window, guint position);

void display_test_remove_folder (const char *path);

G_END_DECLS
