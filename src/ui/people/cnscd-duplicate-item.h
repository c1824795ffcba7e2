/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/cnscd-duplicates.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_DUPLICATE_ITEM (cnscd_duplicate_item_get_type ())
G_DECLARE_FINAL_TYPE (CnscdDuplicateItem, cnscd_duplicate_item, CNSCD, DUPLICATE_ITEM, GObject)

CnscdDuplicateItem *cnscd_duplicate_item_new (CnscdDuplicate *duplicate);
const CnscdDuplicate *cnscd_duplicate_item_get_duplicate (CnscdDuplicateItem *self);
void cnscd_duplicate_item_set_duplicate (CnscdDuplicateItem *self, CnscdDuplicate *duplicate);
gboolean cnscd_duplicate_item_is_about (CnscdDuplicateItem *self, const CnscdDuplicate *duplicate);
void cnscd_duplicate_item_update (GListStore *store, GPtrArray *duplicates);

G_END_DECLS
