/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-choice-row.h"

#include "cnscd-choice-dialog.h"

/**
 * CnscdChoiceRow:
 *
 * A row of a form that chooses one of many things in a dialog with a search.
 */
struct _CnscdChoiceRow
{
  AdwActionRow parent_instance;

  GListModel *choices; /* (nullable) */
  char *chosen;        /* (nullable) */
};

enum
{
  PROP_0,
  PROP_CHOSEN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CnscdChoiceRow, cnscd_choice_row, ADW_TYPE_ACTION_ROW)

static void
update (CnscdChoiceRow *self)
{
  guint n_choices = self->choices != NULL ? g_list_model_get_n_items (self->choices) : 0;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), "—");
  for (guint i = 0; i < n_choices; i++)
    {
      g_autoptr (CnscdChoice) choice = g_list_model_get_item (self->choices, i);

      if (g_strcmp0 (cnscd_choice_get_id (choice), self->chosen) == 0)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (self), cnscd_choice_get_title (choice));
    }
}

static void
chosen_cb (CnscdChoiceRow *self, CnscdChoice *choice)
{
  cnscd_choice_row_set_chosen (self, cnscd_choice_get_id (choice));
}

static void
cnscd_choice_row_activate (AdwActionRow *row)
{
  CnscdChoiceRow *self = CNSCD_CHOICE_ROW (row);
  AdwDialog *dialog;

  if (self->choices == NULL)
    return;

  dialog = cnscd_choice_dialog_new (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
                                    self->choices, self->chosen);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
cnscd_choice_row_dispose (GObject *object)
{
  g_clear_object (&CNSCD_CHOICE_ROW (object)->choices);

  G_OBJECT_CLASS (cnscd_choice_row_parent_class)->dispose (object);
}

static void
cnscd_choice_row_finalize (GObject *object)
{
  g_free (CNSCD_CHOICE_ROW (object)->chosen);

  G_OBJECT_CLASS (cnscd_choice_row_parent_class)->finalize (object);
}

static void
cnscd_choice_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHOSEN:
      g_value_set_string (value, CNSCD_CHOICE_ROW (object)->chosen);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_choice_row_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHOSEN:
      cnscd_choice_row_set_chosen (CNSCD_CHOICE_ROW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_choice_row_class_init (CnscdChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cnscd_choice_row_dispose;
  object_class->finalize = cnscd_choice_row_finalize;
  object_class->get_property = cnscd_choice_row_get_property;
  object_class->set_property = cnscd_choice_row_set_property;
  ADW_ACTION_ROW_CLASS (klass)->activate = cnscd_choice_row_activate;

  properties[PROP_CHOSEN] =
    g_param_spec_string ("chosen", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cnscd_choice_row_init (CnscdChoiceRow *self)
{
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_HAS_POPUP, TRUE,
                                  -1);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "property");
  gtk_widget_add_css_class (arrow, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), arrow);
  update (self);
}

/**
 * cnscd_choice_row_set_choices:
 * @self: a row
 * @choices: (nullable) (element-type CnscdChoice): what it offers
 *
 * Offers other choices; what is chosen stays so, also when it is not among them.
 */
void
cnscd_choice_row_set_choices (CnscdChoiceRow *self, GListModel *choices)
{
  g_return_if_fail (CNSCD_IS_CHOICE_ROW (self));

  g_set_object (&self->choices, choices);
  update (self);
}

/**
 * cnscd_choice_row_get_chosen:
 * @self: a row
 *
 * Returns: (nullable) (transfer none): id of what is chosen
 */
const char *
cnscd_choice_row_get_chosen (CnscdChoiceRow *self)
{
  g_return_val_if_fail (CNSCD_IS_CHOICE_ROW (self), NULL);

  return self->chosen;
}

/**
 * cnscd_choice_row_set_chosen:
 * @self: a row
 * @chosen: (nullable): id of a choice
 *
 * Chooses.
 */
void
cnscd_choice_row_set_chosen (CnscdChoiceRow *self, const char *chosen)
{
  g_return_if_fail (CNSCD_IS_CHOICE_ROW (self));

  if (!g_set_str (&self->chosen, chosen))
    return;

  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}
