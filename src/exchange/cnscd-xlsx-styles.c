/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-xlsx-styles.h"

#include <string.h>

#include "cnscd-spreadsheet-xml.h"

typedef struct
{
  gboolean is_date;
  CnscdLegacyFont font;
} CellStyle;

struct _CnscdXlsxStyles
{
  GHashTable *formats; /* number of a custom format → whether it is a date */
  GArray *fonts;       /* (element-type CnscdLegacyFont) */
  GArray *styles;      /* (element-type CellStyle) */
  gboolean in_fonts;
  gboolean in_cell_styles;
};

enum
{
  ELEMENT_NUMBER_FORMAT,
  ELEMENT_FONTS,
  ELEMENT_FONT,
  ELEMENT_FONT_NAME,
  ELEMENT_CELL_STYLES,
  ELEMENT_STYLE,
};

static const char *const elements[] = {
  "numFmt", "fonts", "font", "name", "cellXfs", "xf", NULL,
};

static gboolean
format_is_date (CnscdXlsxStyles *styles, guint number)
{
  gpointer is_date;

  if (g_hash_table_lookup_extended (styles->formats, GUINT_TO_POINTER (number), NULL, &is_date))
    return GPOINTER_TO_INT (is_date);
  return cnscd_xlsx_builtin_is_date (number);
}

static void
set_font (CnscdXmlReader *reader, CnscdXlsxStyles *styles)
{
  g_autofree char *name = cnscd_xml_reader_dup (reader, "val");

  if (name != NULL)
    g_array_index (styles->fonts, CnscdLegacyFont, styles->fonts->len - 1) =
      cnscd_legacy_font_from_name (name);
}

static void
add_style (CnscdXmlReader *reader, CnscdXlsxStyles *styles)
{
  CellStyle style = { FALSE, CNSCD_LEGACY_FONT_NONE };
  guint number;

  if (cnscd_xml_reader_get_uint (reader, "numFmtId", &number))
    style.is_date = format_is_date (styles, number);
  if (cnscd_xml_reader_get_uint (reader, "fontId", &number) && number < styles->fonts->len)
    style.font = g_array_index (styles->fonts, CnscdLegacyFont, number);
  g_array_append_val (styles->styles, style);
}

