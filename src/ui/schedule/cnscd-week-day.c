/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-week-day.h"

#include "core/cnscd-calendar-layout.h"
#include "ui/common/cnscd-widget.h"
#include "cnscd-schedule-words.h"
#include "cnscd-session-actions.h"
#include "cnscd-session-chip.h"
#include "cnscd-session-drag.h"

#define MINUTES_PER_HOUR 60
#define HOURS_PER_DAY    24

/* What is shorter is drawn as if it were as long. In minutes. */
#define MIN_LENGTH 45
/* Narrower columns show nothing that could be read. In pixels. */
#define MIN_COLUMN_WIDTH 48
#define MIN_WIDTH        97

/* How opaque the lines of the hours are, and where contrast is high. */
#define LINE        0.12f
#define STRONG_LINE 0.5f
#define GAP         2

/* Sessions that are dragged stay at such minutes. */
#define DRAG_STEP 15

/**
 * CnscdWeekDay:
 *
 * A day of a week as a column of time, with its sessions as blocks, side by
 * side where they overlap.
 */
struct _CnscdWeekDay
{
  GtkWidget parent_instance;

  GtkWidget *now_line;
  GtkWidget *drop_label;

  CnscdDate day;
  gboolean is_today;
  CnscdHoliday *holiday;     /* (nullable) */
  CnscdSessionDay *sessions; /* (nullable) */
  GPtrArray *chips;          /* (element-type GtkWidget): some may be left over */
  GArray *blocks;            /* (element-type CnscdDayBlock): as many as are shown */
  guint n_hidden;            /* for which there is no room */
  guint max_columns;         /* that there is room for */
  guint filling;
  int drop_minute; /* where what is dragged would begin, or -1 */
  guint notifying;
  guint clock;
};

enum
{
  SIGNAL_ACTIVATE,
  SIGNAL_HIDDEN_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdWeekDay, cnscd_week_day, GTK_TYPE_WIDGET)

static int
get_y (int minute)
{
  return minute * CNSCD_WEEK_HOUR_HEIGHT / MINUTES_PER_HOUR;
}

static int
get_minute (double y)
{
  return (int) (y * MINUTES_PER_HOUR / CNSCD_WEEK_HOUR_HEIGHT);
}

static guint
count_sessions (CnscdWeekDay *self)
{
  return self->sessions != NULL ? self->sessions->n_sessions : 0;
}

