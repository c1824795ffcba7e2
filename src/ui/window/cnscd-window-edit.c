/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-window-edit.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-history-turns.h"
#include "cnscd-undo-progress.h"

/*
 * What every change in the window has in common: it is applied, told in a
 * toast that undoes it, and undone and redone by keys.
 */

/* As long as it takes to read it and to reach its button. In seconds. */
#define TIME_TO_UNDO 8

static void
show_done (CnscdWindow *self, const char *label, gint64 action)
{
  AdwToast *toast = adw_toast_new (label);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo-step");
  adw_toast_set_action_target (toast, "x", action);
  adw_toast_set_timeout (toast, TIME_TO_UNDO);
  cnscd_window_add_toast (self, toast);
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  CnscdWindow *self = g_task_get_source_object (task);
  const CnscdChangeSet *set = g_task_get_task_data (task);
  gint64 action = 0;
  GError *error = NULL;

  if (!cnscd_history_apply_finish (CNSCD_HISTORY (source), result, &action, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (action != 0 && !cnscd_window_is_closed (self))
    show_done (self, cnscd_change_set_get_label (set), action);
  g_task_return_boolean (task, TRUE);
}

static void
told_apart_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  CnscdWindow *self = g_task_get_source_object (task);
  gint64 action = 0;
  GError *error = NULL;

  if (!cnscd_history_tell_apart_finish (CNSCD_HISTORY (source), result, &action, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  if (!cnscd_window_is_closed (self))
    show_done (self, _ ("Remembered as different people"), action);
  g_task_return_boolean (task, TRUE);
}

static void
show_step (CnscdWindow *self, const char *message)
{
  if (!cnscd_window_is_closed (self))
    cnscd_window_show_message (self, message);
}

typedef struct
{
  CnscdWindow *window;
  CnscdUndoProgress *progress;
} Undoing;

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Undoing *undoing = user_data;
  g_autoptr (CnscdWindow) self = undoing->window;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = cnscd_history_step_finish (CNSCD_HISTORY (source), result, &error);
  g_autofree char *message = NULL;

  cnscd_undo_progress_stop (undoing->progress);
  /* Translators: %s is what was done: "Đào Thị Ánh added" */
  message = label != NULL ? g_strdup_printf (_ ("Undone: %s"), label) : NULL;
  show_step (self, message != NULL ? message : error->message);
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = cnscd_history_step_finish (CNSCD_HISTORY (source), result, &error);
  g_autofree char *message = NULL;

  /* Translators: %s is what was done: "Đào Thị Ánh added" */
  message = label != NULL ? g_strdup_printf (_ ("Done again: %s"), label) : NULL;
  show_step (self, message != NULL ? message : error->message);
}

/**
 * cnscd_window_apply_async:
 * @self: a window
 * @set: what somebody changed
 * @callback: called when it is stored, or refused
 * @user_data: for @callback
 *
 * Applies changes, and tells so in a toast that undoes them.
 */
void
cnscd_window_apply_async (CnscdWindow *self,
                          CnscdChangeSet *set,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_WINDOW (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, cnscd_window_apply_async);
  g_task_set_task_data (task, cnscd_change_set_ref (set), (GDestroyNotify) cnscd_change_set_unref);
  cnscd_history_apply_async (cnscd_window_get_history (self), set, applied_cb, task);
}

/**
 * cnscd_window_apply_finish:
 * @self: a window
 * @result: given to the callback
 * @error: return location for a #CnscdStoreError
 *
 * Returns: whether the changes are stored
 */
gboolean
cnscd_window_apply_finish (CnscdWindow *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * cnscd_window_tell_apart_async:
 * @self: a window
 * @one: id of a person
 * @other: id of another
 * @callback: called when it is remembered
 * @user_data: for @callback; cnscd_window_apply_finish() tells what came of it
 *
 * Remembers that two are not the same person, and tells so in a toast that
 * undoes it.
 */
void
cnscd_window_tell_apart_async (CnscdWindow *self,
                               const char *one,
                               const char *other,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_WINDOW (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, cnscd_window_tell_apart_async);
  cnscd_history_tell_apart_async (cnscd_window_get_history (self), one, other, told_apart_cb, task);
}

/**
 * cnscd_window_undo:
 * @self: a window
 * @action: which change, 0 for the last
 *
 * Undoes a change, and tells what came of it.
 */
void
cnscd_window_undo (CnscdWindow *self, gint64 action)
{
  Undoing *undoing = g_new (Undoing, 1);

  *undoing = (Undoing) {
    .window = g_object_ref (self),
    .progress = cnscd_undo_progress_start (self),
  };
  cnscd_history_undo_async (cnscd_window_get_history (self), action, undone_cb, undoing);
}

/**
 * cnscd_window_redo:
 * @self: a window
 *
 * Does again what was undone last, and tells what came of it.
 */
void
cnscd_window_redo (CnscdWindow *self)
{
  cnscd_history_redo_async (cnscd_window_get_history (self), redone_cb, g_object_ref (self));
}
