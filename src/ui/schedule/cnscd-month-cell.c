/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-month-cell.h"

#include "core/cnscd-calendar-layout.h"
#include "core/cnscd-lunar.h"
#include "ui/common/cnscd-widget.h"
#include "ui/common/cnscd-words.h"
#include "cnscd-schedule-words.h"
#include "cnscd-session-chip.h"
#include "cnscd-session-drag.h"

/* Narrower, there are numbers instead of chips. In pixels. */
#define MIN_CHIP_WIDTH 76

#define PADDING 3
#define GAP     2

/* Of a number, so that one digit takes the room of two. */
#define MIN_DIGITS 2

/**
 * CnscdMonthCell:
 *
 * A day of a month: its date, its lunar date, its holiday, and as many of its
 * sessions as there is room for. All its texts are inscriptions, whose size is
 * not that of what they say: another month measures nothing anew.
 */
struct _CnscdMonthCell
{
  GtkWidget parent_instance;

  GtkInscription *day_text;
  GtkInscription *lunar_text;
  GtkInscription *holiday_text;
  GtkWidget *chips[CNSCD_MONTH_CELL_MAX_CHIPS]; /* each NULL until it is needed */
  GtkWidget *more;
  GtkInscription *more_text;
  GtkInscription *count_text; /* in a narrow cell */

  CnscdDate day;
  CnscdHoliday *holiday;     /* (nullable) */
  CnscdSessionDay *sessions; /* (nullable) */
  guint n_chips;             /* that are shown */
  int room;                  /* in which they were placed last */
  gboolean narrow;
  guint filling;
};

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdMonthCell, cnscd_month_cell, GTK_TYPE_WIDGET)

static guint
count_sessions (CnscdMonthCell *self)
{
  return self->sessions != NULL ? self->sessions->n_sessions : 0;
}

static GtkWidget *
get_chip (CnscdMonthCell *self, guint index)
{
  if (self->chips[index] == NULL)
    {
      self->chips[index] = cnscd_session_chip_new (FALSE);
      gtk_widget_insert_before (self->chips[index], GTK_WIDGET (self), self->more);
    }
  return self->chips[index];
}

static void
show_more (CnscdMonthCell *self)
{
  guint n_more = count_sessions (self) - self->n_chips;
  g_autofree char *words = n_more > 0 ? cnscd_words_for_more_sessions (n_more) : NULL;

  gtk_inscription_set_text (self->more_text, words);
  gtk_widget_set_child_visible (self->more, !self->narrow && n_more > 0);
}

