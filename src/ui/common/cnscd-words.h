/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-records.h"
#include "core/cnscd-roster-edit.h"
#include "core/cnscd-unit-records.h"
#include "store/cnscd-members.h"
#include "store/cnscd-teams.h"

G_BEGIN_DECLS

const char *cnscd_words_for_role (CnscdRole role);
const char *cnscd_words_for_gender (CnscdGender gender);
const char *cnscd_words_for_decision_kind (CnscdDecisionKind kind);
char *cnscd_words_for_decision (const char *number, CnscdDate date);
char *cnscd_words_for_place (int hamlet_kind, const char *hamlet_name);
char *cnscd_words_for_warnings (const CnscdTeamFacts *facts, const CnscdTeamSizes *sizes);
char *cnscd_words_for_team_at (int hamlet_kind, const char *hamlet_name, const char *name);
char *cnscd_words_for_team (const CnscdTeamSummary *team);
char *cnscd_words_for_team_among (const CnscdUnitRecords *records, const CnscdTeam *team);
char *cnscd_words_for_withdrawn (const CnscdUnitRecords *records,
                                 const CnscdMembership *coming,
                                 GPtrArray *elsewhere);
char *cnscd_words_for_dissolution (CnscdDate valid_to);
char *cnscd_words_for_position (const char *position, const char *body);
char *cnscd_words_for_office (const CnscdMember *member);
char *cnscd_words_capitalize (const char *text);
char *cnscd_words_for_time (gint64 time);
char *cnscd_words_for_number (guint number);
char *cnscd_words_for_members (guint n_members);
char *cnscd_words_for_teams (guint n_teams);
char *cnscd_words_join (const char *separator, const char *one, const char *other);

G_END_DECLS
