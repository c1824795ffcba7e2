/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-table-shape.h"

#include <string.h>

#include "cnscd-import-memory.h"
#include "cnscd-recognizer.h"
#include "cnscd-synonyms.h"

/* Of one value, so that a row of the screen has room for three. */
#define MAX_EXAMPLE 24
/* Rows that are looked through for examples. */
#define MAX_EXAMPLE_ROWS 500
/* Rows that a head nobody knows is looked for in. */
#define MAX_GUESS_ROWS 30
/* More columns than this nobody looks through. */
#define MAX_COLUMNS 200

static void
column_free (gpointer data)
{
  CnscdShapeColumn *column = data;

  g_free (column->letters);
  g_free (column->head);
  g_free (column->examples);
  g_free (column);
}

static void
shape_free (gpointer data)
{
  CnscdTableShape *shape = data;

  g_free (shape->shape);
  g_ptr_array_unref (shape->mappings);
  g_ptr_array_unref (shape->columns);
  g_free (shape);
}

static gboolean
is_known (const CnscdSheetMapping *mapping)
{
  for (guint c = 0; c < mapping->columns->len; c++)
    if (g_array_index (mapping->columns, CnscdColumn, c) != CNSCD_COLUMN_IGNORED)
      return TRUE;
  return mapping->head_row > 0;
}

/* The row that most looks like a head, where no words of it are known: all texts, most of them. */
static void
guess_head (const CnscdScan *scan, CnscdSheetMapping *mapping)
{
  const GArray *cells = scan->sheet->cells;
  guint best = 1, n_rows = 0;

  for (guint i = 0; i < cells->len && n_rows < MAX_GUESS_ROWS; n_rows++)
    {
      guint32 row = g_array_index (cells, CnscdCell, i).row;
      guint n_texts = 0;
      gboolean texts = TRUE;

      for (; i < cells->len && g_array_index (cells, CnscdCell, i).row == row; i++)
        {
          const CnscdCell *cell = &g_array_index (cells, CnscdCell, i);

          texts = texts && cell->type == CNSCD_CELL_TEXT && cnscd_words_has_letter (cell->text) &&
                  strpbrk (cell->text, "0123456789") == NULL;
          n_texts++;
        }
      if (texts && n_texts > best && i < cells->len)
        {
          best = n_texts;
          mapping->head_row = mapping->first_row = row + 1;
          mapping->n_head_rows = 1;
        }
    }
  g_ptr_array_unref (mapping->heads);
  mapping->heads = mapping->head_row > 0 ? cnscd_scan_read_heads (scan, mapping->head_row - 1)
                                         : g_ptr_array_new_with_free_func (g_free);
  g_array_set_size (mapping->columns, 0);
  g_array_set_size (mapping->columns, scan->n_columns);
}

static void
append_example (GString *examples, const char *text)
{
  if (examples->len > 0)
    g_string_append (examples, " · ");
  if (g_utf8_strlen (text, -1) > MAX_EXAMPLE)
    {
      const char *end = g_utf8_offset_to_pointer (text, MAX_EXAMPLE);
      const char *space = g_strrstr_len (text, end - text, " ");

      /* Between words, if there are some. */
      if (*end != ' ' && space != NULL && space > text)
        end = space;
      g_string_append_len (examples, text, end - text);
      g_string_append (examples, "…");
    }
  else
    g_string_append (examples, text);
}

/* The first values of each column that are not alike. */
static GPtrArray *
collect_examples (const CnscdScan *scan, guint first_row)
{
  const GArray *cells = scan->sheet->cells;
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint *counts = g_new0 (guint, MAX (scan->n_columns, 1));
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint c = 0; c < scan->n_columns; c++)
    g_ptr_array_add (texts, g_string_new (NULL));
  for (guint i = cnscd_sheet_row_start (scan->sheet, first_row); i < cells->len; i++)
    {
      const CnscdCell *cell = &g_array_index (cells, CnscdCell, i);
      const CnscdCellRange *merge = cnscd_scan_get_merge (scan, cell->row, cell->column);
      GString *examples = texts->pdata[cell->column];
      g_autofree char *text = NULL;

      if (cell->row > first_row + MAX_EXAMPLE_ROWS)
        break;
      if (counts[cell->column] == CNSCD_SHAPE_EXAMPLES ||
          (merge != NULL && merge->last_column > merge->first_column))
        continue;
      text = cnscd_scan_dup_text (scan, cell);
      if (text == NULL || strstr (examples->str, text) != NULL)
        continue;
      append_example (examples, text);
      counts[cell->column]++;
    }
  for (guint c = 0; c < scan->n_columns; c++)
    g_ptr_array_add (all, g_string_free_and_steal (texts->pdata[c]));
  return all;
}

