/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "exchange/cnscd-import.h"

G_BEGIN_DECLS

/* How many people of a plan have one fate, and for how many of them a known value is replaced. */
typedef struct
{
  CnscdImportFate fate;
  guint n;
  guint n_replaced;
} CnscdImportTally;

GPtrArray *cnscd_import_tally_collect (const CnscdImportPlan *plan);
GtkWidget *cnscd_import_tally_create (const CnscdImportTally *tally, char **label);

G_END_DECLS
