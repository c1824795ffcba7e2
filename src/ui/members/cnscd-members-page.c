/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-members-page.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-member-list.h"
#include "cnscd-bulk-menu.h"
#include "cnscd-member-columns.h"
#include "cnscd-member-filter-bar.h"
#include "cnscd-member-filter-dialog.h"
#include "cnscd-member-line.h"
#include "cnscd-member-menu.h"
#include "ui/common/cnscd-list-stack.h"
#include "ui/common/cnscd-page.h"
#include "ui/common/cnscd-search.h"
#include "ui/common/cnscd-selection-check.h"
#include "ui/common/cnscd-unit-filter.h"
#include "ui/common/cnscd-words.h"
#include "ui/people/cnscd-duplicates-hint.h"
#include "ui/window/cnscd-window.h"

/**
 * CnscdMembersPage:
 *
 * Everyone, as a table where there is room for one and in two lines where
 * there is not. The database sorts, searches and filters.
 */
struct _CnscdMembersPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  GtkToggleButton *search_button;
  GtkToggleButton *select_button;
  GtkWidget *filter_button;
  GtkLabel *filter_count;
  GtkWidget *narrow_tools; /* what there is no room for at the top of a narrow window */
  GtkWidget *narrow_filter_button;
  AdwButtonContent *narrow_filter_content;
  CnscdMemberFilterBar *filter_bar;
  CnscdUnitFilter *unit_filter;
  CnscdDuplicatesHint *duplicates_hint;
  CnscdBulkBar *bulk_bar;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  CnscdListStack *list_stack;
  AdwBreakpoint *roomy;
  AdwBreakpoint *tight;
  AdwBreakpoint *narrow;
  GtkStack *layout;
  GtkColumnView *column_view;
  GtkColumnViewColumn *check_column;
  GtkColumnViewColumn *name_column;
  GtkColumnViewColumn *birth_column;
  GtkColumnViewColumn *gender_column;
  GtkColumnViewColumn *role_column;
  GtkColumnViewColumn *team_column;
  GtkColumnViewColumn *unit_column;
  GtkColumnViewColumn *phone_column;
  GtkColumnViewColumn *office_column;
  GtkListView *list_view;

  CnscdRepository *repository;
  CnscdMemberList *list;
  CnscdMemberFilters *filters;
  CnscdRowSelection *selection;
  GtkSelectionModel *lines_selection; /* none: a list view with single clicks selects by hovering */
  char *summary;                      /* of all, without a search */
  char *short_summary;
  gboolean filled;  /* there is somebody to filter and to select */
  gboolean refocus; /* the list, when its other layout is there */
  guint opened;     /* the row whose team was opened */
};

static void cnscd_members_page_page_init (CnscdPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CnscdMembersPage,
                               cnscd_members_page,
                               ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (CNSCD_TYPE_PAGE,
                                                      cnscd_members_page_page_init))

static gboolean
shows_lines (CnscdMembersPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->layout), "lines") == 0;
}

static gboolean
is_narrowed (CnscdMembersPage *self)
{
  return cnscd_unit_filter_get_unit (self->unit_filter) != NULL ||
         cnscd_member_filters_get_n_active (self->filters) > 0;
}

static void
update_subtitle (CnscdMembersPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  gboolean searching = cnscd_paged_list_get_search (CNSCD_PAGED_LIST (self->list)) != NULL;
  g_autofree char *found = NULL;

  /* The page itself says when there is none. */
  if ((searching || is_narrowed (self)) && n > 0)
    {
      g_autofree char *members = cnscd_words_for_members (n);

      /* Translators: %s is "3 members" */
      found = searching ? g_strdup_printf (_ ("%s found"), members) : g_steal_pointer (&members);
    }

  if (!searching && !is_narrowed (self))
    found = g_strdup (shows_lines (self) ? self->short_summary : self->summary);
  adw_window_title_set_subtitle (self->window_title, found != NULL ? found : "");
}