/* Without any such column, nothing can be read. */
static gboolean
is_key (const CnscdSheetMapping *mapping, guint column)
{
  if (mapping->schedule)
    return column == CNSCD_SCHEDULE_DAY || column == CNSCD_SCHEDULE_TIME ||
           column == CNSCD_SCHEDULE_START || column == CNSCD_SCHEDULE_WEEKDAY;
  return column == CNSCD_COLUMN_FULL_NAME || column == CNSCD_COLUMN_GIVEN_NAME;
}

static void
fill_columns (CnscdTableShape *shape, CnscdScan *scan, const CnscdSheetMapping *mapping)
{
  guint first_row = MAX (mapping->first_row, mapping->head_row);
  g_autoptr (GPtrArray) examples = collect_examples (scan, first_row);

  for (guint c = 0; c < scan->n_columns && shape->columns->len < MAX_COLUMNS; c++)
    {
      const char *head = c < mapping->heads->len ? mapping->heads->pdata[c] : NULL;
      const char *text = examples->pdata[c];
      CnscdShapeColumn *column;

      if (head == NULL && *text == '\0')
        continue;
      column = g_new0 (CnscdShapeColumn, 1);
      column->index = c;
      column->letters = cnscd_column_dup_letters (c);
      column->head = g_strdup (head);
      column->forbidden = cnscd_scan_is_forbidden (scan, head, c, first_row);
      /* what may not be kept is not shown either */
      column->examples = g_strdup (column->forbidden ? "" : text);
      if (c < mapping->columns->len)
        column->column = g_array_index (mapping->columns, CnscdColumn, c);
      shape->has_key = shape->has_key || is_key (mapping, column->column);
      g_ptr_array_add (shape->columns, column);
    }
}

/* Sheets are of one shape when their columns are alike and are taken for the same. */
static CnscdTableShape *
find_shape (GPtrArray *shapes, const char *id, const CnscdSheetMapping *mapping)
{
  for (guint i = 0; i < shapes->len && id != NULL; i++)
    {
      CnscdTableShape *shape = shapes->pdata[i];
      const CnscdSheetMapping *first = shape->mappings->pdata[0];

      if (g_strcmp0 (shape->shape, id) == 0 && first->columns->len == mapping->columns->len &&
          memcmp (first->columns->data, mapping->columns->data,
                  mapping->columns->len * sizeof (CnscdColumn)) == 0)
        return shape;
    }
  return NULL;
}

static guint
count_rows (const CnscdSheet *sheet, guint first_row)
{
  guint32 last = G_MAXUINT32;
  guint n = 0;

  for (guint i = cnscd_sheet_row_start (sheet, first_row); i < sheet->cells->len; i++)
    {
      guint32 row = g_array_index (sheet->cells, CnscdCell, i).row;

      n += row != last;
      last = row;
    }
  return n;
}

