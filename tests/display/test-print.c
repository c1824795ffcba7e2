/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "core/cnscd-schedule-records.h"
#include "print/cnscd-print-operation.h"
#include "store/cnscd-audit.h"
#include "store/cnscd-change-set-store.h"
#include "store/cnscd-office-store.h"
#include "store/cnscd-sessions.h"
#include "ui/documents/cnscd-document-preview.h"
#include "ui/documents/cnscd-document-sheet.h"
#include "ui/documents/cnscd-orientation-row.h"
#include "ui/documents/cnscd-print-dialog.h"
#include "ui/teams/cnscd-team-choice-row.h"

#include "cnscd-config.h"
#include "display-test.h"

/* Rosters on their way out, through the widgets: what is seen is what is written, and what leaves
 * stands in the log. */

#define UNIT "05716"

static CnscdApplication *application;

/* What a test begins with. */
typedef struct
{
  const char *unit; /* of the office */
  guint n_more;     /* members, beside the few */
  gboolean remembers;
  gboolean unsigned_yet; /* nobody is named who signs */
} Setting;

typedef struct
{
  DISPLAY_TEST
  CnscdTeam *team;
  CnscdTeam *other;
  CnscdDecision *decision;
  guint page;      /* expected */
  guint n_entries; /* expected in the log */
} Test;

/* ---- the database */

static void
fill (Test *test, const Setting *setting)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  g_autoptr (CnscdOffice) office = cnscd_office_new ();
  CnscdDecision *decision = cnscd_record_new (&CNSCD_KIND_DECISION, UNIT);

  g_assert_no_error (error);
  office->unit = g_strdup (setting->unit);
  office->issuing_body = g_strdup ("PHÒNG VĂN HÓA\nXÃ HỘI");
  if (!setting->unsigned_yet)
    cnscd_office_add_signer (office, "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "Nguyễn Văn Ký");
  cnscd_office_save (database, office, &error);
  g_assert_no_error (error);

  cnscd_record_set (decision, number, "7/QĐ-UBND");
  decision->date = CNSCD_DATE (2026, 2, 1);
  display_test_put (database, decision);
  test->decision = decision;
  test->team = display_test_add_team (database, UNIT, "Tổ Một");
  test->other = display_test_add_team (database, UNIT, "Tổ Hai");
  display_test_add_member (database, test->team, "Đào Thị Ánh", CNSCD_ROLE_LEADER);
  display_test_add_member (database, test->team, "Lê Văn Ba", CNSCD_ROLE_MEMBER);
  display_test_add_member (database, test->other, "Hà Văn Tư", CNSCD_ROLE_LEADER);
  for (guint i = 0; i < setting->n_more; i++)
    display_test_add_member (database, test->team, "Lê Văn Đông", CNSCD_ROLE_MEMBER);
}

/* Another connection, as another program would have. Newest first. */
static GPtrArray *
read_log (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  GPtrArray *log;

  g_assert_no_error (error);
  log = cnscd_audit_list (database, 10, &error);
  g_assert_no_error (error);
  return log;
}

static void
set_up (Test *test, gconstpointer data)
{
  const Setting *setting = data;
  g_autoptr (GSettings) settings = NULL;

  display_test_make_folder (&test->display);
  /* Where a file dialog begins. */
  g_assert_cmpint (g_chdir (test->folder), ==, 0);
  fill (test, setting);

  test->repository = cnscd_repository_new ();
  if (setting->remembers)
    settings = g_settings_new (CNSCD_APP_ID);
  test->window =
    cnscd_window_new (GTK_APPLICATION (application), test->repository, test->path, settings);
  gtk_window_set_default_size (GTK_WINDOW (test->window), 1200, 760);
  gtk_window_present (GTK_WINDOW (test->window));
  display_test_wait_for_text (test->window, "Tổ Một");
}

static void
tear_down (Test *test, gconstpointer data)
{
  g_clear_pointer (&test->team, cnscd_record_unref);
  g_clear_pointer (&test->other, cnscd_record_unref);
  g_clear_pointer (&test->decision, cnscd_record_unref);
  g_assert_cmpint (g_chdir ("/"), ==, 0);
  display_test_tear_down (&test->display);
}

/* ---- the dialog */

static CnscdDocumentPreview *
get_preview (Test *test)
{
  return display_test_find (GTK_WIDGET (display_test_get_dialog (test->window)),
                            CNSCD_TYPE_DOCUMENT_PREVIEW);
}

static CnscdDocument *
get_document (Test *test)
{
  CnscdDocumentPreview *preview = get_preview (test);

  return preview != NULL ? cnscd_document_preview_get_document (preview) : NULL;
}

/* The pages are those that were chosen. */
static gboolean
is_ready (gpointer data)
{
  Test *test = data;

  return get_document (test) != NULL &&
         gtk_widget_is_sensitive (display_test_get_button (test->window, "_Print…"));
}

static void
wait_until_ready (Test *test)
{
  display_test_pump_until (is_ready, test);
}

typedef struct
{
  CnscdWindow *window;
  const char *action;
  GVariant *parameter; /* (nullable) */
} Act;

