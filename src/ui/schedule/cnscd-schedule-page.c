/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-schedule-page-private.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-calendar-layout.h"
#include "model/cnscd-repository-sessions.h"
#include "ui/common/cnscd-header.h"
#include "ui/common/cnscd-page.h"
#include "cnscd-day-dialog.h"
#include "cnscd-month-cell.h"
#include "cnscd-overdue-page.h"
#include "cnscd-schedule-words.h"
#include "cnscd-session-filter-dialog.h"
#include "cnscd-week-day.h"

/* Below, a list is easier to read than a grid. In pixels. */
#define NARROW_WIDTH 600

#define VIEW_SETTING "schedule-view"

#define NO_BREAK_SPACE "\302\240"

/**
 * CnscdSchedulePage:
 *
 * The schedule of guidance sessions (lịch hướng dẫn): a month, a week, or a list.
 */
static void cnscd_schedule_page_page_init (CnscdPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CnscdSchedulePage,
                               cnscd_schedule_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (CNSCD_TYPE_PAGE,
                                                      cnscd_schedule_page_page_init))

/*< private >
 * cnscd_schedule_page_get_window:
 *
 * Returns: (nullable) (transfer none): the window that it is in
 */
CnscdWindow *
cnscd_schedule_page_get_window (CnscdSchedulePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return CNSCD_IS_WINDOW (root) ? CNSCD_WINDOW (root) : NULL;
}

/*< private >
 * cnscd_schedule_page_get_unit:
 *
 * Returns: (nullable) (transfer none): code of the commune that is shown, %NULL for all
 */
const char *
cnscd_schedule_page_get_unit (CnscdSchedulePage *self)
{
  const char *unit = cnscd_unit_filter_get_unit (self->unit_filter);

  return unit != NULL ? unit : cnscd_repository_get_unit (self->repository);
}

static gboolean
is_view (CnscdSchedulePage *self, const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0;
}

/**
 * cnscd_schedule_page_get_range: (skip)
 * @self: the page
 * @from: (out): the first day of what is shown
 * @to: (out): the last one
 */
void
cnscd_schedule_page_get_range (CnscdSchedulePage *self, CnscdDate *from, CnscdDate *to)
{
  if (is_view (self, "week"))
    {
      *from = cnscd_calendar_get_monday (self->day);
      *to = cnscd_date_add_days (*from, CNSCD_DAYS_PER_WEEK - 1);
    }
  else
    {
      *from = cnscd_calendar_get_month_start (self->day);
      *to = cnscd_calendar_get_month_end (self->day);
    }
}

static CnscdSessionCalendar *
get_calendar (CnscdSchedulePage *self)
{
  return is_view (self, "week") ? self->weeks : self->months;
}

static void
update_title (CnscdSchedulePage *self)
{
  CnscdDate from, to;
  guint n_sessions;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  cnscd_schedule_page_get_range (self, &from, &to);
  n_sessions = cnscd_session_calendar_count (get_calendar (self), from, to);
  title = is_view (self, "week") ? cnscd_words_for_week (from) : cnscd_words_for_month (from);
  /* Always a line, for what is below moves with it. */
  if (n_sessions > 0)
    subtitle = cnscd_words_for_sessions (n_sessions);
  else if (cnscd_session_calendar_is_loaded (get_calendar (self), from, to))
    subtitle = g_strdup (_ ("No sessions"));
  else
    subtitle = g_strdup (NO_BREAK_SPACE);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, subtitle);
}

/* Says why a list is empty, and what to do about it. */
static void
update_agenda (CnscdSchedulePage *self, gboolean empty)
{
  gboolean filtered = cnscd_filters_get_n_active (CNSCD_FILTERS (self->filters)) > 0;

  adw_status_page_set_title (self->agenda_empty_page,
                             filtered ? _ ("No Sessions Found") : _ ("No Sessions This Month"));
  adw_status_page_set_description (self->agenda_empty_page,
                                   filtered ? _ ("No session of this month passes the filters")
                                            : _ ("Plan one, or look at another month"));
  gtk_button_set_label (self->agenda_empty_button,
                        filtered ? _ ("_Clear Filters") : _ ("_New Session…"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->agenda_empty_button),
                                  filtered ? "page.clear-filters" : "page.new");
  gtk_stack_set_visible_child_name (self->agenda_stack, empty ? "empty" : "sessions");
}

