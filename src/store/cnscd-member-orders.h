/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-database-private.h"
#include "cnscd-member-facts.h"
#include "cnscd-members.h"

G_BEGIN_DECLS

/* A byte or a few each while somebody searches. All communes of Vietnam together have fewer
 * members. */
#define CNSCD_MEMBER_MAX_NR (64 * 1024 * 1024)

/* A line of a list: what it takes to filter and to find it. */
typedef struct
{
  gint64 nr;
  guint32 team; /* team.nr */
  guint32 unit; /* unit.nr */
} CnscdMemberPlace;

/* Every current member in one order. */
typedef struct
{
  const CnscdMemberPlace *places;
  gsize n_places;
  gint64 max_nr; /* beyond every sense when one is negative */
} CnscdMemberOrder;

gboolean cnscd_member_orders_get (CnscdDatabase *database,
                                  CnscdMemberSort sort,
                                  gboolean descending,
                                  CnscdMemberOrder *order,
                                  GError **error);
const CnscdMemberFacts *cnscd_member_orders_get_facts (CnscdDatabase *database, GError **error);
void cnscd_member_orders_free (CnscdMemberOrders *orders);

G_END_DECLS
