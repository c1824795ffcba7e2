/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-synonyms.h"

#include <string.h>

#include "core/cnscd-text.h"

/* As long as the longest word for "nothing", and some. */
#define MAX_BLANK_BYTES 16

/* Family names of the Kinh and of the peoples of the north-east, folded. Only to tell a column of
 * names from other words: a name that is not here is imported all the same. */
static const char *const family_names[] = {
  "nguyen", "tran",   "le",   "pham",  "hoang", "huynh", "phan", "vu",    "vo",    "dang",
  "bui",    "do",     "ho",   "ngo",   "duong", "ly",    "nong", "ha",    "ma",    "luong",
  "trieu",  "mong",   "luc",  "phung", "chu",   "vi",    "dao",  "dinh",  "trinh", "mai",
  "to",     "ta",     "hua",  "be",    "luu",   "lam",   "cao",  "doan",  "tong",  "quach",
  "thai",   "truong", "cu",   "au",    "la",    "ban",   "dong", "sam",   "hau",   "giang",
  "sung",   "lo",     "vang", "thao",  "leng",  "kieu",  "diep", "tu",    "tang",  "nghiem",
  "phuong", "khong",  "dam",  "bach",  "than",  "tham",  "ninh", "lieu",  "lai",   "can",
  "trang",  "vuong",  "ton",  "doi",   "san",   "tan",   "ung",  "lang",  "hoa",   "nghe",
  "khuong", "mac",    "quan", "thieu", "sai",   "van",   "ong",  "ngan",  "lu",    "toan",
  "hanh",   "chau",   "thi",  "tieu",  "am",    "dan",   "phi",  "khieu", "bang",  "kim",
};

/* In lower case and with their accents: "trưởng xóm" is a position, "trường tiểu học" a body. */
static const char *const bodies[] = {
  "xóm",          "thôn",     "tổ dân phố", "tdp",      "chi bộ",     "đảng ủy",      "đảng uỷ",
  "chi đoàn",     "đoàn ",    "hội ",       "chi hội",  "công an",    "ca xã",        "ca phường",
  "trường ",      "trạm ",    "ubnd",       "ủy ban",   "uỷ ban",     "hđnd",         "mttq",
  "mặt trận",     "ubmttq",   "ban ",       "phòng ",   "trung tâm",  "vnpt",         "viettel",
  "mobifone",     "bưu điện", "ngân hàng",  "agribank", "hợp tác xã", "htx",          "công ty",
  "doanh nghiệp", "sở ",      "chi nhánh",  "cửa hàng", "văn phòng",  "quỹ tín dụng", "vinaphone",
  "bhxh",         "bảo hiểm", "điện lực",   "đtncs",    "đtn",        "hội",          "đoàn",
  "ttvh",         "tập đoàn", "quân sự",    "ban chqs", "bchqs",
};

/* Bodies that are known even where somebody typed no accents. */
static const char *const plain_bodies[] = {
  "Công an xã",       "Công an phường", "Đoàn Thanh niên",    "Đoàn xã",
  "Đoàn phường",      "Hội Phụ nữ",     "Hội Nông dân",       "Mặt trận",
  "Chi hội Phụ nữ",   "Trạm Y tế",      "Hội Cựu chiến binh", "Hội Người cao tuổi",
  "Mặt trận Tổ quốc", "Bưu điện",       "Chi hội Nông dân",
};

/* Positions that people write before their body with nothing between; and none of them is one. */
static const char *const positions[] = {
  "chi hội trưởng", "chi hội phó",  "phó chi hội trưởng", "hội trưởng",      "hội phó",
  "phó hội trưởng", "hội viên",     "đoàn viên",          "bí thư",          "phó bí thư",
  "chủ tịch",       "phó chủ tịch", "hiệu trưởng",        "phó hiệu trưởng", "giáo viên",
  "giám đốc",       "phó giám đốc", "trạm trưởng",        "trạm phó",        "công an viên",
};