static void
update_name (CnscdWeekDay *self)
{
  g_autofree char *name = NULL;

  if (!cnscd_date_is_full (self->day))
    return;

  name = cnscd_words_for_calendar_day (self->day, self->holiday, count_sessions (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Into the next day it is drawn as if it ended with this one. */
static CnscdDayBlock
make_block (const CnscdSessionSummary *session)
{
  int from = cnscd_time_get_minute_of_day (session->starts_at);
  gint64 length = session->ends_at - session->starts_at;
  CnscdDayBlock block = { .from = MIN (from, CNSCD_MINUTES_PER_DAY - MIN_LENGTH) };

  block.to = (int) CLAMP (from + length, block.from + MIN_LENGTH, CNSCD_MINUTES_PER_DAY);
  return block;
}

static GtkWidget *
get_chip (CnscdWeekDay *self, guint index)
{
  if (index >= self->chips->len)
    {
      GtkWidget *chip = cnscd_session_chip_new (TRUE);

      gtk_widget_insert_before (chip, GTK_WIDGET (self), self->now_line);
      g_ptr_array_add (self->chips, chip);
    }
  return self->chips->pdata[index];
}

static void
fill (CnscdWeekDay *self)
{
  guint n =
    self->sessions != NULL ? MIN (self->sessions->first->len, CNSCD_WEEK_DAY_MAX_SESSIONS) : 0;

  g_array_set_size (self->blocks, 0);
  for (guint i = 0; i < n; i++)
    {
      const CnscdSessionSummary *session = self->sessions->first->pdata[i];
      CnscdDayBlock block = make_block (session);

      g_array_append_val (self->blocks, block);
    }
  cnscd_calendar_arrange ((CnscdDayBlock *) self->blocks->data, n);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *chip = get_chip (self, i);

      if (g_array_index (self->blocks, CnscdDayBlock, i).column < self->max_columns)
        cnscd_session_chip_set_session (CNSCD_SESSION_CHIP (chip), self->sessions->first->pdata[i]);
    }
  for (guint i = n; i < self->chips->len; i++)
    gtk_widget_set_child_visible (self->chips->pdata[i], FALSE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
fill_cb (gpointer user_data)
{
  CnscdWeekDay *self = user_data;

  self->filling = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

static void
notify_cb (gpointer user_data)
{
  CnscdWeekDay *self = user_data;

  self->notifying = 0;
  g_signal_emit (self, signals[SIGNAL_HIDDEN_CHANGED], 0);
}

static void
set_n_hidden (CnscdWeekDay *self, guint n_hidden)
{
  if (self->n_hidden == n_hidden)
    return;

  self->n_hidden = n_hidden;
  /* Not while sizes are given. */
  if (self->notifying == 0)
    self->notifying = g_idle_add_once (notify_cb, self);
}

static void
place_blocks (CnscdWeekDay *self, int width)
{
  guint max_columns = (guint) MAX (1, width / MIN_COLUMN_WIDTH);
  guint n_hidden = count_sessions (self) - self->blocks->len;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const CnscdDayBlock *block = &g_array_index (self->blocks, CnscdDayBlock, i);
      guint n_columns = MIN (block->n_columns, max_columns);
      gboolean shown = block->column < n_columns;
      int left = GAP + (int) block->column * (width - GAP) / (int) n_columns;
      int right = GAP + ((int) block->column + 1) * (width - GAP) / (int) n_columns;
      int y = get_y (block->from);

      gtk_widget_set_child_visible (self->chips->pdata[i], shown);
      if (shown)
        cnscd_widget_place (self->chips->pdata[i], left, y + 1, right - left - GAP,
                            get_y (block->to) - y - 2);
      else
        n_hidden++;
    }
  set_n_hidden (self, n_hidden);
  if (max_columns != self->max_columns)
    {
      self->max_columns = max_columns;
      if (self->filling == 0)
        self->filling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fill_cb, self, NULL);
    }
}

static void
cnscd_week_day_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural =
    orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : HOURS_PER_DAY * CNSCD_WEEK_HOUR_HEIGHT;
}

static void
cnscd_week_day_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CnscdWeekDay *self = CNSCD_WEEK_DAY (widget);

  place_blocks (self, width);
  if (gtk_widget_get_child_visible (self->now_line))
    cnscd_widget_place (self->now_line, 0, get_y (cnscd_time_get_minute_of_day (cnscd_time_now ())),
                        width, 2);
  if (self->drop_minute >= 0)
    cnscd_widget_place (self->drop_label, GAP, get_y (self->drop_minute), width - 2 * GAP, 0);
}

static void
cnscd_week_day_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GdkRGBA colour;

  gtk_widget_get_color (widget, &colour);
  colour.alpha *= adw_style_manager_get_high_contrast (
                    adw_style_manager_get_for_display (gtk_widget_get_display (widget)))
                    ? STRONG_LINE
                    : LINE;
  for (int hour = 1; hour < HOURS_PER_DAY; hour++)
    gtk_snapshot_append_color (snapshot, &colour,
                               &GRAPHENE_RECT_INIT (0, hour * CNSCD_WEEK_HOUR_HEIGHT, width, 1));
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (0, 0, 1, height));

  GTK_WIDGET_CLASS (cnscd_week_day_parent_class)->snapshot (widget, snapshot);
}

static gboolean
clock_cb (gpointer user_data)
{
  if (CNSCD_WEEK_DAY (user_data)->is_today)
    gtk_widget_queue_allocate (GTK_WIDGET (user_data));
  return G_SOURCE_CONTINUE;
}

/* It may become today's only afterwards. */
static void
cnscd_week_day_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (cnscd_week_day_parent_class)->map (widget);
  CNSCD_WEEK_DAY (widget)->clock = g_timeout_add_seconds (60, clock_cb, widget);
}

static void
cnscd_week_day_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&CNSCD_WEEK_DAY (widget)->clock, g_source_remove);
  GTK_WIDGET_CLASS (cnscd_week_day_parent_class)->unmap (widget);
}

