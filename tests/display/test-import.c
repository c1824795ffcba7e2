/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/cnscd-unit-scope.h"
#include "ui/common/cnscd-choice-row.h"
#include "ui/common/cnscd-unit-list.h"
#include "ui/documents/cnscd-import-flow.h"
#include "ui/import/cnscd-import-changes-page.h"
#include "ui/import/cnscd-import-columns-page.h"
#include "ui/import/cnscd-import-dialog.h"
#include "ui/import/cnscd-import-drop.h"
#include "ui/import/cnscd-import-lines.h"
#include "ui/import/cnscd-import-pair-row.h"
#include "ui/import/cnscd-import-paste.h"
#include "ui/import/cnscd-import-plan-page.h"
#include "ui/import/cnscd-import-tally.h"
#include "ui/import/cnscd-import-words.h"

#include "display-test.h"

/* A spreadsheet's way into the database, through the widgets. */

#define UNIT       "05716"
#define OTHER_UNIT "05455"

static CnscdApplication *application;

typedef struct
{
  DISPLAY_TEST
  const char *expected;
  guint n_expected;
} Test;

/* ---- the database */

static gboolean
is_open (gpointer data)
{
  return cnscd_repository_is_open (((Test *) data)->repository);
}

/* @data: (nullable): "province" for an office of all communes, or the code of another commune,
 * which somebody has chosen */
static void
set_up (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = NULL;

  display_test_make_folder (&test->display);
  database = cnscd_database_open (test->path, &error);
  g_assert_no_error (error);
  cnscd_database_set_setting (database, "unit",
                              data == NULL                        ? UNIT
                              : g_strcmp0 (data, OTHER_UNIT) == 0 ? OTHER_UNIT
                                                                  : NULL,
                              &error);
  g_assert_no_error (error);
  cnscd_database_set_setting (database, "unit-chosen",
                              g_strcmp0 (data, OTHER_UNIT) == 0 ? "1" : NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&database, cnscd_database_close);

  display_test_show (&test->display);
  /* Some of the tests close it. */
  g_object_ref (test->window);
  display_test_pump_until (is_open, test);
}

/* A database that is made by the window. */
static void
set_up_new (Test *test, gconstpointer data)
{
  display_test_make_folder (&test->display);
  display_test_show (&test->display);
  g_object_ref (test->window);
  display_test_pump_until (is_open, test);
}

static void
tear_down (Test *test, gconstpointer data)
{
  g_autoptr (CnscdWindow) window = test->window;

  display_test_tear_down (&test->display);
}

/* Another connection, as another program would have. */
static GPtrArray *
read_members (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  GPtrArray *members;

  g_assert_no_error (error);
  members =
    cnscd_members_list (database, &(CnscdMemberQuery) { .sort = CNSCD_MEMBER_SORT_TEAM }, &error);
  g_assert_no_error (error);
  return members;
}

static guint
count_people (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  g_autoptr (GPtrArray) people =
    cnscd_record_store_list (database, &CNSCD_KIND_PERSON, NULL, &error);

  g_assert_no_error (error);
  return people->len;
}

static GFile *
write_file (Test *test, const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (test->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return g_file_new_for_path (path);
}

static GFile *
find_sample (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);

  return g_file_new_for_path (path);
}

/* ---- the widgets */

static AdwDialog *
get_dialog (Test *test)
{
  return display_test_get_dialog (test->window);
}

static void
wait_for_text (Test *test, const char *text)
{
  display_test_wait_for_text (test->window, text);
}

static GtkWidget *
get_row (Test *test, const char *title)
{
  return display_test_get_row (test->window, title);
}

static const char *
get_kind (Test *test, const char *title)
{
  GtkStringObject *item = adw_combo_row_get_selected_item (ADW_COMBO_ROW (get_row (test, title)));

  return gtk_string_object_get_string (item);
}

static void
choose_kind (Test *test, const char *title, const char *kind)
{
  AdwComboRow *row = ADW_COMBO_ROW (get_row (test, title));
  GListModel *kinds = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (kinds); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (kinds, i);

      if (g_str_equal (gtk_string_object_get_string (item), kind))
        {
          adw_combo_row_set_selected (row, i);
          return;
        }
    }
  g_assert_not_reached ();
}

static GtkWidget *
find_button (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *button = find_button (child, label);

      if (button != NULL)
        return button;
    }
  return NULL;
}

static gboolean
can_click (gpointer data)
{
  Test *test = data;
  GtkWidget *dialog = GTK_WIDGET (get_dialog (test));
  GtkWidget *button = dialog != NULL ? find_button (dialog, test->expected) : NULL;

  return button != NULL && gtk_widget_is_sensitive (button);
}

static void
click (Test *test, const char *label)
{
  test->expected = label;
  display_test_pump_until (can_click, test);
  g_signal_emit_by_name (find_button (GTK_WIDGET (get_dialog (test)), label), "clicked");
}

static void
assert_cannot_click (Test *test, const char *label)
{
  test->expected = label;
  g_assert_false (can_click (test));
}

static gboolean
reads_text (gpointer data)
{
  Test *test = data;
  GtkWidget *dialog = GTK_WIDGET (get_dialog (test));
  GtkWidget *row = dialog != NULL ? display_test_find_row (dialog, "Read from the file") : NULL;

  if (dialog != NULL && row == NULL)
    row = display_test_find_row (dialog, "Read from the pasted rows");
  return row != NULL && gtk_widget_get_mapped (row) &&
         g_str_equal (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), test->expected);
}

/* What the file is understood to hold. */
static void
wait_for_read (Test *test, const char *text)
{
  test->expected = text;
  display_test_pump_until (reads_text, test);
}

