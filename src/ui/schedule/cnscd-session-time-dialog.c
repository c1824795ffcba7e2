/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-time-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-session-form.h"
#include "ui/common/cnscd-form.h"
#include "cnscd-session-actions.h"

/**
 * CnscdSessionTimeDialog:
 *
 * Asks when a session shall take place.
 */
struct _CnscdSessionTimeDialog
{
  CnscdFormDialog parent_instance;

  AdwPreferencesGroup *group;
  AdwEntryRow *day_row;
  AdwEntryRow *start_row;

  CnscdSession *session; /* that is moved */
  gboolean filled;
};

G_DEFINE_FINAL_TYPE (CnscdSessionTimeDialog, cnscd_session_time_dialog, CNSCD_TYPE_FORM_DIALOG)

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static gboolean
read_start (CnscdSessionTimeDialog *self, CnscdTime *starts_at)
{
  CnscdDate day;
  int minute = 0;

  if (cnscd_form_check_near_day (get_text (self->day_row), CNSCD_DATE_UNKNOWN, &day) !=
        CNSCD_FORM_PROBLEM_NONE ||
      cnscd_session_check_start (self->session, get_text (self->start_row)) !=
        CNSCD_FORM_PROBLEM_NONE ||
      !cnscd_clock_parse (get_text (self->start_row), &minute))
    return FALSE;

  *starts_at = cnscd_time_new (day, minute);
  return TRUE;
}

static gboolean
cnscd_session_time_dialog_check (CnscdFormDialog *form, gboolean changed)
{
  CnscdSessionTimeDialog *self = CNSCD_SESSION_TIME_DIALOG (form);
  CnscdDate day;
  CnscdFormProblem problem =
    cnscd_form_check_near_day (get_text (self->day_row), CNSCD_DATE_UNKNOWN, &day);
  CnscdFormProblem clock = cnscd_session_check_start (self->session, get_text (self->start_row));

  cnscd_form_show_day (self->day_row, C_ ("session", "Day"), problem);
  cnscd_form_show_problem (self->start_row, C_ ("session", "Begins"), clock);
  return problem == CNSCD_FORM_PROBLEM_NONE && clock == CNSCD_FORM_PROBLEM_NONE;
}

static gboolean
cnscd_session_time_dialog_is_changed (CnscdFormDialog *form)
{
  CnscdSessionTimeDialog *self = CNSCD_SESSION_TIME_DIALOG (form);
  CnscdTime starts_at;

  return !read_start (self, &starts_at) || starts_at != self->session->starts_at;
}

static void
changed_cb (CnscdSessionTimeDialog *self)
{
  if (self->filled)
    cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

/* A move may ask how far it reaches, so that it is the business of others. */
static void
cnscd_session_time_dialog_save (CnscdFormDialog *form)
{
  CnscdSessionTimeDialog *self = CNSCD_SESSION_TIME_DIALOG (form);
  CnscdWindow *window = cnscd_form_dialog_get_window (form);
  CnscdTime starts_at;

  if (read_start (self, &starts_at))
    cnscd_session_actions_move (window, self->session->record.id, starts_at);
}

static void
cnscd_session_time_dialog_dispose (GObject *object)
{
  CnscdSessionTimeDialog *self = CNSCD_SESSION_TIME_DIALOG (object);

  g_clear_pointer (&self->session, cnscd_record_unref);

  G_OBJECT_CLASS (cnscd_session_time_dialog_parent_class)->dispose (object);
}

static void
cnscd_session_time_dialog_class_init (CnscdSessionTimeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdFormDialogClass *form_class = CNSCD_FORM_DIALOG_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_session_time_dialog_dispose;
  form_class->check = cnscd_session_time_dialog_check;
  form_class->is_changed = cnscd_session_time_dialog_is_changed;
  form_class->save = cnscd_session_time_dialog_save;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/schedule/cnscd-session-time-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionTimeDialog, group);
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionTimeDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionTimeDialog, start_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
cnscd_session_time_dialog_init (CnscdSessionTimeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (CnscdSessionTimeDialog *self, CnscdTime starts_at)
{
  g_autofree char *day = cnscd_date_format (cnscd_time_get_day (starts_at));
  g_autofree char *start = cnscd_time_format_clock (starts_at);

  gtk_editable_set_text (GTK_EDITABLE (self->day_row), day);
  gtk_editable_set_text (GTK_EDITABLE (self->start_row), start);
  self->filled = TRUE;
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

/**
 * cnscd_session_time_dialog_new_move:
 * @window: where the session is moved
 * @session: a session
 *
 * Returns: (transfer floating): a form that moves a session
 */
AdwDialog *
cnscd_session_time_dialog_new_move (CnscdWindow *window, const CnscdSession *session)
{
  CnscdSessionTimeDialog *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && session != NULL, NULL);

  self = g_object_new (CNSCD_TYPE_SESSION_TIME_DIALOG, "title", C_ ("title", "Move Session"),
                       "save-label", _ ("_Move"), NULL);
  title = g_markup_escape_text (session->title, -1);
  adw_preferences_group_set_title (self->group, title);
  cnscd_form_wrap_title (self->group);
  self->session = cnscd_record_ref ((CnscdSession *) session);
  cnscd_form_dialog_set_window (CNSCD_FORM_DIALOG (self), window);
  fill (self, session->starts_at);
  return ADW_DIALOG (self);
}
