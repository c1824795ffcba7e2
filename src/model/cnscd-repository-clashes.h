/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-change-set.h"
#include "core/cnscd-plan-clash.h"
#include "cnscd-repository.h"

G_BEGIN_DECLS

/**
 * CnscdClashReport:
 * @n_sessions: how many sessions are added or changed
 * @sessions: (element-type CnscdPlanClashes): those that clash, by their start
 *
 * What newly stands in the way of sessions that are to be changed at once.
 */
typedef struct
{
  guint n_sessions;
  GPtrArray *sessions;
} CnscdClashReport;

void cnscd_clash_report_free (CnscdClashReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdClashReport, cnscd_clash_report_free)

void cnscd_repository_find_clashes_async (CnscdRepository *self,
                                          CnscdChangeSet *set,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
CnscdClashReport *
cnscd_repository_find_clashes_finish (CnscdRepository *self, GAsyncResult *result, GError **error);

G_END_DECLS
