/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-database.h"

G_BEGIN_DECLS

/**
 * CnscdImportTransaction:
 * @label: (nullable): the file's name
 * @dry_run: whether all of it is taken back
 * @in_action: whether something was written
 *
 * What every import does around its writing: a backup before, one action that
 * is undone as a whole, all of it or nothing.
 */
typedef struct
{
  CnscdDatabase *database;
  const char *label;
  gboolean dry_run;
  gboolean in_action;
} CnscdImportTransaction;

typedef gboolean (*CnscdImportApply) (gpointer user_data, GError **error);

gboolean cnscd_import_transaction_run (CnscdImportTransaction *transaction,
                                       CnscdImportApply apply,
                                       gpointer user_data,
                                       GError **error);
gboolean cnscd_import_transaction_ensure_action (CnscdImportTransaction *transaction,
                                                 GError **error);

G_END_DECLS
