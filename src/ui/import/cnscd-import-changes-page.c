/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-changes-page.h"

#include <glib/gi18n-lib.h>

#include "cnscd-import-lines.h"
#include "cnscd-import-words.h"

/**
 * CnscdImportChangesPage:
 *
 * Whom an import adds, changes or leaves as they are, with the old and the new
 * value of each change. Values that are replaced come first.
 */
struct _CnscdImportChangesPage
{
  AdwNavigationPage parent_instance;

  GtkWidget *filter;
  GtkListView *list_view;

  CnscdImportLines *replaced;
  CnscdImportLines *others;
  GPtrArray *owner;       /* (nullable): the items of the plan */
  GPtrArray *other_items; /* (nullable): what @others shows without a filter */
  CnscdImportFate fate;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (CnscdImportChangesPage, cnscd_import_changes_page, ADW_TYPE_NAVIGATION_PAGE)

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, CnscdImportChangesPage *self)
{
  const CnscdImportItem *data = cnscd_import_line_get_data (gtk_list_item_get_item (item));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autoptr (GString) label = g_string_new (data->entry->full_name);
  g_autofree char *place = cnscd_import_words_for_row (data);
  g_autofree char *details =
    data->fate == CNSCD_IMPORT_CREATE ? cnscd_import_words_for_entry (data->entry) : NULL;

  gtk_widget_add_css_class (box, "line");
  add_label (box, data->entry->full_name, "heading");
  if (details != NULL)
    {
      add_label (box, details, NULL);
      g_string_append_printf (label, ", %s", details);
    }
  for (guint i = 0; data->changes != NULL && i < data->changes->len; i++)
    {
      g_autofree char *text = cnscd_import_words_for_change (data->changes->pdata[i]);

      add_label (box, text, NULL);
      g_string_append_printf (label, ", %s", text);
    }
  add_label (box, place, "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dimmed");
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_accessible_label (item, label->str);
  gtk_list_item_set_accessible_description (item, place);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, NULL);
}

static void
setup_header_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

/* Of the updates only: what is new or stays is all alike. */
static void
bind_header_cb (GtkSignalListItemFactory *factory,
                GtkListHeader *header,
                CnscdImportChangesPage *self)
{
  const CnscdImportItem *first = cnscd_import_line_get_data (gtk_list_header_get_item (header));
  GtkWidget *label = gtk_list_header_get_child (header);
  g_autofree char *text = cnscd_import_words_for_correction (
    cnscd_import_changes_correct (first->changes), gtk_list_header_get_n_items (header));

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, self->fate == CNSCD_IMPORT_UPDATE);
}

static void
set_up_list (CnscdImportChangesPage *self)
{
  g_autoptr (GListStore) lists = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) header_factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  self->replaced = cnscd_import_lines_new (CNSCD_IMPORT_LINE_PERSON);
  self->others = cnscd_import_lines_new (CNSCD_IMPORT_LINE_PERSON);
  g_list_store_append (lists, self->replaced);
  g_list_store_append (lists, self->others);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  g_signal_connect (header_factory, "setup", G_CALLBACK (setup_header_cb), NULL);
  g_signal_connect_object (header_factory, "bind", G_CALLBACK (bind_header_cb), self, 0);
  selection = gtk_no_selection_new (
    G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&lists)))));
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_header_factory (self->list_view, header_factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
}

static void
show_others (CnscdImportChangesPage *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  gboolean only_replaced =
    gtk_widget_get_visible (self->filter) &&
    g_strcmp0 (adw_toggle_group_get_active_name (ADW_TOGGLE_GROUP (self->filter)), "replaced") == 0;

  cnscd_import_lines_set (self->others, self->owner, only_replaced ? none : self->other_items);
}

static void
filter_cb (CnscdImportChangesPage *self)
{
  if (!self->filling && self->owner != NULL)
    show_others (self);
}

