/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a character is worth in a cell, a form or a search. */
typedef enum
{
  CNSCD_CHAR_KEEP,
  CNSCD_CHAR_SPACE,
  CNSCD_CHAR_DROP,
} CnscdCharClass;

CnscdCharClass cnscd_char_classify (gunichar c);
const char *cnscd_text_ensure_utf8 (const char *text, char **storage);

G_END_DECLS
