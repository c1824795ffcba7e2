/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-navigation.h"

/**
 * cnscd_navigation_leave:
 * @page: a page that was pushed
 *
 * Takes a page away whose subject is gone: back to where it was opened from,
 * or from under the pages that were opened from it.
 */
void
cnscd_navigation_leave (AdwNavigationPage *page)
{
  GtkWidget *ancestor;
  AdwNavigationView *view;
  g_autoptr (GListModel) stack = NULL;
  g_autoptr (GPtrArray) rest = NULL;

  g_return_if_fail (ADW_IS_NAVIGATION_PAGE (page));

  ancestor = gtk_widget_get_ancestor (GTK_WIDGET (page), ADW_TYPE_NAVIGATION_VIEW);
  if (ancestor == NULL)
    return;

  view = ADW_NAVIGATION_VIEW (ancestor);
  if (adw_navigation_view_get_visible_page (view) == page)
    {
      adw_navigation_view_pop (view);
      return;
    }

  stack = adw_navigation_view_get_navigation_stack (view);
  rest = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (stack); i++)
    {
      g_autoptr (AdwNavigationPage) other = g_list_model_get_item (stack, i);

      if (other != page)
        g_ptr_array_add (rest, g_steal_pointer (&other));
    }
  if (rest->len > 0 && rest->len < g_list_model_get_n_items (stack))
    adw_navigation_view_replace (view, (AdwNavigationPage **) rest->pdata, (int) rest->len);
}
