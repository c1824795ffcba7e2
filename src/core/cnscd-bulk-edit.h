/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-change-set.h"
#include "cnscd-records.h"

G_BEGIN_DECLS

/* What a person can wait for without being told how far it is: half a second. */
#define CNSCD_BULK_MAX 1000

/**
 * CnscdBulkMembers:
 *
 * Several members as stored: memberships, and the person of each. Somebody
 * who is in two of the teams is there twice.
 */
typedef struct _CnscdBulkMembers CnscdBulkMembers;

CnscdBulkMembers *cnscd_bulk_members_new (void);
CnscdBulkMembers *cnscd_bulk_members_ref (CnscdBulkMembers *self);
void cnscd_bulk_members_unref (CnscdBulkMembers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdBulkMembers, cnscd_bulk_members_unref)

void
cnscd_bulk_members_add (CnscdBulkMembers *self, CnscdPerson *person, CnscdMembership *membership);
void cnscd_bulk_members_set_in_use (CnscdBulkMembers *self, CnscdMembership *membership);
guint cnscd_bulk_members_get_n (const CnscdBulkMembers *self);
CnscdPerson *cnscd_bulk_members_get_person (const CnscdBulkMembers *self, guint index);
CnscdMembership *cnscd_bulk_members_get_membership (const CnscdBulkMembers *self, guint index);
const char *cnscd_bulk_members_get_unit (const CnscdBulkMembers *self);
const char *cnscd_bulk_members_get_team (const CnscdBulkMembers *self);
CnscdDate cnscd_bulk_members_get_last_start (const CnscdBulkMembers *self);
CnscdDate cnscd_bulk_members_get_first_end (const CnscdBulkMembers *self);

typedef enum
{
  CNSCD_BULK_BODY = 1 << 0,
  CNSCD_BULK_POSITION = 1 << 1,
  CNSCD_BULK_ROLE = 1 << 2,
  CNSCD_BULK_LEGAL_BASIS = 1 << 3, /* and its date */
  CNSCD_BULK_SINCE = 1 << 4,
  CNSCD_BULK_DECISION = 1 << 5,
} CnscdBulkFields;

/**
 * CnscdBulkEdit:
 * @fields: which of the others are set; the rest stays with each member as it is
 * @body: (nullable): blank for none
 * @position: (nullable): blank for none
 * @role: a role
 * @legal_basis: why the data may be kept
 * @legal_basis_on: since when, or unknown
 * @since: first day in the team
 * @decision: (nullable): id of the decision that put them there; blank for none
 *
 * What is set for several members at once.
 */
typedef struct
{
  CnscdBulkFields fields;
  const char *body;
  const char *position;
  CnscdRole role;
  CnscdLegalBasis legal_basis;
  CnscdDate legal_basis_on;
  CnscdDate since;
  const char *decision;
} CnscdBulkEdit;

guint cnscd_bulk_edit_count (const CnscdBulkEdit *edit, const CnscdBulkMembers *members);
guint cnscd_bulk_edit_add (const CnscdBulkEdit *edit,
                           const CnscdBulkMembers *members,
                           CnscdChangeSet *set);
CnscdBulkMembers *cnscd_bulk_end_find_too_new (const CnscdBulkMembers *members, CnscdDate from);
guint cnscd_bulk_end_add (const CnscdBulkMembers *members,
                          CnscdDate from,
                          const char *reason,
                          const char *decision,
                          CnscdChangeSet *set);
guint cnscd_bulk_members_count_people (const CnscdBulkMembers *members);
guint cnscd_bulk_move_count (const CnscdBulkMembers *members, const char *to);
guint cnscd_bulk_move_add (const CnscdBulkMembers *members,
                           const CnscdTeam *to,
                           CnscdDate from,
                           const char *reason,
                           const char *decision,
                           CnscdChangeSet *set);
CnscdBulkMembers *cnscd_bulk_delete_find_in_use (const CnscdBulkMembers *members);
guint cnscd_bulk_delete_add (const CnscdBulkMembers *members, CnscdChangeSet *set);

G_END_DECLS
