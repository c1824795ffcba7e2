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
 * @query_async: asks for the numbers of all rows, by whatever the subclass is set to
 * @read_async: asks for the content of some rows
 * @get_nr: number of the row that a content is of
 */
struct _CnscdPagedListClass
{
  GObjectClass parent_class;

  GType row_type;
  void (*query_async) (CnscdPagedList *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback);
  void (*read_async) (CnscdPagedList *self,
                      const gint64 *nrs,
                      gsize n_nrs,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data);
  gint64 (*get_nr) (gconstpointer data);
};

CnscdRepository *cnscd_paged_list_get_repository (CnscdPagedList *self);
void cnscd_paged_list_refresh (CnscdPagedList *self);
gboolean cnscd_paged_list_is_loading (CnscdPagedList *self);
const char *cnscd_paged_list_get_problem (CnscdPagedList *self);
gint64 cnscd_paged_list_get_nr (CnscdPagedList *self, guint position);
guint cnscd_paged_list_get_n_cached (CnscdPagedList *self);

G_END_DECLS
