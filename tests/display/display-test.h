/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-record-store.h"
#include "ui/application/cnscd-application.h"
#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

typedef gboolean (*DisplayTestFunc) (gpointer data);

#define DISPLAY_TEST_MEMBERS                                                                       \
  char *folder; /* of its own */                                                                   \
  char *path;   /* of the database in it */                                                        \
  CnscdRepository *repository;                                                                     \
  CnscdWindow *window;

/* A window on a database in a folder of its own. */
typedef struct
{
  DISPLAY_TEST_MEMBERS
} DisplayTest;

/* Stands first in a test's structure, which has the members of a DisplayTest then. */
#define DISPLAY_TEST                                                                               \
  union                                                                                            \
  {                                                                                                \
    DisplayTest display;                                                                           \
    struct                                                                                         \
    {                                                                                              \
      DISPLAY_TEST_MEMBERS                                                                         \
    };                                                                                             \
  };

void display_test_init_alone (int *argc, char ***argv, const char *variable);
CnscdApplication *display_test_init (int *argc, char ***argv, const char *variable);
int display_test_run (void);
void display_test_make_folder (DisplayTest *test);
void display_test_show (DisplayTest *test);
void display_test_tear_down (DisplayTest *test);

CnscdApplication *display_test_start (void);
CnscdWindow *display_test_open_window (CnscdApplication *application,
                                       CnscdRepository *repository,
                                       const char *path);
void display_test_stop (CnscdApplication *application, CnscdWindow *window);
void display_test_pump_until (DisplayTestFunc done, gpointer data);
void display_test_settle (void);
gpointer display_test_find (GtkWidget *root, GType type);
gpointer display_test_find_labelled (GtkWidget *root, const char *text);
gpointer display_test_find_named (GtkWidget *root, const char *name);
GtkWidget *display_test_newest_window (void);
void display_test_open_team (CnscdWindow *window, guint position);

/* What is read, and forms. A dialog here is the window's topmost AdwDialog. */
void display_test_wait_for_text (CnscdWindow *window, const char *text);
void display_test_wait_for_no_text (CnscdWindow *window, const char *text);
AdwDialog *display_test_get_dialog (CnscdWindow *window);
AdwDialog *display_test_wait_for_dialog (CnscdWindow *window);
void display_test_wait_for_no_dialog (CnscdWindow *window);
GtkWidget *display_test_find_row (GtkWidget *root, const char *title);
GtkWidget *display_test_find_button (GtkWidget *root, const char *label);
GtkWidget *display_test_get_row (CnscdWindow *window, const char *title);
GtkWidget *display_test_get_button (CnscdWindow *window, const char *label);
void display_test_type (CnscdWindow *window, const char *title, const char *text);
void display_test_press (CnscdWindow *window, const char *label);
void display_test_press_key (const char *key);
void display_test_click (GtkWidget *widget);
void display_test_double_click (GtkWidget *widget);
void display_test_click_secondary (GtkWidget *widget);

/* Records straight into a database. */
void display_test_put (CnscdDatabase *database, gpointer record);
CnscdTeam *display_test_add_team (CnscdDatabase *database, const char *unit, const char *name);
void display_test_add_member (CnscdDatabase *database,
                              CnscdTeam *team,
                              const char *name,
                              CnscdRole role);

void display_test_remove_folder (const char *path);

G_END_DECLS
