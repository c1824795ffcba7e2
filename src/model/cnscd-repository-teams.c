/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-teams.h"

#include "core/cnscd-text.h"
#include "store/cnscd-record-store.h"
#include "cnscd-repository-private.h"

static int
compare_hamlets (gconstpointer a, gconstpointer b)
{
  const CnscdHamlet *one = *(CnscdHamlet *const *) a;
  const CnscdHamlet *other = *(CnscdHamlet *const *) b;
  g_autoptr (GBytes) key = cnscd_text_sort_key (one->name);
  g_autoptr (GBytes) other_key = cnscd_text_sort_key (other->name);

  return g_bytes_compare (key, other_key);
}

static gboolean
list_places (CnscdDatabase *database, const char *unit, CnscdTeamChoices *choices, GError **error)
{
  choices->hamlets = cnscd_record_store_list (database, &CNSCD_KIND_HAMLET, unit, error);
  if (choices->hamlets == NULL)
    return FALSE;

  g_ptr_array_sort (choices->hamlets, compare_hamlets);
  choices->teams = cnscd_record_store_list (database, &CNSCD_KIND_TEAM, unit, error);
  return choices->teams != NULL;
}

static void
load_choices_in_worker (CnscdWorker *worker, GTask *task)
{
  const char *unit = g_task_get_task_data (task);
  g_autoptr (CnscdTeamChoices) choices = g_new0 (CnscdTeamChoices, 1);
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);

  if (database == NULL || (choices->units = cnscd_units_list (database, NULL, &error)) == NULL ||
      (unit != NULL && !list_places (database, unit, choices, &error)))
    {
      g_task_return_error (task, error);
      return;
    }

  /* Nothing, until a commune is chosen. */
  if (choices->hamlets == NULL)
    choices->hamlets = g_ptr_array_new ();
  if (choices->teams == NULL)
    choices->teams = g_ptr_array_new ();
  g_task_return_pointer (task, g_steal_pointer (&choices),
                         (GDestroyNotify) cnscd_team_choices_free);
}

static void
load_history_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);
  CnscdTeamHistory *history = NULL;

  if (database != NULL)
    history = cnscd_team_history_read (database, g_task_get_task_data (task), &error);
  cnscd_repository_answer (task, history, (GDestroyNotify) cnscd_team_history_free, error);
}

static void
load_memberships_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);
  GPtrArray *memberships = NULL;

  if (database != NULL)
    memberships = cnscd_team_memberships_list (database, g_task_get_task_data (task), &error);
  cnscd_repository_answer (task, memberships, (GDestroyNotify) g_ptr_array_unref, error);
}

/**
 * cnscd_team_choices_free: (skip)
 * @choices: (transfer full): choices
 *
 * Frees them.
 */
void
cnscd_team_choices_free (CnscdTeamChoices *choices)
{
  g_clear_pointer (&choices->units, g_ptr_array_unref);
  g_clear_pointer (&choices->hamlets, g_ptr_array_unref);
  g_clear_pointer (&choices->teams, g_ptr_array_unref);
  g_free (choices);
}

/**
 * cnscd_repository_load_team_choices_async:
 * @self: a repository
 * @unit: (nullable): code of a commune, or %NULL while none is chosen
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Reads what a form for a team offers.
 */
void
cnscd_repository_load_team_choices_async (CnscdRepository *self,
                                          const char *unit,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  cnscd_repository_queue_text (self, cnscd_repository_load_team_choices_async, unit,
                               load_choices_in_worker, cancellable, callback, user_data);
}

/**
 * cnscd_repository_load_team_choices_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable): the choices; %NULL with @error set
 */
CnscdTeamChoices *
cnscd_repository_load_team_choices_finish (CnscdRepository *self,
                                           GAsyncResult *result,
                                           GError **error)
{
  return cnscd_repository_finish (self, result, cnscd_repository_load_team_choices_async, error);
}

/**
 * cnscd_repository_load_team_history_async:
 * @self: a repository
 * @team: id of a team
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Reads what became of a team.
 */
void
cnscd_repository_load_team_history_async (CnscdRepository *self,
                                          const char *team,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (team != NULL);

  cnscd_repository_queue_text (self, cnscd_repository_load_team_history_async, team,
                               load_history_in_worker, cancellable, callback, user_data);
}

/**
 * cnscd_repository_load_team_history_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable): the history; %NULL with @error set
 */
CnscdTeamHistory *
cnscd_repository_load_team_history_finish (CnscdRepository *self,
                                           GAsyncResult *result,
                                           GError **error)
{
  return cnscd_repository_finish (self, result, cnscd_repository_load_team_history_async, error);
}

/**
 * cnscd_repository_load_memberships_async:
 * @self: a repository
 * @team: id of a team
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Reads all memberships of a team, also those that have ended.
 */
void
cnscd_repository_load_memberships_async (CnscdRepository *self,
                                         const char *team,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (team != NULL);

  cnscd_repository_queue_text (self, cnscd_repository_load_memberships_async, team,
                               load_memberships_in_worker, cancellable, callback, user_data);
}

/**
 * cnscd_repository_load_memberships_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable) (element-type CnscdMembership): in the order of the team's
 *   roster; %NULL with @error set
 */
GPtrArray *
cnscd_repository_load_memberships_finish (CnscdRepository *self,
                                          GAsyncResult *result,
                                          GError **error)
{
  return cnscd_repository_finish (self, result, cnscd_repository_load_memberships_async, error);
}
