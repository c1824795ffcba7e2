/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Fonts that draw Vietnamese in the places of other letters. */
typedef enum
{
  CNSCD_LEGACY_FONT_NONE,
  CNSCD_LEGACY_FONT_TCVN3,          /* ".VnTime" */
  CNSCD_LEGACY_FONT_TCVN3_CAPITALS, /* ".VnTimeH" */
  CNSCD_LEGACY_FONT_VNI,            /* "VNI-Times" */
} CnscdLegacyFont;

CnscdLegacyFont cnscd_legacy_font_from_name (const char *name);
char *cnscd_legacy_font_decode (CnscdLegacyFont font, const char *text);

G_END_DECLS
