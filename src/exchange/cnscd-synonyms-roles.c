/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-synonyms.h"

#include <string.h>

#include "core/cnscd-text.h"
#include "core/cnscd-vocabulary.h"

/* Between two offices of one cell. */
#define SEPARATORS "\\s*[,;/+&]\\s*|\\s+[-–]\\s*|\\s*[-–]\\s+|\\s+kiêm\\s+"

/* The role that @part of an office says, and nothing beside it: "Ủy viên" is an office of its own
 * in many bodies, and "Thành viên Hội Nông dân" is no role. */
static CnscdRole
parse_role_alone (const char *part)
{
  static const char *const of_team[] = {
    "", "to", "cua to", "to cnscd", "to cns", "to cong nghe so", "to cong nghe so cong dong", NULL
  };
  static const struct
  {
    const char *words;
    CnscdRole role;
  } roles[] = {
    { "pho to truong", CNSCD_ROLE_DEPUTY }, { "to truong", CNSCD_ROLE_LEADER },
    { "truong to", CNSCD_ROLE_LEADER },     { "to pho", CNSCD_ROLE_DEPUTY },
    { "pho to", CNSCD_ROLE_DEPUTY },        { "thanh vien", CNSCD_ROLE_MEMBER },
    { "to vien", CNSCD_ROLE_MEMBER },
  };
  g_autofree char *key = cnscd_text_search_key (part);

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      gsize length = strlen (roles[i].words);

      if (strncmp (key, roles[i].words, length) == 0 &&
          (key[length] == '\0' || key[length] == ' ') &&
          g_strv_contains (of_team, key + length + (key[length] == ' ')))
        return roles[i].role;
    }
  return CNSCD_ROLE_UNKNOWN;
}

static gboolean
is_residential_group (const char *part)
{
  g_autofree char *key = cnscd_text_search_key (part);

  return g_str_has_prefix (key, "tdp") || g_str_has_prefix (key, "to dan pho");
}

/**
 * cnscd_words_take_role:
 * @office: "Trưởng xóm - Tổ trưởng", clean
 * @role: (out): the role in the team among the offices, %CNSCD_ROLE_UNKNOWN when there is none
 *
 * Returns: (transfer full) (nullable): @office without it, %NULL when nothing else is left
 */
char *
cnscd_words_take_role (const char *office, CnscdRole *role)
{
  static GRegex *regex;
  g_auto (GStrv) parts = NULL; /* part, separator, part, … */
  guint n, taken;
  GString *rest;

  *role = CNSCD_ROLE_UNKNOWN;
  if (g_once_init_enter_pointer (&regex))
    g_once_init_leave_pointer (
      &regex, g_regex_new ("(" SEPARATORS ")", G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));

  parts = g_regex_split (regex, office, 0);
  n = g_strv_length (parts);
  for (taken = 0; taken < n; taken += 2)
    {
      /* "Tổ trưởng, TDP 5" leads the residential group */
      if (taken + 2 < n && is_residential_group (parts[taken + 2]))
        continue;
      *role = parse_role_alone (parts[taken]);
      if (*role != CNSCD_ROLE_UNKNOWN)
        break;
    }
  if (*role == CNSCD_ROLE_UNKNOWN)
    return g_strdup (office);

  rest = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    {
      /* without the part, and the separator that is of no use then */
      if (i == taken || i + 1 == taken || (taken == 0 && i == 1))
        continue;
      g_string_append (rest, parts[i]);
    }
  return g_string_free (g_steal_pointer (&rest), rest->len == 0);
}
