/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-spreadsheet.h"

#include <string.h>

#define SECTOR 512

/* A stream of records, then the compound file around it, both made by the book. */

static void
put (GByteArray *stream, gsize length, guint64 value)
{
  for (gsize i = 0; i < length; i++)
    {
      guint8 byte = (guint8) (value >> (8 * i));
      g_byte_array_append (stream, &byte, 1);
    }
}

static void
set_u32 (GByteArray *stream, gsize position, guint32 value)
{
  for (gsize i = 0; i < 4; i++)
    stream->data[position + i] = (guint8) (value >> (8 * i));
}

/* @layout: a letter for each argument: b, w, d: a number of 1, 2, 4 bytes; f: a double; s: bytes.
 */
static void
put_record (GByteArray *stream, guint type, const char *layout, ...)
{
  gsize start;
  va_list arguments;

  put (stream, 2, type);
  put (stream, 2, 0);
  start = stream->len;
  va_start (arguments, layout);
  for (const char *c = layout; *c != '\0'; c++)
    {
      double number;
      guint64 bits;
      const char *text;

      switch (*c)
        {
        case 'b':
          put (stream, 1, va_arg (arguments, guint));
          break;
        case 'w':
          put (stream, 2, va_arg (arguments, guint));
          break;
        case 'd':
          put (stream, 4, va_arg (arguments, guint));
          break;
        case 'f':
          number = va_arg (arguments, double);
          memcpy (&bits, &number, sizeof bits);
          put (stream, 8, bits);
          break;
        default:
          text = va_arg (arguments, const char *);
          g_byte_array_append (stream, (const guint8 *) text, (guint) strlen (text));
        }
    }
  va_end (arguments);
  stream->data[start - 2] = (guint8) ((stream->len - start) & 0xff);
  stream->data[start - 1] = (guint8) ((stream->len - start) >> 8);
}

static GBytes *
wrap (GByteArray *stream, const char *name)
{
  GByteArray *file = g_byte_array_new ();
  gsize n_sectors;

  g_byte_array_set_size (file, 3 * SECTOR);
  memset (file->data, 0, file->len);
  /* Streams below 4096 bytes lie elsewhere. */
  while (stream->len < 4096 || stream->len % SECTOR != 0)
    put (stream, 1, 0);
  n_sectors = stream->len / SECTOR;
  g_assert_cmpuint (n_sectors, <, 120);

  memcpy (file->data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
  file->data[0x1a] = 3;
  file->data[0x1c] = 0xfe;
  file->data[0x1d] = 0xff;
  file->data[0x1e] = 9;
  file->data[0x20] = 6;
  set_u32 (file, 0x2c, 1);
  set_u32 (file, 0x30, 1);
  set_u32 (file, 0x38, 4096);
  set_u32 (file, 0x3c, 0xfffffffe);
  set_u32 (file, 0x44, 0xfffffffe);
  memset (file->data + 0x4c, 0xff, 109 * 4);
  set_u32 (file, 0x4c, 0);

  memset (file->data + SECTOR, 0xff, SECTOR);
  set_u32 (file, SECTOR, 0xfffffffd);
  set_u32 (file, SECTOR + 4, 0xfffffffe);
  for (gsize i = 0; i < n_sectors; i++)
    set_u32 (file, SECTOR + 8 + 4 * i, i + 1 < n_sectors ? (guint32) i + 3 : 0xfffffffe);

  for (guint entry = 0; entry < 2; entry++)
    {
      gsize at = 2 * SECTOR + entry * 128;
      const char *entry_name = entry == 0 ? "Root Entry" : name;

      for (gsize i = 0; i < strlen (entry_name); i++)
        file->data[at + 2 * i] = (guint8) entry_name[i];
      file->data[at + 64] = (guint8) (2 * strlen (entry_name) + 2);
      file->data[at + 66] = entry == 0 ? 5 : 2;
      memset (file->data + at + 68, 0xff, 12);
      if (entry == 0)
        set_u32 (file, at + 76, 1);
      set_u32 (file, at + 116, entry == 0 ? 0xfffffffe : 2);
      set_u32 (file, at + 120, entry == 0 ? 0 : stream->len);
    }
  g_byte_array_append (file, stream->data, stream->len);
  g_byte_array_unref (stream);
  return g_byte_array_free_to_bytes (file);
}

/* Ends the globals of @stream and tells where the sheet starts that BOUNDSHEET at @entry names. */
static void
end_globals (GByteArray *stream, gsize entry)
{
  put_record (stream, 0x000a, "");
  set_u32 (stream, entry + 4, stream->len);
}

static void
assert_cells (GBytes *bytes, const char *expected)
{
  g_autoptr (GBytes) owned = bytes;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdWorkbook) workbook = cnscd_test_read (owned, "any", &error);
  g_autofree char *printed = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (workbook->format, ==, "xls");
  cnscd_test_workbook_check (workbook);
  printed = cnscd_test_workbook_print (workbook);
  g_assert_cmpstr (printed, ==, expected);
}

