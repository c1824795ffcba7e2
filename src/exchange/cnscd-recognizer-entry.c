/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-recognizer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cnscd-synonyms.h"
#include "core/cnscd-vocabulary.h"

/* Nobody of another age is in a team. */
#define MIN_AGE 10u
#define MAX_AGE 110u

typedef struct
{
  char *position;
  char *body;
  CnscdRole role; /* that stood among them */
} OfficeParts;

static void
office_parts_free (gpointer data)
{
  OfficeParts *parts = data;

  g_free (parts->position);
  g_free (parts->body);
  g_free (parts);
}

/**
 * cnscd_row_add_finding:
 * @reader: the reader
 * @level: how much it matters
 * @code: a static, stable word for programs
 * @column: the kind of column it is about
 * @message: (transfer full): what a person reads
 */
void
cnscd_row_add_finding (CnscdRowReader *reader,
                       CnscdFindingLevel level,
                       const char *code,
                       CnscdColumn column,
                       char *message)
{
  cnscd_findings_add (reader->table->findings, level, code, reader->sheet, reader->row + 1,
                      reader->columns[column] + 1, "%s", message);
  g_free (message);
}

/**
 * cnscd_row_get_content:
 * @reader: the reader
 * @column: a kind of column
 * @cell: (out) (nullable) (transfer none): the cell of that column in this row
 *
 * Returns: (nullable) (transfer none): the clean text of the cell, %NULL when it says "nothing"
 */
const char *
cnscd_row_get_content (CnscdRowReader *reader, CnscdColumn column, const CnscdCell **cell)
{
  const char *text;

  *cell = cnscd_row_get_cell (reader, column);
  if (*cell != NULL && (*cell)->type == CNSCD_CELL_ERROR)
    {
      cnscd_row_add_finding (
        reader, CNSCD_FINDING_WARNING, "cell-error", column,
        g_strdup_printf (_ ("The cell contains the error %s instead of a value."), (*cell)->text));
      return NULL;
    }
  text = cnscd_row_get_text (reader, *cell);
  return text != NULL && !cnscd_words_is_blank (text) ? text : NULL;
}

/* Returns whether something stands there. */
static gboolean
read_birth_cell (CnscdRowReader *reader, CnscdColumn column, CnscdRosterEntry *entry)
{
  const CnscdCell *cell;
  const char *text = cnscd_row_get_content (reader, column, &cell);
  CnscdDate birth;
  gboolean guessed;

  if (text == NULL)
    return FALSE;
  if (cnscd_date_is_known (entry->birth))
    {
      cnscd_row_add_finding (
        reader, CNSCD_FINDING_WARNING, "birth-twice", column,
        g_strdup (_ ("Both columns of birth are filled; the first one was taken.")));
      entry->gender = CNSCD_GENDER_UNKNOWN;
      return TRUE;
    }
  /* whatever is wrong with the year, it stands in that column */
  if (column == CNSCD_COLUMN_BIRTH_MALE)
    entry->gender = CNSCD_GENDER_MALE;
  else if (column == CNSCD_COLUMN_BIRTH_FEMALE)
    entry->gender = CNSCD_GENDER_FEMALE;
  if (!cnscd_value_parse_birth (reader->scan, cell, &birth, &guessed))
    {
      if (cnscd_value_is_future (reader->scan, cell))
        {
          cnscd_row_add_finding (
            reader, CNSCD_FINDING_WARNING, "birth-doubtful", column,
            g_strdup_printf (_ ("“%s” is in the future and was left out."), text));
          return TRUE;
        }
      cnscd_row_add_finding (
        reader, CNSCD_FINDING_WARNING, "birth-invalid", column,
        g_strdup_printf (_ ("“%s” is not a date or year of birth and was left out."), text));
      return TRUE;
    }
  if (guessed)
    cnscd_row_add_finding (
      reader, CNSCD_FINDING_INFO, "birth-year-as-date", column,
      g_strdup_printf (_ ("The cell shows a date of 1905; it was taken for the year %u."),
                       birth.year));
  entry->birth = birth;
  if (birth.year + MIN_AGE > reader->scan->this_year ||
      birth.year + MAX_AGE < reader->scan->this_year)
    cnscd_row_add_finding (
      reader, CNSCD_FINDING_WARNING, "birth-doubtful", column,
      g_strdup_printf (_ ("Born in %u the person would be %u years old; please check the year."),
                       birth.year, reader->scan->this_year - birth.year));
  return TRUE;
}

