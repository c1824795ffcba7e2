/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-synonyms.h"

#include <string.h>

#include "core/cnscd-text.h"
#include "core/cnscd-vocabulary.h"

#define MAX_TITLE_BYTES 400

/* Words for a team, folded, longest first. */
static const char *const team_words[] = {
  "to cong nghe so cong dong",
  "to chuyen doi so cong dong",
  "to cong nghe cong dong",
  "to cns cong dong",
  "to cds cong dong",
  "to cong nghe so",
  "to chuyen doi so",
  "to cnscd",
  "to cdscd",
  "to cns",
  "to cds",
};

/* Whether @text begins with the whole words @words; both in one case. */
static gboolean
starts_with_words (const char *text, const char *words)
{
  gsize length = strlen (words);

  return strncmp (text, words, length) == 0 && (text[length] == '\0' || text[length] == ' ');
}

static const char *
skip_characters (const char *text, glong n)
{
  text = cnscd_words_skip (text, n);
  while (*text == ' ' || *text == ':' || *text == '-' || *text == ',')
    text++;
  return text;
}

/* "II. ", "1) ", "a/ " */
static const char *
skip_list_mark (const char *text)
{
  const char *p = text;
  guint n = 0;
  gboolean roman = TRUE, digits = TRUE;

  for (; g_ascii_isalnum (*p) && n < 8; p++, n++)
    {
      roman = roman && strchr ("IVXLCDMivxlcdm", *p) != NULL;
      digits = digits && g_ascii_isdigit (*p);
    }
  if (n == 0 || (!roman && !digits && n > 1))
    return text;
  while (*p == ' ')
    p++;
  if (*p != '.' && *p != ')' && *p != '/' && *p != ':' && *p != '-')
    return text;
  if (g_ascii_isdigit (p[1]) || (*p == '-' && p[1] != ' '))
    return text; /* "5-7", "A-B" */
  for (p++; *p == ' ' || *p == '-' || *p == '.'; p++)
    ;
  return *p != '\0' ? p : text;
}

/* "… (7 người)", "… gồm 7 thành viên:" */
static char *
dup_without_count (const char *text)
{
  static GRegex *tail;
  g_autofree char *cut = NULL;

  if (g_once_init_enter_pointer (&tail))
    g_once_init_leave_pointer (&tail,
                               g_regex_new ("[\\s,;:–-]*\\(?\\s*((có|gồm)\\s*)?\\d+\\s*"
                                            "(người|thành viên|đ/c|đồng chí|tv)\\s*\\)?[\\s.:;]*$",
                                            G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  cut = g_regex_replace_literal (tail, text, -1, 0, "", 0, NULL);
  if (cut == NULL)
    cut = g_strdup (text);
  for (gsize n = strlen (cut); n > 0 && strchr (":;., ", cut[n - 1]) != NULL; n--)
    cut[n - 1] = '\0';
  return g_steal_pointer (&cut);
}

static gboolean
begins_like_proper_name (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gunichar c = g_utf8_get_char (words[i]);

      if (g_unichar_isupper (c) || g_unichar_isdigit (c))
        return TRUE;
    }
  return FALSE;
}

/* Removes "tại", "của", "địa bàn" before the place. */
static const char *
skip_connectives (const char *text)
{
  static const char *const words[] = { "của",     "tại", "ở", "thuộc", "trên",
                                       "địa bàn", "cấp", "-", ":" };
  gboolean again = TRUE;

  while (again)
    {
      g_autofree char *lower = cnscd_text_lower (text);

      again = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (words) && !again; i++)
        if (starts_with_words (lower, words[i]))
          {
            text = skip_characters (text, g_utf8_strlen (words[i], -1));
            again = TRUE;
          }
    }
  return text;
}

/* A word for a kind of place with no name behind it: "cấp xóm". */
static gboolean
is_bare_kind (const char *place)
{
  static const char *const kinds[] = { "xom",     "thon",     "tdp", "to dan pho",
                                       "xom tdp", "thon xom", NULL };
  g_autofree char *key = cnscd_text_search_key (place);

  return *key == '\0' || g_strv_contains (kinds, key);
}

/* "xóm Ba Nhất" of "xóm Ba Nhất, xã Võ Nhai". Returns the bytes of the place alone. */
static gsize
get_place_length (const char *place)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *before = NULL;
  int start;

  if (g_once_init_enter_pointer (&regex))
    g_once_init_leave_pointer (
      &regex, g_regex_new ("(\\s*[,;(–-]+\\s*(của\\s+)?((?i:ubnd)\\s+)?|\\s+)"
                           "(xã|phường|thị trấn|huyện|tỉnh|XÃ|PHƯỜNG|THỊ TRẤN|HUYỆN|TỈNH)\\s+"
                           "\\p{Lu}.*$|\\s*[,;(–-]+\\s*(Xã|Phường|Tỉnh)\\s+\\p{Lu}.*$",
                           G_REGEX_OPTIMIZE, 0, NULL));
  if (!g_regex_match (regex, place, 0, &match) || !g_match_info_fetch_pos (match, 0, &start, NULL))
    return strlen (place);
  before = g_strndup (place, start);
  return start > 0 && !is_bare_kind (before) ? (gsize) start : strlen (place);
}

