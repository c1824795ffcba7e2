/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-person-actions.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-roster-edit.h"
#include "cnscd-merge-dialog.h"
#include "cnscd-person-chooser.h"
#include "model/cnscd-repository-people.h"
#include "ui/common/cnscd-alert.h"
#include "ui/common/cnscd-person-words.h"
#include "ui/common/cnscd-words.h"
#include "ui/members/cnscd-member-actions.h"
#include "ui/members/cnscd-member-dialog.h"
#include "ui/window/cnscd-window-edit.h"

/* What is done to a person as a whole. */

/* Of the memberships of somebody who is deleted; more would leave no room for the answers. */
#define N_LISTED 4

/* Two people while they are read. */
typedef struct
{
  CnscdWindow *window;
  char *other;
  CnscdPersonHistory *one_history;
} Comparison;

static void
comparison_free (Comparison *comparison)
{
  g_object_unref (comparison->window);
  g_free (comparison->other);
  g_clear_pointer (&comparison->one_history, cnscd_person_history_unref);
  g_free (comparison);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Comparison, comparison_free)

static CnscdPersonHistory *
finish (CnscdWindow *window, GObject *source, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  CnscdPersonHistory *history =
    cnscd_repository_load_person_finish (CNSCD_REPOSITORY (source), result, &error);

  if (history == NULL)
    cnscd_window_show_error (window, _ ("Cannot Compare the Two"), error);
  return history;
}

static void
other_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Comparison) comparison = user_data;
  g_autoptr (CnscdPersonHistory) other = finish (comparison->window, source, result);

  if (other != NULL && !cnscd_window_is_closed (comparison->window))
    adw_dialog_present (cnscd_merge_dialog_new (comparison->window, comparison->one_history, other),
                        GTK_WIDGET (comparison->window));
}

static void
one_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Comparison) comparison = user_data;
  GCancellable *cancellable = cnscd_window_get_cancellable (comparison->window);
  const char *other = comparison->other;

  comparison->one_history = finish (comparison->window, source, result);
  if (comparison->one_history != NULL)
    cnscd_repository_load_person_async (CNSCD_REPOSITORY (source), other, cancellable,
                                        other_loaded_cb, g_steal_pointer (&comparison));
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdWindow *window = CNSCD_WINDOW (source);
  g_autoptr (GError) error = NULL;

  if (!cnscd_window_apply_finish (window, result, &error))
    cnscd_window_show_error (window, _ ("Cannot Delete Person"), error);
}

static void
withdrawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdWindow *window = CNSCD_WINDOW (source);
  g_autoptr (GError) error = NULL;

  if (!cnscd_window_apply_finish (window, result, &error))
    cnscd_window_show_error (window, NULL, error);
}

static void
delete_person (CnscdWindow *window, CnscdPersonHistory *history)
{
  g_autoptr (GPtrArray) memberships = cnscd_person_history_dup_records (history);
  g_autoptr (CnscdChangeSet) set = NULL;
  g_autofree char *label = NULL;

  /* Translators: %s is a person's name */
  label = g_strdup_printf (_ ("%s deleted"), history->person->full_name);
  set = cnscd_change_set_new (label);
  cnscd_roster_delete_person (set, history->person, memberships);
  cnscd_window_apply_async (window, set, deleted_cb, NULL);
}

/* The one that goes on, or %NULL when there is none, or more than one. */
static const CnscdPersonMembership *
find_only_current (CnscdPersonHistory *history)
{
  const CnscdPersonMembership *only = NULL;

  for (guint i = 0; i < history->memberships->len; i++)
    {
      const CnscdPersonMembership *membership = history->memberships->pdata[i];

      if (membership->is_current && only != NULL)
        return NULL;
      if (membership->is_current)
        only = membership;
    }

  return only;
}

/* No line begins with a dot. "Tổ Một · 29/11/2025 – now · QĐ 103/QĐ-UBND ngày 29/11/2025" */
static char *
describe_membership (const CnscdPersonMembership *membership)
{
  g_autofree char *team = cnscd_words_for_membership_team (membership);
  g_autofree char *period = cnscd_words_for_membership_period (membership);
  g_autofree char *known = cnscd_words_join (" · ", team, period);
  g_autofree char *decision =
    membership->decision_number != NULL
      ? cnscd_words_for_decision (membership->decision_number, membership->decision_date)
      : NULL;

  return cnscd_words_join (" · ", known, decision);
}

static char *
describe_deletion (CnscdPersonHistory *history)
{
  guint n = history->memberships->len;
  g_autofree char *number = cnscd_words_for_number (n);
  GString *text = g_string_new (NULL);

  g_string_append_printf (
    text,
    /* Translators: the person's name and a number */
    g_dngettext (GETTEXT_PACKAGE, "%s will be deleted, with %s membership and its history:",
                 "%s will be deleted, with %s memberships and their history:", n),
    history->person->full_name, number);
  for (guint i = 0; i < MIN (n, N_LISTED); i++)
    {
      g_autofree char *line = describe_membership (history->memberships->pdata[i]);

      g_string_append_printf (text, "\n%s", line);
    }
  if (n > N_LISTED)
    g_string_append (text, "\n…");
  g_string_append_printf (text, "\n\n%s",
                          _ ("Delete only what was entered by mistake. If somebody has left a "
                             "team, end the membership instead: it stays in the history."));
  return g_string_free_and_steal (text);
}