static void
leave_gender_open (CnscdRowReader *reader, CnscdColumn column, CnscdRosterEntry *entry)
{
  entry->gender = CNSCD_GENDER_UNKNOWN;
  cnscd_row_add_finding (reader, CNSCD_FINDING_WARNING, "gender-twice", column,
                         g_strdup (_ ("Both “Nam” and “Nữ” are filled; the gender is left open.")));
}

static void
read_births (CnscdRowReader *reader, CnscdRosterEntry *entry)
{
  gboolean male, female;

  read_birth_cell (reader, CNSCD_COLUMN_BIRTH, entry);
  male = read_birth_cell (reader, CNSCD_COLUMN_BIRTH_MALE, entry);
  female = read_birth_cell (reader, CNSCD_COLUMN_BIRTH_FEMALE, entry);
  if (male && female && !cnscd_date_is_known (entry->birth))
    leave_gender_open (reader, CNSCD_COLUMN_BIRTH_MALE, entry);
}

static gboolean
has_tick (const CnscdRowReader *reader, CnscdColumn column)
{
  return cnscd_words_is_tick (cnscd_row_get_text (reader, cnscd_row_get_cell (reader, column)));
}

static void
read_gender (CnscdRowReader *reader, CnscdRosterEntry *entry)
{
  const CnscdCell *cell;
  const char *text = cnscd_row_get_content (reader, CNSCD_COLUMN_GENDER, &cell);
  gboolean male, female;

  if (text != NULL)
    {
      CnscdGender gender = cnscd_gender_parse (text);

      if (gender != CNSCD_GENDER_UNKNOWN)
        entry->gender = gender;
      else
        cnscd_row_add_finding (
          reader, CNSCD_FINDING_WARNING, "gender-invalid", CNSCD_COLUMN_GENDER,
          g_strdup_printf (_ ("“%s” is neither “Nam” nor “Nữ” and was left out."), text));
    }

  male = has_tick (reader, CNSCD_COLUMN_MALE_MARK);
  female = has_tick (reader, CNSCD_COLUMN_FEMALE_MARK);
  if (male && female)
    leave_gender_open (reader, CNSCD_COLUMN_MALE_MARK, entry);
  else if (female)
    entry->gender = CNSCD_GENDER_FEMALE;
  /* a column "Nữ" alone says of everybody else that he is a man */
  else if (male ? entry->gender == CNSCD_GENDER_UNKNOWN
                : reader->columns[CNSCD_COLUMN_FEMALE_MARK] >= 0 &&
                    reader->columns[CNSCD_COLUMN_MALE_MARK] < 0)
    entry->gender = CNSCD_GENDER_MALE;
}

static void
read_phone (CnscdRowReader *reader, CnscdRosterEntry *entry)
{
  const CnscdCell *cell;
  const char *text = cnscd_row_get_content (reader, CNSCD_COLUMN_PHONE, &cell);
  gboolean several;

  if (text == NULL)
    return;
  if (!cnscd_value_parse_phone (reader->scan, cell, &entry->phone, &several))
    cnscd_row_add_finding (
      reader, CNSCD_FINDING_WARNING, "phone-invalid", CNSCD_COLUMN_PHONE,
      g_strdup_printf (_ ("“%s” is not a telephone number and was left out."), text));
  else if (several)
    cnscd_row_add_finding (
      reader, CNSCD_FINDING_WARNING, "phone-several", CNSCD_COLUMN_PHONE,
      g_strdup_printf (_ ("Of “%s” only %s is kept: there is room for one number."), text,
                       entry->phone));
}

static void
read_office (CnscdRowReader *reader, CnscdRosterEntry *entry)
{
  const CnscdCell *cell;
  const char *text = cnscd_row_get_content (reader, CNSCD_COLUMN_OFFICE, &cell);
  gboolean without_role = !cnscd_row_has_roles (reader);

  if (text != NULL)
    {
      OfficeParts *parts = g_hash_table_lookup (reader->offices, text);

      if (parts == NULL)
        {
          g_autofree char *rest = NULL;

          parts = g_new0 (OfficeParts, 1);
          rest = without_role ? cnscd_words_take_role (text, &parts->role) : g_strdup (text);
          if (rest != NULL)
            cnscd_words_split_office (rest, reader->scan->office_strict, &parts->position,
                                      &parts->body);
          g_hash_table_insert (reader->offices, g_strdup (text), parts);
        }
      entry->position = g_strdup (parts->position);
      entry->body = g_strdup (parts->body);
      if (without_role)
        cnscd_row_take_role (entry, parts->role);
    }

  text = cnscd_row_get_content (reader, CNSCD_COLUMN_POSITION, &cell);
  if (text != NULL)
    {
      CnscdRole role = CNSCD_ROLE_UNKNOWN;

      g_free (entry->position);
      entry->position = without_role ? cnscd_words_take_role (text, &role) : g_strdup (text);
      cnscd_row_take_role (entry, role);
    }
  text = cnscd_row_get_content (reader, CNSCD_COLUMN_BODY, &cell);
  if (text != NULL)
    {
      g_free (entry->body);
      entry->body = g_strdup (text);
    }
}

