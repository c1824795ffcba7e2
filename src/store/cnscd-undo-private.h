/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-action.h"
#include "cnscd-kind-table.h"

G_BEGIN_DECLS

/*
 * What an action did to one record, and what was done to it afterwards by
 * others. Fields are bits in the order of the kind's table.
 */
typedef struct
{
  CnscdKindTable *table;
  char *id;
  gboolean created;     /* by the action */
  gboolean was_deleted; /* before the action */
  gboolean deleted;     /* after it */
  guint64 touched;      /* fields that the action changed */
  gpointer before;      /* a record with the values of those before the action */
  gpointer written;     /* … and after it */
  gint64 first_seq;
  gint64 last_seq;
  guint64 later;   /* fields that others changed since */
  gboolean edited; /* by others since, in whatever way */
  gboolean kept;
} CnscdUndoTrace;

typedef struct
{
  CnscdDatabase *database;
  gint64 action;
  const char *kind;  /* of the action that this makes: "undo", and of a redo what is done again */
  gint64 made;       /* the action that this makes */
  GPtrArray *traces; /* in the order in which the action first touched them */
  GHashTable *by_id;
  char *unit; /* (nullable): the commune of this office */
  gboolean is_import;
  gboolean took_team; /* of that commune */
  guint n_undone;
  guint n_kept;
  CnscdActionProgress progress; /* (nullable) */
  gpointer progress_data;
  guint n_passed;
} CnscdUndo;

gboolean cnscd_undo_read_traces (CnscdUndo *undo, GError **error);
gboolean cnscd_undo_apply (CnscdUndo *undo, GError **error);
void cnscd_undo_trace_free (CnscdUndoTrace *trace);

G_END_DECLS
