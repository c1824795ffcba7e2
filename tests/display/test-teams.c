/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-roster-edit.h"
#include "model/cnscd-member-list.h"
#include "store/cnscd-change-set-store.h"
#include "store/cnscd-office-store.h"
#include "store/cnscd-person-history.h"
#include "store/cnscd-team-history.h"
#include "ui/common/cnscd-choice-dialog.h"
#include "ui/common/cnscd-choice-row.h"
#include "ui/decisions/cnscd-decision-guide.h"
#include "ui/decisions/cnscd-decision-page.h"
#include "ui/decisions/cnscd-decision-row.h"
#include "ui/teams/cnscd-team-actions.h"
#include "ui/teams/cnscd-team-history-page.h"
#include "ui/teams/cnscd-team-page.h"

#include "display-test.h"

/* What officials do with teams, through the widgets, with a look into the database afterwards. */

#define UNIT "05716"

static CnscdApplication *application;

typedef struct
{
  DISPLAY_TEST
  CnscdHamlet *hamlet;
  CnscdHamlet *former;
  CnscdDecision *decision;
  CnscdTeam *team;
  CnscdTeam *empty;
  const char *expected;
  guint position;
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

static CnscdHamlet *
add_hamlet (CnscdDatabase *database, const char *name, CnscdDate until)
{
  CnscdHamlet *hamlet = cnscd_record_new (&CNSCD_KIND_HAMLET, UNIT);

  cnscd_record_set (hamlet, name, name);
  hamlet->kind = CNSCD_HAMLET_KIND_HAMLET;
  hamlet->valid_to = until;
  display_test_put (database, hamlet);
  return hamlet;
}

static void
fill (Test *test, gboolean province)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = open_database (test);
  g_autoptr (CnscdOffice) office = cnscd_office_new ();

  office->unit = province ? NULL : g_strdup (UNIT);
  office->sizes = (CnscdTeamSizes) { .min = 5, .max = 9 };
  cnscd_office_save (database, office, &error);
  g_assert_no_error (error);

  test->hamlet = add_hamlet (database, "Ba Nhất", CNSCD_DATE_UNKNOWN);
  test->former = add_hamlet (database, "Cũ", CNSCD_DATE (2025, 6, 30));
  test->decision = cnscd_record_new (&CNSCD_KIND_DECISION, UNIT);
  cnscd_record_set (test->decision, number, "103/QĐ-UBND");
  test->decision->date = CNSCD_DATE (2025, 11, 29);
  display_test_put (database, test->decision);
  test->team = display_test_add_team (database, UNIT, "Tổ Một");
  test->empty = display_test_add_team (database, UNIT, "Tổ Hai");
  display_test_add_member (database, test->team, "Đào Thị Ánh", CNSCD_ROLE_LEADER);
  display_test_add_member (database, test->team, "Lê Văn Ba", CNSCD_ROLE_MEMBER);
  display_test_add_member (database, test->team, "Lý Thị Tư", CNSCD_ROLE_MEMBER);
}

/* As another program would see it: with @name, or none. */
static CnscdTeam *
find_team (Test *test, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = open_database (test);
  g_autoptr (GPtrArray) teams = cnscd_record_store_list (database, &CNSCD_KIND_TEAM, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < teams->len; i++)
    {
      CnscdTeam *team = teams->pdata[i];

      if (g_strcmp0 (team->name, name) == 0)
        return cnscd_record_ref (team);
    }
  return NULL;
}

static gboolean
has_team (gpointer data)
{
  Test *test = data;
  g_autoptr (CnscdTeam) team = find_team (test, test->expected);

  return team != NULL;
}

static gboolean
has_no_team (gpointer data)
{
  return !has_team (data);
}

static void
wait_for_team (Test *test, const char *name, gboolean there)
{
  test->expected = name;
  display_test_pump_until (there ? has_team : has_no_team, test);
}

static GPtrArray *
read_memberships (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = open_database (test);
  GPtrArray *memberships = cnscd_team_memberships_list (database, test->team->record.id, &error);

  g_assert_no_error (error);
  return memberships;
}

static char *
dup_names (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = open_database (test);
  g_autoptr (GPtrArray) members = cnscd_members_list (
    database, &(CnscdMemberQuery) { .team = test->team->record.id, .sort = CNSCD_MEMBER_SORT_TEAM },
    &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < members->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((const CnscdMember *) members->pdata[i])->full_name);
  return g_string_free_and_steal (g_steal_pointer (&names));
}

static gboolean
has_names (gpointer data)
{
  Test *test = data;
  g_autofree char *names = dup_names (test);

  return g_str_equal (names, test->expected);
}

static void
wait_for_names (Test *test, const char *names)
{
  test->expected = names;
  display_test_pump_until (has_names, test);
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
  g_clear_pointer (&test->hamlet, cnscd_record_unref);
  g_clear_pointer (&test->former, cnscd_record_unref);
  g_clear_pointer (&test->decision, cnscd_record_unref);
  g_clear_pointer (&test->team, cnscd_record_unref);
  g_clear_pointer (&test->empty, cnscd_record_unref);
  display_test_tear_down (&test->display);
}

