/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-actions.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-report-form.h"
#include "core/cnscd-session-form.h"
#include "model/cnscd-repository-clashes.h"
#include "model/cnscd-repository-office.h"
#include "model/cnscd-repository-schedule.h"
#include "ui/common/cnscd-alert.h"
#include "ui/window/cnscd-window-edit.h"
#include "cnscd-plan-dialog.h"
#include "cnscd-plan-words.h"
#include "cnscd-schedule-words.h"
#include "cnscd-series-question.h"
#include "cnscd-session-dialog.h"
#include "cnscd-session-time-dialog.h"

/*
 * What can be done with a session, from wherever it is shown: it is read as it
 * is now, who changes one of a series is asked how far the change reaches, and
 * all is applied as one action.
 */

/* People come after work. */
#define EVENING (19 * 60)

typedef enum
{
  TASK_MOVE,
  TASK_ASK_MOVE,
  TASK_EDIT,
  TASK_SET_STATE,
  TASK_DELETE,
} TaskKind;

typedef struct
{
  CnscdWindow *window;
  TaskKind kind;
  CnscdTime starts_at;
  CnscdSessionState state;
  CnscdSeriesScope scope;       /* of what is asked for once more */
  CnscdSessionInSeries *loaded; /* (nullable): until it is read */
  CnscdChangeSet *set;          /* (nullable): until it is made */
} Task;

static void
task_free (Task *task)
{
  g_clear_pointer (&task->loaded, cnscd_session_in_series_free);
  g_clear_pointer (&task->set, cnscd_change_set_unref);
  g_object_unref (task->window);
  g_free (task);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Task, task_free)

static const char *
get_heading (const Task *task)
{
  switch (task->kind)
    {
    case TASK_MOVE:
    case TASK_ASK_MOVE:
      return _ ("Session Not Moved");
    case TASK_DELETE:
      return _ ("Session Not Deleted");
    case TASK_EDIT:
    case TASK_SET_STATE:
    default:
      return _ ("Session Not Changed");
    }
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Task) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!cnscd_window_apply_finish (CNSCD_WINDOW (source), result, &error))
    cnscd_window_show_error (task->window, get_heading (task), error);
}

static void
apply (Task *task)
{
  cnscd_window_apply_async (task->window, task->set, applied_cb, task);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Task) task = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (answer, "move"))
    apply (g_steal_pointer (&task));
}

static void
ask_in_spite_of (Task *task, const char *clashes)
{
  AdwAlertDialog *question = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Move Anyway?"), clashes));

  adw_alert_dialog_add_responses (question, "cancel", _ ("_Cancel"), "move", _ ("_Move"), NULL);
  adw_alert_dialog_set_default_response (question, "move");
  adw_alert_dialog_set_close_response (question, "cancel");
  cnscd_alert_wrap_heading (question);
  adw_alert_dialog_choose (question, GTK_WIDGET (task->window), NULL, answered_cb, task);
}

static void
clashes_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Task) task = user_data;
  CnscdRepository *repository = CNSCD_REPOSITORY (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdClashReport) report =
    cnscd_repository_find_clashes_finish (repository, result, &error);
  g_autofree char *clashes = NULL;

  if (report == NULL)
    {
      cnscd_window_show_error (task->window, get_heading (task), error);
      return;
    }
  if (cnscd_window_is_closed (task->window))
    return;

  clashes = cnscd_words_for_clash_report (
    report, cnscd_repository_get_office (repository)->max_sessions_per_week);
  if (clashes != NULL)
    ask_in_spite_of (g_steal_pointer (&task), clashes);
  else
    apply (g_steal_pointer (&task));
}

static char *
dup_label (const Task *task)
{
  const CnscdSession *session = task->loaded->session->session;

  if (task->kind == TASK_MOVE)
    {
      g_autofree char *start = cnscd_words_for_session_start (task->starts_at);

      /* Translators: title of a session, its new time and day */
      return g_strdup_printf (_ ("“%s” moved to %s"), session->title, start);
    }
  if (task->kind == TASK_DELETE)
    /* Translators: title of a session */
    return g_strdup_printf (_ ("“%s” deleted"), session->title);

  switch (task->state)
    {
    case CNSCD_SESSION_STATE_HELD:
      /* Translators: title of a session */
      return g_strdup_printf (_ ("“%s” marked as held"), session->title);
    case CNSCD_SESSION_STATE_POSTPONED:
      /* Translators: title of a session */
      return g_strdup_printf (_ ("“%s” postponed"), session->title);
    case CNSCD_SESSION_STATE_CANCELLED:
      /* Translators: title of a session */
      return g_strdup_printf (_ ("“%s” cancelled"), session->title);
    case CNSCD_SESSION_STATE_PLANNED:
    case CNSCD_SESSION_STATE_UNKNOWN:
    default:
      /* Translators: title of a session */
      return g_strdup_printf (_ ("“%s” planned again"), session->title);
    }
}

