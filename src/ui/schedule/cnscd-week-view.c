/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-week-view.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-calendar-layout.h"
#include "cnscd-schedule-words.h"
#include "cnscd-session-chip.h"
#include "cnscd-session-drag.h"
#include "cnscd-session-menu.h"
#include "cnscd-week-day.h"
#include "cnscd-week-head.h"
#include "cnscd-week-row.h"

#define HOURS_PER_DAY 24

/* What is seen first: a working day and the evening after it. */
#define FIRST_HOUR 7

/* While a view comes up its size changes once more. */
#define SETTLING_FRAMES 4

/**
 * CnscdWeekView:
 *
 * A week as columns of time. One day is selected: the keyboard moves on from
 * it, and its sessions are what Tab comes to.
 */
struct _CnscdWeekView
{
  AdwBin parent_instance;

  GtkViewport *across;
  GtkViewport *down;
  GtkWidget *grid;
  CnscdWeekRow *head_row;
  GtkBox *heads;
  CnscdWeekRow *day_row;
  GtkBox *hours;
  GtkBox *days;
  CnscdWeekHead *day_heads[CNSCD_DAYS_PER_WEEK];
  CnscdWeekDay *columns[CNSCD_DAYS_PER_WEEK];

  CnscdSessionCalendar *calendar; /* (nullable) */
  CnscdCatalog *catalog;          /* (nullable) */
  CnscdDate day;
  gboolean scrolled; /* to where most of it is */
  guint ticking;
  int settling; /* frames until it surely has its size */
};

enum
{
  SIGNAL_DAY_CHOSEN,
  SIGNAL_DAY_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdWeekView, cnscd_week_view, ADW_TYPE_BIN)

static int
get_index (CnscdDate day)
{
  return cnscd_date_get_weekday (day) - 1;
}

static void
show_sessions (CnscdWeekView *self)
{
  if (self->calendar == NULL || !cnscd_date_is_full (self->day))
    return;

  for (guint i = 0; i < CNSCD_DAYS_PER_WEEK; i++)
    cnscd_week_day_set_sessions (
      self->columns[i],
      cnscd_session_calendar_get_day (self->calendar, cnscd_week_day_get_day (self->columns[i])));
}

static void
show_holidays (CnscdWeekView *self)
{
  if (self->catalog == NULL || !cnscd_date_is_full (self->day))
    return;

  for (guint i = 0; i < CNSCD_DAYS_PER_WEEK; i++)
    {
      const CnscdHoliday *holiday =
        cnscd_catalog_find_holiday (self->catalog, cnscd_week_day_get_day (self->columns[i]));

      cnscd_week_day_set_holiday (self->columns[i], holiday);
      cnscd_week_head_set_holiday (self->day_heads[i], holiday);
    }
}

static void
show_days (CnscdWeekView *self)
{
  CnscdDate monday = cnscd_calendar_get_monday (self->day);
  CnscdDate today = cnscd_date_today ();

  for (int i = 0; i < CNSCD_DAYS_PER_WEEK; i++)
    {
      CnscdDate day = cnscd_date_add_days (monday, i);

      cnscd_week_day_set_day (self->columns[i], day, today);
      cnscd_week_head_set_day (self->day_heads[i], day, cnscd_date_equal (day, today));
    }
}

/* The focus follows, for what it leaves can have it no more. */
static void
show_selected (CnscdWeekView *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->days));
  int index = get_index (self->day);

  cnscd_week_day_set_selected (self->columns[index], TRUE);
  if (focus != NULL && focus != GTK_WIDGET (self->columns[index]))
    cnscd_week_view_focus_day (self);
  for (int i = 0; i < CNSCD_DAYS_PER_WEEK; i++)
    if (i != index)
      cnscd_week_day_set_selected (self->columns[i], FALSE);
}

static void
choose (CnscdWeekView *self, CnscdDate day)
{
  if (cnscd_date_is_full (day) && !cnscd_date_equal (day, self->day))
    g_signal_emit (self, signals[SIGNAL_DAY_CHOSEN], 0, cnscd_date_to_days (day));
}

static void
activate_day (CnscdWeekView *self, CnscdDate day)
{
  choose (self, day);
  g_signal_emit (self, signals[SIGNAL_DAY_ACTIVATED], 0, cnscd_date_to_days (day));
}

static void
day_activated_cb (CnscdWeekView *self, CnscdWeekDay *column)
{
  activate_day (self, cnscd_week_day_get_day (column));
}

static void
head_activated_cb (CnscdWeekView *self, CnscdWeekHead *head)
{
  for (guint i = 0; i < CNSCD_DAYS_PER_WEEK; i++)
    if (self->day_heads[i] == head)
      activate_day (self, cnscd_week_day_get_day (self->columns[i]));
}

