/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "core/cnscd-series-edit.h"
#include "store/cnscd-change-set-store.h"
#include "store/cnscd-sessions.h"
#include "ui/common/cnscd-choice-row.h"
#include "ui/schedule/cnscd-agenda-view.h"
#include "ui/schedule/cnscd-month-cell.h"
#include "ui/schedule/cnscd-month-view.h"
#include "ui/schedule/cnscd-schedule-page.h"
#include "ui/schedule/cnscd-session-actions.h"
#include "ui/schedule/cnscd-session-chip.h"
#include "ui/schedule/cnscd-session-drag.h"
#include "ui/schedule/cnscd-session-item.h"
#include "ui/schedule/cnscd-session-line.h"
#include "ui/schedule/cnscd-week-day.h"
#include "ui/schedule/cnscd-week-view.h"

#include "display-test.h"
#include "sample-sessions.h"

/* The schedule through its widgets: looked at, turned, and changed by pointer and by keyboard. */

static CnscdApplication *application;

#define UNIT    "05716" /* xã Võ Nhai */
#define EVENING (19 * 60)

/* A Tuesday. */
#define THE_DAY CNSCD_DATE (2027, 3, 16)

/* A Wednesday. */
#define FIFTH_OF_MAY CNSCD_DATE (2027, 5, 5)
#define N_IN_MAY     12

typedef struct
{
  DISPLAY_TEST
  CnscdTeam *one;
  CnscdTeam *two;
  CnscdSchedulePage *page;
  char *session; /* id of "Alpha" */
  char *guide;   /* id of who guides it */
  const char *expected;
} Test;

/* ---- the database */

static CnscdSessionRecords *
put_session (CnscdDatabase *database, CnscdTeam *team, const char *title, CnscdDate day, int minute)
{
  CnscdSessionRecords *records = sample_session_new (UNIT, title, day, minute, 90);

  cnscd_session_records_add_team (records, team->record.id);
  sample_session_put (database, records);
  return records;
}

/* (transfer full): id of the person */
static char *
add_guide (CnscdDatabase *database, CnscdSessionRecords *session, CnscdTeam *team)
{
  g_autoptr (CnscdPerson) person = cnscd_record_new (&CNSCD_KIND_PERSON, UNIT);
  g_autoptr (CnscdMembership) membership = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, UNIT);

  cnscd_record_set (person, full_name, "Nguyễn Văn Bình");
  cnscd_record_set (membership, team, team->record.id);
  cnscd_record_set (membership, person, person->record.id);
  membership->role = CNSCD_ROLE_MEMBER;
  display_test_put (database, person);
  display_test_put (database, membership);
  cnscd_session_records_add_guide (session, membership->record.id, CNSCD_GUIDE_PART_LEADS);
  return g_strdup (person->record.id);
}

static void
fill (Test *test, gboolean with_sessions)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  g_autoptr (CnscdSessionRecords) alpha = NULL;
  g_autoptr (CnscdSessionRecords) beta = NULL;

  g_assert_no_error (error);
  cnscd_database_set_setting (database, "unit", UNIT, &error);
  g_assert_no_error (error);
  test->one = display_test_add_team (database, UNIT, "Tổ Một");
  test->two = display_test_add_team (database, UNIT, "Tổ Hai");
  if (!with_sessions)
    return;

  alpha = sample_session_new (UNIT, "Alpha", THE_DAY, EVENING, 90);
  cnscd_session_records_add_team (alpha, test->one->record.id);
  test->guide = add_guide (database, alpha, test->one);
  sample_session_put (database, alpha);
  beta = put_session (database, test->two, "Beta", CNSCD_DATE (2027, 3, 18), EVENING);
  test->session = g_strdup (alpha->session->record.id);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *title = g_strdup_printf ("Many %02u", i + 1);
      g_autoptr (CnscdSessionRecords) many =
        put_session (database, test->two, title, CNSCD_DATE (2027, 3, 24), 8 * 60 + (int) i);
    }
  for (guint i = 0; i < N_IN_MAY; i++)
    {
      g_autofree char *title = g_strdup_printf ("Many in May %02u", i + 1);
      g_autoptr (CnscdSessionRecords) many =
        put_session (database, test->two, title, i < 8 ? FIFTH_OF_MAY : CNSCD_DATE (2027, 5, 7),
                     8 * 60 + (int) i);
    }
}

/* What another program finds: "Alpha 2027-03-16T19:00; …", without the many. */
static char *
dup_sessions (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  g_autoptr (GPtrArray) sessions = NULL;
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  sessions = cnscd_sessions_list (database, &query, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < sessions->len; i++)
    {
      const CnscdSessionSummary *session = sessions->pdata[i];
      char iso[CNSCD_TIME_ISO_SIZE];

      if (!g_str_has_prefix (session->title, "Many"))
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? "; " : "", session->title,
                                cnscd_time_write_iso (session->starts_at, iso));
    }
  return g_string_free_and_steal (text);
}

static gboolean
has_sessions (gpointer data)
{
  Test *test = data;
  g_autofree char *sessions = dup_sessions (test);

  return g_str_equal (sessions, test->expected);
}

static void
wait_for_sessions (Test *test, const char *expected)
{
  test->expected = expected;
  display_test_pump_until (has_sessions, test);
}

/* ---- the window */

static gboolean
is_open (gpointer data)
{
  Test *test = data;

  return cnscd_repository_is_open (test->repository) &&
         cnscd_window_get_visible_page (test->window) != NULL;
}

static void
show_window (Test *test, gboolean with_sessions)
{
  display_test_make_folder (&test->display);
  fill (test, with_sessions);
  display_test_show (&test->display);
  display_test_pump_until (is_open, test);
  cnscd_window_show_page (test->window, "schedule");
  display_test_settle ();
  test->page = display_test_find (GTK_WIDGET (test->window), CNSCD_TYPE_SCHEDULE_PAGE);
  g_assert_nonnull (test->page);
}

static void
set_up (Test *test, gconstpointer data)
{
  show_window (test, TRUE);
  cnscd_schedule_page_show (test->page, "month", THE_DAY);
  display_test_wait_for_text (test->window, "March 2027");
  display_test_settle ();
}

static void
set_up_empty (Test *test, gconstpointer data)
{
  show_window (test, FALSE);
}

static void
tear_down (Test *test, gconstpointer data)
{
  display_test_tear_down (&test->display);
  cnscd_record_unref (test->one);
  cnscd_record_unref (test->two);
  g_free (test->session);
  g_free (test->guide);
}

typedef gboolean (*Matcher) (GtkWidget *widget, gconstpointer what);

