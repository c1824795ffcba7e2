/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-bulk-edit.h"
#include "core/cnscd-person-match.h"
#include "core/cnscd-person-merge.h"
#include "store/cnscd-person-history.h"

G_BEGIN_DECLS

char *cnscd_words_for_bulk_members (const CnscdBulkMembers *members);
char *cnscd_words_for_birth (CnscdDate birth, CnscdDate today);
const char *cnscd_words_for_legal_basis_kind (CnscdLegalBasis legal_basis);
char *cnscd_words_for_legal_basis (const CnscdPerson *person);
char *cnscd_words_for_match (CnscdPersonMatch match);
char *cnscd_words_for_membership_team (const CnscdPersonMembership *membership);
char *cnscd_words_for_membership_office (const CnscdPersonMembership *membership);
char *cnscd_words_for_membership_period (const CnscdPersonMembership *membership);
const char *cnscd_words_for_choice (CnscdPersonChoice choice);
char *cnscd_words_for_choice_value (CnscdPersonChoice choice, const CnscdPerson *person);

G_END_DECLS