static gboolean
is_activated (gpointer data)
{
  const Act *act = data;

  return gtk_widget_activate_action_variant (GTK_WIDGET (act->window), act->action, act->parameter);
}

/* The teams are seen before the window knows that there are people to print. */
static AdwDialog *
act (Test *test, const char *action, const char *team)
{
  g_autoptr (GVariant) parameter =
    team != NULL ? g_variant_ref_sink (g_variant_new_string (team)) : NULL;

  display_test_pump_until (is_activated, &(Act) { test->window, action, parameter });
  return display_test_wait_for_dialog (test->window);
}

static void
open_dialog (Test *test, const char *action, const char *team)
{
  g_assert_true (CNSCD_IS_PRINT_DIALOG (act (test, action, team)));
  wait_until_ready (test);
}

static void
choose (Test *test, const char *title, guint item)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (display_test_get_row (test->window, title)), item);
  /* At once, so that nobody prints what is not chosen any more. */
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Print…")));
  wait_until_ready (test);
}

static void
choose_id (Test *test, const char *title, const char *id)
{
  cnscd_choice_row_set_chosen (CNSCD_CHOICE_ROW (display_test_get_row (test->window, title)), id);
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Print…")));
  wait_until_ready (test);
}

/* Of the document that is seen, or %NULL where no program reads it. */
static char *
read_text (Test *test)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *path = g_build_filename (test->folder, "seen.pdf", NULL);
  const char *argv[] = { program, "-layout", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (program == NULL)
    return NULL;

  cnscd_print_operation_export (get_document (test), path, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
assert_text (Test *test, const char *part, gboolean there)
{
  g_autofree char *text = read_text (test);

  if (text == NULL)
    return;
  if ((strstr (text, part) != NULL) != there)
    g_test_message ("“%s” and: %s", part, text);
  g_assert_true ((strstr (text, part) != NULL) == there);
}

static gboolean
is_landscape (Test *test)
{
  double width, height;

  cnscd_document_get_page_size (get_document (test), 0, &width, &height);
  return width > height;
}

static void
lay_across (Test *test, gboolean landscape)
{
  cnscd_orientation_row_set_landscape (
    display_test_find (GTK_WIDGET (display_test_get_dialog (test->window)),
                       CNSCD_TYPE_ORIENTATION_ROW),
    landscape);
}

/* The group of toggles that chooses what is printed. */
static AdwToggleGroup *
find_kinds (GtkWidget *widget)
{
  AdwToggleGroup *found = NULL;

  if (ADW_IS_TOGGLE_GROUP (widget) &&
      adw_toggle_group_get_toggle_by_name (ADW_TOGGLE_GROUP (widget), "schedule") != NULL)
    return ADW_TOGGLE_GROUP (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_kinds (child);
  return found;
}

static void
choose_kind (Test *test, const char *kind)
{
  adw_toggle_group_set_active_name (
    find_kinds (GTK_WIDGET (display_test_get_dialog (test->window))), kind);
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Print…")));
}

/* ---- the file dialog */

/* A window beside the program's own, that GTK has made. */
static gpointer
find_toplevel (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GObject) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static gpointer
find_file_chooser (void)
{
  return find_toplevel (GTK_TYPE_FILE_CHOOSER);
}

static gboolean
has_file_chooser (gpointer data)
{
  return find_file_chooser () != NULL;
}

static gboolean
has_no_file_chooser (gpointer data)
{
  return find_file_chooser () == NULL;
}

G_GNUC_BEGIN_IGNORE_DEPRECATIONS
static gboolean
has_chosen (gpointer data)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (find_file_chooser ());

  return file != NULL && g_file_equal (file, data);
}

/* @name: in the folder of the test, or %NULL to leave without a file */
static void
answer_file_chooser (Test *test, const char *name)
{
  gpointer chooser;

  display_test_pump_until (has_file_chooser, NULL);
  chooser = find_file_chooser ();
  if (name != NULL)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (test->folder, name, NULL);

      gtk_file_chooser_set_current_name (chooser, name);
      display_test_pump_until (has_chosen, file);
    }
  gtk_dialog_response (chooser, name != NULL ? GTK_RESPONSE_ACCEPT : GTK_RESPONSE_CANCEL);
  display_test_pump_until (has_no_file_chooser, NULL);
}

/* The desktop's print dialog, which is of a type that its header keeps to itself. */
static gpointer
find_printer_dialog (void)
{
  GType type = g_type_from_name ("GtkPrintUnixDialog");

  return type != G_TYPE_INVALID ? find_toplevel (type) : NULL;
}

/* Where there is no printer it offers to print into a file; nobody has chosen that yet. */
static gboolean
has_printer (gpointer data)
{
  GtkDialog *dialog = find_printer_dialog ();
  GtkColumnView *list =
    dialog != NULL ? display_test_find (GTK_WIDGET (dialog), GTK_TYPE_COLUMN_VIEW) : NULL;

  if (list != NULL)
    gtk_selection_model_select_item (gtk_column_view_get_model (list), 0, TRUE);
  return list != NULL &&
         gtk_widget_is_sensitive (gtk_dialog_get_widget_for_response (dialog, GTK_RESPONSE_OK));
}

static void
answer_printer_dialog (int response)
{
  display_test_pump_until (has_printer, NULL);
  gtk_dialog_response (find_printer_dialog (), response);
}

static char *
dup_proposed_name (void)
{
  display_test_pump_until (has_file_chooser, NULL);
  return gtk_file_chooser_get_current_name (find_file_chooser ());
}
G_GNUC_END_IGNORE_DEPRECATIONS

static gboolean
shows_alert (gpointer data)
{
  return ADW_IS_ALERT_DIALOG (display_test_get_dialog (((Test *) data)->window));
}

static void
answer_alert (Test *test, const char *heading, const char *response)
{
  AdwDialog *dialog;

  display_test_pump_until (shows_alert, test);
  dialog = display_test_get_dialog (test->window);
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==, heading);
  g_signal_emit_by_name (dialog, "response", response);
  adw_dialog_force_close (dialog);
}

