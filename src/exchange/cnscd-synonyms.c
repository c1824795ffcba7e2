/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-synonyms.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/cnscd-text.h"

/* Longer "heads" are sentences. */
#define MAX_HEAD_BYTES 240

typedef struct
{
  const char *words; /* as cnscd_text_search_key() leaves them */
  CnscdColumn column;
} Synonym;

/* Whole heads. Where a word has another meaning with other accents, classify() looks at them. */
static const Synonym synonyms[] = {
  { "stt", CNSCD_COLUMN_NUMBER },
  { "tt", CNSCD_COLUMN_NUMBER },
  { "so tt", CNSCD_COLUMN_NUMBER },
  { "so thu tu", CNSCD_COLUMN_NUMBER },
  { "thu tu", CNSCD_COLUMN_NUMBER },
  { "no", CNSCD_COLUMN_NUMBER },
  { "ho va ten", CNSCD_COLUMN_FULL_NAME },
  { "ho ten", CNSCD_COLUMN_FULL_NAME },
  { "ho dem va ten", CNSCD_COLUMN_FULL_NAME },
  { "ho ten dem va ten", CNSCD_COLUMN_FULL_NAME },
  { "ten thanh vien", CNSCD_COLUMN_FULL_NAME },
  { "ten can bo", CNSCD_COLUMN_FULL_NAME },
  { "full name", CNSCD_COLUMN_FULL_NAME },
  { "name", CNSCD_COLUMN_FULL_NAME },
  { "ho va ten dem", CNSCD_COLUMN_FAMILY_NAME },
  { "ho va chu dem", CNSCD_COLUMN_FAMILY_NAME },
  { "ho chu dem", CNSCD_COLUMN_FAMILY_NAME },
  { "ho ten dem", CNSCD_COLUMN_FAMILY_NAME },
  { "ho dem", CNSCD_COLUMN_FAMILY_NAME },
  { "ho va dem", CNSCD_COLUMN_FAMILY_NAME },
  { "ho lot", CNSCD_COLUMN_FAMILY_NAME },
  { "ho va ten lot", CNSCD_COLUMN_FAMILY_NAME },
  { "ho", CNSCD_COLUMN_FAMILY_NAME },
  { "ten", CNSCD_COLUMN_GIVEN_NAME },
  { "ns", CNSCD_COLUMN_BIRTH },
  { "sinh nam", CNSCD_COLUMN_BIRTH },
  { "ngay nam sinh", CNSCD_COLUMN_BIRTH },
  { "ngay thang", CNSCD_COLUMN_BIRTH },
  { "date of birth", CNSCD_COLUMN_BIRTH },
  { "nam nu", CNSCD_COLUMN_GENDER },
  { "gt", CNSCD_COLUMN_GENDER },
  { "phai", CNSCD_COLUMN_GENDER },
  { "gioi", CNSCD_COLUMN_GENDER },
  { "gender", CNSCD_COLUMN_GENDER },
  { "nu", CNSCD_COLUMN_FEMALE_MARK },
  { "la nu", CNSCD_COLUMN_FEMALE_MARK },
  { "gioi tinh nu", CNSCD_COLUMN_FEMALE_MARK },
  { "gioi tinh nam", CNSCD_COLUMN_MALE_MARK },
  { "co quan", CNSCD_COLUMN_BODY },
  { "thanh phan", CNSCD_COLUMN_BODY },
  { "to chuc", CNSCD_COLUMN_BODY },
  { "doan the", CNSCD_COLUMN_BODY },
  { "to chuc doan the", CNSCD_COLUMN_BODY },
  { "vai tro", CNSCD_COLUMN_ROLE },
  { "nhiem vu", CNSCD_COLUMN_ROLE },
  { "role", CNSCD_COLUMN_ROLE },
  { "sdt", CNSCD_COLUMN_PHONE },
  { "dt", CNSCD_COLUMN_PHONE },
  { "so dt", CNSCD_COLUMN_PHONE },
  { "dtdd", CNSCD_COLUMN_PHONE },
  { "so dtdd", CNSCD_COLUMN_PHONE },
  { "so dt di dong", CNSCD_COLUMN_PHONE },
  { "di dong", CNSCD_COLUMN_PHONE },
  { "so di dong", CNSCD_COLUMN_PHONE },
  { "lien he", CNSCD_COLUMN_PHONE },
  { "so lien he", CNSCD_COLUMN_PHONE },
  { "zalo", CNSCD_COLUMN_PHONE },
  { "so zalo", CNSCD_COLUMN_PHONE },
  { "phone", CNSCD_COLUMN_PHONE },
  { "tel", CNSCD_COLUMN_PHONE },
  { "mobile", CNSCD_COLUMN_PHONE },
  { "dia ban", CNSCD_COLUMN_HAMLET },
  { "dia ban phu trach", CNSCD_COLUMN_HAMLET },
  { "khu dan cu", CNSCD_COLUMN_HAMLET },
  { "hamlet", CNSCD_COLUMN_HAMLET },
  { "to", CNSCD_COLUMN_TEAM },
  { "ten to", CNSCD_COLUMN_TEAM },
  { "thuoc to", CNSCD_COLUMN_TEAM },
  { "team", CNSCD_COLUMN_TEAM },
  { "to cnscd", CNSCD_COLUMN_TEAM },
  { "ten to cnscd", CNSCD_COLUMN_TEAM },
  { "thuoc to cnscd", CNSCD_COLUMN_TEAM },
  { "to cong nghe so", CNSCD_COLUMN_TEAM },
  { "ten to cong nghe so", CNSCD_COLUMN_TEAM },
  { "to cong nghe so cong dong", CNSCD_COLUMN_TEAM },
  { "ten to cong nghe so cong dong", CNSCD_COLUMN_TEAM },
  { "thuoc to cong nghe so cong dong", CNSCD_COLUMN_TEAM },
  { "to chuyen doi so cong dong", CNSCD_COLUMN_TEAM },
  { "xa", CNSCD_COLUMN_UNIT },
  { "phuong", CNSCD_COLUMN_UNIT },
  { "xa phuong", CNSCD_COLUMN_UNIT },
  { "phuong xa", CNSCD_COLUMN_UNIT },
  { "xa phuong thi tran", CNSCD_COLUMN_UNIT },
  { "ten xa", CNSCD_COLUMN_UNIT },
  { "ten xa phuong", CNSCD_COLUMN_UNIT },
  { "ma xa", CNSCD_COLUMN_UNIT },
  { "don vi hanh chinh", CNSCD_COLUMN_UNIT },
  { "ghi chu", CNSCD_COLUMN_NOTE },
  { "luu y", CNSCD_COLUMN_NOTE },
  { "note", CNSCD_COLUMN_NOTE },
};

