/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-xlsx-reader.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "cnscd-encoding-font.h"
#include "cnscd-spreadsheet-xml.h"
#include "cnscd-xlsx-relationships.h"
#include "cnscd-xlsx-strings.h"
#include "cnscd-xlsx-styles.h"

#define MAX_SHEETS 1024

typedef struct
{
  char *name;
  char *relationship;
  gboolean hidden;
} SheetEntry;

typedef struct
{
  GPtrArray *sheets; /* (element-type SheetEntry) */
  gboolean epoch_1904;
} WorkbookPart;

typedef enum
{
  VALUE_NUMBER,
  VALUE_SHARED,
  VALUE_TEXT,
  VALUE_INLINE,
  VALUE_BOOLEAN,
  VALUE_ERROR,
  VALUE_DATE,
} ValueType;

typedef struct
{
  CnscdWorkbook *workbook;
  CnscdSheet *sheet;
  const CnscdXlsxStrings *strings;
  const CnscdXlsxStyles *styles;
  gboolean epoch_1904;

  guint row;         /* of the open row, from 0 */
  guint next_row;    /* where a row without a number stands */
  guint next_column; /* where a cell without a reference stands */
  guint cell_row;
  guint cell_column;
  guint style;
  ValueType type;
  gboolean in_inline;
  gboolean had_inline;
  gboolean in_phonetic;
} SheetPart;

static void
free_sheet_entry (SheetEntry *entry)
{
  g_free (entry->name);
  g_free (entry->relationship);
  g_free (entry);
}

G_GNUC_PRINTF (2, 3)
static void
fail (CnscdXmlReader *reader, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  cnscd_xml_reader_fail (
    reader,
    g_error_new (
      CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_DAMAGED,
      /* Translators: the reason, a sentence */
      _ ("The file is damaged: %s Open it in a spreadsheet program, check it, and save it again."),
      reason));
}

/* "AB12": 1 ≤ row, from 0 on return. Stops at @end or at a colon. */
static gboolean
parse_reference (const char **text, const char *end, guint *row, guint *column)
{
  const char *c = *text;
  guint letters = 0;
  guint number = 0;
  guint digits = 0;

  for (; c < end && (*c == '$' || g_ascii_isalpha (*c)); c++)
    if (*c != '$')
      {
        if (letters > 1000000)
          return FALSE;
        letters = letters * 26 + (guint) (g_ascii_toupper (*c) - 'A' + 1);
      }
  for (; c < end && (*c == '$' || g_ascii_isdigit (*c)); c++)
    if (*c != '$')
      {
        if (++digits > 9)
          return FALSE;
        number = number * 10 + (guint) (*c - '0');
      }
  if (letters == 0 || number == 0)
    return FALSE;
  *text = c;
  *row = number - 1;
  *column = letters - 1;
  return TRUE;
}

/* Most values are indexes and small numbers: no locale, no strtod(). */
static gboolean
parse_whole_number (const GString *text, guint64 *number)
{
  if (text->len == 0 || text->len > 15)
    return FALSE;
  *number = 0;
  for (gsize i = 0; i < text->len; i++)
    {
      if (!g_ascii_isdigit (text->str[i]))
        return FALSE;
      *number = *number * 10 + (guint64) (text->str[i] - '0');
    }
  return TRUE;
}

/* The workbook. */

enum
{
  WORKBOOK_PROPERTIES,
  WORKBOOK_SHEET,
};

static void
workbook_start_cb (CnscdXmlReader *reader, int element, gpointer user_data)
{
  WorkbookPart *part = user_data;
  SheetEntry *entry;

  if (element == WORKBOOK_PROPERTIES)
    {
      part->epoch_1904 = cnscd_xml_reader_is (reader, "date1904", "1") ||
                         cnscd_xml_reader_is (reader, "date1904", "true");
      return;
    }

  if (part->sheets->len >= MAX_SHEETS)
    {
      cnscd_xml_reader_fail (
        reader, g_error_new (CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_TOO_LARGE,
                             _ ("The file has more than %d sheets. Copy the ones with the table "
                                "into a new file and save that."),
                             MAX_SHEETS));
      return;
    }
  entry = g_new0 (SheetEntry, 1);
  entry->name = cnscd_xml_reader_dup (reader, "name");
  entry->relationship = cnscd_xml_reader_dup (reader, "id");
  entry->hidden = cnscd_xml_reader_is (reader, "state", "hidden") ||
                  cnscd_xml_reader_is (reader, "state", "veryHidden");
  g_ptr_array_add (part->sheets, entry);
}

