/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-window-private.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-office.h"
#include "model/cnscd-sample.h"
#include "ui/common/cnscd-alert.h"
#include "ui/common/cnscd-problem-words.h"
#include "ui/welcome/cnscd-welcome.h"

/* How the window comes to a database: opens it, tells why it cannot, and shows the first steps
 * where there is nothing in it yet. */

#define PATIENCE_MS 300

/* The first page's rows come first. */
#define CHECK_DELAY_MS 250

static const char *
get_problem_title (const GError *error)
{
  if (g_error_matches (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NEWER))
    return _ ("A Newer Version Is Needed");
  if (g_error_matches (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FOREIGN))
    return _ ("Not a Database of This Program");
  if (g_error_matches (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED))
    return _ ("The Database Is Damaged");
  if (g_error_matches (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_BUSY))
    return _ ("The Database Is in Use");
  return _ ("The Database Cannot Be Opened");
}

/* The button that most likely helps stands first, and is the only blue one. */
static void
suggest_button (CnscdWindow *self, GtkWidget *suggested)
{
  GtkWidget *buttons[] = { self->restore_button, self->choose_button, self->retry_button };
  GtkBox *box = GTK_BOX (gtk_widget_get_parent (suggested));

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    if (buttons[i] == suggested)
      gtk_widget_add_css_class (buttons[i], "suggested-action");
    else
      gtk_widget_remove_css_class (buttons[i], "suggested-action");
  gtk_box_reorder_child_after (box, self->retry_button,
                               suggested == self->choose_button ? self->choose_note
                                                                : self->restore_button);
  if (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL)
    gtk_widget_grab_focus (suggested);
}

static void
show_problem (CnscdWindow *self, const GError *error)
{
  g_autofree char *paths = NULL;
  g_autofree char *text = cnscd_problem_words_split (error->message, &paths);
  g_autofree char *message = g_markup_escape_text (text, -1);
  gboolean damaged = g_error_matches (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED);
  gboolean busy = g_error_matches (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_BUSY);

  adw_status_page_set_title (self->problem_page, get_problem_title (error));
  adw_status_page_set_description (self->problem_page, message);
  if (adw_clamp_get_child (self->problem_paths) == NULL)
    adw_clamp_set_child (self->problem_paths, cnscd_problem_words_create_paths ());
  gtk_label_set_text (GTK_LABEL (adw_clamp_get_child (self->problem_paths)),
                      paths != NULL ? paths : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_paths), paths != NULL);
  gtk_widget_set_visible (self->restore_button, damaged);
  gtk_widget_set_visible (self->choose_button, self->sample == NULL);
  gtk_widget_set_visible (self->choose_note, self->sample == NULL);
  /* What the file is does not change by looking again. */
  gtk_widget_set_visible (self->retry_button,
                          !g_error_matches (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FOREIGN) &&
                            !g_error_matches (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NEWER));
  gtk_stack_set_visible_child_name (self->stack, "problem");
  suggest_button (self, damaged                        ? self->restore_button
                        : busy || self->sample != NULL ? self->retry_button
                                                       : self->choose_button);
  /* What they say is over, or the same. */
  adw_toast_overlay_dismiss_all (self->toast_overlay);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdWindow *self = user_data;
  g_autoptr (GError) error = NULL;

  if (cnscd_repository_check_finish (CNSCD_REPOSITORY (source), result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      CNSCD_REPOSITORY (source) != self->repository)
    return;

  cnscd_window_drop_pages (self);
  show_problem (self, error);
}

static gboolean
check_cb (gpointer data)
{
  CnscdWindow *self = data;

  self->check = 0;
  cnscd_sample_remove_stale (self->repository);
  cnscd_repository_check_async (self->repository, self->cancellable, checked_cb, self);
  return G_SOURCE_REMOVE;
}

static void
begun_cb (CnscdWindow *self, gboolean importing)
{
  cnscd_window_enter (self);
  if (importing)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.import", NULL);
}

static void
sample_cb (CnscdWindow *self, const char *unit)
{
  cnscd_window_open_sample (self, unit);
}

static void
failed_cb (CnscdWindow *self, const char *message)
{
  cnscd_alert_show_problem (GTK_WIDGET (self), NULL, message);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdWindow *self = user_data;
  CnscdRepository *repository = CNSCD_REPOSITORY (source);
  g_autoptr (GError) error = NULL;
  gboolean open = cnscd_repository_open_finish (repository, result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || repository != self->repository)
    return;

  g_clear_handle_id (&self->patience, g_source_remove);
  if (!open)
    {
      show_problem (self, error);
      return;
    }

  cnscd_window_schedule_check (self);
  if (cnscd_repository_is_new (repository))
    cnscd_window_show_welcome (self);
  else
    cnscd_window_enter (self);
  cnscd_window_import_wanted_file (self);
}

