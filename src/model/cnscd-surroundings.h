/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-office.h"
#include "store/cnscd-database.h"

G_BEGIN_DECLS

/**
 * CnscdSurroundings:
 * @office: what the office has chosen for itself
 * @units: (element-type CnscdUnit): every commune, by name
 * @unit_names: (element-type utf8 utf8): "05716" → "xã Võ Nhai"
 * @is_new: whether nothing was ever entered, nor a commune chosen
 * @missed_backup_folder: (nullable): where the last backup could not be written
 *
 * What screens ask of a database at any moment, and without waiting: read when
 * it opens, and all but the communes after each change.
 */
typedef struct
{
  CnscdOffice *office;
  GPtrArray *units;
  GHashTable *unit_names;
  gboolean is_new;
  char *missed_backup_folder;
} CnscdSurroundings;

CnscdSurroundings *cnscd_surroundings_new (void);
CnscdSurroundings *cnscd_surroundings_read (CnscdDatabase *database, GError **error);
CnscdSurroundings *cnscd_surroundings_read_again (CnscdDatabase *database, GError **error);
void cnscd_surroundings_free (CnscdSurroundings *surroundings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdSurroundings, cnscd_surroundings_free)

G_END_DECLS
