/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-member-list.h"

/**
 * CnscdMemberList:
 *
 * Members of the chosen commune, or of one team, as a list model of
 * [class@Cnscd.MemberRow].
 */
struct _CnscdMemberList
{
  CnscdPagedList parent_instance;

  char *team;
  char *search;
  CnscdMemberSort sort;
  gboolean descending;
};

G_DEFINE_FINAL_TYPE (CnscdMemberList, cnscd_member_list, CNSCD_TYPE_PAGED_LIST)

static void
cnscd_member_list_query_async (CnscdPagedList *list,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback)
{
  CnscdMemberList *self = CNSCD_MEMBER_LIST (list);
  CnscdRepository *repository = cnscd_paged_list_get_repository (list);
  const CnscdMemberQuery query = {
    .unit = self->team == NULL ? cnscd_repository_get_unit (repository) : NULL,
    .team = self->team,
    .search = self->search,
    .sort = self->sort,
    .descending = self->descending,
  };

  cnscd_repository_query_members_async (repository, &query, cancellable, callback, list);
}

static void
cnscd_member_list_read_async (CnscdPagedList *list,
                              const gint64 *nrs,
                              gsize n_nrs,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  cnscd_repository_read_members_async (cnscd_paged_list_get_repository (list), nrs, n_nrs,
                                       cancellable, callback, user_data);
}

static gint64
get_member_nr (gconstpointer data)
{
  return ((const CnscdMember *) data)->nr;
}

static void
cnscd_member_list_finalize (GObject *object)
{
  CnscdMemberList *self = CNSCD_MEMBER_LIST (object);

  g_free (self->team);
  g_free (self->search);

  G_OBJECT_CLASS (cnscd_member_list_parent_class)->finalize (object);
}

static void
cnscd_member_list_class_init (CnscdMemberListClass *klass)
{
  CnscdPagedListClass *list_class = CNSCD_PAGED_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cnscd_member_list_finalize;

  list_class->row_type = CNSCD_TYPE_MEMBER_ROW;
  list_class->query_async = cnscd_member_list_query_async;
  list_class->read_async = cnscd_member_list_read_async;
  list_class->get_nr = get_member_nr;
}

static void
cnscd_member_list_init (CnscdMemberList *self)
{
}

/**
 * cnscd_member_list_new:
 * @repository: an open repository
 * @team: (nullable): id of a team whose people are listed as on its roster; %NULL: everyone, by
 *   name
 *
 * Returns: (transfer full): a list whose query already runs
 */
CnscdMemberList *
cnscd_member_list_new (CnscdRepository *repository, const char *team)
{
  CnscdMemberList *self = g_object_new (CNSCD_TYPE_MEMBER_LIST, "repository", repository, NULL);

  self->team = g_strdup (team);
  self->sort = team != NULL ? CNSCD_MEMBER_SORT_TEAM : CNSCD_MEMBER_SORT_NAME;
  cnscd_paged_list_refresh (CNSCD_PAGED_LIST (self));
  return self;
}

/**
 * cnscd_member_list_set_search:
 * @self: a list
 * @search: (nullable): what a person typed
 *
 * Shows only who matches.
 */
void
cnscd_member_list_set_search (CnscdMemberList *self, const char *search)
{
  g_return_if_fail (CNSCD_IS_MEMBER_LIST (self));

  if (search != NULL && *search == '\0')
    search = NULL;
  if (g_set_str (&self->search, search))
    cnscd_paged_list_refresh (CNSCD_PAGED_LIST (self));
}

/**
 * cnscd_member_list_get_search:
 * @self: a list
 *
 * Returns: (nullable) (transfer none): what is searched for
 */
const char *
cnscd_member_list_get_search (CnscdMemberList *self)
{
  g_return_val_if_fail (CNSCD_IS_MEMBER_LIST (self), NULL);

  return self->search;
}

/**
 * cnscd_member_list_set_sort:
 * @self: a list
 * @sort: what to sort by
 * @descending: whether the other way round
 *
 * Sorts the list, in the database.
 */
void
cnscd_member_list_set_sort (CnscdMemberList *self, CnscdMemberSort sort, gboolean descending)
{
  g_return_if_fail (CNSCD_IS_MEMBER_LIST (self));

  if (self->sort == sort && self->descending == descending)
    return;

  self->sort = sort;
  self->descending = descending;
  cnscd_paged_list_refresh (CNSCD_PAGED_LIST (self));
}
