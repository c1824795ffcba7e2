/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-recognizer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/cnscd-number.h"
#include "core/cnscd-text.h"
#include "cnscd-synonyms.h"
#include "core/cnscd-vocabulary.h"

/* So many filled cells tell what a column holds. */
#define SAMPLE_CELLS 60
/* … and no more cells of other columns are passed on the way. */
#define SAMPLE_WAY 100000

static CnscdColumn
get_column (const CnscdScan *scan, guint column)
{
  return g_array_index (scan->mapping->columns, CnscdColumn, column);
}

static void
set_column (CnscdScan *scan, guint column, CnscdColumn kind)
{
  g_array_index (scan->mapping->columns, CnscdColumn, column) = kind;
}

static const char *
get_head (const CnscdScan *scan, guint column)
{
  return column < scan->mapping->heads->len ? scan->mapping->heads->pdata[column] : NULL;
}

static int
find_column (const CnscdScan *scan, CnscdColumn kind)
{
  for (guint c = 0; c < scan->mapping->columns->len; c++)
    if (get_column (scan, c) == kind)
      return (int) c;
  return -1;
}

/* Whether @part of the filled cells is at least @percent. */
static gboolean
mostly (const CnscdProfile *profile, guint part, guint percent)
{
  return profile->n_filled > 0 && part * 100 >= profile->n_filled * percent;
}

static void
count_cell (const CnscdScan *scan, const CnscdCell *cell, CnscdProfile *profile)
{
  g_autofree char *text = cnscd_scan_dup_text (scan, cell);
  g_autofree char *phone = NULL;
  CnscdGender gender;
  CnscdDate birth;
  gboolean flag;

  if (text == NULL)
    return;
  profile->n_filled++;
  if (cnscd_words_is_identity_number (text))
    profile->n_identities++;
  if (cnscd_value_parse_birth (scan, cell, &birth, &flag))
    profile->n_births++;
  else if (cnscd_value_parse_phone (scan, cell, &phone, &flag))
    profile->n_phones++;
  if (cnscd_words_is_mark (text))
    profile->n_marks++;
  if (cell->type != CNSCD_CELL_TEXT)
    return;

  if (cnscd_words_is_name (cnscd_words_skip_honorific (text, &gender)))
    profile->n_names++;
  if (cnscd_words_skip_honorific (text, &gender) != text)
    profile->n_honorifics++;
  if (strchr (text, ' ') == NULL && cnscd_words_has_letter (text))
    profile->n_single_words++;
  if (cnscd_role_parse (text) != CNSCD_ROLE_UNKNOWN)
    profile->n_roles++;
  if (cnscd_gender_parse (text) != CNSCD_GENDER_UNKNOWN)
    profile->n_genders++;
}

/**
 * cnscd_scan_profile:
 * @scan: a sheet
 * @column: a column, from 0
 * @first_row: where to begin, from 0
 * @profile: (out): what a sample of its cells looks like
 */
void
cnscd_scan_profile (const CnscdScan *scan, guint column, guint first_row, CnscdProfile *profile)
{
  guint n_rows = cnscd_sheet_n_rows (scan->sheet);
  guint i = cnscd_sheet_row_start (scan->sheet, first_row);
  guint last_row = MIN (n_rows, first_row + 2000);
  guint end = MIN (scan->sheet->cells->len, i + SAMPLE_WAY);

  memset (profile, 0, sizeof *profile);
  for (; i < end && profile->n_filled < SAMPLE_CELLS; i++)
    {
      const CnscdCell *cell = &g_array_index (scan->sheet->cells, CnscdCell, i);

      if (cell->row >= last_row)
        break;
      if (cell->column == column)
        {
          const CnscdCellRange *merge = cnscd_scan_get_merge (scan, cell->row, column);

          /* a cell over several columns is the title of a group */
          if (merge == NULL || merge->last_column == merge->first_column)
            count_cell (scan, cell, profile);
        }
    }
}

