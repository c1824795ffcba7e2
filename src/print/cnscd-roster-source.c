/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-roster-source.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-vocabulary.h"
#include "store/cnscd-members.h"
#include "store/cnscd-teams.h"
#include "store/cnscd-units.h"
#include "cnscd-issuer-source.h"

/**
 * cnscd_roster_source_dup_team_title: (skip)
 * @team: a team
 *
 * Returns: (transfer full): what it is called in full: "Tổ CNSCĐ xóm Ba Nhất"
 */
char *
cnscd_roster_source_dup_team_title (const CnscdTeamSummary *team)
{
  if (team->name != NULL)
    return g_strdup (team->name);
  if (team->hamlet_name == NULL)
    return g_strdup ("Tổ CNSCĐ");
  if (team->hamlet_kind == CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP)
    return g_strconcat ("Tổ CNSCĐ tổ dân phố ", team->hamlet_name, NULL);

  return g_strconcat ("Tổ CNSCĐ xóm ", team->hamlet_name, NULL);
}

static gboolean
share_decision (const CnscdTeamSummary *one, const CnscdTeamSummary *other)
{
  return g_strcmp0 (one->decision_number, other->decision_number) == 0 &&
         cnscd_date_equal (one->decision_date, other->decision_date);
}

/* The one decision of all teams, or where one set up all of them, the last that changed some;
 * otherwise the reference stays blank. */
static void
set_decision (CnscdRoster *roster, GPtrArray *teams)
{
  const CnscdTeamSummary *first = teams->pdata[0];
  const CnscdTeamSummary *last = first;
  gboolean same = TRUE;
  gboolean same_begin = first->established_by != NULL;

  for (guint i = 0; i < teams->len; i++)
    {
      const CnscdTeamSummary *team = teams->pdata[i];

      if (team->decision_number == NULL)
        return;
      same = same && share_decision (team, first);
      same_begin = same_begin && g_strcmp0 (team->established_by, first->established_by) == 0;
      if (cnscd_date_compare (team->decision_date, last->decision_date) > 0)
        last = team;
    }
  if (!same && !same_begin)
    return;

  roster->decision_number = g_strdup (last->decision_number);
  roster->decision_date = last->decision_date;
}

/* The commune's own team before those of its hamlets. */
static GPtrArray *
order_teams (GPtrArray *teams)
{
  GPtrArray *ordered = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_team_summary_unref);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < teams->len; i++)
      {
        CnscdTeamSummary *team = teams->pdata[i];

        if ((team->level == CNSCD_TEAM_LEVEL_COMMUNE) == (pass == 0))
          g_ptr_array_add (ordered, cnscd_team_summary_ref (team));
      }

  return ordered;
}

/* Those of the commune, in their order; or the one asked for, alone: whoever prints a province one
 * team after another would read it all for each of them. */
static GPtrArray *
read_teams (CnscdDatabase *database, const char *unit, const char *team, GError **error)
{
  const CnscdTeamQuery query = { .unit = unit };
  g_autoptr (GPtrArray) all = NULL;
  gint64 nr = 0;

  if (team != NULL)
    return cnscd_teams_find (database, team, &nr, error)
             ? cnscd_teams_read (database, &nr, nr != 0 ? 1 : 0, error)
             : NULL;

  all = cnscd_teams_list (database, &query, error);
  return all != NULL ? order_teams (all) : NULL;
}

static void
add_member (CnscdRosterTeam *team, const CnscdMember *member)
{
  CnscdRosterPerson *person =
    cnscd_roster_team_add_person (team, member->full_name != NULL ? member->full_name : "");

  person->gender = member->gender;
  person->birth = member->birth;
  person->office = cnscd_position_dup_title (member->position, member->body);
  person->role = member->role;
  person->phone = g_strdup (member->phone);
  person->note = g_strdup (member->note);
}

static gboolean
add_teams (CnscdRoster *roster,
           CnscdDatabase *database,
           const CnscdMemberQuery *query,
           GPtrArray *teams,
           GError **error)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) members = cnscd_members_list (database, query, error);

  if (members == NULL)
    return FALSE;

  for (guint i = 0; i < teams->len; i++)
    {
      const CnscdTeamSummary *team = teams->pdata[i];
      g_autofree char *title = cnscd_roster_source_dup_team_title (team);

      g_hash_table_insert (by_id, team->team, cnscd_roster_add_team (roster, title));
    }

  for (guint i = 0; i < members->len; i++)
    {
      const CnscdMember *member = members->pdata[i];
      CnscdRosterTeam *team =
        member->team != NULL ? g_hash_table_lookup (by_id, member->team) : NULL;

      if (team != NULL)
        add_member (team, member);
    }

  return TRUE;
}

static void
set_nothing_to_print (GError **error)
{
  g_set_error_literal (
    error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND,
    _ ("There are no teams to print. Import a roster first, or choose another commune."));
}