/* ---- the widgets */

static AdwNavigationPage *
get_page (Test *test)
{
  return adw_navigation_view_get_visible_page (
    display_test_find (GTK_WIDGET (test->window), ADW_TYPE_NAVIGATION_VIEW));
}

static gboolean
shows_team (gpointer data)
{
  return CNSCD_IS_TEAM_PAGE (get_page (data));
}

static gboolean
shows_no_team (gpointer data)
{
  return !shows_team (data);
}

static void
open_team (Test *test, const CnscdTeam *team)
{
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-team", "s", team->record.id);
  display_test_pump_until (shows_team, test);
}

static void
act (Test *test, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_page (test)), action, NULL));
}

static gboolean
has_choices (gpointer data)
{
  return CNSCD_IS_CHOICE_DIALOG (display_test_get_dialog (((Test *) data)->window));
}

static gboolean
has_search (gpointer data)
{
  return has_choices (data) &&
         display_test_find (GTK_WIDGET (display_test_get_dialog (((Test *) data)->window)),
                            GTK_TYPE_SEARCH_ENTRY) != NULL;
}

static gboolean
has_no_choices (gpointer data)
{
  return !has_choices (data);
}

static gboolean
is_sensitive_row (gpointer data)
{
  Test *test = data;

  return gtk_widget_is_sensitive (display_test_get_row (test->window, test->expected));
}

static gboolean
has_found (gpointer data)
{
  Test *test = data;

  return display_test_find_row (GTK_WIDGET (display_test_get_dialog (test->window)),
                                test->expected) != NULL;
}

/* In the dialog that a row of the form opens. */
static void
choose (Test *test, const char *title, const char *search, const char *choice)
{
  GtkWidget *row;

  test->expected = title;
  display_test_pump_until (is_sensitive_row, test);
  row = display_test_get_row (test->window, title);
  do
    {
      /* Nothing happens until the choices have been read. */
      adw_action_row_activate (ADW_ACTION_ROW (row));
      g_main_context_iteration (NULL, FALSE);
    }
  while (!has_choices (test));

  display_test_pump_until (has_search, test);
  gtk_editable_set_text (
    display_test_find (GTK_WIDGET (display_test_get_dialog (test->window)), GTK_TYPE_SEARCH_ENTRY),
    search);
  test->expected = choice;
  display_test_pump_until (has_found, test);
  gtk_widget_activate (display_test_get_row (test->window, choice));
  display_test_pump_until (has_no_choices, test);
}

static const char *
get_text (Test *test, const char *title)
{
  return gtk_editable_get_text (GTK_EDITABLE (display_test_get_row (test->window, title)));
}

static gboolean
can_save (Test *test, const char *label)
{
  return gtk_widget_is_sensitive (display_test_get_button (test->window, label));
}

/* What a row of choices says. */
static const char *
get_said (Test *test, const char *title)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (display_test_get_row (test->window, title)));
}

/* ---- adding */

static void
test_add (Test *test, gconstpointer data)
{
  g_autoptr (CnscdTeam) team = NULL;
  CnscdDecisionRow *decision;

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.new", NULL);
  display_test_wait_for_dialog (test->window);
  g_assert_false (can_save (test, "_Save"));
  g_assert_true (adw_dialog_get_can_close (display_test_get_dialog (test->window)));

  /* The hamlet gives the name, the decision the day. */
  choose (test, "Hamlet", "ba nhat", "Xóm Ba Nhất");
  g_assert_cmpstr (get_text (test, "Name"), ==, "Tổ CNSCĐ xóm Ba Nhất");
  decision = CNSCD_DECISION_ROW (display_test_get_row (test->window, "Established by"));
  choose (test, "Established by", "103", "Decision 103/QĐ-UBND of 29/11/2025");
  g_assert_nonnull (cnscd_decision_row_get_summary (decision));
  g_assert_cmpstr (get_text (test, "Since"), ==, "29/11/2025");
  display_test_type (test->window, "Note", " Ghi  chú ");
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, "Tổ CNSCĐ xóm Ba Nhất added");

  /* Its page comes up. */
  display_test_pump_until (shows_team, test);
  display_test_wait_for_text (test->window, "No Members");
  team = find_team (test, "Tổ CNSCĐ xóm Ba Nhất");
  g_assert_nonnull (team);
  g_assert_cmpstr (cnscd_team_page_get_team (CNSCD_TEAM_PAGE (get_page (test))), ==,
                   team->record.id);
  g_assert_cmpstr (team->record.unit, ==, UNIT);
  g_assert_cmpint (team->level, ==, CNSCD_TEAM_LEVEL_HAMLET);
  g_assert_cmpstr (team->hamlet, ==, test->hamlet->record.id);
  g_assert_cmpstr (team->decision, ==, test->decision->record.id);
  g_assert_true (cnscd_date_equal (team->valid_from, CNSCD_DATE (2025, 11, 29)));
  g_assert_cmpstr (team->note, ==, "Ghi chú");

  /* And goes with it. */
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_team (test, "Tổ CNSCĐ xóm Ba Nhất", FALSE);
  display_test_pump_until (shows_no_team, test);
}

