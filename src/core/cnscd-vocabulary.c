/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-vocabulary.h"

#include <string.h>

#include "cnscd-text.h"

typedef struct
{
  const char *word;
  int value;
} Word;

/* In small letters but with their accents: "năm" is a year. */
static const Word gender_words[] = {
  { "nam", CNSCD_GENDER_MALE },      { "nam giới", CNSCD_GENDER_MALE },
  { "ông", CNSCD_GENDER_MALE },      { "trai", CNSCD_GENDER_MALE },
  { "m", CNSCD_GENDER_MALE },        { "male", CNSCD_GENDER_MALE },
  { "nữ", CNSCD_GENDER_FEMALE },     { "nữ giới", CNSCD_GENDER_FEMALE },
  { "nu", CNSCD_GENDER_FEMALE },     { "bà", CNSCD_GENDER_FEMALE },
  { "gái", CNSCD_GENDER_FEMALE },    { "f", CNSCD_GENDER_FEMALE },
  { "female", CNSCD_GENDER_FEMALE },
};

/* Search keys; alone or followed by the name of the team. */
static const Word role_words[] = {
  { "pho to truong", CNSCD_ROLE_DEPUTY }, { "p to truong", CNSCD_ROLE_DEPUTY },
  { "to truong", CNSCD_ROLE_LEADER },     { "truong to", CNSCD_ROLE_LEADER },
  { "t truong", CNSCD_ROLE_LEADER },      { "to pho", CNSCD_ROLE_DEPUTY },
  { "pho to", CNSCD_ROLE_DEPUTY },        { "t pho", CNSCD_ROLE_DEPUTY },
  { "thanh vien", CNSCD_ROLE_MEMBER },    { "uy vien", CNSCD_ROLE_MEMBER },
  { "to vien", CNSCD_ROLE_MEMBER },
};

/* Search keys that mean a role only when nothing else stands in the cell. */
static const Word role_abbreviations[] = {
  { "tt", CNSCD_ROLE_LEADER },   { "truong", CNSCD_ROLE_LEADER }, { "leader", CNSCD_ROLE_LEADER },
  { "tp", CNSCD_ROLE_DEPUTY },   { "pt", CNSCD_ROLE_DEPUTY },     { "pho", CNSCD_ROLE_DEPUTY },
  { "p to", CNSCD_ROLE_DEPUTY }, { "deputy", CNSCD_ROLE_DEPUTY }, { "tv", CNSCD_ROLE_MEMBER },
  { "uv", CNSCD_ROLE_MEMBER },   { "t t", CNSCD_ROLE_LEADER },    { "t p", CNSCD_ROLE_DEPUTY },
  { "t v", CNSCD_ROLE_MEMBER },  { "member", CNSCD_ROLE_MEMBER },
};

static gboolean
has_word_prefix (const char *text, const char *prefix)
{
  gsize length = strlen (prefix);

  return strncmp (text, prefix, length) == 0 && (text[length] == '\0' || text[length] == ' ');
}

/**
 * cnscd_gender_parse:
 * @text: (nullable): a cell: "Nam", "nữ", "F"
 *
 * Returns: what it says, %CNSCD_GENDER_UNKNOWN when it is not understood
 */
CnscdGender
cnscd_gender_parse (const char *text)
{
  g_autofree char *clean = cnscd_text_clean (text);
  g_autofree char *lower = clean != NULL ? cnscd_text_lower (clean) : NULL;
  g_autofree char *word = cnscd_text_clean (lower);

  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (gender_words); i++)
    {
      if (strcmp (word, gender_words[i].word) == 0)
        return gender_words[i].value;
    }

  return CNSCD_GENDER_UNKNOWN;
}

/**
 * cnscd_gender_get_title:
 * @gender: a gender
 *
 * Returns: (transfer none): "Nam" or "Nữ", "" when unknown
 */
