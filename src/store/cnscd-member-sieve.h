/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-member-facts.h"

G_BEGIN_DECLS

/* A filter on its way through an order. All zero: it lets everyone through. */
typedef struct
{
  const CnscdMemberFacts *facts; /* (nullable): NULL where nothing of them is asked for */
  CnscdMemberFilter wanted;
  guint32 body; /* of @wanted */
  guint16 this_year;
} CnscdMemberSieve;

gboolean cnscd_member_sieve_init (CnscdMemberSieve *self,
                                  CnscdDatabase *database,
                                  const CnscdMemberFilter *wanted,
                                  GError **error);
gboolean cnscd_member_sieve_fits (const CnscdMemberSieve *self, gint64 nr);

G_END_DECLS
