/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-recognizer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cnscd-synonyms.h"
#include "core/cnscd-number.h"
#include "core/cnscd-text.h"
#include "core/cnscd-vocabulary.h"

/* No name of a person has more letters; a sentence may. */
#define MAX_LETTERS 60

static CnscdColumn
get_name_column (const CnscdRowReader *reader)
{
  return reader->columns[CNSCD_COLUMN_FULL_NAME] >= 0 ? CNSCD_COLUMN_FULL_NAME
                                                      : CNSCD_COLUMN_GIVEN_NAME;
}

static void
add_name_finding (CnscdRowReader *reader, CnscdFindingLevel level, const char *code, char *message)
{
  cnscd_row_add_finding (reader, level, code, get_name_column (reader), message);
}

/* What a spreadsheet shows where it could not calculate. */
static gboolean
is_error_text (const char *text)
{
  static const char *const errors[] = { "#N/A",  "#REF!",   "#VALUE!", "#NAME?",
                                        "#NUM!", "#DIV/0!", "#NULL!",  NULL };

  return g_strv_contains (errors, text);
}

/* "Chưa có", "Chưa phân công": the place is free. */
static gboolean
is_vacant (const char *text)
{
  static const char *const words[] = {
    "chưa có",        "chưa phân công", "chưa bổ nhiệm", "chưa bầu", "chưa cử",
    "khuyết",         "còn khuyết",     "không có",      "bỏ trống", "chưa có người",
    "chưa kiện toàn", "trống",          "chưa chọn",     NULL
  };
  g_autofree char *lower = cnscd_text_lower (text);
  gsize length = strlen (lower);

  while (length > 0 && strchr (" .)…", lower[length - 1]) != NULL)
    lower[--length] = '\0';
  return g_strv_contains (words, *lower == '(' ? lower + 1 : lower);
}

static guint
count_letters (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_isalpha (g_utf8_get_char (p));
  return n;
}

/**
 * cnscd_row_is_no_person:
 * @reader: the reader
 * @name: what stands in the column of names
 *
 * Returns: whether it names nobody; a finding tells why
 */
gboolean
cnscd_row_is_no_person (CnscdRowReader *reader, const char *name)
{
  if (is_vacant (name))
    {
      add_name_finding (
        reader, CNSCD_FINDING_INFO, "name-vacant",
        g_strdup_printf (_ ("“%s” is nobody’s name; the row is not imported."), name));
      return TRUE;
    }
  if (count_letters (name) > MAX_LETTERS)
    {
      g_autofree char *start = g_utf8_substring (name, 0, MAX_LETTERS);

      add_name_finding (
        reader, CNSCD_FINDING_ERROR, "name-too-long",
        g_strdup_printf (_ ("“%s…” is too long for a person's name; the row is not imported. Give "
                            "each person a row of their own."),
                         start));
      return TRUE;
    }
  if (cnscd_words_has_letter (name) && !is_error_text (name))
    return FALSE;
  add_name_finding (reader, CNSCD_FINDING_ERROR, "name-invalid",
                    g_strdup_printf (_ ("“%s” is not a name; the row is not imported."), name));
  return TRUE;
}

/* "Ông Vi Văn Đức" without "Ông". Ông is a family name too: "Ông Văn Đức" stays. */
static const char *
skip_honorific (CnscdRowReader *reader, const char *name, CnscdGender *gender)
{
  const char *rest = cnscd_words_skip_honorific (name, gender);
  g_autofree char *folded = cnscd_text_fold (rest);
  gsize start = rest - name;
  gboolean colon = start >= 2 && memchr (name, ':', start) != NULL;

  if (rest == name)
    return name;
  rest += strspn (rest, " ");
  if (!reader->scan->honorifics && !colon && *gender != CNSCD_GENDER_UNKNOWN &&
      (strchr (rest, ' ') == NULL || g_str_has_prefix (folded, "van ") ||
       g_str_has_prefix (folded, "thi ")))
    {
      *gender = CNSCD_GENDER_UNKNOWN;
      return name;
    }
  if (!cnscd_words_has_letter (rest))
    return name;
  if (reader->n_honorifics++ == 0)
    reader->honorific_row = reader->row + 1;
  return rest;
}

/* What stands in brackets among a name: the role when nothing else says it, else a note. */
static void
take_words (CnscdRowReader *reader, const char *words, CnscdRosterEntry *entry)
{
  CnscdRole role = cnscd_role_parse (words);
  const CnscdCell *cell;

  if (*words == '\0')
    return;
  if (role == CNSCD_ROLE_UNKNOWN)
    cnscd_row_add_note (reader, entry, get_name_column (reader), words);
  else if (cnscd_row_get_content (reader, CNSCD_COLUMN_ROLE, &cell) == NULL)
    {
      cnscd_row_take_role (entry, role);
      add_name_finding (reader, CNSCD_FINDING_INFO, "name-with-role",
                        g_strdup_printf (_ ("“%s” after the name was taken for the role."), words));
    }
  else
    add_name_finding (reader, CNSCD_FINDING_INFO, "name-with-role",
                      g_strdup_printf (_ ("“%s” after the name was left out."), words));
}

