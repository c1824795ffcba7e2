/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-team-form.h"

#include "cnscd-text.h"
#include "cnscd-vocabulary.h"

/* As teams are called in decisions and rosters: Tổ công nghệ số cộng đồng. */
#define TEAM_WORDS "Tổ CNSCĐ"

/* Beyond this it is a slip of the finger, and fits on no paper. */
#define MAX_NAME_LENGTH 150

static CnscdFormProblem
check_name (const char *text)
{
  g_autofree char *name = cnscd_text_clean (text);

  if (name == NULL)
    return CNSCD_FORM_PROBLEM_MISSING;
  if (g_utf8_strlen (name, -1) > MAX_NAME_LENGTH)
    return CNSCD_FORM_PROBLEM_NAME_TOO_LONG;

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_isalpha (g_utf8_get_char (at)))
        return CNSCD_FORM_PROBLEM_NONE;
    }
  return CNSCD_FORM_PROBLEM_NOT_A_NAME;
}

static CnscdFormProblem
check_since (const char *text, CnscdDate until)
{
  CnscdDate since;
  CnscdFormProblem problem;

  if (cnscd_form_is_blank (text))
    return CNSCD_FORM_PROBLEM_NONE;

  problem = cnscd_form_check_day (text, CNSCD_DATE_UNKNOWN, &since);
  if (problem != CNSCD_FORM_PROBLEM_NONE)
    return problem;
  if (cnscd_date_is_known (until) && cnscd_date_compare (since, until) > 0)
    return CNSCD_FORM_PROBLEM_AFTER_END;

  return CNSCD_FORM_PROBLEM_NONE;
}

/**
 * cnscd_team_form_check:
 * @form: what was typed
 * @field: which field
 * @until: the team's last day, unknown while it goes on
 *
 * Checks a field while somebody types into it. What stands there as stored is
 * right; see cnscd_member_form_check().
 *
 * Returns: what is wrong with it
 */
CnscdFormProblem
cnscd_team_form_check (const CnscdTeamForm *form, CnscdTeamField field, CnscdDate until)
{
  g_return_val_if_fail (form != NULL, CNSCD_FORM_PROBLEM_NONE);

  switch (field)
    {
    case CNSCD_TEAM_FIELD_UNIT:
      return form->unit != NULL ? CNSCD_FORM_PROBLEM_NONE : CNSCD_FORM_PROBLEM_MISSING;
    case CNSCD_TEAM_FIELD_NAME:
      return form->team != NULL && cnscd_form_is_text (form->name, form->team->name)
               ? CNSCD_FORM_PROBLEM_NONE
               : check_name (form->name);
    case CNSCD_TEAM_FIELD_SINCE:
      return form->team != NULL && cnscd_form_is_date (form->since, form->team->valid_from)
               ? CNSCD_FORM_PROBLEM_NONE
               : check_since (form->since, until);
    case CNSCD_N_TEAM_FIELDS:
    default:
      g_return_val_if_reached (CNSCD_FORM_PROBLEM_NONE);
    }
}

/**
 * cnscd_team_form_is_valid:
 * @form: what was typed
 * @until: the team's last day, unknown while it goes on
 *
 * Returns: whether nothing is wrong with any field
 */
gboolean
cnscd_team_form_is_valid (const CnscdTeamForm *form, CnscdDate until)
{
  for (CnscdTeamField field = 0; field < CNSCD_N_TEAM_FIELDS; field++)
    {
      if (cnscd_team_form_check (form, field, until) != CNSCD_FORM_PROBLEM_NONE)
        return FALSE;
    }

  return TRUE;
}

/**
 * cnscd_team_form_find_clash:
 * @form: what was typed
 * @teams: (element-type CnscdTeam): of the commune
 * @id: (nullable): of the team that is edited, which clashes with nothing
 * @today: today in Vietnam
 *
 * Looks for a current team like this one. Case and the order of tone marks
 * make no difference, accents do.
 *
 * Returns: the worst that was found
 */
