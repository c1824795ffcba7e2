/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-window.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-alert.h"
#include "ui/common/cnscd-page.h"
#include "ui/common/cnscd-words.h"
#include "model/cnscd-repository-backup.h"
#include "ui/documents/cnscd-restore-flow.h"
#include "ui/import/cnscd-import-drop.h"
#include "cnscd-backup-problem.h"
#include "cnscd-window-private.h"

/**
 * CnscdWindow:
 *
 * The program's window: a sidebar of pages, and what they are of.
 */
G_DEFINE_FINAL_TYPE (CnscdWindow, cnscd_window, ADW_TYPE_APPLICATION_WINDOW)

static void
update_place (CnscdWindow *self)
{
  const char *unit =
    cnscd_repository_get_unit_name (self->repository, cnscd_repository_get_unit (self->repository));
  g_autofree char *place = unit != NULL ? cnscd_words_capitalize (unit) : NULL;

  adw_window_title_set_subtitle (self->sidebar_title, place != NULL ? place : "");
}

static void
overview_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  CnscdOverview *overview;

  overview = cnscd_repository_load_overview_finish (CNSCD_REPOSITORY (source), result, &error);
  if (overview != NULL && CNSCD_REPOSITORY (source) != self->repository)
    {
      cnscd_overview_free (overview);
      return;
    }
  if (overview == NULL)
    {
      /* The check finds the damage, too, and tells it where there is something to do about it. */
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
          !g_error_matches (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED))
        cnscd_window_show_error (self, NULL, error);
      return;
    }

  g_clear_pointer (&self->overview, cnscd_overview_free);
  self->overview = overview;
  cnscd_window_update_actions (self);
  cnscd_pages_set_overview (self->pages, overview);
}

static void
retry_cb (CnscdWindow *self)
{
  cnscd_window_reopen (self);
}

static void
restore_cb (CnscdWindow *self)
{
  cnscd_restore_flow_start (self);
}

static void
choose_cb (CnscdWindow *self)
{
  cnscd_window_choose_database (self);
}

/* Also what went wrong after the last window was gone, where nobody saw it. */
static void
show_backup_problem (CnscdWindow *self)
{
  g_autofree char *title = NULL;

  title = cnscd_backup_problem_describe (
    self->settings, self->own_path != NULL ? self->own_path : self->path,
    cnscd_repository_get_missed_backup_folder (self->repository));
  if (title != NULL)
    cnscd_notices_set (self->notices, CNSCD_NOTICE_BACKUP, title, _ ("_Preferences"),
                       "win.show-preferences::backup");
  else
    cnscd_notices_clear (self->notices, CNSCD_NOTICE_BACKUP);
}

/* What was opened from the lists was of the commune before. */
static void
leave_other_unit (CnscdWindow *self)
{
  const char *tag = cnscd_window_get_visible_page (self);

  if (g_set_str (&self->unit, cnscd_repository_get_unit (self->repository)) && tag != NULL)
    adw_navigation_view_pop_to_tag (self->navigation, tag);
}

static void
load_overview (CnscdWindow *self)
{
  update_place (self);
  leave_other_unit (self);
  show_backup_problem (self);
  cnscd_repository_load_overview_async (self->repository, self->cancellable, overview_loaded_cb,
                                        self);
}

static void
sidebar_selected_cb (CnscdWindow *self, GtkListBoxRow *row)
{
  if (row != NULL && cnscd_repository_is_open (self->repository))
    cnscd_window_show_page (self, cnscd_pages_get_tag ((guint) gtk_list_box_row_get_index (row)));
}

static void
sidebar_activated_cb (CnscdWindow *self, GtkListBoxRow *row)
{
  if (!cnscd_repository_is_open (self->repository))
    return;

  /* Also when the row is the selected one, a team's page lies on top, or the sidebar hides it. */
  cnscd_window_show_page (self, cnscd_pages_get_tag ((guint) gtk_list_box_row_get_index (row)));
  cnscd_window_focus_page (self);
}

