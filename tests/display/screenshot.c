/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * screenshot DATABASE PAGE WIDTHxHEIGHT light|dark OUTPUT.png [SEARCH]
 *
 * Draws the program's window into a file, so that people can look at it. PAGE
 * is "teams", "team", "team:ID", "members", "hamlets", "decisions", "sidebar", "menu",
 * "shortcuts", "shortcuts-below", "about", "print", "import:FILE",
 * member-{add,edit,move,end}, team-{add,hamlet,edit,dissolve,delete,history},
 * decision, decision-{edit,new,teams,people,recorded,joins,dissolve,summary,unchanged},
 * hamlet, hamlet-{add,edit,figures,merge,split,end,delete,bare}, or "hamlets:N" and "teams:N" for
 * the Nth choice of a list, wrong-{team,member,hamlet,figures,decision},
 * far-{team,hamlet,decision}, discard, problem. person (whom SEARCH finds first), delete-person,
 * chooser, join, planned, hint, duplicates, merge, filters, filtered, nobody, selecting,
 * changed, deleted, upcoming-{team,person}, bare-team,
 * long-{team,person,members,move,end,toast,duplicates}, dissolve-many,
 * bulk-{edit,problem,discard,move,end,end-problem,delete}, unit, unit-chosen
 * print-{team,alone,wrong,preview,landscape,schedule,days,sign-in:ID}, export, export-sessions,
 * restore:FILE, backup-failed, backup-missed import-drop,
 * import-{schedule,schedule-columns,schedule-done,schedule-problem,reading,comparing,below,odd,kept,unit,pasted,
 * pasted-plan,later,plan,other,duplicates,changed,moved,changes,new,same,findings,running,stop,done,
 * undoing,problem,password,large}:FILE
 * schedule, schedule-{month,week,agenda,day,session,session-below,move,new,go,copy-week,copy-month,
 * filters,filtered,nothing,later,menu,session-menu,series}, busy-{month,week,agenda,day},
 * session-{form,below,end,guides,clash,clash-guides,clash-series,clash-move,repeat,wrong,edit}
 * report, report-{below,typed,wrong,postponed,conflict}, overdue, overdue-empty, neglected,
 * neglected-empty
 * days-{month,week,agenda,may-month,may-week,empty-week,day,session,delete,toast,edit,print,province}
 * catalog:LIST, catalog-own:LIST, catalog-new:LIST, catalog-wrong, catalog-audience, catalog-menu
 * preferences:PAGE, letterhead, sizes, signer, signers-some, unit-dialog, sample, sample-close; of
 * a new database welcome, commune, begin, and "empty:PAGE", which begins empty and shows that page
 */
#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "cnscd-locale.h"
#include "ui/application/cnscd-application.h"
#include "ui/common/cnscd-choice-row.h"
#include "ui/common/cnscd-list-stack.h"
#include "model/cnscd-member-row.h"
#include "ui/decisions/cnscd-decision-actions.h"
#include "model/cnscd-hamlet-list.h"
#include "core/cnscd-roster-edit.h"
#include "model/cnscd-repository-people.h"
#include "store/cnscd-hamlets.h"
#include "store/cnscd-person-history.h"
#include "ui/documents/cnscd-document-preview.h"
#include "ui/documents/cnscd-import-flow.h"
#include "ui/documents/cnscd-orientation-row.h"
#include "ui/documents/cnscd-restore-flow.h"
#include "ui/hamlets/cnscd-hamlet-actions.h"
#include "ui/common/cnscd-unit-filter.h"
#include "ui/members/cnscd-bulk-bar.h"
#include "ui/import/cnscd-import-columns-page.h"
#include "ui/import/cnscd-import-lines.h"
#include "ui/import/cnscd-import-pair-row.h"
#include "ui/import/cnscd-import-plan-page.h"
#include "ui/members/cnscd-member-actions.h"
#include "ui/people/cnscd-membership-row.h"
#include "ui/people/cnscd-person-page.h"
#include "ui/teams/cnscd-team-page.h"
#include "ui/welcome/cnscd-welcome.h"
#include "ui/window/cnscd-backup-problem.h"
#include "ui/window/cnscd-window.h"
#include "ui/window/cnscd-window-edit.h"

#include "display-test.h"
#include "screenshot-days.h"
#include "screenshot-mistakes.h"
#include "screenshot-rare.h"
#include "screenshot-report.h"
#include "screenshot-schedule.h"

#define N_FRAMES 10

static GskRenderNode *
draw (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (window),
                          gtk_widget_get_height (window));
  return gtk_snapshot_free_to_node (snapshot);
}

typedef struct
{
  GtkWidget *window;
  GskRenderNode *node;
} Drawing;

static gboolean
is_drawn (gpointer data)
{
  Drawing *drawing = data;

  drawing->node = draw (drawing->window);
  if (drawing->node == NULL)
    gtk_widget_queue_draw (drawing->window);
  return drawing->node != NULL;
}

static gboolean
count_frame_cb (GtkWidget *window, GdkFrameClock *clock, gpointer data)
{
  guint *n_frames = data;

  *n_frames += 1;
  return *n_frames < N_FRAMES;
}

static gboolean
has_frames (gpointer data)
{
  return *(guint *) data >= N_FRAMES;
}

/* Until what was asked for is laid out. */
static void
wait_for_frames (GtkWidget *window)
{
  guint n_frames = 0;

  gtk_widget_add_tick_callback (window, count_frame_cb, &n_frames, NULL);
  display_test_pump_until (has_frames, &n_frames);
}

