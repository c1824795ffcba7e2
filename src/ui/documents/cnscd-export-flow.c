/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-export-flow.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-words.h"

#include "cnscd-file-toast.h"
#include "cnscd-save-flow.h"

/* What shall be exported: asked for before the file is. */
typedef struct
{
  CnscdWindow *window;
  AdwComboRow *subject_row;
  AdwComboRow *format_row;
  AdwSwitchRow *phones_row;
} Question;

typedef struct
{
  CnscdExportSubject subject;
  gboolean with_phones;
  guint n_rows;
} Export;

static void
question_free (Question *question)
{
  g_object_unref (question->window);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdSaveFlow *save = user_data;
  Export *export = cnscd_save_flow_get_data (save);
  g_autoptr (GError) error = NULL;

  cnscd_repository_export_finish (CNSCD_REPOSITORY (source), result, &export->n_rows, &error);
  cnscd_save_flow_end (save, error);
}

static void
write_table (CnscdSaveFlow *save, GFile *file)
{
  const Export *export = cnscd_save_flow_get_data (save);
  CnscdWindow *window = cnscd_save_flow_get_window (save);

  cnscd_repository_export_async (
    cnscd_window_get_repository (window), export->subject, export->with_phones, file,
    cnscd_save_flow_begin_progress (save, _ ("Exporting…")), exported_cb, save);
}

static void
saved_cb (CnscdWindow *window, GFile *file, gpointer data)
{
  const Export *export = data;
  g_autofree char *number = cnscd_words_for_number (export->n_rows);
  g_autofree char *message = NULL;

  if (file == NULL)
    return;

  if (export->subject == CNSCD_EXPORT_MEMBERS)
    message = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s member exported", "%s members exported", export->n_rows),
      number);
  else
    message = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s team exported", "%s teams exported", export->n_rows),
      number);
  cnscd_file_toast_show (window, message, file);
}

static const CnscdSaveKind KINDS[] = {
  {
    .title = N_ ("Export"),
    .accept = N_ ("_Export"),
    .format = N_ ("Excel workbook (.xlsx)"),
    .suffix = ".xlsx",
    .failed = N_ ("Not Exported"),
    .write = write_table,
  },
  {
    .title = N_ ("Export"),
    .accept = N_ ("_Export"),
    .format = N_ ("Text with commas (.csv)"),
    .suffix = ".csv",
    .failed = N_ ("Not Exported"),
    .write = write_table,
  },
};

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  const CnscdSaveKind *kind = &KINDS[adw_combo_row_get_selected (question->format_row)];
  g_autofree char *name = NULL;
  Export *export;

  if (!g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "export") ||
      cnscd_window_is_closed (question->window))
    return;

  export = g_new0 (Export, 1);
  export->subject = adw_combo_row_get_selected (question->subject_row);
  export->with_phones = adw_switch_row_get_active (question->phones_row);
  /* Translators: the name proposed for a file */
  name = g_strconcat (export->subject == CNSCD_EXPORT_MEMBERS ? _ ("Members of digital teams")
                                                              : _ ("Digital teams"),
                      kind->suffix, NULL);
  cnscd_save_flow_start (question->window, kind, name, saved_cb, export, g_free);
}

/* Teams are listed without phone numbers. */
static void
subject_selected_cb (AdwComboRow *row, GParamSpec *pspec, GtkWidget *phones_row)
{
  gtk_widget_set_sensitive (phones_row, adw_combo_row_get_selected (row) == CNSCD_EXPORT_MEMBERS);
}

static AdwComboRow *
create_choice (const char *title, const char *const *items)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) model = gtk_string_list_new (items);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  return ADW_COMBO_ROW (row);
}

static GtkWidget *
create_rows (Question *question)
{
  const char *const subjects[] = { _ ("Members"), _ ("Teams"), NULL };
  const char *const formats[] = { _ (KINDS[0].format), _ (KINDS[1].format), NULL };
  GtkWidget *list = gtk_list_box_new ();

  question->subject_row = create_choice (C_ ("export", "What"), subjects);
  question->format_row = create_choice (C_ ("export", "Format"), formats);
  question->phones_row = ADW_SWITCH_ROW (adw_switch_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (question->phones_row), _ ("Phone Numbers"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (question->phones_row),
                               C_ ("export", "Only where they are needed"));
  g_signal_connect (question->subject_row, "notify::selected", G_CALLBACK (subject_selected_cb),
                    question->phones_row);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (question->subject_row));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (question->format_row));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (question->phones_row));
  return list;
}

/**
 * cnscd_export_flow_start:
 * @window: a window
 *
 * Asks what shall be exported, lets the person choose a file, and writes it.
 * Phone numbers leave only when asked for.
 */
void
cnscd_export_flow_start (CnscdWindow *window)
{
  Question *question = g_new0 (Question, 1);
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (
    adw_alert_dialog_new (_ ("Export"), _ ("A spreadsheet that can be imported again")));

  question->window = g_object_ref (window);
  adw_alert_dialog_set_extra_child (dialog, create_rows (question));
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "export",
                                  C_ ("button", "_Export…"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "export", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "export");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (window), NULL, answered_cb, question);
}
