/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-pair-row.h"

#include <glib/gi18n-lib.h>

#include "cnscd-import-words.h"
#include "core/cnscd-phone.h"

/**
 * CnscdImportPairRow:
 *
 * Two people side by side who may be the same, and the choice whether they are.
 */
struct _CnscdImportPairRow
{
  GtkBox parent_instance;

  GtkLabel *likeness_label;
  GtkLabel *file_place;
  GtkLabel *file_name;
  GtkLabel *file_details;
  GtkLabel *other_place;
  GtkLabel *other_name;
  GtkLabel *other_details;
  GtkLabel *teams_label;
  AdwToggleGroup *decision;

  CnscdImportPair *pair; /* (nullable) */
  gboolean filling;
};

enum
{
  SIGNAL_DECIDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const choice_names[] = {
  [CNSCD_IMPORT_TWO_PEOPLE] = "other",
  [CNSCD_IMPORT_ONE_PERSON] = "same",
  [CNSCD_IMPORT_MOVED_HERE] = "moved",
};

G_DEFINE_FINAL_TYPE (CnscdImportPairRow, cnscd_import_pair_row, GTK_TYPE_BOX)

static char *
describe (const CnscdImportSide *side)
{
  g_autofree char *birth =
    cnscd_date_is_known (side->birth) ? cnscd_date_format (side->birth) : g_strdup ("—");
  g_autofree char *number = side->phone != NULL ? cnscd_phone_format (side->phone) : g_strdup ("—");
  g_autoptr (GString) phone = g_string_new (number);

  /* Half of a narrow window is narrow: a number stays in one line. */
  g_string_replace (phone, " ", "\u00a0", 0);
  /* Translators: of a person: date or year of birth, phone, name of the team */
  return g_strdup_printf (_ ("Born: %s\nPhone: %s\n%s"), birth, phone->str,
                          side->team != NULL ? side->team : _ ("In no team"));
}

static void
fill_side (const CnscdImportSide *side,
           gboolean pasted,
           GtkLabel *place,
           GtkLabel *name,
           GtkLabel *details)
{
  g_autofree char *where = cnscd_import_words_for_side (side, pasted);
  g_autofree char *what = describe (side);

  gtk_label_set_text (place, where);
  gtk_label_set_text (name, side->full_name);
  gtk_label_set_text (details, what);
}

static CnscdImportChoice
get_choice (CnscdImportPairRow *self)
{
  const char *name = adw_toggle_group_get_active_name (self->decision);

  for (CnscdImportChoice choice = 0; choice < G_N_ELEMENTS (choice_names); choice++)
    if (g_strcmp0 (name, choice_names[choice]) == 0)
      return choice;
  return CNSCD_IMPORT_TWO_PEOPLE;
}

/* Only of somebody who may have left another team. Three have no room beside each other. */
static void
add_moved (CnscdImportPairRow *self)
{
  AdwToggle *last = adw_toggle_group_get_toggle_by_name (self->decision, "other");
  AdwToggle *moved = adw_toggle_new ();

  adw_toggle_set_label (adw_toggle_group_get_toggle_by_name (self->decision, "same"),
                        _ ("One Person, in Both Teams"));
  adw_toggle_set_name (moved, "moved");
  adw_toggle_set_label (moved, _ ("One Person, Moved Here"));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->decision), GTK_ORIENTATION_VERTICAL);
  /* between one person and two */
  g_object_ref (last);
  adw_toggle_group_remove (self->decision, last);
  adw_toggle_group_add (self->decision, moved);
  adw_toggle_group_add (self->decision, last);
}

static void
decided_cb (CnscdImportPairRow *self)
{
  if (!self->filling && self->pair != NULL)
    g_signal_emit (self, signals[SIGNAL_DECIDED], 0, get_choice (self));
}

static void
cnscd_import_pair_row_finalize (GObject *object)
{
  g_clear_pointer (&CNSCD_IMPORT_PAIR_ROW (object)->pair, cnscd_import_pair_unref);

  G_OBJECT_CLASS (cnscd_import_pair_row_parent_class)->finalize (object);
}

static void
cnscd_import_pair_row_class_init (CnscdImportPairRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cnscd_import_pair_row_finalize;

  signals[SIGNAL_DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/import/cnscd-import-pair-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdImportPairRow, likeness_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportPairRow, file_place);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportPairRow, file_name);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportPairRow, file_details);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportPairRow, other_place);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportPairRow, other_name);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportPairRow, other_details);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportPairRow, teams_label);
  gtk_widget_class_bind_template_child (widget_class, CnscdImportPairRow, decision);
  gtk_widget_class_bind_template_callback (widget_class, decided_cb);
}

static void
cnscd_import_pair_row_init (CnscdImportPairRow *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
}

/**
 * cnscd_import_pair_row_new:
 *
 * Returns: (transfer floating): a row without people
 */
GtkWidget *
cnscd_import_pair_row_new (void)
{
  return g_object_new (CNSCD_TYPE_IMPORT_PAIR_ROW, NULL);
}

/**
 * cnscd_import_pair_row_set_pair:
 * @self: a row without people
 * @pair: (nullable): two people
 * @pasted: whether the rows are from the clipboard, and not of a file
 */
void
cnscd_import_pair_row_set_pair (CnscdImportPairRow *self,
                                const CnscdImportPair *pair,
                                gboolean pasted)
{
  g_autofree char *likeness = NULL;
  g_autofree char *label = NULL;

  g_clear_pointer (&self->pair, cnscd_import_pair_unref);
  if (pair == NULL)
    return;

  self->pair = cnscd_import_pair_ref ((CnscdImportPair *) pair);
  likeness = cnscd_import_words_for_likeness (pair);
  gtk_label_set_text (self->likeness_label, likeness);
  fill_side (&pair->file, pasted, self->file_place, self->file_name, self->file_details);
  fill_side (&pair->other, pasted, self->other_place, self->other_name, self->other_details);

  if (cnscd_date_is_known (pair->last_day))
    {
      self->filling = TRUE;
      add_moved (self);
      self->filling = FALSE;
    }

  /* Translators: two names of people */
  label = g_strdup_printf (_ ("Whether %s and %s are one person"), pair->file.full_name,
                           pair->other.full_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->decision), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

/**
 * cnscd_import_pair_row_get_pair:
 * @self: a row
 *
 * Returns: (nullable) (transfer none): the two people
 */
const CnscdImportPair *
cnscd_import_pair_row_get_pair (CnscdImportPairRow *self)
{
  return self->pair;
}

/**
 * cnscd_import_pair_row_set_choice:
 * @self: a row with two people
 * @choice: what they are taken for
 *
 * Shows a decision and what follows from it. It is not told again.
 */
void
cnscd_import_pair_row_set_choice (CnscdImportPairRow *self, CnscdImportChoice choice)
{
  g_autofree char *teams = cnscd_import_words_for_teams (self->pair, choice);

  gtk_label_set_text (self->teams_label, teams != NULL ? teams : "");
  gtk_widget_set_visible (GTK_WIDGET (self->teams_label), teams != NULL);
  self->filling = TRUE;
  adw_toggle_group_set_active_name (self->decision, choice_names[choice]);
  self->filling = FALSE;
}