static GtkWidget *
find (GtkWidget *root, Matcher matches, gconstpointer what)
{
  if (gtk_widget_get_mapped (root) && matches (root, what))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, matches, what);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_day (GtkWidget *widget, gconstpointer what)
{
  const CnscdDate *day = what;

  return (CNSCD_IS_MONTH_CELL (widget) &&
          cnscd_date_equal (cnscd_month_cell_get_day (CNSCD_MONTH_CELL (widget)), *day)) ||
         (CNSCD_IS_WEEK_DAY (widget) &&
          cnscd_date_equal (cnscd_week_day_get_day (CNSCD_WEEK_DAY (widget)), *day));
}

static GtkWidget *
get_day (Test *test, CnscdDate day)
{
  GtkWidget *widget = find (GTK_WIDGET (test->page), is_day, &day);

  g_assert_nonnull (widget);
  return widget;
}

static gboolean
shows_session (GtkWidget *widget, gconstpointer what)
{
  const CnscdSessionSummary *session = cnscd_session_widget_get (widget);

  return session != NULL && g_str_equal (session->title, what);
}

static GtkWidget *
find_session (GtkWidget *root, const char *title)
{
  return find (root, shows_session, title);
}

typedef struct
{
  GtkWidget *root;
  const char *title;
} Sight;

static gboolean
sees_session (gpointer data)
{
  const Sight *sight = data;

  return find_session (sight->root, sight->title) != NULL;
}

static GtkWidget *
wait_for_session (GtkWidget *root, const char *title)
{
  display_test_pump_until (sees_session, &(Sight) { root, title });
  return find_session (root, title);
}

static guint
count_sessions (GtkWidget *root)
{
  guint n = gtk_widget_get_mapped (root) && cnscd_session_widget_get (root) != NULL ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_sessions (child);
  return n;
}

/* As the drop target does when the button is let go there. */
static void
drop (GtkWidget *session, GtkWidget *onto, double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (onto);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      g_auto (GValue) value = G_VALUE_INIT;
      gboolean taken = FALSE;

      if (!GTK_IS_DROP_TARGET (controller))
        continue;

      g_value_init (&value, CNSCD_TYPE_SESSION_SUMMARY);
      g_value_set_boxed (&value, cnscd_session_widget_get (session));
      g_signal_emit_by_name (controller, "drop", &value, 5.0, y, &taken);
      g_assert_true (taken);
      return;
    }
  g_assert_not_reached ();
}

static void
undo (Test *test)
{
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
}

/* ---- what is seen */

static void
test_month (Test *test, gconstpointer data)
{
  GtkWidget *cell = get_day (test, CNSCD_DATE (2027, 3, 24));
  GtkWidget *view = display_test_find (GTK_WIDGET (test->page), CNSCD_TYPE_MONTH_VIEW);
  GtkWidget *day = get_day (test, THE_DAY);
  GtkWidget *more;
  guint n_chips = count_sessions (cell);
  g_autofree char *words = g_strdup_printf ("+%u more", 20 - n_chips);
  AdwDialog *dialog;

  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_role (gtk_widget_get_parent (cell), GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_property (day, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Tuesday 16 March, lunar 9/2, 1 session");
  gtk_test_accessible_assert_property (wait_for_session (GTK_WIDGET (test->page), "Alpha"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "19h00–20h30, Alpha, Tổ Một, Planned");
  display_test_wait_for_text (test->window, "22 sessions");

  /* Not all of them have room; the rest is one press away. */
  g_assert_cmpuint (n_chips, >, 0);
  g_assert_cmpuint (n_chips, <, 20);
  more = display_test_find_labelled (cell, words);
  g_assert_nonnull (more);
  g_signal_emit_by_name (gtk_widget_get_ancestor (more, GTK_TYPE_BUTTON), "clicked");
  dialog = display_test_wait_for_dialog (test->window);
  wait_for_session (GTK_WIDGET (dialog), "Many 01");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (cnscd_agenda_view_get_agenda (
                      display_test_find (GTK_WIDGET (dialog), CNSCD_TYPE_AGENDA_VIEW)))),
                    ==, 20);
}

static const char *
get_line_of_chip (GtkWidget *chip)
{
  return gtk_inscription_get_text (display_test_find (chip, GTK_TYPE_INSCRIPTION));
}

/* A long line says as much as has room, in a wider window more. */
static void
test_long_line (Test *test, gconstpointer data)
{
  const char *title = "Hướng dẫn cài đặt, kích hoạt VNeID mức 2, tích hợp giấy tờ và nộp hồ sơ";
  g_autofree char *whole = g_strdup_printf ("9h00 %s · Tổ Một", title);
  g_autofree char *narrow = NULL;
  g_autoptr (CnscdSessionSummary) session = g_atomic_rc_box_new0 (CnscdSessionSummary);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *chip = cnscd_session_chip_new (FALSE);
  const char *line;

  session->title = g_strdup (title);
  session->teams = g_strdup ("Tổ Một");
  session->starts_at = cnscd_time_new (THE_DAY, 9 * 60);
  session->ends_at = session->starts_at + 60;
  session->state = CNSCD_SESSION_STATE_PLANNED;
  gtk_window_set_child (GTK_WINDOW (window), chip);
  gtk_window_set_default_size (GTK_WINDOW (window), 120, 40);
  cnscd_session_chip_set_session (CNSCD_SESSION_CHIP (chip), session);
  gtk_window_present (GTK_WINDOW (window));
  display_test_settle ();
  line = get_line_of_chip (chip);
  g_assert_true (g_str_has_prefix (line, "9h00 Hướng dẫn"));
  g_assert_true (g_str_has_suffix (line, "…"));
  narrow = g_strdup (line);

  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 40);
  display_test_settle ();
  g_assert_cmpstr (get_line_of_chip (chip), ==, whole);
  gtk_window_set_default_size (GTK_WINDOW (window), 120, 40);
  display_test_settle ();
  g_assert_cmpstr (get_line_of_chip (chip), ==, narrow);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_week (Test *test, gconstpointer data)
{
  GtkWidget *column;

  cnscd_schedule_page_show (test->page, "week", CNSCD_DATE (2027, 3, 24));
  display_test_wait_for_text (test->window, "22–28/03/2027");
  display_test_wait_for_text (test->window, "20 sessions");
  display_test_settle ();
  column = get_day (test, CNSCD_DATE (2027, 3, 24));
  gtk_test_accessible_assert_role (column, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (column, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Wednesday 24 March, lunar 17/2, 20 sessions");
  g_assert_cmpuint (count_sessions (column) + cnscd_week_day_get_n_hidden (CNSCD_WEEK_DAY (column)),
                    ==, 20);
  g_assert_cmpuint (cnscd_week_day_get_n_hidden (CNSCD_WEEK_DAY (column)), >, 0);
}

static gboolean
has_focus (gpointer widget)
{
  return gtk_widget_has_focus (widget);
}

/* A day is higher than what is seen of it: who chooses one stays at the hours that are seen. */
static void
test_week_stays (Test *test, gconstpointer data)
{
  GtkWidget *column;
  GtkWidget *viewport;
  GtkAdjustment *hours;
  double before;

  cnscd_schedule_page_show (test->page, "week", CNSCD_DATE (2027, 3, 24));
  display_test_wait_for_text (test->window, "22–28/03/2027");
  display_test_settle ();
  column = get_day (test, CNSCD_DATE (2027, 3, 26));
  viewport = gtk_widget_get_ancestor (column, GTK_TYPE_VIEWPORT);
  hours = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  before = gtk_adjustment_get_value (hours);
  g_assert_cmpfloat (before, >, 0);
  gtk_window_set_focus (GTK_WINDOW (test->window), NULL);
  display_test_click (column);
  display_test_pump_until (has_focus, column);
  display_test_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (hours), ==, before);

  /* From the first session back to its day. */
  cnscd_schedule_page_show (test->page, "week", CNSCD_DATE (2027, 3, 24));
  column = get_day (test, CNSCD_DATE (2027, 3, 24));
  gtk_widget_grab_focus (wait_for_session (column, "Many 01"));
  display_test_settle ();
  before = gtk_adjustment_get_value (hours);
  g_assert_cmpfloat (before, >, 0);
  display_test_press_key ("Up");
  display_test_pump_until (has_focus, column);
  display_test_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (hours), ==, before);
}

static void
get_bounds (GtkWidget *widget, GtkWidget *root, graphene_rect_t *bounds)
{
  g_assert_true (gtk_widget_compute_bounds (widget, root, bounds));
}

/* It begins in the morning, also where the focus comes to a day without sessions. */
static void
test_empty_week (Test *test, gconstpointer data)
{
  GtkWidget *view;
  graphene_rect_t at;

  gtk_widget_grab_focus (get_day (test, THE_DAY));
  cnscd_schedule_page_show (test->page, "week", CNSCD_DATE (2031, 5, 1));
  display_test_settle ();
  view = display_test_find (GTK_WIDGET (test->page), CNSCD_TYPE_WEEK_VIEW);
  get_bounds (display_test_find_labelled (view, "7h"), view, &at);
  g_assert_cmpfloat (at.origin.y, >=, 0);
  g_assert_cmpfloat (at.origin.y, <, 100);
}

static gboolean
is_narrow (gpointer window)
{
  return gtk_widget_get_width (window) <= 360;
}

static gboolean
is_count (GtkWidget *widget, gconstpointer what)
{
  return gtk_widget_has_css_class (widget, "count");
}

/* What looks as if it could be pressed can be: one press opens the day. */
static void
test_month_count (Test *test, gconstpointer data)
{
  GtkWidget *count;

  gtk_window_set_default_size (GTK_WINDOW (test->window), 360, 720);
  display_test_pump_until (is_narrow, test->window);
  display_test_settle ();
  count = find (get_day (test, CNSCD_DATE (2027, 3, 18)), is_count, NULL);
  g_assert_nonnull (count);
  display_test_click (count);
  display_test_wait_for_dialog (test->window);
  display_test_wait_for_text (test->window, "Thursday 18 March");
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);
}

