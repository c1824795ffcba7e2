/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A column of a table that is exported. */
typedef struct
{
  const char *title;
  double width;    /* in characters */
  gboolean number; /* its texts are numbers, and written as such */
} CnscdExportColumn;

typedef struct _CnscdXlsxWriter CnscdXlsxWriter;

CnscdXlsxWriter *
cnscd_xlsx_writer_new (const char *sheet, const CnscdExportColumn *columns, guint n_columns);
void cnscd_xlsx_writer_add_row (CnscdXlsxWriter *writer, const char *const *cells);
GBytes *cnscd_xlsx_writer_finish (CnscdXlsxWriter *writer, GError **error);

G_END_DECLS
