/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-list-page.h"

#include <glib/gi18n-lib.h>

#include "cnscd-header.h"
#include "cnscd-line.h"
#include "cnscd-list-place.h"
#include "cnscd-page.h"
#include "cnscd-search.h"
#include "ui/window/cnscd-notice-banner.h"

/**
 * CnscdListPage:
 *
 * A page of the window that shows a list: with a button that adds to it, a
 * search, the choice of a commune, whatever else narrows it down, and words for
 * an empty one. From what was opened it comes back to the row.
 *
 * A template of a subclass fills it by its properties, and
 * #CnscdListPageClass says what the list is of.
 */
typedef struct
{
  CnscdHeader *header;
  AdwWindowTitle *window_title;
  GtkWidget *add_button;
  AdwBin *tools_bin;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  CnscdNoticeBanner *notice_banner;
  AdwBin *unit_bin;
  CnscdUnitFilter *unit_filter;
  AdwBin *filters_bin;
  CnscdListStack *list_stack;
  GtkListView *cards;
  CnscdFilteredPage *filtered_page;
  AdwBin *bottom_bin;
  AdwBin *narrow_tools_bin;

  CnscdRepository *repository;
  CnscdPagedList *list;
  CnscdListPlace *place;
  gboolean filled; /* there is something to be searched */
} CnscdListPagePrivate;

enum
{
  PROP_0,
  PROP_REPOSITORY,
  PROP_FILLED,
  PROP_ADD_LABEL,
  PROP_SEARCH_LABEL,
  PROP_SEARCH_PLACEHOLDER,
  PROP_FILTERS,
  PROP_LIST,
  PROP_EMPTY,
  PROP_TOOLS,
  PROP_NARROW_TOOLS,
  PROP_BOTTOM,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void cnscd_list_page_page_init (CnscdPageInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (CnscdListPage,
                                  cnscd_list_page,
                                  ADW_TYPE_NAVIGATION_PAGE,
                                  G_ADD_PRIVATE (CnscdListPage)
                                    G_IMPLEMENT_INTERFACE (CNSCD_TYPE_PAGE,
                                                           cnscd_list_page_page_init))

static const CnscdListReason *
explain (CnscdListPage *self, gboolean searching)
{
  CnscdListPageClass *klass = CNSCD_LIST_PAGE_GET_CLASS (self);

  return klass->explain != NULL ? klass->explain (self, searching) : NULL;
}

static gboolean
has_search (CnscdListPage *self)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);

  return *gtk_editable_get_text (GTK_EDITABLE (priv->search_entry)) != '\0';
}

/* Says what an empty list means, before there is one. */
static void
update_reason (CnscdListPage *self)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);
  const CnscdListReason *own = explain (self, has_search (self));
  gboolean in_unit = cnscd_list_page_get_unit (self) != NULL;

  cnscd_filtered_page_set_reason (priv->filtered_page,
                                  own != NULL ? own : &CNSCD_LIST_PAGE_GET_CLASS (self)->none_found,
                                  in_unit);
  cnscd_list_stack_set_searching (priv->list_stack, has_search (self));
  cnscd_list_stack_set_filtering (priv->list_stack, in_unit || own != NULL);
}

static void
update_subtitle (CnscdListPage *self)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);
  CnscdListPageClass *klass = CNSCD_LIST_PAGE_GET_CLASS (self);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (priv->list));
  g_autofree char *text = NULL;

  /* The page itself says when there is none. */
  if (n_items > 0 && klass->describe != NULL)
    text = klass->describe (self, n_items);
  if (text != NULL && cnscd_list_page_is_searching (self))
    {
      g_autofree char *items = g_steal_pointer (&text);

      /* Translators: %s is "3 teams" */
      text = g_strdup_printf (_ ("%s found"), items);
    }
  adw_window_title_set_subtitle (priv->window_title, text != NULL ? text : "");
}

static void
update_filled (CnscdListPage *self)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);
  gboolean filled = g_list_model_get_n_items (G_LIST_MODEL (priv->list)) > 0 ||
                    cnscd_list_page_is_searching (self) ||
                    cnscd_list_page_get_unit (self) != NULL || explain (self, FALSE) != NULL;

  if (priv->filled == filled)
    return;

  priv->filled = filled;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILLED]);
}

