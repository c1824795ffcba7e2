/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-recognizer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cnscd-synonyms.h"
#include "core/cnscd-text.h"

/* A longer line that begins with the word for a hamlet is a sentence. */
#define MAX_HAMLET_LINE_BYTES 120

static const char *
none_to_empty (const char *text)
{
  return text != NULL ? text : "";
}

/* The team that @words name, in the commune given; made when it is new. */
static CnscdRosterGroup *
intern_group (CnscdRowReader *reader,
              const char *unit_kind,
              const char *unit_name,
              const CnscdGroupWords *words,
              gboolean named)
{
  g_autofree char *team = named ? cnscd_text_search_key (words->name) : NULL;
  g_autofree char *hamlet = words->hamlet != NULL ? cnscd_text_lower (words->hamlet) : NULL;
  g_autofree char *key = g_strdup_printf ("%s\x1f%s\x1f%d\x1f%s\x1f%s", none_to_empty (unit_kind),
                                          none_to_empty (unit_name), words->hamlet_kind,
                                          none_to_empty (hamlet), none_to_empty (team));
  CnscdRosterGroup *group = g_hash_table_lookup (reader->groups, key);

  if (group != NULL)
    return group;

  group = cnscd_roster_table_add_group (reader->table);
  group->name = g_strdup (words->name);
  group->named = named;
  group->hamlet = g_strdup (words->hamlet);
  group->hamlet_kind = words->hamlet_kind;
  group->unit_kind = g_strdup (unit_kind);
  group->unit_name = g_strdup (unit_name);
  group->sheet = reader->sheet;
  group->row = reader->row + 1;
  g_hash_table_insert (reader->groups, g_steal_pointer (&key), group);
  return group;
}

static void
name_commune_team (CnscdGroupWords *words)
{
  g_free (words->name);
  if (words->unit_name != NULL)
    words->name =
      g_strconcat ("Tổ CNSCĐ ", g_str_equal (words->unit_kind, "xa") ? "xã " : "phường ",
                   words->unit_name, NULL);
  else
    words->name = g_strdup ("Tổ CNSCĐ");
}

/**
 * cnscd_row_open_group:
 * @reader: the reader
 * @text: a title row
 * @surely: the row is a title, whatever its words
 *
 * Returns: (nullable) (transfer none): the team whose title it is; %NULL for the title of a
 *   commune, whose teams follow, and for a row that is no title
 */
CnscdRosterGroup *
cnscd_row_open_group (CnscdRowReader *reader, const char *text, gboolean surely)
{
  CnscdGroupWords words;
  CnscdRosterGroup *group;

  if (!cnscd_group_words_parse (text, surely, &words))
    return NULL;
  if (words.unit_name != NULL)
    {
      g_free (reader->unit_kind);
      g_free (reader->unit_name);
      reader->unit_kind = g_strdup (words.unit_kind);
      reader->unit_name = g_strdup (words.unit_name);
      name_commune_team (&words);
    }
  group = intern_group (reader, reader->unit_kind, reader->unit_name, &words, words.names_team);
  cnscd_group_words_clear (&words);
  return group;
}

/* What a spreadsheet, or a person without an idea, calls a sheet. */
static gboolean
is_generic_sheet (const char *sheet)
{
  static const char *const starts[] = {
    "sheet",   "trang",  "danh sach", "ds",     "data",      "du lieu",    "tong hop", "th",
    "bieu",    "bang",   "phu luc",   "pl",     "mau",       "book",       "table",    "file",
    "ban sao", "ban cu", "ban moi",   "copy",   "to",        "thanh vien", "nhan su",  "can bo",
    "import",  "nhap",   "worksheet", "nam 20", "kien toan",
  };
  g_autofree char *key = cnscd_text_search_key (sheet);

  for (gsize i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      gsize length = strlen (starts[i]);

      if (strncmp (key, starts[i], length) == 0 && !g_ascii_isalpha (key[length]))
        return TRUE;
    }
  return FALSE;
}

