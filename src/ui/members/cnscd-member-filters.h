/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/cnscd-member-list.h"
#include "ui/common/cnscd-filters.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_MEMBER_FILTERS (cnscd_member_filters_get_type ())
G_DECLARE_FINAL_TYPE (CnscdMemberFilters, cnscd_member_filters, CNSCD, MEMBER_FILTERS, GObject)

/* In the order in which they are shown. */
typedef enum
{
  CNSCD_MEMBER_FILTER_ROLE,
  CNSCD_MEMBER_FILTER_BODY,
  CNSCD_MEMBER_FILTER_TEAM,
  CNSCD_MEMBER_FILTER_GENDER,
  CNSCD_MEMBER_FILTER_AGE,
  CNSCD_MEMBER_FILTER_LEGAL_BASIS,
  CNSCD_N_MEMBER_FILTERS,
} CnscdMemberFilterKind;

CnscdMemberFilters *cnscd_member_filters_new (CnscdMemberList *list);
CnscdMemberList *cnscd_member_filters_get_list (CnscdMemberFilters *self);

void cnscd_member_filters_set_role (CnscdMemberFilters *self, int role);
void cnscd_member_filters_set_gender (CnscdMemberFilters *self, int gender);
void cnscd_member_filters_set_age (CnscdMemberFilters *self, CnscdAge age);
void cnscd_member_filters_set_body (CnscdMemberFilters *self, const char *body);
void cnscd_member_filters_set_without_legal_basis (CnscdMemberFilters *self, gboolean without);
void
cnscd_member_filters_set_team (CnscdMemberFilters *self, const char *team, const char *team_name);
const char *cnscd_member_filters_get_team (CnscdMemberFilters *self);
const char *cnscd_member_filters_get_team_name (CnscdMemberFilters *self);

const char *cnscd_words_for_age (CnscdAge age);

G_END_DECLS
