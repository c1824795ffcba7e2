/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-recurrence.h"
#include "core/cnscd-session-words.h"
#include "model/cnscd-repository-report.h"
#include "model/cnscd-repository-schedule.h"
#include "model/cnscd-repository-sessions.h"
#include "ui/common/cnscd-form.h"
#include "ui/common/cnscd-words.h"
#include "cnscd-report-actions.h"
#include "cnscd-report-words.h"
#include "cnscd-schedule-words.h"
#include "cnscd-session-actions.h"
#include "cnscd-session-menu.h"

/**
 * CnscdSessionDialog:
 *
 * All of a session, to be read.
 */
struct _CnscdSessionDialog
{
  CnscdViewDialog parent_instance;

  GtkWidget *move_button;
  GtkMenuButton *menu_button;
  GtkWidget *tools;
  GtkWidget *report_button;
  GtkStack *stack;
  AdwPreferencesGroup *main_group;
  AdwPreferencesGroup *people_group;
  AdwPreferencesGroup *results_group;
  GPtrArray *rows; /* (element-type GtkWidget): of all groups */

  CnscdWindow *window;
  CnscdRepository *repository;
  GCancellable *cancellable;
  char *session;
  CnscdSessionSummary *summary; /* (nullable) */
  CnscdSessionReport *loaded;   /* (nullable) */
  char *repeats;                /* (nullable): how, in words */
};

G_DEFINE_FINAL_TYPE (CnscdSessionDialog, cnscd_session_dialog, CNSCD_TYPE_VIEW_DIALOG)

/* Names in a list come joined. */
static char *
split_lines (const char *joined)
{
  g_auto (GStrv) names = joined != NULL ? g_strsplit (joined, "; ", -1) : NULL;

  return names != NULL ? g_strjoinv ("\n", names) : NULL;
}

static void
add_row (CnscdSessionDialog *self, AdwPreferencesGroup *group, const char *title, const char *value)
{
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped =
    g_markup_escape_text (value != NULL && *value != '\0' ? value : "—", -1);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
remove_rows (CnscdSessionDialog *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (
                                    self->rows->pdata[i], ADW_TYPE_PREFERENCES_GROUP)),
                                  self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static char *
dup_count (gint64 count)
{
  return count != CNSCD_COUNT_UNKNOWN ? cnscd_words_for_number ((guint) count) : NULL;
}

static void
show_main (CnscdSessionDialog *self)
{
  const CnscdSessionSummary *session = self->summary;
  g_autofree char *title = g_markup_escape_text (session->title, -1);
  g_autofree char *clock = cnscd_time_format_span (session->starts_at, session->ends_at);
  g_autofree char *date = cnscd_date_format (cnscd_time_get_day (session->starts_at));
  g_autofree char *weekday = cnscd_words_capitalize (
    cnscd_words_for_weekday (cnscd_date_get_weekday (cnscd_time_get_day (session->starts_at))));
  g_autofree char *time = g_strdup_printf ("%s, %s %s", clock, weekday, date);
  g_autofree char *lunar = cnscd_words_for_lunar_day (cnscd_time_get_day (session->starts_at));
  g_autofree char *moon = lunar != NULL ? cnscd_words_capitalize (lunar) : NULL;
  g_autofree char *when = cnscd_words_join ("\n", time, moon);
  g_autofree char *place =
    cnscd_session_dup_place (session->place, session->hamlet_kind, session->hamlet_name);
  gboolean overdue = cnscd_session_summary_is_overdue (session, cnscd_time_now ());
  g_autofree char *state = cnscd_words_join (" · ", cnscd_words_for_session_state (session->state),
                                             overdue ? C_ ("session", "To Be Reported") : NULL);
  g_autofree char *code = cnscd_session_dup_code (session->session);

  adw_preferences_group_set_title (self->main_group, title);
  cnscd_form_wrap_title (self->main_group);
  add_row (self, self->main_group, C_ ("session", "Time"), when);
  if (self->repeats != NULL)
    add_row (self, self->main_group, C_ ("session", "Repeats"), self->repeats);
  add_row (self, self->main_group, C_ ("session", "State"), state);
  add_row (self, self->main_group, C_ ("session", "Place"), place);
  add_row (self, self->main_group, C_ ("session", "Code on the Sign-in Sheet"), code);
  if (session->note != NULL)
    add_row (self, self->main_group, C_ ("session", "Note"), session->note);
}

/* A line each: who, as what, and, where that was told, whether that person came. */
static char *
dup_guides (const CnscdSessionReport *report)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < report->session->guides->len; i++)
    {
      const CnscdSessionGuide *guide = report->session->guides->pdata[i];
      const char *part = cnscd_words_for_guide_part ((CnscdGuidePart) guide->part);
      const char *presence = guide->presence != CNSCD_PRESENCE_UNKNOWN
                               ? cnscd_words_for_presence ((CnscdPresence) guide->presence)
                               : NULL;
      g_autofree char *what = cnscd_words_join (" · ", part, presence);
      g_autofree char *line = cnscd_words_join (" · ", report->guides->pdata[i], what);

      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", line);
    }
  return g_string_free_and_steal (lines);
}

