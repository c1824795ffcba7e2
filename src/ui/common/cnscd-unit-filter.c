/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-unit-filter.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-unit-scope.h"
#include "cnscd-unit-dialog.h"
#include "cnscd-words.h"

/**
 * CnscdUnitFilter:
 *
 * At the province's desk, a button that says which commune a page shows and
 * lets another be chosen. All pages share the choice. Where the office is a
 * commune's, there is nothing to choose, and the button is not there.
 */
struct _CnscdUnitFilter
{
  AdwBin parent_instance;

  GtkButton *button;
  GtkLabel *label;

  CnscdRepository *repository; /* (nullable) */
  char *unit;                  /* that was told last */
};

enum
{
  PROP_0,
  PROP_UNIT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CnscdUnitFilter, cnscd_unit_filter, ADW_TYPE_BIN)

static void
update (CnscdUnitFilter *self)
{
  gboolean has_choice = cnscd_repository_get_unit (self->repository) == NULL;
  CnscdUnitScope *scope = cnscd_unit_scope_get (self->repository);
  const char *unit = has_choice ? cnscd_unit_scope_get_unit (scope) : NULL;
  const char *name = cnscd_repository_get_unit_name (self->repository, unit);
  g_autofree char *text =
    name != NULL ? cnscd_words_capitalize (name) : g_strdup (_ ("All Communes"));
  /* Translators: %s is a commune, or "All Communes" */
  g_autofree char *label = g_strdup_printf (_ ("Commune: %s"), text);

  gtk_widget_set_visible (GTK_WIDGET (self), has_choice);
  gtk_label_set_text (self->label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  if (g_set_str (&self->unit, unit))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNIT]);
}

static void
clicked_cb (CnscdUnitFilter *self)
{
  CnscdUnitDialog *dialog = cnscd_unit_dialog_new (NULL);
  CnscdUnitList *list = cnscd_unit_dialog_get_list (dialog);

  cnscd_unit_list_fill (list, cnscd_repository_get_units (self->repository), _ ("All Communes"),
                        self->unit, TRUE);
  g_signal_connect_object (list, "chosen", G_CALLBACK (cnscd_unit_filter_set_unit), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
cnscd_unit_filter_dispose (GObject *object)
{
  g_clear_object (&CNSCD_UNIT_FILTER (object)->repository);

  G_OBJECT_CLASS (cnscd_unit_filter_parent_class)->dispose (object);
}

static void
cnscd_unit_filter_finalize (GObject *object)
{
  g_free (CNSCD_UNIT_FILTER (object)->unit);

  G_OBJECT_CLASS (cnscd_unit_filter_parent_class)->finalize (object);
}

static void
cnscd_unit_filter_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_UNIT:
      g_value_set_string (value, CNSCD_UNIT_FILTER (object)->unit);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_unit_filter_class_init (CnscdUnitFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cnscd_unit_filter_dispose;
  object_class->finalize = cnscd_unit_filter_finalize;
  object_class->get_property = cnscd_unit_filter_get_property;

  properties[PROP_UNIT] =
    g_param_spec_string ("unit", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cnscd_unit_filter_init (CnscdUnitFilter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("pan-down-symbolic");

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), arrow);

  self->button = GTK_BUTTON (gtk_button_new ());
  gtk_button_set_child (self->button, box);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), _ ("Choose a Commune"));
  gtk_widget_set_halign (GTK_WIDGET (self->button), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "unit-filter");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * cnscd_unit_filter_set_repository:
 * @self: a filter without a repository
 * @repository: an open repository
 *
 * Sets whose communes there are to choose from.
 */
void
cnscd_unit_filter_set_repository (CnscdUnitFilter *self, CnscdRepository *repository)
{
  g_return_if_fail (CNSCD_IS_UNIT_FILTER (self) && self->repository == NULL);
  g_return_if_fail (CNSCD_IS_REPOSITORY (repository));

  self->repository = g_object_ref (repository);
  g_signal_connect_object (cnscd_unit_scope_get (repository), "notify::unit", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (repository, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * cnscd_unit_filter_get_unit:
 * @self: a filter
 *
 * Returns: (transfer none) (nullable): code of the chosen commune; %NULL for all, and where the
 *   office is a commune's
 */
const char *
cnscd_unit_filter_get_unit (CnscdUnitFilter *self)
{
  g_return_val_if_fail (CNSCD_IS_UNIT_FILTER (self), NULL);

  return self->unit;
}

/**
 * cnscd_unit_filter_set_unit:
 * @self: a filter with a repository
 * @unit: (nullable): code of a commune, %NULL for all
 *
 * Chooses a commune, for all pages.
 */
void
cnscd_unit_filter_set_unit (CnscdUnitFilter *self, const char *unit)
{
  g_return_if_fail (CNSCD_IS_UNIT_FILTER (self) && self->repository != NULL);

  cnscd_unit_scope_set_unit (cnscd_unit_scope_get (self->repository), unit);
}
