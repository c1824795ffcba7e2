/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-alert.h"
#include "ui/documents/cnscd-import-flow.h"

/*
 * A spreadsheet that is opened from outside: by the file manager, or in a
 * terminal. It is imported when the database is open and no dialog lies on the
 * window, for somebody is in the middle of that.
 */

static gboolean
has_dialog (CnscdWindow *self)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdWindow) self = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  /* Another one may be asked about by now. */
  if (self->wanted_question != ADW_DIALOG (source))
    return;
  g_clear_weak_pointer (&self->wanted_question);
  if (g_str_equal (response, "skip"))
    g_queue_clear_full (&self->wanted_files, g_object_unref);
}

/* "“a.xlsx”, “b.xlsx”" */
static char *
join_names (GQueue *files)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (GList *link = files->head; link != NULL; link = link->next)
    {
      g_autofree char *basename = g_file_get_basename (link->data);
      g_autofree char *name = g_filename_display_name (basename != NULL ? basename : "");

      g_string_append_printf (names, "%s“%s”", names->len > 0 ? ", " : "", name);
    }
  return g_string_free_and_steal (g_steal_pointer (&names));
}

static void
ask (CnscdWindow *self)
{
  g_autofree char *names = join_names (&self->wanted_files);
  AdwDialog *previous = self->wanted_question;
  AdwAlertDialog *question =
    ADW_ALERT_DIALOG (adw_alert_dialog_new (_ ("Open the File Later?"), NULL));

  g_clear_weak_pointer (&self->wanted_question);
  if (previous != NULL)
    adw_dialog_force_close (previous);

  adw_alert_dialog_format_body (
    question,
    self->wanted_files.length > 1
      /* Translators: the names of files: “a.xlsx”, “b.xlsx” */
      ? _ (
          "First finish or close what is open in this window. The files are opened after that, one "
          "by one: %s.")
      /* Translators: the name of a file, in quotation marks */
      : _ ("First finish or close what is open in this window. %s is opened right after that."),
    names);
  adw_alert_dialog_add_responses (question, "skip", _ ("_Do Not Open"), "later", _ ("Open _Later"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (question, "later", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (question, "later");
  adw_alert_dialog_set_close_response (question, "later");
  cnscd_alert_wrap_heading (question);
  g_set_weak_pointer (&self->wanted_question, ADW_DIALOG (question));
  adw_alert_dialog_choose (question, GTK_WIDGET (self), NULL, answered_cb, g_object_ref (self));
}

static gboolean
free_cb (gpointer data)
{
  CnscdWindow *self = data;

  self->wanted_idle = 0;
  if (!g_queue_is_empty (&self->wanted_files) && !cnscd_window_is_closed (self) &&
      !has_dialog (self) && cnscd_repository_is_open (self->repository))
    cnscd_window_import_wanted_file (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: what closes a dialog may present the next one, or the window may be closing. */
static void
visible_dialog_cb (CnscdWindow *self)
{
  if (!g_queue_is_empty (&self->wanted_files) && self->wanted_idle == 0 && !has_dialog (self))
    self->wanted_idle = g_idle_add (free_cb, self);
}

static int
compare_files (gconstpointer file, gconstpointer other)
{
  return g_file_equal (G_FILE (file), G_FILE (other)) ? 0 : 1;
}

/*< private >
 * cnscd_window_watch_dialogs:
 *
 * Has a file that waits for a dialog imported when that is closed.
 */
void
cnscd_window_watch_dialogs (CnscdWindow *self)
{
  g_signal_connect (self, "notify::visible-dialog", G_CALLBACK (visible_dialog_cb), NULL);
}

/*< private >
 * cnscd_window_import_wanted_file:
 *
 * Says what importing the first of the files that are to be opened would do, if there is one,
 * or asks whether that shall be done later. The others wait for it. The database is open.
 */
void
cnscd_window_import_wanted_file (CnscdWindow *self)
{
  if (g_queue_is_empty (&self->wanted_files))
    return;

  if (has_dialog (self))
    ask (self);
  else
    {
      g_autoptr (GFile) file = g_queue_pop_head (&self->wanted_files);

      cnscd_import_flow_start_with_file (self, file);
    }
}

/**
 * cnscd_window_import_files:
 * @self: a window
 * @files: (array length=n_files): spreadsheets
 * @n_files: how many
 *
 * Says what importing each of @files would do, one after the other, as soon as the database is
 * open. Where a dialog is open, it is asked whether that shall be done when it is closed.
 */
void
cnscd_window_import_files (CnscdWindow *self, GFile **files, guint n_files)
{
  g_return_if_fail (CNSCD_IS_WINDOW (self));

  for (guint i = 0; i < n_files; i++)
    {
      if (g_queue_find_custom (&self->wanted_files, files[i], compare_files) == NULL)
        g_queue_push_tail (&self->wanted_files, g_object_ref (files[i]));
    }
  if (cnscd_repository_is_open (self->repository))
    cnscd_window_import_wanted_file (self);
}

/**
 * cnscd_window_import_file:
 * @self: a window
 * @file: a spreadsheet
 *
 * Does what cnscd_window_import_files() does with one file.
 */
void
cnscd_window_import_file (CnscdWindow *self, GFile *file)
{
  g_return_if_fail (CNSCD_IS_WINDOW (self) && G_IS_FILE (file));

  cnscd_window_import_files (self, &file, 1);
}