/* ---- tests */

typedef struct
{
  GtkWidget *row;
  const char *text;
} Item;

/* In the list that the row has opened. */
static GtkLabel *
find_item (const Item *item)
{
  GtkWidget *popover = display_test_find (item->row, GTK_TYPE_POPOVER);

  return popover != NULL ? display_test_find_labelled (popover, item->text) : NULL;
}

static gboolean
shows_item (gpointer data)
{
  return find_item (data) != NULL;
}

/* What a combo row offers is not cut off. */
static void
assert_items_are_whole (Test *test, const char *title, const char *text)
{
  Item item = { display_test_get_row (test->window, title), text };

  adw_action_row_activate (ADW_ACTION_ROW (item.row));
  display_test_pump_until (shows_item, &item);
  g_assert_cmpint (gtk_label_get_ellipsize (find_item (&item)), ==, PANGO_ELLIPSIZE_NONE);
  gtk_popover_popdown (display_test_find (item.row, GTK_TYPE_POPOVER));
}

/* Every choice is seen at once. */
static void
test_choices (Test *test, gconstpointer data)
{
  open_dialog (test, "win.print-roster", "");
  display_test_wait_for_text (test->window, "Page 1 of 1");
  assert_text (test, "Phụ lục", TRUE);
  assert_text (test, "Tổ Hai", TRUE);
  assert_text (test, "Hà Văn Tư", TRUE);
  /* Nobody has asked for these. */
  assert_text (test, "0912", FALSE);
  assert_text (test, "Nguyễn Văn Ký", FALSE);
  g_assert_false (is_landscape (test));

  adw_switch_row_set_active (ADW_SWITCH_ROW (display_test_get_row (test->window, "Phone Numbers")),
                             TRUE);
  wait_until_ready (test);
  assert_text (test, "0912", TRUE);

  lay_across (test, TRUE);
  wait_until_ready (test);
  g_assert_true (is_landscape (test));
  assert_items_are_whole (test, "Printed As", "Annex of a decision");

  choose (test, "Decision", 1);
  g_assert_true (gtk_widget_is_visible (display_test_get_row (test->window, "Other Decision")));
  choose_id (test, "Other Decision", test->decision->record.id);
  assert_text (test, "7/QĐ-UBND ngày 01 tháng 02 năm 2026", TRUE);

  choose (test, "Signer", 1);
  assert_text (test, "Nguyễn Văn Ký", TRUE);
  assert_text (test, "PHÒNG VĂN HÓA", FALSE);

  /* A document of its own is signed by the usual signer until somebody says otherwise. */
  choose (test, "Signer", 0);
  choose (test, "Printed As", 1);
  assert_text (test, "Phụ lục", FALSE);
  assert_text (test, "PHÒNG VĂN HÓA", TRUE);
  assert_text (test, "Nguyễn Văn Ký", TRUE);

  choose_id (test, "Teams", test->team->record.id);
  assert_text (test, "TỔ MỘT", TRUE);
  assert_text (test, "Hà Văn Tư", FALSE);
}

static void
test_wrong_date (Test *test, gconstpointer data)
{
  static const char *const wrong[] = { "31/2/2026", "hôm nay", "2026" };
  GtkWidget *row;

  open_dialog (test, "win.print-roster", "");
  choose (test, "Printed As", 1);
  row = display_test_get_row (test->window, "Date");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (row), wrong[i]);
      g_assert_true (gtk_widget_has_css_class (row, "error"));
      g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Print…")));
      g_assert_false (
        gtk_widget_is_sensitive (display_test_get_button (test->window, "Save as PD_F…")));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, wrong[i]);
    }

  /* As an annex it carries no date, so what stands there does not matter. */
  choose (test, "Printed As", 0);
  assert_text (test, "Phụ lục", TRUE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (display_test_get_row (test->window, "Printed As")), 1);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_editable_set_text (GTK_EDITABLE (row), "5/1/2026");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  wait_until_ready (test);
  assert_text (test, "Võ Nhai, ngày 05 tháng 01 năm 2026", TRUE);

  /* Blank is for a pen. */
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  wait_until_ready (test);
  assert_text (test, "2026", FALSE);
}

static gboolean
is_page (gpointer data)
{
  Test *test = data;

  return cnscd_document_preview_get_page (get_preview (test)) == test->page;
}

