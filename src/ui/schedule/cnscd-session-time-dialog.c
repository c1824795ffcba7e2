/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-time-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-form-problem.h"
#include "core/cnscd-session.h"
#include "ui/common/cnscd-form.h"
#include "ui/window/cnscd-window-edit.h"
#include "cnscd-session-actions.h"

/* How long a session is planned for. */
#define USUAL_MINUTES 120

/**
 * CnscdSessionTimeDialog:
 *
 * Asks when a session takes place: one that is moved, or a new one.
 */
struct _CnscdSessionTimeDialog
{
  CnscdFormDialog parent_instance;

  AdwPreferencesGroup *group;
  AdwEntryRow *title_row; /* of a new one */
  AdwEntryRow *day_row;
  AdwEntryRow *start_row;
  AdwEntryRow *end_row; /* of a new one */

  CnscdSession *session; /* (nullable): that is moved */
  char *unit;            /* (nullable): of a new one */
  CnscdTime starts_at;   /* as the form came up */
  gboolean filled;
};

G_DEFINE_FINAL_TYPE (CnscdSessionTimeDialog, cnscd_session_time_dialog, CNSCD_TYPE_FORM_DIALOG)

static const char *
get_text (AdwEntryRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static gboolean
check_clock (AdwEntryRow *row, const char *title, int *minute)
{
  gboolean valid = cnscd_clock_parse (get_text (row), minute);

  cnscd_form_show_problem (row, title,
                           valid ? CNSCD_FORM_PROBLEM_NONE : CNSCD_FORM_PROBLEM_NOT_A_TIME);
  return valid;
}

static gboolean
read_start (CnscdSessionTimeDialog *self, CnscdTime *starts_at)
{
  CnscdDate day;
  int minute = 0;

  if (cnscd_form_check_day (get_text (self->day_row), CNSCD_DATE_UNKNOWN, &day) !=
        CNSCD_FORM_PROBLEM_NONE ||
      !cnscd_date_is_full (day) || !cnscd_clock_parse (get_text (self->start_row), &minute))
    return FALSE;

  *starts_at = cnscd_time_new (day, minute);
  return TRUE;
}

static gboolean
check_title (CnscdSessionTimeDialog *self)
{
  gboolean blank = cnscd_form_is_blank (get_text (self->title_row));

  if (self->session != NULL)
    return TRUE;

  cnscd_form_show_problem (self->title_row, C_ ("session", "Title"),
                           blank ? CNSCD_FORM_PROBLEM_MISSING : CNSCD_FORM_PROBLEM_NONE);
  return !blank;
}

static gboolean
check_end (CnscdSessionTimeDialog *self, gboolean start_is_valid, int start)
{
  int end = 0;

  if (self->session != NULL)
    return TRUE;
  if (!check_clock (self->end_row, C_ ("session", "Ends"), &end))
    return FALSE;
  if (!start_is_valid || end > start)
    return TRUE;

  cnscd_form_show_problem (self->end_row, C_ ("session", "Ends"), CNSCD_FORM_PROBLEM_BEFORE_START);
  return FALSE;
}

static gboolean
cnscd_session_time_dialog_check (CnscdFormDialog *form, gboolean changed)
{
  CnscdSessionTimeDialog *self = CNSCD_SESSION_TIME_DIALOG (form);
  CnscdDate day;
  int start = 0;
  CnscdFormProblem problem =
    cnscd_form_check_day (get_text (self->day_row), CNSCD_DATE_UNKNOWN, &day);
  gboolean title = check_title (self);
  gboolean clock = check_clock (self->start_row, C_ ("session", "Begins"), &start);
  gboolean end = check_end (self, clock, start);

  cnscd_form_show_day (self->day_row, C_ ("session", "Day"), problem);
  return problem == CNSCD_FORM_PROBLEM_NONE && title && clock && end;
}

static gboolean
cnscd_session_time_dialog_is_changed (CnscdFormDialog *form)
{
  CnscdSessionTimeDialog *self = CNSCD_SESSION_TIME_DIALOG (form);
  CnscdTime starts_at;

  return !read_start (self, &starts_at) || starts_at != self->starts_at ||
         (self->session == NULL && *get_text (self->title_row) != '\0');
}

static void
changed_cb (CnscdSessionTimeDialog *self)
{
  if (self->filled)
    cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!cnscd_window_apply_finish (CNSCD_WINDOW (source), result, &error))
    cnscd_window_show_error (CNSCD_WINDOW (source), _ ("Session Not Planned"), error);
}

