/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What GtkWidget has no call for. */
void cnscd_widget_set_css_class (GtkWidget *widget, const char *css_class, gboolean set);
int cnscd_widget_get_width (GtkWidget *widget);
int cnscd_widget_get_height (GtkWidget *widget, int width);
void cnscd_widget_place (GtkWidget *widget, int x, int y, int width, int height);
GtkInscription *cnscd_widget_add_inscription (GtkWidget *parent, const char *css_class);

G_END_DECLS
