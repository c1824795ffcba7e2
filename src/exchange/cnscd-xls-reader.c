/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-xls-reader.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "cnscd-compound-file.h"
#include "cnscd-encoding-font.h"
#include "cnscd-encoding.h"
#include "cnscd-spreadsheet-error.h"
#include "cnscd-xls-records.h"
#include "cnscd-xlsx-styles.h"

#define MAX_SHEETS 1024

#define VERSION_BIFF5        0x0500
#define VERSION_BIFF8        0x0600
#define CODE_PAGE_VIETNAMESE 1258

typedef struct
{
  guint32 offset;
  gboolean hidden;
  char *name;
} SheetEntry;

typedef struct
{
  guint16 format;
  guint16 font;
} CellStyle;

typedef struct
{
  CnscdWorkbook *workbook;
  GCancellable *cancellable;
  CnscdXlsCursor cursor;
  gsize n_scanned; /* bytes of all sheets, which hostile ones may share */

  guint version;
  guint code_page;
  gboolean epoch_1904;
  GPtrArray *strings;  /* (element-type utf8): NULL where blank */
  GHashTable *formats; /* number → whether it is a date */
  GArray *fonts;       /* (element-type CnscdLegacyFont) */
  GArray *styles;      /* (element-type CellStyle) */
  GArray *sheets;      /* (element-type SheetEntry) */

  CnscdSheet *sheet;
  gboolean awaits_string; /* the text of a formula's result comes in a record of its own */
  guint formula_row;
  guint formula_column;
  guint formula_style;
  GString *text;
} XlsReader;

static void
clear_sheet_entry (gpointer data)
{
  g_free (((SheetEntry *) data)->name);
}

/* A text without fonts and phonetics, of either version, into the reader's text. */
static void
read_text (XlsReader *reader, guint length)
{
  if (reader->version == VERSION_BIFF8)
    cnscd_xls_cursor_string (&reader->cursor, length, FALSE, reader->text);
  else
    {
      g_autofree char *decoded = NULL;

      cnscd_xls_cursor_bytes (&reader->cursor, length, reader->text);
      decoded = cnscd_encoding_decode (reader->code_page == CODE_PAGE_VIETNAMESE
                                         ? CNSCD_ENCODING_WINDOWS_1258
                                         : CNSCD_ENCODING_WINDOWS_1252,
                                       reader->text->str, reader->text->len);
      g_string_assign (reader->text, decoded);
    }
}

static gboolean
read_shared_strings (XlsReader *reader)
{
  CnscdXlsCursor *cursor = &reader->cursor;
  guint32 n;

  cnscd_xls_cursor_u32 (cursor);
  n = cnscd_xls_cursor_u32 (cursor);
  if (n > CNSCD_WORKBOOK_MAX_CELLS)
    return FALSE;
  for (guint32 i = 0; i < n; i++)
    {
      guint length = cnscd_xls_cursor_u16 (cursor);

      cnscd_xls_cursor_string (cursor, length, TRUE, reader->text);
      if (cursor->failed)
        return FALSE;
      g_ptr_array_add (reader->strings,
                       (gpointer) cnscd_workbook_intern (reader->workbook, reader->text->str,
                                                         (gssize) reader->text->len));
    }
  return TRUE;
}

static gboolean
read_sheet_entry (XlsReader *reader)
{
  CnscdXlsCursor *cursor = &reader->cursor;
  SheetEntry entry = { .offset = cnscd_xls_cursor_u32 (cursor) };
  guint type;

  entry.hidden = (cnscd_xls_cursor_u8 (cursor) & 3) != 0;
  type = cnscd_xls_cursor_u8 (cursor);
  read_text (reader, cnscd_xls_cursor_u8 (cursor));
  if (cursor->failed || reader->sheets->len >= MAX_SHEETS)
    return FALSE;
  /* Others are charts and modules. */
  if (type == 0)
    {
      entry.name = g_strdup (reader->text->str);
      g_array_append_val (reader->sheets, entry);
    }
  return TRUE;
}