static void
assert_fails (GBytes *bytes, CnscdSpreadsheetError code)
{
  g_autoptr (GBytes) owned = bytes;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdWorkbook) workbook = cnscd_test_read (owned, "any.xls", &error);

  g_assert_null (workbook);
  g_assert_error (error, CNSCD_SPREADSHEET_ERROR, (int) code);
}

static GByteArray *
begin_globals (guint version)
{
  GByteArray *stream = g_byte_array_new ();

  put_record (stream, 0x0809, "wwww", version, 5, 0, 0);
  return stream;
}

static void
test_values (void)
{
  GByteArray *stream = begin_globals (0x0600);
  gsize entry;

  put_record (stream, 0x041e, "wwbs", 164, 10, 0, "dd/mm/yyyy");
  put_record (stream, 0x041e, "wwbs", 165, 8, 0, "0.00\"md\"");
  for (guint i = 0; i < 3; i++)
    put_record (stream, 0x00e0, "ww", 0, i == 0 ? 0 : 163 + i);
  put_record (stream, 0x00e0, "ww", 0, 14);
  entry = stream->len;
  put_record (stream, 0x0085, "dbbbbw", 0, 1, 0, 1, 1, 0x1ea8); /* hidden, "Ẩ" */
  put_record (stream, 0x0085, "dbbbbs", 0, 0, 2, 1, 0, "C");    /* a chart */
  end_globals (stream, entry);

  put_record (stream, 0x0809, "wwww", 0x0600, 0x10, 0, 0);
  put_record (stream, 0x0203, "wwwf", 0, 0, 0, 912345678.0);
  put_record (stream, 0x0203, "wwwf", 0, 1, 1, 27566.5);
  put_record (stream, 0x0203, "wwwf", 0, 2, 2, 27566.0);
  put_record (stream, 0x027e, "wwwd", 1, 0, 3, 27566u << 2 | 2);      /* a whole number */
  put_record (stream, 0x027e, "wwwd", 1, 1, 0, 12345u << 2 | 3);      /* in hundredths */
  put_record (stream, 0x027e, "wwwd", 1, 2, 0, 0x3ff80000u);          /* half a double */
  put_record (stream, 0x027e, "wwwd", 1, 3, 0, (guint) (-7 * 4) | 2); /* a negative one */
  put_record (stream, 0x00bd, "wwwdwdw", 2, 5, 0, 1u << 2 | 2, 1, 27566u << 2 | 2, 6);
  put_record (stream, 0x0205, "wwwbb", 3, 0, 0, 1, 0);
  put_record (stream, 0x0205, "wwwbb", 3, 1, 0, 0x17, 1);
  put_record (stream, 0x0006, "wwwfwd", 4, 0, 0, 42.0, 0, 0);
  put_record (stream, 0x0006, "wwwbbbbbbwwd", 4, 1, 0, 0, 0, 0, 0, 0, 0, 0xffff, 0, 0);
  put_record (stream, 0x04bc, "w", 0); /* a shared formula */
  put_record (stream, 0x0207, "wbww", 2, 1, 0x1ed5, 't');
  put_record (stream, 0x0006, "wwwbbbbbbwwd", 4, 2, 0, 1, 0, 1, 0, 0, 0, 0xffff, 0, 0);
  put_record (stream, 0x0006, "wwwbbbbbbwwd", 4, 3, 0, 2, 0, 7, 0, 0, 0, 0xffff, 0, 0);
  put_record (stream, 0x0006, "wwwbbbbbbwwd", 4, 4, 0, 3, 0, 0, 0, 0, 0, 0xffff, 0, 0);
  put_record (stream, 0x0204, "wwwwbs", 5, 0, 0, 4, 0, "nh\xe3n");
  put_record (stream, 0x00e5, "wwwwwwwww", 2, 0, 0, 0, 2, 5, 7, 1, 1);
  put_record (stream, 0x0809, "wwww", 0x0600, 0x20, 0, 0);
  put_record (stream, 0x0203, "wwwf", 9, 9, 0, 1.0);
  put_record (stream, 0x000a, "");
  put_record (stream, 0x000a, "");
  put_record (stream, 0x0203, "wwwf", 9, 9, 0, 1.0);

  assert_cells (wrap (stream, "Workbook"),
                "[Ẩ] hidden\n0,0:number=912345678\n0,1:date=21/06/1975\n0,2:number=27566\n"
                "1,0:date=21/06/1975\n1,1:number=123.45\n1,2:number=1.5\n1,3:number=-7\n"
                "2,5:number=1\n2,6:date=21/06/1975\n3,0:boolean=TRUE\n3,1:error=#REF!\n"
                "4,0:number=42\n4,1=ổt\n4,2:boolean=TRUE\n4,3:error=#DIV/0!\n5,0=nhãn\n"
                "0,0+0,2\n5,1+7,1\n");
}