static gboolean
concerns (const Task *task, const CnscdRecordChange *change)
{
  const CnscdSession *before = change->before;
  const CnscdSession *after = change->after;

  if (before == NULL || before->record.kind != &CNSCD_KIND_SESSION)
    return FALSE;
  return task->kind == TASK_DELETE ? after == NULL
                                   : after != NULL && after->starts_at != before->starts_at;
}

/* Of several sessions it is told how many. */
static void
label_several (const Task *task)
{
  guint n = 0;
  g_autofree char *sessions = NULL;
  g_autofree char *label = NULL;

  for (guint i = 0; i < cnscd_change_set_get_n_changes (task->set); i++)
    n += concerns (task, cnscd_change_set_get_change (task->set, i));
  if (n < 2)
    return;

  sessions = cnscd_words_for_sessions (n);
  if (task->kind == TASK_DELETE)
    /* Translators: title of sessions, "12 sessions" */
    label =
      g_strdup_printf (_ ("“%1$s”: %2$s deleted"), task->loaded->session->session->title, sessions);
  else
    /* Translators: title of sessions, "12 sessions" */
    label =
      g_strdup_printf (_ ("“%1$s”: %2$s moved"), task->loaded->session->session->title, sessions);
  cnscd_change_set_set_label (task->set, label);
}

/* A new day for what was postponed is a plan again (hoãn → dự kiến). */
static CnscdSessionRecords *
dup_changed (const Task *task)
{
  CnscdSessionRecords *changed = cnscd_session_records_copy (task->loaded->session);
  CnscdSession *session = changed->session;

  if (task->kind == TASK_SET_STATE)
    {
      session->state = (int) task->state;
      return changed;
    }

  session->ends_at = task->starts_at + (session->ends_at - session->starts_at);
  session->starts_at = task->starts_at;
  session->state = CNSCD_SESSION_STATE_PLANNED;
  return changed;
}

static void
carry_out (Task *task, CnscdSeriesScope scope)
{
  g_autoptr (Task) owned = task;
  g_autofree char *label = dup_label (task);
  CnscdChangeSet *set = cnscd_change_set_new (label);
  g_autoptr (GError) error = NULL;
  const CnscdSessionRecords *before = task->loaded->session;
  CnscdSeriesView view = { .series = task->loaded->series,
                           .sessions = task->loaded->sessions,
                           .today = cnscd_date_today () };
  gboolean done = TRUE;

  task->set = set;
  if (task->kind == TASK_DELETE && task->loaded->series == NULL)
    cnscd_session_delete (set, before);
  else if (task->kind == TASK_DELETE)
    done = cnscd_series_delete (set, &view, scope, before, &error);
  else
    {
      g_autoptr (CnscdSessionRecords) after = dup_changed (task);

      if (task->loaded->series == NULL || scope == CNSCD_SERIES_SCOPE_THIS)
        cnscd_session_save (set, before, after);
      else
        done = cnscd_series_save (set, &view, scope, before, after, NULL, &error);
    }

  label_several (task);
  if (!done)
    cnscd_window_show_error (task->window, get_heading (task), error);
  else if (cnscd_change_set_get_n_changes (set) > 0 && task->kind == TASK_MOVE)
    cnscd_repository_find_clashes_async (cnscd_window_get_repository (task->window), set, NULL,
                                         clashes_cb, g_steal_pointer (&owned));
  else if (cnscd_change_set_get_n_changes (set) > 0)
    apply (g_steal_pointer (&owned));
}

static void
delete_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Task) task = user_data;
  CnscdSeriesScope scope = task->scope;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (answer, "delete"))
    carry_out (g_steal_pointer (&task), scope);
}

