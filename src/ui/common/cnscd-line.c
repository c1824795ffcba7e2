/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-line.h"

/**
 * CnscdLine:
 *
 * What a list view shows of one row of a [class@Cnscd.PagedList]: blank until
 * the row's page has been read.
 */
typedef struct
{
  CnscdRow *row;
  gulong loaded_handler;
  gpointer owner; /* the page that the line stands on; outlives it */
} CnscdLinePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CnscdLine, cnscd_line, ADW_TYPE_BIN)

typedef struct
{
  GType line_type;
  gpointer owner;
} Recipe;

static void
update (CnscdLine *self)
{
  CnscdLinePrivate *priv = cnscd_line_get_instance_private (self);
  gboolean loaded = priv->row != NULL && cnscd_row_is_loaded (priv->row);

  CNSCD_LINE_GET_CLASS (self)->show (self, loaded ? priv->row : NULL);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const Recipe *recipe)
{
  CnscdLine *line = g_object_new (recipe->line_type, NULL);
  CnscdLinePrivate *priv = cnscd_line_get_instance_private (line);

  priv->owner = recipe->owner;
  gtk_list_item_set_child (item, GTK_WIDGET (line));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  cnscd_line_set_row (CNSCD_LINE (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  cnscd_line_set_row (CNSCD_LINE (gtk_list_item_get_child (item)), NULL);
}

static gboolean
query_tooltip_cb (GtkLabel *label, int x, int y, gboolean keyboard_mode, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return TRUE;
}

static void
cnscd_line_dispose (GObject *object)
{
  CnscdLinePrivate *priv = cnscd_line_get_instance_private (CNSCD_LINE (object));

  if (priv->row != NULL)
    g_clear_signal_handler (&priv->loaded_handler, priv->row);
  g_clear_object (&priv->row);

  G_OBJECT_CLASS (cnscd_line_parent_class)->dispose (object);
}

static void
cnscd_line_class_init (CnscdLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cnscd_line_dispose;
}

static void
cnscd_line_init (CnscdLine *self)
{
}

/**
 * cnscd_line_factory_new:
 * @line_type: a final type of lines
 * @owner: (nullable): what cnscd_line_get_owner() says; must outlive the list view
 *
 * Returns: (transfer full): a factory that makes such lines
 */
GtkListItemFactory *
cnscd_line_factory_new (GType line_type, gpointer owner)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Recipe *recipe = g_new (Recipe, 1);

  *recipe = (Recipe) { .line_type = line_type, .owner = owner };
  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), recipe,
                         (GClosureNotify) (void (*) (void)) g_free, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}

/**
 * cnscd_line_get_owner:
 * @self: a line
 *
 * Returns: (nullable) (transfer none): as given to cnscd_line_factory_new()
 */
gpointer
cnscd_line_get_owner (CnscdLine *self)
{
  CnscdLinePrivate *priv = cnscd_line_get_instance_private (self);

  return priv->owner;
}

/**
 * cnscd_line_set_row:
 * @self: a line
 * @row: (nullable): the row to show
 *
 * Shows a row, now or as soon as it is loaded.
 */
void
cnscd_line_set_row (CnscdLine *self, CnscdRow *row)
{
  CnscdLinePrivate *priv = cnscd_line_get_instance_private (self);

  g_return_if_fail (CNSCD_IS_LINE (self));

  if (priv->row == row)
    return;

  if (priv->row != NULL)
    g_clear_signal_handler (&priv->loaded_handler, priv->row);
  g_set_object (&priv->row, row);
  if (row == NULL)
    return;

  priv->loaded_handler =
    g_signal_connect_swapped (row, "notify::loaded", G_CALLBACK (update), self);
  update (self);
}

/**
 * cnscd_line_get_row:
 * @self: a line
 *
 * Returns: (nullable) (transfer none): the row that it shows
 */
CnscdRow *
cnscd_line_get_row (CnscdLine *self)
{
  CnscdLinePrivate *priv = cnscd_line_get_instance_private (self);

  g_return_val_if_fail (CNSCD_IS_LINE (self), NULL);

  return priv->row;
}

/**
 * cnscd_line_set_label:
 * @label: a label that ellipsizes
 * @text: (nullable): its text; a label without any is hidden
 *
 * Sets a text, with a tooltip that shows all of it while it is cut off.
 */
void
cnscd_line_set_label (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');

  if (!gtk_widget_get_has_tooltip (GTK_WIDGET (label)))
    {
      gtk_widget_set_has_tooltip (GTK_WIDGET (label), TRUE);
      g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
    }
}