/* One sheet. */

enum
{
  SHEET_ROW,
  SHEET_CELL,
  SHEET_VALUE,
  SHEET_INLINE,
  SHEET_TEXT,
  SHEET_PHONETIC,
  SHEET_MERGE,
};

static ValueType
read_value_type (CnscdXmlReader *reader)
{
  static const struct
  {
    const char *word;
    ValueType type;
  } types[] = {
    { "s", VALUE_SHARED },  { "inlineStr", VALUE_INLINE }, { "str", VALUE_TEXT },
    { "b", VALUE_BOOLEAN }, { "e", VALUE_ERROR },          { "d", VALUE_DATE },
  };
  const char *value;
  gsize length;

  if (cnscd_xml_reader_get (reader, "t", &value, &length))
    for (guint i = 0; i < G_N_ELEMENTS (types); i++)
      if (strlen (types[i].word) == length && memcmp (types[i].word, value, length) == 0)
        return types[i].type;
  return VALUE_NUMBER;
}

static void
start_row (CnscdXmlReader *reader, SheetPart *part)
{
  guint number;

  part->row = part->next_row;
  if (cnscd_xml_reader_get_uint (reader, "r", &number) && number > 0)
    part->row = number - 1;
  part->next_row = part->row + 1;
  part->next_column = 0;
}

static void
start_cell (CnscdXmlReader *reader, SheetPart *part)
{
  const char *reference;
  gsize length;

  part->cell_row = part->row;
  part->cell_column = part->next_column;
  if (cnscd_xml_reader_get (reader, "r", &reference, &length))
    {
      const char *c = reference;

      if (!parse_reference (&c, reference + length, &part->cell_row, &part->cell_column) ||
          c != reference + length)
        {
          fail (reader, _ ("On sheet “%s”, “%.*s” is not a cell."), part->sheet->name,
                (int) MIN (length, 20), reference);
          return;
        }
      /* Of a row without a number, its cells know it. */
      part->row = part->cell_row;
      part->next_row = part->cell_row + 1;
    }
  part->next_column = part->cell_column + 1;

  part->style = 0;
  cnscd_xml_reader_get_uint (reader, "s", &part->style);
  part->type = read_value_type (reader);
  part->had_inline = FALSE;
  cnscd_xml_reader_clear (reader);
}

/* As it is seen in the cell's font. */
static gboolean
add_shared (SheetPart *part, guint64 index, const char *text, GError **error)
{
  g_autofree char *decoded = NULL;

  if (text != NULL && !cnscd_xlsx_strings_has_font (part->strings, index))
    decoded =
      cnscd_legacy_font_decode (cnscd_xlsx_styles_get_font (part->styles, part->style), text);
  if (decoded != NULL)
    return cnscd_workbook_add_text (part->workbook, part->sheet, part->cell_row, part->cell_column,
                                    CNSCD_CELL_TEXT, decoded, -1, error);
  return cnscd_workbook_add_interned (part->workbook, part->sheet, part->cell_row,
                                      part->cell_column, CNSCD_CELL_TEXT, text, error);
}

static gboolean
add_text (SheetPart *part, CnscdCellType type, GString *text, GError **error)
{
  CnscdLegacyFont font = cnscd_xlsx_styles_get_font (part->styles, part->style);
  g_autofree char *decoded = NULL;

  cnscd_xlsx_decode_escapes (text);
  decoded = type == CNSCD_CELL_TEXT ? cnscd_legacy_font_decode (font, text->str) : NULL;
  if (decoded != NULL)
    g_string_assign (text, decoded);
  return cnscd_workbook_add_text (part->workbook, part->sheet, part->cell_row, part->cell_column,
                                  type, text->str, (gssize) text->len, error);
}

/* strtod() also reads "nan", "inf" and hexadecimal. */
static gboolean
parse_number (GString *text, double *number)
{
  guint64 whole;
  char *end;

  if (parse_whole_number (text, &whole))
    {
      *number = (double) whole;
      return TRUE;
    }
  g_strstrip (text->str);
  text->len = strlen (text->str);
  *number = g_ascii_strtod (text->str, &end);
  return end != text->str && *end == '\0' && isfinite (*number) &&
         text->str[strspn (text->str, "0123456789+-.eE")] == '\0';
}

