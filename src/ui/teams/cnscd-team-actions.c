/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-team-actions.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-team-edit.h"
#include "model/cnscd-repository-decisions.h"
#include "model/cnscd-repository-teams.h"
#include "ui/common/cnscd-words.h"
#include "ui/window/cnscd-window-edit.h"
#include "cnscd-dissolve-dialog.h"
#include "cnscd-team-dialog.h"

/*
 * What people do with teams. A list holds what a line shows; what is to be
 * changed is read from the database first.
 */

typedef struct _Request Request;

struct _Request
{
  CnscdWindow *window;
  char *id;
  int step;
  CnscdTeam *team;
  void (*act) (Request *request, GPtrArray *memberships);
};

static void
request_free (Request *request)
{
  g_object_unref (request->window);
  g_free (request->id);
  g_clear_pointer (&request->team, cnscd_record_unref);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
show_problem (CnscdWindow *window, const GError *error)
{
  cnscd_window_show_error (window, _ ("Cannot Change Team"), error);
}

static void
memberships_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) memberships =
    cnscd_repository_load_memberships_finish (CNSCD_REPOSITORY (source), result, &error);

  if (memberships == NULL)
    show_problem (request->window, error);
  else if (!cnscd_window_is_closed (request->window))
    request->act (request, memberships);
}

static void
load_memberships (Request *request, const char *team)
{
  cnscd_repository_load_memberships_async (cnscd_window_get_repository (request->window), team,
                                           cnscd_window_get_cancellable (request->window),
                                           memberships_loaded_cb, request);
}

static void
team_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;

  request->team = cnscd_repository_load_record_finish (CNSCD_REPOSITORY (source), result, &error);
  if (request->team == NULL)
    {
      show_problem (request->window, error);
      return;
    }

  if (request->act != NULL)
    load_memberships (g_steal_pointer (&request), ((CnscdTeam *) request->team)->record.id);
  else if (!cnscd_window_is_closed (request->window))
    adw_dialog_present (cnscd_team_dialog_new_for_team (request->window, request->team),
                        GTK_WIDGET (request->window));
}

static Request *
request_new (CnscdWindow *window, const char *id, void (*act) (Request *, GPtrArray *))
{
  Request *request = g_new0 (Request, 1);

  request->window = g_object_ref (window);
  request->id = g_strdup (id);
  request->act = act;
  return request;
}

static void
load_team (CnscdWindow *window, const char *team, void (*act) (Request *, GPtrArray *))
{
  cnscd_repository_load_record_async (cnscd_window_get_repository (window), &CNSCD_KIND_TEAM, team,
                                      cnscd_window_get_cancellable (window), team_loaded_cb,
                                      request_new (window, team, act));
}

static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!cnscd_window_apply_finish (CNSCD_WINDOW (source), result, &error))
    show_problem (CNSCD_WINDOW (source), error);
}

/* Who was to come from another team may stay there, so that all of the commune is read. */
static void
records_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdUnitRecords) records =
    cnscd_repository_load_unit_records_finish (CNSCD_REPOSITORY (source), result, &error);

  if (records == NULL)
    show_problem (request->window, error);
  else if (!cnscd_window_is_closed (request->window))
    adw_dialog_present (cnscd_dissolve_dialog_new (request->window, request->team, records),
                        GTK_WIDGET (request->window));
}

static void
dissolve_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  const char *unit;

  request->team = cnscd_repository_load_record_finish (CNSCD_REPOSITORY (source), result, &error);
  if (request->team == NULL)
    {
      show_problem (request->window, error);
      return;
    }

  unit = request->team->record.unit;
  cnscd_repository_load_unit_records_async (CNSCD_REPOSITORY (source), unit,
                                            cnscd_window_get_cancellable (request->window),
                                            records_loaded_cb, request);
  g_steal_pointer (&request);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;

  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result),
                   "dissolve") &&
      !cnscd_window_is_closed (request->window))
    cnscd_team_actions_dissolve (request->window, request->id);
}

