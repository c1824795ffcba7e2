/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-window-private.h"

#include "ui/common/cnscd-navigation.h"
#include "ui/common/cnscd-page.h"
#include "ui/decisions/cnscd-decision-actions.h"
#include "ui/decisions/cnscd-decision-page.h"
#include "ui/documents/cnscd-export-flow.h"
#include "ui/documents/cnscd-import-flow.h"
#include "ui/teams/cnscd-team-actions.h"
#include "ui/hamlets/cnscd-hamlet-actions.h"
#include "ui/hamlets/cnscd-hamlet-page.h"
#include "ui/documents/cnscd-print-dialog.h"
#include "ui/documents/cnscd-print-roster.h"
#include "ui/documents/cnscd-print-schedule.h"
#include "ui/documents/cnscd-print-sign-in.h"
#include "ui/import/cnscd-import-paste.h"
#include "ui/preferences/cnscd-preferences-dialog.h"
#include "ui/schedule/cnscd-schedule-page.h"
#include "ui/teams/cnscd-team-page.h"
#include "cnscd-view-dialog.h"
#include "cnscd-window-edit.h"

/* What the window's menus and keys do. */

/*
 * What acts on the page does nothing while a dialog lies on it: keys come
 * through all the same, and a form has an undo of its own.
 */
static gboolean
has_form (CnscdWindow *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL;
}

/* What shows something is as good as a page: what was done from it is undone there. */
static gboolean
may_undo (CnscdWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));

  return dialog == NULL || CNSCD_IS_VIEW_DIALOG (dialog);
}

static gboolean
is_welcoming (CnscdWindow *self)
{
  return self->welcome != NULL &&
         gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->welcome);
}

/* Also over a form, but not twice. */
static void
show_shortcuts_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AdwDialog *visible = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (widget));
  g_autoptr (GtkBuilder) builder = NULL;

  if (visible != NULL &&
      g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (visible)), "shortcuts") == 0)
    return;

  builder = gtk_builder_new_from_resource ("/org/thainguyen/CNSCD/ui/window/cnscd-shortcuts.ui");
  adw_dialog_present (ADW_DIALOG (gtk_builder_get_object (builder, "shortcuts")), widget);
}

static void
search_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdWindow *self = CNSCD_WINDOW (widget);
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  if (has_form (self))
    return;

  /* From a team's page to the list that it came from. */
  if (!CNSCD_IS_PAGE (page))
    {
      const char *tag = cnscd_window_get_visible_page (self);

      adw_navigation_view_pop_to_tag (self->navigation, tag);
      page = adw_navigation_view_find_page (self->navigation, tag);
    }
  if (CNSCD_IS_PAGE (page))
    {
      adw_navigation_split_view_set_show_content (self->split_view, TRUE);
      cnscd_page_start_search (CNSCD_PAGE (page));
    }
}

/*
 * A primary menu button has a key of its own, which does nothing while a narrow
 * window hides the sidebar that the button is in.
 */
static void
show_menu_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdWindow *self = CNSCD_WINDOW (widget);

  if (has_form (self))
    return;

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "problem"))
    {
      gtk_menu_button_popup (self->problem_menu_button);
      return;
    }
  if (is_welcoming (self))
    {
      cnscd_welcome_show_menu (self->welcome);
      return;
    }

  if (adw_navigation_split_view_get_collapsed (self->split_view))
    adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  gtk_menu_button_popup (self->menu_button);
}

static void
show_page_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdWindow *self = CNSCD_WINDOW (widget);

  if (!cnscd_repository_is_open (self->repository) || is_welcoming (self) || has_form (self))
    return;

  cnscd_window_show_page (self, g_variant_get_string (parameter, NULL));
  cnscd_window_focus_page (self);
}

static void
show_team_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdWindow *self = CNSCD_WINDOW (widget);
  const char *team = g_variant_get_string (parameter, NULL);

  if (!cnscd_navigation_go_back (self->navigation, team))
    cnscd_navigation_push (self->navigation, cnscd_team_page_new (self->repository, team), team);
}

static void
show_hamlet_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdWindow *self = CNSCD_WINDOW (widget);
  const char *hamlet = g_variant_get_string (parameter, NULL);

  if (!cnscd_navigation_go_back (self->navigation, hamlet))
    cnscd_navigation_push (self->navigation, cnscd_hamlet_page_new (self->repository, hamlet),
                           hamlet);
}

static void
show_decision_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdWindow *self = CNSCD_WINDOW (widget);
  const char *decision = g_variant_get_string (parameter, NULL);

  if (!cnscd_navigation_go_back (self->navigation, decision))
    cnscd_navigation_push (self->navigation, cnscd_decision_page_new (self->repository, decision),
                           decision);
}

static void
new_decision_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (!has_form (CNSCD_WINDOW (widget)))
    cnscd_decision_actions_new (CNSCD_WINDOW (widget), CNSCD_DECISION_KIND_UNKNOWN, NULL);
}

