/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-list-focus.h"

#include "cnscd-line.h"

/*
 * Where the focus goes when its row leaves the list: to the row that takes its
 * place, and at once, for keys reach nothing while the focus is nowhere. While
 * a dialog is open, the row that had the focus before it counts. With a row
 * that comes back, as by an undo, the focus comes back from the list.
 */
typedef struct
{
  CnscdListStack *stack;
  CnscdPagedList *list;
  GtkRoot *root;    /* (nullable) */
  gboolean focused; /* a row is, or was before the dialog */
  gint64 nr;        /* its number */
  gint64 gone;      /* that of the row that left the list with the focus, or 0 */
  guint astray;     /* where the focus goes when the dialog is gone, or invalid */
} Focus;

static CnscdRow *
find_row (GtkWidget *widget)
{
  CnscdRow *row;

  if (CNSCD_IS_LINE (widget))
    return cnscd_line_get_row (CNSCD_LINE (widget));

  row = g_object_get_data (G_OBJECT (widget), "row");
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && row == NULL;
       child = gtk_widget_get_next_sibling (child))
    row = find_row (child);
  return row;
}

static CnscdRow *
find_row_around (GtkWidget *widget, GtkWidget *view)
{
  while (widget != view)
    {
      GtkWidget *parent = gtk_widget_get_parent (widget);

      if (GTK_IS_LIST_VIEW (parent))
        return find_row (widget);
      widget = parent;
    }
  return NULL;
}

static gboolean
has_dialog (Focus *self)
{
  return ADW_IS_APPLICATION_WINDOW (self->root) &&
         adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->root)) != NULL;
}

static void
focus_cb (Focus *self)
{
  GtkWidget *focus = self->root != NULL ? gtk_root_get_focus (self->root) : NULL;
  GtkWidget *view = cnscd_list_stack_get_view (self->stack);

  if (focus == NULL || gtk_widget_get_ancestor (focus, ADW_TYPE_DIALOG) != NULL)
    return;

  if (view != NULL && gtk_widget_is_ancestor (focus, view))
    {
      /* None in the menu of one. */
      CnscdRow *row = find_row_around (focus, view);

      if (row != NULL)
        {
          self->focused = TRUE;
          self->nr = cnscd_row_get_nr (row);
        }
    }
  else
    self->focused = FALSE;
}

static gboolean
catch_cb (gpointer data)
{
  CnscdListStack *stack = data;
  Focus *self = g_object_get_data (G_OBJECT (stack), "cnscd-list-focus");
  guint astray = self->astray;

  if (astray == GTK_INVALID_LIST_POSITION || has_dialog (self))
    return G_SOURCE_REMOVE;

  self->astray = GTK_INVALID_LIST_POSITION;
  if (gtk_widget_get_mapped (GTK_WIDGET (stack)))
    cnscd_list_stack_focus (stack, astray);
  return G_SOURCE_REMOVE;
}

/* After the dialog has given the focus back to where it was. */
static void
dialog_cb (Focus *self)
{
  if (self->astray != GTK_INVALID_LIST_POSITION)
    g_idle_add_full (G_PRIORITY_DEFAULT, catch_cb, g_object_ref (self->stack), g_object_unref);
}

/* GTK_INVALID_LIST_POSITION for none */
static guint
find_position (Focus *self, gint64 nr)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  for (guint i = 0; i < n_items; i++)
    if (cnscd_paged_list_get_nr (self->list, i) == nr)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static void
move_focus (Focus *self, guint position)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->stack)))
    return;
  if (has_dialog (self))
    self->astray = position;
  else
    cnscd_list_stack_focus (self->stack, position);
}

/* Whoever types, or is elsewhere, stays there. */
static void
return_focus (Focus *self)
{
  guint position = self->gone != 0 ? find_position (self, self->gone) : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return;

  self->gone = 0;
  if (self->focused)
    move_focus (self, position);
}

static void
items_changed_cb (Focus *self, guint position, guint removed, guint added)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint next = n_items > 0 ? MIN (position, n_items - 1) : 0;

  if (added > 0)
    return_focus (self);
  if (removed == 0 || !self->focused || find_position (self, self->nr) != GTK_INVALID_LIST_POSITION)
    return;

  self->focused = FALSE;
  self->gone = self->nr;
  move_focus (self, next);
}

static void
root_cb (Focus *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->stack));

  if (self->root != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->root, self);
      g_clear_weak_pointer (&self->root);
    }
  if (!GTK_IS_WINDOW (root))
    return;

  g_set_weak_pointer (&self->root, root);
  g_signal_connect_swapped (root, "notify::focus-widget", G_CALLBACK (focus_cb), self);
  if (ADW_IS_APPLICATION_WINDOW (root))
    g_signal_connect_swapped (root, "notify::visible-dialog", G_CALLBACK (dialog_cb), self);
}

static void
free_focus (gpointer data)
{
  Focus *self = data;

  if (self->root != NULL)
    g_signal_handlers_disconnect_by_data (self->root, self);
  g_clear_weak_pointer (&self->root);
  g_signal_handlers_disconnect_by_data (self->list, self);
  g_signal_handlers_disconnect_by_data (self->stack, self);
  g_object_unref (self->list);
  g_free (self);
}

/**
 * cnscd_list_focus_attach:
 * @stack: shows the list
 * @list: the list
 *
 * Lets the focus go to the next row, or else to the one before, when the row
 * that has it leaves the list.
 */
void
cnscd_list_focus_attach (CnscdListStack *stack, CnscdPagedList *list)
{
  Focus *self;

  g_return_if_fail (CNSCD_IS_LIST_STACK (stack) && CNSCD_IS_PAGED_LIST (list));

  self = g_new0 (Focus, 1);
  self->stack = stack;
  self->list = g_object_ref (list);
  self->astray = GTK_INVALID_LIST_POSITION;
  g_object_set_data_full (G_OBJECT (stack), "cnscd-list-focus", self, free_focus);
  g_signal_connect_swapped (stack, "notify::root", G_CALLBACK (root_cb), self);
  /* After the view has heard of it. */
  g_signal_connect_data (list, "items-changed", G_CALLBACK (items_changed_cb), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  root_cb (self);
}
