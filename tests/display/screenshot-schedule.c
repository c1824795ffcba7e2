/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "screenshot-schedule.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-records.h"
#include "core/cnscd-series-edit.h"
#include "store/cnscd-change-set-store.h"
#include "store/cnscd-guides.h"
#include "store/cnscd-record-store.h"
#include "store/cnscd-sessions.h"
#include "ui/catalog/cnscd-catalog-page.h"
#include "ui/common/cnscd-choice-row.h"
#include "ui/schedule/cnscd-month-view.h"
#include "ui/schedule/cnscd-schedule-page.h"
#include "ui/schedule/cnscd-session-actions.h"
#include "ui/schedule/cnscd-session-chip.h"
#include "ui/schedule/cnscd-session-line.h"

#include "display-test.h"
#include "sample-sessions.h"

/* The schedule, its forms, and the catalogue. */

static CnscdDatabase *
open_database (CnscdWindow *window)
{
  g_autoptr (GError) error = NULL;
  CnscdDatabase *database = cnscd_database_open (cnscd_window_get_path (window), &error);

  g_assert_no_error (error);
  return database;
}

static const char *
get_unit (CnscdWindow *window)
{
  return cnscd_repository_get_unit (cnscd_window_get_repository (window));
}

/* Has the window see what was put into the database behind its back. */
static void
look (CnscdWindow *window)
{
  cnscd_repository_look_for_changes (cnscd_window_get_repository (window));
  display_test_settle ();
}

/* Returns: (transfer full): id of a session that is @state */
static char *
dup_session (CnscdWindow *window, CnscdSessionState state)
{
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;
  g_autoptr (CnscdDatabase) database = open_database (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = cnscd_sessions_list (database, &query, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < sessions->len; i++)
    {
      const CnscdSessionSummary *session = sessions->pdata[i];

      if (session->state == state)
        return g_strdup (session->session);
    }
  g_assert_not_reached ();
}

/* ---- what stands in the way */

#define CLASH_DAY CNSCD_DATE (2027, 1, 1) /* a holiday */
#define PLACE     "Nhà văn hóa xóm Ba Nhất"

/* Not long after the day that comes before. */
static void
end_membership (CnscdDatabase *database, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdMembership) membership = NULL;
  g_autoptr (CnscdMembership) ended = NULL;

  membership = cnscd_record_store_get (database, &CNSCD_KIND_MEMBERSHIP, id, &error);
  g_assert_no_error (error);
  ended = cnscd_record_copy (membership);
  ended->valid_to = cnscd_date_add_days (CLASH_DAY, -2);
  display_test_put (database, ended);
}

static const char *
get_guide (GPtrArray *guides, guint i)
{
  return ((CnscdGuideLoad *) guides->pdata[i])->guide.membership;
}

/* A session that has everything in its way; its id. */
static char *
put_clashes (CnscdWindow *window)
{
  g_autoptr (CnscdDatabase) database = open_database (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) guides =
    cnscd_guides_list (database, get_unit (window), CLASH_DAY, cnscd_time_now (), &error);
  g_autoptr (CnscdSessionRecords) clashing = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (guides->len, >, 3);
  for (int i = 0; i < 5; i++)
    {
      g_autoptr (CnscdSessionRecords) other = sample_session_new (
        get_unit (window), i == 0 ? "Dịch vụ công trực tuyến – xóm Ba Nhất" : "Chữ ký số",
        cnscd_date_add_days (CLASH_DAY, i == 0 ? 0 : -i), 19 * 60, 90);

      cnscd_session_records_add_guide (other, get_guide (guides, i == 0 ? 0 : 1),
                                       CNSCD_GUIDE_PART_LEADS);
      if (i == 0)
        cnscd_record_set (other->session, place, PLACE);
      sample_session_put (database, other);
    }
  clashing = sample_session_new (get_unit (window), "VNeID – xóm Ba Nhất", CLASH_DAY, 19 * 60, 120);
  cnscd_record_set (clashing->session, place, PLACE);
  for (guint i = 0; i < 3; i++)
    cnscd_session_records_add_guide (clashing, get_guide (guides, i),
                                     i == 0 ? CNSCD_GUIDE_PART_LEADS : CNSCD_GUIDE_PART_HELPS);
  sample_session_put (database, clashing);
  end_membership (database, get_guide (guides, 2));
  return g_strdup (clashing->session->record.id);
}

