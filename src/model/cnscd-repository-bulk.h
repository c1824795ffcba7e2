/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-bulk-edit.h"
#include "cnscd-repository.h"

G_BEGIN_DECLS

void cnscd_repository_load_bulk_async (CnscdRepository *self,
                                       const gint64 *nrs,
                                       gsize n_nrs,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
CnscdBulkMembers *
cnscd_repository_load_bulk_finish (CnscdRepository *self, GAsyncResult *result, GError **error);

void cnscd_repository_list_bodies_async (CnscdRepository *self,
                                         const char *unit,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
GPtrArray *
cnscd_repository_list_bodies_finish (CnscdRepository *self, GAsyncResult *result, GError **error);

G_END_DECLS
