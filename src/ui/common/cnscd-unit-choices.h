/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-choice-row.h"

G_BEGIN_DECLS

void cnscd_unit_choices_offer (CnscdChoiceRow *row, GPtrArray *units, const char *none_title);

G_END_DECLS
