/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-cli-list.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-phone.h"
#include "store/cnscd-members.h"
#include "store/cnscd-teams.h"

/* Teams and members: as the store's queries order them, which is as in the window. */

gboolean
cnscd_cli_list_teams (CnscdCliRows *rows,
                      CnscdDatabase *database,
                      const CnscdCliQuery *query,
                      GError **error)
{
  const CnscdTeamQuery team_query = { .unit = query->unit, .search = query->search };
  g_autoptr (GPtrArray) teams = cnscd_teams_list (database, &team_query, error);

  if (teams == NULL)
    return FALSE;

  cnscd_cli_rows_add_column (rows, _ ("Commune"));
  cnscd_cli_rows_add_column (rows, _ ("Team"));
  cnscd_cli_rows_add_column (rows, _ ("Leader"));
  cnscd_cli_rows_add_number_column (rows, _ ("Members"));
  cnscd_cli_rows_add_column (rows, _ ("Decision"));
  cnscd_cli_rows_add_column (rows, _ ("Of"));

  for (guint i = 0; i < teams->len; i++)
    {
      const CnscdTeamSummary *team = g_ptr_array_index (teams, i);

      if (query->team != NULL && g_strcmp0 (query->team, team->team) != 0)
        continue;

      cnscd_cli_rows_begin (rows);
      cnscd_cli_rows_hidden (rows, "id", team->team);
      cnscd_cli_rows_text (rows, "unit", team->unit);
      cnscd_cli_rows_text (rows, "name", team->name);
      cnscd_cli_rows_hidden_choice (rows, "level", &CNSCD_KIND_TEAM, "level", (int) team->level);
      cnscd_cli_rows_hidden (rows, "hamlet", team->hamlet_name);
      cnscd_cli_rows_hidden_choice (rows, "hamlet_kind", &CNSCD_KIND_HAMLET, "kind",
                                    team->hamlet_kind);
      cnscd_cli_rows_text (rows, "leader", team->leader_name);
      cnscd_cli_rows_count (rows, "members", team->n_members);
      cnscd_cli_rows_text (rows, "decision", team->decision_number);
      cnscd_cli_rows_date (rows, "decision_date", team->decision_date);
      cnscd_cli_rows_end (rows);
    }

  return TRUE;
}

static void
add_phone (CnscdCliRows *rows, const char *phone)
{
  g_autofree char *shown = phone != NULL ? cnscd_phone_format (phone) : NULL;

  cnscd_cli_rows_shown (rows, "phone", phone, shown);
}

static void
add_member (CnscdCliRows *rows, const CnscdMember *member)
{
  cnscd_cli_rows_begin (rows);
  cnscd_cli_rows_hidden (rows, "id", member->membership);
  cnscd_cli_rows_hidden (rows, "person_id", member->person);
  cnscd_cli_rows_hidden (rows, "team_id", member->team);
  cnscd_cli_rows_hidden (rows, "unit", member->unit);
  cnscd_cli_rows_text (rows, "full_name", member->full_name);
  cnscd_cli_rows_choice (rows, "gender", &CNSCD_KIND_PERSON, "gender", (int) member->gender);
  cnscd_cli_rows_date (rows, "birth", member->birth);
  add_phone (rows, member->phone);
  cnscd_cli_rows_choice (rows, "role", &CNSCD_KIND_MEMBERSHIP, "role", (int) member->role);
  cnscd_cli_rows_text (rows, "team", member->team_name);
  cnscd_cli_rows_hidden (rows, "hamlet", member->hamlet_name);
  cnscd_cli_rows_hidden_choice (rows, "hamlet_kind", &CNSCD_KIND_HAMLET, "kind",
                                member->hamlet_kind);
  cnscd_cli_rows_text (rows, "body", member->body);
  cnscd_cli_rows_text (rows, "position", member->position);
  cnscd_cli_rows_hidden (rows, "note", member->note);
  cnscd_cli_rows_end (rows);
}

gboolean
cnscd_cli_list_members (CnscdCliRows *rows,
                        CnscdDatabase *database,
                        const CnscdCliQuery *query,
                        GError **error)
{
  const CnscdMemberQuery member_query = { .unit = query->unit,
                                          .team = query->team,
                                          .search = query->search };
  g_autoptr (GPtrArray) members = cnscd_members_list (database, &member_query, error);

  if (members == NULL)
    return FALSE;

  cnscd_cli_rows_add_column (rows, _ ("Full name"));
  cnscd_cli_rows_add_column (rows, _ ("Gender"));
  cnscd_cli_rows_add_column (rows, _ ("Born"));
  cnscd_cli_rows_add_column (rows, _ ("Phone"));
  cnscd_cli_rows_add_column (rows, _ ("Role"));
  cnscd_cli_rows_add_column (rows, _ ("Team"));
  cnscd_cli_rows_add_column (rows, _ ("Body"));
  cnscd_cli_rows_add_column (rows, _ ("Position"));
  for (guint i = 0; i < members->len; i++)
    add_member (rows, g_ptr_array_index (members, i));

  return TRUE;
}