/* ---- a session's form */

/* The chooser of a row of the form, or one of its choices, by its place. */
static GtkWidget *
open_chooser (CnscdWindow *window, const char *row)
{
  gtk_widget_activate (display_test_get_row (window, row));
  display_test_settle ();
  return GTK_WIDGET (display_test_get_dialog (window));
}

static void
choose_nth (CnscdWindow *window, const char *row, int n)
{
  GtkWidget *dialog = open_chooser (window, row);

  gtk_widget_activate (
    GTK_WIDGET (gtk_list_box_get_row_at_index (display_test_find (dialog, GTK_TYPE_LIST_BOX), n)));
  display_test_settle ();
}

/* Returns: (nullable) (transfer none): of what can be scrolled now */
static GtkAdjustment *
find_adjustment (GtkWidget *root)
{
  GtkAdjustment *found = NULL;

  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (GTK_IS_SCROLLED_WINDOW (root))
    return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (root));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_adjustment (child);
  return found;
}

/* Rows below what is seen. */
static void
scroll_form (CnscdWindow *window, double share)
{
  GtkAdjustment *adjustment;

  display_test_settle ();
  adjustment = find_adjustment (GTK_WIDGET (display_test_get_dialog (window)));
  g_assert_nonnull (adjustment);
  gtk_adjustment_set_value (adjustment, share * gtk_adjustment_get_upper (adjustment));
  display_test_settle ();
}

/* Of a session that is there. */
static void
show_edit_form (CnscdWindow *window, const char *session, double share)
{
  cnscd_session_actions_edit (window, session);
  display_test_wait_for_dialog (window);
  display_test_settle ();
  if (share > 0)
    scroll_form (window, share);
}

static void
show_session_form (CnscdWindow *window, const char *scene)
{
  if (g_str_has_prefix (scene, "clash"))
    {
      g_autofree char *session = put_clashes (window);

      look (window);
      if (g_str_equal (scene, "clash-move"))
        {
          cnscd_session_actions_move (
            window, session, cnscd_time_new (cnscd_date_add_days (CLASH_DAY, -1), 18 * 60));
          return;
        }
      show_edit_form (window, session, g_str_equal (scene, "clash-guides") ? 0.7 : 0);
      if (g_str_equal (scene, "clash-series"))
        {
          adw_combo_row_set_selected (
            ADW_COMBO_ROW (display_test_get_row (window, C_ ("session", "Repeat"))), 1);
          display_test_settle ();
          scroll_form (window, 0.35);
        }
      return;
    }
  if (g_str_equal (scene, "edit"))
    {
      g_autofree char *session = dup_session (window, CNSCD_SESSION_STATE_HELD);

      show_edit_form (window, session, 1);
      return;
    }

  cnscd_session_actions_add (window, get_unit (window),
                             cnscd_time_new (cnscd_date_today (), 8 * 60));
  display_test_wait_for_dialog (window);
  display_test_settle ();
  if (g_str_equal (scene, "wrong"))
    {
      display_test_type (window, C_ ("session", "Title"), "");
      display_test_type (window, C_ ("session", "Day"), "31/2/2027");
      display_test_type (window, C_ ("session", "Begins"), "25h");
      display_test_type (window, C_ ("session", "Ends"), "sáng");
      return;
    }
  /* The first entry is all of them. */
  choose_nth (window, _ ("Add Team"), 1);
  choose_nth (window, _ ("Add Team"), 2);
  choose_nth (window, C_ ("session", "Audience"), 2);
  if (g_str_equal (scene, "guides"))
    {
      open_chooser (window, _ ("Add Guide"));
      return;
    }
  choose_nth (window, _ ("Add Guide"), 0);
  choose_nth (window, _ ("Add Guide"), 1);
  if (g_str_equal (scene, "repeat"))
    {
      adw_combo_row_set_selected (
        ADW_COMBO_ROW (display_test_get_row (window, C_ ("session", "Repeat"))), 4);
      scroll_form (window, 0.28);
    }
  else if (g_str_equal (scene, "below") || g_str_equal (scene, "end"))
    scroll_form (window, g_str_equal (scene, "below") ? 0.45 : 1);
}