/* A name that somebody wrote stays, whatever is chosen then. */
static void
test_own_name (Test *test, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.add-team", NULL);
  display_test_wait_for_dialog (test->window);
  /* Nobody has said yet that there is none. */
  g_assert_cmpstr (get_said (test, "Hamlet"), ==, "Choose…");
  g_assert_cmpstr (get_said (test, "Established by"), ==, "Choose…");
  choose (test, "Hamlet", "ba", "Xóm Ba Nhất");
  g_assert_cmpstr (get_said (test, "Hamlet"), ==, "Xóm Ba Nhất");
  choose (test, "Hamlet", "cu", "Xóm Cũ");
  g_assert_cmpstr (get_text (test, "Name"), ==, "Tổ CNSCĐ xóm Cũ");
  display_test_type (test->window, "Name", "Tổ của tôi");
  choose (test, "Hamlet", "", "None");
  g_assert_cmpstr (get_said (test, "Hamlet"), ==, "None");
  g_assert_cmpstr (get_text (test, "Name"), ==, "Tổ của tôi");

  /* A commune's team has no hamlet. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (display_test_get_row (test->window, "Level")), 1);
  g_assert_false (gtk_widget_get_visible (display_test_get_row (test->window, "Hamlet")));
  g_assert_cmpstr (get_text (test, "Name"), ==, "Tổ của tôi");
  display_test_type (test->window, "Name", "");
  adw_combo_row_set_selected (ADW_COMBO_ROW (display_test_get_row (test->window, "Level")), 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (display_test_get_row (test->window, "Level")), 1);
  g_assert_cmpstr (get_text (test, "Name"), ==, "Tổ CNSCĐ xã Võ Nhai");
  adw_dialog_force_close (display_test_get_dialog (test->window));
}

/* At the province's desk a team is of no commune until one is chosen. */
static void
test_add_for_province (Test *test, gconstpointer data)
{
  g_autoptr (CnscdTeam) team = NULL;

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.add-team", NULL);
  display_test_wait_for_dialog (test->window);
  display_test_type (test->window, "Name", "Tổ Bốn");
  g_assert_false (can_save (test, "_Save"));
  g_assert_false (gtk_widget_is_sensitive (display_test_get_row (test->window, "Hamlet")));
  choose (test, "Commune", "vo nhai", "Xã Võ Nhai");
  choose (test, "Hamlet", "ba nhat", "Xóm Ba Nhất");
  g_assert_cmpstr (get_text (test, "Name"), ==, "Tổ Bốn");

  /* What was of one commune is not of another. */
  choose (test, "Commune", "duc xuan", "Phường Đức Xuân");
  g_assert_null (
    cnscd_choice_row_get_chosen (CNSCD_CHOICE_ROW (display_test_get_row (test->window, "Hamlet"))));
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, "Tổ Bốn added");
  team = find_team (test, "Tổ Bốn");
  g_assert_cmpstr (team->record.unit, ==, "01840");
  g_assert_null (team->hamlet);
}

/* ---- changing */

static gboolean
shows_row (gpointer data)
{
  Test *test = data;
  AdwDialog *dialog = display_test_get_dialog (test->window);
  GtkWidget *row =
    dialog != NULL ? display_test_find_row (GTK_WIDGET (dialog), test->expected) : NULL;

  return row != NULL && gtk_widget_get_visible (row);
}

static void
test_edit (Test *test, gconstpointer data)
{
  g_autoptr (CnscdTeam) team = NULL;

  open_team (test, test->team);
  act (test, "team.edit");
  display_test_wait_for_dialog (test->window);
  g_assert_cmpstr (get_text (test, "Name"), ==, "Tổ Một");
  g_assert_false (can_save (test, "_Save"));
  g_assert_true (adw_dialog_get_can_close (display_test_get_dialog (test->window)));
  choose (test, "Hamlet", "ba nhat", "Xóm Ba Nhất");
  g_assert_cmpstr (get_text (test, "Name"), ==, "Tổ Một");
  display_test_type (test->window, "Since", "1/7/2022");
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, "Tổ Một changed");
  display_test_wait_for_text (test->window, "Xóm Ba Nhất");
  team = find_team (test, "Tổ Một");
  g_assert_cmpstr (team->hamlet, ==, test->hamlet->record.id);
  g_assert_true (cnscd_date_equal (team->valid_from, CNSCD_DATE (2022, 7, 1)));
  g_assert_cmpint (team->level, ==, CNSCD_TEAM_LEVEL_HAMLET);
}

