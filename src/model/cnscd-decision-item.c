/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-decision-item.h"

/**
 * CnscdDecisionItem:
 *
 * A decision in a [class@Cnscd.DecisionList].
 */
struct _CnscdDecisionItem
{
  CnscdRow parent_instance;
};

G_DEFINE_FINAL_TYPE (CnscdDecisionItem, cnscd_decision_item, CNSCD_TYPE_ROW)

static void
cnscd_decision_item_class_init (CnscdDecisionItemClass *klass)
{
  CnscdRowClass *row_class = CNSCD_ROW_CLASS (klass);

  row_class->ref_data = (gpointer (*) (gpointer)) cnscd_decision_summary_ref;
  row_class->unref_data = (GDestroyNotify) cnscd_decision_summary_unref;
}

static void
cnscd_decision_item_init (CnscdDecisionItem *self)
{
}

/**
 * cnscd_decision_item_get_decision:
 * @self: an item
 *
 * Returns: (nullable) (transfer none): the decision, %NULL until it is read
 */
const CnscdDecisionSummary *
cnscd_decision_item_get_decision (CnscdDecisionItem *self)
{
  g_return_val_if_fail (CNSCD_IS_DECISION_ITEM (self), NULL);

  return cnscd_row_get_data (CNSCD_ROW (self));
}
