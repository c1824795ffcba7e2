/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-flow.h"

#include <glib/gi18n-lib.h>

#include "cnscd-progress.h"
#include "ui/common/cnscd-words.h"

#define MAX_FINDINGS 5

/* One file on its way: chosen, looked at, agreed to, imported. */
typedef struct
{
  CnscdWindow *window;
  char *name; /* of the file, as people see it */
  CnscdImportJob *job;
  CnscdProgress *progress;
} Flow;

static void
flow_free (Flow *flow)
{
  g_clear_pointer (&flow->progress, cnscd_progress_end);
  g_object_unref (flow->window);
  g_free (flow->name);
  cnscd_import_job_unref (flow->job);
  g_free (flow);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Flow, flow_free)

static gboolean
is_closed (Flow *flow)
{
  return cnscd_window_is_closed (flow->window);
}

static double
get_progress (gpointer data)
{
  return cnscd_import_job_get_progress (data);
}

static void
append_number (GString *text, guint number)
{
  g_autofree char *words = cnscd_words_for_number (number);

  g_string_append (text, words);
}

static void
append_count (GString *text,
              const CnscdImportCount *count,
              const char *created,
              const char *updated,
              const char *unchanged)
{
  const struct
  {
    guint n;
    const char *words;
  } parts[] = {
    { count->created, created },
    { count->updated, updated },
    { count->unchanged, unchanged },
  };
  gboolean any = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i].n == 0)
        continue;
      if (any)
        g_string_append (text, ", ");
      append_number (text, parts[i].n);
      g_string_append_c (text, ' ');
      g_string_append (text, parts[i].words);
      any = TRUE;
    }
  if (!any)
    g_string_append (text, _ ("none"));
  g_string_append_c (text, '\n');
}

static void
append_findings (GString *text, const GPtrArray *findings)
{
  g_autofree char *number = NULL;
  guint n_shown = 0, n_notable = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const CnscdFinding *finding = findings->pdata[i];

      if (finding->level != CNSCD_FINDING_INFO)
        n_notable++;
    }
  if (n_notable == 0)
    return;

  g_string_append_c (text, '\n');
  number = cnscd_words_for_number (n_notable);
  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%s place in the file is worth a look:",
                                       "%s places in the file are worth a look:", n_notable),
                          number);
  for (guint i = 0; i < findings->len && n_shown < MAX_FINDINGS; i++)
    {
      const CnscdFinding *finding = findings->pdata[i];

      if (finding->level == CNSCD_FINDING_INFO)
        continue;
      if (finding->row > 0)
        {
          g_string_append (text, "\n• ");
          /* Translators: a row of a spreadsheet, and what is the matter with it */
          g_string_append_printf (text, _ ("Row %u: %s"), finding->row, finding->message);
        }
      else
        g_string_append_printf (text, "\n• %s", finding->message);
      n_shown++;
    }
  if (n_notable > n_shown)
    {
      g_string_append_c (text, '\n');
      g_free (number);
      number = cnscd_words_for_number (n_notable - n_shown);
      g_string_append_printf (
        text, g_dngettext (GETTEXT_PACKAGE, "… and %s more", "… and %s more", n_notable - n_shown),
        number);
    }
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Flow) flow = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdImportPlan) plan = NULL;
  g_autofree char *number = NULL;
  g_autofree char *title = NULL;
  AdwToast *toast;
  guint n_members;
  gint64 action = 0;

  plan = cnscd_repository_import_finish (CNSCD_REPOSITORY (source), result, &action, &error);
  g_clear_pointer (&flow->progress, cnscd_progress_end);
  if (is_closed (flow))
    return;
  if (plan == NULL)
    {
      cnscd_window_show_error (flow->window, _ ("Not Imported"), error);
      return;
    }

  n_members = plan->members.created + plan->members.updated;
  number = cnscd_words_for_number (n_members);
  title = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%s member imported", "%s members imported", n_members), number);
  toast = adw_toast_new (title);
  if (action != 0)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo-import-now");
      adw_toast_set_action_target (toast, "x", action);
    }
  cnscd_window_add_toast (flow->window, toast);
}

static void
import (Flow *flow)
{
  GCancellable *cancellable;

  flow->progress =
    cnscd_progress_begin (GTK_WIDGET (flow->window), cnscd_window_get_cancellable (flow->window),
                          _ ("Importing"), get_progress, flow->job);
  cancellable = cnscd_progress_get_cancellable (flow->progress);
  cnscd_repository_import_async (cnscd_window_get_repository (flow->window), flow->job, FALSE,
                                 cancellable, imported_cb, flow);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Flow) flow = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "import") && !is_closed (flow))
    import (g_steal_pointer (&flow));
}

