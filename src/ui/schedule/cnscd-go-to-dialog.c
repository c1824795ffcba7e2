/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-go-to-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-calendar-layout.h"
#include "core/cnscd-form-problem.h"
#include "core/cnscd-time.h"
#include "ui/common/cnscd-form.h"
#include "ui/common/cnscd-words.h"
#include "cnscd-schedule-words.h"

/**
 * CnscdGoToDialog:
 *
 * Asks which day a calendar shall show.
 */
struct _CnscdGoToDialog
{
  CnscdFormDialog parent_instance;

  AdwEntryRow *day_row;
  GtkLabel *lunar_label;
  gboolean filled;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdGoToDialog, cnscd_go_to_dialog, CNSCD_TYPE_FORM_DIALOG)

/* Of the years that a calendar has. */
static CnscdFormProblem
read_day (CnscdGoToDialog *self, CnscdDate *day)
{
  CnscdFormProblem problem = cnscd_form_check_near_day (
    gtk_editable_get_text (GTK_EDITABLE (self->day_row)), CNSCD_DATE_UNKNOWN, day);
  int beyond =
    problem == CNSCD_FORM_PROBLEM_NONE ? cnscd_date_compare (*day, cnscd_calendar_clamp (*day)) : 0;

  if (beyond == 0)
    return problem;
  return beyond < 0 ? CNSCD_FORM_PROBLEM_TOO_OLD : CNSCD_FORM_PROBLEM_NOT_LUNAR;
}

static gboolean
cnscd_go_to_dialog_check (CnscdFormDialog *form, gboolean changed)
{
  CnscdGoToDialog *self = CNSCD_GO_TO_DIALOG (form);
  CnscdDate day;
  CnscdFormProblem problem = read_day (self, &day);
  g_autofree char *words = NULL;

  cnscd_form_show_date (self->day_row, C_ ("go to date", "Date"), problem);
  if (problem == CNSCD_FORM_PROBLEM_NONE)
    {
      g_autofree char *weekday =
        cnscd_words_capitalize (cnscd_words_for_weekday (cnscd_date_get_weekday (day)));
      g_autofree char *lunar = cnscd_words_for_lunar_day (day);

      words = cnscd_words_join (", ", weekday, lunar);
    }
  gtk_label_set_text (self->lunar_label, words != NULL ? words : "");
  return problem == CNSCD_FORM_PROBLEM_NONE;
}

/* Nothing is lost that would be worth a question. */
static gboolean
cnscd_go_to_dialog_is_changed (CnscdFormDialog *form)
{
  return FALSE;
}

static gboolean
cnscd_go_to_dialog_can_save (CnscdFormDialog *form)
{
  return TRUE;
}

static void
changed_cb (CnscdGoToDialog *self)
{
  if (self->filled)
    cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static void
cnscd_go_to_dialog_save (CnscdFormDialog *form)
{
  CnscdDate day;

  if (read_day (CNSCD_GO_TO_DIALOG (form), &day) == CNSCD_FORM_PROBLEM_NONE)
    g_signal_emit (form, signals[SIGNAL_CHOSEN], 0, cnscd_date_to_days (day));
}

static void
cnscd_go_to_dialog_class_init (CnscdGoToDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdFormDialogClass *form_class = CNSCD_FORM_DIALOG_CLASS (klass);

  form_class->check = cnscd_go_to_dialog_check;
  form_class->is_changed = cnscd_go_to_dialog_is_changed;
  form_class->can_save = cnscd_go_to_dialog_can_save;
  form_class->save = cnscd_go_to_dialog_save;

  /**
   * CnscdGoToDialog::chosen:
   * @day: its number; see cnscd_date_from_days()
   *
   * Somebody chose a day.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/schedule/cnscd-go-to-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdGoToDialog, day_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdGoToDialog, lunar_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
cnscd_go_to_dialog_init (CnscdGoToDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_go_to_dialog_new:
 * @window: where the calendar is
 * @day: which day it shows
 *
 * Returns: (transfer floating): a form that asks for a day
 */
AdwDialog *
cnscd_go_to_dialog_new (CnscdWindow *window, CnscdDate day)
{
  CnscdGoToDialog *self = g_object_new (CNSCD_TYPE_GO_TO_DIALOG, NULL);
  g_autofree char *text = cnscd_date_format (day);

  cnscd_form_dialog_set_window (CNSCD_FORM_DIALOG (self), window);
  gtk_editable_set_text (GTK_EDITABLE (self->day_row), text);
  self->filled = TRUE;
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
  return ADW_DIALOG (self);
}