/* "Lê Văn A (Tổ trưởng)", "Ngô (thay thế) Mậu": the name alone. */
static char *
take_brackets (CnscdRowReader *reader, const char *name, CnscdRosterEntry *entry)
{
  GString *bare = g_string_new (NULL);
  const char *rest = name;

  for (;;)
    {
      const char *open = strchr (rest, '(');
      const char *close = open != NULL ? strchr (open, ')') : NULL;
      g_autofree char *words = NULL;

      if (close == NULL)
        break;
      g_string_append_len (bare, rest, open - rest);
      /* "(Lê Văn A)" is all there is */
      if (!cnscd_words_has_letter (bare->str) && !cnscd_words_has_letter (close))
        {
          g_string_append (bare, open);
          return g_string_free_and_steal (bare);
        }
      g_string_append_c (bare, ' ');
      rest = close + 1;
      words = g_strstrip (g_strndup (open + 1, close - open - 1));
      take_words (reader, words, entry);
    }

  /* a full stop behind the last bracket ends no name */
  if (rest[strspn (rest, " .")] != '\0' || rest == name)
    g_string_append (bare, rest);
  return g_string_free_and_steal (bare);
}

/* "Hà Văn A, Lê Thị B", "Hà Văn A và Lê Thị B", or a line each. */
static gboolean
names_several (const CnscdRowReader *reader, const char *name)
{
  static GRegex *regex;
  const CnscdCell *cell = cnscd_row_get_cell (reader, get_name_column (reader));
  gboolean lines =
    cell != NULL && cell->type == CNSCD_CELL_TEXT && strchr (cell->text, '\n') != NULL;
  g_auto (GStrv) parts = NULL;
  guint n_names = 0, n_words = 0;

  if (g_once_init_enter_pointer (&regex))
    g_once_init_leave_pointer (&regex, g_regex_new ("[,;&+/\\n]|\\s(?:và|với)\\s",
                                                    G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL));
  if (!lines && !g_regex_match (regex, name, 0, NULL))
    return FALSE;

  parts = g_regex_split (regex, lines ? cell->text : name, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    n_names += cnscd_words_is_name (parts[i]);
  for (const char *p = name; p != NULL; p = strchr (p + 1, ' '))
    n_words++;
  /* one name of four words may have been broken into two lines */
  return n_names > 1 && (!lines || n_words > 4);
}

/* A pictogram, a currency; also what no font has. */
static gboolean
is_symbol (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_OTHER_SYMBOL || type == G_UNICODE_MATH_SYMBOL ||
         type == G_UNICODE_CURRENCY_SYMBOL || type == G_UNICODE_PRIVATE_USE ||
         type == G_UNICODE_UNASSIGNED;
}

/* A digit, a symbol, a bracket without its other half, the sign by which a spreadsheet knows a
 * formula. */
static gboolean
is_doubtful (const char *name)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isdigit (g_utf8_get_char (p)) || is_symbol (g_utf8_get_char (p)) || *p == '(' ||
        *p == ')')
      return TRUE;
  return strspn (name, "=+-@") > 0 || count_letters (name) < 2;
}

/**
 * cnscd_row_read_name:
 * @reader: the reader, at the row of a person
 * @name: the name as the cells say it
 * @entry: the person, whose name is filled and whose role may be
 *
 * Returns: the gender that an honorific before the name says
 */
CnscdGender
cnscd_row_read_name (CnscdRowReader *reader, const char *name, CnscdRosterEntry *entry)
{
  CnscdGender gender;
  const char *start = skip_honorific (reader, name, &gender);
  g_autofree char *bare = take_brackets (reader, start, entry);

  entry->full_name = cnscd_words_name (bare);
  if (entry->note != NULL)
    entry->written_name = cnscd_words_name (start);
  if (names_several (reader, bare))
    add_name_finding (
      reader, CNSCD_FINDING_WARNING, "name-several",
      g_strdup_printf (_ ("“%s” seems to name several people; they are imported as one. Give each "
                          "a row of their own."),
                       bare));
  if (is_doubtful (bare))
    add_name_finding (
      reader, CNSCD_FINDING_WARNING, "name-doubtful",
      g_strdup_printf (_ ("“%s” does not look like a person’s name; please check."), bare));
  return gender;
}

/**
 * cnscd_row_report_names:
 * @reader: the reader, behind the last row
 *
 * Tells once a sheet what was taken off the names.
 */
void
cnscd_row_report_names (const CnscdRowReader *reader)
{
  g_autofree char *number = cnscd_number_format (reader->n_honorifics);

  if (reader->n_honorifics > 0)
    cnscd_findings_add (
      reader->table->findings, CNSCD_FINDING_INFO, "honorific-removed", reader->sheet,
      reader->honorific_row, 0,
      g_dngettext (
        GETTEXT_PACKAGE, "%s name begins with “Ông”, “Bà” or the like, which is left out.",
        "%s names begin with “Ông”, “Bà” or the like, which is left out.", reader->n_honorifics),
      number);
}
