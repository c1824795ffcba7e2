/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "exchange/cnscd-import.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_IMPORT_SUMMARY (cnscd_import_summary_get_type ())
G_DECLARE_FINAL_TYPE (CnscdImportSummary, cnscd_import_summary, CNSCD, IMPORT_SUMMARY, GtkGrid)

GtkWidget *cnscd_import_summary_new (const CnscdImportPlan *plan,
                                     const char *unit_name,
                                     const char *office_name,
                                     gboolean take_unit);

G_END_DECLS