static void
update (CnscdSchedulePage *self)
{
  CnscdDate from, to;

  update_title (self);
  cnscd_schedule_page_get_range (self, &from, &to);
  if (is_view (self, "agenda") && cnscd_session_calendar_is_loaded (self->months, from, to))
    update_agenda (self, cnscd_session_calendar_count (self->months, from, to) == 0);
}

/* The whole grid, which has days of other months. */
static void
show_month (CnscdSchedulePage *self)
{
  CnscdDate first = cnscd_calendar_get_monday (cnscd_calendar_get_month_start (self->day));
  int n_days = (int) cnscd_calendar_count_weeks (self->day) * CNSCD_DAYS_PER_WEEK;

  cnscd_session_calendar_show (self->months, first, cnscd_date_add_days (first, n_days - 1));
  cnscd_month_view_set_day (self->month_view, self->day);
}

static void
show (CnscdSchedulePage *self)
{
  CnscdDate from, to;

  cnscd_schedule_page_get_range (self, &from, &to);
  if (is_view (self, "month"))
    show_month (self);
  else
    cnscd_session_calendar_show (get_calendar (self), from, to);

  if (is_view (self, "week"))
    cnscd_week_view_set_day (self->week_view, self->day);
  else if (is_view (self, "agenda"))
    {
      cnscd_agenda_set_range (self->agenda, from, to);
      cnscd_agenda_view_scroll_to (self->agenda_view, self->day);
    }
  update (self);
}

/*< private >
 * cnscd_schedule_page_set_day:
 *
 * Shows another day.
 */
void
cnscd_schedule_page_set_day (CnscdSchedulePage *self, CnscdDate day)
{
  self->day = cnscd_calendar_clamp (day);
  show (self);
}

/*< private >
 * cnscd_schedule_page_focus_view:
 *
 * Puts the focus on the day that is selected.
 */
void
cnscd_schedule_page_focus_view (CnscdSchedulePage *self)
{
  if (is_view (self, "month"))
    cnscd_month_view_focus_day (self->month_view);
  else if (is_view (self, "week"))
    cnscd_week_view_focus_day (self->week_view);
  else
    cnscd_agenda_view_focus_day (self->agenda_view, self->day);
}

/*< private >
 * cnscd_schedule_page_turn:
 *
 * Turns @n months or weeks on, or back.
 */
void
cnscd_schedule_page_turn (CnscdSchedulePage *self, int n)
{
  if (is_view (self, "week"))
    cnscd_schedule_page_set_day (self, cnscd_date_add_days (self->day, n * CNSCD_DAYS_PER_WEEK));
  else
    cnscd_schedule_page_set_day (self, cnscd_calendar_add_months (self->day, n));
}

/*< private >
 * cnscd_schedule_page_make_query:
 *
 * Returns: which sessions are shown, on whatever day; valid until the filters change
 */
CnscdSessionQuery
cnscd_schedule_page_make_query (CnscdSchedulePage *self)
{
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;

  query.unit = cnscd_schedule_page_get_unit (self);
  cnscd_session_filters_narrow (self->filters, &query);
  return query;
}

static void
apply_query (CnscdSchedulePage *self)
{
  CnscdSessionQuery query = cnscd_schedule_page_make_query (self);

  cnscd_agenda_set_query (self->agenda, &query);
  cnscd_session_calendar_set_query (self->months, &query);
  cnscd_session_calendar_set_query (self->weeks, &query);
}

static void
any_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdSchedulePage) self = user_data;
  g_autoptr (GPtrArray) sessions =
    cnscd_repository_list_sessions_finish (CNSCD_REPOSITORY (source), result, NULL);

  if (sessions != NULL && self->repository != NULL)
    gtk_stack_set_visible_child_name (self->content_stack, sessions->len > 0 ? "views" : "empty");
}