/* Each field says what is wrong, and nothing wrong is saved. */
static void
test_wrong_input (Test *test, gconstpointer data)
{
  static const struct
  {
    const char *title;
    const char *text;
    const char *said;
  } cases[] = {
    { "Name", "", "Name: still needed" },
    { "Name", "  12 ", "Name: not a name" },
    { "Since", "31/2/2025", "Since: no such date" },
    { "Since", "hôm qua", "Since: not a date" },
    { "Since", "2025", "Since: day, month and year are needed" },
  };

  open_team (test, test->team);
  act (test, "team.edit");
  display_test_wait_for_dialog (test->window);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *row = display_test_get_row (test->window, cases[i].title);
      g_autofree char *right = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));

      gtk_editable_set_text (GTK_EDITABLE (row), cases[i].text);
      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                       cases[i].said);
      g_assert_true (gtk_widget_has_css_class (row, "error"));
      g_assert_false (can_save (test, "_Save"));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, cases[i].text);
      gtk_editable_set_text (GTK_EDITABLE (row), right);
      g_assert_false (gtk_widget_has_css_class (row, "error"));
    }

  /* The same name and the same hamlet are the same team; the same name may be meant. */
  display_test_type (test->window, "Name", "tổ hai");
  test->expected = "This team already exists";
  display_test_pump_until (shows_row, test);
  g_assert_false (can_save (test, "_Save"));
  choose (test, "Hamlet", "ba nhat", "Xóm Ba Nhất");
  test->expected = "Another team of the commune has this name";
  display_test_pump_until (shows_row, test);
  g_assert_true (can_save (test, "_Save"));

  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);
  wait_for_team (test, "Tổ Một", TRUE);
}

/* ---- dissolving and deleting */

static void
test_dissolve (Test *test, gconstpointer data)
{
  g_autoptr (CnscdTeam) team = NULL;
  g_autoptr (CnscdTeam) restored = NULL;
  g_autoptr (GPtrArray) memberships = NULL;

  open_team (test, test->team);
  act (test, "team.dissolve");
  display_test_wait_for_dialog (test->window);
  display_test_wait_for_text (test->window,
                              "3 memberships end with the team. All stay in the history.");
  display_test_type (test->window, "First day without the team", "2025");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (
                     display_test_get_row (test->window, "First day without the team"))),
                   ==, "First day without the team: day, month and year are needed");
  g_assert_false (can_save (test, "_Dissolve"));
  display_test_type (test->window, "First day without the team", "");
  g_assert_false (can_save (test, "_Dissolve"));
  /* May be meant, and may be a slip. */
  display_test_type (test->window, "First day without the team", "1/7/2062");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (
                     display_test_get_row (test->window, "First day without the team"))),
                   ==, "First day without the team: more than a year ahead");
  g_assert_true (can_save (test, "_Dissolve"));
  display_test_type (test->window, "First day without the team", "1/1/1900");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (
                     display_test_get_row (test->window, "First day without the team"))),
                   ==, "First day without the team: before 2022, when there were no teams");
  g_assert_true (can_save (test, "_Dissolve"));

  display_test_type (test->window, "First day without the team", "1/7/2025");
  choose (test, "Decision", "103", "Decision 103/QĐ-UBND of 29/11/2025");
  display_test_press (test->window, "_Dissolve");
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, "Tổ Một dissolved");
  display_test_wait_for_text (test->window,
                              "Dissolved on 01/07/2025 · Decision 103/QĐ-UBND of 29/11/2025");
  display_test_wait_for_no_text (test->window, "Lê Văn Ba");

  team = find_team (test, "Tổ Một");
  g_assert_true (cnscd_date_equal (team->valid_to, CNSCD_DATE (2025, 6, 30)));
  g_assert_cmpstr (team->end_decision, ==, test->decision->record.id);
  memberships = read_memberships (test);
  g_assert_cmpuint (memberships->len, ==, 3);
  for (guint i = 0; i < memberships->len; i++)
    {
      const CnscdMembership *membership = memberships->pdata[i];

      g_assert_true (cnscd_date_equal (membership->valid_to, CNSCD_DATE (2025, 6, 30)));
      g_assert_cmpstr (membership->end_decision, ==, test->decision->record.id);
    }

  /* Nobody can be added to it; all of it is one step back. */
  act (test, "team.add-member");
  act (test, "team.dissolve");
  display_test_settle ();
  g_assert_null (display_test_get_dialog (test->window));
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_names (test, "Đào Thị Ánh, Lê Văn Ba, Lý Thị Tư");
  restored = find_team (test, "Tổ Một");
  g_assert_false (cnscd_date_is_known (restored->valid_to));
  display_test_wait_for_text (test->window, "Lê Văn Ba");
}

