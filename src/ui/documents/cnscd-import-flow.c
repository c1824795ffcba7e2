/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-flow.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-alert.h"
#include "ui/common/cnscd-words.h"
#include "ui/import/cnscd-import-dialog.h"
#include "ui/window/cnscd-undo-progress.h"
#include "cnscd-file-dialog.h"

typedef struct
{
  CnscdWindow *window;
  gint64 action;
  CnscdUndoProgress *progress; /* (nullable) */
} Question;

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (CnscdWindow) window = question->window;
  g_autoptr (GError) error = NULL;
  guint n_kept = 0;

  cnscd_undo_progress_stop (question->progress);
  if (!cnscd_repository_undo_finish (CNSCD_REPOSITORY (source), result, &n_kept, &error))
    {
      cnscd_window_show_error (window, _ ("Import Not Undone"), error);
      return;
    }

  cnscd_history_note_undone (cnscd_window_get_history (window), question->action);
  if (n_kept == 0)
    cnscd_window_show_message (window, _ ("Import undone. The file can be imported again."));
  else
    {
      g_autofree char *number = cnscd_words_for_number (n_kept);
      g_autofree char *message =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Import undone, %s later edited record kept",
                                      "Import undone, %s later edited records kept", n_kept),
                         number);

      cnscd_window_show_message (window, message);
    }
}

static void
undo_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (CnscdWindow) window = question->window;

  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "undo") &&
      !cnscd_window_is_closed (window))
    cnscd_import_flow_undo (window, question->action);
}

/**
 * cnscd_import_flow_start:
 * @window: a window
 *
 * Lets the person choose a spreadsheet, says what importing it would do, and
 * does it if that is agreed to.
 */
void
cnscd_import_flow_start (CnscdWindow *window)
{
  static const char *const suffixes[] = { "xlsx", "xls", "ods", "csv", NULL };
  g_autoptr (GtkFileDialog) dialog =
    cnscd_file_dialog_new (_ ("Import Spreadsheet"), _ ("Spreadsheets"), suffixes);

  gtk_file_dialog_set_accept_label (dialog, _ ("_Import"));
  cnscd_file_dialog_open (dialog, window, N_ ("This File Cannot Be Imported"),
                          cnscd_import_flow_start_with_file);
}

/**
 * cnscd_import_flow_start_with_file:
 * @window: a window
 * @file: a spreadsheet
 *
 * As cnscd_import_flow_start(), with the file already chosen.
 */
void
cnscd_import_flow_start_with_file (CnscdWindow *window, GFile *file)
{
  g_autoptr (GSList) files = g_slist_prepend (NULL, file);

  cnscd_import_flow_start_with_files (window, files);
}

/**
 * cnscd_import_flow_start_with_files:
 * @window: a window
 * @files: (element-type GFile): at least one file
 *
 * As cnscd_import_flow_start_with_file(), with the first of them; that the
 * others are left out is said.
 */
void
cnscd_import_flow_start_with_files (CnscdWindow *window, GSList *files)
{
  GFile *file = files->data;
  guint n_files = g_slist_length (files);
  g_autofree char *basename = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (basename != NULL ? basename : "");
  g_autoptr (CnscdImportJob) job = cnscd_import_job_new (file);
  CnscdImportDialog *dialog = cnscd_import_dialog_new (window, job, name);

  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (window));
  if (n_files > 1)
    {
      g_autofree char *number = cnscd_words_for_number (n_files);
      /* Translators: how many files were dropped, and the name of the first */
      g_autofree char *message = g_strdup_printf (
        _ ("Of %s files only “%s” is imported. Drop the others one by one."), number, name);

      cnscd_import_dialog_show_message (dialog, message);
    }
}

/**
 * cnscd_import_flow_ask_undo:
 * @window: a window
 * @overview: which import is the last one
 *
 * Asks whether the last import shall be undone.
 */
void
cnscd_import_flow_ask_undo (CnscdWindow *window, const CnscdOverview *overview)
{
  g_autofree char *time = cnscd_words_for_time (overview->last_import_at);
  AdwAlertDialog *dialog;
  Question *question;

  dialog = cnscd_alert_new_loss (_ ("Undo the Last Import?"), NULL, _ ("_Cancel"), "undo",
                                 _ ("_Undo Import"));
  adw_alert_dialog_format_body (
    dialog,
    /* Translators: the name of a file, and a date and time */
    _ ("What was imported from “%s” on %s will be taken back, except what was edited since."),
    overview->last_import, time);
  question = g_new0 (Question, 1);
  question->window = g_object_ref (window);
  question->action = overview->last_import_id;
  adw_alert_dialog_choose (dialog, GTK_WIDGET (window), NULL, undo_answered_cb, question);
}

/**
 * cnscd_import_flow_undo:
 * @window: a window
 * @action: the import
 *
 * Undoes an import, without asking.
 */
void
cnscd_import_flow_undo (CnscdWindow *window, gint64 action)
{
  Question *question = g_new0 (Question, 1);

  question->window = g_object_ref (window);
  question->action = action;
  question->progress = cnscd_undo_progress_start (window);
  cnscd_repository_undo_async (cnscd_window_get_repository (window), action, undone_cb, question);
}
