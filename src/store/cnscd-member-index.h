/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-outbox.h"

G_BEGIN_DECLS

/* Of a membership m that begins no later than a day, the parameter ?2: until then it is not
 * current. "2030" and "2030-05" come before every day of theirs, and an unknown first day was long
 * ago. */
#define CNSCD_HAS_BEGUN "(m.valid_from IS NULL OR m.valid_from <= ?2)"

gboolean cnscd_member_index_note (CnscdDatabase *database,
                                  gint64 nr,
                                  const CnscdChange *change,
                                  GError **error);
gboolean cnscd_member_index_rebuild (CnscdDatabase *database, GError **error);

G_END_DECLS
