/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-memory.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cnscd-recognizer.h"
#include "cnscd-schedule-column.h"
#include "core/cnscd-text.h"

/*
 * What a person corrected in the columns of a table is kept in the settings of
 * the database, under the words of its head: the next table with the same head
 * is read in the same way.
 */

#define SETTING_PREFIX "import-mapping:"

/* Of the shape of a schedule: the same head can be a roster's. */
#define SCHEDULE_PREFIX "schedule-"

/* Rows with content that are looked at for a head which only a person knew. */
#define MAX_ROWS 30

/* Written into databases: never to be changed. */
static const char *const names[CNSCD_N_COLUMNS] = {
  [CNSCD_COLUMN_IGNORED] = "-",
  [CNSCD_COLUMN_NUMBER] = "number",
  [CNSCD_COLUMN_FULL_NAME] = "full-name",
  [CNSCD_COLUMN_FAMILY_NAME] = "family-name",
  [CNSCD_COLUMN_GIVEN_NAME] = "given-name",
  [CNSCD_COLUMN_BIRTH] = "birth",
  [CNSCD_COLUMN_BIRTH_MALE] = "birth-male",
  [CNSCD_COLUMN_BIRTH_FEMALE] = "birth-female",
  [CNSCD_COLUMN_GENDER] = "gender",
  [CNSCD_COLUMN_MALE_MARK] = "male-mark",
  [CNSCD_COLUMN_FEMALE_MARK] = "female-mark",
  [CNSCD_COLUMN_OFFICE] = "office",
  [CNSCD_COLUMN_POSITION] = "position",
  [CNSCD_COLUMN_BODY] = "body",
  [CNSCD_COLUMN_ROLE] = "role",
  [CNSCD_COLUMN_PHONE] = "phone",
  [CNSCD_COLUMN_HAMLET] = "hamlet",
  [CNSCD_COLUMN_TEAM] = "team",
  [CNSCD_COLUMN_UNIT] = "unit",
  [CNSCD_COLUMN_NOTE] = "note",
  [CNSCD_COLUMN_LEADER_MARK] = "leader-mark",
  [CNSCD_COLUMN_DEPUTY_MARK] = "deputy-mark",
  [CNSCD_COLUMN_MEMBER_MARK] = "member-mark",
};

/* Where the looking up is, for all sheets of a file. */
typedef struct
{
  CnscdDatabase *database;
  GHashTable *known; /* shape -> value, "" where nothing is kept */
  GPtrArray *found;
} Search;

static char *
dup_setting_name (const char *shape)
{
  return g_strconcat (SETTING_PREFIX, shape, NULL);
}

static guint
get_n_columns (gboolean schedule)
{
  return schedule ? CNSCD_N_SCHEDULE_COLUMNS : CNSCD_N_COLUMNS;
}

static const char *
get_name (gboolean schedule, guint column)
{
  return schedule ? cnscd_schedule_column_get_name (column)
                  : names[column < CNSCD_N_COLUMNS ? column : CNSCD_COLUMN_IGNORED];
}

static char *
dup_shape (const GPtrArray *heads, gboolean schedule)
{
  g_autofree char *sum = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_heads = 0, n_columns = heads->len;

  while (n_columns > 0 && heads->pdata[n_columns - 1] == NULL)
    n_columns--;
  for (guint c = 0; c < n_columns; c++)
    {
      if (heads->pdata[c] != NULL)
        {
          g_autofree char *key = cnscd_text_match_key (heads->pdata[c]);

          g_string_append (text, key);
          n_heads++;
        }
      g_string_append_c (text, '\n');
    }
  /* one word is no shape by which a table is known again */
  if (n_heads < 2)
    return NULL;
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, -1);
  return g_strconcat (schedule ? SCHEDULE_PREFIX : "", sum, NULL);
}

static char *
write_columns (const GArray *columns, gboolean schedule)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint c = 0; c < columns->len; c++)
    g_string_append_printf (text, "%s%s", c > 0 ? "," : "",
                            get_name (schedule, g_array_index (columns, CnscdColumn, c)));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* Nothing where another program, or damage, left what is not understood. */
static gboolean
parse_columns (const char *text, gboolean schedule, GArray *columns)
{
  g_auto (GStrv) words = g_strsplit (text, ",", CNSCD_WORKBOOK_MAX_COLUMNS + 1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint column = 0;

      while (column < get_n_columns (schedule) &&
             !g_str_equal (words[i], get_name (schedule, column)))
        column++;
      if (column == get_n_columns (schedule) || i == CNSCD_WORKBOOK_MAX_COLUMNS)
        return FALSE;
      g_array_append_val (columns, column);
    }
  return columns->len > 0;
}

/* The kept columns of this shape; "" when there are none. */
static const char *
look_up (Search *search, const char *shape, GError **error)
{
  const char *known = g_hash_table_lookup (search->known, shape);
  g_autofree char *name = NULL;
  char *value;
  GError *local_error = NULL;

  if (known != NULL)
    return known;
  name = dup_setting_name (shape);
  value = cnscd_database_get_setting (search->database, name, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }
  if (value == NULL)
    value = g_strdup ("");
  g_hash_table_insert (search->known, g_strdup (shape), value);
  return value;
}

/* Adds what is kept for a table with these heads, if anything is. */
static gboolean
try_heads (Search *search, const CnscdSheetMapping *mapping, gboolean *found, GError **error)
{
  g_autofree char *shape = cnscd_sheet_mapping_dup_shape (mapping);
  const char *value;
  CnscdSheetMapping *kept;

  *found = FALSE;
  if (shape == NULL)
    return TRUE;
  value = look_up (search, shape, error);
  if (value == NULL)
    return FALSE;

  kept = cnscd_sheet_mapping_copy (mapping);
  g_array_set_size (kept->columns, 0);
  *found = parse_columns (value, kept->schedule, kept->columns);
  if (*found)
    g_ptr_array_add (search->found, kept);
  else
    cnscd_sheet_mapping_free (kept);
  return TRUE;
}

