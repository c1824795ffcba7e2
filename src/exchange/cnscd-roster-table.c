/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-roster-table.h"

#include <glib/gi18n-lib.h>

#include "cnscd-recognizer.h"
#include "cnscd-synonyms.h"

static void
entry_free (CnscdRosterEntry *entry)
{
  g_free (entry->full_name);
  g_free (entry->phone);
  g_free (entry->body);
  g_free (entry->position);
  g_free (entry->note);
  g_free (entry->written_name);
  g_free (entry->written_note);
  g_free (entry);
}

static void
group_free (CnscdRosterGroup *group)
{
  g_free (group->name);
  g_free (group->hamlet);
  g_free (group->unit_kind);
  g_free (group->unit_name);
  g_ptr_array_unref (group->entries);
  g_free (group);
}

/**
 * cnscd_roster_table_add_group: (skip)
 * @table: a table
 *
 * Returns: (transfer none): a new group without people, the last of @table
 */
CnscdRosterGroup *
cnscd_roster_table_add_group (CnscdRosterTable *table)
{
  CnscdRosterGroup *group = g_new0 (CnscdRosterGroup, 1);

  group->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  g_ptr_array_add (table->groups, group);
  return group;
}

static void
detect_honorifics (CnscdScan *scan)
{
  for (guint c = 0; c < scan->mapping->columns->len; c++)
    if (g_array_index (scan->mapping->columns, CnscdColumn, c) == CNSCD_COLUMN_FULL_NAME)
      {
        CnscdProfile profile;

        cnscd_scan_profile (scan, c, scan->first_row, &profile);
        scan->honorifics = profile.n_honorifics > 1 && profile.n_honorifics * 2 >= profile.n_filled;
      }
}

/* Whether at least two sheets hold people: then each may be a team's. */
static gboolean
has_several_rosters (const CnscdWorkbook *workbook)
{
  guint n = 0;

  for (guint i = 0; i < workbook->sheets->len && workbook->sheets->len >= 2 && n < 2; i++)
    {
      const CnscdSheet *sheet = workbook->sheets->pdata[i];
      CnscdScan scan;

      if (sheet->hidden)
        continue;
      cnscd_scan_init (&scan, workbook, sheet);
      n += scan.n_columns > 0 && cnscd_recognizer_find_head (&scan) && !scan.team_list;
      cnscd_scan_clear (&scan);
    }
  return n >= 2;
}

static void
recognize_sheet (const CnscdWorkbook *workbook,
                 const CnscdSheet *sheet,
                 const CnscdSheetMapping *given,
                 gboolean several_rosters,
                 CnscdRosterTable *table,
                 GHashTable *groups)
{
  CnscdScan scan;
  gboolean found;
  guint head_row = 0;
  guint n_people = 0;

  if (sheet->hidden && given == NULL)
    {
      cnscd_findings_add (table->findings, CNSCD_FINDING_INFO, "sheet-hidden", sheet->name, 0, 0,
                          _ ("The sheet “%s” is hidden and was not read."), sheet->name);
      return;
    }

  cnscd_scan_init (&scan, workbook, sheet);
  scan.several_rosters = several_rosters;
  if (given != NULL)
    found = cnscd_recognizer_apply_mapping (&scan, given);
  else
    found = scan.n_columns > 0 && cnscd_recognizer_find_head (&scan);

  if (found)
    {
      detect_honorifics (&scan);
      if (!scan.team_list)
        cnscd_recognizer_report_columns (&scan, table->findings);
      cnscd_recognizer_read_title (&scan, table);
      head_row = scan.mapping->head_row;
      scan.mapping->first_row = scan.first_row;
      scan.mapping->n_head_rows = head_row > scan.title_rows ? head_row - scan.title_rows : 0;
      g_ptr_array_add (table->mappings, scan.mapping);
      n_people = cnscd_recognizer_read_rows (&scan, table, groups);
      scan.mapping = NULL;
    }
  else
    {
      scan.title_rows = cnscd_sheet_n_rows (sheet);
      cnscd_recognizer_read_title (&scan, table);
      if (given == NULL)
        {
          scan.mapping->head_row = 0;
          for (guint c = 0; c < scan.mapping->columns->len; c++)
            g_array_index (scan.mapping->columns, CnscdColumn, c) = CNSCD_COLUMN_IGNORED;
        }
      g_ptr_array_add (table->mappings, g_steal_pointer (&scan.mapping));
    }
  if (n_people == 0 && head_row > 0 && !scan.team_list)
    cnscd_findings_add (table->findings, CNSCD_FINDING_WARNING, "sheet-no-people", sheet->name,
                        head_row, 0,
                        _ ("There are no people below the headings in row %u of the sheet “%s”."),
                        head_row, sheet->name);
  else if (n_people == 0 && !scan.team_list)
    cnscd_findings_add (table->findings, CNSCD_FINDING_INFO, "sheet-no-roster", sheet->name, 0, 0,
                        _ ("The sheet “%s” contains no list of people."), sheet->name);
  cnscd_scan_clear (&scan);
}

/* A team's title with nobody below it is told, and not kept. */
static void
drop_empty_groups (CnscdRosterTable *table)
{
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  gboolean people = FALSE;

  /* a list of teams beside rosters is a summary of them */
  for (guint i = 0; i < table->groups->len; i++)
    people = people || ((CnscdRosterGroup *) table->groups->pdata[i])->entries->len > 0;
  for (guint i = 0; i < table->groups->len; i++)
    {
      CnscdRosterGroup *group = table->groups->pdata[i];

      if (group->entries->len > 0 || (group->listed && !people))
        {
          g_ptr_array_add (kept, group);
          table->n_entries += group->entries->len;
          continue;
        }
      if (group->hamlet != NULL && !group->listed)
        cnscd_findings_add (
          table->findings, CNSCD_FINDING_WARNING, "team-empty", group->sheet, group->row, 0,
          _ ("“%s” has no members in the file and is not imported."), group->name);
      group_free (group);
    }
  g_ptr_array_set_free_func (table->groups, NULL);
  g_ptr_array_unref (table->groups);
  table->groups = kept;
}

