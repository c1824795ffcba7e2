/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-hamlet-actions.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-hamlets.h"
#include "cnscd-hamlet-dialog.h"
#include "cnscd-hamlet-end-dialog.h"
#include "cnscd-hamlet-merge-dialog.h"
#include "cnscd-hamlet-words.h"
#include "cnscd-profile-dialog.h"
#include "cnscd-hamlet-split-dialog.h"
#include "ui/common/cnscd-words.h"
#include "ui/teams/cnscd-team-dialog.h"
#include "ui/window/cnscd-window-edit.h"

typedef struct _Request Request;

typedef void (*ShowFunc) (Request *request, CnscdHamletDetails *details);

/*
 * What a list's line stands for is read again before anything is done to it:
 * the line may be older than the record.
 */
struct _Request
{
  CnscdWindow *window;
  ShowFunc show;
  char *profile; /* (nullable) */
};

static void
request_free (Request *request)
{
  g_object_unref (request->window);
  g_free (request->profile);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdHamletDetails) details =
    cnscd_repository_load_hamlet_finish (CNSCD_REPOSITORY (source), result, &error);

  if (details == NULL)
    cnscd_window_show_error (request->window, _ ("Cannot Change Hamlet"), error);
  else if (!cnscd_window_is_closed (request->window))
    request->show (request, details);
}

static void
load (CnscdWindow *window, const char *hamlet, const char *profile, ShowFunc show)
{
  Request *request;

  g_return_if_fail (CNSCD_IS_WINDOW (window) && hamlet != NULL);

  request = g_new0 (Request, 1);
  request->window = g_object_ref (window);
  request->profile = g_strdup (profile);
  request->show = show;
  cnscd_repository_load_hamlet_async (cnscd_window_get_repository (window), hamlet,
                                      cnscd_window_get_cancellable (window), loaded_cb, request);
}

static void
present (Request *request, AdwDialog *dialog)
{
  adw_dialog_present (dialog, GTK_WIDGET (request->window));
}

static void
show_edit (Request *request, CnscdHamletDetails *details)
{
  present (request, cnscd_hamlet_dialog_new_for_hamlet (request->window, details->hamlet));
}

static void
show_profile (Request *request, CnscdHamletDetails *details)
{
  CnscdHamletProfile *profile = NULL;

  for (guint i = 0; i < details->profiles->len; i++)
    {
      CnscdHamletProfile *other = details->profiles->pdata[i];

      if (g_strcmp0 (other->record.id, request->profile) == 0)
        profile = other;
    }
  /* Somebody else may have deleted it meanwhile. */
  if (request->profile == NULL || profile != NULL)
    present (request, cnscd_profile_dialog_new (request->window, details, profile));
}

/* Says why not, where it is too late for it. */
static gboolean
goes_on (Request *request, const CnscdHamletDetails *details)
{
  g_autofree char *title = NULL;
  g_autofree char *day = NULL;
  g_autofree char *message = NULL;

  if (!cnscd_hamlet_is_former (details->hamlet, cnscd_date_today ()))
    return TRUE;

  title = cnscd_words_for_place (details->hamlet->kind, details->hamlet->name);
  day = cnscd_date_format (details->hamlet->valid_to);
  /* Translators: a hamlet, and its last day */
  message = g_strdup_printf (_ ("%s ended on %s"), title, day);
  cnscd_window_show_message (request->window, message);
  return FALSE;
}

static void
show_add_team (Request *request, CnscdHamletDetails *details)
{
  if (goes_on (request, details))
    present (request, cnscd_team_dialog_new_for_hamlet (request->window, details->hamlet));
}

static void
show_merge (Request *request, CnscdHamletDetails *details)
{
  if (goes_on (request, details))
    present (request, cnscd_hamlet_merge_dialog_new (request->window, details->hamlet));
}

static void
show_split (Request *request, CnscdHamletDetails *details)
{
  if (goes_on (request, details))
    present (request, cnscd_hamlet_split_dialog_new (request->window, details));
}

static void
show_end (Request *request, CnscdHamletDetails *details)
{
  if (goes_on (request, details))
    present (request, cnscd_hamlet_end_dialog_new (request->window, details->hamlet));
}

static void
deleted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!cnscd_window_apply_finish (CNSCD_WINDOW (source), result, &error))
    cnscd_window_show_error (CNSCD_WINDOW (source), _ ("Cannot Delete Hamlet"), error);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (answer, "end") && !cnscd_window_is_closed (request->window))
    cnscd_hamlet_actions_end (request->window, request->profile);
}

