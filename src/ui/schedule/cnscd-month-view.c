/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-month-view.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-calendar-layout.h"
#include "cnscd-month-cell.h"
#include "cnscd-schedule-words.h"
#include "cnscd-session-actions.h"
#include "cnscd-session-drag.h"
#include "cnscd-session-menu.h"

#define N_CELLS (CNSCD_CALENDAR_MAX_WEEKS * CNSCD_DAYS_PER_WEEK)

/**
 * CnscdMonthView:
 *
 * A month as a grid of days. One day is selected: the keyboard moves on from
 * it, and its sessions are what Tab comes to.
 */
struct _CnscdMonthView
{
  GtkWidget parent_instance;

  GtkWidget *rows[CNSCD_CALENDAR_MAX_WEEKS];
  CnscdMonthCell *cells[N_CELLS];

  CnscdSessionCalendar *calendar; /* (nullable) */
  CnscdCatalog *catalog;          /* (nullable) */
  CnscdDate day;
  CnscdDate first;
  CnscdDate today;
  CnscdDate pressed; /* on its number, with a button that is still down; or unknown */
};

enum
{
  SIGNAL_DAY_CHOSEN,
  SIGNAL_DAY_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdMonthView, cnscd_month_view, GTK_TYPE_WIDGET)

static CnscdMonthCell *
find_cell (CnscdMonthView *self, CnscdDate day)
{
  gint64 index = cnscd_date_to_days (day) - cnscd_date_to_days (self->first);

  return index >= 0 && index < N_CELLS ? self->cells[index] : NULL;
}

static void
show_sessions (CnscdMonthView *self)
{
  if (self->calendar == NULL || !cnscd_date_is_full (self->day))
    return;

  for (guint i = 0; i < N_CELLS; i++)
    cnscd_month_cell_set_sessions (
      self->cells[i],
      cnscd_session_calendar_get_day (self->calendar, cnscd_month_cell_get_day (self->cells[i])));
}

static void
show_holidays (CnscdMonthView *self)
{
  if (self->catalog == NULL || !cnscd_date_is_full (self->day))
    return;

  for (guint i = 0; i < N_CELLS; i++)
    cnscd_month_cell_set_holiday (
      self->cells[i],
      cnscd_catalog_find_holiday (self->catalog, cnscd_month_cell_get_day (self->cells[i])));
}

static void
show_days (CnscdMonthView *self)
{
  self->first = cnscd_calendar_get_monday (cnscd_calendar_get_month_start (self->day));
  self->today = cnscd_date_today ();
  for (guint i = 0; i < N_CELLS; i++)
    {
      CnscdDate day = cnscd_date_add_days (self->first, (int) i);

      cnscd_month_cell_set_day (self->cells[i], day, day.month != self->day.month, self->today);
    }
}

/* After the focus has gone on from what is hidden. */
static void
show_weeks (CnscdMonthView *self)
{
  guint n_weeks = cnscd_calendar_count_weeks (self->day);

  for (guint i = 0; i < CNSCD_CALENDAR_MAX_WEEKS; i++)
    gtk_widget_set_visible (self->rows[i], i < n_weeks);
}

/* The focus follows, for what it leaves can have it no more. */
static void
show_selected (CnscdMonthView *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  CnscdMonthCell *selected = find_cell (self, self->day);

  cnscd_month_cell_set_selected (selected, TRUE);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (selected)), TRUE);
  if (had_focus && gtk_widget_get_focus_child (gtk_widget_get_parent (GTK_WIDGET (selected))) !=
                     GTK_WIDGET (selected))
    gtk_widget_grab_focus (GTK_WIDGET (selected));
  for (guint i = 0; i < N_CELLS; i++)
    if (self->cells[i] != selected)
      cnscd_month_cell_set_selected (self->cells[i], FALSE);
}

