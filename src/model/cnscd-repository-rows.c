/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-private.h"

typedef struct
{
  const CnscdRowSource *source;
  gpointer query; /* (nullable) */
  gint64 *nrs;    /* (nullable) */
  gsize n_nrs;
} Request;

static gpointer
copy_query (const CnscdRowSource *source, gconstpointer query)
{
  gpointer copy = g_memdup2 (query, source->query_size);

  for (guint i = 0; i < source->n_texts; i++)
    G_STRUCT_MEMBER (char *, copy, source->texts[i]) =
      g_strdup (G_STRUCT_MEMBER (const char *, query, source->texts[i]));
  return copy;
}

static void
request_free (gpointer data)
{
  Request *request = data;

  for (guint i = 0; request->query != NULL && i < request->source->n_texts; i++)
    g_free (G_STRUCT_MEMBER (char *, request->query, request->source->texts[i]));
  g_free (request->query);
  g_free (request->nrs);
  g_free (request);
}

static void
query_in_worker (CnscdWorker *worker, GTask *task)
{
  const Request *request = g_task_get_task_data (task);
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_unchecked_database (worker, &error);
  GArray *nrs = NULL;

  if (database != NULL)
    nrs = request->source->query (database, request->query, &error);
  cnscd_repository_answer (task, nrs, (GDestroyNotify) g_array_unref, error);
}

static void
read_in_worker (CnscdWorker *worker, GTask *task)
{
  const Request *request = g_task_get_task_data (task);
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_unchecked_database (worker, &error);
  GPtrArray *rows = NULL;

  if (database != NULL)
    rows = request->source->read (database, request->nrs, request->n_nrs, &error);
  cnscd_repository_answer (task, rows, (GDestroyNotify) g_ptr_array_unref, error);
}

/*< private >
 * cnscd_repository_query_rows:
 * @self: a repository
 * @source: (transfer none): where the rows come from; static
 * @query: which rows, in which order, as @source wants it; copied
 * @cancellable: (nullable): to drop the query, at no cost if its turn has not come
 * @callback: called with the result; see cnscd_repository_query_finish()
 * @user_data: for @callback
 *
 * Asks for the numbers of all rows of a query.
 */
void
cnscd_repository_query_rows (CnscdRepository *self,
                             const CnscdRowSource *source,
                             gconstpointer query,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Request *request;
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (query != NULL);

  request = g_new0 (Request, 1);
  request->source = source;
  request->query = copy_query (source, query);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_query_finish);
  g_task_set_task_data (task, request, request_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_SEARCH, task, query_in_worker);
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

/*< private >
 * cnscd_repository_read_rows:
 * @self: a repository
 * @source: (transfer none): where the rows come from; static
 * @nrs: (array length=n_nrs): numbers of rows; copied
 * @n_nrs: how many
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result; see cnscd_repository_read_finish()
 * @user_data: for @callback
 *
 * Reads the content of some rows.
 */
void
cnscd_repository_read_rows (CnscdRepository *self,
                            const CnscdRowSource *source,
                            const gint64 *nrs,
                            gsize n_nrs,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Request *request;
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  request = g_new0 (Request, 1);
  request->source = source;
  request->nrs = g_memdup2 (nrs, n_nrs * sizeof *nrs);
  request->n_nrs = n_nrs;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_read_finish);
  g_task_set_task_data (task, request, request_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_ROWS, task, read_in_worker);
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
