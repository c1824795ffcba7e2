/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-window-private.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-unit-scope.h"
#include "ui/catalog/cnscd-catalog-page.h"
#include "ui/common/cnscd-navigation.h"
#include "ui/schedule/cnscd-neglected-dialog.h"
#include "ui/schedule/cnscd-overdue-page.h"
#include "ui/schedule/cnscd-report-actions.h"
#include "ui/schedule/cnscd-schedule-page.h"
#include "ui/schedule/cnscd-session-actions.h"

/* What can be done with sessions wherever they are shown. */

static void
open_session_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cnscd_session_actions_open (CNSCD_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
edit_session_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cnscd_session_actions_edit (CNSCD_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
move_session_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cnscd_session_actions_ask_move (CNSCD_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
postpone_session_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cnscd_session_actions_set_state (CNSCD_WINDOW (widget), g_variant_get_string (parameter, NULL),
                                   CNSCD_SESSION_STATE_POSTPONED);
}

static void
cancel_session_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cnscd_session_actions_set_state (CNSCD_WINDOW (widget), g_variant_get_string (parameter, NULL),
                                   CNSCD_SESSION_STATE_CANCELLED);
}

static void
plan_session_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cnscd_session_actions_set_state (CNSCD_WINDOW (widget), g_variant_get_string (parameter, NULL),
                                   CNSCD_SESSION_STATE_PLANNED);
}

static void
report_session_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cnscd_report_actions_report (CNSCD_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
overdue_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdWindow *self = CNSCD_WINDOW (widget);

  if (!cnscd_repository_is_open (self->repository))
    return;

  if (!cnscd_navigation_go_back (self->navigation, "overdue"))
    cnscd_navigation_push (self->navigation, cnscd_overdue_page_new (self->repository), "overdue");
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
neglected_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdWindow *self = CNSCD_WINDOW (widget);
  const char *unit = cnscd_unit_scope_get_unit (cnscd_unit_scope_get (self->repository));

  if (!cnscd_repository_is_open (self->repository))
    return;

  if (unit == NULL)
    unit = cnscd_repository_get_unit (self->repository);
  if (unit == NULL)
    cnscd_window_show_message (self, _ ("Choose a commune first"));
  else
    adw_dialog_present (cnscd_neglected_dialog_new (self, unit), widget);
}

static void
delete_session_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cnscd_session_actions_delete (CNSCD_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
catalog_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdWindow *self = CNSCD_WINDOW (widget);

  if (!cnscd_repository_is_open (self->repository))
    return;

  if (!cnscd_navigation_go_back (self->navigation, "catalog"))
    cnscd_navigation_push (self->navigation, cnscd_catalog_page_new (self->repository), "catalog");
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/* What nothing else has a use for, while the schedule is shown and nobody types or chooses. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                CnscdWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return CNSCD_IS_SCHEDULE_PAGE (page) &&
         adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL &&
         (focus == NULL || (!GTK_IS_EDITABLE (focus) &&
                            gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) == NULL)) &&
         cnscd_schedule_page_press_key (CNSCD_SCHEDULE_PAGE (page), keyval, state);
}

/*< private >
 * cnscd_window_watch_keys:
 *
 * Gives the schedule its keys wherever the focus is.
 */
void
cnscd_window_watch_keys (CnscdWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/*< private >
 * cnscd_window_install_schedule_actions:
 *
 * Gives the class of windows its actions about sessions.
 */
void
cnscd_window_install_schedule_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-session", "s", open_session_action_cb);
  gtk_widget_class_install_action (widget_class, "win.edit-session", "s", edit_session_action_cb);
  gtk_widget_class_install_action (widget_class, "win.move-session", "s", move_session_action_cb);
  gtk_widget_class_install_action (widget_class, "win.postpone-session", "s",
                                   postpone_session_action_cb);
  gtk_widget_class_install_action (widget_class, "win.cancel-session", "s",
                                   cancel_session_action_cb);
  gtk_widget_class_install_action (widget_class, "win.plan-session", "s", plan_session_action_cb);
  gtk_widget_class_install_action (widget_class, "win.report-session", "s",
                                   report_session_action_cb);
  gtk_widget_class_install_action (widget_class, "win.overdue", NULL, overdue_action_cb);
  gtk_widget_class_install_action (widget_class, "win.neglected", NULL, neglected_action_cb);
  gtk_widget_class_install_action (widget_class, "win.delete-session", "s",
                                   delete_session_action_cb);
  gtk_widget_class_install_action (widget_class, "win.catalog", NULL, catalog_action_cb);
}

/**
 * cnscd_window_show_day:
 * @self: a window whose database is open
 * @day: a day
 *
 * Shows the schedule of that day, in the view that was shown last.
 */
void
cnscd_window_show_day (CnscdWindow *self, CnscdDate day)
{
  AdwNavigationPage *page;

  g_return_if_fail (CNSCD_IS_WINDOW (self) && cnscd_date_is_full (day));

  cnscd_window_show_page (self, "schedule");
  page = adw_navigation_view_find_page (self->navigation, "schedule");
  cnscd_schedule_page_show (CNSCD_SCHEDULE_PAGE (page), NULL, day);
}