static void
show_people (CnscdSessionDialog *self)
{
  const CnscdSessionSummary *session = self->summary;
  g_autofree char *teams = split_lines (session->teams);
  g_autofree char *guides = dup_guides (self->loaded);
  g_autofree char *topics = split_lines (session->topics);
  g_autofree char *expected = dup_count (session->expected);

  add_row (self, self->people_group, C_ ("session", "Teams"), teams);
  add_row (self, self->people_group, C_ ("session", "Guides"), guides);
  add_row (self, self->people_group, C_ ("session", "Topics"), topics);
  add_row (self, self->people_group, C_ ("session", "Audience"), session->audience_name);
  add_row (self, self->people_group, C_ ("session", "People Expected"), expected);
}

static void
show_results (CnscdSessionDialog *self)
{
  const CnscdCatalog *catalog = self->loaded->catalog;
  const CnscdSession *session = self->loaded->session->session;
  GPtrArray *results = self->loaded->session->results;
  const struct
  {
    const char *title;
    gint64 count;
  } counts[] = {
    { C_ ("session", "People Who Came"), session->attendance },
    { C_ ("session", "Women"), session->attendance_women },
    { C_ ("session", "Elderly"), session->attendance_elderly },
    { C_ ("session", "Poor Households"), session->attendance_poor_households },
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *count = dup_count (counts[i].count);

      add_row (self, self->results_group, counts[i].title, count);
    }

  for (guint i = 0; i < results->len; i++)
    {
      const CnscdSessionResult *result = results->pdata[i];
      const CnscdIndicator *indicator = cnscd_catalog_find (catalog->indicators, result->indicator);
      g_autofree char *number = dup_count (result->value);
      g_autofree char *value =
        indicator != NULL ? cnscd_words_join (" ", number, indicator->unit_of_measure) : NULL;

      if (indicator != NULL)
        add_row (self, self->results_group, indicator->name, value);
    }
}

static void
show_menu (CnscdSessionDialog *self)
{
  g_autoptr (GMenuModel) menu = cnscd_session_menu_new_rest (self->summary);

  gtk_menu_button_set_menu_model (self->menu_button, menu);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), TRUE);
}

static void
show (CnscdSessionDialog *self)
{
  gboolean begun = self->summary->starts_at <= cnscd_time_now ();

  remove_rows (self);
  show_main (self);
  show_people (self);
  show_results (self);
  show_menu (self);
  gtk_widget_set_visible (self->move_button, cnscd_session_state_can_move (self->summary->state));
  gtk_widget_set_visible (self->report_button, begun);
  gtk_widget_set_visible (GTK_WIDGET (self->results_group), begun);
  gtk_widget_set_visible (self->tools, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "session");
}

static void
series_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdSessionDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdSessionInSeries) session =
    cnscd_repository_load_session_finish (CNSCD_REPOSITORY (source), result, &error);
  CnscdRecurrence rule;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* What cannot be read is no reason to show nothing. */
  g_clear_pointer (&self->repeats, g_free);
  if (session != NULL && session->series != NULL &&
      cnscd_recurrence_parse (session->series->rule, &rule, NULL))
    {
      g_autofree char *words = cnscd_recurrence_describe (&rule);

      self->repeats = cnscd_words_capitalize (words);
    }
  show (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdSessionDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  CnscdSessionReport *loaded =
    cnscd_repository_load_report_finish (CNSCD_REPOSITORY (source), result, &error);

  if (loaded == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }

  g_clear_pointer (&self->loaded, cnscd_session_report_free);
  self->loaded = loaded;
  if (loaded->session->session->series != NULL)
    cnscd_repository_load_session_async (self->repository, self->session, self->cancellable,
                                         series_loaded_cb, g_object_ref (self));
  else
    {
      g_clear_pointer (&self->repeats, g_free);
      show (self);
    }
}