static void
dropped_cb (GtkWidget *widget, const CnscdSessionSummary *session, double y)
{
  CnscdWeekDay *self = CNSCD_WEEK_DAY (widget);
  int minute = cnscd_calendar_round_minute (get_minute (y), DRAG_STEP);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (CNSCD_IS_WINDOW (root))
    cnscd_session_actions_move (CNSCD_WINDOW (root), session->session,
                                cnscd_time_new (self->day, minute));
}

/* Tells where what is dragged would begin. */
static void
dragged_cb (GtkWidget *widget, gboolean over, double y)
{
  CnscdWeekDay *self = CNSCD_WEEK_DAY (widget);
  int minute = over ? cnscd_calendar_round_minute (get_minute (y), DRAG_STEP) : -1;
  g_autofree char *clock = NULL;

  if (self->drop_minute == minute)
    return;

  self->drop_minute = minute;
  gtk_widget_set_child_visible (self->drop_label, over);
  if (over)
    {
      clock = cnscd_time_format_clock (cnscd_time_new (self->day, minute));
      gtk_label_set_text (GTK_LABEL (self->drop_label), clock);
    }
  gtk_widget_queue_allocate (widget);
}

static void
cnscd_week_day_dispose (GObject *object)
{
  CnscdWeekDay *self = CNSCD_WEEK_DAY (object);
  GtkWidget *child;

  g_clear_handle_id (&self->notifying, g_source_remove);
  g_clear_handle_id (&self->filling, g_source_remove);
  g_clear_handle_id (&self->clock, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->holiday, cnscd_record_unref);
  g_clear_pointer (&self->sessions, cnscd_session_day_unref);

  G_OBJECT_CLASS (cnscd_week_day_parent_class)->dispose (object);
}

static void
cnscd_week_day_finalize (GObject *object)
{
  CnscdWeekDay *self = CNSCD_WEEK_DAY (object);

  g_ptr_array_unref (self->chips);
  g_array_unref (self->blocks);

  G_OBJECT_CLASS (cnscd_week_day_parent_class)->finalize (object);
}

/* A whole day is higher than what is seen of it: the hours stay where they are. */
static gboolean
cnscd_week_day_grab_focus (GtkWidget *widget)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment =
    viewport != NULL ? gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)) : NULL;
  double value = adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
  gboolean grabbed = GTK_WIDGET_CLASS (cnscd_week_day_parent_class)->grab_focus (widget);

  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, value);
  return grabbed;
}

static void
cnscd_week_day_class_init (CnscdWeekDayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_week_day_dispose;
  object_class->finalize = cnscd_week_day_finalize;
  widget_class->measure = cnscd_week_day_measure;
  widget_class->size_allocate = cnscd_week_day_size_allocate;
  widget_class->snapshot = cnscd_week_day_snapshot;
  widget_class->map = cnscd_week_day_map;
  widget_class->unmap = cnscd_week_day_unmap;
  widget_class->grab_focus = cnscd_week_day_grab_focus;

  /**
   * CnscdWeekDay::activate:
   *
   * Somebody wants to see all of the day.
   */
  signals[SIGNAL_ACTIVATE] =
    g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, signals[SIGNAL_ACTIVATE]);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Return, 0, "activate", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_KP_Enter, 0, "activate", NULL);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_space, 0, "activate", NULL);

  /**
   * CnscdWeekDay::hidden-changed:
   *
   * There is room for more sessions than before, or for fewer.
   */
  signals[SIGNAL_HIDDEN_CHANGED] =
    g_signal_new ("hidden-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "weekday");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
cnscd_week_day_init (CnscdWeekDay *self)
{
  self->chips = g_ptr_array_new ();
  self->blocks = g_array_new (FALSE, FALSE, sizeof (CnscdDayBlock));
  self->drop_minute = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->now_line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->now_line, "now");
  gtk_widget_set_can_target (self->now_line, FALSE);
  gtk_widget_set_child_visible (self->now_line, FALSE);
  gtk_widget_set_parent (self->now_line, GTK_WIDGET (self));

  self->drop_label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->drop_label), 0);
  gtk_widget_add_css_class (self->drop_label, "drop-time");
  gtk_widget_set_can_target (self->drop_label, FALSE);
  gtk_widget_set_child_visible (self->drop_label, FALSE);
  gtk_widget_set_parent (self->drop_label, GTK_WIDGET (self));

  cnscd_session_drag_attach_target (GTK_WIDGET (self), dropped_cb, dragged_cb);
}

