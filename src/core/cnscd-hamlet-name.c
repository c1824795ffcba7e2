/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-vocabulary.h"

#include <string.h>

#include "cnscd-text.h"

typedef enum
{
  WORD_ALWAYS = 0,
  WORD_BEFORE_NUMBER = 1 << 0, /* "tổ 5", but not "tổ công nghệ số" */
  WORD_AS_WRITTEN = 1 << 1,    /* "bản Tèn" in small letters; "Bản Tèn" is the name of a xóm */
  WORD_KEPT = 1 << 2,          /* part of the name, for the kind has another word */
} WordFlags;

static const struct
{
  const char *word; /* folded, unless WORD_AS_WRITTEN */
  CnscdHamletKind kind;
  WordFlags flags;
} kind_words[] = {
  { "xom", CNSCD_HAMLET_KIND_HAMLET, WORD_ALWAYS },
  { "x.", CNSCD_HAMLET_KIND_HAMLET, WORD_ALWAYS },
  { "thon", CNSCD_HAMLET_KIND_HAMLET, WORD_KEPT },
  { "bản", CNSCD_HAMLET_KIND_HAMLET, WORD_KEPT | WORD_AS_WRITTEN },
  { "làng", CNSCD_HAMLET_KIND_HAMLET, WORD_KEPT | WORD_AS_WRITTEN },
  { "to dan pho", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP, WORD_ALWAYS },
  { "tdp", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP, WORD_ALWAYS },
  { "t.d.p.", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP, WORD_ALWAYS },
  { "t.d.p", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP, WORD_ALWAYS },
  { "tieu khu", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP, WORD_KEPT },
  { "khu pho", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP, WORD_KEPT },
  { "khu", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP, WORD_KEPT | WORD_BEFORE_NUMBER },
  { "khoi", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP, WORD_KEPT | WORD_BEFORE_NUMBER },
  { "to", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP, WORD_BEFORE_NUMBER },
};

/* One letter of clean text as in cnscd_text_fold(). */
static gunichar
fold_letter (gunichar c)
{
  gunichar apart[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  if (g_unichar_fully_decompose (c, FALSE, apart, G_N_ELEMENTS (apart)) > 0)
    c = apart[0];

  return c == 0x0110 || c == 0x0111 ? 'd' : g_unichar_tolower (c);
}

/* How many bytes of @text say @word; 0 when it says something else. */
static gsize
match_word (const char *text, const char *word)
{
  const char *p = text;

  for (; *word != '\0'; word++, p = g_utf8_next_char (p))
    {
      if (*p == '\0' || fold_letter (g_utf8_get_char (p)) != (guchar) *word)
        return 0;
    }

  return p - text;
}

static const char *
skip_spaces (const char *text)
{
  return text + strspn (text, " .:");
}

static const char *
skip_so (const char *text)
{
  gsize length = match_word (text, "so");

  return length > 0 && strchr (" .", text[length]) != NULL ? skip_spaces (text + length) : text;
}

/* Which kind of hamlet @text, clean and at the start of a word, begins to name, or -1. @rest is
 * what follows the word for it. */
static int
match_kind (const char *text, WordFlags excluded, const char **rest)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_words); i++)
    {
      const char *word = kind_words[i].word;
      WordFlags flags = kind_words[i].flags;
      gboolean as_written = flags & WORD_AS_WRITTEN;
      gsize length;
      const char *after;

      if (flags & excluded)
        continue;

      if (as_written)
        length = g_str_has_prefix (text, word) ? strlen (word) : 0;
      else
        length = match_word (text, word);
      if (length == 0)
        continue;

      /* "TDP5" and "X.Ba Nhất", but not "Xomx". */
      after = text + length;
      if (g_unichar_isalpha (g_utf8_get_char (after)) && after[-1] != '.')
        continue;

      after = skip_spaces (after);
      if (*after == '\0')
        continue;
      if ((flags & WORD_BEFORE_NUMBER) && !g_ascii_isdigit (*skip_so (after)))
        continue;

      *rest = after;
      return i;
    }

  return -1;
}

/* Where a name that begins a phrase comes to its end: "Ba Nhất, xã Võ Nhai", "Ba Nhất (7 người)".
 */
static gsize
find_name_end (const char *name)
{
  static const char *const stops[] = { " - ", " – ", " xã ", " phường ", " Xã ", " Phường ", NULL };
  gsize end = strcspn (name, ",;:(");

  for (guint i = 0; stops[i] != NULL; i++)
    {
      const char *stop = strstr (name, stops[i]);

      if (stop != NULL)
        end = MIN (end, (gsize) (stop - name));
    }

  while (end > 0 && name[end - 1] == ' ')
    end--;

  return end;
}

/**
 * cnscd_hamlet_kind_get_title:
 * @kind: a kind of hamlet
 *
 * Returns: (transfer none): "xóm" or "tổ dân phố", "" when unknown
 */
const char *
cnscd_hamlet_kind_get_title (CnscdHamletKind kind)
{
  switch (kind)
    {
    case CNSCD_HAMLET_KIND_HAMLET:
      return "xóm";
    case CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP:
      return "tổ dân phố";
    case CNSCD_HAMLET_KIND_UNKNOWN:
    default:
      return "";
    }
}

/**
 * cnscd_hamlet_name_split:
 * @text: (nullable): a hamlet as somebody wrote it: "Xóm Ba Nhất", "TDP số 5"
 * @kind: (out) (optional): what it is; unknown when @text does not say
 *
 * Takes the word for its kind off a hamlet's name: "Ba Nhất", "số 5". Where
 * people say thôn, bản, làng, khu or khối, that word stays, in small letters,
 * as the first of the name ("thôn Nà Lại"), for it is what they call the
 * place; cnscd_hamlet_full_name() knows it again.
 *
 * Returns: (transfer full) (nullable): the name, %NULL when @text is empty
 */
