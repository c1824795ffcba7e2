/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CNSCD_ENCODING_UTF8,
  CNSCD_ENCODING_UTF16_LE,
  CNSCD_ENCODING_UTF16_BE,
  CNSCD_ENCODING_TCVN3,        /* TCVN 5712:1993, VN3: the fonts .VnTime, .VnArial… ("ABC") */
  CNSCD_ENCODING_VNI,          /* VNI for Windows: the fonts VNI-Times… */
  CNSCD_ENCODING_WINDOWS_1258, /* code page 1258 */
  CNSCD_ENCODING_WINDOWS_1252, /* code page 1252; never detected, for it has no Vietnamese */
} CnscdEncoding;

char *
cnscd_encoding_detect (const char *bytes, gsize length, CnscdEncoding *encoding, GError **error);
char *cnscd_encoding_decode (CnscdEncoding encoding, const char *bytes, gsize length);
gboolean cnscd_encoding_is_syllable (const char *word);
int cnscd_encoding_rate_text (const char *text);

G_END_DECLS