static CnscdImportPairRow *
find_pair (GtkWidget *root, guint row)
{
  if (CNSCD_IS_IMPORT_PAIR_ROW (root) && gtk_widget_get_mapped (root))
    {
      const CnscdImportPair *pair = cnscd_import_pair_row_get_pair (CNSCD_IMPORT_PAIR_ROW (root));

      if (pair != NULL && pair->file.row == row)
        return CNSCD_IMPORT_PAIR_ROW (root);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      CnscdImportPairRow *found = find_pair (child, row);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_pair (gpointer data)
{
  Test *test = data;

  return get_dialog (test) != NULL &&
         find_pair (GTK_WIDGET (get_dialog (test)), test->n_expected) != NULL;
}

static AdwToggleGroup *
get_decision (Test *test, guint row)
{
  test->n_expected = row;
  display_test_pump_until (has_pair, test);
  return display_test_find (GTK_WIDGET (find_pair (GTK_WIDGET (get_dialog (test)), row)),
                            ADW_TYPE_TOGGLE_GROUP);
}

/* ---- tests */

/* The sample as it is: looked at, imported, taken back. */
static void
test_sample (Test *test, gconstpointer data)
{
  g_autoptr (GFile) file = find_sample ("roster-annex.xlsx");

  cnscd_import_flow_start_with_file (test->window, file);
  wait_for_read (test, "252 members · 36 teams · 289 rows");
  wait_for_text (test, "103/QĐ-UBND of 29/11/2025");
  g_assert_cmpstr (get_kind (test, "Họ và tên"), ==, "Full name");
  click (test, "_Next");
  wait_for_text (test, "252 new");
  wait_for_text (test, "103/QĐ-UBND, new");
  g_assert_cmpuint (count_people (test), ==, 0);
  click (test, "_Import");
  wait_for_text (test, "252 members imported");
  wait_for_text (test, "Teams: 36 new\nHamlets: 36 new\n"
                       "Decision: 103/QĐ-UBND, new\nroster-annex.xlsx");
  g_assert_cmpuint (count_people (test), ==, 252);
  click (test, "_Undo This Import");
  wait_for_text (test, "Import Undone");
  g_assert_cmpuint (count_people (test), ==, 0);
  click (test, "_Close");
  display_test_wait_for_no_dialog (test->window);
}

static gboolean
is_topmost (gpointer data)
{
  return adw_application_window_get_visible_dialog (
           ADW_APPLICATION_WINDOW (gtk_widget_get_root (data))) == data;
}

/* "cnscd roster.xlsx" */
static void
test_open (Test *test, gconstpointer data)
{
  g_autoptr (GFile) file = find_sample ("roster-annex.xlsx");

  g_application_open (G_APPLICATION (application), &file, 1, "");
  wait_for_read (test, "252 members · 36 teams · 289 rows");
  adw_dialog_force_close (get_dialog (test));
  display_test_wait_for_no_dialog (test->window);
}

/* While a dialog is open, it is told that the file has to wait, and it is opened afterwards. */
static void
test_open_over_dialog (Test *test, gconstpointer data)
{
  g_autoptr (GFile) file = find_sample ("roster-annex.xlsx");
  g_autoptr (GFile) other = write_file (test, "odd.csv", "Tên gọi,Sinh nhật\nBình,1975\n");
  AdwDialog *preferences;

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.preferences", NULL);
  preferences = display_test_wait_for_dialog (test->window);
  g_application_open (G_APPLICATION (application), &other, 1, "");
  wait_for_text (test, "First finish or close what is open in this window. “odd.csv” is opened "
                       "right after that.");
  /* Another one comes after it. */
  g_application_open (G_APPLICATION (application), &file, 1, "");
  wait_for_text (test, "First finish or close what is open in this window. The files are opened "
                       "after that, one by one: “odd.csv”, “roster-annex.xlsx”.");
  click (test, "Open _Later");
  display_test_pump_until (is_topmost, preferences);
  adw_dialog_close (preferences);
  display_test_wait_for_dialog (test->window);
  wait_for_text (test, "odd.csv");
  adw_dialog_force_close (get_dialog (test));
  wait_for_read (test, "252 members · 36 teams · 289 rows");

  g_application_open (G_APPLICATION (application), &other, 1, "");
  click (test, "_Do Not Open");
  click (test, "_Cancel");
  display_test_wait_for_no_dialog (test->window);
  display_test_settle ();
  g_assert_null (get_dialog (test));
}

/* Of several files each has its turn. */
static void
test_open_several (Test *test, gconstpointer data)
{
  g_autoptr (GFile) file = find_sample ("roster-annex.xlsx");
  g_autoptr (GFile) other = write_file (test, "odd.csv", "Tên gọi,Sinh nhật\nBình,1975\n");
  GFile *files[] = { file, other };

  g_application_open (G_APPLICATION (application), files, G_N_ELEMENTS (files), "");
  wait_for_read (test, "252 members · 36 teams · 289 rows");
  click (test, "_Cancel");
  wait_for_text (test, "odd.csv");
  click (test, "_Cancel");
  display_test_wait_for_no_dialog (test->window);
  display_test_settle ();
  g_assert_null (get_dialog (test));
}

/* What is there already leads nowhere but out. */
static void
test_nothing_new (Test *test, gconstpointer data)
{
  g_autoptr (GFile) file = find_sample ("roster-annex.xlsx");

  g_application_open (G_APPLICATION (application), &file, 1, "");
  wait_for_read (test, "252 members · 36 teams · 289 rows");
  click (test, "_Next");
  click (test, "_Import");
  wait_for_text (test, "252 members imported");
  click (test, "_Close");
  display_test_wait_for_no_dialog (test->window);

  g_application_open (G_APPLICATION (application), &file, 1, "");
  wait_for_read (test, "252 members · 36 teams · 289 rows");
  click (test, "_Next");
  wait_for_text (test, "All of this is already in the database.");
  g_assert_null (display_test_find_labelled (GTK_WIDGET (get_dialog (test)), "Import"));
  click (test, "_Close");
  display_test_wait_for_no_dialog (test->window);
}

/* Before the first steps were taken: who has imported something does not need them any more. */
static void
test_open_new (Test *test, gconstpointer data)
{
  g_autoptr (GFile) file = find_sample ("roster-annex.xlsx");

  display_test_wait_for_text (test->window, "Digital Teams");
  g_application_open (G_APPLICATION (application), &file, 1, "");
  wait_for_read (test, "252 members · 36 teams · 289 rows");
  click (test, "_Next");
  click (test, "_Import");
  wait_for_text (test, "252 members imported");
  click (test, "_Show Members");
  display_test_wait_for_no_dialog (test->window);
  wait_for_text (test, "252 members in 36 teams");
  g_assert_cmpstr (cnscd_repository_get_unit (test->repository), ==, UNIT);
}

#define QUESTION                                                                                   \
  "The file is for xã Võ Nhai, but this office is phường Quyết Thắng and shows only that commune."

static GtkCheckButton *
show_question (Test *test)
{
  g_autoptr (GFile) file = find_sample ("roster-annex.xlsx");

  cnscd_import_flow_start_with_file (test->window, file);
  wait_for_read (test, "252 members · 36 teams · 289 rows");
  click (test, "_Next");
  wait_for_text (test, QUESTION);
  wait_for_text (test, "Switch the office to xã Võ Nhai");
  /* What may be so no longer is not said as well. */
  g_assert_null (display_test_find_labelled (
    GTK_WIDGET (get_dialog (test)),
    "The file is for xã Võ Nhai; this office is phường Quyết Thắng and stays so."));
  return display_test_find (GTK_WIDGET (get_dialog (test)), GTK_TYPE_CHECK_BUTTON);
}

/* A file of another commune does not change what somebody chose, unless somebody wants it. */
static void
test_other_unit (Test *test, gconstpointer data)
{
  g_assert_false (gtk_check_button_get_active (show_question (test)));
  click (test, "_Import");
  wait_for_text (test, "252 members imported");
  g_assert_cmpstr (cnscd_repository_get_unit (test->repository), ==, OTHER_UNIT);
  click (test, "_Undo This Import");
  wait_for_text (test, "Import Undone");
  g_assert_cmpstr (cnscd_repository_get_unit (test->repository), ==, OTHER_UNIT);
  click (test, "_Close");
  display_test_wait_for_no_dialog (test->window);

  gtk_check_button_set_active (show_question (test), TRUE);
  click (test, "_Import");
  wait_for_text (test, "252 members imported");
  g_assert_cmpstr (cnscd_repository_get_unit (test->repository), ==, UNIT);
  click (test, "_Undo This Import");
  wait_for_text (test, "Import Undone");
  g_assert_cmpstr (cnscd_repository_get_unit (test->repository), ==, OTHER_UNIT);
  click (test, "_Close");
  display_test_wait_for_no_dialog (test->window);
}

static guint
count_sessions (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  g_autoptr (GPtrArray) sessions =
    cnscd_record_store_list (database, &CNSCD_KIND_SESSION, NULL, &error);

  g_assert_no_error (error);
  return sessions->len;
}

static gboolean
is_place_ignored (gpointer data)
{
  return g_str_equal (get_kind (data, "Ở đâu"), "Indicator, or left out");
}

/* A schedule is known by itself: what would be done, done, and taken back. */
static void
test_schedule (Test *test, gconstpointer data)
{
  g_autoptr (GFile) file = find_sample ("schedule-month.xlsx");
  g_autoptr (GFile) bad = write_file (test, "bad.csv", "Ngày,Giờ,Nội dung\n=1+1,8h,VNeID\n");

  cnscd_import_flow_start_with_file (test->window, file);
  wait_for_read (test, "5 sessions · 9 rows");
  click (test, "_Next");
  wait_for_text (test, "5 new");
  wait_for_text (test, "Guides who are not in the database");
  g_assert_cmpstr (adw_dialog_get_title (get_dialog (test)), ==, "Import Schedule");
  g_assert_cmpuint (count_sessions (test), ==, 0);
  click (test, "_Import");
  wait_for_text (test, "5 sessions imported");
  wait_for_text (test, "schedule-month.xlsx");
  g_assert_cmpuint (count_sessions (test), ==, 5);
  click (test, "_Undo This Import");
  wait_for_text (test, "Import Undone");
  g_assert_cmpuint (count_sessions (test), ==, 0);
  click (test, "_Close");
  display_test_wait_for_no_dialog (test->window);

  /* Why nothing can be read is said by the next step. */
  cnscd_import_flow_start_with_file (test->window, bad);
  wait_for_read (test, "0 sessions · 1 row");
  click (test, "_Next");
  wait_for_text (test, "This File Cannot Be Imported");
  click (test, "_Close");
  display_test_wait_for_no_dialog (test->window);
}

/* What was imported is shown, however far from today its days are. */
static void
test_show_schedule (Test *test, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (test, "later.csv",
                                       "Ngày,Giờ,Nội dung\n"
                                       "20/3/2028,8h,VNeID\n"
                                       "16/3/2028,14h-16h,Khai mạc\n");

  cnscd_import_flow_start_with_file (test->window, file);
  click (test, "_Next");
  wait_for_text (test, "2 new");
  click (test, "_Import");
  wait_for_text (test, "2 sessions imported");
  click (test, "_Show Schedule");
  display_test_wait_for_no_dialog (test->window);
  g_assert_cmpstr (cnscd_window_get_visible_page (test->window), ==, "schedule");
  wait_for_text (test, "March 2028");
}

/* Columns of a schedule are corrected as those of a roster, remembered and forgotten. */
static void
test_schedule_columns (Test *test, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (test, "odd.csv",
                                       "Ngày,Giờ,Ở đâu,Nội dung,Làm gì,CCCD\n"
                                       "27/11/2026,8h-10h,Nhà văn hóa,A1,VNeID,012345678901\n"
                                       "28/11/2026,8h-10h,Chợ,A2,Mobile Money,012345678902\n");
  g_autoptr (GFile) next = write_file (test, "next.csv",
                                       "Ngày,Giờ,Ở đâu,Nội dung,Làm gì,CCCD\n"
                                       "04/12/2026,8h-10h,Trường,A3,VNeID,012345678903\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  const CnscdSession *session;

  cnscd_import_flow_start_with_file (test->window, file);
  wait_for_read (test, "2 sessions · 2 rows");
  g_assert_cmpstr (adw_dialog_get_title (get_dialog (test)), ==, "Import Schedule");
  g_assert_cmpstr (get_kind (test, "Ngày"), ==, "Day");
  g_assert_cmpstr (get_kind (test, "Ở đâu"), ==, "Indicator, or left out");
  g_assert_false (ADW_IS_COMBO_ROW (get_row (test, "CCCD")));
  choose_kind (test, "Ở đâu", "Place");
  choose_kind (test, "Làm gì", "Topics");
  /* of one kind there is one column */
  display_test_settle ();
  g_assert_cmpstr (get_kind (test, "Nội dung"), ==, "Indicator, or left out");
  click (test, "_Next");
  wait_for_text (test, "2 new");
  click (test, "_Import");
  wait_for_text (test, "2 sessions imported");
  click (test, "_Close");
  display_test_wait_for_no_dialog (test->window);

  database = cnscd_database_open (test->path, &error);
  g_assert_no_error (error);
  sessions = cnscd_record_store_list (database, &CNSCD_KIND_SESSION, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sessions->len, ==, 2);
  session = sessions->pdata[0];
  g_assert_cmpstr (session->place, ==, "Nhà văn hóa");
  g_assert_cmpstr (session->title, ==, "VNeID");

  cnscd_import_flow_start_with_file (test->window, next);
  wait_for_read (test, "1 session · 1 row");
  wait_for_text (test, "The columns are read as corrected in an earlier import");
  g_assert_cmpstr (get_kind (test, "Ở đâu"), ==, "Place");
  click (test, "_Reset");
  display_test_settle ();
  display_test_wait_for_no_text (test->window,
                                 "The columns are read as corrected in an earlier import");
  display_test_pump_until (is_place_ignored, test);
}

#define ODD                                                                                        \
  "Tên gọi,Sinh nhật,Liên lạc,CCCD\n"                                                              \
  "Bình,1975,0912345678,012345678901\n"                                                            \
  "Hoa,1980,0912345679,012345678902\n"

/* Columns that nobody but a person knows, remembered for the next file and forgotten again. */
static void
test_columns (Test *test, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (test, "odd.csv", ODD);
  g_autoptr (GFile) next = write_file (test, "next.csv",
                                       "Tên gọi,Sinh nhật,Liên lạc,CCCD\n"
                                       "Mai,1985,0912345671,012345678903\n");
  g_autoptr (GPtrArray) members = NULL;
  const CnscdMember *member;

  cnscd_import_flow_start_with_file (test->window, file);
  wait_for_read (test, "0 members · 0 teams · 2 rows");
  wait_for_text (test, "No column contains the names");
  assert_cannot_click (test, "_Next");
  /* no number of an identity card, whatever somebody wants */
  g_assert_false (ADW_IS_COMBO_ROW (get_row (test, "CCCD")));

  choose_kind (test, "Liên lạc", "Full name");
  choose_kind (test, "Tên gọi", "Full name");
  /* of one kind there is one column */
  wait_for_read (test, "2 members · 1 team · 2 rows");
  g_assert_cmpstr (get_kind (test, "Liên lạc"), ==, "Not imported");
  g_assert_false (gtk_widget_get_mapped (get_row (test, "No column contains the names")));
  choose_kind (test, "Sinh nhật", "Date of birth");
  choose_kind (test, "Liên lạc", "Phone");
  click (test, "_Next");
  wait_for_text (test, "2 new");
  click (test, "_Import");
  wait_for_text (test, "2 members imported");
  click (test, "_Show Members");
  display_test_wait_for_no_dialog (test->window);
  g_assert_cmpstr (cnscd_window_get_visible_page (test->window), ==, "members");

  members = read_members (test);
  g_assert_cmpuint (members->len, ==, 2);
  member = members->pdata[0];
  g_assert_cmpstr (member->full_name, ==, "Bình");
  g_assert_cmpuint (member->birth.year, ==, 1975);
  g_assert_cmpstr (member->phone, ==, "0912345678");
  g_assert_null (member->note);

  cnscd_import_flow_start_with_file (test->window, next);
  wait_for_read (test, "1 member · 1 team · 1 row");
  wait_for_text (test, "The columns are read as corrected in an earlier import");
  g_assert_cmpstr (get_kind (test, "Liên lạc"), ==, "Phone");
  click (test, "_Reset");
  wait_for_read (test, "0 members · 0 teams · 1 row");
  click (test, "_Cancel");
  display_test_wait_for_no_dialog (test->window);

  cnscd_import_flow_start_with_file (test->window, next);
  wait_for_read (test, "0 members · 0 teams · 1 row");
}

/* Which row the head is in. */
static void
test_head (Test *test, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (test, "head.csv",
                                       "Ai,Khi nào,Gọi,Ở\n"
                                       "Họ và tên,Năm sinh,Điện thoại,Xóm\n"
                                       "Hà Văn Bình,1975,0912345678,Một\n"
                                       "Lê Thị Hoa,1980,0912345679,Hai\n");

  cnscd_import_flow_start_with_file (test->window, file);
  wait_for_read (test, "2 members · 2 teams · 2 rows");
  adw_spin_row_set_value (ADW_SPIN_ROW (get_row (test, "Row with the headings")), 1);
  wait_for_text (test, "Khi nào");
  adw_spin_row_set_value (ADW_SPIN_ROW (get_row (test, "Row with the headings")), 2);
  wait_for_read (test, "2 members · 2 teams · 2 rows");
  wait_for_text (test, "Năm sinh");
}

#define HEAD "STT,Họ và tên,Năm sinh,SĐT,Nhiệm vụ trong Tổ\n"

/* Who is one person and who is not. */
static void
test_duplicates (Test *test, gconstpointer data)
{
  g_autoptr (GFile) before = write_file (test, "before.csv",
                                         HEAD "Xóm Một,,,,\n1,Hà Văn Bình,1975,0912345678,Tổ phó\n"
                                              "2,Lê Thị Hoa,1980,,Thành viên\n");
  g_autoptr (GFile) after = write_file (test, "after.csv",
                                        HEAD "Xóm Một,,,,\n1,Hà Văn Bình,1976,,Thành viên\n"
                                             "Xóm Hai,,,,\n1,Lê Thị Hoa,1980,,Thành viên\n"
                                             "2,Vũ Hải,19x0,12,Thành viên\n");
  AdwToggleGroup *decision;

  cnscd_import_flow_start_with_file (test->window, before);
  click (test, "_Next");
  click (test, "_Import");
  wait_for_text (test, "2 members imported");
  click (test, "_Close");
  display_test_wait_for_no_dialog (test->window);

  cnscd_import_flow_start_with_file (test->window, after);
  click (test, "_Next");
  wait_for_text (test, "2 possible duplicates");
  wait_for_text (test, "3 new");
  wait_for_text (test, "Same name, different year of birth, phone not known");
  decision = get_decision (test, 3);
  g_assert_cmpstr (adw_toggle_group_get_active_name (decision), ==, "other");
  adw_toggle_group_set_active_name (decision, "same");
  wait_for_text (test, "2 new, 1 updated");
  wait_for_text (test, "As one person, they are in both teams after the import: Tổ CNSCĐ xóm Một "
                       "and Tổ CNSCĐ xóm Hai.");
  decision = get_decision (test, 5);
  g_assert_cmpstr (adw_toggle_group_get_active_name (decision), ==, "same");
  adw_toggle_group_set_active_name (decision, "other");
  wait_for_text (test, "Worth a look · Row 6, column C · Vũ Hải");

  /* Decisions stay while the plan is made anew. */
  g_assert_cmpstr (adw_toggle_group_get_active_name (get_decision (test, 3)), ==, "same");
  click (test, "_Import");
  wait_for_text (test, "3 members imported");
  g_assert_cmpuint (count_people (test), ==, 4);
}

/* Who is in the team at present, by name. */
static guint
count_in_team (Test *test, const char *team)
{
  g_autoptr (GPtrArray) members = read_members (test);
  guint n = 0;

  for (guint i = 0; i < members->len; i++)
    n += g_str_equal (((const CnscdMember *) members->pdata[i])->team_name, team);
  return n;
}

static gboolean
has_moved (gpointer data)
{
  return count_in_team (data, "Tổ CNSCĐ xóm Một") == 1;
}

/* Who stands in another team now has left the old one, when somebody says so; and not when the file
 * has them there as well. */
static void
test_moved (Test *test, gconstpointer data)
{
  g_autoptr (GFile) before = write_file (test, "before.csv",
                                         HEAD "Xóm Một,,,,\n1,Hà Văn Bình,1975,0912345678,Tổ phó\n"
                                              "2,Lê Thị Hoa,1980,,Thành viên\n");
  g_autoptr (GFile) after = write_file (test, "after.csv",
                                        HEAD "Xóm Hai,,,,\n1,Hà Văn Bình,1975,0912345678,Tổ phó\n"
                                             "2,Lê Thị Hoa,1980,,Thành viên\nXóm Một,,,,\n"
                                             "1,Lê Thị Hoa,1980,,Thành viên\n");
  AdwToggleGroup *decision;

  cnscd_import_flow_start_with_file (test->window, before);
  click (test, "_Next");
  click (test, "_Import");
  wait_for_text (test, "2 members imported");
  click (test, "_Close");
  display_test_wait_for_no_dialog (test->window);

  cnscd_import_flow_start_with_file (test->window, after);
  click (test, "_Next");
  wait_for_text (test, "2 possible duplicates");
  decision = get_decision (test, 4);
  g_assert_cmpuint (adw_toggle_group_get_n_toggles (decision), ==, 2);
  decision = get_decision (test, 3);
  g_assert_cmpuint (adw_toggle_group_get_n_toggles (decision), ==, 3);
  g_assert_cmpstr (adw_toggle_group_get_active_name (decision), ==, "same");
  display_test_wait_for_no_text (test->window, "People who move to another team");
  adw_toggle_group_set_active_name (decision, "moved");
  wait_for_text (test, "Moved");
  g_assert_cmpstr (adw_toggle_group_get_active_name (get_decision (test, 3)), ==, "moved");
  /* and back, and once more */
  adw_toggle_group_set_active_name (get_decision (test, 3), "same");
  display_test_wait_for_no_text (test->window, "Moved");
  adw_toggle_group_set_active_name (get_decision (test, 3), "moved");
  wait_for_text (test, "Moved");

  click (test, "_Import");
  display_test_pump_until (has_moved, test);
  wait_for_text (test, "2 members imported");
  g_assert_cmpuint (count_people (test), ==, 2);
  g_assert_cmpuint (count_in_team (test, "Tổ CNSCĐ xóm Hai"), ==, 2);
  click (test, "_Undo This Import");
  wait_for_text (test, "Import Undone");
  g_assert_cmpuint (count_in_team (test, "Tổ CNSCĐ xóm Một"), ==, 2);
}

static GtkListView *
get_plan_list (Test *test)
{
  GtkWidget *page = display_test_find (GTK_WIDGET (get_dialog (test)), CNSCD_TYPE_IMPORT_PLAN_PAGE);

  return display_test_find (page, GTK_TYPE_LIST_VIEW);
}

/* The line of the plan that opens the people of one fate. */
static void
open_people (Test *test, CnscdImportFate fate)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (get_plan_list (test)));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (CnscdImportLine) line = g_list_model_get_item (model, i);

      if (cnscd_import_line_get_kind (line) == CNSCD_IMPORT_LINE_TALLY &&
          ((const CnscdImportTally *) cnscd_import_line_get_data (line))->fate == fate)
        {
          g_signal_emit_by_name (get_plan_list (test), "activate", i);
          return;
        }
    }
  g_assert_not_reached ();
}