static GtkAdjustment *
get_adjustment (Test *test)
{
  return gtk_scrolled_window_get_vadjustment (
    display_test_find (GTK_WIDGET (get_preview (test)), GTK_TYPE_SCROLLED_WINDOW));
}

/* There is more of the page than is seen. */
static gboolean
is_cut (gpointer data)
{
  GtkAdjustment *adjustment = get_adjustment (data);

  return gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment);
}

static gboolean
is_scrolled (gpointer data)
{
  return gtk_adjustment_get_value (get_adjustment (data)) > 0;
}

static void
turn (Test *test, const char *action, guint page)
{
  GtkWidget *sheet = display_test_find (GTK_WIDGET (get_preview (test)), CNSCD_TYPE_DOCUMENT_SHEET);
  g_autofree char *label = g_strdup_printf ("Page %u of 3", page + 1);

  gtk_widget_activate_action (sheet, action, NULL);
  test->page = page;
  display_test_pump_until (is_page, test);
  display_test_wait_for_text (test->window, label);
  gtk_test_accessible_assert_property (sheet, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

static void
test_pages (Test *test, gconstpointer data)
{
  open_dialog (test, "win.print-roster", "");
  display_test_wait_for_text (test->window, "Page 1 of 3");
  turn (test, "preview.next", 1);
  turn (test, "preview.forward", 2);
  turn (test, "preview.next", 2);
  turn (test, "preview.backward", 1);
  turn (test, "preview.previous", 0);
  turn (test, "preview.previous", 0);
  turn (test, "preview.last", 2);

  /* By keyboard, and at the width where a page is higher than what is seen of it. */
  gtk_widget_grab_focus (
    display_test_find (GTK_WIDGET (get_preview (test)), CNSCD_TYPE_DOCUMENT_SHEET));
  display_test_press_key ("Prior");
  test->page = 1;
  display_test_pump_until (is_page, test);
  gtk_toggle_button_set_active (
    display_test_find (GTK_WIDGET (get_preview (test)), GTK_TYPE_TOGGLE_BUTTON), TRUE);
  display_test_pump_until (is_cut, test);
  display_test_press_key ("Next");
  display_test_pump_until (is_scrolled, test);
  g_assert_cmpuint (cnscd_document_preview_get_page (get_preview (test)), ==, 1);
  turn (test, "preview.last", 2);

  /* Where one was before, if there still is such a page. */
  choose_id (test, "Teams", test->other->record.id);
  display_test_wait_for_text (test->window, "Page 1 of 1");
  choose_id (test, "Teams", NULL);
  turn (test, "preview.last", 2);
  turn (test, "preview.first", 0);
}

static gboolean
has_team (gpointer data)
{
  return cnscd_team_choice_row_get_team (
           CNSCD_TEAM_CHOICE_ROW (display_test_get_row (((Test *) data)->window, "Teams"))) != NULL;
}

/* From a team's page it is that team's roster. */
static void
test_team (Test *test, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.show-team", "s",
                              test->team->record.id);
  display_test_wait_for_text (test->window, "Lê Văn Ba");
  open_dialog (test, "win.print-roster", "");
  display_test_pump_until (has_team, test);
  assert_text (test, "Lê Văn Ba", TRUE);
  assert_text (test, "Hà Văn Tư", FALSE);
  assert_text (test, "CỘNG HÒA", TRUE);

  /* One dialog is enough. */
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.print-roster", "s", "");
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);
}

/* Who signed a document of its own is proposed for the next; an annex is signed by nobody. */
static void
test_signer (Test *test, gconstpointer data)
{
  GtkWidget *row;

  /* The usual one, until somebody is chosen: nobody is a choice, too. */
  open_dialog (test, "win.print-roster", test->team->record.id);
  assert_text (test, "Nguyễn Văn Ký", TRUE);
  choose (test, "Signer", 0);
  assert_text (test, "Nguyễn Văn Ký", FALSE);
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);

  open_dialog (test, "win.print-roster", test->team->record.id);
  assert_text (test, "Nguyễn Văn Ký", FALSE);
  choose (test, "Signer", 1);
  assert_text (test, "Nguyễn Văn Ký", TRUE);
  adw_dialog_force_close (display_test_get_dialog (test->window));
  display_test_wait_for_no_dialog (test->window);

  open_dialog (test, "win.print-roster", "");
  row = display_test_get_row (test->window, "Signer");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  assert_text (test, "Nguyễn Văn Ký", FALSE);
  choose (test, "Printed As", 1);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 1);
  assert_text (test, "Nguyễn Văn Ký", TRUE);
  g_assert_false (adw_switch_row_get_active (
    ADW_SWITCH_ROW (display_test_get_row (test->window, "Phone Numbers"))));
}

static gboolean
shows_preferences (gpointer data)
{
  return ADW_IS_PREFERENCES_DIALOG (display_test_get_dialog (((Test *) data)->window));
}

static gboolean
is_signed (gpointer data)
{
  return adw_combo_row_get_selected (data) == 1;
}

