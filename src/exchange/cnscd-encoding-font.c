/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-encoding-font.h"

#include <string.h>

#include "cnscd-encoding-tables.h"
#include "cnscd-encoding.h"

/* The byte of code page 1252 that @letter was, before it was taken for Unicode; 0: none. */
static guchar
find_byte (gunichar letter)
{
  if (letter < 0x100)
    return (guchar) letter;
  for (guint i = 0; i < 32; i++)
    if (cnscd_windows_1252_letters[i] == letter)
      return (guchar) (0x80 + i);
  return 0;
}

/**
 * cnscd_legacy_font_from_name:
 * @name: a font's name
 *
 * Returns: what the font does with letters
 */
CnscdLegacyFont
cnscd_legacy_font_from_name (const char *name)
{
  if (g_ascii_strncasecmp (name, ".Vn", 3) == 0)
    return g_str_has_suffix (name, "H") ? CNSCD_LEGACY_FONT_TCVN3_CAPITALS
                                        : CNSCD_LEGACY_FONT_TCVN3;
  if (g_ascii_strncasecmp (name, "VNI-", 4) == 0)
    return CNSCD_LEGACY_FONT_VNI;
  return CNSCD_LEGACY_FONT_NONE;
}

/**
 * cnscd_legacy_font_decode:
 * @font: the font that @text is shown in
 * @text: as it is stored, such as "NguyÔn V¨n §øc"
 *
 * Returns: (transfer full) (nullable): what a person sees, "Nguyễn Văn Đức"; %NULL when that is
 *   @text itself: another font, letters that the font does not have, or nothing that would read
 *   better
 */
char *
cnscd_legacy_font_decode (CnscdLegacyFont font, const char *text)
{
  g_autoptr (GString) bytes = NULL;
  g_autofree char *decoded = NULL;

  if (font == CNSCD_LEGACY_FONT_NONE ||
      (font != CNSCD_LEGACY_FONT_TCVN3_CAPITALS && g_str_is_ascii (text)))
    return NULL;

  bytes = g_string_sized_new (strlen (text));
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      guchar byte = find_byte (g_utf8_get_char (c));

      if (byte == 0)
        return NULL;
      g_string_append_c (bytes, (char) byte);
    }
  decoded = cnscd_encoding_decode (font == CNSCD_LEGACY_FONT_VNI ? CNSCD_ENCODING_VNI
                                                                 : CNSCD_ENCODING_TCVN3,
                                   bytes->str, bytes->len);
  if (cnscd_encoding_rate_text (decoded) < cnscd_encoding_rate_text (text))
    return NULL;
  if (font == CNSCD_LEGACY_FONT_TCVN3_CAPITALS)
    return g_utf8_strup (decoded, -1);
  return g_steal_pointer (&decoded);
}
