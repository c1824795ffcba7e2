/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-application.h"
#include "cnscd-config.h"
#include "cnscd-reminders.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-backup.h"
#include "store/cnscd-database.h"
#include "ui/window/cnscd-backup-problem.h"
#include "ui/window/cnscd-window.h"

/**
 * CnscdApplication:
 *
 * The program with its window: holds the repository, and closes the database
 * before it ends. It may go on without a window, to remind of sessions.
 */
struct _CnscdApplication
{
  AdwApplication parent_instance;

  CnscdRepository *repository;
  GSettings *settings; /* (nullable): not installed */
  char *path;          /* (nullable): the user's own database */
  gboolean closing;    /* a database is on its way to be safe */
  gboolean wanted;     /* and then a window again */
  CnscdReminders *reminders;
  char *session;       /* (nullable): to be shown once the database is open */
  gboolean hidden;     /* no window is wanted at first */
  gboolean background; /* it goes on without a window */
  gboolean quitting;
};

G_DEFINE_FINAL_TYPE (CnscdApplication, cnscd_application, ADW_TYPE_APPLICATION)

static const GOptionEntry OPTIONS[] = {
  { "database", 'd', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, NULL, N_ ("Open this database"),
    N_ ("FILE") },
  { "background", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
    N_ ("Remind of sessions without a window"), NULL },
  { "version", 'v', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_ ("Show the version and exit"),
    NULL },
  { NULL },
};

static char *
dup_path (CnscdApplication *self)
{
  return self->path != NULL ? g_strdup (self->path) : cnscd_database_default_path ();
}

static CnscdRepository *create_repository (CnscdApplication *self);

static void
set_background (CnscdApplication *self, gboolean background)
{
  if (self->background == background)
    return;

  self->background = background;
  if (background)
    g_application_hold (G_APPLICATION (self));
  else
    g_application_release (G_APPLICATION (self));
}

static void
drop_reminders (CnscdApplication *self)
{
  if (self->reminders != NULL)
    g_object_run_dispose (G_OBJECT (self->reminders));
  g_clear_object (&self->reminders);
}

static gboolean
wants_background (CnscdApplication *self)
{
  return self->settings != NULL && !self->quitting &&
         g_settings_get_boolean (self->settings, "reminder-background");
}

static void
opened_in_background_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdApplication) self = user_data;
  g_autoptr (GError) error = NULL;

  if (cnscd_repository_open_finish (CNSCD_REPOSITORY (source), result, &error))
    return;

  /* A window tells why. */
  g_message ("Nobody is reminded of sessions: %s", error->message);
  set_background (self, FALSE);
}

static void
start_background (CnscdApplication *self)
{
  g_autofree char *path = dup_path (self);

  set_background (self, TRUE);
  self->repository = create_repository (self);
  cnscd_repository_open_async (self->repository, path, NULL, opened_in_background_cb,
                               g_object_ref (self));
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GApplication) application = user_data;
  CnscdApplication *self = CNSCD_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  if (!cnscd_repository_close_finish (CNSCD_REPOSITORY (source), result, &error))
    g_message ("The database was closed, but not backed up: %s", error->message);
  if (self->settings != NULL)
    {
      /* The next window tells; nobody sees this one any more. */
      const char *missed = cnscd_repository_get_missed_backup_folder (CNSCD_REPOSITORY (source));
      g_autofree char *path = dup_path (self);

      cnscd_backup_problem_note (self->settings, path, error, missed);
      g_settings_sync ();
    }

  self->closing = FALSE;
  if (self->wanted)
    {
      self->wanted = FALSE;
      g_application_activate (application);
    }
  else if (wants_background (self))
    start_background (self);
  g_application_release (application);
}

static void
close_repository (CnscdApplication *self)
{
  g_autoptr (CnscdRepository) repository = g_steal_pointer (&self->repository);

  drop_reminders (self);
  self->closing = TRUE;
  g_application_hold (G_APPLICATION (self));
  cnscd_repository_close_async (repository, closed_cb, g_object_ref (self));
}

static void
cnscd_application_window_removed (GtkApplication *application, GtkWindow *window)
{
  CnscdApplication *self = CNSCD_APPLICATION (application);

  GTK_APPLICATION_CLASS (cnscd_application_parent_class)->window_removed (application, window);

  /* The window is gone at once; the program ends when the database is safe. */
  if (CNSCD_IS_WINDOW (window) && self->repository != NULL)
    close_repository (self);
}

static void
close_window_cb (gpointer window, gpointer user_data)
{
  if (CNSCD_IS_WINDOW (window))
    cnscd_window_leave (window);
  else
    gtk_window_close (window);
}