/* ---- the catalogue */

/* What the office has of its own: one to be offered, one that ended, one that is used. */
static void
put_own (CnscdWindow *window)
{
  static const char *const names[] = {
    "Bản đồ số", "Họp trực tuyến",
    "Tra cứu quy hoạch sử dụng đất và nộp hồ sơ đất đai trên Cổng dịch vụ công quốc gia"
  };
  g_autoptr (CnscdDatabase) database = open_database (window);
  g_autoptr (CnscdHoliday) holiday = cnscd_record_new (&CNSCD_KIND_HOLIDAY, get_unit (window));
  g_autoptr (CnscdHoliday) workday = cnscd_record_new (&CNSCD_KIND_HOLIDAY, get_unit (window));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (CnscdTopic) topic = cnscd_record_new (&CNSCD_KIND_TOPIC, get_unit (window));

      cnscd_record_set (topic, name, names[i]);
      topic->ordinal = 101 + (gint64) i;
      if (i == 1)
        topic->valid_to = cnscd_date_add_days (cnscd_date_today (), -20);
      display_test_put (database, topic);
    }

  cnscd_record_set (holiday, name, "Lễ hội Lồng Tồng");
  holiday->kind = CNSCD_HOLIDAY_KIND_DAY_OFF;
  holiday->first_day = CNSCD_DATE (2027, 2, 15);
  holiday->last_day = CNSCD_DATE (2027, 2, 16);
  display_test_put (database, holiday);
  cnscd_record_set (workday, name, "Làm bù Tết Nguyên đán");
  workday->kind = CNSCD_HOLIDAY_KIND_WORKDAY;
  workday->first_day = workday->last_day = CNSCD_DATE (2027, 2, 20);
  display_test_put (database, workday);
}

static void
show_catalog (CnscdWindow *window, const char *scene)
{
  const char *list = strchr (scene, ':');
  CnscdCatalogPage *page;

  if (g_str_has_prefix (scene, "catalog-own") || g_str_equal (scene, "catalog-menu"))
    {
      put_own (window);
      look (window);
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.catalog", NULL);
  display_test_settle ();
  page = display_test_find (GTK_WIDGET (window), CNSCD_TYPE_CATALOG_PAGE);
  cnscd_catalog_page_show (page, list != NULL                              ? list + 1
                                 : g_str_equal (scene, "catalog-audience") ? "audiences"
                                 : g_str_equal (scene, "catalog-menu")     ? "topics"
                                                                           : "holidays");
  display_test_settle ();
  if (g_str_has_prefix (scene, "catalog-new") || g_str_equal (scene, "catalog-wrong"))
    g_signal_emit_by_name (display_test_find_named (GTK_WIDGET (page), "catalog-add"), "clicked");
  else if (g_str_equal (scene, "catalog-audience"))
    g_signal_emit_by_name (display_test_find_row (GTK_WIDGET (page), "Gia đình có con đi học"),
                           "activated");
  else if (g_str_equal (scene, "catalog-menu"))
    {
      GtkWidget *row = display_test_find_row (GTK_WIDGET (page), "Bản đồ số");

      gtk_widget_grab_focus (row);
      display_test_settle ();
      gtk_widget_activate_action (row, "catalog.menu", NULL);
    }
  else if (g_str_has_prefix (scene, "catalog-own"))
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
        display_test_find (GTK_WIDGET (page), GTK_TYPE_SCROLLED_WINDOW));

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) *
                                              (g_str_has_suffix (scene, "holidays") ? 0.4 : 1));
    }
  display_test_settle ();
  if (g_str_equal (scene, "catalog-wrong"))
    {
      static const char *const texts[] = { "Tết Nguyên đán", "", "10/2/2027", "1/2/2027" };
      AdwDialog *dialog = display_test_wait_for_dialog (window);
      GtkWidget *row = display_test_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW);

      for (guint i = 0; i < G_N_ELEMENTS (texts) && row != NULL; i++)
        {
          gtk_editable_set_text (GTK_EDITABLE (row), texts[i]);
          row = gtk_widget_get_next_sibling (row);
        }
    }
}

