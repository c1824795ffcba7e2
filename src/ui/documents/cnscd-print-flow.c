/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-print-flow.h"

#include <glib/gi18n-lib.h>

#include "print/cnscd-print-operation.h"
#include "print/cnscd-roster-document.h"

/* One roster on its way: asked for, loaded, laid out, printed or saved. */
typedef struct
{
  CnscdWindow *window;
  char *team; /* (nullable) */
  gboolean to_file;
  GFile *file; /* (nullable) */
  AdwSwitchRow *phones;
  CnscdDocument *document;
  char *title;
  guint n_people;
  CnscdRepository *repository;
  gboolean held;
  gboolean noted; /* in the log */
} Flow;

static void
flow_free (Flow *flow)
{
  if (flow->held)
    cnscd_repository_release (flow->repository);
  g_object_unref (flow->repository);
  g_object_unref (flow->window);
  g_clear_object (&flow->file);
  g_clear_object (&flow->document);
  g_free (flow->team);
  g_free (flow->title);
  g_free (flow);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Flow, flow_free)

static gboolean
is_closed (Flow *flow)
{
  return cnscd_window_is_closed (flow->window);
}

static void
show_error (Flow *flow, const GError *error)
{
  if (!is_closed (flow))
    cnscd_window_show_error (
      flow->window, flow->to_file ? _ ("Roster Not Saved") : _ ("Roster Not Printed"), error);
}

static gboolean
is_dismissed (const GError *error)
{
  return g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
         g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED);
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
  Flow *flow = g_object_get_data (G_OBJECT (operation), "cnscd-flow");
  g_autoptr (GError) error = NULL;

  flow->noted = cnscd_repository_note_print_finish (flow->repository, result, &error);
  if (!flow->noted)
    {
      show_error (flow, error);
      gtk_print_operation_cancel (operation);
    }
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Flow *flow)
{
  hold (flow);
  flow->noted = FALSE;
  cnscd_repository_note_print_async (flow->repository, flow->title, flow->n_people, print_noted_cb,
                                     g_object_ref (operation));
}

/* GTK asks again until it is told that the pages are ready: they are when the log says so. */
static gboolean
paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, Flow *flow)
{
  return flow->noted;
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Flow *flow)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      show_error (flow, error);
    }
  release (flow);
}

static void
print_document (Flow *flow)
{
  g_autoptr (GtkPrintOperation) operation = cnscd_print_operation_new (flow->document);
  g_autoptr (GError) error = NULL;

  gtk_print_operation_set_allow_async (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "cnscd-flow", flow, (GDestroyNotify) flow_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), flow);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), flow);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), flow);
  /* Not while the dialog waits for somebody. */
  release (flow);
  /* An error comes with ::done, too. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (flow->window), &error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Flow) flow = user_data;
  g_autoptr (GError) error = NULL;

  if (!cnscd_print_operation_export_finish (result, &error))
    show_error (flow, error);
  else
    cnscd_window_show_message (flow->window, _ ("Roster saved"));
}

static void
save_noted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Flow) flow = user_data;
  g_autoptr (GError) error = NULL;
  CnscdDocument *document = flow->document;
  const char *path = g_file_peek_path (flow->file);

  if (!cnscd_repository_note_print_finish (CNSCD_REPOSITORY (source), result, &error))
    show_error (flow, error);
  else
    cnscd_print_operation_export_async (document, path, NULL, saved_cb, g_steal_pointer (&flow));
}

static void
save_document (Flow *flow)
{
  g_autofree char *name = NULL;

  if (g_file_peek_path (flow->file) == NULL)
    {
      g_autoptr (GError) error =
        g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             _ ("The file must be on this computer. Choose another folder."));

      show_error (flow, error);
      flow_free (flow);
      return;
    }

  /* First the entry, then the file. */
  name = g_file_get_basename (flow->file);
  cnscd_repository_note_print_async (flow->repository, name, flow->n_people, save_noted_cb, flow);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Flow) flow = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdRoster) roster = NULL;
  g_autoptr (CnscdTypesetter) typesetter = NULL;

  roster = cnscd_repository_load_roster_finish (CNSCD_REPOSITORY (source), result, &error);
  if (roster == NULL)
    {
      show_error (flow, error);
      return;
    }
  if (is_closed (flow))
    return;

  typesetter = cnscd_typesetter_new ();
  flow->document = cnscd_roster_document_new (roster, typesetter);
  flow->title = g_strdup (cnscd_document_get_title (flow->document));
  flow->n_people = cnscd_roster_get_n_people (roster);

  if (flow->to_file)
    save_document (g_steal_pointer (&flow));
  else
    print_document (g_steal_pointer (&flow));
}

