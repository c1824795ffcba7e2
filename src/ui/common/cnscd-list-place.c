/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-list-place.h"

/**
 * CnscdListPlace:
 *
 * Where somebody is in a list: at its beginning when it has something else, and
 * back at the row whose subject was opened when that is closed again.
 */
struct _CnscdListPlace
{
  CnscdListStack *stack;
  CnscdPagedList *list;
  gint64 opened;     /* number of the row whose subject was opened, or -1 */
  guint opened_at;   /* where it was */
  gboolean from_top; /* what comes next is read from its beginning */
};

static void
items_changed_cb (CnscdListPlace *place)
{
  if (!place->from_top || g_list_model_get_n_items (G_LIST_MODEL (place->list)) == 0)
    return;

  place->from_top = FALSE;
  cnscd_list_stack_scroll_to (place->stack, 0);
}

static guint
find_opened (CnscdListPlace *place)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (place->list));

  for (guint i = 0; i < n_items; i++)
    if (cnscd_paged_list_get_nr (place->list, i) == place->opened)
      return i;

  return MIN (place->opened_at, n_items > 0 ? n_items - 1 : 0);
}

/**
 * cnscd_list_place_new: (skip)
 * @stack: what shows a list; outlives the place
 *
 * Returns: (transfer full): somebody's place in the list
 */
CnscdListPlace *
cnscd_list_place_new (CnscdListStack *stack)
{
  CnscdListPlace *place;

  g_return_val_if_fail (CNSCD_IS_LIST_STACK (stack), NULL);
  g_return_val_if_fail (cnscd_list_stack_get_list (stack) != NULL, NULL);

  place = g_new0 (CnscdListPlace, 1);
  place->stack = stack;
  place->list = g_object_ref (cnscd_list_stack_get_list (stack));
  place->opened = -1;
  /* After the view has heard of it. */
  g_signal_connect_data (place->list, "items-changed", G_CALLBACK (items_changed_cb), place, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return place;
}

/**
 * cnscd_list_place_free: (skip)
 * @place: (transfer full): a place in a list
 */
void
cnscd_list_place_free (CnscdListPlace *place)
{
  g_return_if_fail (place != NULL);

  g_signal_handlers_disconnect_by_data (place->list, place);
  g_object_unref (place->list);
  g_free (place);
}

/**
 * cnscd_list_place_begin_again: (skip)
 * @place: a place in a list
 *
 * To be called when the list is to have something else, before it does: that is
 * read from its beginning.
 */
void
cnscd_list_place_begin_again (CnscdListPlace *place)
{
  g_return_if_fail (place != NULL);

  place->from_top = TRUE;
}

/**
 * cnscd_list_place_leave: (skip)
 * @place: a place in a list
 * @position: of the row whose subject is opened
 */
void
cnscd_list_place_leave (CnscdListPlace *place, guint position)
{
  g_return_if_fail (place != NULL);

  place->opened = cnscd_paged_list_get_nr (place->list, position);
  place->opened_at = position;
}

/**
 * cnscd_list_place_return: (skip)
 * @place: a place in a list
 * @take_focus: whether the row may have the focus; not when somebody is elsewhere by now, as in
 *   the sidebar
 *
 * Goes back to the row that was left, which may have another place by now, or
 * to the one that has its place.
 */
void
cnscd_list_place_return (CnscdListPlace *place, gboolean take_focus)
{
  g_return_if_fail (place != NULL);

  if (place->opened >= 0 && take_focus)
    cnscd_list_stack_focus (place->stack, find_opened (place));
  place->opened = -1;
}
