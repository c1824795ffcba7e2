/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-hamlets-page.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-hamlet-list.h"
#include "cnscd-hamlet-line.h"
#include "cnscd-hamlet-menu.h"
#include "cnscd-hamlet-words.h"

/**
 * CnscdHamletsPage:
 *
 * The hamlets by name: those that go on, those of them without a team, or
 * former ones. Activating one opens its page.
 */
struct _CnscdHamletsPage
{
  CnscdListPage parent_instance;

  AdwToggleGroup *shown_group;
};

G_DEFINE_FINAL_TYPE (CnscdHamletsPage, cnscd_hamlets_page, CNSCD_TYPE_LIST_PAGE)

static const CnscdListReason reasons[] = {
  [CNSCD_HAMLETS_WITHOUT_TEAM] = { "object-select-symbolic", N_ ("Every Hamlet Has a Team"), NULL,
                                   NULL },
  [CNSCD_HAMLETS_FORMER] = { "mark-location-symbolic", N_ ("No Former Hamlets"),
                             N_ ("Hamlets that were merged, split or ended are shown here"), NULL },
};

static CnscdHamletsShown
get_shown (CnscdListPage *page)
{
  return cnscd_hamlet_list_get_shown (cnscd_list_page_get_list (page));
}

static void
shown_cb (CnscdHamletsPage *self)
{
  CnscdHamletList *list = cnscd_list_page_get_list (CNSCD_LIST_PAGE (self));
  /* The toggles stand in the order of the enumeration. */
  guint active = adw_toggle_group_get_active (self->shown_group);

  if (list == NULL || active > CNSCD_HAMLETS_FORMER)
    return;

  cnscd_hamlet_list_set_shown (list, (CnscdHamletsShown) active);
  cnscd_list_page_begin_again (CNSCD_LIST_PAGE (self));
}

static CnscdPagedList *
cnscd_hamlets_page_create_list (CnscdRepository *repository)
{
  return CNSCD_PAGED_LIST (cnscd_hamlet_list_new (repository));
}

static char *
cnscd_hamlets_page_describe (CnscdListPage *page, guint n_items)
{
  g_autofree char *hamlets = cnscd_words_for_hamlets (n_items);

  if (get_shown (page) != CNSCD_HAMLETS_WITHOUT_TEAM || cnscd_list_page_is_searching (page))
    return g_steal_pointer (&hamlets);

  /* Translators: %s is "3 hamlets" */
  return g_strdup_printf (_ ("%s without a team"), hamlets);
}

static const CnscdListReason *
cnscd_hamlets_page_explain (CnscdListPage *page, gboolean searching)
{
  CnscdHamletsShown shown = get_shown (page);

  return searching || shown == CNSCD_HAMLETS_CURRENT ? NULL : &reasons[shown];
}

static void
cnscd_hamlets_page_class_init (CnscdHamletsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdListPageClass *page_class = CNSCD_LIST_PAGE_CLASS (klass);

  page_class->create_list = cnscd_hamlets_page_create_list;
  page_class->line_type = CNSCD_TYPE_HAMLET_LINE;
  page_class->attach_menu = cnscd_hamlet_menu_attach;
  page_class->open_action = "win.show-hamlet";
  page_class->subject_offset = G_STRUCT_OFFSET (CnscdHamletSummary, hamlet);
  page_class->add_action = "win.add-hamlet";
  page_class->none_found =
    (CnscdListReason) { "edit-find-symbolic", N_ ("No Hamlets Found"),
                        N_ ("Search for something else, or in all communes"), NULL };
  page_class->describe = cnscd_hamlets_page_describe;
  page_class->explain = cnscd_hamlets_page_explain;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/hamlets/cnscd-hamlets-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletsPage, shown_group);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
cnscd_hamlets_page_init (CnscdHamletsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_hamlets_page_new:
 * @repository: an open repository
 *
 * Returns: (transfer floating): a page with every hamlet
 */
AdwNavigationPage *
cnscd_hamlets_page_new (CnscdRepository *repository)
{
  return g_object_new (CNSCD_TYPE_HAMLETS_PAGE, "repository", repository, NULL);
}
