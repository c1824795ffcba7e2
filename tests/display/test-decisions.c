/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-roster-edit.h"
#include "model/cnscd-repository-office.h"
#include "store/cnscd-change-set-store.h"
#include "store/cnscd-decision-details.h"
#include "store/cnscd-decisions.h"
#include "store/cnscd-members.h"
#include "store/cnscd-person-history.h"
#include "store/cnscd-record-store.h"
#include "store/cnscd-team-history.h"
#include "ui/decisions/cnscd-decision-actions.h"
#include "ui/decisions/cnscd-decision-guide.h"
#include "ui/decisions/cnscd-decision-row.h"
#include "ui/members/cnscd-member-dialog.h"

#include "display-test.h"

/* Decisions by hand, through the widgets, with a look into the database afterwards. */

#define UNIT "05716"

static CnscdApplication *application;

typedef struct
{
  DISPLAY_TEST
  CnscdTeam *team;
  CnscdTeam *other;
  CnscdHamlet *hamlet; /* without a team */
  CnscdDecision *decision;
  const char *expected;
} Test;

/* ---- the database */

static CnscdDatabase *
open_database (Test *test)
{
  g_autoptr (GError) error = NULL;
  CnscdDatabase *database = cnscd_database_open (test->path, &error);

  g_assert_no_error (error);
  return database;
}

static void
fill (Test *test, gboolean of_province)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = open_database (test);

  if (!of_province)
    cnscd_database_set_setting (database, "unit", UNIT, &error);
  g_assert_no_error (error);
  test->team = display_test_add_team (database, UNIT, "Tổ Một");
  test->other = display_test_add_team (database, UNIT, "Tổ Hai");
  display_test_add_member (database, test->team, "Đào Thị Ánh", CNSCD_ROLE_LEADER);
  display_test_add_member (database, test->team, "Lê Văn Ba", CNSCD_ROLE_MEMBER);
  display_test_add_member (database, test->team, "Trần Văn Năm", CNSCD_ROLE_MEMBER);
  display_test_add_member (database, test->other, "Hoàng Thị Hai", CNSCD_ROLE_LEADER);

  test->hamlet = cnscd_record_new (&CNSCD_KIND_HAMLET, UNIT);
  cnscd_record_set (test->hamlet, name, "Ba Nhất");
  test->hamlet->kind = CNSCD_HAMLET_KIND_HAMLET;
  display_test_put (database, test->hamlet);

  test->decision = cnscd_record_new (&CNSCD_KIND_DECISION, UNIT);
  cnscd_record_set (test->decision, number, "7/QĐ-UBND");
  cnscd_record_set (test->decision, signer, "Đặng Văn Ẩn");
  test->decision->date = CNSCD_DATE (2025, 1, 9);
  display_test_put (database, test->decision);
}