static int
compare_findings (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const CnscdFinding *first = *(const CnscdFinding *const *) a;
  const CnscdFinding *second = *(const CnscdFinding *const *) b;

  return (first->row > second->row) - (first->row < second->row);
}

/**
 * cnscd_sheet_mapping_new:
 * @sheet: name of the sheet
 *
 * Returns: (transfer full): a mapping without columns
 */
CnscdSheetMapping *
cnscd_sheet_mapping_new (const char *sheet)
{
  CnscdSheetMapping *mapping = g_new0 (CnscdSheetMapping, 1);

  mapping->sheet = g_strdup (sheet);
  mapping->columns = g_array_new (FALSE, TRUE, sizeof (CnscdColumn));
  mapping->heads = g_ptr_array_new_with_free_func (g_free);
  return mapping;
}

/**
 * cnscd_sheet_mapping_copy:
 * @mapping: a mapping
 *
 * Returns: (transfer full): one like it
 */
CnscdSheetMapping *
cnscd_sheet_mapping_copy (const CnscdSheetMapping *mapping)
{
  CnscdSheetMapping *copy = cnscd_sheet_mapping_new (mapping->sheet);

  copy->schedule = mapping->schedule;
  copy->head_row = mapping->head_row;
  copy->n_head_rows = mapping->n_head_rows;
  copy->first_row = mapping->first_row;
  g_array_append_vals (copy->columns, mapping->columns->data, mapping->columns->len);
  for (guint i = 0; i < mapping->heads->len; i++)
    g_ptr_array_add (copy->heads, g_strdup (mapping->heads->pdata[i]));
  return copy;
}

/**
 * cnscd_sheet_mapping_free:
 * @mapping: (nullable) (transfer full): a mapping
 */
void
cnscd_sheet_mapping_free (CnscdSheetMapping *mapping)
{
  if (mapping == NULL)
    return;

  g_free (mapping->sheet);
  g_clear_pointer (&mapping->columns, g_array_unref);
  g_clear_pointer (&mapping->heads, g_ptr_array_unref);
  g_free (mapping);
}

/**
 * cnscd_sheet_mappings_find:
 * @mappings: (nullable) (element-type CnscdSheetMapping): mappings
 * @sheet: name of a sheet
 *
 * Returns: (nullable) (transfer none): the mapping of this sheet
 */
const CnscdSheetMapping *
cnscd_sheet_mappings_find (GPtrArray *mappings, const char *sheet)
{
  for (guint i = 0; mappings != NULL && i < mappings->len; i++)
    {
      const CnscdSheetMapping *mapping = mappings->pdata[i];

      if (g_strcmp0 (mapping->sheet, sheet) == 0)
        return mapping;
    }
  return NULL;
}

/**
 * cnscd_column_dup_letters:
 * @column: from 0
 *
 * Returns: (transfer full): "A", "AB": as the spreadsheet calls the column
 */
char *
cnscd_column_dup_letters (guint column)
{
  GString *letters = g_string_new (NULL);

  for (guint n = column + 1; n > 0; n = (n - 1) / 26)
    g_string_prepend_c (letters, (char) ('A' + (n - 1) % 26));
  return g_string_free_and_steal (letters);
}

/**
 * cnscd_roster_table_new:
 *
 * Returns: (transfer full): a table of nobody
 */
CnscdRosterTable *
cnscd_roster_table_new (void)
{
  CnscdRosterTable *table = g_new0 (CnscdRosterTable, 1);

  table->mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_sheet_mapping_free);
  table->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);
  table->findings = cnscd_findings_new ();
  return table;
}

/**
 * cnscd_roster_table_recognize:
 * @workbook: a file
 * @mappings: (nullable) (element-type CnscdSheetMapping): columns that a person corrected;
 *   the sheets named there are read by them
 *
 * Understands the rosters of a workbook: titles, head, columns, teams and people.
 *
 * Returns: (transfer full): what was understood, with a finding for each thing that was not
 */
CnscdRosterTable *
cnscd_roster_table_recognize (const CnscdWorkbook *workbook, GPtrArray *mappings)
{
  CnscdRosterTable *table = cnscd_roster_table_new ();
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean several_rosters;

  several_rosters = has_several_rosters (workbook);
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const CnscdSheet *sheet = workbook->sheets->pdata[i];
      guint start = table->findings->len;

      recognize_sheet (workbook, sheet, cnscd_sheet_mappings_find (mappings, sheet->name),
                       several_rosters, table, groups);
      if (table->findings->len > start)
        g_sort_array (&table->findings->pdata[start], table->findings->len - start,
                      sizeof (gpointer), compare_findings, NULL);
    }
  drop_empty_groups (table);
  cnscd_roster_table_report_leaders (table);
  return table;
}

/**
 * cnscd_roster_table_free:
 * @table: (nullable) (transfer full): a table
 */
void
cnscd_roster_table_free (CnscdRosterTable *table)
{
  if (table == NULL)
    return;

  g_free (table->unit_kind);
  g_free (table->unit_name);
  g_free (table->decision_number);
  g_ptr_array_unref (table->groups);
  g_ptr_array_unref (table->mappings);
  g_ptr_array_unref (table->findings);
  g_free (table);
}
