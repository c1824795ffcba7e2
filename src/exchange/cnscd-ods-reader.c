/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-ods-reader.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "cnscd-spreadsheet-error.h"
#include "cnscd-spreadsheet-xml.h"

#define OFFICE_URI  "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
#define CALCEXT_URI "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"

#define MAX_SHEETS 1024

/* Spaces, tabs and breaks that are elements, until the others have been collapsed. */
#define MARK_SPACE '\1'
#define MARK_TAB   '\2'
#define MARK_BREAK '\3'

typedef struct
{
  CnscdCell cell; /* its row and column are not used */
  guint column;
  guint count;
} PendingCell;

typedef struct
{
  CnscdWorkbook *workbook;
  CnscdSheet *sheet;
  GHashTable *hidden_styles; /* names of table styles that are not displayed */
  char *style;

  GArray *pending; /* (element-type PendingCell): of the open row */
  guint row;
  guint row_count;
  guint column;
  guint column_count;
  gboolean in_table;
  gboolean in_cell;
  gboolean in_paragraph;
  guint skipped; /* depth within what is no content of a cell */

  CnscdCellType type;
  char *value; /* of the cell's attribute; NULL: its text counts */
  guint n_paragraphs;
} ContentPart;

enum
{
  ELEMENT_STYLE,
  ELEMENT_TABLE_PROPERTIES,
  ELEMENT_TABLE,
  ELEMENT_ROW,
  ELEMENT_CELL,
  ELEMENT_COVERED_CELL,
  ELEMENT_PARAGRAPH,
  ELEMENT_SPACE,
  ELEMENT_TAB,
  ELEMENT_BREAK,
  /* From here on: not read, with all that is in them. */
  ELEMENT_SKIPPED,
};

static const char *const elements[] = {
  "style",
  "table-properties",
  "table",
  "table-row",
  "table-cell",
  "covered-table-cell",
  "p",
  "s",
  "tab",
  "line-break",
  "annotation",
  "shapes",
  "tracked-changes",
  "frame",
  "custom-shape",
  "ruby-text",
  "note",
  "dde-links",
  "g",
  "rect",
  NULL,
};

static void
fail_damaged (CnscdXmlReader *reader)
{
  cnscd_xml_reader_fail (
    reader, g_error_new_literal (CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_DAMAGED,
                                 _ ("The tables of the file contradict each other. Open it in a "
                                    "spreadsheet program and save it again.")));
}

static void
start_table (CnscdXmlReader *reader, ContentPart *part)
{
  g_autofree char *name = cnscd_xml_reader_dup (reader, "name");
  g_autofree char *style = cnscd_xml_reader_dup (reader, "style-name");

  if (part->in_table || part->workbook->sheets->len >= MAX_SHEETS)
    {
      fail_damaged (reader);
      return;
    }
  part->in_table = TRUE;
  part->row = 0;
  part->row_count = 0;
  part->sheet = cnscd_workbook_add_sheet (part->workbook, name != NULL ? name : "");
  part->sheet->hidden = style != NULL && g_hash_table_contains (part->hidden_styles, style);
}

static void
start_row (CnscdXmlReader *reader, ContentPart *part)
{
  if (part->row_count != 0 || part->in_cell)
    {
      fail_damaged (reader);
      return;
    }
  part->row_count = 1;
  if (!cnscd_xml_reader_get_uint (reader, "number-rows-repeated", &part->row_count) ||
      part->row_count == 0)
    part->row_count = 1;
  part->column = 0;
  g_array_set_size (part->pending, 0);
}

static void
add_merge (CnscdXmlReader *reader, ContentPart *part)
{
  guint columns = 1;
  guint rows = 1;
  CnscdCellRange range;

  cnscd_xml_reader_get_uint (reader, "number-columns-spanned", &columns);
  cnscd_xml_reader_get_uint (reader, "number-rows-spanned", &rows);
  if ((columns <= 1 && rows <= 1) || columns == 0 || rows == 0 || part->column > G_MAXUINT16 ||
      part->sheet->merges->len >= CNSCD_WORKBOOK_MAX_ROWS)
    return;

  range.first_row = part->row;
  range.last_row = part->row + rows - 1;
  range.first_column = (guint16) part->column;
  range.last_column = (guint16) MIN (part->column + columns - 1, G_MAXUINT16);
  cnscd_sheet_add_merge (part->sheet, &range);
}

