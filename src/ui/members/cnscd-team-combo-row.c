/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-team-combo-row.h"

#include "ui/common/cnscd-words.h"
#include "ui/window/cnscd-form-dialog.h"

/**
 * CnscdTeamComboRow:
 *
 * A row of a form that chooses a current team of a commune.
 */
struct _CnscdTeamComboRow
{
  AdwComboRow parent_instance;

  GCancellable *cancellable;
  char **left_out;
  GPtrArray *teams; /* (nullable) (element-type CnscdTeamSummary): in the order of the row */
};

G_DEFINE_FINAL_TYPE (CnscdTeamComboRow, cnscd_team_combo_row, ADW_TYPE_COMBO_ROW)

static void
show_error (CnscdTeamComboRow *self, const GError *error)
{
  GtkWidget *form = gtk_widget_get_ancestor (GTK_WIDGET (self), CNSCD_TYPE_FORM_DIALOG);

  if (form != NULL)
    cnscd_form_dialog_show_error (CNSCD_FORM_DIALOG (form), error);
}

static void
teams_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdTeamComboRow *self = user_data;
  g_autoptr (GPtrArray) teams = NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GError) error = NULL;

  teams = cnscd_repository_read_finish (CNSCD_REPOSITORY (source), result, &error);
  if (teams == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_error (self, error);
      return;
    }

  for (guint i = 0; i < teams->len;)
    {
      const CnscdTeamSummary *team = teams->pdata[i];
      g_autofree char *name = NULL;

      if (g_strv_contains ((const char *const *) self->left_out, team->team))
        {
          g_ptr_array_remove_index (teams, i);
          continue;
        }
      name = cnscd_words_for_team (team);
      gtk_string_list_append (names, name);
      i++;
    }
  self->teams = g_steal_pointer (&teams);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (names));
  g_object_notify (G_OBJECT (self), "selected");
}

static void
teams_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdTeamComboRow *self = user_data;
  g_autoptr (GArray) nrs = NULL;
  g_autoptr (GError) error = NULL;

  nrs = cnscd_repository_query_finish (CNSCD_REPOSITORY (source), result, &error);
  if (nrs == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_error (self, error);
      return;
    }

  cnscd_repository_read_teams_async (CNSCD_REPOSITORY (source),
                                     (const gint64 *) (gpointer) nrs->data, nrs->len,
                                     self->cancellable, teams_read_cb, self);
}

static void
cnscd_team_combo_row_dispose (GObject *object)
{
  CnscdTeamComboRow *self = CNSCD_TEAM_COMBO_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->teams, g_ptr_array_unref);

  G_OBJECT_CLASS (cnscd_team_combo_row_parent_class)->dispose (object);
}

static void
cnscd_team_combo_row_finalize (GObject *object)
{
  CnscdTeamComboRow *self = CNSCD_TEAM_COMBO_ROW (object);

  g_object_unref (self->cancellable);
  g_strfreev (self->left_out);

  G_OBJECT_CLASS (cnscd_team_combo_row_parent_class)->finalize (object);
}

static void
cnscd_team_combo_row_class_init (CnscdTeamComboRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cnscd_team_combo_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = cnscd_team_combo_row_finalize;
}

static void
cnscd_team_combo_row_init (CnscdTeamComboRow *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * cnscd_team_combo_row_load:
 * @self: a row
 * @repository: an open repository
 * @unit: code of a commune
 * @left_out: (array zero-terminated=1): ids of teams that are no choice
 *
 * Fills the row with the commune's current teams, once; notifies of its
 * selection when they are there.
 */
void
cnscd_team_combo_row_load (CnscdTeamComboRow *self,
                           CnscdRepository *repository,
                           const char *unit,
                           const char *const *left_out)
{
  g_return_if_fail (CNSCD_IS_TEAM_COMBO_ROW (self));
  g_return_if_fail (CNSCD_IS_REPOSITORY (repository));
  g_return_if_fail (self->left_out == NULL);

  self->left_out = g_strdupv ((char **) left_out);
  cnscd_repository_query_teams_async (repository, &(CnscdTeamQuery) { .unit = unit },
                                      self->cancellable, teams_found_cb, self);
}

/**
 * cnscd_team_combo_row_get_team:
 * @self: a row
 *
 * Returns: (nullable) (transfer none): the team that is chosen
 */
const CnscdTeamSummary *
cnscd_team_combo_row_get_team (CnscdTeamComboRow *self)
{
  guint selected;

  g_return_val_if_fail (CNSCD_IS_TEAM_COMBO_ROW (self), NULL);

  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  return self->teams != NULL && selected < self->teams->len ? self->teams->pdata[selected] : NULL;
}