static CnscdMembership *
find_membership (GPtrArray *memberships, const CnscdTeam *team)
{
  for (guint i = 0; i < memberships->len; i++)
    if (g_strcmp0 (((CnscdMembership *) memberships->pdata[i])->team, team->record.id) == 0)
      return memberships->pdata[i];
  return NULL;
}

/* Lê Văn Ba moves from Tổ Một to Tổ Hai on @from. */
static char *
plan_move (Test *test, CnscdDate from)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = open_database (test);
  g_autoptr (GPtrArray) memberships = read_memberships (test);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Move");
  CnscdMembership *membership = memberships->pdata[1];
  gint64 action;

  cnscd_roster_move_member (set, membership, test->empty, from, NULL, NULL);
  cnscd_change_set_apply (database, set, &action, &error);
  g_assert_no_error (error);
  return g_strdup (membership->person);
}

static GPtrArray *
read_person (Test *test, const char *person)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = open_database (test);
  g_autoptr (CnscdPersonHistory) history = cnscd_person_history_read (database, person, &error);

  g_assert_no_error (error);
  return cnscd_person_history_dup_records (history);
}

/* Who was to come to it is told of, and stays where they are. */
static void
test_dissolve_before_move (Test *test, gconstpointer data)
{
  CnscdDate day = cnscd_date_add_days (cnscd_date_today (), 30);
  CnscdDate from = cnscd_date_add_days (day, 30);
  g_autofree char *day_text = cnscd_date_format (day);
  g_autofree char *from_text = cnscd_date_format (from);
  g_autofree char *words = g_strdup_printf ("Was to join on %s and stays in Tổ Một", from_text);
  g_autofree char *done = g_strdup_printf ("Tổ Hai to be dissolved on %s", day_text);
  g_autofree char *person = plan_move (test, from);
  g_autoptr (GPtrArray) memberships = NULL;
  const CnscdMembership *stays;

  open_team (test, test->empty);
  act (test, "team.dissolve");
  display_test_wait_for_dialog (test->window);
  display_test_type (test->window, "First day without the team", day_text);
  display_test_wait_for_text (test->window, "1 planned membership is withdrawn");
  g_assert_nonnull (
    display_test_find_row (GTK_WIDGET (display_test_get_dialog (test->window)), "Lê Văn Ba"));
  display_test_wait_for_text (test->window, words);
  /* Later, the team is there when they come. */
  display_test_type (test->window, "First day without the team", "1/1/2090");
  display_test_wait_for_text (test->window,
                              "1 membership ends with the team. Both stay in the history.");
  display_test_type (test->window, "First day without the team", day_text);
  display_test_press (test->window, "_Dissolve");
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, done);
  memberships = read_person (test, person);
  g_assert_null (find_membership (memberships, test->empty));
  stays = find_membership (memberships, test->team);
  g_assert_false (cnscd_date_is_known (stays->valid_to));
}

static void
test_delete (Test *test, gconstpointer data)
{
  open_team (test, test->empty);
  act (test, "team.delete");
  wait_for_team (test, "Tổ Hai", FALSE);
  display_test_wait_for_text (test->window, "Tổ Hai deleted");
  display_test_pump_until (shows_no_team, test);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_team (test, "Tổ Hai", TRUE);
}

/* Who belonged to a team is not to be forgotten with it. */
static void
test_delete_used (Test *test, gconstpointer data)
{
  open_team (test, test->team);
  act (test, "team.delete");
  display_test_wait_for_dialog (test->window);
  g_assert_true (ADW_IS_ALERT_DIALOG (display_test_get_dialog (test->window)));
  g_assert_cmpstr (
    adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (display_test_get_dialog (test->window))), ==,
    "Cannot Delete Team");
  wait_for_team (test, "Tổ Một", TRUE);

  /* Instead of that it is dissolved. */
  display_test_press (test->window, "_Dissolve…");
  test->expected = "First day without the team";
  display_test_pump_until (shows_row, test);
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);
}

/* ---- history */

static gboolean
shows_history (gpointer data)
{
  return CNSCD_IS_TEAM_HISTORY_PAGE (get_page (data));
}

static gboolean
shows_decision (gpointer data)
{
  return CNSCD_IS_DECISION_PAGE (get_page (data));
}

