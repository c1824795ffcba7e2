/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-repository-private.h"

G_BEGIN_DECLS

struct _CnscdImportJob
{
  gatomicrefcount ref_count;
  GFile *file;             /* (nullable): of a file */
  GBytes *rows;            /* (nullable): of the clipboard */
  char *name;              /* (nullable): of the clipboard's table */
  CnscdWorkbook *workbook; /* read once, by the worker */
  guint n_read;            /* rows of the file, atomic */
  guint done;              /* atomic */
  guint total;             /* atomic */

  /* What the next import goes by; replaced by the main thread, never changed. */
  char *unit;
  GPtrArray *mappings;
  GHashTable *decisions;
  gboolean take_unit;
};

gboolean cnscd_import_job_read (CnscdImportJob *job, GCancellable *cancellable, GError **error);

G_END_DECLS
