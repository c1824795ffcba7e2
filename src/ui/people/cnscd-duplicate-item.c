/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-duplicate-item.h"

/**
 * CnscdDuplicateItem:
 *
 * Two people in a list, for as long as they are in it: what is known of them
 * may change meanwhile.
 */
struct _CnscdDuplicateItem
{
  GObject parent_instance;

  CnscdDuplicate *duplicate;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdDuplicateItem, cnscd_duplicate_item, G_TYPE_OBJECT)

static gboolean
find (GPtrArray *duplicates, CnscdDuplicateItem *item)
{
  for (guint i = 0; i < duplicates->len; i++)
    {
      if (cnscd_duplicate_item_is_about (item, duplicates->pdata[i]))
        return TRUE;
    }

  return FALSE;
}

static void
remove_gone (GListStore *store, GPtrArray *duplicates)
{
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (store)); i > 0; i--)
    {
      g_autoptr (CnscdDuplicateItem) item = g_list_model_get_item (G_LIST_MODEL (store), i - 1);

      if (!find (duplicates, item))
        g_list_store_remove (store, i - 1);
    }
}

static void
remove_from (GListStore *store, guint position, const CnscdDuplicate *duplicate)
{
  for (guint i = position; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    {
      g_autoptr (CnscdDuplicateItem) item = g_list_model_get_item (G_LIST_MODEL (store), i);

      if (cnscd_duplicate_item_is_about (item, duplicate))
        {
          g_list_store_remove (store, i);
          return;
        }
    }
}

static void
cnscd_duplicate_item_finalize (GObject *object)
{
  g_clear_pointer (&CNSCD_DUPLICATE_ITEM (object)->duplicate, cnscd_duplicate_unref);

  G_OBJECT_CLASS (cnscd_duplicate_item_parent_class)->finalize (object);
}

static void
cnscd_duplicate_item_class_init (CnscdDuplicateItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cnscd_duplicate_item_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CNSCD_TYPE_DUPLICATE_ITEM, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cnscd_duplicate_item_init (CnscdDuplicateItem *self)
{
}

/**
 * cnscd_duplicate_item_new:
 * @duplicate: two people
 *
 * Returns: (transfer full): an item
 */
CnscdDuplicateItem *
cnscd_duplicate_item_new (CnscdDuplicate *duplicate)
{
  CnscdDuplicateItem *self = g_object_new (CNSCD_TYPE_DUPLICATE_ITEM, NULL);

  self->duplicate = cnscd_duplicate_ref (duplicate);
  return self;
}

/**
 * cnscd_duplicate_item_get_duplicate:
 * @self: an item
 *
 * Returns: (transfer none): the two
 */
const CnscdDuplicate *
cnscd_duplicate_item_get_duplicate (CnscdDuplicateItem *self)
{
  g_return_val_if_fail (CNSCD_IS_DUPLICATE_ITEM (self), NULL);

  return self->duplicate;
}

/**
 * cnscd_duplicate_item_set_duplicate:
 * @self: an item
 * @duplicate: the same two, as they are now
 *
 * Replaces what is known of them.
 */
void
cnscd_duplicate_item_set_duplicate (CnscdDuplicateItem *self, CnscdDuplicate *duplicate)
{
  CnscdDuplicate *held;

  g_return_if_fail (CNSCD_IS_DUPLICATE_ITEM (self) && duplicate != NULL);

  held = cnscd_duplicate_ref (duplicate);
  cnscd_duplicate_unref (self->duplicate);
  self->duplicate = held;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * cnscd_duplicate_item_is_about:
 * @self: an item
 * @duplicate: two people
 *
 * Returns: whether they are the same two
 */
gboolean
cnscd_duplicate_item_is_about (CnscdDuplicateItem *self, const CnscdDuplicate *duplicate)
{
  return g_str_equal (self->duplicate->one.id, duplicate->one.id) &&
         g_str_equal (self->duplicate->other.id, duplicate->other.id);
}

/**
 * cnscd_duplicate_item_update:
 * @store: of #CnscdDuplicateItem
 * @duplicates: (element-type CnscdDuplicate): the pairs that there are now
 *
 * Brings a list up to date with as few changes as that takes, so that who is
 * in the midst of it stays where they are.
 */
void
cnscd_duplicate_item_update (GListStore *store, GPtrArray *duplicates)
{
  remove_gone (store, duplicates);

  for (guint i = 0; i < duplicates->len; i++)
    {
      CnscdDuplicate *duplicate = duplicates->pdata[i];
      g_autoptr (CnscdDuplicateItem) item = g_list_model_get_item (G_LIST_MODEL (store), i);

      if (item != NULL && cnscd_duplicate_item_is_about (item, duplicate))
        {
          cnscd_duplicate_item_set_duplicate (item, duplicate);
          continue;
        }

      g_clear_object (&item);
      remove_from (store, i, duplicate);
      item = cnscd_duplicate_item_new (duplicate);
      g_list_store_insert (store, i, item);
    }
}
