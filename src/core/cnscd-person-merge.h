/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-change-set.h"
#include "cnscd-records.h"
#include "cnscd-schedule-records.h"

G_BEGIN_DECLS

/* What is chosen between two records of one person, in the order in which it is shown. */
typedef enum
{
  CNSCD_PERSON_CHOICE_NAME,
  CNSCD_PERSON_CHOICE_GENDER,
  CNSCD_PERSON_CHOICE_BIRTH,
  CNSCD_PERSON_CHOICE_PHONE,
  CNSCD_PERSON_CHOICE_LEGAL_BASIS, /* with its date */
  CNSCD_PERSON_CHOICE_NOTE,
  CNSCD_N_PERSON_CHOICES,
} CnscdPersonChoice;

/**
 * CnscdPersonMerge:
 * @kept: the record that stays
 * @kept_memberships: (element-type CnscdMembership): all of them
 * @other: the record that goes
 * @other_memberships: (element-type CnscdMembership): all of them
 * @guides: (element-type CnscdSessionGuide) (nullable): where any of the memberships guides
 * @take_other: for each choice whether the value of @other stays
 *
 * Two records of one person, and what shall become of them.
 */
typedef struct
{
  CnscdPerson *kept;
  GPtrArray *kept_memberships;
  CnscdPerson *other;
  GPtrArray *other_memberships;
  GPtrArray *guides;
  gboolean take_other[CNSCD_N_PERSON_CHOICES];
} CnscdPersonMerge;

gboolean cnscd_person_choice_differs (CnscdPersonChoice choice,
                                      const CnscdPerson *one,
                                      const CnscdPerson *other);
gboolean cnscd_person_choice_is_unknown (CnscdPersonChoice choice, const CnscdPerson *person);
void cnscd_person_merge_suggest (CnscdPersonMerge *merge);
void cnscd_person_merge_apply (const CnscdPersonMerge *merge, CnscdChangeSet *set);

gboolean cnscd_membership_says_no_more (const CnscdMembership *one, const CnscdMembership *other);
CnscdRole cnscd_membership_get_joined_role (const CnscdMembership *one,
                                            const CnscdMembership *other);
gboolean cnscd_membership_overlaps (const CnscdMembership *one, const CnscdMembership *other);

G_END_DECLS
