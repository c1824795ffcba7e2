/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-team-page.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-member-list.h"
#include "model/cnscd-repository-office.h"
#include "model/cnscd-repository-teams.h"
#include "ui/common/cnscd-header.h"
#include "ui/common/cnscd-list-stack.h"
#include "ui/common/cnscd-navigation.h"
#include "ui/common/cnscd-words.h"
#include "ui/decisions/cnscd-decision-actions.h"
#include "ui/members/cnscd-member-actions.h"
#include "ui/members/cnscd-member-line.h"
#include "ui/members/cnscd-member-menu.h"
#include "ui/window/cnscd-notice-banner.h"
#include "cnscd-team-actions.h"
#include "cnscd-team-history-page.h"

/**
 * CnscdTeamPage:
 *
 * The roster of one team: leader, deputies, members.
 */
struct _CnscdTeamPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  AdwBanner *banner;
  GtkLabel *decision;
  GtkLabel *upcoming;
  GtkWidget *warnings;
  GtkLabel *warnings_label;
  GtkWidget *add_button;
  AdwStatusPage *empty_page;
  GtkWidget *empty_button;
  CnscdListStack *list_stack;
  GtkListView *list_view;

  CnscdRepository *repository;
  CnscdMemberList *list;
  GCancellable *cancellable;
  char *team;
  CnscdTeam *record;     /* (nullable): as it was read last */
  CnscdTeamFacts *facts; /* (nullable) */
  gboolean adding;       /* somebody, in a form that was opened from here */
  guint added;           /* the row that came of it */
};

/* A name that is longer does not fit into a line of the narrowest window with its date. */
#define MAX_WHOLE_CHARS 20

G_DEFINE_FINAL_TYPE (CnscdTeamPage, cnscd_team_page, ADW_TYPE_NAVIGATION_PAGE)

static void
update_subtitle (CnscdTeamPage *self)
{
  guint n_members = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *members = n_members > 0 ? cnscd_words_for_members (n_members) : NULL;

  adw_window_title_set_subtitle (self->window_title, members != NULL ? members : "");
}

static gboolean
is_over (CnscdTeamPage *self)
{
  return self->record != NULL && cnscd_date_is_over (self->record->valid_to, cnscd_date_today ());
}

static gboolean
activate_link_cb (CnscdTeamPage *self, const char *decision)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-decision", "s", decision);
  return TRUE;
}

static void
show_decision (CnscdTeamPage *self, const CnscdDecision *decision)
{
  g_autofree char *text = cnscd_words_for_decision (decision->number, decision->date);
  g_autofree char *link =
    g_markup_printf_escaped ("<a href=\"%s\">%s</a>", decision->record.id, text);

  gtk_label_set_markup (self->decision, link);
  gtk_widget_set_visible (GTK_WIDGET (self->decision), TRUE);
}

static gboolean
activate_person_cb (CnscdTeamPage *self, const char *person)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-person", "s", person);
  return TRUE;
}

/* Who is to be in the team is not one of its members yet. */
static void
show_upcoming (CnscdTeamPage *self, GPtrArray *members)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *all = NULL;

  for (guint i = 0; i < members->len; i++)
    {
      const CnscdFormerMember *member = members->pdata[i];
      g_autofree char *date = cnscd_date_format (member->membership->valid_from);
      g_autofree char *link = g_markup_printf_escaped (
        "<a href=\"%s\">%s</a>", member->membership->person, member->full_name);
      /* Translators: a person's name, and the first day in a team */
      g_autofree char *entry = g_strdup_printf (_ ("%s (from %s)"), link, date);

      if (i > 0)
        g_string_append (text, ", ");
      g_string_append_printf (
        text, "<span allow_breaks=\"%s\">%s</span>",
        g_utf8_strlen (member->full_name, -1) > MAX_WHOLE_CHARS ? "true" : "false", entry);
    }

  /* Translators: %s are people who are to be in a team */
  all = g_strdup_printf (_ ("Upcoming: %s"), text->str);
  gtk_label_set_markup (self->upcoming, members->len > 0 ? all : "");
  gtk_widget_set_visible (GTK_WIDGET (self->upcoming), members->len > 0);
}