static gboolean
scroll_up_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GtkScrollable *list_view = GTK_SCROLLABLE (CNSCD_IMPORT_CHANGES_PAGE (widget)->list_view);
  guint *n_frames = data;

  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (list_view), 0);
  return --*n_frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* The focus is on the first line, below what is said of the lines; the list comes to know how tall
 * that is a frame later. */
static void
cnscd_import_changes_page_shown (AdwNavigationPage *page)
{
  guint *n_frames = g_new (guint, 1);

  *n_frames = 2;
  gtk_widget_add_tick_callback (GTK_WIDGET (page), scroll_up_cb, n_frames, g_free);

  if (ADW_NAVIGATION_PAGE_CLASS (cnscd_import_changes_page_parent_class)->shown != NULL)
    ADW_NAVIGATION_PAGE_CLASS (cnscd_import_changes_page_parent_class)->shown (page);
}

static void
cnscd_import_changes_page_dispose (GObject *object)
{
  CnscdImportChangesPage *self = CNSCD_IMPORT_CHANGES_PAGE (object);

  self->filling = TRUE;
  if (self->list_view != NULL)
    gtk_list_view_set_model (self->list_view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CNSCD_TYPE_IMPORT_CHANGES_PAGE);
  g_clear_object (&self->replaced);
  g_clear_object (&self->others);
  g_clear_pointer (&self->owner, g_ptr_array_unref);
  g_clear_pointer (&self->other_items, g_ptr_array_unref);

  G_OBJECT_CLASS (cnscd_import_changes_page_parent_class)->dispose (object);
}

static void
cnscd_import_changes_page_class_init (CnscdImportChangesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_import_changes_page_dispose;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = cnscd_import_changes_page_shown;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/import/cnscd-import-changes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdImportChangesPage, filter);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportChangesPage, list_view);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
}

static void
cnscd_import_changes_page_init (CnscdImportChangesPage *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  set_up_list (self);
}

/**
 * cnscd_import_changes_page_show:
 * @self: a page
 * @plan: what an import does, which lives until cnscd_import_changes_page_clear()
 * @fate: who of it is shown
 *
 * Returns: how many these are
 */
guint
cnscd_import_changes_page_show (CnscdImportChangesPage *self,
                                const CnscdImportPlan *plan,
                                CnscdImportFate fate)
{
  g_autoptr (GPtrArray) replaced = g_ptr_array_new ();
  g_autoptr (GPtrArray) list = NULL;
  guint n_replaced, n;

  cnscd_import_changes_page_clear (self);
  list = cnscd_import_plan_select (plan, fate, &n_replaced);
  n = list->len;
  for (guint i = 0; i < n_replaced; i++)
    g_ptr_array_add (replaced, list->pdata[i]);
  if (n_replaced > 0)
    g_ptr_array_remove_range (list, 0, n_replaced);

  self->fate = fate;
  self->owner = g_ptr_array_ref (plan->items);
  self->other_items = g_steal_pointer (&list);
  gtk_widget_set_visible (self->filter, fate == CNSCD_IMPORT_UPDATE && n_replaced > 0 &&
                                          self->other_items->len > 0);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), cnscd_import_words_for_fate (fate));
  cnscd_import_lines_set (self->replaced, self->owner, replaced);
  show_others (self);
  return n;
}

/**
 * cnscd_import_changes_page_get_fate:
 * @self: a page
 *
 * Returns: who is shown
 */
CnscdImportFate
cnscd_import_changes_page_get_fate (CnscdImportChangesPage *self)
{
  return self->fate;
}

/**
 * cnscd_import_changes_page_clear:
 * @self: a page
 *
 * Shows nobody: the plan goes away.
 */
void
cnscd_import_changes_page_clear (CnscdImportChangesPage *self)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  cnscd_import_lines_set (self->replaced, none, none);
  cnscd_import_lines_set (self->others, none, none);
  g_clear_pointer (&self->owner, g_ptr_array_unref);
  g_clear_pointer (&self->other_items, g_ptr_array_unref);
}
