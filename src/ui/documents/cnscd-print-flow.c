/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-print-flow.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-roster.h"
#include "print/cnscd-print-operation.h"

/* Pages on their way to paper or into a file. */
typedef struct
{
  CnscdRepository *repository;
  CnscdDocument *document;
  const CnscdPrintWords *words;
  CnscdSaveKind kind; /* of a file */
  guint n_people;
  gboolean held;
  gboolean noted;   /* in the log */
  gboolean preview; /* what the desktop's dialog was asked for instead */
  GError *problem;  /* (nullable): why it was not */
  CnscdSavedFunc saved;
  gpointer data; /* for @saved */
} Flow;

static void
flow_free (gpointer data)
{
  Flow *flow = data;

  if (flow->held)
    cnscd_repository_release (flow->repository);
  g_object_unref (flow->repository);
  g_object_unref (flow->document);
  g_clear_error (&flow->problem);
  g_free (flow);
}

static Flow *
flow_new (CnscdWindow *window,
          CnscdDocument *document,
          const CnscdPrintWords *words,
          guint n_people)
{
  Flow *flow = g_new0 (Flow, 1);

  flow->repository = g_object_ref (cnscd_window_get_repository (window));
  flow->document = g_object_ref (document);
  flow->words = words;
  flow->n_people = n_people;
  return flow;
}

/* Keeps the database open while something leaves that must stand in its log. */
static void
hold (Flow *flow)
{
  if (!flow->held)
    cnscd_repository_hold (flow->repository);
  flow->held = TRUE;
}

static void
release (Flow *flow)
{
  if (flow->held)
    cnscd_repository_release (flow->repository);
  flow->held = FALSE;
}

static void
print_noted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkPrintOperation) operation = user_data;
  GTask *task = g_object_get_data (G_OBJECT (operation), "cnscd-task");
  Flow *flow = g_task_get_task_data (task);

  flow->noted =
    cnscd_repository_note_print_finish (CNSCD_REPOSITORY (source), result, &flow->problem);
  if (!flow->noted)
    gtk_print_operation_cancel (operation);
}

/* The pages have been shown before that dialog was opened, and are again when it is gone. GTK would
 * have another program show them, which need not be there, and call that printed. */
static gboolean
preview_cb (GtkPrintOperation *operation,
            GtkPrintOperationPreview *preview,
            GtkPrintContext *context,
            GtkWindow *parent,
            GTask *task)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  ((Flow *) g_task_get_task_data (task))->preview = TRUE;
  /* Nothing is drawn, but GTK wants to know where it would be. */
  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return TRUE;
}

/* A preview of GTK ends where it would begin. */
static void
preview_ready_cb (GtkPrintOperationPreview *preview, GtkPrintContext *context, GTask *task)
{
  gtk_print_operation_preview_end_preview (preview);
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, GTask *task)
{
  Flow *flow = g_task_get_task_data (task);

  if (flow->preview)
    return;

  hold (flow);
  flow->noted = FALSE;
  cnscd_repository_note_print_async (flow->repository, flow->words->subject,
                                     cnscd_document_get_title (flow->document), flow->n_people,
                                     print_noted_cb, g_object_ref (operation));
}

/* GTK asks again until it is told that the pages are ready: they are when the log says so. */
static gboolean
paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, GTask *task)
{
  const Flow *flow = g_task_get_task_data (task);

  return flow->noted || flow->preview;
}

/* (nullable) (transfer full): where the desktop's dialog prints into a file */
static GFile *
dup_file (GtkPrintOperation *operation)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  const char *uri =
    settings != NULL ? gtk_print_settings_get (settings, GTK_PRINT_SETTINGS_OUTPUT_URI) : NULL;

  return uri != NULL ? g_file_new_for_uri (uri) : NULL;
}

static void
unref_file (gpointer data)
{
  g_clear_object ((GFile **) &data);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GTask *task)
{
  Flow *flow = g_task_get_task_data (task);
  GError *error = NULL;

  release (flow);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);

  if (flow->problem != NULL)
    {
      g_clear_error (&error);
      g_task_return_error (task, g_steal_pointer (&flow->problem));
    }
  else if (error != NULL)
    g_task_return_error (task, error);
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY && !flow->preview)
    g_task_return_pointer (task, dup_file (operation), unref_file);
  else
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                     "The print dialog was closed");
}