/**
 * cnscd_week_day_new:
 *
 * Returns: (transfer floating): a day that is not known yet
 */
GtkWidget *
cnscd_week_day_new (void)
{
  return g_object_new (CNSCD_TYPE_WEEK_DAY, NULL);
}

/**
 * cnscd_week_day_set_day:
 * @self: a column
 * @day: which day it is
 * @today: the present day
 */
void
cnscd_week_day_set_day (CnscdWeekDay *self, CnscdDate day, CnscdDate today)
{
  g_return_if_fail (CNSCD_IS_WEEK_DAY (self) && cnscd_date_is_full (day));

  self->day = day;
  self->is_today = cnscd_date_equal (day, today);
  gtk_widget_set_child_visible (self->now_line, self->is_today);
  cnscd_widget_set_css_class (GTK_WIDGET (self), "weekend", cnscd_date_get_weekday (day) >= 6);
  update_name (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * cnscd_week_day_get_day:
 * @self: a column
 *
 * Returns: which day it is
 */
CnscdDate
cnscd_week_day_get_day (CnscdWeekDay *self)
{
  g_return_val_if_fail (CNSCD_IS_WEEK_DAY (self), CNSCD_DATE_UNKNOWN);

  return self->day;
}

/**
 * cnscd_week_day_set_holiday:
 * @self: a column
 * @holiday: (nullable): what day it is
 */
void
cnscd_week_day_set_holiday (CnscdWeekDay *self, const CnscdHoliday *holiday)
{
  g_return_if_fail (CNSCD_IS_WEEK_DAY (self));

  g_clear_pointer (&self->holiday, cnscd_record_unref);
  if (holiday != NULL)
    self->holiday = cnscd_record_ref ((CnscdHoliday *) holiday);
  cnscd_widget_set_css_class (GTK_WIDGET (self), "day-off",
                              holiday != NULL && holiday->kind == CNSCD_HOLIDAY_KIND_DAY_OFF);
  update_name (self);
}

/**
 * cnscd_week_day_set_sessions:
 * @self: a column
 * @sessions: (nullable): what takes place on that day
 */
void
cnscd_week_day_set_sessions (CnscdWeekDay *self, const CnscdSessionDay *sessions)
{
  g_return_if_fail (CNSCD_IS_WEEK_DAY (self));

  if (self->sessions == sessions)
    return;

  g_clear_pointer (&self->sessions, cnscd_session_day_unref);
  if (sessions != NULL)
    self->sessions = cnscd_session_day_ref ((CnscdSessionDay *) sessions);
  fill (self);
  update_name (self);
}

/**
 * cnscd_week_day_set_selected:
 * @self: a column
 * @selected: whether it is the one day that the keyboard comes to
 */
void
cnscd_week_day_set_selected (CnscdWeekDay *self, gboolean selected)
{
  g_return_if_fail (CNSCD_IS_WEEK_DAY (self));

  gtk_widget_set_can_focus (GTK_WIDGET (self), selected);
  cnscd_widget_set_css_class (GTK_WIDGET (self), "selected", selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * cnscd_week_day_get_n_hidden:
 * @self: a column
 *
 * Returns: how many sessions it does not show
 */
guint
cnscd_week_day_get_n_hidden (CnscdWeekDay *self)
{
  g_return_val_if_fail (CNSCD_IS_WEEK_DAY (self), 0);

  return self->n_hidden;
}

/**
 * cnscd_week_day_focus_next:
 * @self: a column
 * @focus: the session that has the focus, or the column itself
 * @step: 1 for the next session, -1 for the one before
 *
 * Moves the focus through the sessions of a day, by their times.
 *
 * Returns: whether there was one, or the column itself before the first
 */
gboolean
cnscd_week_day_focus_next (CnscdWeekDay *self, GtkWidget *focus, int step)
{
  int at = -1;

  for (guint i = 0; i < self->blocks->len; i++)
    if (self->chips->pdata[i] == focus)
      at = (int) i;

  if (at == -1 && step < 0)
    return FALSE;

  for (at += step; at >= 0 && at < (int) self->blocks->len; at += step)
    if (gtk_widget_get_child_visible (self->chips->pdata[at]))
      return gtk_widget_grab_focus (self->chips->pdata[at]);
  return at < 0 && gtk_widget_grab_focus (GTK_WIDGET (self));
}
