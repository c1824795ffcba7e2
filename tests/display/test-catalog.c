/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-schedule-records.h"
#include "store/cnscd-catalog-store.h"
#include "store/cnscd-record-store.h"
#include "ui/catalog/cnscd-catalog-page.h"

#include "display-test.h"
#include "sample-sessions.h"

/* The catalog through its widgets; what is stored is looked at afterwards. */

#define UNIT "05716" /* xã Võ Nhai */

typedef struct
{
  DISPLAY_TEST
  CnscdCatalogPage *page;
  const char *expected;
} Test;

/* A topic of the commune's own, and a session that has it. */
static void
put_used (CnscdDatabase *database)
{
  g_autoptr (CnscdTopic) topic = cnscd_record_new (&CNSCD_KIND_TOPIC, UNIT);
  g_autoptr (CnscdSessionRecords) session =
    sample_session_new (UNIT, "Alpha", CNSCD_DATE (2026, 3, 3), 19 * 60, 90);

  cnscd_record_set (topic, name, "Bản đồ số");
  topic->ordinal = 99;
  display_test_put (database, topic);
  cnscd_session_records_add_topic (session, topic->record.id);
  sample_session_put (database, session);
}

static void
set_up (Test *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  display_test_make_folder (&test->display);
  {
    g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
    g_autoptr (CnscdTeam) team = NULL;

    g_assert_no_error (error);
    cnscd_database_set_setting (database, "unit", UNIT, &error);
    g_assert_no_error (error);
    team = display_test_add_team (database, UNIT, "Tổ Một");
    if (data != NULL)
      put_used (database);
  }
  display_test_show (&test->display);
  display_test_wait_for_text (test->window, "Tổ Một");
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.catalog", NULL);
  display_test_wait_for_text (test->window, "Chữ ký số");
  test->page = display_test_find (GTK_WIDGET (test->window), CNSCD_TYPE_CATALOG_PAGE);
}

static void
tear_down (Test *test, gconstpointer data)
{
  display_test_tear_down (&test->display);
}

/* "A; B (2026-11-26)": what the commune has of its own, with the last days of what ended. */
static char *
dup_own (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  g_autoptr (CnscdCatalog) catalog = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  catalog = cnscd_catalog_read (database, UNIT, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < catalog->topics->len; i++)
    {
      const CnscdTopic *topic = catalog->topics->pdata[i];

      if (g_str_equal (topic->record.unit, UNIT))
        g_string_append_printf (text, "%s%s%s", text->len > 0 ? "; " : "", topic->name,
                                cnscd_date_is_known (topic->valid_to) ? " (ended)" : "");
    }
  for (guint i = 0; i < catalog->holidays->len; i++)
    {
      const CnscdHoliday *holiday = catalog->holidays->pdata[i];
      char iso[CNSCD_DATE_ISO_SIZE];

      if (g_str_equal (holiday->record.unit, UNIT))
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? "; " : "", holiday->name,
                                cnscd_date_write_iso (holiday->last_day, iso));
    }
  return g_string_free_and_steal (text);
}

static gboolean
is_as_expected (gpointer data)
{
  g_autofree char *own = dup_own (data);

  return g_str_equal (own, ((Test *) data)->expected);
}

static void
wait_for_own (Test *test, const char *expected)
{
  test->expected = expected;
  display_test_pump_until (is_as_expected, test);
}

static void
start_new (Test *test)
{
  g_signal_emit_by_name (display_test_find_named (GTK_WIDGET (test->page), "catalog-add"),
                         "clicked");
  display_test_wait_for_dialog (test->window);
}

static void
add_topic (Test *test, const char *name)
{
  start_new (test);
  display_test_type (test->window, "Name", name);
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, name);
}

static void
act (Test *test, const char *row, const char *action)
{
  display_test_settle ();
  gtk_widget_activate_action (display_test_find_row (GTK_WIDGET (test->page), row), action, NULL);
}

static void
test_topics (Test *test, gconstpointer data)
{
  add_topic (test, "Họp trực tuyến");
  wait_for_own (test, "Họp trực tuyến");
  add_topic (test, "Bản đồ số");
  wait_for_own (test, "Họp trực tuyến; Bản đồ số");

  act (test, "Bản đồ số", "catalog.move-up");
  wait_for_own (test, "Bản đồ số; Họp trực tuyến");
  display_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_own (test, "Họp trực tuyến; Bản đồ số");

  act (test, "Bản đồ số", "catalog.delete");
  wait_for_own (test, "Họp trực tuyến");
  display_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_own (test, "Họp trực tuyến; Bản đồ số");
}

static gboolean
is_seen (Test *test, const char *name)
{
  GtkWidget *row = display_test_find_row (GTK_WIDGET (test->page), name);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (row, GTK_WIDGET (test->page), &bounds) && bounds.origin.y > 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (GTK_WIDGET (test->page));
}

/* What was added is seen; the list stays where it is when something of it changes. */
static void
test_place (Test *test, gconstpointer data)
{
  add_topic (test, "Họp trực tuyến");
  add_topic (test, "Bản đồ số");
  add_topic (test, "Ký số");
  display_test_settle ();
  g_assert_true (is_seen (test, "Ký số"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (test->window)) ==
                 display_test_find_row (GTK_WIDGET (test->page), "Ký số"));

  act (test, "Ký số", "catalog.move-up");
  wait_for_own (test, "Họp trực tuyến; Ký số; Bản đồ số");
  display_test_settle ();
  g_assert_true (is_seen (test, "Ký số"));

  act (test, "Ký số", "catalog.delete");
  wait_for_own (test, "Họp trực tuyến; Bản đồ số");
  display_test_settle ();
  g_assert_true (is_seen (test, "Bản đồ số"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (test->window)) ==
                 display_test_find_row (GTK_WIDGET (test->page), "Bản đồ số"));

  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.undo", NULL);
  wait_for_own (test, "Họp trực tuyến; Ký số; Bản đồ số");
  display_test_settle ();
  g_assert_true (is_seen (test, "Bản đồ số"));
}

