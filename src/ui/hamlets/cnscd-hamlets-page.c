/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-hamlets-page.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-hamlet-list.h"
#include "cnscd-hamlet-actions.h"
#include "cnscd-hamlet-line.h"
#include "cnscd-hamlet-menu.h"
#include "cnscd-hamlet-words.h"
#include "ui/common/cnscd-list-stack.h"
#include "ui/common/cnscd-page.h"
#include "ui/common/cnscd-search.h"
#include "ui/common/cnscd-unit-filter.h"

/**
 * CnscdHamletsPage:
 *
 * The hamlets by name: those that go on, those of them without a team, or
 * former ones. Activating one opens its page.
 */
struct _CnscdHamletsPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  GtkToggleButton *search_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  AdwToggleGroup *shown_group;
  CnscdUnitFilter *unit_filter;
  CnscdListStack *list_stack;
  GtkListView *list_view;
  AdwStatusPage *empty_page;
  GtkWidget *empty_button;
  GtkWidget *action_bar;

  CnscdRepository *repository;
  CnscdHamletList *list;
  guint opened;    /* the row whose hamlet was opened */
  gboolean to_top; /* what comes next is read from its beginning */
};

static void cnscd_hamlets_page_page_init (CnscdPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CnscdHamletsPage,
                               cnscd_hamlets_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (CNSCD_TYPE_PAGE,
                                                      cnscd_hamlets_page_page_init))

/* What it means that there is nothing to be seen. */
static const struct
{
  const char *icon_name;
  const char *title;
  const char *description;
  gboolean can_add;
} empty[] = {
  [CNSCD_HAMLETS_CURRENT] = { "mark-location-symbolic", N_ ("No Hamlets Yet"),
                              N_ (
                                "Add the hamlets of your commune, or import a roster, which names "
                                "them"),
                              TRUE },
  [CNSCD_HAMLETS_WITHOUT_TEAM] = { "object-select-symbolic", N_ ("Every Hamlet Has a Team"), NULL,
                                   FALSE },
  [CNSCD_HAMLETS_FORMER] = { "mark-location-symbolic", N_ ("No Former Hamlets"),
                             N_ ("Hamlets that were merged, split or ended are shown here"),
                             FALSE },
};

static gboolean
is_searching (CnscdHamletsPage *self)
{
  return cnscd_paged_list_get_search (CNSCD_PAGED_LIST (self->list)) != NULL;
}

static void
update_subtitle (CnscdHamletsPage *self)
{
  guint n_hamlets = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  CnscdHamletsShown shown = cnscd_hamlet_list_get_shown (self->list);
  g_autofree char *hamlets = n_hamlets > 0 ? cnscd_words_for_hamlets (n_hamlets) : NULL;
  gboolean searchable = n_hamlets > 0 || is_searching (self) || shown != CNSCD_HAMLETS_CURRENT ||
                        cnscd_unit_filter_get_unit (self->unit_filter) != NULL;
  g_autofree char *text = NULL;

  /* The page itself says when there is none. */
  if (hamlets == NULL)
    text = g_strdup ("");
  else if (is_searching (self))
    /* Translators: %s is "3 hamlets" */
    text = g_strdup_printf (_ ("%s found"), hamlets);
  else if (shown == CNSCD_HAMLETS_WITHOUT_TEAM)
    /* Translators: %s is "3 hamlets" */
    text = g_strdup_printf (_ ("%s without a team"), hamlets);
  else
    text = g_steal_pointer (&hamlets);
  adw_window_title_set_subtitle (self->window_title, text);
  gtk_widget_set_visible (GTK_WIDGET (self->search_button), searchable);
  /* The page that says that there is none has the button. */
  gtk_widget_set_visible (self->action_bar, searchable);
}

static void
update_empty_page (CnscdHamletsPage *self)
{
  CnscdHamletsShown shown = cnscd_hamlet_list_get_shown (self->list);

  adw_status_page_set_icon_name (self->empty_page, empty[shown].icon_name);
  adw_status_page_set_title (self->empty_page, _ (empty[shown].title));
  adw_status_page_set_description (
    self->empty_page, empty[shown].description != NULL ? _ (empty[shown].description) : NULL);
  gtk_widget_set_visible (self->empty_button, empty[shown].can_add);
}

/* All pages share the choice, so that it may be somebody's on another one. */
static void
unit_cb (CnscdHamletsPage *self)
{
  const char *unit = cnscd_unit_filter_get_unit (self->unit_filter);

  if (self->list == NULL)
    return;

  cnscd_list_stack_set_filtering (self->list_stack, unit != NULL);
  self->to_top = TRUE;
  cnscd_paged_list_set_unit (CNSCD_PAGED_LIST (self->list), unit);
}

static void
all_units_cb (CnscdHamletsPage *self)
{
  cnscd_unit_filter_set_unit (self->unit_filter, NULL);
  /* The button that was pressed goes with the page that says that there are none. */
  cnscd_list_stack_focus (self->list_stack, GTK_INVALID_LIST_POSITION);
}