/* "103/QĐ-UBND: 2 teams, 3 members", the newest first: as another program would see it. */
static char *
dup_decisions (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = open_database (test);
  g_autoptr (GArray) nrs =
    cnscd_decisions_query (database, &(CnscdDecisionQuery) { .unit = UNIT }, &error);
  g_autoptr (GPtrArray) decisions =
    cnscd_decisions_read (database, (const gint64 *) (gpointer) nrs->data, nrs->len, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < decisions->len; i++)
    {
      const CnscdDecisionSummary *decision = decisions->pdata[i];

      g_string_append_printf (text, "%s%s %u %u", i > 0 ? ", " : "", decision->number,
                              decision->n_teams, decision->n_members);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gboolean
has_decisions (gpointer data)
{
  Test *test = data;
  g_autofree char *decisions = dup_decisions (test);

  return g_str_equal (decisions, test->expected);
}

static void
wait_for_decisions (Test *test, const char *expected)
{
  test->expected = expected;
  display_test_pump_until (has_decisions, test);
}

/* "Leader Đào Thị Ánh, …": those in the team after today. */
static char *
dup_roster (Test *test, const CnscdTeam *team)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = open_database (test);
  g_autoptr (GPtrArray) members = cnscd_members_list (
    database, &(CnscdMemberQuery) { .team = team->record.id, .sort = CNSCD_MEMBER_SORT_TEAM },
    &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < members->len; i++)
    {
      const CnscdMember *member = members->pdata[i];

      g_string_append_printf (text, "%s%d %s", i > 0 ? ", " : "", (int) member->role,
                              member->full_name);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static CnscdDecisionDetails *
read_newest (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = open_database (test);
  g_autoptr (GPtrArray) decisions =
    cnscd_decisions_list (database, &(CnscdDecisionQuery) { .unit = UNIT }, &error);
  const CnscdDecisionSummary *newest = decisions->pdata[0];
  CnscdDecisionDetails *details = cnscd_decision_details_read (database, newest->decision, &error);

  g_assert_no_error (error);
  return details;
}

static void
set_up (Test *test, gconstpointer data)
{
  display_test_make_folder (&test->display);
  fill (test, data != NULL);

  display_test_show (&test->display);
  display_test_wait_for_text (test->window, "Tổ Một");
}

static void
tear_down (Test *test, gconstpointer data)
{
  cnscd_record_unref (test->team);
  cnscd_record_unref (test->other);
  cnscd_record_unref (test->hamlet);
  cnscd_record_unref (test->decision);
  display_test_tear_down (&test->display);
}

/* ---- the widgets */

static gboolean
can_press (gpointer data)
{
  Test *test = data;

  return gtk_widget_is_sensitive (display_test_get_button (test->window, test->expected));
}

static void
press (Test *test, const char *label)
{
  test->expected = label;
  display_test_pump_until (can_press, test);
  display_test_press (test->window, label);
}

static void
begin (Test *test, CnscdDecisionKind kind, const char *team)
{
  cnscd_decision_actions_new (test->window, kind, team);
  display_test_wait_for_dialog (test->window);
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Next")));
  display_test_type (test->window, "Number", "Số 103 / QĐ-UBND");
  display_test_type (test->window, "Date", "29/11/2025");
}

static gboolean
has_entry (gpointer data)
{
  return display_test_find (data, GTK_TYPE_SEARCH_ENTRY) != NULL;
}

static GtkEditable *
wait_for_entry (gpointer root)
{
  display_test_pump_until (has_entry, root);
  return GTK_EDITABLE (display_test_find (root, GTK_TYPE_SEARCH_ENTRY));
}

static gboolean
shows_row (gpointer data)
{
  Test *test = data;

  return gtk_widget_get_visible (display_test_get_row (test->window, test->expected));
}

static gboolean
hides_row (gpointer data)
{
  return !shows_row (data);
}

/* The box to tick in the row called @title. */
static GtkCheckButton *
get_check (Test *test, const char *title)
{
  GtkWidget *check =
    display_test_find (display_test_get_row (test->window, title), GTK_TYPE_CHECK_BUTTON);

  g_assert_nonnull (check);
  return GTK_CHECK_BUTTON (check);
}

static void
open_decision (Test *test, const char *id)
{
  cnscd_window_show_page (test->window, "decisions");
  display_test_wait_for_no_text (test->window, "Tổ Một");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-decision", "s", id);
  display_test_wait_for_text (test->window, "7/QĐ-UBND");
}

static GtkWidget *
get_page (Test *test)
{
  AdwNavigationView *view = display_test_find (GTK_WIDGET (test->window), ADW_TYPE_NAVIGATION_VIEW);

  return GTK_WIDGET (adw_navigation_view_get_visible_page (view));
}

static void
act_on_page (Test *test, const char *action)
{
  gtk_widget_activate_action (get_page (test), action, NULL);
}

/* ---- tests */

static void
test_list (Test *test, gconstpointer data)
{
  GtkEditable *entry;

  cnscd_window_show_page (test->window, "decisions");
  display_test_wait_for_text (test->window, "7/QĐ-UBND · 09/01/2025");
  display_test_wait_for_text (test->window, "1 decision");

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.search", NULL);
  entry = wait_for_entry (test->window);
  gtk_editable_set_text (entry, "dang an");
  display_test_wait_for_text (test->window, "1 decision found");
  gtk_editable_set_text (entry, "kien toan");
  display_test_wait_for_text (test->window, "No Results Found");
}

static void
test_establish (Test *test, gconstpointer data)
{
  g_autoptr (CnscdDecisionDetails) details = NULL;
  const CnscdDecisionPart *part;

  begin (test, CNSCD_DECISION_KIND_ESTABLISH, NULL);
  press (test, "_Next");
  display_test_wait_for_text (test->window, "Step 2 of 3");
  gtk_check_button_set_active (get_check (test, "Tổ Một"), TRUE);
  gtk_check_button_set_active (get_check (test, "Xóm Ba Nhất"), TRUE);
  press (test, "_Next");
  display_test_wait_for_text (test->window, "Teams Established · 2");
  display_test_wait_for_text (test->window, "New team");
  wait_for_decisions (test, "7/QĐ-UBND 0 0");
  press (test, "_Save");
  display_test_wait_for_no_dialog (test->window);
  wait_for_decisions (test, "103/QĐ-UBND 2 3, 7/QĐ-UBND 0 0");
  display_test_wait_for_text (test->window, "Decision 103/QĐ-UBND added");
  /* The new team is in the list. */
  display_test_wait_for_text (test->window, "Xóm Ba Nhất");

  details = read_newest (test);
  g_assert_cmpint (details->decision->kind, ==, CNSCD_DECISION_KIND_ESTABLISH);
  g_assert_cmpstr (details->decision->issuer, ==, "Ủy ban nhân dân xã Võ Nhai");
  g_assert_cmpuint (details->teams_begun->len, ==, 2);
  part = details->teams_begun->pdata[0];
  g_assert_cmpstr (part->team_name, ==, "Tổ CNSCĐ xóm Ba Nhất");
  g_assert_true (cnscd_date_equal (part->valid_from, CNSCD_DATE (2025, 11, 29)));
  g_assert_cmpuint (details->members_begun->len, ==, 3);

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_decisions (test, "7/QĐ-UBND 0 0");
  display_test_wait_for_no_text (test->window, "Xóm Ba Nhất");
}

/* Of everything there is to choose, what is looked for; and without its people. */
static void
test_establish_all (Test *test, gconstpointer data)
{
  GtkEditable *entry;

  begin (test, CNSCD_DECISION_KIND_ESTABLISH, NULL);
  press (test, "_Next");
  entry = wait_for_entry (display_test_get_dialog (test->window));
  gtk_editable_set_text (entry, "ba nhat");
  test->expected = "Tổ Một";
  display_test_pump_until (hides_row, test);
  gtk_editable_set_text (entry, "khong co");
  display_test_wait_for_text (test->window, "No Results Found");
  gtk_editable_set_text (entry, "to");
  test->expected = "Tổ Một";
  display_test_pump_until (shows_row, test);
  display_test_press (test->window, "Select All");
  g_assert_true (gtk_check_button_get_active (get_check (test, "Tổ Hai")));
  adw_switch_row_set_active (
    ADW_SWITCH_ROW (display_test_get_row (test->window, "Their members as well")), FALSE);
  press (test, "_Next");
  display_test_wait_for_text (test->window, "Teams Established · 2");
  press (test, "_Save");
  display_test_wait_for_no_dialog (test->window);
  wait_for_decisions (test, "103/QĐ-UBND 2 0, 7/QĐ-UBND 0 0");
}

static void
add_joiner (Test *test, const char *name, guint role)
{
  AdwDialog *guide = display_test_get_dialog (test->window);

  g_signal_emit_by_name (display_test_get_row (test->window, "Add _New Person…"), "activated");
  g_assert_true (display_test_get_dialog (test->window) != guide);
  display_test_type (test->window, "Full name", name);
  adw_combo_row_set_selected (ADW_COMBO_ROW (display_test_get_row (test->window, "Role")), role);
  press (test, "_Save");
  while (display_test_get_dialog (test->window) != guide)
    g_main_context_iteration (NULL, TRUE);
}

/* One leaves, one gets another role, one stays, one comes. */
static void
test_consolidate (Test *test, gconstpointer data)
{
  g_autofree char *roster = NULL;
  g_autofree char *before = dup_roster (test, test->team);
  g_autofree char *after = NULL;
  g_autoptr (CnscdDecisionDetails) details = NULL;
  const CnscdDecisionPart *part;

  g_assert_cmpstr (before, ==, "1 Đào Thị Ánh, 3 Lê Văn Ba, 3 Trần Văn Năm");
  begin (test, CNSCD_DECISION_KIND_CONSOLIDATE, test->team->record.id);
  display_test_type (test->window, "In force from", "1/12/2025");
  press (test, "_Next");
  display_test_wait_for_text (test->window, "Current Members");
  gtk_check_button_set_active (get_check (test, "Đào Thị Ánh"), FALSE);
  display_test_wait_for_text (test->window, "Leaves the team");
  gtk_drop_down_set_selected (
    display_test_find (display_test_get_row (test->window, "Lê Văn Ba"), GTK_TYPE_DROP_DOWN), 0);
  add_joiner (test, "NGUYỄN THỊ MỚI", 1);
  display_test_wait_for_text (test->window, "Nguyễn Thị Mới");

  press (test, "_Next");
  display_test_wait_for_text (test->window, "Leave the Team · 1");
  display_test_wait_for_text (test->window, "Join the Team · 1");
  display_test_wait_for_text (test->window, "Change Their Role · 1");
  display_test_wait_for_text (test->window, "Leader, until now Member");
  display_test_wait_for_text (test->window, "Stay as They Are · 1");
  press (test, "_Save");
  display_test_wait_for_no_dialog (test->window);
  wait_for_decisions (test, "103/QĐ-UBND 1 2, 7/QĐ-UBND 0 0");
  /* The team is called by its name, and those who stay are told of. */
  cnscd_window_show_page (test->window, "decisions");
  display_test_wait_for_text (test->window, "Tổ Một · 1 joined, 1 left, 1 changed roles, 1 stayed");
  roster = dup_roster (test, test->team);
  g_assert_cmpstr (roster, ==, "1 Lê Văn Ba, 2 Nguyễn Thị Mới, 3 Trần Văn Năm");

  details = read_newest (test);
  g_assert_cmpuint (details->members_begun->len, ==, 2);
  g_assert_cmpuint (details->members_ended->len, ==, 2);
  part = details->members_begun->pdata[0];
  g_assert_true (cnscd_date_equal (part->valid_from, CNSCD_DATE (2025, 12, 1)));
  part = details->members_ended->pdata[0];
  g_assert_cmpstr (part->full_name, ==, "Đào Thị Ánh");
  g_assert_true (cnscd_date_equal (part->valid_to, CNSCD_DATE (2025, 11, 30)));
  g_assert_cmpuint (details->teams_changed->len, ==, 1);
  part = details->teams_changed->pdata[0];
  g_assert_cmpstr (part->team_name, ==, "Tổ Một");

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-decision", "s",
                              details->decision->record.id);
  display_test_wait_for_text (test->window, "Teams Consolidated · 1");
  display_test_wait_for_text (test->window, "1 joined, 1 left, 1 changed roles, 1 stayed");

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_decisions (test, "7/QĐ-UBND 0 0");
  after = dup_roster (test, test->team);
  g_assert_cmpstr (after, ==, before);
}

/* Somebody of another team, whom a form would not take as they are, and who has left it. */
static char *
add_former (Test *test)
{
  g_autoptr (CnscdDatabase) database = open_database (test);
  g_autoptr (CnscdPerson) person = cnscd_record_new (&CNSCD_KIND_PERSON, UNIT);
  g_autoptr (CnscdMembership) membership = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, UNIT);

  cnscd_record_set (person, full_name, "Phạm Văn Cũ");
  cnscd_record_set (person, phone, "123");
  cnscd_record_set (membership, team, test->other->record.id);
  cnscd_record_set (membership, person, person->record.id);
  cnscd_record_set (membership, body, "Chi bộ");
  membership->role = CNSCD_ROLE_LEADER;
  membership->valid_to = CNSCD_DATE (2024, 12, 31);
  display_test_put (database, person);
  display_test_put (database, membership);
  return g_strdup (person->record.id);
}

/* "Leader Phạm Văn Cũ, …" of one person: every record of that name, and their memberships. */
static char *
dup_person (Test *test, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = open_database (test);
  g_autoptr (CnscdPersonHistory) history = cnscd_person_history_read (database, id, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  g_string_append (text, history->person->phone);
  for (guint i = 0; i < history->memberships->len; i++)
    {
      const CnscdPersonMembership *membership = history->memberships->pdata[i];

      g_string_append_printf (text, ", %d %s", membership->record->role, membership->record->body);
    }
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gboolean
shows_form (gpointer data)
{
  return CNSCD_IS_MEMBER_DIALOG (display_test_get_dialog (((Test *) data)->window));
}

/* Opens the search for people who are stored, and the form for the first who is found. */
static void
choose_person (Test *test, const char *search, const char *name)
{
  AdwDialog *guide = display_test_get_dialog (test->window);
  AdwDialog *chooser;

  g_signal_emit_by_name (display_test_get_row (test->window, "Add _Recorded Person…"), "activated");
  chooser = display_test_get_dialog (test->window);
  g_assert_true (chooser != guide);
  gtk_editable_set_text (wait_for_entry (chooser), search);
  g_signal_emit_by_name (wait_for_entry (chooser), "activate");
  display_test_pump_until (shows_form, test);
  g_assert_cmpstr (adw_dialog_get_title (display_test_get_dialog (test->window)), ==, name);
}

static gboolean
shows_guide (gpointer data)
{
  return CNSCD_IS_DECISION_GUIDE (display_test_get_dialog (((Test *) data)->window));
}

/* Who is to come to the team already stands among those who are there, and is not offered again. */
static void
test_consolidate_coming (Test *test, gconstpointer data)
{
  g_autofree char *id = add_former (test);
  g_autoptr (CnscdDatabase) database = open_database (test);
  g_autoptr (CnscdMembership) membership = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, UNIT);
  g_autofree char *roster = NULL;
  GtkWidget *row;

  cnscd_record_set (membership, team, test->team->record.id);
  cnscd_record_set (membership, person, id);
  membership->role = CNSCD_ROLE_MEMBER;
  membership->valid_from = cnscd_date_add_days (cnscd_date_today (), 30);
  display_test_put (database, membership);

  begin (test, CNSCD_DECISION_KIND_CONSOLIDATE, test->team->record.id);
  press (test, "_Next");
  display_test_wait_for_text (test->window, "Current Members");
  row = display_test_get_row (test->window, "Phạm Văn Cũ");
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "from "));

  choose_person (test, "h", "Hoàng Thị Hai");
  press (test, "_Save");
  display_test_pump_until (shows_guide, test);
  g_signal_emit_by_name (display_test_get_row (test->window, "Add _Recorded Person…"), "activated");
  display_test_wait_for_text (test->window, "Nothing to Choose From");
  adw_dialog_close (display_test_get_dialog (test->window));
  display_test_pump_until (shows_guide, test);

  /* Who shall not come after all, does not. */
  gtk_check_button_set_active (get_check (test, "Phạm Văn Cũ"), FALSE);
  press (test, "_Next");
  display_test_wait_for_text (test->window, "Leave the Team · 1");
  display_test_wait_for_text (test->window, "Join the Team · 1");
  press (test, "_Save");
  display_test_wait_for_no_dialog (test->window);
  wait_for_decisions (test, "103/QĐ-UBND 1 1, 7/QĐ-UBND 0 0");
  roster = dup_person (test, id);
  g_assert_cmpstr (roster, ==, "123, 1 Chi bộ");
}

