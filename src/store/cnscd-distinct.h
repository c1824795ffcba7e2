/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-database.h"

G_BEGIN_DECLS

/*
 * Who was told apart on this device: two people of whom somebody has said that they are not the
 * same, however alike they are.
 */

/* So many are remembered; then the oldest are forgotten. */
#define CNSCD_DISTINCT_MAX 5000

GHashTable *cnscd_distinct_load (CnscdDatabase *database, GError **error);
gboolean cnscd_distinct_contains (GHashTable *names, const char *one, const char *other);
gboolean cnscd_distinct_has (CnscdDatabase *database, const char *one, const char *other);
gboolean cnscd_distinct_set (CnscdDatabase *database,
                             const char *one,
                             const char *other,
                             gboolean distinct,
                             GError **error);
gboolean
cnscd_distinct_turn_action (CnscdDatabase *database, gint64 action, gint64 undo, GError **error);

G_END_DECLS
