/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-spreadsheet-package.h"

G_BEGIN_DECLS

/* What one part of a package says of another. */
typedef struct
{
  char *id;
  char *type;   /* last word of the type, which has two spellings */
  char *target; /* (nullable): name of the other part */
} CnscdXlsxRelationship;

GPtrArray *cnscd_xlsx_relationships_read (CnscdPackage *package, const char *owner, GError **error);
const char *
cnscd_xlsx_relationships_find (GPtrArray *relationships, const char *id, const char *type);

G_END_DECLS
