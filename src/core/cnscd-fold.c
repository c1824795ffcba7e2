/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-text.h"

#include <string.h>

#include "cnscd-text-private.h"

/* The letters of Vietnamese lie in these two ranges and in ASCII. */
#define LATIN_FIRST      0x00C0
#define LATIN_LAST       0x01B0
#define VIETNAMESE_FIRST 0x1EA0
#define VIETNAMESE_LAST  0x1EF9

static char latin[LATIN_LAST - LATIN_FIRST + 1];
static char vietnamese[VIETNAMESE_LAST - VIETNAMESE_FIRST + 1];

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

/* The ASCII letter that @c comes down to, 0 when it is not that simple. */
static char
find_plain_letter (gunichar c)
{
  gunichar apart[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (c, TRUE, apart, G_N_ELEMENTS (apart));
  gunichar letter = fold_char (apart[0]);

  for (gsize i = 1; i < n; i++)
    {
      if (!is_mark (apart[i]))
        return 0;
    }

  return letter < 0x80 && g_ascii_isalpha (letter) ? letter : 0;
}

static gpointer
fill_tables (gpointer data)
{
  for (gunichar c = LATIN_FIRST; c <= LATIN_LAST; c++)
    latin[c - LATIN_FIRST] = find_plain_letter (c);
  for (gunichar c = VIETNAMESE_FIRST; c <= VIETNAMESE_LAST; c++)
    vietnamese[c - VIETNAMESE_FIRST] = find_plain_letter (c);

  return NULL;
}

/*
 * Composed Vietnamese, which is nearly all there is, without taking it apart:
 * a spreadsheet has hundreds of thousands of cells. Gives NULL when there is
 * anything else in @text, and what fold_any() would when there is not.
 */
static char *
fold_composed (const char *text)
{
  static GOnce once = G_ONCE_INIT;
  g_autofree char *folded = g_malloc (strlen (text) + 1);
  char *end = folded;
  gboolean space = FALSE;

  g_once (&once, fill_tables, NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guchar byte = *p;
      char plain = 0;

      if (byte == ' ')
        {
          space = TRUE;
          continue;
        }

      if (byte > ' ' && byte < 0x7f)
        {
          plain = g_ascii_tolower (byte);
        }
      else if (byte >= 0x80)
        {
          gunichar c = g_utf8_get_char (p);

          if (c >= LATIN_FIRST && c <= LATIN_LAST)
            plain = latin[c - LATIN_FIRST];
          else if (c >= VIETNAMESE_FIRST && c <= VIETNAMESE_LAST)
            plain = vietnamese[c - VIETNAMESE_FIRST];
        }

      if (plain == 0)
        return NULL;

      if (space && end != folded)
        *end++ = ' ';
      space = FALSE;
      *end++ = plain;
    }

  *end = '\0';
  return g_steal_pointer (&folded);
}

static char *
fold_any (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_NFKD);
  GString *folded = g_string_sized_new (strlen (apart));
  gboolean space = FALSE;

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      CnscdCharClass class = cnscd_char_classify (c);

      if (class == CNSCD_CHAR_SPACE)
        {
          space = TRUE;
        }
      else if (class == CNSCD_CHAR_KEEP && !is_mark (c))
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
  const char *valid = cnscd_text_ensure_utf8 (text, &storage);
  char *folded = fold_composed (valid);

  return folded != NULL ? folded : fold_any (valid);
}

static gboolean
is_alnum (const char *p)
{
  return (guchar) *p < 0x80 ? g_ascii_isalnum (*p) : g_unichar_isalnum (g_utf8_get_char (p));
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
  char *key = cnscd_text_fold (text);
  char *end = key;
  gboolean space = FALSE;

  /* What stays only moves to the front. */
  for (const char *p = key; *p != '\0';)
    {
      const char *next = g_utf8_next_char (p);

      if (is_alnum (p))
        {
          if (space && end != key)
            *end++ = ' ';
          space = FALSE;
          while (p < next)
            *end++ = *p++;
        }
      else
        {
          space |= *p != '\'';
          p = next;
        }
    }

  *end = '\0';
  return key;
}