static gboolean
save (GtkWidget *window, const char *path)
{
  Drawing drawing = { .window = window };
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  /* On a busy machine the first frame may not have been drawn yet. */
  display_test_pump_until (is_drawn, &drawing);
  node = drawing.node;
  texture = gsk_renderer_render_texture (
    gtk_native_get_renderer (GTK_NATIVE (window)), node,
    &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (window), gtk_widget_get_height (window)));
  return gdk_texture_save_to_png (texture, path);
}

/* Of the whole screen; with-display --size tells how large it is. */
static gboolean
save_screen (const char *path)
{
  const char *argv[] = { "import", "-window", "root", path, NULL };
  int status = 0;

  return g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
                       &status, NULL) &&
         status == 0;
}

/* A form over a team's page, of its second member. */
static void
show_form (CnscdWindow *window, const char *form)
{
  GListModel *list;
  g_autoptr (CnscdMemberRow) row = NULL;
  const CnscdMember *member;

  display_test_open_team (window, 2);
  display_test_settle ();
  list = G_LIST_MODEL (gtk_list_view_get_model (
    GTK_LIST_VIEW (display_test_find (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW))));
  row = g_list_model_get_item (list, 1);
  member = cnscd_member_row_get_member (row);
  if (g_str_equal (form, "add"))
    cnscd_member_actions_add (window, member->team);
  else if (g_str_equal (form, "edit"))
    cnscd_member_actions_edit (window, member);
  else if (g_str_equal (form, "move"))
    cnscd_member_actions_move (window, member);
  else
    cnscd_member_actions_end (window, member);
}

static GtkWidget *
find_dialog_button (CnscdWindow *window, const char *label)
{
  return display_test_find_button (GTK_WIDGET (display_test_get_dialog (window)), _ (label));
}

/* Who is stored already, to come to a team, or the form for one of them. */
static void
show_recorded (CnscdWindow *window, gboolean form)
{
  GtkWidget *list_box;

  g_signal_emit_by_name (display_test_get_row (window, _ ("Add _Recorded Person…")), "activated");
  display_test_settle ();
  if (!form)
    return;

  list_box = display_test_find (GTK_WIDGET (display_test_get_dialog (window)), GTK_TYPE_LIST_BOX);
  g_signal_emit_by_name (list_box, "row-activated",
                         gtk_list_box_get_row_at_index (GTK_LIST_BOX (list_box), 0));
}

static void
show_guide (CnscdWindow *window, const char *step)
{
  CnscdDecisionKind kind = CNSCD_DECISION_KIND_ESTABLISH;

  if (g_strv_contains (
        (const char *[]) { "people", "recorded", "joins", "summary", "unchanged", NULL }, step))
    kind = CNSCD_DECISION_KIND_CONSOLIDATE;
  else if (g_str_equal (step, "dissolve"))
    kind = CNSCD_DECISION_KIND_DISSOLVE;

  cnscd_decision_actions_new (window, kind, NULL);
  display_test_settle ();
  if (g_str_equal (step, "new"))
    return;

  display_test_type (window, C_ ("decision", "Number"), "104/QĐ-UBND");
  display_test_type (window, C_ ("decision", "Date"), "15/01/2026");
  display_test_type (window, C_ ("decision", "Subject"),
                     "Về việc kiện toàn Tổ công nghệ số cộng đồng trên địa bàn xã");
  g_signal_emit_by_name (find_dialog_button (window, "_Next"), "clicked");
  display_test_settle ();
  if (g_str_equal (step, "recorded") || g_str_equal (step, "joins"))
    show_recorded (window, g_str_equal (step, "joins"));
  if (!g_str_equal (step, "summary") && !g_str_equal (step, "unchanged"))
    return;

  if (g_str_equal (step, "summary"))
    g_signal_emit_by_name (find_dialog_button (window, "Replace All"), "clicked");
  g_signal_emit_by_name (find_dialog_button (window, "_Next"), "clicked");
}

