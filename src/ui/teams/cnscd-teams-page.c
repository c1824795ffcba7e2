/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-teams-page.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-team-list.h"
#include "cnscd-team-line.h"
#include "cnscd-team-menu.h"
#include "cnscd-team-page.h"
#include "ui/common/cnscd-list-stack.h"
#include "ui/common/cnscd-page.h"
#include "ui/common/cnscd-search.h"
#include "ui/common/cnscd-unit-filter.h"
#include "ui/common/cnscd-words.h"

/**
 * CnscdTeamsPage:
 *
 * The teams by hamlet; activating one opens its roster.
 */
struct _CnscdTeamsPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  GtkToggleButton *search_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  CnscdUnitFilter *unit_filter;
  AdwToggleGroup *shown_group;
  AdwStatusPage *filtered_page;
  GtkWidget *filtered_button;
  CnscdListStack *list_stack;
  GtkListView *list_view;

  CnscdRepository *repository;
  CnscdTeamList *list;
  char *summary; /* of all, without a search */
  guint opened;  /* the row whose team was opened */
};

static void cnscd_teams_page_page_init (CnscdPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CnscdTeamsPage,
                               cnscd_teams_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (CNSCD_TYPE_PAGE, cnscd_teams_page_page_init))

static gboolean
is_narrowed (CnscdTeamsPage *self)
{
  return cnscd_unit_filter_get_unit (self->unit_filter) != NULL ||
         cnscd_team_list_get_shown (self->list) != CNSCD_TEAMS_CURRENT;
}

/* Says what an empty list means, before there is one. */
static void
update_filtering (CnscdTeamsPage *self)
{
  CnscdTeamsShown shown = cnscd_team_list_get_shown (self->list);
  gboolean searching = *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0';
  gboolean in_unit = cnscd_unit_filter_get_unit (self->unit_filter) != NULL;
  const char *icon_name = "edit-find-symbolic";
  const char *title = _ ("No Teams Found");
  const char *description = _ ("Search for something else, or in all communes");

  if (!searching && shown == CNSCD_TEAMS_WITH_WARNINGS)
    {
      icon_name = "object-select-symbolic";
      title = _ ("No Warnings");
      description = _ ("Every team has a leader and the expected size");
    }
  else if (!searching && shown == CNSCD_TEAMS_DISSOLVED)
    {
      icon_name = "system-users-symbolic";
      title = _ ("No Dissolved Teams");
      description = _ ("Teams that were dissolved are shown here");
    }
  adw_status_page_set_icon_name (self->filtered_page, icon_name);
  adw_status_page_set_title (self->filtered_page, title);
  adw_status_page_set_description (self->filtered_page, description);
  gtk_widget_set_visible (self->filtered_button, in_unit);
  cnscd_list_stack_set_filtering (self->list_stack,
                                  in_unit || (shown != CNSCD_TEAMS_CURRENT && !searching));
}

static void
update_subtitle (CnscdTeamsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  gboolean searching = cnscd_paged_list_get_search (CNSCD_PAGED_LIST (self->list)) != NULL;
  gboolean narrowed = is_narrowed (self);
  g_autofree char *found = NULL;

  /* The page itself says when there is none. */
  if ((searching || narrowed) && n > 0)
    {
      g_autofree char *teams = cnscd_words_for_teams (n);

      /* Translators: %s is "3 teams" */
      found = searching ? g_strdup_printf (_ ("%s found"), teams) : g_steal_pointer (&teams);
    }

  if (!searching && !narrowed)
    found = g_strdup (self->summary);
  adw_window_title_set_subtitle (self->window_title, found != NULL ? found : "");
}

/* All pages share the choice, so that it may be somebody's on another one. */
static void
unit_cb (CnscdTeamsPage *self)
{
  const char *unit = cnscd_unit_filter_get_unit (self->unit_filter);

  if (self->list == NULL)
    return;

  update_filtering (self);
  cnscd_paged_list_set_unit (CNSCD_PAGED_LIST (self->list), unit);
}

static void
shown_cb (CnscdTeamsPage *self)
{
  /* The toggles stand in the order of the enumeration. */
  guint active = adw_toggle_group_get_active (self->shown_group);

  if (self->list == NULL || active > CNSCD_TEAMS_DISSOLVED)
    return;

  cnscd_team_list_set_shown (self->list, (CnscdTeamsShown) active);
  update_filtering (self);
}

static void
all_units_cb (CnscdTeamsPage *self)
{
  cnscd_unit_filter_set_unit (self->unit_filter, NULL);
  /* The button that was pressed goes with the page that says that there are none. */
  cnscd_list_stack_focus (self->list_stack, GTK_INVALID_LIST_POSITION);
}