/* Who is named on the way to a print signs it. */
static void
test_first_signer (Test *test, gconstpointer data)
{
  GtkWidget *row;

  open_dialog (test, "win.print-roster", test->team->record.id);
  row = display_test_get_row (test->window, "Signer");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);
  g_signal_emit_by_name (display_test_find (row, GTK_TYPE_BUTTON), "clicked");

  g_signal_emit_by_name (display_test_get_row (test->window, "_Add Signer…"), "activated");
  display_test_wait_for_text (test->window, "New Signer");
  display_test_type (test->window, "Full Name", "Lê Văn Ký");
  display_test_press (test->window, "_Save");
  display_test_pump_until (shows_preferences, test);
  adw_dialog_close (display_test_get_dialog (test->window));

  display_test_pump_until (is_signed, row);
  wait_until_ready (test);
  assert_text (test, "Lê Văn Ký", TRUE);
}

/* What is printed stands in the log; what is not, does not. */
static void
test_print (Test *test, gconstpointer data)
{
  g_autofree char *path = g_build_filename (test->folder, "output.pdf", NULL);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) log = NULL;
  const CnscdAuditEntry *entry;

  open_dialog (test, "win.print-roster", "");
  display_test_press (test->window, "_Print…");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Print…")));
  answer_printer_dialog (GTK_RESPONSE_CANCEL);
  wait_until_ready (test);
  before = read_log (test);
  g_assert_cmpuint (before->len, ==, 0);

  display_test_press (test->window, "_Print…");
  answer_printer_dialog (GTK_RESPONSE_OK);
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, "Printed to the file “output.pdf”");
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  log = read_log (test);
  g_assert_cmpuint (log->len, ==, 1);
  entry = log->pdata[0];
  g_assert_cmpstr (entry->action, ==, "print");
  g_assert_cmpstr (entry->detail, ==,
                   "Danh sách thành viên Tổ công nghệ số cộng đồng trên địa bàn xã Võ Nhai");
  g_assert_cmpint (entry->n_people, ==, 3);
}

/* The desktop's dialog has a preview, too: that is no print. */
static void
test_preview (Test *test, gconstpointer data)
{
  g_autofree char *path = g_build_filename (test->folder, "output.pdf", NULL);
  g_autoptr (GPtrArray) log = NULL;

  open_dialog (test, "win.print-roster", "");
  display_test_press (test->window, "_Print…");
  answer_printer_dialog (GTK_RESPONSE_APPLY);
  wait_until_ready (test);
  g_assert_true (CNSCD_IS_PRINT_DIALOG (display_test_get_dialog (test->window)));
  g_assert_null (
    display_test_find_labelled (GTK_WIDGET (test->window), "Roster sent to the printer"));
  g_assert_null (find_printer_dialog ());
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  log = read_log (test);
  g_assert_cmpuint (log->len, ==, 0);

  /* And may be followed by one. */
  display_test_press (test->window, "_Print…");
  answer_printer_dialog (GTK_RESPONSE_OK);
  display_test_wait_for_no_dialog (test->window);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* What is saved is what was seen, and stands in the log. */
static void
test_save (Test *test, gconstpointer data)
{
  g_autofree char *path = g_build_filename (test->folder, "danh sách.pdf", NULL);
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) log = NULL;
  const CnscdAuditEntry *entry;

  open_dialog (test, "win.save-roster", test->team->record.id);
  g_assert_true (adw_dialog_get_default_widget (display_test_get_dialog (test->window)) ==
                 display_test_get_button (test->window, "Save as PD_F…"));
  display_test_press (test->window, "Save as PD_F…");
  name = dup_proposed_name ();
  g_assert_cmpstr (name, ==, "Danh sách thành viên Tổ Một, xã Võ Nhai.pdf");
  answer_file_chooser (test, "danh sách.pdf");
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, "Roster saved");
  g_assert_nonnull (display_test_find_button (GTK_WIDGET (test->window), "_Open"));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));

  log = read_log (test);
  g_assert_cmpuint (log->len, ==, 1);
  entry = log->pdata[0];
  g_assert_cmpstr (entry->action, ==, "print");
  g_assert_cmpstr (entry->subject, ==, "roster");
  g_assert_cmpstr (entry->detail, ==, "danh sách.pdf");
  g_assert_cmpint (entry->n_people, ==, 2);
}

/* Neither a slip in the name nor a folder in the way loses anything: one can choose again. */
static void
test_save_again (Test *test, gconstpointer data)
{
  g_autofree char *other = g_build_filename (test->folder, "roster", NULL);
  g_autofree char *folder = g_build_filename (test->folder, "folder.pdf", NULL);
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) log = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  open_dialog (test, "win.save-roster", "");
  display_test_press (test->window, "Save as PD_F…");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Print…")));
  answer_file_chooser (test, "roster");
  answer_alert (test, "Roster Not Saved", "again");
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  name = dup_proposed_name ();
  g_assert_cmpstr (name, ==, "roster.pdf");
  answer_file_chooser (test, NULL);

  /* The dialog is as it was. */
  g_assert_true (CNSCD_IS_PRINT_DIALOG (display_test_get_dialog (test->window)));
  wait_until_ready (test);
  log = read_log (test);
  g_assert_cmpuint (log->len, ==, 0);
}

