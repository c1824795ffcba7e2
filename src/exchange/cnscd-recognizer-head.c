/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-recognizer.h"

#include <string.h>

#include "cnscd-synonyms.h"
#include "core/cnscd-text.h"

/* A head stands within this many rows with content. */
#define MAX_HEAD_ROWS 300

/* The words of one row, by column; %NULL where there is no text. */
typedef struct
{
  GPtrArray *texts;
  guint n_cells;
  guint n_texts;
  guint n_known; /* texts that are words of heads */
  guint32 kinds; /* the kinds of column among them, as bits */
} HeadRow;

static void
head_row_free (HeadRow *row)
{
  g_ptr_array_unref (row->texts);
  g_free (row);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeadRow, head_row_free)

static HeadRow *
read_head_row (const CnscdScan *scan, guint row)
{
  HeadRow *head = g_new0 (HeadRow, 1);

  head->texts = g_ptr_array_new_full (scan->n_columns, g_free);
  g_ptr_array_set_size (head->texts, scan->n_columns);
  for (guint i = cnscd_sheet_row_start (scan->sheet, row); i < scan->sheet->cells->len; i++)
    {
      const CnscdCell *cell = &g_array_index (scan->sheet->cells, CnscdCell, i);
      CnscdHeadKind kind;
      CnscdColumn column;
      char *text;

      if (cell->row != row)
        break;
      head->n_cells++;
      if (cell->type != CNSCD_CELL_TEXT)
        continue;
      text = cnscd_scan_dup_text (scan, cell);
      if (text == NULL)
        {
          head->n_cells--;
          continue;
        }
      g_ptr_array_index (head->texts, cell->column) = text;
      head->n_texts++;
      kind = cnscd_head_classify (text, &column);
      if (kind != CNSCD_HEAD_UNKNOWN)
        head->n_known++;
      if (kind == CNSCD_HEAD_COLUMN)
        head->kinds |= 1u << column;
    }
  return head;
}

static gboolean
has_name (const HeadRow *head)
{
  return (head->kinds & (1u << CNSCD_COLUMN_FULL_NAME | 1u << CNSCD_COLUMN_FAMILY_NAME |
                         1u << CNSCD_COLUMN_GIVEN_NAME)) != 0;
}

static guint
count_kinds (const HeadRow *head)
{
  return __builtin_popcount (head->kinds);
}

/* Whether the row is a head by itself. Data rows hold words of heads too ("Xóm", "Thành viên"),
 * but never mostly. */
static gboolean
is_head (const HeadRow *head, gboolean need_name)
{
  if (head->n_texts == 0 || head->n_texts < head->n_cells || head->n_known * 2 < head->n_cells)
    return FALSE;
  if (!need_name)
    return count_kinds (head) >= 3;
  if (!has_name (head))
    return FALSE;
  return count_kinds (head) >= 2 ||
         (head->n_cells == 1 && (head->kinds & 1u << CNSCD_COLUMN_FULL_NAME) != 0);
}

/* The text of the upper row that stands over @column: its own, or that of a cell which spans it. */
static const char *
get_top_text (const CnscdScan *scan, const HeadRow *top, guint row, guint column, gboolean *own)
{
  *own = top->texts->pdata[column] != NULL;
  if (*own)
    return top->texts->pdata[column];

  for (guint c = column; c-- > 0 && column - c < 16;)
    {
      const CnscdCellRange *merge;

      if (top->texts->pdata[c] == NULL)
        continue;
      merge = cnscd_scan_get_merge (scan, row, c);
      if (merge != NULL)
        return merge->last_column >= column ? top->texts->pdata[c] : NULL;
      return scan->sheet->merges->len == 0 ? top->texts->pdata[c] : NULL;
    }
  return NULL;
}

/* Whether the cell of the upper row at @column stands over the next column too. */
static gboolean
spans_columns (const CnscdScan *scan, const HeadRow *top, guint row, guint column)
{
  const CnscdCellRange *merge = cnscd_scan_get_merge (scan, row, column);

  if (merge != NULL)
    return merge->last_column > merge->first_column;
  return column + 1 < scan->n_columns && top->texts->pdata[column + 1] == NULL;
}