static void
quit_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CnscdApplication *self = user_data;

  /* A copy: closing changes the list. */
  g_autoptr (GList) windows =
    g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  self->quitting = TRUE;
  g_list_foreach (windows, close_window_cb, NULL);
  if (windows == NULL && self->repository != NULL)
    {
      set_background (self, FALSE);
      close_repository (self);
    }
}

/* Somebody who was asked whether something is to be lost goes on with it. */
static void
stay_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CNSCD_APPLICATION (user_data)->quitting = FALSE;
}

static void
about_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  AdwDialog *dialog = adw_about_dialog_new ();

  adw_about_dialog_set_application_name (ADW_ABOUT_DIALOG (dialog), _ ("Digital Teams"));
  adw_about_dialog_set_application_icon (ADW_ABOUT_DIALOG (dialog), CNSCD_APP_ID);
  adw_about_dialog_set_version (ADW_ABOUT_DIALOG (dialog), CNSCD_VERSION);
  adw_about_dialog_set_developer_name (ADW_ABOUT_DIALOG (dialog), _ ("Digital Teams contributors"));
  adw_about_dialog_set_license_type (ADW_ABOUT_DIALOG (dialog), GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_comments (
    ADW_ABOUT_DIALOG (dialog),
    _ ("Keeps rosters and schedules of community digital teams on this computer."));
  adw_about_dialog_set_website (ADW_ABOUT_DIALOG (dialog), CNSCD_WEBSITE);
  /* Translators: your name and address, as in "Nguyễn Văn A <a@example.org>" */
  adw_about_dialog_set_translator_credits (ADW_ABOUT_DIALOG (dialog), _ ("translator-credits"));
  adw_dialog_present (dialog,
                      GTK_WIDGET (gtk_application_get_active_window (GTK_APPLICATION (user_data))));
}

static void
help_launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkApplication) application = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error))
    {
      GtkWindow *window = gtk_application_get_active_window (application);

      /* The desktop's own words speak of addresses and handlers. */
      g_autoptr (GError) problem = g_error_new_literal (
        GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_FAILED,
        _ ("The program that shows the help is missing. Install “yelp” and try again."));

      g_debug ("The help cannot be shown: %s", error->message);
      if (CNSCD_IS_WINDOW (window) &&
          !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        cnscd_window_show_error (CNSCD_WINDOW (window), _ ("Cannot Show Help"), problem);
    }
}

static void
help_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new ("help:cnscd");

  gtk_uri_launcher_launch (launcher, gtk_application_get_active_window (user_data), NULL,
                           help_launched_cb, g_object_ref (user_data));
}

static gboolean
show_session_cb (gpointer user_data)
{
  CnscdApplication *self = user_data;
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autofree char *session = NULL;

  if (window == NULL || self->session == NULL || self->repository == NULL ||
      !cnscd_repository_is_open (self->repository))
    return G_SOURCE_REMOVE;

  session = g_steal_pointer (&self->session);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-session", "s", session);
  return G_SOURCE_REMOVE;
}

/* When the window has taken note, too. */
static void
opened_cb (CnscdApplication *self)
{
  if (self->session != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show_session_cb, g_object_ref (self), g_object_unref);
}

static void
open_session_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  CnscdApplication *self = user_data;

  g_set_str (&self->session, g_variant_get_string (parameter, NULL));
  g_application_activate (G_APPLICATION (self));
  show_session_cb (self);
}

static const GActionEntry ACTIONS[] = {
  { .name = "open-session", .activate = open_session_action_cb, .parameter_type = "s" },
  { .name = "quit", .activate = quit_action_cb },
  { .name = "about", .activate = about_action_cb },
  { .name = "stay", .activate = stay_action_cb },
  { .name = "help", .activate = help_action_cb },
};

