/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-change-set.h"

struct _CnscdChangeSet
{
  char *label;
  GArray *changes; /* (element-type CnscdRecordChange) */
  CnscdConflicts conflicts;
};

static void
clear_change (gpointer data)
{
  CnscdRecordChange *change = data;

  g_clear_pointer (&change->before, cnscd_record_unref);
  g_clear_pointer (&change->after, cnscd_record_unref);
}

static void
clear_change_set (gpointer data)
{
  CnscdChangeSet *self = data;

  g_free (self->label);
  g_array_unref (self->changes);
}

static void
append (CnscdChangeSet *self, gpointer before, gpointer after)
{
  const CnscdRecordChange change = {
    .before = before != NULL ? cnscd_record_ref (before) : NULL,
    .after = after != NULL ? cnscd_record_ref (after) : NULL,
  };

  g_array_append_val (self->changes, change);
}

/**
 * cnscd_change_set_new: (skip)
 * @label: what a person would call it, for undoing: "Move Đào Thị Ánh"
 *
 * Returns: (transfer full): a set without changes
 */
CnscdChangeSet *
cnscd_change_set_new (const char *label)
{
  CnscdChangeSet *self;

  g_return_val_if_fail (label != NULL, NULL);

  self = g_atomic_rc_box_new0 (CnscdChangeSet);
  self->label = g_strdup (label);
  self->changes = g_array_new (FALSE, FALSE, sizeof (CnscdRecordChange));
  g_array_set_clear_func (self->changes, clear_change);
  return self;
}

/**
 * cnscd_change_set_ref: (skip)
 * @self: a change set
 *
 * Returns: (transfer full): @self; safe from any thread
 */
CnscdChangeSet *
cnscd_change_set_ref (CnscdChangeSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * cnscd_change_set_unref: (skip)
 * @self: (transfer full): a change set
 */
void
cnscd_change_set_unref (CnscdChangeSet *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_change_set);
}

/**
 * cnscd_change_set_add: (skip)
 * @self: a change set that is not shared yet
 * @record: a record that did not exist before
 *
 * Adds a new record. What it refers to must be there or be added before.
 */
void
cnscd_change_set_add (CnscdChangeSet *self, gpointer record)
{
  g_return_if_fail (self != NULL && record != NULL);

  append (self, NULL, record);
}

/**
 * cnscd_change_set_edit: (skip)
 * @self: a change set that is not shared yet
 * @before: the record as it was seen
 * @after: the same record, as it shall be
 *
 * Changes the fields in which the two differ, and no others: what somebody
 * else changed meanwhile stays. Two that are equal are no change.
 */
void
cnscd_change_set_edit (CnscdChangeSet *self, gpointer before, gpointer after)
{
  g_return_if_fail (self != NULL && before != NULL && after != NULL);
  g_return_if_fail (g_strcmp0 (((CnscdRecord *) before)->id, ((CnscdRecord *) after)->id) == 0);

  if (!cnscd_record_equal (before, after))
    append (self, before, after);
}

/**
 * cnscd_change_set_delete: (skip)
 * @self: a change set that is not shared yet
 * @record: a record
 *
 * Deletes a record. What refers to it must be deleted or changed before.
 */
void
cnscd_change_set_delete (CnscdChangeSet *self, gpointer record)
{
  g_return_if_fail (self != NULL && record != NULL);

  append (self, record, NULL);
}

/**
 * cnscd_change_set_set_conflicts: (skip)
 * @self: a change set that nobody is applying
 * @conflicts: what becomes of fields that somebody else has changed meanwhile; without this call,
 *   they get the values of @self
 */
void
cnscd_change_set_set_conflicts (CnscdChangeSet *self, CnscdConflicts conflicts)
{
  g_return_if_fail (self != NULL);

  self->conflicts = conflicts;
}

/**
 * cnscd_change_set_get_conflicts: (skip)
 * @self: a change set
 *
 * Returns: what becomes of fields that somebody else has changed meanwhile
 */
CnscdConflicts
cnscd_change_set_get_conflicts (const CnscdChangeSet *self)
{
  return self->conflicts;
}

/**
 * cnscd_change_set_set_label: (skip)
 * @self: a change set that is being filled
 * @label: what a person would call it; what it does may not be known before
 */
void
cnscd_change_set_set_label (CnscdChangeSet *self, const char *label)
{
  g_return_if_fail (self != NULL && label != NULL);

  g_set_str (&self->label, label);
}

/**
 * cnscd_change_set_get_label: (skip)
 * @self: a change set
 *
 * Returns: (transfer none): what a person would call it
 */
const char *
cnscd_change_set_get_label (const CnscdChangeSet *self)
{
  return self->label;
}

/**
 * cnscd_change_set_get_n_changes: (skip)
 * @self: a change set
 *
 * Returns: how many records it changes
 */
guint
cnscd_change_set_get_n_changes (const CnscdChangeSet *self)
{
  return self->changes->len;
}

/**
 * cnscd_change_set_get_change: (skip)
 * @self: a change set
 * @index: from 0
 *
 * Returns: (transfer none): a change, in the order in which they are applied
 */
const CnscdRecordChange *
cnscd_change_set_get_change (const CnscdChangeSet *self, guint index)
{
  g_return_val_if_fail (index < self->changes->len, NULL);

  return &g_array_index (self->changes, CnscdRecordChange, index);
}
