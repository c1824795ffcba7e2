/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-schedule-table.h"

#include <glib/gi18n-lib.h>

#include "cnscd-schedule-reader.h"

static void
entry_free (gpointer data)
{
  CnscdScheduleEntry *entry = data;

  for (guint i = 0; i < CNSCD_N_SCHEDULE_COLUMNS; i++)
    g_free (entry->texts[i]);
  g_free (entry->written_time);
  g_array_unref (entry->figures);
  g_free (entry);
}

/* As the title of a roster says its commune. */
static void
read_unit (CnscdScan *scan, const CnscdScheduleHead *head, CnscdScheduleTable *table)
{
  CnscdRosterTable title = { 0 };

  if (table->unit_name != NULL)
    return;
  scan->title_rows = head->first_row;
  cnscd_recognizer_read_title (scan, &title);
  table->unit_kind = title.unit_kind;
  table->unit_name = title.unit_name;
  g_free (title.decision_number);
}

/* As somebody said, or as its words say. */
static CnscdScheduleHead *
find_head (const CnscdScan *scan, GPtrArray *mappings)
{
  const CnscdSheetMapping *given =
    mappings != NULL ? cnscd_sheet_mappings_find (mappings, scan->sheet->name) : NULL;

  if (scan->n_columns == 0)
    return NULL;
  return given != NULL && given->schedule ? cnscd_schedule_head_new_mapped (scan, given)
                                          : cnscd_schedule_head_find (scan);
}

/* What the columns were taken for, to be corrected. */
static void
add_mapping (CnscdScheduleTable *table, const CnscdSheet *sheet, const CnscdScheduleHead *head)
{
  CnscdSheetMapping *mapping = cnscd_sheet_mapping_new (sheet->name);

  mapping->schedule = TRUE;
  g_ptr_array_add (table->mappings, mapping);
  if (head == NULL)
    return;
  mapping->head_row = mapping->first_row = head->last_row + 1;
  mapping->n_head_rows = head->last_row + 1 - head->first_row;
  g_array_append_vals (mapping->columns, head->columns->data, head->columns->len);
  for (guint c = 0; c < head->heads->len; c++)
    g_ptr_array_add (mapping->heads, g_strdup (head->heads->pdata[c]));
}

/**
 * cnscd_schedule_table_recognize: (skip)
 * @workbook: a file
 * @mappings: (nullable) (element-type CnscdSheetMapping): columns that a person corrected; the
 *   sheets named there are read by them instead of by the words of their heads
 *
 * Understands the schedules of a workbook: the title above them, the head, the
 * days and times as people write them, cells merged over several sessions.
 *
 * Returns: (transfer full): what was understood, with a finding for each thing that was not
 */
CnscdScheduleTable *
cnscd_schedule_table_recognize (const CnscdWorkbook *workbook, GPtrArray *mappings)
{
  CnscdScheduleTable *table = g_new0 (CnscdScheduleTable, 1);

  table->entries = g_ptr_array_new_with_free_func (entry_free);
  table->findings = cnscd_findings_new ();
  table->mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_sheet_mapping_free);
  table->strings = g_string_chunk_new (4096);
  table->columns = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const CnscdSheet *sheet = workbook->sheets->pdata[i];
      g_autoptr (CnscdScheduleHead) head = NULL;
      CnscdScan scan;

      if (sheet->hidden)
        {
          cnscd_findings_add (table->findings, CNSCD_FINDING_INFO, "sheet-hidden", sheet->name, 0,
                              0, _ ("The sheet “%s” is hidden and was not read."), sheet->name);
          continue;
        }
      cnscd_scan_init (&scan, workbook, sheet);
      head = find_head (&scan, mappings);
      add_mapping (table, sheet, head);
      if (head != NULL)
        {
          table->n_tables++;
          read_unit (&scan, head, table);
          cnscd_schedule_table_read_sheet (&scan, head, table);
        }
      else
        cnscd_findings_add (table->findings, CNSCD_FINDING_INFO, "sheet-no-schedule", sheet->name,
                            0, 0, _ ("The sheet “%s” holds no schedule."), sheet->name);
      cnscd_scan_clear (&scan);
    }
  return table;
}

/**
 * cnscd_schedule_table_is_likely: (skip)
 * @workbook: a file
 *
 * Returns: whether some sheet of it has the head of a schedule, and none that of a roster
 */
gboolean
cnscd_schedule_table_is_likely (const CnscdWorkbook *workbook)
{
  gboolean likely = FALSE;
  gboolean roster = FALSE;

  for (guint i = 0; i < workbook->sheets->len && !roster; i++)
    {
      const CnscdSheet *sheet = workbook->sheets->pdata[i];
      g_autoptr (CnscdScheduleHead) head = NULL;
      CnscdScan scan;

      if (sheet->hidden || sheet->cells->len == 0)
        continue;
      cnscd_scan_init (&scan, workbook, sheet);
      roster = cnscd_schedule_head_is_roster (&scan);
      head = cnscd_schedule_head_find (&scan);
      likely = likely || head != NULL;
      cnscd_scan_clear (&scan);
    }
  return likely && !roster;
}

/**
 * cnscd_schedule_table_find_first_day:
 * @table: a table
 *
 * Returns: the day of its first session in the order of time; unknown where none has one
 */
CnscdDate
cnscd_schedule_table_find_first_day (const CnscdScheduleTable *table)
{
  CnscdTime first = CNSCD_TIME_UNKNOWN;

  for (guint i = 0; i < table->entries->len; i++)
    {
      const CnscdScheduleEntry *entry = table->entries->pdata[i];

      if (cnscd_time_is_valid (entry->starts_at) &&
          (!cnscd_time_is_valid (first) || entry->starts_at < first))
        first = entry->starts_at;
    }
  return cnscd_time_is_valid (first) ? cnscd_time_get_day (first) : CNSCD_DATE_UNKNOWN;
}

/**
 * cnscd_schedule_table_free: (skip)
 * @table: (nullable) (transfer full): a table
 */
void
cnscd_schedule_table_free (CnscdScheduleTable *table)
{
  if (table == NULL)
    return;

  g_free (table->unit_kind);
  g_free (table->unit_name);
  g_ptr_array_unref (table->mappings);
  g_ptr_array_unref (table->entries);
  g_ptr_array_unref (table->findings);
  g_ptr_array_unref (table->columns);
  g_string_chunk_free (table->strings);
  g_free (table);
}