/* ---- many sessions */

#define N_BUSY 100

static void
put_busy_week (CnscdWindow *window)
{
  static const char *const titles[] = {
    "VNeID – xóm Ba Nhất", "Dịch vụ công trực tuyến và thanh toán điện, nước không dùng tiền mặt",
    "Chữ ký số", "Sổ sức khỏe điện tử", "An toàn trên mạng cho người cao tuổi"
  };
  g_autoptr (CnscdDatabase) database = open_database (window);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("busy");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) teams =
    cnscd_record_store_list (database, &CNSCD_KIND_TEAM, get_unit (window), &error);
  CnscdDate today = cnscd_date_today ();
  CnscdDate monday = cnscd_date_add_days (today, 1 - (int) cnscd_date_get_weekday (today));
  gint64 action;

  g_assert_no_error (error);
  for (guint i = 0; i < N_BUSY; i++)
    {
      /* Evenings and weekends have most of them. */
      int minute = i % 3 == 0 ? 19 * 60 : i % 3 == 1 ? 8 * 60 + 30 * (int) (i % 5) : 14 * 60;
      g_autoptr (CnscdSessionRecords) records =
        sample_session_new (get_unit (window), titles[i % G_N_ELEMENTS (titles)],
                            cnscd_date_add_days (monday, (int) (i * 3 % 7)), minute, 90);

      cnscd_session_records_add_team (records,
                                      ((CnscdTeam *) teams->pdata[i % teams->len])->record.id);
      cnscd_session_add (set, records);
    }
  cnscd_change_set_apply (database, set, &action, &error);
  g_assert_no_error (error);
}

/* ---- the schedule */

static void
delete_from_series (CnscdWindow *window)
{
  g_autoptr (CnscdDatabase) database = open_database (window);
  g_autoptr (CnscdSessionRecords) first =
    sample_session_new (get_unit (window), "Dịch vụ công trực tuyến – xóm Ba Nhất",
                        cnscd_date_add_days (cnscd_date_today (), 1), 19 * 60, 90);
  CnscdRecurrence rule = { .frequency = CNSCD_FREQUENCY_WEEKLY,
                           .interval = 1,
                           .until = cnscd_date_add_days (cnscd_date_today (), 60) };
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("series");
  g_autoptr (GError) error = NULL;
  gint64 action;

  cnscd_series_add (set, NULL, first, &rule, &error);
  g_assert_no_error (error);
  cnscd_change_set_apply (database, set, &action, &error);
  g_assert_no_error (error);
  look (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.delete-session", "s",
                              first->session->record.id);
  display_test_wait_for_dialog (window);
}

/* Returns: (nullable) (transfer none): a session that can be seen, and has the focus now */
static GtkWidget *
focus_session (GtkWidget *root)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (CNSCD_IS_SESSION_CHIP (root))
    return gtk_widget_grab_focus (root) ? root : NULL;
  if (CNSCD_IS_SESSION_LINE (root))
    return gtk_widget_grab_focus (gtk_widget_get_parent (root)) ? root : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = focus_session (child);
  return found;
}

static gboolean
has_popover (gpointer view)
{
  for (GtkWidget *child = gtk_widget_get_first_child (view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child) && gtk_widget_get_mapped (child))
      return TRUE;
  return FALSE;
}

static gboolean
has_popover_around (gpointer widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (has_popover (widget))
      return TRUE;
  return FALSE;
}

static void
open_session_menu (GtkWidget *page)
{
  GtkWidget *session = focus_session (page);

  display_test_settle ();
  display_test_press_key ("shift+F10");
  display_test_pump_until (has_popover_around, session);
}