static void
test_history (Test *test, gconstpointer data)
{
  g_autoptr (GPtrArray) memberships = read_memberships (test);
  g_autoptr (CnscdMembership) ended = cnscd_record_copy (memberships->pdata[1]);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Left");

  open_team (test, test->team);
  act (test, "team.history");
  display_test_pump_until (shows_history, test);
  display_test_wait_for_text (test->window, "No History Yet");

  /* What happens meanwhile is told at once. */
  ended->valid_from = CNSCD_DATE (2022, 6, 1);
  ended->valid_to = CNSCD_DATE (2025, 6, 30);
  cnscd_record_set (ended, end_reason, "Chuyển nơi ở");
  cnscd_record_set (ended, end_decision, test->decision->record.id);
  cnscd_change_set_edit (set, memberships->pdata[1], ended);
  cnscd_repository_apply_async (test->repository, set, NULL, NULL);
  display_test_wait_for_text (test->window, "Lê Văn Ba");
  display_test_wait_for_text (test->window, "Member\nFrom 01/06/2022 to 30/06/2025\n"
                                            "Chuyển nơi ở · Decision 103/QĐ-UBND of 29/11/2025");
  display_test_wait_for_text (test->window, "29/11/2025: Changed");
  display_test_wait_for_text (test->window, "Decision 103/QĐ-UBND of 29/11/2025\n1 left");

  /* What was decided leads to the decision. */
  gtk_widget_activate (display_test_find_row (GTK_WIDGET (get_page (test)), "29/11/2025: Changed"));
  display_test_pump_until (shows_decision, test);
}

/* Also from the team's page, once it is known which decision set the team up. */
static void
test_decision (Test *test, gconstpointer data)
{
  g_autoptr (CnscdTeam) team = cnscd_record_copy (test->team);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Establish");
  gboolean handled = FALSE;

  cnscd_record_set (team, decision, test->decision->record.id);
  cnscd_change_set_edit (set, test->team, team);
  cnscd_repository_apply_async (test->repository, set, NULL, NULL);
  open_team (test, test->team);
  display_test_wait_for_text (test->window, "Decision 103/QĐ-UBND of 29/11/2025");
  g_signal_emit_by_name (
    display_test_find_labelled (GTK_WIDGET (get_page (test)), "Decision 103/QĐ-UBND of 29/11/2025"),
    "activate-link", test->decision->record.id, &handled);
  g_assert_true (handled);
  display_test_pump_until (shows_decision, test);
}

/* Kiện toàn begins with the team that it is about. */
static void
test_consolidate (Test *test, gconstpointer data)
{
  open_team (test, test->team);
  act (test, "team.consolidate");
  display_test_wait_for_dialog (test->window);
  g_assert_true (CNSCD_IS_DECISION_GUIDE (display_test_get_dialog (test->window)));
  adw_dialog_force_close (display_test_get_dialog (test->window));
}

/* Of a team that goes neither its history nor its page stays. */
static void
test_history_of_gone (Test *test, gconstpointer data)
{
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Delete");

  open_team (test, test->empty);
  act (test, "team.history");
  display_test_pump_until (shows_history, test);
  display_test_wait_for_text (test->window, "No History Yet");
  cnscd_change_set_delete (set, test->empty);
  cnscd_repository_apply_async (test->repository, set, NULL, NULL);
  display_test_wait_for_no_text (test->window, "No History Yet");
  display_test_pump_until (shows_no_team, test);
  g_assert_false (shows_history (test));
}

/* ---- warnings */

static void
find_images (GtkWidget *root, GPtrArray *found)
{
  if (GTK_IS_IMAGE (root) && gtk_widget_get_mapped (root) &&
      g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (root)), "dialog-warning-symbolic") == 0)
    g_ptr_array_add (found, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_images (child, found);
}

static void
test_warnings (Test *test, gconstpointer data)
{
  g_autoptr (GPtrArray) images = g_ptr_array_new ();

  /* In the list a sign, with the words for pointers and screen readers. */
  find_images (GTK_WIDGET (test->window), images);
  g_assert_cmpuint (images->len, ==, 2);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (images->pdata[0]), ==,
                   "No leader · 0 members, at least 5 expected");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (images->pdata[0]),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "No leader · 0 members, at least 5 expected");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (images->pdata[1]), ==,
                   "3 members, at least 5 expected");

  open_team (test, test->team);
  display_test_wait_for_text (test->window, "3 members, at least 5 expected");
}

static void
test_shown (Test *test, gconstpointer data)
{
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Dissolve");
  g_autoptr (CnscdTeam) team = cnscd_record_copy (test->empty);
  AdwToggleGroup *group = display_test_find (GTK_WIDGET (test->window), ADW_TYPE_TOGGLE_GROUP);

  adw_toggle_group_set_active_name (group, "dissolved");
  display_test_wait_for_text (test->window, "No Dissolved Teams");
  team->valid_to = CNSCD_DATE (2025, 11, 28);
  cnscd_change_set_edit (set, test->empty, team);
  cnscd_repository_apply_async (test->repository, set, NULL, NULL);
  display_test_wait_for_text (test->window, "Tổ Hai");
  display_test_wait_for_text (test->window, "Dissolved on 29/11/2025");
  g_assert_null (display_test_find_labelled (GTK_WIDGET (test->window), "Tổ Một"));

  /* Of three members there should be five. */
  adw_toggle_group_set_active_name (group, "with-warnings");
  display_test_wait_for_no_text (test->window, "Tổ Hai");
  display_test_wait_for_text (test->window, "Tổ Một");

  /* A search is among the chosen ones, whichever comes first. */
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.search", NULL);
  display_test_settle ();
  gtk_editable_set_text (display_test_find (GTK_WIDGET (test->window), GTK_TYPE_SEARCH_ENTRY),
                         "hai");
  display_test_wait_for_text (test->window, "No Results Found");
  adw_toggle_group_set_active_name (group, "dissolved");
  display_test_wait_for_text (test->window, "Tổ Hai");
  gtk_editable_set_text (display_test_find (GTK_WIDGET (test->window), GTK_TYPE_SEARCH_ENTRY),
                         "mot");
  display_test_wait_for_text (test->window, "No Results Found");
  adw_toggle_group_set_active_name (group, "current");
  display_test_wait_for_text (test->window, "Tổ Một");
}