/* The newest decision's page, a form over it, or a step of a new one. */
static void
show_decision (CnscdWindow *window, const char *what)
{
  GtkWidget *view;

  if (!g_str_equal (what, "") && !g_str_equal (what, "-edit"))
    {
      show_guide (window, what + 1);
      return;
    }

  cnscd_window_show_page (window, "decisions");
  display_test_settle ();
  view = display_test_find (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (view, "activate", 0);
  display_test_settle ();
  if (g_str_equal (what, "-edit"))
    gtk_widget_activate_action (display_test_find (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW),
                                "decision.edit", NULL);
}

/* A team's page, and what lies over it; the choice of a hamlet lies over a form. */
static void
show_team (CnscdWindow *window, const char *what)
{
  g_autofree char *action = g_strconcat ("team.", what, NULL);

  if (g_str_equal (what, "add") || g_str_equal (what, "hamlet"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.add-team", NULL);
  else
    {
      display_test_open_team (window, 2);
      display_test_settle ();
      gtk_widget_activate_action (display_test_find (GTK_WIDGET (window), CNSCD_TYPE_TEAM_PAGE),
                                  action, NULL);
    }
  display_test_settle ();

  if (g_str_equal (what, "hamlet"))
    adw_action_row_activate (
      display_test_find (GTK_WIDGET (display_test_get_dialog (window)), CNSCD_TYPE_CHOICE_ROW));
}

/* Ends the teams of a hamlet, as another program would. */
static void
end_teams (const char *path, const char *hamlet)
{
  g_autoptr (CnscdDatabase) database = cnscd_database_open (path, NULL);
  g_autoptr (CnscdHamletDetails) details = cnscd_hamlets_get (database, hamlet, NULL);

  for (guint i = 0; i < details->teams->len; i++)
    {
      g_autoptr (CnscdTeam) team = cnscd_record_copy (details->teams->pdata[i]);

      team->valid_to = CNSCD_DATE (2026, 6, 30);
      display_test_put (database, team);
    }
}

/* A choice of a list, by its number. */
static void
show_choice (CnscdWindow *window, const char *page)
{
  g_auto (GStrv) parts = g_strsplit (page, ":", 2);

  cnscd_window_show_page (window, parts[0]);
  display_test_settle ();
  adw_toggle_group_set_active (display_test_find (GTK_WIDGET (window), ADW_TYPE_TOGGLE_GROUP),
                               (guint) g_ascii_strtoull (parts[1], NULL, 10));
}

/* The page of the hamlet at a position of the list, or a form about it. */
static void
show_hamlet (CnscdWindow *window, const char *path, const char *form, guint position)
{
  GtkWidget *view;
  g_autoptr (CnscdHamletRow) row = NULL;
  const char *hamlet;

  cnscd_window_show_page (window, "hamlets");
  display_test_settle ();
  view = display_test_find (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW);
  row =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view))), position);
  hamlet = cnscd_hamlet_row_get_hamlet (row)->hamlet;
  if (g_str_equal (form, "-bare"))
    end_teams (path, hamlet);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-hamlet", "s", hamlet);
  display_test_settle ();
  if (g_str_equal (form, "-add"))
    cnscd_hamlet_actions_add (window);
  else if (g_str_equal (form, "-edit"))
    cnscd_hamlet_actions_edit (window, hamlet);
  else if (g_str_equal (form, "-figures"))
    cnscd_hamlet_actions_add_profile (window, hamlet);
  else if (g_str_equal (form, "-merge"))
    cnscd_hamlet_actions_merge (window, hamlet);
  else if (g_str_equal (form, "-split"))
    cnscd_hamlet_actions_split (window, hamlet);
  else if (g_str_equal (form, "-end"))
    cnscd_hamlet_actions_end (window, hamlet);
  else if (g_str_equal (form, "-delete"))
    cnscd_hamlet_actions_delete (window, hamlet);
}

/* The page of whom a search finds first, and what can be opened from there. */
static void
show_person (CnscdWindow *window, const char *page, const char *search)
{
  GtkWidget *view;

  cnscd_window_show_page (window, "members");
  display_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
  display_test_settle ();
  gtk_editable_set_text (display_test_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY), search);
  display_test_settle ();
  view = display_test_find (GTK_WIDGET (window), GTK_TYPE_COLUMN_VIEW);
  if (view == NULL)
    view = display_test_find (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (view, "activate", 0);
  display_test_settle ();
  if (!g_str_equal (page, "person"))
    gtk_widget_activate_action (display_test_find (GTK_WIDGET (window), CNSCD_TYPE_PERSON_PAGE),
                                g_str_equal (page, "join")            ? "person.join"
                                : g_str_equal (page, "delete-person") ? "person.delete"
                                                                      : "person.merge",
                                NULL);
}

static GtkWidget *
find_upcoming (GtkWidget *widget)
{
  if (CNSCD_IS_MEMBERSHIP_ROW (widget) && gtk_widget_get_mapped (widget) &&
      gtk_widget_has_css_class (widget, "upcoming"))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_upcoming (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Somebody who is to move to another team, and what can be done about it. */
static void
show_planned (CnscdWindow *window, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (path, &error);
  g_autoptr (GPtrArray) members = cnscd_members_list (database, &(CnscdMemberQuery) { 0 }, &error);
  const CnscdMember *member = members->pdata[2];
  const CnscdMember *other = members->pdata[3];
  g_autoptr (CnscdPersonHistory) history =
    cnscd_person_history_read (database, member->person, &error);
  g_autoptr (CnscdTeam) team = cnscd_record_new (&CNSCD_KIND_TEAM, member->unit);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("");
  const CnscdPersonMembership *membership;

  g_assert_no_error (error);
  cnscd_record_set_text (team, &team->record.id, other->team);
  membership = history->memberships->pdata[0];
  cnscd_roster_move_member (set, membership->record, team,
                            cnscd_date_add_days (cnscd_date_today (), 30), NULL, NULL);
  cnscd_window_apply_async (window, set, NULL, NULL);
  display_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-person", "s", member->person);
  display_test_settle ();
  gtk_widget_activate_action (find_upcoming (GTK_WIDGET (window)), "membership.menu", NULL);
}

/* A second record of the first ones, with less in it. */
static void
add_twins (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (path, &error);
  g_autoptr (GPtrArray) members = NULL;

  g_assert_no_error (error);
  members = cnscd_members_list (database, &(CnscdMemberQuery) { 0 }, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < MIN (members->len, 12); i += 4)
    {
      const CnscdMember *member = members->pdata[i];
      const CnscdMember *other = members->pdata[i + 1];
      g_autoptr (CnscdPerson) twin = cnscd_record_new (&CNSCD_KIND_PERSON, member->unit);
      g_autoptr (CnscdMembership) membership =
        cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, member->unit);
      g_autofree char *name = g_utf8_strup (member->full_name, -1);

      cnscd_record_set (twin, full_name, name);
      twin->birth = CNSCD_DATE (member->birth.year, 0, 0);
      cnscd_record_set (twin, phone, i > 0 ? member->phone : NULL);
      display_test_put (database, twin);
      cnscd_record_set (membership, team, other->team);
      cnscd_record_set (membership, person, twin->record.id);
      membership->role = CNSCD_ROLE_MEMBER;
      membership->valid_from = CNSCD_DATE (2024, 5, 20);
      display_test_put (database, membership);
    }
}

/* Somebody has said which commune the office is of. */
static void
set_unit_chosen (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (path, &error);

  g_assert_no_error (error);
  cnscd_database_set_setting (database, "unit-chosen", "1", &error);
  g_assert_no_error (error);
}

static void
show_duplicates (CnscdWindow *window, gboolean compare)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.duplicates", NULL);
  display_test_settle ();
  if (compare)
    g_signal_emit_by_name (display_test_find (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW), "activate",
                           0);
}