/* A name in two columns: "Họ và tên đệm" and "Tên", or "Họ và tên" over both. */
static void
refine_names (CnscdScan *scan)
{
  int full = find_column (scan, CNSCD_COLUMN_FULL_NAME);
  int family = find_column (scan, CNSCD_COLUMN_FAMILY_NAME);
  int given = find_column (scan, CNSCD_COLUMN_GIVEN_NAME);
  int first = full >= 0 ? full : family;
  CnscdProfile profile;

  if (given < 0 && first >= 0 && (guint) first + 1 < scan->mapping->columns->len &&
      get_head (scan, first + 1) == NULL)
    {
      CnscdProfile names;

      cnscd_scan_profile (scan, first + 1, scan->first_row, &profile);
      cnscd_scan_profile (scan, first, scan->first_row, &names);
      if (mostly (&profile, profile.n_single_words, 80) && profile.n_filled * 2 >= names.n_filled)
        {
          set_column (scan, first, CNSCD_COLUMN_FAMILY_NAME);
          set_column (scan, first + 1, CNSCD_COLUMN_GIVEN_NAME);
          return;
        }
    }
  if (given >= 0 && family < 0)
    {
      cnscd_scan_profile (scan, given, scan->first_row, &profile);
      if (full < 0)
        set_column (scan, given, CNSCD_COLUMN_FULL_NAME);
      else if (full + 1 == given && mostly (&profile, profile.n_single_words, 80))
        set_column (scan, full, CNSCD_COLUMN_FAMILY_NAME);
      else
        set_column (scan, given, CNSCD_COLUMN_IGNORED);
    }
  else if (family >= 0 && given < 0)
    set_column (scan, family, full < 0 ? CNSCD_COLUMN_FULL_NAME : CNSCD_COLUMN_IGNORED);
  else if (family >= 0 && given >= 0 && full >= 0)
    {
      set_column (scan, family, CNSCD_COLUMN_IGNORED);
      set_column (scan, given, CNSCD_COLUMN_IGNORED);
    }
}

