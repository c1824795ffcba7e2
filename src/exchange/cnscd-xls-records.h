/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The records of [MS-XLS] that say something about cells. */
typedef enum
{
  CNSCD_XLS_FORMULA = 0x0006,
  CNSCD_XLS_EOF = 0x000a,
  CNSCD_XLS_DATEMODE = 0x0022,
  CNSCD_XLS_FILEPASS = 0x002f,
  CNSCD_XLS_FONT = 0x0031,
  CNSCD_XLS_CONTINUE = 0x003c,
  CNSCD_XLS_CODEPAGE = 0x0042,
  CNSCD_XLS_BOUNDSHEET = 0x0085,
  CNSCD_XLS_MULRK = 0x00bd,
  CNSCD_XLS_RSTRING = 0x00d6,
  CNSCD_XLS_XF = 0x00e0,
  CNSCD_XLS_MERGECELLS = 0x00e5,
  CNSCD_XLS_SST = 0x00fc,
  CNSCD_XLS_LABELSST = 0x00fd,
  CNSCD_XLS_NUMBER = 0x0203,
  CNSCD_XLS_LABEL = 0x0204,
  CNSCD_XLS_BOOLERR = 0x0205,
  CNSCD_XLS_STRING = 0x0207,
  CNSCD_XLS_RK = 0x027e,
  CNSCD_XLS_FORMAT = 0x041e,
  CNSCD_XLS_BOF = 0x0809,
} CnscdXlsRecord;

/**
 * CnscdXlsCursor:
 * @data: a whole stream
 * @size: bytes of it
 * @position: of the next byte of the open record
 * @end: of the open record, or of the continuation that was gone on to
 * @failed: something was read past the end of a record; what came out of it is 0 or empty
 *
 * Reads records, and numbers and texts in them, never past their ends.
 */
typedef struct
{
  const guint8 *data;
  gsize size;
  gsize position;
  gsize end;
  gboolean failed;
} CnscdXlsCursor;

gboolean cnscd_xls_cursor_next (CnscdXlsCursor *cursor, guint *type);
gsize cnscd_xls_cursor_left (const CnscdXlsCursor *cursor);
void cnscd_xls_cursor_skip (CnscdXlsCursor *cursor, gsize length);
guint8 cnscd_xls_cursor_u8 (CnscdXlsCursor *cursor);
guint16 cnscd_xls_cursor_u16 (CnscdXlsCursor *cursor);
guint32 cnscd_xls_cursor_u32 (CnscdXlsCursor *cursor);
double cnscd_xls_cursor_double (CnscdXlsCursor *cursor);
double cnscd_xls_cursor_rk (CnscdXlsCursor *cursor);
void cnscd_xls_cursor_string (CnscdXlsCursor *cursor, guint length, gboolean rich, GString *text);
void cnscd_xls_cursor_bytes (CnscdXlsCursor *cursor, guint length, GString *bytes);

G_END_DECLS
