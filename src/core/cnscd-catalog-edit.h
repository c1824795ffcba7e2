/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-catalog.h"
#include "cnscd-change-set.h"
#include "cnscd-records.h"

G_BEGIN_DECLS

/* What an office does with its own part of the catalogue, as changes of records. */

const char *cnscd_catalog_get_name (gconstpointer record);
GPtrArray *cnscd_catalog_get_records (const CnscdCatalog *self, const CnscdKind *kind);
const char *cnscd_catalog_get_owner (const char *unit);
gboolean cnscd_catalog_is_owned (gconstpointer record, const char *unit);
gboolean cnscd_catalog_is_ended (gconstpointer record, CnscdDate today);

void cnscd_catalog_append (CnscdChangeSet *set, const CnscdCatalog *self, gpointer record);
void cnscd_catalog_end (CnscdChangeSet *set, gpointer record, CnscdDate today);
void cnscd_catalog_resume (CnscdChangeSet *set, gpointer record);
void cnscd_catalog_delete (CnscdChangeSet *set, const CnscdCatalog *self, gpointer record);
gpointer cnscd_catalog_find_neighbour (const CnscdCatalog *self, gpointer record, int step);
void
cnscd_catalog_move (CnscdChangeSet *set, const CnscdCatalog *self, gpointer record, gpointer to);
void cnscd_catalog_set_topics (CnscdChangeSet *set,
                               const CnscdCatalog *self,
                               const CnscdAudience *audience,
                               const char *unit,
                               GPtrArray *topics);

G_END_DECLS