CnscdTeamClash
cnscd_team_form_find_clash (const CnscdTeamForm *form,
                            GPtrArray *teams,
                            const char *id,
                            CnscdDate today)
{
  g_autofree char *key = NULL;
  CnscdTeamClash clash = CNSCD_TEAM_CLASH_NONE;

  g_return_val_if_fail (form != NULL && teams != NULL, CNSCD_TEAM_CLASH_NONE);

  key = cnscd_text_match_key (form->name);
  for (guint i = 0; i < teams->len; i++)
    {
      const CnscdTeam *team = teams->pdata[i];
      g_autofree char *other = NULL;
      gboolean same_name, same_hamlet;

      if (g_strcmp0 (team->record.id, id) == 0 || cnscd_date_is_over (team->valid_to, today))
        continue;

      other = cnscd_text_match_key (team->name);
      same_name = *key != '\0' && g_str_equal (other, key);
      same_hamlet = g_strcmp0 (team->hamlet, form->hamlet) == 0;
      if (same_name && same_hamlet)
        return CNSCD_TEAM_CLASH_SAME;
      if (same_name)
        clash = CNSCD_TEAM_CLASH_NAME;
      else if (same_hamlet && form->hamlet != NULL && clash == CNSCD_TEAM_CLASH_NONE)
        clash = CNSCD_TEAM_CLASH_HAMLET;
    }

  return clash;
}

/**
 * cnscd_team_form_fill:
 * @form: what was typed, valid
 * @team: a team that is not shared yet
 *
 * Writes what was typed into the record, as the store keeps it. What it says
 * already is left as it is.
 */
void
cnscd_team_form_fill (const CnscdTeamForm *form, CnscdTeam *team)
{
  g_autofree char *name = NULL;
  g_autofree char *note = NULL;
  g_autofree char *since = NULL;

  g_return_if_fail (form != NULL && team != NULL);

  note = cnscd_text_clean (form->note);
  since = cnscd_text_clean (form->since);
  cnscd_record_set_text (team, &team->record.unit, form->unit);
  if (!cnscd_form_is_text (form->name, team->name))
    {
      name = cnscd_text_clean (form->name);
      cnscd_record_set (team, name, name);
    }
  team->level = (int) form->level;
  cnscd_record_set (team, hamlet, form->hamlet);
  cnscd_record_set (team, decision, form->decision);
  if (!cnscd_form_is_date (form->since, team->valid_from) &&
      (since == NULL || !cnscd_date_parse (since, &team->valid_from)))
    team->valid_from = CNSCD_DATE_UNKNOWN;
  cnscd_record_set (team, note, note);
}

/**
 * cnscd_team_propose_name:
 * @hamlet_kind: a #CnscdHamletKind
 * @hamlet_name: its name
 *
 * Returns: (transfer full): what its team is usually called: "Tổ CNSCĐ xóm Ba Nhất"
 */
char *
cnscd_team_propose_name (int hamlet_kind, const char *hamlet_name)
{
  g_autofree char *place = NULL;

  g_return_val_if_fail (hamlet_name != NULL, NULL);

  place = cnscd_hamlet_full_name ((CnscdHamletKind) hamlet_kind, hamlet_name);
  return g_strdup_printf (TEAM_WORDS " %s", place);
}

/**
 * cnscd_team_propose_commune_name:
 * @unit_name: (nullable): a commune's name: "xã Võ Nhai"
 *
 * Returns: (transfer full): what its own team is usually called: "Tổ CNSCĐ xã Võ Nhai"
 */
char *
cnscd_team_propose_commune_name (const char *unit_name)
{
  return unit_name != NULL ? g_strdup_printf (TEAM_WORDS " %s", unit_name) : g_strdup ("");
}

/**
 * cnscd_team_is_hamlet_without:
 * @teams: (element-type CnscdTeam): of the commune
 * @hamlet: id of a hamlet
 * @id: (nullable): of a team that does not count
 * @today: today in Vietnam
 *
 * Returns: whether the hamlet has no current team
 */
gboolean
cnscd_team_is_hamlet_without (GPtrArray *teams, const char *hamlet, const char *id, CnscdDate today)
{
  g_return_val_if_fail (teams != NULL && hamlet != NULL, FALSE);

  for (guint i = 0; i < teams->len; i++)
    {
      const CnscdTeam *team = teams->pdata[i];

      if (g_strcmp0 (team->hamlet, hamlet) == 0 && g_strcmp0 (team->record.id, id) != 0 &&
          !cnscd_date_is_over (team->valid_to, today))
        return FALSE;
    }

  return TRUE;
}