/* A team that somebody was in has a history, which is not to be lost. */
static void
explain (Request *request, guint n_memberships)
{
  g_autofree char *number = cnscd_words_for_number (n_memberships);
  g_autofree char *text = NULL;
  AdwDialog *dialog;

  /* Translators: %s is a number */
  text = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
                 "%s membership, current or former, is recorded in it. Dissolve the team instead, "
                 "so that its history stays.",
                 "%s memberships, current or former, are recorded in it. Dissolve the team "
                 "instead, so that its history stays.",
                 n_memberships),
    number);
  dialog = adw_alert_dialog_new (_ ("Cannot Delete Team"), text);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  if (!cnscd_date_is_known (request->team->valid_to))
    adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "dissolve", _ ("_Dissolve…"));
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_alert_dialog_set_prefer_wide_layout (ADW_ALERT_DIALOG (dialog), TRUE);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (request->window), NULL,
                           answered_cb, request_new (request->window, request->id, NULL));
}

static void
delete_team (Request *request, GPtrArray *memberships)
{
  g_autoptr (CnscdChangeSet) set = NULL;
  g_autofree char *label = NULL;

  if (memberships->len > 0)
    {
      explain (request, memberships->len);
      return;
    }

  /* Translators: %s is the name of a team */
  label = g_strdup_printf (_ ("%s deleted"), request->team->name);
  set = cnscd_change_set_new (label);
  cnscd_change_set_delete (set, request->team);
  cnscd_window_apply_async (request->window, set, applied_cb, NULL);
}

static void
shift (Request *request, GPtrArray *memberships)
{
  g_autoptr (GPtrArray) current = cnscd_team_find_going_on (memberships, cnscd_date_today ());
  g_autoptr (CnscdChangeSet) set =
    cnscd_change_set_new (request->step < 0 ? _ ("Member moved up") : _ ("Member moved down"));

  if (cnscd_team_shift_member (set, current, request->id, request->step))
    cnscd_window_apply_async (request->window, set, applied_cb, NULL);
}

/**
 * cnscd_team_actions_add:
 * @window: a window
 *
 * Shows a form for a new team.
 */
void
cnscd_team_actions_add (CnscdWindow *window)
{
  adw_dialog_present (cnscd_team_dialog_new (window), GTK_WIDGET (window));
}

/**
 * cnscd_team_actions_edit:
 * @window: a window
 * @team: id of a team
 *
 * Shows a form for a team.
 */
void
cnscd_team_actions_edit (CnscdWindow *window, const char *team)
{
  load_team (window, team, NULL);
}

/**
 * cnscd_team_actions_dissolve:
 * @window: a window
 * @team: id of a team
 *
 * Asks since when and by which decision there is no such team.
 */
void
cnscd_team_actions_dissolve (CnscdWindow *window, const char *team)
{
  cnscd_repository_load_record_async (cnscd_window_get_repository (window), &CNSCD_KIND_TEAM, team,
                                      cnscd_window_get_cancellable (window), dissolve_loaded_cb,
                                      request_new (window, team, NULL));
}

/**
 * cnscd_team_actions_delete:
 * @window: a window
 * @team: id of a team
 *
 * Deletes a team that was entered by mistake, or tells why it has to stay.
 */
void
cnscd_team_actions_delete (CnscdWindow *window, const char *team)
{
  load_team (window, team, delete_team);
}

/**
 * cnscd_team_actions_shift:
 * @window: a window
 * @member: a line of a team's list
 * @step: -1 for up, 1 for down
 *
 * Moves somebody one place among those of the same role.
 */
void
cnscd_team_actions_shift (CnscdWindow *window, const CnscdMember *member, int step)
{
  Request *request = request_new (window, member->membership, shift);

  request->step = step;
  load_memberships (request, member->team);
}
