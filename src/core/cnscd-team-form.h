/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-change-set.h"
#include "cnscd-member-form.h"

G_BEGIN_DECLS

/**
 * CnscdTeamForm:
 * @team: (nullable): what the form shows, as stored
 *
 * A team as typed into a form: texts as they stand in its fields, %NULL or
 * blank for unknown. All belongs to whoever fills it.
 */
typedef struct
{
  const CnscdTeam *team;
  const char *unit;
  const char *name;
  CnscdTeamLevel level;
  const char *hamlet;   /* id */
  const char *decision; /* id */
  const char *since;    /* "2022" or "1/7/2025" */
  const char *note;
} CnscdTeamForm;

typedef enum
{
  CNSCD_TEAM_FIELD_UNIT,
  CNSCD_TEAM_FIELD_NAME,
  CNSCD_TEAM_FIELD_SINCE,
  CNSCD_N_TEAM_FIELDS,
} CnscdTeamField;

/**
 * CnscdTeamClash:
 * @CNSCD_TEAM_CLASH_SAME: another team has this name and this hamlet: it is the same one
 * @CNSCD_TEAM_CLASH_NAME: another team of the commune has this name
 * @CNSCD_TEAM_CLASH_HAMLET: the hamlet has a team already
 *
 * What a team has in common with one that is there.
 */
typedef enum
{
  CNSCD_TEAM_CLASH_NONE,
  CNSCD_TEAM_CLASH_SAME,
  CNSCD_TEAM_CLASH_NAME,
  CNSCD_TEAM_CLASH_HAMLET,
} CnscdTeamClash;

CnscdFormProblem
cnscd_team_form_check (const CnscdTeamForm *form, CnscdTeamField field, CnscdDate until);
gboolean cnscd_team_form_is_valid (const CnscdTeamForm *form, CnscdDate until);
CnscdTeamClash cnscd_team_form_find_clash (const CnscdTeamForm *form,
                                           GPtrArray *teams,
                                           const char *id,
                                           CnscdDate today);
void cnscd_team_form_fill (const CnscdTeamForm *form, CnscdTeam *team);

char *cnscd_team_propose_name (int hamlet_kind, const char *hamlet_name);
char *cnscd_team_propose_commune_name (const char *unit_name);
gboolean cnscd_team_is_hamlet_without (GPtrArray *teams,
                                       const char *hamlet,
                                       const char *id,
                                       CnscdDate today);

G_END_DECLS
