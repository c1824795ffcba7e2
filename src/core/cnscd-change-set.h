/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-record.h"

G_BEGIN_DECLS

/**
 * CnscdRecordChange:
 * @before: (nullable): the record as whoever changed it had seen it; %NULL for a new one
 * @after: (nullable): the record as it shall be; %NULL to delete it
 */
typedef struct
{
  gpointer before;
  gpointer after;
} CnscdRecordChange;

/* What becomes of a field that somebody else has changed since it was seen, too. */
typedef enum
{
  CNSCD_CONFLICTS_OVERRULE, /* this set's value */
  CNSCD_CONFLICTS_YIELD,    /* the other's */
  CNSCD_CONFLICTS_REFUSE,   /* the set is refused, so that somebody can be asked */
} CnscdConflicts;

/**
 * CnscdChangeSet:
 *
 * What a person does in one go: every record that a form or a menu item
 * changes, adds and deletes. Applied as a whole or not at all, and undone as
 * a whole. Filled by whoever makes it, and immutable from then on.
 */
typedef struct _CnscdChangeSet CnscdChangeSet;

CnscdChangeSet *cnscd_change_set_new (const char *label);
CnscdChangeSet *cnscd_change_set_ref (CnscdChangeSet *self);
void cnscd_change_set_unref (CnscdChangeSet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdChangeSet, cnscd_change_set_unref)

void cnscd_change_set_add (CnscdChangeSet *self, gpointer record);
void cnscd_change_set_edit (CnscdChangeSet *self, gpointer before, gpointer after);
void cnscd_change_set_delete (CnscdChangeSet *self, gpointer record);

void cnscd_change_set_set_conflicts (CnscdChangeSet *self, CnscdConflicts conflicts);
CnscdConflicts cnscd_change_set_get_conflicts (const CnscdChangeSet *self);

void cnscd_change_set_set_label (CnscdChangeSet *self, const char *label);
const char *cnscd_change_set_get_label (const CnscdChangeSet *self);
guint cnscd_change_set_get_n_changes (const CnscdChangeSet *self);
const CnscdRecordChange *cnscd_change_set_get_change (const CnscdChangeSet *self, guint index);

G_END_DECLS
