/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-database.h"

G_BEGIN_DECLS

/* What was made up. */
typedef struct
{
  guint n_teams;
  guint n_members;
} CnscdDemoCounts;

gboolean cnscd_demo_fill (CnscdDatabase *database,
                          GPtrArray *units,
                          guint64 seed,
                          gboolean province,
                          CnscdDemoCounts *counts,
                          GError **error);

G_END_DECLS
