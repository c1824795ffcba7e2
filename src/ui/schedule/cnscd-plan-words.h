/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-recurrence.h"
#include "model/cnscd-repository-clashes.h"
#include "store/cnscd-guides.h"

G_BEGIN_DECLS

char *cnscd_words_for_clashes (const CnscdPlanClashes *clashing,
                               guint max_per_week,
                               const char *separator);
char *cnscd_words_for_clash_count (const CnscdClashReport *report);
char *cnscd_words_for_clash_report (const CnscdClashReport *report, guint max_per_week);
char *cnscd_words_for_guide_load (const CnscdGuideLoad *load);
char *cnscd_words_for_first_days (const CnscdRecurrence *rule, CnscdDate first);

G_END_DECLS
