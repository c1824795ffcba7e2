/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-overdue-list.h"

#include "cnscd-repository-overdue.h"

/**
 * CnscdOverdueList:
 *
 * Sessions of the chosen commune, or of all, that are over and not reported,
 * the oldest first, as a list model of [class@Cnscd.SessionRow].
 */
struct _CnscdOverdueList
{
  CnscdPagedList parent_instance;
};

G_DEFINE_FINAL_TYPE (CnscdOverdueList, cnscd_overdue_list, CNSCD_TYPE_PAGED_LIST)

static void
cnscd_overdue_list_query_async (CnscdPagedList *list,
                                const char *unit,
                                const char *search,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback)
{
  const CnscdOverdueQuery query = {
    .unit = unit,
    .search = search,
    .now = cnscd_time_now (),
  };

  cnscd_repository_query_overdue_async (cnscd_paged_list_get_repository (list), &query, cancellable,
                                        callback, list);
}

static void
cnscd_overdue_list_class_init (CnscdOverdueListClass *klass)
{
  CnscdPagedListClass *list_class = CNSCD_PAGED_LIST_CLASS (klass);

  list_class->row_type = CNSCD_TYPE_SESSION_ROW;
  list_class->nr_offset = G_STRUCT_OFFSET (CnscdSessionSummary, nr);
  list_class->query_async = cnscd_overdue_list_query_async;
  list_class->read_async = cnscd_repository_read_overdue_async;
}

static void
cnscd_overdue_list_init (CnscdOverdueList *self)
{
}

/**
 * cnscd_overdue_list_new:
 * @repository: an open repository
 *
 * Returns: (transfer full): a list whose query already runs
 */
CnscdOverdueList *
cnscd_overdue_list_new (CnscdRepository *repository)
{
  CnscdOverdueList *self = g_object_new (CNSCD_TYPE_OVERDUE_LIST, "repository", repository, NULL);

  cnscd_paged_list_refresh (CNSCD_PAGED_LIST (self));
  return self;
}
