/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-bulk.h"

#include "store/cnscd-record-rules.h"
#include "store/cnscd-record-store.h"
#include "store/cnscd-units.h"
#include "cnscd-repository-private.h"

/* What sessions refer to cannot be deleted. */
static gboolean
note_use (CnscdDatabase *database,
          CnscdMembership *membership,
          CnscdBulkMembers *bulk,
          GError **error)
{
  g_autoptr (GError) why = NULL;

  if (cnscd_record_rules_check_unused (database, &CNSCD_KIND_MEMBERSHIP, membership->record.id,
                                       &why))
    return TRUE;
  if (!g_error_matches (why, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID))
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }

  cnscd_bulk_members_set_in_use (bulk, membership);
  return TRUE;
}

static gboolean
add_member (CnscdDatabase *database,
            const CnscdMember *member,
            CnscdBulkMembers *bulk,
            GError **error)
{
  g_autoptr (CnscdPerson) person = NULL;
  g_autoptr (CnscdMembership) membership =
    cnscd_record_store_get (database, &CNSCD_KIND_MEMBERSHIP, member->membership, error);

  if (membership == NULL)
    return FALSE;
  person = cnscd_record_store_get (database, &CNSCD_KIND_PERSON, membership->person, error);
  if (person == NULL)
    return FALSE;

  cnscd_bulk_members_add (bulk, person, membership);
  return note_use (database, membership, bulk, error);
}

static CnscdBulkMembers *
load_bulk (CnscdDatabase *database, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (CnscdBulkMembers) bulk = cnscd_bulk_members_new ();
  g_autoptr (GPtrArray) members = NULL;
  gsize size;
  const gint64 *nrs = g_bytes_get_data (bytes, &size);

  members = cnscd_members_read (database, nrs, size / sizeof (gint64), error);
  if (members == NULL)
    return NULL;

  for (guint i = 0; i < members->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !add_member (database, members->pdata[i], bulk, error))
        return NULL;
    }

  return g_steal_pointer (&bulk);
}

static void
load_bulk_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);
  CnscdBulkMembers *bulk = NULL;

  if (database != NULL)
    bulk = load_bulk (database, g_task_get_task_data (task), g_task_get_cancellable (task), &error);
  if (bulk != NULL)
    g_task_return_pointer (task, bulk, (GDestroyNotify) cnscd_bulk_members_unref);
  else
    g_task_return_error (task, error);
}

static void
list_bodies_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_unchecked_database (worker, &error);
  GPtrArray *bodies = NULL;

  if (database != NULL)
    bodies = cnscd_members_list_bodies (database, g_task_get_task_data (task), &error);
  cnscd_repository_answer (task, bodies, (GDestroyNotify) g_ptr_array_unref, error);
}

/**
 * cnscd_repository_load_bulk_async:
 * @self: a repository
 * @nrs: (array length=n_nrs): numbers of rows of members; copied
 * @n_nrs: how many
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Reads the records of several members, to change them at once.
 */
void
cnscd_repository_load_bulk_async (CnscdRepository *self,
                                  const gint64 *nrs,
                                  gsize n_nrs,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (nrs != NULL || n_nrs == 0);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_load_bulk_async);
  g_task_set_task_data (task, g_bytes_new (nrs, n_nrs * sizeof (gint64)),
                        (GDestroyNotify) g_bytes_unref);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, load_bulk_in_worker);
}

/**
 * cnscd_repository_load_bulk_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error; %CNSCD_STORE_ERROR_NOT_FOUND when one of them is gone
 *
 * Returns: (transfer full): the members as stored, or %NULL with @error set
 */
CnscdBulkMembers *
cnscd_repository_load_bulk_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, cnscd_repository_load_bulk_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cnscd_repository_list_bodies_async:
 * @self: a repository
 * @unit: (nullable): code of a commune, %NULL for all
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Lists the bodies that members represent.
 */
void
cnscd_repository_list_bodies_async (CnscdRepository *self,
                                    const char *unit,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_list_bodies_async);
  g_task_set_task_data (task, g_strdup (unit), g_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, list_bodies_in_worker);
}

/**
 * cnscd_repository_list_bodies_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type CnscdBodyCount): those of most members first, or %NULL
 *   with @error set
 */
GPtrArray *
cnscd_repository_list_bodies_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, cnscd_repository_list_bodies_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