static gboolean
add_number (SheetPart *part, GString *text, GError **error)
{
  double number;

  if (!parse_number (text, &number))
    return add_text (part, CNSCD_CELL_TEXT, text, error);

  if (cnscd_xlsx_styles_is_date (part->styles, part->style) && number >= 0)
    {
      CnscdDate date = cnscd_date_from_serial (number, part->epoch_1904);

      if (cnscd_date_is_full (date))
        return cnscd_workbook_add_date (part->workbook, part->sheet, part->cell_row,
                                        part->cell_column, date, error);
    }
  return cnscd_workbook_add_number (part->workbook, part->sheet, part->cell_row, part->cell_column,
                                    CNSCD_CELL_NUMBER, number, error);
}

/* ISO 8601, of which the time is left out. */
static gboolean
add_iso_date (SheetPart *part, GString *text, GError **error)
{
  g_autofree char *day = g_strndup (g_strstrip (text->str), 10);
  CnscdDate date;

  if (cnscd_date_read_iso (day, &date) && cnscd_date_is_full (date))
    return cnscd_workbook_add_date (part->workbook, part->sheet, part->cell_row, part->cell_column,
                                    date, error);
  text->len = strlen (text->str);
  return add_text (part, CNSCD_CELL_TEXT, text, error);
}

static void
end_cell (CnscdXmlReader *reader, SheetPart *part)
{
  GString *text = cnscd_xml_reader_text (reader);
  GError *error = NULL;
  guint64 index;
  const char *shared;

  if (text->len == 0)
    return;

  switch (part->had_inline ? VALUE_INLINE : part->type)
    {
    case VALUE_SHARED:
      g_strstrip (text->str);
      text->len = strlen (text->str);
      if (!parse_whole_number (text, &index) ||
          !cnscd_xlsx_strings_get (part->strings, index, &shared))
        {
          fail (reader, _ ("On sheet “%s”, the text of row %u, column %u is missing."),
                part->sheet->name, part->cell_row + 1, part->cell_column + 1);
          return;
        }
      add_shared (part, index, shared, &error);
      break;
    case VALUE_INLINE:
    case VALUE_TEXT:
      add_text (part, CNSCD_CELL_TEXT, text, &error);
      break;
    case VALUE_ERROR:
      add_text (part, CNSCD_CELL_ERROR, text, &error);
      break;
    case VALUE_BOOLEAN:
      cnscd_workbook_add_number (
        part->workbook, part->sheet, part->cell_row, part->cell_column, CNSCD_CELL_BOOLEAN,
        g_str_equal (text->str, "1") || g_str_equal (text->str, "true"), &error);
      break;
    case VALUE_DATE:
      add_iso_date (part, text, &error);
      break;
    case VALUE_NUMBER:
      add_number (part, text, &error);
      break;
    }
  if (error != NULL)
    cnscd_xml_reader_fail (reader, error);
}

static void
add_merge (CnscdXmlReader *reader, SheetPart *part)
{
  const char *reference;
  gsize length;
  guint row, column, last_row, last_column;
  CnscdCellRange range;

  if (!cnscd_xml_reader_get (reader, "ref", &reference, &length))
    return;
  const char *end = reference + length;
  if (!parse_reference (&reference, end, &row, &column) || reference >= end || *reference != ':')
    return;
  reference++;
  if (!parse_reference (&reference, end, &last_row, &last_column) || column > G_MAXUINT16 ||
      part->sheet->merges->len >= CNSCD_WORKBOOK_MAX_ROWS)
    return;

  range.first_row = row;
  range.last_row = last_row;
  range.first_column = (guint16) column;
  range.last_column = (guint16) MIN (last_column, G_MAXUINT16);
  cnscd_sheet_add_merge (part->sheet, &range);
}