static void
start_cb (CnscdXmlReader *reader, int element, gpointer user_data)
{
  CnscdXlsxStyles *styles = user_data;
  guint number = 0;

  switch (element)
    {
    case ELEMENT_NUMBER_FORMAT:
      if (cnscd_xml_reader_get_uint (reader, "numFmtId", &number))
        {
          g_autofree char *code = cnscd_xml_reader_dup (reader, "formatCode");

          g_hash_table_insert (styles->formats, GUINT_TO_POINTER (number),
                               GINT_TO_POINTER (code != NULL && cnscd_xlsx_format_is_date (code)));
        }
      break;
    case ELEMENT_FONTS:
      styles->in_fonts = TRUE;
      break;
    case ELEMENT_FONT:
      if (styles->in_fonts)
        g_array_set_size (styles->fonts, styles->fonts->len + 1);
      break;
    case ELEMENT_FONT_NAME:
      if (styles->in_fonts && styles->fonts->len > 0)
        set_font (reader, styles);
      break;
    case ELEMENT_CELL_STYLES:
      styles->in_cell_styles = TRUE;
      break;
    case ELEMENT_STYLE:
      if (styles->in_cell_styles)
        add_style (reader, styles);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
end_cb (CnscdXmlReader *reader, int element, gpointer user_data)
{
  CnscdXlsxStyles *styles = user_data;

  if (element == ELEMENT_CELL_STYLES)
    styles->in_cell_styles = FALSE;
  else if (element == ELEMENT_FONTS)
    styles->in_fonts = FALSE;
}

/**
 * cnscd_xlsx_styles_read:
 * @package: a package
 * @part: (nullable): its part of styles; %NULL gives styles without a date
 * @error: return location for a #CnscdSpreadsheetError
 *
 * Returns: (transfer full): the styles
 */
CnscdXlsxStyles *
cnscd_xlsx_styles_read (CnscdPackage *package, const char *part, GError **error)
{
  static const CnscdXmlHandler handler = { elements, FALSE, start_cb, end_cb };
  g_autoptr (CnscdXlsxStyles) styles = g_new0 (CnscdXlsxStyles, 1);

  styles->formats = g_hash_table_new (NULL, NULL);
  styles->fonts = g_array_new (FALSE, TRUE, sizeof (CnscdLegacyFont));
  styles->styles = g_array_new (FALSE, FALSE, sizeof (CellStyle));
  if (part != NULL && !cnscd_xml_parse (package, part, &handler, styles, error))
    return NULL;
  return g_steal_pointer (&styles);
}

/**
 * cnscd_xlsx_styles_free:
 * @styles: (nullable) (transfer full): styles
 */
void
cnscd_xlsx_styles_free (CnscdXlsxStyles *styles)
{
  if (styles == NULL)
    return;
  g_hash_table_unref (styles->formats);
  g_array_unref (styles->fonts);
  g_array_unref (styles->styles);
  g_free (styles);
}

/**
 * cnscd_xlsx_styles_is_date:
 * @styles: styles
 * @style: number of a cell's style; one that the file does not have is no date
 *
 * Returns: whether the style shows a number as a date, with or without a time of day
 */
gboolean
cnscd_xlsx_styles_is_date (const CnscdXlsxStyles *styles, guint style)
{
  return style < styles->styles->len && g_array_index (styles->styles, CellStyle, style).is_date;
}

/**
 * cnscd_xlsx_styles_get_font:
 * @styles: styles
 * @style: number of a cell's style
 *
 * Returns: what the style's font does with letters
 */
CnscdLegacyFont
cnscd_xlsx_styles_get_font (const CnscdXlsxStyles *styles, guint style)
{
  if (style >= styles->styles->len)
    return CNSCD_LEGACY_FONT_NONE;
  return g_array_index (styles->styles, CellStyle, style).font;
}

/**
 * cnscd_xlsx_format_is_date:
 * @code: a format code such as `dd/mm/yyyy` or `#,##0 "đ"`
 *
 * Only the first section counts, the one of positive numbers. A code of hours and minutes alone
 * is no date.
 *
 * Returns: whether it shows a number as a date
 */
gboolean
cnscd_xlsx_format_is_date (const char *code)
{
  gboolean month = FALSE;
  gboolean time = FALSE;

  for (const char *c = code; *c != '\0' && *c != ';'; c++)
    switch (*c)
      {
      case '"':
      case '[':
        /* Words, and "[Red]", "[$-42A]", "[h]". */
        c = strchr (c + 1, *c == '"' ? '"' : ']');
        if (c == NULL)
          return month && !time;
        break;
      case '\\':
      case '_':
      case '*':
        if (c[1] == '\0')
          return month && !time;
        c++;
        break;
      case 'G':
      case 'g':
        if (g_ascii_strncasecmp (c, "general", 7) == 0)
          c += 6;
        break;
      case 'd':
      case 'D':
      case 'y':
      case 'Y':
        return TRUE;
      case 'm':
      case 'M':
        month = TRUE;
        break;
      case 'h':
      case 'H':
      case 's':
      case 'S':
        time = TRUE;
        break;
      default:
        break;
      }
  return month && !time;
}

/**
 * cnscd_xlsx_builtin_is_date:
 * @number: of a format whose code is not written in the file
 *
 * ECMA-376 part 1, 18.8.30, in all its languages; .xls has the same ones.
 *
 * Returns: whether it shows a number as a date
 */
gboolean
cnscd_xlsx_builtin_is_date (guint number)
{
  return (number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 31) ||
         number == 36 || (number >= 50 && number <= 54) || number == 57 || number == 58;
}