/* Who is stored keeps the record, and nobody can come twice. */
static void
test_consolidate_stored (Test *test, gconstpointer data)
{
  g_autofree char *id = add_former (test);
  g_autofree char *roster = NULL;
  g_autofree char *before = dup_roster (test, test->team);
  g_autofree char *after = NULL;
  g_autofree char *person_before = dup_person (test, id);
  g_autofree char *person_then = NULL;
  g_autofree char *person_after = NULL;
  g_autoptr (CnscdDecisionDetails) details = NULL;

  g_assert_cmpstr (person_before, ==, "123, 1 Chi bộ");
  begin (test, CNSCD_DECISION_KIND_CONSOLIDATE, test->team->record.id);
  press (test, "_Next");
  display_test_wait_for_text (test->window, "Current Members");
  gtk_check_button_set_active (get_check (test, "Đào Thị Ánh"), FALSE);

  choose_person (test, "pham van cu", "Phạm Văn Cũ");
  /* The person is not to be changed here, and what they represent is known. */
  g_assert_false (gtk_widget_get_mapped (display_test_get_row (test->window, "Full name")));
  g_assert_cmpstr (
    gtk_editable_get_text (GTK_EDITABLE (display_test_get_row (test->window, "Body represented"))),
    ==, "Chi bộ");
  press (test, "_Save");
  display_test_pump_until (shows_guide, test);
  display_test_wait_for_text (test->window, "Member · Chi bộ");

  /* Another role after all. */
  g_signal_emit_by_name (display_test_get_row (test->window, "Phạm Văn Cũ"), "activated");
  display_test_pump_until (shows_form, test);
  adw_combo_row_set_selected (ADW_COMBO_ROW (display_test_get_row (test->window, "Role")), 0);
  press (test, "_Save");
  display_test_pump_until (shows_guide, test);
  display_test_wait_for_text (test->window, "Leader · Chi bộ");

  /* Of a team that the person stays in, too. */
  choose_person (test, "hoang thi", "Hoàng Thị Hai");
  press (test, "_Save");
  display_test_pump_until (shows_guide, test);

  /* Who comes, or is there, is not offered. */
  g_signal_emit_by_name (display_test_get_row (test->window, "Add _Recorded Person…"), "activated");
  display_test_wait_for_text (test->window, "Nothing to Choose From");
  adw_dialog_close (display_test_get_dialog (test->window));
  display_test_pump_until (shows_guide, test);

  press (test, "_Next");
  display_test_wait_for_text (test->window, "Leave the Team · 1");
  display_test_wait_for_text (test->window, "Join the Team · 2");
  display_test_wait_for_text (test->window, "Stay as They Are · 2");
  press (test, "_Save");
  display_test_wait_for_no_dialog (test->window);
  wait_for_decisions (test, "103/QĐ-UBND 1 2, 7/QĐ-UBND 0 0");
  roster = dup_roster (test, test->team);
  g_assert_cmpstr (roster, ==, "1 Phạm Văn Cũ, 3 Lê Văn Ba, 3 Hoàng Thị Hai, 3 Trần Văn Năm");
  person_then = dup_person (test, id);
  g_assert_cmpstr (person_then, ==, "123, 1 Chi bộ, 1 Chi bộ");
  details = read_newest (test);
  g_assert_cmpuint (details->members_begun->len, ==, 2);
  g_assert_cmpuint (details->members_ended->len, ==, 1);

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_decisions (test, "7/QĐ-UBND 0 0");
  after = dup_roster (test, test->team);
  g_assert_cmpstr (after, ==, before);
  person_after = dup_person (test, id);
  g_assert_cmpstr (person_after, ==, person_before);
}

