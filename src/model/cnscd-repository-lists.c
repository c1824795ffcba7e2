/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-private.h"

static GArray *
query_members (CnscdDatabase *database, gconstpointer query, GError **error)
{
  return cnscd_members_query (database, query, error);
}

static const CnscdRowSource MEMBERS = {
  .query_size = sizeof (CnscdMemberQuery),
  .n_texts = 4,
  .texts = {
    G_STRUCT_OFFSET (CnscdMemberQuery, unit),
    G_STRUCT_OFFSET (CnscdMemberQuery, team),
    G_STRUCT_OFFSET (CnscdMemberQuery, search),
    G_STRUCT_OFFSET (CnscdMemberQuery, filter.body),
  },
  .query = query_members,
  .read = cnscd_members_read,
};

static GArray *
query_teams (CnscdDatabase *database, gconstpointer query, GError **error)
{
  return cnscd_teams_query (database, query, error);
}

static const CnscdRowSource TEAMS = {
  .query_size = sizeof (CnscdTeamQuery),
  .n_texts = 2,
  .texts = {
    G_STRUCT_OFFSET (CnscdTeamQuery, unit),
    G_STRUCT_OFFSET (CnscdTeamQuery, search),
  },
  .query = query_teams,
  .read = cnscd_teams_read,
};

/**
 * cnscd_repository_query_members_async:
 * @self: a repository
 * @query: which members, in which order; copied
 * @cancellable: (nullable): to drop the query, at no cost if its turn has not come
 * @callback: called with the result; see cnscd_repository_query_finish()
 * @user_data: for @callback
 *
 * Asks for the numbers of all rows of a query.
 */
void
cnscd_repository_query_members_async (CnscdRepository *self,
                                      const CnscdMemberQuery *query,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  cnscd_repository_query_rows (self, &MEMBERS, query, cancellable, callback, user_data);
}

/**
 * cnscd_repository_query_teams_async:
 * @self: a repository
 * @query: which teams; copied
 * @cancellable: (nullable): to drop the query, at no cost if its turn has not come
 * @callback: called with the result; see cnscd_repository_query_finish()
 * @user_data: for @callback
 *
 * Asks for the numbers of all rows of a query.
 */
void
cnscd_repository_query_teams_async (CnscdRepository *self,
                                    const CnscdTeamQuery *query,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  cnscd_repository_query_rows (self, &TEAMS, query, cancellable, callback, user_data);
}

/**
 * cnscd_repository_read_members_async:
 * @self: a repository
 * @nrs: (array length=n_nrs): numbers of rows; copied
 * @n_nrs: how many
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result; see cnscd_repository_read_finish()
 * @user_data: for @callback
 *
 * Reads some members.
 */
void
cnscd_repository_read_members_async (CnscdRepository *self,
                                     const gint64 *nrs,
                                     gsize n_nrs,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  cnscd_repository_read_rows (self, &MEMBERS, nrs, n_nrs, cancellable, callback, user_data);
}

/**
 * cnscd_repository_read_teams_async:
 * @self: a repository
 * @nrs: (array length=n_nrs): numbers of rows; copied
 * @n_nrs: how many
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result; see cnscd_repository_read_finish()
 * @user_data: for @callback
 *
 * Reads some teams.
 */
void
cnscd_repository_read_teams_async (CnscdRepository *self,
                                   const gint64 *nrs,
                                   gsize n_nrs,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  cnscd_repository_read_rows (self, &TEAMS, nrs, n_nrs, cancellable, callback, user_data);
}
