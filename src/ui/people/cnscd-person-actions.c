/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-person-actions.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-roster-edit.h"
#include "cnscd-merge-dialog.h"
#include "cnscd-person-chooser.h"
#include "model/cnscd-repository-people.h"
#include "ui/members/cnscd-member-actions.h"
#include "ui/members/cnscd-member-dialog.h"
#include "ui/window/cnscd-window-edit.h"

/* What is done to a person as a whole. */

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
    cnscd_window_show_error (window, _ ("The Two Cannot Be Compared"), error);
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
    cnscd_window_show_error (window, _ ("The Person Cannot Be Deleted"), error);
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
 * cnscd_person_actions_delete:
 * @window: a window
 * @history: a person
 *
 * Deletes the person with all memberships; the toast takes it back.
 */
void
cnscd_person_actions_delete (CnscdWindow *window, CnscdPersonHistory *history)
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
