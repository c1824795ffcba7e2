/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-team-history-page.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-teams.h"
#include "ui/common/cnscd-navigation.h"
#include "ui/common/cnscd-words.h"
#include "ui/window/cnscd-notice-banner.h"

/**
 * CnscdTeamHistoryPage:
 *
 * What became of a team: what was decided about it, and who is no longer in
 * it. A team has a few of each.
 */
struct _CnscdTeamHistoryPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  GtkStack *stack;
  AdwPreferencesGroup *events_group;
  AdwPreferencesGroup *members_group;
  AdwStatusPage *problem_page;

  CnscdRepository *repository;
  GCancellable *cancellable;
  char *team;
  GPtrArray *rows; /* (element-type GtkWidget): of both groups */
};

G_DEFINE_FINAL_TYPE (CnscdTeamHistoryPage, cnscd_team_history_page, ADW_TYPE_NAVIGATION_PAGE)

static void
add_row (CnscdTeamHistoryPage *self,
         AdwPreferencesGroup *group,
         const char *title,
         const char *subtitle,
         const char *action,
         const char *target)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", title,
                                 "subtitle", subtitle, NULL);

  if (target != NULL)
    {
      GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

      gtk_widget_add_css_class (arrow, "dimmed");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
    }
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
append (GString *text, const char *separator, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", part);
}

static const char *
describe_kind (const CnscdTeamEvent *event)
{
  switch (event->kind)
    {
    case CNSCD_TEAM_EVENT_ESTABLISHED:
      return C_ ("team", "Established");
    case CNSCD_TEAM_EVENT_DISSOLVED:
      return C_ ("team", "Dissolved");
    case CNSCD_TEAM_EVENT_DECIDED:
    default:
      return event->decision->kind == CNSCD_DECISION_KIND_CONSOLIDATE ? C_ ("team", "Consolidated")
                                                                      : C_ ("team", "Changed");
    }
}

static char *
describe_numbers (const CnscdTeamEvent *event)
{
  g_autofree char *joined = cnscd_words_for_number (event->n_joined);
  g_autofree char *left = cnscd_words_for_number (event->n_left);
  g_autofree char *joined_text = NULL;
  g_autofree char *left_text = NULL;

  if (event->n_joined > 0)
    /* Translators: %s is a number of people */
    joined_text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s joined", "%s joined", event->n_joined), joined);
  if (event->n_left > 0)
    /* Translators: %s is a number of people */
    left_text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s left", "%s left", event->n_left), left);
  return cnscd_words_join (", ", joined_text, left_text);
}

static void
add_event (CnscdTeamHistoryPage *self, const CnscdTeamEvent *event)
{
  g_autoptr (GString) subtitle = g_string_new (NULL);
  g_autofree char *numbers = describe_numbers (event);
  g_autofree char *date =
    cnscd_date_is_known (event->date) ? cnscd_date_format (event->date) : g_strdup ("—");
  g_autofree char *title = NULL;

  /* Translators: a date, and what was done with a team then: "29/11/2025: Established" */
  title = g_strdup_printf (C_ ("history", "%s: %s"), date, describe_kind (event));
  if (event->decision != NULL)
    {
      g_autofree char *decision =
        cnscd_words_for_decision (event->decision->number, event->decision->date);

      append (subtitle, "\n", decision);
    }
  append (subtitle, "\n", numbers);
  add_row (self, self->events_group, title, subtitle->str, "win.show-decision",
           event->decision != NULL ? event->decision->record.id : NULL);
}

static char *
describe_time (const CnscdMembership *membership, const CnscdTeam *team)
{
  CnscdDate until =
    cnscd_date_is_known (membership->valid_to) ? membership->valid_to : team->valid_to;
  g_autofree char *first = cnscd_date_is_known (membership->valid_from)
                             ? cnscd_date_format (membership->valid_from)
                             : g_strdup ("—");
  g_autofree char *last = cnscd_date_is_known (until) ? cnscd_date_format (until) : g_strdup ("—");

  /* Translators: two dates, from and to */
  return g_strdup_printf (_ ("From %s to %s"), first, last);
}

