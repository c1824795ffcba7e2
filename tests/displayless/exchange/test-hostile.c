/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-spreadsheet.h"

#include <string.h>

#include <archive.h>
#include <archive_entry.h>

/*
 * Files that were cut off, spoilt or made to do harm. Whatever happens, the answer is a whole
 * workbook or an error of this domain. CNSCD_TEST_ROUNDS multiplies the random ones.
 */

#define TRUNCATIONS 24
#define FLIPS       48

typedef struct
{
  const char *name;
  gboolean checksummed; /* a changed byte cannot go unnoticed */
  gboolean text;        /* a shorter one is a whole one too */
} Sample;

static const Sample samples[] = {
  { "roster-annex.xlsx", TRUE, FALSE },      { "roster-messy.xlsx", TRUE, FALSE },
  { "roster-web-export.xlsx", TRUE, FALSE }, { "roster-annex.ods", TRUE, FALSE },
  { "roster-annex.xls", FALSE, FALSE },      { "roster-flat-utf8-bom.csv", FALSE, TRUE },
  { "roster-flat-tcvn3.csv", FALSE, TRUE },
};

static guint
get_rounds (void)
{
  const char *text = g_getenv ("CNSCD_TEST_ROUNDS");
  guint64 rounds;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 1, 100000, &rounds, NULL))
    return 1;
  return (guint) rounds;
}

/* Returns: (nullable): what was read, as text */
static char *
read_anything (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdWorkbook) workbook = cnscd_test_read (bytes, "hostile", &error);

  if (workbook == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == CNSCD_SPREADSHEET_ERROR);
      g_assert_cmpuint (strlen (error->message), >, 20);
      return NULL;
    }
  g_assert_no_error (error);
  cnscd_test_workbook_check (workbook);
  return cnscd_test_workbook_print (workbook);
}

static void
test_truncated (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20251129);
  guint rounds = get_rounds ();

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GBytes) whole = cnscd_test_sample_load (samples[i].name);
      g_autofree char *expected = read_anything (whole);
      gint32 size = (gint32) g_bytes_get_size (whole);

      g_assert_nonnull (expected);
      for (guint j = 0; j < TRUNCATIONS * rounds; j++)
        {
          /* Some at the very start and end, where headers and tables are. */
          gint32 length = j < 4   ? (gint32) j * 4
                          : j < 8 ? size - (gint32) (j - 3)
                                  : g_rand_int_range (random, 0, size);
          g_autoptr (GBytes) part = g_bytes_new_from_bytes (whole, 0, (gsize) length);
          g_autofree char *printed = read_anything (part);

          /* Half a workbook must not pass for a whole one. */
          if (printed != NULL && !samples[i].text)
            g_assert_cmpstr (printed, ==, expected);
        }
    }
}

static void
test_flipped (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (103);
  guint rounds = get_rounds ();
  guint n_errors = 0;

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (GBytes) whole = cnscd_test_sample_load (samples[i].name);
      g_autofree char *expected = read_anything (whole);
      gsize size = g_bytes_get_size (whole);

      for (guint j = 0; j < FLIPS * rounds; j++)
        {
          g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (whole, NULL), size);
          g_autoptr (GBytes) spoilt = NULL;
          g_autofree char *printed = NULL;
          gint32 n_flips = g_rand_int_range (random, 1, 4);

          for (gint32 k = 0; k < n_flips; k++)
            {
              /* Half of them where the file's own tables are. */
              gint32 range = g_rand_boolean (random) ? (gint32) size : (gint32) MIN (size, 2048);
              gsize at = (gsize) g_rand_int_range (random, 0, range);

              if (g_rand_boolean (random) && range != (gint32) size)
                at = size - 1 - at;
              copy[at] ^= (guint8) g_rand_int_range (random, 1, 256);
            }
          spoilt = g_bytes_new_take (g_steal_pointer (&copy), size);
          printed = read_anything (spoilt);
          if (printed == NULL)
            n_errors++;
          else if (samples[i].checksummed)
            g_assert_cmpstr (printed, ==, expected);
        }
    }
  g_assert_cmpuint (n_errors, >, 0);
}

static void
assert_fails (GBytes *bytes, CnscdSpreadsheetError code)
{
  g_autoptr (GBytes) owned = bytes;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdWorkbook) workbook = cnscd_test_read (owned, "hostile.xlsx", &error);

  g_assert_null (workbook);
  g_assert_error (error, CNSCD_SPREADSHEET_ERROR, (int) code);
}

/* More than may be unpacked, in a few hundred kilobytes. */
static void
test_zip_bomb (void)
{
  static const char head[] = "<worksheet xmlns='" CNSCD_TEST_MAIN_NS "'><sheetData>";
  struct archive *archive = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();
  gsize capacity = 8 * 1024 * 1024;
  gsize used = 0;
  char *buffer = g_malloc (capacity);
  g_autofree char *spaces = g_strnfill (1024 * 1024, ' ');
  static const char *const others[] = {
    "[Content_Types].xml",
    "<Types/>",
    "xl/workbook.xml",
    "<workbook xmlns:r='urn:r'><sheets><sheet name='A' r:id='a'/></sheets></workbook>",
    "xl/_rels/workbook.xml.rels",
    "<Relationships><Relationship Id='a' Type='x/worksheet' Target='bomb.xml'/></Relationships>",
  };

  archive_write_set_format_zip (archive);
  g_assert_cmpint (archive_write_open_memory (archive, buffer, capacity, &used), ==, ARCHIVE_OK);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  for (guint i = 0; i < G_N_ELEMENTS (others); i += 2)
    {
      archive_entry_set_pathname (entry, others[i]);
      archive_entry_set_size (entry, (la_int64_t) strlen (others[i + 1]));
      archive_write_header (archive, entry);
      archive_write_data (archive, others[i + 1], strlen (others[i + 1]));
    }
  archive_entry_set_pathname (entry, "xl/bomb.xml");
  archive_entry_unset_size (entry);
  archive_write_header (archive, entry);
  archive_write_data (archive, head, strlen (head));
  for (gsize i = 0; i <= CNSCD_WORKBOOK_MAX_BYTES / strlen (spaces); i++)
    archive_write_data (archive, spaces, strlen (spaces));
  archive_entry_free (entry);
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);

  assert_fails (g_bytes_new_take (buffer, used), CNSCD_SPREADSHEET_ERROR_TOO_LARGE);
}

