/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How well a name fits what somebody types, the better the greater. */
typedef enum
{
  CNSCD_NAME_MATCH_NONE,
  CNSCD_NAME_MATCH_FOLDED, /* but for the accents */
  CNSCD_NAME_MATCH_EXACT,  /* with the very accents typed */
} CnscdNameMatch;

CnscdNameMatch cnscd_name_match (const char *name, const char *typed);

G_END_DECLS