/* Says what an empty list means, before there is one. */
static void
update_filtering (CnscdMembersPage *self)
{
  guint n = cnscd_member_filters_get_n_active (self->filters);
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *label = NULL;
  g_autofree char *short_label = NULL;

  cnscd_list_stack_set_filtering (self->list_stack, is_narrowed (self));
  if (n > 0)
    /* Translators: %u is a number of filters */
    label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Filter (%u active)", "Filter (%u active)", n), n);
  else
    label = g_strdup (_ ("Filter"));
  gtk_label_set_text (self->filter_count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_count), n > 0);
  gtk_widget_set_tooltip_text (self->filter_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  short_label = cnscd_words_join (" · ", _ ("Filter"), n > 0 ? count : NULL);
  adw_button_content_set_label (self->narrow_filter_content, short_label);
  gtk_widget_set_tooltip_text (self->narrow_filter_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->narrow_filter_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
focus_list_cb (CnscdMembersPage *self)
{
  cnscd_list_stack_focus (self->list_stack, GTK_INVALID_LIST_POSITION);
}

/* Below the width in scaled pixels the breakpoint does its work. */
static void
set_breakpoint (AdwBreakpoint *breakpoint, int width)
{
  AdwBreakpointCondition *condition = adw_breakpoint_condition_new_length (
    ADW_BREAKPOINT_CONDITION_MAX_WIDTH, width, ADW_LENGTH_UNIT_SP);

  adw_breakpoint_set_condition (breakpoint, condition);
  adw_breakpoint_condition_free (condition);
}

/* In a commune all would say the same, and there is more room for the rest. */
static void
update_columns (CnscdMembersPage *self)
{
  gboolean with_unit = cnscd_repository_get_unit (self->repository) == NULL &&
                       cnscd_unit_filter_get_unit (self->unit_filter) == NULL;

  gtk_column_view_column_set_visible (self->unit_column, with_unit);
  set_breakpoint (self->roomy, with_unit ? 1200 : 1000);
  set_breakpoint (self->tight, with_unit ? 1040 : 880);
  set_breakpoint (self->narrow, with_unit ? 800 : 700);
}

static void
unit_cb (CnscdMembersPage *self)
{
  if (self->filters == NULL)
    return;

  /* A team of one commune has nobody in another. */
  cnscd_member_filters_clear (self->filters, CNSCD_MEMBER_FILTER_TEAM);
  update_filtering (self);
  update_columns (self);
  cnscd_paged_list_set_unit (CNSCD_PAGED_LIST (self->list),
                             cnscd_unit_filter_get_unit (self->unit_filter));
}

static void
filter_clicked_cb (CnscdMembersPage *self)
{
  const char *office = cnscd_repository_get_unit (self->repository);

  adw_dialog_present (
    cnscd_member_filter_dialog_new (
      self->filters, office != NULL ? office : cnscd_unit_filter_get_unit (self->unit_filter)),
    GTK_WIDGET (self));
}

static void
clear_filters_cb (CnscdMembersPage *self)
{
  cnscd_member_filters_clear_all (self->filters);
  cnscd_unit_filter_set_unit (self->unit_filter, NULL);
  /* The button that was pressed goes with the page that says that nobody matches. */
  focus_list_cb (self);
}

static void
scroll_to_top (CnscdMembersPage *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->list)) == 0)
    return;

  if (gtk_column_view_get_model (self->column_view) != NULL)
    gtk_column_view_scroll_to (self->column_view, 0, NULL, GTK_LIST_SCROLL_NONE, NULL);
  if (gtk_list_view_get_model (self->list_view) != NULL)
    gtk_list_view_scroll_to (self->list_view, 0, GTK_LIST_SCROLL_NONE, NULL);
}

static void
search_changed_cb (CnscdMembersPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  cnscd_list_stack_set_searching (self->list_stack, *text != '\0');
  cnscd_paged_list_set_search (CNSCD_PAGED_LIST (self->list), text);
}

static void
loading_cb (CnscdMembersPage *self)
{
  if (!cnscd_paged_list_is_loading (CNSCD_PAGED_LIST (self->list)))
    update_subtitle (self);
}

static void
items_changed_cb (CnscdMembersPage *self, guint position, guint removed, guint added)
{
  /* Another search or another order is read from its beginning. */
  if (position == 0)
    scroll_to_top (self);
}

static void
sorter_changed_cb (CnscdMembersPage *self, GtkSorterChange change, GtkColumnViewSorter *sorter)
{
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  gboolean descending =
    gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;

  if (column != NULL)
    cnscd_member_list_set_sort (self->list, cnscd_member_columns_get_sort (column), descending);
}

static void
activate_cb (CnscdMembersPage *self, guint position)
{
  g_autoptr (CnscdMemberRow) row = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  const CnscdMember *member = row != NULL ? cnscd_member_row_get_member (row) : NULL;

  if (member != NULL)
    {
      self->opened = position;
      gtk_widget_activate_action (GTK_WIDGET (self), "win.open-person", "s", member->person);
    }
}

