/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-sessions.h"
#include "cnscd-repository.h"

G_BEGIN_DECLS

void cnscd_repository_export_sessions_async (CnscdRepository *self,
                                             const CnscdSessionQuery *query,
                                             GFile *file,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
gboolean cnscd_repository_export_sessions_finish (CnscdRepository *self,
                                                  GAsyncResult *result,
                                                  guint *n_rows,
                                                  GError **error);

G_END_DECLS
