/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-schedule.h"
#include "store/cnscd-database.h"

G_BEGIN_DECLS

GPtrArray *cnscd_schedule_source_load_all (CnscdDatabase *database,
                                           const CnscdSessionQuery *query,
                                           GError **error);

G_END_DECLS
