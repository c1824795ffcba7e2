/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-words.h"

#include <glib/gi18n-lib.h>

#include "cnscd-import-session-words.h"
#include "core/cnscd-phone.h"
#include "core/cnscd-vocabulary.h"
#include "ui/common/cnscd-words.h"

static void
append (GString *text, const char *separator, const char *part)
{
  if (part == NULL)
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

/**
 * cnscd_import_words_for_count:
 * @count: how many of what
 *
 * Returns: (transfer full): "252 new, 3 unchanged"
 */
char *
cnscd_import_words_for_count (const CnscdImportCount *count)
{
  const struct
  {
    guint n;
    const char *words;
  } parts[] = {
    { count->created, C_ ("import", "new") },
    { count->updated, C_ ("import", "updated") },
    { count->unchanged, C_ ("import", "unchanged") },
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].n > 0)
      {
        g_autofree char *number = cnscd_words_for_number (parts[i].n);
        g_autofree char *part = g_strdup_printf ("%s %s", number, parts[i].words);

        append (text, ", ", part);
      }
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : g_strdup (_ ("none"));
}

/**
 * cnscd_import_words_for_fate:
 * @fate: what becomes of rows
 *
 * Returns: (transfer none): whom they speak of, as a title
 */
const char *
cnscd_import_words_for_fate (CnscdImportFate fate)
{
  switch (fate)
    {
    case CNSCD_IMPORT_CREATE:
      return C_ ("import", "New Members");
    case CNSCD_IMPORT_UPDATE:
      return C_ ("import", "Updated Members");
    case CNSCD_IMPORT_UNCHANGED:
    default:
      return C_ ("import", "Unchanged Members");
    }
}

/**
 * cnscd_import_words_for_correction:
 * @replaced: whether values that were known are replaced, and not only completed
 * @n: for how many people
 *
 * Returns: (transfer full): "Values replaced: 1"
 */
char *
cnscd_import_words_for_correction (gboolean replaced, guint n)
{
  g_autofree char *number = cnscd_words_for_number (n);

  /* Translators: %s says for how many people */
  return replaced ? g_strdup_printf (_ ("Values replaced: %s"), number)
                  : g_strdup_printf (_ ("Only added to: %s"), number);
}

/**
 * cnscd_import_words_for_entry:
 * @entry: a row
 *
 * Returns: (transfer full): what it says of the person: "Tổ trưởng · 24/10/1998 · 0912 345 678"
 */
