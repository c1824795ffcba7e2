/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-window-private.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-office.h"
#include "model/cnscd-sample.h"
#include "ui/common/cnscd-alert.h"

/*
 * A sample takes the place of the office's own database in the window, which
 * stays open meanwhile, as it was. Nothing of the sample outlives it.
 */

/* Keeps the program from ending meanwhile. */
typedef struct
{
  GApplication *application; /* (nullable) */
  CnscdWindow *window;       /* (nullable): where to tell what went wrong */
} Hold;

static Hold *
hold_new (CnscdWindow *self, gboolean telling)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  Hold *hold = g_new0 (Hold, 1);

  if (application != NULL)
    {
      hold->application = g_object_ref (G_APPLICATION (application));
      g_application_hold (hold->application);
    }
  if (telling)
    hold->window = g_object_ref (self);
  return hold;
}

static void
hold_free (Hold *hold)
{
  if (hold->application != NULL)
    g_application_release (hold->application);
  g_clear_object (&hold->application);
  g_clear_object (&hold->window);
  g_free (hold);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Hold, hold_free)

static void
discarded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Hold) hold = user_data;
  g_autoptr (GError) error = NULL;

  if (cnscd_sample_discard_finish (CNSCD_SAMPLE (source), result, &error))
    return;
  if (hold->window != NULL)
    cnscd_window_show_error (hold->window, NULL, error);
  else
    g_message ("%s", error->message);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Hold) hold = user_data;
  CnscdWindow *self = hold->window;
  CnscdSample *sample = CNSCD_SAMPLE (source);
  g_autoptr (GError) error = NULL;

  self->making_sample = FALSE;
  if (!cnscd_sample_make_finish (sample, result, &error))
    cnscd_window_show_error (self, NULL, error);
  else if (cnscd_window_is_closed (self) ||
           adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    {
      /* What somebody began meanwhile belongs into the office's own database. */
      cnscd_sample_discard_async (sample, discarded_cb, hold_new (self, TRUE));
    }
  else
    {
      self->sample = g_object_ref (sample);
      self->own_repository = g_object_ref (self->repository);
      self->own_history = g_object_ref (self->history);
      self->own_path = g_strdup (self->path);
      cnscd_window_set_database (self, cnscd_sample_get_repository (sample), NULL,
                                 cnscd_sample_get_path (sample));
      cnscd_notices_set (self->notices, CNSCD_NOTICE_SAMPLE,
                         _ ("This is a sample. Nothing of it is kept."), _ ("_Leave Sample"),
                         "win.leave-sample");
      gtk_stack_set_visible_child_name (self->stack, "content");
      adw_toast_overlay_dismiss_all (self->toast_overlay);
      cnscd_window_open_database (self);
    }

  if (!cnscd_window_is_closed (self))
    cnscd_window_update_actions (self);
}

static void
clear_own (CnscdWindow *self)
{
  g_clear_object (&self->own_repository);
  g_clear_object (&self->own_history);
  g_clear_pointer (&self->own_path, g_free);
}

/*< private >
 * cnscd_window_open_sample:
 *
 * Makes a sample that plays the commune @unit (nullable), and shows it.
 */
void
cnscd_window_open_sample (CnscdWindow *self, const char *unit)
{
  g_autoptr (CnscdSample) sample = NULL;

  if (self->sample != NULL || self->making_sample)
    return;

  self->making_sample = TRUE;
  cnscd_window_update_actions (self);
  sample = cnscd_sample_new ();
  cnscd_sample_make_async (sample, unit, made_cb, hold_new (self, TRUE));
}

/*< private >
 * cnscd_window_leave_sample:
 *
 * Shows the office's own database again, and removes the sample.
 */
void
cnscd_window_leave_sample (CnscdWindow *self)
{
  g_autoptr (CnscdSample) sample = g_steal_pointer (&self->sample);

  if (sample == NULL)
    return;

  cnscd_window_set_database (self, self->own_repository, self->own_history, self->own_path);
  clear_own (self);
  cnscd_notices_clear (self->notices, CNSCD_NOTICE_SAMPLE);
  adw_toast_overlay_dismiss_all (self->toast_overlay);
  cnscd_window_schedule_check (self);
  if (cnscd_repository_is_new (self->repository))
    cnscd_window_show_welcome (self);
  else
    {
      cnscd_window_enter (self);
      /* The button that had it is gone. */
      cnscd_window_focus_page (self);
    }
  cnscd_sample_discard_async (sample, discarded_cb, hold_new (self, TRUE));
}

static gboolean
is_changed (CnscdWindow *self)
{
  return self->sample != NULL && cnscd_history_get_undo_label (self->history) != NULL;
}

static void
ask (CnscdWindow *self, const char *leave_label, GAsyncReadyCallback callback)
{
  AdwAlertDialog *question = cnscd_alert_new_loss (
    _ ("Leave the Sample?"), _ ("What was changed in the sample is lost. Your own data stays."),
    _ ("_Cancel"), "leave", leave_label);

  adw_alert_dialog_choose (question, GTK_WIDGET (self), NULL, callback, g_object_ref (self));
}

static gboolean
finish_asking (GObject *question, GAsyncResult *result)
{
  return g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (question), result),
                      "leave");
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdWindow) self = user_data;

  if (finish_asking (source, result))
    cnscd_window_leave_sample (self);
}

/*< private >
 * cnscd_window_ask_to_leave_sample:
 *
 * Leaves the sample; where somebody changed something in it, not without asking.
 */
void
cnscd_window_ask_to_leave_sample (CnscdWindow *self)
{
  if (self->sample == NULL)
    return;

  if (is_changed (self))
    ask (self, _ ("_Leave"), answered_cb);
  else
    cnscd_window_leave_sample (self);
}

static void
closing_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdWindow) self = user_data;

  if (!finish_asking (source, result) || cnscd_window_is_closed (self))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "app.stay", NULL);
      return;
    }

  /* A dialog that came meanwhile may still keep the window, and the sample with it. */
  self->giving_up_sample = TRUE;
  cnscd_window_leave (self);
  self->giving_up_sample = FALSE;
}

/*< private >
 * cnscd_window_keeps_sample:
 *
 * Asks, when the window is to be closed and somebody changed something in its sample.
 *
 * Returns: whether the window stays until the answer
 */
gboolean
cnscd_window_keeps_sample (CnscdWindow *self)
{
  if (self->giving_up_sample || !is_changed (self))
    return FALSE;

  ask (self, _ ("_Close"), closing_answered_cb);
  return TRUE;
}

/*< private >
 * cnscd_window_discard_sample:
 *
 * For the end of the window: removes the sample, if it shows one.
 */
void
cnscd_window_discard_sample (CnscdWindow *self)
{
  g_autoptr (CnscdSample) sample = g_steal_pointer (&self->sample);

  clear_own (self);
  if (sample != NULL)
    cnscd_sample_discard_async (sample, discarded_cb, hold_new (self, FALSE));
}

/**
 * cnscd_window_is_sample:
 * @self: a window
 *
 * Returns: whether it shows a sample
 */
gboolean
cnscd_window_is_sample (CnscdWindow *self)
{
  g_return_val_if_fail (CNSCD_IS_WINDOW (self), FALSE);

  return self->sample != NULL;
}