/* Where there is no session at all, there is nothing to turn pages for. */
static void
look_for_any (CnscdSchedulePage *self)
{
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;

  query.unit = cnscd_schedule_page_get_unit (self);
  query.limit = 1;
  cnscd_repository_list_sessions_async (self->repository, &query, self->cancellable, any_cb,
                                        g_object_ref (self));
}

static void
update_filter_button (CnscdSchedulePage *self)
{
  guint n = cnscd_filters_get_n_active (CNSCD_FILTERS (self->filters));
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *label = cnscd_filters_dup_label (CNSCD_FILTERS (self->filters));

  gtk_label_set_text (self->filter_count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_count), n > 0);
  gtk_widget_set_tooltip_text (self->filter_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
filters_changed_cb (CnscdSchedulePage *self)
{
  update_filter_button (self);
  apply_query (self);
  show (self);
}

static void
filter_clicked_cb (CnscdSchedulePage *self)
{
  adw_dialog_present (cnscd_session_filter_dialog_new (self->filters, self->repository,
                                                       self->catalog,
                                                       cnscd_schedule_page_get_unit (self)),
                      GTK_WIDGET (self));
}

static void
focus_view_cb (CnscdSchedulePage *self)
{
  cnscd_schedule_page_focus_view (self);
}

static void
catalog_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (CnscdSchedulePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdCatalog) catalog =
    cnscd_repository_load_catalog_finish (CNSCD_REPOSITORY (source), result, &error);

  /* Without it days have no names, which is no reason to show nothing. */
  if (catalog == NULL || self->repository == NULL)
    return;

  g_clear_pointer (&self->catalog, cnscd_catalog_unref);
  self->catalog = cnscd_catalog_ref (catalog);
  cnscd_month_view_set_catalog (self->month_view, catalog);
  cnscd_week_view_set_catalog (self->week_view, catalog);
  cnscd_agenda_view_set_catalog (self->agenda_view, catalog);
}

static void
load_catalog (CnscdSchedulePage *self)
{
  cnscd_repository_load_catalog_async (self->repository, cnscd_schedule_page_get_unit (self),
                                       self->cancellable, catalog_cb, g_object_ref (self));
}

static void
changed_cb (CnscdSchedulePage *self, const char *const *kinds)
{
  if (kinds == NULL || kinds[0] == NULL || g_strv_contains (kinds, CNSCD_KIND_HOLIDAY.name))
    load_catalog (self);
  look_for_any (self);
}

static void
failed_cb (CnscdSchedulePage *self, const GError *error)
{
  CnscdWindow *window = cnscd_schedule_page_get_window (self);

  if (window != NULL)
    cnscd_window_show_error (window, NULL, error);
}

static void
unit_cb (CnscdSchedulePage *self)
{
  if (self->repository == NULL)
    return;

  cnscd_session_filters_clear_unit (self->filters);
  apply_query (self);
  load_catalog (self);
  look_for_any (self);
  show (self);
}

/* Returns: (nullable) (transfer none): where the choice of a view is kept */
static GSettings *
get_settings (CnscdSchedulePage *self)
{
  CnscdWindow *window = cnscd_schedule_page_get_window (self);

  return window != NULL ? cnscd_window_get_settings (window) : NULL;
}

static void
view_cb (CnscdSchedulePage *self)
{
  const char *name = adw_toggle_group_get_active_name (self->view_group);
  GSettings *settings = get_settings (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean in_view = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack));

  if (self->repository == NULL || name == NULL)
    return;

  /* The first one is the program's choice. */
  if (self->chosen && settings != NULL)
    g_settings_set_string (settings, VIEW_SETTING, name);
  self->chosen = TRUE;
  gtk_stack_set_visible_child_name (self->stack, name);
  show (self);
  if (in_view)
    cnscd_schedule_page_focus_view (self);
}