/* Where there is no room for all weeks, one comes to the last of them, and nothing lies on another.
 */
static void
test_month_low (Test *test, gconstpointer data)
{
  GtkWidget *view, *switcher, *scrolled;
  graphene_rect_t view_at, switcher_at, day_at;

  gtk_window_set_default_size (GTK_WINDOW (test->window), 360, 480);
  display_test_pump_until (is_narrow, test->window);
  display_test_settle ();
  view = display_test_find (GTK_WIDGET (test->page), CNSCD_TYPE_MONTH_VIEW);
  switcher = display_test_find (GTK_WIDGET (test->page), ADW_TYPE_TOGGLE_GROUP);
  scrolled = gtk_widget_get_ancestor (view, GTK_TYPE_SCROLLED_WINDOW);
  g_assert_nonnull (scrolled);
  get_bounds (view, GTK_WIDGET (test->page), &view_at);
  get_bounds (switcher, GTK_WIDGET (test->page), &switcher_at);
  g_assert_cmpfloat (view_at.origin.y, >=, switcher_at.origin.y + switcher_at.size.height);

  gtk_widget_grab_focus (get_day (test, THE_DAY));
  display_test_press_key ("Down");
  display_test_press_key ("Down");
  display_test_settle ();
  get_bounds (get_day (test, CNSCD_DATE (2027, 3, 30)), scrolled, &day_at);
  g_assert_cmpfloat (day_at.origin.y, >=, 0);
  g_assert_cmpfloat (day_at.origin.y + day_at.size.height, <=,
                     (float) gtk_widget_get_height (scrolled) + 1);
}

/* Where only some days have room, the hours stay beside them, and nothing of the day is below them.
 */
static void
test_week_narrow (Test *test, gconstpointer data)
{
  static const int days[] = { 28, 22, 25 };
  GtkWidget *view, *hour;
  graphene_rect_t hour_at, day_at;

  gtk_window_set_default_size (GTK_WINDOW (test->window), 360, 720);
  display_test_pump_until (is_narrow, test->window);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      CnscdDate day = CNSCD_DATE (2027, 3, days[i]);

      cnscd_schedule_page_show (test->page, "week", day);
      display_test_wait_for_text (test->window, "22–28/03/2027");
      display_test_settle ();
      view = display_test_find (GTK_WIDGET (test->page), CNSCD_TYPE_WEEK_VIEW);
      hour = gtk_widget_get_parent (display_test_find_labelled (view, "8h"));
      get_bounds (hour, view, &hour_at);
      get_bounds (get_day (test, day), view, &day_at);
      g_assert_cmpfloat (hour_at.origin.x, ==, 0);
      g_assert_cmpfloat (hour_at.origin.x + hour_at.size.width, <=, day_at.origin.x + 1);
      g_assert_cmpfloat (day_at.origin.x + day_at.size.width, <=,
                         (float) gtk_widget_get_width (view));
    }
}

