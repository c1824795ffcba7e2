/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-team-row.h"

struct _CnscdTeamRow
{
  CnscdRow parent_instance;
};

G_DEFINE_FINAL_TYPE (CnscdTeamRow, cnscd_team_row, CNSCD_TYPE_ROW)

static void
cnscd_team_row_class_init (CnscdTeamRowClass *klass)
{
  CnscdRowClass *row_class = CNSCD_ROW_CLASS (klass);

  row_class->ref_data = (gpointer (*) (gpointer)) cnscd_team_summary_ref;
  row_class->unref_data = (GDestroyNotify) cnscd_team_summary_unref;
}

static void
cnscd_team_row_init (CnscdTeamRow *self)
{
}

/**
 * cnscd_team_row_get_team:
 * @self: a row
 *
 * Returns: (nullable) (transfer none): the team that stands in the row, %NULL until it is read
 */
const CnscdTeamSummary *
cnscd_team_row_get_team (CnscdTeamRow *self)
{
  g_return_val_if_fail (CNSCD_IS_TEAM_ROW (self), NULL);

  return cnscd_row_get_data (CNSCD_ROW (self));
}
