/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-private.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-number.h"

/* So many people of a team are named. */
#define MAX_NAMED 5

/* The names of the members whom no row means; %NULL: there are none. */
static char *
list_absent (const TeamState *team, guint *n)
{
  g_autoptr (GString) names = g_string_new (NULL);

  *n = 0;
  for (guint i = 0; i < team->memberships->len; i++)
    {
      const MembershipState *membership = team->memberships->pdata[i];

      if (membership->claimed || membership->left || (*n)++ >= MAX_NAMED)
        continue;
      if (names->len > 0)
        g_string_append (names, ", ");
      g_string_append (names, membership->person->record->full_name);
    }
  if (*n == 0)
    return NULL;

  if (*n > MAX_NAMED)
    {
      g_autofree char *rest = cnscd_number_format (*n - MAX_NAMED);

      g_string_append_c (names, ' ');
      /* Translators: behind names of people */
      g_string_append_printf (
        names, g_dngettext (GETTEXT_PACKAGE, "and %s other", "and %s others", *n - MAX_NAMED),
        rest);
    }
  return g_string_free_and_steal (g_steal_pointer (&names));
}

static void
report_absent (Importer *importer, const TeamState *team)
{
  guint n;
  g_autofree char *names = list_absent (team, &n);
  g_autofree char *number = cnscd_number_format (n);

  if (names == NULL)
    return;
  cnscd_findings_add (
    importer->plan->findings, CNSCD_FINDING_INFO, "members-absent", team->sheet, team->row, 0,
    g_dngettext (GETTEXT_PACKAGE, "%s member of %s is not in the list and stays as before: %s.",
                 "%s members of %s are not in the list and stay as before: %s.", n),
    number, team->record->name, names);
  cnscd_findings_set_team (importer->plan->findings, team->record->name);
}

/**
 * cnscd_importer_report_absent:
 * @importer: an importer, after all rows
 *
 * Tells who of the file's teams is not in the file.
 */
void
cnscd_importer_report_absent (Importer *importer)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, importer->units);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const UnitState *unit = value;

      for (guint i = 0; i < unit->teams->len; i++)
        {
          const TeamState *team = unit->teams->pdata[i];

          if (team->in_file && !team->is_new)
            report_absent (importer, team);
        }
    }
}

static gboolean
has_leader (const TeamState *team)
{
  for (guint i = 0; i < team->memberships->len; i++)
    {
      const MembershipState *membership = team->memberships->pdata[i];

      if (membership->role == CNSCD_ROLE_LEADER && !membership->left)
        return TRUE;
    }
  return FALSE;
}

/* The team of the file that the finding is about, which is known by its place. */
static const TeamState *
find_team (Importer *importer, const CnscdFinding *finding)
{
  for (guint i = 0; i < importer->group_teams->len; i++)
    {
      const CnscdRosterGroup *group = importer->table->groups->pdata[i];

      if (group->row == finding->row && g_strcmp0 (group->sheet, finding->sheet) == 0 &&
          g_strcmp0 (group->name, finding->team) == 0)
        return importer->group_teams->pdata[i];
    }
  return NULL;
}

/**
 * cnscd_importer_settle_leaders:
 * @importer: an importer, after all rows
 *
 * Takes back that a team has no leader, where only the file names none.
 */
void
cnscd_importer_settle_leaders (Importer *importer)
{
  GPtrArray *findings = importer->plan->findings;

  for (guint i = findings->len; i > 0; i--)
    {
      const CnscdFinding *finding = findings->pdata[i - 1];
      const TeamState *team;

      if (!g_str_equal (finding->code, "leader-missing"))
        continue;
      team = find_team (importer, finding);
      if (team != NULL && has_leader (team))
        g_ptr_array_remove_index (findings, i - 1);
    }
}
