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

  char *unit;
  char *search;
  CnscdHamletsShown shown;
};

G_DEFINE_FINAL_TYPE (CnscdHamletList, cnscd_hamlet_list, CNSCD_TYPE_PAGED_LIST)

static void
cnscd_hamlet_list_query_async (CnscdPagedList *list,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback)
{
  CnscdHamletList *self = CNSCD_HAMLET_LIST (list);
  CnscdRepository *repository = cnscd_paged_list_get_repository (list);
  const char *office = cnscd_repository_get_unit (repository);
  const CnscdHamletQuery query = {
    .unit = office != NULL ? office : self->unit,
    .search = self->search,
    .shown = self->shown,
  };

  cnscd_repository_query_hamlets_async (repository, &query, cancellable, callback, list);
}

static void
cnscd_hamlet_list_read_async (CnscdPagedList *list,
                              const gint64 *nrs,
                              gsize n_nrs,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  cnscd_repository_read_hamlets_async (cnscd_paged_list_get_repository (list), nrs, n_nrs,
                                       cancellable, callback, user_data);
}

static gint64
get_hamlet_nr (gconstpointer data)
{
  return ((const CnscdHamletSummary *) data)->nr;
}

static void
cnscd_hamlet_list_finalize (GObject *object)
{
  CnscdHamletList *self = CNSCD_HAMLET_LIST (object);

  g_free (self->unit);
  g_free (self->search);

  G_OBJECT_CLASS (cnscd_hamlet_list_parent_class)->finalize (object);
}

static void
cnscd_hamlet_list_class_init (CnscdHamletListClass *klass)
{
  CnscdPagedListClass *list_class = CNSCD_PAGED_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cnscd_hamlet_list_finalize;

  list_class->row_type = CNSCD_TYPE_HAMLET_ROW;
  list_class->query_async = cnscd_hamlet_list_query_async;
  list_class->read_async = cnscd_hamlet_list_read_async;
  list_class->get_nr = get_hamlet_nr;
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
 * cnscd_hamlet_list_set_search:
 * @self: a list
 * @search: (nullable): what a person typed
 *
 * Shows only the hamlets that match.
 */
void
cnscd_hamlet_list_set_search (CnscdHamletList *self, const char *search)
{
  g_return_if_fail (CNSCD_IS_HAMLET_LIST (self));

  if (search != NULL && *search == '\0')
    search = NULL;
  if (g_set_str (&self->search, search))
    cnscd_paged_list_refresh (CNSCD_PAGED_LIST (self));
}

/**
 * cnscd_hamlet_list_get_search:
 * @self: a list
 *
 * Returns: (nullable) (transfer none): what is searched for
 */
const char *
cnscd_hamlet_list_get_search (CnscdHamletList *self)
{
  g_return_val_if_fail (CNSCD_IS_HAMLET_LIST (self), NULL);

  return self->search;
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

/**
 * cnscd_hamlet_list_set_unit:
 * @self: a list
 * @unit: (nullable): code of a commune; %NULL for all
 *
 * Shows only hamlets of one commune. Where the office is a commune's, it shows
 * that commune's in any case.
 */
void
cnscd_hamlet_list_set_unit (CnscdHamletList *self, const char *unit)
{
  g_return_if_fail (CNSCD_IS_HAMLET_LIST (self));

  if (g_set_str (&self->unit, unit))
    cnscd_paged_list_refresh (CNSCD_PAGED_LIST (self));
}
