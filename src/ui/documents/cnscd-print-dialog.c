/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-print-dialog.h"

#include <glib/gi18n-lib.h>

#include "print/cnscd-layout.h"

#include "ui/common/cnscd-header.h"

#include "cnscd-document-preview.h"
#include "cnscd-file-toast.h"
#include "cnscd-print-flow.h"
#include "cnscd-print-roster.h"
#include "cnscd-print-schedule.h"

/* Several changes at once are one. */
#define REFRESH_DELAY_MS 60

/* Until somebody stops typing. */
#define TYPING_DELAY_MS 300

/**
 * CnscdPrintDialog:
 *
 * Chooses what is printed and how, shows the pages as they will be, and prints
 * them or saves them as PDF. Nothing is printed that is not shown.
 */
struct _CnscdPrintDialog
{
  AdwDialog parent_instance;

  AdwNavigationSplitView *split_view;
  GtkWidget *preview_button;
  AdwToggleGroup *kind_group;
  AdwBin *settings_bin;
  CnscdDocumentPreview *preview;
  GtkWidget *save_button;
  GtkWidget *print_button;

  CnscdWindow *window; /* weak: it holds the dialog, which what is under way may keep longer */
  CnscdPrintSettings *settings; /* of what is chosen */
  CnscdPrintSettings *other;    /* (nullable): of what was chosen before */
  CnscdTypesetter *typesetter;
  GCancellable *cancellable; /* of the pages on their way */
  guint refresh;
  guint n_people;
  gboolean to_file;
  gboolean fresh; /* the pages are what was chosen */
  gboolean busy;  /* something is being printed or saved */
};

G_DEFINE_FINAL_TYPE (CnscdPrintDialog, cnscd_print_dialog, ADW_TYPE_DIALOG)

static CnscdPrintSettingsClass *
get_class (CnscdPrintDialog *self)
{
  return CNSCD_PRINT_SETTINGS_GET_CLASS (self->settings);
}

static void
update_buttons (CnscdPrintDialog *self)
{
  gboolean right = get_class (self)->check (self->settings);
  gboolean ready = self->fresh && !self->busy && right;

  gtk_widget_set_sensitive (self->save_button, ready);
  gtk_widget_set_sensitive (self->print_button, ready);
  cnscd_document_preview_set_outdated (self->preview, !right);
}

/* ---- the pages ---- */

static void
show_problem (CnscdPrintDialog *self, const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  cnscd_document_preview_show_problem (self->preview, error->message);
  /* Where the preview is behind the settings, it would not be seen. */
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
laid_out_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdPrintDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDocument) document = cnscd_layout_finish (result, &error);

  if (document == NULL)
    {
      show_problem (self, error);
      return;
    }

  cnscd_document_preview_set_document (self->preview, document);
  self->fresh = TRUE;
  update_buttons (self);
}

/* Whose result comes after something else was chosen has been cancelled. */
static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdPrintDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) items = NULL;
  guint n_people = 0;

  items = get_class (self)->load_finish (self->settings, result, &n_people, &error);
  if (items == NULL)
    {
      show_problem (self, error);
      return;
    }

  self->n_people = n_people;
  cnscd_layout_async (get_class (self)->layout, items, self->typesetter, self->cancellable,
                      laid_out_cb, g_object_ref (self));
}

