/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-members-view.h"

#include "cnscd-bulk-menu.h"
#include "cnscd-member-columns.h"
#include "cnscd-member-line.h"
#include "cnscd-member-menu.h"
#include "ui/common/cnscd-selection-check.h"

/**
 * CnscdMembersView:
 *
 * A list of members as a table where there is room for one, with as many
 * columns as fit, and in two lines each where there is not. Several are selected
 * in either.
 */
struct _CnscdMembersView
{
  AdwBreakpointBin parent_instance;

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

  CnscdRowSelection *selection;       /* (nullable): until there is a list */
  GtkSelectionModel *lines_selection; /* none: a list view with single clicks selects by hovering */
  gboolean refocus;                   /* the list, when its other layout is there */
};

enum
{
  SIGNAL_ROW_ACTIVATED,
  SIGNAL_SORTED,
  SIGNAL_RELAID,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdMembersView, cnscd_members_view, ADW_TYPE_BREAKPOINT_BIN)

/* Below the width in scaled pixels the breakpoint does its work. */
static void
set_breakpoint (AdwBreakpoint *breakpoint, int width)
{
  AdwBreakpointCondition *condition = adw_breakpoint_condition_new_length (
    ADW_BREAKPOINT_CONDITION_MAX_WIDTH, width, ADW_LENGTH_UNIT_SP);

  adw_breakpoint_set_condition (breakpoint, condition);
  adw_breakpoint_condition_free (condition);
}

static void
activate_cb (CnscdMembersView *self, guint position)
{
  g_signal_emit (self, signals[SIGNAL_ROW_ACTIVATED], 0, position);
}

static void
sorter_changed_cb (CnscdMembersView *self, GtkSorterChange change, GtkColumnViewSorter *sorter)
{
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  gboolean descending =
    gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;

  if (column != NULL)
    g_signal_emit (self, signals[SIGNAL_SORTED], 0, (int) cnscd_member_columns_get_sort (column),
                   descending);
}

static void
selecting_cb (CnscdMembersView *self)
{
  gtk_column_view_column_set_visible (self->check_column,
                                      cnscd_row_selection_get_selecting (self->selection));
}

static void
line_setup_cb (CnscdMembersView *self, GtkListItem *item)
{
  CnscdMemberLine *line = CNSCD_MEMBER_LINE (gtk_list_item_get_child (item));

  cnscd_member_line_set_selection (line, self->selection);
  cnscd_member_line_set_compact (line);
}

static gboolean
relaid_cb (gpointer data)
{
  CnscdMembersView *self = data;
  gboolean refocus = self->refocus;

  self->refocus = FALSE;
  g_signal_emit (self, signals[SIGNAL_RELAID], 0, refocus);
  return G_SOURCE_REMOVE;
}

/* Only the view that is seen costs anything. */
static void
layout_cb (CnscdMembersView *self)
{
  gboolean lines = cnscd_members_view_shows_lines (self);
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
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, relaid_cb, g_object_ref (self), g_object_unref);
}

static gboolean
key_pressed_cb (CnscdMembersView *self)
{
  cnscd_row_selection_set_keyed (self->selection, TRUE);
  return GDK_EVENT_PROPAGATE;
}

static void
button_pressed_cb (CnscdMembersView *self)
{
  cnscd_row_selection_set_keyed (self->selection, FALSE);
}

/* Before the table hears of it. */
static void
watch_input (CnscdMembersView *self)
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
mark_check_head (CnscdMembersView *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->column_view));
  GtkWidget *head = gtk_widget_get_first_child (header);

  gtk_widget_set_can_target (head, FALSE);
  gtk_widget_add_css_class (head, "check-head");
}