static void
visible_page_cb (CnscdWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  if (page != NULL)
    adw_navigation_page_set_title (self->content_page, adw_navigation_page_get_title (page));
  cnscd_window_dismiss_toast (self);
  cnscd_window_place_toasts (self);
  if (self->history != NULL)
    cnscd_window_update_actions (self);
}

static void
is_active_cb (CnscdWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)) && !cnscd_window_is_closed (self))
    cnscd_repository_look_for_changes (self->repository);
}

static gboolean
cnscd_window_close_request (GtkWindow *window)
{
  CnscdWindow *self = CNSCD_WINDOW (window);

  if (self->settings != NULL)
    {
      int width, height;
      const char *tag = cnscd_window_get_visible_page (self);

      gtk_window_get_default_size (window, &width, &height);
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
      g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
      if (tag != NULL)
        g_settings_set_string (self->settings, "page", tag);
    }

  if (GTK_WINDOW_CLASS (cnscd_window_parent_class)->close_request (window) ||
      cnscd_window_keeps_sample (self))
    return TRUE;

  /* Whoever is in the middle of something holds the window, so dispose comes too late. */
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->check, g_source_remove);
  cnscd_window_discard_sample (self);
  return FALSE;
}

static void
cnscd_window_dispose (GObject *object)
{
  CnscdWindow *self = CNSCD_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->toast);
  g_clear_weak_pointer (&self->toast_place);
  g_clear_handle_id (&self->stray_focus, g_source_remove);
  g_clear_weak_pointer (&self->page_focus);
  g_clear_handle_id (&self->patience, g_source_remove);
  g_clear_handle_id (&self->check, g_source_remove);
  cnscd_window_discard_sample (self);
  g_clear_object (&self->history);
  g_clear_object (&self->repository);
  g_clear_object (&self->settings);
  g_queue_clear_full (&self->wanted_files, g_object_unref);
  g_clear_weak_pointer (&self->wanted_question);
  g_clear_handle_id (&self->wanted_idle, g_source_remove);

  G_OBJECT_CLASS (cnscd_window_parent_class)->dispose (object);
}

static void
cnscd_window_finalize (GObject *object)
{
  CnscdWindow *self = CNSCD_WINDOW (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->notices);
  g_clear_pointer (&self->overview, cnscd_overview_free);
  cnscd_pages_free (self->pages);
  g_free (self->path);
  g_free (self->unit);

  G_OBJECT_CLASS (cnscd_window_parent_class)->finalize (object);
}

static void
cnscd_window_class_init (CnscdWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_window_dispose;
  object_class->finalize = cnscd_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = cnscd_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/thainguyen/CNSCD/ui/window/cnscd-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, CnscdWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CnscdWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, CnscdWindow, sidebar_title);
  gtk_widget_class_bind_template_child (widget_class, CnscdWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, CnscdWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, CnscdWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, CnscdWindow, opening);
  gtk_widget_class_bind_template_child (widget_class, CnscdWindow, problem_page);
  gtk_widget_class_bind_template_child (widget_class, CnscdWindow, problem_menu_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdWindow, problem_paths);
  gtk_widget_class_bind_template_child (widget_class, CnscdWindow, restore_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdWindow, retry_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdWindow, choose_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdWindow, choose_note);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);

  cnscd_window_install_actions (widget_class);
}

