/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-decisions-page.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-decision-list.h"
#include "cnscd-decision-line.h"
#include "cnscd-decision-menu.h"
#include "ui/common/cnscd-list-stack.h"
#include "ui/common/cnscd-page.h"
#include "ui/common/cnscd-search.h"
#include "ui/common/cnscd-unit-filter.h"
#include "ui/common/cnscd-words.h"

/**
 * CnscdDecisionsPage:
 *
 * The decisions, the newest first; activating one shows what it did.
 */
struct _CnscdDecisionsPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  GtkToggleButton *search_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  CnscdUnitFilter *unit_filter;
  CnscdListStack *list_stack;
  GtkWidget *action_bar;
  GtkListView *list_view;

  CnscdRepository *repository;
  CnscdDecisionList *list;
  guint opened; /* the row whose decision was opened */
};

static void cnscd_decisions_page_page_init (CnscdPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CnscdDecisionsPage,
                               cnscd_decisions_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (CNSCD_TYPE_PAGE,
                                                      cnscd_decisions_page_page_init))

static char *
write_subtitle (CnscdDecisionsPage *self)
{
  guint n_decisions = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *number = cnscd_words_for_number (n_decisions);
  g_autofree char *decisions = NULL;

  /* Translators: %s is a number */
  decisions = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%s decision", "%s decisions", n_decisions), number);
  if (cnscd_paged_list_get_search (CNSCD_PAGED_LIST (self->list)) == NULL)
    return g_steal_pointer (&decisions);

  /* Translators: %s is "3 teams" */
  return g_strdup_printf (_ ("%s found"), decisions);
}

static void
update (CnscdDecisionsPage *self)
{
  gboolean filled = g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0;
  gboolean searching = cnscd_paged_list_get_search (CNSCD_PAGED_LIST (self->list)) != NULL ||
                       cnscd_unit_filter_get_unit (self->unit_filter) != NULL;
  g_autofree char *subtitle = filled ? write_subtitle (self) : NULL;

  /* The page itself says when there is none, and what to do then. */
  adw_window_title_set_subtitle (self->window_title, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->search_button), filled || searching);
  gtk_widget_set_visible (self->action_bar, filled || searching);
}

/* All pages share the choice, so that it may be somebody's on another one. */
static void
unit_cb (CnscdDecisionsPage *self)
{
  const char *unit = cnscd_unit_filter_get_unit (self->unit_filter);

  if (self->list == NULL)
    return;

  cnscd_list_stack_set_filtering (self->list_stack, unit != NULL);
  cnscd_paged_list_set_unit (CNSCD_PAGED_LIST (self->list), unit);
}

static void
all_units_cb (CnscdDecisionsPage *self)
{
  cnscd_unit_filter_set_unit (self->unit_filter, NULL);
  /* The button that was pressed goes with the page that says that there are none. */
  cnscd_list_stack_focus (self->list_stack, GTK_INVALID_LIST_POSITION);
}

static void
new_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.new-decision", NULL);
}

static void
search_changed_cb (CnscdDecisionsPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  cnscd_list_stack_set_searching (self->list_stack, *text != '\0');
  cnscd_paged_list_set_search (CNSCD_PAGED_LIST (self->list), text);
}

static void
loading_cb (CnscdDecisionsPage *self)
{
  if (!cnscd_paged_list_is_loading (CNSCD_PAGED_LIST (self->list)))
    update (self);
}

static void
activate_cb (CnscdDecisionsPage *self, guint position)
{
  g_autoptr (CnscdDecisionItem) item = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  const CnscdDecisionSummary *decision =
    item != NULL ? cnscd_decision_item_get_decision (item) : NULL;

  if (decision != NULL)
    {
      self->opened = position;
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-decision", "s", decision->decision);
    }
}

static void
cnscd_decisions_page_start_search (CnscdPage *page)
{
  CnscdDecisionsPage *self = CNSCD_DECISIONS_PAGE (page);

  cnscd_search_start (self->search_bar, self->search_entry);
}

static void
cnscd_decisions_page_focus (CnscdPage *page)
{
  cnscd_list_stack_focus (CNSCD_DECISIONS_PAGE (page)->list_stack, GTK_INVALID_LIST_POSITION);
}

static void
cnscd_decisions_page_page_init (CnscdPageInterface *iface)
{
  iface->start_search = cnscd_decisions_page_start_search;
  iface->focus = cnscd_decisions_page_focus;
}

/* Back from a decision to its row; who is somewhere else, as in the sidebar, stays there. */
static void
cnscd_decisions_page_shown (AdwNavigationPage *page)
{
  CnscdDecisionsPage *self = CNSCD_DECISIONS_PAGE (page);
  guint opened = self->opened;

  self->opened = GTK_INVALID_LIST_POSITION;
  if (opened != GTK_INVALID_LIST_POSITION && cnscd_page_may_take_focus (CNSCD_PAGE (page)))
    cnscd_list_stack_focus (self->list_stack, opened);
}

static void
cnscd_decisions_page_dispose (GObject *object)
{
  CnscdDecisionsPage *self = CNSCD_DECISIONS_PAGE (object);

  g_clear_object (&self->list);
  g_clear_object (&self->repository);

  G_OBJECT_CLASS (cnscd_decisions_page_parent_class)->dispose (object);
}

static void
cnscd_decisions_page_class_init (CnscdDecisionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_decisions_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = cnscd_decisions_page_shown;

  g_type_ensure (CNSCD_TYPE_LIST_STACK);
  g_type_ensure (CNSCD_TYPE_UNIT_FILTER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/decisions/cnscd-decisions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionsPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionsPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionsPage, unit_filter);
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionsPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, CnscdDecisionsPage, action_bar);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_units_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_cb);
}

static void
cnscd_decisions_page_init (CnscdDecisionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->opened = GTK_INVALID_LIST_POSITION;
  cnscd_decision_menu_attach (GTK_WIDGET (self->list_view));
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
  CnscdDecisionsPage *self = g_object_new (CNSCD_TYPE_DECISIONS_PAGE, NULL);
  g_autoptr (GtkListItemFactory) factory =
    cnscd_line_factory_new (CNSCD_TYPE_DECISION_LINE, repository);
  g_autoptr (GtkNoSelection) selection = NULL;

  self->repository = g_object_ref (repository);
  self->list = cnscd_decision_list_new (repository);
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
