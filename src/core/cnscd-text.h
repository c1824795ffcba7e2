/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *cnscd_text_clean (const char *text);
char *cnscd_text_fold (const char *text);
char *cnscd_text_search_key (const char *text);
char *cnscd_text_lower (const char *text);
gboolean cnscd_text_is_upper (const char *text);
char *cnscd_text_title_case (const char *text);
char *cnscd_text_unify_tones (const char *text);
char *cnscd_text_match_key (const char *text);
gboolean cnscd_text_mentions (const char *text, const char *words);
GBytes *cnscd_text_sort_key (const char *text);

char *cnscd_name_normalize (const char *name);
GBytes *cnscd_name_sort_key (const char *name);
const char *cnscd_collation_version (void);

G_END_DECLS