static void
test_agenda (Test *test, gconstpointer data)
{
  GtkWidget *view;
  GtkWidget *head;
  GtkWidget *focus;
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;
  double value;

  cnscd_schedule_page_show (test->page, "agenda", THE_DAY);
  view = wait_for_session (GTK_WIDGET (test->page), "Alpha");
  g_assert_true (CNSCD_IS_SESSION_LINE (view));
  display_test_wait_for_text (test->window, "Tuesday 16 March");

  /* With its head on top, from above, where it is in sight already, and from below. */
  display_test_settle ();
  view = display_test_find (GTK_WIDGET (test->page), CNSCD_TYPE_AGENDA_VIEW);
  adjustment =
    gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (display_test_find (view, GTK_TYPE_LIST_VIEW)));
  for (guint i = 0; i < 2; i++)
    {
      gtk_adjustment_set_value (adjustment, i == 0 ? 0 : gtk_adjustment_get_upper (adjustment));
      display_test_settle ();
      cnscd_schedule_page_show (test->page, "agenda", CNSCD_DATE (2027, 3, 24));
      display_test_wait_for_text (test->window, "Wednesday 24 March");
      display_test_settle ();
      head = display_test_find_labelled (view, "Wednesday 24 March");
      g_assert_nonnull (head);
      get_bounds (head, view, &bounds);
      g_assert_cmpfloat (bounds.origin.y, >=, 0);
      g_assert_cmpfloat (bounds.origin.y, <, 60);
    }

  /* Of a day without sessions, that of the next one. */
  cnscd_schedule_page_show (test->page, "agenda", CNSCD_DATE (2027, 3, 17));
  display_test_settle ();
  head = display_test_find_labelled (view, "Thursday 18 March");
  g_assert_nonnull (head);
  get_bounds (head, view, &bounds);
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y, <, 60);

  /* The focus comes to what is in sight, and nothing moves. */
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  display_test_settle ();
  value = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (value, >, 0);
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  display_test_settle ();
  focus = gtk_root_get_focus (GTK_ROOT (test->window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, view));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, value);
  display_test_press_key ("Down");
  display_test_settle ();
  g_assert_true (gtk_root_get_focus (GTK_ROOT (test->window)) != focus);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, value);

  cnscd_schedule_page_show (test->page, "agenda", CNSCD_DATE (2027, 4, 1));
  display_test_wait_for_text (test->window, "No Sessions This Month");
}

static gboolean
has_been_read (gpointer data)
{
  GListModel *agenda = data;

  for (guint i = 0; i < g_list_model_get_n_items (agenda); i++)
    {
      g_autoptr (CnscdSessionItem) item = g_list_model_get_item (agenda, i);

      if (cnscd_session_item_get_session (item) == NULL)
        return FALSE;
    }
  return TRUE;
}

static void
check_agenda (GListModel *agenda, guint position, CnscdDate day, const char *title)
{
  g_autoptr (CnscdSessionItem) item = g_list_model_get_item (agenda, position);

  g_assert_true (cnscd_date_equal (cnscd_session_item_get_day (item), day));
  g_assert_cmpstr (cnscd_session_item_get_session (item)->title, ==, title);
}

static void
check_section (GListModel *agenda, guint position, guint start, guint end)
{
  guint at, until;

  gtk_section_model_get_section (GTK_SECTION_MODEL (agenda), position, &at, &until);
  g_assert_cmpuint (at, ==, start);
  g_assert_cmpuint (until, ==, end);
}

/* Another month in the same rows, of which there are fewer or more. */
static void
test_agenda_months (Test *test, gconstpointer data)
{
  GtkWidget *view, *line;
  GListModel *agenda;
  g_autoptr (CnscdSessionItem) item = NULL;

  cnscd_schedule_page_show (test->page, "agenda", THE_DAY);
  line = wait_for_session (GTK_WIDGET (test->page), "Alpha");
  view = display_test_find (GTK_WIDGET (test->page), CNSCD_TYPE_AGENDA_VIEW);
  agenda = G_LIST_MODEL (cnscd_agenda_view_get_agenda (CNSCD_AGENDA_VIEW (view)));
  item = g_list_model_get_item (agenda, 0);

  for (guint i = 0; i < 2; i++)
    {
      cnscd_schedule_page_show (test->page, "agenda", FIFTH_OF_MAY);
      wait_for_session (view, "Many in May 01");
      display_test_settle ();
      g_assert_cmpuint (g_list_model_get_n_items (agenda), ==, N_IN_MAY);
      g_assert_true (cnscd_session_item_get_session (item) == cnscd_session_widget_get (line));
      display_test_pump_until (has_been_read, agenda);
      check_agenda (agenda, 0, FIFTH_OF_MAY, "Many in May 01");
      check_agenda (agenda, 7, FIFTH_OF_MAY, "Many in May 08");
      check_agenda (agenda, 8, CNSCD_DATE (2027, 5, 7), "Many in May 09");
      check_agenda (agenda, 11, CNSCD_DATE (2027, 5, 7), "Many in May 12");
      check_section (agenda, 3, 0, 8);
      check_section (agenda, 11, 8, 12);
      g_assert_nonnull (display_test_find_labelled (view, "Wednesday 5 May"));
      g_assert_null (display_test_find_labelled (view, "Tuesday 16 March"));

      cnscd_schedule_page_show (test->page, "agenda", THE_DAY);
      wait_for_session (view, "Alpha");
      display_test_settle ();
      g_assert_cmpuint (g_list_model_get_n_items (agenda), ==, 22);
      display_test_pump_until (has_been_read, agenda);
      check_agenda (agenda, 0, THE_DAY, "Alpha");
      check_agenda (agenda, 1, CNSCD_DATE (2027, 3, 18), "Beta");
      check_agenda (agenda, 21, CNSCD_DATE (2027, 3, 24), "Many 20");
      check_section (agenda, 0, 0, 1);
      check_section (agenda, 21, 2, 22);
      g_assert_nonnull (display_test_find_labelled (view, "Tuesday 16 March"));
      g_assert_null (display_test_find_labelled (view, "Wednesday 5 May"));
    }
}