static gboolean
is_role_mark (CnscdColumn column)
{
  return column == CNSCD_COLUMN_LEADER_MARK || column == CNSCD_COLUMN_DEPUTY_MARK ||
         column == CNSCD_COLUMN_MEMBER_MARK;
}

/* Whether @sub continues the head @top: only words of heads, or words below a spanning cell. */
static gboolean
is_lower_half (const CnscdScan *scan, const HeadRow *top, guint row, const HeadRow *sub)
{
  gboolean any = FALSE;

  if (sub->n_texts == 0 || sub->n_texts < sub->n_cells)
    return FALSE;
  for (guint c = 0; c < scan->n_columns; c++)
    {
      const char *text = sub->texts->pdata[c];
      const char *over;
      CnscdColumn column;
      CnscdHeadKind kind;
      gboolean own;

      if (text == NULL)
        continue;
      kind = cnscd_head_classify (text, &column);
      over = get_top_text (scan, top, row, c, &own);
      if (kind == CNSCD_HEAD_UNKNOWN && (own || over == NULL || cnscd_words_is_name (text)))
        return FALSE;
      if (own && !spans_columns (scan, top, row, c))
        return FALSE; /* a title, or the same head once more */
      any = any || kind == CNSCD_HEAD_COLUMN ||
            (!own && over != NULL && is_role_mark (cnscd_head_combine (over, text)));
    }
  return any;
}

static void
fill_columns (const CnscdScan *scan,
              const HeadRow *top,
              guint top_row,
              const HeadRow *sub,
              GArray *columns,
              GPtrArray *heads)
{
  for (guint c = 0; c < scan->n_columns; c++)
    {
      CnscdColumn column = CNSCD_COLUMN_IGNORED;
      const char *lower = sub != NULL ? sub->texts->pdata[c] : NULL;
      gboolean own;
      const char *upper = get_top_text (scan, top, top_row, c, &own);

      if (lower != NULL)
        column = cnscd_head_combine (upper, lower);
      else if (own)
        column = cnscd_column_from_head (upper);
      g_array_append_val (columns, column);

      if (heads == NULL)
        continue;
      if (lower != NULL && upper != NULL)
        g_ptr_array_add (heads, g_strconcat (upper, " ", lower, NULL));
      else if (lower != NULL || own)
        g_ptr_array_add (heads, g_strdup (lower != NULL ? lower : upper));
      else
        g_ptr_array_add (heads, NULL);
    }
}

/* Reads the head at @row with the row below or above when they are one head; returns its last row.
 */
static guint
read_head (const CnscdScan *scan, guint row, GArray *columns, GPtrArray *heads)
{
  g_autoptr (HeadRow) here = read_head_row (scan, row);
  g_autoptr (HeadRow) below = read_head_row (scan, row + 1);

  if (is_lower_half (scan, here, row, below))
    {
      fill_columns (scan, here, row, below, columns, heads);
      return row + 1;
    }
  if (row > 0)
    {
      g_autoptr (HeadRow) above = read_head_row (scan, row - 1);

      if (above->n_texts >= 2 && above->n_texts == above->n_cells && above->n_known > 0 &&
          is_lower_half (scan, above, row - 1, here))
        {
          fill_columns (scan, above, row - 1, here, columns, heads);
          return row;
        }
    }
  fill_columns (scan, here, row, NULL, columns, heads);
  return row;
}

static gboolean
search_head (CnscdScan *scan, gboolean need_name, guint *found)
{
  const GArray *cells = scan->sheet->cells;
  guint n_rows = 0;
  guint32 last = G_MAXUINT32;

  for (guint i = 0; i < cells->len && n_rows < MAX_HEAD_ROWS; i++)
    {
      const CnscdCell *cell = &g_array_index (cells, CnscdCell, i);
      g_autoptr (HeadRow) head = NULL;

      if (cell->row == last)
        continue;
      last = cell->row;
      n_rows++;
      head = read_head_row (scan, cell->row);
      if (is_head (head, need_name))
        {
          *found = cell->row;
          return TRUE;
        }
    }
  return FALSE;
}

