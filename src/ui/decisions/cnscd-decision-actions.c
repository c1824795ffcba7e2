/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-decision-actions.h"

#include <glib/gi18n-lib.h>

#include "cnscd-decision-dialog.h"
#include "cnscd-decision-guide.h"
#include "model/cnscd-repository-decisions.h"
#include "ui/common/cnscd-words.h"
#include "ui/window/cnscd-window-edit.h"

/* What people do with decisions; a list's line may be older than the record. */

typedef struct
{
  CnscdWindow *window;
  CnscdDecisionKind kind;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->window);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
team_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdTeam) team =
    cnscd_repository_load_record_finish (CNSCD_REPOSITORY (source), result, &error);

  if (team == NULL)
    cnscd_window_show_error (request->window, _ ("Cannot Change Team"), error);
  else if (!cnscd_window_is_closed (request->window))
    adw_dialog_present (
      cnscd_decision_guide_new (request->window, team->record.unit, request->kind, team->record.id),
      GTK_WIDGET (request->window));
}

static void
edit_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDecision) decision =
    cnscd_repository_load_record_finish (CNSCD_REPOSITORY (source), result, &error);

  if (decision == NULL)
    cnscd_window_show_error (window, _ ("Cannot Change Decision"), error);
  else if (!cnscd_window_is_closed (window))
    adw_dialog_present (cnscd_decision_dialog_new (window, decision), GTK_WIDGET (window));
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdWindow *window = CNSCD_WINDOW (source);
  g_autoptr (GError) error = NULL;

  if (!cnscd_window_apply_finish (window, result, &error))
    cnscd_window_show_error (window, _ ("Cannot Delete Decision"), error);
}

static void delete (CnscdWindow *window, CnscdDecision *decision)
{
  g_autoptr (CnscdChangeSet) set = NULL;
  g_autofree char *label = NULL;

  /* Translators: %s is the number of an official decision */
  label = g_strdup_printf (_ ("Decision %s deleted"), decision->number);
  set = cnscd_change_set_new (label);
  cnscd_change_set_delete (set, decision);
  cnscd_window_apply_async (window, set, deleted_cb, NULL);
}

static void
explain_use (CnscdWindow *window, const CnscdDecisionDetails *details)
{
  guint n_teams = details->teams_begun->len + details->teams_ended->len;
  guint n_members = details->members_begun->len + details->members_ended->len;
  g_autofree char *teams = n_teams > 0 ? cnscd_words_for_teams (n_teams) : NULL;
  g_autofree char *members = n_members > 0 ? cnscd_words_for_members (n_members) : NULL;
  g_autofree char *users = cnscd_words_join (", ", teams, members);
  g_autofree char *body = NULL;
  AdwDialog *dialog;

  /* Translators: %s is "3 teams, 7 members" */
  body = g_strdup_printf (_ ("It is still used by: %s. Choose another decision for them first, or "
                             "correct the number and the date of this one."),
                          users);
  dialog = adw_alert_dialog_new (_ ("Decision Still in Use"), body);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

static void
details_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDecisionDetails) details =
    cnscd_repository_load_decision_finish (CNSCD_REPOSITORY (source), result, &error);

  if (details == NULL)
    cnscd_window_show_error (window, _ ("Cannot Delete Decision"), error);
  else if (cnscd_window_is_closed (window))
    return;
  else if (cnscd_decision_actions_is_used (details))
    explain_use (window, details);
  else
    delete (window, details->decision);
}

/**
 * cnscd_decision_actions_new:
 * @window: a window
 * @kind: what the decision does; %CNSCD_DECISION_KIND_UNKNOWN to be chosen
 * @team: (nullable): id of the team that it is about
 *
 * Shows a guided form for a new decision.
 */
void
cnscd_decision_actions_new (CnscdWindow *window, CnscdDecisionKind kind, const char *team)
{
  CnscdRepository *repository;
  Request *request;

  g_return_if_fail (CNSCD_IS_WINDOW (window));

  repository = cnscd_window_get_repository (window);
  if (team == NULL)
    {
      adw_dialog_present (
        cnscd_decision_guide_new (window, cnscd_repository_get_unit (repository), kind, NULL),
        GTK_WIDGET (window));
      return;
    }

  request = g_new (Request, 1);
  *request = (Request) { .window = g_object_ref (window), .kind = kind };
  cnscd_repository_load_record_async (repository, &CNSCD_KIND_TEAM, team,
                                      cnscd_window_get_cancellable (window), team_loaded_cb,
                                      request);
}

/**
 * cnscd_decision_actions_edit:
 * @window: a window
 * @decision: id of a decision
 *
 * Shows a form for a decision.
 */
void
cnscd_decision_actions_edit (CnscdWindow *window, const char *decision)
{
  g_return_if_fail (CNSCD_IS_WINDOW (window) && decision != NULL);

  cnscd_repository_load_record_async (cnscd_window_get_repository (window), &CNSCD_KIND_DECISION,
                                      decision, cnscd_window_get_cancellable (window),
                                      edit_loaded_cb, g_object_ref (window));
}

/**
 * cnscd_decision_actions_delete:
 * @window: a window
 * @decision: id of a decision
 *
 * Deletes a decision that nothing refers to, and else says what does.
 */
void
cnscd_decision_actions_delete (CnscdWindow *window, const char *decision)
{
  g_return_if_fail (CNSCD_IS_WINDOW (window) && decision != NULL);

  cnscd_repository_load_decision_async (cnscd_window_get_repository (window), decision,
                                        cnscd_window_get_cancellable (window), details_loaded_cb,
                                        g_object_ref (window));
}

/**
 * cnscd_decision_actions_is_used:
 * @details: a decision and what it did
 *
 * Returns: whether a team or a member refers to it
 */
gboolean
cnscd_decision_actions_is_used (const CnscdDecisionDetails *details)
{
  return details->teams_begun->len + details->teams_ended->len + details->members_begun->len +
           details->members_ended->len >
         0;
}
