/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-private.h"

#include "store/cnscd-action.h"

static void
load_overview_in_worker (CnscdWorker *worker, GTask *task)
{
  const char *unit = g_task_get_task_data (task);
  g_autoptr (CnscdOverview) overview = g_new0 (CnscdOverview, 1);
  g_autoptr (GArray) teams = NULL;
  g_autoptr (GArray) members = NULL;
  g_autoptr (CnscdAction) action = NULL;
  g_autoptr (GError) error = NULL;
  CnscdDatabase *database = cnscd_worker_get_unchecked_database (worker, &error);

  if (database != NULL)
    teams = cnscd_teams_query (database, &(CnscdTeamQuery) { .unit = unit }, &error);
  if (teams != NULL)
    members = cnscd_members_query (database, &(CnscdMemberQuery) { .unit = unit }, &error);
  if (members != NULL)
    action = cnscd_action_last (database, "import", &error);
  if (g_error_matches (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND))
    g_clear_error (&error);
  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  overview->n_teams = teams->len;
  overview->n_members = members->len;
  if (action != NULL && !action->undone)
    {
      overview->last_import = g_strdup (action->label != NULL ? action->label : "");
      overview->last_import_at = action->at;
      overview->last_import_id = action->id;
    }
  g_task_return_pointer (task, g_steal_pointer (&overview), (GDestroyNotify) cnscd_overview_free);
}

/**
 * cnscd_repository_load_overview_async:
 * @self: a repository
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Counts the teams and members of the chosen commune.
 */
void
cnscd_repository_load_overview_async (CnscdRepository *self,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_repository_load_overview_async);
  g_task_set_task_data (task, g_strdup (self->surroundings->office->unit), g_free);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, load_overview_in_worker);
}

/**
 * cnscd_repository_load_overview_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for an error
 *
 * Returns: (transfer full): the overview, or %NULL with @error set
 */
CnscdOverview *
cnscd_repository_load_overview_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * cnscd_overview_free:
 * @overview: (transfer full): an overview
 *
 * Frees it.
 */
void
cnscd_overview_free (CnscdOverview *overview)
{
  g_free (overview->last_import);
  g_free (overview);
}