static void
add_sheet (GPtrArray *shapes,
           const CnscdWorkbook *workbook,
           const CnscdSheet *sheet,
           const CnscdSheetMapping *found)
{
  CnscdSheetMapping *mapping = cnscd_sheet_mapping_copy (found);
  g_autofree char *id = NULL;
  CnscdTableShape *shape;
  CnscdScan scan;

  cnscd_scan_init (&scan, workbook, sheet);
  if (!is_known (mapping))
    guess_head (&scan, mapping);
  id = cnscd_sheet_mapping_dup_shape (mapping);
  shape = find_shape (shapes, id, mapping);
  if (shape == NULL)
    {
      shape = g_new0 (CnscdTableShape, 1);
      shape->shape = g_steal_pointer (&id);
      shape->columns = g_ptr_array_new_with_free_func (column_free);
      shape->mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_sheet_mapping_free);
      fill_columns (shape, &scan, mapping);
      g_ptr_array_add (shapes, shape);
    }
  shape->n_rows += count_rows (sheet, MAX (mapping->first_row, mapping->head_row));
  g_ptr_array_add (shape->mappings, mapping);
  cnscd_scan_clear (&scan);
}

static GHashTable *
index_by_sheet (GPtrArray *shapes)
{
  GHashTable *by_sheet = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < shapes->len; i++)
    {
      CnscdTableShape *shape = shapes->pdata[i];

      for (guint j = 0; j < shape->mappings->len; j++)
        g_hash_table_insert (by_sheet, ((CnscdSheetMapping *) shape->mappings->pdata[j])->sheet,
                             shape);
    }
  return by_sheet;
}

/* A team may be spread over sheets, and counts where it begins. */
static void
count_people (GPtrArray *shapes, const CnscdRosterTable *table)
{
  g_autoptr (GHashTable) by_sheet = index_by_sheet (shapes);

  for (guint i = 0; i < table->groups->len; i++)
    {
      const CnscdRosterGroup *group = table->groups->pdata[i];
      CnscdTableShape *shape =
        group->sheet != NULL ? g_hash_table_lookup (by_sheet, group->sheet) : NULL;

      if (shape != NULL)
        shape->n_teams++;
      for (guint j = 0; j < group->entries->len; j++)
        {
          const CnscdRosterEntry *entry = group->entries->pdata[j];

          shape = entry->sheet != NULL ? g_hash_table_lookup (by_sheet, entry->sheet) : NULL;
          if (shape != NULL)
            shape->n_people++;
        }
    }
}

static void
count_sessions (GPtrArray *shapes, const CnscdScheduleTable *table)
{
  g_autoptr (GHashTable) by_sheet = index_by_sheet (shapes);

  for (guint i = 0; i < table->entries->len; i++)
    {
      const CnscdScheduleEntry *entry = table->entries->pdata[i];
      CnscdTableShape *shape = g_hash_table_lookup (by_sheet, entry->sheet);

      if (shape != NULL)
        shape->n_people++;
    }
}

static GPtrArray *
collect (const CnscdWorkbook *workbook, GPtrArray *mappings)
{
  GPtrArray *shapes = g_ptr_array_new_with_free_func (shape_free);

  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const CnscdSheet *sheet = workbook->sheets->pdata[i];
      const CnscdSheetMapping *mapping = cnscd_sheet_mappings_find (mappings, sheet->name);

      if (mapping != NULL && sheet->cells->len > 0)
        add_sheet (shapes, workbook, sheet, mapping);
    }
  return shapes;
}

/**
 * cnscd_table_shapes_new:
 * @workbook: a file
 * @table: what was understood of it
 *
 * The tables of a file, in its order, with what every column was taken for. Of
 * a table that was not understood the head is guessed, so that a person can say
 * what its columns are. Hidden and empty sheets are left out.
 *
 * Returns: (transfer full) (element-type CnscdTableShape): the shapes
 */
GPtrArray *
cnscd_table_shapes_new (const CnscdWorkbook *workbook, const CnscdRosterTable *table)
{
  GPtrArray *shapes = collect (workbook, table->mappings);

  count_people (shapes, table);
  return shapes;
}

/**
 * cnscd_table_shapes_new_schedule:
 * @workbook: a file
 * @table: what was understood of it
 *
 * As cnscd_table_shapes_new(), of schedules.
 *
 * Returns: (transfer full) (element-type CnscdTableShape): the shapes
 */
GPtrArray *
cnscd_table_shapes_new_schedule (const CnscdWorkbook *workbook, const CnscdScheduleTable *table)
{
  GPtrArray *shapes = collect (workbook, table->mappings);

  count_sessions (shapes, table);
  return shapes;
}
