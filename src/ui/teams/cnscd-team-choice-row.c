/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-team-choice-row.h"

#include "ui/common/cnscd-words.h"
#include "ui/window/cnscd-form-dialog.h"

/**
 * CnscdTeamChoiceRow:
 *
 * A row that chooses a current team of a commune, or all of them. What was
 * chosen stays so while the teams are read.
 */
struct _CnscdTeamChoiceRow
{
  CnscdChoiceRow parent_instance;

  GCancellable *cancellable;
  char *all_title;  /* (nullable) */
  char **left_out;  /* (nullable) */
  GPtrArray *teams; /* (nullable) (element-type CnscdTeamSummary) */
};

G_DEFINE_FINAL_TYPE (CnscdTeamChoiceRow, cnscd_team_choice_row, CNSCD_TYPE_CHOICE_ROW)

static void
show_error (CnscdTeamChoiceRow *self, const GError *error)
{
  GtkWidget *form = gtk_widget_get_ancestor (GTK_WIDGET (self), CNSCD_TYPE_FORM_DIALOG);

  if (form != NULL)
    cnscd_form_dialog_show_error (CNSCD_FORM_DIALOG (form), error);
  else
    g_debug ("The teams cannot be listed: %s", error->message);
}

static void
fill (CnscdTeamChoiceRow *self)
{
  g_autoptr (GListStore) choices = g_list_store_new (CNSCD_TYPE_CHOICE);

  if (self->all_title != NULL)
    cnscd_choice_append (choices, NULL, self->all_title, NULL);
  for (guint i = 0; self->teams != NULL && i < self->teams->len; i++)
    {
      const CnscdTeamSummary *team = self->teams->pdata[i];
      g_autofree char *name = cnscd_words_for_team (team);

      cnscd_choice_append (choices, team->team, name, NULL);
    }
  cnscd_choice_row_set_choices (CNSCD_CHOICE_ROW (self), G_LIST_MODEL (choices));
}

static gboolean
is_left_out (CnscdTeamChoiceRow *self, const CnscdTeamSummary *team)
{
  return self->left_out != NULL &&
         g_strv_contains ((const char *const *) self->left_out, team->team);
}

static void
teams_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdTeamChoiceRow *self = user_data;
  g_autoptr (GPtrArray) teams = NULL;
  g_autoptr (GError) error = NULL;

  teams = cnscd_repository_read_finish (CNSCD_REPOSITORY (source), result, &error);
  if (teams == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        show_error (self, error);
      return;
    }

  for (guint i = teams->len; i > 0; i--)
    if (is_left_out (self, teams->pdata[i - 1]))
      g_ptr_array_remove_index (teams, i - 1);

  self->teams = g_steal_pointer (&teams);
  fill (self);
  /* Where there is one team only, nothing is left to choose. */
  if (self->all_title == NULL && self->teams->len == 1)
    cnscd_choice_row_set_chosen (CNSCD_CHOICE_ROW (self),
                                 ((const CnscdTeamSummary *) self->teams->pdata[0])->team);
}

static void
teams_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdTeamChoiceRow *self = user_data;
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
cnscd_team_choice_row_dispose (GObject *object)
{
  CnscdTeamChoiceRow *self = CNSCD_TEAM_CHOICE_ROW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->teams, g_ptr_array_unref);

  G_OBJECT_CLASS (cnscd_team_choice_row_parent_class)->dispose (object);
}

static void
cnscd_team_choice_row_finalize (GObject *object)
{
  CnscdTeamChoiceRow *self = CNSCD_TEAM_CHOICE_ROW (object);

  g_clear_object (&self->cancellable);
  g_free (self->all_title);
  g_strfreev (self->left_out);

  G_OBJECT_CLASS (cnscd_team_choice_row_parent_class)->finalize (object);
}

static void
cnscd_team_choice_row_class_init (CnscdTeamChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cnscd_team_choice_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = cnscd_team_choice_row_finalize;
}

static void
cnscd_team_choice_row_init (CnscdTeamChoiceRow *self)
{
}

/**
 * cnscd_team_choice_row_load:
 * @self: a row
 * @repository: an open repository
 * @unit: (nullable): code of a commune; %NULL: no team is offered
 * @all_title: (nullable): title of a first choice, which is all of them
 * @left_out: (array zero-terminated=1) (nullable): ids of teams that are no choice
 *
 * Offers the commune's current teams instead of those before; the only one is
 * chosen at once, unless there is a choice for all of them.
 */
void
cnscd_team_choice_row_load (CnscdTeamChoiceRow *self,
                            CnscdRepository *repository,
                            const char *unit,
                            const char *all_title,
                            const char *const *left_out)
{
  g_return_if_fail (CNSCD_IS_TEAM_CHOICE_ROW (self));
  g_return_if_fail (CNSCD_IS_REPOSITORY (repository));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_set_str (&self->all_title, all_title);
  g_strfreev (self->left_out);
  self->left_out = g_strdupv ((char **) left_out);
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  fill (self);
  if (unit != NULL)
    cnscd_repository_query_teams_async (repository, &(CnscdTeamQuery) { .unit = unit },
                                        self->cancellable, teams_found_cb, self);
}

/**
 * cnscd_team_choice_row_get_team:
 * @self: a row
 *
 * Returns: (nullable) (transfer none): the team that is chosen, %NULL while it has not been read
 */
const CnscdTeamSummary *
cnscd_team_choice_row_get_team (CnscdTeamChoiceRow *self)
{
  const char *id;

  g_return_val_if_fail (CNSCD_IS_TEAM_CHOICE_ROW (self), NULL);

  id = cnscd_choice_row_get_chosen (CNSCD_CHOICE_ROW (self));
  for (guint i = 0; self->teams != NULL && i < self->teams->len; i++)
    {
      const CnscdTeamSummary *team = self->teams->pdata[i];

      if (g_strcmp0 (team->team, id) == 0)
        return team;
    }
  return NULL;
}