static void
set_accelerators (GtkApplication *application)
{
  static const struct
  {
    const char *action;
    const char *accelerators[3];
  } accelerators[] = {
    { "app.quit", { "<Control>q" } },
    { "app.help", { "F1" } },
    { "window.close", { "<Control>w" } },
    { "win.show-help-overlay", { "<Control>question" } },
    { "win.search", { "<Control>f" } },
    { "win.show-menu", { "F10" } },
    { "win.import", { "<Control>o" } },
    { "win.preferences", { "<Control>comma" } },
    { "win.export", { "<Control>e" } },
    { "win.print", { "<Control>p" } },
    { "win.show-page::teams", { "<Alt>1" } },
    { "win.show-page::members", { "<Alt>2" } },
    { "win.show-page::hamlets", { "<Alt>3" } },
    { "win.show-page::decisions", { "<Alt>4" } },
    { "win.show-page::schedule", { "<Alt>5" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (application, accelerators[i].action,
                                           accelerators[i].accelerators);
}

/* NULL where the schema is not installed: the program runs without, with its defaults. */
static GSettings *
find_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, CNSCD_APP_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static void
update_color_scheme (CnscdApplication *self)
{
  g_autofree char *scheme = g_settings_get_string (self->settings, "color-scheme");

  if (g_str_equal (scheme, "light"))
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                        ADW_COLOR_SCHEME_FORCE_LIGHT);
  else if (g_str_equal (scheme, "dark"))
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                        ADW_COLOR_SCHEME_FORCE_DARK);
  else
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

static void
cnscd_application_startup (GApplication *application)
{
  CnscdApplication *self = CNSCD_APPLICATION (application);

  G_APPLICATION_CLASS (cnscd_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
  set_accelerators (GTK_APPLICATION (self));
  gtk_window_set_default_icon_name (CNSCD_APP_ID);
  self->settings = find_settings ();
  if (self->settings != NULL)
    {
      g_signal_connect_object (self->settings, "changed::color-scheme",
                               G_CALLBACK (update_color_scheme), self, G_CONNECT_SWAPPED);
      update_color_scheme (self);
    }
}

static CnscdRepository *
create_repository (CnscdApplication *self)
{
  CnscdRepository *repository = cnscd_repository_new ();

  if (self->settings != NULL)
    {
      g_autofree char *folder = g_settings_get_string (self->settings, "backup-folder");

      cnscd_repository_set_backup_folder (repository, folder);
    }
  self->reminders = cnscd_reminders_new (G_APPLICATION (self), repository, self->settings);
  g_signal_connect_object (repository, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  return repository;
}

static void
cnscd_application_activate (GApplication *application)
{
  CnscdApplication *self = CNSCD_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->hidden)
    {
      self->hidden = FALSE;
      start_background (self);
      return;
    }
  self->quitting = FALSE;
  /* Its window is to find the database closed, as ever. */
  if (self->background && window == NULL)
    {
      self->wanted = TRUE;
      close_repository (self);
      set_background (self, FALSE);
      return;
    }

  /* Two repositories on one file would back it up and open it at once. */
  if (window == NULL && self->closing)
    {
      self->wanted = TRUE;
      return;
    }

  if (window == NULL)
    {
      g_autofree char *path = dup_path (self);

      if (self->repository == NULL)
        self->repository = create_repository (self);
      window = GTK_WINDOW (
        cnscd_window_new (GTK_APPLICATION (self), self->repository, path, self->settings));
    }

  gtk_window_present (window);
}

/* "cnscd roster.xlsx", or "open with": what importing it would do, one file after the other. */
static void
cnscd_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  GtkWindow *window;

  g_application_activate (application);
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  if (CNSCD_IS_WINDOW (window) && n_files > 0)
    cnscd_window_import_files (CNSCD_WINDOW (window), files, (guint) n_files);
}

static int
cnscd_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  CnscdApplication *self = CNSCD_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("cnscd %s\n", CNSCD_VERSION);
      return 0;
    }

  if (g_variant_dict_lookup (options, "database", "^ay", &self->path))
    {
      /* A window on another file is a program of its own. */
      g_application_set_flags (application,
                               g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
    }

  if (g_variant_dict_contains (options, "background"))
    {
      g_autoptr (GError) error = NULL;

      /* One that runs does so already. */
      if (g_application_register (application, NULL, &error) &&
          g_application_get_is_remote (application))
        return 0;
      self->hidden = TRUE;
    }

  return G_APPLICATION_CLASS (cnscd_application_parent_class)
    ->handle_local_options (application, options);
}

static void
cnscd_application_finalize (GObject *object)
{
  CnscdApplication *self = CNSCD_APPLICATION (object);

  drop_reminders (self);
  g_clear_object (&self->repository);
  g_clear_object (&self->settings);
  g_free (self->path);
  g_free (self->session);

  G_OBJECT_CLASS (cnscd_application_parent_class)->finalize (object);
}

static void
cnscd_application_class_init (CnscdApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cnscd_application_finalize;
  application_class->startup = cnscd_application_startup;
  application_class->activate = cnscd_application_activate;
  application_class->open = cnscd_application_open;
  application_class->handle_local_options = cnscd_application_handle_local_options;
  GTK_APPLICATION_CLASS (klass)->window_removed = cnscd_application_window_removed;
}

static void
cnscd_application_init (CnscdApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), OPTIONS);
}

/**
 * cnscd_application_new:
 *
 * Returns: (transfer full): the application
 */
CnscdApplication *
cnscd_application_new (void)
{
  return g_object_new (CNSCD_TYPE_APPLICATION, "application-id", CNSCD_APP_ID, "resource-base-path",
                       "/org/thainguyen/CNSCD", "flags", G_APPLICATION_HANDLES_OPEN, NULL);
}
