/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-overdue-page.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-overdue-list.h"
#include "ui/common/cnscd-row-menu.h"
#include "cnscd-overdue-line.h"
#include "cnscd-schedule-words.h"

/**
 * CnscdOverduePage:
 *
 * Sessions that are over and not reported, the oldest first. Activating one
 * asks for its report; by the code on its sign-in sheet any session is found.
 */
struct _CnscdOverduePage
{
  CnscdListPage parent_instance;
};

G_DEFINE_FINAL_TYPE (CnscdOverduePage, cnscd_overdue_page, CNSCD_TYPE_LIST_PAGE)

static const CnscdListReason all_reported = {
  "object-select-symbolic", N_ ("Every Session Is Reported"),
  N_ ("A session is listed here from its end until its results are entered"), NULL
};

static void
act (GtkWidget *view, gpointer data, const char *action)
{
  const CnscdSessionSummary *session = data;

  gtk_widget_activate_action (view, action, "s", session->session);
}

static void
report (GtkWidget *view, gpointer data)
{
  act (view, data, "win.report-session");
}

static void
open_session (GtkWidget *view, gpointer data)
{
  act (view, data, "win.open-session");
}

static void
postpone (GtkWidget *view, gpointer data)
{
  act (view, data, "win.postpone-session");
}

static void
cancel (GtkWidget *view, gpointer data)
{
  act (view, data, "win.cancel-session");
}

static void
remove_session (GtkWidget *view, gpointer data)
{
  act (view, data, "win.delete-session");
}

static const CnscdRowMenuItem items[] = {
  { .name = "report", .label = N_ ("_Report…"), .accelerator = "F2", .keys = "F2", .func = report },
  { .name = "open", .label = N_ ("_Open"), .func = open_session },
  { .name = "postpone", .label = N_ ("_Postpone"), .func = postpone, .apart = TRUE },
  { .name = "cancel", .label = N_ ("Ca_ncel Session"), .func = cancel },
  { .name = "delete",
    .label = N_ ("_Delete"),
    .accelerator = "Delete",
    .keys = "Delete|KP_Delete",
    .func = remove_session,
    .apart = TRUE },
};

static void
attach_menu (GtkWidget *view)
{
  cnscd_row_menu_attach (view, "overdue-row", items, G_N_ELEMENTS (items), NULL);
}

static CnscdPagedList *
cnscd_overdue_page_create_list (CnscdRepository *repository)
{
  return CNSCD_PAGED_LIST (cnscd_overdue_list_new (repository));
}

static char *
cnscd_overdue_page_describe (CnscdListPage *page, guint n_items)
{
  return cnscd_words_for_sessions (n_items);
}

/* Also then a report is found by its code. */
static const CnscdListReason *
cnscd_overdue_page_explain (CnscdListPage *page, gboolean searching)
{
  return searching ? NULL : &all_reported;
}

static void
cnscd_overdue_page_class_init (CnscdOverduePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdListPageClass *page_class = CNSCD_LIST_PAGE_CLASS (klass);

  page_class->create_list = cnscd_overdue_page_create_list;
  page_class->line_type = CNSCD_TYPE_OVERDUE_LINE;
  page_class->attach_menu = attach_menu;
  page_class->open_action = "win.report-session";
  page_class->subject_offset = G_STRUCT_OFFSET (CnscdSessionSummary, session);
  page_class->none_found =
    (CnscdListReason) { "edit-find-symbolic", N_ ("No Sessions Found"),
                        N_ ("Search for something else, or type the code on the sign-in sheet"),
                        NULL };
  page_class->describe = cnscd_overdue_page_describe;
  page_class->explain = cnscd_overdue_page_explain;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/schedule/cnscd-overdue-page.ui");
}

static void
cnscd_overdue_page_init (CnscdOverduePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_overdue_page_new:
 * @repository: an open repository
 *
 * Returns: (transfer floating): a page with the sessions that are to be reported
 */
AdwNavigationPage *
cnscd_overdue_page_new (CnscdRepository *repository)
{
  return g_object_new (CNSCD_TYPE_OVERDUE_PAGE, "repository", repository, NULL);
}
