/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-merge-field.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-person-words.h"

/**
 * CnscdMergeField:
 *
 * What two records say of one thing, side by side or one below the other, and
 * which of them stays. Where both say the same there is nothing to choose.
 */
struct _CnscdMergeField
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkImage *icon;
  GtkLabel *state;
  GtkWidget *same_list;
  AdwActionRow *same_row;
  GtkBox *choices;
  AdwActionRow *one_row;
  GtkCheckButton *one_check;
  AdwActionRow *other_row;
  GtkCheckButton *other_check;
};

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdMergeField, cnscd_merge_field, ADW_TYPE_BIN)

static void
toggled_cb (CnscdMergeField *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What is known of both is the same. */
static gboolean
is_year_of_other (CnscdDate one, CnscdDate other)
{
  return one.year == other.year && (one.month == 0 || other.month == 0);
}

static void
set_state (CnscdMergeField *self, const char *icon, const char *words, gboolean differs)
{
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_label_set_text (self->state, words);
  if (differs)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->icon), "warning");
      gtk_widget_add_css_class (GTK_WIDGET (self->state), "warning");
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->icon), "dimmed");
      gtk_widget_add_css_class (GTK_WIDGET (self->state), "dimmed");
    }
}

/* A check button stands beside its words, which a screen reader must hear with it. */
static void
show_value (CnscdMergeField *self,
            AdwActionRow *row,
            GtkCheckButton *check,
            const char *record,
            const char *value)
{
  g_autofree char *label =
    g_strdup_printf ("%s, %s: %s", gtk_label_get_text (self->title), record, value);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), record);
  adw_action_row_set_subtitle (row, value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
cnscd_merge_field_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CnscdMergeField *self = CNSCD_MERGE_FIELD (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, gtk_orientable_get_orientation (GTK_ORIENTABLE (self->choices)) ==
                                    GTK_ORIENTATION_VERTICAL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_merge_field_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  CnscdMergeField *self = CNSCD_MERGE_FIELD (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      gtk_orientable_set_orientation (GTK_ORIENTABLE (self->choices),
                                      g_value_get_boolean (value) ? GTK_ORIENTATION_VERTICAL
                                                                  : GTK_ORIENTATION_HORIZONTAL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_merge_field_class_init (CnscdMergeFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = cnscd_merge_field_get_property;
  object_class->set_property = cnscd_merge_field_set_property;

  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CNSCD_TYPE_MERGE_FIELD, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/people/cnscd-merge-field.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdMergeField, title);
  gtk_widget_class_bind_template_child (widget_class, CnscdMergeField, icon);
  gtk_widget_class_bind_template_child (widget_class, CnscdMergeField, state);
  gtk_widget_class_bind_template_child (widget_class, CnscdMergeField, choices);
  gtk_widget_class_bind_template_child (widget_class, CnscdMergeField, one_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdMergeField, one_check);
  gtk_widget_class_bind_template_child (widget_class, CnscdMergeField, same_list);
  gtk_widget_class_bind_template_child (widget_class, CnscdMergeField, same_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdMergeField, other_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdMergeField, other_check);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
cnscd_merge_field_init (CnscdMergeField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_merge_field_set_people:
 * @self: a field
 * @choice: what it is about
 * @one: a person
 * @other: another record
 *
 * Shows what the two say; of what neither says anything, nothing.
 */
void
cnscd_merge_field_set_people (CnscdMergeField *self,
                              CnscdPersonChoice choice,
                              const CnscdPerson *one,
                              const CnscdPerson *other)
{
  gboolean differs;
  g_autofree char *value = NULL;
  g_autofree char *other_value = NULL;

  g_return_if_fail (CNSCD_IS_MERGE_FIELD (self));
  g_return_if_fail (one != NULL && other != NULL);

  differs = cnscd_person_choice_differs (choice, one, other);
  value = cnscd_words_for_choice_value (choice, one);
  other_value = cnscd_words_for_choice_value (choice, other);

  gtk_label_set_text (self->title, cnscd_words_for_choice (choice));
  show_value (self, self->one_row, self->one_check, _ ("Record 1"), value);
  show_value (self, self->other_row, self->other_check, _ ("Record 2"), other_value);
  adw_action_row_set_subtitle (self->same_row, value);
  gtk_widget_set_visible (GTK_WIDGET (self), !cnscd_person_choice_is_unknown (choice, one) ||
                                               !cnscd_person_choice_is_unknown (choice, other));
  gtk_widget_set_visible (self->same_list, !differs);
  gtk_widget_set_visible (GTK_WIDGET (self->choices), differs);

  if (!differs)
    set_state (self, "object-select-symbolic", C_ ("records", "The same"), FALSE);
  else if (cnscd_person_choice_is_unknown (choice, one) ||
           cnscd_person_choice_is_unknown (choice, other))
    set_state (self, "dialog-information-symbolic", C_ ("records", "Known in one only"), TRUE);
  else if (choice == CNSCD_PERSON_CHOICE_BIRTH && is_year_of_other (one->birth, other->birth))
    set_state (self, "dialog-information-symbolic", C_ ("records", "More exact in one"), TRUE);
  else
    set_state (self, "dialog-warning-symbolic", C_ ("records", "Different"), TRUE);
}

/**
 * cnscd_merge_field_set_takes_other:
 * @self: a field
 * @takes_other: whether the value of the other record stays
 *
 * Chooses.
 */
void
cnscd_merge_field_set_takes_other (CnscdMergeField *self, gboolean takes_other)
{
  g_return_if_fail (CNSCD_IS_MERGE_FIELD (self));

  gtk_check_button_set_active (takes_other ? self->other_check : self->one_check, TRUE);
}

/**
 * cnscd_merge_field_get_takes_other:
 * @self: a field
 *
 * Returns: whether the value of the other record stays
 */
gboolean
cnscd_merge_field_get_takes_other (CnscdMergeField *self)
{
  g_return_val_if_fail (CNSCD_IS_MERGE_FIELD (self), FALSE);

  /* In the midst of a change neither is active. */
  return !gtk_check_button_get_active (self->one_check);
}
