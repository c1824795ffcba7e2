/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-paste.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cnscd-import-dialog.h"
#include "exchange/cnscd-workbook.h"

#define STEP (256 * 1024)

/* Rows on their way out of the clipboard, which another program fills as it likes. */
typedef struct
{
  CnscdWindow *window;
  GInputStream *stream;
  GByteArray *rows;
} Paste;

static void
paste_free (Paste *paste)
{
  g_object_unref (paste->window);
  g_clear_object (&paste->stream);
  g_byte_array_unref (paste->rows);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static void read_step (Paste *paste);

static void
show_nothing (CnscdWindow *window)
{
  cnscd_window_show_message (
    window, _ ("The clipboard contains no rows. Copy them in the spreadsheet program first."));
}

/* A word or a sentence that somebody copied is no row. */
static gboolean
has_rows (const GByteArray *text)
{
  guint end = text->len;

  while (end > 0 && g_ascii_isspace (text->data[end - 1]) && text->data[end - 1] != '\t')
    end--;
  return memchr (text->data, '\t', end) != NULL || memchr (text->data, '\n', end) != NULL;
}

static void
show_rows (Paste *paste)
{
  g_autoptr (GBytes) rows = g_byte_array_free_to_bytes (g_steal_pointer (&paste->rows));
  const char *name = C_ ("table", "Clipboard");
  g_autoptr (CnscdImportJob) job = cnscd_import_job_new_for_rows (name, rows);

  paste->rows = g_byte_array_new ();
  adw_dialog_present (ADW_DIALOG (cnscd_import_dialog_new (paste->window, job, name)),
                      GTK_WIDGET (paste->window));
}

static void
step_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  if (cnscd_window_is_closed (paste->window))
    return;
  if (bytes == NULL)
    {
      cnscd_window_show_error (paste->window, NULL, error);
      return;
    }

  g_byte_array_append (paste->rows, g_bytes_get_data (bytes, NULL),
                       (guint) g_bytes_get_size (bytes));
  /* what is too large is told so by whoever reads it */
  if (g_bytes_get_size (bytes) > 0 && paste->rows->len <= CNSCD_WORKBOOK_MAX_PASTE)
    read_step (g_steal_pointer (&paste));
  else if (!has_rows (paste->rows))
    show_nothing (paste->window);
  else if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (paste->window)) ==
           NULL)
    show_rows (paste);
}

static void
read_step (Paste *paste)
{
  g_input_stream_read_bytes_async (paste->stream, STEP, G_PRIORITY_DEFAULT,
                                   cnscd_window_get_cancellable (paste->window), step_cb, paste);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autoptr (GError) error = NULL;

  paste->stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  if (cnscd_window_is_closed (paste->window))
    return;
  if (paste->stream == NULL)
    {
      g_debug ("Nothing to paste: %s", error->message);
      show_nothing (paste->window);
      return;
    }
  read_step (g_steal_pointer (&paste));
}

/**
 * cnscd_import_paste:
 * @window: a window whose database is open
 *
 * Starts the import of the rows in the clipboard, as spreadsheet programs put
 * them there: text with tabs between the cells.
 */
void
cnscd_import_paste (CnscdWindow *window)
{
  static const char *const types[] = { "text/plain;charset=utf-8", "text/plain", NULL };
  Paste *paste;

  g_return_if_fail (CNSCD_IS_WINDOW (window));

  paste = g_new0 (Paste, 1);
  paste->window = g_object_ref (window);
  paste->rows = g_byte_array_new ();
  gdk_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), (const char **) types,
                            G_PRIORITY_DEFAULT, cnscd_window_get_cancellable (window), opened_cb,
                            paste);
}
