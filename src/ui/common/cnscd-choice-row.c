/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-choice-row.h"

#include <glib/gi18n-lib.h>

#include "cnscd-choice-dialog.h"

/**
 * CnscdChoiceRow:
 *
 * A row of a form that chooses one of many things in a dialog with a search.
 * Where nothing is chosen it asks to choose, unless that is a choice, too.
 */
typedef struct
{
  GtkFilterListModel *choices; /* lets all through; a dialog that is open sees those that come */
  char *chosen;                /* (nullable) */
  gboolean asks;               /* also where nothing may be chosen */
  gboolean answered;           /* by somebody */
} CnscdChoiceRowPrivate;

enum
{
  PROP_0,
  PROP_CHOSEN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_TYPE_WITH_PRIVATE (CnscdChoiceRow, cnscd_choice_row, ADW_TYPE_ACTION_ROW)

static CnscdChoiceRowPrivate *
get_private (CnscdChoiceRow *self)
{
  return cnscd_choice_row_get_instance_private (self);
}

/* Also where nothing is among the choices, which nobody has chosen yet. */
static gboolean
asks_to_choose (CnscdChoiceRow *self)
{
  return gtk_widget_has_css_class (GTK_WIDGET (self), "unanswered");
}

static void
update (CnscdChoiceRow *self)
{
  CnscdChoiceRowPrivate *priv = get_private (self);
  GListModel *choices = G_LIST_MODEL (priv->choices);
  g_autofree char *title = NULL;
  gboolean asks;

  for (guint i = 0; title == NULL && i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (CnscdChoice) choice = g_list_model_get_item (choices, i);

      if (g_strcmp0 (cnscd_choice_get_id (choice), priv->chosen) == 0)
        title = g_strdup (cnscd_choice_get_title (choice));
    }
  asks = priv->chosen == NULL && !priv->answered && (priv->asks || title == NULL);
  if (asks)
    gtk_widget_add_css_class (GTK_WIDGET (self), "unanswered");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unanswered");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), asks            ? C_ ("row", "Choose…")
                                                      : title != NULL ? title
                                                                      : "—");
}

static void
choose (CnscdChoiceRow *self, const char *chosen, gboolean answered)
{
  CnscdChoiceRowPrivate *priv = get_private (self);
  gboolean changed = g_set_str (&priv->chosen, chosen);

  priv->answered = answered;
  update (self);
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

static void
chosen_cb (CnscdChoiceRow *self, CnscdChoice *choice)
{
  choose (self, cnscd_choice_get_id (choice), TRUE);
}

static void
cnscd_choice_row_activate (AdwActionRow *row)
{
  CnscdChoiceRow *self = CNSCD_CHOICE_ROW (row);
  CnscdChoiceRowPrivate *priv = get_private (self);
  AdwDialog *dialog;

  if (gtk_filter_list_model_get_model (priv->choices) == NULL)
    return;

  dialog = cnscd_choice_dialog_new (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
                                    G_LIST_MODEL (priv->choices),
                                    asks_to_choose (self) ? "" : priv->chosen);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  cnscd_choice_dialog_open (CNSCD_CHOICE_DIALOG (dialog), GTK_WIDGET (self));
}

static void
cnscd_choice_row_dispose (GObject *object)
{
  g_clear_object (&get_private (CNSCD_CHOICE_ROW (object))->choices);

  G_OBJECT_CLASS (cnscd_choice_row_parent_class)->dispose (object);
}

static void
cnscd_choice_row_finalize (GObject *object)
{
  g_free (get_private (CNSCD_CHOICE_ROW (object))->chosen);

  G_OBJECT_CLASS (cnscd_choice_row_parent_class)->finalize (object);
}

static void
cnscd_choice_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHOSEN:
      g_value_set_string (value, get_private (CNSCD_CHOICE_ROW (object))->chosen);
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

  get_private (self)->choices = gtk_filter_list_model_new (NULL, NULL);
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

  gtk_filter_list_model_set_model (get_private (self)->choices, choices);
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

  return get_private (self)->chosen;
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

  choose (self, chosen, FALSE);
}

/**
 * cnscd_choice_row_set_asks:
 * @self: a row
 * @asks: whether it asks to choose until somebody did, though nothing may be chosen, too
 *
 * For a new record, of which nobody has said that there is none.
 */
void
cnscd_choice_row_set_asks (CnscdChoiceRow *self, gboolean asks)
{
  g_return_if_fail (CNSCD_IS_CHOICE_ROW (self));

  get_private (self)->asks = asks;
  update (self);
}