/* A text that goes on in the next record, where narrow letters become wide; fonts after it. */
static void
test_shared_strings (void)
{
  GByteArray *stream = begin_globals (0x0600);
  gsize entry = stream->len;

  put_record (stream, 0x0085, "dbbbbs", 0, 0, 0, 1, 0, "A");
  put_record (stream, 0x00fc, "ddwbs", 3, 3, 8, 0, "Nguy");
  put_record (stream, 0x003c, "bwwwwwbwds", 1, 0x1ec5, 'n', ' ', 'A', 2, 8 | 4, 1, 1000, "xy");
  end_globals (stream, entry);
  put_record (stream, 0x0809, "wwww", 0x0600, 0x10, 0, 0);
  put_record (stream, 0x00fd, "wwwd", 0, 0, 0, 0);
  put_record (stream, 0x000a, "");
  /* The second one's extension is longer than what follows: it must not run into other records. */
  assert_fails (wrap (stream, "Workbook"), CNSCD_SPREADSHEET_ERROR_DAMAGED);

  stream = begin_globals (0x0600);
  entry = stream->len;
  put_record (stream, 0x0085, "dbbbbs", 0, 0, 0, 1, 0, "A");
  put_record (stream, 0x00fc, "ddwbs", 3, 3, 8, 0, "Nguy");
  put_record (stream, 0x003c, "bwwwwwbwds", 1, 0x1ec5, 'n', ' ', 'A', 2, 8 | 4, 1, 3, "xy");
  put_record (stream, 0x003c, "dbbbwbw", 0, 0, 0, 0, 1, 1, 0xd83d);
  end_globals (stream, entry);
  put_record (stream, 0x0809, "wwww", 0x0600, 0x10, 0, 0);
  for (guint i = 0; i < 3; i++)
    put_record (stream, 0x00fd, "wwwd", i, 0, 0, i);
  put_record (stream, 0x000a, "");
  assert_cells (wrap (stream, "Workbook"), "[A]\n0,0=Nguyễn A\n1,0=xy\n2,0=\xef\xbf\xbd\n");
}