static void
show_schedule (CnscdWindow *window, const char *scene)
{
  CnscdSchedulePage *page;

  cnscd_window_show_page (window, "schedule");
  display_test_settle ();
  page = display_test_find (GTK_WIDGET (window), CNSCD_TYPE_SCHEDULE_PAGE);
  if (g_strv_contains ((const char *[]) { "month", "week", "agenda", NULL }, scene))
    cnscd_schedule_page_show (page, scene, cnscd_date_today ());
  display_test_settle ();
  if (g_str_equal (scene, "day"))
    {
      cnscd_schedule_page_show (page, "month", cnscd_date_today ());
      display_test_settle ();
      g_signal_emit_by_name (display_test_find (GTK_WIDGET (page), CNSCD_TYPE_MONTH_VIEW),
                             "day-activated", cnscd_date_to_days (cnscd_date_today ()));
    }
  else if (g_str_has_prefix (scene, "session") && !g_str_equal (scene, "session-menu"))
    {
      g_autofree char *session = dup_session (window, CNSCD_SESSION_STATE_HELD);

      gtk_widget_activate_action (GTK_WIDGET (window), "win.open-session", "s", session);
      display_test_wait_for_dialog (window);
      if (g_str_equal (scene, "session-below"))
        scroll_form (window, 1);
    }
  else if (g_str_equal (scene, "move"))
    {
      g_autofree char *session = dup_session (window, CNSCD_SESSION_STATE_PLANNED);

      gtk_widget_activate_action (GTK_WIDGET (window), "win.move-session", "s", session);
      display_test_wait_for_dialog (window);
    }
  else if (g_str_equal (scene, "series"))
    delete_from_series (window);
  else if (g_str_equal (scene, "later"))
    cnscd_schedule_page_show (page, "agenda", CNSCD_DATE (2031, 5, 1));
  else if (g_str_equal (scene, "menu"))
    gtk_menu_button_popup (display_test_find (GTK_WIDGET (page), GTK_TYPE_MENU_BUTTON));
  else if (g_str_equal (scene, "session-menu"))
    open_session_menu (GTK_WIDGET (page));
  else if (g_str_equal (scene, "new"))
    gtk_widget_activate_action (GTK_WIDGET (page), "page.new", NULL);
  else if (g_str_equal (scene, "go"))
    gtk_widget_activate_action (GTK_WIDGET (page), "page.go-to", NULL);
  else if (g_str_equal (scene, "copy-week") || g_str_equal (scene, "copy-month"))
    gtk_widget_activate_action (
      GTK_WIDGET (page), g_str_equal (scene, "copy-week") ? "page.copy-week" : "page.copy-month",
      NULL);
  else if (g_str_equal (scene, "filters") || g_str_equal (scene, "filtered") ||
           g_str_equal (scene, "nothing"))
    {
      GtkWidget *dialog;

      g_signal_emit_by_name (display_test_find_named (GTK_WIDGET (page), "filter"), "clicked");
      dialog = GTK_WIDGET (display_test_wait_for_dialog (window));
      display_test_settle ();
      cnscd_choice_row_set_chosen (
        CNSCD_CHOICE_ROW (display_test_find_row (dialog, C_ ("filter", "Topic"))),
        "47e37d90-61f9-55ed-a68a-a3388a6cef0e");
      if (!g_str_equal (scene, "filters"))
        adw_dialog_force_close (ADW_DIALOG (dialog));
      if (g_str_equal (scene, "nothing"))
        cnscd_schedule_page_show (page, "agenda", CNSCD_DATE (2031, 5, 1));
    }
  display_test_settle ();
}

static void
show_busy (CnscdWindow *window, const char *scene)
{
  put_busy_week (window);
  look (window);
  show_schedule (window, scene);
}

/* Returns: whether @page is one of these */
gboolean
screenshot_show_schedule (CnscdWindow *window, const char *page)
{
  if (g_str_has_prefix (page, "session-"))
    show_session_form (window, page + strlen ("session-"));
  else if (g_str_has_prefix (page, "schedule"))
    show_schedule (window, page[8] == '-' ? page + strlen ("schedule-") : "");
  else if (g_str_has_prefix (page, "busy-"))
    show_busy (window, page + strlen ("busy-"));
  else if (g_str_has_prefix (page, "catalog"))
    show_catalog (window, page);
  else if (g_str_equal (page, "shortcuts-below"))
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL);
      display_test_wait_for_dialog (window);
      scroll_form (window, 1);
    }
  else
    return FALSE;

  return TRUE;
}
