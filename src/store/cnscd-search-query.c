/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-search-query.h"

#include <string.h>

#include "core/cnscd-phone.h"
#include "core/cnscd-text.h"

/* Longer than any phone number with its country; what follows cannot match. */
#define MAX_DIGITS 20

#define MIN_DIGITS_AFTER_NAME 4

static gboolean
is_alnum (const char *p)
{
  return (guchar) *p < 0x80 ? g_ascii_isalnum (*p) : g_unichar_isalnum (g_utf8_get_char (p));
}

/* As cnscd_text_search_key() cuts words: letters and digits, apostrophes join. Takes @text and
 * gives it back, since what stays of it only moves to the front. */
static char *
cut_words (char *text)
{
  char *end = text;
  gboolean space = FALSE;

  for (const char *p = text; *p != '\0';)
    {
      const char *next = g_utf8_next_char (p);

      if (is_alnum (p))
        {
          if (space && end != text)
            *end++ = ' ';
          space = FALSE;
          while (p < next)
            *end++ = *p++;
        }
      else
        {
          space |= *p != '\'' && g_utf8_get_char (p) != 0x2019;
          p = next;
        }
    }

  *end = '\0';
  return text;
}

static char **
split_words (const char *words)
{
  char **all = g_strsplit (words, " ", CNSCD_SEARCH_MAX_WORDS + 1);

  if (*words == '\0')
    g_clear_pointer (&all[0], g_free);
  if (g_strv_length (all) > CNSCD_SEARCH_MAX_WORDS)
    g_clear_pointer (&all[CNSCD_SEARCH_MAX_WORDS], g_free);

  return all;
}

/* Words hold letters and digits only, so that nothing in them can be FTS5 syntax. */
static void
append_prefix (GString *query, const char *word)
{
  g_string_append_printf (query, "\"%s\" *", word);
}

static char *
make_query (const char *columns, char *const *words, char *const *variants)
{
  GString *query = g_string_new (columns);

  g_string_append (query, " : (");
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (query, " AND ");
      if (variants != NULL && strcmp (variants[i], words[i]) != 0)
        {
          g_string_append_c (query, '(');
          append_prefix (query, words[i]);
          g_string_append (query, " OR ");
          append_prefix (query, variants[i]);
          g_string_append_c (query, ')');
        }
      else
        {
          append_prefix (query, words[i]);
        }
    }
  g_string_append_c (query, ')');

  return g_string_free_and_steal (query);
}

static char *
make_whole_query (char *const *words)
{
  g_autofree char *all = g_strjoinv ("\" AND \"", (GStrv) words);

  return g_strdup_printf ("exact : (\"%s\")", all);
}

/*
 * The accents as typed, with the tone in its older place; and as typed to the
 * letter, for who is on the way to "Hoàng" has written "Hoà" already.
 */
static void
add_exact_queries (CnscdSearchQuery *query, const char *text, guint n_words)
{
  g_autofree char *unified = cnscd_search_dup_exact (text);
  g_autofree char *clean = cnscd_text_clean (text);
  g_autofree char *typed = cut_words (cnscd_text_lower (clean));
  g_auto (GStrv) words = split_words (unified);
  g_auto (GStrv) variants = split_words (typed);

  if (g_strv_length (words) != n_words)
    return;

  query->whole = make_whole_query (words);
  query->exact = make_query ("exact", words, g_strv_length (variants) == n_words ? variants : NULL);
}

/* The digits of what can only be a phone number or a part of one, whatever signs are around them,
 * or %NULL. */
static char *
find_digits (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_ascii_isdigit (*p))
        g_string_append_c (digits, *p);
      else if (g_unichar_isalnum (g_utf8_get_char (p)))
        return NULL;
    }
  if (digits->len == 0 || digits->len > MAX_DIGITS)
    return NULL;

  return g_string_free_and_steal (g_steal_pointer (&digits));
}

/* "0162 34" is the beginning of what since 2018 begins with 032 34. */
static char *
renew_old_number (const char *digits)
{
  gsize length = strlen (digits);
  g_autofree char *whole = NULL;
  g_autofree char *renewed = NULL;

  if (length < 4 || length > 11 || !g_str_has_prefix (digits, "01"))
    return NULL;

  whole = g_strdup_printf ("%s%.*s", digits, (int) (11 - length), "0000000");
  renewed = cnscd_phone_normalize (whole);
  if (renewed == NULL || strlen (renewed) != 10)
    return NULL;

  return g_strndup (renewed, length - 1);
}

/* Every way in which a phone that is stored in its one form may begin. */
static char **
make_phones (const char *digits)
{
  g_autoptr (GStrvBuilder) phones = g_strv_builder_new ();
  g_autofree char *renewed = renew_old_number (digits);

  g_strv_builder_add (phones, digits);
  if (renewed != NULL)
    g_strv_builder_add (phones, renewed);
  if (*digits != '0')
    g_strv_builder_take (phones, g_strconcat ("0", digits, NULL));
  if (g_str_has_prefix (digits, "84"))
    g_strv_builder_take (phones, g_strconcat ("0", digits + 2, NULL));

  return g_strv_builder_end (phones);
}