static void
add_member (CnscdTeamHistoryPage *self, const CnscdFormerMember *member, const CnscdTeam *team)
{
  const CnscdMembership *membership = member->membership;
  g_autoptr (GString) subtitle = g_string_new (cnscd_words_for_role ((CnscdRole) membership->role));
  g_autofree char *office = cnscd_words_for_position (membership->position, membership->body);
  g_autofree char *time = describe_time (membership, team);
  g_autofree char *decision =
    member->end_decision != NULL
      ? cnscd_words_for_decision (member->end_decision->number, member->end_decision->date)
      : NULL;
  g_autofree char *why = cnscd_words_join (" · ", membership->end_reason, decision);

  append (subtitle, " · ", office);
  append (subtitle, "\n", time);
  append (subtitle, "\n", why);
  add_row (self, self->members_group, member->full_name, subtitle->str, "win.open-person",
           membership->person);
}

static void
clear (CnscdTeamHistoryPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
show (CnscdTeamHistoryPage *self, const CnscdTeamHistory *history)
{
  clear (self);
  for (guint i = 0; i < history->events->len; i++)
    add_event (self, history->events->pdata[i]);
  for (guint i = 0; i < history->members->len; i++)
    add_member (self, history->members->pdata[i], history->team);

  gtk_widget_set_visible (GTK_WIDGET (self->events_group), history->events->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->members_group), history->members->len > 0);
  gtk_stack_set_visible_child_name (self->stack, self->rows->len > 0 ? "history" : "empty");
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdTeamHistoryPage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdTeamHistory) history =
    cnscd_repository_load_team_history_finish (CNSCD_REPOSITORY (source), result, &error);

  if (history != NULL)
    show (self, history);
  else if (g_error_matches (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND))
    cnscd_navigation_leave (ADW_NAVIGATION_PAGE (self));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->problem_page, escaped);
      gtk_stack_set_visible_child_name (self->stack, "problem");
    }
}

static void
load (CnscdTeamHistoryPage *self)
{
  cnscd_repository_load_team_history_async (self->repository, self->team, self->cancellable,
                                            loaded_cb, self);
}

static void
cnscd_team_history_page_dispose (GObject *object)
{
  CnscdTeamHistoryPage *self = CNSCD_TEAM_HISTORY_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->repository);

  G_OBJECT_CLASS (cnscd_team_history_page_parent_class)->dispose (object);
}

static void
cnscd_team_history_page_finalize (GObject *object)
{
  CnscdTeamHistoryPage *self = CNSCD_TEAM_HISTORY_PAGE (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->rows);
  g_free (self->team);

  G_OBJECT_CLASS (cnscd_team_history_page_parent_class)->finalize (object);
}

static void
cnscd_team_history_page_class_init (CnscdTeamHistoryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_team_history_page_dispose;
  object_class->finalize = cnscd_team_history_page_finalize;

  g_type_ensure (CNSCD_TYPE_NOTICE_BANNER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/teams/cnscd-team-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamHistoryPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamHistoryPage, events_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamHistoryPage, members_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamHistoryPage, problem_page);
}

static void
cnscd_team_history_page_init (CnscdTeamHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
}

/**
 * cnscd_team_history_page_new:
 * @repository: an open repository
 * @team: id of a team
 * @title: what the team is called
 *
 * Returns: (transfer floating): a page with the team's history
 */
AdwNavigationPage *
cnscd_team_history_page_new (CnscdRepository *repository, const char *team, const char *title)
{
  CnscdTeamHistoryPage *self = g_object_new (CNSCD_TYPE_TEAM_HISTORY_PAGE, NULL);

  self->repository = g_object_ref (repository);
  self->team = g_strdup (team);
  adw_window_title_set_subtitle (self->window_title, title);
  g_signal_connect_object (repository, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return ADW_NAVIGATION_PAGE (self);
}