static gboolean
has_hint (gpointer data)
{
  AdwBanner *banner = display_test_find (data, ADW_TYPE_BANNER);

  return banner != NULL && adw_banner_get_revealed (banner);
}

static void
show_hint (CnscdWindow *window)
{
  cnscd_window_show_page (window, "members");
  display_test_pump_until (has_hint, window);
}

static void
set_combo (CnscdWindow *window, guint index, guint selected)
{
  GtkWidget *dialog = GTK_WIDGET (display_test_get_dialog (window));
  GtkWidget *row = display_test_find (dialog, ADW_TYPE_COMBO_ROW);

  for (; index > 0; index--)
    row = gtk_widget_get_next_sibling (row);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  display_test_settle ();
}

/* The filters of the members: the dialog, and what it leaves. */
static void
show_filters (CnscdWindow *window, const char *what)
{
  g_signal_emit_by_name (display_test_find_named (GTK_WIDGET (window), "filter"), "clicked");
  display_test_settle ();
  if (g_str_equal (what, "filters"))
    return;

  set_combo (window, 3, 2);
  if (g_str_equal (what, "nobody"))
    {
      set_combo (window, 1, 1);
      set_combo (window, 0, 4);
      set_combo (window, 4, 4);
    }
  else
    set_combo (window, 4, 1);
  adw_dialog_close (display_test_get_dialog (window));
}

/* Several members selected, and a form for them. */
static void
show_bulk (CnscdWindow *window, const char *what)
{
  GtkWidget *button = display_test_find_named (GTK_WIDGET (window), "select");
  CnscdBulkBar *bar;
  GtkColumnView *columns;
  GtkListView *lines;

  g_signal_emit_by_name (button, "clicked");
  display_test_settle ();
  columns = display_test_find (GTK_WIDGET (window), GTK_TYPE_COLUMN_VIEW);
  lines = display_test_find (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW);
  for (guint i = 1; i < 7; i += 2)
    {
      if (columns != NULL)
        gtk_selection_model_select_item (gtk_column_view_get_model (columns), i, FALSE);
      else
        g_signal_emit_by_name (lines, "activate", i);
    }
  display_test_settle ();

  bar = display_test_find (GTK_WIDGET (window), CNSCD_TYPE_BULK_BAR);
  if (g_strv_contains ((const char *[]) { "bulk-edit", "bulk-problem", "bulk-discard", NULL },
                       what))
    cnscd_bulk_bar_edit (bar);
  else if (g_str_equal (what, "bulk-move"))
    cnscd_bulk_bar_move (bar);
  else if (g_str_has_prefix (what, "bulk-end"))
    cnscd_bulk_bar_end (bar);
  else if (g_str_equal (what, "bulk-delete"))
    cnscd_bulk_bar_delete (bar);
  if (g_str_equal (what, "selecting"))
    return;

  /* The members are read first. */
  display_test_wait_for_dialog (window);
  display_test_settle ();
  if (g_str_equal (what, "bulk-problem") || g_str_equal (what, "bulk-discard"))
    {
      display_test_type (window, _ ("In the Team Since"), "31/02/2024");
      set_combo (window, 0, 2);
    }
  else if (g_str_equal (what, "bulk-end-problem"))
    display_test_type (window, _ ("No Longer a Member From"), "99/99/9999");
  if (g_str_equal (what, "bulk-discard"))
    adw_dialog_close (display_test_get_dialog (window));
}

static void
show_units (CnscdWindow *window, const char *what)
{
  GtkWidget *filter = display_test_find (GTK_WIDGET (window), CNSCD_TYPE_UNIT_FILTER);

  if (g_str_equal (what, "unit-chosen"))
    cnscd_unit_filter_set_unit (CNSCD_UNIT_FILTER (filter), "05533");
  else
    {
      g_signal_emit_by_name (display_test_find (filter, GTK_TYPE_BUTTON), "clicked");
      display_test_wait_for_dialog (window);
    }
}

/* A row of the dialog that is open. */
static void
choose (CnscdWindow *window, const char *title, guint item)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (display_test_get_row (window, title)), item);
}

