/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-roster.h"

#include "print/cnscd-roster-source.h"
#include "store/cnscd-audit.h"
#include "cnscd-repository-private.h"

typedef struct
{
  char *unit;
  char *team;
  gboolean with_phones;
} Request;

typedef struct
{
  char *subject;
  char *detail;
  guint n_people;
} Print;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->unit);
  g_free (request->team);
  g_free (request);
}

static void
print_free (gpointer data)
{
  Print *print = data;

  g_free (print->subject);
  g_free (print->detail);
  g_free (print);
}

static void
load_rosters_in_worker (CnscdWorker *worker, GTask *task)
{
  const Request *request = g_task_get_task_data (task);
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);
  GPtrArray *rosters = NULL;

  if (database != NULL)
    rosters = cnscd_roster_source_load_all (database, request->unit, request->team,
                                            request->with_phones, &error);
  if (rosters != NULL)
    g_task_return_pointer (task, rosters, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
list_units_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_unchecked_database (worker, &error);
  GPtrArray *units = NULL;

  if (database != NULL)
    units = cnscd_roster_source_list_units (database, &error);
  if (units != NULL)
    g_task_return_pointer (task, units, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
note_print_in_worker (CnscdWorker *worker, GTask *task)
{
  const Print *print = g_task_get_task_data (task);
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);

  if (database != NULL &&
      cnscd_audit_add (database, "print", print->subject, print->detail, print->n_people, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * cnscd_repository_list_roster_units_async:
 * @self: a repository
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Lists the communes that have a roster to print.
 */
void
cnscd_repository_list_roster_units_async (CnscdRepository *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_list_roster_units_async);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, list_units_in_worker);
}

/**
 * cnscd_repository_list_roster_units_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8): codes of communes, by name
 */
GPtrArray *
cnscd_repository_list_roster_units_finish (CnscdRepository *self,
                                           GAsyncResult *result,
                                           GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cnscd_repository_load_rosters_async:
 * @self: a repository
 * @unit: (nullable): code of a commune; %NULL for this office's, or at the
 *   province's desk for every one that has teams
 * @team: (nullable): id of a team; %NULL: all teams, as the annex of a decision
 * @with_phones: whether the roster shows phone numbers
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Reads what printed rosters say.
 */
void
cnscd_repository_load_rosters_async (CnscdRepository *self,
                                     const char *unit,
                                     const char *team,
                                     gboolean with_phones,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task;
  Request *request;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  request = g_new0 (Request, 1);
  request->unit = g_strdup (unit != NULL ? unit : cnscd_repository_get_unit (self));
  request->team = g_strdup (team);
  request->with_phones = with_phones;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_load_rosters_async);
  g_task_set_task_data (task, request, request_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, load_rosters_in_worker);
}

/**
 * cnscd_repository_load_rosters_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type CnscdRoster): the rosters, or %NULL with
 *   @error set
 */
GPtrArray *
cnscd_repository_load_rosters_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cnscd_repository_note_print_async:
 * @self: a repository
 * @subject: "roster", "schedule", "sign-in"
 * @detail: (nullable): what is printed, or the name of the file
 * @n_people: how many people stand on it
 * @callback: called when it is written
 * @user_data: for @callback
 *
 * Writes into the audit log that people's data is printed: NĐ 356/2025/NĐ-CP. To be
 * done before anything leaves, which may only leave when this succeeded.
 */
void
cnscd_repository_note_print_async (CnscdRepository *self,
                                   const char *subject,
                                   const char *detail,
                                   guint n_people,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task;
  Print *print;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (subject != NULL);

  print = g_new0 (Print, 1);
  print->subject = g_strdup (subject);
  print->detail = g_strdup (detail);
  print->n_people = n_people;
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_note_print_async);
  g_task_set_task_data (task, print, print_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, note_print_in_worker);
}

/**
 * cnscd_repository_note_print_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: whether the log says so
 */
gboolean
cnscd_repository_note_print_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
