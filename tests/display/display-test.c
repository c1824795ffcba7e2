/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "display-test.h"

#include <glib/gstdio.h>

#include "cnscd-config.h"

#define BOUND_SECONDS 60
#define SETTLE_MS     400
#define SETTLE_ROUNDS 4

/* Of display_test_init(). */
static CnscdApplication *the_application;
static char *home;

static void
wake_up_cb (gpointer data)
{
}

/* An application that talks to nobody, registered and ready for windows. */
CnscdApplication *
display_test_start (void)
{
  CnscdApplication *application;
  g_autoptr (GError) error = NULL;

  application = cnscd_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

/* Runs the main context until @done says so, with a bound. */
void
display_test_pump_until (DisplayTestFunc done, gpointer data)
{
  gint64 deadline = g_get_monotonic_time () + BOUND_SECONDS * G_USEC_PER_SEC;
  guint ticker = g_timeout_add_once (BOUND_SECONDS * 1000, wake_up_cb, NULL);

  while (!done (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (ticker);
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

static gboolean
set_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* The window, unless there is none (yet), or another kind of window alone. */
static CnscdWindow *
find_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (CNSCD_IS_WINDOW (window))
        return CNSCD_WINDOW (window);
    }
  return NULL;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  /* Whatever it is: what was asked before is answered now. */
  g_free (cnscd_repository_load_record_finish (CNSCD_REPOSITORY (source), result, NULL));
  *(gboolean *) user_data = TRUE;
}

/* Until the database has answered all that was asked of it. */
static void
wait_for_answers (void)
{
  CnscdWindow *window = find_window ();
  CnscdRepository *repository = window != NULL ? cnscd_window_get_repository (window) : NULL;
  gboolean over = FALSE;

  if (repository == NULL || !cnscd_repository_is_open (repository))
    return;

  cnscd_repository_load_record_async (repository, &CNSCD_KIND_TEAM, "none", NULL, answered_cb,
                                      &over);
  display_test_pump_until (is_set, &over);
}

/*
 * Until nothing has happened for a moment: for pictures, not for assertions.
 * An answer may lead to another question and that to one more frame, however
 * slow the machine is.
 */
void
display_test_settle (void)
{
  gint64 end = g_get_monotonic_time () + SETTLE_MS * 1000;

  for (guint i = 0; i < SETTLE_ROUNDS || g_get_monotonic_time () < end; i++)
    {
      gboolean over = FALSE;

      wait_for_answers ();
      g_timeout_add_full (G_PRIORITY_LOW, SETTLE_MS / SETTLE_ROUNDS, set_cb, &over, NULL);
      display_test_pump_until (is_set, &over);
    }
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  cnscd_repository_close_finish (CNSCD_REPOSITORY (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

void
display_test_stop (CnscdApplication *application, CnscdWindow *window)
{
  g_autoptr (CnscdRepository) repository = g_object_ref (cnscd_window_get_repository (window));
  gboolean closed = FALSE;

  gtk_window_destroy (GTK_WINDOW (window));
  cnscd_repository_close_async (repository, closed_cb, &closed);
  display_test_pump_until (is_set, &closed);
}

/* As wide as on a desk, and shown. */
CnscdWindow *
display_test_open_window (CnscdApplication *application,
                          CnscdRepository *repository,
                          const char *path)
{
  CnscdWindow *window = cnscd_window_new (GTK_APPLICATION (application), repository, path, NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 760);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/*
 * Begins a program of tests that make applications of their own, and ends it where there is no
 * display. What it keeps is nobody's own: XDG_DATA_HOME and @variable, if not NULL, are a folder of
 * the test's. Not isolated wholly, for icons are needed.
 */
void
display_test_init_alone (int *argc, char ***argv, const char *variable)
{
  g_autoptr (GError) error = NULL;

  home = g_dir_make_tmp ("cnscd-home-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("XDG_DATA_HOME", home, TRUE);
  if (variable != NULL)
    g_setenv (variable, home, TRUE);
  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      display_test_remove_folder (home);
      exit (0);
    }
}

/* The same, with an application for windows. Returns: (transfer none) */
CnscdApplication *
display_test_init (int *argc, char ***argv, const char *variable)
{
  display_test_init_alone (argc, argv, variable);
  the_application = display_test_start ();
  return the_application;
}

/* Runs the tests; the application is gone then. */
int
display_test_run (void)
{
  int status = g_test_run ();

  g_clear_object (&the_application);
  display_test_remove_folder (home);
  g_clear_pointer (&home, g_free);
  return status;
}

/* A folder, and a name for the database that is to be made there. */
void
display_test_make_folder (DisplayTest *test)
{
  g_autoptr (GError) error = NULL;

  test->folder = g_dir_make_tmp ("cnscd-display-XXXXXX", &error);
  g_assert_no_error (error);
  test->path = g_build_filename (test->folder, "test.db", NULL);
}

/* The database in a window. */
void
display_test_show (DisplayTest *test)
{
  test->repository = cnscd_repository_new ();
  test->window = display_test_open_window (the_application, test->repository, test->path);
}

void
display_test_tear_down (DisplayTest *test)
{
  display_test_stop (the_application, test->window);
  g_clear_object (&test->repository);
  display_test_remove_folder (test->folder);
  g_clear_pointer (&test->folder, g_free);
  g_clear_pointer (&test->path, g_free);
}

/* The first mapped widget of a type, depth first. */
gpointer
display_test_find (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = display_test_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The first mapped widget with a name of its own, gtk_widget_set_name(). */
gpointer
display_test_find_named (GtkWidget *root, const char *name)
{
  if (g_strcmp0 (gtk_widget_get_name (root), name) == 0 && gtk_widget_get_mapped (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = display_test_find_named (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The first mapped label or inscription that says @text. */
gpointer
display_test_find_labelled (GtkWidget *root, const char *text)
{
  if (gtk_widget_get_mapped (root) &&
      ((GTK_IS_LABEL (root) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (root)), text) == 0) ||
       (GTK_IS_INSCRIPTION (root) &&
        g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (root)), text) == 0)))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = display_test_find_labelled (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
display_test_newest_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GtkWidget) newest =
    g_list_model_get_item (windows, g_list_model_get_n_items (windows) - 1);

  return newest;
}

void
display_test_open_team (CnscdWindow *window, guint position)
{
  GtkWidget *view;

  cnscd_window_show_page (window, "teams");
  display_test_settle ();
  view = display_test_find (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW);
  g_assert_nonnull (view);
  g_signal_emit_by_name (view, "activate", position);
}

typedef struct
{
  CnscdWindow *window;
  const char *text;
} Sight;

static gboolean
sees_text (gpointer data)
{
  const Sight *sight = data;

  return display_test_find_labelled (GTK_WIDGET (sight->window), sight->text) != NULL;
}

static gboolean
misses_text (gpointer data)
{
  return !sees_text (data);
}

void
display_test_wait_for_text (CnscdWindow *window, const char *text)
{
  display_test_pump_until (sees_text, &(Sight) { window, text });
}

void
display_test_wait_for_no_text (CnscdWindow *window, const char *text)
{
  display_test_pump_until (misses_text, &(Sight) { window, text });
}

AdwDialog *
display_test_get_dialog (CnscdWindow *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

static gboolean
has_dialog (gpointer data)
{
  return display_test_get_dialog (data) != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return display_test_get_dialog (data) == NULL;
}

AdwDialog *
display_test_wait_for_dialog (CnscdWindow *window)
{
  display_test_pump_until (has_dialog, window);
  return display_test_get_dialog (window);
}

void
display_test_wait_for_no_dialog (CnscdWindow *window)
{
  display_test_pump_until (has_no_dialog, window);
}

typedef gboolean (*Matcher) (GtkWidget *widget, const char *text);

static GtkWidget *
find_matching (GtkWidget *root, Matcher matches, const char *text)
{
  if (matches (root, text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_matching (child, matches, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_row (GtkWidget *widget, const char *title)
{
  return ADW_IS_PREFERENCES_ROW (widget) &&
         g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

static gboolean
is_button (GtkWidget *widget, const char *label)
{
  const char *said;

  if (!GTK_IS_BUTTON (widget))
    return FALSE;

  said = gtk_button_get_label (GTK_BUTTON (widget));
  return g_strcmp0 (said != NULL ? said : gtk_widget_get_tooltip_text (widget), label) == 0;
}

/* A row of a form, by what its title begins with. */
GtkWidget *
display_test_find_row (GtkWidget *root, const char *title)
{
  return find_matching (root, is_row, title);
}

/* A button, by its label with the underline of its key; one of an icon by its tooltip. */
GtkWidget *
display_test_find_button (GtkWidget *root, const char *label)
{
  return find_matching (root, is_button, label);
}

/* In the dialog. */
GtkWidget *
display_test_get_row (CnscdWindow *window, const char *title)
{
  GtkWidget *row = display_test_find_row (GTK_WIDGET (display_test_get_dialog (window)), title);

  g_assert_nonnull (row);
  return row;
}

/* In the dialog. */
GtkWidget *
display_test_get_button (CnscdWindow *window, const char *label)
{
  GtkWidget *button =
    display_test_find_button (GTK_WIDGET (display_test_get_dialog (window)), label);

  g_assert_nonnull (button);
  return button;
}

/* Into a row of the dialog. */
void
display_test_type (CnscdWindow *window, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (display_test_get_row (window, title)), text);
}

/* A button of the dialog, which must be sensitive. */
void
display_test_press (CnscdWindow *window, const char *label)
{
  GtkWidget *button = display_test_get_button (window, label);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/* A key as the X server sends it: "ctrl+z". */
void
display_test_press_key (const char *key)
{
  const char *argv[] = { "xdotool", "key", key, NULL };
  g_autoptr (GError) error = NULL;

  /* To its end, or keys that follow each other could change places. */
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                &error);
  g_assert_no_error (error);
}

/* With the X server's pointer; the window lies in the corner of the screen. */
static void
click (GtkWidget *widget, const char *button, const char *n_times)
{
  GtkNative *native = gtk_widget_get_native (widget);
  graphene_rect_t bounds;
  double x, y;
  g_autofree char *shown_x = NULL;
  g_autofree char *shown_y = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (native), &bounds));
  gtk_native_get_surface_transform (native, &x, &y);
  shown_x = g_strdup_printf ("%d", (int) (x + bounds.origin.x + bounds.size.width / 2));
  shown_y = g_strdup_printf ("%d", (int) (y + bounds.origin.y + bounds.size.height / 2));

  {
    const char *argv[] = { "xdotool", "mousemove", shown_x, shown_y, "click", "--repeat",
                           n_times,   "--delay",   "380",   button,  NULL };

    g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, &error);
    g_assert_no_error (error);
  }
}

/* With the button that opens menus. */
void
display_test_click_secondary (GtkWidget *widget)
{
  click (widget, "3", "1");
}

void
display_test_click (GtkWidget *widget)
{
  click (widget, "1", "1");
}

/* As slowly as a double click may be. */
void
display_test_double_click (GtkWidget *widget)
{
  click (widget, "1", "2");
}

void
display_test_put (CnscdDatabase *database, gpointer record)
{
  g_autoptr (GError) error = NULL;

  cnscd_record_store_put (database, record, &error);
  g_assert_no_error (error);
}

/* Returns: (transfer full): a team of a hamlet that is not named */
CnscdTeam *
display_test_add_team (CnscdDatabase *database, const char *unit, const char *name)
{
  CnscdTeam *team = cnscd_record_new (&CNSCD_KIND_TEAM, unit);

  cnscd_record_set (team, name, name);
  team->level = CNSCD_TEAM_LEVEL_HAMLET;
  display_test_put (database, team);
  return team;
}

void
display_test_add_member (CnscdDatabase *database, CnscdTeam *team, const char *name, CnscdRole role)
{
  g_autoptr (CnscdPerson) person = cnscd_record_new (&CNSCD_KIND_PERSON, team->record.unit);
  g_autoptr (CnscdMembership) membership =
    cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, team->record.unit);

  cnscd_record_set (person, full_name, name);
  cnscd_record_set (person, phone, "0912345678");
  cnscd_record_set (membership, team, team->record.id);
  cnscd_record_set (membership, person, person->record.id);
  membership->role = (int) role;
  display_test_put (database, person);
  display_test_put (database, membership);
}

/* With all that is in it. */
void
display_test_remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        display_test_remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}