static void
choose (CnscdMonthView *self, CnscdDate day)
{
  if (cnscd_date_is_full (day) && !cnscd_date_equal (day, self->day))
    g_signal_emit (self, signals[SIGNAL_DAY_CHOSEN], 0, cnscd_date_to_days (day));
}

static void
activate_day (CnscdMonthView *self, CnscdDate day)
{
  choose (self, day);
  g_signal_emit (self, signals[SIGNAL_DAY_ACTIVATED], 0, cnscd_date_to_days (day));
}

static void
cell_activated_cb (CnscdMonthView *self, CnscdMonthCell *cell)
{
  activate_day (self, cnscd_month_cell_get_day (cell));
}

static CnscdMonthCell *
find_cell_at (CnscdMonthView *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return widget != NULL ? CNSCD_MONTH_CELL (gtk_widget_get_ancestor (widget, CNSCD_TYPE_MONTH_CELL))
                        : NULL;
}

/* Before anything in the cell takes the focus, for only what is in the selected one can. A session
 * of a neighbouring month stays where it is, or another one would lie under the pointer. */
static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, CnscdMonthView *self)
{
  CnscdMonthCell *cell = find_cell_at (self, x, y);
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  gboolean on_session = cnscd_session_widget_find (widget, GTK_WIDGET (self)) != NULL;
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  self->pressed = CNSCD_DATE_UNKNOWN;
  if (cell == NULL)
    return;

  if (n_press == 1 && button == GDK_BUTTON_PRIMARY && cnscd_month_cell_is_count (cell, widget))
    self->pressed = cnscd_month_cell_get_day (cell);
  if (n_press == 1 && (!on_session || cnscd_month_cell_get_day (cell).month == self->day.month))
    {
      choose (self, cnscd_month_cell_get_day (cell));
      cnscd_month_view_focus_day (self);
    }
  else if (n_press == 2 && !on_session)
    cell_activated_cb (self, cell);
}

/* The number of a narrow day, which has no sessions to press. Another month may lie there by now.
 */
static void
released_cb (GtkGestureClick *gesture, int n_press, double x, double y, CnscdMonthView *self)
{
  CnscdDate day = self->pressed;

  self->pressed = CNSCD_DATE_UNKNOWN;
  if (cnscd_date_is_full (day))
    activate_day (self, day);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                CnscdMonthView *self)
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
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      day = cnscd_date_add_days (day, -CNSCD_DAYS_PER_WEEK);
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      day = cnscd_date_add_days (day, CNSCD_DAYS_PER_WEEK);
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      day = cnscd_calendar_get_monday (day);
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      day = cnscd_date_add_days (cnscd_calendar_get_monday (day), CNSCD_DAYS_PER_WEEK - 1);
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  choose (self, day);
  cnscd_month_view_focus_day (self);
  return GDK_EVENT_STOP;
}

/* To another day, at the same time of day. */
static void
dropped_cb (GtkWidget *widget, const CnscdSessionSummary *session, double y)
{
  CnscdDate day = cnscd_month_cell_get_day (CNSCD_MONTH_CELL (widget));
  GtkRoot *root = gtk_widget_get_root (widget);

  if (CNSCD_IS_WINDOW (root))
    cnscd_session_actions_move (
      CNSCD_WINDOW (root), session->session,
      cnscd_time_new (day, cnscd_time_get_minute_of_day (session->starts_at)));
}

static void
cnscd_month_view_dispose (GObject *object)
{
  CnscdMonthView *self = CNSCD_MONTH_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->calendar);
  g_clear_pointer (&self->catalog, cnscd_catalog_unref);

  G_OBJECT_CLASS (cnscd_month_view_parent_class)->dispose (object);
}

