/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-member-column.h"

#include "model/cnscd-member-row.h"
#include "cnscd-member-cell.h"

typedef struct
{
  CnscdMemberColumnFunc func;
  gpointer user_data;
  const char *css_class;
  guint n_chars;
  guint n_natural;
  int width; /* as it is seen */
} Column;

static void
update_cell (GtkWidget *cell)
{
  CnscdMemberRow *row = g_object_get_data (G_OBJECT (cell), "row");
  const Column *column = g_object_get_data (G_OBJECT (cell), "column");
  const CnscdMember *member = row != NULL ? cnscd_member_row_get_member (row) : NULL;
  g_autofree char *text = member != NULL ? column->func (member, column->user_data) : NULL;

  if (CNSCD_IS_MEMBER_CELL (cell))
    cnscd_member_cell_set_text (CNSCD_MEMBER_CELL (cell), text);
  else
    gtk_inscription_set_text (GTK_INSCRIPTION (cell), text != NULL ? text : "");
}

/* An inscription does not tell whether its text is cut off. */
static gboolean
query_tooltip_cb (GtkInscription *cell, int x, int y, gboolean keyboard_mode, GtkTooltip *tooltip)
{
  const char *text = gtk_inscription_get_text (cell);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (cell), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width <= gtk_widget_get_width (GTK_WIDGET (cell)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

static GtkWidget *
create_inscription (void)
{
  return g_object_new (GTK_TYPE_INSCRIPTION, "text-overflow",
                       GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END, "xalign", 0.0, "min-chars", 0, NULL);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  GtkWidget *cell = column->n_chars > 0
                      ? cnscd_member_cell_new (column->n_chars, column->n_natural, &column->width)
                      : create_inscription ();

  if (column->css_class != NULL)
    gtk_widget_add_css_class (cell, column->css_class);
  if (GTK_IS_INSCRIPTION (cell))
    {
      gtk_widget_set_has_tooltip (cell, TRUE);
      g_signal_connect (cell, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
    }
  g_object_set_data (G_OBJECT (cell), "column", column);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  GObject *row = gtk_list_item_get_item (item);

  g_object_set_data (G_OBJECT (cell), "row", row);
  g_signal_connect_swapped (row, "notify::loaded", G_CALLBACK (update_cell), cell);
  update_cell (cell);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), update_cell, cell);
  g_object_set_data (G_OBJECT (cell), "row", NULL);
}

/**
 * cnscd_member_column_factory_new:
 * @func: what the column says
 * @user_data: for @func; must outlive the column
 * @css_class: (nullable): of its cells; a static text
 * @n_chars: what it shows at least, where its width is not fixed: then its text may have two lines
 * @n_natural: what it shows before others get more than they need
 *
 * Returns: (transfer full): a factory for cells, which name in a tooltip what they had to cut off
 */
GtkListItemFactory *
cnscd_member_column_factory_new (CnscdMemberColumnFunc func,
                                 gpointer user_data,
                                 const char *css_class,
                                 guint n_chars,
                                 guint n_natural)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column *column = g_new (Column, 1);

  *column = (Column) { .func = func,
                       .user_data = user_data,
                       .css_class = css_class,
                       .n_chars = n_chars,
                       .n_natural = n_natural };
  /* The cells die before the factory that made them. */
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), column,
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}

/**
 * cnscd_member_column_get_row:
 * @widget: any widget
 *
 * Returns: (nullable) (transfer none): the row of which @widget is a cell, if it is one
 */
CnscdRow *
cnscd_member_column_get_row (GtkWidget *widget)
{
  return GTK_IS_INSCRIPTION (widget) || CNSCD_IS_MEMBER_CELL (widget)
           ? g_object_get_data (G_OBJECT (widget), "row")
           : NULL;
}
