/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-window.h"

G_BEGIN_DECLS

void cnscd_window_apply_async (CnscdWindow *self,
                               CnscdChangeSet *set,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean cnscd_window_apply_finish (CnscdWindow *self, GAsyncResult *result, GError **error);
void cnscd_window_tell_apart_async (CnscdWindow *self,
                                    const char *one,
                                    const char *other,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
void cnscd_window_undo (CnscdWindow *self, gint64 action);
void cnscd_window_redo (CnscdWindow *self);

G_END_DECLS