static void
update_selecting_cb (CnscdMembersPage *self)
{
  gboolean selecting = cnscd_row_selection_get_selecting (self->selection);
  guint n = cnscd_row_selection_get_n_selected (self->selection);

  gtk_toggle_button_set_active (self->select_button, selecting);
  gtk_column_view_column_set_visible (self->check_column, selecting);
  /* One is selected by every click. */
  gtk_widget_set_visible (GTK_WIDGET (self->bulk_bar), selecting || n > 1);
  gtk_widget_set_visible (self->narrow_tools, !selecting && n < 2 && self->filled);
}

static void
begin_selecting_cb (CnscdMembersPage *self)
{
  cnscd_row_selection_set_selecting (self->selection, TRUE);
  /* The button that was pressed gives way to the bar. */
  focus_list_cb (self);
}

static void
select_clicked_cb (CnscdMembersPage *self)
{
  cnscd_row_selection_set_selecting (self->selection,
                                     gtk_toggle_button_get_active (self->select_button));
}

static void
toggle (CnscdMembersPage *self, guint position)
{
  gint64 nr = cnscd_paged_list_get_nr (CNSCD_PAGED_LIST (self->list), position);

  cnscd_row_selection_set_selected (self->selection, nr,
                                    !cnscd_row_selection_contains (self->selection, nr));
}

static void
line_activate_cb (CnscdMembersPage *self, guint position)
{
  if (cnscd_row_selection_get_selecting (self->selection))
    toggle (self, position);
  else
    activate_cb (self, position);
}

static gboolean
leave_selecting_cb (gpointer data)
{
  CnscdMembersPage *self = data;

  if (self->selection != NULL)
    {
      cnscd_row_selection_set_selecting (self->selection, FALSE);
      focus_list_cb (self);
    }
  return G_SOURCE_REMOVE;
}

/*
 * After the form has given the focus back to the bar, which goes now; but not so late, as the
 * priority of an idle would be while something moves on the screen, that it unselects what
 * somebody has selected since.
 */
static void
bulk_done_cb (CnscdMembersPage *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, leave_selecting_cb, g_object_ref (self), g_object_unref);
}

static gboolean
escape_cb (GtkWidget *page, GVariant *args, gpointer data)
{
  CnscdMembersPage *self = CNSCD_MEMBERS_PAGE (page);

  if (!cnscd_row_selection_get_selecting (self->selection) &&
      cnscd_row_selection_get_n_selected (self->selection) < 2)
    return GDK_EVENT_PROPAGATE;

  leave_selecting_cb (self);
  return GDK_EVENT_STOP;
}

static void
line_setup_cb (CnscdMembersPage *self, GtkListItem *item)
{
  cnscd_member_line_set_selection (CNSCD_MEMBER_LINE (gtk_list_item_get_child (item)),
                                   self->selection);
}

static gboolean
layout_changed_cb (gpointer data)
{
  CnscdMembersPage *self = data;

  if (self->list == NULL)
    return G_SOURCE_REMOVE;

  update_subtitle (self);
  /* The rows that had the focus are gone: so it goes to the same ones here. */
  if (self->refocus)
    focus_list_cb (self);
  self->refocus = FALSE;
  return G_SOURCE_REMOVE;
}

/* Only the view that is seen costs anything. */
static void
layout_cb (CnscdMembersPage *self)
{
  gboolean lines = shows_lines (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->selection == NULL)
    return;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->layout)))
    self->refocus = TRUE;

  gtk_column_view_set_model (self->column_view,
                             lines ? NULL : GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_model (self->list_view, lines ? self->lines_selection : NULL);
  /* A breakpoint changes the layout in the midst of giving widgets their places. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, layout_changed_cb, g_object_ref (self), g_object_unref);
}

static gboolean
key_pressed_cb (CnscdMembersPage *self)
{
  cnscd_row_selection_set_keyed (self->selection, TRUE);
  return GDK_EVENT_PROPAGATE;
}

static void
button_pressed_cb (CnscdMembersPage *self)
{
  cnscd_row_selection_set_keyed (self->selection, FALSE);
}

/* Before the table hears of it. */
static void
watch_input (CnscdMembersPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->column_view), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (button_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->column_view), GTK_EVENT_CONTROLLER (click));
}

