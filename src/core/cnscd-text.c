/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-text.h"

#include <string.h>

#include "cnscd-text-private.h"

/* Invisible characters that Unicode does not call spaces. */
#define HANGUL_FILLER            0x3164
#define HANGUL_FILLER_HALF_WIDTH 0xFFA0
#define HANGUL_LEADING_FILLER    0x115F
#define HANGUL_VOWEL_FILLER      0x1160
#define BRAILLE_BLANK            0x2800

#define COMBINING_CIRCUMFLEX 0x0302
#define COMBINING_BREVE      0x0306
#define COMBINING_HORN       0x031B

/* Đ as fonts of other languages draw it: eth and African d. */
static gunichar
repair_letter (gunichar c)
{
  switch (c)
    {
    case 0x00D0:
    case 0x0189:
      return 0x0110;
    case 0x00F0:
    case 0x0256:
      return 0x0111;
    default:
      return c;
    }
}

static gboolean
is_vowel_mark (gunichar c)
{
  return c == COMBINING_CIRCUMFLEX || c == COMBINING_BREVE || c == COMBINING_HORN;
}

/* Characters that stand for themselves in every normalization form to compose to. */
static gboolean
is_composed (gunichar c)
{
  return c < 0x0300 || (c >= 0x1EA0 && c <= 0x1EF9);
}

/*
 * Some converters write the tone before the hat: e, acute, circumflex. Unicode
 * keeps that order as meant and composes no "ế" from it, so put the marks
 * that belong to the vowel first.
 */
static char *
compose (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  g_autoptr (GString) ordered = g_string_sized_new (strlen (apart));

  for (const char *p = apart; *p != '\0';)
    {
      const char *marks = g_utf8_next_char (p);
      const char *end = marks;
      gboolean reorder = FALSE;

      while (*end != '\0' && g_unichar_combining_class (g_utf8_get_char (end)) != 0)
        {
          reorder |= end != marks && is_vowel_mark (g_utf8_get_char (end));
          end = g_utf8_next_char (end);
        }

      g_string_append_len (ordered, p, marks - p);
      if (reorder)
        {
          for (const char *m = marks; m < end; m = g_utf8_next_char (m))
            {
              if (is_vowel_mark (g_utf8_get_char (m)))
                g_string_append_unichar (ordered, g_utf8_get_char (m));
            }
          for (const char *m = marks; m < end; m = g_utf8_next_char (m))
            {
              if (!is_vowel_mark (g_utf8_get_char (m)))
                g_string_append_unichar (ordered, g_utf8_get_char (m));
            }
        }
      else
        {
          g_string_append_len (ordered, marks, end - marks);
        }
      p = end;
    }

  return g_utf8_normalize (ordered->str, ordered->len, G_NORMALIZE_NFC);
}

/*
 * Whether cnscd_text_clean() would change nothing: ASCII and composed letters
 * with single spaces between them, as nearly every text is. FALSE also for
 * what a closer look would find clean.
 */
static gboolean
is_clean (const char *text)
{
  guchar before = ' ';

  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    {
      if (*p < ' ' || *p == 0x7f || (*p == ' ' && before == ' '))
        return FALSE;
      before = *p;
      if (*p < 0x80)
        continue;

      if (*p >= 0xC3 && *p <= 0xC6 && (p[1] & 0xC0) == 0x80)
        {
          /* U+00C0 to U+01BF */
          gunichar c = (gunichar) (*p & 0x1f) << 6 | (p[1] & 0x3f);

          if (repair_letter (c) != c)
            return FALSE;
          p++;
        }
      else if (*p == 0xE1 && ((p[1] == 0xBA && p[2] >= 0xA0 && p[2] <= 0xBF) ||
                              (p[1] == 0xBB && p[2] >= 0x80 && p[2] <= 0xB9)))
        {
          p += 2; /* U+1EA0 to U+1EF9 */
        }
      else
        {
          return FALSE;
        }
    }

  return before != ' ';
}

/* Visible characters and single spaces between them; the NFC still to be done when *composed is
 * FALSE. */
static char *
tidy (const char *text, gboolean *composed)
{
  GString *tidied = g_string_sized_new (strlen (text));
  gboolean space = FALSE;

  *composed = TRUE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = repair_letter (g_utf8_get_char (p));

      switch (cnscd_char_classify (c))
        {
        case CNSCD_CHAR_SPACE:
          space = TRUE;
          break;
        case CNSCD_CHAR_KEEP:
          if (space && tidied->len > 0)
            g_string_append_c (tidied, ' ');
          space = FALSE;
          g_string_append_unichar (tidied, c);
          *composed &= is_composed (c);
          break;
        case CNSCD_CHAR_DROP:
        default:
          break;
        }
    }

  return g_string_free_and_steal (tidied);
}

static gboolean
is_mark (gunichar c)
{
  return c >= 0x0300 && g_unichar_ismark (c);
}

/* II, III, IV, VII, VIII, IX … but not VI and XI, which are Vietnamese syllables. */
static gboolean
is_roman_number (const char *syllable, gsize length)
{
  if (length < 2 || strspn (syllable, "IVX") < length)
    return FALSE;

  return !(length == 2 && (syllable[0] == 'V' || syllable[0] == 'X') && syllable[1] == 'I');
}

