/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-records.h"

G_BEGIN_DECLS

/* The words of offices: read from cells, and written on documents in Vietnamese whatever the
 * language of the program. */

CnscdGender cnscd_gender_parse (const char *text);
const char *cnscd_gender_get_title (CnscdGender gender);

CnscdRole cnscd_role_parse (const char *text);
const char *cnscd_role_get_title (CnscdRole role);

char *cnscd_position_dup_title (const char *position, const char *body);

const char *cnscd_decision_kind_get_title (CnscdDecisionKind kind);

const char *cnscd_hamlet_kind_get_title (CnscdHamletKind kind);
char *cnscd_hamlet_name_split (const char *text, CnscdHamletKind *kind);
char *cnscd_hamlet_full_name (CnscdHamletKind kind, const char *name);
char *cnscd_hamlet_title (CnscdHamletKind kind, const char *name);
char *cnscd_hamlet_match_key (const char *text);
char *cnscd_hamlet_find (const char *text);

G_END_DECLS
