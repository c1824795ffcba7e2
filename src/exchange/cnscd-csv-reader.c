/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-csv-reader.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cnscd-encoding.h"

/* Records looked at to find the delimiter. */
#define SAMPLE_RECORDS 200

typedef struct
{
  const char *next;
  char delimiter;
  GString *field;
  gboolean literal;  /* quotes are characters like others */
  gboolean unclosed; /* a quote was opened and the text ended */
} Scanner;

typedef enum
{
  FIELD_WITHIN_RECORD, /* a delimiter follows */
  FIELD_ENDS_RECORD,
} FieldEnd;

static void
scan_quoted (Scanner *scanner)
{
  const char *c = scanner->next + 1;

  for (;;)
    {
      const char *quote = strchr (c, '"');

      if (quote == NULL)
        {
          g_string_append (scanner->field, c);
          scanner->next = c + strlen (c);
          scanner->unclosed = TRUE;
          return;
        }
      g_string_append_len (scanner->field, c, quote - c);
      c = quote + 1;
      if (*c != '"')
        break;
      g_string_append_c (scanner->field, '"');
      c++;
    }
  scanner->next = c;
}

/* RFC 4180, and what Excel makes of less careful files: text after a closing quote is kept. */
static FieldEnd
scan_field (Scanner *scanner)
{
  const char stops[] = { scanner->delimiter, '\r', '\n', '\0' };
  gsize length;

  g_string_truncate (scanner->field, 0);
  if (*scanner->next == '"' && !scanner->literal)
    scan_quoted (scanner);
  length = strcspn (scanner->next, stops);
  g_string_append_len (scanner->field, scanner->next, (gssize) length);
  scanner->next += length;

  if (*scanner->next == scanner->delimiter)
    {
      scanner->next++;
      return FIELD_WITHIN_RECORD;
    }
  if (scanner->next[0] == '\r' && scanner->next[1] == '\n')
    scanner->next += 2;
  else if (*scanner->next != '\0')
    scanner->next++;
  return FIELD_ENDS_RECORD;
}

/* How well @delimiter makes records of the same number of fields: the higher, the better. */
static double
rate_delimiter (const char *text, char delimiter)
{
  g_autoptr (GString) field = g_string_new (NULL);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  Scanner scanner = { text, delimiter, field };
  GHashTableIter iter;
  gpointer key, value;
  guint n_records = 0;
  double best = 0;

  while (*scanner.next != '\0' && n_records < SAMPLE_RECORDS)
    {
      guint n_fields = 1;

      while (scan_field (&scanner) == FIELD_WITHIN_RECORD)
        n_fields++;
      if (n_fields == 1 && field->len == 0)
        continue;
      n_records++;
      value = g_hash_table_lookup (counts, GUINT_TO_POINTER (n_fields));
      g_hash_table_insert (counts, GUINT_TO_POINTER (n_fields),
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (value) + 1));
    }

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    best = MAX (best, (GPOINTER_TO_UINT (key) - 1.0) * GPOINTER_TO_UINT (value) / n_records);
  return best;
}

static char
find_delimiter (const char *text)
{
  static const char candidates[] = { ',', ';', '\t' };
  double best = 0;
  char delimiter = ',';

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      double rating = rate_delimiter (text, candidates[i]);

      if (rating > best)
        {
          best = rating;
          delimiter = candidates[i];
        }
    }
  return delimiter;
}

/* Excel's own first line, "sep=;", which it does not show as a row. */
static gboolean
skip_separator_line (const char **text, char *delimiter)
{
  const char *line = *text;

  if (g_ascii_strncasecmp (line, "sep=", 4) != 0 || line[4] == '\0' ||
      strchr (",;\t", line[4]) == NULL)
    return FALSE;
  *delimiter = line[4];
  line += 5;
  if (*line != '\0' && *line != '\r' && *line != '\n')
    return FALSE;
  if (line[0] == '\r' && line[1] == '\n')
    line++;
  *text = *line != '\0' ? line + 1 : line;
  return TRUE;
}

/* ="0912345678" is how some programs keep Excel from eating a leading zero. */
static void
unwrap_formula (GString *field)
{
  if (field->len >= 3 && g_str_has_prefix (field->str, "=\"") &&
      field->str[field->len - 1] == '"' &&
      strchr (field->str + 2, '"') == field->str + field->len - 1)
    {
      g_string_truncate (field, field->len - 1);
      g_string_erase (field, 0, 2);
    }
}

