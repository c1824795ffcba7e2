/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-undo-progress.h"

#include <glib/gi18n-lib.h>

/* What is done sooner needs no dialog that flashes up. */
#define PATIENCE_MS 500
#define REFRESH_MS  100

/* A dialog over the window while something large is undone. */
struct _CnscdUndoProgress
{
  CnscdWindow *window;
  CnscdRepository *repository;
  AdwDialog *dialog; /* (nullable) */
  GtkProgressBar *bar;
  guint timeout;
};

static void
show (CnscdUndoProgress *self)
{
  double fraction = cnscd_repository_get_undo_progress (self->repository);

  if (fraction < 0)
    gtk_progress_bar_pulse (self->bar);
  else
    gtk_progress_bar_set_fraction (self->bar, fraction);
}

static gboolean
refresh_cb (gpointer data)
{
  show (data);
  return G_SOURCE_CONTINUE;
}

static gboolean
patience_cb (gpointer data)
{
  CnscdUndoProgress *self = data;
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *page = adw_status_page_new ();

  self->timeout = 0;
  if (cnscd_window_is_closed (self->window))
    return G_SOURCE_REMOVE;

  self->bar = g_object_ref_sink (GTK_PROGRESS_BAR (gtk_progress_bar_new ()));
  gtk_widget_set_size_request (GTK_WIDGET (self->bar), 260, -1);
  gtk_widget_set_halign (GTK_WIDGET (self->bar), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Undoing"), -1);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Undoing"));
  adw_status_page_set_description (
    ADW_STATUS_PAGE (page),
    _ ("It continues when this is closed, and is done completely or not at all."));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), GTK_WIDGET (self->bar));
  adw_header_bar_set_show_title (ADW_HEADER_BAR (header), FALSE);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);

  self->dialog = g_object_ref_sink (adw_dialog_new ());
  adw_dialog_set_title (self->dialog, _ ("Undoing"));
  adw_dialog_set_content_width (self->dialog, 420);
  adw_dialog_set_child (self->dialog, view);
  show (self);
  adw_dialog_present (self->dialog, GTK_WIDGET (self->window));
  self->timeout = g_timeout_add (REFRESH_MS, refresh_cb, self);
  return G_SOURCE_REMOVE;
}

/**
 * cnscd_undo_progress_start:
 * @window: a window whose repository has begun an undo
 *
 * Shows how far the undo is, if it takes more than a moment.
 *
 * Returns: (transfer full): for cnscd_undo_progress_stop()
 */
CnscdUndoProgress *
cnscd_undo_progress_start (CnscdWindow *window)
{
  CnscdUndoProgress *self = g_new0 (CnscdUndoProgress, 1);

  self->window = g_object_ref (window);
  self->repository = g_object_ref (cnscd_window_get_repository (window));
  self->timeout = g_timeout_add (PATIENCE_MS, patience_cb, self);
  return self;
}

/**
 * cnscd_undo_progress_stop:
 * @progress: (transfer full): of cnscd_undo_progress_start()
 *
 * Takes the dialog away, if there is one. The window is that of
 * cnscd_undo_progress_start() still, or closed.
 */
void
cnscd_undo_progress_stop (CnscdUndoProgress *progress)
{
  g_clear_handle_id (&progress->timeout, g_source_remove);
  if (progress->dialog != NULL)
    adw_dialog_force_close (progress->dialog);
  g_clear_object (&progress->dialog);
  g_clear_object (&progress->bar);
  g_object_unref (progress->repository);
  g_object_unref (progress->window);
  g_free (progress);
}