static void
add (CnscdSessionTimeDialog *self, CnscdWindow *window, CnscdTime starts_at)
{
  g_autoptr (CnscdSession) session = cnscd_record_new (&CNSCD_KIND_SESSION, self->unit);
  g_autoptr (CnscdSessionRecords) records = NULL;
  g_autofree char *title = g_strstrip (g_strdup (get_text (self->title_row)));
  /* Translators: title of a session */
  g_autofree char *label = g_strdup_printf (_ ("“%s” planned"), title);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new (label);
  int end = 0;

  cnscd_record_set (session, title, title);
  cnscd_clock_parse (get_text (self->end_row), &end);
  session->starts_at = starts_at;
  session->ends_at = cnscd_time_new (cnscd_time_get_day (starts_at), end);
  session->state = CNSCD_SESSION_STATE_PLANNED;
  records = cnscd_session_records_new (session);
  cnscd_session_add (set, records);
  cnscd_window_apply_async (window, set, added_cb, NULL);
}

/* A move may ask how far it reaches, so that it is the business of others. */
static void
cnscd_session_time_dialog_save (CnscdFormDialog *form)
{
  CnscdSessionTimeDialog *self = CNSCD_SESSION_TIME_DIALOG (form);
  CnscdWindow *window = cnscd_form_dialog_get_window (form);
  CnscdTime starts_at;

  if (!read_start (self, &starts_at))
    return;

  if (self->session != NULL)
    cnscd_session_actions_move (window, self->session->record.id, starts_at);
  else
    add (self, window, starts_at);
}

static void
cnscd_session_time_dialog_dispose (GObject *object)
{
  CnscdSessionTimeDialog *self = CNSCD_SESSION_TIME_DIALOG (object);

  g_clear_pointer (&self->session, cnscd_record_unref);
  g_clear_pointer (&self->unit, g_free);

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
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionTimeDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionTimeDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionTimeDialog, start_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdSessionTimeDialog, end_row);
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
  g_autofree char *end = cnscd_time_format_clock (starts_at + USUAL_MINUTES);

  self->starts_at = starts_at;
  gtk_editable_set_text (GTK_EDITABLE (self->day_row), day);
  gtk_editable_set_text (GTK_EDITABLE (self->start_row), start);
  gtk_editable_set_text (GTK_EDITABLE (self->end_row), end);
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
  self->session = cnscd_record_ref ((CnscdSession *) session);
  cnscd_form_dialog_set_window (CNSCD_FORM_DIALOG (self), window);
  fill (self, session->starts_at);
  return ADW_DIALOG (self);
}

/**
 * cnscd_session_time_dialog_new_add:
 * @window: where the session is planned
 * @unit: code of the commune
 * @starts_at: when it may begin
 *
 * Returns: (transfer floating): a form that plans a session
 */
AdwDialog *
cnscd_session_time_dialog_new_add (CnscdWindow *window, const char *unit, CnscdTime starts_at)
{
  CnscdSessionTimeDialog *self;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window) && unit != NULL, NULL);

  self = g_object_new (CNSCD_TYPE_SESSION_TIME_DIALOG, "title", C_ ("title", "New Session"),
                       "save-label", _ ("_Plan"), NULL);
  self->unit = g_strdup (unit);
  gtk_widget_set_visible (GTK_WIDGET (self->title_row), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->end_row), TRUE);
  cnscd_form_dialog_set_window (CNSCD_FORM_DIALOG (self), window);
  fill (self, starts_at);
  return ADW_DIALOG (self);
}
