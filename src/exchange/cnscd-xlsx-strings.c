/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-xlsx-strings.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/cnscd-number.h"
#include "cnscd-encoding-font.h"
#include "cnscd-spreadsheet-xml.h"

struct _CnscdXlsxStrings
{
  CnscdWorkbook *workbook;
  GPtrArray *texts;      /* (element-type utf8): NULL where blank */
  GHashTable *with_font; /* indexes of those that name a font themselves */

  gboolean in_phonetic;
  CnscdLegacyFont font; /* of the open run */
  gsize run_start;      /* in the text */
};

enum
{
  STRINGS_ITEM,
  STRINGS_TEXT,
  STRINGS_PHONETIC,
  STRINGS_RUN,
  STRINGS_FONT,
};

static void
start_font (CnscdXmlReader *reader, CnscdXlsxStrings *strings)
{
  g_autofree char *name = cnscd_xml_reader_dup (reader, "val");

  if (name == NULL)
    return;
  strings->font = cnscd_legacy_font_from_name (name);
  g_hash_table_add (strings->with_font, GUINT_TO_POINTER (strings->texts->len));
}

/* A part of the text that has a font of its own; without one the cell's font counts. */
static void
end_run (CnscdXmlReader *reader, CnscdXlsxStrings *strings)
{
  GString *text = cnscd_xml_reader_text (reader);
  g_autofree char *decoded = NULL;

  if (strings->run_start <= text->len)
    decoded = cnscd_legacy_font_decode (strings->font, text->str + strings->run_start);
  if (decoded != NULL)
    {
      g_string_truncate (text, strings->run_start);
      g_string_append (text, decoded);
    }
  strings->font = CNSCD_LEGACY_FONT_NONE;
}

static void
strings_start_cb (CnscdXmlReader *reader, int element, gpointer user_data)
{
  CnscdXlsxStrings *strings = user_data;

  switch (element)
    {
    case STRINGS_ITEM:
      cnscd_xml_reader_clear (reader);
      break;
    case STRINGS_TEXT:
      cnscd_xml_reader_collect (reader, !strings->in_phonetic);
      break;
    case STRINGS_PHONETIC:
      strings->in_phonetic = TRUE;
      break;
    case STRINGS_RUN:
      strings->run_start = cnscd_xml_reader_text (reader)->len;
      strings->font = CNSCD_LEGACY_FONT_NONE;
      break;
    case STRINGS_FONT:
      start_font (reader, strings);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
end_string (CnscdXmlReader *reader, CnscdXlsxStrings *strings)
{
  GString *text = cnscd_xml_reader_text (reader);

  if (strings->texts->len >= CNSCD_WORKBOOK_MAX_CELLS)
    {
      g_autofree char *max = cnscd_number_format (CNSCD_WORKBOOK_MAX_CELLS);

      cnscd_xml_reader_fail (
        reader, g_error_new (
                  CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_TOO_LARGE,
                  _ ("The file contains more than %s texts. Split it into smaller files."), max));
      return;
    }
  cnscd_xlsx_decode_escapes (text);
  g_ptr_array_add (strings->texts, (gpointer) cnscd_workbook_intern (strings->workbook, text->str,
                                                                     (gssize) text->len));
}

static void
strings_end_cb (CnscdXmlReader *reader, int element, gpointer user_data)
{
  CnscdXlsxStrings *strings = user_data;

  switch (element)
    {
    case STRINGS_ITEM:
      end_string (reader, strings);
      break;
    case STRINGS_TEXT:
      cnscd_xml_reader_collect (reader, FALSE);
      break;
    case STRINGS_PHONETIC:
      strings->in_phonetic = FALSE;
      break;
    case STRINGS_RUN:
      end_run (reader, strings);
      break;
    default:
      break;
    }
}

/**
 * cnscd_xlsx_strings_read:
 * @package: a package
 * @part: (nullable): its part of shared strings; %NULL: it has none
 * @workbook: keeps the texts
 * @error: return location for a #CnscdSpreadsheetError
 *
 * Of a text in several fonts the runs are joined; how it is pronounced is left out.
 *
 * Returns: (transfer full): the texts
 */
CnscdXlsxStrings *
cnscd_xlsx_strings_read (CnscdPackage *package,
                         const char *part,
                         CnscdWorkbook *workbook,
                         GError **error)
{
  static const char *const elements[] = { "si", "t", "rPh", "r", "rFont", NULL };
  static const CnscdXmlHandler handler = { elements, FALSE, strings_start_cb, strings_end_cb };
  g_autoptr (CnscdXlsxStrings) strings = g_new0 (CnscdXlsxStrings, 1);

  strings->workbook = workbook;
  strings->texts = g_ptr_array_new ();
  strings->with_font = g_hash_table_new (NULL, NULL);
  if (part != NULL && !cnscd_xml_parse (package, part, &handler, strings, error))
    return NULL;
  return g_steal_pointer (&strings);
}

/**
 * cnscd_xlsx_strings_free:
 * @strings: (nullable) (transfer full): strings
 *
 * The texts stay with the workbook.
 */
void
cnscd_xlsx_strings_free (CnscdXlsxStrings *strings)
{
  if (strings == NULL)
    return;
  g_ptr_array_unref (strings->texts);
  g_hash_table_unref (strings->with_font);
  g_free (strings);
}

/**
 * cnscd_xlsx_strings_get:
 * @strings: strings
 * @index: what a cell says
 * @text: (out) (transfer none) (nullable): as of cnscd_workbook_intern(); %NULL when blank
 *
 * Returns: %FALSE when the table has no such text
 */
gboolean
cnscd_xlsx_strings_get (const CnscdXlsxStrings *strings, guint64 index, const char **text)
{
  if (index >= strings->texts->len)
    return FALSE;
  *text = g_ptr_array_index (strings->texts, index);
  return TRUE;
}

/**
 * cnscd_xlsx_strings_has_font:
 * @strings: strings
 * @index: of one of them
 *
 * Returns: whether the text names fonts of its own, by which it was decoded: the cell's does not
 *   count then
 */
gboolean
cnscd_xlsx_strings_has_font (const CnscdXlsxStrings *strings, guint64 index)
{
  return g_hash_table_contains (strings->with_font, GUINT_TO_POINTER ((guint) index));
}

/**
 * cnscd_xlsx_decode_escapes:
 * @text: changed in place
 *
 * ECMA-376 part 1, 22.9.2.19: "_x000D_" stands for a character that XML cannot carry.
 */
void
cnscd_xlsx_decode_escapes (GString *text)
{
  char *from = memchr (text->str, '_', text->len);
  char *to = from;
  char *end = text->str + text->len;

  if (from == NULL)
    return;
  while (from < end)
    {
      gunichar c = 0;

      if (end - from >= 7 && from[0] == '_' && from[1] == 'x' && from[6] == '_')
        {
          int i = 2;

          for (; i < 6 && g_ascii_isxdigit (from[i]); i++)
            c = c * 16 + (gunichar) g_ascii_xdigit_value (from[i]);
          if (i == 6 && c != 0 && g_unichar_validate (c))
            {
              to += g_unichar_to_utf8 (c, to);
              from += 7;
              continue;
            }
        }
      *to++ = *from++;
    }
  g_string_truncate (text, (gsize) (to - text->str));
}