const char *
cnscd_gender_get_title (CnscdGender gender)
{
  switch (gender)
    {
    case CNSCD_GENDER_MALE:
      return "Nam";
    case CNSCD_GENDER_FEMALE:
      return "Nữ";
    case CNSCD_GENDER_UNKNOWN:
    default:
      return "";
    }
}

/**
 * cnscd_role_parse:
 * @text: (nullable): a cell: "Tổ trưởng", "phó tổ ", "TV", "Ủy viên"
 *
 * Reads the role in a team. A position elsewhere is none: neither "Trưởng
 * xóm" nor "Tổ trưởng tổ dân phố".
 *
 * Returns: what it says, %CNSCD_ROLE_UNKNOWN when it is not understood
 */
CnscdRole
cnscd_role_parse (const char *text)
{
  g_autofree char *key = cnscd_text_search_key (text);

  for (guint i = 0; i < G_N_ELEMENTS (role_abbreviations); i++)
    {
      if (strcmp (key, role_abbreviations[i].word) == 0)
        return role_abbreviations[i].value;
    }

  if (strstr (key, "dan pho") != NULL || strstr (key, "tdp") != NULL)
    return CNSCD_ROLE_UNKNOWN;

  for (guint i = 0; i < G_N_ELEMENTS (role_words); i++)
    {
      if (has_word_prefix (key, role_words[i].word))
        return role_words[i].value;
    }

  return CNSCD_ROLE_UNKNOWN;
}

/**
 * cnscd_role_get_title:
 * @role: a role
 *
 * Returns: (transfer none): "Tổ trưởng", "Tổ phó" or "Thành viên", "" when
 *   unknown
 */
const char *
cnscd_role_get_title (CnscdRole role)
{
  switch (role)
    {
    case CNSCD_ROLE_LEADER:
      return "Tổ trưởng";
    case CNSCD_ROLE_DEPUTY:
      return "Tổ phó";
    case CNSCD_ROLE_MEMBER:
      return "Thành viên";
    case CNSCD_ROLE_UNKNOWN:
    default:
      return "";
    }
}

/**
 * cnscd_decision_kind_get_title:
 * @kind: what a decision does
 *
 * Returns: (transfer none): "Thành lập", "Kiện toàn" or "Giải thể", "" when
 *   unknown
 */
const char *
cnscd_decision_kind_get_title (CnscdDecisionKind kind)
{
  switch (kind)
    {
    case CNSCD_DECISION_KIND_ESTABLISH:
      return "Thành lập";
    case CNSCD_DECISION_KIND_CONSOLIDATE:
      return "Kiện toàn";
    case CNSCD_DECISION_KIND_DISSOLVE:
      return "Giải thể";
    case CNSCD_DECISION_KIND_UNKNOWN:
    default:
      return "";
    }
}

static gboolean
contains_words (const char *text, const char *words)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *wanted = g_utf8_casefold (words, -1);
  gsize length = strlen (wanted);

  if (length == 0)
    return TRUE;

  for (const char *at = strstr (folded, wanted); at != NULL; at = strstr (at + length, wanted))
    {
      gunichar before = at > folded ? g_utf8_get_char (g_utf8_prev_char (at)) : ' ';
      gunichar after = g_utf8_get_char (at + length);

      if (!g_unichar_isalnum (before) && !g_unichar_isalnum (after))
        return TRUE;
    }

  return FALSE;
}

/**
 * cnscd_position_dup_title:
 * @position: (nullable): what somebody is: "Bí thư Chi đoàn"
 * @body: (nullable): of what body: "Đoàn Thanh niên"
 *
 * Returns: (transfer full) (nullable): both, "Bí thư Chi đoàn, Đoàn Thanh niên", but not "Trưởng
 *   xóm, Xóm"; %NULL when neither is known
 */
char *
cnscd_position_dup_title (const char *position, const char *body)
{
  if (position == NULL)
    return g_strdup (body);
  if (body == NULL || contains_words (position, body))
    return g_strdup (position);

  return g_strconcat (position, ", ", body, NULL);
}
