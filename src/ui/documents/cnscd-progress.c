/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-progress.h"

#include <glib/gi18n-lib.h>

#define PATIENCE_MS 500
#define REFRESH_MS  100

struct _CnscdProgress
{
  GtkWidget *parent;
  GCancellable *window_cancellable;
  gulong window_handler;
  char *title;
  CnscdProgressFunc func;
  gpointer data;
  GCancellable *cancellable;
  guint timeout;
  AdwDialog *dialog; /* (nullable) */
  GtkProgressBar *bar;
};

static void
closed_cb (AdwDialog *dialog, CnscdProgress *progress)
{
  progress->dialog = NULL;
  progress->bar = NULL;
  g_clear_handle_id (&progress->timeout, g_source_remove);
  g_cancellable_cancel (progress->cancellable);
}

static void
window_closed_cb (GCancellable *cancellable, gpointer data)
{
  CnscdProgress *progress = data;

  g_clear_handle_id (&progress->timeout, g_source_remove);
  g_cancellable_cancel (progress->cancellable);
}

static gboolean
refresh_cb (gpointer data)
{
  CnscdProgress *progress = data;
  double fraction = progress->func (progress->data);

  if (fraction >= 0)
    gtk_progress_bar_set_fraction (progress->bar, fraction);
  else
    gtk_progress_bar_pulse (progress->bar);
  return G_SOURCE_CONTINUE;
}

static gboolean
patience_cb (gpointer data)
{
  CnscdProgress *progress = data;
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (progress->title, NULL));
  GtkWidget *bar = gtk_progress_bar_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  progress->title, -1);
  adw_alert_dialog_set_extra_child (dialog, bar);
  adw_alert_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_alert_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "closed", G_CALLBACK (closed_cb), progress);

  progress->dialog = ADW_DIALOG (dialog);
  progress->bar = GTK_PROGRESS_BAR (bar);
  progress->timeout = g_timeout_add (REFRESH_MS, refresh_cb, progress);
  adw_dialog_present (progress->dialog, progress->parent);
  return G_SOURCE_REMOVE;
}

/**
 * cnscd_progress_begin:
 * @parent: the widget whose window is kept waiting
 * @window_cancellable: cancelled when that window closes
 * @title: what is being done
 * @func: says how much is done, 0 to 1, or a negative number while that is unknown
 * @data: for @func
 *
 * Returns: (transfer full): to be ended with cnscd_progress_end()
 */
CnscdProgress *
cnscd_progress_begin (GtkWidget *parent,
                      GCancellable *window_cancellable,
                      const char *title,
                      CnscdProgressFunc func,
                      gpointer data)
{
  CnscdProgress *progress = g_new0 (CnscdProgress, 1);

  progress->parent = g_object_ref (parent);
  progress->title = g_strdup (title);
  progress->func = func;
  progress->data = data;
  progress->cancellable = g_cancellable_new ();
  progress->timeout = g_timeout_add (PATIENCE_MS, patience_cb, progress);
  progress->window_cancellable = g_object_ref (window_cancellable);
  progress->window_handler =
    g_cancellable_connect (window_cancellable, G_CALLBACK (window_closed_cb), progress, NULL);
  return progress;
}

/**
 * cnscd_progress_get_cancellable:
 * @progress: a progress
 *
 * Returns: (transfer none): cancelled when the person does not want to wait
 */
GCancellable *
cnscd_progress_get_cancellable (CnscdProgress *progress)
{
  return progress->cancellable;
}

/**
 * cnscd_progress_end:
 * @progress: (transfer full): a progress
 *
 * Closes the dialog, if it came up.
 */
void
cnscd_progress_end (CnscdProgress *progress)
{
  g_cancellable_disconnect (progress->window_cancellable, progress->window_handler);
  g_object_unref (progress->window_cancellable);
  g_clear_handle_id (&progress->timeout, g_source_remove);
  if (progress->dialog != NULL)
    {
      g_signal_handlers_disconnect_by_func (progress->dialog, closed_cb, progress);
      adw_dialog_force_close (progress->dialog);
    }
  g_object_unref (progress->parent);
  g_object_unref (progress->cancellable);
  g_free (progress->title);
  g_free (progress);
}
