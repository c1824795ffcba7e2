/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-hamlet-list.h"

#include "cnscd-repository-hamlets.h"

/**
 * CnscdHamletList:
 *
 * Hamlets of the chosen commune, or of all, by name, as a list model of
 * [class@Cnscd.HamletRow].
 */
struct _CnscdHamletList
{
  CnscdPagedList parent_instance;

  CnscdHamletsShown shown;
};

G_DEFINE_FINAL_TYPE (CnscdHamletList, cnscd_hamlet_list, CNSCD_TYPE_PAGED_LIST)

static void
cnscd_hamlet_list_query_async (CnscdPagedList *list,
                               const char *unit,
                               const char *search,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback)
{
  CnscdHamletList *self = CNSCD_HAMLET_LIST (list);
  const CnscdHamletQuery query = {
    .unit = unit,
    .search = search,
    .shown = self->shown,
  };

  cnscd_repository_query_hamlets_async (cnscd_paged_list_get_repository (list), &query, cancellable,
                                        callback, list);
}

static void
cnscd_hamlet_list_class_init (CnscdHamletListClass *klass)
{
  CnscdPagedListClass *list_class = CNSCD_PAGED_LIST_CLASS (klass);

  list_class->row_type = CNSCD_TYPE_HAMLET_ROW;
  list_class->nr_offset = G_STRUCT_OFFSET (CnscdHamletSummary, nr);
  list_class->query_async = cnscd_hamlet_list_query_async;
  list_class->read_async = cnscd_repository_read_hamlets_async;
}

static void
cnscd_hamlet_list_init (CnscdHamletList *self)
{
}

/**
 * cnscd_hamlet_list_new:
 * @repository: an open repository
 *
 * Returns: (transfer full): a list whose query already runs
 */
CnscdHamletList *
cnscd_hamlet_list_new (CnscdRepository *repository)
{
  CnscdHamletList *self = g_object_new (CNSCD_TYPE_HAMLET_LIST, "repository", repository, NULL);

  cnscd_paged_list_refresh (CNSCD_PAGED_LIST (self));
  return self;
}

/**
 * cnscd_hamlet_list_set_shown:
 * @self: a list
 * @shown: which hamlets
 *
 * Shows others: those that go on, those of them without a team, or former ones.
 */
void
cnscd_hamlet_list_set_shown (CnscdHamletList *self, CnscdHamletsShown shown)
{
  g_return_if_fail (CNSCD_IS_HAMLET_LIST (self));

  if (self->shown == shown)
    return;

  self->shown = shown;
  cnscd_paged_list_refresh (CNSCD_PAGED_LIST (self));
}

/**
 * cnscd_hamlet_list_get_shown:
 * @self: a list
 *
 * Returns: which hamlets it shows
 */
CnscdHamletsShown
cnscd_hamlet_list_get_shown (CnscdHamletList *self)
{
  g_return_val_if_fail (CNSCD_IS_HAMLET_LIST (self), CNSCD_HAMLETS_CURRENT);

  return self->shown;
}