/* Deleting is for what was never there. */
static void
explain (Request *request, CnscdHamletDetails *details)
{
  g_autofree char *title = cnscd_words_for_place (details->hamlet->kind, details->hamlet->name);
  g_autofree char *body = NULL;
  AdwAlertDialog *dialog;
  Request *next;

  /* Translators: %s is a hamlet */
  body = g_strdup_printf (
    details->teams->len > 0
      ? _ ("%s has a team. End it instead: it then stays in the history.")
      : _ ("%s has figures. End it instead, or delete the figures first if they are wrong."),
    title);
  dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Hamlet in Use"), body));
  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "end", _ ("E_nd…"), NULL);
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_set_default_response (dialog, "cancel");

  next = g_new0 (Request, 1);
  next->window = g_object_ref (request->window);
  next->profile = g_strdup (details->hamlet->record.id);
  adw_alert_dialog_choose (dialog, GTK_WIDGET (request->window), NULL, answered_cb, next);
}

static void delete (Request *request, CnscdHamletDetails *details)
{
  g_autoptr (CnscdChangeSet) set = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  if (details->teams->len > 0 || details->profiles->len > 0)
    {
      explain (request, details);
      return;
    }

  title = cnscd_hamlet_dup_title (details->hamlet);
  /* Translators: %s is a hamlet */
  label = g_strdup_printf (_ ("%s deleted"), title);
  set = cnscd_hamlet_change_set_new (label);
  cnscd_change_set_delete (set, details->hamlet);
  cnscd_window_apply_async (request->window, set, deleted_cb, NULL);
}

/**
 * cnscd_hamlet_actions_add:
 * @window: a window
 *
 * Shows a form for a new hamlet.
 */
void
cnscd_hamlet_actions_add (CnscdWindow *window)
{
  g_return_if_fail (CNSCD_IS_WINDOW (window));

  adw_dialog_present (cnscd_hamlet_dialog_new (window), GTK_WIDGET (window));
}

/**
 * cnscd_hamlet_actions_edit:
 * @window: a window
 * @hamlet: id of a hamlet
 *
 * Shows a form for a hamlet.
 */
void
cnscd_hamlet_actions_edit (CnscdWindow *window, const char *hamlet)
{
  load (window, hamlet, NULL, show_edit);
}

/**
 * cnscd_hamlet_actions_add_profile:
 * @window: a window
 * @hamlet: id of a hamlet
 *
 * Shows a form for new figures of a hamlet.
 */
void
cnscd_hamlet_actions_add_profile (CnscdWindow *window, const char *hamlet)
{
  load (window, hamlet, NULL, show_profile);
}

/**
 * cnscd_hamlet_actions_edit_profile:
 * @window: a window
 * @hamlet: id of a hamlet
 * @profile: id of its figures of one day
 *
 * Shows a form for the figures, which can also delete them.
 */
void
cnscd_hamlet_actions_edit_profile (CnscdWindow *window, const char *hamlet, const char *profile)
{
  g_return_if_fail (profile != NULL);

  load (window, hamlet, profile, show_profile);
}

/**
 * cnscd_hamlet_actions_merge:
 * @window: a window
 * @hamlet: id of a hamlet
 *
 * Asks with which others a hamlet merges, and into what.
 */
void
cnscd_hamlet_actions_merge (CnscdWindow *window, const char *hamlet)
{
  load (window, hamlet, NULL, show_merge);
}

/**
 * cnscd_hamlet_actions_add_team:
 * @window: a window
 * @hamlet: id of a hamlet
 *
 * Shows the form for a new team of a hamlet.
 */
void
cnscd_hamlet_actions_add_team (CnscdWindow *window, const char *hamlet)
{
  load (window, hamlet, NULL, show_add_team);
}

/**
 * cnscd_hamlet_actions_split:
 * @window: a window
 * @hamlet: id of a hamlet
 *
 * Asks into what a hamlet is split.
 */
void
cnscd_hamlet_actions_split (CnscdWindow *window, const char *hamlet)
{
  load (window, hamlet, NULL, show_split);
}

/**
 * cnscd_hamlet_actions_end:
 * @window: a window
 * @hamlet: id of a hamlet
 *
 * Asks since when and why a hamlet no longer exists.
 */
void
cnscd_hamlet_actions_end (CnscdWindow *window, const char *hamlet)
{
  load (window, hamlet, NULL, show_end);
}

/**
 * cnscd_hamlet_actions_delete:
 * @window: a window
 * @hamlet: id of a hamlet
 *
 * Deletes a hamlet that nothing refers to, and says why not where something does.
 */
void
cnscd_hamlet_actions_delete (CnscdWindow *window, const char *hamlet)
{
  load (window, hamlet, NULL, delete);
}