static void
show_print (CnscdWindow *window, const char *how)
{
  AdwNavigationSplitView *split;

  if (g_str_equal (how, "team"))
    display_test_open_team (window, 2);
  display_test_settle ();
  if (g_str_has_prefix (how, "sign-in:"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.print-sign-in", "s",
                                how + strlen ("sign-in:"));
  else if (g_str_equal (how, "schedule") || g_str_equal (how, "days"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.print-schedule", "s",
                                g_str_equal (how, "days") ? "2026-11-02/2026-11-05" : "");
  else
    gtk_widget_activate_action (GTK_WIDGET (window), "win.print-roster", "s", "");
  display_test_settle ();
  if (g_str_equal (how, "days"))
    gtk_editable_set_text (GTK_EDITABLE (display_test_get_row (window, C_ ("print", "To"))),
                           "31/10/2026");
  split = display_test_find (GTK_WIDGET (display_test_get_dialog (window)),
                             ADW_TYPE_NAVIGATION_SPLIT_VIEW);
  if (g_str_equal (how, "wrong"))
    {
      choose (window, _ ("Printed As"), 1);
      choose (window, _ ("Decision"), 1);
      display_test_type (window, _ ("Date (Blank to Write by Hand)"), "31/02/2026");
    }
  else if (g_str_equal (how, "alone"))
    {
      choose (window, _ ("Printed As"), 1);
      choose (window, _ ("Signer"), 1);
    }
  else if (g_str_equal (how, "landscape"))
    {
      GtkWidget *dialog = GTK_WIDGET (display_test_get_dialog (window));

      choose (window, _ ("Decision"), 1);
      cnscd_orientation_row_set_landscape (display_test_find (dialog, CNSCD_TYPE_ORIENTATION_ROW),
                                           TRUE);
      /* In a narrow window it is another page, which comes with the next frame. */
      adw_navigation_split_view_set_show_content (split, TRUE);
      display_test_settle ();
      gtk_toggle_button_set_active (
        display_test_find (display_test_find (dialog, CNSCD_TYPE_DOCUMENT_PREVIEW),
                           GTK_TYPE_TOGGLE_BUTTON),
        TRUE);
    }
  else if (g_str_equal (how, "preview"))
    {
      /* Once it is known to be narrow. */
      display_test_settle ();
      adw_navigation_split_view_set_show_content (split, TRUE);
    }
}

static void
scroll_to_end (GtkWidget *row)
{
  GtkScrolledWindow *scrolled =
    GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scrolled);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
}

typedef struct
{
  CnscdWindow *window;
  const char *tag;   /* of the import's page */
  const char *child; /* (nullable): of the stack on it */
} Step;

static gboolean
is_at_step (gpointer data)
{
  const Step *step = data;
  GtkWidget *dialog = GTK_WIDGET (display_test_get_dialog (step->window));
  AdwNavigationView *view =
    dialog != NULL ? display_test_find (dialog, ADW_TYPE_NAVIGATION_VIEW) : NULL;
  AdwNavigationPage *page = view != NULL ? adw_navigation_view_get_visible_page (view) : NULL;

  if (page == NULL || g_strcmp0 (adw_navigation_page_get_tag (page), step->tag) != 0)
    return FALSE;
  return step->child == NULL ||
         g_str_equal (
           gtk_stack_get_visible_child_name (display_test_find (GTK_WIDGET (page), GTK_TYPE_STACK)),
           step->child);
}

static void
wait_for_step (CnscdWindow *window, const char *tag, const char *child)
{
  display_test_pump_until (is_at_step, &(Step) { window, tag, child });
}

/* Keeps everybody else from writing, so that what waits for it can be looked at. */
static CnscdDatabase *
hold (const char *path)
{
  g_autoptr (GError) error = NULL;
  CnscdDatabase *database = cnscd_database_open (path, &error);

  g_assert_no_error (error);
  cnscd_database_begin (database, &error);
  g_assert_no_error (error);
  return database;
}

static void
release (CnscdDatabase *database)
{
  if (database == NULL)
    return;
  cnscd_database_rollback (database);
  cnscd_database_close (database);
}

/* The last kind of findings, opened. */
static void
show_findings (GtkWidget *step)
{
  GtkListView *list = display_test_find (step, GTK_TYPE_LIST_VIEW);
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (list));
  guint last = g_list_model_get_n_items (model) - 1;

  g_signal_emit_by_name (list, "activate", last);
  display_test_settle ();
  gtk_list_view_scroll_to (list, MIN (last + 2, g_list_model_get_n_items (model) - 1),
                           GTK_LIST_SCROLL_NONE, NULL);
}

/* A column is what a person says, and is so in the next import. */
static void
keep_column (CnscdWindow *window, GFile *file)
{
  GtkWidget *dialog = GTK_WIDGET (display_test_get_dialog (window));

  adw_combo_row_set_selected (ADW_COMBO_ROW (display_test_get_row (window, "Tên gọi")), 2);
  display_test_settle ();
  g_signal_emit_by_name (display_test_find (dialog, CNSCD_TYPE_IMPORT_COLUMNS_PAGE), "next");
  wait_for_step (window, "plan", "plan");
  g_signal_emit_by_name (display_test_find (dialog, CNSCD_TYPE_IMPORT_PLAN_PAGE), "import");
  wait_for_step (window, "done", NULL);
  adw_dialog_close (ADW_DIALOG (dialog));
  display_test_wait_for_no_dialog (window);
  cnscd_import_flow_start_with_file (window, file);
  display_test_wait_for_dialog (window);
  wait_for_step (window, "columns", NULL);
}

/* A scene of the columns, if it is one. */
static gboolean
show_columns (CnscdWindow *window, const char *name, GFile *file)
{
  if (g_str_equal (name, "import-kept"))
    keep_column (window, file);
  else if (g_str_equal (name, "import-below"))
    scroll_to_end (display_test_get_row (window, _ ("Row With the Headings")));
  else if (g_str_equal (name, "import-unit"))
    {
      g_signal_emit_by_name (
        display_test_find_button (GTK_WIDGET (display_test_get_dialog (window)), _ ("_Next")),
        "clicked");
      display_test_settle ();
    }
  else
    return g_strv_contains ((const char *[]) { "import", "import-odd", "import-pasted",
                                               "import-later", "import-schedule-columns", NULL },
                            name);
  return TRUE;
}

