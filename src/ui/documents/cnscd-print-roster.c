/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-print-roster.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-roster.h"
#include "ui/common/cnscd-combo.h"
#include "ui/common/cnscd-words.h"
#include "ui/decisions/cnscd-decision-row.h"

#include "cnscd-orientation-row.h"
#include "cnscd-print-scope.h"

enum
{
  KIND_ANNEX,
  KIND_ALONE,
};

/**
 * CnscdPrintRoster:
 *
 * Chooses what a printed roster says and how.
 */
struct _CnscdPrintRoster
{
  CnscdPrintSettings parent_instance;

  CnscdPrintScope *scope;
  AdwComboRow *kind_row;
  AdwComboRow *reference_row;
  CnscdDecisionRow *decision_row;
  AdwEntryRow *date_row;
  CnscdSignerRow *signer_row;
  CnscdOrientationRow *orientation_row;
  AdwSwitchRow *phones_row;

  char *team;           /* (nullable): the one meant first */
  char *reference;      /* (nullable): in words, the decision that the teams name */
  gboolean kind_chosen; /* by somebody, so that it stays */
};

G_DEFINE_FINAL_TYPE (CnscdPrintRoster, cnscd_print_roster, CNSCD_TYPE_PRINT_SETTINGS)

static const CnscdPrintWords words = {
  .subject = "roster",
  .title = N_ ("Print Roster"),
  .save_title = N_ ("Save Roster as PDF"),
  .saved = N_ ("Roster saved"),
  .save_failed = N_ ("Roster Not Saved"),
  .sent = N_ ("Roster sent to the printer"),
  .print_failed = N_ ("Roster Not Printed"),
};

/* ---- what is chosen ---- */

static gboolean
is_annex (CnscdPrintRoster *self)
{
  return adw_combo_row_get_selected (self->kind_row) == KIND_ANNEX;
}

static void
get_choices (CnscdPrintRoster *self, CnscdRosterChoices *choices)
{
  const CnscdDecisionSummary *decision = cnscd_decision_row_get_summary (self->decision_row);

  *choices = (CnscdRosterChoices) {
    .annex = is_annex (self),
    .reference = adw_combo_row_get_selected (self->reference_row),
    .signer = cnscd_signer_row_get_signer (self->signer_row),
    .landscape = cnscd_orientation_row_get_landscape (self->orientation_row),
    .with_phones = adw_switch_row_get_active (self->phones_row),
  };
  cnscd_print_settings_read_date (self->date_row, &choices->date);
  if (decision != NULL)
    {
      choices->decision_number = decision->number;
      choices->decision_date = decision->date;
    }
}

/* ---- what is shown of it ---- */

static void
update_reference (CnscdPrintRoster *self)
{
  const char *items[] = {
    self->reference != NULL ? self->reference : C_ ("print", "As entered for the teams"),
    C_ ("print", "Another decision"),
    C_ ("print", "Left blank"),
    NULL,
  };
  GtkStringList *model = GTK_STRING_LIST (adw_combo_row_get_model (self->reference_row));
  guint selected = adw_combo_row_get_selected (self->reference_row);
  gboolean filling;

  if (model != NULL && g_strcmp0 (gtk_string_list_get_string (model, 0), items[0]) == 0)
    return;

  filling = cnscd_print_settings_set_filling (CNSCD_PRINT_SETTINGS (self), TRUE);
  if (model == NULL)
    {
      g_autoptr (GtkStringList) list = gtk_string_list_new (items);

      adw_combo_row_set_model (self->reference_row, G_LIST_MODEL (list));
    }
  else
    {
      const char *const first[] = { items[0], NULL };

      gtk_string_list_splice (model, 0, 1, first);
      adw_combo_row_set_selected (self->reference_row, selected);
    }
  cnscd_print_settings_set_filling (CNSCD_PRINT_SETTINGS (self), filling);
}