char *
cnscd_import_words_for_entry (const CnscdRosterEntry *entry)
{
  g_autoptr (GString) text = g_string_new (cnscd_words_for_role (entry->role));
  g_autofree char *birth =
    cnscd_date_is_known (entry->birth) ? cnscd_date_format (entry->birth) : NULL;
  g_autofree char *phone = entry->phone != NULL ? cnscd_phone_format (entry->phone) : NULL;

  append (text, " · ", birth);
  append (text, " · ", phone);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * cnscd_import_words_for_row:
 * @item: somebody of a plan
 *
 * Returns: (transfer full): the team and the row: "Tổ CNSCĐ xóm Ba Nhất · Row 12"
 */
char *
cnscd_import_words_for_row (const CnscdImportItem *item)
{
  g_autoptr (GString) text = g_string_new (item->group->name);
  g_autofree char *row = g_strdup_printf (_ ("Row %u"), item->entry->row);

  append (text, " · ", row);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * cnscd_import_words_for_decision:
 * @plan: what an import does
 *
 * Returns: (transfer full) (nullable): its decision: "103/QĐ-UBND, new"
 */
char *
cnscd_import_words_for_decision (const CnscdImportPlan *plan)
{
  if (plan->decisions.created + plan->decisions.unchanged == 0)
    return NULL;
  return g_strdup_printf (plan->decisions.created > 0 ? _ ("%s, new") : _ ("%s, known already"),
                          plan->table->decision_number);
}

/**
 * cnscd_import_words_for_level:
 * @level: how much a finding matters
 *
 * Returns: (transfer none): it in words
 */
const char *
cnscd_import_words_for_level (CnscdFindingLevel level)
{
  switch (level)
    {
    case CNSCD_FINDING_ERROR:
      return C_ ("finding", "Not imported");
    case CNSCD_FINDING_WARNING:
      return C_ ("finding", "Worth a look");
    case CNSCD_FINDING_INFO:
    default:
      return C_ ("finding", "Note");
    }
}

/**
 * cnscd_import_words_for_code:
 * @code: of findings
 *
 * Returns: (transfer none): what all findings of this code have in common
 */
const char *
cnscd_import_words_for_code (const char *code)
{
  static const struct
  {
    const char *code;
    const char *title;
  } titles[] = {
    { "name-accents", N_ ("Names matched despite different accents") },
    { "person-elsewhere", N_ ("People who were found in another team") },
    { "person-moved", N_ ("People who move to another team") },
    { "row-repeated", N_ ("People listed in one team more than once") },
    { "duplicate-possible", N_ ("People who may be the same person") },
    { "hamlet-accents", N_ ("Hamlets matched despite different accents") },
    { "members-absent", N_ ("Teams with members who are not in the list") },
    { "name-with-note", N_ ("Names with words in brackets") },
    { "mapping-kept", N_ ("Columns read as corrected earlier") },
    { "column-left-out", N_ ("Columns that are left out") },
    { "column-ignored", N_ ("Columns that are not imported") },
    { "column-not-kept", N_ ("Columns that may not be kept by law") },
    { "cell-error", N_ ("Cells with an error") },
    { "birth-twice", N_ ("Both columns of birth are filled") },
    { "birth-doubtful", N_ ("Dates of birth that cannot be right") },
    { "birth-invalid", N_ ("Dates of birth that cannot be read") },
    { "birth-year-as-date", N_ ("Years of birth that the file shows as dates") },
    { "gender-twice", N_ ("Both genders are marked") },
    { "gender-invalid", N_ ("Genders that cannot be read") },
    { "phone-invalid", N_ ("Telephone numbers that cannot be read") },
    { "phone-several", N_ ("More than one telephone number") },
    { "value-not-kept", N_ ("Notes that may not be kept by law") },
    { "hamlet-of-sheet", N_ ("Teams known only from the sheet’s name") },
    { "team-unknown", N_ ("People whose team is not stated") },
    { "hamlet-missing", N_ ("Rows without a hamlet") },
    { "role-empty", N_ ("Rows without a role") },
    { "role-several", N_ ("More than one role is marked") },
    { "role-unknown", N_ ("Unknown roles") },
    { "role-column-missing", N_ ("Sheets that do not say who leads a team") },
    { "leader-missing", N_ ("Teams without a leader") },
    { "leader-several", N_ ("Teams with several leaders") },
    { "total-differs", N_ ("Totals that differ from the rows") },
    { "second-head", N_ ("Several tables in one sheet") },
    { "name-missing", N_ ("Rows without a name") },
    { "name-doubtful", N_ ("Names that look odd") },
    { "name-invalid", N_ ("Names that cannot be read") },
    { "name-several", N_ ("Several names in one cell") },
    { "name-too-long", N_ ("Names that are too long") },
    { "name-vacant", N_ ("Vacant places") },
    { "name-with-role", N_ ("Names with a role") },
    { "title-ignored", N_ ("Lines that were taken for titles") },
    { "footer-ignored", N_ ("Signatures below the table") },
    { "sheet-hidden", N_ ("Sheets that are hidden") },
    { "sheet-no-people", N_ ("Sheets without people") },
    { "sheet-no-roster", N_ ("Sheets without a roster") },
    { "team-empty", N_ ("Teams without members") },
  };
  const char *session;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].code, code))
      return _ (titles[i].title);
  session = cnscd_import_session_words_for_code (code);
  return session != NULL ? session : _ ("Other remarks");
}

/**
 * cnscd_import_words_for_group:
 * @group: findings of one kind
 *
 * Returns: (transfer full): how much they matter and how many they are: "Worth a look · 51 places"
 */
char *
cnscd_import_words_for_group (const CnscdFindingGroup *group)
{
  g_autofree char *number = cnscd_words_for_number (group->findings->len);
  g_autofree char *places = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%s place", "%s places", group->findings->len), number);

  return g_strdup_printf ("%s · %s", cnscd_import_words_for_level (group->level), places);
}

/* Where in the sheet. */
static char *
dup_cell (const CnscdFinding *finding)
{
  g_autofree char *letters =
    finding->column > 0 ? cnscd_column_dup_letters (finding->column - 1) : NULL;

  if (finding->row > 0 && letters != NULL)
    /* Translators: of a spreadsheet: the number of the row, the letter of the column */
    return g_strdup_printf (_ ("Row %u, column %s"), finding->row, letters);
  return finding->row > 0 ? g_strdup_printf (_ ("Row %u"), finding->row) : NULL;
}

/**
 * cnscd_import_words_for_place:
 * @finding: a finding
 * @with_level: whether nothing else says how much it matters
 * @with_sheet: whether there are others than its sheet
 * @name: (nullable): who stands there
 *
 * Returns: (transfer full): how much it matters and where it is: "Worth a look · Row 12 · Sheet1"
 */