/* ---- the order of members, and keys */

static gboolean
has_focus_on_row (gpointer data)
{
  Test *test = data;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (test->window));

  return focus != NULL && g_str_equal (G_OBJECT_TYPE_NAME (focus), "GtkListItemWidget") &&
         display_test_find_labelled (focus, test->expected) != NULL;
}

static void
focus_row (Test *test, guint position, const char *text)
{
  GtkWidget *view = display_test_find (GTK_WIDGET (get_page (test)), GTK_TYPE_LIST_VIEW);

  gtk_list_view_scroll_to (GTK_LIST_VIEW (view), position, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (view);
  test->expected = text;
  display_test_pump_until (has_focus_on_row, test);
}

static void
test_shift (Test *test, gconstpointer data)
{
  open_team (test, test->team);
  display_test_wait_for_text (test->window, "Lý Thị Tư");
  display_test_settle ();
  focus_row (test, 2, "Lý Thị Tư");
  display_test_press_key ("alt+Up");
  wait_for_names (test, "Đào Thị Ánh, Lý Thị Tư, Lê Văn Ba");
  display_test_wait_for_text (test->window, "Member moved up");
  /* The focus goes along, so that the next key is about the same person. */
  test->expected = "Lý Thị Tư";
  display_test_settle ();
  display_test_pump_until (has_focus_on_row, test);
  display_test_press_key ("alt+Down");
  wait_for_names (test, "Đào Thị Ánh, Lê Văn Ba, Lý Thị Tư");
  display_test_wait_for_text (test->window, "Member moved down");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_names (test, "Đào Thị Ánh, Lý Thị Tư, Lê Văn Ba");
}

static GtkWidget *
find_popover (Test *test)
{
  return display_test_find (GTK_WIDGET (get_page (test)), GTK_TYPE_POPOVER_MENU);
}

/* Only then does it take the keys. */
static gboolean
has_focus_in_popover (gpointer data)
{
  Test *test = data;
  GtkWidget *popover = find_popover (test);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (test->window));

  return popover != NULL && focus != NULL &&
         (focus == popover || gtk_widget_is_ancestor (focus, popover));
}

static gboolean
has_no_popover (gpointer data)
{
  return find_popover (data) == NULL;
}

static gboolean
has_focus_in_dialog (gpointer data)
{
  Test *test = data;
  AdwDialog *dialog = display_test_get_dialog (test->window);
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (test->window));

  return dialog != NULL && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (dialog));
}

static void
test_keys (Test *test, gconstpointer data)
{
  display_test_settle ();
  focus_row (test, 0, "Tổ Hai");
  display_test_press_key ("shift+F10");
  display_test_pump_until (has_focus_in_popover, test);
  display_test_press_key ("Escape");
  display_test_pump_until (has_no_popover, test);
  test->expected = "Tổ Hai";
  display_test_pump_until (has_focus_on_row, test);

  display_test_press_key ("F2");
  display_test_wait_for_dialog (test->window);
  g_assert_cmpstr (get_text (test, "Name"), ==, "Tổ Hai");
  display_test_pump_until (has_focus_in_dialog, test);
  display_test_press_key ("Escape");
  display_test_wait_for_no_dialog (test->window);

  test->expected = "Tổ Hai";
  display_test_pump_until (has_focus_on_row, test);
  display_test_press_key ("Delete");
  wait_for_team (test, "Tổ Hai", FALSE);
  display_test_wait_for_text (test->window, "Tổ Hai deleted");
  display_test_wait_for_no_text (test->window, "Tổ Hai");
  test->expected = "Tổ Một";
  display_test_pump_until (has_focus_on_row, test);
  display_test_press_key ("ctrl+n");
  display_test_wait_for_dialog (test->window);
  display_test_wait_for_text (test->window, "New Team");
  adw_dialog_force_close (display_test_get_dialog (test->window));
}

