/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-filter-bar.h"

#include <glib/gi18n-lib.h>

#define KEY "cnscd-filter"

/**
 * CnscdFilterBar:
 *
 * The filters that are active, in words, each to be removed by a press.
 */
struct _CnscdFilterBar
{
  AdwBin parent_instance;

  AdwWrapBox *box;
  GPtrArray *chips; /* (element-type GtkWidget): of the filters that are active */
  GtkWidget *clear_button;
  GtkWidget *start; /* (nullable) */

  CnscdFilters *filters; /* (nullable) */
};

enum
{
  SIGNAL_EMPTIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdFilterBar, cnscd_filter_bar, ADW_TYPE_BIN)

static void
remove_cb (CnscdFilterBar *self, GtkWidget *chip)
{
  cnscd_filters_clear (self->filters, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), KEY)));
}

static void
clear_cb (CnscdFilterBar *self)
{
  cnscd_filters_clear_all (self->filters);
}

static GtkWidget *
create_chip (CnscdFilterBar *self, guint kind)
{
  g_autofree char *words = cnscd_filters_dup_words (self->filters, kind);
  /* Translators: %s is a filter: "Female" */
  g_autofree char *label = g_strdup_printf (_ ("Remove the filter “%s”"), words);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (text), 2);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  /* The text takes what there is, the chip no more than it needs. */
  gtk_widget_set_hexpand (button, FALSE);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_add_css_class (button, "chip");
  g_object_set_data (G_OBJECT (button), KEY, GUINT_TO_POINTER (kind));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);
  return button;
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  return gtk_widget_get_focus_child (widget) != NULL || gtk_widget_has_focus (widget);
}

/* Nothing at all is no bar, which would take room. */
static void
show_chips (CnscdFilterBar *self)
{
  GtkWidget *before = self->start;

  for (guint i = 0; i < self->chips->len; i++)
    adw_wrap_box_remove (self->box, self->chips->pdata[i]);
  g_ptr_array_set_size (self->chips, 0);
  for (guint i = 0; i < cnscd_filters_get_n_kinds (self->filters); i++)
    {
      if (!cnscd_filters_is_active (self->filters, i))
        continue;

      g_ptr_array_add (self->chips, create_chip (self, i));
      adw_wrap_box_insert_child_after (self->box, self->chips->pdata[self->chips->len - 1], before);
      before = self->chips->pdata[self->chips->len - 1];
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->start != NULL || self->chips->len > 0);
}

static void
update (CnscdFilterBar *self)
{
  gboolean had_focus = has_focus_within (GTK_WIDGET (self->box));

  show_chips (self);

  /* The focus goes on to what is still there, and at last to what is filtered. */
  if (had_focus && self->chips->len > 0)
    gtk_widget_grab_focus (self->chips->pdata[0]);
  gtk_widget_set_visible (self->clear_button, self->chips->len > 0);
  if (had_focus && self->chips->len == 0)
    g_signal_emit (self, signals[SIGNAL_EMPTIED], 0);
}

static void
cnscd_filter_bar_dispose (GObject *object)
{
  g_clear_object (&CNSCD_FILTER_BAR (object)->filters);

  G_OBJECT_CLASS (cnscd_filter_bar_parent_class)->dispose (object);
}

static void
cnscd_filter_bar_finalize (GObject *object)
{
  g_ptr_array_unref (CNSCD_FILTER_BAR (object)->chips);

  G_OBJECT_CLASS (cnscd_filter_bar_parent_class)->finalize (object);
}

static void
cnscd_filter_bar_class_init (CnscdFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cnscd_filter_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = cnscd_filter_bar_finalize;

  /* The last filter was removed here, where the focus had been. */
  signals[SIGNAL_EMPTIED] = g_signal_new ("emptied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cnscd_filter_bar_init (CnscdFilterBar *self)
{
  self->chips = g_ptr_array_new ();
  self->box = g_object_new (ADW_TYPE_WRAP_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "filter-bar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filters"), -1);

  self->clear_button = gtk_button_new_with_mnemonic (_ ("_Clear Filters"));
  gtk_widget_add_css_class (self->clear_button, "flat");
  gtk_widget_set_visible (self->clear_button, FALSE);
  g_signal_connect_swapped (self->clear_button, "clicked", G_CALLBACK (clear_cb), self);
  adw_wrap_box_append (self->box, self->clear_button);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * cnscd_filter_bar_set_filters:
 * @self: a bar without filters
 * @filters: what it shows
 */
void
cnscd_filter_bar_set_filters (CnscdFilterBar *self, CnscdFilters *filters)
{
  g_return_if_fail (CNSCD_IS_FILTER_BAR (self) && self->filters == NULL);

  self->filters = g_object_ref (filters);
  g_signal_connect_object (filters, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * cnscd_filter_bar_set_start:
 * @self: a bar
 * @start: what comes before the filters
 */
void
cnscd_filter_bar_set_start (CnscdFilterBar *self, GtkWidget *start)
{
  g_return_if_fail (CNSCD_IS_FILTER_BAR (self) && self->start == NULL);

  self->start = start;
  adw_wrap_box_prepend (self->box, start);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}
