/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-series-edit.h"
#include "store/cnscd-session-days.h"
#include "cnscd-repository.h"

G_BEGIN_DECLS

/* What a calendar shows of a range of days. */
void cnscd_repository_list_session_days_async (CnscdRepository *self,
                                               const CnscdSessionQuery *query,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
GPtrArray *cnscd_repository_list_session_days_finish (CnscdRepository *self,
                                                      GAsyncResult *result,
                                                      GError **error);

/**
 * CnscdSessionInSeries:
 * @session: a session
 * @series: (nullable): what it belongs to
 * @sessions: (nullable) (element-type CnscdSessionRecords): all that belong to @series
 *
 * A session as somebody changes it: alone, or others of its series with it.
 */
typedef struct
{
  CnscdSessionRecords *session;
  CnscdSeries *series;
  GPtrArray *sessions;
} CnscdSessionInSeries;

void cnscd_session_in_series_free (CnscdSessionInSeries *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdSessionInSeries, cnscd_session_in_series_free)

void cnscd_repository_load_session_async (CnscdRepository *self,
                                          const char *session,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
CnscdSessionInSeries *
cnscd_repository_load_session_finish (CnscdRepository *self, GAsyncResult *result, GError **error);

G_END_DECLS