#define PHONE_CHANGE "Phone:\302\2400912\302\240345\302\240678 →\302\2400987\302\240654\302\240321"
#define BIRTH_CHANGE "Date of birth: 1980 → 24/10/1980"

/* One changed phone is told from birth dates that are only completed. */
static void
test_changes (Test *test, gconstpointer data)
{
  g_autoptr (GFile) before = write_file (test, "before.csv",
                                         HEAD "Xóm Một,,,,\n1,Hà Văn Bình,1975,0912345678,Tổ phó\n"
                                              "2,Lê Thị Hoa,1980,,Thành viên\n"
                                              "3,Vũ Hải,1981,,Thành viên\n");
  g_autoptr (GFile) after =
    write_file (test, "after.csv",
                HEAD "Xóm Một,,,,\n1,Lê Thị Hoa,24/10/1980,,Thành viên\n"
                     "2,Hà Văn Bình,1975,0987654321,Tổ phó\n3,Vũ Hải,1981,,Thành viên\n"
                     "4,Đỗ An,1990,0912345670,Thành viên\n");
  AdwToggleGroup *filter;
  GtkWidget *page;

  cnscd_import_flow_start_with_file (test->window, before);
  click (test, "_Next");
  click (test, "_Import");
  wait_for_text (test, "3 members imported");
  click (test, "_Close");
  display_test_wait_for_no_dialog (test->window);

  cnscd_import_flow_start_with_file (test->window, after);
  click (test, "_Next");
  wait_for_text (test, "2 updated members");
  wait_for_text (test, "Values replaced: 1 · Only added to: 1");
  open_people (test, CNSCD_IMPORT_UPDATE);
  wait_for_text (test, "Values replaced: 1");
  wait_for_text (test, PHONE_CHANGE);
  wait_for_text (test, BIRTH_CHANGE);
  page = display_test_find (GTK_WIDGET (get_dialog (test)), CNSCD_TYPE_IMPORT_CHANGES_PAGE);
  filter = display_test_find (page, ADW_TYPE_TOGGLE_GROUP);
  adw_toggle_group_set_active_name (filter, "replaced");
  display_test_wait_for_no_text (test->window, BIRTH_CHANGE);
  wait_for_text (test, PHONE_CHANGE);
  gtk_widget_activate_action (page, "navigation.pop", NULL);
  display_test_wait_for_no_text (test->window, PHONE_CHANGE);

  open_people (test, CNSCD_IMPORT_CREATE);
  wait_for_text (test, "Đỗ An");
  gtk_widget_activate_action (page, "navigation.pop", NULL);
  click (test, "_Import");
  wait_for_text (test, "3 members imported");
}