/* The day that is shown is where the keyboard comes to, and stands at the top. */
static void
test_agenda_keyboard (Test *test, gconstpointer data)
{
  GtkWidget *view, *list, *head, *focus;
  graphene_rect_t bounds;

  cnscd_schedule_page_show (test->page, "agenda", CNSCD_DATE (2027, 3, 24));
  display_test_wait_for_text (test->window, "Wednesday 24 March");
  display_test_settle ();
  view = display_test_find (GTK_WIDGET (test->page), CNSCD_TYPE_AGENDA_VIEW);
  list = display_test_find (view, GTK_TYPE_LIST_VIEW);
  head = display_test_find_labelled (view, "Wednesday 24 March");
  g_assert_true (gtk_widget_compute_bounds (head, view, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y, <, 60);

  g_assert_true (gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD));
  display_test_settle ();
  focus = gtk_root_get_focus (GTK_ROOT (test->window));
  g_assert_true (gtk_widget_is_ancestor (focus, list));
  g_assert_nonnull (display_test_find_labelled (focus, "Many 01"));
  g_assert_true (gtk_widget_compute_bounds (focus, view, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y, <, gtk_widget_get_height (view));
}

/* A day is higher than what is seen of it: its hours stay where they are. */
static void
test_week_hours (Test *test, gconstpointer data)
{
  GtkWidget *column;
  GtkAdjustment *adjustment;

  cnscd_schedule_page_show (test->page, "week", CNSCD_DATE (2027, 3, 24));
  display_test_wait_for_text (test->window, "22–28/03/2027");
  display_test_settle ();
  column = get_day (test, CNSCD_DATE (2027, 3, 24));
  adjustment = gtk_scrollable_get_vadjustment (
    GTK_SCROLLABLE (gtk_widget_get_ancestor (column, GTK_TYPE_VIEWPORT)));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);
  gtk_adjustment_set_value (adjustment, 200);
  gtk_widget_child_focus (column, GTK_DIR_TAB_FORWARD);
  display_test_settle ();
  g_assert_true (gtk_root_get_focus (GTK_ROOT (test->window)) == column);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 200);
}

static void
test_empty (Test *test, gconstpointer data)
{
  display_test_wait_for_text (test->window, "No Sessions Yet");

  gtk_widget_activate_action (GTK_WIDGET (test->page), "page.new", NULL);
  display_test_wait_for_dialog (test->window);
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Plan")));
  display_test_type (test->window, "Title", "Gamma");
  display_test_type (test->window, "Day", "31/2/2027");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Plan")));
  display_test_type (test->window, "Day", "16/3/2027");
  display_test_type (test->window, "Begins", "19h");
  display_test_type (test->window, "Ends", "18h");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Plan")));
  display_test_type (test->window, "Ends", "20h30");
  display_test_press (test->window, "_Plan");
  wait_for_sessions (test, "Gamma 2027-03-16T19:00");
  display_test_wait_for_no_text (test->window, "No Sessions Yet");
}

/* ---- what is done */

static void
test_drop_month (Test *test, gconstpointer data)
{
  drop (wait_for_session (GTK_WIDGET (test->page), "Alpha"),
        get_day (test, CNSCD_DATE (2027, 3, 22)), 5);
  wait_for_sessions (test, "Beta 2027-03-18T19:00; Alpha 2027-03-22T19:00");
  display_test_wait_for_text (test->window, "“Alpha” moved to 19h00, 22/03/2027");
  wait_for_session (get_day (test, CNSCD_DATE (2027, 3, 22)), "Alpha");

  undo (test);
  wait_for_sessions (test, "Alpha 2027-03-16T19:00; Beta 2027-03-18T19:00");
  wait_for_session (get_day (test, THE_DAY), "Alpha");
}

static void
test_drop_week (Test *test, gconstpointer data)
{
  cnscd_schedule_page_show (test->page, "week", THE_DAY);
  /* 8h40 is nearest to 8h45. */
  drop (wait_for_session (GTK_WIDGET (test->page), "Alpha"),
        get_day (test, CNSCD_DATE (2027, 3, 15)),
        8 * CNSCD_WEEK_HOUR_HEIGHT + CNSCD_WEEK_HOUR_HEIGHT * 40 / 60.0);
  wait_for_sessions (test, "Alpha 2027-03-15T08:45; Beta 2027-03-18T19:00");
}

/* In March's last row; April's last row has another session at that place. */
static void
test_next_month (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  g_autoptr (CnscdSessionRecords) first = NULL;
  g_autoptr (CnscdSessionRecords) last = NULL;

  g_assert_no_error (error);
  last = put_session (database, test->two, "Omega", CNSCD_DATE (2027, 4, 29), EVENING);
  first = put_session (database, test->two, "Gamma", CNSCD_DATE (2027, 4, 1), EVENING);
  wait_for_session (GTK_WIDGET (test->page), "Gamma");
  display_test_settle ();
  display_test_click (find_session (GTK_WIDGET (test->page), "Gamma"));
  display_test_wait_for_dialog (test->window);
  display_test_wait_for_text (test->window, "Gamma");
}

/* What a drop leaves behind. */
static gboolean
tells_drop_time (GtkWidget *widget, gconstpointer what)
{
  return gtk_widget_has_css_class (widget, "drop-time");
}

static void
test_drop_mark (Test *test, gconstpointer data)
{
  g_autoptr (GListModel) controllers = NULL;
  GtkWidget *column;

  cnscd_schedule_page_show (test->page, "week", THE_DAY);
  wait_for_session (GTK_WIDGET (test->page), "Alpha");
  column = get_day (test, CNSCD_DATE (2027, 3, 15));
  controllers = gtk_widget_observe_controllers (column);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      GdkDragAction action;

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "motion", 5.0, 100.0, &action);
    }
  g_assert_nonnull (find (column, tells_drop_time, NULL));

  drop (wait_for_session (GTK_WIDGET (test->page), "Alpha"), column, 100);
  g_assert_null (find (column, tells_drop_time, NULL));
}

/* What is dragged tells nothing more, for nothing would take it away. */
static void
test_drag_tooltip (Test *test, gconstpointer data)
{
  GtkWidget *session = wait_for_session (get_day (test, THE_DAY), "Alpha");
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (session);
  gboolean shown = FALSE;

  g_signal_emit_by_name (session, "query-tooltip", 1, 1, FALSE, tooltip, &shown);
  g_assert_true (shown);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DRAG_SOURCE (controller))
        g_signal_emit_by_name (controller, "drag-begin", NULL);
    }
  g_signal_emit_by_name (session, "query-tooltip", 1, 1, FALSE, tooltip, &shown);
  g_assert_false (shown);
}

static gboolean
has_menu (gpointer data)
{
  Test *test = data;

  return display_test_find (GTK_WIDGET (test->page), GTK_TYPE_POPOVER_MENU) != NULL;
}

static gboolean
has_no_menu (gpointer data)
{
  return !has_menu (data);
}

