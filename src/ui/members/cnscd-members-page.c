/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-members-page.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-member-list.h"
#include "cnscd-member-filter-dialog.h"
#include "cnscd-members-view.h"
#include "ui/common/cnscd-filter-bar.h"
#include "ui/common/cnscd-page.h"
#include "ui/common/cnscd-words.h"
#include "ui/people/cnscd-duplicates-hint.h"
#include "ui/window/cnscd-window.h"

/**
 * CnscdMembersPage:
 *
 * Everyone. The database sorts, searches and filters.
 */
struct _CnscdMembersPage
{
  CnscdListPage parent_instance;

  GtkToggleButton *select_button;
  GtkWidget *filter_button;
  GtkLabel *filter_count;
  GtkWidget *narrow_tools; /* what there is no room for at the top of a narrow window */
  GtkWidget *narrow_filter_button;
  AdwButtonContent *narrow_filter_content;
  CnscdFilterBar *filter_bar;
  CnscdBulkBar *bulk_bar;
  CnscdMembersView *view;

  CnscdMemberFilters *filters;
  CnscdDuplicatesHint *duplicates_hint;
  CnscdRowSelection *selection;
  char *summary; /* of all, without a search */
  char *short_summary;
};

static void cnscd_members_page_page_init (CnscdPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CnscdMembersPage,
                               cnscd_members_page,
                               CNSCD_TYPE_LIST_PAGE,
                               G_IMPLEMENT_INTERFACE (CNSCD_TYPE_PAGE,
                                                      cnscd_members_page_page_init))

static CnscdRepository *
get_repository (CnscdMembersPage *self)
{
  return cnscd_list_page_get_repository (CNSCD_LIST_PAGE (self));
}

static const char *
get_unit (CnscdMembersPage *self)
{
  return cnscd_list_page_get_unit (CNSCD_LIST_PAGE (self));
}

static gboolean
is_narrowed (CnscdMembersPage *self)
{
  return get_unit (self) != NULL || cnscd_filters_get_n_active (CNSCD_FILTERS (self->filters)) > 0;
}

/* Called before the list has what the filters leave. */
static void
filters_changed_cb (CnscdMembersPage *self)
{
  guint n = cnscd_filters_get_n_active (CNSCD_FILTERS (self->filters));
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *label = cnscd_filters_dup_label (CNSCD_FILTERS (self->filters));
  g_autofree char *short_label = NULL;

  cnscd_list_page_begin_again (CNSCD_LIST_PAGE (self));
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
  cnscd_list_page_focus_list (CNSCD_LIST_PAGE (self));
}

static void
update_columns (CnscdMembersPage *self)
{
  cnscd_members_view_set_with_unit (self->view,
                                    cnscd_repository_get_unit (get_repository (self)) == NULL &&
                                      get_unit (self) == NULL);
}

/* A team of one commune has nobody in another. */
static void
unit_cb (CnscdMembersPage *self)
{
  cnscd_filters_clear (CNSCD_FILTERS (self->filters), CNSCD_MEMBER_FILTER_TEAM);
  update_columns (self);
}

static void
filter_clicked_cb (CnscdMembersPage *self)
{
  const char *office = cnscd_repository_get_unit (get_repository (self));

  adw_dialog_present (
    cnscd_member_filter_dialog_new (self->filters, office != NULL ? office : get_unit (self)),
    GTK_WIDGET (self));
}

static void
sorted_cb (CnscdMembersPage *self, int sort, gboolean descending)
{
  cnscd_list_page_begin_again (CNSCD_LIST_PAGE (self));
  cnscd_member_list_set_sort (cnscd_list_page_get_list (CNSCD_LIST_PAGE (self)),
                              (CnscdMemberSort) sort, descending);
}

static gboolean
is_filled (CnscdMembersPage *self)
{
  gboolean filled;

  g_object_get (self, "filled", &filled, NULL);
  return filled;
}

static void
update_selecting_cb (CnscdMembersPage *self)
{
  gboolean selecting = cnscd_row_selection_get_selecting (self->selection);
  guint n = cnscd_row_selection_get_n_selected (self->selection);

  gtk_toggle_button_set_active (self->select_button, selecting);
  /* One is selected by every click. */
  gtk_widget_set_visible (GTK_WIDGET (self->bulk_bar), selecting || n > 1);
  gtk_widget_set_visible (self->narrow_tools, !selecting && n < 2 && is_filled (self));
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
  gint64 nr = cnscd_paged_list_get_nr (cnscd_list_page_get_list (CNSCD_LIST_PAGE (self)), position);

  cnscd_row_selection_set_selected (self->selection, nr,
                                    !cnscd_row_selection_contains (self->selection, nr));
}

static void
row_activated_cb (CnscdMembersPage *self, guint position)
{
  cnscd_list_page_activate (CNSCD_LIST_PAGE (self), position);
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
relaid_cb (CnscdMembersPage *self, gboolean refocus)
{
  if (cnscd_list_page_get_list (CNSCD_LIST_PAGE (self)) == NULL)
    return;

  cnscd_list_page_relayout (CNSCD_LIST_PAGE (self));
  /* The rows that had the focus are gone: so it goes to the same ones here. */
  if (refocus)
    focus_list_cb (self);
}

static CnscdPagedList *
cnscd_members_page_create_list (CnscdRepository *repository)
{
  return CNSCD_PAGED_LIST (cnscd_member_list_new (repository, NULL));
}

/* Whom, only a team knows. */
static void
cnscd_members_page_add (CnscdListPage *page)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));

  if (CNSCD_IS_WINDOW (root))
    cnscd_window_show_message (CNSCD_WINDOW (root), _ ("Open a team to add a member to it"));
}

