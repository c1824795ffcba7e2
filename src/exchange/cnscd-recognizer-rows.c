/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-recognizer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cnscd-synonyms.h"
#include "core/cnscd-number.h"
#include "core/cnscd-text.h"

#define MAX_LINE_BYTES  400
#define TEXT_BLOCK_SIZE 4096

static gboolean
starts_with_any (const char *text, const char *const *starts)
{
  for (guint i = 0; starts[i] != NULL; i++)
    if (g_str_has_prefix (text, starts[i]))
      return TRUE;
  return FALSE;
}

/* "12", "12.", 12 */
static gboolean
is_row_number (const CnscdCell *cell)
{
  gsize digits;

  if (cell == NULL)
    return FALSE;
  if (cell->type == CNSCD_CELL_NUMBER)
    return TRUE;
  if (cell->type != CNSCD_CELL_TEXT)
    return FALSE;
  {
    const char *text = cell->text + strspn (cell->text, " ");

    digits = strspn (text, "0123456789");
    return digits > 0 && strspn (text + digits, " .)") == strlen (text + digits);
  }
}

/**
 * cnscd_scan_is_column_numbers: (skip)
 * @scan: a sheet
 * @cells: (array length=n_cells): the cells of a row, %NULL where there is none
 * @n_cells: their number
 *
 * Returns: whether the row numbers the columns: (1) (2) (3), or A B C
 */
gboolean
cnscd_scan_is_column_numbers (const CnscdScan *scan, const CnscdCell **cells, guint n_cells)
{
  guint n = 0;

  for (guint c = 0; c < n_cells; c++)
    {
      g_autofree char *whole = cnscd_scan_dup_text (scan, cells[c]);
      const char *text = whole;

      if (text == NULL)
        continue;
      if (text[0] == '(' || text[0] == '[')
        text++;
      if (!g_ascii_isalnum (text[0]) || strlen (text) > 3 ||
          (!g_ascii_isdigit (text[0]) && g_ascii_isalnum (text[1])))
        return FALSE;
      n++;
    }
  return n >= 3;
}

static guint
count_filled (const CnscdRowReader *reader, const CnscdCell **only)
{
  guint n = 0;

  for (guint c = 0; c < reader->n_cells_of_row; c++)
    {
      const CnscdCell *cell = reader->cells_of_row[c];

      if (cell == NULL ||
          (cell->type == CNSCD_CELL_TEXT && cnscd_row_get_text (reader, cell) == NULL))
        continue;
      if (c != (guint) reader->columns[CNSCD_COLUMN_NUMBER] || *only == NULL)
        *only = cell;
      n++;
    }
  return n;
}

/* A number followed by one of @words, anywhere in @text; -1 when there is none. */
static gint64
find_count (const char *text, const char *const *words)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isdigit (*p) && (p == text || !g_ascii_isdigit (p[-1])))
        {
          g_autofree char *number = g_strndup (p, strspn (p, "0123456789."));
          const char *rest = p + strlen (number);

          rest += strspn (rest, " ");
          if (starts_with_any (rest, words))
            {
              g_auto (GStrv) parts = g_strsplit (number, ".", -1);
              g_autofree char *joined = g_strjoinv ("", parts);

              return g_ascii_strtoll (joined, NULL, 10);
            }
        }
    }
  return -1;
}

static guint
count_groups (const CnscdRowReader *reader)
{
  guint n = 0;

  for (guint i = 0; i < reader->table->groups->len; i++)
    {
      const CnscdRosterGroup *group = reader->table->groups->pdata[i];

      n += group->entries->len > 0;
    }
  return n;
}

static guint
count_people (const CnscdRowReader *reader)
{
  guint n = 0;

  for (guint i = 0; i < reader->table->groups->len; i++)
    n += ((const CnscdRosterGroup *) reader->table->groups->pdata[i])->entries->len;
  return n;
}