/* Between frames: what is scrolled while sizes are given is not drawn so. What takes the focus
 * meanwhile, as a day is higher than what is seen of it, has the hours begin at midnight. */
static void
show_first_hour (CnscdWeekView *self)
{
  if (!self->scrolled)
    gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->down)),
                              FIRST_HOUR * CNSCD_WEEK_HOUR_HEIGHT);
}

/* Where the week is wider than the window, once it has a size. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  CnscdWeekView *self = CNSCD_WEEK_VIEW (widget);
  GtkWidget *head = GTK_WIDGET (self->day_heads[get_index (self->day)]);
  graphene_rect_t bounds;

  if (gtk_widget_get_width (GTK_WIDGET (self->heads)) == 0)
    return G_SOURCE_CONTINUE;

  /* The hours are above what is at the start. */
  if (gtk_widget_compute_bounds (head, self->grid, &bounds))
    gtk_adjustment_clamp_page (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->across)),
                               bounds.origin.x - cnscd_week_row_get_start_width (self->head_row),
                               bounds.origin.x + bounds.size.width);
  show_first_hour (self);
  /* Where scrollbars are always shown, one takes room beside the days. */
  gtk_widget_set_margin_end (GTK_WIDGET (self->heads),
                             gtk_widget_get_width (self->grid) -
                               gtk_widget_get_width (GTK_WIDGET (self->day_row)));
  if (--self->settling > 0)
    return G_SOURCE_CONTINUE;

  self->scrolled = TRUE;
  self->ticking = 0;
  return G_SOURCE_REMOVE;
}

static void
scroll_soon (CnscdWeekView *self)
{
  self->settling = SETTLING_FRAMES;
  if (self->ticking == 0)
    self->ticking = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static void
hidden_changed_cb (CnscdWeekView *self, CnscdWeekDay *column)
{
  for (guint i = 0; i < CNSCD_DAYS_PER_WEEK; i++)
    if (self->columns[i] == column)
      cnscd_week_head_set_n_hidden (self->day_heads[i], cnscd_week_day_get_n_hidden (column));
  /* The words may have made the heads wider. */
  scroll_soon (self);
}

/* Before anything in the column takes the focus, for only what is in the selected one can. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, CnscdWeekView *self)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->days), x, y, GTK_PICK_DEFAULT);
  GtkWidget *column = widget != NULL ? gtk_widget_get_ancestor (widget, CNSCD_TYPE_WEEK_DAY) : NULL;

  if (column == NULL)
    return;

  if (n_press == 1)
    {
      choose (self, cnscd_week_day_get_day (CNSCD_WEEK_DAY (column)));
      if (widget == column)
        cnscd_week_view_focus_day (self);
    }
  else if (n_press == 2 && widget == column)
    day_activated_cb (self, CNSCD_WEEK_DAY (column));
}

static gboolean
move_focus (CnscdWeekView *self, int step)
{
  CnscdWeekDay *column = self->columns[get_index (self->day)];
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->down));
  double value = gtk_adjustment_get_value (adjustment);

  scroll_soon (self);
  if (focus == NULL || !cnscd_week_day_focus_next (column, focus, step))
    return FALSE;

  /* Before the first session, which is seen. */
  if (gtk_widget_has_focus (GTK_WIDGET (column)))
    gtk_adjustment_set_value (adjustment, value);
  return TRUE;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                CnscdWeekView *self)
{
  gboolean backwards = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  CnscdDate day = self->day;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      day = cnscd_date_add_days (day, backwards ? 1 : -1);
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      day = cnscd_date_add_days (day, backwards ? -1 : 1);
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      day = cnscd_calendar_get_monday (day);
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      day = cnscd_date_add_days (cnscd_calendar_get_monday (day), CNSCD_DAYS_PER_WEEK - 1);
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_focus (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_focus (self, 1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  choose (self, day);
  cnscd_week_view_focus_day (self);
  return GDK_EVENT_STOP;
}

static void
cnscd_week_view_dispose (GObject *object)
{
  CnscdWeekView *self = CNSCD_WEEK_VIEW (object);

  g_clear_object (&self->calendar);
  g_clear_pointer (&self->catalog, cnscd_catalog_unref);

  G_OBJECT_CLASS (cnscd_week_view_parent_class)->dispose (object);
}

static void
cnscd_week_view_class_init (CnscdWeekViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_week_view_dispose;

  /**
   * CnscdWeekView::day-chosen:
   * @day: its number; see cnscd_date_from_days()
   *
   * Somebody goes to a day, which may be one of another week.
   */
  signals[SIGNAL_DAY_CHOSEN] =
    g_signal_new ("day-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * CnscdWeekView::day-activated:
   * @day: its number; see cnscd_date_from_days()
   *
   * Somebody wants to see all of a day.
   */
  signals[SIGNAL_DAY_ACTIVATED] =
    g_signal_new ("day-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (CNSCD_TYPE_WEEK_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/schedule/cnscd-week-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdWeekView, across);
  gtk_widget_class_bind_template_child (widget_class, CnscdWeekView, down);
  gtk_widget_class_bind_template_child (widget_class, CnscdWeekView, grid);
  gtk_widget_class_bind_template_child (widget_class, CnscdWeekView, head_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdWeekView, heads);
  gtk_widget_class_bind_template_child (widget_class, CnscdWeekView, day_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdWeekView, hours);
  gtk_widget_class_bind_template_child (widget_class, CnscdWeekView, days);
}

static void
add_hours (CnscdWeekView *self)
{
  for (int hour = 0; hour < HOURS_PER_DAY; hour++)
    {
      g_autofree char *text = hour > 0 ? g_strdup_printf ("%dh", hour) : NULL;
      GtkWidget *label = gtk_label_new (text);

      gtk_label_set_yalign (GTK_LABEL (label), 0);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_widget_set_size_request (label, -1, CNSCD_WEEK_HOUR_HEIGHT);
      gtk_widget_add_css_class (label, "hour");
      gtk_box_append (self->hours, label);
    }
}

static void
add_days (CnscdWeekView *self)
{
  for (guint i = 0; i < CNSCD_DAYS_PER_WEEK; i++)
    {
      GtkWidget *head = cnscd_week_head_new ();
      GtkWidget *column = cnscd_week_day_new ();

      self->day_heads[i] = CNSCD_WEEK_HEAD (head);
      self->columns[i] = CNSCD_WEEK_DAY (column);
      gtk_box_append (self->heads, head);
      gtk_box_append (self->days, column);
      g_signal_connect_swapped (column, "activate", G_CALLBACK (day_activated_cb), self);
      g_signal_connect_swapped (column, "hidden-changed", G_CALLBACK (hidden_changed_cb), self);
      g_signal_connect_swapped (head, "activate", G_CALLBACK (head_activated_cb), self);
    }
}

static void
cnscd_week_view_init (CnscdWeekView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkAdjustment *across;

  gtk_widget_init_template (GTK_WIDGET (self));
  across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->across));
  cnscd_week_row_set_adjustment (self->head_row, across);
  cnscd_week_row_set_adjustment (self->day_row, across);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("calendar", "Week"), -1);
  add_hours (self);
  add_days (self);

  cnscd_session_menu_attach (GTK_WIDGET (self->days));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->days), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->days), keys);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (scroll_soon), self);
  gtk_widget_add_controller (GTK_WIDGET (self->days), focus);
}