/* Not held while somebody reads what went wrong. */
static void
end_save (CnscdSaveFlow *save, const GError *error)
{
  release (cnscd_save_flow_get_data (save));
  cnscd_save_flow_end (save, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  cnscd_print_operation_export_finish (result, &error);
  end_save (user_data, error);
}

static void
save_noted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdSaveFlow *save = user_data;
  Flow *flow = cnscd_save_flow_get_data (save);
  GFile *file = cnscd_save_flow_get_file (save);
  g_autoptr (GError) error = NULL;

  if (!cnscd_repository_note_print_finish (CNSCD_REPOSITORY (source), result, &error))
    end_save (save, error);
  else
    cnscd_print_operation_export_async (flow->document, g_file_peek_path (file),
                                        cnscd_save_flow_begin_progress (save, _ ("Saving…")),
                                        saved_cb, save);
}

/* First the entry, then the file. */
static void
write_pdf (CnscdSaveFlow *save, GFile *file)
{
  Flow *flow = cnscd_save_flow_get_data (save);
  g_autofree char *name = g_file_get_basename (file);

  hold (flow);
  cnscd_repository_note_print_async (flow->repository, flow->words->subject, name, flow->n_people,
                                     save_noted_cb, save);
}

static void
all_saved_cb (CnscdWindow *window, GFile *file, gpointer data)
{
  Flow *flow = data;

  flow->saved (window, file, flow->data);
}

/**
 * cnscd_print_flow_print_async:
 * @window: a window
 * @document: pages
 * @words: what they are
 * @n_people: how many people stand on them
 * @callback: (scope async): called when they are printed, or not
 * @user_data: for @callback
 *
 * Opens the desktop's print dialog, and prints. What is printed stands in the
 * audit log, or is not printed.
 */
void
cnscd_print_flow_print_async (CnscdWindow *window,
                              CnscdDocument *document,
                              const CnscdPrintWords *words,
                              guint n_people,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;
  GTask *task;

  g_return_if_fail (CNSCD_IS_WINDOW (window));
  g_return_if_fail (CNSCD_IS_DOCUMENT (document));

  task = g_task_new (window, NULL, callback, user_data);
  g_task_set_source_tag (task, cnscd_print_flow_print_async);
  g_task_set_task_data (task, flow_new (window, document, words, n_people), flow_free);

  operation = cnscd_print_operation_new (document);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "cnscd-task", task, g_object_unref);
  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), task);
  g_signal_connect (operation, "ready", G_CALLBACK (preview_ready_cb), task);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), task);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), task);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), task);
  /* An error comes with ::done, too. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (window),
                           &error);
}

/**
 * cnscd_print_flow_print_finish:
 * @window: a window
 * @result: what the callback got
 * @file: (out) (transfer full) (nullable): the file that was printed into instead of a printer
 * @error: return location for an error
 *
 * Returns: whether the pages were printed; if not, with %G_IO_ERROR_CANCELLED when somebody
 *   wanted it so, or wanted to see them first
 */
gboolean
cnscd_print_flow_print_finish (CnscdWindow *window,
                               GAsyncResult *result,
                               GFile **file,
                               GError **error)
{
  GError *problem = NULL;

  g_return_val_if_fail (g_task_is_valid (result, window), FALSE);

  *file = g_task_propagate_pointer (G_TASK (result), &problem);
  if (problem == NULL)
    return TRUE;

  g_propagate_error (error, problem);
  return FALSE;
}

/**
 * cnscd_print_flow_save:
 * @window: a window
 * @document: pages
 * @words: what they are
 * @n_people: how many people stand on them
 * @saved: (scope async): called in the end
 * @data: for @saved
 *
 * Asks for a file, and writes a PDF, which stands in the audit log. What goes
 * wrong is told, and can be tried again.
 */
void
cnscd_print_flow_save (CnscdWindow *window,
                       CnscdDocument *document,
                       const CnscdPrintWords *words,
                       guint n_people,
                       CnscdSavedFunc saved,
                       gpointer data)
{
  g_autofree char *name = NULL;
  Flow *flow;

  g_return_if_fail (CNSCD_IS_WINDOW (window));
  g_return_if_fail (CNSCD_IS_DOCUMENT (document));

  flow = flow_new (window, document, words, n_people);
  flow->saved = saved;
  flow->data = data;
  flow->kind = (CnscdSaveKind) {
    .title = words->save_title,
    .accept = N_ ("_Save"),
    .format = N_ ("PDF documents"),
    .suffix = ".pdf",
    .failed = words->save_failed,
    .write = write_pdf,
  };
  name = cnscd_document_dup_file_name (document, flow->kind.suffix);
  cnscd_save_flow_start (window, &flow->kind, name, all_saved_cb, flow, flow_free);
}
