/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-window-private.h"

#include "ui/common/cnscd-list-page.h"
#include "ui/common/cnscd-navigation.h"
#include "ui/people/cnscd-duplicates-page.h"
#include "ui/people/cnscd-person-page.h"

/* The pages about people that are opened from others. */

static void
open_person_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdWindow *self = CNSCD_WINDOW (widget);
  const char *person = g_variant_get_string (parameter, NULL);

  if (!cnscd_repository_is_open (self->repository))
    return;

  if (!cnscd_navigation_go_back (self->navigation, person))
    cnscd_navigation_push (self->navigation, cnscd_person_page_new (self->repository, person),
                           person);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
duplicates_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdWindow *self = CNSCD_WINDOW (widget);

  if (!cnscd_repository_is_open (self->repository))
    return;

  if (!cnscd_navigation_go_back (self->navigation, "duplicates"))
    cnscd_navigation_push (self->navigation, cnscd_duplicates_page_new (self->repository),
                           "duplicates");
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

static void
search_members_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdWindow *self = CNSCD_WINDOW (widget);
  AdwNavigationPage *page;

  if (!cnscd_repository_is_open (self->repository))
    return;

  cnscd_window_show_page (self, "members");
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  page = adw_navigation_view_find_page (self->navigation, "members");
  if (CNSCD_IS_LIST_PAGE (page))
    cnscd_list_page_search (CNSCD_LIST_PAGE (page), g_variant_get_string (parameter, NULL));
}

/*< private >
 * cnscd_window_install_people_actions:
 *
 * Gives the class of windows its actions about people.
 */
void
cnscd_window_install_people_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-person", "s", open_person_action_cb);
  gtk_widget_class_install_action (widget_class, "win.duplicates", NULL, duplicates_action_cb);
  gtk_widget_class_install_action (widget_class, "win.search-members", "s",
                                   search_members_action_cb);
}
