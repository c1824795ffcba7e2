/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-agenda-view.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-widget.h"
#include "ui/common/cnscd-words.h"
#include "cnscd-schedule-words.h"
#include "cnscd-session-line.h"
#include "cnscd-session-menu.h"

#define DAY_KEY "cnscd-day"

/* Less than the height of any row. In pixels. */
#define PICK_STEP 8

/* Until the list has put its rows where they belong. */
#define SETTLING_FRAMES 2

/**
 * CnscdAgendaView:
 *
 * Sessions as a list, by day.
 */
struct _CnscdAgendaView
{
  AdwBin parent_instance;

  GtkListView *list_view;

  CnscdAgenda *agenda;   /* (nullable) */
  CnscdCatalog *catalog; /* (nullable) */
  CnscdDate wanted;      /* that is to be shown once it is there */
  guint ticking;
  CnscdDate shown; /* whose head is to be seen, too */
  guint showing;
  int settling; /* frames */
};

G_DEFINE_FINAL_TYPE (CnscdAgendaView, cnscd_agenda_view, ADW_TYPE_BIN)

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  gtk_list_item_set_child (list_item, cnscd_session_line_new ());
}

static void
name_item (GtkListItem *list_item, CnscdSessionItem *item)
{
  const CnscdSessionSummary *session = cnscd_session_item_get_session (item);
  g_autofree char *words =
    session != NULL ? cnscd_words_for_session (
                        session, cnscd_session_summary_is_overdue (session, cnscd_time_now ()))
                    : NULL;

  gtk_list_item_set_accessible_label (list_item, words != NULL ? words : "");
}

static void
item_changed_cb (CnscdSessionItem *item, GParamSpec *pspec, GtkListItem *list_item)
{
  if (gtk_list_item_get_item (list_item) == item)
    name_item (list_item, item);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  CnscdSessionItem *item = gtk_list_item_get_item (list_item);

  cnscd_session_line_set_item (CNSCD_SESSION_LINE (gtk_list_item_get_child (list_item)), item);
  name_item (list_item, item);
  g_signal_connect_object (item, "notify::session", G_CALLBACK (item_changed_cb), list_item, 0);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  CnscdSessionItem *item = gtk_list_item_get_item (list_item);

  if (item != NULL)
    g_signal_handlers_disconnect_by_func (item, item_changed_cb, list_item);
  cnscd_session_line_set_item (CNSCD_SESSION_LINE (gtk_list_item_get_child (list_item)), NULL);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *day = gtk_label_new (NULL);
  GtkWidget *rest = gtk_label_new (NULL);

  gtk_widget_add_css_class (box, "agenda-head");
  gtk_widget_add_css_class (day, "heading");
  gtk_label_set_xalign (GTK_LABEL (day), 0);
  gtk_widget_add_css_class (rest, "dimmed");
  gtk_widget_add_css_class (rest, "rest");
  gtk_label_set_xalign (GTK_LABEL (rest), 0);
  gtk_label_set_wrap (GTK_LABEL (rest), TRUE);
  gtk_box_append (GTK_BOX (box), day);
  gtk_box_append (GTK_BOX (box), rest);
  gtk_list_header_set_child (header, box);
}

static void
show_day (CnscdAgendaView *self, GtkListHeader *header)
{
  CnscdSessionItem *item = gtk_list_header_get_item (header);
  GtkWidget *box = gtk_list_header_get_child (header);
  GtkWidget *day_label = gtk_widget_get_first_child (box);
  CnscdDate day = item != NULL ? cnscd_session_item_get_day (item) : CNSCD_DATE_UNKNOWN;
  const CnscdHoliday *holiday;
  g_autofree char *words = NULL;
  g_autofree char *title = NULL;
  g_autofree char *lunar = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *shown = NULL;

  if (!cnscd_date_is_full (day))
    return;

  g_object_set_data (G_OBJECT (box), DAY_KEY, GINT_TO_POINTER ((int) cnscd_date_to_days (day)));
  holiday = self->catalog != NULL ? cnscd_catalog_find_holiday (self->catalog, day) : NULL;
  words = cnscd_words_for_day (day);
  title = cnscd_words_capitalize (words);
  lunar = cnscd_words_for_lunar_day (day);
  rest = cnscd_words_join (" · ", holiday != NULL ? holiday->name : NULL, lunar);
  gtk_label_set_text (GTK_LABEL (day_label), title);
  shown = cnscd_words_capitalize (rest != NULL ? rest : "");
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (day_label)), shown);
  cnscd_widget_set_css_class (box, "today", cnscd_date_equal (day, cnscd_date_today ()));
}