/* Who closes the menu is where they were. */
static void
test_menu_focus (Test *test, gconstpointer data)
{
  GtkWidget *session = wait_for_session (get_day (test, THE_DAY), "Alpha");

  gtk_widget_grab_focus (session);
  display_test_press_key ("shift+F10");
  display_test_pump_until (has_menu, test);
  display_test_press_key ("Escape");
  display_test_pump_until (has_no_menu, test);
  display_test_settle ();
  g_assert_true (gtk_root_get_focus (GTK_ROOT (test->window)) == session);
}

/* The menu is beside its session, which stays where it is seen. */
static void
test_menu_place (Test *test, gconstpointer data)
{
  GtkWidget *session, *menu;
  GtkAdjustment *hours;
  graphene_rect_t session_at;
  graphene_point_t menu_at;
  GdkRectangle pointing;
  double before;

  cnscd_schedule_page_show (test->page, "week", THE_DAY);
  session = wait_for_session (get_day (test, THE_DAY), "Alpha");
  display_test_settle ();
  gtk_widget_grab_focus (session);
  display_test_settle ();
  hours = gtk_scrollable_get_vadjustment (
    GTK_SCROLLABLE (gtk_widget_get_ancestor (session, GTK_TYPE_VIEWPORT)));
  before = gtk_adjustment_get_value (hours);
  g_assert_cmpfloat (before, >, 0);

  display_test_press_key ("shift+F10");
  display_test_pump_until (has_menu, test);
  /* Its first entry has the focus, wherever it is. */
  display_test_press_key ("Down");
  display_test_settle ();
  g_assert_cmpfloat (gtk_adjustment_get_value (hours), ==, before);

  menu = display_test_find (GTK_WIDGET (test->page), GTK_TYPE_POPOVER_MENU);
  g_assert_true (gtk_popover_get_pointing_to (GTK_POPOVER (menu), &pointing));
  g_assert_true (gtk_widget_compute_point (
    gtk_widget_get_parent (menu), GTK_WIDGET (test->window),
    &GRAPHENE_POINT_INIT ((float) pointing.x, (float) pointing.y), &menu_at));
  g_assert_true (gtk_widget_compute_bounds (session, GTK_WIDGET (test->window), &session_at));
  g_assert_true (graphene_rect_contains_point (&session_at, &menu_at));

  display_test_press_key ("Escape");
  display_test_pump_until (has_no_menu, test);
  display_test_settle ();
  g_assert_true (gtk_root_get_focus (GTK_ROOT (test->window)) == session);
  g_assert_cmpfloat (gtk_adjustment_get_value (hours), ==, before);
}

static gboolean
is_view (gpointer data)
{
  Test *test = data;
  AdwToggleGroup *group = display_test_find (GTK_WIDGET (test->page), ADW_TYPE_TOGGLE_GROUP);

  return g_strcmp0 (adw_toggle_group_get_active_name (group), test->expected) == 0;
}

static gboolean
week_day_has_focus (gpointer data)
{
  Test *test = data;

  return gtk_root_get_focus (GTK_ROOT (test->window)) == get_day (test, THE_DAY) &&
         CNSCD_IS_WEEK_DAY (get_day (test, THE_DAY));
}

/* What is below does not move when a month has nothing. */
static void
test_empty_month (Test *test, gconstpointer data)
{
  GtkWidget *view = display_test_find (GTK_WIDGET (test->page), CNSCD_TYPE_MONTH_VIEW);
  graphene_rect_t bounds, empty_bounds;

  gtk_window_set_default_size (GTK_WINDOW (test->window), 360, 720);
  display_test_wait_for_text (test->window, "22 sessions");
  display_test_settle ();
  get_bounds (view, GTK_WIDGET (test->page), &bounds);
  cnscd_schedule_page_show (test->page, "month", CNSCD_DATE (2027, 6, 1));
  display_test_wait_for_text (test->window, "No sessions");
  display_test_settle ();
  get_bounds (view, GTK_WIDGET (test->page), &empty_bounds);
  g_assert_cmpfloat (empty_bounds.origin.y, ==, bounds.origin.y);
}

/* Who switches the view by the pointer goes on where they were; who does it by keys stays there. */
static void
test_view_focus (Test *test, gconstpointer data)
{
  GtkWidget *group = display_test_find (GTK_WIDGET (test->page), ADW_TYPE_TOGGLE_GROUP);

  gtk_widget_grab_focus (wait_for_session (get_day (test, THE_DAY), "Alpha"));
  display_test_click (display_test_find_labelled (group, "Week"));
  display_test_pump_until (week_day_has_focus, test);

  gtk_widget_child_focus (group, GTK_DIR_TAB_FORWARD);
  display_test_press_key ("Right");
  display_test_press_key ("space");
  test->expected = "agenda";
  display_test_pump_until (is_view, test);
  display_test_settle ();
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (test->window)), group));
}

static void
test_held (Test *test, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.cancel-session", "s", test->session);
  display_test_wait_for_text (test->window, "“Alpha” cancelled");
  display_test_settle ();
  drop (wait_for_session (GTK_WIDGET (test->page), "Alpha"),
        get_day (test, CNSCD_DATE (2027, 3, 22)), 5);
  display_test_wait_for_text (test->window,
                              "Only sessions that are planned or postponed can be moved");
  wait_for_sessions (test, "Alpha 2027-03-16T19:00; Beta 2027-03-18T19:00");
}

/* What is dragged goes no further over midnight than what is typed. */
static void
test_move_over_midnight (Test *test, gconstpointer data)
{
  cnscd_session_actions_move (test->window, test->session,
                              cnscd_time_new (CNSCD_DATE (2027, 3, 17), 23 * 60 + 30));
  display_test_wait_for_text (test->window, "The session would end after midnight");
  wait_for_sessions (test, "Alpha 2027-03-16T19:00; Beta 2027-03-18T19:00");
}

static void
test_move_dialog (Test *test, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.move-session", "s", test->session);
  display_test_wait_for_dialog (test->window);
  display_test_type (test->window, "Day", "hôm nào đó");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Move")));
  display_test_type (test->window, "Day", "17/3/2027");
  display_test_type (test->window, "Begins", "25h");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Move")));
  g_assert_nonnull (display_test_get_row (test->window, "Begins: not a time"));
  /* It lasts an hour and a half. */
  display_test_type (test->window, "Begins", "23h");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Move")));
  g_assert_nonnull (display_test_get_row (test->window, "Begins: would end after midnight"));
  display_test_type (test->window, "Begins", "7h30");
  display_test_press (test->window, "_Move");
  wait_for_sessions (test, "Alpha 2027-03-17T07:30; Beta 2027-03-18T19:00");
}

static gboolean
is_title (gpointer data)
{
  Test *test = data;

  return display_test_find_labelled (GTK_WIDGET (test->page), test->expected) != NULL;
}