static void
cnscd_month_view_class_init (CnscdMonthViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_month_view_dispose;

  /**
   * CnscdMonthView::day-chosen:
   * @day: its number; see cnscd_date_from_days()
   *
   * Somebody goes to a day, which may be one of another month.
   */
  signals[SIGNAL_DAY_CHOSEN] =
    g_signal_new ("day-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * CnscdMonthView::day-activated:
   * @day: its number; see cnscd_date_from_days()
   *
   * Somebody wants to see all of a day.
   */
  signals[SIGNAL_DAY_ACTIVATED] =
    g_signal_new ("day-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_css_name (widget_class, "monthview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
add_row (CnscdMonthView *self)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW,
                                 "homogeneous", TRUE, NULL);

  gtk_widget_set_parent (row, GTK_WIDGET (self));
  return row;
}

static void
add_heads (CnscdMonthView *self)
{
  GtkWidget *row = add_row (self);

  gtk_widget_add_css_class (row, "heads");
  for (int i = 1; i <= CNSCD_DAYS_PER_WEEK; i++)
    {
      GtkWidget *label =
        g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, "label",
                      cnscd_words_for_short_weekday (i), NULL);

      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      cnscd_words_for_weekday (i), -1);
      gtk_widget_add_css_class (label, "heading");
      gtk_box_append (GTK_BOX (row), label);
    }
}

static void
cnscd_month_view_init (CnscdMonthView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_ ("calendar", "Month"), -1);
  add_heads (self);
  for (guint i = 0; i < CNSCD_CALENDAR_MAX_WEEKS; i++)
    {
      self->rows[i] = add_row (self);
      gtk_widget_set_vexpand (self->rows[i], TRUE);
      for (guint j = 0; j < CNSCD_DAYS_PER_WEEK; j++)
        {
          GtkWidget *cell = cnscd_month_cell_new ();

          self->cells[i * CNSCD_DAYS_PER_WEEK + j] = CNSCD_MONTH_CELL (cell);
          gtk_widget_set_hexpand (cell, TRUE);
          gtk_box_append (GTK_BOX (self->rows[i]), cell);
          g_signal_connect_swapped (cell, "activate", G_CALLBACK (cell_activated_cb), self);
          cnscd_session_drag_attach_target (cell, dropped_cb, NULL);
        }
    }

  cnscd_session_menu_attach (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * cnscd_month_view_set_calendar:
 * @self: a view without a calendar
 * @calendar: what it shows
 */
void
cnscd_month_view_set_calendar (CnscdMonthView *self, CnscdSessionCalendar *calendar)
{
  g_return_if_fail (CNSCD_IS_MONTH_VIEW (self) && self->calendar == NULL);

  self->calendar = g_object_ref (calendar);
  g_signal_connect_object (calendar, "changed", G_CALLBACK (show_sessions), self,
                           G_CONNECT_SWAPPED);
}

/**
 * cnscd_month_view_set_catalog:
 * @self: a view
 * @catalog: where the holidays are
 */
void
cnscd_month_view_set_catalog (CnscdMonthView *self, CnscdCatalog *catalog)
{
  g_return_if_fail (CNSCD_IS_MONTH_VIEW (self));

  g_clear_pointer (&self->catalog, cnscd_catalog_unref);
  self->catalog = cnscd_catalog_ref (catalog);
  show_holidays (self);
}

/**
 * cnscd_month_view_set_day:
 * @self: a view with a calendar
 * @day: the day that is selected, and whose month is shown
 */
void
cnscd_month_view_set_day (CnscdMonthView *self, CnscdDate day)
{
  gboolean same_month = self->day.year == day.year && self->day.month == day.month &&
                        cnscd_date_equal (self->today, cnscd_date_today ());

  g_return_if_fail (CNSCD_IS_MONTH_VIEW (self) && cnscd_date_is_full (day));

  self->day = day;
  if (!same_month)
    {
      show_days (self);
      show_holidays (self);
      show_sessions (self);
    }
  show_selected (self);
  show_weeks (self);
}

/**
 * cnscd_month_view_focus_day:
 * @self: a view
 *
 * Puts the focus on the day that is selected.
 */
void
cnscd_month_view_focus_day (CnscdMonthView *self)
{
  CnscdMonthCell *cell = find_cell (self, self->day);

  if (cell != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
}
