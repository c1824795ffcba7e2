/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-backup-preferences.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-backup.h"
#include "ui/common/cnscd-alert.h"
#include "ui/common/cnscd-words.h"
#include "ui/documents/cnscd-file-dialog.h"
#include "ui/documents/cnscd-restore-flow.h"
#include "ui/window/cnscd-backup-problem.h"

/**
 * CnscdBackupPreferences:
 *
 * Where backups lie, which ones there are, and the way back to one of them.
 */
struct _CnscdBackupPreferences
{
  AdwPreferencesPage parent_instance;

  AdwActionRow *folder_row;
  GtkWidget *reset_button;
  GtkWidget *choose_button;
  AdwActionRow *last_row;
  GtkWidget *spinner;
  GtkWidget *now_button;
  AdwPreferencesGroup *list_group;

  CnscdWindow *window; /* not owned: it holds the page */
  CnscdRepository *repository;
  GCancellable *cancellable;
  GPtrArray *rows; /* (element-type GtkWidget) */
};

G_DEFINE_FINAL_TYPE (CnscdBackupPreferences, cnscd_backup_preferences, ADW_TYPE_PREFERENCES_PAGE)

static void
show_message (CnscdBackupPreferences *self, const char *message)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);
  AdwToast *toast;

  if (dialog == NULL)
    return;

  toast = adw_toast_new (message);
  adw_toast_set_use_markup (toast, FALSE);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
}

static void
show_problem (CnscdBackupPreferences *self, const char *problem)
{
  cnscd_alert_show_problem (GTK_WIDGET (self), NULL, problem);
}

static const char *
describe_reason (const char *reason)
{
  if (g_str_equal (reason, "exit"))
    return _ ("When the program was closed");
  if (g_str_equal (reason, "import"))
    return _ ("Before an import");
  if (g_str_equal (reason, "manual"))
    return _ ("By hand");
  if (g_str_equal (reason, "migration"))
    return _ ("Before an update of the program");
  if (g_str_equal (reason, "restore"))
    return _ ("Before a backup was restored");
  return reason;
}

static void
restore_cb (GtkButton *button)
{
  GtkWidget *widget = GTK_WIDGET (button);
  CnscdBackupPreferences *self =
    CNSCD_BACKUP_PREFERENCES (gtk_widget_get_ancestor (widget, CNSCD_TYPE_BACKUP_PREFERENCES));
  g_autoptr (GFile) file =
    g_file_new_for_path (g_object_get_data (G_OBJECT (button), "cnscd-path"));

  cnscd_restore_flow_start_with_file (self->window, file);
}

static GtkWidget *
create_row (const CnscdBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Restore…"));
  g_autofree char *time = cnscd_words_for_time (backup->at * G_USEC_PER_SEC);
  g_autofree char *size = g_format_size ((guint64) backup->size);
  g_autofree char *subtitle = cnscd_words_join (" · ", describe_reason (backup->reason), size);
  g_autofree char *description = g_strdup_printf (_ ("Restore the backup of %s"), time);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), time);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_tooltip_text (row, backup->path);

  g_object_set_data_full (G_OBJECT (button), "cnscd-path", g_strdup (backup->path), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (restore_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_backups (CnscdBackupPreferences *self, const GPtrArray *backups)
{
  const CnscdBackup *newest = backups->len > 0 ? backups->pdata[0] : NULL;
  g_autofree char *last =
    newest != NULL ? cnscd_words_for_time (newest->at * G_USEC_PER_SEC) : NULL;

  adw_action_row_set_subtitle (self->last_row, last != NULL ? last : _ ("None yet"));
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->list_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < backups->len; i++)
    {
      GtkWidget *row = create_row (backups->pdata[i]);

      adw_preferences_group_add (self->list_group, row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list_group), backups->len > 0);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdBackupPreferences *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups =
    cnscd_repository_list_backups_finish (CNSCD_REPOSITORY (source), result, &error);

  if (backups != NULL)
    show_backups (self, backups);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, error->message);
}

static void
list_backups (CnscdBackupPreferences *self)
{
  cnscd_repository_list_backups_async (self->repository, self->cancellable, listed_cb, self);
}

static void
show_folder (CnscdBackupPreferences *self)
{
  const char *chosen = cnscd_repository_get_backup_folder (self->repository);
  g_autofree char *name = chosen != NULL ? g_filename_display_name (chosen) : NULL;

  adw_action_row_set_subtitle (self->folder_row, name != NULL ? name : _ ("Beside the database"));
  gtk_widget_set_visible (self->reset_button, chosen != NULL);
}

