/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-repository.h"
#include "cnscd-row.h"

G_BEGIN_DECLS

#define CNSCD_PAGED_LIST_PAGE 64
/* A screenful, which comes before the rest. */
#define CNSCD_PAGED_LIST_FIRST 32

#define CNSCD_TYPE_PAGED_LIST (cnscd_paged_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (CnscdPagedList, cnscd_paged_list, CNSCD, PAGED_LIST, GObject)

/**
 * CnscdPagedListClass:
 * @row_type: type of the rows
 * @nr_offset: where a content has the number (gint64) of the row that it is of
 * @query_async: asks for the numbers of all rows of a commune, or of all, that match a search, by
 *   whatever else the subclass is set to
 * @read_async: asks for the content of some rows
 */
struct _CnscdPagedListClass
{
  GObjectClass parent_class;

  GType row_type;
  gsize nr_offset;
  void (*query_async) (CnscdPagedList *self,
                       const char *unit,
                       const char *search,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback);
  void (*read_async) (CnscdRepository *repository,
                      const gint64 *nrs,
                      gsize n_nrs,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
};

CnscdRepository *cnscd_paged_list_get_repository (CnscdPagedList *self);
void cnscd_paged_list_set_unit (CnscdPagedList *self, const char *unit);
void cnscd_paged_list_set_search (CnscdPagedList *self, const char *search);
const char *cnscd_paged_list_get_search (CnscdPagedList *self);
void cnscd_paged_list_refresh (CnscdPagedList *self);
gboolean cnscd_paged_list_is_loading (CnscdPagedList *self);
const char *cnscd_paged_list_get_problem (CnscdPagedList *self);
gint64 cnscd_paged_list_get_nr (CnscdPagedList *self, guint position);
guint cnscd_paged_list_get_n_cached (CnscdPagedList *self);

G_END_DECLS
