/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-recognizer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cnscd-synonyms.h"
#include "core/cnscd-text.h"
#include "core/cnscd-vocabulary.h"

static void
add_name_finding (CnscdRowReader *reader, CnscdFindingLevel level, const char *code, char *message)
{
  cnscd_row_add_finding (reader, level, code,
                         reader->columns[CNSCD_COLUMN_FULL_NAME] >= 0 ? CNSCD_COLUMN_FULL_NAME
                                                                      : CNSCD_COLUMN_GIVEN_NAME,
                         message);
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
        g_strdup_printf (_ ("“%s” is nobody's name; the row is not imported."), name));
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

/* "Lê Văn A (Tổ trưởng)": the name, and the role when nothing else says it. */
static char *
take_bracket (CnscdRowReader *reader, const char *name, CnscdRosterEntry *entry)
{
  const char *open = strrchr (name, '(');
  const char *close = open != NULL ? strchr (open, ')') : NULL;
  g_autofree char *inner = NULL;
  const CnscdCell *cell;
  CnscdRole role;

  if (close == NULL || open == name || close[1 + strspn (close + 1, " .")] != '\0')
    return g_strdup (name);
  inner = g_strstrip (g_strndup (open + 1, close - open - 1));
  role = cnscd_role_parse (inner);
  if (role == CNSCD_ROLE_UNKNOWN)
    return g_strdup (name);

  if (cnscd_row_get_content (reader, CNSCD_COLUMN_ROLE, &cell) == NULL)
    {
      cnscd_row_take_role (entry, role);
      add_name_finding (
        reader, CNSCD_FINDING_INFO, "name-with-role",
        g_strdup_printf (_ ("“%s” behind the name was taken for the role."), inner));
    }
  else
    add_name_finding (reader, CNSCD_FINDING_INFO, "name-with-role",
                      g_strdup_printf (_ ("“%s” behind the name was left out."), inner));
  return g_strndup (name, open - name);
}

static gboolean
names_several (const char *name)
{
  g_auto (GStrv) parts = NULL;
  guint n = 0;

  if (strpbrk (name, ",;") == NULL)
    return FALSE;

  parts = g_strsplit_set (name, ",;", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    n += cnscd_words_is_name (parts[i]);
  return n > 1;
}

static gboolean
is_doubtful (const char *name)
{
  guint n_letters = 0;

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_isdigit (g_utf8_get_char (p)))
        return TRUE;
      n_letters += g_unichar_isalpha (g_utf8_get_char (p));
    }
  return n_letters < 2;
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
  g_autofree char *bare = take_bracket (reader, start, entry);

  entry->full_name = cnscd_words_name (bare);
  if (names_several (bare))
    add_name_finding (
      reader, CNSCD_FINDING_WARNING, "name-several",
      g_strdup_printf (_ ("“%s” seems to name several people; they are imported as one. Give each "
                          "a row of their own."),
                       bare));
  if (is_doubtful (bare))
    add_name_finding (reader, CNSCD_FINDING_WARNING, "name-doubtful",
                      g_strdup_printf (_ ("“%s” is hardly a person's name; please check."), bare));
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
  if (reader->n_honorifics > 0)
    cnscd_findings_add (
      reader->table->findings, CNSCD_FINDING_INFO, "honorific-removed", reader->sheet,
      reader->honorific_row, 0,
      g_dngettext (
        GETTEXT_PACKAGE, "%u name begins with “Ông”, “Bà” or the like, which is left out.",
        "%u names begin with “Ông”, “Bà” or the like, which is left out.", reader->n_honorifics),
      reader->n_honorifics);
}