/* Also after a dialog, which gives the focus back to where it was. */
static void
test_focus_after_end (Test *test, gconstpointer data)
{
  open_team (test, test->team);
  display_test_wait_for_text (test->window, "Lý Thị Tư");
  display_test_settle ();
  focus_row (test, 1, "Lê Văn Ba");
  display_test_press_key ("Delete");
  display_test_wait_for_dialog (test->window);
  display_test_type (test->window, "No longer a member from", "1/1/2026");
  display_test_press (test->window, "_End");
  display_test_wait_for_no_dialog (test->window);
  wait_for_names (test, "Đào Thị Ánh, Lý Thị Tư");
  display_test_settle ();
  test->expected = "Lý Thị Tư";
  display_test_pump_until (has_focus_on_row, test);

  /* It was the last one. */
  display_test_press_key ("Delete");
  display_test_wait_for_dialog (test->window);
  display_test_type (test->window, "No longer a member from", "1/1/2026");
  display_test_press (test->window, "_End");
  display_test_wait_for_no_dialog (test->window);
  wait_for_names (test, "Đào Thị Ánh");
  display_test_settle ();
  test->expected = "Đào Thị Ánh";
  display_test_pump_until (has_focus_on_row, test);
}

static guint
count_rows (Test *test)
{
  GtkListView *view = display_test_find (GTK_WIDGET (get_page (test)), GTK_TYPE_LIST_VIEW);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (view)));
}

static gboolean
has_two_rows (gpointer data)
{
  return count_rows (data) == 2;
}

static void
test_focus_after_delete (Test *test, gconstpointer data)
{
  g_autoptr (CnscdDatabase) database = open_database (test);
  g_autoptr (CnscdTeam) third = display_test_add_team (database, UNIT, "Tổ Năm");

  cnscd_repository_look_for_changes (cnscd_window_get_repository (test->window));
  display_test_wait_for_text (test->window, "Tổ Năm");
  display_test_settle ();
  focus_row (test, 2, "Tổ Năm");
  display_test_press_key ("Delete");
  display_test_pump_until (has_two_rows, test);
  /* In the same moment: no key goes astray. */
  test->expected = "Tổ Một";
  g_assert_true (has_focus_on_row (test));

  /* What comes back has it again: by a key, and by the button of the toast. */
  display_test_settle ();
  display_test_press_key ("ctrl+z");
  test->expected = "Tổ Năm";
  display_test_pump_until (has_focus_on_row, test);
  display_test_press_key ("Delete");
  display_test_pump_until (has_two_rows, test);
  display_test_wait_for_text (test->window, "Tổ Năm deleted");
  display_test_settle ();
  display_test_click (display_test_find_button (GTK_WIDGET (test->window), "_Undo"));
  display_test_pump_until (has_focus_on_row, test);
}

static gboolean
shows_members (gpointer data)
{
  return g_strcmp0 (cnscd_window_get_visible_page (((Test *) data)->window), "members") == 0;
}

/* Who looks for a person among the teams is led to where people are. */
static void
test_search_members (Test *test, gconstpointer data)
{
  GtkWidget *entry;

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.search", NULL);
  display_test_settle ();
  entry = display_test_find (GTK_WIDGET (get_page (test)), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "le van ba");
  display_test_wait_for_text (test->window, "No Results Found");
  gtk_widget_activate (
    display_test_find_button (GTK_WIDGET (get_page (test)), "Search in _Members"));
  display_test_pump_until (shows_members, test);
  display_test_wait_for_text (test->window, "Lê Văn Ba");
  display_test_wait_for_no_text (test->window, "Đào Thị Ánh");
  display_test_settle ();
  entry = display_test_find (GTK_WIDGET (get_page (test)), GTK_TYPE_SEARCH_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "le van ba");
}

int
main (int argc, char *argv[])
{
  application = display_test_init (&argc, &argv, NULL);

#define ADD(name, func, data)                                                                      \
  g_test_add ("/display/teams/" name, Test, data, set_up, func, tear_down)
  ADD ("add", test_add, NULL);
  ADD ("own-name", test_own_name, NULL);
  ADD ("add-for-province", test_add_for_province, "province");
  ADD ("edit", test_edit, NULL);
  ADD ("wrong-input", test_wrong_input, NULL);
  ADD ("dissolve", test_dissolve, NULL);
  ADD ("dissolve-before-move", test_dissolve_before_move, NULL);
  ADD ("delete", test_delete, NULL);
  ADD ("delete-used", test_delete_used, NULL);
  ADD ("history", test_history, NULL);
  ADD ("decision", test_decision, NULL);
  ADD ("consolidate", test_consolidate, NULL);
  ADD ("history-of-gone", test_history_of_gone, NULL);
  ADD ("warnings", test_warnings, NULL);
  ADD ("shown", test_shown, NULL);
  ADD ("shift", test_shift, NULL);
  ADD ("keys", test_keys, NULL);
  ADD ("search-members", test_search_members, NULL);
  ADD ("focus-after-end", test_focus_after_end, NULL);
  ADD ("focus-after-delete", test_focus_after_delete, NULL);
#undef ADD

  return display_test_run ();
}
