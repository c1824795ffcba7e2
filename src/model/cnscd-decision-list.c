/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-decision-list.h"

#include "cnscd-repository-decisions.h"

/**
 * CnscdDecisionList:
 *
 * Decisions of the chosen commune, or of all, the newest first, as a list model of
 * [class@Cnscd.DecisionItem].
 */
struct _CnscdDecisionList
{
  CnscdPagedList parent_instance;
};

G_DEFINE_FINAL_TYPE (CnscdDecisionList, cnscd_decision_list, CNSCD_TYPE_PAGED_LIST)

static void
cnscd_decision_list_query_async (CnscdPagedList *list,
                                 const char *unit,
                                 const char *search,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback)
{
  const CnscdDecisionQuery query = {
    .unit = unit,
    .search = search,
  };

  cnscd_repository_query_decisions_async (cnscd_paged_list_get_repository (list), &query,
                                          cancellable, callback, list);
}

static void
cnscd_decision_list_class_init (CnscdDecisionListClass *klass)
{
  CnscdPagedListClass *list_class = CNSCD_PAGED_LIST_CLASS (klass);

  list_class->row_type = CNSCD_TYPE_DECISION_ITEM;
  list_class->nr_offset = G_STRUCT_OFFSET (CnscdDecisionSummary, nr);
  list_class->query_async = cnscd_decision_list_query_async;
  list_class->read_async = cnscd_repository_read_decisions_async;
}

static void
cnscd_decision_list_init (CnscdDecisionList *self)
{
}

/**
 * cnscd_decision_list_new:
 * @repository: an open repository
 *
 * Returns: (transfer full): a list whose query already runs
 */
CnscdDecisionList *
cnscd_decision_list_new (CnscdRepository *repository)
{
  CnscdDecisionList *self = g_object_new (CNSCD_TYPE_DECISION_LIST, "repository", repository, NULL);

  cnscd_paged_list_refresh (CNSCD_PAGED_LIST (self));
  return self;
}
