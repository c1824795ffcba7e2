/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-transaction.h"

#include "store/cnscd-action.h"
#include "store/cnscd-backup.h"

/* The dry run is the same, and then taken back. */
static gboolean
run (CnscdImportTransaction *transaction,
     CnscdImportApply apply,
     gpointer user_data,
     GError **error)
{
  gboolean done;

  if (transaction->dry_run ? !cnscd_database_begin_trial (transaction->database, error)
                           : !cnscd_database_begin (transaction->database, error))
    return FALSE;

  done = apply (user_data, error);
  if (transaction->in_action)
    cnscd_action_end (transaction->database);
  if (!done || transaction->dry_run)
    {
      cnscd_database_rollback (transaction->database);
      return done;
    }
  return cnscd_database_commit (transaction->database, error);
}

/**
 * cnscd_import_transaction_run: (skip)
 * @transaction: what is imported, and where
 * @apply: everything that writes
 * @user_data: for @apply
 * @error: return location for what @apply tells, or a #CnscdStoreError
 *
 * Returns: whether it was written, or could have been in a dry run
 */
gboolean
cnscd_import_transaction_run (CnscdImportTransaction *transaction,
                              CnscdImportApply apply,
                              gpointer user_data,
                              GError **error)
{
  g_autofree char *backup = NULL;
  gboolean done;

  if (!transaction->dry_run)
    {
      backup = cnscd_backup_make (transaction->database, "import", error);
      if (backup == NULL)
        return FALSE;
    }

  done = run (transaction, apply, user_data, error);
  /* Imports that change nothing must not push out what is worth keeping. */
  if (backup != NULL)
    cnscd_backup_settle (transaction->database, backup, done && transaction->in_action);
  return done;
}

/**
 * cnscd_import_transaction_ensure_action: (skip)
 * @transaction: one that is running
 * @error: return location for a #CnscdStoreError
 *
 * The first record that is written begins the action, so that an import which
 * changes nothing leaves none behind to be undone.
 *
 * Returns: whether there is an action for what is written next
 */
gboolean
cnscd_import_transaction_ensure_action (CnscdImportTransaction *transaction, GError **error)
{
  if (!transaction->in_action)
    transaction->in_action = cnscd_action_begin (
      transaction->database, "import", transaction->label != NULL ? transaction->label : "", error);
  return transaction->in_action;
}
