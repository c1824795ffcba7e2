/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-drop.h"

#include <glib/gi18n-lib.h>

#include "ui/documents/cnscd-import-flow.h"

/* To read what was dropped. */
#define PATIENCE_MS 1500

/* A file that is dragged onto the window. */

static gboolean
is_ready (CnscdWindow *window)
{
  return cnscd_repository_is_open (cnscd_window_get_repository (window)) &&
         adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) == NULL;
}

/* What is not taken is refused here, before the target knows it: where a dialog lies on the window,
 * GTK does not always hear when the drop is over, and the target would wait for that. */
static gboolean
accept_cb (GtkDropTarget *target, GdkDrop *drop, gpointer data)
{
  CnscdWindow *window =
    CNSCD_WINDOW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));

  return is_ready (window) && gdk_content_formats_match (gtk_drop_target_get_formats (target),
                                                         gdk_drop_get_formats (drop));
}

static GdkDragAction
enter_cb (GtkDropTarget *target, double x, double y, GtkRevealer *revealer)
{
  gtk_revealer_set_reveal_child (revealer, TRUE);
  return GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTarget *target, GtkRevealer *revealer)
{
  gtk_revealer_set_reveal_child (revealer, FALSE);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, GtkRevealer *revealer)
{
  CnscdWindow *window =
    CNSCD_WINDOW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));

  gtk_revealer_set_reveal_child (revealer, FALSE);
  return cnscd_import_drop_files (window, value);
}

/* The pointer is free again, so that what is still waited for was cancelled. */
static gboolean
give_up_cb (gpointer data)
{
  GtkDropTarget *target = data;
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);

  if (drop != NULL && drop == g_object_get_data (G_OBJECT (target), "cnscd-drop"))
    gtk_drop_target_reject (target);
  g_object_set_data (G_OBJECT (target), "cnscd-drop", NULL);
  return G_SOURCE_REMOVE;
}

static void
moved_cb (GtkDropTarget *target)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);

  if (drop == NULL || drop == g_object_get_data (G_OBJECT (target), "cnscd-drop"))
    return;

  g_object_set_data (G_OBJECT (target), "cnscd-drop", drop);
  g_timeout_add_full (G_PRIORITY_DEFAULT, PATIENCE_MS, give_up_cb, g_object_ref (target),
                      g_object_unref);
}

static GtkWidget *
create_indication (void)
{
  GtkWidget *revealer = gtk_revealer_new ();
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "document-open-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Drop to Import"));
  adw_status_page_set_description (
    ADW_STATUS_PAGE (page),
    _ ("A spreadsheet with a roster or a schedule: .xlsx, .ods, .xls or .csv"));
  gtk_widget_add_css_class (page, "drop-indication");
  gtk_revealer_set_transition_type (GTK_REVEALER (revealer),
                                    GTK_REVEALER_TRANSITION_TYPE_CROSSFADE);
  gtk_revealer_set_child (GTK_REVEALER (revealer), page);
  gtk_widget_set_can_target (revealer, FALSE);
  return revealer;
}

/**
 * cnscd_import_drop_attach:
 * @window: a window
 * @content: what it shows
 *
 * Lets people drag spreadsheets onto the window.
 */
void
cnscd_import_drop_attach (CnscdWindow *window, AdwToastOverlay *content)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkWidget *indication = create_indication ();
  g_autoptr (GtkWidget) child = g_object_ref (adw_toast_overlay_get_child (content));

  adw_toast_overlay_set_child (content, NULL);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), child);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), indication);
  adw_toast_overlay_set_child (content, overlay);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "accept", G_CALLBACK (accept_cb), NULL);
  g_signal_connect_object (target, "enter", G_CALLBACK (enter_cb), indication, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), indication, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), indication, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), GTK_EVENT_CONTROLLER (target));

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_object (motion, "motion", G_CALLBACK (moved_cb), target, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (window), motion);
}

/**
 * cnscd_import_drop_files:
 * @window: a window
 * @value: a #GdkFileList or a #GFile
 *
 * Starts the import of what was dropped; of several files the first.
 *
 * Returns: whether there is a file, and the window is ready for it
 */
gboolean
cnscd_import_drop_files (CnscdWindow *window, const GValue *value)
{
  g_autoptr (GSList) files = NULL;

  if (!is_ready (window))
    return FALSE;
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    files = gdk_file_list_get_files (g_value_get_boxed (value));
  else if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    files = g_slist_prepend (NULL, g_value_get_object (value));
  if (files == NULL || files->data == NULL)
    return FALSE;

  cnscd_import_flow_start_with_files (window, files);
  return TRUE;
}
