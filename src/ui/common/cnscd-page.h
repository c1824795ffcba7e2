/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-repository.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_PAGE (cnscd_page_get_type ())
G_DECLARE_INTERFACE (CnscdPage, cnscd_page, CNSCD, PAGE, AdwNavigationPage)

/**
 * CnscdPageInterface:
 * @start_search: (nullable): opens the search and puts the cursor there
 * @focus: (nullable): puts the focus on the list
 * @set_overview: (nullable): what there is in all has changed
 *
 * A page of the window.
 */
struct _CnscdPageInterface
{
  GTypeInterface parent_iface;

  void (*start_search) (CnscdPage *self);
  void (*focus) (CnscdPage *self);
  void (*set_overview) (CnscdPage *self, const CnscdOverview *overview);
};

gboolean cnscd_page_start_search (CnscdPage *self);
void cnscd_page_focus (CnscdPage *self);
gboolean cnscd_page_may_take_focus (CnscdPage *self);
void cnscd_page_set_overview (CnscdPage *self, const CnscdOverview *overview);

G_END_DECLS
