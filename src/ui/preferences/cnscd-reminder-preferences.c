/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-reminder-preferences.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-form-problem.h"
#include "core/cnscd-time.h"
#include "desktop/cnscd-background.h"
#include "ui/common/cnscd-alert.h"
#include "ui/common/cnscd-form.h"

/**
 * CnscdReminderPreferences:
 *
 * When somebody is reminded of sessions, on this computer.
 */
struct _CnscdReminderPreferences
{
  AdwPreferencesPage parent_instance;

  AdwSwitchRow *evening_row;
  AdwEntryRow *evening_minute_row;
  AdwSwitchRow *ahead_row;
  AdwSpinRow *ahead_minutes_row;
  AdwSwitchRow *background_row;

  GSettings *settings; /* (nullable) */
  gboolean showing;    /* what changes meanwhile is nobody's doing */
};

G_DEFINE_FINAL_TYPE (CnscdReminderPreferences,
                     cnscd_reminder_preferences,
                     ADW_TYPE_PREFERENCES_PAGE)

static CnscdFormProblem
check_evening (CnscdReminderPreferences *self, int *minute)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->evening_minute_row));

  if (cnscd_form_is_blank (text))
    return CNSCD_FORM_PROBLEM_MISSING;

  return cnscd_clock_parse (text, minute) ? CNSCD_FORM_PROBLEM_NONE : CNSCD_FORM_PROBLEM_NOT_A_TIME;
}

/* What is no time is told, and changes nothing. */
static void
evening_changed_cb (CnscdReminderPreferences *self)
{
  int minute;

  cnscd_form_show_problem (self->evening_minute_row, _ ("Time on the Evening Before"),
                           check_evening (self, &minute));
}

/*
 * Once it is written to its end: on the way to 20h00, 2h00 would remind at
 * once, of what would not be told again in the evening.
 */
static void
evening_done_cb (CnscdReminderPreferences *self)
{
  int minute;

  if (self->settings != NULL && check_evening (self, &minute) == CNSCD_FORM_PROBLEM_NONE &&
      minute != g_settings_get_int (self->settings, "reminder-evening-minute"))
    g_settings_set_int (self->settings, "reminder-evening-minute", minute);
}

static void
show_evening (CnscdReminderPreferences *self)
{
  int minute = g_settings_get_int (self->settings, "reminder-evening-minute");
  g_autofree char *text = cnscd_time_format_clock (cnscd_time_new (cnscd_date_today (), minute));

  gtk_editable_set_text (GTK_EDITABLE (self->evening_minute_row), text);
}

static void
show_background (CnscdReminderPreferences *self)
{
  self->showing = TRUE;
  adw_switch_row_set_active (self->background_row,
                             self->settings != NULL &&
                               g_settings_get_boolean (self->settings, "reminder-background"));
  self->showing = FALSE;
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdReminderPreferences) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean allowed = cnscd_background_request_finish (result, &error);
  gboolean wanted = adw_switch_row_get_active (self->background_row);

  if (self->settings == NULL)
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->background_row), TRUE);
  /* Not to run there needs nobody's leave. */
  if (allowed || !wanted)
    {
      g_settings_set_boolean (self->settings, "reminder-background", wanted);
      return;
    }

  show_background (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    cnscd_alert_show_problem (GTK_WIDGET (self), NULL, error->message);
}

static void
background_cb (CnscdReminderPreferences *self)
{
  if (self->showing || self->settings == NULL)
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->background_row), FALSE);
  cnscd_background_request_async (adw_switch_row_get_active (self->background_row), NULL, asked_cb,
                                  g_object_ref (self));
}

static void
cnscd_reminder_preferences_unmap (GtkWidget *widget)
{
  evening_done_cb (CNSCD_REMINDER_PREFERENCES (widget));

  GTK_WIDGET_CLASS (cnscd_reminder_preferences_parent_class)->unmap (widget);
}

static void
cnscd_reminder_preferences_dispose (GObject *object)
{
  g_clear_object (&CNSCD_REMINDER_PREFERENCES (object)->settings);

  G_OBJECT_CLASS (cnscd_reminder_preferences_parent_class)->dispose (object);
}

static void
cnscd_reminder_preferences_class_init (CnscdReminderPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_reminder_preferences_dispose;
  widget_class->unmap = cnscd_reminder_preferences_unmap;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/preferences/cnscd-reminder-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdReminderPreferences, evening_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdReminderPreferences, evening_minute_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdReminderPreferences, ahead_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdReminderPreferences, ahead_minutes_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdReminderPreferences, background_row);
  gtk_widget_class_bind_template_callback (widget_class, evening_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, evening_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, background_cb);
}

static void
cnscd_reminder_preferences_init (CnscdReminderPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_reminder_preferences_new:
 * @settings: (nullable): where it is kept; nothing can be changed without
 *
 * Returns: (transfer floating): the page
 */
AdwPreferencesPage *
cnscd_reminder_preferences_new (GSettings *settings)
{
  CnscdReminderPreferences *self = g_object_new (CNSCD_TYPE_REMINDER_PREFERENCES, NULL);

  gtk_widget_set_sensitive (GTK_WIDGET (self), settings != NULL);
  if (settings != NULL)
    {
      self->settings = g_object_ref (settings);
      g_settings_bind (settings, "reminder-evening", self->evening_row, "active",
                       G_SETTINGS_BIND_DEFAULT);
      show_evening (self);
      g_settings_bind (settings, "reminder-ahead", self->ahead_row, "active",
                       G_SETTINGS_BIND_DEFAULT);
      g_settings_bind (settings, "reminder-ahead-minutes", self->ahead_minutes_row, "value",
                       G_SETTINGS_BIND_DEFAULT);
      show_background (self);
    }
  return ADW_PREFERENCES_PAGE (self);
}