/* Some provinces pay by the day: who guided is not to be lost by one key. */
static void
ask_delete (Task *task, CnscdSeriesScope scope)
{
  /* Translators: title of a session */
  g_autofree char *body =
    g_strdup_printf (_ ("Who guided “%s”, how many people came and what they achieved will be "
                        "deleted, too."),
                     task->loaded->session->session->title);
  AdwAlertDialog *question = cnscd_alert_new_loss (_ ("Delete a Reported Session?"), body,
                                                   _ ("_Cancel"), "delete", _ ("_Delete"));

  task->scope = scope;
  adw_alert_dialog_choose (question, GTK_WIDGET (task->window), NULL, delete_chosen_cb, task);
}

static void
go_on (Task *task, CnscdSeriesScope scope)
{
  if (task->kind == TASK_DELETE && cnscd_report_is_given (task->loaded->session))
    ask_delete (task, scope);
  else
    carry_out (task, scope);
}

static void
scope_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Task) task = user_data;
  CnscdSeriesScope scope;

  if (cnscd_series_question_read (
        adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), &scope))
    go_on (g_steal_pointer (&task), scope);
}

static void
ask_scope (Task *task)
{
  gboolean deleting = task->kind == TASK_DELETE;
  AdwAlertDialog *question =
    cnscd_series_question_new (deleting ? _ ("Delete Which Sessions?") : _ ("Move Which Sessions?"),
                               task->loaded->session->session->title, deleting);

  adw_alert_dialog_choose (question, GTK_WIDGET (task->window), NULL, scope_chosen_cb, task);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Task) task = user_data;
  g_autoptr (GError) error = NULL;
  const CnscdSession *session;
  gboolean moving = task->kind == TASK_MOVE || task->kind == TASK_ASK_MOVE;

  task->loaded = cnscd_repository_load_session_finish (CNSCD_REPOSITORY (source), result, &error);
  if (task->loaded == NULL)
    {
      cnscd_window_show_error (task->window, get_heading (task), error);
      return;
    }
  if (cnscd_window_is_closed (task->window))
    return;

  session = task->loaded->session->session;
  if (moving && !cnscd_session_state_can_move ((CnscdSessionState) session->state))
    {
      cnscd_session_actions_explain_fixed (task->window);
      return;
    }
  if (task->kind == TASK_EDIT)
    {
      adw_dialog_present (
        cnscd_plan_dialog_new_for_session (task->window, g_steal_pointer (&task->loaded)),
        GTK_WIDGET (task->window));
      return;
    }
  if (task->kind == TASK_ASK_MOVE)
    {
      adw_dialog_present (cnscd_session_time_dialog_new_move (task->window, session),
                          GTK_WIDGET (task->window));
      return;
    }
  if (task->kind == TASK_MOVE && session->starts_at == task->starts_at)
    return;
  if (task->kind == TASK_MOVE &&
      !cnscd_session_can_start_at (session, cnscd_time_get_minute_of_day (task->starts_at)))
    {
      cnscd_window_show_message (task->window, _ ("The session would end after midnight"));
      return;
    }

  if (task->loaded->series != NULL && task->kind != TASK_SET_STATE)
    ask_scope (g_steal_pointer (&task));
  else
    go_on (g_steal_pointer (&task), CNSCD_SERIES_SCOPE_THIS);
}

static void
start (CnscdWindow *window, const char *session, Task values)
{
  Task *task = g_memdup2 (&values, sizeof values);

  task->window = g_object_ref (window);
  cnscd_repository_load_session_async (cnscd_window_get_repository (window), session, NULL,
                                       loaded_cb, task);
}

/**
 * cnscd_session_actions_open:
 * @window: a window
 * @session: id of a session
 *
 * Shows all of a session.
 */
void
cnscd_session_actions_open (CnscdWindow *window, const char *session)
{
  g_return_if_fail (CNSCD_IS_WINDOW (window) && session != NULL);

  adw_dialog_present (cnscd_session_dialog_new (window, session), GTK_WIDGET (window));
}

/**
 * cnscd_session_actions_add_like:
 * @window: a window
 * @wanted: what it may be of, such as what is shown; without a commune when none is chosen
 * @starts_at: when it may begin
 *
 * Asks for a session that is to be planned, and proposes what fits @wanted.
 *
 * Returns: (nullable) (transfer none): the form; %NULL when there is no commune
 */