static void
loading_cb (CnscdListPage *self)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);

  if (!cnscd_paged_list_is_loading (priv->list))
    cnscd_list_page_update (self);
}

/* All pages share the choice, so that it may be somebody's on another one. */
static void
unit_cb (CnscdListPage *self)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);

  if (priv->list == NULL)
    return;

  cnscd_list_page_begin_again (self);
  cnscd_paged_list_set_unit (priv->list, cnscd_list_page_get_unit (self));
}

static void
search_changed_cb (CnscdListPage *self)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);

  cnscd_list_page_begin_again (self);
  cnscd_paged_list_set_search (priv->list,
                               gtk_editable_get_text (GTK_EDITABLE (priv->search_entry)));
}

static void
widen_cb (CnscdListPage *self)
{
  CNSCD_LIST_PAGE_GET_CLASS (self)->widen (self);
  /* The button that was pressed goes with the page that says that there are none. */
  cnscd_list_page_focus_list (self);
}

static void
activate_cb (CnscdListPage *self, guint position)
{
  cnscd_list_page_activate (self, position);
}

static void
new_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CNSCD_LIST_PAGE_GET_CLASS (widget)->add (CNSCD_LIST_PAGE (widget));
}

static void
search_elsewhere_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (CNSCD_LIST_PAGE (widget));

  gtk_widget_activate_action (widget, CNSCD_LIST_PAGE_GET_CLASS (widget)->elsewhere_action, "s",
                              gtk_editable_get_text (GTK_EDITABLE (priv->search_entry)));
}

static void
cnscd_list_page_add (CnscdListPage *self)
{
  const char *action = CNSCD_LIST_PAGE_GET_CLASS (self)->add_action;

  if (action != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

static void
cnscd_list_page_open (CnscdListPage *self, guint position)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);
  CnscdListPageClass *klass = CNSCD_LIST_PAGE_GET_CLASS (self);
  g_autoptr (CnscdRow) row = g_list_model_get_item (G_LIST_MODEL (priv->list), position);
  gconstpointer data = row != NULL ? cnscd_row_get_data (row) : NULL;

  if (data == NULL)
    return;

  cnscd_list_place_leave (priv->place, position);
  gtk_widget_activate_action (GTK_WIDGET (self), klass->open_action, "s",
                              G_STRUCT_MEMBER (char *, data, klass->subject_offset));
}

static void
cnscd_list_page_widen (CnscdListPage *self)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);

  cnscd_unit_filter_set_unit (priv->unit_filter, NULL);
}

static void
cnscd_list_page_start_search (CnscdPage *page)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (CNSCD_LIST_PAGE (page));

  cnscd_search_start (priv->search_bar, priv->search_entry);
}

static void
cnscd_list_page_focus (CnscdPage *page)
{
  cnscd_list_page_focus_list (CNSCD_LIST_PAGE (page));
}

static void
cnscd_list_page_page_init (CnscdPageInterface *iface)
{
  iface->start_search = cnscd_list_page_start_search;
  iface->focus = cnscd_list_page_focus;
}

/* Back from what was opened; who is somewhere else, as in the sidebar, stays there. */
static void
cnscd_list_page_shown (AdwNavigationPage *page)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (CNSCD_LIST_PAGE (page));

  cnscd_list_place_return (priv->place, cnscd_page_may_take_focus (CNSCD_PAGE (page)));
}

static void
show_cards (CnscdListPage *self)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);
  CnscdListPageClass *klass = CNSCD_LIST_PAGE_GET_CLASS (self);
  g_autoptr (GtkListItemFactory) factory =
    cnscd_line_factory_new (klass->line_type, priv->repository);
  g_autoptr (GtkNoSelection) selection =
    gtk_no_selection_new (g_object_ref (G_LIST_MODEL (priv->list)));

  gtk_list_view_set_factory (priv->cards, factory);
  gtk_list_view_set_model (priv->cards, GTK_SELECTION_MODEL (selection));
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->cards), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (self)), -1);
  if (klass->attach_menu != NULL)
    klass->attach_menu (GTK_WIDGET (priv->cards));
}