static void
add_team_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (cnscd_repository_is_open (CNSCD_WINDOW (widget)->repository) &&
      !has_form (CNSCD_WINDOW (widget)))
    cnscd_team_actions_add (CNSCD_WINDOW (widget));
}

static void
add_hamlet_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (cnscd_repository_is_open (CNSCD_WINDOW (widget)->repository) &&
      !has_form (CNSCD_WINDOW (widget)))
    cnscd_hamlet_actions_add (CNSCD_WINDOW (widget));
}

/* What is new depends on the page. */
static void
new_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AdwNavigationPage *page =
    adw_navigation_view_get_visible_page (CNSCD_WINDOW (widget)->navigation);

  if (page != NULL && !has_form (CNSCD_WINDOW (widget)))
    gtk_widget_activate_action (GTK_WIDGET (page), "page.new", NULL);
}

static void
import_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (!has_form (CNSCD_WINDOW (widget)))
    cnscd_import_flow_start (CNSCD_WINDOW (widget));
}

static void
undo_import_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdWindow *self = CNSCD_WINDOW (widget);

  if (self->overview != NULL && self->overview->last_import != NULL && !has_form (self))
    cnscd_import_flow_ask_undo (self, self->overview);
}

static void
undo_import_now_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cnscd_import_flow_undo (CNSCD_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
paste_rows_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (!has_form (CNSCD_WINDOW (widget)))
    cnscd_import_paste (CNSCD_WINDOW (widget));
}

static void
undo_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (may_undo (CNSCD_WINDOW (widget)))
    cnscd_window_undo (CNSCD_WINDOW (widget), 0);
}

static void
redo_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (may_undo (CNSCD_WINDOW (widget)))
    cnscd_window_redo (CNSCD_WINDOW (widget));
}

static void
undo_step_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cnscd_window_undo (CNSCD_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
preferences_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (!has_form (CNSCD_WINDOW (widget)))
    adw_dialog_present (cnscd_preferences_dialog_new (CNSCD_WINDOW (widget)), widget);
}

static void
show_preferences_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AdwDialog *dialog;

  if (has_form (CNSCD_WINDOW (widget)))
    return;

  dialog = cnscd_preferences_dialog_new (CNSCD_WINDOW (widget));
  adw_dialog_set_focus (dialog, NULL);
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog),
                                                g_variant_get_string (parameter, NULL));
  adw_dialog_present (dialog, widget);
}

static void
open_sample_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdWindow *self = CNSCD_WINDOW (widget);

  cnscd_window_open_sample (self, cnscd_repository_get_unit (self->repository));
}

static void
leave_sample_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cnscd_window_ask_to_leave_sample (CNSCD_WINDOW (widget));
}

/* What is shown. */
static void
export_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdWindow *self = CNSCD_WINDOW (widget);
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  if (has_form (self))
    return;

  if (CNSCD_IS_SCHEDULE_PAGE (page))
    gtk_widget_activate_action (GTK_WIDGET (page), "page.export", NULL);
  else
    cnscd_export_flow_start (self);
}

/* From and to as ISO 8601 and a team, each "" for all. */
static void
export_sessions_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdWindow *self = CNSCD_WINDOW (widget);
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;
  const char *from, *to, *team;

  if (has_form (self))
    return;

  g_variant_get (parameter, "(&s&s&s)", &from, &to, &team);
  query.unit = cnscd_repository_get_unit (self->repository);
  query.team = *team != '\0' ? team : NULL;
  cnscd_date_read_iso (from, &query.from);
  cnscd_date_read_iso (to, &query.to);
  cnscd_export_flow_start_sessions (self, &query, NULL);
}

/* @settings: (transfer floating) */
static void
show_print_dialog (CnscdWindow *self, CnscdPrintSettings *settings, gboolean to_file)
{
  adw_dialog_present (cnscd_print_dialog_new (self, settings, to_file), GTK_WIDGET (self));
}

/* The team whose page is seen, if one is. */
static const char *
get_seen_team (CnscdWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  return CNSCD_IS_TEAM_PAGE (page) ? cnscd_team_page_get_team (CNSCD_TEAM_PAGE (page)) : NULL;
}

/* Of the team that was named, or whose page is seen; otherwise of all. */
static void
print_roster (CnscdWindow *self, GVariant *parameter, gboolean to_file)
{
  const char *team = g_variant_get_string (parameter, NULL);

  if (!has_form (self))
    show_print_dialog (self, cnscd_print_roster_new (*team != '\0' ? team : get_seen_team (self)),
                       to_file);
}

static void
print_roster_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  print_roster (CNSCD_WINDOW (widget), parameter, FALSE);
}

static void
save_roster_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  print_roster (CNSCD_WINDOW (widget), parameter, TRUE);
}

/* Of the days, and of the team if any, that were named as "2026-11-01/2026-11-30/id"; otherwise of
 * this month. */