/* A column view makes each head a button, which lights up also where pressing it does nothing. */
static void
mark_check_head (CnscdMembersPage *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->column_view));
  GtkWidget *head = gtk_widget_get_first_child (header);

  gtk_widget_set_can_target (head, FALSE);
  gtk_widget_add_css_class (head, "check-head");
}

/* Whom, only a team knows. */
static void
new_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (CNSCD_IS_WINDOW (root))
    cnscd_window_show_message (CNSCD_WINDOW (root), _ ("Open a team to add a member to it"));
}

static void
cnscd_members_page_start_search (CnscdPage *page)
{
  CnscdMembersPage *self = CNSCD_MEMBERS_PAGE (page);

  cnscd_search_start (self->search_bar, self->search_entry);
}

static void
cnscd_members_page_focus (CnscdPage *page)
{
  cnscd_list_stack_focus (CNSCD_MEMBERS_PAGE (page)->list_stack, GTK_INVALID_LIST_POSITION);
}

static void
cnscd_members_page_set_overview (CnscdPage *page, const CnscdOverview *overview)
{
  CnscdMembersPage *self = CNSCD_MEMBERS_PAGE (page);

  g_clear_pointer (&self->summary, g_free);
  g_clear_pointer (&self->short_summary, g_free);
  if (overview->n_members > 0)
    {
      g_autofree char *members = cnscd_words_for_members (overview->n_members);
      g_autofree char *teams = cnscd_words_for_teams (overview->n_teams);

      /* Translators: "252 members in 36 teams" */
      self->summary = g_strdup_printf (_ ("%s in %s"), members, teams);
      self->short_summary = g_steal_pointer (&members);
    }
  update_subtitle (self);
  gtk_widget_set_visible (GTK_WIDGET (self->search_button), overview->n_members > 0);
  gtk_widget_set_visible (self->filter_button, overview->n_members > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->select_button), overview->n_members > 0);
  self->filled = overview->n_members > 0;
  update_selecting_cb (self);
}

static void
cnscd_members_page_page_init (CnscdPageInterface *iface)
{
  iface->start_search = cnscd_members_page_start_search;
  iface->focus = cnscd_members_page_focus;
  iface->set_overview = cnscd_members_page_set_overview;
}

/* Back from a team to its row; who is somewhere else, as in the sidebar, stays there. */
static void
cnscd_members_page_shown (AdwNavigationPage *page)
{
  CnscdMembersPage *self = CNSCD_MEMBERS_PAGE (page);
  guint opened = self->opened;

  self->opened = GTK_INVALID_LIST_POSITION;
  if (opened != GTK_INVALID_LIST_POSITION && cnscd_page_may_take_focus (CNSCD_PAGE (page)))
    cnscd_list_stack_focus (self->list_stack, opened);
}

static void
cnscd_members_page_dispose (GObject *object)
{
  CnscdMembersPage *self = CNSCD_MEMBERS_PAGE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->lines_selection);
  g_clear_object (&self->filters);
  g_clear_object (&self->list);
  g_clear_object (&self->repository);

  G_OBJECT_CLASS (cnscd_members_page_parent_class)->dispose (object);
}

static void
cnscd_members_page_finalize (GObject *object)
{
  g_free (CNSCD_MEMBERS_PAGE (object)->summary);
  g_free (CNSCD_MEMBERS_PAGE (object)->short_summary);

  G_OBJECT_CLASS (cnscd_members_page_parent_class)->finalize (object);
}

static void
cnscd_members_page_class_init (CnscdMembersPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_members_page_dispose;
  object_class->finalize = cnscd_members_page_finalize;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = cnscd_members_page_shown;

  g_type_ensure (CNSCD_TYPE_BULK_BAR);
  g_type_ensure (CNSCD_TYPE_DUPLICATES_HINT);
  g_type_ensure (CNSCD_TYPE_LIST_STACK);
  g_type_ensure (CNSCD_TYPE_MEMBER_FILTER_BAR);
  g_type_ensure (CNSCD_TYPE_UNIT_FILTER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/members/cnscd-members-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, roomy);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, tight);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, narrow);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, layout);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, column_view);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, name_column);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, birth_column);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, gender_column);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, role_column);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, team_column);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, unit_column);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, phone_column);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, office_column);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, list_view);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, check_column);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, bulk_bar);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, unit_filter);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, duplicates_hint);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, filter_count);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, select_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, narrow_tools);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, narrow_filter_content);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, narrow_filter_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, layout_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_selecting_cb);
  gtk_widget_class_bind_template_callback (widget_class, select_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, line_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_filters_cb);
  gtk_widget_class_bind_template_callback (widget_class, bulk_done_cb);
}

