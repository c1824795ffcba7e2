/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-save-flow.h"

#include <glib/gi18n-lib.h>

#include "cnscd-file-dialog.h"
#include "cnscd-progress.h"
#include "ui/common/cnscd-alert.h"

struct _CnscdSaveFlow
{
  CnscdWindow *window;
  const CnscdSaveKind *kind;
  char *name;    /* that is proposed */
  GFile *folder; /* (nullable): where it is proposed */
  GFile *file;   /* (nullable): that was chosen */
  CnscdProgress *progress;
  CnscdSavedFunc saved;
  gpointer data;
  GDestroyNotify free_data;
};

static void choose_file (CnscdSaveFlow *flow);

static void
flow_free (CnscdSaveFlow *flow)
{
  g_clear_pointer (&flow->progress, cnscd_progress_end);
  if (flow->free_data != NULL)
    flow->free_data (flow->data);
  g_object_unref (flow->window);
  g_clear_object (&flow->folder);
  g_clear_object (&flow->file);
  g_free (flow->name);
  g_free (flow);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdSaveFlow, flow_free)

static void
give_up (CnscdSaveFlow *flow)
{
  flow->saved (flow->window, NULL, flow->data);
  flow_free (flow);
}

static gboolean
has_suffix (const char *name, const char *suffix)
{
  gsize length = strlen (name);
  gsize suffix_length = strlen (suffix);

  return length > suffix_length && g_ascii_strcasecmp (name + length - suffix_length, suffix) == 0;
}

/* A slip in the name must not put one kind of file in the place of another. The right name is
 * proposed, but not taken unasked: there may be such a file, which the file dialog asks about. */
static gboolean
check_file (CnscdSaveFlow *flow, GError **error)
{
  g_autofree char *name = g_file_get_basename (flow->file);

  if (g_file_peek_path (flow->file) == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("The file must be on this computer. Choose another folder."));
      return FALSE;
    }
  if (has_suffix (name, flow->kind->suffix))
    return TRUE;

  g_free (flow->name);
  flow->name = g_strconcat (name, flow->kind->suffix, NULL);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
               /* Translators: %s is ".pdf" or ".xlsx" */
               _ ("The file name must end in %s. Choose the name again."), flow->kind->suffix);
  return FALSE;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdSaveFlow *flow = user_data;
  gboolean again =
    g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "again");

  if (again && !cnscd_window_is_closed (flow->window))
    choose_file (flow);
  else
    give_up (flow);
}

static void
tell (CnscdSaveFlow *flow, const GError *error)
{
  AdwAlertDialog *dialog;

  if (cnscd_window_is_closed (flow->window) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      give_up (flow);
      return;
    }

  dialog = cnscd_alert_new_problem (_ (flow->kind->failed), error->message);
  adw_alert_dialog_add_responses (dialog, "close", _ ("_Close"), "again", _ ("Choose _Again…"),
                                  NULL);
  adw_alert_dialog_set_default_response (dialog, "again");
  adw_alert_dialog_set_close_response (dialog, "close");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (flow->window), NULL, answered_cb, flow);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdSaveFlow *flow = user_data;
  g_autoptr (GError) error = NULL;

  flow->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (flow->file == NULL)
    {
      if (cnscd_file_dialog_was_given_up (error))
        give_up (flow);
      else
        tell (flow, error);
      return;
    }

  g_clear_object (&flow->folder);
  flow->folder = g_file_get_parent (flow->file);
  if (!check_file (flow, &error))
    tell (flow, error);
  else
    flow->kind->write (flow, flow->file);
}

static void
choose_file (CnscdSaveFlow *flow)
{
  const char *const suffixes[] = { flow->kind->suffix + 1, NULL };
  g_autoptr (GtkFileDialog) dialog =
    cnscd_file_dialog_new (_ (flow->kind->title), _ (flow->kind->format), suffixes);

  g_clear_object (&flow->file);
  gtk_file_dialog_set_accept_label (dialog, _ (flow->kind->accept));
  gtk_file_dialog_set_initial_name (dialog, flow->name);
  gtk_file_dialog_set_initial_folder (dialog, flow->folder);
  gtk_file_dialog_save (dialog, GTK_WINDOW (flow->window),
                        cnscd_window_get_cancellable (flow->window), chosen_cb, flow);
}

static double
get_progress (gpointer data)
{
  return -1;
}

/**
 * cnscd_save_flow_start:
 * @window: a window
 * @kind: what kind of file
 * @name: the name that is proposed, with its suffix
 * @saved: (scope async): called in the end
 * @data: for @saved and for writing
 * @free_data: (nullable): frees @data after @saved
 *
 * Asks for a file and has it written.
 */
void
cnscd_save_flow_start (CnscdWindow *window,
                       const CnscdSaveKind *kind,
                       const char *name,
                       CnscdSavedFunc saved,
                       gpointer data,
                       GDestroyNotify free_data)
{
  CnscdSaveFlow *flow;

  g_return_if_fail (CNSCD_IS_WINDOW (window));

  flow = g_new0 (CnscdSaveFlow, 1);
  flow->window = g_object_ref (window);
  flow->kind = kind;
  flow->name = g_strdup (name);
  flow->saved = saved;
  flow->data = data;
  flow->free_data = free_data;
  choose_file (flow);
}

/**
 * cnscd_save_flow_get_window:
 * @flow: a file on its way
 *
 * Returns: (transfer none): where it was asked for
 */
CnscdWindow *
cnscd_save_flow_get_window (CnscdSaveFlow *flow)
{
  return flow->window;
}

/**
 * cnscd_save_flow_get_file:
 * @flow: a file on its way
 *
 * Returns: (nullable) (transfer none): the file that was chosen
 */
GFile *
cnscd_save_flow_get_file (CnscdSaveFlow *flow)
{
  return flow->file;
}

/**
 * cnscd_save_flow_get_data:
 * @flow: a file on its way
 *
 * Returns: (transfer none): what was given to cnscd_save_flow_start()
 */
gpointer
cnscd_save_flow_get_data (CnscdSaveFlow *flow)
{
  return flow->data;
}

/**
 * cnscd_save_flow_begin_progress:
 * @flow: a file on its way
 * @title: what is being done
 *
 * For whoever writes the file: tells that it is at work, if that takes long,
 * until cnscd_save_flow_end().
 *
 * Returns: (transfer none): cancelled when somebody does not want to wait
 */
GCancellable *
cnscd_save_flow_begin_progress (CnscdSaveFlow *flow, const char *title)
{
  g_return_val_if_fail (flow->progress == NULL, NULL);

  flow->progress =
    cnscd_progress_begin (GTK_WIDGET (flow->window), cnscd_window_get_cancellable (flow->window),
                          title, get_progress, NULL);
  return cnscd_progress_get_cancellable (flow->progress);
}

/**
 * cnscd_save_flow_end:
 * @flow: (transfer full): a file on its way
 * @error: (nullable): why it could not be written
 *
 * For whoever writes the file, when that is done.
 */
void
cnscd_save_flow_end (CnscdSaveFlow *flow, const GError *error)
{
  g_clear_pointer (&flow->progress, cnscd_progress_end);
  if (error != NULL)
    {
      tell (flow, error);
      return;
    }

  flow->saved (flow->window, flow->file, flow->data);
  flow_free (flow);
}
