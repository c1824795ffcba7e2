/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-unit-list.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-name-match.h"
#include "cnscd-scroll.h"
#include "cnscd-words.h"

/**
 * CnscdUnitList:
 *
 * The communes of the province, to choose one: by its name, with or without
 * accents, or by its code, with the mouse or with keys only.
 */
struct _CnscdUnitList
{
  AdwBin parent_instance;

  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkScrolledWindow *scrolled_window;
  GtkListBox *list_box;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdUnitList, cnscd_unit_list, ADW_TYPE_BIN)

/* What a row stands for; the one for all communes has no code. */
typedef struct
{
  char *code; /* (nullable) */
  char *name; /* "xã Định Hóa" */
  guint index;
  CnscdNameMatch match;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->code);
  g_free (entry->name);
  g_free (entry);
}

static Entry *
get_entry (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "cnscd-entry");
}

static CnscdNameMatch
match (const Entry *entry, const char *typed)
{
  CnscdNameMatch found = cnscd_name_match (entry->name, typed);

  if (found == CNSCD_NAME_MATCH_NONE && entry->code != NULL &&
      g_str_has_prefix (entry->code, typed))
    return CNSCD_NAME_MATCH_EXACT;
  return found;
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer data)
{
  return get_entry (row)->match != CNSCD_NAME_MATCH_NONE;
}

/* Two communes differ by one accent: the one typed comes first. */
static int
sort_cb (GtkListBoxRow *row, GtkListBoxRow *other_row, gpointer data)
{
  const Entry *entry = get_entry (row);
  const Entry *other = get_entry (other_row);

  if (entry->match != other->match)
    return entry->match > other->match ? -1 : 1;
  return (entry->index > other->index) - (entry->index < other->index);
}

static GtkListBoxRow *
find_first_row (CnscdUnitList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list_box, 0);

  /* What fits is sorted before what does not. */
  return row != NULL && get_entry (row)->match != CNSCD_NAME_MATCH_NONE ? row : NULL;
}

static void
search_changed_cb (CnscdUnitList *self)
{
  g_autofree char *typed =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    get_entry (row)->match = match (get_entry (row), typed);

  gtk_list_box_invalidate_sort (self->list_box);
  gtk_list_box_invalidate_filter (self->list_box);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled_window), 0);
  gtk_stack_set_visible_child_name (self->stack,
                                    find_first_row (self) != NULL ? "list" : "nothing-found");
}

static void
row_activated_cb (CnscdUnitList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, get_entry (row)->code);
}

/* Without a word typed, Enter chooses nothing that was not looked for. */
static void
entry_activated_cb (CnscdUnitList *self)
{
  GtkListBoxRow *row;

  /* What is typed quickly is not looked for yet. */
  search_changed_cb (self);
  row = find_first_row (self);
  if (row != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    row_activated_cb (self, row);
}

/* Escape leaves what is searched, and then the choice. */
static void
stop_search_cb (CnscdUnitList *self)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  else if (dialog != NULL)
    adw_dialog_close (ADW_DIALOG (dialog));
  else if (navigation != NULL)
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (navigation));
}

static gboolean
key_pressed_cb (CnscdUnitList *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkListBoxRow *row = find_first_row (self);

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || row == NULL ||
      (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (row));
  return GDK_EVENT_STOP;
}

static GtkWidget *
create_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    {
      gtk_widget_add_css_class (label, style);
      gtk_widget_add_css_class (label, "numeric");
    }
  else
    {
      gtk_widget_set_hexpand (label, TRUE);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
  return label;
}

static void
add_row (CnscdUnitList *self, const char *code, const char *name, guint index, gboolean chosen)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *title = cnscd_words_capitalize (name);
  Entry *entry = g_new0 (Entry, 1);

  entry->code = g_strdup (code);
  entry->name = g_strdup (name);
  entry->index = index;
  entry->match = CNSCD_NAME_MATCH_EXACT;
  g_object_set_data_full (G_OBJECT (row), "cnscd-entry", entry, entry_free);

  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), create_label (title, NULL));
  if (chosen)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  if (code != NULL)
    gtk_box_append (GTK_BOX (box), create_label (code, "dimmed"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);

  /* The check mark is for the eyes. */
  if (chosen)
    gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, TRUE, -1);
  gtk_list_box_append (self->list_box, row);
  if (chosen)
    cnscd_scroll_to (row);
}

static gboolean
cnscd_unit_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CNSCD_UNIT_LIST (widget)->search_entry));
}

static void
cnscd_unit_list_class_init (CnscdUnitListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = cnscd_unit_list_grab_focus;

  /**
   * CnscdUnitList::chosen:
   * @self: the list
   * @code: (nullable): code of a commune; %NULL for all of them
   *
   * Somebody has chosen a commune.
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", CNSCD_TYPE_UNIT_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/common/cnscd-unit-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdUnitList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CnscdUnitList, stack);
  gtk_widget_class_bind_template_child (widget_class, CnscdUnitList, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, CnscdUnitList, list_box);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
cnscd_unit_list_init (CnscdUnitList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->list_box, sort_cb, self, NULL);
  gtk_list_box_set_filter_func (self->list_box, filter_cb, self, NULL);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), keys);
}

/**
 * cnscd_unit_list_fill:
 * @self: a list
 * @units: (element-type CnscdUnit): the communes, in their order
 * @all_title: (nullable): title of a first row that stands for all of them
 * @chosen: (nullable): code of the commune that is chosen now; %NULL for all of them
 * @has_chosen: whether anything is chosen now
 *
 * Shows communes, instead of those before.
 */
void
cnscd_unit_list_fill (CnscdUnitList *self,
                      GPtrArray *units,
                      const char *all_title,
                      const char *chosen,
                      gboolean has_chosen)
{
  g_return_if_fail (CNSCD_IS_UNIT_LIST (self) && units != NULL);

  gtk_list_box_remove_all (self->list_box);
  if (all_title != NULL)
    add_row (self, NULL, all_title, 0, has_chosen && chosen == NULL);
  for (guint i = 0; i < units->len; i++)
    {
      const CnscdUnit *unit = units->pdata[i];
      g_autofree char *name = cnscd_unit_dup_full_name (unit);

      add_row (self, unit->code, name, i + 1, has_chosen && g_strcmp0 (unit->code, chosen) == 0);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}