/* Nobody is to consolidate a team that happens to be the first. */
static void
test_consolidate_which (Test *test, gconstpointer data)
{
  GtkWidget *row;

  begin (test, CNSCD_DECISION_KIND_CONSOLIDATE, NULL);
  press (test, "_Next");
  display_test_wait_for_text (test->window, "Choose…");
  row = display_test_get_row (test->window, "Team");
  g_assert_null (cnscd_choice_row_get_chosen (CNSCD_CHOICE_ROW (row)));
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Next")));
  g_assert_false (gtk_widget_get_mapped (display_test_get_row (test->window, "Add _New Person…")));

  cnscd_choice_row_set_chosen (CNSCD_CHOICE_ROW (row), test->other->record.id);
  display_test_wait_for_text (test->window, "Hoàng Thị Hai");
  display_test_settle ();
  g_assert_true (gtk_widget_get_mapped (display_test_get_row (test->window, "Add _New Person…")));
}

/* The whole team at once; and one that was to come, does not after all. */
static void
test_replace (Test *test, gconstpointer data)
{
  g_autofree char *roster = NULL;
  GtkWidget *button;

  begin (test, CNSCD_DECISION_KIND_CONSOLIDATE, test->team->record.id);
  press (test, "_Next");
  display_test_wait_for_text (test->window, "Current Members");
  display_test_press (test->window, "Replace All");
  add_joiner (test, "Nguyễn Thị Mới", 0);
  add_joiner (test, "Nguyễn Văn Nhầm", 2);
  button =
    display_test_find (display_test_get_row (test->window, "Nguyễn Văn Nhầm"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");

  /* There and back again. */
  press (test, "_Next");
  display_test_wait_for_text (test->window, "Leave the Team · 3");
  press (test, "_Back");
  display_test_wait_for_text (test->window, "Step 2 of 3");
  g_assert_false (gtk_check_button_get_active (get_check (test, "Lê Văn Ba")));
  press (test, "_Next");
  display_test_wait_for_text (test->window, "Join the Team · 1");
  press (test, "_Save");
  display_test_wait_for_no_dialog (test->window);
  wait_for_decisions (test, "103/QĐ-UBND 1 1, 7/QĐ-UBND 0 0");
  roster = dup_roster (test, test->team);
  g_assert_cmpstr (roster, ==, "1 Nguyễn Thị Mới");
}

static void
test_dissolve (Test *test, gconstpointer data)
{
  g_autoptr (CnscdDecisionDetails) details = NULL;

  begin (test, CNSCD_DECISION_KIND_DISSOLVE, NULL);
  press (test, "_Next");
  display_test_wait_for_text (test->window, "Teams to Dissolve");
  /* Nothing chosen, nothing to go on with. */
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Next")));
  gtk_check_button_set_active (get_check (test, "Tổ Hai"), TRUE);
  press (test, "_Next");
  display_test_wait_for_text (test->window, "Teams Dissolved · 1");
  press (test, "_Save");
  display_test_wait_for_no_dialog (test->window);
  wait_for_decisions (test, "103/QĐ-UBND 1 1, 7/QĐ-UBND 0 0");
  display_test_wait_for_no_text (test->window, "Tổ Hai");
  details = read_newest (test);
  g_assert_cmpuint (details->teams_ended->len, ==, 1);
  g_assert_cmpuint (details->members_ended->len, ==, 1);

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  display_test_wait_for_text (test->window, "Tổ Hai");
}

/* Who was to move to a team that is dissolved before is named, and stays where they are. */
static void
test_dissolve_before_move (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = open_database (test);
  g_autoptr (GPtrArray) memberships =
    cnscd_team_memberships_list (database, test->team->record.id, &error);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Move");
  CnscdDate from = cnscd_date_add_days (cnscd_date_today (), 60);
  g_autofree char *day = cnscd_date_format (from);
  g_autofree char *fate = g_strdup_printf ("Was to join on %s and stays in Tổ Một", day);
  g_autoptr (CnscdMembership) stays = NULL;
  CnscdMembership *moving;
  gint64 action;

  g_assert_no_error (error);
  moving = memberships->pdata[0];
  cnscd_roster_move_member (set, moving, test->other, from, NULL, NULL);
  cnscd_change_set_apply (database, set, &action, &error);
  g_assert_no_error (error);

  begin (test, CNSCD_DECISION_KIND_DISSOLVE, NULL);
  press (test, "_Next");
  display_test_wait_for_text (test->window, "Teams to Dissolve");
  gtk_check_button_set_active (get_check (test, "Tổ Hai"), TRUE);
  press (test, "_Next");
  display_test_wait_for_text (test->window, "Do Not Join · 1");
  display_test_wait_for_text (test->window, fate);
  press (test, "_Save");
  display_test_wait_for_no_dialog (test->window);
  stays = cnscd_record_store_get (database, &CNSCD_KIND_MEMBERSHIP, moving->record.id, &error);
  g_assert_no_error (error);
  g_assert_false (cnscd_date_is_known (stays->valid_to));
}

/* Where there is more than one commune, it is chosen first. */
static void
test_province (Test *test, gconstpointer data)
{
  g_autoptr (CnscdDecisionDetails) details = NULL;
  GtkWidget *issuer;

  begin (test, CNSCD_DECISION_KIND_DISSOLVE, NULL);
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Next")));
  cnscd_choice_row_set_chosen (CNSCD_CHOICE_ROW (display_test_get_row (test->window, "Commune")),
                               UNIT);
  issuer = display_test_get_row (test->window, "Issued by");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (issuer)), ==, "Ủy ban nhân dân xã Võ Nhai");
  /* What was typed before stays, and would still be asked for. */
  g_assert_false (adw_dialog_get_can_close (display_test_get_dialog (test->window)));
  press (test, "_Next");
  display_test_press (test->window, "Select All");
  press (test, "_Next");
  press (test, "_Save");
  display_test_wait_for_no_dialog (test->window);
  details = read_newest (test);
  g_assert_cmpstr (details->decision->record.unit, ==, UNIT);
  g_assert_cmpuint (details->teams_ended->len, ==, 2);
  g_assert_cmpuint (details->members_ended->len, ==, 4);
}

