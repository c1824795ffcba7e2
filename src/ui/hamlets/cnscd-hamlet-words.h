/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/cnscd-change-set.h"
#include "core/cnscd-records.h"
#include "model/cnscd-repository.h"

G_BEGIN_DECLS

char *cnscd_words_for_count (gint64 count);
char *cnscd_words_for_hamlets (guint n_hamlets);
char *cnscd_words_for_households (gint64 n_households);
char *cnscd_words_for_people (gint64 n_people);
char *cnscd_words_for_share (char *words, gint64 part, gint64 whole);
char *cnscd_words_for_hamlet_unit (CnscdRepository *repository, const char *unit);
char *cnscd_words_for_validity (CnscdDate from, CnscdDate to);

CnscdChangeSet *cnscd_hamlet_change_set_new (const char *label);

void cnscd_hamlet_kind_row_set_up (AdwComboRow *row);
void cnscd_hamlet_kind_row_select (AdwComboRow *row, int kind);
CnscdHamletKind cnscd_hamlet_kind_row_get (AdwComboRow *row);

G_END_DECLS
