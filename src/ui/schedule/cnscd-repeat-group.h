/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/cnscd-repeat-form.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_REPEAT_GROUP (cnscd_repeat_group_get_type ())
G_DECLARE_FINAL_TYPE (CnscdRepeatGroup,
                      cnscd_repeat_group,
                      CNSCD,
                      REPEAT_GROUP,
                      AdwPreferencesGroup)

void cnscd_repeat_group_set_first (CnscdRepeatGroup *self, CnscdDate first);
void cnscd_repeat_group_set_rule (CnscdRepeatGroup *self, const char *rule, CnscdDate day);
gboolean cnscd_repeat_group_check (CnscdRepeatGroup *self);
gboolean cnscd_repeat_group_is_changed (CnscdRepeatGroup *self);
gboolean cnscd_repeat_group_get_rule (CnscdRepeatGroup *self, CnscdRecurrence *rule);

G_END_DECLS
