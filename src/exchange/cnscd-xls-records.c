/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-xls-records.h"

#include <string.h>

#define RECORD_HEADER 4

#define STRING_WIDE     0x01
#define STRING_EXTENDED 0x04
#define STRING_RICH     0x08

static guint
peek_u16 (const guint8 *data)
{
  return (guint) (data[0] | data[1] << 8);
}

/* Opens the record at the end of the open one, when it is whole. */
static gboolean
open_record (CnscdXlsCursor *cursor, guint *type)
{
  gsize length;

  if (cursor->size - cursor->end < RECORD_HEADER)
    return FALSE;
  *type = peek_u16 (cursor->data + cursor->end);
  length = peek_u16 (cursor->data + cursor->end + 2);
  if (cursor->size - cursor->end - RECORD_HEADER < length)
    return FALSE;
  cursor->position = cursor->end + RECORD_HEADER;
  cursor->end = cursor->position + length;
  return TRUE;
}

static gboolean
go_on (CnscdXlsCursor *cursor)
{
  CnscdXlsCursor next = *cursor;
  guint type;

  if (!open_record (&next, &type) || type != CNSCD_XLS_CONTINUE)
    {
      cursor->failed = TRUE;
      return FALSE;
    }
  *cursor = next;
  return TRUE;
}

static gboolean
take (CnscdXlsCursor *cursor, gsize length, const guint8 **data)
{
  /* A number is never split, but may start a continuation. */
  if (cursor->position == cursor->end && !go_on (cursor))
    return FALSE;
  if (cursor->end - cursor->position < length)
    {
      cursor->failed = TRUE;
      return FALSE;
    }
  *data = cursor->data + cursor->position;
  cursor->position += length;
  return TRUE;
}

static void
append_unit (GString *text, gunichar unit, gunichar *lead)
{
  if (*lead != 0)
    {
      gunichar first = *lead;

      *lead = 0;
      if (unit >= 0xdc00 && unit < 0xe000)
        {
          g_string_append_unichar (text, 0x10000 + ((first - 0xd800) << 10) + (unit - 0xdc00));
          return;
        }
      g_string_append_unichar (text, 0xfffd);
    }
  if (unit >= 0xd800 && unit < 0xdc00)
    *lead = unit;
  else if (unit >= 0xdc00 && unit < 0xe000)
    g_string_append_unichar (text, 0xfffd);
  else if (unit != 0)
    g_string_append_unichar (text, unit);
}

/* Skips over continuations, which for this repeat nothing. */
static void
skip_across (CnscdXlsCursor *cursor, gsize length)
{
  while (length > 0)
    {
      gsize step = MIN (length, cursor->end - cursor->position);

      cursor->position += step;
      length -= step;
      if (length > 0 && !go_on (cursor))
        return;
    }
}

/**
 * cnscd_xls_cursor_next:
 * @cursor: a cursor; at first with position and end where a record starts
 * @type: (out): the record's type, also one that #CnscdXlsRecord does not name
 *
 * Returns: %FALSE where the stream ends, or breaks off within the record
 */
gboolean
cnscd_xls_cursor_next (CnscdXlsCursor *cursor, guint *type)
{
  cursor->failed = FALSE;
  return open_record (cursor, type);
}

/**
 * cnscd_xls_cursor_left:
 * @cursor: a cursor
 *
 * Returns: bytes that the open record still has
 */
gsize
cnscd_xls_cursor_left (const CnscdXlsCursor *cursor)
{
  return cursor->end - cursor->position;
}

/**
 * cnscd_xls_cursor_skip:
 * @cursor: a cursor
 * @length: bytes of the open record
 */
void
cnscd_xls_cursor_skip (CnscdXlsCursor *cursor, gsize length)
{
  const guint8 *data;

  take (cursor, length, &data);
}

/**
 * cnscd_xls_cursor_u8:
 * @cursor: a cursor
 *
 * Returns: the next byte
 */
guint8
cnscd_xls_cursor_u8 (CnscdXlsCursor *cursor)
{
  const guint8 *data;

  return take (cursor, 1, &data) ? data[0] : 0;
}

