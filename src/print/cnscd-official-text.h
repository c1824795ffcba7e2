/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-date.h"

G_BEGIN_DECLS

/* The phrases of NĐ 30/2020/NĐ-CP. What is unknown is left blank, to be filled
 * in by hand or by the register. */

char *cnscd_official_date (CnscdDate date, const char *place);
char *cnscd_official_lunar (CnscdDate day);
char *cnscd_official_range (CnscdDate from, CnscdDate to);
char *cnscd_official_decision (const char *number, CnscdDate date, const char *place_name);
char *cnscd_official_count (guint count);
char *cnscd_official_roman (guint number);
const char *cnscd_official_skip_team_words (const char *title);

G_END_DECLS
