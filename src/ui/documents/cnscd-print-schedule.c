/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-print-schedule.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-print.h"
#include "ui/common/cnscd-form.h"

#include "cnscd-orientation-row.h"
#include "cnscd-print-scope.h"

/**
 * CnscdPrintSchedule:
 *
 * Chooses what a printed schedule says and how: whose, of which days.
 */
struct _CnscdPrintSchedule
{
  CnscdPrintSettings parent_instance;

  CnscdPrintScope *scope;
  AdwComboRow *range_row;
  AdwEntryRow *from_row;
  AdwEntryRow *to_row;
  AdwSwitchRow *filter_row;
  AdwEntryRow *date_row;
  CnscdSignerRow *signer_row;
  CnscdOrientationRow *orientation_row;
  AdwSwitchRow *lunar_row;

  char *team;                 /* (nullable): the one meant first */
  CnscdSessionQuery *filters; /* (nullable): what else it may be narrowed down to */
  char *narrowed;             /* (nullable): the same as it is printed */
};

G_DEFINE_FINAL_TYPE (CnscdPrintSchedule, cnscd_print_schedule, CNSCD_TYPE_PRINT_SETTINGS)

static const CnscdPrintWords words = {
  .subject = "schedule",
  .title = N_ ("Print Schedule"),
  .save_title = N_ ("Save Schedule as PDF"),
  .saved = N_ ("Schedule saved"),
  .save_failed = N_ ("Schedule Not Saved"),
  .sent = N_ ("Schedule sent to the printer"),
  .print_failed = N_ ("Schedule Not Printed"),
};

static gboolean
is_other (CnscdPrintSchedule *self)
{
  return adw_combo_row_get_selected (self->range_row) == CNSCD_SCHEDULE_RANGE_OTHER;
}

static void
write_day (AdwEntryRow *row, CnscdDate day)
{
  g_autofree char *text = cnscd_date_format (day);

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static gboolean
is_narrowed (CnscdPrintSchedule *self)
{
  return self->filters != NULL && adw_switch_row_get_active (self->filter_row);
}

/* Shows what is wrong with them. */
static gboolean
read_days (CnscdPrintSchedule *self, CnscdDate *from, CnscdDate *to)
{
  CnscdFormProblem first, last;

  if (!is_other (self))
    {
      cnscd_schedule_range_get_days (adw_combo_row_get_selected (self->range_row),
                                     cnscd_date_today (), from, to);
      return TRUE;
    }

  first = cnscd_form_check_near_day (gtk_editable_get_text (GTK_EDITABLE (self->from_row)),
                                     CNSCD_DATE_UNKNOWN, from);
  last =
    cnscd_form_check_near_day (gtk_editable_get_text (GTK_EDITABLE (self->to_row)),
                               first == CNSCD_FORM_PROBLEM_NONE ? *from : CNSCD_DATE_UNKNOWN, to);
  cnscd_form_show_day (self->from_row, C_ ("print", "From"), first);
  cnscd_form_show_day_after (self->to_row, C_ ("print", "To"), last, *from);
  return first == CNSCD_FORM_PROBLEM_NONE && last == CNSCD_FORM_PROBLEM_NONE;
}

/* As one of the choices, if it is one. */
static void
choose_days (CnscdPrintSchedule *self, CnscdDate from, CnscdDate to)
{
  guint range = 0;

  for (; range < CNSCD_SCHEDULE_RANGE_OTHER; range++)
    {
      CnscdDate first, last;

      cnscd_schedule_range_get_days (range, cnscd_date_today (), &first, &last);
      if (cnscd_date_equal (first, from) && cnscd_date_equal (last, to))
        break;
    }
  write_day (self->from_row, from);
  write_day (self->to_row, to);
  adw_combo_row_set_selected (self->range_row, range);
}

/* ---- CnscdPrintSettings ---- */

static void
cnscd_print_schedule_fill (CnscdPrintSettings *settings)
{
  CnscdPrintSchedule *self = CNSCD_PRINT_SCHEDULE (settings);

  cnscd_print_scope_set_repository (self->scope, cnscd_print_settings_get_repository (settings),
                                    self->team);
  cnscd_print_settings_propose_signer (settings, TRUE);
}

static gboolean
cnscd_print_schedule_check (CnscdPrintSettings *settings)
{
  CnscdPrintSchedule *self = CNSCD_PRINT_SCHEDULE (settings);
  CnscdDate from, to, date;
  gboolean right = read_days (self, &from, &to);

  gtk_widget_set_visible (GTK_WIDGET (self->from_row), is_other (self));
  gtk_widget_set_visible (GTK_WIDGET (self->to_row), is_other (self));
  return cnscd_print_settings_read_date (self->date_row, &date) && right;
}

static void
cnscd_print_schedule_load (CnscdPrintSettings *settings,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  CnscdPrintSchedule *self = CNSCD_PRINT_SCHEDULE (settings);
  CnscdSessionQuery query = is_narrowed (self) ? *self->filters : CNSCD_SESSION_QUERY_ALL;

  query.unit = cnscd_print_scope_get_unit (self->scope);
  query.team = cnscd_print_scope_get_team (self->scope);
  read_days (self, &query.from, &query.to);
  cnscd_repository_load_schedules_async (cnscd_print_settings_get_repository (settings), &query,
                                         cancellable, callback, user_data);
}

static GPtrArray *
cnscd_print_schedule_load_finish (CnscdPrintSettings *settings,
                                  GAsyncResult *result,
                                  guint *n_people,
                                  GError **error)
{
  CnscdPrintSchedule *self = CNSCD_PRINT_SCHEDULE (settings);
  g_autoptr (GObject) source = g_async_result_get_source_object (result);
  GPtrArray *schedules =
    cnscd_repository_load_schedules_finish (CNSCD_REPOSITORY (source), result, error);
  CnscdScheduleChoices choices = {
    .signer = cnscd_signer_row_get_signer (self->signer_row),
    .narrowed = is_narrowed (self) ? self->narrowed : NULL,
    .landscape = cnscd_orientation_row_get_landscape (self->orientation_row),
    .with_lunar = adw_switch_row_get_active (self->lunar_row),
  };
  gboolean of_office = FALSE;

  if (schedules == NULL)
    return NULL;

  cnscd_print_settings_read_date (self->date_row, &choices.date);
  for (guint i = 0; i < schedules->len; i++)
    {
      CnscdSchedule *schedule = schedules->pdata[i];

      cnscd_schedule_choose (schedule, &choices);
      of_office = of_office || schedule->issuer.of_office;
      *n_people += cnscd_schedule_get_n_people (schedule);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->signer_row), of_office);
  return schedules;
}

