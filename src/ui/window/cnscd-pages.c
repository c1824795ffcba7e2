/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-pages.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-page.h"
#include "ui/decisions/cnscd-decisions-page.h"
#include "ui/hamlets/cnscd-hamlets-page.h"
#include "ui/members/cnscd-members-page.h"
#include "ui/schedule/cnscd-schedule-page.h"
#include "ui/teams/cnscd-teams-page.h"

/**
 * CnscdPages:
 *
 * The pages that are chosen in the sidebar of a window, each built when first
 * shown.
 */
struct _CnscdPages
{
  GtkListBox *sidebar;
  AdwNavigationView *navigation;
};

typedef struct
{
  const char *tag;
  const char *title;
  const char *icon_name;
  AdwNavigationPage *(*create) (CnscdRepository *repository);
} PageEntry;

static const PageEntry PAGES[] = {
  { "teams", N_ ("Teams"), "system-users-symbolic", cnscd_teams_page_new },
  { "members", N_ ("Members"), "avatar-default-symbolic", cnscd_members_page_new },
  { "hamlets", N_ ("Hamlets"), "mark-location-symbolic", cnscd_hamlets_page_new },
  { "decisions", N_ ("Decisions"), "x-office-document-symbolic", cnscd_decisions_page_new },
  { "schedule", N_ ("Schedule"), "x-office-calendar-symbolic", cnscd_schedule_page_new },
};

static const PageEntry *
find_page (const char *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
    if (g_strcmp0 (PAGES[i].tag, tag) == 0)
      return &PAGES[i];

  return NULL;
}

static GtkWidget *
create_sidebar_row (const PageEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name (entry->icon_name);
  GtkWidget *label = gtk_label_new (_ (entry->title));
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (entry->title), -1);
  return row;
}

/**
 * cnscd_pages_new: (skip)
 * @sidebar: an empty list, which gets a row for each page; outlives the pages
 * @navigation: where they are shown; outlives them, too
 *
 * Returns: (transfer full): pages, none of which is built yet
 */
CnscdPages *
cnscd_pages_new (GtkListBox *sidebar, AdwNavigationView *navigation)
{
  CnscdPages *pages;

  g_return_val_if_fail (GTK_IS_LIST_BOX (sidebar), NULL);
  g_return_val_if_fail (ADW_IS_NAVIGATION_VIEW (navigation), NULL);

  pages = g_new (CnscdPages, 1);
  *pages = (CnscdPages) { sidebar, navigation };
  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
    gtk_list_box_append (sidebar, create_sidebar_row (&PAGES[i]));
  return pages;
}

/**
 * cnscd_pages_free: (skip)
 * @pages: (transfer full): pages
 */
void
cnscd_pages_free (CnscdPages *pages)
{
  g_free (pages);
}

/**
 * cnscd_pages_have: (skip)
 * @tag: (nullable): perhaps the name of a page
 *
 * Returns: whether there is such a page
 */
gboolean
cnscd_pages_have (const char *tag)
{
  return find_page (tag) != NULL;
}

/**
 * cnscd_pages_get_tag: (skip)
 * @i: index of a row of the sidebar
 *
 * Returns: (transfer none): name of its page
 */
const char *
cnscd_pages_get_tag (guint i)
{
  g_return_val_if_fail (i < G_N_ELEMENTS (PAGES), NULL);

  return PAGES[i].tag;
}

/**
 * cnscd_pages_show: (skip)
 * @pages: pages
 * @tag: name of one; others are left alone
 * @repository: an open repository, of which it is built when it is the first time
 * @overview: (nullable): what there is in all, for a page that is built
 *
 * Shows a page, with nothing that was opened from it.
 */
void
cnscd_pages_show (CnscdPages *pages,
                  const char *tag,
                  CnscdRepository *repository,
                  const CnscdOverview *overview)
{
  const PageEntry *entry = find_page (tag);
  AdwNavigationPage *page;

  g_return_if_fail (pages != NULL);

  if (entry == NULL)
    return;

  page = adw_navigation_view_find_page (pages->navigation, tag);
  if (page == NULL)
    {
      page = entry->create (repository);
      adw_navigation_view_add (pages->navigation, page);
      if (overview != NULL)
        cnscd_page_set_overview (CNSCD_PAGE (page), overview);
    }

  if (adw_navigation_view_get_visible_page (pages->navigation) != page)
    adw_navigation_view_replace_with_tags (pages->navigation, &tag, 1);
  gtk_list_box_select_row (pages->sidebar,
                           gtk_list_box_get_row_at_index (pages->sidebar, entry - PAGES));
}

/**
 * cnscd_pages_get_shown: (skip)
 * @pages: pages
 *
 * Returns: (nullable) (transfer none): name of the page that is shown, or that the one shown was
 *   opened from
 */
const char *
cnscd_pages_get_shown (CnscdPages *pages)
{
  g_autoptr (GListModel) stack = NULL;
  g_autoptr (AdwNavigationPage) first = NULL;

  g_return_val_if_fail (pages != NULL, NULL);

  stack = adw_navigation_view_get_navigation_stack (pages->navigation);
  first = g_list_model_get_item (stack, 0);
  return first != NULL && CNSCD_IS_PAGE (first) ? adw_navigation_page_get_tag (first) : NULL;
}

/**
 * cnscd_pages_set_overview: (skip)
 * @pages: pages
 * @overview: what there is in all
 *
 * Has those that are built say what there is.
 */
void
cnscd_pages_set_overview (CnscdPages *pages, const CnscdOverview *overview)
{
  g_return_if_fail (pages != NULL && overview != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
    {
      AdwNavigationPage *page = adw_navigation_view_find_page (pages->navigation, PAGES[i].tag);

      if (page != NULL)
        cnscd_page_set_overview (CNSCD_PAGE (page), overview);
    }
}

/**
 * cnscd_pages_drop: (skip)
 * @pages: pages, none of which is shown
 *
 * Forgets those that are built: they are of another database.
 */
void
cnscd_pages_drop (CnscdPages *pages)
{
  g_return_if_fail (pages != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
    {
      AdwNavigationPage *page = adw_navigation_view_find_page (pages->navigation, PAGES[i].tag);

      if (page != NULL)
        adw_navigation_view_remove (pages->navigation, page);
    }
}
