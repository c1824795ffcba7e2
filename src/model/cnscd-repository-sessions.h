/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-catalog.h"
#include "store/cnscd-sessions.h"
#include "cnscd-repository.h"

G_BEGIN_DECLS

/* What calendars and lists show. */
void cnscd_repository_list_sessions_async (CnscdRepository *self,
                                           const CnscdSessionQuery *query,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
GPtrArray *
cnscd_repository_list_sessions_finish (CnscdRepository *self, GAsyncResult *result, GError **error);

/* Sessions with all that belongs to them, to be changed, copied or deleted. */
void cnscd_repository_load_sessions_async (CnscdRepository *self,
                                           const CnscdSessionQuery *query,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
GPtrArray *
cnscd_repository_load_sessions_finish (CnscdRepository *self, GAsyncResult *result, GError **error);

/* Topics, audiences, indicators, holidays. */
void cnscd_repository_load_catalog_async (CnscdRepository *self,
                                          const char *unit,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
CnscdCatalog *
cnscd_repository_load_catalog_finish (CnscdRepository *self, GAsyncResult *result, GError **error);

G_END_DECLS
