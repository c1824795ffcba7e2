/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-database.h"

G_BEGIN_DECLS

/* Who took people's data in or out: NĐ 356/2025/NĐ-CP. Never holds the data itself. */
gboolean cnscd_audit_add (CnscdDatabase *database,
                          const char *action,  /* "import", "export", "print", "restore" */
                          const char *subject, /* "members", "roster" */
                          const char *detail,  /* (nullable): file name, unit, team */
                          gint64 n_people,
                          GError **error);

typedef struct
{
  gint64 at; /* Unix time, microseconds */
  char *who;
  char *action;
  char *subject;
  char *detail; /* (nullable) */
  gint64 n_people;
} CnscdAuditEntry;

GPtrArray *cnscd_audit_list (CnscdDatabase *database, guint n_newest, GError **error);

G_END_DECLS