/* Reads the place behind the words for a team: a hamlet, or the commune (then nothing). */
static void
parse_place (const char *text, gboolean upper, gboolean surely, CnscdGroupWords *words)
{
  g_autofree char *lower = cnscd_text_lower (text);
  g_autofree char *place = NULL;
  g_autofree char *name = NULL;

  if (is_bare_kind (text) || starts_with_words (lower, "xã") ||
      starts_with_words (lower, "phường") || starts_with_words (lower, "ubnd"))
    return;

  place = g_strndup (text, get_place_length (text));
  name = cnscd_hamlet_name_split (place, &words->hamlet_kind);
  if (is_bare_kind (name))
    {
      /* "Xóm: ………", to be filled in */
      words->hamlet_kind = CNSCD_HAMLET_KIND_UNKNOWN;
      return;
    }
  if (words->hamlet_kind != CNSCD_HAMLET_KIND_UNKNOWN || surely || begins_like_proper_name (place))
    words->hamlet = upper ? cnscd_name_normalize (name) : g_steal_pointer (&name);
}

static char *
name_team (const CnscdGroupWords *words)
{
  g_autofree char *place = cnscd_hamlet_full_name (words->hamlet_kind, words->hamlet);

  return g_strchomp (g_strconcat ("Tổ CNSCĐ ", place, NULL));
}

/* "Tổ số 2 - xóm Cao Lầm": a team by its number, with its hamlet; "Tổ xóm Cao Lầm" is the hamlet's.
 */
static gboolean
parse_numbered_team (const char *name, const char *lower, gboolean upper, CnscdGroupWords *words)
{
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *full = NULL;
  const char *place;
  int number_start, number_end, start;

  if (g_once_init_enter_pointer (&regex))
    g_once_init_leave_pointer (&regex,
                               g_regex_new ("^tổ\\s+((?:số\\s+)?\\d+)?\\s*[-–:,(]*\\s*"
                                            "((?:xóm|thôn|bản|làng|tdp|tổ dân phố)[\\s.]+\\S.*)$",
                                            G_REGEX_OPTIMIZE, 0, NULL));
  if (!g_regex_match (regex, lower, 0, &match))
    return FALSE;
  g_match_info_fetch_pos (match, 1, &number_start, &number_end);
  g_match_info_fetch_pos (match, 2, &start, NULL);
  /* a match in small letters has as many characters, but maybe not as many bytes */
  place = cnscd_words_skip (name, g_utf8_pointer_to_offset (lower, lower + start));
  parse_place (place, upper, FALSE, words);
  if (words->hamlet == NULL)
    return FALSE;
  if (number_start < 0 || number_end == number_start)
    {
      words->name = name_team (words);
      return TRUE;
    }

  words->names_team = TRUE;
  full = cnscd_hamlet_full_name (words->hamlet_kind, words->hamlet);
  if (upper)
    {
      g_autofree char *number = g_strndup (lower + number_start, number_end - number_start);

      words->name = g_strdup_printf ("Tổ %s - %s", number, full);
    }
  else
    words->name = g_strndup (name, (place - name) + get_place_length (place));
  if (g_str_has_suffix (words->name, ")") == FALSE && strchr (words->name, '(') != NULL)
    {
      char *closed = g_strconcat (words->name, ")", NULL);

      g_free (words->name);
      words->name = closed;
    }
  return TRUE;
}

/**
 * cnscd_group_words_clear:
 * @words: what cnscd_group_words_parse() filled
 */
void
cnscd_group_words_clear (CnscdGroupWords *words)
{
  g_clear_pointer (&words->name, g_free);
  g_clear_pointer (&words->hamlet, g_free);
  g_clear_pointer (&words->unit_kind, g_free);
  g_clear_pointer (&words->unit_name, g_free);
}

/**
 * cnscd_unit_words_parse:
 * @text: "UBND xã Võ Nhai", "PHƯỜNG ĐỨC XUÂN", "05716"
 * @kind: (out) (nullable) (transfer full): "xa" or "phuong"
 * @name: (out) (nullable) (transfer full): "Võ Nhai"
 *
 * Returns: whether @text names a commune by the word for one
 */
gboolean
cnscd_unit_words_parse (const char *text, char **kind, char **name)
{
  static const char *const before[] = { "ủy ban nhân dân", "uỷ ban nhân dân", "ubnd" };
  g_autofree char *clean = cnscd_text_clean (text);
  g_autofree char *lower = NULL;
  const char *place;
  gboolean xa, phuong;

  *kind = *name = NULL;
  if (clean == NULL)
    return FALSE;
  place = skip_list_mark (clean);
  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    {
      g_autofree char *start = cnscd_text_lower (place);

      if (starts_with_words (start, before[i]))
        place = skip_characters (place, g_utf8_strlen (before[i], -1));
    }

  lower = cnscd_text_lower (place);
  xa = starts_with_words (lower, "xã");
  phuong = starts_with_words (lower, "phường");
  if ((!xa && !phuong) || starts_with_words (lower, "xã hội"))
    return FALSE;

  place = skip_characters (place, xa ? 2 : 6);
  if (*place == '\0' || !begins_like_proper_name (place))
    return FALSE;
  *kind = g_strdup (xa ? "xa" : "phuong");
  *name = cnscd_text_is_upper (place) ? cnscd_text_title_case (place) : g_strdup (place);
  return TRUE;
}

