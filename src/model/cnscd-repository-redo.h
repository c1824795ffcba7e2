/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-repository.h"

G_BEGIN_DECLS

void cnscd_repository_redo_async (CnscdRepository *self,
                                  gint64 action,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean cnscd_repository_redo_finish (CnscdRepository *self,
                                       GAsyncResult *result,
                                       gint64 *redone,
                                       guint *n_kept,
                                       GError **error);

G_END_DECLS
