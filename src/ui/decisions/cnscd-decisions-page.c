/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-decisions-page.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-decision-list.h"
#include "cnscd-decision-line.h"
#include "cnscd-decision-menu.h"
#include "ui/common/cnscd-words.h"

/**
 * CnscdDecisionsPage:
 *
 * The decisions, the newest first; activating one shows what it did.
 */
struct _CnscdDecisionsPage
{
  CnscdListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (CnscdDecisionsPage, cnscd_decisions_page, CNSCD_TYPE_LIST_PAGE)

static CnscdPagedList *
cnscd_decisions_page_create_list (CnscdRepository *repository)
{
  return CNSCD_PAGED_LIST (cnscd_decision_list_new (repository));
}

static char *
cnscd_decisions_page_describe (CnscdListPage *page, guint n_items)
{
  g_autofree char *number = cnscd_words_for_number (n_items);

  /* Translators: %s is a number */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s decision", "%s decisions", n_items),
                          number);
}

static void
cnscd_decisions_page_class_init (CnscdDecisionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdListPageClass *page_class = CNSCD_LIST_PAGE_CLASS (klass);

  page_class->create_list = cnscd_decisions_page_create_list;
  page_class->line_type = CNSCD_TYPE_DECISION_LINE;
  page_class->attach_menu = cnscd_decision_menu_attach;
  page_class->open_action = "win.show-decision";
  page_class->subject_offset = G_STRUCT_OFFSET (CnscdDecisionSummary, decision);
  page_class->add_action = "win.new-decision";
  page_class->none_found =
    (CnscdListReason) { "edit-find-symbolic", N_ ("No Decisions Found"),
                        N_ ("Search for something else, or in all communes"), NULL };
  page_class->describe = cnscd_decisions_page_describe;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/decisions/cnscd-decisions-page.ui");
}

static void
cnscd_decisions_page_init (CnscdDecisionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_decisions_page_new:
 * @repository: an open repository
 *
 * Returns: (transfer floating): a page with every decision
 */
AdwNavigationPage *
cnscd_decisions_page_new (CnscdRepository *repository)
{
  return g_object_new (CNSCD_TYPE_DECISIONS_PAGE, "repository", repository, NULL);
}