/**
 * cnscd_group_words_parse:
 * @text: a title row, or a cell of a team or hamlet column
 * @surely: @text is known to name a team or hamlet, whatever its words
 * @words: (out): what it says
 *
 * Returns: whether @text names a team, a hamlet or a commune
 */
gboolean
cnscd_group_words_parse (const char *text, gboolean surely, CnscdGroupWords *words)
{
  g_autofree char *clean = NULL;
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *lower = NULL;
  const char *place;
  gboolean upper;

  memset (words, 0, sizeof *words);
  if (strlen (text) > MAX_TITLE_BYTES)
    return FALSE;

  clean = cnscd_text_clean (text);
  if (clean == NULL)
    return FALSE;
  name = dup_without_count (skip_list_mark (clean));
  if (*name == '\0' || (!cnscd_words_has_letter (name) && !surely))
    return FALSE;
  folded = cnscd_text_fold (name);
  lower = cnscd_text_lower (name);
  upper = cnscd_text_is_upper (name);

  /* With accents, "Tô" is a family name and "Tổ" is not. */
  if (g_str_has_prefix (lower, "tổ ") || g_str_has_prefix (lower, "to "))
    for (gsize i = 0; i < G_N_ELEMENTS (team_words); i++)
      if (starts_with_words (folded, team_words[i]))
        {
          words->names_team = TRUE;
          place = skip_connectives (skip_characters (name, strlen (team_words[i])));
          parse_place (place, upper, FALSE, words);
          if (!upper)
            words->name = words->hamlet != NULL
                            ? g_strndup (name, (place - name) + get_place_length (place))
                            : g_strdup (name);
          else if (words->hamlet != NULL)
            words->name = name_team (words);
          else
            {
              g_autofree char *unit_kind = NULL;
              g_autofree char *unit_name = NULL;

              if (cnscd_unit_words_parse (place, &unit_kind, &unit_name))
                words->name = g_strconcat (
                  "Tổ CNSCĐ ", g_str_equal (unit_kind, "xa") ? "xã " : "phường ", unit_name, NULL);
              else
                words->name = g_strdup ("Tổ CNSCĐ");
            }
          return TRUE;
        }

  if (parse_numbered_team (name, lower, upper, words))
    return TRUE;
  parse_place (name, upper, FALSE, words);
  if (words->hamlet_kind != CNSCD_HAMLET_KIND_UNKNOWN)
    {
      words->name = name_team (words);
      return TRUE;
    }
  g_clear_pointer (&words->hamlet, g_free);

  if (cnscd_unit_words_parse (name, &words->unit_kind, &words->unit_name))
    {
      words->name = g_strdup (name);
      return TRUE;
    }
  if (!surely)
    return FALSE;

  g_clear_pointer (&words->hamlet, g_free);
  {
    g_autofree char *cut = g_strndup (name, get_place_length (name));

    words->hamlet =
      upper && cnscd_words_has_letter (cut) ? cnscd_text_title_case (cut) : g_steal_pointer (&cut);
  }
  words->name = name_team (words);
  return TRUE;
}

/**
 * cnscd_group_words_set_kind:
 * @words: what a cell of a hamlets' column says
 * @kind: what the head of the column says
 *
 * "Ba Nhất" below "Xóm" is xóm Ba Nhất.
 */
void
cnscd_group_words_set_kind (CnscdGroupWords *words, CnscdHamletKind kind)
{
  if (words->hamlet == NULL || words->hamlet_kind != CNSCD_HAMLET_KIND_UNKNOWN ||
      kind == CNSCD_HAMLET_KIND_UNKNOWN)
    return;
  words->hamlet_kind = kind;
  if (!words->names_team)
    {
      g_free (words->name);
      words->name = name_team (words);
    }
}

/**
 * cnscd_team_key:
 * @name: a team's name
 *
 * Returns: (transfer full): what two spellings of one team share: "Tổ công
 *   nghệ số cộng đồng xóm Ba Nhất" and "Tổ CNSCĐ Ba Nhất" are one. Accents count.
 */
char *
cnscd_team_key (const char *name)
{
  g_autofree char *key = cnscd_text_match_key (name);
  g_autofree char *folded = cnscd_text_fold (key);

  for (gsize i = 0; i < G_N_ELEMENTS (team_words); i++)
    if (starts_with_words (folded, team_words[i]))
      {
        const char *place = skip_connectives (skip_characters (key, strlen (team_words[i])));
        g_autofree char *place_key = cnscd_hamlet_match_key (place);

        return g_strconcat ("tổ ", place_key, NULL);
      }
  return g_steal_pointer (&key);
}