/* The decisions are a commune's. */
static void
offer_decisions (CnscdPrintRoster *self)
{
  const char *unit = cnscd_print_scope_get_unit (self->scope);

  gtk_widget_set_sensitive (GTK_WIDGET (self->decision_row), unit != NULL);
  if (unit != NULL)
    cnscd_decision_row_set_repository (
      self->decision_row, cnscd_print_settings_get_repository (CNSCD_PRINT_SETTINGS (self)), unit);
}

/* An annex carries no signature of its own, unless somebody wants it this time. */
static void
propose_signer (CnscdPrintRoster *self)
{
  cnscd_print_settings_propose_signer (CNSCD_PRINT_SETTINGS (self), !is_annex (self));
}

/* All teams are what a decision sets up; one team's roster stands for itself. */
static void
propose_kind (CnscdPrintRoster *self)
{
  guint kind = cnscd_print_scope_get_team (self->scope) != NULL ? KIND_ALONE : KIND_ANNEX;
  gboolean filling;

  if (self->kind_chosen || adw_combo_row_get_selected (self->kind_row) == kind)
    return;

  filling = cnscd_print_settings_set_filling (CNSCD_PRINT_SETTINGS (self), TRUE);
  adw_combo_row_set_selected (self->kind_row, kind);
  cnscd_print_settings_set_filling (CNSCD_PRINT_SETTINGS (self), filling);
  propose_signer (self);
}

static char *
describe_reference (GPtrArray *rosters)
{
  const CnscdRoster *roster = rosters->pdata[0];

  if (rosters->len > 1)
    return g_strdup (C_ ("print", "Each commune's own"));
  if (roster->decision_number == NULL)
    return g_strdup (roster->teams->len > 1 ? C_ ("print", "Not the same for all teams: left blank")
                                            : C_ ("print", "None is entered: left blank"));
  return cnscd_words_for_decision (roster->decision_number, roster->decision_date);
}

/* ---- CnscdPrintSettings ---- */

static void
cnscd_print_roster_fill (CnscdPrintSettings *settings)
{
  CnscdPrintRoster *self = CNSCD_PRINT_ROSTER (settings);

  cnscd_print_scope_set_repository (self->scope, cnscd_print_settings_get_repository (settings),
                                    self->team);
  update_reference (self);
  offer_decisions (self);
  propose_kind (self);
}

static gboolean
cnscd_print_roster_check (CnscdPrintSettings *settings)
{
  CnscdPrintRoster *self = CNSCD_PRINT_ROSTER (settings);
  gboolean another =
    adw_combo_row_get_selected (self->reference_row) == CNSCD_ROSTER_REFERENCE_CHOSEN;
  CnscdDate date;

  gtk_widget_set_visible (GTK_WIDGET (self->decision_row), another);
  gtk_widget_set_visible (GTK_WIDGET (self->date_row), !is_annex (self));
  return cnscd_print_settings_read_date (self->date_row, &date) || is_annex (self);
}

static void
cnscd_print_roster_load (CnscdPrintSettings *settings,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  CnscdPrintRoster *self = CNSCD_PRINT_ROSTER (settings);

  cnscd_repository_load_rosters_async (
    cnscd_print_settings_get_repository (settings), cnscd_print_scope_get_unit (self->scope),
    cnscd_print_scope_get_team (self->scope), adw_switch_row_get_active (self->phones_row),
    cancellable, callback, user_data);
}

static GPtrArray *
cnscd_print_roster_load_finish (CnscdPrintSettings *settings,
                                GAsyncResult *result,
                                guint *n_people,
                                GError **error)
{
  CnscdPrintRoster *self = CNSCD_PRINT_ROSTER (settings);
  g_autoptr (GObject) source = g_async_result_get_source_object (result);
  GPtrArray *rosters =
    cnscd_repository_load_rosters_finish (CNSCD_REPOSITORY (source), result, error);
  CnscdRosterChoices choices;
  gboolean of_office = FALSE;

  if (rosters == NULL)
    return NULL;

  g_free (self->reference);
  self->reference = describe_reference (rosters);
  update_reference (self);

  get_choices (self, &choices);
  for (guint i = 0; i < rosters->len; i++)
    {
      CnscdRoster *roster = rosters->pdata[i];

      cnscd_roster_choose (roster, &choices);
      of_office = of_office || roster->issuer.of_office;
      *n_people += cnscd_roster_get_n_people (roster);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->signer_row), of_office);
  return rosters;
}

