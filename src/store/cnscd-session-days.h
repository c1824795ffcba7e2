/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-sessions.h"

G_BEGIN_DECLS

/**
 * CnscdSessionDay:
 * @day: a day on which there are sessions
 * @n_sessions: how many
 * @first: (element-type CnscdSessionSummary): the first of them, by their start
 *
 * What a calendar shows of a day, however many sessions it has. Immutable.
 */
typedef struct
{
  CnscdDate day;
  guint n_sessions;
  GPtrArray *first;
} CnscdSessionDay;

CnscdSessionDay *cnscd_session_day_ref (CnscdSessionDay *day);
void cnscd_session_day_unref (CnscdSessionDay *day);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdSessionDay, cnscd_session_day_unref)

GPtrArray *
cnscd_session_days_list (CnscdDatabase *database, const CnscdSessionQuery *query, GError **error);

G_END_DECLS