static gboolean
has_two_people (gpointer data)
{
  return count_people (data) == 2;
}

/* Another name, with the same telephone and year: asked, and shown among the duplicates. */
static void
test_renamed (Test *test, gconstpointer data)
{
  g_autoptr (GFile) before =
    write_file (test, "before.csv", HEAD "Xóm Một,,,,\n1,Hà Văn Bình,1975,0912345678,Tổ phó\n");
  g_autoptr (GFile) after =
    write_file (test, "after.csv", HEAD "Xóm Hai,,,,\n1,Nông Đức Thắng,1975,0912345678,Tổ phó\n");

  cnscd_import_flow_start_with_file (test->window, before);
  click (test, "_Next");
  click (test, "_Import");
  wait_for_text (test, "1 member imported");
  click (test, "_Close");
  display_test_wait_for_no_dialog (test->window);

  cnscd_import_flow_start_with_file (test->window, after);
  click (test, "_Next");
  wait_for_text (test, "Different name, same year of birth, same phone");
  g_assert_cmpstr (adw_toggle_group_get_active_name (get_decision (test, 3)), ==, "other");
  click (test, "_Import");
  /* The words of the first import may still be there. */
  display_test_pump_until (has_two_people, test);
  wait_for_text (test, "1 member imported");
  g_assert_cmpuint (count_people (test), ==, 2);
  click (test, "_Close");
  display_test_wait_for_no_dialog (test->window);
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.duplicates", NULL);
  display_test_wait_for_text (test->window, "1 pair");
}

