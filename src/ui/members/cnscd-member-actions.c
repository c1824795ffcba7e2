/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-member-actions.h"

#include <glib/gi18n-lib.h>

#include "cnscd-end-dialog.h"
#include "cnscd-member-dialog.h"

/*
 * What a list's line stands for is read again before anything is done to it:
 * the line may be older than the record.
 */
typedef struct
{
  CnscdWindow *window;
  CnscdPerson *person;
  CnscdMembership *membership;
  void (*show) (CnscdWindow *window, CnscdPerson *person, CnscdMembership *membership);
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->window);
  g_clear_pointer (&request->person, cnscd_record_unref);
  g_clear_pointer (&request->membership, cnscd_record_unref);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static gpointer
finish (CnscdWindow *window, GObject *source, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  gpointer record = cnscd_repository_load_record_finish (CNSCD_REPOSITORY (source), result, &error);

  if (record == NULL)
    cnscd_window_show_error (window, _ ("Cannot Change Member"), error);
  return record;
}

static void
person_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;

  request->person = finish (request->window, source, result);
  if (request->person != NULL && !cnscd_window_is_closed (request->window))
    request->show (request->window, request->person, request->membership);
}

static void
membership_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  CnscdWindow *window = request->window;
  const char *person;

  request->membership = finish (window, source, result);
  if (request->membership == NULL)
    return;

  person = request->membership->person;
  cnscd_repository_load_record_async (CNSCD_REPOSITORY (source), &CNSCD_KIND_PERSON, person,
                                      cnscd_window_get_cancellable (window), person_loaded_cb,
                                      g_steal_pointer (&request));
}

static void
load (CnscdWindow *window,
      const CnscdMember *member,
      void (*show) (CnscdWindow *, CnscdPerson *, CnscdMembership *))
{
  Request *request = g_new0 (Request, 1);

  request->window = g_object_ref (window);
  request->show = show;
  cnscd_repository_load_record_async (cnscd_window_get_repository (window), &CNSCD_KIND_MEMBERSHIP,
                                      member->membership, cnscd_window_get_cancellable (window),
                                      membership_loaded_cb, request);
}

static void
team_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdWindow) window = user_data;
  g_autoptr (CnscdTeam) team = finish (window, source, result);

  if (team != NULL && !cnscd_window_is_closed (window))
    adw_dialog_present (cnscd_member_dialog_new (window, team), GTK_WIDGET (window));
}

static void
show_edit (CnscdWindow *window, CnscdPerson *person, CnscdMembership *membership)
{
  adw_dialog_present (cnscd_member_dialog_new_for_member (window, person, membership),
                      GTK_WIDGET (window));
}

static void
show_end (CnscdWindow *window, CnscdPerson *person, CnscdMembership *membership)
{
  adw_dialog_present (cnscd_end_dialog_new (window, person, membership), GTK_WIDGET (window));
}

static void
show_move (CnscdWindow *window, CnscdPerson *person, CnscdMembership *membership)
{
  adw_dialog_present (cnscd_end_dialog_new_to_move (window, person, membership),
                      GTK_WIDGET (window));
}

/**
 * cnscd_member_actions_add:
 * @window: a window
 * @team: id of a team
 *
 * Shows a form for a new member of @team.
 */
void
cnscd_member_actions_add (CnscdWindow *window, const char *team)
{
  cnscd_repository_load_record_async (cnscd_window_get_repository (window), &CNSCD_KIND_TEAM, team,
                                      cnscd_window_get_cancellable (window), team_loaded_cb,
                                      g_object_ref (window));
}

/**
 * cnscd_member_actions_edit:
 * @window: a window
 * @member: a line of a list
 *
 * Shows a form for a member.
 */
void
cnscd_member_actions_edit (CnscdWindow *window, const CnscdMember *member)
{
  load (window, member, show_edit);
}

/**
 * cnscd_member_actions_end:
 * @window: a window
 * @member: a line of a list
 *
 * Asks since when and why somebody is no longer in a team.
 */
void
cnscd_member_actions_end (CnscdWindow *window, const CnscdMember *member)
{
  load (window, member, show_end);
}

/**
 * cnscd_member_actions_move:
 * @window: a window
 * @member: a line of a list
 *
 * Asks to which team, since when and why somebody goes.
 */
void
cnscd_member_actions_move (CnscdWindow *window, const CnscdMember *member)
{
  load (window, member, show_move);
}
