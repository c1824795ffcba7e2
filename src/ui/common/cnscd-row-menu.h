/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-row.h"

G_BEGIN_DECLS

/**
 * CnscdRowMenuFunc:
 * @view: the list
 * @data: what the row holds; see cnscd_row_get_data()
 */
typedef void (*CnscdRowMenuFunc) (GtkWidget *view, gpointer data);

/**
 * CnscdRowMenuFindFunc:
 * @widget: anything within a list
 *
 * Returns: (nullable) (transfer none): the row that @widget shows, if it is one that shows a row
 */
typedef CnscdRow *(*CnscdRowMenuFindFunc) (GtkWidget *widget);

/**
 * CnscdRowMenuAppliesFunc:
 * @view: the list
 * @row: one of its rows
 *
 * Returns: whether the menu is the one of @row now
 */
typedef gboolean (*CnscdRowMenuAppliesFunc) (GtkWidget *view, CnscdRow *row);

/**
 * CnscdRowMenuItem:
 * @name: of the action, within the menu's group
 * @label: msgid of what it is called
 * @accelerator: (nullable): the key that the menu shows
 * @keys: (nullable): for gtk_shortcut_trigger_parse_string(), the keys that do the same
 * @func: what it does
 * @apart: whether a line separates it from the one before
 *
 * One thing that can be done with a row.
 */
typedef struct
{
  const char *name;
  const char *label;
  const char *accelerator;
  const char *keys;
  CnscdRowMenuFunc func;
  gboolean apart;
} CnscdRowMenuItem;

void cnscd_row_menu_attach (GtkWidget *view,
                            const char *group,
                            const CnscdRowMenuItem *items,
                            guint n_items,
                            CnscdRowMenuFindFunc find);
void cnscd_row_menu_attach_before (GtkWidget *view,
                                   const char *group,
                                   const CnscdRowMenuItem *items,
                                   guint n_items,
                                   CnscdRowMenuFindFunc find,
                                   CnscdRowMenuAppliesFunc applies_func);
CnscdRow *cnscd_row_menu_get_focused (GtkWidget *view, const char *group);

G_END_DECLS
