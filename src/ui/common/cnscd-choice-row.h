/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cnscd-choice.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_CHOICE_ROW (cnscd_choice_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (CnscdChoiceRow, cnscd_choice_row, CNSCD, CHOICE_ROW, AdwActionRow)

struct _CnscdChoiceRowClass
{
  AdwActionRowClass parent_class;
};

void cnscd_choice_row_set_choices (CnscdChoiceRow *self, GListModel *choices);
const char *cnscd_choice_row_get_chosen (CnscdChoiceRow *self);
void cnscd_choice_row_set_chosen (CnscdChoiceRow *self, const char *chosen);
void cnscd_choice_row_set_asks (CnscdChoiceRow *self, gboolean asks);

G_END_DECLS
