/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-import-change.h"
#include "cnscd-import-pair.h"
#include "cnscd-roster-table.h"
#include "cnscd-schedule-table.h"
#include "store/cnscd-database.h"

G_BEGIN_DECLS

#define CNSCD_IMPORT_ERROR (cnscd_import_error_quark ())
GQuark cnscd_import_error_quark (void);

typedef enum
{
  CNSCD_IMPORT_ERROR_UNIT,    /* the commune is not known, or the file names another */
  CNSCD_IMPORT_ERROR_NOTHING, /* no person was found in the file */
} CnscdImportError;

typedef struct
{
  guint created;
  guint updated;
  guint unchanged;
} CnscdImportCount;

typedef enum
{
  CNSCD_IMPORT_CREATE,
  CNSCD_IMPORT_UPDATE,
  CNSCD_IMPORT_UNCHANGED,
} CnscdImportFate;

/* One person of the plan: what the file says, and what becomes of it. */
typedef struct
{
  const CnscdRosterGroup *group;
  const CnscdRosterEntry *entry;
  CnscdImportFate fate;
  gboolean doubtful;
  GPtrArray *changes; /* (element-type CnscdImportChange) (nullable): of somebody known */
} CnscdImportItem;

/* Somebody who leaves a team for that of the row. */
typedef struct
{
  const CnscdRosterEntry *entry;
  char *from; /* the team that is left */
  char *to;
  CnscdDate last_day; /* in @from */
} CnscdImportMove;

/**
 * CnscdImportPlan:
 * @unit: (nullable): code of the commune that the file is of, if it is one
 * @office_unit: (nullable): code of this office's commune, where the file is of another one
 *   and the office stays what it is, unless #CnscdImportOptions.take_unit is set
 * @schedule: (nullable): of an import of sessions, which has nothing in @table
 * @sessions: of such an import
 * @hamlets: only @created is counted
 * @decisions: the file's: created or unchanged
 * @pairs: (element-type CnscdImportPair): possible duplicates, where they were asked for
 *
 * What an import does, or would do. Made by the same code for both.
 */
typedef struct
{
  char *unit;
  char *office_unit;
  CnscdRosterTable *table;
  CnscdScheduleTable *schedule;
  CnscdImportCount sessions;
  CnscdImportCount teams;
  CnscdImportCount members;
  CnscdImportCount hamlets;
  CnscdImportCount decisions;
  GPtrArray *pairs;
  GPtrArray *moves;    /* (element-type CnscdImportMove) */
  GPtrArray *items;    /* (element-type CnscdImportItem) */
  GPtrArray *findings; /* (element-type CnscdFinding): the table's and the store's */
  gboolean dry_run;
} CnscdImportPlan;

typedef void (*CnscdImportProgress) (guint done, guint total, gpointer user_data);

/**
 * CnscdImportOptions:
 * @unit: (nullable): taken from the file's title, then from the setting "unit"
 * @label: (nullable): the file's name
 * @mappings: (nullable) (element-type CnscdSheetMapping): columns that a person
 *   corrected, which are kept for the next file of this shape; %NULL: what was
 *   kept before is used
 * @decisions: (nullable) (element-type utf8 utf8): who a row is: from
 *   #CnscdImportPair.row to what cnscd_import_pair_dup_decision() makes
 * @moves: whether whoever the file has in another team than before, and not in that as well, has
 *   moved, where nobody decided otherwise
 * @take_unit: whether this office becomes one of the file's commune, though it is one of another
 * @collect_pairs: whether possible duplicates are wanted for a person to decide
 */
typedef struct
{
  const char *unit;
  const char *label;
  GPtrArray *mappings;
  GHashTable *decisions;
  gboolean moves;
  gboolean take_unit;
  gboolean collect_pairs;
  gboolean dry_run;
  CnscdImportProgress progress;
  gpointer progress_data;
} CnscdImportOptions;

CnscdImportPlan *cnscd_import_run (CnscdDatabase *database,
                                   const CnscdWorkbook *workbook,
                                   const CnscdImportOptions *options,
                                   GCancellable *cancellable,
                                   GError **error);
GPtrArray *
cnscd_import_plan_select (const CnscdImportPlan *plan, CnscdImportFate fate, guint *corrections);
gboolean cnscd_import_plan_changes_something (const CnscdImportPlan *plan);
void cnscd_import_plan_free (CnscdImportPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdImportPlan, cnscd_import_plan_free)

G_END_DECLS