static void
looked_at_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Flow) flow = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdImportPlan) plan = NULL;
  g_autofree char *description = NULL;
  g_autofree char *body = NULL;
  const char *unit_name;
  AdwAlertDialog *dialog;
  gboolean changes;

  plan = cnscd_repository_import_finish (CNSCD_REPOSITORY (source), result, NULL, &error);
  g_clear_pointer (&flow->progress, cnscd_progress_end);
  if (is_closed (flow))
    return;
  if (plan == NULL)
    {
      cnscd_window_show_error (flow->window, _ ("This File Cannot Be Imported"), error);
      return;
    }

  changes =
    plan->teams.created + plan->teams.updated + plan->members.created + plan->members.updated > 0;
  unit_name = cnscd_repository_get_unit_name (CNSCD_REPOSITORY (source), plan->unit);
  description = cnscd_import_flow_describe (plan, unit_name);
  body = g_strdup_printf ("%s\n%s", flow->name, description);
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
    changes ? _ ("Import This Roster?") : _ ("Nothing New in This File"), body));
  if (changes)
    {
      adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "import", _ ("_Import"),
                                      NULL);
      adw_alert_dialog_set_response_appearance (dialog, "import", ADW_RESPONSE_SUGGESTED);
      adw_alert_dialog_set_default_response (dialog, "import");
      adw_alert_dialog_set_close_response (dialog, "cancel");
    }
  else
    {
      adw_alert_dialog_add_response (dialog, "close", _ ("_Close"));
      adw_alert_dialog_set_close_response (dialog, "close");
    }
  adw_alert_dialog_choose (dialog, GTK_WIDGET (flow->window), NULL, answered_cb, flow);
  g_steal_pointer (&flow);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (cnscd_window_is_closed (window))
    return;
  if (file != NULL)
    cnscd_import_flow_start_with_file (window, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
           !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    cnscd_window_show_error (window, _ ("This File Cannot Be Imported"), error);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  guint n_kept = 0;

  if (!cnscd_repository_undo_finish (CNSCD_REPOSITORY (source), result, &n_kept, &error))
    cnscd_window_show_error (window, _ ("The Import Was Not Undone"), error);
  else if (n_kept == 0)
    cnscd_window_show_message (window, _ ("Import undone"));
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

typedef struct
{
  CnscdWindow *window;
  gint64 action;
} Question;

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
 * cnscd_import_flow_describe:
 * @plan: an import plan
 * @unit_name: (nullable): name of the commune that it is for
 *
 * Returns: (transfer full): what the import does, for a dialog
 */
char *
cnscd_import_flow_describe (const CnscdImportPlan *plan, const char *unit_name)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (unit_name != NULL)
    {
      g_autofree char *name = cnscd_words_capitalize (unit_name);

      g_string_append_printf (text, "%s\n", name);
    }
  g_string_append (text, _ ("Teams: "));
  append_count (text, &plan->teams, C_ ("teams", "new"), C_ ("teams", "updated"),
                C_ ("teams", "unchanged"));
  g_string_append (text, _ ("Members: "));
  append_count (text, &plan->members, C_ ("members", "new"), C_ ("members", "updated"),
                C_ ("members", "unchanged"));
  append_findings (text, plan->findings);
  if (text->str[text->len - 1] == '\n')
    g_string_truncate (text, text->len - 1);

  return g_string_free_and_steal (g_steal_pointer (&text));
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
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Spreadsheets"));
  gtk_file_filter_add_suffix (filter, "xlsx");
  gtk_file_filter_add_suffix (filter, "xls");
  gtk_file_filter_add_suffix (filter, "ods");
  gtk_file_filter_add_suffix (filter, "csv");
  g_list_store_append (filters, filter);

  gtk_file_dialog_set_title (dialog, _ ("Import Roster"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Import"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (window), cnscd_window_get_cancellable (window),
                        chosen_cb, g_object_ref (window));
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
  Flow *flow = g_new0 (Flow, 1);
  g_autofree char *basename = g_file_get_basename (file);

  flow->name = g_filename_display_name (basename);
  flow->window = g_object_ref (window);
  flow->job = cnscd_import_job_new (file);
  flow->progress = cnscd_progress_begin (GTK_WIDGET (window), cnscd_window_get_cancellable (window),
                                         _ ("Reading the File"), get_progress, flow->job);
  cnscd_repository_import_async (cnscd_window_get_repository (window), flow->job, TRUE,
                                 cnscd_progress_get_cancellable (flow->progress), looked_at_cb,
                                 flow);
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
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Ho_Chi_Minh");
  g_autoptr (GDateTime) utc =
    g_date_time_new_from_unix_utc (overview->last_import_at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local =
    zone != NULL ? g_date_time_to_timezone (utc, zone) : g_date_time_to_local (utc);
  /* Translators: a date and a time, as in 21/06/2025 14:30 */
  g_autofree char *time = g_date_time_format (local, _ ("%d/%m/%Y %H:%M"));
  AdwAlertDialog *dialog;
  Question *question;

  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Undo the Last Import?"), NULL));
  adw_alert_dialog_format_body (
    dialog,
    /* Translators: the name of a file, and a date and time */
    _ ("What was imported from “%s” on %s will be taken back, except what was edited since."),
    overview->last_import, time);
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "undo", _ ("_Undo Import"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (dialog, "undo", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_set_default_response (dialog, "cancel");
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
  cnscd_repository_undo_async (cnscd_window_get_repository (window), action, undone_cb,
                               g_object_ref (window));
}
