/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-paged-list.h"
#include "cnscd-filtered-page.h"
#include "cnscd-notices.h"
#include "cnscd-unit-filter.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_LIST_PAGE (cnscd_list_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (CnscdListPage, cnscd_list_page, CNSCD, LIST_PAGE, AdwNavigationPage)

/**
 * CnscdListPageClass:
 * @create_list: makes the list that the page shows
 * @line_type: (nullable): type of the lines, cards of which the page shows the list as; 0 where it
 *   has a view of its own as #CnscdListPage:list
 * @attach_menu: (nullable): gives the view of the cards its menu and keys
 * @open_action: action that opens what a row is of
 * @subject_offset: where a row's content has the id (char *) that the action takes
 * @add_action: (nullable): action that adds something to the list
 * @add: (nullable): does so; activates @add_action by default
 * @activate: somebody has activated a row; opens what it is of by default
 * @describe: (nullable): what the list has, where it is not empty: "3 teams"
 * @explain: (nullable): why there may be nothing in the list, or %NULL while it is not filtered by
 *   more than the commune
 * @elsewhere_label: (nullable): of a button for what was not found here; not translated yet
 * @elsewhere_action: (nullable): what the button does, with the text searched for
 * @none_found: why there is nothing in it of one commune
 * @widen: takes the filters off, that of the commune by default
 *
 * What one page of a list has other than the others.
 */
struct _CnscdListPageClass
{
  AdwNavigationPageClass parent_class;

  CnscdPagedList *(*create_list) (CnscdRepository *repository);
  GType line_type;
  void (*attach_menu) (GtkWidget *view);
  const char *open_action;
  gsize subject_offset;
  const char *add_action;
  const char *elsewhere_label;
  const char *elsewhere_action;
  CnscdListReason none_found;

  void (*add) (CnscdListPage *self);
  void (*activate) (CnscdListPage *self, guint position);
  char *(*describe) (CnscdListPage *self, guint n_items);
  const CnscdListReason *(*explain) (CnscdListPage *self, gboolean searching);
  void (*widen) (CnscdListPage *self);
};

CnscdRepository *cnscd_list_page_get_repository (CnscdListPage *self);
gpointer cnscd_list_page_get_list (CnscdListPage *self);
CnscdNotices *cnscd_list_page_get_hints (CnscdListPage *self);
const char *cnscd_list_page_get_unit (CnscdListPage *self);
GtkWidget *cnscd_list_page_take_unit_filter (CnscdListPage *self);
gboolean cnscd_list_page_is_searching (CnscdListPage *self);
void cnscd_list_page_search (CnscdListPage *self, const char *text);
void cnscd_list_page_begin_again (CnscdListPage *self);
void cnscd_list_page_update (CnscdListPage *self);
void cnscd_list_page_relayout (CnscdListPage *self);
void cnscd_list_page_focus_list (CnscdListPage *self);
void cnscd_list_page_activate (CnscdListPage *self, guint position);

G_END_DECLS
