/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-page.h"

G_DEFINE_INTERFACE (CnscdPage, cnscd_page, ADW_TYPE_NAVIGATION_PAGE)

static void
cnscd_page_default_init (CnscdPageInterface *iface)
{
}

/**
 * cnscd_page_start_search:
 * @self: a page
 *
 * Opens the page's search and puts the cursor there.
 *
 * Returns: whether the page can be searched
 */
gboolean
cnscd_page_start_search (CnscdPage *self)
{
  CnscdPageInterface *iface;

  g_return_val_if_fail (CNSCD_IS_PAGE (self), FALSE);

  iface = CNSCD_PAGE_GET_IFACE (self);
  if (iface->start_search == NULL)
    return FALSE;

  iface->start_search (self);
  return TRUE;
}

/**
 * cnscd_page_focus:
 * @self: a page
 *
 * Puts the focus on what the page shows, for who came by keyboard.
 */
void
cnscd_page_focus (CnscdPage *self)
{
  CnscdPageInterface *iface;

  g_return_if_fail (CNSCD_IS_PAGE (self));

  iface = CNSCD_PAGE_GET_IFACE (self);
  if (iface->focus != NULL)
    iface->focus (self);
}

/**
 * cnscd_page_may_take_focus:
 * @self: a page
 *
 * Returns: whether the focus is on the page, or nowhere that is seen
 */
gboolean
cnscd_page_may_take_focus (CnscdPage *self)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_val_if_fail (CNSCD_IS_PAGE (self), FALSE);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  return focus == NULL || !gtk_widget_get_mapped (focus) ||
         gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/**
 * cnscd_page_set_overview:
 * @self: a page
 * @overview: what there is in all
 *
 * Has the page say what there is.
 */
void
cnscd_page_set_overview (CnscdPage *self, const CnscdOverview *overview)
{
  CnscdPageInterface *iface;

  g_return_if_fail (CNSCD_IS_PAGE (self));

  iface = CNSCD_PAGE_GET_IFACE (self);
  if (iface->set_overview != NULL)
    iface->set_overview (self, overview);
}
