/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-words.h"

#include <glib/gi18n-lib.h>

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
 * cnscd_import_words_for_place:
 * @finding: a finding
 * @with_sheet: whether there are others than its sheet
 *
 * Returns: (transfer full): how much it matters and where it is: "Worth a look · Row 12 · Sheet1"
 */
char *
cnscd_import_words_for_place (const CnscdFinding *finding, gboolean with_sheet)
{
  g_autoptr (GString) text = g_string_new (cnscd_import_words_for_level (finding->level));
  g_autofree char *letters =
    finding->column > 0 ? cnscd_column_dup_letters (finding->column - 1) : NULL;
  g_autofree char *place = NULL;

  if (finding->row > 0 && letters != NULL)
    /* Translators: of a spreadsheet: the number of the row, the letter of the column */
    place = g_strdup_printf (_ ("Row %u, column %s"), finding->row, letters);
  else if (finding->row > 0)
    place = g_strdup_printf (_ ("Row %u"), finding->row);
  append (text, " · ", place);
  if (with_sheet)
    append (text, " · ", finding->sheet);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static const char *
describe_name (CnscdLikeness likeness)
{
  if (likeness == CNSCD_LIKENESS_SAME)
    return _ ("Same name");
  return likeness == CNSCD_LIKENESS_NEAR ? _ ("Nearly the same name") : _ ("Other name");
}

static const char *
describe_birth (CnscdLikeness likeness)
{
  switch (likeness)
    {
    case CNSCD_LIKENESS_SAME:
      return _ ("same date of birth");
    case CNSCD_LIKENESS_NEAR:
      return _ ("same year of birth");
    case CNSCD_LIKENESS_OTHER:
      return _ ("other year of birth");
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
  return likeness == CNSCD_LIKENESS_OTHER ? _ ("other phone") : _ ("phone not known");
}

/**
 * cnscd_import_words_for_likeness:
 * @pair: two people who may be the same
 *
 * Returns: (transfer full): "Same name, other year of birth, phone not known"
 */
char *
cnscd_import_words_for_likeness (const CnscdImportPair *pair)
{
  return g_strdup_printf ("%s, %s, %s", describe_name (pair->name), describe_birth (pair->birth),
                          describe_phone (pair->phone));
}

/**
 * cnscd_import_words_for_side:
 * @side: one of two people who may be the same
 *
 * Returns: (transfer full): where that is known from
 */
char *
cnscd_import_words_for_side (const CnscdImportSide *side)
{
  if (side->row == 0)
    return g_strdup (_ ("In the database"));
  return g_strdup_printf (_ ("In the file, row %u"), side->row);
}
