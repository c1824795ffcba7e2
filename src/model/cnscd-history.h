/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-repository.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_HISTORY (cnscd_history_get_type ())
G_DECLARE_FINAL_TYPE (CnscdHistory, cnscd_history, CNSCD, HISTORY, GObject)

/**
 * CnscdHistoryTurn:
 * @repository: what is changed
 * @data: given with the step
 * @forth: whether it is done again, rather than taken back
 * @callback: called with the result of a #GTask that returns a boolean
 * @user_data: for @callback
 *
 * Takes back or does again what is in no journal of records.
 */
typedef void (*CnscdHistoryTurn) (CnscdRepository *repository,
                                  gpointer data,
                                  gboolean forth,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);

CnscdHistory *cnscd_history_new (CnscdRepository *repository);
CnscdRepository *cnscd_history_get_repository (CnscdHistory *self);

void cnscd_history_apply_async (CnscdHistory *self,
                                CnscdChangeSet *set,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean cnscd_history_apply_finish (CnscdHistory *self,
                                     GAsyncResult *result,
                                     gint64 *action,
                                     GError **error);
void cnscd_history_add (CnscdHistory *self, gint64 action, const char *label);
gint64 cnscd_history_add_turn (CnscdHistory *self,
                               const char *label,
                               CnscdHistoryTurn turn,
                               gpointer data,
                               GDestroyNotify destroy);
void cnscd_history_note_undone (CnscdHistory *self, gint64 action);
void cnscd_history_undo_async (CnscdHistory *self,
                               gint64 action,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
void
cnscd_history_redo_async (CnscdHistory *self, GAsyncReadyCallback callback, gpointer user_data);
char *cnscd_history_step_finish (CnscdHistory *self, GAsyncResult *result, GError **error);

const char *cnscd_history_get_undo_label (CnscdHistory *self);
const char *cnscd_history_get_redo_label (CnscdHistory *self);

G_END_DECLS