static void
search_changed_cb (CnscdTeamsPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  cnscd_list_stack_set_searching (self->list_stack, *text != '\0');
  update_filtering (self);
  cnscd_paged_list_set_search (CNSCD_PAGED_LIST (self->list), text);
}

static void
loading_cb (CnscdTeamsPage *self)
{
  if (!cnscd_paged_list_is_loading (CNSCD_PAGED_LIST (self->list)))
    update_subtitle (self);
}

static void
activate_cb (CnscdTeamsPage *self, guint position)
{
  g_autoptr (CnscdTeamRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  const CnscdTeamSummary *team = row != NULL ? cnscd_team_row_get_team (row) : NULL;

  if (team != NULL)
    {
      self->opened = position;
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-team", "s", team->team);
    }
}

static void
new_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.add-team", NULL);
}

static void
cnscd_teams_page_start_search (CnscdPage *page)
{
  CnscdTeamsPage *self = CNSCD_TEAMS_PAGE (page);

  cnscd_search_start (self->search_bar, self->search_entry);
}

static void
cnscd_teams_page_focus (CnscdPage *page)
{
  cnscd_list_stack_focus (CNSCD_TEAMS_PAGE (page)->list_stack, GTK_INVALID_LIST_POSITION);
}

static void
cnscd_teams_page_set_overview (CnscdPage *page, const CnscdOverview *overview)
{
  CnscdTeamsPage *self = CNSCD_TEAMS_PAGE (page);

  g_free (self->summary);
  self->summary = overview->n_teams > 0 ? cnscd_words_for_teams (overview->n_teams) : NULL;
  update_subtitle (self);
  gtk_widget_set_visible (GTK_WIDGET (self->search_button), overview->n_teams > 0);
}

static void
cnscd_teams_page_page_init (CnscdPageInterface *iface)
{
  iface->start_search = cnscd_teams_page_start_search;
  iface->focus = cnscd_teams_page_focus;
  iface->set_overview = cnscd_teams_page_set_overview;
}

/* Back from a team to its row; who is somewhere else, as in the sidebar, stays there. */
static void
cnscd_teams_page_shown (AdwNavigationPage *page)
{
  CnscdTeamsPage *self = CNSCD_TEAMS_PAGE (page);
  guint opened = self->opened;

  self->opened = GTK_INVALID_LIST_POSITION;
  if (opened != GTK_INVALID_LIST_POSITION && cnscd_page_may_take_focus (CNSCD_PAGE (page)))
    cnscd_list_stack_focus (self->list_stack, opened);
}

static void
cnscd_teams_page_dispose (GObject *object)
{
  CnscdTeamsPage *self = CNSCD_TEAMS_PAGE (object);

  g_clear_object (&self->list);
  g_clear_object (&self->repository);

  G_OBJECT_CLASS (cnscd_teams_page_parent_class)->dispose (object);
}

static void
cnscd_teams_page_finalize (GObject *object)
{
  g_free (CNSCD_TEAMS_PAGE (object)->summary);

  G_OBJECT_CLASS (cnscd_teams_page_parent_class)->finalize (object);
}

static void
cnscd_teams_page_class_init (CnscdTeamsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_teams_page_dispose;
  object_class->finalize = cnscd_teams_page_finalize;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = cnscd_teams_page_shown;

  g_type_ensure (CNSCD_TYPE_LIST_STACK);
  g_type_ensure (CNSCD_TYPE_UNIT_FILTER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/teams/cnscd-teams-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamsPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamsPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamsPage, unit_filter);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamsPage, shown_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamsPage, filtered_page);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamsPage, filtered_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamsPage, list_view);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_units_cb);
}

static void
cnscd_teams_page_init (CnscdTeamsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cnscd_team_menu_attach (GTK_WIDGET (self->list_view));
  self->opened = GTK_INVALID_LIST_POSITION;
}

/**
 * cnscd_teams_page_new:
 * @repository: an open repository
 *
 * Returns: (transfer floating): a page with every team
 */
AdwNavigationPage *
cnscd_teams_page_new (CnscdRepository *repository)
{
  CnscdTeamsPage *self = g_object_new (CNSCD_TYPE_TEAMS_PAGE, NULL);
  g_autoptr (GtkListItemFactory) factory =
    cnscd_line_factory_new (CNSCD_TYPE_TEAM_LINE, repository);
  g_autoptr (GtkNoSelection) selection = NULL;

  self->repository = g_object_ref (repository);
  self->list = cnscd_team_list_new (repository);
  cnscd_unit_filter_set_repository (self->unit_filter, repository);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (loading_cb), self,
                           G_CONNECT_SWAPPED);
  cnscd_list_stack_set_list (self->list_stack, CNSCD_PAGED_LIST (self->list));
  cnscd_search_set_up (GTK_WIDGET (self), self->search_bar, self->search_entry, self->list_stack);

  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));

  return ADW_NAVIGATION_PAGE (self);
}