/* Opens it in the way that the scene is about. */
static void
open_file (CnscdWindow *window, const char *name, GFile *file)
{
  g_autofree char *rows = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_str_has_prefix (name, "import-pasted"))
    {
      cnscd_import_flow_start_with_file (window, file);
      return;
    }

  g_file_load_contents (file, NULL, &rows, NULL, NULL, &error);
  g_assert_no_error (error);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), rows);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.paste-rows", NULL);
}

/* Somebody of another team has moved. */
static void
show_moved (GtkWidget *step)
{
  GtkListView *list = display_test_find (step, GTK_TYPE_LIST_VIEW);
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (list));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (CnscdImportLine) line = g_list_model_get_item (model, i);

      if (cnscd_import_line_get_kind (line) == CNSCD_IMPORT_LINE_PAIR)
        {
          gtk_list_view_scroll_to (list, i, GTK_LIST_SCROLL_NONE, NULL);
          break;
        }
    }
  display_test_settle ();
  adw_toggle_group_set_active_name (
    display_test_find (display_test_find (step, CNSCD_TYPE_IMPORT_PAIR_ROW), ADW_TYPE_TOGGLE_GROUP),
    "moved");
  display_test_settle ();
}

/* The import of a file, up to the step that is named before the colon. What would be over at once
 * is held up by who is returned. */
static CnscdDatabase *
show_import (CnscdWindow *window, const char *path, const char *page)
{
  CnscdDatabase *holder = NULL;
  const char *colon = strchr (page, ':');
  g_autofree char *name = g_strndup (page, (gsize) (colon - page));
  g_autoptr (GFile) file = g_file_new_for_path (colon + 1);
  GtkWidget *dialog, *step;

  if (g_str_equal (name, "import-reading"))
    {
      /* The file is read after what was asked for before, which has to wait. */
      holder = hold (path);
      cnscd_repository_set_distinct_async (cnscd_window_get_repository (window), "one", "other",
                                           FALSE, NULL, NULL);
    }
  open_file (window, name, file);
  dialog = GTK_WIDGET (display_test_wait_for_dialog (window));
  if (holder != NULL)
    return holder;
  if (g_strv_contains (
        (const char *[]) { "import-problem", "import-password", "import-large", NULL }, name))
    {
      wait_for_step (window, "problem", NULL);
      return NULL;
    }

  wait_for_step (window, "columns", NULL);
  if (g_str_equal (name, "import-later"))
    {
      cnscd_window_import_file (window, file);
      display_test_settle ();
    }
  if (show_columns (window, name, file))
    return NULL;
  if (g_str_equal (name, "import-comparing"))
    holder = hold (path);
  g_signal_emit_by_name (display_test_find (dialog, CNSCD_TYPE_IMPORT_COLUMNS_PAGE), "next");
  if (g_str_equal (name, "import-schedule-problem"))
    {
      wait_for_step (window, "problem", NULL);
      return NULL;
    }
  if (g_str_equal (name, "import-comparing"))
    {
      wait_for_step (window, "plan", "loading");
      return holder;
    }

  wait_for_step (window, "plan", "plan");
  step = display_test_find (dialog, CNSCD_TYPE_IMPORT_PLAN_PAGE);
  if (g_str_equal (name, "import-findings"))
    show_findings (step);
  if (g_str_equal (name, "import-moved"))
    show_moved (step);
  if (g_str_equal (name, "import-changes") || g_str_equal (name, "import-new"))
    {
      g_signal_emit_by_name (step, "people",
                             g_str_equal (name, "import-new") ? CNSCD_IMPORT_CREATE
                                                              : CNSCD_IMPORT_UPDATE);
      wait_for_step (window, "changes", NULL);
      return NULL;
    }
  if (g_strv_contains ((const char *[]) { "import-plan", "import-schedule", "import-changed",
                                          "import-moved", "import-same", "import-findings",
                                          "import-other", "import-duplicates", "import-pasted-plan",
                                          NULL },
                       name))
    return NULL;

  if (g_strv_contains ((const char *[]) { "import-running", "import-stop", NULL }, name))
    holder = hold (path);
  g_signal_emit_by_name (step, "import");
  if (g_str_equal (name, "import-stop"))
    adw_dialog_close (ADW_DIALOG (dialog));
  if (holder != NULL)
    return holder;

  wait_for_step (window, "done", NULL);
  if (g_str_equal (name, "import-undoing"))
    {
      holder = hold (path);
      g_signal_emit_by_name (display_test_find_button (dialog, _ ("_Undo This Import")), "clicked");
      display_test_wait_for_text (window, _ ("Undoing"));
    }
  return holder;
}

/* The preferences, and what is over them. */
static void
add_signer (CnscdWindow *window, AdwDialog *preferences, const char *name, const char *authority)
{
  g_signal_emit_by_name (display_test_find_row (GTK_WIDGET (preferences), _ ("_Add Signer…")),
                         "activated");
  display_test_settle ();
  display_test_type (window, _ ("Full Name"), name);
  gtk_widget_activate (display_test_get_row (window, authority));
  display_test_press (window, _ ("_Save"));
  display_test_settle ();
}