/* A roster without teams is none. */
static void
test_nothing (Test *test, gconstpointer data)
{
  act (test, "win.print-roster", "no-such-team");
  display_test_wait_for_text (test->window, "Nothing to Print");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Print…")));
  g_assert_false (
    gtk_widget_is_sensitive (display_test_get_button (test->window, "Save as PD_F…")));

  choose_id (test, "Teams", NULL);
  display_test_wait_for_text (test->window, "Page 1 of 1");
}

/* ---- the schedule */

/* Returns: (transfer full): its id */
static char *
add_session (Test *test, const char *title, CnscdDate day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (test->path, &error);
  g_autoptr (CnscdSession) session = cnscd_record_new (&CNSCD_KIND_SESSION, UNIT);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new (title);
  g_autoptr (CnscdSessionRecords) records = NULL;
  gint64 action;

  g_assert_no_error (error);
  cnscd_record_set (session, title, title);
  session->starts_at = cnscd_time_new (day, 19 * 60);
  session->ends_at = session->starts_at + 90;
  session->state = CNSCD_SESSION_STATE_PLANNED;
  session->expected = 30;
  records = cnscd_session_records_new (session);
  cnscd_session_records_add_team (records, test->team->record.id);
  cnscd_session_add (set, records);
  cnscd_change_set_apply (database, set, &action, &error);
  g_assert_no_error (error);

  return g_strdup (session->record.id);
}

static void
type (Test *test, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (display_test_get_row (test->window, title)), text);
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Print…")));
}

/* From the roster to the schedule and back, with what was chosen of each. */
static void
test_schedule (Test *test, gconstpointer data)
{
  CnscdDate today = cnscd_date_today ();
  g_autofree char *now = add_session (test, "Hướng dẫn VNeID", today);
  g_autofree char *then = add_session (test, "Chữ ký số", CNSCD_DATE (2030, 2, 3));

  open_dialog (test, "win.print-roster", "");
  choose_kind (test, "schedule");
  wait_until_ready (test);
  g_assert_cmpstr (adw_dialog_get_title (display_test_get_dialog (test->window)), ==,
                   "Print Schedule");
  g_assert_true (is_landscape (test));
  assert_text (test, "LỊCH HƯỚNG DẪN", TRUE);
  assert_text (test, "Chữ ký số", FALSE);
  assert_text (test, "ÂL", FALSE);
  assert_text (test, "Tháng ", TRUE);

  adw_switch_row_set_active (ADW_SWITCH_ROW (display_test_get_row (test->window, "Lunar Dates")),
                             TRUE);
  wait_until_ready (test);
  assert_text (test, "ÂL", TRUE);
  choose (test, "Days", 0);
  assert_text (test, "Tuần từ ngày", TRUE);
  assert_text (test, "Nguyễn Văn Ký", TRUE);
  choose (test, "Signer", 0);
  assert_text (test, "Nguyễn Văn Ký", FALSE);
  lay_across (test, FALSE);
  wait_until_ready (test);
  g_assert_false (is_landscape (test));

  choose_kind (test, "roster");
  wait_until_ready (test);
  assert_text (test, "Phụ lục", TRUE);
  choose_kind (test, "schedule");
  wait_until_ready (test);
  assert_text (test, "Tuần từ ngày", TRUE);
  assert_text (test, "ÂL", TRUE);
}

/* Days of one's own: wrong ones are told and not printed, nor are days without a session. */
static void
test_schedule_days (Test *test, gconstpointer data)
{
  g_autofree char *then = add_session (test, "Chữ ký số", CNSCD_DATE (2030, 2, 3));
  GtkWidget *to;

  open_dialog (test, "win.print-schedule", "2030-02-01/2030-02-10");
  assert_text (test, "Chữ ký số", TRUE);
  to = display_test_get_row (test->window, "To");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (to)), ==, "10/02/2030");

  type (test, "To", "31/1/2030");
  g_assert_true (gtk_widget_has_css_class (to, "error"));
  display_test_wait_for_text (test->window, "Not up to date");
  type (test, "To", "");
  type (test, "To", "30/2/2030");
  g_assert_true (gtk_widget_has_css_class (to, "error"));
  type (test, "To", "2/2/2030");
  g_assert_false (gtk_widget_has_css_class (to, "error"));
  display_test_wait_for_no_text (test->window, "Not up to date");
  display_test_wait_for_text (test->window, "Nothing to Print");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Print…")));

  type (test, "To", "3/2/2030");
  wait_until_ready (test);
  assert_text (test, "Từ ngày 01 đến ngày 03 tháng 02 năm 2030", TRUE);
  type (test, "Date", "30/2/2030");
  type (test, "Date", "28/1/2030");
  wait_until_ready (test);
  assert_text (test, "ngày 28 tháng 01 năm 2030", TRUE);
}