static void
cnscd_members_page_init (CnscdMembersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cnscd_member_menu_attach (GTK_WIDGET (self->column_view));
  cnscd_member_menu_attach (GTK_WIDGET (self->list_view));
  self->opened = GTK_INVALID_LIST_POSITION;
}

/**
 * cnscd_members_page_new:
 * @repository: an open repository
 *
 * Returns: (transfer floating): a page with every member
 */
AdwNavigationPage *
cnscd_members_page_new (CnscdRepository *repository)
{
  CnscdMembersPage *self = g_object_new (CNSCD_TYPE_MEMBERS_PAGE, NULL);
  g_autoptr (GtkListItemFactory) line_factory =
    cnscd_line_factory_new (CNSCD_TYPE_MEMBER_LINE, repository);
  g_autoptr (GtkListItemFactory) check_factory = NULL;
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->repository = g_object_ref (repository);
  cnscd_member_columns_set_up (self->name_column, CNSCD_MEMBER_SORT_NAME, repository);
  cnscd_member_columns_set_up (self->birth_column, CNSCD_MEMBER_SORT_BIRTH, repository);
  cnscd_member_columns_set_up (self->gender_column, CNSCD_MEMBER_SORT_GENDER, repository);
  cnscd_member_columns_set_up (self->role_column, CNSCD_MEMBER_SORT_ROLE, repository);
  cnscd_member_columns_set_up (self->team_column, CNSCD_MEMBER_SORT_TEAM, repository);
  cnscd_member_columns_set_up (self->unit_column, CNSCD_MEMBER_SORT_UNIT, repository);
  cnscd_member_columns_set_up (self->phone_column, CNSCD_MEMBER_SORT_PHONE, repository);
  cnscd_member_columns_set_up (self->office_column, CNSCD_MEMBER_SORT_OFFICE, repository);
  cnscd_unit_filter_set_repository (self->unit_filter, repository);
  update_columns (self);
  g_signal_connect_object (repository, "changed", G_CALLBACK (update_columns), self,
                           G_CONNECT_SWAPPED);
  self->list = cnscd_member_list_new (repository, NULL);
  cnscd_paged_list_set_unit (CNSCD_PAGED_LIST (self->list),
                             cnscd_unit_filter_get_unit (self->unit_filter));
  g_signal_connect_object (self->list, "notify::loading", G_CALLBACK (loading_cb), self,
                           G_CONNECT_SWAPPED);
  self->filters = cnscd_member_filters_new (self->list);
  g_signal_connect_object (self->filters, "changed", G_CALLBACK (update_filtering), self,
                           G_CONNECT_SWAPPED);
  cnscd_member_filter_bar_set_filters (self->filter_bar, self->filters);
  update_filtering (self);
  cnscd_duplicates_hint_set_repository (self->duplicates_hint, repository);
  cnscd_list_stack_set_list (self->list_stack, CNSCD_PAGED_LIST (self->list));
  cnscd_search_set_up (GTK_WIDGET (self), self->search_bar, self->search_entry, self->list_stack);

  self->selection = cnscd_row_selection_new (CNSCD_PAGED_LIST (self->list));
  self->lines_selection =
    GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->list))));
  check_factory = cnscd_selection_check_factory_new (self->selection);
  gtk_column_view_column_set_factory (self->check_column, check_factory);
  g_signal_connect_object (line_factory, "setup", G_CALLBACK (line_setup_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_list_view_set_factory (self->list_view, line_factory);
  cnscd_bulk_bar_set_selection (self->bulk_bar, self->selection);
  cnscd_bulk_menu_attach (GTK_WIDGET (self->column_view), self->selection, self->bulk_bar);
  cnscd_bulk_menu_attach (GTK_WIDGET (self->list_view), self->selection, self->bulk_bar);
  g_signal_connect_object (self->selection, "notify::n-selected", G_CALLBACK (update_selecting_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selecting", G_CALLBACK (update_selecting_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  layout_cb (self);

  mark_check_head (self);
  watch_input (self);

  gtk_column_view_sort_by_column (self->column_view, self->name_column, GTK_SORT_ASCENDING);
  g_signal_connect_object (gtk_column_view_get_sorter (self->column_view), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
  /* After the views have heard of it. */
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return ADW_NAVIGATION_PAGE (self);
}
