/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-encoding.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cnscd-encoding-tables.h"
#include "cnscd-workbook.h"
#include "core/cnscd-text.h"

/* Enough words to tell one encoding from another. */
#define SAMPLE_SIZE (64 * 1024)

/* TCVN 5712, VNI and Unicode all write syllables of this build: an initial, then a rhyme. */
static const char *const initials[] = {
  "",  "b",  "c",   "ch", "d", "đ",  "g",  "gh", "gi", "h", "k",  "kh", "l", "m",
  "n", "ng", "ngh", "nh", "p", "ph", "qu", "r",  "s",  "t", "th", "tr", "v", "x",
};

static const char *const rhymes[] = {
  "a",    "ac",   "ach",  "ai",  "am",   "an",  "ang",  "anh",  "ao",   "ap",   "at",  "au",
  "ay",   "e",    "ec",   "em",  "en",   "eng", "eo",   "ep",   "et",   "i",    "ia",  "ich",
  "im",   "in",   "inh",  "ip",  "it",   "iu",  "iêc",  "iêm",  "iên",  "iêng", "iêp", "iêt",
  "iêu",  "o",    "oa",   "oac", "oach", "oai", "oam",  "oan",  "oang", "oanh", "oao", "oap",
  "oat",  "oay",  "oc",   "oe",  "oen",  "oeo", "oet",  "oi",   "om",   "on",   "ong", "ooc",
  "oong", "op",   "ot",   "oăc", "oăm",  "oăn", "oăng", "oăt",  "u",    "ua",   "uc",  "ui",
  "um",   "un",   "ung",  "up",  "ut",   "uy",  "uya",  "uych", "uyn",  "uynh", "uyp", "uyt",
  "uyu",  "uyên", "uyêt", "uân", "uâng", "uât", "uây",  "uê",   "uêch", "uênh", "uôc", "uôi",
  "uôm",  "uôn",  "uông", "uôt", "uơ",   "y",   "ych",  "yn",   "ynh",  "yt",   "yêm", "yên",
  "yêng", "yêt",  "yêu",  "âc",  "âm",   "ân",  "âng",  "âp",   "ât",   "âu",   "ây",  "ê",
  "êch",  "êm",   "ên",   "ênh", "êp",   "êt",  "êu",   "ô",    "ôc",   "ôi",   "ôm",  "ôn",
  "ông",  "ôp",   "ôt",   "ăc",  "ăm",   "ăn",  "ăng",  "ăp",   "ăt",   "ơ",    "ơi",  "ơm",
  "ơn",   "ơp",   "ơt",   "ư",   "ưa",   "ưc",  "ưi",   "ưng",  "ưt",   "ưu",   "ươc", "ươi",
  "ươm",  "ươn",  "ương", "ươp", "ươt",  "ươu", NULL,
};

static gboolean
is_rhyme (const char *text)
{
  return g_strv_contains (rhymes, text);
}

/* Lower case without tones, hats kept; FALSE when there are two tones. */
static gboolean
strip_tone (const char *word, GString *bare)
{
  g_autofree char *lower = cnscd_text_lower (word);
  g_autofree char *apart = g_utf8_normalize (lower, -1, G_NORMALIZE_NFD);
  g_autofree char *together = NULL;
  guint n_tones = 0;

  if (apart == NULL)
    return FALSE;
  g_string_truncate (bare, 0);
  for (const char *c = apart; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (letter == 0x300 || letter == 0x301 || letter == 0x303 || letter == 0x309 ||
          letter == 0x323)
        n_tones++;
      else
        g_string_append_unichar (bare, letter);
    }
  together = g_utf8_normalize (bare->str, -1, G_NORMALIZE_NFC);
  g_string_assign (bare, together);
  return n_tones <= 1;
}

/**
 * cnscd_encoding_is_syllable:
 * @word: a word in UTF-8
 *
 * By its build alone: whether Vietnamese uses the syllable is not known here.
 *
 * Returns: whether the word could be a Vietnamese syllable
 */
gboolean
cnscd_encoding_is_syllable (const char *word)
{
  g_autoptr (GString) bare = g_string_new (NULL);

  if (!strip_tone (word, bare))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (initials); i++)
    if (g_str_has_prefix (bare->str, initials[i]) && is_rhyme (bare->str + strlen (initials[i])))
      return TRUE;
  return FALSE;
}

static void
append_letter (GString *text, const gunichar table[128], guchar byte)
{
  gunichar letter = byte < 0x80 ? byte : table[byte - 0x80];

  if (letter == 0)
    letter = 0xfffd;
  if (letter < 0x80)
    g_string_append_c (text, (char) letter);
  else
    g_string_append_unichar (text, letter);
}