static void
sheet_start_cb (CnscdXmlReader *reader, int element, gpointer user_data)
{
  SheetPart *part = user_data;

  switch (element)
    {
    case SHEET_ROW:
      start_row (reader, part);
      break;
    case SHEET_CELL:
      start_cell (reader, part);
      break;
    case SHEET_VALUE:
      cnscd_xml_reader_collect (reader, !part->had_inline);
      break;
    case SHEET_INLINE:
      cnscd_xml_reader_clear (reader);
      part->in_inline = TRUE;
      part->had_inline = TRUE;
      break;
    case SHEET_TEXT:
      cnscd_xml_reader_collect (reader, part->in_inline && !part->in_phonetic);
      break;
    case SHEET_PHONETIC:
      part->in_phonetic = TRUE;
      break;
    case SHEET_MERGE:
      add_merge (reader, part);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
sheet_end_cb (CnscdXmlReader *reader, int element, gpointer user_data)
{
  SheetPart *part = user_data;

  switch (element)
    {
    case SHEET_CELL:
      end_cell (reader, part);
      break;
    case SHEET_VALUE:
    case SHEET_TEXT:
      cnscd_xml_reader_collect (reader, FALSE);
      break;
    case SHEET_INLINE:
      part->in_inline = FALSE;
      break;
    case SHEET_PHONETIC:
      part->in_phonetic = FALSE;
      break;
    case SHEET_ROW:
    case SHEET_MERGE:
    default:
      break;
    }
}

static gboolean
read_sheets (CnscdPackage *package,
             CnscdWorkbook *workbook,
             const WorkbookPart *workbook_part,
             GPtrArray *relationships,
             SheetPart *part,
             GError **error)
{
  static const char *const elements[] = { "row", "c", "v", "is", "t", "rPh", "mergeCell", NULL };
  static const CnscdXmlHandler handler = { elements, FALSE, sheet_start_cb, sheet_end_cb };

  for (guint i = 0; i < workbook_part->sheets->len; i++)
    {
      const SheetEntry *entry = g_ptr_array_index (workbook_part->sheets, i);
      const char *target = NULL;

      /* Sheets of charts and dialogs have other types; they hold no cells. */
      if (entry->relationship != NULL)
        target = cnscd_xlsx_relationships_find (relationships, entry->relationship, "worksheet");
      if (target == NULL)
        continue;

      part->sheet = cnscd_workbook_add_sheet (workbook, entry->name != NULL ? entry->name : "");
      part->sheet->hidden = entry->hidden;
      part->row = part->next_row = part->next_column = 0;
      part->in_inline = part->in_phonetic = FALSE;
      if (!cnscd_xml_parse (package, target, &handler, part, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * cnscd_xlsx_read:
 * @package: a package of Office Open XML, ECMA-376
 * @n_rows: (nullable): counts the rows, as of #CnscdWorkbook
 * @error: return location for a #CnscdSpreadsheetError or %G_IO_ERROR_CANCELLED
 *
 * Reads each part once, as a stream. The dimension that a sheet states is not looked at: programs
 * write it wrong. Macros, formulas and links are not run or followed; of a formula the result
 * that was saved counts.
 *
 * Returns: (transfer full): the workbook, not yet finished
 */
CnscdWorkbook *
cnscd_xlsx_read (CnscdPackage *package, guint *n_rows, GError **error)
{
  static const char *const elements[] = { "workbookPr", "sheet", NULL };
  static const CnscdXmlHandler handler = { elements, FALSE, workbook_start_cb, NULL };
  g_autoptr (CnscdWorkbook) workbook = cnscd_workbook_new ("xlsx");
  g_autoptr (CnscdXlsxStyles) styles = NULL;
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) free_sheet_entry);
  g_autoptr (CnscdXlsxStrings) strings = NULL;
  g_autoptr (GPtrArray) package_relationships = NULL;
  g_autoptr (GPtrArray) relationships = NULL;
  WorkbookPart workbook_part = { .sheets = sheets };
  SheetPart sheet_part = { .workbook = workbook };
  const char *main_part;

  workbook->n_rows = n_rows;
  package_relationships = cnscd_xlsx_relationships_read (package, "", error);
  if (package_relationships == NULL)
    return NULL;
  main_part = cnscd_xlsx_relationships_find (package_relationships, NULL, "officeDocument");
  if (main_part == NULL)
    main_part = "xl/workbook.xml";

  relationships = cnscd_xlsx_relationships_read (package, main_part, error);
  if (relationships == NULL ||
      !cnscd_xml_parse (package, main_part, &handler, &workbook_part, error))
    return NULL;
  strings = cnscd_xlsx_strings_read (
    package, cnscd_xlsx_relationships_find (relationships, NULL, "sharedStrings"), workbook, error);
  if (strings == NULL)
    return NULL;
  styles = cnscd_xlsx_styles_read (
    package, cnscd_xlsx_relationships_find (relationships, NULL, "styles"), error);
  if (styles == NULL)
    return NULL;

  sheet_part.strings = strings;
  sheet_part.styles = styles;
  sheet_part.epoch_1904 = workbook_part.epoch_1904;
  if (!read_sheets (package, workbook, &workbook_part, relationships, &sheet_part, error))
    return NULL;
  return g_steal_pointer (&workbook);
}
