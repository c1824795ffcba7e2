/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-hamlet-words.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-hamlet-form.h"
#include "ui/common/cnscd-words.h"

/* In the order of the combo rows. */
static const CnscdHamletKind kinds[] = {
  CNSCD_HAMLET_KIND_HAMLET,
  CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP,
  CNSCD_HAMLET_KIND_UNKNOWN,
};

/**
 * cnscd_words_for_count:
 * @count: a count, or unknown
 *
 * Returns: (transfer full): "1,250", or "—" when nobody has told
 */
char *
cnscd_words_for_count (gint64 count)
{
  return count >= 0 ? cnscd_words_for_number ((guint) MIN (count, G_MAXUINT)) : g_strdup ("—");
}

/**
 * cnscd_words_for_hamlets:
 * @n_hamlets: how many
 *
 * Returns: (transfer full): "24 hamlets"
 */
char *
cnscd_words_for_hamlets (guint n_hamlets)
{
  g_autofree char *number = cnscd_words_for_number (n_hamlets);

  /* Translators: %s is a number */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s hamlet", "%s hamlets", n_hamlets),
                          number);
}

/**
 * cnscd_words_for_households:
 * @n_households: how many, or unknown
 *
 * Returns: (transfer full): "210 households"
 */
char *
cnscd_words_for_households (gint64 n_households)
{
  g_autofree char *number = cnscd_words_for_count (n_households);

  /* Translators: %s is a number, or "—" when it is not known */
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%s household", "%s households", n_households == 1 ? 1 : 2),
    number);
}

/**
 * cnscd_words_for_people:
 * @n_people: how many, or unknown
 *
 * Returns: (transfer full): "812 people"
 */
char *
cnscd_words_for_people (gint64 n_people)
{
  g_autofree char *number = cnscd_words_for_count (n_people);

  /* Translators: %s is a number of inhabitants, or "—" when it is not known */
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%s person", "%s people", n_people == 1 ? 1 : 2), number);
}

/**
 * cnscd_words_for_share:
 * @words: (transfer full): @part in words: "4 households"
 * @part: a count, or unknown
 * @whole: what it is a part of, or unknown
 *
 * Returns: (transfer full): "4 households (1.90%)", or @words when the share cannot be told
 */
char *
cnscd_words_for_share (char *words, gint64 part, gint64 whole)
{
  int share = cnscd_count_share (part, whole);
  g_autofree char *number = NULL;
  g_autofree char *percent = NULL;
  char *both;

  if (share < 0)
    return words;

  /* Translators: between the whole number and its hundredths, as in 1.90 */
  number = g_strdup_printf ("%d%s%02d", share / 100, C_ ("decimal separator", "."), share % 100);
  /* Translators: %s is a number: 1.90% */
  percent = g_strdup_printf (_ ("%s%%"), number);
  both = g_strdup_printf ("%s (%s)", words, percent);
  g_free (words);
  return both;
}

/**
 * cnscd_words_for_validity:
 * @from: the first day, or unknown
 * @to: the last day, or unknown
 *
 * Returns: (transfer full) (nullable): "from 01/07/2025", "until 30/06/2025", both, or %NULL
 */
char *
cnscd_words_for_validity (CnscdDate from, CnscdDate to)
{
  g_autofree char *first = cnscd_date_is_known (from) ? cnscd_date_format (from) : NULL;
  g_autofree char *last = cnscd_date_is_known (to) ? cnscd_date_format (to) : NULL;

  if (first != NULL && last != NULL)
    /* Translators: a first and a last day */
    return g_strdup_printf (_ ("from %s until %s"), first, last);
  if (first != NULL)
    /* Translators: %s is a first day */
    return g_strdup_printf (_ ("from %s"), first);
  if (last != NULL)
    /* Translators: %s is a last day */
    return g_strdup_printf (_ ("until %s"), last);
  return NULL;
}

/**
 * cnscd_words_for_hamlet_unit:
 * @repository: an open repository
 * @unit: code of a hamlet's commune
 *
 * Returns: (transfer full) (nullable): "Xã Võ Nhai" at the province's desk, where a hamlet's name
 *   alone says little; %NULL in a commune
 */
char *
cnscd_words_for_hamlet_unit (CnscdRepository *repository, const char *unit)
{
  const char *name = cnscd_repository_get_unit (repository) == NULL
                       ? cnscd_repository_get_unit_name (repository, unit)
                       : NULL;

  return name != NULL ? cnscd_words_capitalize (name) : NULL;
}

/**
 * cnscd_hamlet_change_set_new:
 * @label: what is done, with names of hamlets as within a sentence: "xóm Ba Nhất added"
 *
 * Returns: (transfer full): a set without changes, whose label begins with a capital
 */
CnscdChangeSet *
cnscd_hamlet_change_set_new (const char *label)
{
  g_autofree char *sentence = cnscd_words_capitalize (label);

  return cnscd_change_set_new (sentence);
}

/**
 * cnscd_hamlet_kind_row_set_up:
 * @row: a row
 *
 * Lets people choose what a hamlet is. The words are Vietnamese in any
 * language of the screen, as they are in the names.
 */
void
cnscd_hamlet_kind_row_set_up (AdwComboRow *row)
{
  const char *const words[] = { "Xóm", "Tổ dân phố", "—", NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);

  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

/**
 * cnscd_hamlet_kind_row_select:
 * @row: a row that is set up
 * @kind: a #CnscdHamletKind
 *
 * Shows @kind as chosen.
 */
void
cnscd_hamlet_kind_row_select (AdwComboRow *row, int kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if ((int) kinds[i] == kind)
      adw_combo_row_set_selected (row, i);
}

/**
 * cnscd_hamlet_kind_row_get:
 * @row: a row that is set up
 *
 * Returns: what is chosen
 */
CnscdHamletKind
cnscd_hamlet_kind_row_get (AdwComboRow *row)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected < G_N_ELEMENTS (kinds) ? kinds[selected] : CNSCD_HAMLET_KIND_UNKNOWN;
}
