/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-history-step.h"

/* Shared by a step and the one that takes it back. */
struct _CnscdHistoryTurnData
{
  CnscdHistoryTurn func;
  gpointer data;
  GDestroyNotify destroy;
};

static void
clear_turn (gpointer data)
{
  CnscdHistoryTurnData *turn = data;

  if (turn->destroy != NULL)
    turn->destroy (turn->data);
}

static CnscdHistoryStep *
make (const CnscdHistoryStep step)
{
  return g_memdup2 (&step, sizeof step);
}

/**
 * cnscd_history_step_new: (skip)
 * @action: what was done
 * @set: the change set that did it
 *
 * Returns: (transfer full): a step of records changed here
 */
CnscdHistoryStep *
cnscd_history_step_new (gint64 action, CnscdChangeSet *set)
{
  return make ((CnscdHistoryStep) { .action = action,
                                    .label = g_strdup (cnscd_change_set_get_label (set)),
                                    .set = cnscd_change_set_ref (set) });
}

/**
 * cnscd_history_step_new_journalled: (skip)
 * @action: what was done; 0: it is to be redone
 * @undone: what an undo has taken back; 0: it is done
 * @label: what it is called
 *
 * Returns: (transfer full): a step of which only the journal knows what it did: an import
 */
CnscdHistoryStep *
cnscd_history_step_new_journalled (gint64 action, gint64 undone, const char *label)
{
  return make (
    (CnscdHistoryStep) { .action = action, .undone = undone, .label = g_strdup (label) });
}

/**
 * cnscd_history_step_new_turn: (skip)
 * @action: a number below 0, by which it is known
 * @label: what it is called
 * @func: takes it back, and does it again
 * @data: (transfer full): for @func
 * @destroy: (nullable): for @data
 *
 * Returns: (transfer full): a step of something that is in no journal of records
 */
CnscdHistoryStep *
cnscd_history_step_new_turn (gint64 action,
                             const char *label,
                             CnscdHistoryTurn func,
                             gpointer data,
                             GDestroyNotify destroy)
{
  CnscdHistoryTurnData *turn = g_rc_box_new (CnscdHistoryTurnData);

  *turn = (CnscdHistoryTurnData) { func, data, destroy };
  return make ((CnscdHistoryStep) { .action = action, .label = g_strdup (label), .turn = turn });
}

/**
 * cnscd_history_step_copy: (skip)
 * @step: a step that knows itself what it does
 * @action: what was done now; 0: it is to be redone
 *
 * Returns: (transfer full): the same step, done or undone
 */
CnscdHistoryStep *
cnscd_history_step_copy (const CnscdHistoryStep *step, gint64 action)
{
  return make ((CnscdHistoryStep) {
    .action = action,
    .label = g_strdup (step->label),
    .set = step->set != NULL ? cnscd_change_set_ref (step->set) : NULL,
    .turn = step->turn != NULL ? g_rc_box_acquire (step->turn) : NULL,
  });
}

/**
 * cnscd_history_step_free: (skip)
 * @step: (transfer full): a step
 */
void
cnscd_history_step_free (CnscdHistoryStep *step)
{
  g_clear_pointer (&step->set, cnscd_change_set_unref);
  if (step->turn != NULL)
    g_rc_box_release_full (step->turn, clear_turn);
  g_free (step->label);
  g_free (step);
}

/**
 * cnscd_history_step_turn: (skip)
 * @step: a step of something that is in no journal
 * @repository: what is changed
 * @callback: called with a #GTask of a boolean
 * @user_data: for @callback
 *
 * Takes back what was done, or does again what was undone.
 */
void
cnscd_history_step_turn (const CnscdHistoryStep *step,
                         CnscdRepository *repository,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  step->turn->func (repository, step->turn->data, step->action == 0, callback, user_data);
}
