/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-database.h"

G_BEGIN_DECLS

/**
 * CnscdAction:
 *
 * A named group of changes that is undone as a whole: an import, a merge.
 * Every change written between begin and end carries the action's number in
 * the outbox, with the values from before.
 */
typedef struct
{
  gint64 id;
  char *kind;  /* "import", "demo", "edit" */
  char *label; /* what a person would recognize: the file's name */
  gint64 at;   /* Unix time, microseconds */
  gboolean undone;
  guint n_changes;
} CnscdAction;

void cnscd_action_free (CnscdAction *action);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdAction, cnscd_action_free)

gboolean
cnscd_action_begin (CnscdDatabase *database, const char *kind, const char *label, GError **error);
void cnscd_action_end (CnscdDatabase *database);
gint64 cnscd_action_get_current (CnscdDatabase *database);
CnscdAction *cnscd_action_last (CnscdDatabase *database, const char *kind, GError **error);
gboolean cnscd_action_undo (CnscdDatabase *database, gint64 id, guint *n_undone, GError **error);
typedef void (*CnscdActionProgress) (guint done, guint total, gpointer user_data);
gboolean cnscd_action_undo_with_progress (CnscdDatabase *database,
                                          gint64 id,
                                          CnscdActionProgress progress,
                                          gpointer progress_data,
                                          guint *n_undone,
                                          guint *n_kept,
                                          GError **error);
gboolean cnscd_action_redo (CnscdDatabase *database,
                            gint64 id,
                            CnscdActionProgress progress,
                            gpointer progress_data,
                            gint64 *redone,
                            guint *n_kept,
                            GError **error);
gboolean cnscd_action_undo_full (CnscdDatabase *database,
                                 gint64 id,
                                 guint *n_undone,
                                 guint *n_kept,
                                 GError **error);

G_END_DECLS
