/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-row.h"

struct _CnscdSessionRow
{
  CnscdRow parent_instance;
};

G_DEFINE_FINAL_TYPE (CnscdSessionRow, cnscd_session_row, CNSCD_TYPE_ROW)

static void
cnscd_session_row_class_init (CnscdSessionRowClass *klass)
{
  CnscdRowClass *row_class = CNSCD_ROW_CLASS (klass);

  row_class->ref_data = (gpointer (*) (gpointer)) cnscd_session_summary_ref;
  row_class->unref_data = (GDestroyNotify) cnscd_session_summary_unref;
}

static void
cnscd_session_row_init (CnscdSessionRow *self)
{
}

/**
 * cnscd_session_row_get_session:
 * @self: a row
 *
 * Returns: (nullable) (transfer none): the session that stands in the row, %NULL until it is read
 */
const CnscdSessionSummary *
cnscd_session_row_get_session (CnscdSessionRow *self)
{
  g_return_val_if_fail (CNSCD_IS_SESSION_ROW (self), NULL);

  return cnscd_row_get_data (CNSCD_ROW (self));
}
