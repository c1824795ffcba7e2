/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-hamlets.h"
#include "cnscd-repository.h"

G_BEGIN_DECLS

/* As the lists of members and teams: see cnscd_repository_query_finish() and
 * cnscd_repository_read_finish(). */
void cnscd_repository_query_hamlets_async (CnscdRepository *self,
                                           const CnscdHamletQuery *query,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
void cnscd_repository_read_hamlets_async (CnscdRepository *self,
                                          const gint64 *nrs,
                                          gsize n_nrs,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
void cnscd_repository_read_hamlet_teams_async (CnscdRepository *self,
                                               const char *hamlet,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);

void cnscd_repository_load_hamlet_async (CnscdRepository *self,
                                         const char *hamlet,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
CnscdHamletDetails *
cnscd_repository_load_hamlet_finish (CnscdRepository *self, GAsyncResult *result, GError **error);
void cnscd_repository_load_current_hamlets_async (CnscdRepository *self,
                                                  const char *unit,
                                                  GCancellable *cancellable,
                                                  GAsyncReadyCallback callback,
                                                  gpointer user_data);
GPtrArray *cnscd_repository_load_current_hamlets_finish (CnscdRepository *self,
                                                         GAsyncResult *result,
                                                         GError **error);

G_END_DECLS
