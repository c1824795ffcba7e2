/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-pages.h"
#include "cnscd-window.h"
#include "model/cnscd-sample.h"
#include "ui/welcome/cnscd-welcome.h"

G_BEGIN_DECLS

/* For the files of the window: what it is (cnscd-window.c), how it comes to a database
 * (cnscd-window-database.c, cnscd-window-sample.c) and what its menus and keys do
 * (cnscd-window-actions.c). */
struct _CnscdWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  AdwNavigationSplitView *split_view;
  AdwWindowTitle *sidebar_title;
  GtkMenuButton *menu_button;
  GtkListBox *sidebar;
  AdwNavigationPage *content_page;
  AdwNavigationView *navigation;
  GtkStack *opening;
  AdwStatusPage *problem_page;
  GtkMenuButton *problem_menu_button;
  AdwClamp *problem_paths;
  GtkWidget *restore_button;
  GtkWidget *retry_button;
  GtkWidget *choose_button;
  GtkWidget *choose_note;
  CnscdWelcome *welcome; /* (nullable): in the stack */
  CnscdPages *pages;

  CnscdRepository *repository;
  CnscdHistory *history;
  GSettings *settings; /* (nullable) */
  GCancellable *cancellable;
  CnscdNotices *notices;
  CnscdOverview *overview; /* (nullable) */
  char *path;
  char *unit; /* (nullable): code of the commune whose pages are shown */
  guint patience;
  guint check;

  gconstpointer pressed_dialog; /* (nullable): where the pointer was pressed last; may be gone */
  gboolean press_outdated;      /* what was pressed is not there any more */
  guint32 press_time;           /* ms, of the event */
  double press_x;
  double press_y;

  AdwToast *toast;              /* (nullable) (weak): the last one */
  AdwToastOverlay *toast_place; /* (nullable) (weak): where it is shown */
  gint64 toast_time;            /* µs, monotonic */
  gboolean moving_focus;        /* by a key, just now */
  guint stray_focus;            /* source that takes it back to the page */
  GtkWidget *page_focus;        /* (nullable) (weak): what had it last on a page */

  CnscdSample *sample; /* (nullable): whose database is shown */
  CnscdRepository *own_repository;
  GQueue wanted_files;        /* (element-type GFile): to be imported as soon as that can be */
  AdwDialog *wanted_question; /* (nullable) (weak): about them */
  guint wanted_idle;
  CnscdHistory *own_history;
  char *own_path;
  gboolean making_sample;
  gboolean giving_up_sample; /* for the window is closed */
};

void cnscd_window_set_database (CnscdWindow *self,
                                CnscdRepository *repository,
                                CnscdHistory *history,
                                const char *path);
void cnscd_window_open_database (CnscdWindow *self);
void cnscd_window_choose_database (CnscdWindow *self);
void cnscd_window_schedule_check (CnscdWindow *self);
void cnscd_window_show_welcome (CnscdWindow *self);
void cnscd_window_enter (CnscdWindow *self);
void cnscd_window_drop_pages (CnscdWindow *self);

void cnscd_window_open_sample (CnscdWindow *self, const char *unit);
void cnscd_window_leave_sample (CnscdWindow *self);
void cnscd_window_ask_to_leave_sample (CnscdWindow *self);
gboolean cnscd_window_keeps_sample (CnscdWindow *self);
void cnscd_window_discard_sample (CnscdWindow *self);

void cnscd_window_watch_dialogs (CnscdWindow *self);
void cnscd_window_import_wanted_file (CnscdWindow *self);

void cnscd_window_watch_clicks (CnscdWindow *self);
void cnscd_window_watch_keys (CnscdWindow *self);
void cnscd_window_watch_focus (CnscdWindow *self);
void cnscd_window_outdate_press (CnscdWindow *self);
gboolean cnscd_window_is_closing (CnscdWindow *self);
void cnscd_window_place_toasts (CnscdWindow *self);
void cnscd_window_dismiss_toast (CnscdWindow *self);

void cnscd_window_install_actions (GtkWidgetClass *widget_class);
void cnscd_window_install_people_actions (GtkWidgetClass *widget_class);
void cnscd_window_install_schedule_actions (GtkWidgetClass *widget_class);
void cnscd_window_update_actions (CnscdWindow *self);
void cnscd_window_focus_page (CnscdWindow *self);

G_END_DECLS
