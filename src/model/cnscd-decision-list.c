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

  char *unit;
  char *search;
};

G_DEFINE_FINAL_TYPE (CnscdDecisionList, cnscd_decision_list, CNSCD_TYPE_PAGED_LIST)

static void
cnscd_decision_list_query_async (CnscdPagedList *list,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback)
{
  CnscdDecisionList *self = CNSCD_DECISION_LIST (list);
  CnscdRepository *repository = cnscd_paged_list_get_repository (list);
  const char *office = cnscd_repository_get_unit (repository);
  const CnscdDecisionQuery query = {
    .unit = office != NULL ? office : self->unit,
    .search = self->search,
  };

  cnscd_repository_query_decisions_async (repository, &query, cancellable, callback, list);
}

static void
cnscd_decision_list_read_async (CnscdPagedList *list,
                                const gint64 *nrs,
                                gsize n_nrs,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  cnscd_repository_read_decisions_async (cnscd_paged_list_get_repository (list), nrs, n_nrs,
                                         cancellable, callback, user_data);
}

static gint64
get_decision_nr (gconstpointer data)
{
  return ((const CnscdDecisionSummary *) data)->nr;
}

static void
cnscd_decision_list_finalize (GObject *object)
{
  CnscdDecisionList *self = CNSCD_DECISION_LIST (object);

  g_free (self->unit);
  g_free (self->search);

  G_OBJECT_CLASS (cnscd_decision_list_parent_class)->finalize (object);
}

static void
cnscd_decision_list_class_init (CnscdDecisionListClass *klass)
{
  CnscdPagedListClass *list_class = CNSCD_PAGED_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cnscd_decision_list_finalize;

  list_class->row_type = CNSCD_TYPE_DECISION_ITEM;
  list_class->query_async = cnscd_decision_list_query_async;
  list_class->read_async = cnscd_decision_list_read_async;
  list_class->get_nr = get_decision_nr;
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

/**
 * cnscd_decision_list_set_search:
 * @self: a list
 * @search: (nullable): what a person typed
 *
 * Shows only the decisions that match.
 */
void
cnscd_decision_list_set_search (CnscdDecisionList *self, const char *search)
{
  g_return_if_fail (CNSCD_IS_DECISION_LIST (self));

  if (search != NULL && *search == '\0')
    search = NULL;
  if (g_set_str (&self->search, search))
    cnscd_paged_list_refresh (CNSCD_PAGED_LIST (self));
}

/**
 * cnscd_decision_list_get_search:
 * @self: a list
 *
 * Returns: (nullable) (transfer none): what is searched for
 */
const char *
cnscd_decision_list_get_search (CnscdDecisionList *self)
{
  g_return_val_if_fail (CNSCD_IS_DECISION_LIST (self), NULL);

  return self->search;
}

/**
 * cnscd_decision_list_set_unit:
 * @self: a list
 * @unit: (nullable): code of a commune; %NULL for all
 *
 * Shows only decisions of one commune. Where the office is a commune's, it shows
 * that commune's in any case.
 */
void
cnscd_decision_list_set_unit (CnscdDecisionList *self, const char *unit)
{
  g_return_if_fail (CNSCD_IS_DECISION_LIST (self));

  if (g_set_str (&self->unit, unit))
    cnscd_paged_list_refresh (CNSCD_PAGED_LIST (self));
}