/* What is found in many rows is one line, which opens to the rows with names. */
static void
test_groups (Test *test, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (test, "groups.csv",
                                       HEAD "Xóm Một,,,,\n1,Hà Văn Bình,1975,12,Tổ trưởng\n"
                                            "2,Lê Thị Hoa,1980,,\n3,Vũ Hải,1981,34,\n"
                                            "4,Ma Thị Lan,1982,56,\n");
  GListModel *model;
  guint n;

  cnscd_import_flow_start_with_file (test->window, file);
  click (test, "_Next");
  wait_for_text (test, "Telephone numbers that cannot be read");
  wait_for_text (test, "Worth a look · 3 places");
  wait_for_text (test, "6 remarks on the file");
  display_test_wait_for_no_text (test->window, "Row 5, column D · Vũ Hải");

  model = G_LIST_MODEL (gtk_list_view_get_model (get_plan_list (test)));
  n = g_list_model_get_n_items (model);
  /* the counts, who is new, and two kinds of findings */
  g_assert_cmpuint (n, ==, 4);
  g_signal_emit_by_name (get_plan_list (test), "activate", 2);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, n + 3);
  wait_for_text (test, "Row 5, column D · Vũ Hải");
  wait_for_text (test, "“34” is not a telephone number and was left out.");
  g_signal_emit_by_name (get_plan_list (test), "activate", 2);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, n);
}

