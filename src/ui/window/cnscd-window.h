/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-history.h"
#include "ui/common/cnscd-notices.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_WINDOW (cnscd_window_get_type ())
G_DECLARE_FINAL_TYPE (CnscdWindow, cnscd_window, CNSCD, WINDOW, AdwApplicationWindow)

CnscdWindow *cnscd_window_new (GtkApplication *application,
                               CnscdRepository *repository,
                               const char *path,
                               GSettings *settings);
CnscdRepository *cnscd_window_get_repository (CnscdWindow *self);
CnscdHistory *cnscd_window_get_history (CnscdWindow *self);
const char *cnscd_window_get_path (CnscdWindow *self);
void cnscd_window_reopen (CnscdWindow *self);
void cnscd_window_open_file (CnscdWindow *self, GFile *file);
void cnscd_window_suspend (CnscdWindow *self);
gboolean cnscd_window_is_sample (CnscdWindow *self);
GCancellable *cnscd_window_get_cancellable (CnscdWindow *self);
CnscdNotices *cnscd_window_get_notices (CnscdWindow *self);
GSettings *cnscd_window_get_settings (CnscdWindow *self);
void cnscd_window_leave (CnscdWindow *self);
gboolean cnscd_window_is_closed (CnscdWindow *self);
void cnscd_window_add_toast (CnscdWindow *self, AdwToast *toast);
void cnscd_window_show_message (CnscdWindow *self, const char *message);
void cnscd_window_show_error (CnscdWindow *self, const char *heading, const GError *error);
void cnscd_window_skip_welcome (CnscdWindow *self);
void cnscd_window_import_files (CnscdWindow *self, GFile **files, guint n_files);
void cnscd_window_import_file (CnscdWindow *self, GFile *file);
void cnscd_window_show_page (CnscdWindow *self, const char *tag);
void cnscd_window_show_day (CnscdWindow *self, CnscdDate day);
const char *cnscd_window_get_visible_page (CnscdWindow *self);

G_END_DECLS
