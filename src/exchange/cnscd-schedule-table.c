/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-schedule-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "cnscd-schedule-head.h"
#include "cnscd-schedule-when.h"
#include "cnscd-synonyms.h"
#include "core/cnscd-text.h"

/* Where nothing says how long a session takes. */
#define ASSUMED_MINUTES 120

/* Serials of these are dates from 1927 to 2118. */
#define FIRST_SERIAL 10000
#define LAST_SERIAL  80000

#define MAX_TITLE_CELLS 60

/* Rows of one sheet on their way to sessions. */
typedef struct
{
  const CnscdScan *scan;
  const CnscdScheduleHead *head;
  CnscdScheduleTable *table;
  const char *sheet;
  guint *columns; /* by kind, from 1; owned by the table */
  guint row;
  const CnscdCell **cells; /* of the row */
  const CnscdCell **spans; /* by column: the merged cell that reaches down to this row */
  guint *span_ends;
  CnscdDate day;    /* of the rows above */
  char *team_title; /* (nullable): of the title row above */
  int title_year, title_month;
  guint n_years, n_ends; /* guessed */
  gboolean done;         /* what follows are signatures */
} Reader;

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

static const CnscdCell *
get_cell (const Reader *reader, CnscdScheduleColumn column)
{
  return reader->columns[column] > 0 ? reader->cells[reader->columns[column] - 1] : NULL;
}

