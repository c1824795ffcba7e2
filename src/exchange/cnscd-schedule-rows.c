/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-schedule-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cnscd-synonyms.h"
#include "core/cnscd-text.h"

/* The clean lines of a cell, joined by @separator: in a list each is an item, in a note a line. */
static char *
dup_lines (const CnscdScan *scan, const CnscdCell *cell, const char *separator)
{
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (cell == NULL || cell->type != CNSCD_CELL_TEXT || strchr (cell->text, '\n') == NULL)
    return cnscd_scan_dup_text (scan, cell);

  lines = g_strsplit (cell->text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      CnscdCell copy = *cell;
      g_autofree char *line = NULL;

      copy.text = lines[i];
      line = i == 0 ? cnscd_scan_dup_text (scan, &copy) : cnscd_text_clean (lines[i]);
      if (line != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", line);
    }
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

static gboolean
is_list (CnscdScheduleColumn column)
{
  return column == CNSCD_SCHEDULE_TEAM || column == CNSCD_SCHEDULE_TOPICS ||
         column == CNSCD_SCHEDULE_GUIDES || column == CNSCD_SCHEDULE_HELPERS ||
         column == CNSCD_SCHEDULE_LEADER;
}

static void
read_texts (CnscdScheduleReader *reader, CnscdScheduleEntry *entry)
{
  for (guint kind = CNSCD_SCHEDULE_IGNORED + 1; kind < CNSCD_N_SCHEDULE_COLUMNS; kind++)
    {
      const CnscdCell *cell = cnscd_schedule_reader_get_cell (reader, kind);

      entry->texts[kind] = is_list (kind)                ? dup_lines (reader->scan, cell, "; ")
                           : kind == CNSCD_SCHEDULE_NOTE ? dup_lines (reader->scan, cell, "\n")
                                                         : cnscd_scan_dup_text (reader->scan, cell);
      /* what stands for nothing; but 0 people are a number */
      if (entry->texts[kind] != NULL && g_strcmp0 (entry->texts[kind], "0") != 0 &&
          cnscd_words_is_blank (entry->texts[kind]))
        g_clear_pointer (&entry->texts[kind], g_free);
    }
  if (entry->texts[CNSCD_SCHEDULE_TEAM] == NULL && entry->texts[CNSCD_SCHEDULE_HAMLET] == NULL)
    entry->texts[CNSCD_SCHEDULE_TEAM] = g_strdup (reader->team_title);
}

/* What stands below heads that may be indicators'. */
static void
read_figures (CnscdScheduleReader *reader, CnscdScheduleEntry *entry)
{
  for (guint c = 0; c < reader->head->columns->len; c++)
    {
      CnscdScheduleFigure figure = { reader->head->heads->pdata[c], c + 1, 0 };
      const CnscdCell *cell = reader->cells[c];
      g_autofree char *text = NULL;
      guint64 value;

      if (g_array_index (reader->head->columns, CnscdScheduleColumn, c) != CNSCD_SCHEDULE_IGNORED ||
          figure.head == NULL || cell == NULL)
        continue;
      text = cnscd_scan_dup_text (reader->scan, cell);
      if (text == NULL)
        continue;
      figure.value = g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &value, NULL)
                       ? (gint64) value
                       : CNSCD_COUNT_UNKNOWN;
      figure.head = g_string_chunk_insert_const (reader->table->strings, figure.head);
      g_array_append_val (entry->figures, figure);
    }
}

static gboolean
says_session (const CnscdScheduleReader *reader)
{
  static const CnscdScheduleColumn kinds[] = {
    CNSCD_SCHEDULE_TITLE,  CNSCD_SCHEDULE_TOPICS, CNSCD_SCHEDULE_PLACE,
    CNSCD_SCHEDULE_GUIDES, CNSCD_SCHEDULE_TEAM,   CNSCD_SCHEDULE_HAMLET,
    CNSCD_SCHEDULE_LEADER, CNSCD_SCHEDULE_TIME,   CNSCD_SCHEDULE_START,
  };
  gboolean any = FALSE;

  /* A cell merged over the rows of several sessions makes none by itself. */
  for (gsize i = 0; i < G_N_ELEMENTS (kinds) && !any; i++)
    {
      const CnscdCell *cell = cnscd_schedule_reader_get_cell (reader, kinds[i]);
      g_autofree char *text =
        cell != NULL && cell->row == reader->row ? cnscd_scan_dup_text (reader->scan, cell) : NULL;

      any = text != NULL && !cnscd_words_is_blank (text);
    }
  return any;
}

static const CnscdCell *
get_only_cell (const CnscdScheduleReader *reader, guint *n_filled)
{
  const CnscdCell *only = NULL;

  *n_filled = 0;
  for (guint c = 0; c < reader->scan->n_columns; c++)
    {
      const CnscdCell *cell = reader->cells[c];
      g_autofree char *text = NULL;

      if (cell == NULL || cell->row != reader->row)
        continue;
      text = cnscd_scan_dup_text (reader->scan, cell);
      if (text == NULL)
        continue;
      if (only == NULL)
        only = cell;
      ++*n_filled;
    }
  return only;
}

/* "Thứ Hai, ngày 02/11/2026", "II. Tổ CNSCĐ xóm Ba Nhất", "Tổng cộng: 12 buổi", signatures. */
static gboolean
read_title_row (CnscdScheduleReader *reader)
{
  guint n_filled;
  const CnscdCell *only = get_only_cell (reader, &n_filled);
  const CnscdCellRange *merge;
  g_autofree char *text = NULL;
  g_autofree char *key = NULL;
  CnscdGroupWords words;
  CnscdDate day = CNSCD_DATE_UNKNOWN;
  CnscdWhen when;

  if (only == NULL)
    return TRUE;
  text = cnscd_scan_dup_text (reader->scan, only);
  if (only->type != CNSCD_CELL_TEXT || n_filled > 3)
    return FALSE;
  key = cnscd_text_search_key (text);
  if (g_str_has_prefix (key, "tong") || g_str_has_prefix (key, "cong "))
    return TRUE;
  if (cnscd_words_is_signature (text) && reader->table->entries->len > 0 &&
      cnscd_schedule_reader_get_cell (reader, CNSCD_SCHEDULE_DAY) != only)
    {
      reader->done = TRUE;
      return TRUE;
    }
  if (n_filled > 1)
    return FALSE;

  merge = cnscd_scan_get_merge (reader->scan, only->row, only->column);
  if ((merge == NULL || merge->last_column == merge->first_column) && only->column > 0 &&
      only->column + 1u != reader->columns[CNSCD_SCHEDULE_DAY])
    return FALSE;
  if (cnscd_when_parse (text, CNSCD_WHEN_DAY, &when) && when.day > 0)
    day = cnscd_schedule_reader_settle_day (reader, &when);
  if (cnscd_date_is_full (day))
    {
      reader->day = day;
      cnscd_schedule_reader_check_weekday (reader, reader->day, when.weekday);
      return TRUE;
    }
  if (cnscd_group_words_parse (text, FALSE, &words))
    {
      g_free (reader->team_title);
      reader->team_title =
        g_strdup (words.hamlet != NULL && !words.names_team ? words.hamlet : words.name);
      cnscd_group_words_clear (&words);
      return TRUE;
    }
  return FALSE;
}

static void
read_row (CnscdScheduleReader *reader)
{
  CnscdScheduleEntry *entry;
  CnscdWhen time;

  if (reader->done || cnscd_schedule_head_match (reader->scan, reader->head, reader->row) ||
      cnscd_scan_is_column_numbers (reader->scan, reader->cells, reader->scan->n_columns) ||
      read_title_row (reader))
    return;
  if (!says_session (reader))
    {
      CnscdDate day = CNSCD_DATE_UNKNOWN;

      /* a day with nothing planned, or one whose sessions follow below */
      if (cnscd_schedule_reader_read_when (
            reader, cnscd_schedule_reader_get_cell (reader, CNSCD_SCHEDULE_DAY), CNSCD_WHEN_DAY,
            &time, &day) &&
          cnscd_date_is_full (day))
        reader->day = day;
      return;
    }
  if (!cnscd_schedule_reader_read_day (reader, &time))
    return;

  entry = g_new0 (CnscdScheduleEntry, 1);
  entry->sheet = reader->sheet;
  entry->row = reader->row + 1;
  entry->columns = reader->columns;
  entry->figures = g_array_new (FALSE, FALSE, sizeof (CnscdScheduleFigure));
  read_texts (reader, entry);
  read_figures (reader, entry);
  g_ptr_array_add (reader->table->entries, entry);
  if (!cnscd_schedule_reader_read_times (reader, entry, &time) ||
      !cnscd_schedule_reader_is_new (reader, entry))
    g_ptr_array_remove_index (reader->table->entries, reader->table->entries->len - 1);
}

/* Puts the cells of a row in place, and those that reach down from above. */
static guint
collect_row (CnscdScheduleReader *reader, guint at)
{
  const GArray *cells = reader->scan->sheet->cells;

  memset (reader->cells, 0, sizeof (CnscdCell *) * reader->scan->n_columns);
  reader->row = g_array_index (cells, CnscdCell, at).row;
  for (; at < cells->len && g_array_index (cells, CnscdCell, at).row == reader->row; at++)
    {
      const CnscdCell *cell = &g_array_index (cells, CnscdCell, at);
      const CnscdCellRange *merge = cnscd_scan_get_merge (reader->scan, cell->row, cell->column);

      reader->cells[cell->column] = cell;
      reader->spans[cell->column] = NULL;
      if (merge != NULL && merge->last_row > merge->first_row &&
          merge->last_column == merge->first_column)
        {
          reader->spans[cell->column] = cell;
          reader->span_ends[cell->column] = merge->last_row;
        }
    }
  for (guint c = 0; c < reader->scan->n_columns; c++)
    {
      if (reader->cells[c] == NULL && reader->spans[c] != NULL &&
          reader->span_ends[c] >= reader->row)
        reader->cells[c] = reader->spans[c];
    }
  return at;
}

static void
report_guesses (const CnscdScheduleReader *reader)
{
  if (reader->n_years > 0)
    cnscd_findings_add (reader->table->findings, CNSCD_FINDING_WARNING, "session-year-assumed",
                        reader->sheet, 0, reader->columns[CNSCD_SCHEDULE_DAY],
                        _ ("Dates without a year in the sheet “%s” were taken for those of %u."),
                        reader->sheet, reader->scan->this_year);
  if (reader->n_ends > 0)
    cnscd_findings_add (
      reader->table->findings, CNSCD_FINDING_INFO, "session-end-assumed", reader->sheet, 0, 0,
      g_dngettext (GETTEXT_PACKAGE,
                   "%u session has no time at which it ends; it was taken to last two hours.",
                   "%u sessions have no time at which they end; they were taken to last two "
                   "hours.",
                   reader->n_ends),
      reader->n_ends);
}

/**
 * cnscd_schedule_reader_get_cell: (skip)
 * @reader: a reader
 * @column: of what
 *
 * Returns: (nullable): what stands there in this row, perhaps in a cell that begins above
 */
const CnscdCell *
cnscd_schedule_reader_get_cell (const CnscdScheduleReader *reader, CnscdScheduleColumn column)
{
  return reader->columns[column] > 0 ? reader->cells[reader->columns[column] - 1] : NULL;
}

/**
 * cnscd_schedule_reader_add_finding: (skip)
 * @reader: a reader
 * @level: how much it matters
 * @code: a static, stable word for programs
 * @column: of what in the row
 * @format: printf() format of the message, already translated
 * @...: its arguments
 */
void
cnscd_schedule_reader_add_finding (CnscdScheduleReader *reader,
                                   CnscdFindingLevel level,
                                   const char *code,
                                   CnscdScheduleColumn column,
                                   const char *format,
                                   ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  cnscd_findings_add (reader->table->findings, level, code, reader->sheet, reader->row + 1,
                      reader->columns[column], "%s", message);
}

/**
 * cnscd_schedule_table_read_sheet: (skip)
 * @scan: a sheet
 * @head: its head
 * @table: gets its sessions
 */
void
cnscd_schedule_table_read_sheet (const CnscdScan *scan,
                                 const CnscdScheduleHead *head,
                                 CnscdScheduleTable *table)
{
  CnscdScheduleReader reader = { .scan = scan, .head = head, .table = table };
  guint start = head->last_row + 1;

  reader.sheet = g_string_chunk_insert_const (table->strings, scan->sheet->name);
  reader.columns = g_new0 (guint, CNSCD_N_SCHEDULE_COLUMNS);
  g_ptr_array_add (table->columns, reader.columns);
  for (guint c = 0; c < head->columns->len; c++)
    reader.columns[g_array_index (head->columns, CnscdScheduleColumn, c)] = c + 1;
  reader.columns[CNSCD_SCHEDULE_IGNORED] = 0;
  reader.cells = g_new0 (const CnscdCell *, scan->n_columns);
  reader.spans = g_new0 (const CnscdCell *, scan->n_columns);
  reader.span_ends = g_new0 (guint, scan->n_columns);

  reader.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  cnscd_schedule_reader_read_title (&reader);
  for (guint i = cnscd_sheet_row_start (scan->sheet, start); i < scan->sheet->cells->len;)
    {
      i = collect_row (&reader, i);
      read_row (&reader);
    }
  report_guesses (&reader);

  g_free (reader.cells);
  g_free (reader.spans);
  g_free (reader.span_ends);
  g_free (reader.team_title);
  g_hash_table_unref (reader.seen);
}