static char *
decode_tcvn3 (const char *bytes, gsize length)
{
  g_autoptr (GString) text = g_string_sized_new (length + length / 4);

  for (gsize i = 0; i < length; i++)
    {
      guchar byte = (guchar) bytes[i];

      if (byte < 0x20)
        g_string_append_unichar (text, cnscd_tcvn3_controls[byte]);
      else
        append_letter (text, cnscd_tcvn3_letters, byte);
    }
  /* The tones of 0xb0 to 0xb4 are characters of their own. */
  return g_utf8_normalize (text->str, (gssize) text->len, G_NORMALIZE_NFC);
}

static char *
decode_by_table (const gunichar table[128], const char *bytes, gsize length)
{
  g_autoptr (GString) text = g_string_sized_new (length + length / 4);

  for (gsize i = 0; i < length; i++)
    append_letter (text, table, (guchar) bytes[i]);
  return g_utf8_normalize (text->str, (gssize) text->len, G_NORMALIZE_NFC);
}

static char *
decode_vni (const char *bytes, gsize length)
{
  g_autoptr (GString) text = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      guchar byte = (guchar) bytes[i];
      gunichar letter = 0;

      if (i + 1 < length && (guchar) bytes[i + 1] >= 0x80)
        letter = cnscd_vni_lookup_pair (byte, (guchar) bytes[i + 1]);
      if (letter != 0)
        i++;
      else if (byte >= 0x80)
        letter = cnscd_vni_lookup_single (byte);

      if (letter != 0)
        g_string_append_unichar (text, letter);
      else
        append_letter (text, cnscd_windows_1252_letters, byte);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
decode_utf16 (const char *bytes, gsize length, gboolean big_endian)
{
  gsize n = length / 2;
  g_autofree gunichar2 *units = g_new (gunichar2, n + 1);

  for (gsize i = 0; i < n; i++)
    {
      guint first = (guchar) bytes[2 * i];
      guint second = (guchar) bytes[2 * i + 1];

      units[i] = (gunichar2) (big_endian ? first << 8 | second : second << 8 | first);
    }
  return g_utf16_to_utf8 (units, (glong) n, NULL, NULL, NULL);
}

/**
 * cnscd_encoding_rate_text:
 * @text: UTF-8
 *
 * Looks at the words with letters outside ASCII: the others are the same in all encodings.
 *
 * Returns: how much @text looks like Vietnamese: one up for each word that is built like a
 *   syllable, two down for each that is not, and for each sign where an office writes words
 */
int
cnscd_encoding_rate_text (const char *text)
{
  int rating = 0;
  const char *c = text;

  while (*c != '\0')
    {
      const char *start = c;
      gboolean foreign = FALSE;
      gunichar letter = g_utf8_get_char (c);

      while (*c != '\0' && (g_unichar_isalpha (letter) || g_unichar_ismark (letter)))
        {
          foreign = foreign || letter >= 0x80;
          c = g_utf8_next_char (c);
          letter = g_utf8_get_char (c);
        }
      if (c == start)
        {
          /* A sign or a control character where an office writes words. */
          if (letter >= 0x80 && (letter < 0x2010 || letter > 0x2026) && letter != 0xa0)
            rating -= 2;
          c = g_utf8_next_char (c);
        }
      else if (foreign)
        {
          g_autofree char *word = g_strndup (start, (gsize) (c - start));

          if (cnscd_encoding_is_syllable (word))
            rating++;
          else
            rating -= 2;
        }
    }
  return rating;
}

/**
 * cnscd_encoding_decode:
 * @encoding: an encoding
 * @bytes: text in it, without a byte order mark and without NUL characters
 * @length: bytes of it
 *
 * What an eight-bit encoding gives no meaning becomes U+FFFD. The letters are composed (NFC).
 * TCVN3 has no capitals with a tone: those of a font of capitals come out small.
 *
 * Returns: (transfer full) (nullable): the text in UTF-8; %NULL when it is no valid UTF-8 or
 *   UTF-16
 */
char *
cnscd_encoding_decode (CnscdEncoding encoding, const char *bytes, gsize length)
{
  switch (encoding)
    {
    case CNSCD_ENCODING_UTF8:
      return g_utf8_validate_len (bytes, length, NULL) ? g_strndup (bytes, length) : NULL;
    case CNSCD_ENCODING_UTF16_LE:
    case CNSCD_ENCODING_UTF16_BE:
      if (length % 2 != 0)
        return NULL;
      return decode_utf16 (bytes, length, encoding == CNSCD_ENCODING_UTF16_BE);
    case CNSCD_ENCODING_TCVN3:
      return decode_tcvn3 (bytes, length);
    case CNSCD_ENCODING_VNI:
      return decode_vni (bytes, length);
    case CNSCD_ENCODING_WINDOWS_1258:
      return decode_by_table (cnscd_windows_1258_letters, bytes, length);
    case CNSCD_ENCODING_WINDOWS_1252:
      return decode_by_table (cnscd_windows_1252_letters, bytes, length);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* UTF-16 without a mark: ASCII, of which each table has much, shows as NULs in every other byte. */
static gboolean
looks_like_utf16 (const char *bytes, gsize length, CnscdEncoding *encoding)
{
  gsize sample = MIN (length, 4096) & ~(gsize) 1;
  gsize zeros[2] = { 0 };

  for (gsize i = 0; i < sample; i++)
    if (bytes[i] == '\0')
      zeros[i % 2]++;
  if (MAX (zeros[0], zeros[1]) <= sample / 8 || MIN (zeros[0], zeros[1]) > sample / 64)
    return FALSE;
  *encoding = zeros[1] > zeros[0] ? CNSCD_ENCODING_UTF16_LE : CNSCD_ENCODING_UTF16_BE;
  return TRUE;
}

/* Whether it is UTF-8 that was cut off or of which a few bytes were spoilt. */
static gboolean
is_broken_utf8 (const char *bytes, gsize length)
{
  const char *end = bytes + length;
  const char *c = bytes;
  gsize n_valid = 0;
  gsize n_invalid = 0;

  while (c < end)
    {
      gunichar letter;

      if ((guchar) *c < 0x80)
        {
          c++;
          continue;
        }
      letter = g_utf8_get_char_validated (c, end - c);
      if (letter == (gunichar) -1 || letter == (gunichar) -2)
        {
          n_invalid++;
          c++;
        }
      else
        {
          n_valid++;
          c = g_utf8_next_char (c);
        }
    }
  /* Two bytes of a legacy text make valid UTF-8 only by chance. */
  return n_valid > 0 && n_valid >= 2 * n_invalid;
}

static gsize
count_controls (const char *bytes, gsize length)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    if ((guchar) bytes[i] < 0x20 && strchr ("\t\n\v\f\r\x1a", bytes[i]) == NULL)
      n++;
  return n;
}

static void
set_not_text (GError **error)
{
  g_set_error_literal (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_UNSUPPORTED,
                       _ ("The file is not a spreadsheet that can be read here. Open it in the "
                          "program it comes from and save it as .xlsx."));
}

static void
set_cut_off (GError **error)
{
  g_set_error_literal (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_DAMAGED,
                       _ ("The text of the file is damaged or breaks off. Save it again from the "
                          "program it comes from, as .xlsx or as “CSV UTF-8”."));
}

static char *
detect_legacy (const char *bytes, gsize length, CnscdEncoding *encoding, GError **error)
{
  static const CnscdEncoding candidates[] = { CNSCD_ENCODING_TCVN3, CNSCD_ENCODING_VNI,
                                              CNSCD_ENCODING_WINDOWS_1258 };
  int best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      g_autofree char *text =
        cnscd_encoding_decode (candidates[i], bytes, MIN (length, SAMPLE_SIZE));
      int rating = cnscd_encoding_rate_text (text);

      if (rating > best)
        {
          best = rating;
          *encoding = candidates[i];
        }
    }
  if (best == 0)
    {
      g_set_error_literal (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_UNSUPPORTED,
                           _ ("The encoding of the file’s text is unknown. Open it in the program "
                              "it comes from and save it as .xlsx or as “CSV UTF-8”."));
      return NULL;
    }
  return cnscd_encoding_decode (*encoding, bytes, length);
}

/**
 * cnscd_encoding_detect:
 * @bytes: a text file's content
 * @length: bytes of it
 * @encoding: (out): what it is written in
 * @error: return location for a #CnscdSpreadsheetError
 *
 * By the content: a byte order mark, then the shape of UTF-16, then valid UTF-8, then the legacy
 * encoding in which most words are built as Vietnamese syllables are.
 *
 * Returns: (transfer full): the text in UTF-8, without a byte order mark
 */
char *
cnscd_encoding_detect (const char *bytes, gsize length, CnscdEncoding *encoding, GError **error)
{
  gboolean marked = TRUE;
  char *text;

  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    {
      *encoding = CNSCD_ENCODING_UTF8;
      bytes += 3;
      length -= 3;
    }
  else if (length >= 2 && memcmp (bytes, "\xff\xfe", 2) == 0)
    {
      *encoding = CNSCD_ENCODING_UTF16_LE;
      bytes += 2;
      length -= 2;
    }
  else if (length >= 2 && memcmp (bytes, "\xfe\xff", 2) == 0)
    {
      *encoding = CNSCD_ENCODING_UTF16_BE;
      bytes += 2;
      length -= 2;
    }
  else if (!looks_like_utf16 (bytes, length, encoding))
    {
      *encoding = CNSCD_ENCODING_UTF8;
      marked = FALSE;
    }

  if (*encoding == CNSCD_ENCODING_UTF8 &&
      (memchr (bytes, '\0', length) != NULL || count_controls (bytes, length) > length / 64))
    {
      set_not_text (error);
      return NULL;
    }

  text = cnscd_encoding_decode (*encoding, bytes, length);
  if (text != NULL)
    return text;
  if (marked || is_broken_utf8 (bytes, length))
    {
      set_cut_off (error);
      return NULL;
    }
  return detect_legacy (bytes, length, encoding, error);
}