static void
cnscd_list_page_constructed (GObject *object)
{
  CnscdListPage *self = CNSCD_LIST_PAGE (object);
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);
  CnscdListPageClass *klass = CNSCD_LIST_PAGE_GET_CLASS (self);

  G_OBJECT_CLASS (cnscd_list_page_parent_class)->constructed (object);

  if (klass->add_action != NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (priv->add_button), klass->add_action);
  cnscd_unit_filter_set_repository (priv->unit_filter, priv->repository);
  priv->list = klass->create_list (priv->repository);
  cnscd_paged_list_set_unit (priv->list, cnscd_list_page_get_unit (self));
  g_signal_connect_object (priv->list, "notify::loading", G_CALLBACK (loading_cb), self,
                           G_CONNECT_SWAPPED);
  cnscd_list_stack_set_list (priv->list_stack, priv->list);
  cnscd_search_set_up (GTK_WIDGET (self), priv->search_bar, priv->search_entry, priv->list_stack);
  if (klass->elsewhere_label != NULL)
    cnscd_list_stack_set_elsewhere (priv->list_stack, _ (klass->elsewhere_label),
                                    "page.search-elsewhere");
  if (klass->line_type != 0)
    show_cards (self);
  priv->place = cnscd_list_place_new (priv->list_stack);
}

static void
cnscd_list_page_dispose (GObject *object)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (CNSCD_LIST_PAGE (object));

  g_clear_pointer (&priv->place, cnscd_list_place_free);
  g_clear_object (&priv->list);
  g_clear_object (&priv->repository);

  G_OBJECT_CLASS (cnscd_list_page_parent_class)->dispose (object);
}

/* Also a bar with nothing in it would take room. */
static void
narrow_cb (CnscdListPage *self)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);

  gtk_widget_set_visible (GTK_WIDGET (priv->narrow_tools_bin),
                          adw_bin_get_child (priv->narrow_tools_bin) != NULL);
}

static void
wide_cb (CnscdListPage *self)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);

  gtk_widget_set_visible (GTK_WIDGET (priv->narrow_tools_bin), FALSE);
}

static AdwBin *
get_bin (CnscdListPage *self, guint prop_id)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);

  switch (prop_id)
    {
    case PROP_FILTERS:
      return priv->filters_bin;
    case PROP_TOOLS:
      return priv->tools_bin;
    case PROP_NARROW_TOOLS:
      return priv->narrow_tools_bin;
    case PROP_BOTTOM:
      return priv->bottom_bin;
    default:
      return NULL;
    }
}