static void
test_biff5 (void)
{
  GByteArray *stream = begin_globals (0x0500);
  gsize entry;

  put_record (stream, 0x0042, "w", 1258);
  put_record (stream, 0x0022, "w", 1);
  put_record (stream, 0x00e0, "ww", 0, 14);
  entry = stream->len;
  put_record (stream, 0x0085, "dbbbs", 0, 0, 0, 2, "T\xf4");
  end_globals (stream, entry);
  put_record (stream, 0x0809, "wwww", 0x0500, 0x10, 0, 0);
  put_record (stream, 0x0204, "wwwws", 0, 0, 0, 7,
              "Nguy\xea\xde"
              "n");
  put_record (stream, 0x0203, "wwwf", 1, 0, 0, 27566.0);
  put_record (stream, 0x000a, "");
  assert_cells (wrap (stream, "Book"), "[Tô]\n0,0=Nguyễn\n1,0:date=22/06/1979\n");
}

static void
test_legacy_font (void)
{
  GByteArray *stream = begin_globals (0x0600);
  gsize entry;

  for (guint i = 0; i < 5; i++)
    put_record (stream, 0x0031, "wwwwwbbbbbbs", 220, 0, 0, 400, 0, 0, 0, 0, 0, i == 4 ? 7 : 5, 0,
                i == 4 ? ".VnTime" : "Arial");
  put_record (stream, 0x00e0, "ww", 0, 0);
  put_record (stream, 0x00e0, "ww", 5, 0); /* the fifth one: 4 is left out */
  entry = stream->len;
  put_record (stream, 0x0085, "dbbbbs", 0, 0, 0, 1, 0, "A");
  put_record (stream, 0x00fc, "ddwbs", 1, 1, 9, 0, "Tr\xad\xebng x\xe3");
  end_globals (stream, entry);
  put_record (stream, 0x0809, "wwww", 0x0600, 0x10, 0, 0);
  put_record (stream, 0x00fd, "wwwd", 0, 0, 0, 0);
  put_record (stream, 0x00fd, "wwwd", 0, 1, 1, 0);
  put_record (stream, 0x0204, "wwwwbs", 0, 2, 1, 3, 0, "H\xb5 ");
  put_record (stream, 0x000a, "");
  assert_cells (wrap (stream, "Workbook"), "[A]\n0,0=Tr­ëng xã\n0,1=Trưởng xó\n0,2=Hà \n");
}

static void
test_refused (void)
{
  GByteArray *stream = begin_globals (0x0600);

  put_record (stream, 0x002f, "ww", 0, 0);
  put_record (stream, 0x000a, "");
  assert_fails (wrap (stream, "Workbook"), CNSCD_SPREADSHEET_ERROR_ENCRYPTED);
  assert_fails (wrap (g_byte_array_new (), "EncryptedPackage"), CNSCD_SPREADSHEET_ERROR_ENCRYPTED);
  assert_fails (wrap (g_byte_array_new (), "WordDocument"), CNSCD_SPREADSHEET_ERROR_UNSUPPORTED);
  assert_fails (wrap (begin_globals (0x0600), "Workbook"), CNSCD_SPREADSHEET_ERROR_DAMAGED);
  assert_fails (wrap (g_byte_array_new (), "Workbook"), CNSCD_SPREADSHEET_ERROR_DAMAGED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/xls/values", test_values);
  g_test_add_func ("/exchange/xls/shared-strings", test_shared_strings);
  g_test_add_func ("/exchange/xls/biff5", test_biff5);
  g_test_add_func ("/exchange/xls/legacy-font", test_legacy_font);
  g_test_add_func ("/exchange/xls/refused", test_refused);
  return g_test_run ();
}
