/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-records.h"
#include "cnscd-database-private.h"

G_BEGIN_DECLS

/**
 * CnscdChange:
 * @before: (nullable): the record as it was, %NULL when it is new
 * @after: the record as it is now
 * @rev: the province's rev of @before
 * @was_deleted: @before was deleted
 * @deleted: @after is deleted
 */
typedef struct
{
  gconstpointer before;
  gconstpointer after;
  gint64 rev;
  gboolean was_deleted;
  gboolean deleted;
} CnscdChange;

gboolean cnscd_outbox_add (CnscdDatabase *database, const CnscdChange *change, GError **error);

G_END_DECLS
