/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "print/cnscd-document-book.h"
#include "print/cnscd-print-operation.h"
#include "print/cnscd-roster-document.h"

#include "sample-rosters.h"

typedef struct
{
  char *folder;
  char *path;
  CnscdDocument *document;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdRoster) roster = sample_roster_new (1, 12, 7, 7);
  g_autoptr (GError) error = NULL;

  roster->landscape = data != NULL;
  fixture->folder = g_dir_make_tmp ("cnscd-print-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "danh sách.pdf", NULL);
  fixture->document = cnscd_roster_document_new (roster, NULL);
}

static guint
remove_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_files = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
      n_files++;
    }

  return n_files;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_files (fixture->folder);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_assert_finalize_object (fixture->document);
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *info = NULL;
  g_autofree char *pages = NULL;

  g_assert_true (cnscd_print_operation_export (fixture->document, fixture->path, &error));
  g_assert_no_error (error);

  info = sample_roster_run_tool ("pdfinfo", fixture->path, NULL);
  if (info == NULL)
    return;

  pages = g_strdup_printf ("Pages:           %u\n", cnscd_document_get_n_pages (fixture->document));
  g_assert_nonnull (strstr (info, pages));
  g_assert_nonnull (strstr (info, "Title:           Danh sách thành viên Tổ công nghệ số cộng "
                                  "đồng trên địa bàn xã Võ Nhai\n"));
  g_assert_nonnull (strstr (info, "Author:          Ủy ban nhân dân xã Võ Nhai\n"));
  g_assert_nonnull (strstr (info, "Creator:         Tổ công nghệ số "));
  g_assert_nonnull (
    strstr (info, data != NULL ? "841.89 x 595.276 pts (A4)" : "595.276 x 841.89 pts (A4)"));
}

/* Tables are tables to a screen reader, and row by row; a thick book does without. */
static void
test_tags (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdTypesetter) typesetter = cnscd_typesetter_new ();
  g_autoptr (CnscdRoster) roster = sample_roster_new (1, 1, 2, 2);
  g_autoptr (CnscdDocument) page = cnscd_roster_document_new (roster, typesetter);
  g_autoptr (CnscdDocumentBook) book = cnscd_document_book_new ("Danh sách", NULL);
  g_autofree char *structure = NULL;
  g_autofree char *squeezed = NULL;
  g_autofree char *info = NULL;

  g_assert_true (cnscd_print_operation_export (fixture->document, fixture->path, NULL));
  structure = sample_roster_run_tool ("pdfinfo", "-struct-text", fixture->path, NULL);
  if (structure == NULL)
    return;

  squeezed = sample_roster_squeeze (structure);
  g_assert_nonnull (strstr (squeezed, "Table (block) TR TH \"STT\" TH \"Họ và tên\""));
  g_assert_nonnull (strstr (squeezed, "TR TD \"I. Tổ CNSCĐ xóm số 1\" TR TD \"1\" TD \""));

  for (guint i = 0; i < 400; i++)
    cnscd_document_book_add (book, page);
  g_assert_true (cnscd_print_operation_export (CNSCD_DOCUMENT (book), fixture->path, NULL));
  info = sample_roster_run_tool ("pdfinfo", fixture->path, NULL);
  g_assert_nonnull (strstr (info, "Tagged:          no"));
}

/* Text as text: every font is in the file, as far as it is used, with its characters. */
static void
test_fonts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *fonts = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_fonts = 0;

  g_assert_true (cnscd_print_operation_export (fixture->document, fixture->path, NULL));
  fonts = sample_roster_run_tool ("pdffonts", fixture->path, NULL);
  if (fonts == NULL)
    return;

  lines = g_strsplit (fonts, "\n", -1);
  for (guint i = 2; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_assert_nonnull (strstr (lines[i], "yes yes yes"));
      g_assert_true (strstr (lines[i], "LiberationSerif") != NULL ||
                     strstr (lines[i], "TimesNewRoman") != NULL);
      n_fonts++;
    }
  g_assert_cmpuint (n_fonts, >=, 3);
}

