/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-team-menu.h"

#include <glib/gi18n-lib.h>

#include "store/cnscd-teams.h"
#include "ui/common/cnscd-row-menu.h"
#include "cnscd-team-actions.h"

/* What can be done with a team in a list. */

static void
edit (GtkWidget *view, gpointer data)
{
  cnscd_team_actions_edit (CNSCD_WINDOW (gtk_widget_get_root (view)),
                           ((const CnscdTeamSummary *) data)->team);
}

static void
dissolve (GtkWidget *view, gpointer data)
{
  cnscd_team_actions_dissolve (CNSCD_WINDOW (gtk_widget_get_root (view)),
                               ((const CnscdTeamSummary *) data)->team);
}

static void delete (GtkWidget *view, gpointer data)
{
  cnscd_team_actions_delete (CNSCD_WINDOW (gtk_widget_get_root (view)),
                             ((const CnscdTeamSummary *) data)->team);
}

static void
print (GtkWidget *view, gpointer data)
{
  gtk_widget_activate_action (view, "win.print-roster", "s",
                              ((const CnscdTeamSummary *) data)->team);
}

static const CnscdRowMenuItem items[] = {
  { .name = "edit", .label = N_ ("_Edit…"), .accelerator = "F2", .keys = "F2", .func = edit },
  { .name = "print", .label = N_ ("_Print Roster…"), .func = print },
  { .name = "dissolve", .label = N_ ("_Dissolve…"), .func = dissolve, .apart = TRUE },
  { .name = "delete",
    .label = N_ ("De_lete"),
    .accelerator = "Delete",
    .keys = "Delete|KP_Delete",
    .func = delete },
};

/**
 * cnscd_team_menu_attach:
 * @view: a list view of a [class@Cnscd.TeamList], in a window
 *
 * Gives its rows a menu, and the keys that the menu shows.
 */
void
cnscd_team_menu_attach (GtkWidget *view)
{
  cnscd_row_menu_attach (view, "team-row", items, G_N_ELEMENTS (items), NULL);
}