static void
history_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdTeamPage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdTeamHistory) history =
    cnscd_repository_load_team_history_finish (CNSCD_REPOSITORY (source), result, &error);

  if (history == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("The team's decision cannot be shown: %s", error->message);
      return;
    }

  show_upcoming (self, history->upcoming);
  if (history->decision != NULL)
    show_decision (self, history->decision);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->decision), FALSE);
}

static char *
describe_end (CnscdDate until)
{
  CnscdDate first = cnscd_date_is_full (until) ? cnscd_date_add_days (until, 1) : until;
  g_autofree char *date = cnscd_date_format (first);

  return cnscd_date_is_over (until, cnscd_date_today ())
           /* Translators: %s is the first day without the team */
           ? g_strdup_printf (_ ("Dissolved on %s"), date)
           /* Translators: %s is the first day without the team, which is still to come */
           : g_strdup_printf (_ ("Will be dissolved on %s"), date);
}

static void
end_decision_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdTeamPage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDecision) decision =
    cnscd_repository_load_record_finish (CNSCD_REPOSITORY (source), result, &error);

  if (decision != NULL && self->record != NULL && cnscd_date_is_known (self->record->valid_to))
    {
      g_autofree char *end = describe_end (self->record->valid_to);
      g_autofree char *text = cnscd_words_for_decision (decision->number, decision->date);
      g_autofree char *title = cnscd_words_join (" · ", end, text);

      adw_banner_set_title (self->banner, title);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("The decision cannot be shown: %s", error != NULL ? error->message : "");
}

static void
show_warnings (CnscdTeamPage *self)
{
  const CnscdOffice *office = cnscd_repository_get_office (self->repository);
  g_autofree char *text = NULL;

  /* What is over is not to be mended. */
  if (self->facts != NULL && self->record != NULL && !is_over (self))
    text = cnscd_words_for_warnings (self->facts, &office->sizes);
  gtk_label_set_text (self->warnings_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->warnings, text != NULL);
}

/* A team that is dissolved says so, and nobody can be added to it. */
static void
show_end (CnscdTeamPage *self)
{
  const CnscdTeam *team = self->record;
  gboolean ends = cnscd_date_is_known (team->valid_to);
  gboolean over = is_over (self);
  g_autofree char *title = ends ? describe_end (team->valid_to) : NULL;

  if (title != NULL)
    adw_banner_set_title (self->banner, title);
  adw_banner_set_revealed (self->banner, ends);
  if (team->end_decision != NULL)
    cnscd_repository_load_record_async (self->repository, &CNSCD_KIND_DECISION, team->end_decision,
                                        self->cancellable, end_decision_loaded_cb, self);

  gtk_widget_set_visible (self->add_button, !over);
  gtk_widget_set_visible (self->empty_button, !over);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "team.add-member", !over);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.new", !over);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "team.consolidate", !over);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "team.dissolve", !ends);
  adw_status_page_set_description (self->empty_page,
                                   over ? _ ("Who belonged to this team is in its history")
                                        : _ ("Nobody belongs to this team now"));
}

static void
set_title (CnscdTeamPage *self, const char *title)
{
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_window_title_set_title (self->window_title, title);
}

static void
hamlet_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdTeamPage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdHamlet) hamlet = NULL;
  g_autofree char *place = NULL;

  hamlet = cnscd_repository_load_record_finish (CNSCD_REPOSITORY (source), result, &error);
  if (hamlet == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("The hamlet cannot be shown: %s", error->message);
      return;
    }

  place = cnscd_words_for_place (hamlet->kind, hamlet->name);
  if (place != NULL)
    set_title (self, place);
}

static void
team_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdTeamPage *self = user_data;
  g_autoptr (GError) error = NULL;
  CnscdTeam *team = cnscd_repository_load_record_finish (CNSCD_REPOSITORY (source), result, &error);

  if (team == NULL)
    {
      /* Gone, by undoing an import for instance: so is this page. */
      if (g_error_matches (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND))
        cnscd_navigation_leave (ADW_NAVIGATION_PAGE (self));
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("The team cannot be shown: %s", error->message);
      return;
    }

  g_clear_pointer (&self->record, cnscd_record_unref);
  self->record = team;
  show_end (self);
  show_warnings (self);

  /* By its hamlet, as in the list, for the teams' own names all begin alike. */
  if (team->hamlet != NULL)
    cnscd_repository_load_record_async (self->repository, &CNSCD_KIND_HAMLET, team->hamlet,
                                        self->cancellable, hamlet_loaded_cb, self);
  else if (team->name != NULL)
    set_title (self, team->name);
}

