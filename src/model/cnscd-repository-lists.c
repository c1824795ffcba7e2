/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-private.h"

#include "store/cnscd-record-store.h"

typedef struct
{
  char *unit;
  char *team;
  char *search;
  CnscdMemberSort sort;
  gboolean descending;
  CnscdMemberFilter filter;
  char *body; /* of @filter */
  CnscdTeamsShown shown;
} Query;

static Query *
query_new (const char *unit, const char *team, const char *search)
{
  Query *query = g_new0 (Query, 1);

  query->unit = g_strdup (unit);
  query->team = g_strdup (team);
  query->search = g_strdup (search);
  return query;
}

static void
query_free (gpointer data)
{
  Query *query = data;

  g_free (query->unit);
  g_free (query->team);
  g_free (query->search);
  g_free (query->body);
  g_free (query);
}

static void
query_members_in_worker (CnscdWorker *worker, GTask *task)
{
  const Query *query = g_task_get_task_data (task);
  const CnscdMemberQuery member_query = {
    .unit = query->unit,
    .team = query->team,
    .search = query->search,
    .sort = query->sort,
    .descending = query->descending,
    .filter = query->filter,
  };
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_unchecked_database (worker, &error);
  GArray *nrs = NULL;

  if (database != NULL)
    nrs = cnscd_members_query (database, &member_query, &error);
  cnscd_repository_answer (task, nrs, (GDestroyNotify) g_array_unref, error);
}

static void
query_teams_in_worker (CnscdWorker *worker, GTask *task)
{
  const Query *query = g_task_get_task_data (task);
  const CnscdTeamQuery team_query = {
    .unit = query->unit,
    .search = query->search,
    .shown = query->shown,
  };
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_unchecked_database (worker, &error);
  GArray *nrs = NULL;

  if (database != NULL)
    nrs = cnscd_teams_query (database, &team_query, &error);
  cnscd_repository_answer (task, nrs, (GDestroyNotify) g_array_unref, error);
}

typedef GPtrArray *(*ReadFunc) (CnscdDatabase *database,
                                const gint64 *nrs,
                                gsize n_nrs,
                                GError **error);

static void
read_in_worker (CnscdWorker *worker, GTask *task, ReadFunc read)
{
  GBytes *bytes = g_task_get_task_data (task);
  gsize size;
  const gint64 *nrs = g_bytes_get_data (bytes, &size);
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_unchecked_database (worker, &error);
  GPtrArray *rows = NULL;

  if (database != NULL)
    rows = read (database, nrs, size / sizeof (gint64), &error);
  cnscd_repository_answer (task, rows, (GDestroyNotify) g_ptr_array_unref, error);
}

static void
read_members_in_worker (CnscdWorker *worker, GTask *task)
{
  read_in_worker (worker, task, cnscd_members_read);
}

static void
read_teams_in_worker (CnscdWorker *worker, GTask *task)
{
  read_in_worker (worker, task, cnscd_teams_read);
}

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
  GTask *task;
  Query *copy;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (query != NULL);

  copy = query_new (query->unit, query->team, query->search);
  copy->sort = query->sort;
  copy->descending = query->descending;
  copy->filter = query->filter;
  copy->body = g_strdup (query->filter.body);
  copy->filter.body = copy->body;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_query_finish);
  g_task_set_task_data (task, copy, query_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_SEARCH, task, query_members_in_worker);
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
  GTask *task;
  Query *copy;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (query != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_query_finish);
  copy = query_new (query->unit, NULL, query->search);
  copy->shown = query->shown;
  g_task_set_task_data (task, copy, query_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_SEARCH, task, query_teams_in_worker);
}

/**
 * cnscd_repository_query_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type gint64): numbers of the rows, in order; %NULL with @error
 * set
 */
GArray *
cnscd_repository_query_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, cnscd_repository_query_finish), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
queue_read (CnscdRepository *self,
            const gint64 *nrs,
            gsize n_nrs,
            CnscdWorkerFunc func,
            GCancellable *cancellable,
            GAsyncReadyCallback callback,
            gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, cnscd_repository_read_finish);
  g_task_set_task_data (task, g_bytes_new (nrs, n_nrs * sizeof (gint64)),
                        (GDestroyNotify) g_bytes_unref);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_ROWS, task, func);
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
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  queue_read (self, nrs, n_nrs, read_members_in_worker, cancellable, callback, user_data);
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
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  queue_read (self, nrs, n_nrs, read_teams_in_worker, cancellable, callback, user_data);
}

/**
 * cnscd_repository_read_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full): #CnscdMember or #CnscdTeamSummary, those that still exist; %NULL with
 *   @error set
 */
GPtrArray *
cnscd_repository_read_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, cnscd_repository_read_finish), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  const CnscdKind *kind;
  char *id;
} RecordName;

static void
record_name_free (gpointer data)
{
  RecordName *name = data;

  g_free (name->id);
  g_free (name);
}

static void
load_record_in_worker (CnscdWorker *worker, GTask *task)
{
  const RecordName *name = g_task_get_task_data (task);
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);
  gpointer record = NULL;

  if (database != NULL)
    record = cnscd_record_store_get (database, name->kind, name->id, &error);
  cnscd_repository_answer (task, record, cnscd_record_unref, error);
}

/**
 * cnscd_repository_load_record_async:
 * @self: a repository
 * @kind: the kind of record
 * @id: its id
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Reads one record.
 */
void
cnscd_repository_load_record_async (CnscdRepository *self,
                                    const CnscdKind *kind,
                                    const char *id,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task;
  RecordName *name;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (kind != NULL);
  g_return_if_fail (id != NULL);

  name = g_new0 (RecordName, 1);
  name->kind = kind;
  name->id = g_strdup (id);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_load_record_async);
  g_task_set_task_data (task, name, record_name_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, load_record_in_worker);
}

/**
 * cnscd_repository_load_record_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error; %CNSCD_STORE_ERROR_NOT_FOUND when there is no such record
 *
 * Returns: (transfer full): the record, to be freed with cnscd_record_unref(); %NULL with @error
 * set
 */
gpointer
cnscd_repository_load_record_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
load_team_facts_in_worker (CnscdWorker *worker, GTask *task)
{
  g_autofree CnscdTeamFacts *facts = g_new0 (CnscdTeamFacts, 1);
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);
  gboolean done = database != NULL &&
                  cnscd_team_facts_read (database, g_task_get_task_data (task), facts, &error);

  cnscd_repository_answer (task, done ? g_steal_pointer (&facts) : NULL, g_free, error);
}

/**
 * cnscd_repository_load_team_facts_async:
 * @self: a repository
 * @team: id of a team
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Reads what a team can be judged by.
 */
void
cnscd_repository_load_team_facts_async (CnscdRepository *self,
                                        const char *team,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (team != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_load_team_facts_async);
  g_task_set_task_data (task, g_strdup (team), g_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, load_team_facts_in_worker);
}

/**
 * cnscd_repository_load_team_facts_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): for cnscd_team_judge(), to be freed with g_free()
 */
CnscdTeamFacts *
cnscd_repository_load_team_facts_finish (CnscdRepository *self,
                                         GAsyncResult *result,
                                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
