/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-file-toast.h"

#include <glib/gi18n-lib.h>

static void
folder_shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdWindow) window = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (source), result,
                                                        &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    {
      g_autofree char *name =
        g_file_get_parse_name (gtk_file_launcher_get_file (GTK_FILE_LAUNCHER (source)));
      /* The desktop's own words speak of addresses and handlers. */
      g_autoptr (GError) problem =
        g_error_new (GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_FAILED,
                     _ ("No program could open the file. It is here: %s"), name);

      g_debug ("The folder cannot be shown: %s", error->message);
      cnscd_window_show_error (window, _ ("Cannot Open File"), problem);
    }
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdWindow) window = user_data;
  g_autoptr (GError) error = NULL;

  if (gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
      cnscd_window_is_closed (window))
    return;

  /* Where nothing opens such a file, its folder may still be seen. */
  g_debug ("The file cannot be opened: %s", error->message);
  gtk_file_launcher_open_containing_folder (GTK_FILE_LAUNCHER (source), GTK_WINDOW (window), NULL,
                                            folder_shown_cb, g_object_ref (window));
}

static void
open_cb (AdwToast *toast, CnscdWindow *window)
{
  g_autoptr (GtkFileLauncher) launcher =
    gtk_file_launcher_new (g_object_get_data (G_OBJECT (toast), "file"));

  gtk_file_launcher_launch (launcher, GTK_WINDOW (window), NULL, opened_cb, g_object_ref (window));
}

/**
 * cnscd_file_toast_show:
 * @window: a window
 * @message: for people, in one line
 * @file: what was written
 *
 * Says that a file was written, and offers to open it.
 */
void
cnscd_file_toast_show (CnscdWindow *window, const char *message, GFile *file)
{
  AdwToast *toast;

  g_return_if_fail (CNSCD_IS_WINDOW (window));
  g_return_if_fail (G_IS_FILE (file));

  toast = adw_toast_new (message);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Open"));
  g_object_set_data_full (G_OBJECT (toast), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (open_cb), window, 0);
  cnscd_window_add_toast (window, toast);
}