/* Teams with the number of their members or the like, as an export of teams is. */
static gboolean
is_team_list (const CnscdScan *scan)
{
  static const char *const words[] = { "so thanh vien", "to truong", "quyet dinh", "so luong",
                                       "tong so" };
  const CnscdSheetMapping *mapping = scan->mapping;
  gboolean place = FALSE, about = FALSE;

  for (guint c = 0; c < mapping->columns->len; c++)
    {
      CnscdColumn column = g_array_index (mapping->columns, CnscdColumn, c);
      g_autofree char *head = NULL;

      place = place || column == CNSCD_COLUMN_TEAM || column == CNSCD_COLUMN_HAMLET;
      if (c >= mapping->heads->len || mapping->heads->pdata[c] == NULL)
        continue;
      head = cnscd_text_search_key (mapping->heads->pdata[c]);
      for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
        about = about || g_str_has_prefix (head, words[i]);
    }
  return place && about;
}

/**
 * cnscd_recognizer_find_head:
 * @scan: a sheet
 *
 * Finds the head of the roster, of one row or two, and fills the mapping of
 * the sheet from its words and, where they fail, from the cells below.
 *
 * Returns: whether the sheet holds a roster
 */
gboolean
cnscd_recognizer_find_head (CnscdScan *scan)
{
  CnscdSheetMapping *mapping = scan->mapping;
  guint row, last;

  if (!search_head (scan, TRUE, &row) && !search_head (scan, FALSE, &row))
    return cnscd_recognizer_infer (scan);

  last = read_head (scan, row, mapping->columns, mapping->heads);
  mapping->head_row = last + 1;
  scan->first_row = last + 1;
  scan->title_rows = row;
  cnscd_recognizer_refine (scan);
  for (guint c = 0; c < mapping->columns->len; c++)
    {
      CnscdColumn column = g_array_index (mapping->columns, CnscdColumn, c);

      if (column == CNSCD_COLUMN_FULL_NAME || column == CNSCD_COLUMN_GIVEN_NAME)
        return TRUE;
    }
  scan->team_list = is_team_list (scan);
  return scan->team_list;
}

/**
 * cnscd_scan_read_heads:
 * @scan: a sheet
 * @row: from 0
 *
 * Returns: (transfer full) (element-type utf8): the texts of this row, by column; %NULL where there
 *   is none
 */
GPtrArray *
cnscd_scan_read_heads (const CnscdScan *scan, guint row)
{
  g_autoptr (HeadRow) head = read_head_row (scan, row);

  return g_ptr_array_ref (head->texts);
}

/**
 * cnscd_recognizer_use_head:
 * @scan: a sheet
 * @row: the last row of its head, from 0, as a person said
 *
 * As cnscd_recognizer_find_head(), where a person knows better which row is the head.
 */
void
cnscd_recognizer_use_head (CnscdScan *scan, guint row)
{
  CnscdSheetMapping *mapping = scan->mapping;

  if (read_head (scan, row, mapping->columns, mapping->heads) != row)
    {
      g_autoptr (HeadRow) here = read_head_row (scan, row);

      g_array_set_size (mapping->columns, 0);
      g_ptr_array_set_size (mapping->heads, 0);
      fill_columns (scan, here, row, NULL, mapping->columns, mapping->heads);
    }
  mapping->head_row = row + 1;
  scan->first_row = row + 1;
  scan->title_rows = row;
  cnscd_recognizer_refine (scan);
}

/**
 * cnscd_recognizer_match_head:
 * @scan: a sheet
 * @row: a row below the head, from 0
 * @columns: (out) (nullable) (transfer full) (element-type CnscdColumn): its columns
 *
 * Rosters repeat their head on each page, and may hold a second table.
 *
 * Returns: the number of rows of the head at @row, 0 when there is none
 */
guint
cnscd_recognizer_match_head (const CnscdScan *scan, guint row, GArray **columns)
{
  g_autoptr (HeadRow) head = read_head_row (scan, row);
  g_autoptr (GArray) found = NULL;
  guint last;

  *columns = NULL;
  if (!is_head (head, TRUE))
    return 0;
  found = g_array_new (FALSE, TRUE, sizeof (CnscdColumn));
  last = read_head (scan, row, found, NULL);
  *columns = g_steal_pointer (&found);
  return last + 1 - row;
}