static void
show_preferences (CnscdWindow *window, const char *page)
{
  AdwDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.preferences", NULL);
  dialog = display_test_wait_for_dialog (window);
  if (g_str_equal (page, "signer") || g_str_equal (page, "unit-dialog"))
    {
      gboolean signer = g_str_equal (page, "signer");

      adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog),
                                                    signer ? "signers" : "office");
      g_signal_emit_by_name (
        display_test_find_row (GTK_WIDGET (dialog), signer ? _ ("_Add Signer…") : _ ("Commune")),
        signer ? "activated" : "activate");
    }
  else if (g_str_equal (page, "signers-some"))
    {
      adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "signers");
      add_signer (window, dialog, "Nông Ngọc Tùng", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH");
      add_signer (window, dialog, "Hoàng Thị Minh Nguyệt",
                  "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH");
    }
  else if (g_str_equal (page, "letterhead"))
    {
      GtkWidget *row = display_test_get_row (window, _ ("Superior Body"));

      gtk_widget_grab_focus (row);
      gtk_editable_set_text (GTK_EDITABLE (row), "ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN");
    }
  else if (g_str_equal (page, "sizes"))
    {
      gtk_widget_grab_focus (display_test_get_row (window, _ ("Maximum Members")));
      display_test_settle ();
      adw_spin_row_set_value (ADW_SPIN_ROW (display_test_get_row (window, _ ("Minimum Members"))),
                              9);
      adw_spin_row_set_value (ADW_SPIN_ROW (display_test_get_row (window, _ ("Maximum Members"))),
                              5);
      display_test_settle ();
      scroll_to_end (display_test_get_row (window, _ ("Maximum Members")));
    }
  else
    adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), page);
}

/* The settings, perhaps of somebody whose backups went wrong. */
static GSettings *
create_settings (const char *page, const char *path)
{
  GSettings *settings = g_settings_new ("org.thainguyen.CNSCD");
  g_autoptr (GError) error =
    g_error_new_literal (CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FULL, "The disk is full.");

  if (!g_str_has_prefix (page, "backup-"))
    return settings;

  g_settings_set_string (settings, "backup-folder", "/media/USB/Sao lưu");
  if (g_str_equal (page, "backup-failed"))
    cnscd_backup_problem_note (settings, path, error, NULL);
  else
    cnscd_backup_problem_note (settings, path, NULL, "/media/USB/Sao lưu");
  return settings;
}

static gboolean
is_sample (gpointer window)
{
  return cnscd_window_is_sample (window) &&
         cnscd_repository_is_open (cnscd_window_get_repository (window));
}

static gboolean
can_undo (gpointer window)
{
  return cnscd_history_get_undo_label (cnscd_window_get_history (window)) != NULL;
}

/* A sample, or the question that is asked before something in it is lost. */
static void
show_sample (CnscdWindow *window, gboolean close)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-sample", NULL);
  display_test_pump_until (is_sample, window);
  display_test_settle ();
  if (!close)
    return;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.add-team", NULL);
  display_test_wait_for_dialog (window);
  display_test_settle ();
  display_test_type (window, C_ ("team", "Name"), "Tổ CNSCĐ xóm Thử");
  display_test_press (window, _ ("_Save"));
  display_test_pump_until (can_undo, window);
  display_test_settle ();
  gtk_window_close (GTK_WINDOW (window));
  display_test_wait_for_dialog (window);
}

static gboolean
sees_welcome (gpointer window)
{
  return display_test_find (window, CNSCD_TYPE_WELCOME) != NULL;
}

static void
show_welcome (CnscdWindow *window, const char *page)
{
  AdwNavigationView *view;

  display_test_pump_until (sees_welcome, window);
  view = display_test_find (GTK_WIDGET (window), ADW_TYPE_NAVIGATION_VIEW);
  adw_navigation_view_push_by_tag (view, "commune");
  display_test_settle ();
  if (g_str_equal (page, "commune"))
    return;
  g_signal_emit_by_name (
    gtk_list_box_get_row_at_index (display_test_find (GTK_WIDGET (window), GTK_TYPE_LIST_BOX), 12),
    "activate");
  display_test_settle ();
  if (g_str_equal (page, "begin"))
    return;
  g_signal_emit_by_name (display_test_find_row (GTK_WIDGET (window), _ ("Begin Empty")),
                         "activated");
  display_test_settle ();
  cnscd_window_show_page (window, page + strlen ("empty:"));
}