/**
 * cnscd_roster_source_load:
 * @database: an open database
 * @unit: (nullable): the code of a commune; %NULL for this office's, or for
 *   the whole province where no office was chosen; not looked at with @team
 * @team: (nullable): the id of a team; %NULL for all current ones
 * @with_phones: whether phones are asked for
 * @error: (nullable): return location for a #CnscdStoreError
 *
 * Reads what a roster says: of all teams as an annex of their decision, the
 * commune's own team first, then by hamlet; of one team as a document of its
 * own, under the letterhead, which is the office's where it prints its own
 * commune. The caller may change either, and enters the print into the audit
 * log (cnscd_audit_add()).
 *
 * Returns: (transfer full) (nullable): the roster;
 *   %CNSCD_STORE_ERROR_NOT_FOUND when there is nothing to print
 */
CnscdRoster *
cnscd_roster_source_load (CnscdDatabase *database,
                          const char *unit,
                          const char *team,
                          gboolean with_phones,
                          GError **error)
{
  g_autoptr (CnscdRoster) roster = cnscd_roster_new ();
  g_autoptr (GPtrArray) teams = NULL;
  g_autofree char *of_unit = NULL;
  CnscdMemberQuery member_query = { .team = team, .sort = CNSCD_MEMBER_SORT_TEAM };

  g_return_val_if_fail (database != NULL, NULL);

  roster->annex = team == NULL;
  roster->with_phones = with_phones;

  if (!cnscd_issuer_find_unit (database, unit, team, &of_unit, error) ||
      !cnscd_issuer_load (&roster->issuer, database, of_unit, error))
    return NULL;

  teams = read_teams (database, of_unit, team, error);
  if (teams == NULL)
    return NULL;
  if (teams->len == 0)
    {
      if (team != NULL)
        g_set_error_literal (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND,
                             _ ("The team no longer exists, so there is nothing to print."));
      else
        set_nothing_to_print (error);
      return NULL;
    }

  set_decision (roster, teams);
  member_query.unit = of_unit;
  if (!add_teams (roster, database, &member_query, teams, error))
    return NULL;

  return g_steal_pointer (&roster);
}

/**
 * cnscd_roster_source_list_units:
 * @database: an open database
 * @error: (nullable): return location for a #CnscdStoreError
 *
 * Lists the communes that have a roster to print, for they have teams.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): their codes, in the
 *   order of their names
 */
GPtrArray *
cnscd_roster_source_list_units (CnscdDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) units = cnscd_units_list (database, NULL, error);
  g_autoptr (GPtrArray) teams = NULL;
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *codes;

  if (units != NULL)
    teams = cnscd_teams_list (database, &(CnscdTeamQuery) { 0 }, error);
  if (teams == NULL)
    return NULL;

  for (guint i = 0; i < teams->len; i++)
    g_hash_table_add (found, ((const CnscdTeamSummary *) teams->pdata[i])->unit);

  codes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < units->len; i++)
    {
      const CnscdUnit *unit = units->pdata[i];

      if (g_hash_table_contains (found, unit->code))
        g_ptr_array_add (codes, g_strdup (unit->code));
    }
  return codes;
}

/**
 * cnscd_roster_source_load_all:
 * @database: an open database
 * @unit: (nullable): the code of a commune; %NULL for this office's, or for
 *   every one that has teams where no office was chosen
 * @team: (nullable): the id of a team; %NULL for all current ones
 * @with_phones: whether phones are asked for
 * @error: (nullable): return location for a #CnscdStoreError
 *
 * Reads all rosters that are printed together: mostly one, as
 * cnscd_roster_source_load() does, but at the province's desk one for each
 * commune, for each has an annex of its own.
 *
 * Returns: (transfer full) (nullable) (element-type CnscdRoster): the rosters,
 *   in the order of the communes' codes
 */
GPtrArray *
cnscd_roster_source_load_all (CnscdDatabase *database,
                              const char *unit,
                              const char *team,
                              gboolean with_phones,
                              GError **error)
{
  g_autoptr (GPtrArray) rosters =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_roster_free);
  g_autoptr (GPtrArray) units = NULL;
  g_autofree char *of_unit = NULL;

  g_return_val_if_fail (database != NULL, NULL);

  if (!cnscd_issuer_find_unit (database, unit, team, &of_unit, error))
    return NULL;

  if (of_unit != NULL)
    {
      units = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (units, g_steal_pointer (&of_unit));
    }
  else
    {
      units = cnscd_roster_source_list_units (database, error);
      if (units == NULL)
        return NULL;
      g_ptr_array_sort_values (units, (GCompareFunc) strcmp);
      if (units->len == 0)
        set_nothing_to_print (error);
    }

  for (guint i = 0; i < units->len; i++)
    {
      CnscdRoster *roster =
        cnscd_roster_source_load (database, units->pdata[i], team, with_phones, error);

      if (roster == NULL)
        return NULL;
      g_ptr_array_add (rosters, roster);
    }

  return units->len > 0 ? g_steal_pointer (&rosters) : NULL;
}
