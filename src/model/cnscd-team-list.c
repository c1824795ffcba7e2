/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-team-list.h"

/**
 * CnscdTeamList:
 *
 * Teams of the chosen commune, or of all, by hamlet, as a list model of
 * [class@Cnscd.TeamRow].
 */
struct _CnscdTeamList
{
  CnscdPagedList parent_instance;

  char *unit;
  char *search;
  CnscdTeamsShown shown;
};

G_DEFINE_FINAL_TYPE (CnscdTeamList, cnscd_team_list, CNSCD_TYPE_PAGED_LIST)

static void
cnscd_team_list_query_async (CnscdPagedList *list,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback)
{
  CnscdTeamList *self = CNSCD_TEAM_LIST (list);
  CnscdRepository *repository = cnscd_paged_list_get_repository (list);
  const char *office = cnscd_repository_get_unit (repository);
  const CnscdTeamQuery query = {
    .unit = office != NULL ? office : self->unit,
    .search = self->search,
    .shown = self->shown,
  };

  cnscd_repository_query_teams_async (repository, &query, cancellable, callback, list);
}

static void
cnscd_team_list_read_async (CnscdPagedList *list,
                            const gint64 *nrs,
                            gsize n_nrs,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  cnscd_repository_read_teams_async (cnscd_paged_list_get_repository (list), nrs, n_nrs,
                                     cancellable, callback, user_data);
}

static gint64
get_team_nr (gconstpointer data)
{
  return ((const CnscdTeamSummary *) data)->nr;
}

static void
cnscd_team_list_finalize (GObject *object)
{
  CnscdTeamList *self = CNSCD_TEAM_LIST (object);

  g_free (self->unit);
  g_free (self->search);

  G_OBJECT_CLASS (cnscd_team_list_parent_class)->finalize (object);
}

static void
cnscd_team_list_class_init (CnscdTeamListClass *klass)
{
  CnscdPagedListClass *list_class = CNSCD_PAGED_LIST_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cnscd_team_list_finalize;

  list_class->row_type = CNSCD_TYPE_TEAM_ROW;
  list_class->query_async = cnscd_team_list_query_async;
  list_class->read_async = cnscd_team_list_read_async;
  list_class->get_nr = get_team_nr;
}

static void
cnscd_team_list_init (CnscdTeamList *self)
{
}

/**
 * cnscd_team_list_new:
 * @repository: an open repository
 *
 * Returns: (transfer full): a list whose query already runs
 */
CnscdTeamList *
cnscd_team_list_new (CnscdRepository *repository)
{
  CnscdTeamList *self = g_object_new (CNSCD_TYPE_TEAM_LIST, "repository", repository, NULL);

  cnscd_paged_list_refresh (CNSCD_PAGED_LIST (self));
  return self;
}

/**
 * cnscd_team_list_set_search:
 * @self: a list
 * @search: (nullable): what a person typed
 *
 * Shows only the teams that match.
 */
void
cnscd_team_list_set_search (CnscdTeamList *self, const char *search)
{
  g_return_if_fail (CNSCD_IS_TEAM_LIST (self));

  if (search != NULL && *search == '\0')
    search = NULL;
  if (g_set_str (&self->search, search))
    cnscd_paged_list_refresh (CNSCD_PAGED_LIST (self));
}

/**
 * cnscd_team_list_get_search:
 * @self: a list
 *
 * Returns: (nullable) (transfer none): what is searched for
 */
const char *
cnscd_team_list_get_search (CnscdTeamList *self)
{
  g_return_val_if_fail (CNSCD_IS_TEAM_LIST (self), NULL);

  return self->search;
}

/**
 * cnscd_team_list_set_unit:
 * @self: a list
 * @unit: (nullable): code of a commune; %NULL for all
 *
 * Shows only teams of one commune. Where the office is a commune's, it shows
 * that commune's in any case.
 */
void
cnscd_team_list_set_unit (CnscdTeamList *self, const char *unit)
{
  g_return_if_fail (CNSCD_IS_TEAM_LIST (self));

  if (g_set_str (&self->unit, unit))
    cnscd_paged_list_refresh (CNSCD_PAGED_LIST (self));
}

/**
 * cnscd_team_list_set_shown:
 * @self: a list
 * @shown: which teams
 *
 * Shows others: current ones, those of them with warnings, or dissolved ones.
 */
void
cnscd_team_list_set_shown (CnscdTeamList *self, CnscdTeamsShown shown)
{
  g_return_if_fail (CNSCD_IS_TEAM_LIST (self));

  if (self->shown == shown)
    return;

  self->shown = shown;
  cnscd_paged_list_refresh (CNSCD_PAGED_LIST (self));
}

/**
 * cnscd_team_list_get_shown:
 * @self: a list
 *
 * Returns: which teams it shows
 */
CnscdTeamsShown
cnscd_team_list_get_shown (CnscdTeamList *self)
{
  g_return_val_if_fail (CNSCD_IS_TEAM_LIST (self), CNSCD_TEAMS_CURRENT);

  return self->shown;
}
