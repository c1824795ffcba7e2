/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-unit-chooser.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/cnscd-text.h"
#include "model/cnscd-repository-office.h"
#include "model/cnscd-unit-scope.h"
#include "store/cnscd-units.h"
#include "cnscd-words.h"

/**
 * CnscdUnitChooser:
 *
 * The communes of the province, to be searched with or without accents. Not a
 * drop-down: that one's search finds no "Định Hóa" for "dinh hoa", and its
 * entry would be in a popover, where input methods are lost.
 */
struct _CnscdUnitChooser
{
  AdwDialog parent_instance;

  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListBox *list_box;

  CnscdRepository *repository;
  guint n_rows;
  char *folded; /* what is searched for */
  char *exact;  /* with the accents typed */
};

G_DEFINE_FINAL_TYPE (CnscdUnitChooser, cnscd_unit_chooser, ADW_TYPE_DIALOG)

/* What a row stands for; the first one, for all communes, has no code. */
typedef struct
{
  char *code;
  char *folded;
  char *exact;
  guint index;
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->code);
  g_free (entry->folded);
  g_free (entry->exact);
  g_free (entry);
}

static const Entry *
get_entry (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "entry");
}

/* Each word typed begins one of the name, in whatever order. */
static gboolean
has_words (const char *text, const char *typed)
{
  g_auto (GStrv) words = g_strsplit (typed, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *inner = g_strconcat (" ", words[i], NULL);

      if (!g_str_has_prefix (text, words[i]) && strstr (text, inner) == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer data)
{
  CnscdUnitChooser *self = data;
  const Entry *entry = get_entry (row);

  if (*self->folded == '\0')
    return TRUE;
  return entry->code != NULL &&
         (has_words (entry->folded, self->folded) || g_str_has_prefix (entry->code, self->folded));
}

/* Two communes differ by one accent: the one typed comes first. */
static int
sort_cb (GtkListBoxRow *row, GtkListBoxRow *other_row, gpointer data)
{
  CnscdUnitChooser *self = data;
  const Entry *entry = get_entry (row);
  const Entry *other = get_entry (other_row);

  if (*self->exact != '\0' && entry->code != NULL && other->code != NULL)
    {
      gboolean fits = has_words (entry->exact, self->exact);

      if (fits != has_words (other->exact, self->exact))
        return fits ? -1 : 1;
    }
  return (entry->index > other->index) - (entry->index < other->index);
}

static GtkListBoxRow *
find_first_row (CnscdUnitChooser *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list_box, i)) != NULL; i++)
    {
      if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
        return row;
    }
  return NULL;
}

static void
search_changed_cb (CnscdUnitChooser *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  g_free (self->folded);
  g_free (self->exact);
  self->folded = cnscd_text_search_key (text);
  self->exact = cnscd_text_match_key (text);
  gtk_list_box_invalidate_sort (self->list_box);
  gtk_list_box_invalidate_filter (self->list_box);
  gtk_stack_set_visible_child_name (self->stack,
                                    find_first_row (self) != NULL ? "list" : "nothing-found");
}

static void
row_activated_cb (CnscdUnitChooser *self, GtkListBoxRow *row)
{
  cnscd_unit_scope_set_unit (cnscd_unit_scope_get (self->repository), get_entry (row)->code);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
entry_activated_cb (CnscdUnitChooser *self)
{
  GtkListBoxRow *row = find_first_row (self);

  /* Without a word typed, Enter chooses nothing that was not looked for. */
  if (row != NULL && *self->folded != '\0')
    row_activated_cb (self, row);
}

static void
stop_search_cb (CnscdUnitChooser *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
key_pressed_cb (CnscdUnitChooser *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkListBoxRow *row = find_first_row (self);

  if ((keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down) || row == NULL)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (row));
  return GDK_EVENT_STOP;
}

static void
add_row (CnscdUnitChooser *self, const char *code, const char *name)
{
  const char *chosen = cnscd_unit_scope_get_unit (cnscd_unit_scope_get (self->repository));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *row = gtk_list_box_row_new ();
  Entry *entry = g_new0 (Entry, 1);

  entry->code = g_strdup (code);
  entry->folded = cnscd_text_search_key (name);
  entry->exact = cnscd_text_match_key (name);
  entry->index = self->n_rows++;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  if (g_strcmp0 (code, chosen) == 0)
    {
      GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

      gtk_box_append (GTK_BOX (box), check);
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, TRUE, -1);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "entry", entry, entry_free);
  gtk_list_box_append (self->list_box, row);
}

static void
cnscd_unit_chooser_dispose (GObject *object)
{
  CnscdUnitChooser *self = CNSCD_UNIT_CHOOSER (object);

  g_clear_object (&self->repository);

  G_OBJECT_CLASS (cnscd_unit_chooser_parent_class)->dispose (object);
}

static void
cnscd_unit_chooser_finalize (GObject *object)
{
  CnscdUnitChooser *self = CNSCD_UNIT_CHOOSER (object);

  g_free (self->folded);
  g_free (self->exact);

  G_OBJECT_CLASS (cnscd_unit_chooser_parent_class)->finalize (object);
}

static void
cnscd_unit_chooser_class_init (CnscdUnitChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_unit_chooser_dispose;
  object_class->finalize = cnscd_unit_chooser_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/common/cnscd-unit-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdUnitChooser, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CnscdUnitChooser, stack);
  gtk_widget_class_bind_template_child (widget_class, CnscdUnitChooser, list_box);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
cnscd_unit_chooser_init (CnscdUnitChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->folded = g_strdup ("");
  self->exact = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search_entry), keys);
}

/**
 * cnscd_unit_chooser_new:
 * @repository: an open repository
 *
 * Returns: (transfer floating): a dialog that chooses the commune that all pages show
 */
AdwDialog *
cnscd_unit_chooser_new (CnscdRepository *repository)
{
  CnscdUnitChooser *self;
  GPtrArray *units;

  g_return_val_if_fail (CNSCD_IS_REPOSITORY (repository), NULL);

  self = g_object_new (CNSCD_TYPE_UNIT_CHOOSER, NULL);
  self->repository = g_object_ref (repository);
  units = cnscd_repository_get_units (repository);
  add_row (self, NULL, _ ("All Communes"));
  for (guint i = 0; i < units->len; i++)
    {
      const CnscdUnit *unit = units->pdata[i];
      g_autofree char *full_name = cnscd_unit_dup_full_name (unit);
      g_autofree char *text = cnscd_words_capitalize (full_name);

      add_row (self, unit->code, text);
    }

  gtk_list_box_set_sort_func (self->list_box, sort_cb, self, NULL);
  gtk_list_box_set_filter_func (self->list_box, filter_cb, self, NULL);
  return ADW_DIALOG (self);
}
