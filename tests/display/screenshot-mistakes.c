/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scenes of what goes wrong: forms that were filled in wrongly, questions, problems. */
#include "screenshot-mistakes.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-hamlet-list.h"
#include "model/cnscd-member-row.h"
#include "ui/common/cnscd-list-stack.h"
#include "ui/decisions/cnscd-decision-actions.h"
#include "ui/hamlets/cnscd-hamlet-actions.h"
#include "ui/members/cnscd-member-actions.h"

#include "display-test.h"

typedef struct
{
  const char *page;
  const char *texts[8]; /* what is typed into the entries, from above; NULL leaves one alone */
} Mistake;

static const Mistake mistakes[] = {
  { "wrong-team", { "1", "31/02/2026" } },
  { "far-team", { "Tổ CNSCĐ xóm Bãi Lai", "01/01/2030" } },
  { "wrong-member", { "123", "2030", "0123", "31/13/2025", NULL, NULL, "tháng sau" } },
  { "wrong-hamlet", { "1", "01/01/2026", "01/01/2020" } },
  { "far-hamlet", { "Bãi Lai", "01/01/2030" } },
  { "wrong-figures", { "31/02/2026", "200", "201", "một", "100", "200" } },
  { "wrong-decision", { "một trăm", "29/02/2026" } },
  { "far-decision", { "104/QĐ-UBND", "01/01/2030" } },
  { "discard", { "Tổ CNSCĐ xóm Bãi Lai" } },
};

static const Mistake *
find_mistake (const char *page)
{
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    if (g_str_equal (page, mistakes[i].page))
      return &mistakes[i];
  return NULL;
}

static gboolean
shows_alert (gpointer data)
{
  return ADW_IS_ALERT_DIALOG (display_test_get_dialog (data));
}

static void
add_entries (GtkWidget *widget, GPtrArray *entries)
{
  if (ADW_IS_ENTRY_ROW (widget))
    {
      if (gtk_widget_get_mapped (widget))
        g_ptr_array_add (entries, widget);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_entries (child, entries);
}

static void
fill_in (CnscdWindow *window, const Mistake *mistake)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  add_entries (GTK_WIDGET (display_test_get_dialog (window)), entries);
  for (guint i = 0; i < MIN (entries->len, G_N_ELEMENTS (mistake->texts)); i++)
    if (mistake->texts[i] != NULL)
      gtk_editable_set_text (GTK_EDITABLE (entries->pdata[i]), mistake->texts[i]);
}

/* What the list of a page, or of the page that is open, has at a place. */
static gpointer
get_item (CnscdWindow *window, guint position)
{
  GtkWidget *view = display_test_find (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW);

  return g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view))),
                                position);
}

static void
open_hamlet_form (CnscdWindow *window, gboolean figures)
{
  g_autoptr (CnscdHamletRow) row = NULL;

  cnscd_window_show_page (window, "hamlets");
  display_test_settle ();
  row = get_item (window, 1);
  if (figures)
    cnscd_hamlet_actions_add_profile (window, cnscd_hamlet_row_get_hamlet (row)->hamlet);
  else
    cnscd_hamlet_actions_add (window);
}

static void
open_member_form (CnscdWindow *window)
{
  g_autoptr (CnscdMemberRow) row = NULL;

  display_test_open_team (window, 2);
  display_test_settle ();
  row = get_item (window, 1);
  cnscd_member_actions_edit (window, cnscd_member_row_get_member (row));
  display_test_wait_for_dialog (window);
  /* So that since when is asked as well. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (display_test_get_row (window, _ ("Legal Basis"))), 1);
}

static void
show_problem (CnscdWindow *window)
{
  g_autoptr (GError) error =
    g_error_new (CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FULL,
                 _ ("The disk is full: “%s” was not changed. Make room and try again."),
                 "/home/an/.local/share/cnscd/cnscd.db");

  cnscd_window_show_error (window, NULL, error);
}

/* Shows the scene of that name, and waits until it is there. */
void
screenshot_show_mistake (CnscdWindow *window, const char *page)
{
  const Mistake *mistake = find_mistake (page);

  if (g_str_equal (page, "problem"))
    show_problem (window);
  else if (g_str_has_suffix (page, "-member"))
    open_member_form (window);
  else if (g_str_has_suffix (page, "-hamlet") || g_str_has_suffix (page, "-figures"))
    open_hamlet_form (window, g_str_has_suffix (page, "-figures"));
  else if (g_str_has_suffix (page, "-decision"))
    cnscd_decision_actions_new (window, CNSCD_DECISION_KIND_ESTABLISH, NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (window), "win.add-team", NULL);

  display_test_wait_for_dialog (window);
  display_test_settle ();
  if (mistake != NULL)
    fill_in (window, mistake);
  if (!g_str_equal (page, "discard"))
    return;

  display_test_settle ();
  adw_dialog_close (display_test_get_dialog (window));
  display_test_pump_until (shows_alert, window);
}
