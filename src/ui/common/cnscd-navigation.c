/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-navigation.h"

/**
 * cnscd_navigation_go_back:
 * @view: where pages are pushed
 * @subject: what a page is of
 *
 * From a person to a team and to the person again is the way back: the pages
 * opened from that of @subject go away, and nothing is there twice.
 *
 * Returns: whether there was such a page, which is shown now
 */
gboolean
cnscd_navigation_go_back (AdwNavigationView *view, const char *subject)
{
  g_autoptr (GListModel) stack = NULL;

  g_return_val_if_fail (ADW_IS_NAVIGATION_VIEW (view) && subject != NULL, FALSE);

  stack = adw_navigation_view_get_navigation_stack (view);
  for (guint i = 0; i < g_list_model_get_n_items (stack); i++)
    {
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (stack, i);

      if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (page)), subject))
        {
          adw_navigation_view_pop_to_page (view, page);
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * cnscd_navigation_push:
 * @view: where pages are pushed
 * @page: (transfer floating): a page
 * @subject: what it is of, for cnscd_navigation_go_back()
 *
 * Opens a page from the one that is shown.
 */
void
cnscd_navigation_push (AdwNavigationView *view, AdwNavigationPage *page, const char *subject)
{
  g_return_if_fail (ADW_IS_NAVIGATION_VIEW (view) && ADW_IS_NAVIGATION_PAGE (page));
  g_return_if_fail (subject != NULL);

  gtk_widget_set_name (GTK_WIDGET (page), subject);
  adw_navigation_view_push (view, page);
}

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
