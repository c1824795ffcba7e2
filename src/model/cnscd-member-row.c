/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-member-row.h"

struct _CnscdMemberRow
{
  CnscdRow parent_instance;
};

G_DEFINE_FINAL_TYPE (CnscdMemberRow, cnscd_member_row, CNSCD_TYPE_ROW)

static void
cnscd_member_row_class_init (CnscdMemberRowClass *klass)
{
  CnscdRowClass *row_class = CNSCD_ROW_CLASS (klass);

  row_class->ref_data = (gpointer (*) (gpointer)) cnscd_member_ref;
  row_class->unref_data = (GDestroyNotify) cnscd_member_unref;
}

static void
cnscd_member_row_init (CnscdMemberRow *self)
{
}

/**
 * cnscd_member_row_get_member:
 * @self: a row
 *
 * Returns: (nullable) (transfer none): who stands in the row, %NULL until it is read
 */
const CnscdMember *
cnscd_member_row_get_member (CnscdMemberRow *self)
{
  g_return_val_if_fail (CNSCD_IS_MEMBER_ROW (self), NULL);

  return cnscd_row_get_data (CNSCD_ROW (self));
}