static void
facts_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdTeamPage *self = user_data;
  g_autoptr (GError) error = NULL;
  CnscdTeamFacts *facts =
    cnscd_repository_load_team_facts_finish (CNSCD_REPOSITORY (source), result, &error);

  if (facts == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("The team cannot be judged: %s", error->message);
      return;
    }

  g_free (self->facts);
  self->facts = facts;
  show_warnings (self);
}

static void
load_team (CnscdTeamPage *self)
{
  cnscd_repository_load_team_facts_async (self->repository, self->team, self->cancellable,
                                          facts_loaded_cb, self);
  cnscd_repository_load_record_async (self->repository, &CNSCD_KIND_TEAM, self->team,
                                      self->cancellable, team_loaded_cb, self);
  cnscd_repository_load_team_history_async (self->repository, self->team, self->cancellable,
                                            history_loaded_cb, self);
}

typedef void (*TeamFunc) (CnscdWindow *window, const char *team);

static void
act (GtkWidget *widget, TeamFunc func)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (CNSCD_IS_WINDOW (root))
    func (CNSCD_WINDOW (root), CNSCD_TEAM_PAGE (widget)->team);
}

static void
focus_added_cb (CnscdTeamPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->added == GTK_INVALID_LIST_POSITION || !ADW_IS_APPLICATION_WINDOW (root) ||
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (root)) != NULL)
    return;

  cnscd_list_stack_focus (self->list_stack, self->added);
  self->added = GTK_INVALID_LIST_POSITION;
}

static gboolean
focus_added_idle_cb (gpointer data)
{
  focus_added_cb (data);
  return G_SOURCE_REMOVE;
}

/* After the form has given the focus back to where it was. */
static void
queue_focus_added (CnscdTeamPage *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, focus_added_idle_cb, g_object_ref (self), g_object_unref);
}

static void
items_changed_cb (CnscdTeamPage *self, guint position, guint removed, guint added)
{
  if (!self->adding || removed > 0 || added != 1)
    return;

  self->adding = FALSE;
  self->added = position;
  queue_focus_added (self);
}

static void
add_member_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdTeamPage *self = CNSCD_TEAM_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  self->adding = TRUE;
  self->added = GTK_INVALID_LIST_POSITION;
  if (root != NULL)
    {
      g_signal_handlers_disconnect_by_func (root, queue_focus_added, self);
      g_signal_connect_object (root, "notify::visible-dialog", G_CALLBACK (queue_focus_added), self,
                               G_CONNECT_SWAPPED);
    }
  act (widget, cnscd_member_actions_add);
}

static void
edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  act (widget, cnscd_team_actions_edit);
}

static void
consolidate_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdTeamPage *self = CNSCD_TEAM_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (CNSCD_IS_WINDOW (root))
    cnscd_decision_actions_new (CNSCD_WINDOW (root), CNSCD_DECISION_KIND_CONSOLIDATE, self->team);
}

static void
dissolve_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  act (widget, cnscd_team_actions_dissolve);
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  act (widget, cnscd_team_actions_delete);
}

static void
history_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdTeamPage *self = CNSCD_TEAM_PAGE (widget);
  GtkWidget *view = gtk_widget_get_ancestor (widget, ADW_TYPE_NAVIGATION_VIEW);

  if (view != NULL)
    adw_navigation_view_push (
      ADW_NAVIGATION_VIEW (view),
      cnscd_team_history_page_new (self->repository, self->team,
                                   adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (self))));
}

static void
activate_cb (CnscdTeamPage *self, guint position)
{
  g_autoptr (CnscdMemberRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  const CnscdMember *member = row != NULL ? cnscd_member_row_get_member (row) : NULL;

  if (member != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-person", "s", member->person);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.print-roster", "s", CNSCD_TEAM_PAGE (widget)->team);
}

static void
save_pdf_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.save-roster", "s", CNSCD_TEAM_PAGE (widget)->team);
}

