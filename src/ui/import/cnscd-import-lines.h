/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a line of the plan is about. */
typedef enum
{
  CNSCD_IMPORT_LINE_SUMMARY, /* no data */
  CNSCD_IMPORT_LINE_TALLY,   /* a CnscdImportTally */
  CNSCD_IMPORT_LINE_PERSON,  /* a CnscdImportItem */
  CNSCD_IMPORT_LINE_PAIR,    /* a CnscdImportPair */
  CNSCD_IMPORT_LINE_FINDING, /* a CnscdFinding */
  CNSCD_IMPORT_LINE_GROUP,   /* a CnscdFindingGroup */
  CNSCD_IMPORT_LINE_MEMBER,  /* a CnscdFinding of the group above */
} CnscdImportLineKind;

#define CNSCD_TYPE_IMPORT_LINE (cnscd_import_line_get_type ())
G_DECLARE_FINAL_TYPE (CnscdImportLine, cnscd_import_line, CNSCD, IMPORT_LINE, GObject)

CnscdImportLine *
cnscd_import_line_new (CnscdImportLineKind kind, gconstpointer data, GPtrArray *owner);
CnscdImportLineKind cnscd_import_line_get_kind (CnscdImportLine *self);
gconstpointer cnscd_import_line_get_data (CnscdImportLine *self);

#define CNSCD_TYPE_IMPORT_LINES (cnscd_import_lines_get_type ())
G_DECLARE_FINAL_TYPE (CnscdImportLines, cnscd_import_lines, CNSCD, IMPORT_LINES, GObject)

CnscdImportLines *cnscd_import_lines_new (CnscdImportLineKind kind);
void cnscd_import_lines_set (CnscdImportLines *self, GPtrArray *owner, GPtrArray *data);

G_END_DECLS