static void
day_changed_cb (CnscdSessionItem *item, GParamSpec *pspec, GtkListHeader *header)
{
  CnscdAgendaView *self = CNSCD_AGENDA_VIEW (
    gtk_widget_get_ancestor (gtk_list_header_get_child (header), CNSCD_TYPE_AGENDA_VIEW));

  if (self != NULL && gtk_list_header_get_item (header) == item)
    show_day (self, header);
}

static void
bind_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header, CnscdAgendaView *self)
{
  show_day (self, header);
  g_signal_connect_object (gtk_list_header_get_item (header), "notify::day",
                           G_CALLBACK (day_changed_cb), header, 0);
}

static void
unbind_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header, gpointer user_data)
{
  CnscdSessionItem *item = gtk_list_header_get_item (header);

  if (item != NULL)
    g_signal_handlers_disconnect_by_func (item, day_changed_cb, header);
}

static void
activate_cb (CnscdAgendaView *self, guint position)
{
  g_autoptr (CnscdSessionItem) item = g_list_model_get_item (G_LIST_MODEL (self->agenda), position);
  const CnscdSessionSummary *session = item != NULL ? cnscd_session_item_get_session (item) : NULL;

  if (session != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-session", "s", session->session);
}

static void
set_header_factory (CnscdAgendaView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_header_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_header_cb), self, 0);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_header_cb), NULL);
  gtk_list_view_set_header_factory (self->list_view, factory);
}

static GtkWidget *
find_head (CnscdAgendaView *self, CnscdDate day)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->list_view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *box = gtk_widget_get_first_child (child);

      if (box != NULL && gtk_widget_get_mapped (box) &&
          gtk_widget_has_css_class (box, "agenda-head") &&
          GPOINTER_TO_INT (g_object_get_data (G_OBJECT (box), DAY_KEY)) ==
            (int) cnscd_date_to_days (day))
        return child;
    }
  return NULL;
}

/* The list brings a session just into sight, wherever that is; the head of its day belongs on top.
 */
static gboolean
show_head_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  CnscdAgendaView *self = CNSCD_AGENDA_VIEW (widget);
  GtkWidget *head = find_head (self, self->shown);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view));
  graphene_point_t top;

  if (self->settling-- > 0)
    return G_SOURCE_CONTINUE;

  self->showing = 0;
  if (head != NULL && gtk_widget_compute_point (head, widget, &GRAPHENE_POINT_INIT (0, 0), &top))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + top.y);
  return G_SOURCE_REMOVE;
}

static void
show_head_soon (CnscdAgendaView *self, CnscdDate day)
{
  self->shown = day;
  self->settling = SETTLING_FRAMES;
  if (self->showing == 0)
    self->showing = gtk_widget_add_tick_callback (GTK_WIDGET (self), show_head_cb, NULL, NULL);
}

/* A list that has no size yet would forget where it was sent. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  CnscdAgendaView *self = CNSCD_AGENDA_VIEW (widget);
  guint position = self->agenda != NULL ? cnscd_agenda_find_day (self->agenda, self->wanted)
                                        : GTK_INVALID_LIST_POSITION;
  g_autoptr (CnscdSessionItem) item = NULL;

  if (position != GTK_INVALID_LIST_POSITION &&
      gtk_widget_get_height (GTK_WIDGET (self->list_view)) == 0)
    return G_SOURCE_CONTINUE;

  self->ticking = 0;
  if (position == GTK_INVALID_LIST_POSITION)
    return G_SOURCE_REMOVE;

  /* That of the next day with a session, where this one has none. */
  item = g_list_model_get_item (G_LIST_MODEL (self->agenda), position);
  show_head_soon (self, cnscd_session_item_get_day (item));
  self->wanted = CNSCD_DATE_UNKNOWN;
  /* Where the keyboard comes to when it comes to the list; the focus stays where else it is. */
  gtk_list_view_scroll_to (self->list_view, position, GTK_LIST_SCROLL_FOCUS, NULL);
  return G_SOURCE_REMOVE;
}

static void
scroll_soon (CnscdAgendaView *self)
{
  if (self->ticking == 0 && cnscd_date_is_full (self->wanted))
    self->ticking = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

static GtkWidget *
find_first_row_in_sight (CnscdAgendaView *self)
{
  GtkWidget *list = GTK_WIDGET (self->list_view);
  int middle = gtk_widget_get_width (list) / 2;

  for (int y = 0; y < gtk_widget_get_height (list); y += PICK_STEP)
    {
      GtkWidget *widget = gtk_widget_pick (list, middle, y, GTK_PICK_DEFAULT);
      GtkWidget *line =
        widget != NULL ? gtk_widget_get_ancestor (widget, CNSCD_TYPE_SESSION_LINE) : NULL;
      graphene_rect_t bounds;

      if (line != NULL && gtk_widget_compute_bounds (line, list, &bounds) && bounds.origin.y >= 0)
        return gtk_widget_get_parent (line);
    }
  return NULL;
}

/* A list that the focus comes to begins with its first row, far from what somebody looks at. */
static gboolean
cnscd_agenda_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  CnscdAgendaView *self = CNSCD_AGENDA_VIEW (widget);
  GtkWidget *row;

  if (gtk_widget_get_focus_child (widget) == NULL)
    {
      row = find_first_row_in_sight (self);
      if (row != NULL)
        return gtk_widget_grab_focus (row);
    }
  return GTK_WIDGET_CLASS (cnscd_agenda_view_parent_class)->focus (widget, direction);
}

