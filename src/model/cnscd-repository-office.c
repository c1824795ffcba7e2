/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-office.h"

#include "store/cnscd-office-store.h"
#include "cnscd-repository-private.h"

static void
save_in_worker (CnscdWorker *worker, GTask *task)
{
  const CnscdOffice *office = g_task_get_task_data (task);
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);

  if (database == NULL || !cnscd_office_save (database, office, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  cnscd_repository_committed (g_task_get_source_object (task), task, database);
  g_task_return_boolean (task, TRUE);
}

typedef struct
{
  CnscdOfficeChange change;
  gconstpointer data;
} Change;

static void
change_in_worker (CnscdWorker *worker, GTask *task)
{
  const Change *change = g_task_get_task_data (task);
  g_autoptr (CnscdOffice) office = NULL;
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);

  office = database != NULL ? cnscd_office_load (database, &error) : NULL;
  if (office != NULL)
    change->change (office, change->data);
  if (office == NULL || !cnscd_office_save (database, office, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  cnscd_repository_committed (g_task_get_source_object (task), task, database);
  g_task_return_boolean (task, TRUE);
}

/**
 * cnscd_repository_get_office:
 * @self: a repository
 *
 * Returns: (transfer none): what the office has chosen for itself, until the
 *   next #CnscdRepository::changed; nothing while no database is open
 */
const CnscdOffice *
cnscd_repository_get_office (CnscdRepository *self)
{
  g_return_val_if_fail (CNSCD_IS_REPOSITORY (self), NULL);

  return self->surroundings->office;
}

/**
 * cnscd_repository_is_new:
 * @self: a repository
 *
 * Returns: whether nobody has entered anything yet, nor chosen a commune, as
 *   in a new database
 */
gboolean
cnscd_repository_is_new (CnscdRepository *self)
{
  g_return_val_if_fail (CNSCD_IS_REPOSITORY (self), FALSE);

  return self->surroundings->is_new;
}

/**
 * cnscd_repository_get_units:
 * @self: an open repository
 *
 * Returns: (transfer none) (element-type CnscdUnit): every commune of the
 *   province, by name, until the next #CnscdRepository::changed
 */
GPtrArray *
cnscd_repository_get_units (CnscdRepository *self)
{
  g_return_val_if_fail (CNSCD_IS_REPOSITORY (self), NULL);

  return self->surroundings->units;
}

/**
 * cnscd_repository_save_office_async:
 * @self: a repository
 * @office: what the office chooses for itself
 * @callback: called when it is stored, or refused
 * @user_data: for @callback
 *
 * Stores it; #CnscdRepository::changed follows.
 */
void
cnscd_repository_save_office_async (CnscdRepository *self,
                                    const CnscdOffice *office,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (office != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_save_office_async);
  g_task_set_task_data (task, cnscd_office_copy (office), (GDestroyNotify) cnscd_office_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, save_in_worker);
}

/**
 * cnscd_repository_change_office_async:
 * @self: a repository
 * @change: changes the office as it is stored then, in another thread
 * @data: for @change, valid until @callback is called
 * @callback: called when it is stored, or refused
 * @user_data: for @callback; cnscd_repository_save_office_finish() tells what came of it
 *
 * Changes what the office chooses for itself, whatever else was changed
 * meanwhile; #CnscdRepository::changed follows.
 */
void
cnscd_repository_change_office_async (CnscdRepository *self,
                                      CnscdOfficeChange change,
                                      gconstpointer data,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (change != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_change_office_async);
  g_task_set_task_data (task, g_memdup2 (&(Change) { change, data }, sizeof (Change)), g_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, change_in_worker);
}

/**
 * cnscd_repository_save_office_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether it was stored
 */
gboolean
cnscd_repository_save_office_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
