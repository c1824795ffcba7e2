/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-print-scope.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-roster.h"
#include "ui/common/cnscd-combo-search.h"
#include "ui/common/cnscd-words.h"

/**
 * CnscdPrintScope:
 *
 * Rows that choose whose roster is printed: one team's or all teams' of a
 * commune; at the province's desk first the commune, or all.
 */
struct _CnscdPrintScope
{
  AdwPreferencesGroup parent_instance;

  AdwComboRow *unit_row;
  AdwComboRow *team_row;

  CnscdRepository *repository;
  GCancellable *cancellable; /* of the communes on their way */
  GCancellable *loading;     /* (nullable): of the teams on their way */
  GPtrArray *units; /* (nullable) (element-type utf8): codes, all items of the row but the first */
  GPtrArray *teams; /* (nullable) (element-type CnscdTeamSummary): all items but the first */
  char *unit;       /* (nullable): the one chosen */
  char *team;       /* (nullable): the one chosen */
  gboolean filling; /* what is selected meanwhile is nobody's choice */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdPrintScope, cnscd_print_scope, ADW_TYPE_PREFERENCES_GROUP)

/* @selected: which item is chosen; @unknown: whether it is none of @names, for it has not been read
 * yet, or is no more. A row always has an item selected, and "all" would be wrong. */
static void
fill_row (CnscdPrintScope *self,
          AdwComboRow *row,
          GtkStringList *names,
          guint selected,
          gboolean unknown)
{
  if (unknown)
    {
      selected = g_list_model_get_n_items (G_LIST_MODEL (names));
      gtk_string_list_append (names, "—");
    }

  self->filling = TRUE;
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, selected);
  self->filling = FALSE;
}

static void
fill_teams (CnscdPrintScope *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, C_ ("print", "All teams"));
  for (guint i = 0; self->teams != NULL && i < self->teams->len; i++)
    {
      const CnscdTeamSummary *team = self->teams->pdata[i];
      g_autofree char *name = cnscd_words_for_team (team);

      gtk_string_list_append (names, name);
      if (g_strcmp0 (team->team, self->team) == 0)
        selected = i + 1;
    }
  fill_row (self, self->team_row, names, selected, self->team != NULL && selected == 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->team_row), self->unit != NULL);
}

static void
fill_units (CnscdPrintScope *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, C_ ("print", "All communes"));
  for (guint i = 0; self->units != NULL && i < self->units->len; i++)
    {
      const char *unit = self->units->pdata[i];
      g_autofree char *name =
        cnscd_words_capitalize (cnscd_repository_get_unit_name (self->repository, unit));

      gtk_string_list_append (names, name);
      if (g_strcmp0 (unit, self->unit) == 0)
        selected = i + 1;
    }
  fill_row (self, self->unit_row, names, selected, self->unit != NULL && selected == 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *teams = cnscd_repository_read_finish (CNSCD_REPOSITORY (source), result, &error);
  CnscdPrintScope *self = user_data;

  if (teams == NULL)
    {
      /* Those who print anything are told of it. */
      g_debug ("The teams cannot be listed: %s", error->message);
      return;
    }

  g_clear_pointer (&self->teams, g_ptr_array_unref);
  self->teams = teams;
  fill_teams (self);
}

static void
queried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) nrs =
    cnscd_repository_query_finish (CNSCD_REPOSITORY (source), result, &error);
  CnscdPrintScope *self = user_data;

  if (nrs == NULL)
    {
      g_debug ("The teams cannot be listed: %s", error->message);
      return;
    }

  cnscd_repository_read_teams_async (CNSCD_REPOSITORY (source),
                                     (const gint64 *) (gpointer) nrs->data, nrs->len, self->loading,
                                     read_cb, self);
}

static void
load_teams (CnscdPrintScope *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  if (self->unit != NULL)
    cnscd_repository_query_teams_async (self->repository, &(CnscdTeamQuery) { .unit = self->unit },
                                        self->loading, queried_cb, self);
}

static void
set_unit (CnscdPrintScope *self, const char *unit)
{
  g_set_str (&self->unit, unit);
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  fill_teams (self);
  load_teams (self);
}

static void
units_listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *units =
    cnscd_repository_list_roster_units_finish (CNSCD_REPOSITORY (source), result, &error);
  CnscdPrintScope *self = user_data;

  if (units == NULL)
    {
      g_debug ("The communes cannot be listed: %s", error->message);
      return;
    }

  self->units = units;
  fill_units (self);
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

  set_unit (self, team->record.unit);
  fill_units (self);
}

static void
unit_selected_cb (CnscdPrintScope *self)
{
  guint selected = adw_combo_row_get_selected (self->unit_row);

  if (self->filling || (selected > 0 && (self->units == NULL || selected > self->units->len)))
    return;

  g_clear_pointer (&self->team, g_free);
  set_unit (self, selected > 0 ? self->units->pdata[selected - 1] : NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
team_selected_cb (CnscdPrintScope *self)
{
  guint selected = adw_combo_row_get_selected (self->team_row);
  const CnscdTeamSummary *team;

  if (self->filling || (selected > 0 && (self->teams == NULL || selected > self->teams->len)))
    return;

  team = selected > 0 ? self->teams->pdata[selected - 1] : NULL;
  if (g_set_str (&self->team, team != NULL ? team->team : NULL))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
cnscd_print_scope_dispose (GObject *object)
{
  CnscdPrintScope *self = CNSCD_PRINT_SCOPE (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->repository);

  G_OBJECT_CLASS (cnscd_print_scope_parent_class)->dispose (object);
}

static void
cnscd_print_scope_finalize (GObject *object)
{
  CnscdPrintScope *self = CNSCD_PRINT_SCOPE (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->units, g_ptr_array_unref);
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  g_free (self->unit);
  g_free (self->team);

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

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/documents/cnscd-print-scope.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintScope, unit_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPrintScope, team_row);
  gtk_widget_class_bind_template_callback (widget_class, unit_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, team_selected_cb);
}

static void
cnscd_print_scope_init (CnscdPrintScope *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  cnscd_combo_search_set_up (self->unit_row);
  cnscd_combo_search_set_up (self->team_row);
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
  g_return_if_fail (CNSCD_IS_PRINT_SCOPE (self));
  g_return_if_fail (CNSCD_IS_REPOSITORY (repository));
  g_return_if_fail (self->repository == NULL);

  self->repository = g_object_ref (repository);
  self->team = g_strdup (team);
  set_unit (self, cnscd_repository_get_unit (repository));
  if (self->unit != NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->unit_row), TRUE);
  fill_units (self);
  cnscd_repository_list_roster_units_async (repository, self->cancellable, units_listed_cb, self);
  if (team != NULL)
    cnscd_repository_load_record_async (repository, &CNSCD_KIND_TEAM, team, self->loading,
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

  return self->unit;
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

  return self->team;
}
