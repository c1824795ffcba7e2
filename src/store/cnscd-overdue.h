/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-sessions.h"

G_BEGIN_DECLS

/**
 * CnscdOverdueQuery:
 * @unit: (nullable): code of a commune; %NULL for all
 * @search: (nullable): what somebody looks for, or the code on a sign-in sheet
 * @now: the present
 *
 * Which sessions are over and not reported.
 */
typedef struct
{
  const char *unit;
  const char *search;
  CnscdTime now;
} CnscdOverdueQuery;

gboolean cnscd_overdue_count (CnscdDatabase *database,
                              const CnscdOverdueQuery *query,
                              guint *n_sessions,
                              GError **error);
GArray *
cnscd_overdue_query (CnscdDatabase *database, const CnscdOverdueQuery *query, GError **error);

G_END_DECLS