/* Bodies that are one title with the position before them: "Bí thư Chi bộ". */
static const char *const titled_bodies[] = { "chi bộ", "chi đoàn", "đảng ủy", "đảng uỷ",
                                             "đảng bộ" };

/**
 * cnscd_words_is_mark:
 * @text: content of a cell
 *
 * Returns: whether @text is a mark such as "x" or a tick
 */
gboolean
cnscd_words_is_mark (const char *text)
{
  static const char *const marks[] = { "x", "X", "+", "v",  "V",   "1",  "✓",   "✔",
                                       "✗", "☑", "√", "Nữ", "Nam", "nữ", "nam", NULL };

  return g_strv_contains (marks, text);
}

/**
 * cnscd_words_is_tick:
 * @text: (nullable): content of a cell
 *
 * Returns: whether the cell of a column of marks is marked: by a sign for it, or by any word that
 *   does not say "nothing"
 */
gboolean
cnscd_words_is_tick (const char *text)
{
  return text != NULL && (cnscd_words_is_mark (text) || !cnscd_words_is_blank (text));
}

/**
 * cnscd_words_is_blank:
 * @text: content of a cell, clean
 *
 * Returns: whether @text stands for "nothing": a dash, dots, "không có"
 */
gboolean
cnscd_words_is_blank (const char *text)
{
  static const char *const words[] = { "không", "không có", "ko", "chưa có", "chưa rõ",
                                       "n/a",   "null",     "0",  "k có",    NULL };
  g_autofree char *lower = NULL;
  gboolean signs_only = TRUE;

  for (const char *p = text; *p != '\0' && signs_only; p = g_utf8_next_char (p))
    signs_only = !g_unichar_isalnum (g_utf8_get_char (p)) && (guchar) *p < 0xF0;
  if (signs_only)
    return TRUE;
  if (strlen (text) > MAX_BLANK_BYTES)
    return FALSE;

  lower = cnscd_text_lower (text);
  return g_strv_contains (words, lower);
}

/**
 * cnscd_words_has_letter:
 * @text: any text
 *
 * Returns: whether @text holds a letter
 */
gboolean
cnscd_words_has_letter (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static gboolean
is_family_name (const char *folded, gsize length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (family_names); i++)
    if (strncmp (family_names[i], folded, length) == 0 && family_names[i][length] == '\0')
      return TRUE;
  return FALSE;
}

/**
 * cnscd_words_is_name:
 * @text: content of a cell
 *
 * Returns: whether @text looks like the full name of a Vietnamese person
 */
gboolean
cnscd_words_is_name (const char *text)
{
  g_autofree char *clean = cnscd_text_clean (text);
  g_autofree char *folded = NULL;
  const char *space;
  guint n_words = 1;

  if (clean == NULL)
    return FALSE;
  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == ' ')
        n_words++;
      else if (!g_unichar_isalpha (c) && c != '\'' && c != '-')
        return FALSE;
    }
  if (n_words < 2 || n_words > 7)
    return FALSE;

  folded = cnscd_text_fold (clean);
  space = strchr (folded, ' ');
  return space != NULL && is_family_name (folded, space - folded);
}

/**
 * cnscd_words_is_identity_number:
 * @text: content of a cell
 *
 * Returns: whether @text holds the twelve digits of a personal identity number, or speaks of one
 */
gboolean
cnscd_words_is_identity_number (const char *text)
{
  g_autofree char *words = NULL;
  guint run = 0;

  for (const char *p = text;; p++)
    {
      if (g_ascii_isdigit (*p))
        run++;
      else
        {
          if (run == 12)
            return TRUE;
          run = 0;
        }
      if (*p == '\0')
        break;
    }

  words = cnscd_text_search_key (text);
  return strstr (words, "cccd") != NULL || strstr (words, "cmnd") != NULL ||
         strstr (words, "can cuoc") != NULL || strstr (words, "chung minh nhan dan") != NULL;
}