static void
cnscd_list_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (CNSCD_LIST_PAGE (object));

  switch (prop_id)
    {
    case PROP_FILLED:
      g_value_set_boolean (value, priv->filled);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_list_page_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  CnscdListPage *self = CNSCD_LIST_PAGE (object);
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);

  switch (prop_id)
    {
    case PROP_REPOSITORY:
      priv->repository = g_value_dup_object (value);
      break;
    case PROP_ADD_LABEL:
      gtk_widget_set_tooltip_text (priv->add_button, g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (priv->add_button),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value),
                                      -1);
      gtk_widget_set_visible (priv->add_button, TRUE);
      break;
    case PROP_SEARCH_LABEL:
      gtk_accessible_update_property (GTK_ACCESSIBLE (priv->search_entry),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, g_value_get_string (value),
                                      -1);
      break;
    case PROP_SEARCH_PLACEHOLDER:
      gtk_search_entry_set_placeholder_text (priv->search_entry, g_value_get_string (value));
      break;
    case PROP_LIST:
      g_object_set_property (G_OBJECT (priv->list_stack), "list-child", value);
      break;
    case PROP_EMPTY:
      g_object_set_property (G_OBJECT (priv->list_stack), "empty-child", value);
      break;
    case PROP_FILTERS:
    case PROP_TOOLS:
    case PROP_NARROW_TOOLS:
    case PROP_BOTTOM:
      adw_bin_set_child (get_bin (self, prop_id), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  static const char *const texts[] = {
    [PROP_ADD_LABEL] = "add-label",
    [PROP_SEARCH_LABEL] = "search-label",
    [PROP_SEARCH_PLACEHOLDER] = "search-placeholder",
  };
  static const char *const parts[] = {
    [PROP_FILTERS] = "filters",           /* what narrows the list down */
    [PROP_LIST] = "list",                 /* a view other than of cards */
    [PROP_EMPTY] = "empty",               /* where there is nothing at all */
    [PROP_TOOLS] = "tools",               /* at the top, where there is room */
    [PROP_NARROW_TOOLS] = "narrow-tools", /* at the bottom where there is none */
    [PROP_BOTTOM] = "bottom",
  };

  properties[PROP_REPOSITORY] =
    g_param_spec_object ("repository", NULL, NULL, CNSCD_TYPE_REPOSITORY,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FILLED] =
    g_param_spec_boolean ("filled", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  for (guint i = PROP_ADD_LABEL; i <= PROP_SEARCH_PLACEHOLDER; i++)
    properties[i] =
      g_param_spec_string (texts[i], NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  for (guint i = PROP_FILTERS; i <= PROP_BOTTOM; i++)
    properties[i] = g_param_spec_object (parts[i], NULL, NULL, GTK_TYPE_WIDGET,
                                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cnscd_list_page_class_init (CnscdListPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = cnscd_list_page_constructed;
  object_class->dispose = cnscd_list_page_dispose;
  object_class->get_property = cnscd_list_page_get_property;
  object_class->set_property = cnscd_list_page_set_property;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = cnscd_list_page_shown;
  klass->add = cnscd_list_page_add;
  klass->activate = cnscd_list_page_open;
  klass->widen = cnscd_list_page_widen;
  install_properties (object_class);

  g_type_ensure (CNSCD_TYPE_FILTERED_PAGE);
  g_type_ensure (CNSCD_TYPE_HEADER);
  g_type_ensure (CNSCD_TYPE_LIST_STACK);
  g_type_ensure (CNSCD_TYPE_NOTICE_BANNER);
  g_type_ensure (CNSCD_TYPE_UNIT_FILTER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/common/cnscd-list-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, CnscdListPage, header);
  gtk_widget_class_bind_template_child_private (widget_class, CnscdListPage, window_title);
  gtk_widget_class_bind_template_child_private (widget_class, CnscdListPage, add_button);
  gtk_widget_class_bind_template_child_private (widget_class, CnscdListPage, tools_bin);
  gtk_widget_class_bind_template_child_private (widget_class, CnscdListPage, search_bar);
  gtk_widget_class_bind_template_child_private (widget_class, CnscdListPage, search_entry);
  gtk_widget_class_bind_template_child_private (widget_class, CnscdListPage, notice_banner);
  gtk_widget_class_bind_template_child_private (widget_class, CnscdListPage, unit_bin);
  gtk_widget_class_bind_template_child_private (widget_class, CnscdListPage, unit_filter);
  gtk_widget_class_bind_template_child_private (widget_class, CnscdListPage, filters_bin);
  gtk_widget_class_bind_template_child_private (widget_class, CnscdListPage, list_stack);
  gtk_widget_class_bind_template_child_private (widget_class, CnscdListPage, cards);
  gtk_widget_class_bind_template_child_private (widget_class, CnscdListPage, filtered_page);
  gtk_widget_class_bind_template_child_private (widget_class, CnscdListPage, bottom_bin);
  gtk_widget_class_bind_template_child_private (widget_class, CnscdListPage, narrow_tools_bin);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, widen_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "page.search-elsewhere", NULL,
                                   search_elsewhere_cb);
}

static void
cnscd_list_page_init (CnscdListPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_list_page_get_repository:
 * @self: a page
 *
 * Returns: (transfer none): where the list comes from
 */
CnscdRepository *
cnscd_list_page_get_repository (CnscdListPage *self)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);

  g_return_val_if_fail (CNSCD_IS_LIST_PAGE (self), NULL);

  return priv->repository;
}

/**
 * cnscd_list_page_get_list:
 * @self: a page
 *
 * Returns: (transfer none) (nullable) (type CnscdPagedList): what it shows; %NULL until it is
 *   constructed
 */
gpointer
cnscd_list_page_get_list (CnscdListPage *self)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);

  g_return_val_if_fail (CNSCD_IS_LIST_PAGE (self), NULL);

  return priv->list;
}

/**
 * cnscd_list_page_get_hints:
 * @self: a page
 *
 * Returns: (transfer none): what the page has to say, where the window says nothing
 */
