/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-outbox.h"

G_BEGIN_DECLS

gboolean cnscd_member_index_note (CnscdDatabase *database,
                                  gint64 nr,
                                  const CnscdChange *change,
                                  GError **error);
gboolean cnscd_member_index_rebuild (CnscdDatabase *database, GError **error);

G_END_DECLS