/**
 * cnscd_words_skip:
 * @text: a text
 * @n: a number of characters, as counted in another case of @text
 *
 * Returns: (transfer none): @text behind so many characters, or its end
 */
const char *
cnscd_words_skip (const char *text, glong n)
{
  while (n-- > 0 && *text != '\0')
    text = g_utf8_next_char (text);
  return text;
}

/**
 * cnscd_words_skip_honorific:
 * @name: a name, clean
 * @gender: (out): what the honorific says
 *
 * Returns: (transfer none): @name behind "Ông", "Bà" or "Đ/c", or @name itself
 */
const char *
cnscd_words_skip_honorific (const char *name, CnscdGender *gender)
{
  static const struct
  {
    const char *word;
    CnscdGender gender;
  } honorifics[] = {
    { "ông ", CNSCD_GENDER_MALE },          { "bà ", CNSCD_GENDER_FEMALE },
    { "ông: ", CNSCD_GENDER_MALE },         { "bà: ", CNSCD_GENDER_FEMALE },
    { "đ/c ", CNSCD_GENDER_UNKNOWN },       { "đ/c: ", CNSCD_GENDER_UNKNOWN },
    { "đ/c:", CNSCD_GENDER_UNKNOWN },       { "đc ", CNSCD_GENDER_UNKNOWN },
    { "đ.c ", CNSCD_GENDER_UNKNOWN },       { "đồng chí ", CNSCD_GENDER_UNKNOWN },
    { "đồng chí: ", CNSCD_GENDER_UNKNOWN }, { "ông:", CNSCD_GENDER_MALE },
    { "bà:", CNSCD_GENDER_FEMALE },         { "anh ", CNSCD_GENDER_MALE },
    { "anh: ", CNSCD_GENDER_MALE },         { "chị ", CNSCD_GENDER_FEMALE },
    { "chị: ", CNSCD_GENDER_FEMALE },
  };
  g_autofree char *lower = cnscd_text_lower (name);

  *gender = CNSCD_GENDER_UNKNOWN;
  for (gsize i = 0; i < G_N_ELEMENTS (honorifics); i++)
    if (g_str_has_prefix (lower, honorifics[i].word))
      {
        *gender = honorifics[i].gender;
        return cnscd_words_skip (name, g_utf8_strlen (honorifics[i].word, -1));
      }
  return name;
}

/* TCVN3 has no capitals with tone marks: "đỗ Công Hiếu" was "Đỗ Công Hiếu". */
static char *
raise_lost_capitals (const char *name)
{
  gboolean any_upper = FALSE, any_lower = FALSE, at_start = TRUE;
  GString *raised;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (at_start && g_unichar_isupper (c))
        any_upper = TRUE;
      else if (at_start && g_unichar_islower (c))
        any_lower = TRUE;
      at_start = c == ' ';
    }
  if (!any_lower)
    return NULL;
  if (!any_upper)
    return cnscd_text_title_case (name);

  raised = g_string_sized_new (strlen (name) + 4);
  at_start = TRUE;
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (raised, at_start ? g_unichar_toupper (c) : c);
      at_start = c == ' ';
    }
  return g_string_free_and_steal (raised);
}

/**
 * cnscd_words_name:
 * @text: content of a cell
 *
 * Returns: (transfer full) (nullable): the name as it is stored
 */
char *
cnscd_words_name (const char *text)
{
  g_autofree char *name = cnscd_name_normalize (text);
  char *raised = name != NULL ? raise_lost_capitals (name) : NULL;

  return raised != NULL ? raised : g_steal_pointer (&name);
}

static gboolean
is_ascii (const char *text)
{
  while (*text != '\0' && (guchar) *text < 0x80)
    text++;
  return *text == '\0';
}

/* The bytes of the words among @words that @lower, in small letters, begins with; 0 when there are
 * none. A text without accents may be any of those that fold to it. */