/**
 * cnscd_xls_cursor_u16:
 * @cursor: a cursor
 *
 * Returns: the next two bytes as a number
 */
guint16
cnscd_xls_cursor_u16 (CnscdXlsCursor *cursor)
{
  const guint8 *data;

  return take (cursor, 2, &data) ? (guint16) peek_u16 (data) : 0;
}

/**
 * cnscd_xls_cursor_u32:
 * @cursor: a cursor
 *
 * Returns: the next four bytes as a number
 */
guint32
cnscd_xls_cursor_u32 (CnscdXlsCursor *cursor)
{
  const guint8 *data;

  return take (cursor, 4, &data) ? peek_u16 (data) | (guint32) peek_u16 (data + 2) << 16 : 0;
}

/**
 * cnscd_xls_cursor_double:
 * @cursor: a cursor
 *
 * Returns: the next eight bytes as a number; it may be infinite or no number
 */
double
cnscd_xls_cursor_double (CnscdXlsCursor *cursor)
{
  const guint8 *data;
  guint64 bits = 0;
  double number;

  if (!take (cursor, 8, &data))
    return 0;
  for (int i = 7; i >= 0; i--)
    bits = bits << 8 | data[i];
  memcpy (&number, &bits, sizeof number);
  return number;
}

/**
 * cnscd_xls_cursor_rk:
 * @cursor: a cursor
 *
 * Returns: the next four bytes as a packed number, [MS-XLS] 2.5.217
 */
double
cnscd_xls_cursor_rk (CnscdXlsCursor *cursor)
{
  guint32 packed = cnscd_xls_cursor_u32 (cursor);
  guint64 bits;
  double number;

  if ((packed & 2) != 0)
    number = (double) ((gint32) packed >> 2);
  else
    {
      bits = (guint64) (packed & ~3u) << 32;
      memcpy (&number, &bits, sizeof number);
    }
  return (packed & 1) != 0 ? number / 100 : number;
}

/**
 * cnscd_xls_cursor_string:
 * @cursor: a cursor at a text of BIFF8, at its flags
 * @length: characters of UTF-16 in it
 * @rich: whether runs of fonts and phonetics may follow, which are skipped
 * @text: set to the text
 *
 * Where a text goes on in a continuation, that starts with flags of its own: wide and narrow
 * characters may change there.
 */
void
cnscd_xls_cursor_string (CnscdXlsCursor *cursor, guint length, gboolean rich, GString *text)
{
  guint8 flags = cnscd_xls_cursor_u8 (cursor);
  gboolean wide = (flags & STRING_WIDE) != 0;
  gsize n_runs = 0;
  gsize n_extended = 0;
  gunichar lead = 0;

  g_string_truncate (text, 0);
  if (rich && (flags & STRING_RICH) != 0)
    n_runs = cnscd_xls_cursor_u16 (cursor);
  if (rich && (flags & STRING_EXTENDED) != 0)
    n_extended = cnscd_xls_cursor_u32 (cursor);

  for (guint i = 0; i < length && !cursor->failed; i++)
    {
      if (cursor->position == cursor->end)
        {
          if (!go_on (cursor))
            break;
          wide = (cnscd_xls_cursor_u8 (cursor) & STRING_WIDE) != 0;
        }
      append_unit (text, wide ? cnscd_xls_cursor_u16 (cursor) : cnscd_xls_cursor_u8 (cursor),
                   &lead);
    }
  if (lead != 0)
    g_string_append_unichar (text, 0xfffd);
  if (!cursor->failed)
    skip_across (cursor, 4 * n_runs + n_extended);
}

/**
 * cnscd_xls_cursor_bytes:
 * @cursor: a cursor at a text of BIFF5
 * @length: bytes of it, in the file's code page
 * @bytes: set to them
 */
void
cnscd_xls_cursor_bytes (CnscdXlsCursor *cursor, guint length, GString *bytes)
{
  g_string_truncate (bytes, 0);
  for (guint i = 0; i < length && !cursor->failed; i++)
    {
      guint8 byte = cnscd_xls_cursor_u8 (cursor);

      if (byte != 0)
        g_string_append_c (bytes, (char) byte);
    }
}
