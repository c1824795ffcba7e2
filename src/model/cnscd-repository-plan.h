/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-catalog.h"
#include "store/cnscd-guides.h"
#include "cnscd-repository.h"

G_BEGIN_DECLS

/**
 * CnscdSessionPlan:
 * @catalog: topics, audiences, holidays
 * @hamlets: (element-type CnscdHamlet): of the commune, also those that have ended, by name in
 *   Vietnamese order
 * @teams: (element-type CnscdTeam): of the commune, also those that have ended, by level and
 *   name in Vietnamese order
 * @guides: (element-type CnscdGuideLoad): who might guide on the day, least burdened first, and
 *   then those of the memberships asked for who are no members then
 * @bookings: (element-type CnscdBooking): the sessions of the week
 *
 * What a session can be made of, and what stands in its way.
 */
typedef struct
{
  CnscdCatalog *catalog;
  GPtrArray *hamlets;
  GPtrArray *teams;
  GPtrArray *guides;
  GPtrArray *bookings;
} CnscdSessionPlan;

void cnscd_session_plan_free (CnscdSessionPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdSessionPlan, cnscd_session_plan_free)

void cnscd_repository_load_session_plan_async (CnscdRepository *self,
                                               const char *unit,
                                               CnscdDate day,
                                               const char *const *memberships,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
CnscdSessionPlan *cnscd_repository_load_session_plan_finish (CnscdRepository *self,
                                                             GAsyncResult *result,
                                                             GError **error);

G_END_DECLS