/* Who chooses a view by the pointer stays where they were; it is reached by keys all the same. */
static void
leave_focus (GtkWidget *widget)
{
  if (GTK_IS_TOGGLE_BUTTON (widget))
    gtk_widget_set_focus_on_click (widget, FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    leave_focus (child);
}

static void
day_chosen_cb (CnscdSchedulePage *self, gint64 day)
{
  cnscd_schedule_page_set_day (self, cnscd_date_from_days (day));
}

static void
cut_cb (CnscdSchedulePage *self, const char *session)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "page.cut-session", "s", session);
}

static void
day_activated_cb (CnscdSchedulePage *self, gint64 day)
{
  CnscdSessionQuery query = cnscd_schedule_page_make_query (self);
  AdwDialog *dialog =
    cnscd_day_dialog_new (self->repository, &query, self->catalog, cnscd_date_from_days (day));

  g_signal_connect_object (dialog, "cut", G_CALLBACK (cut_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
cnscd_schedule_page_focus (CnscdPage *page)
{
  cnscd_schedule_page_focus_view (CNSCD_SCHEDULE_PAGE (page));
}

/* Where any session is found, by its words or by the code on its paper. */
static void
cnscd_schedule_page_start_search (CnscdPage *page)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (page), ADW_TYPE_NAVIGATION_VIEW);
  AdwNavigationPage *found;

  gtk_widget_activate_action (GTK_WIDGET (page), "win.overdue", NULL);
  found = adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (view));
  if (CNSCD_IS_OVERDUE_PAGE (found))
    cnscd_page_start_search (CNSCD_PAGE (found));
}

static void
cnscd_schedule_page_page_init (CnscdPageInterface *iface)
{
  iface->start_search = cnscd_schedule_page_start_search;
  iface->focus = cnscd_schedule_page_focus;
}

/* What was chosen the last time; until somebody chose, a list in a narrow window, where it is what
 * can be read. */
static void
choose_view (CnscdSchedulePage *self)
{
  GSettings *settings = get_settings (self);
  g_autofree char *view = settings != NULL ? g_settings_get_string (settings, VIEW_SETTING) : NULL;
  int width = gtk_widget_get_width (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));

  if (view != NULL && *view != '\0')
    adw_toggle_group_set_active_name (self->view_group, view);
  else if (width > 0 && width < NARROW_WIDTH)
    adw_toggle_group_set_active_name (self->view_group, "agenda");
}

/* The day may have changed since. */
static void
cnscd_schedule_page_map (GtkWidget *widget)
{
  CnscdSchedulePage *self = CNSCD_SCHEDULE_PAGE (widget);

  GTK_WIDGET_CLASS (cnscd_schedule_page_parent_class)->map (widget);

  if (!self->chosen)
    choose_view (self);
  self->chosen = TRUE;
  show (self);
}

static void
cnscd_schedule_page_dispose (GObject *object)
{
  CnscdSchedulePage *self = CNSCD_SCHEDULE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->overdue_hint);
  g_clear_object (&self->agenda);
  g_clear_object (&self->filters);
  g_clear_pointer (&self->cut, g_free);
  g_clear_object (&self->months);
  g_clear_object (&self->weeks);
  g_clear_pointer (&self->catalog, cnscd_catalog_unref);
  g_clear_object (&self->repository);

  G_OBJECT_CLASS (cnscd_schedule_page_parent_class)->dispose (object);
}