char *
cnscd_hamlet_name_split (const char *text, CnscdHamletKind *kind)
{
  g_autofree char *clean = cnscd_text_clean (text);
  g_autofree char *name = NULL;
  const char *rest = clean;
  int found;

  if (kind != NULL)
    *kind = CNSCD_HAMLET_KIND_UNKNOWN;
  if (clean == NULL)
    return NULL;

  found = match_kind (clean, 0, &rest);
  if (found >= 0 && kind != NULL)
    *kind = kind_words[found].kind;

  /* "XÓM BA NHẤT" and "xóm BA NHẤT" are shouted; "Xóm ATK" is a name of three capitals. */
  if (cnscd_text_is_upper (clean) || strchr (rest, ' ') != NULL)
    name = cnscd_name_normalize (rest);
  else
    name = g_strdup (rest);

  if (found >= 0 && (kind_words[found].flags & WORD_KEPT))
    {
      g_autofree char *written = g_strndup (clean, rest - clean);
      g_autofree char *lower = cnscd_text_lower (written);
      g_autofree char *word = cnscd_text_clean (lower);

      return g_strconcat (word, " ", name, NULL);
    }

  return g_steal_pointer (&name);
}

/**
 * cnscd_hamlet_full_name:
 * @kind: what it is
 * @name: (nullable): its name as cnscd_hamlet_name_split() leaves it
 *
 * The name as it stands within a sentence or the name of a team: "xóm Ba
 * Nhất", "tổ dân phố số 5", "thôn Nà Lại".
 *
 * Returns: (transfer full): the text, "" without a name
 */
char *
cnscd_hamlet_full_name (CnscdHamletKind kind, const char *name)
{
  const char *title = cnscd_hamlet_kind_get_title (kind);
  const char *rest;

  if (name == NULL || *name == '\0')
    return g_strdup ("");

  /* A word of its own that was kept is in small letters. */
  if (*title == '\0' ||
      (g_utf8_validate (name, -1, NULL) && g_unichar_islower (g_utf8_get_char (name)) &&
       match_kind (name, 0, &rest) >= 0))
    return g_strdup (name);

  return g_strconcat (title, " ", name, NULL);
}

/**
 * cnscd_hamlet_title:
 * @kind: what it is
 * @name: (nullable): its name as cnscd_hamlet_name_split() leaves it
 *
 * The name as it begins a line: "Xóm Ba Nhất", "Tổ dân phố số 5". "thôn Nà
 * Lại" and "bản Tèn" stay in small letters, for "Bản Tèn" would be another name.
 *
 * Returns: (transfer full): the text, "" without a name
 */
char *
cnscd_hamlet_title (CnscdHamletKind kind, const char *name)
{
  g_autofree char *full = cnscd_hamlet_full_name (kind, name);
  g_autofree char *first = NULL;

  if (*full == '\0' || g_strcmp0 (full, name) == 0)
    return g_steal_pointer (&full);

  first = g_utf8_strup (full, g_utf8_next_char (full) - full);
  return g_strconcat (first, g_utf8_next_char (full), NULL);
}

/**
 * cnscd_hamlet_match_key:
 * @text: (nullable): a hamlet's name, with or without the word for its kind
 *
 * Makes one key of the ways to write a hamlet within a commune: "Tổ dân phố số
 * 05", "TDP 5" and "số 5" give "5". Accents count, for xóm Đông and xóm Đồng
 * are two places; capitals and the place of a tone (hòa, hoà) do not.
 *
 * Returns: (transfer full): the key, "" when nothing is left
 */
char *
cnscd_hamlet_match_key (const char *text)
{
  g_autofree char *name = cnscd_hamlet_name_split (text, NULL);
  g_autofree char *key = cnscd_text_match_key (name);
  const char *rest = key;
  int found = match_kind (key, WORD_AS_WRITTEN, &rest);

  /* Other lists leave "thôn" out; "bản", "khu" and the like belong to the name. */
  if (found < 0 || kind_words[found].kind != CNSCD_HAMLET_KIND_HAMLET)
    rest = key;
  if (g_ascii_isdigit (*skip_so (rest)))
    rest = skip_so (rest);
  while (*rest == '0' && g_ascii_isdigit (rest[1]))
    rest++;

  return g_strdup (rest);
}

/**
 * cnscd_hamlet_find:
 * @text: (nullable): a text that may name a hamlet: "II. Tổ CNSCĐ xóm Cao Lầm (7 người)"
 *
 * Finds a hamlet that is introduced by the word for its kind, up to the next
 * comma, parenthesis or name of the commune.
 *
 * Returns: (transfer full) (nullable): the words, for
 *   cnscd_hamlet_name_split(): "xóm Cao Lầm"; %NULL when there are none
 */
char *
cnscd_hamlet_find (const char *text)
{
  g_autofree char *clean = cnscd_text_clean (text);
  const char *rest;

  if (clean == NULL)
    return NULL;

  /* "Tổ số 1: xóm Ba Nhất": the words that need a number only when there is nothing better. */
  for (int pass = 0; pass < 2; pass++)
    {
      for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
        {
          if (p != clean && strchr (" (-,.", p[-1]) == NULL)
            continue;
          if (match_kind (p, pass == 0 ? WORD_BEFORE_NUMBER : 0, &rest) >= 0)
            return g_strndup (p, (rest - p) + find_name_end (rest));
        }
    }

  return NULL;
}
