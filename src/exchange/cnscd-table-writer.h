/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-xlsx-writer.h"

G_BEGIN_DECLS

typedef enum
{
  CNSCD_TABLE_FORMAT_XLSX,
  CNSCD_TABLE_FORMAT_CSV,
} CnscdTableFormat;

/**
 * CnscdTableWriter:
 *
 * Rows on their way into a spreadsheet of either kind. The first column is the
 * number of the row.
 */
typedef struct _CnscdTableWriter CnscdTableWriter;

CnscdTableWriter *cnscd_table_writer_new (CnscdTableFormat format,
                                          const char *sheet,
                                          const CnscdExportColumn *columns,
                                          guint n_columns);
void cnscd_table_writer_add_row (CnscdTableWriter *writer, const char **cells);
guint cnscd_table_writer_get_n_rows (const CnscdTableWriter *writer);
GBytes *cnscd_table_writer_finish (CnscdTableWriter *writer, GError **error);

G_END_DECLS