/* No team is changed before its first day. */
static void
test_too_early (Test *test, gconstpointer data)
{
  g_autoptr (CnscdTeam) later = cnscd_record_copy (test->team);
  g_autoptr (CnscdDatabase) database = open_database (test);

  later->valid_from = CNSCD_DATE (2025, 12, 1);
  display_test_put (database, later);
  begin (test, CNSCD_DECISION_KIND_CONSOLIDATE, test->team->record.id);
  press (test, "_Next");
  display_test_wait_for_text (
    test->window,
    "Tổ Một exists only from 01/12/2025 on. Go back and let the decision be in force later.");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Next")));
  press (test, "_Back");
  display_test_wait_for_text (test->window, "Step 1 of 3");
  display_test_type (test->window, "In force from", "1/12/2025");
  press (test, "_Next");
  press (test, "_Next");
  display_test_wait_for_text (test->window, "Stay as They Are · 3");

  /* Nobody was touched, which may have been forgotten. */
  display_test_wait_for_text (
    test->window, "No changes: nobody joins, leaves or gets another role. Only the decision itself "
                  "is saved.");
  g_assert_false (
    gtk_widget_has_css_class (display_test_get_button (test->window, "_Save"), "suggested-action"));

  /* Nor is it saved by an Enter too many, which would have the button wait. */
  gtk_widget_activate_action (GTK_WIDGET (display_test_get_dialog (test->window)),
                              "default.activate", NULL);
  g_assert_true (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Save")));
  press (test, "_Back");
  g_assert_true (
    gtk_widget_has_css_class (display_test_get_button (test->window, "_Next"), "suggested-action"));
}

/* Each field says what is wrong, and nobody gets on with it. */
static void
test_wrong_input (Test *test, gconstpointer data)
{
  static const struct
  {
    const char *title;
    const char *text;
    const char *said;
  } cases[] = {
    { "Number", "", "Number: still needed" },
    { "Number", "QĐ-UBND", "Number: not the number of a decision" },
    { "Date", "", "Date: still needed" },
    { "Date", "31/2/2025", "Date: no such date" },
    { "Date", "2025", "Date: day, month and year are needed" },
    { "Date", "1/1/2999", "Date: in the future" },
    { "Date", "1/1/1899", "Date: too long ago" },
    { "In force from", "11/2025", "In force from: day, month and year are needed" },
    { "In force from", "ngay", "In force from: not a date" },
  };

  begin (test, CNSCD_DECISION_KIND_ESTABLISH, NULL);
  test->expected = "_Next";
  display_test_pump_until (can_press, test);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *row = display_test_get_row (test->window, cases[i].title);
      g_autofree char *right = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));

      gtk_editable_set_text (GTK_EDITABLE (row), cases[i].text);
      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                       cases[i].said);
      g_assert_true (gtk_widget_has_css_class (row, "error"));
      g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Next")));
      gtk_editable_set_text (GTK_EDITABLE (row), right);
      g_assert_false (gtk_widget_has_css_class (row, "error"));
    }
  g_assert_true (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Next")));
  wait_for_decisions (test, "7/QĐ-UBND 0 0");
}