/* Any of the first rows may be a head that the recognizer does not know. */
static gboolean
try_rows (Search *search,
          const CnscdWorkbook *workbook,
          const CnscdSheet *sheet,
          gboolean schedule,
          GError **error)
{
  guint32 last = G_MAXUINT32;
  guint n_rows = 0;
  gboolean found = FALSE;
  CnscdScan scan;
  gboolean done = TRUE;

  cnscd_scan_init (&scan, workbook, sheet);
  for (guint i = 0; i < sheet->cells->len && n_rows < MAX_ROWS && done && !found; i++)
    {
      guint32 row = g_array_index (sheet->cells, CnscdCell, i).row;
      g_autoptr (CnscdSheetMapping) mapping = NULL;

      if (row == last)
        continue;
      last = row;
      n_rows++;
      mapping = cnscd_sheet_mapping_new (sheet->name);
      mapping->schedule = schedule;
      mapping->head_row = mapping->first_row = row + 1;
      mapping->n_head_rows = 1;
      g_ptr_array_unref (mapping->heads);
      mapping->heads = cnscd_scan_read_heads (&scan, row);
      done = try_heads (search, mapping, &found, error);
    }
  cnscd_scan_clear (&scan);
  return done;
}

static const CnscdSheet *
find_sheet (const CnscdWorkbook *workbook, const char *name)
{
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const CnscdSheet *sheet = workbook->sheets->pdata[i];

      if (g_strcmp0 (sheet->name, name) == 0)
        return sheet;
    }
  return NULL;
}

/**
 * cnscd_sheet_mapping_dup_shape:
 * @mapping: columns of a sheet
 *
 * By the head a table is known again. Capitals, spaces and the place of a tone
 * mark do not count; accents do.
 *
 * Returns: (transfer full) (nullable): what tells the shape of the table; %NULL for one without a
 *   head
 */
char *
cnscd_sheet_mapping_dup_shape (const CnscdSheetMapping *mapping)
{
  return dup_shape (mapping->heads, mapping->schedule);
}

/**
 * cnscd_import_memory_find:
 * @database: a database
 * @workbook: a file
 * @mappings: (element-type CnscdSheetMapping): as what its sheets were understood
 * @error: return location for a #CnscdStoreError
 *
 * Finds what people have corrected before in tables of the same shape.
 *
 * Returns: (transfer full) (nullable) (element-type CnscdSheetMapping): columns for the sheets that
 *   are known again, possibly none; %NULL on error
 */
GPtrArray *
cnscd_import_memory_find (CnscdDatabase *database,
                          const CnscdWorkbook *workbook,
                          GPtrArray *mappings,
                          GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) found =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_sheet_mapping_free);
  Search search = { .database = database, .known = known, .found = found };

  for (guint i = 0; i < mappings->len; i++)
    {
      const CnscdSheetMapping *mapping = mappings->pdata[i];
      const CnscdSheet *sheet = find_sheet (workbook, mapping->sheet);
      gboolean hit = FALSE;

      if (mapping->head_row > 0 && !try_heads (&search, mapping, &hit, error))
        return NULL;
      if (!hit && sheet != NULL && !try_rows (&search, workbook, sheet, mapping->schedule, error))
        return NULL;
    }
  return g_steal_pointer (&found);
}

/**
 * cnscd_import_memory_report:
 * @kept: (element-type CnscdSheetMapping): of cnscd_import_memory_find()
 * @findings: (element-type CnscdFinding): gets that they are used
 */
void
cnscd_import_memory_report (GPtrArray *kept, GPtrArray *findings)
{
  for (guint i = 0; i < kept->len; i++)
    {
      const CnscdSheetMapping *mapping = kept->pdata[i];

      cnscd_findings_add (findings, CNSCD_FINDING_INFO, "mapping-kept", mapping->sheet,
                          mapping->head_row, 0,
                          _ ("The columns of “%s” are read as somebody corrected them in an "
                             "earlier import."),
                          mapping->sheet);
    }
}

/**
 * cnscd_import_memory_keep:
 * @database: a database
 * @mappings: (element-type CnscdSheetMapping): what a person corrected
 * @error: return location for a #CnscdStoreError
 *
 * Keeps the columns for the next table of the same shape. A table without a
 * head has no shape to be known again by, and is not kept.
 *
 * Returns: whether it was written
 */
gboolean
cnscd_import_memory_keep (CnscdDatabase *database, GPtrArray *mappings, GError **error)
{
  for (guint i = 0; i < mappings->len; i++)
    {
      const CnscdSheetMapping *mapping = mappings->pdata[i];
      g_autofree char *shape = cnscd_sheet_mapping_dup_shape (mapping);
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;

      if (shape == NULL || mapping->columns->len == 0)
        continue;
      name = dup_setting_name (shape);
      value = write_columns (mapping->columns, mapping->schedule);
      if (!cnscd_database_set_setting (database, name, value, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * cnscd_import_memory_forget:
 * @database: a database
 * @shape: of cnscd_sheet_mapping_dup_shape()
 * @error: return location for a #CnscdStoreError
 *
 * Tables of this shape are read by their own words again.
 *
 * Returns: whether it was written
 */
gboolean
cnscd_import_memory_forget (CnscdDatabase *database, const char *shape, GError **error)
{
  g_autofree char *name = dup_setting_name (shape);

  return cnscd_database_set_setting (database, name, NULL, error);
}