static void
test_problems (Test *test, gconstpointer data)
{
  g_autoptr (GFile) letter = write_file (test, "letter.pdf", "%PDF-1.4 a letter");
  g_autoptr (GFile) missing = g_file_new_for_path ("/nowhere/at/all.xlsx");
  g_autoptr (GFile) broken = write_file (test, "broken.xlsx", "PK\003\004 and nothing more");
  g_autoptr (GFile) empty = write_file (test, "empty.csv", "");
  GFile *files[] = { letter, missing, broken, empty };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      AdwStatusPage *page;

      cnscd_import_flow_start_with_file (test->window, files[i]);
      test->expected = "Choose _Another File…";
      display_test_pump_until (can_click, test);
      page = display_test_find (GTK_WIDGET (get_dialog (test)), ADW_TYPE_STATUS_PAGE);
      g_assert_cmpuint (strlen (adw_status_page_get_description (page)), >, 10);
      click (test, "_Close");
      display_test_wait_for_no_dialog (test->window);
    }
  g_assert_cmpuint (count_people (test), ==, 0);
}

/* The file is of one commune and somebody chose another: back to the columns, nothing lost. */
static void
test_wrong_unit (Test *test, gconstpointer data)
{
  g_autoptr (GFile) file = find_sample ("roster-annex.xlsx");

  cnscd_import_flow_start_with_file (test->window, file);
  wait_for_read (test, "252 members · 36 teams · 289 rows");
  cnscd_choice_row_set_chosen (CNSCD_CHOICE_ROW (get_row (test, "Commune")), "05533");
  click (test, "_Next");
  wait_for_text (test, "This File Cannot Be Imported");
  adw_navigation_view_pop (
    display_test_find (GTK_WIDGET (get_dialog (test)), ADW_TYPE_NAVIGATION_VIEW));
  wait_for_read (test, "252 members · 36 teams · 289 rows");
  cnscd_choice_row_set_chosen (CNSCD_CHOICE_ROW (get_row (test, "Commune")), NULL);
  click (test, "_Next");
  wait_for_text (test, "252 new");
}

static GFile *
write_large (Test *test, guint n_rows)
{
  g_autoptr (GString) text = g_string_new (HEAD);

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text, "%u,Hà Văn Bình %c%c,%u,,Thành viên\n", i + 1, 'a' + i % 26,
                            'a' + i / 26 % 26, 1950 + i % 50);
  return write_file (test, "large.csv", text->str);
}