static gboolean
patience_cb (gpointer data)
{
  CnscdWindow *self = data;

  self->patience = 0;
  gtk_stack_set_visible_child_name (self->opening, "loading");
  return G_SOURCE_REMOVE;
}

/**
 * cnscd_window_skip_welcome:
 * @self: a window
 *
 * Leaves the first steps, where they are shown: there is something in the
 * database now.
 */
void
cnscd_window_skip_welcome (CnscdWindow *self)
{
  g_return_if_fail (CNSCD_IS_WINDOW (self));

  if (self->welcome != NULL &&
      gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->welcome))
    cnscd_window_enter (self);
}

/*< private >
 * cnscd_window_open_database:
 *
 * Opens the database, with a spinner if that takes a while.
 */
void
cnscd_window_open_database (CnscdWindow *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  self->patience = g_timeout_add (PATIENCE_MS, patience_cb, self);
  cnscd_repository_open_async (self->repository, self->path, self->cancellable, opened_cb, self);
}

/*< private >
 * cnscd_window_schedule_check:
 *
 * Has the database checked for damage, and old samples removed, when the
 * screen is up.
 */
void
cnscd_window_schedule_check (CnscdWindow *self)
{
  g_clear_handle_id (&self->check, g_source_remove);
  self->check = g_timeout_add_full (G_PRIORITY_LOW, CHECK_DELAY_MS, check_cb, self, NULL);
}

/*< private >
 * cnscd_window_show_welcome:
 *
 * Shows the first steps; those already taken are still there.
 */
void
cnscd_window_show_welcome (CnscdWindow *self)
{
  if (self->welcome == NULL)
    {
      self->welcome = cnscd_welcome_new (
        self->repository, gtk_menu_button_get_menu_model (self->problem_menu_button));
      g_signal_connect_object (self->welcome, "begun", G_CALLBACK (begun_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->welcome, "sample", G_CALLBACK (sample_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->welcome, "failed", G_CALLBACK (failed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->welcome), "welcome");
    }

  gtk_stack_set_visible_child_name (self->stack, "welcome");
  cnscd_window_update_actions (self);
}

/**
 * cnscd_window_reopen:
 * @self: a window
 *
 * Opens its database once more: one that could not be opened, or is another
 * than before.
 */
void
cnscd_window_reopen (CnscdWindow *self)
{
  g_return_if_fail (CNSCD_IS_WINDOW (self));

  cnscd_window_set_database (self, self->repository, NULL, self->path);
  gtk_stack_set_visible_child_name (self->stack, "content");
  cnscd_window_open_database (self);
}

/**
 * cnscd_window_open_file:
 * @self: a window that shows no database
 * @file: another one
 *
 * Shows @file instead of the database that could not be opened.
 */
void
cnscd_window_open_file (CnscdWindow *self, GFile *file)
{
  const char *path = g_file_peek_path (file);

  g_return_if_fail (CNSCD_IS_WINDOW (self));

  if (path == NULL)
    {
      g_autoptr (GError) error =
        g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                             _ ("The file must be on this computer. Choose another folder."));

      cnscd_window_show_error (self, _ ("The Database Cannot Be Opened"), error);
      return;
    }

  g_set_str (&self->path, path);
  cnscd_window_reopen (self);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (cnscd_window_is_closed (self))
    return;
  if (file != NULL)
    cnscd_window_open_file (self, file);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
           !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    cnscd_window_show_error (self, _ ("The Database Cannot Be Opened"), error);
}

/*< private >
 * cnscd_window_choose_database:
 *
 * Lets the person choose another file than the one that cannot be opened.
 */
void
cnscd_window_choose_database (CnscdWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *folder_path = g_path_get_dirname (self->path);
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);

  gtk_file_filter_set_name (filter, _ ("Databases"));
  gtk_file_filter_add_suffix (filter, "db");
  g_list_store_append (filters, filter);

  gtk_file_dialog_set_title (dialog, _ ("Open Another Database"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_initial_folder (dialog, folder);
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), self->cancellable, chosen_cb,
                        g_object_ref (self));
}

/**
 * cnscd_window_suspend:
 * @self: a window
 *
 * Shows nothing of its database, which is about to be replaced, until
 * cnscd_window_reopen().
 */
void
cnscd_window_suspend (CnscdWindow *self)
{
  g_return_if_fail (CNSCD_IS_WINDOW (self));

  cnscd_window_drop_pages (self);
  g_clear_handle_id (&self->check, g_source_remove);
}
