/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-name-match.h"

#include <string.h>

#include "cnscd-text.h"

static gboolean
begins_a_word (const char *text, const char *word)
{
  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    if (at == text || at[-1] == ' ')
      return TRUE;

  return FALSE;
}

static gboolean
has_words (const char *text, const char *words)
{
  g_auto (GStrv) all = g_strsplit (words, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    if (!begins_a_word (text, all[i]))
      return FALSE;

  return TRUE;
}

/**
 * cnscd_name_match:
 * @name: a name: "xã Định Hóa"
 * @typed: what somebody types to find it; nothing fits everything
 *
 * Each word of @typed must begin a word of @name, in whatever order. What is
 * typed without accents finds names with them, and *hòa* is *hoà*.
 *
 * Returns: how well it fits
 */
CnscdNameMatch
cnscd_name_match (const char *name, const char *typed)
{
  g_autofree char *name_folded = NULL;
  g_autofree char *typed_folded = NULL;
  g_autofree char *name_exact = NULL;
  g_autofree char *typed_exact = NULL;

  g_return_val_if_fail (name != NULL && typed != NULL, CNSCD_NAME_MATCH_NONE);

  name_folded = cnscd_text_search_key (name);
  typed_folded = cnscd_text_search_key (typed);
  /* "/" is something, though no letter. */
  if ((*typed_folded == '\0' && typed[strspn (typed, " ")] != '\0') ||
      !has_words (name_folded, typed_folded))
    return CNSCD_NAME_MATCH_NONE;

  name_exact = cnscd_text_match_key (name);
  typed_exact = cnscd_text_match_key (typed);
  return has_words (name_exact, typed_exact) ? CNSCD_NAME_MATCH_EXACT : CNSCD_NAME_MATCH_FOLDED;
}