/* "Tổng số: 36 tổ, 252 thành viên./.": tells when it does not fit what was read. */
static gboolean
read_total (CnscdRowReader *reader, const char *text)
{
  static const char *const starts[] = {
    "tổng số",      "tổng cộng",  "tổng:",        "cộng:",         "danh sách gồm", "danh sách này",
    "danh sách có", "(danh sách", "ấn định danh", "bản danh sách", "cộng ",         NULL
  };
  static const char *const people[] = { "thành viên", "người", "đồng chí", "đ/c", "cán bộ", NULL };
  static const char *const teams[] = { "tổ", NULL };
  g_autofree char *lower = cnscd_text_lower (text);
  gint64 n_people, n_teams;

  if (!starts_with_any (lower, starts) && !g_str_equal (lower, "cộng") &&
      !g_str_equal (lower, "tổng"))
    return FALSE;

  n_people = find_count (lower, people);
  n_teams = find_count (lower, teams);
  if (n_people >= 0 && n_people != count_people (reader) &&
      (reader->group == NULL || n_people != reader->group->entries->len))
    {
      g_autofree char *said = cnscd_number_format ((guint64) n_people);
      g_autofree char *found = cnscd_number_format (count_people (reader));

      cnscd_findings_add (reader->table->findings, CNSCD_FINDING_INFO, "total-differs",
                          reader->sheet, reader->row + 1, 0,
                          _ ("The sheet says %s people, but %s were read above this row."), said,
                          found);
    }
  if (n_teams >= 0 && n_teams != count_groups (reader))
    {
      g_autofree char *said = cnscd_number_format ((guint64) n_teams);
      g_autofree char *found = cnscd_number_format (count_groups (reader));

      cnscd_findings_add (reader->table->findings, CNSCD_FINDING_INFO, "total-differs",
                          reader->sheet, reader->row + 1, 0,
                          _ ("The sheet says %s teams, but %s were read above this row."), said,
                          found);
    }
  return TRUE;
}

/**
 * cnscd_words_is_signature: (skip)
 * @text: a line below a table
 *
 * Returns: whether signatures begin with it, or the place and the date above them
 */
gboolean
cnscd_words_is_signature (const char *text)
{
  static const char *const starts[] = {
    "tm.",        "tm ",        "kt.",          "tl.",
    "tuq.",       "chủ tịch",   "phó chủ tịch", "người lập",
    "nơi nhận",   "thủ trưởng", "xác nhận",     "(đã ký",
    "đã ký",      "ký tên",     "(ký",          "người tổng hợp",
    "cán bộ lập", NULL
  };
  g_autofree char *lower = cnscd_text_lower (text);

  if (starts_with_any (lower, starts))
    return TRUE;
  /* "Võ Nhai, ngày … tháng 11 năm 2025" */
  return strstr (lower, "ngày") != NULL && strstr (lower, "tháng") != NULL &&
         strstr (lower, "năm") != NULL;
}

/* Lines between the rows that are no titles of teams. */
static gboolean
is_remark (const char *text)
{
  static const char *const starts[] = { "ghi chú", "lưu ý", "*", "-", "(", "chú thích", NULL };
  g_autofree char *lower = cnscd_text_lower (text);

  return starts_with_any (lower, starts) || strlen (text) > 160;
}

/* The titles above a roster, once more on its next page. */
static gboolean
is_page_title (const char *text)
{
  static const char *const starts[] = { "danh sách", "phụ lục",  "biểu ",   "mẫu ",
                                        "cộng hòa",  "cộng hoà", "độc lập", "(kèm",
                                        "kèm theo",  "trang ",   NULL };
  g_autofree char *lower = cnscd_text_lower (text);

  return starts_with_any (lower, starts);
}

/* The name that the cells of this row say. */
static char *
dup_name (const CnscdRowReader *reader)
{
  const char *full =
    cnscd_row_get_text (reader, cnscd_row_get_cell (reader, CNSCD_COLUMN_FULL_NAME));
  const char *family =
    cnscd_row_get_text (reader, cnscd_row_get_cell (reader, CNSCD_COLUMN_FAMILY_NAME));
  const char *given =
    cnscd_row_get_text (reader, cnscd_row_get_cell (reader, CNSCD_COLUMN_GIVEN_NAME));

  if (full != NULL)
    return g_strdup (full);
  if (family != NULL && given != NULL)
    return g_strconcat (family, " ", given, NULL);
  return g_strdup (family != NULL ? family : given);
}

