/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-text.h"

#include <string.h>

/* What a character is worth in a cell, a form or a search. */
typedef enum
{
  CLASS_KEEP,
  CLASS_SPACE,
  CLASS_DROP,
} CharClass;

/* Invisible characters that Unicode does not call spaces. */
#define HANGUL_FILLER            0x3164
#define HANGUL_FILLER_HALF_WIDTH 0xFFA0
#define HANGUL_LEADING_FILLER    0x115F
#define HANGUL_VOWEL_FILLER      0x1160
#define BRAILLE_BLANK            0x2800

#define COMBINING_CIRCUMFLEX 0x0302
#define COMBINING_BREVE      0x0306
#define COMBINING_HORN       0x031B

static CharClass
classify (gunichar c)
{
  if (c > ' ' && c < 0x7f)
    return CLASS_KEEP;

  if (g_unichar_isspace (c) || (c >= 0x1c && c <= 0x1f) || c == '\v' || c == 0x85)
    return CLASS_SPACE;

  if (c == BRAILLE_BLANK || c == HANGUL_FILLER || c == HANGUL_FILLER_HALF_WIDTH ||
      c == HANGUL_LEADING_FILLER || c == HANGUL_VOWEL_FILLER)
    return CLASS_SPACE;

  switch ((int) g_unichar_type (c))
    {
    case G_UNICODE_SPACE_SEPARATOR:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
      return CLASS_SPACE;
    /* Zero-width spaces and joiners, soft hyphens, marks of direction, BELs. */
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
      return CLASS_DROP;
    default:
      return CLASS_KEEP;
    }
}

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

/* @text itself when it is UTF-8, else a mended copy in @storage. */
static const char *
ensure_utf8 (const char *text, char **storage)
{
  if (text == NULL)
    return "";
  if (g_utf8_validate (text, -1, NULL))
    return text;

  *storage = g_utf8_make_valid (text, -1);
  return *storage;
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

      switch (classify (c))
        {
        case CLASS_SPACE:
          space = TRUE;
          break;
        case CLASS_KEEP:
          if (space && tidied->len > 0)
            g_string_append_c (tidied, ' ');
          space = FALSE;
          g_string_append_unichar (tidied, c);
          *composed &= is_composed (c);
          break;
        case CLASS_DROP:
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

static gunichar
fold_char (gunichar c)
{
  if (c < 0x80)
    return g_ascii_tolower (c);

  switch (c)
    {
    case 0x0110: /* Đ */
    case 0x0111:
    case 0x00D0:
    case 0x00F0:
    case 0x0189:
    case 0x0256:
      return 'd';
    case 0x2018: /* quotation marks that stand for apostrophes */
    case 0x2019:
    case 0x02BC:
    case 0x02B9:
    case 0x00B4:
    case 0x2032:
      return '\'';
    case 0x201C:
    case 0x201D:
      return '"';
    case 0x2212: /* minus */
      return '-';
    default:
      if (c >= 0x2010 && c <= 0x2015)
        return '-';
      return g_unichar_tolower (c);
    }
}

/* II, III, IV, VII, VIII, IX … but not VI and XI, which are Vietnamese syllables. */
static gboolean
is_roman_number (const char *syllable, gsize length)
{
  if (length < 2 || strspn (syllable, "IVX") < length)
    return FALSE;

  return !(length == 2 && (syllable[0] == 'V' || syllable[0] == 'X') && syllable[1] == 'I');
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

  tidied = tidy (ensure_utf8 (text, &storage), &composed);

  if (!composed)
    {
      char *whole = compose (tidied);

      g_free (tidied);
      tidied = whole;
    }

  return *tidied != '\0' ? g_steal_pointer (&tidied) : NULL;
}

/**
 * cnscd_text_fold:
 * @text: (nullable): a text
 *
 * Strips what people leave out when they type in a hurry: case, tones, hats,
 * horns, the stroke of đ. "Đào Hòa" and "DAO  HOÀ" both give "dao hoa". Single
 * spaces and punctuation stay. Folding twice changes nothing more.
 *
 * Returns: (transfer full): the text, "" when nothing is left
 */
char *
cnscd_text_fold (const char *text)
{
  g_autofree char *storage = NULL;
  g_autofree char *apart = NULL;
  const char *valid = ensure_utf8 (text, &storage);
  GString *folded;
  gboolean space = FALSE;

  apart = g_utf8_normalize (valid, -1, G_NORMALIZE_NFKD);
  folded = g_string_sized_new (strlen (apart));

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      CharClass class = classify (c);

      if (class == CLASS_SPACE)
        {
          space = TRUE;
        }
      else if (class == CLASS_KEEP && !is_mark (c))
        {
          if (space && folded->len > 0)
            g_string_append_c (folded, ' ');
          space = FALSE;
          g_string_append_unichar (folded, fold_char (c));
        }
    }

  return g_string_free_and_steal (folded);
}

/**
 * cnscd_text_search_key:
 * @text: (nullable): a text, or what somebody types to find it
 *
 * The folded text, letters and digits only, one space between words.
 * Apostrophes join: "H'Mông" gives "hmong".
 *
 * Returns: (transfer full): the key, "" when nothing is left
 */
char *
cnscd_text_search_key (const char *text)
{
  g_autofree char *folded = cnscd_text_fold (text);
  GString *key = g_string_sized_new (strlen (folded));
  gboolean space = FALSE;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        {
          if (space && key->len > 0)
            g_string_append_c (key, ' ');
          space = FALSE;
          g_string_append_unichar (key, c);
        }
      else if (c != '\'')
        {
          space = TRUE;
        }
    }

  return g_string_free_and_steal (key);
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
  const char *valid = ensure_utf8 (text, &storage);
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