G_GNUC_PRINTF (5, 6)
static void
add_finding (Reader *reader,
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

/* "THÁNG 11 NĂM 2026", "Tuần từ 02/11/2026 đến 08/11/2026": what days without a year are in. */
static void
read_title (Reader *reader)
{
  static GRegex *regex;
  const GArray *cells = reader->scan->sheet->cells;

  if (g_once_init_enter_pointer (&regex))
    g_once_init_leave_pointer (
      &regex, g_regex_new ("tháng\\s*(\\d{1,2})\\s*(?:/|-|năm)\\s*(\\d{4})|năm\\s*(\\d{4})",
                           G_REGEX_OPTIMIZE, 0, NULL));

  for (guint i = 0; i < MIN (cells->len, MAX_TITLE_CELLS) && reader->title_year == 0; i++)
    {
      const CnscdCell *cell = &g_array_index (cells, CnscdCell, i);
      g_autofree char *text = NULL;
      g_autofree char *lower = NULL;
      g_autoptr (GMatchInfo) match = NULL;
      CnscdWhen when;

      if (cell->row >= reader->head->first_row)
        break;
      if (cell->type != CNSCD_CELL_TEXT || strlen (cell->text) > 400)
        continue;
      text = cnscd_scan_dup_text (reader->scan, cell);
      if (text == NULL)
        continue;
      lower = cnscd_text_lower (text);
      if (cnscd_when_parse (text, CNSCD_WHEN_ANY, &when) && when.year > 0)
        {
          reader->title_year = when.year;
          reader->title_month = when.month;
        }
      else if (g_regex_match (regex, lower, 0, &match))
        {
          g_autofree char *month = g_match_info_fetch (match, 1);
          g_autofree char *year = g_match_info_fetch (match, 2);
          g_autofree char *only_year = g_match_info_fetch (match, 3);

          reader->title_month = (int) g_ascii_strtoll (month, NULL, 10);
          reader->title_year = (int) g_ascii_strtoll (
            only_year != NULL && *only_year != '\0' ? only_year : year, NULL, 10);
        }
    }
}

/* Adds what the sheet's title says where the cell does not. */
static CnscdDate
settle_day (Reader *reader, const CnscdWhen *when)
{
  int month = when->month > 0 ? when->month : reader->title_month;
  int year = when->year;
  CnscdDate day;

  if (year == 0)
    {
      year = reader->title_year > 0 ? reader->title_year : (int) reader->scan->this_year;
      reader->n_years += reader->title_year == 0;
      /* a week from December to January */
      if (reader->title_month == 12 && month == 1)
        year++;
    }
  if (month == 0 || year > G_MAXUINT16)
    return CNSCD_DATE_UNKNOWN;
  day = CNSCD_DATE ((guint16) year, (guint8) month, (guint8) when->day);
  return cnscd_date_is_valid (day) ? day : CNSCD_DATE_UNKNOWN;
}

/* A number in a column of days: a serial, or a day of the title's month. */
static gboolean
read_day_number (Reader *reader, double number, CnscdDate *day)
{
  CnscdWhen when = { .day = (int) number };

  if (number >= FIRST_SERIAL && number < LAST_SERIAL)
    *day = cnscd_date_from_serial (number, FALSE);
  else if (number >= 1 && number <= 31 && number == floor (number))
    *day = settle_day (reader, &when);
  else
    return FALSE;
  return cnscd_date_is_full (*day);
}

/* Takes what @cell says of day and time; FALSE when it says something that is neither. */
static gboolean
read_when (Reader *reader,
           const CnscdCell *cell,
           CnscdWhenKind kind,
           CnscdWhen *when,
           CnscdDate *day)
{
  g_autofree char *text = NULL;

  *when = (CnscdWhen) { .start = -1, .end = -1 };
  if (cell == NULL)
    return TRUE;
  if (cell->type == CNSCD_CELL_DATE)
    {
      *day = cell->date;
      return TRUE;
    }
  if (cell->type == CNSCD_CELL_NUMBER)
    {
      if (kind == CNSCD_WHEN_DAY)
        return read_day_number (reader, cell->number, day);
      /* a part of a day, as spreadsheets keep times; or an hour */
      if (cell->number >= 0 && cell->number < 1)
        when->start = (int) round (cell->number * CNSCD_MINUTES_PER_DAY);
      else if (cell->number < 24 && cell->number == floor (cell->number))
        when->start = (int) cell->number * 60;
      return when->start >= 0 && when->start < CNSCD_MINUTES_PER_DAY;
    }

  text = cnscd_scan_dup_text (reader->scan, cell);
  if (text == NULL)
    return TRUE;
  if (!cnscd_when_parse (text, kind, when))
    return FALSE;
  if (when->day > 0)
    {
      *day = settle_day (reader, when);
      return cnscd_date_is_full (*day);
    }
  return TRUE;
}

static void
check_weekday (Reader *reader, CnscdDate day, int weekday)
{
  if (weekday > 0 && weekday != cnscd_date_get_weekday (day))
    {
      g_autofree char *written = cnscd_date_format (day);

      add_finding (reader, CNSCD_FINDING_WARNING, "weekday-differs", CNSCD_SCHEDULE_DAY,
                   _ ("%s is another day of the week than the row says. The date counts."),
                   written);
    }
}

/* The day of the row; what cannot be read is an error, an empty cell means the day above. */
static gboolean
read_row_day (Reader *reader, CnscdWhen *time)
{
  const CnscdCell *cell = get_cell (reader, CNSCD_SCHEDULE_DAY);
  CnscdDate day = CNSCD_DATE_UNKNOWN;
  CnscdDate day_of_time = CNSCD_DATE_UNKNOWN;
  CnscdWhen when, weekday = { 0 };
  CnscdDate unused;
  gboolean read = read_when (reader, cell, CNSCD_WHEN_DAY, &when, &day);
  gboolean read_time = read_when (
    reader, get_cell (reader, CNSCD_SCHEDULE_TIME),
    reader->columns[CNSCD_SCHEDULE_DAY] > 0 ? CNSCD_WHEN_TIME : CNSCD_WHEN_ANY, time, &day_of_time);

  read_when (reader, get_cell (reader, CNSCD_SCHEDULE_WEEKDAY), CNSCD_WHEN_DAY, &weekday, &unused);
  if (!cnscd_date_is_full (day))
    day = day_of_time;
  if (time->start < 0 && when.start >= 0)
    *time = when;
  if (!cnscd_date_is_full (day) && read && (read_time || time->start < 0))
    day = reader->day;

  if (!cnscd_date_is_full (day) || !cnscd_time_is_valid (cnscd_time_new (day, 0)))
    {
      g_autofree char *text =
        cnscd_scan_dup_text (reader->scan, read ? get_cell (reader, CNSCD_SCHEDULE_TIME) : cell);

      if (text != NULL)
        add_finding (reader, CNSCD_FINDING_ERROR, "date-unreadable",
                     read ? CNSCD_SCHEDULE_TIME : CNSCD_SCHEDULE_DAY,
                     _ ("“%s” is no date. The row is not imported: write the date as "
                        "27/11/2026."),
                     text);
      else
        add_finding (reader, CNSCD_FINDING_ERROR, "date-missing", CNSCD_SCHEDULE_DAY,
                     _ ("The row has no date, and is not imported."));
      return FALSE;
    }

  reader->day = day;
  check_weekday (reader, day,
                 weekday.weekday > 0 ? weekday.weekday : MAX (when.weekday, time->weekday));
  return TRUE;
}

static void
note_time (Reader *reader, CnscdScheduleEntry *entry, CnscdScheduleColumn column)
{
  char *text = cnscd_scan_dup_text (reader->scan, get_cell (reader, column));

  g_free (entry->written_time);
  entry->written_time = text;
}

/* Start and end of the row, from one column or two. */
static void
read_row_times (Reader *reader, CnscdScheduleEntry *entry, CnscdWhen *time)
{
  CnscdDate day = reader->day;
  CnscdDate end_day = reader->day;
  CnscdDate unused = CNSCD_DATE_UNKNOWN;
  CnscdWhen start, end;
  gboolean read_start =
    read_when (reader, get_cell (reader, CNSCD_SCHEDULE_START), CNSCD_WHEN_TIME, &start, &unused);
  gboolean read_end =
    read_when (reader, get_cell (reader, CNSCD_SCHEDULE_END), CNSCD_WHEN_TIME, &end, &end_day);

  if (start.start >= 0)
    *time = start;
  if (end.start >= 0)
    time->end = end.start;
  if (!read_start || time->start < 0)
    {
      CnscdScheduleColumn column = !read_start ? CNSCD_SCHEDULE_START : CNSCD_SCHEDULE_TIME;

      time->start = 8 * 60;
      time->end = 10 * 60;
      note_time (reader, entry, column);
      if (entry->written_time != NULL)
        add_finding (reader, CNSCD_FINDING_WARNING, "time-unreadable", column,
                     _ ("The time “%s” was not understood: 8h00–10h00 is put in its place, and the "
                        "words into the note."),
                     entry->written_time);
      else
        add_finding (reader, CNSCD_FINDING_WARNING, "time-missing", column,
                     _ ("The row has no time: 8h00–10h00 is put in its place."));
    }
  else if (time->vague)
    {
      CnscdTime from = cnscd_time_new (day, time->start);
      g_autofree char *first = cnscd_time_format_clock (from);
      g_autofree char *last = cnscd_time_format_clock (cnscd_time_new (day, time->end));

      note_time (reader, entry, CNSCD_SCHEDULE_TIME);
      add_finding (reader, CNSCD_FINDING_INFO, "time-assumed", CNSCD_SCHEDULE_TIME,
                   _ ("“%s” was taken for %s–%s."),
                   entry->written_time != NULL ? entry->written_time : "", first, last);
    }
  if (time->end < 0)
    {
      time->end = time->start + ASSUMED_MINUTES;
      reader->n_ends++;
    }
  if (!read_end)
    add_finding (reader, CNSCD_FINDING_WARNING, "time-unreadable", CNSCD_SCHEDULE_END,
                 _ ("The time at which the session ends was not understood."));

  entry->starts_at = cnscd_time_new (day, time->start);
  entry->ends_at = cnscd_time_new (end_day, time->end);
  if (entry->ends_at < entry->starts_at)
    entry->ends_at += CNSCD_MINUTES_PER_DAY;
}

static void
read_texts (Reader *reader, CnscdScheduleEntry *entry)
{
  for (guint kind = CNSCD_SCHEDULE_IGNORED + 1; kind < CNSCD_N_SCHEDULE_COLUMNS; kind++)
    {
      const CnscdCell *cell = get_cell (reader, kind);

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
read_figures (Reader *reader, CnscdScheduleEntry *entry)
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
says_session (const Reader *reader)
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
      const CnscdCell *cell = get_cell (reader, kinds[i]);
      g_autofree char *text =
        cell != NULL && cell->row == reader->row ? cnscd_scan_dup_text (reader->scan, cell) : NULL;

      any = text != NULL && !cnscd_words_is_blank (text);
    }
  return any;
}

static const CnscdCell *
get_only_cell (const Reader *reader, guint *n_filled)
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
read_title_row (Reader *reader)
{
  guint n_filled;
  const CnscdCell *only = get_only_cell (reader, &n_filled);
  const CnscdCellRange *merge;
  g_autofree char *text = NULL;
  g_autofree char *key = NULL;
  CnscdGroupWords words;
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
      get_cell (reader, CNSCD_SCHEDULE_DAY) != only)
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
  if (cnscd_when_parse (text, CNSCD_WHEN_DAY, &when) && when.day > 0 &&
      cnscd_date_is_full (settle_day (reader, &when)))
    {
      reader->day = settle_day (reader, &when);
      check_weekday (reader, reader->day, when.weekday);
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
read_row (Reader *reader)
{
  CnscdScheduleEntry *entry;
  CnscdWhen time;

  if (reader->done || cnscd_schedule_head_match (reader->scan, reader->row) ||
      cnscd_scan_is_column_numbers (reader->scan, reader->cells, reader->scan->n_columns) ||
      read_title_row (reader))
    return;
  if (!says_session (reader))
    {
      CnscdDate day = CNSCD_DATE_UNKNOWN;

      /* a day with nothing planned, or one whose sessions follow below */
      if (read_when (reader, get_cell (reader, CNSCD_SCHEDULE_DAY), CNSCD_WHEN_DAY, &time, &day) &&
          cnscd_date_is_full (day))
        reader->day = day;
      return;
    }
  if (!read_row_day (reader, &time))
    return;

  entry = g_new0 (CnscdScheduleEntry, 1);
  entry->sheet = reader->sheet;
  entry->row = reader->row + 1;
  entry->columns = reader->columns;
  entry->figures = g_array_new (FALSE, FALSE, sizeof (CnscdScheduleFigure));
  read_texts (reader, entry);
  read_figures (reader, entry);
  read_row_times (reader, entry, &time);
  g_ptr_array_add (reader->table->entries, entry);
}

/* Puts the cells of a row in place, and those that reach down from above. */
static guint
collect_row (Reader *reader, guint at)
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
report_guesses (const Reader *reader)
{
  if (reader->n_years > 0)
    cnscd_findings_add (reader->table->findings, CNSCD_FINDING_WARNING, "year-assumed",
                        reader->sheet, 0, reader->columns[CNSCD_SCHEDULE_DAY],
                        _ ("The dates of the sheet “%s” have no year: they were taken for those of "
                           "%u."),
                        reader->sheet, reader->scan->this_year);
  if (reader->n_ends > 0)
    cnscd_findings_add (
      reader->table->findings, CNSCD_FINDING_INFO, "end-assumed", reader->sheet, 0, 0,
      g_dngettext (GETTEXT_PACKAGE,
                   "%u session has no time at which it ends; it was taken to last two hours.",
                   "%u sessions have no time at which they end; they were taken to last two "
                   "hours.",
                   reader->n_ends),
      reader->n_ends);
}

static void
read_sheet (const CnscdScan *scan, const CnscdScheduleHead *head, CnscdScheduleTable *table)
{
  Reader reader = { .scan = scan, .head = head, .table = table };
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

  read_title (&reader);
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

/**
 * cnscd_schedule_table_recognize: (skip)
 * @workbook: a file
 *
 * Understands the schedules of a workbook: the title above them, the head, the
 * days and times as people write them, cells merged over several sessions.
 *
 * Returns: (transfer full): what was understood, with a finding for each thing that was not
 */
CnscdScheduleTable *
cnscd_schedule_table_recognize (const CnscdWorkbook *workbook)
{
  CnscdScheduleTable *table = g_new0 (CnscdScheduleTable, 1);

  table->entries = g_ptr_array_new_with_free_func (entry_free);
  table->findings = cnscd_findings_new ();
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
      head = scan.n_columns > 0 ? cnscd_schedule_head_find (&scan) : NULL;
      if (head != NULL)
        {
          table->n_tables++;
          read_unit (&scan, head, table);
          read_sheet (&scan, head, table);
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
 * Returns: whether some sheet of it has the head of a schedule
 */
gboolean
cnscd_schedule_table_is_likely (const CnscdWorkbook *workbook)
{
  gboolean likely = FALSE;

  for (guint i = 0; i < workbook->sheets->len && !likely; i++)
    {
      const CnscdSheet *sheet = workbook->sheets->pdata[i];
      g_autoptr (CnscdScheduleHead) head = NULL;
      CnscdScan scan;

      if (sheet->hidden)
        continue;
      cnscd_scan_init (&scan, workbook, sheet);
      head = scan.n_columns > 0 ? cnscd_schedule_head_find (&scan) : NULL;
      likely = head != NULL;
      cnscd_scan_clear (&scan);
    }
  return likely;
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
  g_ptr_array_unref (table->entries);
  g_ptr_array_unref (table->findings);
  g_ptr_array_unref (table->columns);
  g_string_chunk_free (table->strings);
  g_free (table);
}
