/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-row.h"

G_BEGIN_DECLS

/**
 * CnscdRowCache:
 *
 * The rows of a list that are in memory: those of the pages used last, and
 * those that somebody holds.
 */
typedef struct _CnscdRowCache CnscdRowCache;

CnscdRowCache *cnscd_row_cache_new (GType row_type);
void cnscd_row_cache_free (CnscdRowCache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdRowCache, cnscd_row_cache_free)

CnscdRow *cnscd_row_cache_get (CnscdRowCache *cache, gint64 nr);
CnscdRow *cnscd_row_cache_find (CnscdRowCache *cache, gint64 nr);
GArray *
cnscd_row_cache_use_page (CnscdRowCache *cache, guint index, const gint64 *nrs, gsize n_nrs);
void cnscd_row_cache_drop_pages (CnscdRowCache *cache);
GArray *cnscd_row_cache_list (CnscdRowCache *cache, gboolean loaded_too);
guint cnscd_row_cache_get_size (CnscdRowCache *cache);

G_END_DECLS