static void
assert_untouched (Fixture *fixture)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "what was there");
  g_assert_cmpuint (remove_files (fixture->folder), ==, 1);
}

/* A disk that fills up leaves what was there, says so, and leaves no rubbish. */
static void
test_disk_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  struct rlimit before, tight;
  gboolean exported;

  g_assert_true (g_file_set_contents (fixture->path, "what was there", -1, NULL));

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  tight = before;
  tight.rlim_cur = 2000;
  setrlimit (RLIMIT_FSIZE, &tight);
  exported = cnscd_print_operation_export (fixture->document, fixture->path, &error);
  setrlimit (RLIMIT_FSIZE, &before);
  signal (SIGXFSZ, SIG_DFL);

  g_assert_false (exported);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  assert_untouched (fixture);
}

static void
test_bad_paths (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "a.pdf", NULL);

  g_assert_false (cnscd_print_operation_export (fixture->document, nowhere, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_false (cnscd_print_operation_export (fixture->document, fixture->folder, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);

  g_assert_false (cnscd_print_operation_export (fixture->document, "/dev/null", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_assert_cmpuint (remove_files (fixture->folder), ==, 0);
}

/* What is replaced is the file that a link leads to, not the link. */
static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.pdf", NULL);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_set_contents (fixture->path, "what was there", -1, NULL));
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  g_assert_true (cnscd_print_operation_export (fixture->document, link, NULL));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  g_assert_true (g_str_has_prefix (contents, "%PDF-"));
}

typedef struct
{
  gboolean done;
  gboolean exported;
  GError *error;
} Outcome;

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Outcome *outcome = data;

  outcome->exported = cnscd_print_operation_export_finish (result, &outcome->error);
  outcome->done = TRUE;
}

static void
wait_for (Outcome *outcome)
{
  gint64 end = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;

  while (!outcome->done)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
test_async (Fixture *fixture, gconstpointer data)
{
  Outcome outcome = { 0 };

  cnscd_print_operation_export_async (fixture->document, fixture->path, NULL, exported_cb,
                                      &outcome);
  g_assert_false (outcome.done);
  wait_for (&outcome);
  g_assert_no_error (outcome.error);
  g_assert_true (outcome.exported);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpuint (remove_files (fixture->folder), ==, 1);
}

static void
test_async_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Outcome outcome = { 0 };

  g_assert_true (g_file_set_contents (fixture->path, "what was there", -1, NULL));
  cnscd_print_operation_export_async (fixture->document, fixture->path, cancellable, exported_cb,
                                      &outcome);
  g_cancellable_cancel (cancellable);
  wait_for (&outcome);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&outcome.error);
  assert_untouched (fixture);
}

static void
test_async_bad_path (Fixture *fixture, gconstpointer data)
{
  Outcome outcome = { 0 };

  cnscd_print_operation_export_async (fixture->document, "/nowhere/at/all.pdf", NULL, exported_cb,
                                      &outcome);
  wait_for (&outcome);
  g_assert_error (outcome.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&outcome.error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, data, func)                                                                      \
  g_test_add ("/print/print-operation/" name, Fixture, data, set_up, func, tear_down)

  ADD ("export", NULL, test_export);
  ADD ("export-landscape", "landscape", test_export);
  ADD ("tags", NULL, test_tags);
  ADD ("fonts", NULL, test_fonts);
  ADD ("disk-full", NULL, test_disk_full);
  ADD ("bad-paths", NULL, test_bad_paths);
  ADD ("link", NULL, test_link);
  ADD ("async", NULL, test_async);
  ADD ("async-cancelled", NULL, test_async_cancelled);
  ADD ("async-bad-path", NULL, test_async_bad_path);

  return g_test_run ();
}
