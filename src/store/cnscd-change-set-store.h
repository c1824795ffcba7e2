/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-change-set.h"
#include "cnscd-database.h"

G_BEGIN_DECLS

gboolean cnscd_change_set_apply (CnscdDatabase *database,
                                 const CnscdChangeSet *set,
                                 gint64 *action,
                                 GError **error);

G_END_DECLS
