/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-selection-check.h"

#include <glib/gi18n-lib.h>

/**
 * CnscdSelectionCheck:
 *
 * The check button of a row, seen while somebody selects several.
 */
struct _CnscdSelectionCheck
{
  AdwBin parent_instance;

  GtkCheckButton *button;
  CnscdRowSelection *selection; /* (nullable) */
  CnscdRow *row;                /* (nullable) */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (CnscdSelectionCheck, cnscd_selection_check, ADW_TYPE_BIN)

static void
update (CnscdSelectionCheck *self)
{
  gboolean selecting =
    self->selection != NULL && cnscd_row_selection_get_selecting (self->selection);

  gtk_widget_set_visible (GTK_WIDGET (self), selecting);
  if (!selecting || self->row == NULL)
    return;

  self->updating = TRUE;
  gtk_check_button_set_active (
    self->button, cnscd_row_selection_contains (self->selection, cnscd_row_get_nr (self->row)));
  self->updating = FALSE;
}

static void
toggled_cb (CnscdSelectionCheck *self)
{
  if (!self->updating && self->selection != NULL && self->row != NULL)
    cnscd_row_selection_set_selected (self->selection, cnscd_row_get_nr (self->row),
                                      gtk_check_button_get_active (self->button));
}

static void
cnscd_selection_check_dispose (GObject *object)
{
  CnscdSelectionCheck *self = CNSCD_SELECTION_CHECK (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->row);

  G_OBJECT_CLASS (cnscd_selection_check_parent_class)->dispose (object);
}

static void
cnscd_selection_check_class_init (CnscdSelectionCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cnscd_selection_check_dispose;
}

static void
cnscd_selection_check_init (CnscdSelectionCheck *self)
{
  self->button = GTK_CHECK_BUTTON (gtk_check_button_new ());
  /* By the keyboard, Space selects the row itself. */
  gtk_widget_set_focusable (GTK_WIDGET (self->button), FALSE);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "selection-mode");
  g_signal_connect_swapped (self->button, "toggled", G_CALLBACK (toggled_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  gtk_widget_add_css_class (GTK_WIDGET (self), "selection-check");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * cnscd_selection_check_set_selection:
 * @self: a check button without a selection
 * @selection: what it shows and changes
 *
 * Has it show whether its row is selected.
 */
void
cnscd_selection_check_set_selection (CnscdSelectionCheck *self, CnscdRowSelection *selection)
{
  g_return_if_fail (CNSCD_IS_SELECTION_CHECK (self) && self->selection == NULL);

  self->selection = g_object_ref (selection);
  g_signal_connect_object (selection, "selection-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "notify::selecting", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

/**
 * cnscd_selection_check_set_row:
 * @self: a check button
 * @row: (nullable): the row it is for
 * @name: (nullable): what the row is called, for screen readers
 *
 * Sets the row.
 */
void
cnscd_selection_check_set_row (CnscdSelectionCheck *self, CnscdRow *row, const char *name)
{
  g_autofree char *label = NULL;

  g_return_if_fail (CNSCD_IS_SELECTION_CHECK (self));

  g_set_object (&self->row, row);
  if (self->selection == NULL)
    return;

  /* Translators: %s is a person's name */
  label = name != NULL ? g_strdup_printf (_ ("Select %s"), name) : g_strdup (_ ("Select"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  update (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CnscdRowSelection *selection)
{
  GtkWidget *check = g_object_new (CNSCD_TYPE_SELECTION_CHECK, NULL);

  /* The large one would make the rows of a table higher. */
  gtk_widget_remove_css_class (GTK_WIDGET (CNSCD_SELECTION_CHECK (check)->button),
                               "selection-mode");
  cnscd_selection_check_set_selection (CNSCD_SELECTION_CHECK (check), selection);
  gtk_list_item_set_child (item, check);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  cnscd_selection_check_set_row (CNSCD_SELECTION_CHECK (gtk_list_item_get_child (item)),
                                 gtk_list_item_get_item (item), NULL);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  cnscd_selection_check_set_row (CNSCD_SELECTION_CHECK (gtk_list_item_get_child (item)), NULL,
                                 NULL);
}

/**
 * cnscd_selection_check_factory_new:
 * @selection: a selection
 *
 * Returns: (transfer full): a factory for a column of check buttons
 */
GtkListItemFactory *
cnscd_selection_check_factory_new (CnscdRowSelection *selection)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), selection, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  return factory;
}