/* A sheet a team, named by nothing but its hamlet: "Ba Nhất". */
static CnscdRosterGroup *
open_group_of_sheet (CnscdRowReader *reader)
{
  g_autofree char *sheet = reader->sheet != NULL ? cnscd_text_clean (reader->sheet) : NULL;
  g_autofree char *key = sheet != NULL ? cnscd_text_match_key (sheet) : NULL;
  g_autofree char *unit = cnscd_text_match_key (reader->table->unit_name);
  CnscdRosterGroup *group = NULL;
  CnscdGroupWords words;
  guint n_letters = 0;

  if (sheet == NULL || !reader->scan->several_rosters || is_generic_sheet (sheet) ||
      g_strcmp0 (key, unit) == 0 || !g_unichar_isupper (g_utf8_get_char (sheet)))
    return NULL;
  for (const char *p = sheet; *p != '\0'; p = g_utf8_next_char (p))
    n_letters += g_unichar_isalpha (g_utf8_get_char (p));
  if (n_letters < 2 || !cnscd_group_words_parse (sheet, TRUE, &words))
    return NULL;
  if (words.hamlet != NULL)
    {
      group = intern_group (reader, NULL, NULL, &words, FALSE);
      cnscd_findings_add (reader->table->findings, CNSCD_FINDING_INFO, "hamlet-of-sheet",
                          reader->sheet, 0, 0,
                          _ ("Only the name of the sheet says where these people’s team is: “%s” "
                             "was taken for the hamlet."),
                          words.hamlet);
    }
  cnscd_group_words_clear (&words);
  return group;
}

/* Whether a line above the head names a hamlet's team: as such anywhere in it ("DANH SÁCH TỔ CNSCĐ
 * XÓM BA NHẤT"), or by the hamlet alone ("Xóm: Ba Nhất"). */
static gboolean
parse_title_line (const char *line, CnscdGroupWords *words)
{
  g_autofree char *lower = cnscd_text_lower (line);
  const char *hit = strstr (lower, "tổ công nghệ");

  if (hit == NULL)
    hit = strstr (lower, "tổ cns");
  if (hit != NULL)
    line = cnscd_words_skip (line, g_utf8_pointer_to_offset (lower, hit));
  else if (strlen (line) > MAX_HAMLET_LINE_BYTES)
    return FALSE;

  if (!cnscd_group_words_parse (line, FALSE, words))
    return FALSE;
  if (words->hamlet != NULL && words->hamlet_kind != CNSCD_HAMLET_KIND_UNKNOWN)
    return TRUE;
  cnscd_group_words_clear (words);
  return FALSE;
}

/* The team that the lines above the head name. Where one calls it a team, that counts; else the
 * hamlet next to the head. */
static CnscdRosterGroup *
open_group_of_title (CnscdRowReader *reader)
{
  const CnscdScan *scan = reader->scan;
  CnscdGroupWords found = { 0 };
  CnscdRosterGroup *group = NULL;

  for (guint i = 0; i < scan->sheet->cells->len && !found.names_team; i++)
    {
      const CnscdCell *cell = &g_array_index (scan->sheet->cells, CnscdCell, i);
      g_autofree char *text = NULL;
      CnscdGroupWords words;

      if (cell->row >= scan->title_rows)
        break;
      text = cnscd_scan_dup_text (scan, cell);
      if (text == NULL || cell->type != CNSCD_CELL_TEXT || strlen (text) > 400 ||
          !parse_title_line (text, &words))
        continue;
      cnscd_group_words_clear (&found);
      found = words;
    }

  if (found.hamlet != NULL)
    group = intern_group (reader, NULL, NULL, &found, found.names_team);
  cnscd_group_words_clear (&found);
  return group;
}

/* A team without words for it: that of the title, of the sheet's name, of the commune. */
static CnscdRosterGroup *
find_only_group (CnscdRowReader *reader)
{
  CnscdGroupWords words;
  CnscdRosterGroup *group = open_group_of_title (reader);

  if (group != NULL)
    return group;

  if (reader->sheet != NULL && cnscd_group_words_parse (reader->sheet, FALSE, &words))
    {
      if (words.hamlet != NULL)
        {
          group = intern_group (reader, NULL, NULL, &words, words.names_team);
          cnscd_group_words_clear (&words);
          return group;
        }
      cnscd_group_words_clear (&words);
    }

  group = open_group_of_sheet (reader);
  if (group != NULL)
    return group;

  cnscd_findings_add (
    reader->table->findings, CNSCD_FINDING_WARNING, "team-unknown", reader->sheet, reader->row + 1,
    0,
    _ ("Nothing says which team these people are in. They are imported as a team of the "
       "commune."));
  memset (&words, 0, sizeof words);
  words.unit_kind = g_strdup (reader->table->unit_kind);
  words.unit_name = g_strdup (reader->table->unit_kind != NULL ? reader->table->unit_name : NULL);
  name_commune_team (&words);
  group = intern_group (reader, NULL, NULL, &words, FALSE);
  cnscd_group_words_clear (&words);
  return group;
}

