/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-recognizer.h"

#include <glib/gi18n-lib.h>

#include "cnscd-synonyms.h"
#include "core/cnscd-vocabulary.h"

/**
 * cnscd_row_take_role:
 * @entry: a person
 * @role: a role that was found beside the column of roles, or %CNSCD_ROLE_UNKNOWN
 *
 * What the file says first stays.
 */
void
cnscd_row_take_role (CnscdRosterEntry *entry, CnscdRole role)
{
  if (role == CNSCD_ROLE_UNKNOWN || entry->role_given)
    return;
  entry->role = role;
  entry->role_given = TRUE;
}

static void
report_empty (CnscdRowReader *reader, CnscdColumn column)
{
  reader->n_role_empty++;
  cnscd_row_add_finding (reader, CNSCD_FINDING_INFO, "role-empty", column,
                         g_strdup (_ ("No role is given; the person is imported as a member.")));
}

static const struct
{
  CnscdColumn column;
  CnscdRole role;
} role_marks[] = {
  { CNSCD_COLUMN_LEADER_MARK, CNSCD_ROLE_LEADER },
  { CNSCD_COLUMN_DEPUTY_MARK, CNSCD_ROLE_DEPUTY },
  { CNSCD_COLUMN_MEMBER_MARK, CNSCD_ROLE_MEMBER },
};

/**
 * cnscd_row_has_roles:
 * @reader: the reader
 *
 * Returns: whether the table has a column of roles, or columns of marks for them
 */
gboolean
cnscd_row_has_roles (const CnscdRowReader *reader)
{
  gboolean has = reader->columns[CNSCD_COLUMN_ROLE] >= 0;

  for (gsize i = 0; i < G_N_ELEMENTS (role_marks); i++)
    has = has || reader->columns[role_marks[i].column] >= 0;
  return has;
}

/* The mark of the highest role, which gives it. */
static void
read_marks (CnscdRowReader *reader, CnscdRosterEntry *entry)
{
  CnscdColumn first = CNSCD_COLUMN_IGNORED;
  guint n_ticks = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (role_marks); i++)
    {
      const CnscdCell *cell = cnscd_row_get_cell (reader, role_marks[i].column);

      if (!cnscd_words_is_tick (cnscd_row_get_text (reader, cell)))
        continue;
      if (n_ticks++ == 0)
        {
          first = role_marks[i].column;
          cnscd_row_take_role (entry, role_marks[i].role);
        }
    }
  if (n_ticks > 1)
    cnscd_row_add_finding (reader, CNSCD_FINDING_WARNING, "role-several", first,
                           g_strdup_printf (_ ("Several roles are marked; “%s” was taken."),
                                            cnscd_role_get_title (entry->role)));
  else if (n_ticks == 0 && !entry->role_given && reader->columns[CNSCD_COLUMN_ROLE] < 0)
    for (gsize i = 0; i < G_N_ELEMENTS (role_marks); i++)
      if (reader->columns[role_marks[i].column] >= 0)
        {
          report_empty (reader, role_marks[i].column);
          break;
        }
}

/**
 * cnscd_row_read_role:
 * @reader: the reader, at the row of a person
 * @entry: the person
 *
 * Reads the role that a column of its own says.
 */
void
cnscd_row_read_role (CnscdRowReader *reader, CnscdRosterEntry *entry)
{
  const CnscdCell *cell;
  const char *text;
  CnscdRole role;

  if (!entry->role_given)
    entry->role = CNSCD_ROLE_MEMBER;
  read_marks (reader, entry);
  if (reader->columns[CNSCD_COLUMN_ROLE] < 0)
    return;
  text = cnscd_row_get_content (reader, CNSCD_COLUMN_ROLE, &cell);
  if (text == NULL)
    {
      if (!entry->role_given)
        report_empty (reader, CNSCD_COLUMN_ROLE);
      return;
    }

  role = cnscd_role_parse (text);
  if (role != CNSCD_ROLE_UNKNOWN)
    {
      entry->role = role;
      entry->role_given = TRUE;
    }
  else
    cnscd_row_add_finding (
      reader, CNSCD_FINDING_WARNING, "role-unknown", CNSCD_COLUMN_ROLE,
      g_strdup_printf (_ ("“%s” is not a role in a team; the person is imported as a member."),
                       text));
}

/**
 * cnscd_row_report_roles:
 * @reader: the reader, behind the last row
 *
 * Tells when the sheet says nobody's role.
 */
void
cnscd_row_report_roles (const CnscdRowReader *reader)
{
  GPtrArray *findings = reader->table->findings;

  if (reader->n_people > 0 && reader->n_roles_given == 0 && reader->n_role_empty == 0 &&
      !cnscd_row_has_roles (reader))
    cnscd_findings_add (
      findings, CNSCD_FINDING_WARNING, "role-column-missing", reader->sheet,
      reader->scan->mapping->head_row, 0,
      _ ("Nothing in the sheet says who leads a team: it has no column such as “Nhiệm vụ trong "
         "Tổ”. All people are imported as members."));
}

/* The file's leaders of one team. */
static guint
count_leaders (const CnscdRosterGroup *group, guint *n_given)
{
  guint n = 0;

  for (guint i = 0; i < group->entries->len; i++)
    {
      const CnscdRosterEntry *entry = group->entries->pdata[i];

      *n_given += entry->role_given;
      n += entry->role_given && entry->role == CNSCD_ROLE_LEADER;
    }
  return n;
}

/**
 * cnscd_roster_table_report_leaders: (skip)
 * @table: a table with all its people
 *
 * Tells the teams which have no leader or several, unless the file knows no roles at all.
 */
void
cnscd_roster_table_report_leaders (CnscdRosterTable *table)
{
  guint n_given = 0;

  for (guint i = 0; i < table->groups->len; i++)
    count_leaders (table->groups->pdata[i], &n_given);
  if (n_given == 0)
    return;

  for (guint i = 0; i < table->groups->len; i++)
    {
      const CnscdRosterGroup *group = table->groups->pdata[i];
      guint n_leaders = count_leaders (group, &n_given);

      if (n_leaders == 0 && group->entries->len > 0)
        cnscd_findings_add (table->findings, CNSCD_FINDING_WARNING, "leader-missing", group->sheet,
                            group->row, 0, _ ("No leader of “%s” is given."), group->name);
      else if (n_leaders > 1)
        cnscd_findings_add (table->findings, CNSCD_FINDING_WARNING, "leader-several", group->sheet,
                            group->row, 0,
                            g_dngettext (GETTEXT_PACKAGE, "%u leader of “%s” is given.",
                                         "%u leaders of “%s” are given.", n_leaders),
                            n_leaders, group->name);
      else
        continue;
      cnscd_findings_set_team (table->findings, group->name);
    }
}