static gboolean
warns (gpointer data)
{
  Test *test = data;

  return gtk_widget_has_css_class (display_test_get_row (test->window, "Number"), "warning");
}

/* A number that is there already is told of, but may be right. */
static void
test_double (Test *test, gconstpointer data)
{
  begin (test, CNSCD_DECISION_KIND_ESTABLISH, NULL);
  display_test_type (test->window, "Number", "07/qd-ubnd");
  g_assert_false (warns (test));
  display_test_type (test->window, "Number", "7/QĐ-UBND");
  display_test_pump_until (warns, test);
  press (test, "_Next");
  press (test, "_Back");
  display_test_type (test->window, "Date", "1/1/2024");
  g_assert_false (warns (test));
}

static gboolean
asks (gpointer data)
{
  Test *test = data;

  return ADW_IS_ALERT_DIALOG (display_test_get_dialog (test->window));
}

static void
test_discard (Test *test, gconstpointer data)
{
  AdwDialog *guide;

  cnscd_decision_actions_new (test->window, CNSCD_DECISION_KIND_ESTABLISH, NULL);
  guide = display_test_wait_for_dialog (test->window);
  g_assert_true (adw_dialog_get_can_close (guide));
  display_test_type (test->window, "Subject", "Về việc thành lập");
  g_assert_false (adw_dialog_get_can_close (guide));
  adw_dialog_close (guide);
  display_test_pump_until (asks, test);
  adw_dialog_force_close (display_test_get_dialog (test->window));
  adw_dialog_force_close (guide);
  display_test_wait_for_no_dialog (test->window);
  wait_for_decisions (test, "7/QĐ-UBND 0 0");
}

