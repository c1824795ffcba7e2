/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-neglected-dialog.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-overdue.h"
#include "ui/common/cnscd-words.h"
#include "cnscd-session-actions.h"

/**
 * CnscdNeglectedDialog:
 *
 * Hamlets and audiences of a commune without a session lately. Activating one
 * plans a session there.
 */
struct _CnscdNeglectedDialog
{
  AdwDialog parent_instance;

  GtkStack *stack;
  AdwPreferencesGroup *hamlets_group;
  AdwPreferencesGroup *audiences_group;
  AdwStatusPage *problem_page;
  GPtrArray *hamlet_rows;   /* (element-type GtkWidget) */
  GPtrArray *audience_rows; /* (element-type GtkWidget) */

  CnscdWindow *window;
  CnscdRepository *repository;
  GCancellable *cancellable;
  char *unit;
  CnscdNeglectedLists *lists; /* (nullable): until they are read */
};

G_DEFINE_FINAL_TYPE (CnscdNeglectedDialog, cnscd_neglected_dialog, ADW_TYPE_DIALOG)

static void
plan_cb (CnscdNeglectedDialog *self, GtkWidget *row)
{
  const CnscdNeglected *neglected;
  guint i;

  if (g_ptr_array_find (self->hamlet_rows, row, &i))
    {
      neglected = self->lists->hamlets->pdata[i];
      cnscd_session_actions_add_for (self->window, self->unit, neglected->id, NULL);
    }
  else if (g_ptr_array_find (self->audience_rows, row, &i))
    {
      neglected = self->lists->audiences->pdata[i];
      cnscd_session_actions_add_for (self->window, self->unit, NULL, neglected->id);
    }
}

static void
add_row (CnscdNeglectedDialog *self,
         AdwPreferencesGroup *group,
         GPtrArray *rows,
         const CnscdNeglected *neglected)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("list-add-symbolic");
  g_autofree char *name = neglected->hamlet_kind != 0
                            ? cnscd_words_for_place (neglected->hamlet_kind, neglected->name)
                            : g_strdup (neglected->name);
  g_autofree char *capitalized = cnscd_words_capitalize (name);
  g_autofree char *title = g_markup_escape_text (capitalized, -1);
  g_autofree char *last = NULL;

  if (cnscd_time_is_valid (neglected->last))
    {
      g_autofree char *day = cnscd_date_format (cnscd_time_get_day (neglected->last));

      /* Translators: %s is a day */
      last = g_strdup_printf (_ ("Last session on %s"), day);
    }
  else
    last = g_strdup (_ ("No session yet"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), last);
  gtk_widget_set_tooltip_text (row, _ ("Plan a session"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (plan_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
}

static void
show_group (CnscdNeglectedDialog *self,
            AdwPreferencesGroup *group,
            GPtrArray *rows,
            GPtrArray *neglected)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
  for (guint i = 0; i < neglected->len; i++)
    add_row (self, group, rows, neglected->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (group), neglected->len > 0);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdNeglectedDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  CnscdNeglectedLists *lists =
    cnscd_repository_list_neglected_finish (CNSCD_REPOSITORY (source), result, &error);

  if (lists == NULL)
    {
      g_autofree char *message = NULL;

      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;

      message = g_markup_escape_text (error->message, -1);
      adw_status_page_set_description (self->problem_page, message);
      gtk_stack_set_visible_child_name (self->stack, "problem");
      return;
    }

  g_clear_pointer (&self->lists, cnscd_neglected_lists_free);
  self->lists = lists;
  show_group (self, self->hamlets_group, self->hamlet_rows, lists->hamlets);
  show_group (self, self->audiences_group, self->audience_rows, lists->audiences);
  gtk_stack_set_visible_child_name (
    self->stack, lists->hamlets->len + lists->audiences->len > 0 ? "lists" : "empty");
}

static void
load (CnscdNeglectedDialog *self)
{
  cnscd_repository_list_neglected_async (self->repository, self->unit, self->cancellable, listed_cb,
                                         g_object_ref (self));
}

static void
cnscd_neglected_dialog_closed (AdwDialog *dialog)
{
  g_cancellable_cancel (CNSCD_NEGLECTED_DIALOG (dialog)->cancellable);
}

static void
cnscd_neglected_dialog_dispose (GObject *object)
{
  CnscdNeglectedDialog *self = CNSCD_NEGLECTED_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->repository);
  g_clear_object (&self->window);

  G_OBJECT_CLASS (cnscd_neglected_dialog_parent_class)->dispose (object);
}

static void
cnscd_neglected_dialog_finalize (GObject *object)
{
  CnscdNeglectedDialog *self = CNSCD_NEGLECTED_DIALOG (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->hamlet_rows);
  g_ptr_array_unref (self->audience_rows);
  g_clear_pointer (&self->lists, cnscd_neglected_lists_free);
  g_free (self->unit);

  G_OBJECT_CLASS (cnscd_neglected_dialog_parent_class)->finalize (object);
}

static void
cnscd_neglected_dialog_class_init (CnscdNeglectedDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_neglected_dialog_dispose;
  object_class->finalize = cnscd_neglected_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = cnscd_neglected_dialog_closed;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/schedule/cnscd-neglected-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdNeglectedDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CnscdNeglectedDialog, hamlets_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdNeglectedDialog, audiences_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdNeglectedDialog, problem_page);
  gtk_widget_class_bind_template_callback (widget_class, load);
}

static void
cnscd_neglected_dialog_init (CnscdNeglectedDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->hamlet_rows = g_ptr_array_new ();
  self->audience_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_neglected_dialog_new:
 * @window: where it is shown
 * @unit: code of a commune
 *
 * Returns: (transfer floating): a dialog with whom nobody has taught lately
 */
AdwDialog *
cnscd_neglected_dialog_new (CnscdWindow *window, const char *unit)
{
  CnscdNeglectedDialog *self;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && unit != NULL, NULL);

  self = g_object_new (CNSCD_TYPE_NEGLECTED_DIALOG, NULL);
  self->window = g_object_ref (window);
  self->repository = g_object_ref (cnscd_window_get_repository (window));
  self->unit = g_strdup (unit);
  g_signal_connect_object (self->repository, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  load (self);
  return ADW_DIALOG (self);
}
