/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-teams-page.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-team-list.h"
#include "cnscd-team-line.h"
#include "cnscd-team-menu.h"
#include "ui/common/cnscd-words.h"

/**
 * CnscdTeamsPage:
 *
 * The teams by hamlet: current ones, those of them with warnings, or dissolved
 * ones. Activating one opens its roster.
 */
struct _CnscdTeamsPage
{
  CnscdListPage parent_instance;

  AdwToggleGroup *shown_group;
};

G_DEFINE_FINAL_TYPE (CnscdTeamsPage, cnscd_teams_page, CNSCD_TYPE_LIST_PAGE)

static const CnscdListReason reasons[] = {
  [CNSCD_TEAMS_WITH_WARNINGS] = { "object-select-symbolic", N_ ("No Warnings"),
                                  N_ ("Every team has a leader and the expected size"), NULL },
  [CNSCD_TEAMS_DISSOLVED] = { "system-users-symbolic", N_ ("No Dissolved Teams"),
                              N_ ("Teams that were dissolved are shown here"), NULL },
};

static void
shown_cb (CnscdTeamsPage *self)
{
  CnscdTeamList *list = cnscd_list_page_get_list (CNSCD_LIST_PAGE (self));
  /* The toggles stand in the order of the enumeration. */
  guint active = adw_toggle_group_get_active (self->shown_group);

  if (list == NULL || active > CNSCD_TEAMS_DISSOLVED)
    return;

  cnscd_team_list_set_shown (list, (CnscdTeamsShown) active);
  cnscd_list_page_begin_again (CNSCD_LIST_PAGE (self));
}

static CnscdPagedList *
cnscd_teams_page_create_list (CnscdRepository *repository)
{
  return CNSCD_PAGED_LIST (cnscd_team_list_new (repository));
}

static char *
cnscd_teams_page_describe (CnscdListPage *page, guint n_items)
{
  return cnscd_words_for_teams (n_items);
}

static const CnscdListReason *
cnscd_teams_page_explain (CnscdListPage *page, gboolean searching)
{
  CnscdTeamsShown shown = cnscd_team_list_get_shown (cnscd_list_page_get_list (page));

  return searching || shown == CNSCD_TEAMS_CURRENT ? NULL : &reasons[shown];
}

static void
cnscd_teams_page_class_init (CnscdTeamsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdListPageClass *page_class = CNSCD_LIST_PAGE_CLASS (klass);

  page_class->create_list = cnscd_teams_page_create_list;
  page_class->line_type = CNSCD_TYPE_TEAM_LINE;
  page_class->attach_menu = cnscd_team_menu_attach;
  page_class->open_action = "win.show-team";
  page_class->subject_offset = G_STRUCT_OFFSET (CnscdTeamSummary, team);
  page_class->add_action = "win.add-team";
  page_class->elsewhere_label = N_ ("Search in _Members");
  page_class->elsewhere_action = "win.search-members";
  page_class->none_found =
    (CnscdListReason) { "edit-find-symbolic", N_ ("No Teams Found"),
                        N_ ("Search for something else, or in all communes"), NULL };
  page_class->describe = cnscd_teams_page_describe;
  page_class->explain = cnscd_teams_page_explain;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/teams/cnscd-teams-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdTeamsPage, shown_group);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
cnscd_teams_page_init (CnscdTeamsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  return g_object_new (CNSCD_TYPE_TEAMS_PAGE, "repository", repository, NULL);
}