static void
read_format (XlsReader *reader)
{
  CnscdXlsCursor *cursor = &reader->cursor;
  guint number = cnscd_xls_cursor_u16 (cursor);
  guint length =
    reader->version == VERSION_BIFF8 ? cnscd_xls_cursor_u16 (cursor) : cnscd_xls_cursor_u8 (cursor);

  read_text (reader, length);
  if (!cursor->failed)
    g_hash_table_insert (reader->formats, GUINT_TO_POINTER (number),
                         GINT_TO_POINTER (cnscd_xlsx_format_is_date (reader->text->str)));
}

static void
read_font (XlsReader *reader)
{
  CnscdLegacyFont font;

  /* Height, weight, colour and the like. */
  cnscd_xls_cursor_skip (&reader->cursor, 14);
  read_text (reader, cnscd_xls_cursor_u8 (&reader->cursor));
  font = cnscd_legacy_font_from_name (reader->text->str);
  g_array_append_val (reader->fonts, font);
}

static void
read_style (XlsReader *reader)
{
  CellStyle style;

  style.font = cnscd_xls_cursor_u16 (&reader->cursor);
  style.format = cnscd_xls_cursor_u16 (&reader->cursor);
  g_array_append_val (reader->styles, style);
}

static CnscdLegacyFont
get_font (XlsReader *reader, guint style)
{
  guint font;

  if (style >= reader->styles->len)
    return CNSCD_LEGACY_FONT_NONE;
  font = g_array_index (reader->styles, CellStyle, style).font;
  /* [MS-XLS] 2.5.129: there is no font 4. */
  if (font > 4)
    font--;
  return font < reader->fonts->len ? g_array_index (reader->fonts, CnscdLegacyFont, font)
                                   : CNSCD_LEGACY_FONT_NONE;
}

static gboolean
style_is_date (XlsReader *reader, guint style)
{
  guint format;
  gpointer is_date;

  if (style >= reader->styles->len)
    return FALSE;
  format = g_array_index (reader->styles, CellStyle, style).format;
  if (g_hash_table_lookup_extended (reader->formats, GUINT_TO_POINTER (format), NULL, &is_date))
    return GPOINTER_TO_INT (is_date);
  return cnscd_xlsx_builtin_is_date (format);
}

/* The part that tells of the whole workbook, up to its end. */
static gboolean
read_globals (XlsReader *reader, GError **error)
{
  CnscdXlsCursor *cursor = &reader->cursor;
  guint type;

  if (!cnscd_xls_cursor_next (cursor, &type) || type != CNSCD_XLS_BOF)
    return cnscd_spreadsheet_set_damaged (error);
  reader->version = cnscd_xls_cursor_u16 (cursor);
  if (reader->version != VERSION_BIFF5 && reader->version != VERSION_BIFF8)
    return cnscd_spreadsheet_set_damaged (error);

  while (cnscd_xls_cursor_next (cursor, &type))
    {
      gboolean success = TRUE;

      switch (type)
        {
        case CNSCD_XLS_FILEPASS:
          return cnscd_spreadsheet_set_encrypted (error);
        case CNSCD_XLS_CODEPAGE:
          reader->code_page = cnscd_xls_cursor_u16 (cursor);
          break;
        case CNSCD_XLS_DATEMODE:
          reader->epoch_1904 = cnscd_xls_cursor_u16 (cursor) == 1;
          break;
        case CNSCD_XLS_FORMAT:
          read_format (reader);
          break;
        case CNSCD_XLS_FONT:
          read_font (reader);
          break;
        case CNSCD_XLS_XF:
          read_style (reader);
          break;
        case CNSCD_XLS_BOUNDSHEET:
          success = read_sheet_entry (reader);
          break;
        case CNSCD_XLS_SST:
          success = read_shared_strings (reader);
          break;
        case CNSCD_XLS_EOF:
          return TRUE;
        default:
          break;
        }
      if (!success)
        return cnscd_spreadsheet_set_damaged (error);
      if (g_cancellable_set_error_if_cancelled (reader->cancellable, error))
        return FALSE;
    }
  return cnscd_spreadsheet_set_damaged (error);
}