/**
 * cnscd_week_view_set_calendar:
 * @self: a view without a calendar
 * @calendar: what it shows
 */
void
cnscd_week_view_set_calendar (CnscdWeekView *self, CnscdSessionCalendar *calendar)
{
  g_return_if_fail (CNSCD_IS_WEEK_VIEW (self) && self->calendar == NULL);

  self->calendar = g_object_ref (calendar);
  g_signal_connect_object (calendar, "changed", G_CALLBACK (show_sessions), self,
                           G_CONNECT_SWAPPED);
}

/**
 * cnscd_week_view_set_catalog:
 * @self: a view
 * @catalog: where the holidays are
 */
void
cnscd_week_view_set_catalog (CnscdWeekView *self, CnscdCatalog *catalog)
{
  g_return_if_fail (CNSCD_IS_WEEK_VIEW (self));

  g_clear_pointer (&self->catalog, cnscd_catalog_unref);
  self->catalog = cnscd_catalog_ref (catalog);
  show_holidays (self);
}

/**
 * cnscd_week_view_set_day:
 * @self: a view with a calendar
 * @day: the day that is selected, and whose week is shown
 */
void
cnscd_week_view_set_day (CnscdWeekView *self, CnscdDate day)
{
  g_return_if_fail (CNSCD_IS_WEEK_VIEW (self) && cnscd_date_is_full (day));

  self->day = day;
  show_days (self);
  show_selected (self);
  show_holidays (self);
  show_sessions (self);
  scroll_soon (self);
}

/**
 * cnscd_week_view_focus_day:
 * @self: a view
 *
 * Puts the focus on the day that is selected.
 */
void
cnscd_week_view_focus_day (CnscdWeekView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->columns[get_index (self->day)]));
}