static gsize
match_words (const char *lower, const char *const *words, gsize n_words)
{
  gboolean plain = is_ascii (lower);

  for (gsize i = 0; i < n_words; i++)
    {
      g_autofree char *folded = plain ? cnscd_text_fold (words[i]) : NULL;
      const char *word = plain ? folded : words[i];
      gsize length = strlen (word);

      if (strncmp (lower, word, length) == 0 && (lower[length] == '\0' || lower[length] == ' '))
        return length;
    }
  return 0;
}

static gboolean
begins_with_position (const char *text)
{
  g_autofree char *lower = cnscd_text_lower (text);

  return match_words (lower, positions, G_N_ELEMENTS (positions)) > 0;
}

/* Says the body that @text is, %NULL when it is none. */
static char *
dup_body (const char *text)
{
  g_autofree char *lower = cnscd_text_lower (text);

  if (begins_with_position (text))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      gsize length = strlen (bodies[i]);

      if (strncmp (lower, bodies[i], length) == 0 &&
          (lower[length] == '\0' || lower[length] == ' ' || bodies[i][length - 1] == ' '))
        return g_strdup (text);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (plain_bodies) && is_ascii (lower); i++)
    {
      g_autofree char *folded = cnscd_text_fold (plain_bodies[i]);

      if (g_str_equal (folded, lower))
        return g_strdup (plain_bodies[i]);
    }
  return NULL;
}

/* "Chi hội trưởng Hội Phụ nữ" */
static gboolean
split_behind_position (const char *office, char **position, char **body)
{
  g_autofree char *lower = cnscd_text_lower (office);
  gsize length = match_words (lower, positions, G_N_ELEMENTS (positions));
  const char *rest;

  if (length == 0 || lower[length] == '\0' ||
      match_words (lower + length + 1, titled_bodies, G_N_ELEMENTS (titled_bodies)) > 0)
    return FALSE;

  rest = cnscd_words_skip (office, g_utf8_strlen (lower, length) + 1);
  *body = dup_body (rest);
  if (*body == NULL)
    return FALSE;
  *position = g_strchomp (g_strndup (office, rest - office));
  return TRUE;
}

/* The last comma, or dash between spaces, and how long it is. */
static const char *
find_separator (const char *office, gsize *length)
{
  static const char *const signs[] = { ",", " - ", " – ", ";" };
  const char *last = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const char *hit = g_strrstr (office, signs[i]);

      if (hit != NULL && (last == NULL || hit > last))
        {
          last = hit;
          *length = strlen (signs[i]);
        }
    }
  return last;
}

/**
 * cnscd_words_split_office:
 * @office: "Bí thư Chi đoàn, Đoàn Thanh niên", clean
 * @strict: the column is known to hold both, so a separator always parts them
 * @position: (out) (nullable) (transfer full): "Bí thư Chi đoàn"
 * @body: (out) (nullable) (transfer full): "Đoàn Thanh niên"
 */
void
cnscd_words_split_office (const char *office, gboolean strict, char **position, char **body)
{
  gsize length = 0;
  const char *separator = find_separator (office, &length);

  *position = *body = NULL;
  if (separator != NULL)
    {
      g_autofree char *first = g_strstrip (g_strndup (office, separator - office));
      g_autofree char *second = g_strstrip (g_strdup (separator + length));
      g_autofree char *body_first = dup_body (first);
      g_autofree char *body_second = dup_body (second);

      if (*first != '\0' && *second != '\0')
        {
          if (body_second == NULL && body_first != NULL)
            {
              *position = g_steal_pointer (&second);
              *body = g_steal_pointer (&body_first);
              return;
            }
          if (body_second != NULL || (strict && !begins_with_position (second)))
            {
              *position = g_steal_pointer (&first);
              *body =
                body_second != NULL ? g_steal_pointer (&body_second) : g_steal_pointer (&second);
              return;
            }
        }
    }
  else if ((*body = dup_body (office)) != NULL || split_behind_position (office, position, body))
    return;
  *position = g_strdup (office);
}