/* Where after a name a phone begins: "Nguyễn Văn An 0912 345". Hamlets have numbers too, but
 * short ones. */
static const char *
find_phone_after_name (const char *text)
{
  const char *at = text + strlen (text);
  guint n_digits = 0;

  while (at > text && (g_ascii_isdigit (at[-1]) || strchr (" .-+()", at[-1]) != NULL))
    n_digits += g_ascii_isdigit (*--at) ? 1 : 0;
  while (*at == ' ')
    at++;

  return n_digits >= MIN_DIGITS_AFTER_NAME ? at : NULL;
}

/*
 * "t", "ng", "th": consonants bear no accents, so that every hit is an exact
 * one. These are what a search begins with, and have the most hits: asking
 * once instead of twice halves the slowest searches.
 */
static gboolean
has_one_spelling (const char *text, const char *folded)
{
  g_autofree char *exact = cnscd_search_dup_exact (text);

  return strcmp (exact, folded) == 0 && strpbrk (folded, "aeiouyd") == NULL;
}

static void
add_name_queries (CnscdSearchQuery *query, const char *text)
{
  g_autofree char *folded = cnscd_text_search_key (text);
  g_auto (GStrv) words = split_words (folded);

  g_return_if_fail (words[0] != NULL);

  if (has_one_spelling (text, folded))
    {
      query->exact = make_query ("name", words, NULL);
    }
  else
    {
      add_exact_queries (query, text, g_strv_length (words));
      query->name = make_query ("name", words, NULL);
    }
  /* A single word that is in no name can only be in the hamlet's. */
  query->any = make_query (words[1] == NULL ? "place" : "{name place}", words, NULL);
}

/**
 * cnscd_search_query_new: (skip)
 * @text: (nullable): what somebody typed
 *
 * Whatever @text is, the queries are valid: none of its characters is taken
 * for FTS5 syntax.
 *
 * Returns: (transfer full) (nullable): the query, or %NULL when @text is
 *   blank, so that nothing is looked for and everything is to be shown
 */
CnscdSearchQuery *
cnscd_search_query_new (const char *text)
{
  g_autofree char *clean = cnscd_text_clean (text);
  g_autofree char *folded = NULL;
  g_autofree char *digits = NULL;
  g_autofree char *name = NULL;
  g_autofree char *key = NULL;
  const char *phone;
  CnscdSearchQuery *query;

  if (clean == NULL)
    return NULL;

  query = g_new0 (CnscdSearchQuery, 1);
  folded = cnscd_text_search_key (clean);
  query->words = split_words (folded);
  if (query->words[0] == NULL)
    return query;

  digits = find_digits (clean);
  if (digits != NULL)
    {
      query->phones = make_phones (digits);
      query->any = make_query ("place", query->words, NULL);
      return query;
    }

  phone = find_phone_after_name (clean);
  if (phone != NULL)
    {
      name = g_strndup (clean, phone - clean);
      key = cnscd_text_search_key (name);
      digits = *key != '\0' ? find_digits (phone) : NULL;
      if (digits != NULL)
        {
          query->phones = make_phones (digits);
          query->also_phones = TRUE;
        }
      else
        g_clear_pointer (&name, g_free);
    }

  add_name_queries (query, name != NULL ? name : clean);
  return query;
}

/**
 * cnscd_search_query_free: (skip)
 * @query: (transfer full): a query
 */
void
cnscd_search_query_free (CnscdSearchQuery *query)
{
  g_strfreev (query->words);
  g_free (query->whole);
  g_free (query->exact);
  g_free (query->name);
  g_free (query->any);
  g_strfreev (query->phones);
  g_free (query);
}

/**
 * cnscd_search_query_matches: (skip)
 * @query: a query
 * @folded: words as cnscd_text_search_key() leaves them
 *
 * Returns: whether each word of @query begins a word of @folded
 */
gboolean
cnscd_search_query_matches (const CnscdSearchQuery *query, const char *folded)
{
  if (query->words[0] == NULL)
    return FALSE;

  for (guint i = 0; query->words[i] != NULL; i++)
    {
      const char *at = folded;

      while ((at = strstr (at, query->words[i])) != NULL && at != folded && at[-1] != ' ')
        at++;
      if (at == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * cnscd_search_dup_exact: (skip)
 * @text: (nullable): a name, or what somebody types to find it
 *
 * Returns: (transfer full): its words with their accents, in small letters,
 *   the tone in its older place, "" when nothing is left
 */
char *
cnscd_search_dup_exact (const char *text)
{
  return cut_words (cnscd_text_match_key (text));
}