static void
load (Flow *flow, gboolean with_phones)
{
  hold (flow);
  cnscd_repository_load_roster_async (flow->repository, flow->team, with_phones,
                                      cnscd_window_get_cancellable (flow->window), loaded_cb, flow);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Flow) flow = user_data;
  g_autoptr (GError) error = NULL;
  gboolean with_phones = GPOINTER_TO_INT (g_object_get_data (source, "with-phones"));

  flow->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (flow->file != NULL)
    load (g_steal_pointer (&flow), with_phones);
  else if (!is_dismissed (error))
    show_error (flow, error);
}

static void
choose_file (Flow *flow, gboolean with_phones)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("PDF documents"));
  gtk_file_filter_add_suffix (filter, "pdf");
  g_list_store_append (filters, filter);

  gtk_file_dialog_set_title (dialog, _ ("Save Roster as PDF"));
  /* Translators: the name proposed for a file; keep the ending */
  gtk_file_dialog_set_initial_name (dialog, _ ("Roster.pdf"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  g_object_set_data (G_OBJECT (dialog), "with-phones", GINT_TO_POINTER (with_phones));
  gtk_file_dialog_save (dialog, GTK_WINDOW (flow->window),
                        cnscd_window_get_cancellable (flow->window), chosen_cb, flow);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Flow) flow = user_data;
  gboolean go =
    g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "go");
  gboolean with_phones = adw_switch_row_get_active (flow->phones);

  if (!go || is_closed (flow))
    return;
  if (flow->to_file)
    choose_file (g_steal_pointer (&flow), with_phones);
  else
    load (g_steal_pointer (&flow), with_phones);
}

/* Prints leave phones out unless asked. */
static void
ask (CnscdWindow *window, const char *team, gboolean to_file)
{
  Flow *flow = g_new0 (Flow, 1);
  AdwAlertDialog *dialog;
  GtkWidget *list = gtk_list_box_new ();

  flow->window = g_object_ref (window);
  flow->repository = g_object_ref (cnscd_window_get_repository (window));
  flow->team = g_strdup (team);
  flow->to_file = to_file;
  flow->phones = ADW_SWITCH_ROW (adw_switch_row_new ());

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (flow->phones), _ ("Phone Numbers"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (flow->phones), _ ("Only where they are needed"));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (flow->phones));

  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
    to_file ? _ ("Save Roster as PDF") : _ ("Print Roster"),
    team != NULL ? _ ("The people of this team") : _ ("All teams, as the annex of a decision")));
  adw_alert_dialog_set_extra_child (dialog, list);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "go",
                                  to_file ? _ ("_Save…") : _ ("_Print…"), NULL);
  adw_alert_dialog_set_response_appearance (dialog, "go", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (dialog, "go");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (window), NULL, answered_cb, flow);
}

/**
 * cnscd_print_flow_print:
 * @window: a window
 * @team: (nullable): id of a team; %NULL for all, as the annex of a decision
 *
 * Asks what the roster shall show, and opens the print dialog.
 */
void
cnscd_print_flow_print (CnscdWindow *window, const char *team)
{
  ask (window, team, FALSE);
}

/**
 * cnscd_print_flow_save:
 * @window: a window
 * @team: (nullable): id of a team; %NULL for all, as the annex of a decision
 *
 * Asks what the roster shall show and for a file, and writes a PDF.
 */
void
cnscd_print_flow_save (CnscdWindow *window, const char *team)
{
  ask (window, team, TRUE);
}