static void
press_until_title (Test *test, const char *key, const char *title)
{
  display_test_press_key (key);
  test->expected = title;
  display_test_pump_until (is_title, test);
}

static void
press_until_focused (Test *test, const char *key, CnscdDate day)
{
  display_test_press_key (key);
  display_test_pump_until (has_focus, get_day (test, day));
}

static void
test_keyboard (Test *test, gconstpointer data)
{
  AdwDialog *dialog;

  gtk_widget_grab_focus (get_day (test, THE_DAY));
  press_until_focused (test, "Right", CNSCD_DATE (2027, 3, 17));
  press_until_focused (test, "Down", CNSCD_DATE (2027, 3, 24));
  press_until_focused (test, "Home", CNSCD_DATE (2027, 3, 22));
  press_until_focused (test, "End", CNSCD_DATE (2027, 3, 28));
  press_until_focused (test, "Left", CNSCD_DATE (2027, 3, 27));

  press_until_title (test, "Page_Down", "April 2027");
  press_until_title (test, "alt+Left", "March 2027");
  press_until_title (test, "alt+Left", "February 2027");
  press_until_title (test, "Page_Up", "January 2027");

  display_test_press_key ("ctrl+g");
  display_test_wait_for_dialog (test->window);
  display_test_type (test->window, "Date", "24/3/2027");
  display_test_press (test->window, "_Go");
  display_test_wait_for_no_dialog (test->window);
  test->expected = "March 2027";
  display_test_pump_until (is_title, test);
  display_test_pump_until (has_focus, get_day (test, CNSCD_DATE (2027, 3, 24)));

  display_test_press_key ("Return");
  dialog = display_test_wait_for_dialog (test->window);
  wait_for_session (GTK_WIDGET (dialog), "Many 01");
}

/* Cut here, pasted there, as who cannot drag does. */
static void
test_cut (Test *test, gconstpointer data)
{
  gtk_widget_grab_focus (wait_for_session (get_day (test, THE_DAY), "Alpha"));
  display_test_press_key ("ctrl+x");
  display_test_wait_for_text (test->window,
                              "“Alpha” is cut. Go to another day and paste it there.");
  press_until_focused (test, "Left", CNSCD_DATE (2027, 3, 15));
  display_test_press_key ("ctrl+v");
  wait_for_sessions (test, "Alpha 2027-03-15T19:00; Beta 2027-03-18T19:00");
}

static void
test_details (Test *test, gconstpointer data)
{
  gtk_widget_grab_focus (wait_for_session (get_day (test, THE_DAY), "Alpha"));
  display_test_press_key ("Return");
  display_test_wait_for_dialog (test->window);
  display_test_wait_for_text (test->window, "Tổ Một");
  display_test_pump_until (has_focus, display_test_get_button (test->window, "_Edit…"));

  /* The keys of a session are those of its dialog, too. */
  display_test_press_key ("F2");
  display_test_wait_for_text (test->window, "Move Session");
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_settle ();
  display_test_press_key ("alt+Return");
  display_test_wait_for_text (test->window, "Edit Session");
}

static void
test_edit_key (Test *test, gconstpointer data)
{
  gtk_widget_grab_focus (wait_for_session (get_day (test, THE_DAY), "Alpha"));
  display_test_press_key ("alt+Return");
  display_test_wait_for_dialog (test->window);
  display_test_wait_for_text (test->window, "Edit Session");
}

/* A window with the program's settings. */
static void
show_with_settings (Test *test, GSettings *settings)
{
  display_test_stop (application, test->window);
  g_clear_object (&test->repository);
  test->repository = cnscd_repository_new ();
  test->window =
    cnscd_window_new (GTK_APPLICATION (application), test->repository, test->path, settings);
  gtk_window_set_default_size (GTK_WINDOW (test->window), 1200, 760);
  gtk_window_present (GTK_WINDOW (test->window));
  display_test_pump_until (is_open, test);
  cnscd_window_show_page (test->window, "schedule");
  display_test_settle ();
  test->page = display_test_find (GTK_WIDGET (test->window), CNSCD_TYPE_SCHEDULE_PAGE);
}

/* The view that was chosen comes again the next time. */
static void
test_view_kept (Test *test, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.thainguyen.CNSCD");

  show_with_settings (test, settings);
  test->expected = "month";
  display_test_pump_until (is_view, test);
  adw_toggle_group_set_active_name (
    display_test_find (GTK_WIDGET (test->page), ADW_TYPE_TOGGLE_GROUP), "week");
  show_with_settings (test, settings);
  test->expected = "week";
  display_test_pump_until (is_view, test);
  g_settings_reset (settings, "schedule-view");
}

/* Both in March become planned in April; once more makes nothing. */
static void
test_copy (Test *test, gconstpointer data)
{
  g_autofree char *before = dup_sessions (test);

  gtk_widget_activate_action (GTK_WIDGET (test->page), "page.copy-month", NULL);
  display_test_wait_for_dialog (test->window);
  display_test_wait_for_text (test->window, "22 sessions will be planned.");
  display_test_press (test->window, "_Copy");
  wait_for_sessions (test, "Alpha 2027-03-16T19:00; Beta 2027-03-18T19:00; "
                           "Beta 2027-04-15T19:00; Alpha 2027-04-20T19:00");
  display_test_wait_for_text (test->window, "22 sessions copied to April 2027");
  display_test_wait_for_no_dialog (test->window);

  gtk_widget_activate_action (GTK_WIDGET (test->page), "page.copy-month", NULL);
  display_test_wait_for_dialog (test->window);
  display_test_wait_for_text (test->window,
                              "There is nothing to copy.\n22 sessions are there already.");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Copy")));
  adw_dialog_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);

  undo (test);
  wait_for_sessions (test, before);
}

static void
test_filters (Test *test, gconstpointer data)
{
  GtkWidget *dialog;
  GtkWidget *row;

  g_signal_emit_by_name (display_test_find_named (GTK_WIDGET (test->page), "filter"), "clicked");
  dialog = GTK_WIDGET (display_test_wait_for_dialog (test->window));
  display_test_settle ();
  row = display_test_find_row (dialog, "Team");
  cnscd_choice_row_set_chosen (CNSCD_CHOICE_ROW (row), test->one->record.id);
  adw_dialog_close (ADW_DIALOG (dialog));
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, "1 session");
  g_assert_nonnull (find_session (GTK_WIDGET (test->page), "Alpha"));
  g_assert_null (find_session (GTK_WIDGET (test->page), "Beta"));

  /* What is copied is what is seen, and it is said. */
  gtk_widget_activate_action (GTK_WIDGET (test->page), "page.copy-month", NULL);
  display_test_wait_for_dialog (test->window);
  display_test_wait_for_text (test->window, "Only filtered sessions: Tổ Một");
  display_test_wait_for_text (test->window, "1 session will be planned.");
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);

  g_signal_emit_by_name (display_test_find_button (GTK_WIDGET (test->page), "_Clear Filters"),
                         "clicked");
  wait_for_session (GTK_WIDGET (test->page), "Beta");
}

