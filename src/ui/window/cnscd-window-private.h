/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-window.h"

G_BEGIN_DECLS

/* For the files of the window: what it is (cnscd-window.c) and what its menus and keys do
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
  GtkWidget *restore_button;
  GtkWidget *retry_button;
  AdwBanner *backup_banner;

  CnscdRepository *repository;
  CnscdHistory *history;
  GSettings *settings; /* (nullable) */
  GCancellable *cancellable;
  CnscdOverview *overview; /* (nullable) */
  char *path;
  guint patience;
  guint check;
};

void cnscd_window_install_actions (GtkWidgetClass *widget_class);
void cnscd_window_install_people_actions (GtkWidgetClass *widget_class);
void cnscd_window_update_actions (CnscdWindow *self);
void cnscd_window_focus_page (CnscdWindow *self);

G_END_DECLS
