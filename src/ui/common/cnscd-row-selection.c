/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-row-selection.h"

/**
 * CnscdRowSelection:
 *
 * Which rows of a [class@Cnscd.PagedList] are selected: kept by the rows'
 * numbers and not by their places, so that sorting and other people's changes
 * select nobody else. A row that leaves the list is no longer selected, for
 * nothing may be done to what is not seen.
 */
struct _CnscdRowSelection
{
  GObject parent_instance;

  CnscdPagedList *list;
  GHashTable *nrs; /* set of gint64 */
  gboolean selecting;
  gboolean keyed; /* what comes is done by a key, not by the pointer */
};

enum
{
  PROP_0,
  PROP_N_SELECTED,
  PROP_SELECTING,
  PROP_ITEM_TYPE,
  PROP_N_ITEMS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void cnscd_row_selection_list_init (GListModelInterface *iface);
static void cnscd_row_selection_selection_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CnscdRowSelection,
                               cnscd_row_selection,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      cnscd_row_selection_list_init)
                                 G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                        cnscd_row_selection_selection_init))

static guint
get_n_items (CnscdRowSelection *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

static gboolean
add (CnscdRowSelection *self, gint64 nr)
{
  return !g_hash_table_contains (self->nrs, &nr) &&
         g_hash_table_add (self->nrs, g_memdup2 (&nr, sizeof nr));
}

/* Tells the views, and whoever counts. */
static void
tell (CnscdRowSelection *self, guint position, guint n_items)
{
  if (n_items > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, n_items);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
}

/* Whether any was selected that is no longer there. */
static gboolean
drop_lost (CnscdRowSelection *self)
{
  g_autoptr (GHashTable) kept = NULL;
  guint n_before = g_hash_table_size (self->nrs);

  if (n_before == 0)
    return FALSE;

  kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < get_n_items (self); i++)
    {
      gint64 nr = cnscd_paged_list_get_nr (self->list, i);

      if (g_hash_table_contains (self->nrs, &nr))
        g_hash_table_add (kept, g_memdup2 (&nr, sizeof nr));
    }
  if (g_hash_table_size (kept) == n_before)
    return FALSE;

  g_hash_table_unref (self->nrs);
  self->nrs = g_steal_pointer (&kept);
  return TRUE;
}

static void
items_changed_cb (CnscdRowSelection *self, guint position, guint removed, guint added)
{
  gboolean lost = removed > 0 && drop_lost (self);

  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
  if (removed != added)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
  if (lost)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
}

static GType
cnscd_row_selection_get_item_type (GListModel *model)
{
  return g_list_model_get_item_type (G_LIST_MODEL (CNSCD_ROW_SELECTION (model)->list));
}

static guint
cnscd_row_selection_get_n_items (GListModel *model)
{
  return get_n_items (CNSCD_ROW_SELECTION (model));
}

static gpointer
cnscd_row_selection_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (CNSCD_ROW_SELECTION (model)->list), position);
}

static void
cnscd_row_selection_list_init (GListModelInterface *iface)
{
  iface->get_item_type = cnscd_row_selection_get_item_type;
  iface->get_n_items = cnscd_row_selection_get_n_items;
  iface->get_item = cnscd_row_selection_get_item;
}

static gboolean
is_selected (CnscdRowSelection *self, guint position)
{
  gint64 nr;

  if (g_hash_table_size (self->nrs) == 0 || position >= get_n_items (self))
    return FALSE;

  nr = cnscd_paged_list_get_nr (self->list, position);
  return g_hash_table_contains (self->nrs, &nr);
}

static gboolean
cnscd_row_selection_is_selected (GtkSelectionModel *model, guint position)
{
  return is_selected (CNSCD_ROW_SELECTION (model), position);
}

static GtkBitset *
cnscd_row_selection_get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  CnscdRowSelection *self = CNSCD_ROW_SELECTION (model);
  GtkBitset *selection = gtk_bitset_new_empty ();
  guint end = MIN ((guint64) position + n_items, get_n_items (self));

  for (guint i = position; g_hash_table_size (self->nrs) > 0 && i < end; i++)
    {
      if (is_selected (self, i))
        gtk_bitset_add (selection, i);
    }

  return selection;
}

static void
set_range (CnscdRowSelection *self, guint position, guint n_items, gboolean selected)
{
  guint end = MIN ((guint64) position + n_items, get_n_items (self));

  for (guint i = position; i < end; i++)
    {
      gint64 nr = cnscd_paged_list_get_nr (self->list, i);

      if (selected)
        add (self, nr);
      else
        g_hash_table_remove (self->nrs, &nr);
    }
}