static gboolean
read_records (CnscdWorkbook *workbook,
              CnscdSheet *sheet,
              Scanner *scanner,
              GCancellable *cancellable,
              GError **error)
{
  for (guint row = 0; *scanner->next != '\0'; row++)
    {
      guint column = 0;
      FieldEnd end;

      if (row % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      do
        {
          end = scan_field (scanner);
          if (scanner->unclosed)
            {
              g_set_error (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_DAMAGED,
                           _ ("The quotation mark that opens in row %u, column %u is never closed: "
                              "the file breaks off or was written wrongly. Save it again as .xlsx "
                              "or as “CSV UTF-8”."),
                           row + 1, column + 1);
              return FALSE;
            }
          unwrap_formula (scanner->field);
          if (!cnscd_workbook_add_text (workbook, sheet, row, column, CNSCD_CELL_TEXT,
                                        scanner->field->str, (gssize) scanner->field->len, error))
            return FALSE;
          column++;
        }
      while (end == FIELD_WITHIN_RECORD);
    }
  return TRUE;
}

static CnscdWorkbook *
read_text (const char *text,
           char delimiter,
           gboolean literal,
           const char *name,
           guint *n_rows,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (CnscdWorkbook) workbook = cnscd_workbook_new ("csv");
  g_autoptr (GString) field = g_string_sized_new (256);
  CnscdSheet *sheet = cnscd_workbook_add_sheet (workbook, name);
  Scanner scanner = { .next = text, .delimiter = delimiter, .field = field, .literal = literal };

  workbook->n_rows = n_rows;
  if (!read_records (workbook, sheet, &scanner, cancellable, error))
    return NULL;
  return g_steal_pointer (&workbook);
}

/**
 * cnscd_csv_read:
 * @bytes: a text file
 * @name: for its only sheet
 * @n_rows: (nullable): counts the rows, as of #CnscdWorkbook
 * @cancellable: (nullable): asked every so many rows
 * @error: return location for a #CnscdSpreadsheetError or %G_IO_ERROR_CANCELLED
 *
 * Encoding and delimiter (comma, semicolon, tab) are found by the content. Every cell is text: a
 * telephone number keeps its leading zero.
 *
 * Returns: (transfer full): the workbook, not yet finished
 */
CnscdWorkbook *
cnscd_csv_read (GBytes *bytes,
                const char *name,
                guint *n_rows,
                GCancellable *cancellable,
                GError **error)
{
  g_autofree char *text = NULL;
  CnscdEncoding encoding;
  char delimiter = ',';
  const char *start;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  text = cnscd_encoding_detect (data, length, &encoding, error);
  if (text == NULL)
    return NULL;

  start = text;
  if (!skip_separator_line (&start, &delimiter))
    delimiter = find_delimiter (start);
  return read_text (start, delimiter, FALSE, name, n_rows, cancellable, error);
}

/**
 * cnscd_csv_read_rows:
 * @bytes: a text as spreadsheets put it into the clipboard: tabs between cells
 * @name: for its only sheet
 * @cancellable: (nullable): asked every so many rows
 * @error: return location for a #CnscdSpreadsheetError or %G_IO_ERROR_CANCELLED
 *
 * As cnscd_csv_read(), but tabs part the cells wherever there are any, and a
 * quotation mark that nothing closes is a character like others: not every
 * program quotes what it puts into the clipboard.
 *
 * Returns: (transfer full): the workbook, not yet finished
 */
CnscdWorkbook *
cnscd_csv_read_rows (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  g_autofree char *text = NULL;
  CnscdEncoding encoding;
  CnscdWorkbook *workbook;
  GError *local_error = NULL;
  char delimiter;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  text = cnscd_encoding_detect (data, length, &encoding, error);
  if (text == NULL)
    return NULL;

  delimiter = strchr (text, '\t') != NULL ? '\t' : find_delimiter (text);
  workbook = read_text (text, delimiter, FALSE, name, NULL, cancellable, &local_error);
  if (g_error_matches (local_error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_DAMAGED))
    {
      g_error_free (local_error);
      return read_text (text, delimiter, TRUE, name, NULL, cancellable, error);
    }
  if (workbook == NULL)
    g_propagate_error (error, local_error);
  return workbook;
}
