/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CNSCD_TYPE_CHOICE (cnscd_choice_get_type ())
G_DECLARE_FINAL_TYPE (CnscdChoice, cnscd_choice, CNSCD, CHOICE, GObject)

CnscdChoice *cnscd_choice_new (const char *id, const char *title, const char *detail);
void
cnscd_choice_append (GListStore *choices, const char *id, const char *title, const char *detail);
const char *cnscd_choice_get_id (CnscdChoice *self);
const char *cnscd_choice_get_title (CnscdChoice *self);
const char *cnscd_choice_get_detail (CnscdChoice *self);
gboolean cnscd_choice_matches (CnscdChoice *self, const char *key);

G_END_DECLS