/* Words within a head; the first that occurs decides. */
static const Synonym phrases[] = {
  { "dien thoai", CNSCD_COLUMN_PHONE },
  { "so dt", CNSCD_COLUMN_PHONE },
  { "nam sinh nam", CNSCD_COLUMN_BIRTH_MALE },
  { "nam sinh nu", CNSCD_COLUMN_BIRTH_FEMALE },
  { "ngay sinh nam", CNSCD_COLUMN_BIRTH_MALE },
  { "ngay sinh nu", CNSCD_COLUMN_BIRTH_FEMALE },
  { "nam sinh", CNSCD_COLUMN_BIRTH },
  { "ngay sinh", CNSCD_COLUMN_BIRTH },
  { "thang sinh", CNSCD_COLUMN_BIRTH },
  { "gioi tinh", CNSCD_COLUMN_GENDER },
  { "trong to", CNSCD_COLUMN_ROLE },
  { "vai tro", CNSCD_COLUMN_ROLE },
  { "nhiem vu", CNSCD_COLUMN_ROLE },
  { "phan cong", CNSCD_COLUMN_ROLE },
  { "ho dem va ten", CNSCD_COLUMN_FULL_NAME },
  { "ho va ten", CNSCD_COLUMN_FULL_NAME },
  { "ho ten", CNSCD_COLUMN_FULL_NAME },
  { "ghi chu", CNSCD_COLUMN_NOTE },
};

static const char *const forbidden[] = {
  "cccd",     "cmnd",    "cmtnd",    "cmt",       "can cuoc", "dinh danh", "chung minh",
  "ho chieu", "dan toc", "ton giao", "dang vien", "vao dang", "dang tich",
};