/**
 * cnscd_row_add_note:
 * @reader: the reader, at the row of a person
 * @entry: the person
 * @column: where the words stand
 * @words: what is worth noting
 *
 * Adds to the person's note, unless the law forbids to keep it.
 *
 * Returns: whether it was added
 */
gboolean
cnscd_row_add_note (CnscdRowReader *reader,
                    CnscdRosterEntry *entry,
                    CnscdColumn column,
                    const char *words)
{
  char *note;

  if (cnscd_words_is_identity_number (words))
    {
      cnscd_row_add_finding (
        reader, CNSCD_FINDING_WARNING, "value-not-kept", column,
        g_strdup (_ ("The note seems to hold an identity number and is not kept: the law on "
                     "personal data protection allows no such data here.")));
      return FALSE;
    }

  note = entry->note != NULL ? g_strconcat (entry->note, "; ", words, NULL) : g_strdup (words);
  g_free (entry->note);
  entry->note = note;
  return TRUE;
}

/**
 * cnscd_row_get_cell:
 * @reader: the reader
 * @column: a kind of column
 *
 * Returns: (nullable) (transfer none): the cell of that column in this row
 */
const CnscdCell *
cnscd_row_get_cell (const CnscdRowReader *reader, CnscdColumn column)
{
  int c = reader->columns[column];

  return c >= 0 ? reader->cells_of_row[c] : NULL;
}

/**
 * cnscd_row_get_text:
 * @reader: the reader
 * @cell: (nullable): a cell
 *
 * Returns: (nullable) (transfer none): the clean text of the cell
 */
const char *
cnscd_row_get_text (const CnscdRowReader *reader, const CnscdCell *cell)
{
  g_autofree char *clean = NULL;
  const char *text;
  gpointer known;

  if (cell == NULL || cell->type == CNSCD_CELL_ERROR)
    return NULL;
  /* the workbook keeps one copy of each text, so that its address stands for it */
  if (cell->type == CNSCD_CELL_TEXT &&
      g_hash_table_lookup_extended (reader->cells, cell->text, NULL, &known))
    return known;

  clean = cnscd_scan_dup_text (reader->scan, cell);
  if (cell->type == CNSCD_CELL_TEXT && g_strcmp0 (clean, cell->text) == 0)
    text = cell->text;
  else
    text = clean != NULL ? g_string_chunk_insert_const (reader->texts, clean) : NULL;
  if (cell->type == CNSCD_CELL_TEXT)
    g_hash_table_insert (reader->cells, (gpointer) cell->text, (gpointer) text);
  return text;
}

/**
 * cnscd_row_read_entry:
 * @reader: the reader, at the row of a person
 * @name: the name as the cells say it
 * @group: the person's team
 *
 * Adds the person to the team, with a finding for each value that is not understood.
 */
void
cnscd_row_read_entry (CnscdRowReader *reader, const char *name, CnscdRosterGroup *group)
{
  CnscdRosterEntry *entry = g_new0 (CnscdRosterEntry, 1);
  CnscdGender honorific;
  const CnscdCell *cell;
  const char *note;

  if (reader->offices == NULL)
    reader->offices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, office_parts_free);

  entry->sheet = reader->sheet;
  entry->row = reader->row + 1;
  entry->column =
    (reader->columns[CNSCD_COLUMN_FULL_NAME] >= 0 ? reader->columns[CNSCD_COLUMN_FULL_NAME]
                                                  : reader->columns[CNSCD_COLUMN_GIVEN_NAME]) +
    1;
  honorific = cnscd_row_read_name (reader, name, entry);
  read_births (reader, entry);
  read_gender (reader, entry);
  if (entry->gender == CNSCD_GENDER_UNKNOWN)
    entry->gender = honorific;
  read_phone (reader, entry);
  cnscd_row_read_role (reader, entry);
  read_office (reader, entry);
  note = cnscd_row_get_content (reader, CNSCD_COLUMN_NOTE, &cell);
  if (note != NULL && cnscd_row_add_note (reader, entry, CNSCD_COLUMN_NOTE, note) &&
      entry->written_name != NULL)
    entry->written_note = g_strdup (note);
  g_ptr_array_add (group->entries, entry);
  reader->n_people++;
  reader->n_roles_given += entry->role_given;
}