static void
start_cell (CnscdXmlReader *reader, ContentPart *part)
{
  static const struct
  {
    const char *word;
    CnscdCellType type;
    const char *attribute;
  } types[] = {
    { "float", CNSCD_CELL_NUMBER, "value" },
    { "currency", CNSCD_CELL_NUMBER, "value" },
    { "percentage", CNSCD_CELL_NUMBER, "value" },
    { "date", CNSCD_CELL_DATE, "date-value" },
    { "boolean", CNSCD_CELL_BOOLEAN, "boolean-value" },
    { "string", CNSCD_CELL_TEXT, "string-value" },
  };

  if (part->row_count == 0 || part->in_cell)
    {
      fail_damaged (reader);
      return;
    }
  part->in_cell = TRUE;
  part->column_count = 1;
  if (!cnscd_xml_reader_get_uint (reader, "number-columns-repeated", &part->column_count) ||
      part->column_count == 0)
    part->column_count = 1;
  part->n_paragraphs = 0;
  part->type = CNSCD_CELL_TEXT;
  cnscd_xml_reader_clear (reader);
  add_merge (reader, part);

  g_clear_pointer (&part->value, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (cnscd_xml_reader_is_in (reader, OFFICE_URI, "value-type", types[i].word))
      {
        part->type = types[i].type;
        part->value = cnscd_xml_reader_dup (reader, types[i].attribute);
        break;
      }
  if (cnscd_xml_reader_is_in (reader, CALCEXT_URI, "value-type", "error"))
    part->type = CNSCD_CELL_ERROR;
}

/* XML's white space is layout of the file: a run of it is one space, at the ends nothing. */
static void
collapse_space (GString *text)
{
  char *to = text->str;

  for (const char *from = text->str; *from != '\0'; from++)
    {
      if (!g_ascii_isspace (*from))
        *to++ = *from;
      else if (to != text->str && to[-1] != ' ' && to[-1] != '\n')
        *to++ = ' ';
    }
  while (to != text->str && to[-1] == ' ')
    to--;
  g_string_truncate (text, (gsize) (to - text->str));
  g_strdelimit (text->str, (char[]) { MARK_SPACE, '\0' }, ' ');
  g_strdelimit (text->str, (char[]) { MARK_TAB, '\0' }, '\t');
  g_strdelimit (text->str, (char[]) { MARK_BREAK, '\0' }, '\n');
}

/* FALSE: the attribute says nothing usable, the text shown counts. */
static gboolean
read_value (ContentPart *part, CnscdCell *cell)
{
  char *end;

  if (part->value == NULL)
    return FALSE;
  cell->type = part->type;
  switch (part->type)
    {
    case CNSCD_CELL_NUMBER:
      cell->number = g_ascii_strtod (part->value, &end);
      return end != part->value && *end == '\0' && isfinite (cell->number) &&
             part->value[strspn (part->value, "0123456789+-.eE")] == '\0';
    case CNSCD_CELL_BOOLEAN:
      cell->number = g_str_equal (part->value, "true");
      return TRUE;
    case CNSCD_CELL_DATE:
      if (strlen (part->value) > 10)
        part->value[10] = '\0';
      return cnscd_date_read_iso (part->value, &cell->date) && cnscd_date_is_full (cell->date);
    case CNSCD_CELL_TEXT:
    case CNSCD_CELL_ERROR:
    default:
      return FALSE;
    }
}

static void
end_cell (CnscdXmlReader *reader, ContentPart *part)
{
  PendingCell pending = { .column = part->column, .count = part->column_count };
  GString *text = cnscd_xml_reader_text (reader);

  part->in_cell = FALSE;
  part->column = (guint) MIN ((guint64) part->column + part->column_count, G_MAXINT32);

  if (!read_value (part, &pending.cell))
    {
      pending.cell.type = part->type == CNSCD_CELL_ERROR ? CNSCD_CELL_ERROR : CNSCD_CELL_TEXT;
      collapse_space (text);
      if (text->len == 0 && part->type == CNSCD_CELL_TEXT && part->value != NULL)
        g_string_assign (text, part->value);
      pending.cell.text = cnscd_workbook_intern (part->workbook, text->str, (gssize) text->len);
      if (pending.cell.text == NULL)
        return;
    }
  g_array_append_val (part->pending, pending);
}

static gboolean
add_cell (ContentPart *part, const CnscdCell *cell, guint row, guint column, GError **error)
{
  switch ((CnscdCellType) cell->type)
    {
    case CNSCD_CELL_TEXT:
    case CNSCD_CELL_ERROR:
      return cnscd_workbook_add_interned (part->workbook, part->sheet, row, column, cell->type,
                                          cell->text, error);
    case CNSCD_CELL_DATE:
      return cnscd_workbook_add_date (part->workbook, part->sheet, row, column, cell->date, error);
    case CNSCD_CELL_NUMBER:
    case CNSCD_CELL_BOOLEAN:
    default:
      return cnscd_workbook_add_number (part->workbook, part->sheet, row, column, cell->type,
                                        cell->number, error);
    }
}

static gboolean
add_row (ContentPart *part, guint row, GError **error)
{
  for (guint i = 0; i < part->pending->len; i++)
    {
      const PendingCell *pending = &g_array_index (part->pending, PendingCell, i);

      for (guint j = 0; j < pending->count; j++)
        if (!add_cell (part, &pending->cell, row, pending->column + j, error))
          return FALSE;
    }
  return TRUE;
}

static void
end_row (CnscdXmlReader *reader, ContentPart *part)
{
  GError *error = NULL;

  for (guint i = 0; part->pending->len > 0 && i < part->row_count; i++)
    if (!add_row (part, part->row + i, &error))
      {
        cnscd_xml_reader_fail (reader, error);
        return;
      }
  part->row = (guint) MIN ((guint64) part->row + part->row_count, G_MAXINT32);
  part->row_count = 0;
}

static void
start_cb (CnscdXmlReader *reader, int element, gpointer user_data)
{
  ContentPart *part = user_data;
  guint count = 1;

  if (element >= ELEMENT_SKIPPED)
    {
      part->skipped++;
      cnscd_xml_reader_collect (reader, FALSE);
      return;
    }
  if (part->skipped > 0)
    return;

  switch (element)
    {
    case ELEMENT_STYLE:
      g_free (part->style);
      part->style = cnscd_xml_reader_dup (reader, "name");
      break;
    case ELEMENT_TABLE_PROPERTIES:
      if (part->style != NULL && cnscd_xml_reader_is (reader, "display", "false"))
        g_hash_table_add (part->hidden_styles, g_steal_pointer (&part->style));
      break;
    case ELEMENT_TABLE:
      start_table (reader, part);
      break;
    case ELEMENT_ROW:
      if (part->in_table)
        start_row (reader, part);
      break;
    case ELEMENT_CELL:
    case ELEMENT_COVERED_CELL:
      if (part->in_table)
        start_cell (reader, part);
      break;
    case ELEMENT_PARAGRAPH:
      if (part->in_cell)
        {
          if (part->n_paragraphs++ > 0)
            cnscd_xml_reader_append (reader, (char[]) { MARK_BREAK }, 1);
          part->in_paragraph = TRUE;
          cnscd_xml_reader_collect (reader, TRUE);
        }
      break;
    case ELEMENT_SPACE:
      cnscd_xml_reader_get_uint (reader, "c", &count);
      for (guint i = 0; part->in_cell && i < MIN (count, 256); i++)
        cnscd_xml_reader_append (reader, (char[]) { MARK_SPACE }, 1);
      break;
    case ELEMENT_TAB:
      if (part->in_cell)
        cnscd_xml_reader_append (reader, (char[]) { MARK_TAB }, 1);
      break;
    case ELEMENT_BREAK:
      if (part->in_cell)
        cnscd_xml_reader_append (reader, (char[]) { MARK_BREAK }, 1);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
end_cb (CnscdXmlReader *reader, int element, gpointer user_data)
{
  ContentPart *part = user_data;

  if (element >= ELEMENT_SKIPPED)
    {
      part->skipped--;
      cnscd_xml_reader_collect (reader, part->skipped == 0 && part->in_paragraph);
      return;
    }
  if (part->skipped > 0)
    return;

  switch (element)
    {
    case ELEMENT_TABLE:
      part->in_table = FALSE;
      break;
    case ELEMENT_ROW:
      if (part->in_table)
        end_row (reader, part);
      break;
    case ELEMENT_CELL:
    case ELEMENT_COVERED_CELL:
      if (part->in_cell)
        end_cell (reader, part);
      break;
    case ELEMENT_PARAGRAPH:
      part->in_paragraph = FALSE;
      cnscd_xml_reader_collect (reader, FALSE);
      break;
    default:
      break;
    }
}

static void
manifest_start_cb (CnscdXmlReader *reader, int element, gpointer user_data)
{
  GError *error = NULL;

  cnscd_spreadsheet_set_encrypted (&error);
  cnscd_xml_reader_fail (reader, error);
}

static gboolean
check_not_encrypted (CnscdPackage *package, GError **error)
{
  static const char *const names[] = { "encryption-data", NULL };
  static const CnscdXmlHandler handler = { names, TRUE, manifest_start_cb, NULL };

  return cnscd_package_find (package, "META-INF/manifest.xml") == NULL ||
         cnscd_xml_parse (package, "META-INF/manifest.xml", &handler, NULL, error);
}

/**
 * cnscd_ods_read:
 * @package: a package of OpenDocument, ISO/IEC 26300
 * @n_rows: (nullable): counts the rows, as of #CnscdWorkbook
 * @error: return location for a #CnscdSpreadsheetError or %G_IO_ERROR_CANCELLED
 *
 * Reads the part of content as a stream. FreeXL is not used for it: it keeps only the last of a
 * cell's paragraphs and what follows a space, lets a note overwrite the cell before it, moves rows
 * below a long gap, and takes sizes and repetitions from the file without a bound.
 *
 * Returns: (transfer full): the workbook, not yet finished
 */
CnscdWorkbook *
cnscd_ods_read (CnscdPackage *package, guint *n_rows, GError **error)
{
  static const CnscdXmlHandler handler = { elements, TRUE, start_cb, end_cb };
  g_autoptr (CnscdWorkbook) workbook = cnscd_workbook_new ("ods");
  g_autoptr (GHashTable) hidden_styles =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) pending = g_array_new (FALSE, FALSE, sizeof (PendingCell));
  ContentPart part = { .workbook = workbook, .hidden_styles = hidden_styles, .pending = pending };
  gboolean success;

  workbook->n_rows = n_rows;
  if (!check_not_encrypted (package, error))
    return NULL;
  success = cnscd_xml_parse (package, "content.xml", &handler, &part, error);
  g_free (part.style);
  g_free (part.value);
  return success ? g_steal_pointer (&workbook) : NULL;
}