AdwDialog *
cnscd_session_actions_add_like (CnscdWindow *window,
                                const CnscdSessionQuery *wanted,
                                CnscdTime starts_at)
{
  AdwDialog *form;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && wanted != NULL, NULL);

  if (wanted->unit == NULL)
    {
      cnscd_window_show_message (window, _ ("Choose a commune first"));
      return NULL;
    }

  form = cnscd_plan_dialog_new (window, wanted, starts_at);
  adw_dialog_present (form, GTK_WIDGET (window));
  return form;
}

/**
 * cnscd_session_actions_add:
 * @window: a window
 * @unit: (nullable): code of the commune that plans it; %NULL when none is chosen
 * @starts_at: when it may begin
 *
 * Asks for a session that is to be planned.
 *
 * Returns: (nullable) (transfer none): the form; %NULL when there is no commune
 */
AdwDialog *
cnscd_session_actions_add (CnscdWindow *window, const char *unit, CnscdTime starts_at)
{
  CnscdSessionQuery wanted = CNSCD_SESSION_QUERY_ALL;

  wanted.unit = unit;
  return cnscd_session_actions_add_like (window, &wanted, starts_at);
}

/**
 * cnscd_session_actions_edit:
 * @window: a window
 * @session: id of a session
 *
 * Shows a form for all that is planned of a session.
 */
void
cnscd_session_actions_edit (CnscdWindow *window, const char *session)
{
  g_return_if_fail (CNSCD_IS_WINDOW (window) && session != NULL);

  start (window, session, (Task) { .kind = TASK_EDIT });
}

/**
 * cnscd_session_actions_add_for:
 * @window: a window
 * @unit: code of the commune that plans it
 * @hamlet: (nullable): id of the hamlet where it may take place
 * @audience: (nullable): id of the audience that it may be for
 *
 * Asks for a session for somebody who was not taught lately.
 */
void
cnscd_session_actions_add_for (CnscdWindow *window,
                               const char *unit,
                               const char *hamlet,
                               const char *audience)
{
  CnscdSessionQuery wanted = CNSCD_SESSION_QUERY_ALL;

  wanted.unit = unit;
  wanted.hamlet = hamlet;
  wanted.audience = audience;
  cnscd_session_actions_add_like (
    window, &wanted, cnscd_time_new (cnscd_date_add_days (cnscd_date_today (), 1), EVENING));
}

/**
 * cnscd_session_actions_move:
 * @window: a window
 * @session: id of a session
 * @starts_at: when it shall begin
 *
 * Moves a session that is planned or postponed, or others of its series with
 * it; what would newly stand in the way is said before.
 */
void
cnscd_session_actions_move (CnscdWindow *window, const char *session, CnscdTime starts_at)
{
  g_return_if_fail (CNSCD_IS_WINDOW (window) && session != NULL);

  start (window, session, (Task) { .kind = TASK_MOVE, .starts_at = starts_at });
}

/**
 * cnscd_session_actions_explain_fixed:
 * @window: a window
 *
 * Says why a session that somebody wants to move stays where it is.
 */
void
cnscd_session_actions_explain_fixed (CnscdWindow *window)
{
  g_return_if_fail (CNSCD_IS_WINDOW (window));

  cnscd_window_show_message (window,
                             _ ("Only sessions that are planned or postponed can be moved"));
}

/**
 * cnscd_session_actions_ask_move:
 * @window: a window
 * @session: id of a session
 *
 * Asks when a session shall begin, and moves it.
 */
void
cnscd_session_actions_ask_move (CnscdWindow *window, const char *session)
{
  g_return_if_fail (CNSCD_IS_WINDOW (window) && session != NULL);

  start (window, session, (Task) { .kind = TASK_ASK_MOVE });
}

/**
 * cnscd_session_actions_set_state:
 * @window: a window
 * @session: id of a session
 * @state: its state from now on
 *
 * Postpones or cancels a session, or plans it again.
 */
void
cnscd_session_actions_set_state (CnscdWindow *window, const char *session, CnscdSessionState state)
{
  g_return_if_fail (CNSCD_IS_WINDOW (window) && session != NULL);

  start (window, session, (Task) { .kind = TASK_SET_STATE, .state = state });
}

/**
 * cnscd_session_actions_delete:
 * @window: a window
 * @session: id of a session
 *
 * Deletes a session, or others of its series with it.
 */
void
cnscd_session_actions_delete (CnscdWindow *window, const char *session)
{
  g_return_if_fail (CNSCD_IS_WINDOW (window) && session != NULL);

  start (window, session, (Task) { .kind = TASK_DELETE });
}
