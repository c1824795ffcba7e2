/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-import-lines.h"
#include "exchange/cnscd-roster-table.h"

G_BEGIN_DECLS

/**
 * CnscdFindingGroup:
 * @findings: (element-type CnscdFinding): two at least, by sheet and row
 * @alike: whether all say the same
 *
 * What is found more than once in a file.
 */
typedef struct
{
  CnscdFindingLevel level;
  const char *code;
  GPtrArray *findings;
  gboolean alike;
  gboolean expanded;
} CnscdFindingGroup;

#define CNSCD_TYPE_IMPORT_GROUPS (cnscd_import_groups_get_type ())
G_DECLARE_FINAL_TYPE (CnscdImportGroups, cnscd_import_groups, CNSCD, IMPORT_GROUPS, GObject)

CnscdImportGroups *cnscd_import_groups_new (void);
void cnscd_import_groups_set (CnscdImportGroups *self, GPtrArray *findings);
void cnscd_import_groups_collapse (CnscdImportGroups *self);
gboolean cnscd_import_groups_are_alike (CnscdImportGroups *self, const CnscdFinding *finding);
void cnscd_import_groups_toggle (CnscdImportGroups *self, const CnscdFindingGroup *group);

G_END_DECLS