static void
search_changed_cb (CnscdHamletsPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  cnscd_list_stack_set_searching (self->list_stack, *text != '\0');
  self->to_top = TRUE;
  cnscd_paged_list_set_search (CNSCD_PAGED_LIST (self->list), text);
}

static void
shown_cb (CnscdHamletsPage *self)
{
  /* The toggles stand in the order of the enumeration. */
  guint active = adw_toggle_group_get_active (self->shown_group);

  if (self->list == NULL || active > CNSCD_HAMLETS_FORMER)
    return;

  self->to_top = TRUE;
  cnscd_hamlet_list_set_shown (self->list, (CnscdHamletsShown) active);
  update_empty_page (self);
}

static void
loading_cb (CnscdHamletsPage *self)
{
  if (!cnscd_paged_list_is_loading (CNSCD_PAGED_LIST (self->list)))
    update_subtitle (self);
}

static void
items_changed_cb (CnscdHamletsPage *self)
{
  if (!self->to_top || g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return;

  self->to_top = FALSE;
  gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_NONE, NULL);
}

static void
activate_cb (CnscdHamletsPage *self, guint position)
{
  g_autoptr (CnscdHamletRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  const CnscdHamletSummary *hamlet = row != NULL ? cnscd_hamlet_row_get_hamlet (row) : NULL;

  if (hamlet != NULL)
    {
      self->opened = position;
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-hamlet", "s", hamlet->hamlet);
    }
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (CNSCD_IS_WINDOW (root))
    cnscd_hamlet_actions_add (CNSCD_WINDOW (root));
}

static void
cnscd_hamlets_page_start_search (CnscdPage *page)
{
  CnscdHamletsPage *self = CNSCD_HAMLETS_PAGE (page);

  cnscd_search_start (self->search_bar, self->search_entry);
}

static void
cnscd_hamlets_page_focus (CnscdPage *page)
{
  cnscd_list_stack_focus (CNSCD_HAMLETS_PAGE (page)->list_stack, GTK_INVALID_LIST_POSITION);
}

static void
cnscd_hamlets_page_page_init (CnscdPageInterface *iface)
{
  iface->start_search = cnscd_hamlets_page_start_search;
  iface->focus = cnscd_hamlets_page_focus;
}

/* Back from a hamlet to its row; who is somewhere else, as in the sidebar, stays there. */
static void
cnscd_hamlets_page_shown (AdwNavigationPage *page)
{
  CnscdHamletsPage *self = CNSCD_HAMLETS_PAGE (page);
  guint opened = self->opened;

  self->opened = GTK_INVALID_LIST_POSITION;
  if (opened != GTK_INVALID_LIST_POSITION && cnscd_page_may_take_focus (CNSCD_PAGE (page)))
    cnscd_list_stack_focus (self->list_stack, opened);
}

static void
cnscd_hamlets_page_dispose (GObject *object)
{
  CnscdHamletsPage *self = CNSCD_HAMLETS_PAGE (object);

  g_clear_object (&self->list);
  g_clear_object (&self->repository);

  G_OBJECT_CLASS (cnscd_hamlets_page_parent_class)->dispose (object);
}

static void
cnscd_hamlets_page_class_init (CnscdHamletsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_hamlets_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = cnscd_hamlets_page_shown;

  g_type_ensure (CNSCD_TYPE_LIST_STACK);
  g_type_ensure (CNSCD_TYPE_UNIT_FILTER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/hamlets/cnscd-hamlets-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletsPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletsPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletsPage, shown_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletsPage, unit_filter);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletsPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletsPage, empty_page);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletsPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdHamletsPage, action_bar);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_units_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "hamlets.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, add_cb);
}

static void
cnscd_hamlets_page_init (CnscdHamletsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cnscd_hamlet_menu_attach (GTK_WIDGET (self->list_view));
  self->opened = GTK_INVALID_LIST_POSITION;
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
  CnscdHamletsPage *self = g_object_new (CNSCD_TYPE_HAMLETS_PAGE, NULL);
  g_autoptr (GtkListItemFactory) factory =
    cnscd_line_factory_new (CNSCD_TYPE_HAMLET_LINE, repository);
  g_autoptr (GtkNoSelection) selection = NULL;

  self->repository = g_object_ref (repository);
  self->list = cnscd_hamlet_list_new (repository);
  update_empty_page (self);
  cnscd_unit_filter_set_repository (self->unit_filter, repository);
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (loading_cb), self,
                           G_CONNECT_SWAPPED);
  cnscd_list_stack_set_list (self->list_stack, CNSCD_PAGED_LIST (self->list));
  cnscd_search_set_up (GTK_WIDGET (self), self->search_bar, self->search_entry, self->list_stack);

  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  /* After the view has heard of it. */
  g_signal_connect_object (selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return ADW_NAVIGATION_PAGE (self);
}