static gboolean
cnscd_row_selection_select_range (GtkSelectionModel *model,
                                  guint position,
                                  guint n_items,
                                  gboolean unselect_rest)
{
  CnscdRowSelection *self = CNSCD_ROW_SELECTION (model);
  gboolean cleared = unselect_rest && !self->selecting && g_hash_table_size (self->nrs) > 0;

  if (cleared)
    g_hash_table_remove_all (self->nrs);
  set_range (self, position, n_items, TRUE);
  if (cleared)
    tell (self, 0, get_n_items (self));
  else
    tell (self, position, n_items);
  return TRUE;
}

static gboolean
cnscd_row_selection_unselect_range (GtkSelectionModel *model, guint position, guint n_items)
{
  CnscdRowSelection *self = CNSCD_ROW_SELECTION (model);

  set_range (self, position, n_items, FALSE);
  tell (self, position, n_items);
  return TRUE;
}

static gboolean
cnscd_row_selection_select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  CnscdRowSelection *self = CNSCD_ROW_SELECTION (model);

  /* Among check buttons, a click on a row is one on its button, and the arrow keys only move. */
  if (self->selecting && unselect_rest)
    {
      if (self->keyed)
        return FALSE;
      if (is_selected (self, position))
        return cnscd_row_selection_unselect_range (model, position, 1);
    }

  return cnscd_row_selection_select_range (model, position, 1, unselect_rest);
}

static gboolean
cnscd_row_selection_unselect_item (GtkSelectionModel *model, guint position)
{
  return cnscd_row_selection_unselect_range (model, position, 1);
}

static gboolean
cnscd_row_selection_select_all (GtkSelectionModel *model)
{
  return cnscd_row_selection_select_range (model, 0, get_n_items (CNSCD_ROW_SELECTION (model)),
                                           FALSE);
}

static gboolean
cnscd_row_selection_unselect_all (GtkSelectionModel *model)
{
  CnscdRowSelection *self = CNSCD_ROW_SELECTION (model);

  if (g_hash_table_size (self->nrs) > 0)
    {
      g_hash_table_remove_all (self->nrs);
      tell (self, 0, get_n_items (self));
    }
  return TRUE;
}

static gboolean
cnscd_row_selection_set_selection (GtkSelectionModel *model, GtkBitset *selected, GtkBitset *mask)
{
  CnscdRowSelection *self = CNSCD_ROW_SELECTION (model);
  GtkBitsetIter iter;
  guint position;
  guint n_items = get_n_items (self);

  for (gboolean more = gtk_bitset_iter_init_first (&iter, mask, &position);
       more && position < n_items; more = gtk_bitset_iter_next (&iter, &position))
    set_range (self, position, 1, gtk_bitset_contains (selected, position));

  if (!gtk_bitset_is_empty (mask))
    {
      guint first = gtk_bitset_get_minimum (mask);
      guint last = MIN (gtk_bitset_get_maximum (mask), n_items > 0 ? n_items - 1 : 0);

      tell (self, first, first <= last && n_items > 0 ? last - first + 1 : 0);
    }
  return TRUE;
}

static void
cnscd_row_selection_selection_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = cnscd_row_selection_is_selected;
  iface->get_selection_in_range = cnscd_row_selection_get_selection_in_range;
  iface->select_item = cnscd_row_selection_select_item;
  iface->unselect_item = cnscd_row_selection_unselect_item;
  iface->select_range = cnscd_row_selection_select_range;
  iface->unselect_range = cnscd_row_selection_unselect_range;
  iface->select_all = cnscd_row_selection_select_all;
  iface->unselect_all = cnscd_row_selection_unselect_all;
  iface->set_selection = cnscd_row_selection_set_selection;
}

static void
cnscd_row_selection_finalize (GObject *object)
{
  CnscdRowSelection *self = CNSCD_ROW_SELECTION (object);

  g_object_unref (self->list);
  g_hash_table_unref (self->nrs);

  G_OBJECT_CLASS (cnscd_row_selection_parent_class)->finalize (object);
}

