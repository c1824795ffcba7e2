/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/cnscd-date.h"

G_BEGIN_DECLS

#define CNSCD_SPREADSHEET_ERROR (cnscd_spreadsheet_error_quark ())
GQuark cnscd_spreadsheet_error_quark (void);

/**
 * CnscdSpreadsheetError:
 * @CNSCD_SPREADSHEET_ERROR_UNREADABLE: cannot be opened or read
 * @CNSCD_SPREADSHEET_ERROR_DAMAGED: starts as a spreadsheet and breaks off or contradicts itself
 * @CNSCD_SPREADSHEET_ERROR_ENCRYPTED: protected with a password
 * @CNSCD_SPREADSHEET_ERROR_EMPTY: holds no cell with content
 * @CNSCD_SPREADSHEET_ERROR_TOO_LARGE: over the limits of CNSCD_WORKBOOK_MAX_*
 * @CNSCD_SPREADSHEET_ERROR_UNSUPPORTED: no spreadsheet of a kind that is read here
 */
typedef enum
{
  CNSCD_SPREADSHEET_ERROR_UNREADABLE,
  CNSCD_SPREADSHEET_ERROR_DAMAGED,
  CNSCD_SPREADSHEET_ERROR_ENCRYPTED,
  CNSCD_SPREADSHEET_ERROR_EMPTY,
  CNSCD_SPREADSHEET_ERROR_TOO_LARGE,
  CNSCD_SPREADSHEET_ERROR_UNSUPPORTED,
} CnscdSpreadsheetError;

#define CNSCD_WORKBOOK_MAX_ROWS    200000
#define CNSCD_WORKBOOK_MAX_COLUMNS 1024
#define CNSCD_WORKBOOK_MAX_CELLS   4000000
#define CNSCD_WORKBOOK_MAX_TEXT    32767 /* bytes kept of one cell, as Excel's own limit */
#define CNSCD_WORKBOOK_MAX_PASTE   (16 * 1024 * 1024)  /* of the clipboard */
#define CNSCD_WORKBOOK_MAX_BYTES   (256 * 1024 * 1024) /* unpacked, of one part */

typedef enum
{
  CNSCD_CELL_TEXT,
  CNSCD_CELL_NUMBER,
  CNSCD_CELL_DATE,
  CNSCD_CELL_BOOLEAN,
  CNSCD_CELL_ERROR, /* "#REF!" and the like, as text */
} CnscdCellType;

/**
 * CnscdCell:
 * @row: from 0
 * @column: from 0
 * @text: (nullable): of %CNSCD_CELL_TEXT and %CNSCD_CELL_ERROR: valid UTF-8, as in the file
 *   (neither trimmed nor normalized). Owned by the workbook.
 * @number: of %CNSCD_CELL_NUMBER and %CNSCD_CELL_BOOLEAN
 * @date: of %CNSCD_CELL_DATE
 *
 * One cell with content; empty cells, and cells of nothing but white space, are not kept.
 */
typedef struct
{
  guint32 row;
  guint16 column;
  guint8 type;
  union
  {
    const char *text;
    double number;
    CnscdDate date;
  };
} CnscdCell;

/* Inclusive corners, from 0. */
typedef struct
{
  guint32 first_row, last_row;
  guint16 first_column, last_column;
} CnscdCellRange;

/**
 * CnscdSheet:
 * @cells: (element-type CnscdCell): in row-major order
 * @merges: (element-type CnscdCellRange): merged ranges; empty where the format does not tell
 */
typedef struct
{
  char *name;
  gboolean hidden;
  GArray *cells;
  GArray *merges;
} CnscdSheet;

/**
 * CnscdWorkbook:
 * @sheets: (element-type CnscdSheet): in the file's order
 * @format: "xlsx", "ods", "xls" or "csv"
 *
 * What a spreadsheet file says, whatever its format.
 */
typedef struct
{
  GPtrArray *sheets;
  const char *format;
  GStringChunk *strings;
  gsize n_cells;
  guint *n_rows; /* (nullable): of who reads: counts the rows, atomically */
} CnscdWorkbook;

CnscdWorkbook *cnscd_workbook_read (GFile *file, GCancellable *cancellable, GError **error);
CnscdWorkbook *cnscd_workbook_read_counting (GFile *file,
                                             guint *n_rows,
                                             GCancellable *cancellable,
                                             GError **error);
CnscdWorkbook *cnscd_workbook_read_rows (GBytes *rows,
                                         const char *name,
                                         GCancellable *cancellable,
                                         GError **error);
void cnscd_workbook_free (CnscdWorkbook *workbook);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdWorkbook, cnscd_workbook_free)

/* For the readers. */
CnscdWorkbook *cnscd_workbook_new (const char *format);
CnscdSheet *cnscd_workbook_add_sheet (CnscdWorkbook *workbook, const char *name);
gboolean cnscd_workbook_add_text (CnscdWorkbook *workbook,
                                  CnscdSheet *sheet,
                                  guint row,
                                  guint column,
                                  CnscdCellType type,
                                  const char *text,
                                  gssize length,
                                  GError **error);
const char *cnscd_workbook_intern (CnscdWorkbook *workbook, const char *text, gssize length);
gboolean cnscd_workbook_add_interned (CnscdWorkbook *workbook,
                                      CnscdSheet *sheet,
                                      guint row,
                                      guint column,
                                      CnscdCellType type,
                                      const char *interned,
                                      GError **error);
gboolean cnscd_workbook_add_number (CnscdWorkbook *workbook,
                                    CnscdSheet *sheet,
                                    guint row,
                                    guint column,
                                    CnscdCellType type,
                                    double number,
                                    GError **error);
gboolean cnscd_workbook_add_date (CnscdWorkbook *workbook,
                                  CnscdSheet *sheet,
                                  guint row,
                                  guint column,
                                  CnscdDate date,
                                  GError **error);
void cnscd_sheet_add_merge (CnscdSheet *sheet, const CnscdCellRange *range);
gboolean cnscd_workbook_finish (CnscdWorkbook *workbook, GError **error);

/* For the recognizer. */
const CnscdCell *cnscd_sheet_find (const CnscdSheet *sheet, guint row, guint column);
guint cnscd_sheet_row_start (const CnscdSheet *sheet, guint row);
guint cnscd_sheet_n_rows (const CnscdSheet *sheet);
char *cnscd_cell_dup_text (const CnscdCell *cell);

G_END_DECLS
