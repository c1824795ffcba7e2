/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-people.h"

#include "cnscd-repository-private.h"
#include "store/cnscd-distinct.h"

typedef struct
{
  char *one;
  char *other;
  gboolean distinct;
} Verdict;

static void
verdict_free (gpointer data)
{
  Verdict *verdict = data;

  g_free (verdict->one);
  g_free (verdict->other);
  g_free (verdict);
}

static void
load_person_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);
  CnscdPersonHistory *history = NULL;

  if (database != NULL)
    history = cnscd_person_history_read (database, g_task_get_task_data (task), &error);
  if (history != NULL)
    g_task_return_pointer (task, history, (GDestroyNotify) cnscd_person_history_unref);
  else
    g_task_return_error (task, error);
}

static void
find_duplicates_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);
  GPtrArray *duplicates = NULL;

  if (database != NULL)
    duplicates = cnscd_duplicates_find (database, g_task_get_task_data (task), &error);
  if (duplicates != NULL)
    g_task_return_pointer (task, duplicates, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
count_duplicates_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);
  guint n;

  if (database != NULL &&
      cnscd_duplicates_count (database, g_task_get_task_data (task), &n, &error))
    g_task_return_int (task, n);
  else
    g_task_return_error (task, error);
}

static void
set_distinct_in_worker (CnscdWorker *worker, GTask *task)
{
  CnscdRepository *self = g_task_get_source_object (task);
  const Verdict *verdict = g_task_get_task_data (task);
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);

  if (database == NULL ||
      !cnscd_distinct_set (database, verdict->one, verdict->other, verdict->distinct, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  cnscd_repository_committed (self, task, database);
  g_task_return_boolean (task, TRUE);
}

/**
 * cnscd_repository_load_person_async:
 * @self: a repository
 * @person: id of a person
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Reads a person with all memberships.
 */
void
cnscd_repository_load_person_async (CnscdRepository *self,
                                    const char *person,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (person != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_load_person_async);
  g_task_set_task_data (task, g_strdup (person), g_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, load_person_in_worker);
}

/**
 * cnscd_repository_load_person_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error; %CNSCD_STORE_ERROR_NOT_FOUND when there is no such person
 *
 * Returns: (transfer full) (nullable): the person; %NULL with @error set
 */
CnscdPersonHistory *
cnscd_repository_load_person_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, cnscd_repository_load_person_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cnscd_repository_find_duplicates_async:
 * @self: a repository
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Looks for people of the chosen commune, or of each, who may be the same.
 */
void
cnscd_repository_find_duplicates_async (CnscdRepository *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_find_duplicates_async);
  g_task_set_task_data (task, g_strdup (cnscd_repository_get_unit (self)), g_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, find_duplicates_in_worker);
}

/**
 * cnscd_repository_find_duplicates_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type CnscdDuplicate): the pairs, the likeliest
 *   first; %NULL with @error set
 */
GPtrArray *
cnscd_repository_find_duplicates_finish (CnscdRepository *self,
                                         GAsyncResult *result,
                                         GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, cnscd_repository_find_duplicates_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cnscd_repository_count_duplicates_async:
 * @self: a repository
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Counts the pairs that cnscd_repository_find_duplicates_async() would find, when nothing else is
 * to be done.
 */
void
cnscd_repository_count_duplicates_async (CnscdRepository *self,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_count_duplicates_async);
  g_task_set_task_data (task, g_strdup (cnscd_repository_get_unit (self)), g_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_CHECK, task, count_duplicates_in_worker);
}

/**
 * cnscd_repository_count_duplicates_finish:
 * @self: a repository
 * @result: given to the callback
 * @n: (out): how many pairs there are
 * @error: return location for an error
 *
 * Returns: whether they could be counted
 */
gboolean
cnscd_repository_count_duplicates_finish (CnscdRepository *self,
                                          GAsyncResult *result,
                                          guint *n,
                                          GError **error)
{
  gssize count;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, cnscd_repository_count_duplicates_async),
                        FALSE);
  g_return_val_if_fail (n != NULL, FALSE);

  count = g_task_propagate_int (G_TASK (result), error);
  if (count < 0)
    return FALSE;

  *n = (guint) count;
  return TRUE;
}

/**
 * cnscd_repository_set_distinct_async:
 * @self: a repository
 * @one: id of a person
 * @other: id of another
 * @distinct: whether they are two people, so that nobody need ask again
 * @callback: called when it is remembered
 * @user_data: for @callback
 *
 * Remembers what somebody said of two who may be the same person.
 */
void
cnscd_repository_set_distinct_async (CnscdRepository *self,
                                     const char *one,
                                     const char *other,
                                     gboolean distinct,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task;
  Verdict *verdict;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (one != NULL && other != NULL);

  verdict = g_new (Verdict, 1);
  *verdict = (Verdict) { .one = g_strdup (one), .other = g_strdup (other), .distinct = distinct };
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_set_distinct_async);
  g_task_set_task_data (task, verdict, verdict_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, set_distinct_in_worker);
}

/**
 * cnscd_repository_set_distinct_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: whether it is remembered
 */
gboolean
cnscd_repository_set_distinct_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, cnscd_repository_set_distinct_async),
                        FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
