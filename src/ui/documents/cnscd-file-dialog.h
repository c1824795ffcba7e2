/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

/**
 * CnscdFileChosenFunc:
 * @window: where it was asked for
 * @file: what was chosen
 */
typedef void (*CnscdFileChosenFunc) (CnscdWindow *window, GFile *file);

GtkFileDialog *
cnscd_file_dialog_new (const char *title, const char *format, const char *const *suffixes);
void cnscd_file_dialog_open (GtkFileDialog *dialog,
                             CnscdWindow *window,
                             const char *failed,
                             CnscdFileChosenFunc chosen);
gboolean cnscd_file_dialog_was_given_up (const GError *error);

G_END_DECLS