static gboolean
add_number (XlsReader *reader, guint row, guint column, guint style, double number, GError **error)
{
  if (!isfinite (number))
    return TRUE;
  if (number >= 0 && style_is_date (reader, style))
    {
      CnscdDate date = cnscd_date_from_serial (number, reader->epoch_1904);

      if (cnscd_date_is_full (date))
        return cnscd_workbook_add_date (reader->workbook, reader->sheet, row, column, date, error);
    }
  return cnscd_workbook_add_number (reader->workbook, reader->sheet, row, column, CNSCD_CELL_NUMBER,
                                    number, error);
}

/* The text as it is seen in the cell's font. */
static gboolean
add_text (XlsReader *reader, guint row, guint column, guint style, const char *text, GError **error)
{
  g_autofree char *decoded = cnscd_legacy_font_decode (get_font (reader, style), text);

  return cnscd_workbook_add_text (reader->workbook, reader->sheet, row, column, CNSCD_CELL_TEXT,
                                  decoded != NULL ? decoded : text, -1, error);
}

static gboolean
add_error (XlsReader *reader, guint row, guint column, guint code, GError **error)
{
  const char *text;

  switch (code)
    {
    case 0x00:
      text = "#NULL!";
      break;
    case 0x07:
      text = "#DIV/0!";
      break;
    case 0x0f:
      text = "#VALUE!";
      break;
    case 0x17:
      text = "#REF!";
      break;
    case 0x1d:
      text = "#NAME?";
      break;
    case 0x24:
      text = "#NUM!";
      break;
    default:
      text = "#N/A";
      break;
    }
  return cnscd_workbook_add_text (reader->workbook, reader->sheet, row, column, CNSCD_CELL_ERROR,
                                  text, -1, error);
}

static gboolean
add_boolean (XlsReader *reader, guint row, guint column, guint value, GError **error)
{
  return cnscd_workbook_add_number (reader->workbook, reader->sheet, row, column,
                                    CNSCD_CELL_BOOLEAN, value != 0, error);
}

/* The saved result: eight bytes that are a number, unless the last two are 0xffff. */
static gboolean
read_formula (XlsReader *reader, guint row, guint column, guint style, GError **error)
{
  CnscdXlsCursor *cursor = &reader->cursor;
  CnscdXlsCursor start = *cursor;
  double number = cnscd_xls_cursor_double (cursor);
  guint kind, value;

  if (cursor->failed)
    return TRUE;
  if (cursor->data[cursor->position - 1] != 0xff || cursor->data[cursor->position - 2] != 0xff)
    return add_number (reader, row, column, style, number, error);

  *cursor = start;
  kind = cnscd_xls_cursor_u16 (cursor) & 0xff;
  value = cnscd_xls_cursor_u16 (cursor) & 0xff;
  switch (kind)
    {
    case 0:
      reader->awaits_string = TRUE;
      reader->formula_row = row;
      reader->formula_column = column;
      reader->formula_style = style;
      return TRUE;
    case 1:
      return add_boolean (reader, row, column, value, error);
    case 2:
      return add_error (reader, row, column, value, error);
    default:
      /* An empty text. */
      return TRUE;
    }
}

static gboolean
read_merges (XlsReader *reader)
{
  CnscdXlsCursor *cursor = &reader->cursor;
  guint n = cnscd_xls_cursor_u16 (cursor);

  for (guint i = 0; i < n; i++)
    {
      CnscdCellRange range;

      range.first_row = cnscd_xls_cursor_u16 (cursor);
      range.last_row = cnscd_xls_cursor_u16 (cursor);
      range.first_column = cnscd_xls_cursor_u16 (cursor);
      range.last_column = cnscd_xls_cursor_u16 (cursor);
      if (cursor->failed)
        return FALSE;
      if (reader->sheet->merges->len < CNSCD_WORKBOOK_MAX_ROWS)
        cnscd_sheet_add_merge (reader->sheet, &range);
    }
  return TRUE;
}

