/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-filter-bar.h"

#include <glib/gi18n-lib.h>

/**
 * CnscdSessionFilterBar:
 *
 * The filters that are active, each to be removed by a press.
 */
struct _CnscdSessionFilterBar
{
  AdwBin parent_instance;

  AdwWrapBox *box;
  CnscdSessionFilters *filters; /* (nullable) */
};

enum
{
  SIGNAL_EMPTIED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdSessionFilterBar, cnscd_session_filter_bar, ADW_TYPE_BIN)

static void
remove_cb (CnscdSessionFilterBar *self, GtkWidget *chip)
{
  guint kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "kind"));

  cnscd_session_filters_set (self->filters, (CnscdSessionFilterKind) kind, NULL, NULL);
}

static void
clear_cb (CnscdSessionFilterBar *self)
{
  cnscd_session_filters_clear_all (self->filters);
}

static GtkWidget *
create_chip (CnscdSessionFilterBar *self, CnscdSessionFilterKind kind)
{
  const char *words = cnscd_session_filters_get_name (self->filters, kind);
  /* Translators: %s is a filter: "Female" */
  g_autofree char *label = g_strdup_printf (_ ("Remove the filter “%s”"), words);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_add_css_class (button, "chip");
  g_object_set_data (G_OBJECT (button), "kind", GUINT_TO_POINTER (kind));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);
  return button;
}

/* The focus goes on to what is still there, and at last to the schedule. */
static void
update (CnscdSessionFilterBar *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->box)) != NULL;
  guint n_active = cnscd_session_filters_get_n_active (self->filters);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    adw_wrap_box_remove (self->box, child);
  for (guint i = 0; i < CNSCD_N_SESSION_FILTERS; i++)
    if (cnscd_session_filters_get_id (self->filters, (CnscdSessionFilterKind) i) != NULL)
      adw_wrap_box_append (self->box, create_chip (self, (CnscdSessionFilterKind) i));
  if (n_active > 0)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Clear Filters"));

      gtk_widget_add_css_class (button, "flat");
      g_signal_connect_swapped (button, "clicked", G_CALLBACK (clear_cb), self);
      adw_wrap_box_append (self->box, button);
    }

  gtk_widget_set_visible (GTK_WIDGET (self), n_active > 0);
  if (had_focus && n_active > 0)
    gtk_widget_grab_focus (gtk_widget_get_first_child (GTK_WIDGET (self->box)));
  else if (had_focus)
    g_signal_emit (self, signals[SIGNAL_EMPTIED], 0);
}

static void
cnscd_session_filter_bar_dispose (GObject *object)
{
  g_clear_object (&CNSCD_SESSION_FILTER_BAR (object)->filters);

  G_OBJECT_CLASS (cnscd_session_filter_bar_parent_class)->dispose (object);
}

static void
cnscd_session_filter_bar_class_init (CnscdSessionFilterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cnscd_session_filter_bar_dispose;

  signals[SIGNAL_EMPTIED] = g_signal_new ("emptied", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cnscd_session_filter_bar_init (CnscdSessionFilterBar *self)
{
  self->box = g_object_new (ADW_TYPE_WRAP_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "filter-bar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Filters"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * cnscd_session_filter_bar_set_filters:
 * @self: a bar without filters
 * @filters: what it shows
 */
void
cnscd_session_filter_bar_set_filters (CnscdSessionFilterBar *self, CnscdSessionFilters *filters)
{
  g_return_if_fail (CNSCD_IS_SESSION_FILTER_BAR (self) && self->filters == NULL);

  self->filters = g_object_ref (filters);
  g_signal_connect_object (filters, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