/* What hamlet and team columns say together. */
static CnscdRosterGroup *
make_group (CnscdRowReader *reader, const char *unit, const char *hamlet, const char *team)
{
  CnscdGroupWords words = { 0 };
  g_autofree char *unit_kind = NULL;
  g_autofree char *unit_name = NULL;
  CnscdRosterGroup *group;
  gboolean named = FALSE;

  if (unit != NULL && !cnscd_unit_words_parse (unit, &unit_kind, &unit_name))
    unit_name = g_strdup (unit);
  else if (unit == NULL)
    {
      unit_kind = g_strdup (reader->unit_kind);
      unit_name = g_strdup (reader->unit_name);
    }

  if (hamlet != NULL)
    {
      cnscd_group_words_parse (hamlet, TRUE, &words);
      cnscd_group_words_set_kind (&words, reader->hamlet_kind);
      if (words.unit_name != NULL)
        name_commune_team (&words);
      named = words.names_team;
    }
  if (team != NULL)
    {
      CnscdGroupWords of_team;
      gboolean parsed = cnscd_group_words_parse (team, TRUE, &of_team);

      if (reader->columns[CNSCD_COLUMN_HAMLET] >= 0 || !parsed)
        {
          g_free (words.name);
          words.name = g_strdup (team);
          named = TRUE;
        }
      else
        {
          cnscd_group_words_clear (&words);
          words = of_team;
          memset (&of_team, 0, sizeof of_team);
          if (words.unit_name != NULL)
            name_commune_team (&words);
          named = words.names_team;
          if (named)
            {
              g_free (words.name);
              words.name = g_strdup (team);
            }
        }
      if (parsed)
        cnscd_group_words_clear (&of_team);
    }
  if (words.name == NULL)
    name_commune_team (&words);
  group = intern_group (reader, unit_kind, unit_name, &words, named);
  cnscd_group_words_clear (&words);
  return group;
}

/* The text of a place's column in this row, or of a merged or filled cell above. */
static const char *
read_place (CnscdRowReader *reader, CnscdColumn column, const char **last, guint *until)
{
  const CnscdCell *cell = cnscd_row_get_cell (reader, column);
  const char *text = cnscd_row_get_text (reader, cell);

  if (text == NULL)
    return NULL;
  *last = text;
  if (until != NULL)
    {
      const CnscdCellRange *merge = cnscd_scan_get_merge (reader->scan, cell->row, cell->column);

      *until = merge != NULL ? merge->last_row : reader->row;
    }
  return text;
}

/**
 * cnscd_row_find_group:
 * @reader: the reader, at a row with a person or with a place alone
 *
 * Returns: (transfer none): the team of this row, by its own cells, the merged
 *   ones that span it, the title above, or the sheet's title
 */
CnscdRosterGroup *
cnscd_row_find_group (CnscdRowReader *reader)
{
  const char *unit = read_place (reader, CNSCD_COLUMN_UNIT, &reader->last_unit, NULL);
  const char *hamlet_before = reader->last_hamlet;
  const char *hamlet =
    read_place (reader, CNSCD_COLUMN_HAMLET, &reader->last_hamlet, &reader->hamlet_until);
  const char *team =
    read_place (reader, CNSCD_COLUMN_TEAM, &reader->last_team, &reader->team_until);
  g_autofree char *key = NULL;
  CnscdRosterGroup *group;

  if (unit == NULL)
    unit = reader->last_unit;
  if (hamlet == NULL && team == NULL)
    {
      hamlet = reader->last_hamlet;
      team = reader->last_team;
      if (hamlet != NULL && reader->hamlet_in_each_row && reader->row > reader->hamlet_until)
        cnscd_findings_add (
          reader->table->findings, CNSCD_FINDING_WARNING, "hamlet-missing", reader->sheet,
          reader->row + 1, reader->columns[CNSCD_COLUMN_HAMLET] + 1,
          _ ("The row names no hamlet; that of the row above (%s) was taken."), hamlet);
    }
  else if (hamlet == NULL)
    {
      /* a team of its own words stands for itself, unless a merged hamlet spans the row */
      if (reader->row <= reader->hamlet_until && reader->last_hamlet != NULL)
        hamlet = reader->last_hamlet;
      else
        reader->last_hamlet = NULL;
    }
  else if (team == NULL)
    {
      if ((reader->row <= reader->team_until || g_strcmp0 (hamlet, hamlet_before) == 0) &&
          reader->last_team != NULL)
        team = reader->last_team;
      else
        reader->last_team = NULL;
    }

  if (hamlet == NULL && team == NULL)
    {
      if (reader->group != NULL)
        return reader->group;
      if (unit == NULL)
        return reader->group = find_only_group (reader);
    }

  key = g_strdup_printf ("%s\x1f%s\x1f%s\x1f%s",
                         unit != NULL ? unit : none_to_empty (reader->unit_name),
                         none_to_empty (hamlet), none_to_empty (team), unit != NULL ? "" : "above");
  group = g_hash_table_lookup (reader->places, key);
  if (group == NULL)
    {
      group = make_group (reader, unit, hamlet, team);
      g_hash_table_insert (reader->places, g_steal_pointer (&key), group);
    }
  return group;
}