static gboolean
read_cell (XlsReader *reader, guint type, GError **error)
{
  CnscdXlsCursor *cursor = &reader->cursor;
  guint row = cnscd_xls_cursor_u16 (cursor);
  guint column = cnscd_xls_cursor_u16 (cursor);
  guint style, value;
  guint32 index;
  const char *text;
  double number;

  if (type == CNSCD_XLS_MULRK)
    {
      /* A style and a number each, then the last column's number. */
      for (; cnscd_xls_cursor_left (cursor) >= 8; column++)
        {
          style = cnscd_xls_cursor_u16 (cursor);
          number = cnscd_xls_cursor_rk (cursor);
          if (!add_number (reader, row, column, style, number, error))
            return FALSE;
        }
      return TRUE;
    }

  style = cnscd_xls_cursor_u16 (cursor);
  reader->awaits_string = FALSE;
  switch (type)
    {
    case CNSCD_XLS_LABELSST:
      index = cnscd_xls_cursor_u32 (cursor);
      if (cursor->failed || index >= reader->strings->len)
        return cnscd_spreadsheet_set_damaged (error);
      text = g_ptr_array_index (reader->strings, index);
      return text == NULL || add_text (reader, row, column, style, text, error);
    case CNSCD_XLS_LABEL:
    case CNSCD_XLS_RSTRING:
      read_text (reader, cnscd_xls_cursor_u16 (cursor));
      return cursor->failed ? cnscd_spreadsheet_set_damaged (error)
                            : add_text (reader, row, column, style, reader->text->str, error);
    case CNSCD_XLS_NUMBER:
      number = cnscd_xls_cursor_double (cursor);
      break;
    case CNSCD_XLS_RK:
      number = cnscd_xls_cursor_rk (cursor);
      break;
    case CNSCD_XLS_BOOLERR:
      value = cnscd_xls_cursor_u8 (cursor);
      if (cnscd_xls_cursor_u8 (cursor) != 0)
        return add_error (reader, row, column, value, error);
      return cursor->failed ? cnscd_spreadsheet_set_damaged (error)
                            : add_boolean (reader, row, column, value, error);
    case CNSCD_XLS_FORMULA:
    default:
      return read_formula (reader, row, column, style, error);
    }
  return cursor->failed ? cnscd_spreadsheet_set_damaged (error)
                        : add_number (reader, row, column, style, number, error);
}

static gboolean
read_record (XlsReader *reader, guint type, GError **error)
{
  switch (type)
    {
    case CNSCD_XLS_LABELSST:
    case CNSCD_XLS_LABEL:
    case CNSCD_XLS_RSTRING:
    case CNSCD_XLS_NUMBER:
    case CNSCD_XLS_RK:
    case CNSCD_XLS_MULRK:
    case CNSCD_XLS_BOOLERR:
    case CNSCD_XLS_FORMULA:
      return read_cell (reader, type, error);
    case CNSCD_XLS_STRING:
      if (!reader->awaits_string)
        return TRUE;
      reader->awaits_string = FALSE;
      read_text (reader, cnscd_xls_cursor_u16 (&reader->cursor));
      return reader->cursor.failed ? cnscd_spreadsheet_set_damaged (error)
                                   : add_text (reader, reader->formula_row, reader->formula_column,
                                               reader->formula_style, reader->text->str, error);
    case CNSCD_XLS_MERGECELLS:
      return read_merges (reader) || cnscd_spreadsheet_set_damaged (error);
    default:
      return TRUE;
    }
}