/* ---- what people do ---- */

static void
changed_cb (CnscdPrintRoster *self)
{
  cnscd_print_settings_change (CNSCD_PRINT_SETTINGS (self), FALSE);
}

static void
typed_cb (CnscdPrintRoster *self)
{
  cnscd_print_settings_change (CNSCD_PRINT_SETTINGS (self), TRUE);
}

static void
scope_changed_cb (CnscdPrintRoster *self)
{
  offer_decisions (self);
  propose_kind (self);
  changed_cb (self);
}

static void
kind_selected_cb (CnscdPrintRoster *self)
{
  if (cnscd_print_settings_is_filling (CNSCD_PRINT_SETTINGS (self)))
    return;

  self->kind_chosen = TRUE;
  propose_signer (self);
  changed_cb (self);
}

static void
signer_selected_cb (CnscdPrintRoster *self)
{
  if (!is_annex (self))
    cnscd_print_settings_remember_signer (CNSCD_PRINT_SETTINGS (self));
  changed_cb (self);
}

static void
cnscd_print_roster_finalize (GObject *object)
{
  CnscdPrintRoster *self = CNSCD_PRINT_ROSTER (object);

  g_free (self->team);
  g_free (self->reference);

  G_OBJECT_CLASS (cnscd_print_roster_parent_class)->finalize (object);
}

static void
cnscd_print_roster_class_init (CnscdPrintRosterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdPrintSettingsClass *settings_class = CNSCD_PRINT_SETTINGS_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cnscd_print_roster_finalize;
  settings_class->words = &words;
  settings_class->layout = &CNSCD_LAYOUT_ROSTER;
  settings_class->fill = cnscd_print_roster_fill;
  settings_class->check = cnscd_print_roster_check;
  settings_class->load = cnscd_print_roster_load;
  settings_class->load_finish = cnscd_print_roster_load_finish;

  g_type_ensure (CNSCD_TYPE_DECISION_ROW);
  g_type_ensure (CNSCD_TYPE_ORIENTATION_ROW);
  g_type_ensure (CNSCD_TYPE_PRINT_SCOPE);
  g_type_ensure (CNSCD_TYPE_SIGNER_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/documents/cnscd-print-roster.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintRoster, scope);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintRoster, kind_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintRoster, reference_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintRoster, decision_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintRoster, date_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintRoster, signer_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintRoster, orientation_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintRoster, phones_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, signer_selected_cb);
}

static void
cnscd_print_roster_init (CnscdPrintRoster *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  cnscd_combo_show_whole_items (self->kind_row);
  cnscd_combo_show_whole_items (self->reference_row);
  cnscd_print_settings_set_signer_row (CNSCD_PRINT_SETTINGS (self), self->signer_row);
}

/**
 * cnscd_print_roster_new:
 * @team: (nullable): id of the team whose roster is meant first; %NULL for all
 *
 * Returns: (transfer floating): the settings of a roster
 */
CnscdPrintSettings *
cnscd_print_roster_new (const char *team)
{
  CnscdPrintRoster *self = g_object_new (CNSCD_TYPE_PRINT_ROSTER, NULL);

  self->team = g_strdup (team);
  return CNSCD_PRINT_SETTINGS (self);
}

/**
 * cnscd_print_roster_get_team:
 * @self: settings
 *
 * Returns: (nullable) (transfer none): id of the team that is chosen; %NULL for all
 */
const char *
cnscd_print_roster_get_team (CnscdPrintRoster *self)
{
  g_return_val_if_fail (CNSCD_IS_PRINT_ROSTER (self), NULL);

  return cnscd_print_scope_get_team (self->scope);
}