static void
test_edit (Test *test, gconstpointer data)
{
  open_decision (test, test->decision->record.id);
  display_test_wait_for_text (test->window, "Đặng Văn Ẩn");
  act_on_page (test, "decision.edit");
  display_test_wait_for_dialog (test->window);
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Save")));
  display_test_type (test->window, "Number", "");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Save")));
  display_test_type (test->window, "Number", "8/QĐ-UBND");
  /* An old one may lack its date. */
  display_test_type (test->window, "Date", "");
  adw_combo_row_set_selected (ADW_COMBO_ROW (display_test_get_row (test->window, "Kind")),
                              CNSCD_DECISION_KIND_DISSOLVE);
  press (test, "_Save");
  display_test_wait_for_no_dialog (test->window);
  wait_for_decisions (test, "8/QĐ-UBND 0 0");
  display_test_wait_for_text (test->window, "8/QĐ-UBND");
  display_test_wait_for_text (test->window, "Dissolves teams");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  display_test_wait_for_text (test->window, "7/QĐ-UBND");
}

/* By keys, from the list. */
static void
test_keys (Test *test, gconstpointer data)
{
  cnscd_window_show_page (test->window, "decisions");
  display_test_wait_for_no_text (test->window, "Tổ Một");
  display_test_wait_for_text (test->window, "7/QĐ-UBND · 09/01/2025");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-page", "s", "decisions");
  display_test_press_key ("F2");
  display_test_wait_for_dialog (test->window);
  g_assert_cmpstr (adw_dialog_get_title (display_test_get_dialog (test->window)), ==,
                   "Edit Decision");
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);
  display_test_press_key ("Delete");
  wait_for_decisions (test, "");
  display_test_wait_for_text (test->window, "Decision 7/QĐ-UBND deleted");
}