/* What is saved stands in the log, as what it is. */
static void
test_sign_in (Test *test, gconstpointer data)
{
  g_autofree char *session = add_session (test, "Chữ ký số", CNSCD_DATE (2030, 2, 3));
  g_autofree char *code = cnscd_session_dup_code (session);
  g_autofree char *path = g_build_filename (test->folder, "ký tên.pdf", NULL);
  g_autoptr (GPtrArray) log = NULL;
  const CnscdAuditEntry *entry;
  GtkWidget *rows;
  guint n_pages;

  open_dialog (test, "win.print-sign-in", session);
  g_assert_cmpstr (adw_dialog_get_title (display_test_get_dialog (test->window)), ==,
                   "Print Sign-in Sheet");
  g_assert_cmpstr (
    adw_action_row_get_subtitle (ADW_ACTION_ROW (display_test_get_row (test->window, "Code"))), ==,
    code);
  assert_text (test, code, TRUE);
  n_pages = cnscd_document_get_n_pages (get_document (test));
  rows = display_test_get_row (test->window, "Lines to Sign");
  g_assert_cmpfloat (adw_spin_row_get_value (ADW_SPIN_ROW (rows)), ==, 35);
  adw_spin_row_set_value (ADW_SPIN_ROW (rows), 90);
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Print…")));
  wait_until_ready (test);
  g_assert_cmpuint (cnscd_document_get_n_pages (get_document (test)), >, n_pages);

  display_test_press (test->window, "Save as PD_F…");
  answer_file_chooser (test, "ký tên.pdf");
  display_test_wait_for_no_dialog (test->window);
  display_test_wait_for_text (test->window, "Sign-in sheet saved");
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  log = read_log (test);
  g_assert_cmpuint (log->len, ==, 1);
  entry = log->pdata[0];
  g_assert_cmpstr (entry->subject, ==, "sign-in");
  g_assert_cmpstr (entry->detail, ==, "ký tên.pdf");
}

/* A session that was deleted meanwhile. */
static void
test_no_sign_in (Test *test, gconstpointer data)
{
  act (test, "win.print-sign-in", "00000000-0000-4000-8000-000000000000");
  display_test_wait_for_text (test->window, "Nothing to Print");
  g_assert_false (gtk_widget_is_sensitive (display_test_get_button (test->window, "_Print…")));
}

static AdwNavigationSplitView *
get_split_view (Test *test)
{
  return display_test_find (GTK_WIDGET (display_test_get_dialog (test->window)),
                            ADW_TYPE_NAVIGATION_SPLIT_VIEW);
}

/* The screen's answer to the first size, coming later, would undo the second. */
static gboolean
has_size (gpointer data)
{
  return gtk_widget_get_width (GTK_WIDGET (((Test *) data)->window)) > 1000;
}

static gboolean
is_collapsed (gpointer data)
{
  AdwNavigationSplitView *view = get_split_view (data);

  return view != NULL && adw_navigation_split_view_get_collapsed (view);
}

/* In a narrow window the pages are behind a button. */
static void
test_narrow (Test *test, gconstpointer data)
{
  display_test_pump_until (has_size, test);
  gtk_window_set_default_size (GTK_WINDOW (test->window), 360, 720);
  act (test, "win.print-roster", "");
  display_test_pump_until (is_collapsed, test);
  g_assert_false (adw_navigation_split_view_get_show_content (get_split_view (test)));
  display_test_press (test->window, "Pre_view");
  g_assert_true (adw_navigation_split_view_get_show_content (get_split_view (test)));
  display_test_wait_for_text (test->window, "Page 1 of 1");
}

/* At the province's desk one chooses the commune first, and nobody of it signs. */
static void
test_province (Test *test, gconstpointer data)
{
  open_dialog (test, "win.print-roster", "");
  g_assert_false (gtk_widget_is_visible (display_test_get_row (test->window, "Signer")));
  g_assert_false (gtk_widget_is_sensitive (display_test_get_row (test->window, "Teams")));
  g_assert_cmpstr (
    adw_action_row_get_subtitle (ADW_ACTION_ROW (display_test_get_row (test->window, "Commune"))),
    ==, "All communes");
  choose_id (test, "Commune", "05716");
  g_assert_true (gtk_widget_is_sensitive (display_test_get_row (test->window, "Teams")));
  assert_text (test, "XÃ VÕ NHAI", TRUE);
}

static gboolean
has_entries (gpointer data)
{
  Test *test = data;
  g_autoptr (GPtrArray) log = read_log (test);

  return log->len == test->n_entries;
}

static void export (Test *test, guint subject, guint format, gboolean with_phones, const char *name)
{
  act (test, "win.export", NULL);
  g_assert_false (
    adw_switch_row_get_active (ADW_SWITCH_ROW (display_test_get_row (test->window, "Phone"))));
  adw_combo_row_set_selected (ADW_COMBO_ROW (display_test_get_row (test->window, "What")), subject);
  adw_combo_row_set_selected (ADW_COMBO_ROW (display_test_get_row (test->window, "Format")),
                              format);
  adw_switch_row_set_active (ADW_SWITCH_ROW (display_test_get_row (test->window, "Phone")),
                             with_phones);
  g_signal_emit_by_name (display_test_get_dialog (test->window), "response", "export");
  adw_dialog_force_close (display_test_get_dialog (test->window));
  answer_file_chooser (test, name);
}