static const char *const others[] = {
  "trinh do",    "email",    "thu dien tu",   "que quan",   "noi o",
  "thuong tru",  "tuoi",     "ky nhan",       "chu ky",     "so tien",
  "to truong",   "to pho",   "so thanh vien", "quyet dinh", "dia chi",
  "nghe nghiep", "so luong", "chuyen mon",    "thanh tien",
};

static GHashTable *
get_synonyms (void)
{
  static GHashTable *table;

  if (g_once_init_enter_pointer (&table))
    {
      GHashTable *made = g_hash_table_new (g_str_hash, g_str_equal);

      for (gsize i = 0; i < G_N_ELEMENTS (synonyms); i++)
        g_hash_table_insert (made, (gpointer) synonyms[i].words, (gpointer) &synonyms[i]);
      g_once_init_leave_pointer (&table, made);
    }
  return table;
}

/* Whether @words occur in @text as whole words; both normalized. */
static gboolean
has_words (const char *text, const char *words)
{
  gsize length = strlen (words);

  for (const char *hit = strstr (text, words); hit != NULL; hit = strstr (hit + 1, words))
    if ((hit == text || hit[-1] == ' ') && (hit[length] == '\0' || hit[length] == ' '))
      return TRUE;
  return FALSE;
}

/* "Xóm/TDP", "Thôn, xóm, tổ dân phố": every word one of those of hamlets. */
static gboolean
is_hamlet_head (const char *words)
{
  static const char *const all[] = { "xom", "thon", "tdp", "ban", "to",   "dan", "pho",
                                     "khu", "tieu", "ten", "va",  "hoac", NULL };
  g_auto (GStrv) tokens = g_strsplit (words, " ", -1);
  gboolean sure = has_words (words, "dan pho");

  for (guint i = 0; tokens[i] != NULL; i++)
    {
      if (!g_strv_contains (all, tokens[i]))
        return FALSE;
      if (g_str_equal (tokens[i], "xom") || g_str_equal (tokens[i], "thon") ||
          g_str_equal (tokens[i], "tdp"))
        sure = TRUE;
    }
  return sure;
}

static char *
dup_without_parentheses (const char *head)
{
  const char *open = strchr (head, '(');

  return open != NULL && open != head ? g_strndup (head, open - head) : g_strdup (head);
}

