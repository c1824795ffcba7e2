/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-session-clash.h"

G_BEGIN_DECLS

/**
 * CnscdPlan:
 * @before: (nullable): the session as it is stored; %NULL for one that is added
 * @after: (nullable): the session as it shall be; %NULL for one that is deleted
 * @old_guides: (element-type CnscdGuide): who guides it as it is stored
 * @guides: (element-type CnscdGuide): who shall guide it
 *
 * One of several sessions that change at once. Nothing in the arrays belongs to it.
 */
typedef struct
{
  CnscdSession *before;
  CnscdSession *after;
  GPtrArray *old_guides;
  GPtrArray *guides;
} CnscdPlan;

CnscdPlan *cnscd_plan_new (CnscdSession *before, CnscdSession *after);
void cnscd_plan_free (CnscdPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdPlan, cnscd_plan_free)

/**
 * CnscdPlanClashes:
 * @session: a session as it shall be
 * @clashes: (element-type CnscdClash): what newly stands in its way, the worst first
 */
typedef struct
{
  CnscdSession *session;
  GPtrArray *clashes;
} CnscdPlanClashes;

void cnscd_plan_clashes_free (CnscdPlanClashes *self);

GPtrArray *cnscd_plans_find_clashes (GPtrArray *plans,
                                     GPtrArray *bookings,
                                     const CnscdCatalog *catalog,
                                     guint max_per_week);
void cnscd_plan_clashes_forget (GPtrArray *sessions, CnscdClashKind kind);

G_END_DECLS