/* What is gone is not shown any more. Who has just deleted it knows why; who comes from a reminder
 * does not. */
static void
close_for_good (CnscdSessionDialog *self)
{
  gboolean shown = self->summary != NULL;
  CnscdWindow *window = self->window;

  adw_dialog_force_close (ADW_DIALOG (self));
  if (!shown && window != NULL)
    cnscd_window_add_toast (window, adw_toast_new (_ ("This session no longer exists")));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdSessionDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions =
    cnscd_repository_list_sessions_finish (CNSCD_REPOSITORY (source), result, &error);

  if (sessions == NULL || sessions->len == 0)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        close_for_good (self);
      return;
    }

  g_clear_pointer (&self->summary, cnscd_session_summary_unref);
  self->summary = cnscd_session_summary_ref (sessions->pdata[0]);
  cnscd_repository_load_report_async (self->repository, self->session, self->cancellable, loaded_cb,
                                      g_object_ref (self));
}

static void
load (CnscdSessionDialog *self)
{
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;

  query.session = self->session;
  cnscd_repository_list_sessions_async (self->repository, &query, self->cancellable, listed_cb,
                                        g_object_ref (self));
}

static void
move_cb (CnscdSessionDialog *self)
{
  cnscd_session_actions_ask_move (self->window, self->session);
}

static void
edit_cb (CnscdSessionDialog *self)
{
  cnscd_session_actions_edit (self->window, self->session);
}

static gboolean
edit_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  edit_cb (CNSCD_SESSION_DIALOG (widget));
  return TRUE;
}

static gboolean
move_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  move_cb (CNSCD_SESSION_DIALOG (widget));
  return TRUE;
}

static void
report_cb (CnscdSessionDialog *self)
{
  cnscd_report_actions_report (self->window, self->session);
}

static void
print_cb (CnscdSessionDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.print-sign-in", "s", self->session);
}

static void
cnscd_session_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (CNSCD_SESSION_DIALOG (dialog)->cancellable);
}

static void
cnscd_session_dialog_dispose (GObject *object)
{
  CnscdSessionDialog *self = CNSCD_SESSION_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->repository);
  g_clear_object (&self->window);

  G_OBJECT_CLASS (cnscd_session_dialog_parent_class)->dispose (object);
}

static void
cnscd_session_dialog_finalize (GObject *object)
{
  CnscdSessionDialog *self = CNSCD_SESSION_DIALOG (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->rows);
  g_free (self->session);
  g_free (self->repeats);
  g_clear_pointer (&self->summary, cnscd_session_summary_unref);
  g_clear_pointer (&self->loaded, cnscd_session_report_free);

  G_OBJECT_CLASS (cnscd_session_dialog_parent_class)->finalize (object);
}

static void
cnscd_session_dialog_class_init (CnscdSessionDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_session_dialog_dispose;
  object_class->finalize = cnscd_session_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = cnscd_session_dialog_closed;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/schedule/cnscd-session-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionDialog, move_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionDialog, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionDialog, main_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionDialog, people_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionDialog, results_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionDialog, tools);
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionDialog, report_button);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_cb);
  gtk_widget_class_bind_template_callback (widget_class, report_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_ALT_MASK, edit_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_ALT_MASK, edit_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, move_key_cb, NULL);
}

static void
cnscd_session_dialog_init (CnscdSessionDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_session_dialog_new:
 * @window: where it is shown
 * @session: id of a session
 *
 * Returns: (transfer floating): a dialog with all of a session
 */
AdwDialog *
cnscd_session_dialog_new (CnscdWindow *window, const char *session)
{
  CnscdSessionDialog *self;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && session != NULL, NULL);

  self = g_object_new (CNSCD_TYPE_SESSION_DIALOG, NULL);
  self->window = g_object_ref (window);
  self->repository = g_object_ref (cnscd_window_get_repository (window));
  self->session = g_strdup (session);
  g_signal_connect_object (self->repository, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return ADW_DIALOG (self);
}