static void
cnscd_window_init (CnscdWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->notices = cnscd_notices_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  cnscd_import_drop_attach (self, self->toast_overlay);
  cnscd_window_watch_clicks (self);
  cnscd_window_watch_focus (self);
  cnscd_window_watch_dialogs (self);
  cnscd_window_watch_keys (self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb), NULL);

  self->pages = cnscd_pages_new (self->sidebar, self->navigation);
  g_signal_connect_object (self->navigation, "notify::visible-page", G_CALLBACK (visible_page_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * cnscd_window_new:
 * @application: the application
 * @repository: a repository that is not open yet
 * @path: (type filename): the database that the window opens
 * @settings: (nullable): where the window keeps its size
 *
 * Returns: (transfer none): a window that opens the database while it appears
 */
CnscdWindow *
cnscd_window_new (GtkApplication *application,
                  CnscdRepository *repository,
                  const char *path,
                  GSettings *settings)
{
  CnscdWindow *self = g_object_new (CNSCD_TYPE_WINDOW, "application", application, NULL);

  cnscd_window_set_database (self, repository, NULL, path);
  if (settings != NULL)
    {
      self->settings = g_object_ref (settings);
      gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                                   g_settings_get_int (settings, "window-height"));
      if (g_settings_get_boolean (settings, "window-maximized"))
        gtk_window_maximize (GTK_WINDOW (self));
      g_signal_connect_object (settings, "changed::backup-problems",
                               G_CALLBACK (show_backup_problem), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (settings, "changed::backup-folder", G_CALLBACK (show_backup_problem),
                               self, G_CONNECT_SWAPPED);
      show_backup_problem (self);
    }
  else
    gtk_window_set_default_size (GTK_WINDOW (self), 1100, 720);

  cnscd_window_update_actions (self);
  cnscd_window_open_database (self);
  return self;
}

/**
 * cnscd_window_get_repository:
 * @self: a window
 *
 * Returns: (transfer none): its repository
 */
CnscdRepository *
cnscd_window_get_repository (CnscdWindow *self)
{
  g_return_val_if_fail (CNSCD_IS_WINDOW (self), NULL);

  return self->repository;
}

/**
 * cnscd_window_get_history:
 * @self: a window
 *
 * Returns: (transfer none): what was done in it; see also cnscd_window_apply_async()
 */
CnscdHistory *
cnscd_window_get_history (CnscdWindow *self)
{
  g_return_val_if_fail (CNSCD_IS_WINDOW (self), NULL);

  return self->history;
}

/**
 * cnscd_window_get_path:
 * @self: a window
 *
 * Returns: (transfer none) (type filename): the database that it opens
 */
const char *
cnscd_window_get_path (CnscdWindow *self)
{
  g_return_val_if_fail (CNSCD_IS_WINDOW (self), NULL);

  return self->path;
}

/**
 * cnscd_window_get_settings:
 * @self: a window
 *
 * Returns: (nullable) (transfer none): where the program keeps its settings
 */
GSettings *
cnscd_window_get_settings (CnscdWindow *self)
{
  g_return_val_if_fail (CNSCD_IS_WINDOW (self), NULL);

  return self->settings;
}

/**
 * cnscd_window_get_notices:
 * @self: a window
 *
 * Returns: (transfer none): what its pages show in a banner
 */
CnscdNotices *
cnscd_window_get_notices (CnscdWindow *self)
{
  g_return_val_if_fail (CNSCD_IS_WINDOW (self), NULL);

  return self->notices;
}

/**
 * cnscd_window_get_cancellable:
 * @self: a window
 *
 * Returns: (transfer none): cancelled when the window closes
 */
GCancellable *
cnscd_window_get_cancellable (CnscdWindow *self)
{
  g_return_val_if_fail (CNSCD_IS_WINDOW (self), NULL);

  return self->cancellable;
}

/**
 * cnscd_window_is_closed:
 * @self: a window
 *
 * Returns: whether it is closed, so that nobody sees what it shows
 */
gboolean
cnscd_window_is_closed (CnscdWindow *self)
{
  g_return_val_if_fail (CNSCD_IS_WINDOW (self), TRUE);

  return g_cancellable_is_cancelled (self->cancellable);
}

/**
 * cnscd_window_leave:
 * @self: a window
 *
 * Closes it with all of its dialogs, for who quits means all of it, where
 * closing a window closes its topmost dialog only. A dialog that asks first, for
 * something would be lost, keeps the window until the answer.
 */
void
cnscd_window_leave (CnscdWindow *self)
{
  AdwDialog *dialog;

  g_return_if_fail (CNSCD_IS_WINDOW (self));

  do
    dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));
  while (dialog != NULL && adw_dialog_get_can_close (dialog) && adw_dialog_close (dialog));
  gtk_window_close (GTK_WINDOW (self));
}

/*< private >
 * cnscd_window_is_closing:
 *
 * Returns: whether it is being asked to close just now
 */