/* As many chips as there is room for. */
static void
fill (CnscdMonthCell *self)
{
  int chip_height = cnscd_widget_get_height (get_chip (self, 0), -1) + GAP;
  guint n = 0;

  if (self->sessions != NULL && !self->narrow)
    {
      n = cnscd_calendar_count_fitting (self->room, chip_height,
                                        cnscd_widget_get_height (self->more, -1),
                                        self->sessions->n_sessions);
      n = MIN (n, MIN (self->sessions->first->len, CNSCD_MONTH_CELL_MAX_CHIPS));
    }

  self->n_chips = n;
  for (guint i = 0; i < CNSCD_MONTH_CELL_MAX_CHIPS; i++)
    {
      if (i < n)
        cnscd_session_chip_set_session (CNSCD_SESSION_CHIP (get_chip (self, i)),
                                        self->sessions->first->pdata[i]);
      if (self->chips[i] != NULL)
        gtk_widget_set_child_visible (self->chips[i], i < n);
    }
  show_more (self);
  gtk_inscription_set_xalign (self->lunar_text, self->narrow ? 0.5 : 1);
  gtk_widget_set_child_visible (GTK_WIDGET (self->count_text),
                                self->narrow && count_sessions (self) > 0);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
fill_cb (gpointer user_data)
{
  CnscdMonthCell *self = user_data;

  self->filling = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

/* Not while sizes are given. */
static void
fill_soon (CnscdMonthCell *self)
{
  if (self->filling == 0)
    self->filling = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fill_cb, self, NULL);
}

static void
update_name (CnscdMonthCell *self)
{
  g_autofree char *name = NULL;

  if (!cnscd_date_is_full (self->day))
    return;

  name = cnscd_words_for_calendar_day (self->day, self->holiday, count_sessions (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkSizeRequestMode
cnscd_month_cell_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* The day and two lines below it that are no higher; the rest is shown where there is room. */
static void
cnscd_month_cell_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  CnscdMonthCell *self = CNSCD_MONTH_CELL (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = 0;
  else
    *minimum = 3 * cnscd_widget_get_height (GTK_WIDGET (self->day_text), -1) + 2 * PADDING + GAP;
  *natural = *minimum;
}

static void
cnscd_month_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CnscdMonthCell *self = CNSCD_MONTH_CELL (widget);
  gboolean narrow = width < MIN_CHIP_WIDTH;
  int inner = width - 2 * PADDING;
  int day_width = MIN (cnscd_widget_get_width (GTK_WIDGET (self->day_text)), width);
  int day_height = cnscd_widget_get_height (GTK_WIDGET (self->day_text), -1);
  int lunar_height = cnscd_widget_get_height (GTK_WIDGET (self->lunar_text), -1);
  int y = PADDING + day_height;
  int room;

  if (narrow)
    {
      int count_width = MIN (cnscd_widget_get_width (GTK_WIDGET (self->count_text)), width);
      int count_height = cnscd_widget_get_height (GTK_WIDGET (self->count_text), -1);

      cnscd_widget_place (GTK_WIDGET (self->day_text), (width - day_width) / 2, PADDING, day_width,
                          day_height);
      cnscd_widget_place (GTK_WIDGET (self->lunar_text), 0, y, width, lunar_height);
      y += lunar_height + GAP;
      if (gtk_widget_get_child_visible (GTK_WIDGET (self->count_text)))
        cnscd_widget_place (GTK_WIDGET (self->count_text), (width - count_width) / 2, y,
                            count_width, count_height);
    }
  else
    {
      cnscd_widget_place (GTK_WIDGET (self->day_text), PADDING, PADDING, day_width, day_height);
      cnscd_widget_place (GTK_WIDGET (self->lunar_text), PADDING + day_width,
                          PADDING + (day_height - lunar_height) / 2, inner - day_width,
                          lunar_height);
      y += GAP;
      if (self->holiday != NULL)
        {
          int holiday_height = cnscd_widget_get_height (GTK_WIDGET (self->holiday_text), inner);

          cnscd_widget_place (GTK_WIDGET (self->holiday_text), PADDING, y, inner, holiday_height);
          y += holiday_height + GAP;
        }
    }
  gtk_widget_set_child_visible (GTK_WIDGET (self->holiday_text), !narrow && self->holiday != NULL);

  room = height - PADDING - y;
  if (room != self->room || narrow != self->narrow)
    {
      self->room = room;
      self->narrow = narrow;
      fill_soon (self);
    }

  for (guint i = 0; !narrow && i < self->n_chips; i++)
    {
      int chip_height = cnscd_widget_get_height (self->chips[i], inner);

      cnscd_widget_place (self->chips[i], PADDING, y, inner, chip_height);
      y += chip_height + GAP;
    }
  if (gtk_widget_get_child_visible (self->more))
    cnscd_widget_place (self->more, PADDING, y, inner, cnscd_widget_get_height (self->more, inner));
}

static void
more_clicked_cb (CnscdMonthCell *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0);
}

static void
cnscd_month_cell_dispose (GObject *object)
{
  CnscdMonthCell *self = CNSCD_MONTH_CELL (object);
  GtkWidget *child;

  g_clear_handle_id (&self->filling, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->holiday, cnscd_record_unref);
  g_clear_pointer (&self->sessions, cnscd_session_day_unref);

  G_OBJECT_CLASS (cnscd_month_cell_parent_class)->dispose (object);
}

static void
cnscd_month_cell_class_init (CnscdMonthCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_month_cell_dispose;
  widget_class->get_request_mode = cnscd_month_cell_get_request_mode;
  widget_class->measure = cnscd_month_cell_measure;
  widget_class->size_allocate = cnscd_month_cell_size_allocate;

  /**
   * CnscdMonthCell::activate:
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

  gtk_widget_class_set_css_name (widget_class, "monthcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static GtkInscription *
add_number (CnscdMonthCell *self, const char *css_class)
{
  GtkInscription *text = cnscd_widget_add_inscription (GTK_WIDGET (self), css_class);

  gtk_widget_add_css_class (GTK_WIDGET (text), "numeric");
  gtk_inscription_set_nat_chars (text, MIN_DIGITS);
  gtk_inscription_set_text_overflow (text, GTK_INSCRIPTION_OVERFLOW_CLIP);
  gtk_inscription_set_xalign (text, 0.5);
  return text;
}

static void
cnscd_month_cell_init (CnscdMonthCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->day_text = add_number (self, "day");
  self->lunar_text = cnscd_widget_add_inscription (GTK_WIDGET (self), "lunar");
  gtk_widget_add_css_class (GTK_WIDGET (self->lunar_text), "numeric");
  self->holiday_text = cnscd_widget_add_inscription (GTK_WIDGET (self), "holiday");

  self->more = gtk_button_new ();
  self->more_text = cnscd_widget_add_inscription (NULL, NULL);
  gtk_button_set_child (GTK_BUTTON (self->more), GTK_WIDGET (self->more_text));
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_add_css_class (self->more, "more");
  gtk_widget_set_child_visible (self->more, FALSE);
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_clicked_cb), self);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));

  self->count_text = add_number (self, "count");
  gtk_widget_set_child_visible (GTK_WIDGET (self->count_text), FALSE);
}

/**
 * cnscd_month_cell_new:
 *
 * Returns: (transfer floating): a day that is not known yet
 */
GtkWidget *
cnscd_month_cell_new (void)
{
  return g_object_new (CNSCD_TYPE_MONTH_CELL, NULL);
}

/* Its width is that of so many digits. */
static void
set_number (GtkInscription *text, const char *number)
{
  gtk_inscription_set_text (text, number);
  gtk_inscription_set_nat_chars (text, MAX (MIN_DIGITS, (guint) g_utf8_strlen (number, -1)));
  gtk_widget_queue_allocate (GTK_WIDGET (text));
}

/**
 * cnscd_month_cell_set_day:
 * @self: a cell
 * @day: which day it is
 * @other_month: whether it belongs to another month than the one that is shown
 * @today: the present day
 */
void
cnscd_month_cell_set_day (CnscdMonthCell *self,
                          CnscdDate day,
                          gboolean other_month,
                          CnscdDate today)
{
  g_autofree char *number = NULL;
  g_autofree char *lunar_text = NULL;
  CnscdLunarDate lunar;
  gboolean is_lunar;

  g_return_if_fail (CNSCD_IS_MONTH_CELL (self) && cnscd_date_is_full (day));

  self->day = day;
  number =
    day.day == 1 ? g_strdup_printf ("%d/%d", day.day, day.month) : g_strdup_printf ("%d", day.day);
  set_number (self->day_text, number);
  is_lunar = cnscd_lunar_from_date (day, &lunar);
  lunar_text = is_lunar ? cnscd_lunar_format_cell (lunar) : NULL;
  gtk_inscription_set_text (self->lunar_text, lunar_text);
  cnscd_widget_set_css_class (GTK_WIDGET (self->lunar_text), "marked",
                              is_lunar && (lunar.day == 1 || lunar.day == CNSCD_LUNAR_RAM));
  cnscd_widget_set_css_class (GTK_WIDGET (self), "other-month", other_month);
  cnscd_widget_set_css_class (GTK_WIDGET (self), "today", cnscd_date_equal (day, today));
  cnscd_widget_set_css_class (GTK_WIDGET (self), "weekend", cnscd_date_get_weekday (day) >= 6);
  update_name (self);
}

/**
 * cnscd_month_cell_get_day:
 * @self: a cell
 *
 * Returns: which day it is
 */
CnscdDate
cnscd_month_cell_get_day (CnscdMonthCell *self)
{
  g_return_val_if_fail (CNSCD_IS_MONTH_CELL (self), CNSCD_DATE_UNKNOWN);

  return self->day;
}

/**
 * cnscd_month_cell_is_count:
 * @self: a cell
 * @widget: (nullable): what lies in it
 *
 * Returns: whether that is the number of sessions of a narrow day
 */
gboolean
cnscd_month_cell_is_count (CnscdMonthCell *self, GtkWidget *widget)
{
  g_return_val_if_fail (CNSCD_IS_MONTH_CELL (self), FALSE);

  return widget == GTK_WIDGET (self->count_text);
}

/**
 * cnscd_month_cell_set_holiday:
 * @self: a cell
 * @holiday: (nullable): what day it is
 */
void
cnscd_month_cell_set_holiday (CnscdMonthCell *self, const CnscdHoliday *holiday)
{
  g_return_if_fail (CNSCD_IS_MONTH_CELL (self));

  if (self->holiday == holiday)
    return;

  g_clear_pointer (&self->holiday, cnscd_record_unref);
  if (holiday != NULL)
    self->holiday = cnscd_record_ref ((CnscdHoliday *) holiday);
  gtk_inscription_set_text (self->holiday_text, holiday != NULL ? holiday->name : NULL);
  cnscd_widget_set_css_class (GTK_WIDGET (self), "day-off",
                              holiday != NULL && holiday->kind == CNSCD_HOLIDAY_KIND_DAY_OFF);
  update_name (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * cnscd_month_cell_set_sessions:
 * @self: a cell
 * @sessions: (nullable): what takes place on that day
 */
void
cnscd_month_cell_set_sessions (CnscdMonthCell *self, const CnscdSessionDay *sessions)
{
  g_autofree char *count = NULL;

  g_return_if_fail (CNSCD_IS_MONTH_CELL (self));

  if (self->sessions == sessions)
    return;

  g_clear_pointer (&self->sessions, cnscd_session_day_unref);
  if (sessions != NULL)
    self->sessions = cnscd_session_day_ref ((CnscdSessionDay *) sessions);
  count = cnscd_words_for_number (count_sessions (self));
  set_number (self->count_text, count);
  g_clear_handle_id (&self->filling, g_source_remove);
  fill (self);
  update_name (self);
}

/**
 * cnscd_month_cell_set_selected:
 * @self: a cell
 * @selected: whether it is the one day that the keyboard comes to
 */
void
cnscd_month_cell_set_selected (CnscdMonthCell *self, gboolean selected)
{
  g_return_if_fail (CNSCD_IS_MONTH_CELL (self));

  gtk_widget_set_can_focus (GTK_WIDGET (self), selected);
  cnscd_widget_set_css_class (GTK_WIDGET (self), "selected", selected);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}
