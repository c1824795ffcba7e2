/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cnscd-import-groups.h"
#include "exchange/cnscd-import.h"

G_BEGIN_DECLS

char *cnscd_import_words_for_count (const CnscdImportCount *count);
const char *cnscd_import_words_for_fate (CnscdImportFate fate);
char *cnscd_import_words_for_correction (gboolean replaced, guint n);
char *cnscd_import_words_for_entry (const CnscdRosterEntry *entry);
char *cnscd_import_words_for_row (const CnscdImportItem *item);
char *cnscd_import_words_for_decision (const CnscdImportPlan *plan);
const char *cnscd_import_words_for_code (const char *code);
char *cnscd_import_words_for_group (const CnscdFindingGroup *group);
char *cnscd_import_words_for_place (const CnscdFinding *finding,
                                    gboolean with_level,
                                    gboolean with_sheet,
                                    const char *name);
const char *cnscd_import_words_for_level (CnscdFindingLevel level);
char *cnscd_import_words_for_teams (const CnscdImportPair *pair, CnscdImportChoice choice);
char *cnscd_import_words_for_change (const CnscdImportChange *change);
char *cnscd_import_words_for_likeness (const CnscdImportPair *pair);
void cnscd_import_words_show_rows (GtkProgressBar *bar, GtkLabel *label, guint done, guint total);
char *cnscd_import_words_for_side (const CnscdImportSide *side, gboolean pasted);

G_END_DECLS