static gboolean
refresh_cb (gpointer data)
{
  CnscdPrintDialog *self = data;

  self->refresh = 0;
  if (self->window == NULL || cnscd_window_is_closed (self->window))
    return G_SOURCE_REMOVE;

  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  get_class (self)->load (self->settings, self->cancellable, loaded_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/* The pages shown stay until others are there, but are not printed any more. What is wrong is not
 * even read. */
static void
start_refresh (CnscdPrintDialog *self, guint delay)
{
  if (self->window == NULL)
    return;

  self->fresh = FALSE;
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->refresh, g_source_remove);
  if (get_class (self)->check (self->settings))
    self->refresh = g_timeout_add (delay, refresh_cb, self);
  update_buttons (self);
}

static void
changed_cb (CnscdPrintDialog *self, gboolean typing)
{
  start_refresh (self, typing ? TYPING_DELAY_MS : REFRESH_DELAY_MS);
}

/* ---- what is printed ---- */

static const char *
get_kind (CnscdPrintSettings *settings)
{
  return CNSCD_IS_PRINT_ROSTER (settings)     ? "roster"
         : CNSCD_IS_PRINT_SCHEDULE (settings) ? "schedule"
                                              : NULL;
}

static void
show_settings (CnscdPrintDialog *self)
{
  const CnscdPrintWords *words = get_class (self)->words;

  adw_dialog_set_title (ADW_DIALOG (self), _ (self->to_file ? words->save_title : words->title));
  adw_bin_set_child (self->settings_bin, GTK_WIDGET (self->settings));
}

/* @settings: (transfer floating) */
static void
take_settings (CnscdPrintDialog *self, CnscdPrintSettings *settings)
{
  g_set_object (&self->other, self->settings);
  g_clear_object (&self->settings);
  self->settings = g_object_ref_sink (settings);
  cnscd_print_settings_set_window (settings, self->window);
  g_signal_connect_object (settings, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_settings (self);
}

/* ---- what people do ---- */

/* What was chosen of the other one is still so. */
static void
kind_selected_cb (CnscdPrintDialog *self)
{
  const char *kind = adw_toggle_group_get_active_name (self->kind_group);

  if (self->settings == NULL || g_strcmp0 (get_kind (self->settings), kind) == 0)
    return;

  if (self->other != NULL)
    {
      CnscdPrintSettings *other = self->other;

      self->other = self->settings;
      self->settings = other;
      show_settings (self);
    }
  else if (g_strcmp0 (kind, "schedule") == 0)
    take_settings (self, cnscd_print_schedule_new (
                           cnscd_print_roster_get_team (CNSCD_PRINT_ROSTER (self->settings)),
                           CNSCD_DATE_UNKNOWN, CNSCD_DATE_UNKNOWN));
  else
    take_settings (self, cnscd_print_roster_new (
                           cnscd_print_schedule_get_team (CNSCD_PRINT_SCHEDULE (self->settings))));
  start_refresh (self, 0);
}

static void
preview_cb (CnscdPrintDialog *self)
{
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
set_busy (CnscdPrintDialog *self, gboolean busy)
{
  self->busy = busy;
  update_buttons (self);
}

/* Unless somebody has closed it meanwhile. */
static void
leave (CnscdPrintDialog *self)
{
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    adw_dialog_force_close (ADW_DIALOG (self));
}

static void
saved_cb (CnscdWindow *window, GFile *file, gpointer data)
{
  g_autoptr (CnscdPrintDialog) self = data;

  set_busy (self, FALSE);
  if (file == NULL)
    return;

  leave (self);
  cnscd_file_toast_show (window, _ (get_class (self)->words->saved), file);
}

static void
save_cb (CnscdPrintDialog *self)
{
  set_busy (self, TRUE);
  cnscd_print_flow_save (self->window, cnscd_document_preview_get_document (self->preview),
                         get_class (self)->words, self->n_people, saved_cb, g_object_ref (self));
}

static void
show_printed_file (CnscdWindow *window, GFile *file)
{
  g_autofree char *basename = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (basename);
  /* Translators: %s is the name of a file */
  g_autofree char *message = g_strdup_printf (_ ("Printed to the file “%s”"), name);

  cnscd_file_toast_show (window, message, file);
}

static void
printed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdPrintDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;

  set_busy (self, FALSE);
  if (cnscd_print_flow_print_finish (CNSCD_WINDOW (source), result, &file, &error))
    {
      leave (self);
      if (file != NULL)
        show_printed_file (CNSCD_WINDOW (source), file);
      else
        cnscd_window_show_message (CNSCD_WINDOW (source), _ (get_class (self)->words->sent));
    }
  else
    cnscd_window_show_error (CNSCD_WINDOW (source), _ (get_class (self)->words->print_failed),
                             error);
}

static void
print_cb (CnscdPrintDialog *self)
{
  set_busy (self, TRUE);
  cnscd_print_flow_print_async (self->window, cnscd_document_preview_get_document (self->preview),
                                get_class (self)->words, self->n_people, printed_cb,
                                g_object_ref (self));
}

static void
cnscd_print_dialog_closed (AdwDialog *dialog)
{
  CnscdPrintDialog *self = CNSCD_PRINT_DIALOG (dialog);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_cancellable_cancel (self->cancellable);
}

static void
cnscd_print_dialog_dispose (GObject *object)
{
  CnscdPrintDialog *self = CNSCD_PRINT_DIALOG (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->window);

  G_OBJECT_CLASS (cnscd_print_dialog_parent_class)->dispose (object);
}

static void
cnscd_print_dialog_finalize (GObject *object)
{
  CnscdPrintDialog *self = CNSCD_PRINT_DIALOG (object);

  g_object_unref (self->cancellable);
  cnscd_typesetter_unref (self->typesetter);
  g_clear_object (&self->settings);
  g_clear_object (&self->other);

  G_OBJECT_CLASS (cnscd_print_dialog_parent_class)->finalize (object);
}

static void
cnscd_print_dialog_class_init (CnscdPrintDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_print_dialog_dispose;
  object_class->finalize = cnscd_print_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = cnscd_print_dialog_closed;

  g_type_ensure (CNSCD_TYPE_DOCUMENT_PREVIEW);
  g_type_ensure (CNSCD_TYPE_HEADER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/documents/cnscd-print-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintDialog, split_view);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintDialog, preview_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintDialog, kind_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintDialog, settings_bin);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintDialog, print_button);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, preview_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
}

static void
cnscd_print_dialog_init (CnscdPrintDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->typesetter = cnscd_typesetter_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_print_dialog_new:
 * @window: a window whose database is open
 * @settings: (transfer floating): of what is meant first: a roster or a schedule, between which
 *   people may choose, or something else
 * @to_file: whether a PDF is meant first, or the printer
 *
 * Returns: (transfer floating): a dialog that prints
 */
AdwDialog *
cnscd_print_dialog_new (CnscdWindow *window, CnscdPrintSettings *settings, gboolean to_file)
{
  CnscdPrintDialog *self;
  const char *kind;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window), NULL);
  g_return_val_if_fail (CNSCD_IS_PRINT_SETTINGS (settings), NULL);

  self = g_object_new (CNSCD_TYPE_PRINT_DIALOG, NULL);
  g_set_weak_pointer (&self->window, window);
  self->to_file = to_file;
  take_settings (self, settings);

  kind = get_kind (settings);
  gtk_widget_set_visible (GTK_WIDGET (self->kind_group), kind != NULL);
  if (kind != NULL)
    adw_toggle_group_set_active_name (self->kind_group, kind);

  if (to_file)
    adw_dialog_set_default_widget (ADW_DIALOG (self), self->save_button);
  gtk_widget_add_css_class (to_file ? self->save_button : self->print_button, "suggested-action");

  start_refresh (self, 0);
  return ADW_DIALOG (self);
}
