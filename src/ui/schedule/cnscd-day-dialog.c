/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-day-dialog.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-header.h"
#include "ui/common/cnscd-words.h"
#include "ui/window/cnscd-window.h"
#include "cnscd-agenda-view.h"
#include "cnscd-schedule-words.h"
#include "cnscd-session-actions.h"

/* When a new session begins, unless somebody says so: people come after work. */
#define USUAL_START (19 * 60)

/**
 * CnscdDayDialog:
 *
 * All sessions of a day, however many.
 */
struct _CnscdDayDialog
{
  CnscdViewDialog parent_instance;

  AdwWindowTitle *window_title;
  GtkStack *stack;
  CnscdAgendaView *agenda_view;

  CnscdSessionCalendar *calendar;
  CnscdDate day;
  CnscdSessionQuery *query; /* what is shown, and what a new one may be of */
};

enum
{
  SIGNAL_CUT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdDayDialog, cnscd_day_dialog, CNSCD_TYPE_VIEW_DIALOG)

static void
update (CnscdDayDialog *self)
{
  guint n_sessions = cnscd_session_calendar_count (self->calendar, self->day, self->day);

  if (!cnscd_session_calendar_is_loaded (self->calendar, self->day, self->day))
    return;

  gtk_stack_set_visible_child_name (self->stack, n_sessions > 0 ? "sessions" : "empty");
}

static void
add_cb (CnscdDayDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (CNSCD_IS_WINDOW (root))
    cnscd_session_actions_add_like (CNSCD_WINDOW (root), self->query,
                                    cnscd_time_new (self->day, USUAL_START));
}

/* What is cut is pasted on another day, which lies below. */
static void
cut_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *session = g_variant_dup_string (parameter, NULL);
  g_autoptr (CnscdDayDialog) self = g_object_ref (CNSCD_DAY_DIALOG (widget));

  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[SIGNAL_CUT], 0, session);
}

static void
cnscd_day_dialog_dispose (GObject *object)
{
  CnscdDayDialog *self = CNSCD_DAY_DIALOG (object);

  g_clear_object (&self->calendar);
  g_clear_pointer (&self->query, cnscd_session_query_free);

  G_OBJECT_CLASS (cnscd_day_dialog_parent_class)->dispose (object);
}

static void
cnscd_day_dialog_class_init (CnscdDayDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_day_dialog_dispose;

  /**
   * CnscdDayDialog::cut:
   * @session: id of a session
   *
   * Somebody wants to move a session to another day.
   */
  signals[SIGNAL_CUT] = g_signal_new ("cut", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (CNSCD_TYPE_AGENDA_VIEW);
  g_type_ensure (CNSCD_TYPE_HEADER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/schedule/cnscd-day-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdDayDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, CnscdDayDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CnscdDayDialog, agenda_view);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_install_action (widget_class, "page.cut-session", "s", cut_action_cb);
}

static void
cnscd_day_dialog_init (CnscdDayDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_title (CnscdDayDialog *self, const CnscdHoliday *holiday)
{
  g_autofree char *words = cnscd_words_for_day (self->day);
  g_autofree char *title = cnscd_words_capitalize (words);
  g_autofree char *lunar = cnscd_words_for_lunar_day (self->day);
  g_autofree char *rest = cnscd_words_join (" · ", holiday != NULL ? holiday->name : NULL, lunar);
  g_autofree char *subtitle = cnscd_words_capitalize (rest != NULL ? rest : "");

  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  adw_dialog_set_title (ADW_DIALOG (self), title);
}

/**
 * cnscd_day_dialog_new:
 * @repository: an open repository
 * @query: which sessions, on whatever day
 * @catalog: (nullable): where the holidays are
 * @day: a day
 *
 * Returns: (transfer floating): a dialog with the sessions of a day
 */
AdwDialog *
cnscd_day_dialog_new (CnscdRepository *repository,
                      const CnscdSessionQuery *query,
                      const CnscdCatalog *catalog,
                      CnscdDate day)
{
  CnscdDayDialog *self = g_object_new (CNSCD_TYPE_DAY_DIALOG, NULL);
  g_autoptr (CnscdAgenda) agenda = NULL;

  self->day = day;
  self->query = cnscd_session_query_copy (query);
  /* The first of them come with the whole week, which is cheap; the rest by the list. */
  self->calendar = cnscd_session_calendar_new (repository, CNSCD_CALENDAR_SPAN_WEEK, 1);
  cnscd_session_calendar_set_query (self->calendar, query);
  agenda = cnscd_agenda_new (repository, self->calendar);
  cnscd_agenda_set_query (agenda, query);
  cnscd_agenda_set_range (agenda, day, day);
  cnscd_agenda_view_set_agenda (self->agenda_view, agenda);
  cnscd_agenda_view_hide_days (self->agenda_view);
  g_signal_connect_object (self->calendar, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  show_title (self, catalog != NULL ? cnscd_catalog_find_holiday (catalog, day) : NULL);
  cnscd_session_calendar_show (self->calendar, day, day);
  return ADW_DIALOG (self);
}
