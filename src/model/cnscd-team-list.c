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

  CnscdTeamsShown shown;
};

G_DEFINE_FINAL_TYPE (CnscdTeamList, cnscd_team_list, CNSCD_TYPE_PAGED_LIST)

static void
cnscd_team_list_query_async (CnscdPagedList *list,
                             const char *unit,
                             const char *search,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback)
{
  CnscdTeamList *self = CNSCD_TEAM_LIST (list);
  const CnscdTeamQuery query = {
    .unit = unit,
    .search = search,
    .shown = self->shown,
  };

  cnscd_repository_query_teams_async (cnscd_paged_list_get_repository (list), &query, cancellable,
                                      callback, list);
}

static void
cnscd_team_list_class_init (CnscdTeamListClass *klass)
{
  CnscdPagedListClass *list_class = CNSCD_PAGED_LIST_CLASS (klass);

  list_class->row_type = CNSCD_TYPE_TEAM_ROW;
  list_class->nr_offset = G_STRUCT_OFFSET (CnscdTeamSummary, nr);
  list_class->query_async = cnscd_team_list_query_async;
  list_class->read_async = cnscd_repository_read_teams_async;
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
