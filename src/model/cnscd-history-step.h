/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-history.h"

G_BEGIN_DECLS

typedef struct _CnscdHistoryTurnData CnscdHistoryTurnData;

/**
 * CnscdHistoryStep:
 * @action: what was done, to be undone; 0: it is to be redone
 * @label: what it is called
 * @undone: what an undo has taken back, to be redone from the journal; or 0
 * @set: (nullable): of a change of records that was made in this window
 * @turn: (nullable): of what changes no record
 *
 * Something that was done in a window, or undone.
 */
typedef struct
{
  gint64 action;
  char *label;
  gint64 undone;
  CnscdChangeSet *set;
  CnscdHistoryTurnData *turn;
} CnscdHistoryStep;

CnscdHistoryStep *cnscd_history_step_new (gint64 action, CnscdChangeSet *set);
CnscdHistoryStep *
cnscd_history_step_new_journalled (gint64 action, gint64 undone, const char *label);
CnscdHistoryStep *cnscd_history_step_new_turn (gint64 action,
                                               const char *label,
                                               CnscdHistoryTurn func,
                                               gpointer data,
                                               GDestroyNotify destroy);
CnscdHistoryStep *cnscd_history_step_copy (const CnscdHistoryStep *step, gint64 action);
void cnscd_history_step_free (CnscdHistoryStep *step);
void cnscd_history_step_turn (const CnscdHistoryStep *step,
                              CnscdRepository *repository,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

G_END_DECLS