static void
cnscd_row_selection_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CnscdRowSelection *self = CNSCD_ROW_SELECTION (object);

  switch (prop_id)
    {
    case PROP_N_SELECTED:
      g_value_set_uint (value, cnscd_row_selection_get_n_selected (self));
      break;
    case PROP_SELECTING:
      g_value_set_boolean (value, self->selecting);
      break;
    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, cnscd_row_selection_get_item_type (G_LIST_MODEL (self)));
      break;
    case PROP_N_ITEMS:
      g_value_set_uint (value, get_n_items (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_row_selection_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SELECTING:
      cnscd_row_selection_set_selecting (CNSCD_ROW_SELECTION (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_row_selection_class_init (CnscdRowSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cnscd_row_selection_finalize;
  object_class->get_property = cnscd_row_selection_get_property;
  object_class->set_property = cnscd_row_selection_set_property;

  properties[PROP_N_SELECTED] = g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /* Rows show a check button each, for the finger and for who has no Ctrl key to hold. */
  properties[PROP_SELECTING] =
    g_param_spec_boolean ("selecting", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_ITEM_TYPE] = g_param_spec_gtype ("item-type", NULL, NULL, G_TYPE_OBJECT,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cnscd_row_selection_init (CnscdRowSelection *self)
{
  self->nrs = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * cnscd_row_selection_new:
 * @list: a list
 *
 * Returns: (transfer full): a selection of none of its rows
 */
CnscdRowSelection *
cnscd_row_selection_new (CnscdPagedList *list)
{
  CnscdRowSelection *self;

  g_return_val_if_fail (CNSCD_IS_PAGED_LIST (list), NULL);

  self = g_object_new (CNSCD_TYPE_ROW_SELECTION, NULL);
  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * cnscd_row_selection_get_n_selected:
 * @self: a selection
 *
 * Returns: how many rows are selected
 */
guint
cnscd_row_selection_get_n_selected (CnscdRowSelection *self)
{
  g_return_val_if_fail (CNSCD_IS_ROW_SELECTION (self), 0);

  return g_hash_table_size (self->nrs);
}

/**
 * cnscd_row_selection_dup_nrs:
 * @self: a selection
 *
 * Returns: (transfer full) (element-type gint64): numbers of the selected rows, in the order of
 *   the list
 */
GArray *
cnscd_row_selection_dup_nrs (CnscdRowSelection *self)
{
  GArray *nrs = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < get_n_items (self); i++)
    {
      gint64 nr = cnscd_paged_list_get_nr (self->list, i);

      if (g_hash_table_contains (self->nrs, &nr))
        g_array_append_val (nrs, nr);
    }

  return nrs;
}

/**
 * cnscd_row_selection_contains:
 * @self: a selection
 * @nr: number of a row
 *
 * Returns: whether that row is selected, wherever it is
 */
gboolean
cnscd_row_selection_contains (CnscdRowSelection *self, gint64 nr)
{
  g_return_val_if_fail (CNSCD_IS_ROW_SELECTION (self), FALSE);

  return g_hash_table_contains (self->nrs, &nr);
}

/**
 * cnscd_row_selection_set_selected:
 * @self: a selection
 * @nr: number of a row
 * @selected: whether it shall be selected
 *
 * Selects a row beside the others, or no longer.
 */
void
cnscd_row_selection_set_selected (CnscdRowSelection *self, gint64 nr, gboolean selected)
{
  g_return_if_fail (CNSCD_IS_ROW_SELECTION (self));

  if (cnscd_row_selection_contains (self, nr) == selected)
    return;

  for (guint i = 0; i < get_n_items (self); i++)
    {
      if (cnscd_paged_list_get_nr (self->list, i) == nr)
        {
          set_range (self, i, 1, selected);
          tell (self, i, 1);
          return;
        }
    }
}

/**
 * cnscd_row_selection_get_selecting:
 * @self: a selection
 *
 * Returns: whether rows have check buttons
 */
gboolean
cnscd_row_selection_get_selecting (CnscdRowSelection *self)
{
  g_return_val_if_fail (CNSCD_IS_ROW_SELECTION (self), FALSE);

  return self->selecting;
}

/**
 * cnscd_row_selection_set_selecting:
 * @self: a selection
 * @selecting: whether rows have check buttons
 *
 * Begins to select, or ends it: then nothing is selected any more.
 */
void
cnscd_row_selection_set_selecting (CnscdRowSelection *self, gboolean selecting)
{
  g_return_if_fail (CNSCD_IS_ROW_SELECTION (self));

  if (!selecting)
    gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self));
  if (self->selecting == selecting)
    return;

  self->selecting = selecting;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTING]);
}

/**
 * cnscd_row_selection_set_keyed:
 * @self: a selection
 * @keyed: whether a key was pressed last, rather than a button of the pointer
 *
 * A view selects the same way by either. Among check buttons a click changes
 * one, and moving the focus changes none.
 */
void
cnscd_row_selection_set_keyed (CnscdRowSelection *self, gboolean keyed)
{
  g_return_if_fail (CNSCD_IS_ROW_SELECTION (self));

  self->keyed = keyed;
}
