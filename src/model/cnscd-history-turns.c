/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-history-turns.h"

#include <glib/gi18n-lib.h>

#include "cnscd-repository-office.h"
#include "cnscd-repository-people.h"

/*
 * Steps that are in no journal: who was told apart, and who signs no more.
 */

typedef struct
{
  char *authority; /* (nullable) */
  char *full_name;
  guint position;
} Removal;

/* Two people who are told apart. */
static void
turn_verdict (CnscdRepository *repository,
              gpointer data,
              gboolean forth,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  char **pair = data;

  cnscd_repository_set_distinct_async (repository, pair[0], pair[1], forth, callback, user_data);
}

static void
told_apart_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  CnscdHistory *self = g_task_get_source_object (task);
  char **pair = g_task_get_task_data (task);
  gint64 action;
  GError *error = NULL;

  if (!cnscd_repository_set_distinct_finish (CNSCD_REPOSITORY (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  action = cnscd_history_add_turn (self, _ ("Remembered as different people"), turn_verdict,
                                   g_strdupv (pair), (GDestroyNotify) g_strfreev);
  g_task_return_pointer (task, g_memdup2 (&action, sizeof action), g_free);
}

static void
removal_free (gpointer data)
{
  Removal *removal = data;

  g_free (removal->authority);
  g_free (removal->full_name);
  g_free (removal);
}

static gboolean
is_removed (gconstpointer signer, gconstpointer removal)
{
  const CnscdSigner *one = signer;
  const Removal *other = removal;

  return g_strcmp0 (one->full_name, other->full_name) == 0 &&
         g_strcmp0 (one->authority, other->authority) == 0;
}

static gboolean
find_removed (CnscdOffice *office, const Removal *removal, guint *position)
{
  return g_ptr_array_find_with_equal_func (office->signers, removal, is_removed, position);
}

static void
remove_again (CnscdOffice *office, gconstpointer data)
{
  guint position;

  if (find_removed (office, data, &position))
    g_ptr_array_remove_index (office->signers, position);
}

/* Whatever was done to the others since, stays. */
static void
put_back (CnscdOffice *office, gconstpointer data)
{
  const Removal *removal = data;
  guint last = office->signers->len;

  if (find_removed (office, removal, NULL))
    return;

  cnscd_office_add_signer (office, removal->authority, removal->full_name);
  g_ptr_array_insert (office->signers, (int) MIN (removal->position, last),
                      g_ptr_array_steal_index (office->signers, last));
}

static void
turn_removal (CnscdRepository *repository,
              gpointer data,
              gboolean forth,
              GAsyncReadyCallback callback,
              gpointer user_data)
{
  cnscd_repository_change_office_async (repository, forth ? remove_again : put_back, data, callback,
                                        user_data);
}

/**
 * cnscd_history_tell_apart_async:
 * @self: a history
 * @one: id of a person
 * @other: id of another
 * @callback: called when it is remembered
 * @user_data: for @callback
 *
 * Remembers that two are not the same person, as a step like any other. What
 * could be redone no longer can.
 */
void
cnscd_history_tell_apart_async (CnscdHistory *self,
                                const char *one,
                                const char *other,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_HISTORY (self));
  g_return_if_fail (one != NULL && other != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, cnscd_history_tell_apart_async);
  g_task_set_task_data (task, g_strdupv ((char *[]) { (char *) one, (char *) other, NULL }),
                        (GDestroyNotify) g_strfreev);
  cnscd_repository_set_distinct_async (cnscd_history_get_repository (self), one, other, TRUE,
                                       told_apart_cb, task);
}

/**
 * cnscd_history_tell_apart_finish:
 * @self: a history
 * @result: given to the callback
 * @action: (out) (optional): for cnscd_history_undo_async()
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether it is remembered
 */
gboolean
cnscd_history_tell_apart_finish (CnscdHistory *self,
                                 GAsyncResult *result,
                                 gint64 *action,
                                 GError **error)
{
  g_autofree gint64 *told = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, cnscd_history_tell_apart_async), FALSE);

  told = g_task_propagate_pointer (G_TASK (result), error);
  if (told != NULL && action != NULL)
    *action = *told;
  return told != NULL;
}

/**
 * cnscd_history_add_removed_signer:
 * @self: a history
 * @label: what was done
 * @signer: who was removed from those who sign
 * @position: where they stood
 *
 * Remembers it as a step like any other.
 *
 * Returns: for cnscd_history_undo_async()
 */
gint64
cnscd_history_add_removed_signer (CnscdHistory *self,
                                  const char *label,
                                  const CnscdSigner *signer,
                                  guint position)
{
  Removal *removal = g_new (Removal, 1);

  *removal = (Removal) {
    .authority = g_strdup (signer->authority),
    .full_name = g_strdup (signer->full_name),
    .position = position,
  };
  return cnscd_history_add_turn (self, label, turn_removal, removal, removal_free);
}