/* Something beside number, place and name that only people have. */
static gboolean
has_personal_cell (const CnscdRowReader *reader)
{
  static const CnscdColumn personal[] = { CNSCD_COLUMN_BIRTH,        CNSCD_COLUMN_BIRTH_MALE,
                                          CNSCD_COLUMN_BIRTH_FEMALE, CNSCD_COLUMN_PHONE,
                                          CNSCD_COLUMN_ROLE,         CNSCD_COLUMN_GENDER };

  for (gsize i = 0; i < G_N_ELEMENTS (personal); i++)
    if (cnscd_row_get_cell (reader, personal[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether the row is the title of a team; opens it. */
static gboolean
read_group_title (CnscdRowReader *reader, const CnscdCell *only, guint n_filled, const char *name)
{
  const CnscdCell *number = cnscd_row_get_cell (reader, CNSCD_COLUMN_NUMBER);
  const CnscdCellRange *merge;
  const char *text = cnscd_row_get_text (reader, only);
  gboolean numbered = number != NULL && number != only;
  gboolean marked, surely;
  CnscdRosterGroup *group;

  if (text == NULL || strlen (text) > MAX_LINE_BYTES || only->type != CNSCD_CELL_TEXT ||
      n_filled > 2 || (n_filled == 2 && !numbered))
    return FALSE;

  /* a place's own column is read with the people below it */
  if ((int) only->column == reader->columns[CNSCD_COLUMN_HAMLET] ||
      (int) only->column == reader->columns[CNSCD_COLUMN_TEAM] ||
      (int) only->column == reader->columns[CNSCD_COLUMN_UNIT])
    return FALSE;

  group = cnscd_row_open_group (reader, text, FALSE);
  if (group == NULL)
    {
      merge = cnscd_scan_get_merge (reader->scan, only->row, only->column);
      marked = numbered && !is_row_number (number);
      if (!marked && !numbered)
        marked = strspn (text, "IVXLC") > 0 &&
                 strchr (".)/", text[strspn (text, "IVXLC")]) != NULL &&
                 text[strspn (text, "IVXLC")] != '\0';
      surely =
        marked ||
        (merge != NULL && merge->last_column > merge->first_column && !numbered &&
         (merge->last_column - merge->first_column >= 2 || !cnscd_words_is_name (text))) ||
        (name == NULL && !numbered && (int) only->column == reader->columns[CNSCD_COLUMN_NUMBER]);
      if (!surely || is_remark (text))
        return FALSE;
      group = cnscd_row_open_group (reader, text, TRUE);
    }
  if (group == NULL)
    return FALSE;
  reader->group = group;
  reader->last_hamlet = reader->last_team = NULL;
  return TRUE;
}

/* A head once more, or that of a second table. Returns the number of its rows. */
static guint
read_head_again (CnscdRowReader *reader, const char *name)
{
  const char *number =
    cnscd_row_get_text (reader, cnscd_row_get_cell (reader, CNSCD_COLUMN_NUMBER));
  g_autoptr (GArray) columns = NULL;
  guint n_rows;
  gboolean same = TRUE;

  if ((name == NULL || cnscd_column_from_head (name) == CNSCD_COLUMN_IGNORED) &&
      (number == NULL || cnscd_column_from_head (number) == CNSCD_COLUMN_IGNORED))
    return 0;
  n_rows = cnscd_recognizer_match_head (reader->scan, reader->row, &columns);
  if (n_rows == 0)
    return 0;
  /* the head that a person corrected, on the next page */
  if (reader->scan->own_columns != NULL && reader->scan->own_columns->len == columns->len &&
      memcmp (reader->scan->own_columns->data, columns->data,
              columns->len * sizeof (CnscdColumn)) == 0)
    return n_rows;

  for (guint c = 0; c < columns->len; c++)
    {
      CnscdColumn column = g_array_index (columns, CnscdColumn, c);

      if ((column == CNSCD_COLUMN_FULL_NAME || column == CNSCD_COLUMN_PHONE ||
           column == CNSCD_COLUMN_BIRTH || column == CNSCD_COLUMN_ROLE) &&
          reader->columns[column] != (int) c && reader->columns[CNSCD_COLUMN_FAMILY_NAME] < 0)
        same = FALSE;
    }
  if (!same)
    {
      for (guint i = 0; i < CNSCD_N_COLUMNS; i++)
        reader->columns[i] = -1;
      for (guint c = columns->len; c-- > 0;)
        reader->columns[g_array_index (columns, CnscdColumn, c)] = (int) c;
      reader->columns[CNSCD_COLUMN_IGNORED] = -1;
      if (reader->columns[CNSCD_COLUMN_FULL_NAME] < 0 &&
          reader->columns[CNSCD_COLUMN_FAMILY_NAME] < 0)
        reader->columns[CNSCD_COLUMN_FULL_NAME] = reader->columns[CNSCD_COLUMN_GIVEN_NAME];
      reader->hamlet_kind = cnscd_head_get_hamlet_kind (
        cnscd_row_get_text (reader, cnscd_row_get_cell (reader, CNSCD_COLUMN_HAMLET)));
      cnscd_findings_add (
        reader->table->findings, CNSCD_FINDING_INFO, "second-head", reader->sheet, reader->row + 1,
        0, _ ("A second table with other columns begins here; it is read by its own headings."));
    }
  return n_rows;
}

static void
read_row_without_name (CnscdRowReader *reader, guint n_filled)
{
  guint n_place = 0;

  n_place += cnscd_row_get_text (reader, cnscd_row_get_cell (reader, CNSCD_COLUMN_HAMLET)) != NULL;
  n_place += cnscd_row_get_text (reader, cnscd_row_get_cell (reader, CNSCD_COLUMN_TEAM)) != NULL;
  n_place += cnscd_row_get_text (reader, cnscd_row_get_cell (reader, CNSCD_COLUMN_UNIT)) != NULL;
  if (n_place == n_filled)
    {
      cnscd_row_find_group (reader);
      return;
    }
  if (n_filled == 1 && is_row_number (cnscd_row_get_cell (reader, CNSCD_COLUMN_NUMBER)))
    {
      reader->n_numbers_only++;
      return;
    }
  cnscd_findings_add (reader->table->findings, CNSCD_FINDING_ERROR, "name-missing", reader->sheet,
                      reader->row + 1, 0,
                      _ ("The row has content but no name, and is not imported."));
}

/* Whether the row belongs to what stands below a roster: totals, places and dates, signatures. */
static gboolean
read_footer (CnscdRowReader *reader, const char *name, guint n_filled)
{
  if (is_row_number (cnscd_row_get_cell (reader, CNSCD_COLUMN_NUMBER)) ||
      (has_personal_cell (reader) && name != NULL && cnscd_words_is_name (name)))
    return FALSE;

  for (guint c = 0; c < reader->n_cells_of_row; c++)
    {
      const char *text;

      if (reader->cells_of_row[c] == NULL || reader->cells_of_row[c]->type != CNSCD_CELL_TEXT)
        continue;
      text = cnscd_row_get_text (reader, reader->cells_of_row[c]);
      if (text == NULL)
        continue;
      if (read_total (reader, text))
        return TRUE;
      if (n_filled <= 2 && is_page_title (text))
        {
          cnscd_findings_add (reader->table->findings, CNSCD_FINDING_INFO, "title-ignored",
                              reader->sheet, reader->row + 1, c + 1,
                              _ ("The line “%s” was taken for a title and not imported."), text);
          return TRUE;
        }
      if (n_filled <= 3 && reader->n_people > 0 && (name == NULL || !cnscd_words_is_name (name)) &&
          cnscd_words_is_signature (text))
        {
          reader->in_signatures = TRUE;
          cnscd_findings_add (reader->table->findings, CNSCD_FINDING_INFO, "footer-ignored",
                              reader->sheet, reader->row + 1, 0,
                              _ ("From this row on, the sheet contains signatures and the like, "
                                 "which are not imported."));
          return TRUE;
        }
      break;
    }
  return FALSE;
}

/* A row of a list of teams. */
static void
read_listed_team (CnscdRowReader *reader)
{
  const char *team = cnscd_row_get_text (reader, cnscd_row_get_cell (reader, CNSCD_COLUMN_TEAM));
  const char *hamlet =
    cnscd_row_get_text (reader, cnscd_row_get_cell (reader, CNSCD_COLUMN_HAMLET));
  const char *place = team != NULL ? team : hamlet;

  if (reader->in_signatures || place == NULL || !cnscd_words_has_letter (place) ||
      read_total (reader, place))
    return;
  if (cnscd_words_is_signature (place))
    reader->in_signatures = TRUE;
  else
    {
      /* every row stands for itself */
      reader->last_hamlet = reader->last_team = NULL;
      cnscd_row_find_group (reader)->listed = TRUE;
    }
}

/* Reads one row; returns how many rows were read with it. */
static guint
read_row (CnscdRowReader *reader)
{
  const CnscdCell *number = cnscd_row_get_cell (reader, CNSCD_COLUMN_NUMBER);
  const CnscdCell *only = NULL;
  guint n_filled = count_filled (reader, &only);
  g_autofree char *name = NULL;
  gboolean numbered = is_row_number (number);
  guint n_rows;

  if (n_filled == 0)
    return 1;
  if (reader->scan->team_list)
    {
      read_listed_team (reader);
      return 1;
    }
  name = dup_name (reader);
  if (!numbered)
    {
      n_rows = read_head_again (reader, name);
      if (n_rows > 0)
        {
          reader->in_signatures = FALSE;
          return n_rows;
        }
    }
  if (reader->in_signatures)
    {
      if (!numbered || name == NULL || !cnscd_words_is_name (name) || n_filled < 3)
        return 1;
      reader->in_signatures = FALSE;
    }
  if ((name == NULL || strlen (name) <= 3) &&
      cnscd_scan_is_column_numbers (reader->scan, reader->cells_of_row, reader->n_cells_of_row))
    return 1;
  if (read_footer (reader, name, n_filled) || read_group_title (reader, only, n_filled, name))
    return 1;
  if (name == NULL)
    read_row_without_name (reader, n_filled);
  else if (!cnscd_row_is_no_person (reader, name))
    cnscd_row_read_entry (reader, name, cnscd_row_find_group (reader));
  return 1;
}

/* Whether the hamlet's column is filled in each row, or only in the first of a hamlet. */
static gboolean
is_filled_in_each_row (const CnscdRowReader *reader)
{
  int hamlet = reader->columns[CNSCD_COLUMN_HAMLET];
  int name = reader->columns[CNSCD_COLUMN_FULL_NAME];
  CnscdProfile hamlets, names;

  if (hamlet < 0 || name < 0)
    return FALSE;
  cnscd_scan_profile (reader->scan, hamlet, reader->scan->first_row, &hamlets);
  cnscd_scan_profile (reader->scan, name, reader->scan->first_row, &names);
  return hamlets.n_filled * 10 >= names.n_filled * 8;
}

static void
reader_init (CnscdRowReader *reader,
             const CnscdScan *scan,
             CnscdRosterTable *table,
             GHashTable *groups)
{
  memset (reader, 0, sizeof *reader);
  reader->scan = scan;
  reader->table = table;
  reader->groups = groups;
  reader->sheet = scan->mapping->sheet;
  reader->cells = g_hash_table_new (NULL, NULL);
  reader->texts = g_string_chunk_new (TEXT_BLOCK_SIZE);
  reader->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reader->n_cells_of_row = scan->n_columns;
  reader->cells_of_row = g_new0 (const CnscdCell *, MAX (scan->n_columns, 1));
  for (guint i = 0; i < CNSCD_N_COLUMNS; i++)
    reader->columns[i] = -1;
  for (guint c = scan->mapping->columns->len; c-- > 0;)
    reader->columns[g_array_index (scan->mapping->columns, CnscdColumn, c)] = (int) c;
  reader->columns[CNSCD_COLUMN_IGNORED] = -1;
  if (reader->columns[CNSCD_COLUMN_HAMLET] >= 0 &&
      (guint) reader->columns[CNSCD_COLUMN_HAMLET] < scan->mapping->heads->len)
    reader->hamlet_kind = cnscd_head_get_hamlet_kind (
      scan->mapping->heads->pdata[reader->columns[CNSCD_COLUMN_HAMLET]]);
  reader->hamlet_in_each_row = is_filled_in_each_row (reader);
}

static void
reader_clear (CnscdRowReader *reader)
{
  g_hash_table_unref (reader->cells);
  g_string_chunk_free (reader->texts);
  g_hash_table_unref (reader->places);
  g_clear_pointer (&reader->offices, g_hash_table_unref);
  g_free (reader->cells_of_row);
  g_free (reader->unit_kind);
  g_free (reader->unit_name);
}

/**
 * cnscd_recognizer_read_rows:
 * @scan: a sheet whose columns are known
 * @table: where the people go
 * @groups: teams known so far, by key
 *
 * Reads the rows below the head.
 *
 * Returns: the number of people found
 */
guint
cnscd_recognizer_read_rows (const CnscdScan *scan, CnscdRosterTable *table, GHashTable *groups)
{
  const GArray *cells = scan->sheet->cells;
  CnscdRowReader reader;
  guint skip_until = scan->first_row;
  guint n_people;

  reader_init (&reader, scan, table, groups);
  for (guint i = cnscd_sheet_row_start (scan->sheet, scan->first_row); i < cells->len;)
    {
      guint row = g_array_index (cells, CnscdCell, i).row;

      memset (reader.cells_of_row, 0, sizeof (CnscdCell *) * reader.n_cells_of_row);
      for (; i < cells->len && g_array_index (cells, CnscdCell, i).row == row; i++)
        {
          const CnscdCell *cell = &g_array_index (cells, CnscdCell, i);

          reader.cells_of_row[cell->column] = cell;
        }
      reader.row = row;
      if (row >= skip_until)
        skip_until = row + read_row (&reader);
    }

  cnscd_row_report_names (&reader);
  cnscd_row_report_roles (&reader);
  if (reader.n_numbers_only > 0)
    {
      g_autofree char *number = cnscd_number_format (reader.n_numbers_only);

      cnscd_findings_add (
        table->findings, CNSCD_FINDING_INFO, "rows-numbered-only", reader.sheet, 0, 0,
        g_dngettext (GETTEXT_PACKAGE, "%s row contains a number and nothing else.",
                     "%s rows contain a number and nothing else.", reader.n_numbers_only),
        number);
    }
  n_people = reader.n_people;
  reader_clear (&reader);
  return n_people;
}
