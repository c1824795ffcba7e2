/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-date.h"
#include "cnscd-database.h"

G_BEGIN_DECLS

/* What was made up. */
typedef struct
{
  guint n_teams;
  guint n_members;
  guint n_sessions;
} CnscdDemoCounts;

gboolean cnscd_demo_fill (CnscdDatabase *database,
                          GPtrArray *units,
                          guint64 seed,
                          CnscdDate today,
                          gboolean province,
                          CnscdDemoCounts *counts,
                          GError **error);

G_END_DECLS
