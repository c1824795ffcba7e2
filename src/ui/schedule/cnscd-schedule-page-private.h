/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/cnscd-session-calendar.h"
#include "ui/common/cnscd-filter-bar.h"
#include "ui/common/cnscd-unit-filter.h"
#include "ui/window/cnscd-notice-banner.h"
#include "ui/window/cnscd-window.h"
#include "cnscd-agenda-view.h"
#include "cnscd-month-view.h"
#include "cnscd-overdue-hint.h"
#include "cnscd-schedule-page.h"
#include "cnscd-session-filters.h"
#include "cnscd-week-view.h"

G_BEGIN_DECLS

/* For the files of the page: what it shows (cnscd-schedule-page.c), and what its menu and keys do
 * (cnscd-schedule-page-actions.c). */
struct _CnscdSchedulePage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  GtkWidget *filter_button;
  GtkLabel *filter_count;
  CnscdNoticeBanner *notice_banner;
  CnscdUnitFilter *unit_filter;
  CnscdFilterBar *filter_bar;
  GtkStack *content_stack;
  AdwToggleGroup *view_group;
  GtkStack *stack;
  CnscdMonthView *month_view;
  CnscdWeekView *week_view;
  GtkStack *agenda_stack;
  CnscdAgendaView *agenda_view;
  AdwStatusPage *agenda_empty_page;
  GtkButton *agenda_empty_button;

  CnscdRepository *repository;
  GCancellable *cancellable;
  CnscdOverdueHint *overdue_hint;
  CnscdSessionCalendar *months;
  CnscdSessionCalendar *weeks;
  CnscdAgenda *agenda;
  CnscdSessionFilters *filters;
  CnscdCatalog *catalog; /* (nullable): until it is read */
  CnscdDate day;         /* that is selected */
  gboolean chosen;       /* whether the view is somebody's choice */
  char *cut;             /* (nullable): id of a session that is to be moved */
  int cut_minute;        /* of the day, when it begins */
};

CnscdWindow *cnscd_schedule_page_get_window (CnscdSchedulePage *self);
const char *cnscd_schedule_page_get_unit (CnscdSchedulePage *self);
CnscdSessionQuery cnscd_schedule_page_make_query (CnscdSchedulePage *self);
void cnscd_schedule_page_set_day (CnscdSchedulePage *self, CnscdDate day);
void cnscd_schedule_page_get_range (CnscdSchedulePage *self, CnscdDate *from, CnscdDate *to);
void cnscd_schedule_page_turn (CnscdSchedulePage *self, int n);
void cnscd_schedule_page_focus_view (CnscdSchedulePage *self);

void cnscd_schedule_page_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
