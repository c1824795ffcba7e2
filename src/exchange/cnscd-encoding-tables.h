/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the bytes from 0x80 mean; 0 where they mean nothing. */
extern const gunichar cnscd_tcvn3_letters[128];
extern const gunichar cnscd_tcvn3_controls[32]; /* from 0x00 */
extern const gunichar cnscd_windows_1252_letters[128];
extern const gunichar cnscd_windows_1258_letters[128];

gunichar cnscd_vni_lookup_single (guchar letter);
gunichar cnscd_vni_lookup_pair (guchar base, guchar mark);

G_END_DECLS
