/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/cnscd-schedule-records.h"
#include "ui/common/cnscd-choice.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_CHOSEN_LIST (cnscd_chosen_list_get_type ())
G_DECLARE_FINAL_TYPE (CnscdChosenList, cnscd_chosen_list, CNSCD, CHOSEN_LIST, AdwPreferencesGroup)

void cnscd_chosen_list_set_choices (CnscdChosenList *self, GListModel *choices);
void cnscd_chosen_list_add (CnscdChosenList *self, const char *id, CnscdGuidePart part);
void cnscd_chosen_list_clear (CnscdChosenList *self);
const char *const *cnscd_chosen_list_get_ids (CnscdChosenList *self);
const CnscdGuidePart *cnscd_chosen_list_get_parts (CnscdChosenList *self);

G_END_DECLS