/* Closing asks while something is being written; stopping leaves nothing behind. */
static void
test_stop (Test *test, gconstpointer data)
{
  g_autoptr (GFile) file = write_large (test, 6000);
  AdwDialog *dialog;

  cnscd_import_flow_start_with_file (test->window, file);
  click (test, "_Next");
  test->expected = "_Import";
  display_test_pump_until (can_click, test);
  dialog = get_dialog (test);
  click (test, "_Import");
  g_assert_false (adw_dialog_get_can_close (dialog));
  adw_dialog_close (dialog);
  wait_for_text (test, "Stop the Import?");
  adw_dialog_force_close (get_dialog (test));
  click (test, "_Stop");
  wait_for_text (test, "Stopped: nothing was imported");
  g_assert_cmpuint (count_people (test), ==, 0);
  g_assert_true (adw_dialog_get_can_close (dialog));
  test->expected = "_Import";
  display_test_pump_until (can_click, test);
}

static gboolean
is_imported (gpointer data)
{
  return adw_dialog_get_can_close (data);
}

/* When all is imported there is nothing to stop: the question goes. */
static void
test_stop_too_late (Test *test, gconstpointer data)
{
  g_autoptr (GFile) file = write_large (test, 6000);
  AdwDialog *dialog;

  cnscd_import_flow_start_with_file (test->window, file);
  click (test, "_Next");
  test->expected = "_Import";
  display_test_pump_until (can_click, test);
  dialog = get_dialog (test);
  click (test, "_Import");
  adw_dialog_close (dialog);
  wait_for_text (test, "Stop the Import?");
  display_test_pump_until (is_imported, dialog);
  display_test_wait_for_no_text (test->window, "Stop the Import?");
  g_assert_true (get_dialog (test) == dialog);
  g_assert_cmpuint (count_people (test), ==, 6000);
}

static gboolean
is_closed (gpointer data)
{
  return cnscd_window_is_closed (((Test *) data)->window);
}

/* Quitting while a file is compared ends that; while one is imported, it asks. */
static void
test_quit (Test *test, gconstpointer data)
{
  g_autoptr (GFile) file = write_large (test, 6000);

  cnscd_import_flow_start_with_file (test->window, file);
  click (test, "_Next");
  click (test, "_Import");
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  wait_for_text (test, "Stop the Import?");
  g_assert_false (is_closed (test));
  adw_dialog_force_close (get_dialog (test));
  click (test, "_Stop");
  wait_for_text (test, "Stopped: nothing was imported");
  g_assert_cmpuint (count_people (test), ==, 0);
}

static void
test_quit_plan (Test *test, gconstpointer data)
{
  g_autoptr (GFile) file = write_large (test, 6000);

  cnscd_import_flow_start_with_file (test->window, file);
  click (test, "_Next");
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  display_test_pump_until (is_closed, test);
  g_assert_cmpuint (count_people (test), ==, 0);
}

static gboolean
has_no_people (gpointer data)
{
  return count_people (data) == 0;
}

/* Ctrl+Z takes an import back as any other change, and Ctrl+Shift+Z does it again. */
static void
test_undo_key (Test *test, gconstpointer data)
{
  g_autoptr (GFile) file = find_sample ("roster-annex.xlsx");
  CnscdHistory *history = cnscd_window_get_history (test->window);

  cnscd_import_flow_start_with_file (test->window, file);
  click (test, "_Next");
  click (test, "_Import");
  wait_for_text (test, "252 members imported");
  click (test, "_Close");
  display_test_wait_for_no_dialog (test->window);
  g_assert_cmpuint (count_people (test), ==, 252);
  g_assert_cmpstr (cnscd_history_get_undo_label (history), ==, "“roster-annex.xlsx” imported");
  display_test_press_key ("ctrl+z");
  wait_for_text (test, "Undone: “roster-annex.xlsx” imported");
  g_assert_cmpuint (count_people (test), ==, 0);
  g_assert_null (cnscd_history_get_undo_label (history));
  g_assert_cmpstr (cnscd_history_get_redo_label (history), ==, "“roster-annex.xlsx” imported");
  display_test_press_key ("ctrl+shift+z");
  wait_for_text (test, "Done again: “roster-annex.xlsx” imported");
  g_assert_cmpuint (count_people (test), ==, 252);
  display_test_press_key ("ctrl+z");
  display_test_pump_until (has_no_people, test);
  g_assert_null (cnscd_history_get_undo_label (history));

  cnscd_import_flow_start_with_file (test->window, file);
  click (test, "_Next");
  click (test, "_Import");
  wait_for_text (test, "252 members imported");
  click (test, "_Undo This Import");
  wait_for_text (test, "Import Undone");
  g_assert_null (cnscd_history_get_undo_label (history));
  g_assert_nonnull (cnscd_history_get_redo_label (history));
}

static void
test_drop (Test *test, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (test, "odd.csv", ODD);
  g_autoptr (GFile) other = write_file (test, "other.csv", ODD);
  g_autoptr (GSList) files = g_slist_prepend (g_slist_prepend (NULL, other), file);
  g_autoptr (GSList) nothing = NULL;
  g_auto (GValue) list = G_VALUE_INIT;
  g_auto (GValue) one = G_VALUE_INIT;
  g_auto (GValue) text = G_VALUE_INIT;

  g_value_init (&text, G_TYPE_STRING);
  g_value_set_string (&text, "a letter");
  g_assert_false (cnscd_import_drop_files (test->window, &text));

  g_value_init (&list, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&list, gdk_file_list_new_from_list (files));
  g_assert_true (cnscd_import_drop_files (test->window, &list));
  wait_for_read (test, "0 members · 0 teams · 2 rows");
  wait_for_text (test, "Of 2 files only “odd.csv” is imported. Drop the others one by one.");

  /* one at a time */
  g_value_init (&one, G_TYPE_FILE);
  g_value_set_object (&one, other);
  g_assert_false (cnscd_import_drop_files (test->window, &one));
  click (test, "_Cancel");
  display_test_wait_for_no_dialog (test->window);
  g_assert_true (cnscd_import_drop_files (test->window, &one));
  wait_for_read (test, "0 members · 0 teams · 2 rows");
}