/* How to treat @c; letters of every script are kept. */
CnscdCharClass
cnscd_char_classify (gunichar c)
{
  if (c > ' ' && c < 0x7f)
    return CNSCD_CHAR_KEEP;

  if (g_unichar_isspace (c) || (c >= 0x1c && c <= 0x1f) || c == '\v' || c == 0x85)
    return CNSCD_CHAR_SPACE;

  if (c == BRAILLE_BLANK || c == HANGUL_FILLER || c == HANGUL_FILLER_HALF_WIDTH ||
      c == HANGUL_LEADING_FILLER || c == HANGUL_VOWEL_FILLER)
    return CNSCD_CHAR_SPACE;

  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_SPACE_SEPARATOR:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return CNSCD_CHAR_SPACE;
    /* Zero-width spaces and joiners, soft hyphens, marks of direction, BELs. */
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
      return CNSCD_CHAR_DROP;
    default:
      return CNSCD_CHAR_KEEP;
    }
}

/* @text itself when it is UTF-8, else a mended copy in @storage. */
const char *
cnscd_text_ensure_utf8 (const char *text, char **storage)
{
  if (text == NULL)
    return "";
  if (g_utf8_validate (text, -1, NULL))
    return text;

  *storage = g_utf8_make_valid (text, -1);
  return *storage;
}

/**
 * cnscd_text_clean:
 * @text: (nullable): bytes from a file, a form or the clipboard
 *
 * Brings a text of one line into the form in which texts are stored: Unicode
 * NFC, spaces of every kind and line ends as one space, none at the ends,
 * nothing invisible, and Đ for the look-alikes of it (Ð, U+00D0). What is not
 * UTF-8 becomes U+FFFD.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL when nothing is left
 */
char *
cnscd_text_clean (const char *text)
{
  g_autofree char *storage = NULL;
  g_autofree char *tidied = NULL;
  gboolean composed;

  if (text != NULL && is_clean (text))
    return g_strdup (text);

  tidied = tidy (cnscd_text_ensure_utf8 (text, &storage), &composed);

  if (!composed)
    {
      char *whole = compose (tidied);

      g_free (tidied);
      tidied = whole;
    }

  return *tidied != '\0' ? g_steal_pointer (&tidied) : NULL;
}

/**
 * cnscd_text_lower:
 * @text: UTF-8
 *
 * As g_utf8_strdown(), but the same in every language of the system, and
 * several times as fast on Vietnamese: an import asks for nearly every cell.
 *
 * Returns: (transfer full): the text in small letters
 */
char *
cnscd_text_lower (const char *text)
{
  g_autofree char *lower = g_malloc (strlen (text) + 1);
  char *end = lower;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c;

      if ((guchar) *p < 0x80)
        {
          *end++ = g_ascii_tolower (*p);
          continue;
        }

      /* Of these, small letters are as long as capitals, except for that of İ. */
      c = g_utf8_get_char (p);
      if (!((c >= 0x00C0 && c <= 0x01B0 && c != 0x0130) || (c >= 0x1EA0 && c <= 0x1EF9)))
        return g_utf8_strdown (text, -1);
      end += g_unichar_to_utf8 (g_unichar_tolower (c), end);
    }

  *end = '\0';
  return g_steal_pointer (&lower);
}

/**
 * cnscd_text_is_upper:
 * @text: (nullable): a text
 *
 * Returns: whether @text has letters and all of them are capitals
 */
gboolean
cnscd_text_is_upper (const char *text)
{
  gboolean found = FALSE;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_islower (c) || g_unichar_istitle (c))
        return FALSE;
      found |= g_unichar_isupper (c);
    }

  return found;
}

/**
 * cnscd_text_title_case:
 * @text: (nullable): a name in capitals: "CHU ĐỨC TUẤN"
 *
 * Leaves the first letter of each syllable in capitals and writes the others
 * small: "Chu Đức Tuấn", "H'Mông", "Na-Phạc". Letters after a digit ("5A") and
 * Roman numbers stay.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL for %NULL
 */
char *
cnscd_text_title_case (const char *text)
{
  g_autofree char *storage = NULL;
  const char *valid = cnscd_text_ensure_utf8 (text, &storage);
  GString *titled;
  gboolean capital = TRUE;
  gboolean keep = FALSE;

  if (text == NULL)
    return NULL;

  titled = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c))
        {
          if (capital)
            keep = is_roman_number (p, strcspn (p, " -,.()"));
          if (!keep)
            c = capital ? g_unichar_toupper (c) : g_unichar_tolower (c);
          capital = FALSE;
        }
      else if (g_unichar_isdigit (c))
        {
          capital = FALSE;
          keep = TRUE;
        }
      else if (!is_mark (c))
        {
          capital = TRUE;
          keep = FALSE;
        }
      g_string_append_unichar (titled, c);
    }

  return g_string_free_and_steal (titled);
}

/**
 * cnscd_name_normalize:
 * @name: (nullable): a person's or a place's name as somebody wrote it
 *
 * Cleans a name, and when it comes in capitals throughout writes only the
 * first letter of each syllable so. A name in mixed case is left as its owner
 * writes it.
 *
 * Returns: (transfer full) (nullable): the name, or %NULL when nothing is left
 */
char *
cnscd_name_normalize (const char *name)
{
  g_autofree char *clean = cnscd_text_clean (name);

  if (!cnscd_text_is_upper (clean))
    return g_steal_pointer (&clean);

  return cnscd_text_title_case (clean);
}
