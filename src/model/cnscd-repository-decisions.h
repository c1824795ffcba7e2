/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-unit-records.h"
#include "store/cnscd-decision-details.h"
#include "store/cnscd-decisions.h"
#include "cnscd-repository.h"

G_BEGIN_DECLS

/* For lists by pages: finished by cnscd_repository_query_finish() and _read_finish(). */
void cnscd_repository_query_decisions_async (CnscdRepository *self,
                                             const CnscdDecisionQuery *query,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
void cnscd_repository_read_decisions_async (CnscdRepository *self,
                                            const gint64 *nrs,
                                            gsize n_nrs,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);

/* A commune's, all at once. */
void cnscd_repository_list_decisions_async (CnscdRepository *self,
                                            const char *unit,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
GPtrArray *cnscd_repository_list_decisions_finish (CnscdRepository *self,
                                                   GAsyncResult *result,
                                                   GError **error);

/* One, with what it did. */
void cnscd_repository_load_decision_async (CnscdRepository *self,
                                           const char *decision,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
CnscdDecisionDetails *
cnscd_repository_load_decision_finish (CnscdRepository *self, GAsyncResult *result, GError **error);

/* Everything of a commune, for a new decision. */
void cnscd_repository_load_unit_records_async (CnscdRepository *self,
                                               const char *unit,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
CnscdUnitRecords *cnscd_repository_load_unit_records_finish (CnscdRepository *self,
                                                             GAsyncResult *result,
                                                             GError **error);

G_END_DECLS
