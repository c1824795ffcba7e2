/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-file-dialog.h"

#include <glib/gi18n-lib.h>

/* A file that is being chosen. */
typedef struct
{
  CnscdWindow *window;
  const char *failed;
  CnscdFileChosenFunc chosen;
} Choice;

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Choice *choice = user_data;
  g_autoptr (CnscdWindow) window = choice->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (cnscd_window_is_closed (window))
    return;
  if (file != NULL)
    choice->chosen (window, file);
  else if (!cnscd_file_dialog_was_given_up (error))
    cnscd_window_show_error (window, _ (choice->failed), error);
}

/**
 * cnscd_file_dialog_new:
 * @title: what the file is for
 * @format: what kind of files are shown
 * @suffixes: (array zero-terminated=1): how the names of such files end, without the point
 *
 * Returns: (transfer full): a dialog that shows files of one kind
 */
GtkFileDialog *
cnscd_file_dialog_new (const char *title, const char *format, const char *const *suffixes)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, format);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  return dialog;
}

/**
 * cnscd_file_dialog_open:
 * @dialog: how a file is chosen
 * @window: a window
 * @failed: (not nullable): msgid of the heading when none can be chosen
 * @chosen: (scope async): called with the file, unless somebody gives up
 *
 * Lets the person choose a file to be read.
 */
void
cnscd_file_dialog_open (GtkFileDialog *dialog,
                        CnscdWindow *window,
                        const char *failed,
                        CnscdFileChosenFunc chosen)
{
  Choice *choice;

  g_return_if_fail (GTK_IS_FILE_DIALOG (dialog));
  g_return_if_fail (CNSCD_IS_WINDOW (window));

  choice = g_new0 (Choice, 1);
  choice->window = g_object_ref (window);
  choice->failed = failed;
  choice->chosen = chosen;
  gtk_file_dialog_open (dialog, GTK_WINDOW (window), cnscd_window_get_cancellable (window),
                        opened_cb, choice);
}

/**
 * cnscd_file_dialog_was_given_up:
 * @error: why no file was chosen
 *
 * Returns: whether somebody wanted it so, so that there is nothing to tell
 */
gboolean
cnscd_file_dialog_was_given_up (const GError *error)
{
  return g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
         g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED);
}
