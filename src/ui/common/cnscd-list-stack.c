/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-list-stack.h"

#include "cnscd-list-focus.h"

/* A spinner that flashes up makes a program look slower than it is. */
#define PATIENCE_MS 300

/**
 * CnscdListStack:
 *
 * Shows a list, or says why there is none: still loading, nothing there,
 * nothing found, or not readable.
 */
struct _CnscdListStack
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwBin *list_bin;
  AdwBin *empty_bin;
  AdwBin *filtered_bin;
  GtkButton *elsewhere_button;
  AdwStatusPage *problem_page;

  CnscdPagedList *list;
  gulong loading_handler;
  gulong problem_handler;
  gulong items_handler;
  guint patience;
  gboolean searching;
  gboolean filtering;
  gboolean focus_wanted; /* by the list, once it is there */
  guint focus_position;
};

enum
{
  PROP_0,
  PROP_LIST_CHILD,
  PROP_EMPTY_CHILD,
  PROP_FILTERED_CHILD,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CnscdListStack, cnscd_list_stack, ADW_TYPE_BIN)

static GtkWidget *
find_view (GtkWidget *root)
{
  if (!gtk_widget_get_child_visible (root) || !gtk_widget_get_visible (root))
    return NULL;
  if (GTK_IS_LIST_VIEW (root) || GTK_IS_COLUMN_VIEW (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *view = find_view (child);

      if (view != NULL)
        return view;
    }

  return NULL;
}

static void
scroll_view (GtkWidget *view, guint position, GtkListScrollFlags flags)
{
  if (GTK_IS_COLUMN_VIEW (view))
    gtk_column_view_scroll_to (GTK_COLUMN_VIEW (view), position, NULL, flags, NULL);
  else
    gtk_list_view_scroll_to (GTK_LIST_VIEW (view), position, flags, NULL);
}

static void
focus_view (GtkWidget *view, guint position)
{
  if (position != GTK_INVALID_LIST_POSITION)
    scroll_view (view, position, GTK_LIST_SCROLL_FOCUS);
  /* Its rows; the view itself would begin with the heads of its columns. */
  if (GTK_IS_COLUMN_VIEW (view))
    view = gtk_widget_get_last_child (view);

  if (gtk_widget_get_focus_child (view) == NULL)
    gtk_widget_grab_focus (view);
}

static gboolean
patience_cb (gpointer data)
{
  CnscdListStack *self = data;

  self->patience = 0;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  return G_SOURCE_REMOVE;
}

/* Where there are no rows, what is offered instead of them. */
static void
focus_empty (CnscdListStack *self)
{
  GtkWidget *child = adw_bin_get_child (self->empty_bin);

  self->focus_wanted = FALSE;
  if (child != NULL && gtk_widget_get_mapped (child))
    gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

static void
show_state (CnscdListStack *self, const char *state)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  gtk_stack_set_visible_child_name (self->stack, state);
  if (self->focus_wanted && g_str_equal (state, "list"))
    cnscd_list_stack_focus (self, self->focus_position);
  else if (self->focus_wanted && g_str_equal (state, "empty"))
    focus_empty (self);
}

static void
update (CnscdListStack *self)
{
  const char *problem = cnscd_paged_list_get_problem (self->list);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0)
    show_state (self, "list");
  else if (problem != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (problem, -1);

      adw_status_page_set_description (self->problem_page, escaped);
      show_state (self, "problem");
    }
  else if (cnscd_paged_list_is_loading (self->list))
    {
      /* What was said before stands until there is something new to say. */
      if (g_str_equal (cnscd_list_stack_get_state (self), "blank") && self->patience == 0)
        self->patience = g_timeout_add (PATIENCE_MS, patience_cb, self);
    }
  else
    show_state (self, self->filtering ? "filtered" : self->searching ? "nothing-found" : "empty");
}