static void
cnscd_members_page_activate (CnscdListPage *page, guint position)
{
  CnscdMembersPage *self = CNSCD_MEMBERS_PAGE (page);

  if (cnscd_row_selection_get_selecting (self->selection))
    toggle (self, position);
  else
    CNSCD_LIST_PAGE_CLASS (cnscd_members_page_parent_class)->activate (page, position);
}

static char *
cnscd_members_page_describe (CnscdListPage *page, guint n_items)
{
  CnscdMembersPage *self = CNSCD_MEMBERS_PAGE (page);
  const char *summary =
    cnscd_members_view_shows_lines (self->view) ? self->short_summary : self->summary;

  if (summary == NULL || is_narrowed (self) || cnscd_list_page_is_searching (page))
    return cnscd_words_for_members (n_items);

  return g_strdup (summary);
}

static const CnscdListReason *
cnscd_members_page_explain (CnscdListPage *page, gboolean searching)
{
  static const CnscdListReason nobody = { "edit-find-symbolic", N_ ("Nobody Matches"),
                                          N_ ("Remove a filter or try another search"),
                                          N_ ("_Clear Filters") };

  return is_narrowed (CNSCD_MEMBERS_PAGE (page)) ? &nobody : NULL;
}

static void
cnscd_members_page_widen (CnscdListPage *page)
{
  cnscd_filters_clear_all (CNSCD_FILTERS (CNSCD_MEMBERS_PAGE (page)->filters));
  CNSCD_LIST_PAGE_CLASS (cnscd_members_page_parent_class)->widen (page);
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
  cnscd_list_page_update (CNSCD_LIST_PAGE (self));
}

static void
cnscd_members_page_page_init (CnscdPageInterface *iface)
{
  iface->set_overview = cnscd_members_page_set_overview;
}

static void
set_up_selection (CnscdMembersPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->selection = g_object_ref (cnscd_members_view_get_selection (self->view));
  g_signal_connect_object (self->selection, "notify::n-selected", G_CALLBACK (update_selecting_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "notify::selecting", G_CALLBACK (update_selecting_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::filled", G_CALLBACK (update_selecting_cb), NULL);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  update_selecting_cb (self);
}

static void
cnscd_members_page_constructed (GObject *object)
{
  CnscdMembersPage *self = CNSCD_MEMBERS_PAGE (object);
  g_autoptr (GtkWidget) unit_filter = NULL;

  G_OBJECT_CLASS (cnscd_members_page_parent_class)->constructed (object);

  self->filters = cnscd_member_filters_new (cnscd_list_page_get_list (CNSCD_LIST_PAGE (self)));
  g_signal_connect_object (self->filters, "changed", G_CALLBACK (filters_changed_cb), self,
                           G_CONNECT_SWAPPED);
  cnscd_filter_bar_set_filters (self->filter_bar, CNSCD_FILTERS (self->filters));
  filters_changed_cb (self);
  unit_filter = cnscd_list_page_take_unit_filter (CNSCD_LIST_PAGE (self));
  g_signal_connect_object (unit_filter, "notify::unit", G_CALLBACK (unit_cb), self,
                           G_CONNECT_SWAPPED);
  cnscd_filter_bar_set_start (self->filter_bar, unit_filter);
  self->duplicates_hint =
    cnscd_duplicates_hint_new (get_repository (self), ADW_NAVIGATION_PAGE (self),
                               cnscd_list_page_get_hints (CNSCD_LIST_PAGE (self)));
  update_columns (self);
  g_signal_connect_object (get_repository (self), "changed", G_CALLBACK (update_columns), self,
                           G_CONNECT_SWAPPED);
  cnscd_members_view_set_list (self->view, get_repository (self),
                               cnscd_list_page_get_list (CNSCD_LIST_PAGE (self)), self->bulk_bar);
  set_up_selection (self);
}

static void
cnscd_members_page_dispose (GObject *object)
{
  CnscdMembersPage *self = CNSCD_MEMBERS_PAGE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->filters);
  g_clear_object (&self->duplicates_hint);

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
  CnscdListPageClass *page_class = CNSCD_LIST_PAGE_CLASS (klass);

  object_class->constructed = cnscd_members_page_constructed;
  object_class->dispose = cnscd_members_page_dispose;
  object_class->finalize = cnscd_members_page_finalize;
  page_class->create_list = cnscd_members_page_create_list;
  page_class->open_action = "win.open-person";
  page_class->subject_offset = G_STRUCT_OFFSET (CnscdMember, person);
  page_class->add = cnscd_members_page_add;
  page_class->activate = cnscd_members_page_activate;
  page_class->describe = cnscd_members_page_describe;
  page_class->explain = cnscd_members_page_explain;
  page_class->widen = cnscd_members_page_widen;

  g_type_ensure (CNSCD_TYPE_BULK_BAR);
  g_type_ensure (CNSCD_TYPE_FILTER_BAR);
  g_type_ensure (CNSCD_TYPE_MEMBERS_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/members/cnscd-members-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, view);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, bulk_bar);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, filter_count);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, select_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, narrow_tools);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, narrow_filter_content);
  gtk_widget_class_bind_template_child (widget_class, CnscdMembersPage, narrow_filter_button);
  gtk_widget_class_bind_template_callback (widget_class, relaid_cb);
  gtk_widget_class_bind_template_callback (widget_class, sorted_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_selecting_cb);
  gtk_widget_class_bind_template_callback (widget_class, select_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, bulk_done_cb);
}

static void
cnscd_members_page_init (CnscdMembersPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  return g_object_new (CNSCD_TYPE_MEMBERS_PAGE, "repository", repository, NULL);
}
