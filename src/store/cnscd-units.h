/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-database.h"

G_BEGIN_DECLS

/* A commune: reference data of the province, read-only. */
typedef struct
{
  char *code;     /* "05716": text, five digits */
  char *kind;     /* "xa" or "phuong" */
  char *name;     /* "Võ Nhai" */
  char *province; /* "19" */
} CnscdUnit;

void cnscd_unit_free (CnscdUnit *unit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdUnit, cnscd_unit_free)

char *cnscd_unit_dup_full_name (const CnscdUnit *unit); /* "xã Võ Nhai" */
GPtrArray *cnscd_units_list (CnscdDatabase *database, const char *search, GError **error);
CnscdUnit *cnscd_units_get (CnscdDatabase *database, const char *code, GError **error);

G_END_DECLS
