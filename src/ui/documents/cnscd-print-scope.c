/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-print-scope.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-office.h"
#include "model/cnscd-repository-roster.h"
#include "ui/common/cnscd-unit-choices.h"
#include "ui/teams/cnscd-team-choice-row.h"

/**
 * CnscdPrintScope:
 *
 * Rows that choose whose roster is printed: one team's or all teams' of a
 * commune; at the province's desk first the commune, or all.
 */
struct _CnscdPrintScope
{
  AdwPreferencesGroup parent_instance;

  CnscdChoiceRow *unit_row;
  CnscdTeamChoiceRow *team_row;

  CnscdRepository *repository;
  GCancellable *cancellable;
  gboolean filling; /* what is chosen meanwhile is nobody's choice */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdPrintScope, cnscd_print_scope, ADW_TYPE_PREFERENCES_GROUP)

static void
load_teams (CnscdPrintScope *self)
{
  const char *unit = cnscd_print_scope_get_unit (self);

  cnscd_team_choice_row_load (self->team_row, self->repository, unit, C_ ("print", "All teams"),
                              NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->team_row), unit != NULL);
}

static void
choose (CnscdPrintScope *self, CnscdChoiceRow *row, const char *id)
{
  self->filling = TRUE;
  cnscd_choice_row_set_chosen (row, id);
  self->filling = FALSE;
}

/* Of all communes those with these codes. */
static void
offer_units (CnscdPrintScope *self, GPtrArray *codes)
{
  GPtrArray *all = cnscd_repository_get_units (self->repository);
  g_autoptr (GPtrArray) units = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      CnscdUnit *unit = all->pdata[i];

      if (g_ptr_array_find_with_equal_func (codes, unit->code, g_str_equal, NULL))
        g_ptr_array_add (units, unit);
    }
  cnscd_unit_choices_offer (self->unit_row, units, C_ ("print", "All communes"));
}

static void
units_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) codes =
    cnscd_repository_list_roster_units_finish (CNSCD_REPOSITORY (source), result, &error);

  if (codes != NULL)
    offer_units (user_data, codes);
  else
    /* Those who print anything are told of it. */
    g_debug ("The communes cannot be listed: %s", error->message);
}

/* The team that was asked for tells its commune. */
static void
team_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdTeam) team =
    cnscd_repository_load_record_finish (CNSCD_REPOSITORY (source), result, &error);
  CnscdPrintScope *self = user_data;

  if (team == NULL)
    {
      g_debug ("The team cannot be read: %s", error->message);
      return;
    }

  /* Meanwhile somebody may have chosen another commune. */
  if (g_strcmp0 (cnscd_print_scope_get_team (self), team->record.id) != 0)
    return;

  choose (self, self->unit_row, team->record.unit);
  load_teams (self);
}

static void
unit_chosen_cb (CnscdPrintScope *self)
{
  if (self->filling)
    return;

  choose (self, CNSCD_CHOICE_ROW (self->team_row), NULL);
  load_teams (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
team_chosen_cb (CnscdPrintScope *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
cnscd_print_scope_dispose (GObject *object)
{
  CnscdPrintScope *self = CNSCD_PRINT_SCOPE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->repository);

  G_OBJECT_CLASS (cnscd_print_scope_parent_class)->dispose (object);
}

static void
cnscd_print_scope_finalize (GObject *object)
{
  CnscdPrintScope *self = CNSCD_PRINT_SCOPE (object);

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (cnscd_print_scope_parent_class)->finalize (object);
}

static void
cnscd_print_scope_class_init (CnscdPrintScopeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_print_scope_dispose;
  object_class->finalize = cnscd_print_scope_finalize;

  /**
   * CnscdPrintScope::changed:
   * @self: the rows
   *
   * Somebody has chosen another commune or team.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CNSCD_TYPE_PRINT_SCOPE, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (CNSCD_TYPE_CHOICE_ROW);
  g_type_ensure (CNSCD_TYPE_TEAM_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/documents/cnscd-print-scope.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintScope, unit_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintScope, team_row);
  gtk_widget_class_bind_template_callback (widget_class, unit_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, team_chosen_cb);
}

static void
cnscd_print_scope_init (CnscdPrintScope *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_print_scope_set_repository:
 * @self: rows
 * @repository: an open repository
 * @team: (nullable): id of the team that is chosen first; %NULL for all
 *
 * Fills the rows.
 */
void
cnscd_print_scope_set_repository (CnscdPrintScope *self,
                                  CnscdRepository *repository,
                                  const char *team)
{
  g_autoptr (GPtrArray) none = NULL;

  g_return_if_fail (CNSCD_IS_PRINT_SCOPE (self));
  g_return_if_fail (CNSCD_IS_REPOSITORY (repository));
  g_return_if_fail (self->repository == NULL);

  self->repository = g_object_ref (repository);
  choose (self, CNSCD_CHOICE_ROW (self->team_row), team);
  choose (self, self->unit_row, cnscd_repository_get_unit (repository));
  load_teams (self);
  if (cnscd_print_scope_get_unit (self) != NULL)
    return;

  none = g_ptr_array_new ();
  offer_units (self, none);
  gtk_widget_set_visible (GTK_WIDGET (self->unit_row), TRUE);
  cnscd_repository_list_roster_units_async (repository, self->cancellable, units_listed_cb, self);
  if (team != NULL)
    cnscd_repository_load_record_async (repository, &CNSCD_KIND_TEAM, team, self->cancellable,
                                        team_loaded_cb, self);
}

/**
 * cnscd_print_scope_get_unit:
 * @self: rows
 *
 * Returns: (nullable) (transfer none): code of the commune; %NULL for all
 */
const char *
cnscd_print_scope_get_unit (CnscdPrintScope *self)
{
  g_return_val_if_fail (CNSCD_IS_PRINT_SCOPE (self), NULL);

  return cnscd_choice_row_get_chosen (self->unit_row);
}

/**
 * cnscd_print_scope_get_team:
 * @self: rows
 *
 * Returns: (nullable) (transfer none): id of the team; %NULL for all
 */
const char *
cnscd_print_scope_get_team (CnscdPrintScope *self)
{
  g_return_val_if_fail (CNSCD_IS_PRINT_SCOPE (self), NULL);

  return cnscd_choice_row_get_chosen (CNSCD_CHOICE_ROW (self->team_row));
}
