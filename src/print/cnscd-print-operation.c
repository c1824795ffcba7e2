/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-print-operation.h"

#include "cnscd-pdf-file.h"

/* Pages are drawn for so long before the main loop gets a turn. */
#define SLICE_USEC 8000

/* An export in the main loop's idle moments. */
typedef struct
{
  CnscdDocument *document;
  CnscdPdfFile *file;
  cairo_surface_t *surface;
  cairo_t *cr;
  guint next_page;
} Export;

static void
free_export (gpointer data)
{
  Export *export = data;

  g_clear_pointer (&export->cr, cairo_destroy);
  g_clear_pointer (&export->surface, cairo_surface_destroy);
  g_clear_pointer (&export->file, cnscd_pdf_file_free);
  g_clear_object (&export->document);
  g_free (export);
}

static GtkPageSetup *
make_page_setup (CnscdDocument *document, guint page)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  double width, height;

  cnscd_document_get_page_size (document, page, &width, &height);
  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (paper);

  return setup;
}

static void
request_page_setup_cb (GtkPrintOperation *operation,
                       GtkPrintContext *context,
                       int page,
                       GtkPageSetup *setup,
                       CnscdDocument *document)
{
  double width, height;

  cnscd_document_get_page_size (document, page, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              CnscdDocument *document)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height;
  double scale;

  /* The same sheet, smaller, when the printer was given another paper. */
  cnscd_document_get_page_size (document, page, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width,
               gtk_print_context_get_height (context) / height);
  cairo_save (cr);
  if (scale > 0 && scale < 0.99)
    cairo_scale (cr, scale, scale);
  cnscd_document_draw_page (document, cr, page);
  cairo_restore (cr);
}

/* GTK finishes its surface and forgets how that went: a full disk shows only
 * there, so keep it. */
static void
keep_surface_cb (GtkPrintOperation *operation,
                 GtkPrintContext *context,
                 int page,
                 CnscdPdfFile *file)
{
  CnscdDocument *document = g_object_get_data (G_OBJECT (operation), "cnscd-document");

  if (!cnscd_pdf_file_has_surface (file))
    cnscd_pdf_file_take_surface (
      file, cairo_get_target (gtk_print_context_get_cairo_context (context)), document);
}

static void
draw_next_page (Export *export)
{
  double width, height;

  cnscd_document_get_page_size (export->document, export->next_page, &width, &height);
  cairo_pdf_surface_set_size (export->surface, width, height);
  cnscd_document_draw_page (export->document, export->cr, export->next_page);
  cairo_show_page (export->cr);
  export->next_page++;
}

static gboolean
export_slice_cb (gpointer data)
{
  GTask *task = data;
  Export *export = g_task_get_task_data (task);
  guint n_pages = cnscd_document_get_n_pages (export->document);
  gint64 end = g_get_monotonic_time () + SLICE_USEC;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;

  while (export->next_page < n_pages && cairo_status (export->cr) == CAIRO_STATUS_SUCCESS)
    {
      draw_next_page (export);
      if (g_get_monotonic_time () >= end)
        return G_SOURCE_CONTINUE;
    }

  g_clear_pointer (&export->cr, cairo_destroy);

  /* The file is there or not, whatever is cancelled from now on. */
  g_task_set_check_cancellable (task, FALSE);
  if (cnscd_pdf_file_commit (export->file, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);

  return G_SOURCE_REMOVE;
}

/**
 * cnscd_print_operation_new:
 * @document: what to print
 *
 * Makes an operation for a dialog or an export, in A4 whatever the locale's
 * paper is. Run it with %GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG from a window.
 *
 * Returns: (transfer full): the operation
 */
GtkPrintOperation *
cnscd_print_operation_new (CnscdDocument *document)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = NULL;

  g_return_val_if_fail (CNSCD_IS_DOCUMENT (document), operation);

  setup = make_page_setup (document, 0);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, cnscd_document_get_n_pages (document));
  gtk_print_operation_set_job_name (operation, cnscd_document_get_title (document));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);

  /* The document keeps the margins of the law itself. */
  gtk_print_operation_set_use_full_page (operation, TRUE);

  g_signal_connect_object (operation, "request-page-setup", G_CALLBACK (request_page_setup_cb),
                           document, 0);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), document, 0);
  g_object_set_data_full (G_OBJECT (operation), "cnscd-document", g_object_ref (document),
                          g_object_unref);

  return operation;
}

/**
 * cnscd_print_operation_export:
 * @document: what to write
 * @path: the PDF file
 * @error: (nullable): return location for an error
 *
 * Writes a document as PDF, text as text with the used parts of its fonts.
 * Needs no display. All or nothing: until the file is whole, what @path held
 * before stays. Runs a main loop of its own until it is done; a window calls
 * cnscd_print_operation_export_async() instead.
 *
 * Returns: whether the file was written
 */
gboolean
cnscd_print_operation_export (CnscdDocument *document, const char *path, GError **error)
{
  g_autoptr (CnscdPdfFile) file = NULL;
  g_autoptr (GtkPrintOperation) operation = NULL;
  GtkPrintOperationResult result;

  g_return_val_if_fail (CNSCD_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  file = cnscd_pdf_file_new (path, error);
  if (file == NULL)
    return FALSE;

  operation = cnscd_print_operation_new (document);
  gtk_print_operation_set_export_filename (operation, cnscd_pdf_file_get_temporary_path (file));
  g_signal_connect (operation, "draw-page", G_CALLBACK (keep_surface_cb), file);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, error);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    return FALSE;

  return cnscd_pdf_file_commit (file, error);
}

/**
 * cnscd_print_operation_export_async:
 * @document: what to write; not to change until it is done
 * @path: the PDF file
 * @cancellable: (nullable): looked at between pages
 * @callback: (scope async): called when it is done
 * @user_data: for @callback
 *
 * As cnscd_print_operation_export(), a few pages at a time in the main loop's
 * idle moments. GTK exports in a main loop of its own even where it may print
 * asynchronously (seen in 4.18), so this one does without it.
 */
void
cnscd_print_operation_export_async (CnscdDocument *document,
                                    const char *path,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (CnscdPdfFile) file = NULL;
  Export *export;
  GError *error = NULL;
  double width, height;

  g_return_if_fail (CNSCD_IS_DOCUMENT (document));
  g_return_if_fail (path != NULL);

  task = g_task_new (document, cancellable, callback, user_data);
  g_task_set_source_tag (task, cnscd_print_operation_export_async);

  file = cnscd_pdf_file_new (path, &error);
  if (file == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  export = g_new0 (Export, 1);
  export->document = g_object_ref (document);
  cnscd_document_get_page_size (document, 0, &width, &height);
  export->surface =
    cairo_pdf_surface_create (cnscd_pdf_file_get_temporary_path (file), width, height);
  export->cr = cairo_create (export->surface);
  cnscd_pdf_file_take_surface (file, export->surface, document);
  export->file = g_steal_pointer (&file);
  g_task_set_task_data (task, export, free_export);

  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, export_slice_cb, g_object_ref (task), g_object_unref);
}

/**
 * cnscd_print_operation_export_finish:
 * @result: what the callback got
 * @error: (nullable): return location for an error
 *
 * Returns: whether the file was written
 */
gboolean
cnscd_print_operation_export_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