/* Every Monday of April, of which the second and those after it become Tuesdays. */
static void
test_series (Test *test, gconstpointer data)
{
  g_autoptr (CnscdSessionRecords) first =
    sample_session_new (UNIT, "Series", CNSCD_DATE (2027, 4, 5), EVENING, 60);
  CnscdRecurrence rule = { .frequency = CNSCD_FREQUENCY_WEEKLY,
                           .interval = 1,
                           .until = CNSCD_DATE (2027, 4, 19) };
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("series");
  g_autoptr (GError) error = NULL;

  g_assert_true (cnscd_series_add (set, NULL, first, &rule, &error));
  g_assert_no_error (error);
  cnscd_repository_apply_async (test->repository, set, NULL, NULL);
  cnscd_schedule_page_show (test->page, NULL, CNSCD_DATE (2027, 4, 12));
  drop (wait_for_session (get_day (test, CNSCD_DATE (2027, 4, 12)), "Series"),
        get_day (test, CNSCD_DATE (2027, 4, 13)), 5);
  display_test_wait_for_dialog (test->window);
  display_test_press (test->window, "This and the _Following");
  wait_for_sessions (test, "Alpha 2027-03-16T19:00; Beta 2027-03-18T19:00; "
                           "Series 2027-04-05T19:00; Series 2027-04-13T19:00; "
                           "Series 2027-04-20T19:00");
}

/* What the menu prints and exports are the days that are shown. */
static void
test_print_and_export (Test *test, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (test->page), "page.print", NULL);
  display_test_wait_for_dialog (test->window);
  g_assert_cmpstr (
    gtk_editable_get_text (GTK_EDITABLE (display_test_get_row (test->window, "From"))), ==,
    "01/03/2027");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (display_test_get_row (test->window, "To"))),
                   ==, "31/03/2027");
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);

  gtk_widget_activate_action (GTK_WIDGET (test->page), "page.export", NULL);
  display_test_wait_for_dialog (test->window);
  display_test_wait_for_text (test->window, "01/03/2027 – 31/03/2027");
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);
}

/* What is filtered is what is printed and exported, and both say so; Ctrl+E is the page's. */
static void
test_print_and_export_filtered (Test *test, gconstpointer data)
{
  const char *name = "Nguyễn Văn Bình";
  GtkWidget *dialog;
  GtkWidget *row;

  g_signal_emit_by_name (display_test_find_named (GTK_WIDGET (test->page), "filter"), "clicked");
  dialog = GTK_WIDGET (display_test_wait_for_dialog (test->window));
  display_test_settle ();
  row = display_test_find_row (dialog, "Guide");
  cnscd_choice_row_set_chosen (CNSCD_CHOICE_ROW (row), test->guide);
  adw_dialog_close (ADW_DIALOG (dialog));
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, "1 session");

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.export", NULL);
  display_test_wait_for_dialog (test->window);
  row = display_test_get_row (test->window, "Filtered By");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, name);
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);

  gtk_widget_activate_action (GTK_WIDGET (test->page), "page.print", NULL);
  display_test_wait_for_dialog (test->window);
  row = display_test_get_row (test->window, "Only Filtered Sessions");
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_true (adw_switch_row_get_active (ADW_SWITCH_ROW (row)));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Người hướng dẫn: Nguyễn Văn Bình");
  display_test_wait_for_text (test->window, "Page 1 of 1");
  adw_switch_row_set_active (ADW_SWITCH_ROW (row), FALSE);
  display_test_wait_for_text (test->window, "Page 1 of 2");
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*set_up) (Test *test, gconstpointer data);
    void (*test) (Test *test, gconstpointer data);
  } tests[] = {
    { "/display/schedule/month", set_up, test_month },
    { "/display/schedule/long-line", set_up, test_long_line },
    { "/display/schedule/month-count", set_up, test_month_count },
    { "/display/schedule/month-low", set_up, test_month_low },
    { "/display/schedule/week", set_up, test_week },
    { "/display/schedule/empty-week", set_up, test_empty_week },
    { "/display/schedule/week-narrow", set_up, test_week_narrow },
    { "/display/schedule/week-stays", set_up, test_week_stays },
    { "/display/schedule/agenda", set_up, test_agenda },
    { "/display/schedule/drag-tooltip", set_up, test_drag_tooltip },
    { "/display/schedule/agenda-months", set_up, test_agenda_months },
    { "/display/schedule/empty-month", set_up, test_empty_month },
    { "/display/schedule/view-focus", set_up, test_view_focus },
    { "/display/schedule/agenda-keyboard", set_up, test_agenda_keyboard },
    { "/display/schedule/week-hours", set_up, test_week_hours },
    { "/display/schedule/empty", set_up_empty, test_empty },
    { "/display/schedule/drop-month", set_up, test_drop_month },
    { "/display/schedule/drop-week", set_up, test_drop_week },
    { "/display/schedule/drop-mark", set_up, test_drop_mark },
    { "/display/schedule/next-month", set_up, test_next_month },
    { "/display/schedule/menu-focus", set_up, test_menu_focus },
    { "/display/schedule/menu-place", set_up, test_menu_place },
    { "/display/schedule/held", set_up, test_held },
    { "/display/schedule/move-dialog", set_up, test_move_dialog },
    { "/display/schedule/move-over-midnight", set_up, test_move_over_midnight },
    { "/display/schedule/keyboard", set_up, test_keyboard },
    { "/display/schedule/cut", set_up, test_cut },
    { "/display/schedule/details", set_up, test_details },
    { "/display/schedule/edit-key", set_up, test_edit_key },
    { "/display/schedule/view-kept", set_up, test_view_kept },
    { "/display/schedule/copy", set_up, test_copy },
    { "/display/schedule/print-and-export", set_up, test_print_and_export },
    { "/display/schedule/print-and-export-filtered", set_up, test_print_and_export_filtered },
    { "/display/schedule/filters", set_up, test_filters },
    { "/display/schedule/series", set_up, test_series },
  };

  application = display_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Test, NULL, tests[i].set_up, tests[i].test, tear_down);

  return display_test_run ();
}