static void
cnscd_agenda_view_dispose (GObject *object)
{
  CnscdAgendaView *self = CNSCD_AGENDA_VIEW (object);

  g_clear_object (&self->agenda);
  g_clear_pointer (&self->catalog, cnscd_catalog_unref);

  G_OBJECT_CLASS (cnscd_agenda_view_parent_class)->dispose (object);
}

static void
cnscd_agenda_view_class_init (CnscdAgendaViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cnscd_agenda_view_dispose;
  GTK_WIDGET_CLASS (klass)->focus = cnscd_agenda_view_focus;
}

static void
cnscd_agenda_view_init (CnscdAgendaView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_scrollable_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  self->list_view = GTK_LIST_VIEW (gtk_list_view_new (NULL, g_object_ref (factory)));
  gtk_list_view_set_single_click_activate (self->list_view, TRUE);
  gtk_list_view_set_tab_behavior (self->list_view, GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (GTK_WIDGET (self->list_view), "cards");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sessions"), -1);
  g_signal_connect_swapped (self->list_view, "activate", G_CALLBACK (activate_cb), self);
  set_header_factory (self);
  cnscd_session_menu_attach (GTK_WIDGET (self->list_view));

  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), 720);
  adw_clamp_scrollable_set_tightening_threshold (ADW_CLAMP_SCROLLABLE (clamp), 500);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), GTK_WIDGET (self->list_view));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * cnscd_agenda_view_set_agenda:
 * @self: a view without an agenda
 * @agenda: what it shows
 */
void
cnscd_agenda_view_set_agenda (CnscdAgendaView *self, CnscdAgenda *agenda)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  g_return_if_fail (CNSCD_IS_AGENDA_VIEW (self) && self->agenda == NULL);

  self->agenda = g_object_ref (agenda);
  selection = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (agenda)));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (agenda, "items-changed", G_CALLBACK (scroll_soon), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (agenda, "sections-changed", G_CALLBACK (scroll_soon), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/**
 * cnscd_agenda_view_get_agenda:
 * @self: a view
 *
 * Returns: (nullable) (transfer none): what it shows
 */
CnscdAgenda *
cnscd_agenda_view_get_agenda (CnscdAgendaView *self)
{
  g_return_val_if_fail (CNSCD_IS_AGENDA_VIEW (self), NULL);

  return self->agenda;
}

/**
 * cnscd_agenda_view_set_catalog:
 * @self: a view
 * @catalog: where the holidays are
 */
void
cnscd_agenda_view_set_catalog (CnscdAgendaView *self, CnscdCatalog *catalog)
{
  g_return_if_fail (CNSCD_IS_AGENDA_VIEW (self));

  g_clear_pointer (&self->catalog, cnscd_catalog_unref);
  self->catalog = cnscd_catalog_ref (catalog);
  set_header_factory (self);
}

/**
 * cnscd_agenda_view_hide_days:
 * @self: a view
 *
 * Leaves out the days, where there is only one, and who sees the list knows it.
 */
void
cnscd_agenda_view_hide_days (CnscdAgendaView *self)
{
  g_return_if_fail (CNSCD_IS_AGENDA_VIEW (self));

  gtk_list_view_set_header_factory (self->list_view, NULL);
}

/**
 * cnscd_agenda_view_scroll_to:
 * @self: a view with an agenda
 * @day: what is to be seen
 */
void
cnscd_agenda_view_scroll_to (CnscdAgendaView *self, CnscdDate day)
{
  g_return_if_fail (CNSCD_IS_AGENDA_VIEW (self) && self->agenda != NULL);

  self->wanted = day;
  scroll_soon (self);
}

/**
 * cnscd_agenda_view_focus_day:
 * @self: a view with an agenda
 * @day: whose first session gets the focus
 */
void
cnscd_agenda_view_focus_day (CnscdAgendaView *self, CnscdDate day)
{
  g_return_if_fail (CNSCD_IS_AGENDA_VIEW (self) && self->agenda != NULL);

  self->wanted = day;
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
  scroll_soon (self);
}
