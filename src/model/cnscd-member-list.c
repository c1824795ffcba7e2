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
  gboolean of_team; /* a roster, wherever the team is */
  CnscdMemberFilter filter;
  char *body; /* of @filter */
  CnscdMemberSort sort;
  gboolean descending;
};

G_DEFINE_FINAL_TYPE (CnscdMemberList, cnscd_member_list, CNSCD_TYPE_PAGED_LIST)

static void
cnscd_member_list_query_async (CnscdPagedList *list,
                               const char *unit,
                               const char *search,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback)
{
  CnscdMemberList *self = CNSCD_MEMBER_LIST (list);
  const CnscdMemberQuery query = {
    .unit = self->of_team ? NULL : unit,
    .team = self->team,
    .search = search,
    .sort = self->sort,
    .descending = self->descending,
    .filter = self->filter,
  };

  cnscd_repository_query_members_async (cnscd_paged_list_get_repository (list), &query, cancellable,
                                        callback, list);
}

static void
cnscd_member_list_finalize (GObject *object)
{
  CnscdMemberList *self = CNSCD_MEMBER_LIST (object);

  g_free (self->team);
  g_free (self->body);

  G_OBJECT_CLASS (cnscd_member_list_parent_class)->finalize (object);
}

static void
cnscd_member_list_class_init (CnscdMemberListClass *klass)
{
  CnscdPagedListClass *list_class = CNSCD_PAGED_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cnscd_member_list_finalize;

  list_class->row_type = CNSCD_TYPE_MEMBER_ROW;
  list_class->nr_offset = G_STRUCT_OFFSET (CnscdMember, nr);
  list_class->query_async = cnscd_member_list_query_async;
  list_class->read_async = cnscd_repository_read_members_async;
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
  self->of_team = team != NULL;
  self->sort = team != NULL ? CNSCD_MEMBER_SORT_TEAM : CNSCD_MEMBER_SORT_NAME;
  cnscd_paged_list_refresh (CNSCD_PAGED_LIST (self));
  return self;
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

/**
 * cnscd_member_list_set_team:
 * @self: a list of everyone
 * @team: (nullable): id of a team; %NULL for all
 *
 * Shows only members of one team, in the order that the list has.
 */
void
cnscd_member_list_set_team (CnscdMemberList *self, const char *team)
{
  g_return_if_fail (CNSCD_IS_MEMBER_LIST (self));

  if (g_set_str (&self->team, team))
    cnscd_paged_list_refresh (CNSCD_PAGED_LIST (self));
}

static gboolean
filters_are_equal (const CnscdMemberFilter *a, const CnscdMemberFilter *b)
{
  return a->role == b->role && a->gender == b->gender && a->age == b->age &&
         g_strcmp0 (a->body, b->body) == 0 && !a->without_legal_basis == !b->without_legal_basis;
}

/**
 * cnscd_member_list_set_filter:
 * @self: a list
 * @filter: who is wanted; copied
 *
 * Shows only who fits, in the order that the list has.
 */
void
cnscd_member_list_set_filter (CnscdMemberList *self, const CnscdMemberFilter *filter)
{
  char *body;

  g_return_if_fail (CNSCD_IS_MEMBER_LIST (self));
  g_return_if_fail (filter != NULL);

  if (filters_are_equal (&self->filter, filter))
    return;

  body = g_strdup (filter->body);
  self->filter = *filter;
  g_free (self->body);
  self->filter.body = self->body = body;
  cnscd_paged_list_refresh (CNSCD_PAGED_LIST (self));
}

/**
 * cnscd_member_list_get_filter:
 * @self: a list
 *
 * Returns: (transfer none): who is wanted
 */
const CnscdMemberFilter *
cnscd_member_list_get_filter (CnscdMemberList *self)
{
  g_return_val_if_fail (CNSCD_IS_MEMBER_LIST (self), NULL);

  return &self->filter;
}