/* The menu of the row that has the focus, which shows the keys that do the same. */
static gboolean
has_menu (gpointer data)
{
  Test *test = data;
  GtkWidget *row = display_test_find_row (GTK_WIDGET (test->page), "Bản đồ số");
  GtkWidget *button = row != NULL ? display_test_find (row, GTK_TYPE_MENU_BUTTON) : NULL;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (test->window));
  GtkPopover *popover =
    button != NULL ? gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)) : NULL;

  return popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (popover)) && focus != NULL &&
         gtk_widget_is_ancestor (focus, GTK_WIDGET (popover));
}

static gboolean
has_no_menu (gpointer data)
{
  return !has_menu (data);
}

static void
test_keys (Test *test, gconstpointer data)
{
  add_topic (test, "Họp trực tuyến");
  add_topic (test, "Bản đồ số");
  wait_for_own (test, "Họp trực tuyến; Bản đồ số");

  display_test_settle ();
  gtk_widget_grab_focus (display_test_find_row (GTK_WIDGET (test->page), "Bản đồ số"));
  display_test_press_key ("shift+F10");
  display_test_pump_until (has_menu, test);
  display_test_press_key ("Escape");
  display_test_pump_until (has_no_menu, test);
  display_test_settle ();
  gtk_widget_grab_focus (display_test_find_row (GTK_WIDGET (test->page), "Bản đồ số"));
  display_test_press_key ("Menu");
  display_test_pump_until (has_menu, test);
  display_test_press_key ("Escape");
  display_test_pump_until (has_no_menu, test);

  display_test_settle ();
  gtk_widget_grab_focus (display_test_find_row (GTK_WIDGET (test->page), "Bản đồ số"));
  display_test_press_key ("alt+Up");
  wait_for_own (test, "Bản đồ số; Họp trực tuyến");

  /* What is moved keeps the focus. */
  display_test_settle ();
  display_test_press_key ("alt+Down");
  wait_for_own (test, "Họp trực tuyến; Bản đồ số");
  display_test_settle ();
  gtk_widget_grab_focus (display_test_find_row (GTK_WIDGET (test->page), "Bản đồ số"));
  display_test_press_key ("Delete");
  wait_for_own (test, "Họp trực tuyến");
}

/* Of what sessions have, the key that deletes ends the use. */
static void
test_used (Test *test, gconstpointer data)
{
  display_test_wait_for_text (test->window, "Bản đồ số");
  display_test_settle ();
  gtk_widget_grab_focus (display_test_find_row (GTK_WIDGET (test->page), "Bản đồ số"));
  display_test_press_key ("Delete");
  wait_for_own (test, "Bản đồ số (ended)");
}

/* What is wrong is said, and nothing is stored. */
static void
test_wrong (Test *test, gconstpointer data)
{
  start_new (test);
  display_test_type (test->window, "Name", "chữ ký SỐ");
  g_assert_nonnull (display_test_get_row (test->window, "Name: already exists"));
  g_assert_false (gtk_widget_get_sensitive (display_test_get_button (test->window, "_Save")));
  gtk_editable_set_text (GTK_EDITABLE (display_test_get_row (test->window, "Name: already exists")),
                         "Chữ ký khác");
  g_assert_true (gtk_widget_get_sensitive (display_test_get_button (test->window, "_Save")));
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);
  wait_for_own (test, "");
}

static void
test_holiday (Test *test, gconstpointer data)
{
  cnscd_catalog_page_show (test->page, "holidays");
  display_test_wait_for_text (test->window, "Quốc khánh");
  start_new (test);
  display_test_type (test->window, "Name", "Nghỉ bù");
  display_test_type (test->window, "First day", "9/2/2027");
  display_test_type (test->window, "Last day", "8/2/2027");
  g_assert_false (gtk_widget_get_sensitive (display_test_get_button (test->window, "_Save")));
  gtk_editable_set_text (
    GTK_EDITABLE (display_test_get_row (test->window, "Last day: before it began")), "10/2/2027");
  display_test_wait_for_text (test->window,
                              "Shares days with “Tết Nguyên đán” (05/02/2027 – 09/02/2027).");
  /* A wrong year is told, but may be right. */
  display_test_type (test->window, "Last day", "10/2/2072");
  display_test_wait_for_text (test->window,
                              "These are 16,438 days.\n"
                              "Shares days with “Tết Nguyên đán” (05/02/2027 – 09/02/2027).");
  g_assert_true (gtk_widget_get_sensitive (display_test_get_button (test->window, "_Save")));
  display_test_type (test->window, "Last day", "10/2/2027");
  display_test_press (test->window, "_Save");
  display_test_wait_for_no_dialog (test->window);
  wait_for_own (test, "Nghỉ bù 2027-02-10");
}

int
main (int argc, char *argv[])
{
  display_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/display/catalog/" name, Test, NULL, set_up, func, tear_down)
  ADD ("topics", test_topics);
  ADD ("place", test_place);
  ADD ("keys", test_keys);
  g_test_add ("/display/catalog/used", Test, GINT_TO_POINTER (TRUE), set_up, test_used, tear_down);
  ADD ("wrong", test_wrong);
  ADD ("holiday", test_holiday);
#undef ADD
  return display_test_run ();
}
