/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-private.h"

#include "store/cnscd-record-store.h"

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
  RecordName *name;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (kind != NULL);
  g_return_if_fail (id != NULL);

  name = g_new0 (RecordName, 1);
  name->kind = kind;
  name->id = g_strdup (id);
  cnscd_repository_queue_data (self, cnscd_repository_load_record_async, name, record_name_free,
                               load_record_in_worker, cancellable, callback, user_data);
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
  return cnscd_repository_finish (self, result, cnscd_repository_load_record_async, error);
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
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (team != NULL);

  cnscd_repository_queue_text (self, cnscd_repository_load_team_facts_async, team,
                               load_team_facts_in_worker, cancellable, callback, user_data);
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
  return cnscd_repository_finish (self, result, cnscd_repository_load_team_facts_async, error);
}
