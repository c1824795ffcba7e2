/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-member-menu.h"

#include <glib/gi18n-lib.h>

#include "cnscd-member-actions.h"
#include "cnscd-member-column.h"
#include "ui/common/cnscd-row-menu.h"
#include "ui/teams/cnscd-team-actions.h"

/* What can be done with a member in a list or a table. */

static CnscdWindow *
get_window (GtkWidget *view)
{
  return CNSCD_WINDOW (gtk_widget_get_root (view));
}

static void
edit (GtkWidget *view, gpointer data)
{
  cnscd_member_actions_edit (get_window (view), data);
}

static void
move (GtkWidget *view, gpointer data)
{
  cnscd_member_actions_move (get_window (view), data);
}

static void
end (GtkWidget *view, gpointer data)
{
  cnscd_member_actions_end (get_window (view), data);
}

static void
move_up (GtkWidget *view, gpointer data)
{
  cnscd_team_actions_shift (get_window (view), data, -1);
}

static void
move_down (GtkWidget *view, gpointer data)
{
  cnscd_team_actions_shift (get_window (view), data, 1);
}

/* The last two where there is an order to be changed. */
static const CnscdRowMenuItem items[] = {
  { .name = "edit", .label = N_ ("_Edit…"), .accelerator = "F2", .keys = "F2", .func = edit },
  { .name = "move",
    .label = N_ ("_Move to Another Team…"),
    .accelerator = "<Control>m",
    .keys = "<Control>m",
    .func = move },
  { .name = "end",
    .label = N_ ("End M_embership…"),
    .accelerator = "Delete",
    .keys = "Delete|KP_Delete",
    .func = end },
  { .name = "move-up",
    .label = N_ ("Move _Up"),
    .accelerator = "<Alt>Up",
    .keys = "<Alt>Up|<Alt>KP_Up",
    .func = move_up,
    .apart = TRUE },
  { .name = "move-down",
    .label = N_ ("Move Do_wn"),
    .accelerator = "<Alt>Down",
    .keys = "<Alt>Down|<Alt>KP_Down",
    .func = move_down },
};

#define N_ITEMS_WITHOUT_ORDER (G_N_ELEMENTS (items) - 2)

/**
 * cnscd_member_menu_attach:
 * @view: a list or column view of a [class@Cnscd.MemberList], in a window
 *
 * Gives its rows a menu, and the keys that the menu shows.
 */
void
cnscd_member_menu_attach (GtkWidget *view)
{
  cnscd_row_menu_attach (view, "member", items, N_ITEMS_WITHOUT_ORDER, cnscd_member_column_get_row);
}

/**
 * cnscd_member_menu_attach_to_team:
 * @view: a list view of one team, in a window
 *
 * The same for a list whose order people make.
 */
void
cnscd_member_menu_attach_to_team (GtkWidget *view)
{
  cnscd_row_menu_attach (view, "member", items, G_N_ELEMENTS (items), cnscd_member_column_get_row);
}