gboolean
cnscd_window_is_closing (CnscdWindow *self)
{
  const GSignalInvocationHint *hint = g_signal_get_invocation_hint (self);

  return hint != NULL && hint->signal_id == g_signal_lookup ("close-request", GTK_TYPE_WINDOW);
}

/**
 * cnscd_window_show_error:
 * @self: a window
 * @heading: (nullable): what could not be done
 * @error: why
 *
 * Shows an error in a dialog: a toast would cut it off, and be gone before it is read.
 */
void
cnscd_window_show_error (CnscdWindow *self, const char *heading, const GError *error)
{
  g_return_if_fail (CNSCD_IS_WINDOW (self));

  if (cnscd_window_is_closed (self) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  cnscd_alert_show_problem (GTK_WIDGET (self), heading, error->message);
}

/**
 * cnscd_window_show_page:
 * @self: a window whose database is open
 * @tag: name of a page
 *
 * Shows a page, and builds it when it is the first time.
 */
void
cnscd_window_show_page (CnscdWindow *self, const char *tag)
{
  g_return_if_fail (CNSCD_IS_WINDOW (self));

  cnscd_pages_show (self->pages, tag, self->repository, self->overview);
}

/**
 * cnscd_window_get_visible_page:
 * @self: a window
 *
 * Returns: (nullable) (transfer none): name of the page that is shown, or that the one shown was
 *   opened from
 */
const char *
cnscd_window_get_visible_page (CnscdWindow *self)
{
  g_return_val_if_fail (CNSCD_IS_WINDOW (self), NULL);

  return cnscd_pages_get_shown (self->pages);
}

/*< private >
 * cnscd_window_focus_page:
 *
 * For who chose the page, by keyboard or not: what comes next is something on it.
 */
void
cnscd_window_focus_page (CnscdWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  if (CNSCD_IS_PAGE (page))
    cnscd_page_focus (CNSCD_PAGE (page));
}

/*< private >
 * cnscd_window_drop_pages:
 *
 * Back to how the window was before anything was opened.
 */
void
cnscd_window_drop_pages (CnscdWindow *self)
{
  static const char *const opening[] = { "opening" };

  adw_navigation_view_replace_with_tags (self->navigation, opening, G_N_ELEMENTS (opening));
  cnscd_pages_drop (self->pages);
  g_clear_pointer (&self->overview, cnscd_overview_free);
  cnscd_window_update_actions (self);
}

/*< private >
 * cnscd_window_set_database:
 *
 * Has the window show another database from now on, or the same one anew, once
 * it is open. @history (nullable) is what was done in it, nothing by default.
 */
void
cnscd_window_set_database (CnscdWindow *self,
                           CnscdRepository *repository,
                           CnscdHistory *history,
                           const char *path)
{
  g_autoptr (CnscdHistory) fresh = history == NULL ? cnscd_history_new (repository) : NULL;

  if (self->repository != NULL)
    {
      cnscd_window_drop_pages (self);
      g_clear_handle_id (&self->check, g_source_remove);
      g_signal_handlers_disconnect_by_func (self->repository, load_overview, self);
      g_signal_handlers_disconnect_by_func (self->history, cnscd_window_update_actions, self);
    }

  g_set_object (&self->repository, repository);
  if (history == NULL)
    history = fresh;
  g_set_object (&self->history, history);
  g_set_str (&self->path, path);
  g_signal_connect_object (self->history, "notify", G_CALLBACK (cnscd_window_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->repository, "changed", G_CALLBACK (load_overview), self,
                           G_CONNECT_SWAPPED);
}

/*< private >
 * cnscd_window_enter:
 *
 * Shows the pages of the database, which is open.
 */
void
cnscd_window_enter (CnscdWindow *self)
{
  g_autofree char *tag =
    self->settings != NULL ? g_settings_get_string (self->settings, "page") : NULL;

  gtk_stack_set_visible_child_name (self->stack, "content");
  cnscd_window_show_page (self, cnscd_pages_have (tag) ? tag : cnscd_pages_get_tag (0));
  cnscd_window_update_actions (self);
  load_overview (self);
}
