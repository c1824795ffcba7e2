/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-decision-menu.h"

#include <glib/gi18n-lib.h>

#include "cnscd-decision-actions.h"
#include "store/cnscd-decisions.h"
#include "ui/common/cnscd-row-menu.h"

/* What can be done with a decision in a list. */

static void
edit (GtkWidget *view, gpointer data)
{
  const CnscdDecisionSummary *decision = data;
  GtkRoot *root = gtk_widget_get_root (view);

  if (CNSCD_IS_WINDOW (root))
    cnscd_decision_actions_edit (CNSCD_WINDOW (root), decision->decision);
}

static void
remove_decision (GtkWidget *view, gpointer data)
{
  const CnscdDecisionSummary *decision = data;
  GtkRoot *root = gtk_widget_get_root (view);

  if (CNSCD_IS_WINDOW (root))
    cnscd_decision_actions_delete (CNSCD_WINDOW (root), decision->decision);
}

static const CnscdRowMenuItem items[] = {
  { .name = "edit", .label = N_ ("_Edit…"), .accelerator = "F2", .keys = "F2", .func = edit },
  { .name = "delete",
    .label = N_ ("_Delete"),
    .accelerator = "Delete",
    .keys = "Delete|KP_Delete",
    .func = remove_decision,
    .apart = TRUE },
};

/**
 * cnscd_decision_menu_attach:
 * @view: a list view of a [class@Cnscd.DecisionList], in a window
 *
 * Gives its rows a menu, and the keys that the menu shows.
 */
void
cnscd_decision_menu_attach (GtkWidget *view)
{
  cnscd_row_menu_attach (view, "decision-row", items, G_N_ELEMENTS (items), NULL);
}