/* Rows without a head, as somebody copied them. */
static void
test_paste (Test *test, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (test->window));
  g_autoptr (GPtrArray) members = NULL;

  gdk_clipboard_set_content (clipboard, NULL);
  cnscd_import_paste (test->window);
  wait_for_text (test,
                 "The clipboard contains no rows. Copy them in the spreadsheet program first.");

  /* Nor does a text of another kind. */
  gdk_clipboard_set_text (clipboard, "  Nguyễn Văn A\n");
  cnscd_import_paste (test->window);
  display_test_settle ();
  g_assert_null (display_test_get_dialog (test->window));

  gdk_clipboard_set_text (clipboard, "x1\tBình\t0912345678\nx2\tHoa\t0912345679\n");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.paste-rows", NULL);
  wait_for_read (test, "0 members · 0 teams · 2 rows");
  wait_for_text (test, "Clipboard");
  choose_kind (test, "Column B", "Full name");
  wait_for_read (test, "2 members · 1 team · 2 rows");
  choose_kind (test, "Column C", "Phone");
  click (test, "_Next");
  click (test, "_Import");
  wait_for_text (test, "2 members imported");
  members = read_members (test);
  g_assert_cmpuint (members->len, ==, 2);
  g_assert_cmpstr (((CnscdMember *) members->pdata[1])->phone, ==, "0912345679");
}

#define UNNAMED "Họ và tên\tNăm sinh\nHà Văn Bình\t1975\n"

/* At the province's desk, rows that name no commune are of the one that the lists show. */
static void
test_shown_unit (Test *test, gconstpointer data)
{
  g_autoptr (GPtrArray) members = NULL;

  cnscd_unit_scope_set_unit (cnscd_unit_scope_get (test->repository), "02143");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (test->window)), UNNAMED);
  cnscd_import_paste (test->window);
  wait_for_text (test, "Read from the pasted rows");
  wait_for_text (test, "Xã Văn Lang");
  click (test, "_Next");
  click (test, "_Import");
  wait_for_text (test, "1 member imported");
  members = read_members (test);
  g_assert_cmpuint (members->len, ==, 1);
  g_assert_cmpstr (((CnscdMember *) members->pdata[0])->unit, ==, "02143");
}

/* Without one, it is asked for. */
static void
test_ask_unit (Test *test, gconstpointer data)
{
  g_autoptr (GPtrArray) members = NULL;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (test->window)), UNNAMED);
  cnscd_import_paste (test->window);
  wait_for_text (test, "Not stated in the pasted rows");
  click (test, "_Next");
  wait_for_text (test,
                 "The pasted rows do not say which commune they are for. Choose the commune.");
  g_signal_emit_by_name (display_test_find (GTK_WIDGET (get_dialog (test)), CNSCD_TYPE_UNIT_LIST),
                         "chosen", "02143");
  click (test, "_Import");
  wait_for_text (test, "1 member imported");
  members = read_members (test);
  g_assert_cmpuint (members->len, ==, 1);
  g_assert_cmpstr (((CnscdMember *) members->pdata[0])->unit, ==, "02143");
}

static gboolean
has_search (gpointer data)
{
  Test *test = data;

  return display_test_find (GTK_WIDGET (test->window), GTK_TYPE_SEARCH_ENTRY) != NULL;
}

static gboolean
has_typed (gpointer data)
{
  Test *test = data;
  GtkEditable *entry = display_test_find (GTK_WIDGET (test->window), GTK_TYPE_SEARCH_ENTRY);

  return *gtk_editable_get_text (entry) != '\0';
}

/* The key pastes rows; in a text that is being edited it is the text's. */
static void
test_paste_key (Test *test, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (test->window));

  gdk_clipboard_set_text (clipboard, "Họ và tên\tNăm sinh\nHà Văn Bình\t1975\n");
  wait_for_text (test, "No Teams Yet");
  display_test_press_key ("ctrl+v");
  wait_for_read (test, "1 member · 1 team · 1 row");
  click (test, "_Next");
  click (test, "_Import");
  click (test, "_Show Members");
  display_test_wait_for_no_dialog (test->window);
  wait_for_text (test, "Hà Văn Bình");

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.search", NULL);
  display_test_pump_until (has_search, test);
  display_test_press_key ("ctrl+v");
  display_test_pump_until (has_typed, test);
  display_test_settle ();
  g_assert_null (get_dialog (test));
}

static void
test_closed (Test *test, gconstpointer data)
{
  g_autoptr (GFile) file = find_sample ("roster-annex.xlsx");

  /* in the middle of reading */
  cnscd_import_flow_start_with_file (test->window, file);
  adw_dialog_close (get_dialog (test));
  display_test_wait_for_no_dialog (test->window);
  cnscd_import_flow_start_with_file (test->window, file);
  wait_for_read (test, "252 members · 36 teams · 289 rows");
  click (test, "_Next");
  adw_dialog_close (get_dialog (test));
  display_test_wait_for_no_dialog (test->window);
}

int
main (int argc, char *argv[])
{
  application = display_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/display/import/" name, Test, NULL, set_up, func, tear_down)
  ADD ("sample", test_sample);
  g_test_add ("/display/import/other-unit", Test, OTHER_UNIT, set_up, test_other_unit, tear_down);
  ADD ("open", test_open);
  ADD ("open-over-dialog", test_open_over_dialog);
  ADD ("open-several", test_open_several);
  ADD ("nothing-new", test_nothing_new);
  g_test_add ("/display/import/open-new", Test, NULL, set_up_new, test_open_new, tear_down);
  ADD ("schedule", test_schedule);
  ADD ("show-schedule", test_show_schedule);
  ADD ("schedule-columns", test_schedule_columns);
  ADD ("columns", test_columns);
  ADD ("head", test_head);
  ADD ("duplicates", test_duplicates);
  ADD ("moved", test_moved);
  ADD ("changes", test_changes);
  ADD ("renamed", test_renamed);
  ADD ("groups", test_groups);
  ADD ("problems", test_problems);
  ADD ("wrong-unit", test_wrong_unit);
  ADD ("stop", test_stop);
  ADD ("stop-too-late", test_stop_too_late);
  ADD ("quit", test_quit);
  ADD ("quit-plan", test_quit_plan);
  ADD ("undo-key", test_undo_key);
  ADD ("drop", test_drop);
  ADD ("paste", test_paste);
  ADD ("paste-key", test_paste_key);
  ADD ("closed", test_closed);
#undef ADD
#define ADD(name, func)                                                                            \
  g_test_add ("/display/import/" name, Test, "province", set_up, func, tear_down)
  ADD ("shown-unit", test_shown_unit);
  ADD ("ask-unit", test_ask_unit);
#undef ADD

  return display_test_run ();
}
