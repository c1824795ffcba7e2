/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-change-set.h"
#include "cnscd-database.h"

G_BEGIN_DECLS

gboolean cnscd_conflict_list (CnscdDatabase *database,
                              gconstpointer stored,
                              const CnscdRecordChange *change,
                              GPtrArray *lines);
void cnscd_conflict_refuse (GPtrArray *lines, GError **error);
gpointer cnscd_conflict_yield (gconstpointer stored, const CnscdRecordChange *change);

G_END_DECLS