static CnscdHeadKind
classify_words (const char *words, CnscdColumn *column)
{
  const Synonym *found;

  *column = CNSCD_COLUMN_IGNORED;
  if (*words == '\0')
    return CNSCD_HEAD_UNKNOWN;

  for (gsize i = 0; i < G_N_ELEMENTS (forbidden); i++)
    if (has_words (words, forbidden[i]))
      return CNSCD_HEAD_FORBIDDEN;

  found = g_hash_table_lookup (get_synonyms (), words);
  if (found != NULL)
    {
      *column = found->column;
      return CNSCD_HEAD_COLUMN;
    }
  if (is_hamlet_head (words))
    {
      *column = CNSCD_COLUMN_HAMLET;
      return CNSCD_HEAD_COLUMN;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    if (has_words (words, phrases[i].words))
      {
        *column = phrases[i].column;
        return CNSCD_HEAD_COLUMN;
      }
  if (has_words (words, "chuc vu") || has_words (words, "chuc danh") ||
      has_words (words, "chuc trach"))
    {
      *column = cnscd_head_names_body (words) ? CNSCD_COLUMN_OFFICE : CNSCD_COLUMN_POSITION;
      return CNSCD_HEAD_COLUMN;
    }
  if (cnscd_head_names_body (words))
    {
      *column = CNSCD_COLUMN_BODY;
      return CNSCD_HEAD_COLUMN;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (has_words (words, others[i]))
      return CNSCD_HEAD_OTHER;
  return CNSCD_HEAD_UNKNOWN;
}

/**
 * cnscd_head_get_hamlet_kind:
 * @head: (nullable): words at the head of a column of hamlets
 *
 * Returns: what stands below "Xóm" or "Tổ dân phố", unknown below "Xóm/TDP"
 */
CnscdHamletKind
cnscd_head_get_hamlet_kind (const char *head)
{
  g_autofree char *words = head != NULL ? cnscd_text_search_key (head) : NULL;
  gboolean hamlet, group;

  if (words == NULL || !is_hamlet_head (words))
    return CNSCD_HAMLET_KIND_UNKNOWN;
  hamlet = has_words (words, "xom") || has_words (words, "thon");
  group = has_words (words, "tdp") || has_words (words, "pho") || has_words (words, "khu");
  if (hamlet == group)
    return CNSCD_HAMLET_KIND_UNKNOWN;
  return hamlet ? CNSCD_HAMLET_KIND_HAMLET : CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP;
}

/**
 * cnscd_head_names_body:
 * @head: words of a head
 *
 * Returns: whether the head speaks of the body that a person represents
 */
gboolean
cnscd_head_names_body (const char *head)
{
  g_autofree char *words = cnscd_text_search_key (head);

  return has_words (words, "don vi") || has_words (words, "cong tac") ||
         has_words (words, "co quan");
}

/**
 * cnscd_head_is_male:
 * @head: (nullable): words of a head
 *
 * "Nam" is a man, "Năm" a year: the fold of both is the same.
 *
 * Returns: whether @head is the word for men
 */
gboolean
cnscd_head_is_male (const char *head)
{
  g_autofree char *clean = head != NULL ? cnscd_text_clean (head) : NULL;
  g_autofree char *lower = clean != NULL ? cnscd_text_lower (clean) : NULL;

  return lower != NULL && g_str_equal (lower, "nam");
}

/**
 * cnscd_head_is_female:
 * @head: (nullable): words of a head
 *
 * Returns: whether @head is the word for women
 */
gboolean
cnscd_head_is_female (const char *head)
{
  g_autofree char *words = head != NULL ? cnscd_text_search_key (head) : NULL;

  return words != NULL && g_str_equal (words, "nu");
}

/**
 * cnscd_head_classify:
 * @head: (nullable): words at the head of a column
 * @column: (out): what the column holds, with %CNSCD_HEAD_COLUMN
 *
 * Returns: what the words are
 */
CnscdHeadKind
cnscd_head_classify (const char *head, CnscdColumn *column)
{
  g_autofree char *whole = NULL;
  g_autofree char *words = NULL;
  CnscdHeadKind kind;

  *column = CNSCD_COLUMN_IGNORED;
  if (head == NULL || strlen (head) > MAX_HEAD_BYTES)
    return CNSCD_HEAD_UNKNOWN;

  whole = cnscd_text_search_key (head);
  if (g_str_equal (whole, "nam"))
    {
      *column = cnscd_head_is_male (head) ? CNSCD_COLUMN_MALE_MARK : CNSCD_COLUMN_BIRTH;
      return CNSCD_HEAD_COLUMN;
    }

  kind = classify_words (whole, column);
  if (kind != CNSCD_HEAD_FORBIDDEN && strchr (head, '(') != NULL)
    {
      g_autofree char *before = dup_without_parentheses (head);
      CnscdColumn other;

      words = cnscd_text_search_key (before);
      if (classify_words (words, &other) == CNSCD_HEAD_COLUMN &&
          (kind != CNSCD_HEAD_COLUMN || g_hash_table_contains (get_synonyms (), words)))
        {
          *column = other;
          return CNSCD_HEAD_COLUMN;
        }
    }
  return kind;
}

/**
 * cnscd_head_get_role_mark:
 * @head: (nullable): words at the head of a column
 *
 * Returns: the column of marks that the name of a role alone may stand over, or
 *   %CNSCD_COLUMN_IGNORED
 */
CnscdColumn
cnscd_head_get_role_mark (const char *head)
{
  CnscdRole role = CNSCD_ROLE_UNKNOWN;
  g_autofree char *rest = head != NULL ? cnscd_words_take_role (head, &role) : NULL;

  if (rest != NULL)
    return CNSCD_COLUMN_IGNORED;
  switch (role)
    {
    case CNSCD_ROLE_LEADER:
      return CNSCD_COLUMN_LEADER_MARK;
    case CNSCD_ROLE_DEPUTY:
      return CNSCD_COLUMN_DEPUTY_MARK;
    case CNSCD_ROLE_MEMBER:
      return CNSCD_COLUMN_MEMBER_MARK;
    case CNSCD_ROLE_UNKNOWN:
    default:
      return CNSCD_COLUMN_IGNORED;
    }
}

/**
 * cnscd_head_combine:
 * @top: (nullable): words of the upper row of a head in two rows
 * @sub: words of the lower row
 *
 * Returns: what both say together: "Năm sinh" over "Nữ" is the year of birth of women
 */
CnscdColumn
cnscd_head_combine (const char *top, const char *sub)
{
  g_autofree char *both = NULL;
  g_autofree char *sub_words = cnscd_text_search_key (sub);
  CnscdColumn upper, lower;

  cnscd_head_classify (top, &upper);
  cnscd_head_classify (sub, &lower);
  if (upper == CNSCD_COLUMN_BIRTH && cnscd_head_is_male (sub))
    return CNSCD_COLUMN_BIRTH_MALE;
  if (upper == CNSCD_COLUMN_BIRTH && cnscd_head_is_female (sub))
    return CNSCD_COLUMN_BIRTH_FEMALE;
  if (upper == CNSCD_COLUMN_FULL_NAME && g_str_has_prefix (sub_words, "ho"))
    return g_str_equal (sub_words, "ho va ten") ? CNSCD_COLUMN_FULL_NAME : CNSCD_COLUMN_FAMILY_NAME;
  if (lower != CNSCD_COLUMN_IGNORED)
    return lower;
  if ((upper == CNSCD_COLUMN_ROLE || upper == CNSCD_COLUMN_POSITION ||
       upper == CNSCD_COLUMN_OFFICE) &&
      cnscd_head_get_role_mark (sub) != CNSCD_COLUMN_IGNORED)
    return cnscd_head_get_role_mark (sub);

  both = g_strconcat (top != NULL ? top : "", " ", sub, NULL);
  cnscd_head_classify (both, &lower);
  return lower;
}

/**
 * cnscd_column_from_head:
 * @head: words at the head of a column
 *
 * Returns: what the column holds, %CNSCD_COLUMN_IGNORED when the words are not known
 */
CnscdColumn
cnscd_column_from_head (const char *head)
{
  CnscdColumn column;

  cnscd_head_classify (head, &column);
  return column;
}

/**
 * cnscd_column_get_title:
 * @column: what a column holds
 *
 * Returns: (transfer none): its name, in the program's language
 */
const char *
cnscd_column_get_title (CnscdColumn column)
{
  static const char *const titles[CNSCD_N_COLUMNS] = {
    [CNSCD_COLUMN_IGNORED] = N_ ("Not imported"),
    [CNSCD_COLUMN_NUMBER] = N_ ("Running number"),
    [CNSCD_COLUMN_FULL_NAME] = N_ ("Full name"),
    [CNSCD_COLUMN_FAMILY_NAME] = N_ ("Family and middle names"),
    [CNSCD_COLUMN_GIVEN_NAME] = N_ ("Given name"),
    [CNSCD_COLUMN_BIRTH] = N_ ("Date of birth"),
    [CNSCD_COLUMN_BIRTH_MALE] = N_ ("Date of birth, men"),
    [CNSCD_COLUMN_BIRTH_FEMALE] = N_ ("Date of birth, women"),
    [CNSCD_COLUMN_GENDER] = N_ ("Gender"),
    [CNSCD_COLUMN_MALE_MARK] = N_ ("Mark for men"),
    [CNSCD_COLUMN_FEMALE_MARK] = N_ ("Mark for women"),
    [CNSCD_COLUMN_OFFICE] = N_ ("Position and body"),
    [CNSCD_COLUMN_POSITION] = N_ ("Position"),
    [CNSCD_COLUMN_BODY] = N_ ("Body"),
    [CNSCD_COLUMN_ROLE] = N_ ("Role in the team"),
    [CNSCD_COLUMN_PHONE] = N_ ("Phone"),
    [CNSCD_COLUMN_HAMLET] = N_ ("Hamlet"),
    [CNSCD_COLUMN_TEAM] = N_ ("Team"),
    [CNSCD_COLUMN_UNIT] = N_ ("Commune"),
    [CNSCD_COLUMN_NOTE] = N_ ("Note"),
    [CNSCD_COLUMN_LEADER_MARK] = N_ ("Mark for leaders"),
    [CNSCD_COLUMN_DEPUTY_MARK] = N_ ("Mark for deputies"),
    [CNSCD_COLUMN_MEMBER_MARK] = N_ ("Mark for members"),
  };

  if ((guint) column >= CNSCD_N_COLUMNS)
    return _ (titles[CNSCD_COLUMN_IGNORED]);
  return _ (titles[column]);
}
