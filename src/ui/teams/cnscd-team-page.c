/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-team-page.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-member-list.h"
#include "ui/common/cnscd-list-stack.h"
#include "ui/common/cnscd-words.h"
#include "ui/members/cnscd-member-actions.h"
#include "ui/members/cnscd-member-line.h"
#include "ui/members/cnscd-member-menu.h"

/**
 * CnscdTeamPage:
 *
 * The roster of one team: leader, deputies, members.
 */
struct _CnscdTeamPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  GtkLabel *decision;
  GtkLabel *warnings;
  CnscdListStack *list_stack;
  GtkListView *list_view;

  CnscdRepository *repository;
  CnscdMemberList *list;
  GCancellable *cancellable;
  char *team;
};

G_DEFINE_FINAL_TYPE (CnscdTeamPage, cnscd_team_page, ADW_TYPE_NAVIGATION_PAGE)

static void
update_subtitle (CnscdTeamPage *self)
{
  guint n_members = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *members = n_members > 0 ? cnscd_words_for_members (n_members) : NULL;

  adw_window_title_set_subtitle (self->window_title, members != NULL ? members : "");
}

static void
decision_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdTeamPage *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDecision) decision = NULL;
  g_autofree char *text = NULL;

  decision = cnscd_repository_load_record_finish (CNSCD_REPOSITORY (source), result, &error);
  if (decision == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("The decision cannot be shown: %s", error->message);
      return;
    }

  text = cnscd_words_for_decision (decision->number, decision->date);
  gtk_label_set_text (self->decision, text);
  gtk_widget_set_visible (GTK_WIDGET (self->decision), TRUE);
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
  g_autoptr (CnscdTeam) team = NULL;

  team = cnscd_repository_load_record_finish (CNSCD_REPOSITORY (source), result, &error);
  if (team == NULL)
    {
      /* Gone, by undoing an import for instance: so is this page. */
      if (g_error_matches (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND))
        gtk_widget_activate_action (GTK_WIDGET (self), "win.leave-team", "s", self->team);
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("The team cannot be shown: %s", error->message);
      return;
    }

  /* By its hamlet, as in the list, for the teams' own names all begin alike. */
  if (team->hamlet != NULL)
    cnscd_repository_load_record_async (self->repository, &CNSCD_KIND_HAMLET, team->hamlet,
                                        self->cancellable, hamlet_loaded_cb, self);
  else if (team->name != NULL)
    set_title (self, team->name);
  if (team->decision != NULL)
    cnscd_repository_load_record_async (self->repository, &CNSCD_KIND_DECISION, team->decision,
                                        self->cancellable, decision_loaded_cb, self);
}

static void
facts_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdTeamPage *self = user_data;
  /* Nobody has said yet how large a team should be. */
  const CnscdTeamSizes sizes = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree CnscdTeamFacts *facts = NULL;
  g_autofree char *text = NULL;

  facts = cnscd_repository_load_team_facts_finish (CNSCD_REPOSITORY (source), result, &error);
  if (facts == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("The team cannot be judged: %s", error->message);
      return;
    }

  text = cnscd_words_for_warnings (cnscd_team_judge (facts, &sizes, cnscd_date_today ()));
  gtk_label_set_text (self->warnings, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->warnings), text != NULL);
}

static void
load_team (CnscdTeamPage *self)
{
  cnscd_repository_load_team_facts_async (self->repository, self->team, self->cancellable,
                                          facts_loaded_cb, self);
  cnscd_repository_load_record_async (self->repository, &CNSCD_KIND_TEAM, self->team,
                                      self->cancellable, team_loaded_cb, self);
}

static void
add_member_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (CNSCD_IS_WINDOW (root))
    cnscd_member_actions_add (CNSCD_WINDOW (root), CNSCD_TEAM_PAGE (widget)->team);
}

static void
activate_cb (CnscdTeamPage *self, guint position)
{
  g_autoptr (CnscdMemberRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  const CnscdMember *member = row != NULL ? cnscd_member_row_get_member (row) : NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (member != NULL && CNSCD_IS_WINDOW (root))
    cnscd_member_actions_edit (CNSCD_WINDOW (root), member);
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
  cnscd_list_stack_focus (CNSCD_TEAM_PAGE (page)->list_stack, GTK_INVALID_LIST_POSITION);
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

  g_type_ensure (CNSCD_TYPE_LIST_STACK);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/thainguyen/CNSCD/ui/teams/cnscd-team-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamPage, decision);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamPage, warnings);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamPage, list_view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "team.add-member", NULL, add_member_cb);
  gtk_widget_class_install_action (widget_class, "team.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "team.save-pdf", NULL, save_pdf_cb);
}

static void
cnscd_team_page_init (CnscdTeamPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cnscd_member_menu_attach (GTK_WIDGET (self->list_view));
  self->cancellable = g_cancellable_new ();
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
