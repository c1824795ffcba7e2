/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-export-flow.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-session-files.h"
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
  CnscdSessionQuery *query; /* (nullable): which sessions */
} Question;

typedef struct
{
  CnscdExportSubject subject;
  gboolean with_phones;
  CnscdSessionQuery *query; /* (nullable): which sessions */
  guint n_rows;
} Export;

static void
question_free (Question *question)
{
  g_object_unref (question->window);
  g_clear_pointer (&question->query, cnscd_session_query_free);
  g_free (question);
}

static void
export_free (gpointer data)
{
  Export *export = data;

  g_clear_pointer (&export->query, cnscd_session_query_free);
  g_free (export);
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

static void
sessions_exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdSaveFlow *save = user_data;
  Export *export = cnscd_save_flow_get_data (save);
  g_autoptr (GError) error = NULL;

  cnscd_repository_export_sessions_finish (CNSCD_REPOSITORY (source), result, &export->n_rows,
                                           &error);
  cnscd_save_flow_end (save, error);
}

static void
write_sessions (CnscdSaveFlow *save, GFile *file)
{
  const Export *export = cnscd_save_flow_get_data (save);

  cnscd_repository_export_sessions_async (
    cnscd_window_get_repository (cnscd_save_flow_get_window (save)), export->query, file,
    cnscd_save_flow_begin_progress (save, _ ("Exporting…")), sessions_exported_cb, save);
}

static void
sessions_saved_cb (CnscdWindow *window, GFile *file, gpointer data)
{
  const Export *export = data;
  g_autofree char *number = cnscd_words_for_number (export->n_rows);
  g_autofree char *message = NULL;

  if (file == NULL)
    return;

  message = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%s session exported", "%s sessions exported", export->n_rows),
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

static const CnscdSaveKind SESSION_KINDS[] = {
  {
    .title = N_ ("Export"),
    .accept = N_ ("_Export"),
    .format = N_ ("Calendar (.ics)"),
    .suffix = ".ics",
    .failed = N_ ("Not Exported"),
    .write = write_sessions,
  },
  {
    .title = N_ ("Export"),
    .accept = N_ ("_Export"),
    .format = N_ ("Excel workbook (.xlsx)"),
    .suffix = ".xlsx",
    .failed = N_ ("Not Exported"),
    .write = write_sessions,
  },
  {
    .title = N_ ("Export"),
    .accept = N_ ("_Export"),
    .format = N_ ("Text with commas (.csv)"),
    .suffix = ".csv",
    .failed = N_ ("Not Exported"),
    .write = write_sessions,
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
  cnscd_save_flow_start (question->window, kind, name, saved_cb, export, export_free);
}

static void
sessions_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  const CnscdSaveKind *kind = &SESSION_KINDS[adw_combo_row_get_selected (question->format_row)];
  g_autofree char *name = NULL;
  Export *export;

  if (!g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "export") ||
      cnscd_window_is_closed (question->window))
    return;

  export = g_new0 (Export, 1);
  export->query = g_steal_pointer (&question->query);
  /* Translators: the name proposed for a file */
  name = g_strconcat (_ ("Guidance sessions"), kind->suffix, NULL);
  cnscd_save_flow_start (question->window, kind, name, sessions_saved_cb, export, export_free);
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
create_list (void)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  return list;
}

static GtkWidget *
create_rows (Question *question)
{
  const char *const subjects[] = { _ ("Members"), _ ("Teams"), NULL };
  const char *const formats[] = { _ (KINDS[0].format), _ (KINDS[1].format), NULL };
  GtkWidget *list = create_list ();

  question->subject_row = create_choice (C_ ("export", "What"), subjects);
  question->format_row = create_choice (C_ ("export", "Format"), formats);
  question->phones_row = ADW_SWITCH_ROW (adw_switch_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (question->phones_row), _ ("Phone Numbers"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (question->phones_row),
                               C_ ("export", "Only where they are needed"));
  g_signal_connect (question->subject_row, "notify::selected", G_CALLBACK (subject_selected_cb),
                    question->phones_row);

  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (question->subject_row));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (question->format_row));
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (question->phones_row));
  return list;
}

/* "01/11/2026 – 30/11/2026" */
static char *
dup_days (const Question *question)
{
  g_autofree char *from = cnscd_date_format (question->query->from);
  g_autofree char *to = cnscd_date_format (question->query->to);

  if (*from != '\0' && *to != '\0')
    return g_strdup_printf ("%s – %s", from, to);
  if (*from != '\0')
    return g_strdup_printf (C_ ("sessions", "From %s on"), from);
  if (*to != '\0')
    return g_strdup_printf (C_ ("sessions", "Up to %s"), to);
  return g_strdup (C_ ("sessions", "All"));
}

static GtkWidget *
create_fact (const char *title, const char *fact)
{
  GtkWidget *row =
    g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title, "subtitle", fact, NULL);

  gtk_widget_add_css_class (row, "property");
  return row;
}

static GtkWidget *
create_session_rows (Question *question, const char *filters)
{
  const char *const formats[] = { _ (SESSION_KINDS[0].format), _ (SESSION_KINDS[1].format),
                                  _ (SESSION_KINDS[2].format), NULL };
  GtkWidget *list = create_list ();
  g_autofree char *days = dup_days (question);

  question->format_row = create_choice (C_ ("export", "Format"), formats);
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (question->format_row));
  gtk_list_box_append (GTK_LIST_BOX (list), create_fact (C_ ("export", "Sessions"), days));
  if (filters != NULL)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         create_fact (C_ ("sessions", "Filtered By"), filters));
  return list;
}

static void
ask (Question *question, const char *body, GtkWidget *rows, GAsyncReadyCallback answered)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Export"), body));

  adw_alert_dialog_set_extra_child (dialog, rows);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "export",
                                  C_ ("button", "_Export…"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "export", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "export");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (question->window), NULL, answered, question);
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

  question->window = g_object_ref (window);
  ask (question, _ ("A spreadsheet that can be imported again"), create_rows (question),
       answered_cb);
}

/**
 * cnscd_export_flow_start_sessions:
 * @window: a window
 * @query: which sessions
 * @filters: (nullable): by what they are narrowed down, in words
 *
 * The same for sessions.
 */
void
cnscd_export_flow_start_sessions (CnscdWindow *window,
                                  const CnscdSessionQuery *query,
                                  const char *filters)
{
  Question *question = g_new0 (Question, 1);

  question->window = g_object_ref (window);
  question->query = cnscd_session_query_copy (query);
  ask (question, _ ("A calendar for other programs, or a spreadsheet that can be imported again"),
       create_session_rows (question, filters), sessions_answered_cb);
}
