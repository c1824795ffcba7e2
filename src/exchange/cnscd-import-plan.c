/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-plan.h"

static void
item_free (gpointer data)
{
  CnscdImportItem *item = data;

  g_clear_pointer (&item->changes, g_ptr_array_unref);
  g_free (item);
}

static void
move_free (gpointer data)
{
  CnscdImportMove *move = data;

  g_free (move->from);
  g_free (move->to);
  g_free (move);
}

/**
 * cnscd_import_plan_new: (skip)
 * @options: (inout) (nullable): what to do; replaced by what a plain import does where it is %NULL
 *
 * Returns: (transfer full): a plan of an import that has not begun
 */
CnscdImportPlan *
cnscd_import_plan_new (const CnscdImportOptions **options)
{
  static const CnscdImportOptions no_options = { 0 };
  CnscdImportPlan *plan = g_new0 (CnscdImportPlan, 1);

  if (*options == NULL)
    *options = &no_options;
  plan->dry_run = (*options)->dry_run;
  plan->items = g_ptr_array_new_with_free_func (item_free);
  plan->moves = g_ptr_array_new_with_free_func (move_free);
  plan->pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_import_pair_unref);
  return plan;
}

/**
 * cnscd_import_plan_free:
 * @plan: (nullable) (transfer full): a plan
 */
void
cnscd_import_plan_free (CnscdImportPlan *plan)
{
  if (plan == NULL)
    return;

  g_free (plan->unit);
  g_free (plan->office_unit);
  g_clear_pointer (&plan->items, g_ptr_array_unref);
  g_clear_pointer (&plan->moves, g_ptr_array_unref);
  g_clear_pointer (&plan->pairs, g_ptr_array_unref);
  g_clear_pointer (&plan->findings, g_ptr_array_unref);
  g_clear_pointer (&plan->table, cnscd_roster_table_free);
  g_clear_pointer (&plan->schedule, cnscd_schedule_table_free);
  g_free (plan);
}

static guint
count_changes (const CnscdImportCount *count)
{
  return count->created + count->updated;
}

/**
 * cnscd_import_plan_changes_something:
 * @plan: a plan
 *
 * Returns: whether there is anything in it that the database does not have yet
 */
gboolean
cnscd_import_plan_changes_something (const CnscdImportPlan *plan)
{
  return count_changes (&plan->teams) + count_changes (&plan->members) +
           count_changes (&plan->sessions) >
         0;
}
