/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-repository.h"
#include "store/cnscd-duplicates.h"
#include "store/cnscd-person-history.h"

G_BEGIN_DECLS

void cnscd_repository_load_person_async (CnscdRepository *self,
                                         const char *person,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
CnscdPersonHistory *
cnscd_repository_load_person_finish (CnscdRepository *self, GAsyncResult *result, GError **error);

void cnscd_repository_find_duplicates_async (CnscdRepository *self,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
GPtrArray *cnscd_repository_find_duplicates_finish (CnscdRepository *self,
                                                    GAsyncResult *result,
                                                    GError **error);

void cnscd_repository_count_duplicates_async (CnscdRepository *self,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
gboolean cnscd_repository_count_duplicates_finish (CnscdRepository *self,
                                                   GAsyncResult *result,
                                                   guint *n,
                                                   GError **error);

void cnscd_repository_set_distinct_async (CnscdRepository *self,
                                          const char *one,
                                          const char *other,
                                          gboolean distinct,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean
cnscd_repository_set_distinct_finish (CnscdRepository *self, GAsyncResult *result, GError **error);

G_END_DECLS