char *
cnscd_import_words_for_place (const CnscdFinding *finding,
                              gboolean with_level,
                              gboolean with_sheet,
                              const char *name)
{
  g_autoptr (GString) text = g_string_new (NULL);
  /* A team is not its first row, where somebody stands whom it is not about. */
  g_autofree char *cell = finding->team == NULL ? dup_cell (finding) : NULL;

  if (with_level)
    append (text, " · ", cnscd_import_words_for_level (finding->level));
  append (text, " · ", cell);
  if (with_sheet)
    append (text, " · ", finding->sheet);
  append (text, " · ", name);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static const char *
describe_name (CnscdLikeness likeness)
{
  if (likeness == CNSCD_LIKENESS_SAME)
    return _ ("Same name");
  return likeness == CNSCD_LIKENESS_NEAR ? _ ("Nearly the same name") : _ ("Different name");
}

static const char *
describe_birth (const CnscdImportPair *pair)
{
  switch (pair->birth)
    {
    case CNSCD_LIKENESS_SAME:
      return _ ("same date of birth");
    case CNSCD_LIKENESS_NEAR:
      return _ ("same year of birth");
    case CNSCD_LIKENESS_OTHER:
      return pair->file.birth.year == pair->other.birth.year ? _ ("different date of birth")
                                                             : _ ("different year of birth");
    case CNSCD_LIKENESS_UNKNOWN:
    default:
      return _ ("year of birth not known");
    }
}

static const char *
describe_phone (CnscdLikeness likeness)
{
  if (likeness == CNSCD_LIKENESS_SAME)
    return _ ("same phone");
  return likeness == CNSCD_LIKENESS_OTHER ? _ ("different phone") : _ ("phone not known");
}

/**
 * cnscd_import_words_for_likeness:
 * @pair: two people who may be the same
 *
 * Returns: (transfer full): "Same name, different year of birth, phone not known"
 */
char *
cnscd_import_words_for_likeness (const CnscdImportPair *pair)
{
  return g_strdup_printf ("%s, %s, %s", describe_name (pair->name), describe_birth (pair),
                          describe_phone (pair->phone));
}

/**
 * cnscd_import_words_for_teams:
 * @pair: two people who may be the same
 * @choice: what they are taken for
 *
 * Returns: (nullable) (transfer full): which teams one person would be in, and what to do where the
 *   person has moved; %NULL for two places in one team
 */
char *
cnscd_import_words_for_teams (const CnscdImportPair *pair, CnscdImportChoice choice)
{
  if (pair->other.row > 0 || pair->other.team == NULL ||
      g_strcmp0 (pair->other.team, pair->file.team) == 0)
    return NULL;
  if (choice == CNSCD_IMPORT_MOVED_HERE)
    {
      g_autofree char *day = cnscd_date_format (pair->last_day);

      /* Translators: two names of teams, and a day */
      return g_strdup_printf (_ ("They move from %s to %s. The last day in the old team is %s."),
                              pair->other.team, pair->file.team, day);
    }
  if (cnscd_date_is_known (pair->last_day))
    /* Translators: two names of teams */
    return g_strdup_printf (
      _ ("As one person, they are in both teams after the import: %s and %s."), pair->other.team,
      pair->file.team);
  /* Translators: two names of teams */
  return g_strdup_printf (_ ("As one person, they are in both teams after the import: %s and %s. "
                             "Whoever has moved has to be ended in the old team afterwards."),
                          pair->other.team, pair->file.team);
}

/**
 * cnscd_import_words_for_change:
 * @change: a value that changes
 *
 * Returns: (transfer full): it as of cnscd_import_change_dup_text(), where a number is not broken
 *   between two lines
 */
char *
cnscd_import_words_for_change (const CnscdImportChange *change)
{
  g_autofree char *text = cnscd_import_change_dup_text (change);
  g_autoptr (GString) whole = NULL;

  if (change->column != CNSCD_COLUMN_PHONE)
    return g_steal_pointer (&text);
  whole = g_string_new (text);
  g_string_replace (whole, " ", "\302\240", 0);
  g_string_replace (whole, "\302\240→", " →", 0);
  return g_string_free_and_steal (g_steal_pointer (&whole));
}

/**
 * cnscd_import_words_for_side:
 * @side: one of two people who may be the same
 * @pasted: whether the rows are from the clipboard, and not of a file
 *
 * Returns: (transfer full): where that is known from
 */
char *
cnscd_import_words_for_side (const CnscdImportSide *side, gboolean pasted)
{
  if (side->row == 0)
    return g_strdup (_ ("In the database"));
  return pasted ? g_strdup_printf (_ ("In the pasted rows, row %u"), side->row)
                : g_strdup_printf (_ ("In the file, row %u"), side->row);
}

/**
 * cnscd_import_words_show_rows:
 * @bar: a bar
 * @label: says the same in words
 * @done: how many rows of the file are done
 * @total: of how many; 0 while that is not known
 *
 * Shows how far something is.
 */
void
cnscd_import_words_show_rows (GtkProgressBar *bar, GtkLabel *label, guint done, guint total)
{
  g_autofree char *part = cnscd_words_for_number (done);
  g_autofree char *all = cnscd_words_for_number (total);
  g_autofree char *text = NULL;

  if (total == 0)
    {
      gtk_progress_bar_pulse (bar);
      return;
    }
  /* Translators: two numbers: how many rows of the file are done, and how many there are */
  text = g_strdup_printf (_ ("%s of %s rows"), part, all);
  gtk_progress_bar_set_fraction (bar, MIN ((double) done / total, 1.0));
  gtk_label_set_text (label, text);
}