typedef struct
{
  CnscdWindow *window;
  CnscdPersonHistory *history;
} Question;

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (CnscdWindow) window = question->window;
  g_autoptr (CnscdPersonHistory) history = question->history;
  const CnscdPersonMembership *current = find_only_current (history);
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (answer, "delete"))
    delete_person (window, history);
  else if (g_str_equal (answer, "end") && current != NULL)
    cnscd_member_actions_end (window, &(CnscdMember) { .membership = current->record->record.id });
}

static void
ask_to_delete (CnscdWindow *window, CnscdPersonHistory *history)
{
  g_autofree char *body = describe_deletion (history);
  AdwAlertDialog *dialog =
    cnscd_alert_new_loss (_ ("Delete This Person?"), body, _ ("_Cancel"), "delete", _ ("_Delete"));
  Question *question = g_new (Question, 1);

  if (find_only_current (history) != NULL)
    adw_alert_dialog_add_response (dialog, "end", _ ("End M_embership…"));
  cnscd_alert_keep_whole (dialog);

  *question = (Question) {
    .window = g_object_ref (window),
    .history = cnscd_person_history_ref (history),
  };
  adw_alert_dialog_choose (dialog, GTK_WIDGET (window), NULL, answered_cb, question);
}

/**
 * cnscd_person_actions_edit:
 * @window: a window
 * @history: a person
 *
 * Shows the form for the person, with the current or else the last membership.
 */
void
cnscd_person_actions_edit (CnscdWindow *window, CnscdPersonHistory *history)
{
  const CnscdPersonMembership *membership;

  if (history->memberships->len == 0)
    {
      adw_dialog_present (cnscd_member_dialog_new_for_person (window, history->person),
                          GTK_WIDGET (window));
      return;
    }

  membership = history->memberships->pdata[0];
  cnscd_member_actions_edit (window,
                             &(CnscdMember) { .membership = membership->record->record.id });
}

/**
 * cnscd_person_actions_join:
 * @window: a window
 * @history: a person
 *
 * Asks for another team that the person is in, too.
 */
void
cnscd_person_actions_join (CnscdWindow *window, CnscdPersonHistory *history)
{
  g_autoptr (GPtrArray) teams = g_ptr_array_new ();

  for (guint i = 0; i < history->memberships->len; i++)
    {
      const CnscdPersonMembership *membership = history->memberships->pdata[i];

      if (membership->is_current || membership->is_upcoming)
        g_ptr_array_add (teams, membership->record->team);
    }
  g_ptr_array_add (teams, NULL);

  adw_dialog_present (
    cnscd_member_dialog_new_to_join (window, history->person, (const char *const *) teams->pdata),
    GTK_WIDGET (window));
}

/**
 * cnscd_person_actions_merge:
 * @window: a window
 * @history: a person
 *
 * Asks who else the person is, and then what shall stay.
 */
void
cnscd_person_actions_merge (CnscdWindow *window, CnscdPersonHistory *history)
{
  adw_dialog_present (cnscd_person_chooser_new (window, history), GTK_WIDGET (window));
}

/**
 * cnscd_person_actions_compare:
 * @window: a window
 * @one: id of a person, who is kept if the two are merged
 * @other: id of another record of the same commune
 *
 * Shows the two side by side, as they are stored now.
 */
void
cnscd_person_actions_compare (CnscdWindow *window, const char *one, const char *other)
{
  Comparison *comparison = g_new0 (Comparison, 1);

  comparison->window = g_object_ref (window);
  comparison->other = g_strdup (other);
  cnscd_repository_load_person_async (cnscd_window_get_repository (window), one,
                                      cnscd_window_get_cancellable (window), one_loaded_cb,
                                      comparison);
}

/**
 * cnscd_person_actions_is_move:
 * @history: a person
 * @coming: a membership of theirs
 *
 * Returns: whether the person leaves another team for it
 */
gboolean
cnscd_person_actions_is_move (CnscdPersonHistory *history, const CnscdPersonMembership *coming)
{
  g_autoptr (GPtrArray) memberships = cnscd_person_history_dup_records (history);

  return cnscd_roster_find_left (coming->record, memberships) != NULL;
}

/**
 * cnscd_person_actions_withdraw:
 * @window: a window
 * @history: a person
 * @coming: a membership of theirs that is still to begin
 *
 * Withdraws it, and a move with it: the person stays in the team that they were
 * to leave. Without a question, for it can be undone.
 */
void
cnscd_person_actions_withdraw (CnscdWindow *window,
                               CnscdPersonHistory *history,
                               const CnscdPersonMembership *coming)
{
  g_autoptr (GPtrArray) memberships = cnscd_person_history_dup_records (history);
  const char *name = history->person->full_name;
  g_autoptr (CnscdChangeSet) set = NULL;
  g_autofree char *label = NULL;

  label = cnscd_person_actions_is_move (history, coming)
            /* Translators: %s is a person's name */
            ? g_strdup_printf (_ ("Move of %s withdrawn"), name)
            /* Translators: %s is a person's name */
            : g_strdup_printf (_ ("Planned membership of %s withdrawn"), name);
  set = cnscd_change_set_new (label);
  if (cnscd_roster_withdraw_membership (set, coming->record, memberships, cnscd_date_today ()))
    cnscd_window_apply_async (window, set, withdrawn_cb, NULL);
}

/**
 * cnscd_person_actions_delete:
 * @window: a window
 * @history: a person
 *
 * Deletes the person with all memberships; the toast takes it back. It asks
 * first when there are any: whoever has served stays in the history.
 */
void
cnscd_person_actions_delete (CnscdWindow *window, CnscdPersonHistory *history)
{
  if (history->memberships->len > 0)
    ask_to_delete (window, history);
  else
    delete_person (window, history);
}