static void
set_up_columns (CnscdMembersView *self, CnscdRepository *repository)
{
  cnscd_member_columns_set_up (self->name_column, CNSCD_MEMBER_SORT_NAME, repository);
  cnscd_member_columns_set_up (self->birth_column, CNSCD_MEMBER_SORT_BIRTH, repository);
  cnscd_member_columns_set_up (self->gender_column, CNSCD_MEMBER_SORT_GENDER, repository);
  cnscd_member_columns_set_up (self->role_column, CNSCD_MEMBER_SORT_ROLE, repository);
  cnscd_member_columns_set_up (self->team_column, CNSCD_MEMBER_SORT_TEAM, repository);
  cnscd_member_columns_set_up (self->unit_column, CNSCD_MEMBER_SORT_UNIT, repository);
  cnscd_member_columns_set_up (self->phone_column, CNSCD_MEMBER_SORT_PHONE, repository);
  cnscd_member_columns_set_up (self->office_column, CNSCD_MEMBER_SORT_OFFICE, repository);
  gtk_column_view_sort_by_column (self->column_view, self->name_column, GTK_SORT_ASCENDING);
  g_signal_connect_object (gtk_column_view_get_sorter (self->column_view), "changed",
                           G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
set_up_selection (CnscdMembersView *self, CnscdRepository *repository, CnscdPagedList *list)
{
  g_autoptr (GtkListItemFactory) line_factory =
    cnscd_line_factory_new (CNSCD_TYPE_MEMBER_LINE, repository);
  g_autoptr (GtkListItemFactory) check_factory = NULL;

  self->selection = cnscd_row_selection_new (list);
  self->lines_selection =
    GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (list))));
  check_factory = cnscd_selection_check_factory_new (self->selection);
  gtk_column_view_column_set_factory (self->check_column, check_factory);
  g_signal_connect_object (line_factory, "setup", G_CALLBACK (line_setup_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_list_view_set_factory (self->list_view, line_factory);
  g_signal_connect_object (self->selection, "notify::selecting", G_CALLBACK (selecting_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
cnscd_members_view_dispose (GObject *object)
{
  CnscdMembersView *self = CNSCD_MEMBERS_VIEW (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->lines_selection);

  G_OBJECT_CLASS (cnscd_members_view_parent_class)->dispose (object);
}

static void
cnscd_members_view_class_init (CnscdMembersViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_members_view_dispose;

  /* With the position of a row that somebody has activated. */
  signals[SIGNAL_ROW_ACTIVATED] =
    g_signal_new ("row-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  /* With the #CnscdMemberSort that somebody wants, and whether it is downwards. */
  signals[SIGNAL_SORTED] =
    g_signal_new ("sorted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_BOOLEAN);
  /* The other layout is there; with whether the focus was in this one, whose rows are gone. */
  signals[SIGNAL_RELAID] = g_signal_new ("relaid", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/members/cnscd-members-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersView, roomy);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersView, tight);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersView, narrow);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersView, layout);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersView, column_view);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersView, check_column);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersView, name_column);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersView, birth_column);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersView, gender_column);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersView, role_column);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersView, team_column);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersView, unit_column);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersView, phone_column);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersView, office_column);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersView, list_view);
  gtk_widget_class_bind_template_callback (widget_class, layout_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
cnscd_members_view_init (CnscdMembersView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cnscd_member_menu_attach (GTK_WIDGET (self->column_view));
  cnscd_member_menu_attach (GTK_WIDGET (self->list_view));
}

/**
 * cnscd_members_view_set_list:
 * @self: a view without a list
 * @repository: an open repository, which outlives the view
 * @list: members
 * @bulk_bar: what is done to several of them
 *
 * Shows a list, sorted by name.
 */
void
cnscd_members_view_set_list (CnscdMembersView *self,
                             CnscdRepository *repository,
                             CnscdPagedList *list,
                             CnscdBulkBar *bulk_bar)
{
  g_return_if_fail (CNSCD_IS_MEMBERS_VIEW (self) && self->selection == NULL);

  set_up_columns (self, repository);
  set_up_selection (self, repository, list);
  cnscd_bulk_bar_set_selection (bulk_bar, self->selection);
  cnscd_bulk_menu_attach (GTK_WIDGET (self->column_view), self->selection, bulk_bar);
  cnscd_bulk_menu_attach (GTK_WIDGET (self->list_view), self->selection, bulk_bar);
  selecting_cb (self);
  layout_cb (self);
  mark_check_head (self);
  watch_input (self);
}

/**
 * cnscd_members_view_set_with_unit:
 * @self: a view
 * @with_unit: whether there is a column for the commune
 *
 * In one commune all would say the same, and there is more room for the rest.
 */
void
cnscd_members_view_set_with_unit (CnscdMembersView *self, gboolean with_unit)
{
  g_return_if_fail (CNSCD_IS_MEMBERS_VIEW (self));

  gtk_column_view_column_set_visible (self->unit_column, with_unit);
  set_breakpoint (self->roomy, with_unit ? 1280 : 1080);
  set_breakpoint (self->tight, with_unit ? 1040 : 880);
  set_breakpoint (self->narrow, with_unit ? 800 : 700);
}

/**
 * cnscd_members_view_shows_lines:
 * @self: a view
 *
 * Returns: whether there is no room for a table
 */
gboolean
cnscd_members_view_shows_lines (CnscdMembersView *self)
{
  g_return_val_if_fail (CNSCD_IS_MEMBERS_VIEW (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->layout), "lines") == 0;
}

/**
 * cnscd_members_view_get_selection:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): who is selected; %NULL until there is a list
 */
CnscdRowSelection *
cnscd_members_view_get_selection (CnscdMembersView *self)
{
  g_return_val_if_fail (CNSCD_IS_MEMBERS_VIEW (self), NULL);

  return self->selection;
}