static gboolean
read_sheet (XlsReader *reader, const SheetEntry *entry, GError **error)
{
  CnscdXlsCursor *cursor = &reader->cursor;
  guint depth = 0;
  guint n_records = 0;
  guint type;

  if (entry->offset >= cursor->size)
    return cnscd_spreadsheet_set_damaged (error);
  reader->sheet = cnscd_workbook_add_sheet (reader->workbook, entry->name);
  reader->sheet->hidden = entry->hidden;
  reader->awaits_string = FALSE;
  cursor->position = cursor->end = entry->offset;

  while (cnscd_xls_cursor_next (cursor, &type))
    {
      if (depth == 0 && type != CNSCD_XLS_BOF)
        break;
      /* Charts within the sheet bring records of their own. */
      if (type == CNSCD_XLS_BOF)
        depth++;
      else if (type == CNSCD_XLS_EOF)
        {
          if (--depth == 0)
            {
              reader->n_scanned += cursor->end - entry->offset;
              return reader->n_scanned <= 2 * cursor->size || cnscd_spreadsheet_set_damaged (error);
            }
        }
      else if (depth == 1 && !read_record (reader, type, error))
        return FALSE;
      if (n_records++ % 1024 == 0 &&
          g_cancellable_set_error_if_cancelled (reader->cancellable, error))
        return FALSE;
    }
  return cnscd_spreadsheet_set_damaged (error);
}

static gboolean
read_workbook_stream (XlsReader *reader, GError **error)
{
  if (!read_globals (reader, error))
    return FALSE;
  for (guint i = 0; i < reader->sheets->len; i++)
    if (!read_sheet (reader, &g_array_index (reader->sheets, SheetEntry, i), error))
      return FALSE;
  return TRUE;
}

/* What the file is by the streams in it; NULL with an error when it is no readable workbook. */
static GBytes *
open_workbook_stream (GBytes *bytes, GError **error)
{
  g_autoptr (CnscdCompoundFile) file = cnscd_compound_file_open (bytes, error);

  if (file == NULL)
    return NULL;
  if (cnscd_compound_file_has (file, "EncryptedPackage"))
    {
      cnscd_spreadsheet_set_encrypted (error);
      return NULL;
    }
  if (cnscd_compound_file_has (file, "Workbook"))
    return cnscd_compound_file_read (file, "Workbook", error);
  if (cnscd_compound_file_has (file, "Book"))
    return cnscd_compound_file_read (file, "Book", error);

  g_set_error_literal (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_UNSUPPORTED,
                       _ ("The file is a Microsoft Office document, but not a spreadsheet. Copy "
                          "its table into a spreadsheet program and save that as .xlsx."));
  return NULL;
}

/**
 * cnscd_xls_read:
 * @bytes: a compound file
 * @n_rows: (nullable): counts the rows, as of #CnscdWorkbook
 * @cancellable: (nullable): asked every so many records
 * @error: return location for a #CnscdSpreadsheetError or %G_IO_ERROR_CANCELLED
 *
 * Reads BIFF8 and BIFF5, the files of Excel 95 to 2003, by [MS-XLS]. FreeXL is not used for it: it
 * leaves out the results of formulas, with which rosters number their rows, takes errors for
 * numbers, and reads past the ends of records of damaged files.
 *
 * Returns: (transfer full): the workbook, not yet finished
 */
CnscdWorkbook *
cnscd_xls_read (GBytes *bytes, guint *n_rows, GCancellable *cancellable, GError **error)
{
  g_autoptr (CnscdWorkbook) workbook = cnscd_workbook_new ("xls");
  g_autoptr (GBytes) stream = open_workbook_stream (bytes, error);
  g_autoptr (GPtrArray) strings = g_ptr_array_new ();
  g_autoptr (GHashTable) formats = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) styles = g_array_new (FALSE, FALSE, sizeof (CellStyle));
  g_autoptr (GArray) fonts = g_array_new (FALSE, FALSE, sizeof (CnscdLegacyFont));
  g_autoptr (GArray) sheets = g_array_new (FALSE, FALSE, sizeof (SheetEntry));
  g_autoptr (GString) text = g_string_sized_new (256);
  XlsReader reader = {
    .workbook = workbook,
    .cancellable = cancellable,
    .strings = strings,
    .formats = formats,
    .fonts = fonts,
    .styles = styles,
    .sheets = sheets,
    .text = text,
  };

  workbook->n_rows = n_rows;
  if (stream == NULL)
    return NULL;
  g_array_set_clear_func (sheets, clear_sheet_entry);
  reader.cursor.data = g_bytes_get_data (stream, &reader.cursor.size);
  if (!read_workbook_stream (&reader, error))
    return NULL;
  return g_steal_pointer (&workbook);
}
