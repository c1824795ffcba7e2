/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-guides.h"
#include "store/cnscd-overdue.h"
#include "cnscd-repository.h"

G_BEGIN_DECLS

/* Sessions that are over and not reported. */
void cnscd_repository_query_overdue_async (CnscdRepository *self,
                                           const CnscdOverdueQuery *query,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
void cnscd_repository_read_overdue_async (CnscdRepository *self,
                                          const gint64 *nrs,
                                          gsize n_nrs,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
void cnscd_repository_count_overdue_async (CnscdRepository *self,
                                           const char *unit,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
gboolean cnscd_repository_count_overdue_finish (CnscdRepository *self,
                                                GAsyncResult *result,
                                                guint *n_sessions,
                                                GError **error);

/**
 * CnscdNeglectedLists:
 * @hamlets: (element-type CnscdNeglected): hamlets
 * @audiences: (element-type CnscdNeglected): audiences
 *
 * Whom nobody has taught lately.
 */
typedef struct
{
  GPtrArray *hamlets;
  GPtrArray *audiences;
} CnscdNeglectedLists;

void cnscd_neglected_lists_free (CnscdNeglectedLists *lists);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdNeglectedLists, cnscd_neglected_lists_free)

void cnscd_repository_list_neglected_async (CnscdRepository *self,
                                            const char *unit,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
CnscdNeglectedLists *cnscd_repository_list_neglected_finish (CnscdRepository *self,
                                                             GAsyncResult *result,
                                                             GError **error);

G_END_DECLS
