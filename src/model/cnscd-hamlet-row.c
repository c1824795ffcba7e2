/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-hamlet-row.h"

struct _CnscdHamletRow
{
  CnscdRow parent_instance;
};

G_DEFINE_FINAL_TYPE (CnscdHamletRow, cnscd_hamlet_row, CNSCD_TYPE_ROW)

static void
cnscd_hamlet_row_class_init (CnscdHamletRowClass *klass)
{
  CnscdRowClass *row_class = CNSCD_ROW_CLASS (klass);

  row_class->ref_data = (gpointer (*) (gpointer)) cnscd_hamlet_summary_ref;
  row_class->unref_data = (GDestroyNotify) cnscd_hamlet_summary_unref;
}

static void
cnscd_hamlet_row_init (CnscdHamletRow *self)
{
}

/**
 * cnscd_hamlet_row_get_hamlet:
 * @self: a row
 *
 * Returns: (nullable) (transfer none): the hamlet that stands in the row, %NULL until it is read
 */
const CnscdHamletSummary *
cnscd_hamlet_row_get_hamlet (CnscdHamletRow *self)
{
  g_return_val_if_fail (CNSCD_IS_HAMLET_ROW (self), NULL);

  return cnscd_row_get_data (CNSCD_ROW (self));
}