static void
test_entities (void)
{
  static const char document[] =
    "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
    "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>"
    "<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
    "<workbook><sheets><sheet name='&d;&e;'/></sheets></workbook>";

  assert_fails (
    cnscd_test_package_build ("[Content_Types].xml", "<Types/>", "xl/workbook.xml", document, NULL),
    CNSCD_SPREADSHEET_ERROR_DAMAGED);
  assert_fails (cnscd_test_package_build ("mimetype",
                                          "application/vnd.oasis.opendocument.spreadsheet",
                                          "content.xml", document, NULL),
                CNSCD_SPREADSHEET_ERROR_DAMAGED);
  assert_fails (cnscd_test_xlsx_build ("<sheetData><row><c t='inlineStr'><is><t>&undefined;</t>"
                                       "</is></c></row></sheetData>",
                                       NULL, NULL, NULL),
                CNSCD_SPREADSHEET_ERROR_DAMAGED);
}

static void
test_nesting (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<sheetData>");
  assert_fails (cnscd_test_xlsx_build (deep->str, NULL, NULL, NULL),
                CNSCD_SPREADSHEET_ERROR_DAMAGED);
}

static void
test_rows_and_columns (void)
{
  assert_fails (cnscd_test_xlsx_build ("<sheetData><row r='4294967295'><c r='A4294967295'><v>1</v>"
                                       "</c></row></sheetData>",
                                       NULL, NULL, NULL),
                CNSCD_SPREADSHEET_ERROR_DAMAGED);
  assert_fails (cnscd_test_xlsx_build ("<sheetData><row r='999999999'><c r='A999999999'><v>1</v>"
                                       "</c></row></sheetData>",
                                       NULL, NULL, NULL),
                CNSCD_SPREADSHEET_ERROR_TOO_LARGE);
  assert_fails (cnscd_test_xlsx_build ("<sheetData><row r='2147483647'><c><v>1</v></c><c><v>2</v>"
                                       "</c></row><row><c><v>3</v></c></row></sheetData>",
                                       NULL, NULL, NULL),
                CNSCD_SPREADSHEET_ERROR_TOO_LARGE);
  assert_fails (cnscd_test_xlsx_build ("<sheetData><row><c r='ZZZZZZZZ1'><v>1</v></c></row>"
                                       "</sheetData>",
                                       NULL, NULL, NULL),
                CNSCD_SPREADSHEET_ERROR_DAMAGED);
}

static void
test_wrong_package (void)
{
  assert_fails (cnscd_test_package_build ("a.txt", "x", NULL), CNSCD_SPREADSHEET_ERROR_UNSUPPORTED);
  assert_fails (cnscd_test_package_build ("[Content_Types].xml", "<Types/>", "word/document.xml",
                                          "<document/>", NULL),
                CNSCD_SPREADSHEET_ERROR_UNSUPPORTED);
  assert_fails (
    cnscd_test_package_build ("[Content_Types].xml", "<Types/>", "xl/workbook.bin", "x", NULL),
    CNSCD_SPREADSHEET_ERROR_UNSUPPORTED);
  assert_fails (cnscd_test_package_build ("mimetype", "application/vnd.oasis.opendocument.text",
                                          "content.xml", "<a/>", NULL),
                CNSCD_SPREADSHEET_ERROR_UNSUPPORTED);
  assert_fails (cnscd_test_package_build ("[Content_Types].xml", "<Types/>", NULL),
                CNSCD_SPREADSHEET_ERROR_DAMAGED);
  assert_fails (cnscd_test_package_build ("[Content_Types].xml", "<Types/>", "xl/workbook.xml",
                                          "<workbook><sheets>", NULL),
                CNSCD_SPREADSHEET_ERROR_DAMAGED);
  assert_fails (cnscd_test_package_build ("[Content_Types].xml", "<Types/>", "xl/workbook.xml",
                                          "not xml", NULL),
                CNSCD_SPREADSHEET_ERROR_DAMAGED);
  assert_fails (
    cnscd_test_package_build ("mimetype", "application/vnd.oasis.opendocument.spreadsheet", NULL),
    CNSCD_SPREADSHEET_ERROR_DAMAGED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/hostile/truncated", test_truncated);
  g_test_add_func ("/exchange/hostile/flipped", test_flipped);
  g_test_add_func ("/exchange/hostile/zip-bomb", test_zip_bomb);
  g_test_add_func ("/exchange/hostile/entities", test_entities);
  g_test_add_func ("/exchange/hostile/nesting", test_nesting);
  g_test_add_func ("/exchange/hostile/rows-and-columns", test_rows_and_columns);
  g_test_add_func ("/exchange/hostile/wrong-package", test_wrong_package);
  return g_test_run ();
}
