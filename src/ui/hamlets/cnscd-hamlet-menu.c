/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-hamlet-menu.h"

#include <glib/gi18n-lib.h>

#include "store/cnscd-hamlets.h"
#include "cnscd-hamlet-actions.h"
#include "ui/common/cnscd-row-menu.h"

/* What can be done with a hamlet in a list. */

typedef void (*ActionFunc) (CnscdWindow *window, const char *hamlet);

static void
run (GtkWidget *view, gpointer data, ActionFunc func)
{
  const CnscdHamletSummary *hamlet = data;
  GtkRoot *root = gtk_widget_get_root (view);

  if (CNSCD_IS_WINDOW (root))
    func (CNSCD_WINDOW (root), hamlet->hamlet);
}

static void
edit (GtkWidget *view, gpointer data)
{
  run (view, data, cnscd_hamlet_actions_edit);
}

static void
add_profile (GtkWidget *view, gpointer data)
{
  run (view, data, cnscd_hamlet_actions_add_profile);
}

static void
merge (GtkWidget *view, gpointer data)
{
  run (view, data, cnscd_hamlet_actions_merge);
}

static void
split (GtkWidget *view, gpointer data)
{
  run (view, data, cnscd_hamlet_actions_split);
}

static void
end (GtkWidget *view, gpointer data)
{
  run (view, data, cnscd_hamlet_actions_end);
}

static void delete (GtkWidget *view, gpointer data)
{
  run (view, data, cnscd_hamlet_actions_delete);
}

static const CnscdRowMenuItem items[] = {
  { .name = "edit", .label = N_ ("_Edit…"), .accelerator = "F2", .keys = "F2", .func = edit },
  { .name = "add-profile", .label = N_ ("Add _Figures…"), .func = add_profile },
  { .name = "merge", .label = N_ ("_Merge…"), .func = merge, .apart = TRUE },
  { .name = "split", .label = N_ ("_Split…"), .func = split },
  { .name = "end", .label = N_ ("E_nd…"), .func = end },
  { .name = "delete",
    .label = N_ ("_Delete"),
    .accelerator = "Delete",
    .keys = "Delete|KP_Delete",
    .func = delete,
    .apart = TRUE },
};

/**
 * cnscd_hamlet_menu_attach:
 * @view: a list view of a [class@Cnscd.HamletList], in a window
 *
 * Gives its rows a menu, and the keys that the menu shows.
 */
void
cnscd_hamlet_menu_attach (GtkWidget *view)
{
  cnscd_row_menu_attach (view, "hamlet-row", items, G_N_ELEMENTS (items), NULL);
}