static void
print_schedule_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdWindow *self = CNSCD_WINDOW (widget);
  g_auto (GStrv) days = g_strsplit (g_variant_get_string (parameter, NULL), "/", 3);
  guint n_parts = g_strv_length (days);
  const char *team = n_parts == 3 && *days[2] != '\0' ? days[2] : get_seen_team (self);
  CnscdDate from = CNSCD_DATE_UNKNOWN;
  CnscdDate to = CNSCD_DATE_UNKNOWN;

  if (has_form (self))
    return;

  if (n_parts >= 2 && !(cnscd_date_read_iso (days[0], &from) && cnscd_date_read_iso (days[1], &to)))
    from = CNSCD_DATE_UNKNOWN;
  show_print_dialog (self, cnscd_print_schedule_new (team, from, to), FALSE);
}

/* Also above the page of the session. */
static void
print_sign_in_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  show_print_dialog (CNSCD_WINDOW (widget),
                     cnscd_print_sign_in_new (g_variant_get_string (parameter, NULL)), FALSE);
}

/* What is shown. */
static void
print_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdWindow *self = CNSCD_WINDOW (widget);
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  if (has_form (self))
    return;

  if (CNSCD_IS_SCHEDULE_PAGE (page))
    gtk_widget_activate_action (GTK_WIDGET (page), "page.print", NULL);
  else
    gtk_widget_activate_action (widget, "win.print-roster", "s", "");
}

static gboolean
shows_schedule (CnscdWindow *self)
{
  return CNSCD_IS_SCHEDULE_PAGE (adw_navigation_view_get_visible_page (self->navigation));
}

/*< private >
 * cnscd_window_update_actions:
 *
 * Lets people do only what makes sense now.
 */
void
cnscd_window_update_actions (CnscdWindow *self)
{
  gboolean open = cnscd_repository_is_open (self->repository) && !is_welcoming (self);
  gboolean filled = self->overview != NULL && self->overview->n_members > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-decision", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.paste-rows", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.search", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.preferences", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-preferences", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.open-sample",
                                 open && self->sample == NULL && !self->making_sample);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.leave-sample", self->sample != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo",
                                 cnscd_history_get_undo_label (self->history) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo",
                                 cnscd_history_get_redo_label (self->history) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo-import",
                                 self->overview != NULL && self->overview->last_import != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.duplicates", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.overdue", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.neglected", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export",
                                 filled || (open && shows_schedule (self)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-sessions", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print-roster", filled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.save-roster", filled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print",
                                 filled || (open && shows_schedule (self)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print-schedule", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print-sign-in", open);
}

/*< private >
 * cnscd_window_install_actions:
 *
 * Gives the class of windows its actions.
 */
void
cnscd_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action_cb);
  gtk_widget_class_install_action (widget_class, "win.show-menu", NULL, show_menu_action_cb);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL,
                                   show_shortcuts_action_cb);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action_cb);
  gtk_widget_class_install_action (widget_class, "win.show-team", "s", show_team_action_cb);
  gtk_widget_class_install_action (widget_class, "win.show-hamlet", "s", show_hamlet_action_cb);
  gtk_widget_class_install_action (widget_class, "win.show-decision", "s", show_decision_action_cb);
  gtk_widget_class_install_action (widget_class, "win.new-decision", NULL, new_decision_action_cb);
  gtk_widget_class_install_action (widget_class, "win.add-team", NULL, add_team_action_cb);
  gtk_widget_class_install_action (widget_class, "win.add-hamlet", NULL, add_hamlet_action_cb);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "win.new", NULL);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action_cb);
  gtk_widget_class_install_action (widget_class, "win.paste-rows", NULL, paste_rows_action_cb);
  gtk_widget_class_install_action (widget_class, "win.undo-import", NULL, undo_import_action_cb);
  gtk_widget_class_install_action (widget_class, "win.undo-import-now", "x",
                                   undo_import_now_action_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action_cb);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action_cb);
  gtk_widget_class_install_action (widget_class, "win.undo-step", "x", undo_step_action_cb);
  /* Not the application's accelerators, which would take them from a text being edited. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste-rows",
                                       NULL);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action_cb);
  gtk_widget_class_install_action (widget_class, "win.show-preferences", "s",
                                   show_preferences_action_cb);
  gtk_widget_class_install_action (widget_class, "win.open-sample", NULL, open_sample_action_cb);
  gtk_widget_class_install_action (widget_class, "win.leave-sample", NULL, leave_sample_action_cb);
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action_cb);
  gtk_widget_class_install_action (widget_class, "win.export-sessions", "(sss)",
                                   export_sessions_action_cb);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action_cb);
  gtk_widget_class_install_action (widget_class, "win.print-roster", "s", print_roster_action_cb);
  gtk_widget_class_install_action (widget_class, "win.save-roster", "s", save_roster_action_cb);
  gtk_widget_class_install_action (widget_class, "win.print-schedule", "s",
                                   print_schedule_action_cb);
  gtk_widget_class_install_action (widget_class, "win.print-sign-in", "s", print_sign_in_action_cb);
  cnscd_window_install_people_actions (widget_class);
  cnscd_window_install_schedule_actions (widget_class);
}
