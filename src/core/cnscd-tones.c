/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-text.h"

#include <string.h>

#define N_TONES 5

/* The open rhymes whose tone people put on either vowel: òa or oà, òe or oè, ùy or uỳ. */
static const struct
{
  gunichar first;
  gunichar second;
  gunichar first_toned[N_TONES];
  gunichar second_toned[N_TONES];
} rhymes[] = {
  { 'o',
    'a',
    { 0x00F2, 0x00F3, 0x1ECF, 0x00F5, 0x1ECD },
    { 0x00E0, 0x00E1, 0x1EA3, 0x00E3, 0x1EA1 } },
  { 'o',
    'e',
    { 0x00F2, 0x00F3, 0x1ECF, 0x00F5, 0x1ECD },
    { 0x00E8, 0x00E9, 0x1EBB, 0x1EBD, 0x1EB9 } },
  { 'u',
    'y',
    { 0x00F9, 0x00FA, 0x1EE7, 0x0169, 0x1EE5 },
    { 0x1EF3, 0x00FD, 0x1EF7, 0x1EF9, 0x1EF5 } },
};

/* The rhyme of which @first and @second_toned make the second spelling, or -1. */
static int
find_rhyme (gunichar first, gunichar second_toned, int *tone)
{
  for (guint i = 0; i < G_N_ELEMENTS (rhymes); i++)
    {
      if (rhymes[i].first != first)
        continue;
      for (int t = 0; t < N_TONES; t++)
        {
          if (rhymes[i].second_toned[t] == second_toned)
            {
              *tone = t;
              return i;
            }
        }
    }

  return -1;
}

static gunichar
match_case (gunichar letter, gunichar model)
{
  return g_unichar_isupper (model) ? g_unichar_toupper (letter) : letter;
}

/**
 * cnscd_text_unify_tones:
 * @text: (nullable): a text
 *
 * Writes the tone in its older place where there are two: "Hoà" becomes "Hòa",
 * "Thuỷ" "Thủy"; "Hoàn" and "Quý" have one place only. For comparing and
 * sorting: people keep their own spelling on paper.
 *
 * Returns: (transfer full): the clean text, "" when nothing is left
 */
char *
cnscd_text_unify_tones (const char *text)
{
  g_autofree char *clean = cnscd_text_clean (text);
  GString *unified;
  gunichar before = 0; /* the letter before @previous */
  gunichar previous = 0;

  if (clean == NULL)
    return g_strdup ("");

  unified = g_string_sized_new (strlen (clean) + 1);

  for (const char *p = clean; *p != '\0';)
    {
      const char *next = g_utf8_next_char (p);
      gunichar c = g_utf8_get_char (p);
      int tone, rhyme = -1;

      /* All of the spellings in question end a syllable in a letter beyond ASCII. */
      if (c >= 0x80 && previous < 0x80 && !g_unichar_isalpha (g_utf8_get_char (next)) &&
          g_unichar_tolower (before) != 'q')
        rhyme = find_rhyme (g_unichar_tolower (previous), g_unichar_tolower (c), &tone);

      if (rhyme >= 0)
        {
          /* Both plain vowels are one byte. */
          g_string_truncate (unified, unified->len - 1);
          g_string_append_unichar (unified, match_case (rhymes[rhyme].first_toned[tone], previous));
          c = match_case (rhymes[rhyme].second, c);
          g_string_append_unichar (unified, c);
        }
      else
        {
          g_string_append_len (unified, p, next - p);
        }

      before = previous;
      previous = c;
      p = next;
    }

  return g_string_free_and_steal (unified);
}

/**
 * cnscd_text_match_key:
 * @text: (nullable): a name
 *
 * Makes the key by which two spellings of one name are the same: accents
 * count, capitals, spaces and the place of the tone do not. "HOÀNG KIM HOÀ"
 * and "Hoàng Kim Hòa" have one key, "Hoàng Kim Hoa" has another.
 *
 * Returns: (transfer full): the key, "" when nothing is left
 */
char *
cnscd_text_match_key (const char *text)
{
  g_autofree char *unified = cnscd_text_unify_tones (text);
  g_autofree char *lower = cnscd_text_lower (unified);
  char *clean = cnscd_text_clean (lower);

  return clean != NULL ? clean : g_strdup ("");
}

static gboolean
is_within_word (const char *text, const char *at)
{
  return at > text && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))) &&
         g_unichar_isalnum (g_utf8_get_char (at));
}

/**
 * cnscd_text_mentions:
 * @text: (nullable): a text
 * @words: (nullable): one word or several
 *
 * Looks for whole words as cnscd_text_match_key() compares them: "Nhà văn hóa
 * xóm Đồng" does not mention "Đông". Who writes no accents at all means either.
 *
 * Returns: whether @text has @words in it; no text has no words
 */
gboolean
cnscd_text_mentions (const char *text, const char *words)
{
  gboolean plain = text != NULL && g_str_is_ascii (text);
  g_autofree char *key = plain ? cnscd_text_search_key (text) : cnscd_text_match_key (text);
  g_autofree char *sought = plain ? cnscd_text_search_key (words) : cnscd_text_match_key (words);

  if (sought == NULL || *sought == '\0' || key == NULL)
    return FALSE;

  for (const char *at = strstr (key, sought); at != NULL; at = strstr (at + 1, sought))
    {
      if (!is_within_word (key, at) && !is_within_word (key, at + strlen (sought)))
        return TRUE;
    }
  return FALSE;
}