static void
set_folder (CnscdBackupPreferences *self, const char *folder)
{
  GSettings *settings = cnscd_window_get_settings (self->window);

  cnscd_repository_set_backup_folder (self->repository, folder);
  if (settings != NULL)
    g_settings_set_string (settings, "backup-folder", folder);
  show_folder (self);
  list_backups (self);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  CnscdBackupPreferences *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  /* The page may be gone; the choice was made all the same, but nobody is told of a wrong one. */
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (cnscd_repository_check_backup_folder_finish (CNSCD_REPOSITORY (source), result, &error))
    set_folder (self, g_file_peek_path (g_task_get_task_data (task)));
  else
    show_problem (self, error->message);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdBackupPreferences) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder =
    gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (folder != NULL)
    cnscd_backup_preferences_choose (self, folder);
  else if (!cnscd_file_dialog_was_given_up (error))
    show_problem (self, error->message);
}

static void
choose_cb (CnscdBackupPreferences *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  const char *chosen = cnscd_repository_get_backup_folder (self->repository);

  gtk_file_dialog_set_title (dialog, _ ("Choose a Backup Folder"));
  if (chosen != NULL)
    {
      g_autoptr (GFile) folder = g_file_new_for_path (chosen);

      gtk_file_dialog_set_initial_folder (dialog, folder);
    }
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (self->window), self->cancellable, chosen_cb,
                                 g_object_ref (self));
}

static void
reset_cb (CnscdBackupPreferences *self)
{
  set_folder (self, "");
  /* The button that had it is gone. */
  gtk_widget_grab_focus (self->choose_button);
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdBackupPreferences) self = user_data;
  CnscdRepository *repository = CNSCD_REPOSITORY (source);
  g_autoptr (GError) error = NULL;
  gboolean done = cnscd_repository_back_up_finish (repository, result, &error);
  GSettings *settings;
  const char *missed;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  settings = cnscd_window_get_settings (self->window);
  missed = cnscd_repository_get_missed_backup_folder (repository);
  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_widget_set_sensitive (self->now_button, TRUE);
  if (settings != NULL)
    cnscd_backup_problem_note (settings, cnscd_window_get_path (self->window), error, missed);
  if (!done)
    show_problem (self, error->message);
  else if (missed != NULL)
    cnscd_alert_show_problem (
      GTK_WIDGET (self), _ ("Backup Kept Beside the Database"),
      _ ("The backup folder is missing or cannot be written, so the backup is kept "
         "beside the database. Connect the drive, or choose another folder."));
  else
    show_message (self, _ ("Backup written"));
  list_backups (self);
}

static void
back_up_cb (CnscdBackupPreferences *self)
{
  gtk_widget_set_visible (self->spinner, TRUE);
  gtk_widget_set_sensitive (self->now_button, FALSE);
  cnscd_repository_back_up_async (self->repository, backed_up_cb, g_object_ref (self));
}

static void
restore_file_cb (CnscdBackupPreferences *self)
{
  cnscd_restore_flow_start (self->window);
}

static void
cnscd_backup_preferences_dispose (GObject *object)
{
  CnscdBackupPreferences *self = CNSCD_BACKUP_PREFERENCES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->repository);

  G_OBJECT_CLASS (cnscd_backup_preferences_parent_class)->dispose (object);
}

static void
cnscd_backup_preferences_finalize (GObject *object)
{
  CnscdBackupPreferences *self = CNSCD_BACKUP_PREFERENCES (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (cnscd_backup_preferences_parent_class)->finalize (object);
}

static void
cnscd_backup_preferences_class_init (CnscdBackupPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_backup_preferences_dispose;
  object_class->finalize = cnscd_backup_preferences_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/preferences/cnscd-backup-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdBackupPreferences, folder_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdBackupPreferences, reset_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdBackupPreferences, choose_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdBackupPreferences, last_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdBackupPreferences, spinner);
  gtk_widget_class_bind_template_child (widget_class, CnscdBackupPreferences, now_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdBackupPreferences, list_group);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_file_cb);
}

static void
cnscd_backup_preferences_init (CnscdBackupPreferences *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_backup_preferences_new:
 * @window: whose database is backed up
 *
 * Returns: (transfer floating): the page
 */
AdwPreferencesPage *
cnscd_backup_preferences_new (CnscdWindow *window)
{
  CnscdBackupPreferences *self;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window), NULL);

  self = g_object_new (CNSCD_TYPE_BACKUP_PREFERENCES, NULL);
  self->window = window;
  self->repository = g_object_ref (cnscd_window_get_repository (window));
  show_folder (self);
  list_backups (self);
  return ADW_PREFERENCES_PAGE (self);
}

/**
 * cnscd_backup_preferences_choose:
 * @self: the page
 * @folder: a folder
 *
 * Has backups go into a folder from now on, once it is known that they can.
 */
void
cnscd_backup_preferences_choose (CnscdBackupPreferences *self, GFile *folder)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_BACKUP_PREFERENCES (self) && G_IS_FILE (folder));

  if (g_file_peek_path (folder) == NULL)
    {
      show_problem (self, _ ("The file must be on this computer. Choose another folder."));
      return;
    }

  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_source_tag (task, cnscd_backup_preferences_choose);
  g_task_set_task_data (task, g_object_ref (folder), g_object_unref);
  cnscd_repository_check_backup_folder_async (self->repository, folder, checked_cb, task);
}
