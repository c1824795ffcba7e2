/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *cnscd_phone_normalize (const char *text);
GStrv cnscd_phone_split (const char *text, gboolean *complete);
char *cnscd_phone_format (const char *phone);

G_END_DECLS