static void
retry_cb (CnscdListStack *self)
{
  show_state (self, "blank");
  cnscd_paged_list_refresh (self->list);
}

static void
clear_list (CnscdListStack *self)
{
  if (self->list == NULL)
    return;

  g_clear_signal_handler (&self->loading_handler, self->list);
  g_clear_signal_handler (&self->problem_handler, self->list);
  g_clear_signal_handler (&self->items_handler, self->list);
  g_clear_object (&self->list);
}

static void
cnscd_list_stack_dispose (GObject *object)
{
  CnscdListStack *self = CNSCD_LIST_STACK (object);

  g_clear_handle_id (&self->patience, g_source_remove);
  clear_list (self);

  G_OBJECT_CLASS (cnscd_list_stack_parent_class)->dispose (object);
}

static void
cnscd_list_stack_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CnscdListStack *self = CNSCD_LIST_STACK (object);

  switch (prop_id)
    {
    case PROP_LIST_CHILD:
      g_value_set_object (value, adw_bin_get_child (self->list_bin));
      break;
    case PROP_EMPTY_CHILD:
      g_value_set_object (value, adw_bin_get_child (self->empty_bin));
      break;
    case PROP_FILTERED_CHILD:
      g_value_set_object (value, adw_bin_get_child (self->filtered_bin));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_list_stack_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  CnscdListStack *self = CNSCD_LIST_STACK (object);

  switch (prop_id)
    {
    case PROP_LIST_CHILD:
      adw_bin_set_child (self->list_bin, g_value_get_object (value));
      break;
    case PROP_EMPTY_CHILD:
      adw_bin_set_child (self->empty_bin, g_value_get_object (value));
      break;
    case PROP_FILTERED_CHILD:
      adw_bin_set_child (self->filtered_bin, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_list_stack_class_init (CnscdListStackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_list_stack_dispose;
  object_class->get_property = cnscd_list_stack_get_property;
  object_class->set_property = cnscd_list_stack_set_property;

  properties[PROP_LIST_CHILD] = g_param_spec_object ("list-child", NULL, NULL, GTK_TYPE_WIDGET,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EMPTY_CHILD] = g_param_spec_object ("empty-child", NULL, NULL, GTK_TYPE_WIDGET,
                                                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  /* Shown when nothing is left of a list that somebody narrowed down. */
  properties[PROP_FILTERED_CHILD] = g_param_spec_object (
    "filtered-child", NULL, NULL, GTK_TYPE_WIDGET, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/common/cnscd-list-stack.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdListStack, stack);
  gtk_widget_class_bind_template_child (widget_class, CnscdListStack, list_bin);
  gtk_widget_class_bind_template_child (widget_class, CnscdListStack, empty_bin);
  gtk_widget_class_bind_template_child (widget_class, CnscdListStack, filtered_bin);
  gtk_widget_class_bind_template_child (widget_class, CnscdListStack, elsewhere_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdListStack, problem_page);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
cnscd_list_stack_init (CnscdListStack *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_list_stack_set_list:
 * @self: a list stack
 * @list: the list whose state is shown
 *
 * Sets the list.
 */
void
cnscd_list_stack_set_list (CnscdListStack *self, CnscdPagedList *list)
{
  g_return_if_fail (CNSCD_IS_LIST_STACK (self));
  g_return_if_fail (CNSCD_IS_PAGED_LIST (list));

  clear_list (self);
  self->list = g_object_ref (list);
  self->loading_handler =
    g_signal_connect_swapped (list, "notify::loading", G_CALLBACK (update), self);
  self->problem_handler =
    g_signal_connect_swapped (list, "notify::problem", G_CALLBACK (update), self);
  self->items_handler =
    g_signal_connect_swapped (list, "notify::n-items", G_CALLBACK (update), self);
  cnscd_list_focus_attach (self, list);
  update (self);
}

/**
 * cnscd_list_stack_set_searching:
 * @self: a list stack
 * @searching: whether an empty list means that nothing was found
 *
 * Says what an empty list means.
 */
void
cnscd_list_stack_set_searching (CnscdListStack *self, gboolean searching)
{
  g_return_if_fail (CNSCD_IS_LIST_STACK (self));

  self->searching = searching;
}

/**
 * cnscd_list_stack_set_filtering:
 * @self: a list stack
 * @filtering: whether an empty list means that filters leave nothing of it
 *
 * Says what an empty list means, also of one that is searched.
 */
void
cnscd_list_stack_set_filtering (CnscdListStack *self, gboolean filtering)
{
  g_return_if_fail (CNSCD_IS_LIST_STACK (self));

  self->filtering = filtering;
}

/**
 * cnscd_list_stack_set_elsewhere:
 * @self: a list stack
 * @label: of a button
 * @action: what the button does
 *
 * Offers another place to search where nothing was found.
 */
void
cnscd_list_stack_set_elsewhere (CnscdListStack *self, const char *label, const char *action)
{
  g_return_if_fail (CNSCD_IS_LIST_STACK (self));

  gtk_button_set_label (self->elsewhere_button, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->elsewhere_button), action);
  gtk_widget_set_visible (GTK_WIDGET (self->elsewhere_button), TRUE);
}

/**
 * cnscd_list_stack_get_list:
 * @self: a list stack
 *
 * Returns: (transfer none) (nullable): the list
 */
CnscdPagedList *
cnscd_list_stack_get_list (CnscdListStack *self)
{
  g_return_val_if_fail (CNSCD_IS_LIST_STACK (self), NULL);

  return self->list;
}

/**
 * cnscd_list_stack_get_view:
 * @self: a list stack
 *
 * Returns: (transfer none) (nullable): the list view or column view that shows the list now
 */
GtkWidget *
cnscd_list_stack_get_view (CnscdListStack *self)
{
  g_return_val_if_fail (CNSCD_IS_LIST_STACK (self), NULL);

  return find_view (GTK_WIDGET (self->list_bin));
}

/**
 * cnscd_list_stack_focus:
 * @self: a list stack
 * @position: of a row, or %GTK_INVALID_LIST_POSITION for the one that had the focus last
 *
 * Puts the focus on a row, as soon as there are any.
 */
void
cnscd_list_stack_focus (CnscdListStack *self, guint position)
{
  GtkWidget *view;
  guint n_items;

  g_return_if_fail (CNSCD_IS_LIST_STACK (self));

  view = cnscd_list_stack_get_view (self);
  n_items = self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
  /* Nobody waits for the rows of a search. */
  self->focus_wanted = n_items == 0 && !self->searching && !self->filtering;
  self->focus_position = position;
  if (view != NULL && n_items > 0)
    focus_view (view, position < n_items ? position : GTK_INVALID_LIST_POSITION);
  else if (self->focus_wanted && g_str_equal (cnscd_list_stack_get_state (self), "empty"))
    focus_empty (self);
}

/**
 * cnscd_list_stack_scroll_to:
 * @self: a list stack
 * @position: of a row that the list has
 *
 * Brings a row into sight, where the list is shown, without giving it the focus.
 */
void
cnscd_list_stack_scroll_to (CnscdListStack *self, guint position)
{
  GtkWidget *view;

  g_return_if_fail (CNSCD_IS_LIST_STACK (self));

  view = cnscd_list_stack_get_view (self);
  if (view != NULL)
    scroll_view (view, position, GTK_LIST_SCROLL_NONE);
}

/**
 * cnscd_list_stack_get_state:
 * @self: a list stack
 *
 * Returns: (transfer none): "blank", "loading", "list", "empty", "filtered", "nothing-found"
 *   or "problem"
 */
const char *
cnscd_list_stack_get_state (CnscdListStack *self)
{
  g_return_val_if_fail (CNSCD_IS_LIST_STACK (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}
