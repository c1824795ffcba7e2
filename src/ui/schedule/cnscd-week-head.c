/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-week-head.h"

#include "core/cnscd-lunar.h"
#include "core/cnscd-time.h"
#include "ui/common/cnscd-widget.h"
#include "cnscd-schedule-words.h"

/**
 * CnscdWeekHead:
 *
 * The head of a day of a week: its date, its lunar date, its holiday, and how
 * many sessions there is no room for.
 */
struct _CnscdWeekHead
{
  GtkWidget parent_instance;

  GtkLabel *weekday_label;
  GtkLabel *day_label;
  GtkLabel *lunar_label;
  GtkLabel *holiday_label;
  GtkButton *more_button;
};

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdWeekHead, cnscd_week_head, GTK_TYPE_WIDGET)

static void
clicked_cb (CnscdWeekHead *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

static void
cnscd_week_head_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (cnscd_week_head_parent_class)->dispose (object);
}

static void
cnscd_week_head_class_init (CnscdWeekHeadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_week_head_dispose;

  /**
   * CnscdWeekHead::activate:
   *
   * Somebody wants to see all of the day.
   */
  signals[SIGNAL_ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/schedule/cnscd-week-head.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdWeekHead, weekday_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdWeekHead, day_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdWeekHead, lunar_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdWeekHead, holiday_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdWeekHead, more_button);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "weekhead");
}

static void
cnscd_week_head_init (CnscdWeekHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_week_head_new:
 *
 * Returns: (transfer floating): a head of a day that is not known yet
 */
GtkWidget *
cnscd_week_head_new (void)
{
  return g_object_new (CNSCD_TYPE_WEEK_HEAD, NULL);
}

/**
 * cnscd_week_head_set_day:
 * @self: a head
 * @day: which day it is
 * @is_today: whether it is the present day
 */
void
cnscd_week_head_set_day (CnscdWeekHead *self, CnscdDate day, gboolean is_today)
{
  int weekday = cnscd_date_get_weekday (day);
  g_autofree char *number = g_strdup_printf ("%d", day.day);
  g_autofree char *words = cnscd_words_for_day (day);
  g_autofree char *lunar_text = NULL;
  CnscdLunarDate lunar;
  gboolean is_lunar = cnscd_lunar_from_date (day, &lunar);

  lunar_text = is_lunar ? cnscd_lunar_format_cell (lunar) : NULL;
  gtk_label_set_text (self->weekday_label, cnscd_words_for_short_weekday (weekday));
  gtk_label_set_text (self->day_label, number);
  gtk_label_set_text (self->lunar_label, lunar_text != NULL ? lunar_text : "");
  cnscd_widget_set_css_class (GTK_WIDGET (self->lunar_label), "marked",
                              is_lunar && (lunar.day == 1 || lunar.day == CNSCD_LUNAR_RAM));
  cnscd_widget_set_css_class (GTK_WIDGET (self), "today", is_today);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * cnscd_week_head_set_holiday:
 * @self: a head
 * @holiday: (nullable): what day it is
 */
void
cnscd_week_head_set_holiday (CnscdWeekHead *self, const CnscdHoliday *holiday)
{
  const char *name = holiday != NULL ? holiday->name : NULL;

  gtk_label_set_text (self->holiday_label, name != NULL ? name : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->holiday_label), name);
  gtk_widget_set_visible (GTK_WIDGET (self->holiday_label), name != NULL);
}

/**
 * cnscd_week_head_set_n_hidden:
 * @self: a head
 * @n_hidden: how many sessions there is no room for
 */
void
cnscd_week_head_set_n_hidden (CnscdWeekHead *self, guint n_hidden)
{
  g_autofree char *words = n_hidden > 0 ? cnscd_words_for_more_sessions (n_hidden) : NULL;

  gtk_button_set_label (self->more_button, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), n_hidden > 0);
}