static void
cnscd_team_page_shown (AdwNavigationPage *page)
{
  CnscdTeamPage *self = CNSCD_TEAM_PAGE (page);

  cnscd_list_stack_focus (self->list_stack, GTK_INVALID_LIST_POSITION);
}

static void
cnscd_team_page_dispose (GObject *object)
{
  CnscdTeamPage *self = CNSCD_TEAM_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->list);
  g_clear_object (&self->repository);

  G_OBJECT_CLASS (cnscd_team_page_parent_class)->dispose (object);
}

static void
cnscd_team_page_finalize (GObject *object)
{
  CnscdTeamPage *self = CNSCD_TEAM_PAGE (object);

  g_object_unref (self->cancellable);
  g_clear_pointer (&self->record, cnscd_record_unref);
  g_free (self->facts);
  g_free (self->team);

  G_OBJECT_CLASS (cnscd_team_page_parent_class)->finalize (object);
}

static void
cnscd_team_page_class_init (CnscdTeamPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_team_page_dispose;
  object_class->finalize = cnscd_team_page_finalize;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = cnscd_team_page_shown;

  g_type_ensure (CNSCD_TYPE_HEADER);
  g_type_ensure (CNSCD_TYPE_LIST_STACK);
  g_type_ensure (CNSCD_TYPE_NOTICE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/thainguyen/CNSCD/ui/teams/cnscd-team-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamPage, banner);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamPage, decision);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamPage, upcoming);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamPage, warnings);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamPage, warnings_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamPage, list_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_link_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_person_cb);
  gtk_widget_class_install_action (widget_class, "team.add-member", NULL, add_member_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, add_member_cb);
  gtk_widget_class_install_action (widget_class, "team.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "team.consolidate", NULL, consolidate_cb);
  gtk_widget_class_install_action (widget_class, "team.dissolve", NULL, dissolve_cb);
  gtk_widget_class_install_action (widget_class, "team.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "team.history", NULL, history_cb);
  gtk_widget_class_install_action (widget_class, "team.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "team.save-pdf", NULL, save_pdf_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "team.edit",
                                       NULL);
  /* On a member, it edits the member. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "team.edit", NULL);
}

static void
cnscd_team_page_init (CnscdTeamPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cnscd_member_menu_attach_to_team (GTK_WIDGET (self->list_view));
  self->cancellable = g_cancellable_new ();
  self->added = GTK_INVALID_LIST_POSITION;
}

/**
 * cnscd_team_page_new:
 * @repository: an open repository
 * @team: id of a team
 *
 * Returns: (transfer floating): a page with the team's people
 */
AdwNavigationPage *
cnscd_team_page_new (CnscdRepository *repository, const char *team)
{
  CnscdTeamPage *self = g_object_new (CNSCD_TYPE_TEAM_PAGE, NULL);
  g_autoptr (GtkListItemFactory) factory =
    cnscd_line_factory_new (CNSCD_TYPE_MEMBER_LINE, CNSCD_MEMBER_LINE_IN_TEAM);
  g_autoptr (GtkNoSelection) selection = NULL;

  self->repository = g_object_ref (repository);
  self->team = g_strdup (team);
  self->list = cnscd_member_list_new (repository, team);
  g_signal_connect_object (self->list, "notify::n-items", G_CALLBACK (update_subtitle), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (repository, "changed", G_CALLBACK (load_team), self, G_CONNECT_SWAPPED);
  cnscd_list_stack_set_list (self->list_stack, CNSCD_PAGED_LIST (self->list));

  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  /* After the view has heard of it. */
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  load_team (self);

  return ADW_NAVIGATION_PAGE (self);
}

/**
 * cnscd_team_page_get_team:
 * @self: a page
 *
 * Returns: (transfer none): id of its team
 */
const char *
cnscd_team_page_get_team (CnscdTeamPage *self)
{
  g_return_val_if_fail (CNSCD_IS_TEAM_PAGE (self), NULL);

  return self->team;
}
