/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-roster-table.h"

G_BEGIN_DECLS

/**
 * CnscdImportChange:
 * @field: stable word for programs, such as "phone"
 * @before: (nullable): the stored value, for people; %NULL: it was not known
 * @after: what the file says, for people
 * @completes: whether nothing that was known is contradicted: a value that was not known, or a
 *   year of birth that becomes a date of that year
 *
 * One value of somebody known that an import changes.
 */
typedef struct
{
  CnscdColumn column;
  const char *field;
  char *before;
  char *after;
  gboolean completes;
} CnscdImportChange;

GPtrArray *cnscd_import_changes_new (void);
void cnscd_import_changes_add (GPtrArray *changes,
                               CnscdColumn column,
                               const char *before,
                               const char *after);
void cnscd_import_changes_add_birth (GPtrArray *changes, CnscdDate before, CnscdDate after);
gboolean cnscd_import_changes_correct (const GPtrArray *changes);
char *cnscd_import_change_dup_text (const CnscdImportChange *change);

G_END_DECLS
