/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-unit-choices.h"

#include "model/cnscd-repository-office.h"
#include "cnscd-words.h"

/**
 * cnscd_unit_choices_offer:
 * @row: a row of a form
 * @units: (element-type CnscdUnit): communes, in their order
 * @none_title: (nullable): title of a first choice, which is none of them
 *
 * Offers communes, which are found by name or by code.
 */
void
cnscd_unit_choices_offer (CnscdChoiceRow *row, GPtrArray *units, const char *none_title)
{
  g_autoptr (GListStore) choices = g_list_store_new (CNSCD_TYPE_CHOICE);

  g_return_if_fail (CNSCD_IS_CHOICE_ROW (row) && units != NULL);

  if (none_title != NULL)
    cnscd_choice_append (choices, NULL, none_title, NULL);
  for (guint i = 0; i < units->len; i++)
    {
      const CnscdUnit *unit = units->pdata[i];
      g_autofree char *name = cnscd_unit_dup_full_name (unit);
      g_autofree char *title = cnscd_words_capitalize (name);

      cnscd_choice_append (choices, unit->code, title, unit->code);
    }
  cnscd_choice_row_set_choices (row, G_LIST_MODEL (choices));
}