CnscdNotices *
cnscd_list_page_get_hints (CnscdListPage *self)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);

  g_return_val_if_fail (CNSCD_IS_LIST_PAGE (self), NULL);

  return cnscd_notice_banner_get_hints (priv->notice_banner);
}

/**
 * cnscd_list_page_get_unit:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): code of the commune that was chosen; %NULL for all, and
 *   where the office is a commune's
 */
const char *
cnscd_list_page_get_unit (CnscdListPage *self)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);

  g_return_val_if_fail (CNSCD_IS_LIST_PAGE (self), NULL);

  return cnscd_unit_filter_get_unit (priv->unit_filter);
}

/**
 * cnscd_list_page_take_unit_filter:
 * @self: a page
 *
 * For a page that puts the choice of a commune among its other filters.
 *
 * Returns: (transfer full): the choice, which has no parent any more
 */
GtkWidget *
cnscd_list_page_take_unit_filter (CnscdListPage *self)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);
  GtkWidget *unit_filter;

  g_return_val_if_fail (CNSCD_IS_LIST_PAGE (self), NULL);

  unit_filter = GTK_WIDGET (g_object_ref (priv->unit_filter));
  adw_bin_set_child (priv->unit_bin, NULL);
  return unit_filter;
}

/**
 * cnscd_list_page_is_searching:
 * @self: a page
 *
 * Returns: whether the list has only what somebody searches for
 */
gboolean
cnscd_list_page_is_searching (CnscdListPage *self)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);

  g_return_val_if_fail (CNSCD_IS_LIST_PAGE (self), FALSE);

  return priv->list != NULL && cnscd_paged_list_get_search (priv->list) != NULL;
}

/**
 * cnscd_list_page_search:
 * @self: a page
 * @text: what is searched for
 *
 * Searches as if somebody had typed @text.
 */
void
cnscd_list_page_search (CnscdListPage *self, const char *text)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);

  g_return_if_fail (CNSCD_IS_LIST_PAGE (self) && text != NULL);

  cnscd_search_start (priv->search_bar, priv->search_entry);
  gtk_editable_set_text (GTK_EDITABLE (priv->search_entry), text);
  gtk_editable_set_position (GTK_EDITABLE (priv->search_entry), -1);
}

/**
 * cnscd_list_page_begin_again:
 * @self: a page
 *
 * To be called when the list is to have something else, before it does: that is
 * read from its beginning.
 */
void
cnscd_list_page_begin_again (CnscdListPage *self)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);

  g_return_if_fail (CNSCD_IS_LIST_PAGE (self));

  cnscd_list_place_begin_again (priv->place);
  update_reason (self);
}

/**
 * cnscd_list_page_update:
 * @self: a page
 *
 * Says anew what the list has.
 */
void
cnscd_list_page_update (CnscdListPage *self)
{
  g_return_if_fail (CNSCD_IS_LIST_PAGE (self));

  update_reason (self);
  update_subtitle (self);
  update_filled (self);
}

/**
 * cnscd_list_page_relayout:
 * @self: a page
 *
 * To be called when the list has another layout: says what it has in the room of that.
 */
void
cnscd_list_page_relayout (CnscdListPage *self)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);

  g_return_if_fail (CNSCD_IS_LIST_PAGE (self));

  cnscd_list_page_update (self);
  cnscd_header_forget (priv->header);
}

/**
 * cnscd_list_page_focus_list:
 * @self: a page
 *
 * Puts the focus on the list, as soon as there is one.
 */
void
cnscd_list_page_focus_list (CnscdListPage *self)
{
  CnscdListPagePrivate *priv = cnscd_list_page_get_instance_private (self);

  g_return_if_fail (CNSCD_IS_LIST_PAGE (self));

  cnscd_list_stack_focus (priv->list_stack, GTK_INVALID_LIST_POSITION);
}

/**
 * cnscd_list_page_activate:
 * @self: a page
 * @position: of a row
 *
 * Does what activating a row does.
 */
void
cnscd_list_page_activate (CnscdListPage *self, guint position)
{
  g_return_if_fail (CNSCD_IS_LIST_PAGE (self));

  CNSCD_LIST_PAGE_GET_CLASS (self)->activate (self, position);
}