/* "Nam" and "Nữ" over years are years of birth. */
static void
refine_marks (CnscdScan *scan)
{
  static const struct
  {
    CnscdColumn mark, birth;
  } pairs[] = {
    { CNSCD_COLUMN_MALE_MARK, CNSCD_COLUMN_BIRTH_MALE },
    { CNSCD_COLUMN_FEMALE_MARK, CNSCD_COLUMN_BIRTH_FEMALE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      int column = find_column (scan, pairs[i].mark);
      CnscdProfile profile;

      if (column < 0)
        continue;
      cnscd_scan_profile (scan, column, scan->first_row, &profile);
      if (mostly (&profile, profile.n_births, 50))
        set_column (scan, column, pairs[i].birth);
    }
}

/* "Tổ trưởng" over marks is a role; over names and numbers it is something else. */
static void
refine_role_marks (CnscdScan *scan)
{
  gboolean any = FALSE;

  for (guint c = 0; c < scan->mapping->columns->len; c++)
    {
      CnscdColumn kind = get_column (scan, c);
      gboolean marked = kind >= CNSCD_COLUMN_LEADER_MARK && kind <= CNSCD_COLUMN_MEMBER_MARK;
      CnscdColumn head =
        kind == CNSCD_COLUMN_IGNORED ? cnscd_head_get_role_mark (get_head (scan, c)) : kind;
      CnscdProfile profile;

      if (!marked && (kind != CNSCD_COLUMN_IGNORED || head == CNSCD_COLUMN_IGNORED))
        continue;
      cnscd_scan_profile (scan, c, scan->first_row, &profile);
      if (profile.n_filled == 0 ? marked : mostly (&profile, profile.n_marks, 80))
        {
          if (find_column (scan, head) < 0 || marked)
            set_column (scan, c, head);
          any = any || profile.n_filled > 0;
        }
      else if (marked)
        set_column (scan, c, CNSCD_COLUMN_IGNORED);
    }
  if (!any)
    for (guint c = 0; c < scan->mapping->columns->len; c++)
      if (get_column (scan, c) >= CNSCD_COLUMN_LEADER_MARK &&
          get_column (scan, c) <= CNSCD_COLUMN_MEMBER_MARK)
        set_column (scan, c, CNSCD_COLUMN_IGNORED);
}

/* "Chức danh" and "Chức vụ" may hold the role in the team; "Nhiệm vụ" may hold long tasks. */
static void
refine_roles (CnscdScan *scan)
{
  int role = find_column (scan, CNSCD_COLUMN_ROLE);
  gboolean sure = FALSE;
  CnscdProfile profile;

  if (role >= 0)
    {
      cnscd_scan_profile (scan, role, scan->first_row, &profile);
      sure = profile.n_filled == 0 || mostly (&profile, profile.n_roles, 20);
    }
  for (guint c = 0; c < scan->mapping->columns->len && !sure; c++)
    {
      CnscdColumn kind = get_column (scan, c);

      if (kind != CNSCD_COLUMN_POSITION && kind != CNSCD_COLUMN_OFFICE)
        continue;
      cnscd_scan_profile (scan, c, scan->first_row, &profile);
      if (mostly (&profile, profile.n_roles, 60))
        {
          if (role >= 0)
            set_column (scan, role, CNSCD_COLUMN_IGNORED);
          set_column (scan, c, CNSCD_COLUMN_ROLE);
          return;
        }
    }
}

/* A column without known words, told by its cells. */
static CnscdColumn
guess_column (const CnscdScan *scan, const CnscdProfile *profile)
{
  const struct
  {
    CnscdColumn column;
    guint n;
  } guesses[] = {
    { CNSCD_COLUMN_PHONE, profile->n_phones },    { CNSCD_COLUMN_BIRTH, profile->n_births },
    { CNSCD_COLUMN_ROLE, profile->n_roles },      { CNSCD_COLUMN_GENDER, profile->n_genders },
    { CNSCD_COLUMN_FULL_NAME, profile->n_names },
  };

  if (mostly (profile, profile->n_identities, 30))
    return CNSCD_COLUMN_IGNORED;
  for (gsize i = 0; i < G_N_ELEMENTS (guesses); i++)
    if (mostly (profile, guesses[i].n, 80) && find_column (scan, guesses[i].column) < 0)
      return guesses[i].column;
  return CNSCD_COLUMN_IGNORED;
}

static void
guess_columns (CnscdScan *scan)
{
  for (guint c = 0; c < scan->mapping->columns->len; c++)
    {
      CnscdColumn column;
      CnscdProfile profile;
      CnscdColumn guess;

      if (get_column (scan, c) != CNSCD_COLUMN_IGNORED ||
          cnscd_head_classify (get_head (scan, c), &column) != CNSCD_HEAD_UNKNOWN)
        continue;
      cnscd_scan_profile (scan, c, scan->first_row, &profile);
      guess = guess_column (scan, &profile);
      if (guess == CNSCD_COLUMN_BIRTH && find_column (scan, CNSCD_COLUMN_BIRTH_MALE) >= 0)
        continue;
      if (guess == CNSCD_COLUMN_FULL_NAME && find_column (scan, CNSCD_COLUMN_GIVEN_NAME) >= 0)
        continue;
      if (guess == CNSCD_COLUMN_GENDER && find_column (scan, CNSCD_COLUMN_BIRTH_MALE) >= 0)
        continue;
      set_column (scan, c, guess);
    }
}

/* Of two columns of one kind the first is read; the others are told in the end. */
static void
drop_repeated (CnscdScan *scan)
{
  guint32 seen = 0;

  for (guint c = 0; c < scan->mapping->columns->len; c++)
    {
      CnscdColumn kind = get_column (scan, c);

      if (kind == CNSCD_COLUMN_IGNORED)
        continue;
      if ((seen & 1u << kind) != 0)
        {
          set_column (scan, c, CNSCD_COLUMN_IGNORED);
          if (kind != CNSCD_COLUMN_NUMBER)
            g_hash_table_insert (scan->repeated, GUINT_TO_POINTER (c), GUINT_TO_POINTER (kind));
        }
      seen |= 1u << kind;
    }
}

/**
 * cnscd_recognizer_refine:
 * @scan: a sheet whose columns are known by the words of its head
 *
 * Corrects the columns by what stands in them.
 */
void
cnscd_recognizer_refine (CnscdScan *scan)
{
  int office;

  drop_repeated (scan);
  refine_names (scan);
  refine_marks (scan);
  refine_role_marks (scan);
  refine_roles (scan);
  guess_columns (scan);

  office = find_column (scan, CNSCD_COLUMN_OFFICE);
  scan->office_strict = office >= 0;
  if (office < 0 && find_column (scan, CNSCD_COLUMN_BODY) < 0)
    {
      office = find_column (scan, CNSCD_COLUMN_POSITION);
      if (office >= 0)
        set_column (scan, office, CNSCD_COLUMN_OFFICE);
    }
}

/**
 * cnscd_recognizer_infer:
 * @scan: a sheet without a head
 *
 * Tells the columns by their content alone. A sheet of which only the names
 * can be told needs three of them to be taken for a roster.
 *
 * Returns: whether the sheet holds a roster
 */
gboolean
cnscd_recognizer_infer (CnscdScan *scan)
{
  int names;
  CnscdProfile profile;

  g_array_set_size (scan->mapping->columns, 0);
  g_array_set_size (scan->mapping->columns, scan->n_columns);
  for (guint c = 0; c < scan->n_columns; c++)
    {
      cnscd_scan_profile (scan, c, 0, &profile);
      if (mostly (&profile, profile.n_names, 50) && profile.n_names >= 2 &&
          find_column (scan, CNSCD_COLUMN_FULL_NAME) < 0)
        set_column (scan, c, CNSCD_COLUMN_FULL_NAME);
    }

  names = find_column (scan, CNSCD_COLUMN_FULL_NAME);
  if (names < 0)
    return FALSE;

  /* From the first name on: titles above would spoil the samples. */
  for (guint i = 0; i < scan->sheet->cells->len; i++)
    {
      const CnscdCell *cell = &g_array_index (scan->sheet->cells, CnscdCell, i);
      g_autofree char *text = NULL;

      if (cell->column != names || cell->type != CNSCD_CELL_TEXT)
        continue;
      text = cnscd_scan_dup_text (scan, cell);
      if (text != NULL && cnscd_words_is_name (text))
        {
          scan->first_row = cell->row;
          break;
        }
    }
  /* A group's title may stand right above the first name. */
  while (scan->first_row > 0)
    {
      const CnscdCell *above = NULL;
      guint start = cnscd_sheet_row_start (scan->sheet, scan->first_row - 1);
      g_autofree char *text = NULL;
      CnscdGroupWords words;

      if (start < scan->sheet->cells->len)
        above = &g_array_index (scan->sheet->cells, CnscdCell, start);
      if (above == NULL || above->row != scan->first_row - 1)
        break;
      text = cnscd_scan_dup_text (scan, above);
      if (text == NULL || !cnscd_group_words_parse (text, FALSE, &words))
        break;
      cnscd_group_words_clear (&words);
      scan->first_row--;
    }
  scan->title_rows = scan->first_row;
  guess_columns (scan);
  for (guint c = 0; c < scan->n_columns; c++)
    if (get_column (scan, c) != CNSCD_COLUMN_IGNORED && c != (guint) names)
      return TRUE;
  cnscd_scan_profile (scan, names, scan->first_row, &profile);
  return profile.n_names >= 3;
}

/* The filled cells below the head, by column, and the first of each. */
static guint *
count_cells (const CnscdScan *scan, const CnscdCell **first)
{
  guint *counts = g_new0 (guint, MAX (scan->n_columns, 1));

  for (guint i = cnscd_sheet_row_start (scan->sheet, scan->first_row); i < scan->sheet->cells->len;
       i++)
    {
      const CnscdCell *cell = &g_array_index (scan->sheet->cells, CnscdCell, i);
      const CnscdCellRange *merge = cnscd_scan_get_merge (scan, cell->row, cell->column);

      /* the title of a group */
      if (merge != NULL && merge->last_column > merge->first_column)
        continue;
      if (counts[cell->column]++ == 0)
        first[cell->column] = cell;
    }
  return counts;
}

/* People or values stand in a column whose like is read already. */
static void
report_repeated (const CnscdScan *scan,
                 guint column,
                 CnscdColumn kind,
                 guint n_cells,
                 GPtrArray *findings)
{
  g_autofree char *letters = cnscd_column_dup_letters (column);
  const char *head = get_head (scan, column);
  gboolean people = FALSE;
  g_autofree char *number = NULL;
  GHashTableIter iter;
  gpointer value;

  if (n_cells == 0)
    return;
  number = cnscd_number_format (n_cells);
  g_hash_table_iter_init (&iter, scan->repeated);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    people = people || GPOINTER_TO_UINT (value) == CNSCD_COLUMN_FULL_NAME ||
             GPOINTER_TO_UINT (value) == CNSCD_COLUMN_FAMILY_NAME ||
             GPOINTER_TO_UINT (value) == CNSCD_COLUMN_GIVEN_NAME;
  cnscd_findings_add (
    findings, people ? CNSCD_FINDING_ERROR : CNSCD_FINDING_WARNING, "column-left-out",
    scan->sheet->name, scan->mapping->head_row, column + 1,
    g_dngettext (GETTEXT_PACKAGE,
                 "Column %s, “%s”, is not imported, and %s cell with content is left out: another "
                 "column says “%s” already.",
                 "Column %s, “%s”, is not imported, and %s cells with content are left out: "
                 "another column says “%s” already.",
                 n_cells),
    letters, head != NULL ? head : "", number, cnscd_column_get_title (kind));
}

static void
report_ignored (const CnscdScan *scan, guint column, const CnscdCell *first, GPtrArray *findings)
{
  g_autofree char *letters = cnscd_column_dup_letters (column);
  g_autofree char *example = cnscd_scan_dup_text (scan, first);
  const char *head = get_head (scan, column);

  if (head != NULL)
    cnscd_findings_add (findings, CNSCD_FINDING_INFO, "column-ignored", scan->sheet->name,
                        scan->mapping->head_row, column + 1,
                        _ ("Column %s, “%s”, is not imported. It contains values such as “%s”."),
                        letters, head, example != NULL ? example : "");
  else
    cnscd_findings_add (
      findings, CNSCD_FINDING_INFO, "column-ignored", scan->sheet->name, scan->mapping->head_row,
      column + 1,
      _ (
        "Column %s, which has no known heading, is not imported. It contains values such as “%s”."),
      letters, example != NULL ? example : "");
}

/**
 * cnscd_recognizer_report_columns:
 * @scan: a sheet whose columns are known
 * @findings: (element-type CnscdFinding): where to tell of the columns left out
 *
 * Ethnicity, religion and party membership are sensitive data, and numbers of
 * identity cards are of no use to the teams' work: Luật 91/2025/QH15.
 */
void
cnscd_recognizer_report_columns (const CnscdScan *scan, GPtrArray *findings)
{
  const char *sheet = scan->sheet->name;
  guint row = scan->mapping->head_row;
  g_autofree const CnscdCell **first = g_new0 (const CnscdCell *, MAX (scan->n_columns, 1));
  g_autofree guint *counts = count_cells (scan, first);

  for (guint c = 0; c < scan->mapping->columns->len && c < scan->n_columns; c++)
    {
      const char *head = get_head (scan, c);
      gpointer repeated;
      CnscdColumn column;
      CnscdHeadKind kind;
      CnscdProfile profile;

      if (get_column (scan, c) != CNSCD_COLUMN_IGNORED)
        continue;
      cnscd_scan_profile (scan, c, scan->first_row, &profile);
      kind = cnscd_head_classify (head, &column);
      if (g_hash_table_lookup_extended (scan->repeated, GUINT_TO_POINTER (c), NULL, &repeated))
        report_repeated (scan, c, GPOINTER_TO_UINT (repeated), counts[c], findings);
      else if (kind == CNSCD_HEAD_COLUMN && column == CNSCD_COLUMN_NUMBER)
        continue; /* a second one */
      else if (kind == CNSCD_HEAD_FORBIDDEN)
        cnscd_findings_add (findings, CNSCD_FINDING_INFO, "column-not-kept", sheet, row, c + 1,
                            _ ("The column “%s” is not kept: the law on personal data protection "
                               "allows no such data here."),
                            head);
      else if (mostly (&profile, profile.n_identities, 30))
        cnscd_findings_add (findings, CNSCD_FINDING_INFO, "column-not-kept", sheet, row, c + 1,
                            _ ("A column of identity numbers is not kept: the law on personal data "
                               "protection allows no such data here."));
      else if (profile.n_filled > (head == NULL))
        report_ignored (scan, c, first[c], findings);
    }
}
