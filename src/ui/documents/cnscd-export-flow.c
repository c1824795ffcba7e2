/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-export-flow.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-words.h"

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  guint n_rows = 0;

  if (!cnscd_repository_export_finish (CNSCD_REPOSITORY (source), result, &n_rows, &error))
    cnscd_window_show_error (window, _ ("Not Exported"), error);
  else
    {
      g_autofree char *number = cnscd_words_for_number (n_rows);
      g_autofree char *message = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s member exported", "%s members exported", n_rows), number);

      cnscd_window_show_message (window, message);
    }
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (cnscd_window_is_closed (window))
    return;
  if (file != NULL)
    cnscd_repository_export_async (cnscd_window_get_repository (window), CNSCD_EXPORT_MEMBERS, file,
                                   NULL, exported_cb, g_object_ref (window));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
           !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    cnscd_window_show_error (window, _ ("Not Exported"), error);
}

static void
add_filter (GListStore *filters, const char *name, const char *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  g_list_store_append (filters, filter);
}

/**
 * cnscd_export_flow_start:
 * @window: a window
 *
 * Lets the person choose a file, and writes the members to it.
 */
void
cnscd_export_flow_start (CnscdWindow *window)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  add_filter (filters, _ ("Excel workbook (.xlsx)"), "xlsx");
  add_filter (filters, _ ("Text with commas (.csv)"), "csv");

  gtk_file_dialog_set_title (dialog, _ ("Export Members"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Export"));
  /* Translators: the name proposed for a file; keep the ending */
  gtk_file_dialog_set_initial_name (dialog, _ ("Members of digital teams.xlsx"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_save (dialog, GTK_WINDOW (window), cnscd_window_get_cancellable (window),
                        chosen_cb, g_object_ref (window));
}
