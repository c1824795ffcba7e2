/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-database-private.h"
#include "cnscd-members.h"

G_BEGIN_DECLS

/* What a member is filtered by, beside place and name. All zero: nothing is known. */
typedef struct
{
  guint32 body; /* number of a body, from 1 */
  guint16 born; /* year */
  guint8 role;
  guint8 gender;
  guint8 legal_basis;
} CnscdMemberFact;

typedef struct _CnscdMemberFacts CnscdMemberFacts;

CnscdMemberFacts *cnscd_member_facts_read (CnscdDatabase *database, gint64 max_nr, GError **error);
void cnscd_member_facts_free (CnscdMemberFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdMemberFacts, cnscd_member_facts_free)

const CnscdMemberFact *cnscd_member_facts_get (const CnscdMemberFacts *facts, gint64 nr);
guint cnscd_member_facts_find_body (const CnscdMemberFacts *facts, const char *name);
guint cnscd_member_facts_get_n_bodies (const CnscdMemberFacts *facts);
char *cnscd_member_facts_dup_body (const CnscdMemberFacts *facts, guint body);

G_END_DECLS