static void
cnscd_schedule_page_class_init (CnscdSchedulePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_schedule_page_dispose;
  widget_class->map = cnscd_schedule_page_map;

  g_type_ensure (CNSCD_TYPE_AGENDA_VIEW);
  g_type_ensure (CNSCD_TYPE_HEADER);
  g_type_ensure (CNSCD_TYPE_MONTH_VIEW);
  g_type_ensure (CNSCD_TYPE_NOTICE_BANNER);
  g_type_ensure (CNSCD_TYPE_FILTER_BAR);
  g_type_ensure (CNSCD_TYPE_WEEK_VIEW);
  g_type_ensure (CNSCD_TYPE_UNIT_FILTER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/schedule/cnscd-schedule-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdSchedulePage, window_title);
  gtk_widget_class_bind_template_child (widget_class, CnscdSchedulePage, notice_banner);
  gtk_widget_class_bind_template_child (widget_class, CnscdSchedulePage, unit_filter);
  gtk_widget_class_bind_template_child (widget_class, CnscdSchedulePage, view_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdSchedulePage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdSchedulePage, filter_count);
  gtk_widget_class_bind_template_child (widget_class, CnscdSchedulePage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, CnscdSchedulePage, content_stack);
  gtk_widget_class_bind_template_child (widget_class, CnscdSchedulePage, agenda_empty_page);
  gtk_widget_class_bind_template_child (widget_class, CnscdSchedulePage, agenda_empty_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdSchedulePage, stack);
  gtk_widget_class_bind_template_child (widget_class, CnscdSchedulePage, month_view);
  gtk_widget_class_bind_template_child (widget_class, CnscdSchedulePage, week_view);
  gtk_widget_class_bind_template_child (widget_class, CnscdSchedulePage, agenda_stack);
  gtk_widget_class_bind_template_child (widget_class, CnscdSchedulePage, agenda_view);
  gtk_widget_class_bind_template_callback (widget_class, unit_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_view_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_activated_cb);
  cnscd_schedule_page_install_actions (widget_class);
}

static void
cnscd_schedule_page_init (CnscdSchedulePage *self)
{
  self->cancellable = g_cancellable_new ();
  self->day = cnscd_date_today ();
  gtk_widget_init_template (GTK_WIDGET (self));
  leave_focus (GTK_WIDGET (self->view_group));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.paste-session", FALSE);
}

/**
 * cnscd_schedule_page_new:
 * @repository: an open repository
 *
 * Returns: (transfer floating): a page with the schedule
 */
AdwNavigationPage *
cnscd_schedule_page_new (CnscdRepository *repository)
{
  CnscdSchedulePage *self = g_object_new (CNSCD_TYPE_SCHEDULE_PAGE, NULL);

  self->repository = g_object_ref (repository);
  self->filters = cnscd_session_filters_new ();
  g_signal_connect_object (self->filters, "changed", G_CALLBACK (filters_changed_cb), self,
                           G_CONNECT_SWAPPED);
  cnscd_filter_bar_set_filters (self->filter_bar, CNSCD_FILTERS (self->filters));
  self->months =
    cnscd_session_calendar_new (repository, CNSCD_CALENDAR_SPAN_MONTH, CNSCD_MONTH_CELL_MAX_CHIPS);
  self->weeks =
    cnscd_session_calendar_new (repository, CNSCD_CALENDAR_SPAN_WEEK, CNSCD_WEEK_DAY_MAX_SESSIONS);
  self->agenda = cnscd_agenda_new (repository, self->months);
  cnscd_unit_filter_set_repository (self->unit_filter, repository);
  cnscd_month_view_set_calendar (self->month_view, self->months);
  cnscd_week_view_set_calendar (self->week_view, self->weeks);
  cnscd_agenda_view_set_agenda (self->agenda_view, self->agenda);
  g_signal_connect_object (self->months, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->weeks, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->weeks, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->months, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (repository, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  self->overdue_hint = cnscd_overdue_hint_new (repository, ADW_NAVIGATION_PAGE (self),
                                               cnscd_notice_banner_get_hints (self->notice_banner));
  update_filter_button (self);
  apply_query (self);
  load_catalog (self);
  look_for_any (self);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * cnscd_schedule_page_show:
 * @self: a page
 * @view: (nullable): "month", "week" or "agenda"; %NULL for the one that is shown
 * @day: a day
 *
 * Shows a day in one of the views.
 */
void
cnscd_schedule_page_show (CnscdSchedulePage *self, const char *view, CnscdDate day)
{
  g_return_if_fail (CNSCD_IS_SCHEDULE_PAGE (self) && cnscd_date_is_full (day));

  if (view != NULL)
    adw_toggle_group_set_active_name (self->view_group, view);
  cnscd_schedule_page_set_day (self, day);
}