/* Whether a dialog is asked for, which comes once the database has answered. */
static gboolean
is_dialog (const char *page)
{
  static const char *const pages[] = { "team-history", "hamlet-bare", NULL };
  static const char *const prefixes[] = { "team-", "member-", "hamlet-", "decision-", NULL };

  if (g_strv_contains (pages, page))
    return FALSE;
  for (guint i = 0; prefixes[i] != NULL; i++)
    if (g_str_has_prefix (page, prefixes[i]))
      return TRUE;
  return FALSE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (CnscdApplication) application = NULL;
  g_autoptr (CnscdRepository) repository = NULL;
  g_autoptr (GSettings) settings = NULL;
  CnscdDatabase *holder = NULL;
  CnscdWindow *window;
  const char *page;
  int width, height;

  if (argc < 6 || sscanf (argv[3], "%dx%d", &width, &height) != 2)
    {
      g_printerr ("Usage: screenshot DATABASE PAGE WIDTHxHEIGHT light|dark OUTPUT.png [SEARCH]\n");
      return 2;
    }

  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  cnscd_locale_set_up ();
  gtk_disable_setlocale ();
  application = display_test_start ();
  cnscd_locale_complete_adwaita ();
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_str_equal (argv[4], "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                    : ADW_COLOR_SCHEME_FORCE_LIGHT);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-font-name",
                "Adwaita Sans 11", NULL);

  page = argv[2];
  screenshot_prepare_rare (argv[1], page);
  if (g_strv_contains ((const char *[]) { "hint", "duplicates", "long-duplicates", "merge", NULL },
                       page))
    add_twins (argv[1]);
  if (g_str_has_prefix (page, "import-other:"))
    set_unit_chosen (argv[1]);
  repository = cnscd_repository_new ();
  settings = create_settings (argv[2], argv[1]);
  window = cnscd_window_new (GTK_APPLICATION (application), repository, argv[1], settings);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  display_test_settle ();

  if (screenshot_show_report (window, page) || screenshot_show_rare (window, page) ||
      screenshot_show_days (window, page) || screenshot_show_schedule (window, page))
    ;
  else if (g_str_equal (page, "team"))
    display_test_open_team (window, 2);
  else if (g_str_has_prefix (page, "team-"))
    show_team (window, page + strlen ("team-"));
  else if (g_str_has_prefix (page, "team:"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-team", "s", page + strlen ("team:"));
  else if (g_strv_contains ((const char *[]) { "person", "delete-person", "chooser", "join", NULL },
                            page))
    show_person (window, page, argc > 6 ? argv[6] : "");
  else if (g_str_equal (page, "planned"))
    show_planned (window, argv[1]);
  else if (g_str_equal (page, "hint"))
    show_hint (window);
  else if (g_str_equal (page, "duplicates") || g_str_equal (page, "merge"))
    show_duplicates (window, g_str_equal (page, "merge"));
  else if (g_str_has_prefix (page, "member-"))
    show_form (window, page + strlen ("member-"));
  else if (g_str_has_prefix (page, "decision") && !g_str_equal (page, "decisions"))
    show_decision (window, page + strlen ("decision"));
  else if (g_str_has_prefix (page, "hamlets:") || g_str_has_prefix (page, "teams:"))
    show_choice (window, page);
  else if (g_str_has_prefix (page, "wrong-") || g_str_has_prefix (page, "far-") ||
           g_str_equal (page, "discard") || g_str_equal (page, "problem"))
    screenshot_show_mistake (window, page);
  else if (g_str_has_prefix (page, "hamlet") && !g_str_equal (page, "hamlets"))
    show_hamlet (window, argv[1], page + strlen ("hamlet"), 0);
  else if (g_str_equal (page, "filters") || g_str_equal (page, "filtered") ||
           g_str_equal (page, "nobody") || g_str_equal (page, "selecting") ||
           g_str_has_prefix (page, "bulk-"))
    {
      cnscd_window_show_page (window, "members");
      display_test_settle ();
      if (g_str_has_prefix (page, "bulk-") || g_str_equal (page, "selecting"))
        show_bulk (window, page);
      else
        show_filters (window, page);
    }
  else if (g_str_equal (page, "unit") || g_str_equal (page, "unit-chosen"))
    show_units (window, page);
  else if (g_str_equal (page, "sidebar"))
    adw_navigation_split_view_set_show_content (
      display_test_find (GTK_WIDGET (window), ADW_TYPE_NAVIGATION_SPLIT_VIEW), FALSE);
  else if (g_str_equal (page, "menu"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-menu", NULL);
  else if (g_str_equal (page, "shortcuts"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL);
  else if (g_str_equal (page, "about"))
    gtk_widget_activate_action (GTK_WIDGET (window), "app.about", NULL);
  else if (g_str_has_prefix (page, "print"))
    show_print (window, page[5] != '\0' ? page + strlen ("print-") : "");
  else if (g_str_equal (page, "export"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.export", NULL);
  else if (g_str_equal (page, "export-sessions"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.export-sessions", "(sss)", "2026-11-01",
                                "2026-11-30", "");
  else if (g_str_equal (page, "import-drop"))
    gtk_revealer_set_reveal_child (GTK_REVEALER (gtk_widget_get_last_child (
                                     display_test_find (GTK_WIDGET (window), GTK_TYPE_OVERLAY))),
                                   TRUE);
  else if (g_str_has_prefix (page, "import") && strchr (page, ':') != NULL)
    holder = show_import (window, argv[1], page);
  else if (g_str_has_prefix (page, "preferences:"))
    show_preferences (window, page + strlen ("preferences:"));
  else if (g_strv_contains ((const char *[]) { "signer", "signers-some", "unit-dialog",
                                               "letterhead", "sizes", NULL },
                            page))
    show_preferences (window, page);
  else if (g_str_has_prefix (page, "restore:"))
    {
      g_autoptr (GFile) backup = g_file_new_for_path (page + strlen ("restore:"));

      cnscd_restore_flow_start_with_file (window, backup);
      display_test_wait_for_dialog (window);
    }
  else if (g_str_has_prefix (page, "sample"))
    show_sample (window, g_str_equal (page, "sample-close"));
  else if (g_str_equal (page, "commune") || g_str_equal (page, "begin") ||
           g_str_has_prefix (page, "empty:"))
    show_welcome (window, page);
  else if (g_str_equal (page, "welcome"))
    display_test_settle ();
  else if (cnscd_repository_is_open (repository))
    cnscd_window_show_page (window, page);
  if (is_dialog (page))
    display_test_wait_for_dialog (window);
  /* What is held up would be given up, were it waited for. */
  if (holder == NULL)
    display_test_settle ();
  else
    wait_for_frames (GTK_WIDGET (window));

  if (argc > 6 && !g_strv_contains (
                    (const char *[]) { "person", "delete-person", "chooser", "join", NULL }, page))
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.search", NULL);
      display_test_settle ();
      gtk_editable_set_text (display_test_find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY),
                             argv[6]);
      display_test_settle ();
    }

  /* A popover is a window of its own. */
  if (g_str_has_suffix (page, "menu") || g_str_equal (page, "planned")
        ? !save_screen (argv[5])
        : !save (GTK_WIDGET (window), argv[5]))
    {
      g_printerr ("screenshot: cannot write %s\n", argv[5]);
      return 1;
    }
  release (holder);
  display_test_stop (application, window);
  return 0;
}