static void
assert_export (Test *test, const char *subject, const char *name, const char *part, gboolean there)
{
  g_autofree char *path = g_build_filename (test->folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) log = read_log (test);
  g_autofree char *detail = g_strdup_printf ("%s (%s)", name, UNIT);
  const CnscdAuditEntry *entry = log->pdata[0];

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true ((strstr (text, part) != NULL) == there);
  g_assert_cmpstr (entry->action, ==, "export");
  g_assert_cmpstr (entry->subject, ==, subject);
  g_assert_cmpstr (entry->detail, ==, detail);
}

/* Phone numbers leave only when somebody asks for them. */
static void
test_export (Test *test, gconstpointer data)
{
  export (test, CNSCD_EXPORT_MEMBERS, 1, FALSE, "without.csv");
  display_test_wait_for_text (test->window, "3 members exported");
  assert_export (test, "members", "without.csv", "Đào Thị Ánh", TRUE);
  assert_export (test, "members", "without.csv", "0912345678", FALSE);

  export (test, CNSCD_EXPORT_MEMBERS, 1, TRUE, "with.csv");
  /* Its toast waits for the other's end. */
  test->n_entries = 2;
  display_test_pump_until (has_entries, test);
  assert_export (test, "members", "with.csv", "0912345678", TRUE);

  export (test, CNSCD_EXPORT_TEAMS, 0, FALSE, "teams.xlsx");
  display_test_wait_for_text (test->window, "2 teams exported");
  assert_export (test, "teams", "teams.xlsx", "PK", TRUE);
}

static void
export_sessions (Test *test, const char *from, const char *to, guint format, const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (test->window), "win.export-sessions", "(sss)", from, to,
                              "");
  adw_combo_row_set_selected (ADW_COMBO_ROW (display_test_get_row (test->window, "Format")),
                              format);
  g_signal_emit_by_name (display_test_get_dialog (test->window), "response", "export");
  adw_dialog_force_close (display_test_get_dialog (test->window));
  answer_file_chooser (test, name);
}

/* What the schedule exports: the days that it shows. */
static void
test_export_sessions (Test *test, gconstpointer data)
{
  g_free (add_session (test, "Hướng dẫn VNeID", CNSCD_DATE (2026, 11, 27)));
  g_free (add_session (test, "Chữ ký số", CNSCD_DATE (2026, 12, 4)));

  export_sessions (test, "2026-11-01", "2026-11-30", 0, "lich.ics");
  display_test_wait_for_text (test->window, "1 session exported");
  assert_export (test, "sessions", "lich.ics", "SUMMARY:Hướng dẫn VNeID", TRUE);
  assert_export (test, "sessions", "lich.ics", "Chữ ký số", FALSE);

  export_sessions (test, "", "", 2, "lich.csv");
  test->n_entries = 2;
  display_test_pump_until (has_entries, test);
  assert_export (test, "sessions", "lich.csv", "Chữ ký số", TRUE);
}

/* A file of one kind never takes the place of another. */
static void
test_export_again (Test *test, gconstpointer data)
{
  g_autofree char *path = g_build_filename (test->folder, "teams.pdf", NULL);
  g_autofree char *name = NULL;

  export (test, CNSCD_EXPORT_TEAMS, 0, FALSE, "teams.pdf");
  answer_alert (test, "Not Exported", "again");
  name = dup_proposed_name ();
  g_assert_cmpstr (name, ==, "teams.pdf.xlsx");
  answer_file_chooser (test, "teams.xlsx");
  display_test_wait_for_text (test->window, "2 teams exported");
  assert_export (test, "teams", "teams.xlsx", "PK", TRUE);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  static const Setting commune = { UNIT, 0, FALSE };
  static const Setting many = { UNIT, 90, FALSE };
  static const Setting province = { NULL, 0, FALSE };
  static const Setting remembering = { UNIT, 0, TRUE };
  static const Setting unsigned_yet = { UNIT, 0, FALSE, TRUE };

  /* Without a folder for documents, what is printed into a file goes where the test is. */
  application = display_test_init (&argc, &argv, "XDG_CONFIG_HOME");

#define ADD(name, setting, func)                                                                   \
  g_test_add ("/display/print/" name, Test, &setting, set_up, func, tear_down)
  ADD ("choices", commune, test_choices);
  ADD ("wrong-date", commune, test_wrong_date);
  ADD ("pages", many, test_pages);
  ADD ("team", commune, test_team);
  ADD ("signer", remembering, test_signer);
  ADD ("first-signer", unsigned_yet, test_first_signer);
  ADD ("print", commune, test_print);
  ADD ("preview", commune, test_preview);
  ADD ("save", commune, test_save);
  ADD ("save-again", commune, test_save_again);
  ADD ("nothing", commune, test_nothing);
  ADD ("schedule", commune, test_schedule);
  ADD ("schedule-days", commune, test_schedule_days);
  ADD ("sign-in", commune, test_sign_in);
  ADD ("no-sign-in", commune, test_no_sign_in);
  ADD ("narrow", commune, test_narrow);
  ADD ("province", province, test_province);
  ADD ("export", commune, test_export);
  ADD ("export-sessions", commune, test_export_sessions);
  ADD ("export-again", commune, test_export_again);
#undef ADD

  return display_test_run ();
}