/* ---- what people do ---- */

static void
changed_cb (CnscdPrintSchedule *self)
{
  cnscd_print_settings_change (CNSCD_PRINT_SETTINGS (self), FALSE);
}

static void
typed_cb (CnscdPrintSchedule *self)
{
  cnscd_print_settings_change (CNSCD_PRINT_SETTINGS (self), TRUE);
}

static void
range_selected_cb (CnscdPrintSchedule *self)
{
  changed_cb (self);
}

static void
signer_selected_cb (CnscdPrintSchedule *self)
{
  cnscd_print_settings_remember_signer (CNSCD_PRINT_SETTINGS (self));
  changed_cb (self);
}

static void
cnscd_print_schedule_finalize (GObject *object)
{
  CnscdPrintSchedule *self = CNSCD_PRINT_SCHEDULE (object);

  g_free (self->team);
  g_clear_pointer (&self->filters, cnscd_session_query_free);
  g_free (self->narrowed);

  G_OBJECT_CLASS (cnscd_print_schedule_parent_class)->finalize (object);
}

static void
cnscd_print_schedule_class_init (CnscdPrintScheduleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdPrintSettingsClass *settings_class = CNSCD_PRINT_SETTINGS_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cnscd_print_schedule_finalize;
  settings_class->words = &words;
  settings_class->layout = &CNSCD_LAYOUT_SCHEDULE;
  settings_class->fill = cnscd_print_schedule_fill;
  settings_class->check = cnscd_print_schedule_check;
  settings_class->load = cnscd_print_schedule_load;
  settings_class->load_finish = cnscd_print_schedule_load_finish;

  g_type_ensure (CNSCD_TYPE_ORIENTATION_ROW);
  g_type_ensure (CNSCD_TYPE_PRINT_SCOPE);
  g_type_ensure (CNSCD_TYPE_SIGNER_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/documents/cnscd-print-schedule.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintSchedule, scope);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintSchedule, range_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintSchedule, from_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintSchedule, to_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintSchedule, filter_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintSchedule, date_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintSchedule, signer_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintSchedule, orientation_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintSchedule, lunar_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, range_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, signer_selected_cb);
}

static void
cnscd_print_schedule_init (CnscdPrintSchedule *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cnscd_print_settings_set_signer_row (CNSCD_PRINT_SETTINGS (self), self->signer_row);
  cnscd_orientation_row_set_landscape (self->orientation_row, TRUE);
}

/**
 * cnscd_print_schedule_new:
 * @team: (nullable): id of the team whose schedule is meant first; %NULL for all
 * @from: the first day, or unknown for this month
 * @to: the last day
 *
 * Returns: (transfer floating): the settings of a schedule
 */
CnscdPrintSettings *
cnscd_print_schedule_new (const char *team, CnscdDate from, CnscdDate to)
{
  CnscdPrintSchedule *self = g_object_new (CNSCD_TYPE_PRINT_SCHEDULE, NULL);

  self->team = g_strdup (team);
  if (!cnscd_date_is_full (from) || !cnscd_date_is_full (to))
    cnscd_schedule_range_get_days (CNSCD_SCHEDULE_RANGE_THIS_MONTH, cnscd_date_today (), &from,
                                   &to);
  choose_days (self, from, to);
  return CNSCD_PRINT_SETTINGS (self);
}

/**
 * cnscd_print_schedule_narrow:
 * @self: settings
 * @query: what is let through
 * @narrowing: what that is called
 *
 * Narrows the schedule down to a hamlet, a topic, an audience, a guide, unless whoever prints it
 * wants all sessions all the same.
 */
void
cnscd_print_schedule_narrow (CnscdPrintSchedule *self,
                             const CnscdSessionQuery *query,
                             const CnscdScheduleNarrowing *narrowing)
{
  g_return_if_fail (CNSCD_IS_PRINT_SCHEDULE (self) && query != NULL && narrowing != NULL);

  g_free (self->narrowed);
  g_clear_pointer (&self->filters, cnscd_session_query_free);
  self->narrowed = cnscd_schedule_narrowing_describe (narrowing);
  if (self->narrowed != NULL)
    self->filters = cnscd_session_query_copy (query);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->filter_row),
                               self->narrowed != NULL ? self->narrowed : "");
  gtk_widget_set_visible (GTK_WIDGET (self->filter_row), self->narrowed != NULL);
}

/**
 * cnscd_print_schedule_get_team:
 * @self: settings
 *
 * Returns: (nullable) (transfer none): id of the team that is chosen; %NULL for all
 */
const char *
cnscd_print_schedule_get_team (CnscdPrintSchedule *self)
{
  g_return_val_if_fail (CNSCD_IS_PRINT_SCHEDULE (self), NULL);

  return cnscd_print_scope_get_team (self->scope);
}