static void
test_delete (Test *test, gconstpointer data)
{
  open_decision (test, test->decision->record.id);
  display_test_wait_for_text (test->window, "No team and no member refers to this decision yet.");
  act_on_page (test, "decision.delete");
  wait_for_decisions (test, "");
  /* The page is gone with it. */
  display_test_wait_for_text (test->window, "No Decisions Yet");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_decisions (test, "7/QĐ-UBND 0 0");
  display_test_wait_for_text (test->window, "7/QĐ-UBND · 09/01/2025");
}

/* One that something refers to stays, and its page opens the team's. */
static void
test_delete_used (Test *test, gconstpointer data)
{
  g_autoptr (CnscdTeam) team = cnscd_record_copy (test->team);
  GtkWidget *view;

  {
    g_autoptr (CnscdDatabase) database = open_database (test);

    cnscd_record_set (team, decision, test->decision->record.id);
    /* Which came to a hamlet of another name, that the decision knew nothing of. */
    cnscd_record_set (team, hamlet, test->hamlet->record.id);
    display_test_put (database, team);
  }

  open_decision (test, test->decision->record.id);
  display_test_wait_for_text (test->window, "Teams Established · 1");
  display_test_wait_for_text (test->window, "Tổ Một");
  act_on_page (test, "decision.delete");
  display_test_wait_for_dialog (test->window);
  display_test_wait_for_text (test->window, "Decision Still in Use");
  display_test_wait_for_text (
    test->window, "It is still used by: 1 team. Choose another decision for them first, "
                  "or correct the number and the date of this one.");
  adw_dialog_force_close (display_test_get_dialog (test->window));
  wait_for_decisions (test, "7/QĐ-UBND 1 0");

  view = display_test_find (get_page (test), GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (view, "activate", 1);
  display_test_wait_for_text (test->window, "Lê Văn Ba");
}

static gboolean
offers_decision (gpointer data)
{
  return cnscd_decision_row_get_summary (data) != NULL;
}

/* The row for forms: what is chosen is known before it can be shown, and told when it changes. */
static void
test_row (Test *test, gconstpointer data)
{
  g_autoptr (CnscdDecisionRow) row =
    CNSCD_DECISION_ROW (g_object_ref_sink (cnscd_decision_row_new ()));
  guint n_told = 0;

  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "None");
  cnscd_decision_row_set_decision (row, test->decision->record.id);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "—");
  g_signal_connect_swapped (row, "notify::decision", G_CALLBACK (g_atomic_int_inc), &n_told);
  cnscd_decision_row_set_repository (row, test->repository, UNIT);
  g_assert_cmpstr (cnscd_decision_row_get_decision (row), ==, test->decision->record.id);
  g_assert_null (cnscd_decision_row_get_summary (row));
  display_test_pump_until (offers_decision, row);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "7/QĐ-UBND"));
  g_assert_cmpstr (cnscd_decision_row_get_summary (row)->number, ==, "7/QĐ-UBND");
  g_assert_cmpuint (n_told, ==, 0);

  cnscd_choice_row_set_chosen (CNSCD_CHOICE_ROW (row), NULL);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "None");
  g_assert_null (cnscd_decision_row_get_decision (row));
  g_assert_cmpuint (n_told, ==, 1);
  g_assert_null (cnscd_decision_row_get_summary (row));
  cnscd_decision_row_set_decision (row, test->decision->record.id);
  g_assert_cmpuint (n_told, ==, 2);
  g_assert_nonnull (cnscd_decision_row_get_summary (row));
}

int
main (int argc, char *argv[])
{
  application = display_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/display/decisions/" name, Test, NULL, set_up, func, tear_down)
  ADD ("list", test_list);
  ADD ("establish", test_establish);
  ADD ("establish-all", test_establish_all);
  ADD ("consolidate", test_consolidate);
  ADD ("consolidate-which", test_consolidate_which);
  ADD ("consolidate-stored", test_consolidate_stored);
  ADD ("consolidate-coming", test_consolidate_coming);
  ADD ("replace", test_replace);
  ADD ("dissolve", test_dissolve);
  ADD ("dissolve-before-move", test_dissolve_before_move);
  ADD ("too-early", test_too_early);
  g_test_add ("/display/decisions/province", Test, "province", set_up, test_province, tear_down);
  ADD ("wrong-input", test_wrong_input);
  ADD ("double", test_double);
  ADD ("discard", test_discard);
  ADD ("edit", test_edit);
  ADD ("keys", test_keys);
  ADD ("delete", test_delete);
  ADD ("delete-used", test_delete_used);
  ADD ("row", test_row);
#undef ADD

  return display_test_run ();
}
