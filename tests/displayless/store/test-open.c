/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cnscd-test-store.h"
#include "store/cnscd-backup.h"
#include "store/cnscd-record-store.h"

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  gsize length = 0;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

static void
write_file (const char *path, gconstpointer contents, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, (gssize) length, &error);
  g_assert_no_error (error);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* Opening must fail with @code, say something, and touch nothing. */
static void
assert_refused (CnscdTestStore *store, CnscdStoreError code)
{
  g_autoptr (GBytes) before = read_file (store->path);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  guint n_files = count_files (store->folder);
  CnscdDatabase *database = cnscd_database_open (store->path, &error);

  g_assert_null (database);
  g_assert_error (error, CNSCD_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, store->path));

  after = read_file (store->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (count_files (store->folder), ==, n_files);
}

static void
test_new (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autofree char *text = NULL;
  GStatBuf status;
  gboolean empty = FALSE;

  g_assert_cmpstr (cnscd_database_get_path (store->database), ==, store->path);
  g_assert_true (cnscd_database_is_empty (store->database, &empty, NULL));
  g_assert_true (empty);

  /* Nobody else on the computer reads people's data. */
  g_assert_cmpint (g_stat (store->path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);

  text = cnscd_test_store_query (store, "SELECT (SELECT journal_mode FROM pragma_journal_mode),"
                                        " (SELECT application_id FROM pragma_application_id),"
                                        " (SELECT count (*) FROM unit)");
  g_assert_cmpstr (text, ==, "wal|1129206595|92");
}

static void
test_empty_file (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new_folder ();

  write_file (store->path, "", 0);
  cnscd_test_store_reopen (store);
  g_assert_nonnull (store->database);
}

static void
test_reopen (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autoptr (CnscdHamlet) read = NULL;
  gboolean empty = TRUE;

  cnscd_test_store_reopen (store);
  read = cnscd_record_store_get (store->database, &CNSCD_KIND_HAMLET, hamlet->record.id, NULL);
  g_assert_true (cnscd_record_equal (hamlet, read));
  g_assert_true (cnscd_database_is_empty (store->database, &empty, NULL));
  g_assert_false (empty);
  g_clear_pointer (&store->database, cnscd_database_close);

  /* Closed by the last, nothing lies beside it. */
  g_assert_cmpuint (count_files (store->folder), ==, 1);
}

static void
test_text_file (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new_folder ();

  write_file (store->path, "Họ và tên;Số điện thoại\n", strlen ("Họ và tên;Số điện thoại\n"));
  assert_refused (store, CNSCD_STORE_ERROR_FOREIGN);
}

static void
test_foreign (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new_folder ();

  cnscd_test_store_exec (store, "CREATE TABLE moz_places (id); PRAGMA user_version = 1");
  assert_refused (store, CNSCD_STORE_ERROR_FOREIGN);
}

static void
test_folder (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new_folder ();
  g_autoptr (GError) error = NULL;

  g_assert_null (cnscd_database_open (store->folder, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FOREIGN);
}

static void
test_newer (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();

  g_clear_pointer (&store->database, cnscd_database_close);
  cnscd_test_store_exec (store, "PRAGMA user_version = 99; PRAGMA wal_checkpoint (TRUNCATE)");
  assert_refused (store, CNSCD_STORE_ERROR_NEWER);
}

/* A crash left the WAL, and somebody took the database away: what is made anew is not the WAL's. */
static void
assert_old_wal_is_kept (const char *contents)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autofree char *wal = g_strconcat (store->path, "-wal", NULL);
  g_autofree char *journal = g_strconcat (store->path, "-journal", NULL);
  g_autofree char *backups = g_build_filename (store->folder, "backups", NULL);
  g_autoptr (GBytes) old = read_file (wal);
  g_autoptr (GPtrArray) problems = NULL;
  gboolean empty = FALSE;
  guint n_kept = 0;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_clear_pointer (&store->database, cnscd_database_close);
  g_unlink (store->path);
  if (contents != NULL)
    write_file (store->path, contents, strlen (contents));
  write_file (wal, g_bytes_get_data (old, NULL), g_bytes_get_size (old));
  write_file (journal, "old", strlen ("old"));

  cnscd_test_store_reopen (store);
  g_assert_true (cnscd_database_is_empty (store->database, &empty, NULL));
  g_assert_true (empty);
  g_assert_true (cnscd_database_check (store->database, TRUE, &problems, NULL));
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));

  /* It may be somebody's last hope. */
  dir = g_dir_open (backups, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (backups, name, NULL);
      g_autoptr (GBytes) kept = read_file (path);

      g_assert_true (g_str_has_prefix (name, "test.db-"));
      n_kept += g_str_has_suffix (name, "-wal") && g_bytes_equal (kept, old);
      n_kept += g_str_has_suffix (name, "-journal") && g_bytes_get_size (kept) == 3;
    }
  g_assert_cmpuint (n_kept, ==, 2);
}

static void
test_old_wal (void)
{
  assert_old_wal_is_kept (NULL);
}

static void
test_old_wal_and_empty_file (void)
{
  assert_old_wal_is_kept ("");
}

/* A newer program is at work, or crashed: its version stands in the WAL only. */
static void
test_newer_in_wal (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();

  cnscd_test_store_exec (store, "PRAGMA user_version = 99");
  assert_refused (store, CNSCD_STORE_ERROR_NEWER);
}

static void
test_cut_in_header (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();

  g_clear_pointer (&store->database, cnscd_database_close);
  g_assert_cmpint (truncate (store->path, 64), ==, 0);
  assert_refused (store, CNSCD_STORE_ERROR_DAMAGED);
}

static void
test_cut (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
    }
  g_clear_pointer (&store->database, cnscd_database_close);
  g_assert_cmpint (truncate (store->path, 4096 * 12), ==, 0);
  assert_refused (store, CNSCD_STORE_ERROR_DAMAGED);
}

/* Wherever a page is overwritten, opening says so or gives a database that can be read. */
static void
test_damaged (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (GBytes) whole = NULL;
  gsize n_pages;
  guint n_refused = 0;

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
    }
  g_clear_pointer (&store->database, cnscd_database_close);
  whole = read_file (store->path);
  n_pages = g_bytes_get_size (whole) / 4096;

  for (gsize page = 1; page < n_pages; page++)
    {
      g_autofree guint8 *broken = g_memdup2 (g_bytes_get_data (whole, NULL), n_pages * 4096);
      g_autoptr (GError) unchecked_error = NULL;
      g_autoptr (GError) error = NULL;
      CnscdDatabase *database;

      memset (broken + page * 4096, 0x5a, 4096);
      write_file (store->path, broken, n_pages * 4096);

      /* Without a check before it is read, there is one before it is written. */
      database = cnscd_database_open_unchecked (store->path, &unchecked_error);
      if (database != NULL)
        {
          if (cnscd_database_begin (database, &unchecked_error))
            cnscd_database_rollback (database);
          cnscd_database_close (database);
        }
      if (unchecked_error != NULL)
        {
          g_autoptr (GBytes) after = read_file (store->path);

          g_assert_error (unchecked_error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED);
          g_assert_cmpmem (broken, n_pages * 4096, g_bytes_get_data (after, NULL),
                           g_bytes_get_size (after));
        }

      write_file (store->path, broken, n_pages * 4096);
      database = cnscd_database_open (store->path, &error);
      g_assert_cmpint (database == NULL, ==, unchecked_error != NULL);
      if (database == NULL)
        {
          g_autoptr (GBytes) after = read_file (store->path);

          g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED);
          g_assert_cmpmem (broken, n_pages * 4096, g_bytes_get_data (after, NULL),
                           g_bytes_get_size (after));
          n_refused++;
        }
      else
        {
          cnscd_database_close (database);
        }
    }

  /* Only pages of the index of an empty table can go unnoticed. */
  g_assert_cmpuint (n_refused, >, n_pages * 3 / 4);
}

static void
test_cannot_be_made (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new_folder ();
  g_autofree char *path = g_build_filename (store->folder, "missing", "test.db", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (cnscd_database_open (path, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_null (strstr (error->message, ".new-"));
  g_clear_error (&error);

  /* A folder that nobody can write to, not even root. */
  g_assert_null (cnscd_database_open ("/proc/cnscd-test.db", &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "/proc/cnscd-test.db”"));
}

static void
test_read_only (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();

  if (geteuid () == 0)
    {
      g_test_skip ("root may write everywhere");
      return;
    }

  g_clear_pointer (&store->database, cnscd_database_close);
  g_assert_cmpint (g_chmod (store->path, 0400), ==, 0);
  g_assert_cmpint (g_chmod (store->folder, 0500), ==, 0);
  assert_refused (store, CNSCD_STORE_ERROR_FAILED);
  g_assert_cmpint (g_chmod (store->folder, 0700), ==, 0);
}

static void
test_busy (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdDatabase) other = cnscd_database_open (store->path, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (cnscd_database_begin (other, NULL));
  g_assert_false (cnscd_database_set_setting (store->database, "unit", CNSCD_TEST_UNIT, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_BUSY);
  cnscd_database_rollback (other);

  g_assert_true (cnscd_database_set_setting (store->database, "unit", CNSCD_TEST_UNIT, NULL));
}

static void
test_two_make_one (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new_folder ();
  g_autoptr (CnscdDatabase) one = cnscd_database_open (store->path, NULL);
  g_autoptr (CnscdDatabase) other = cnscd_database_open (store->path, NULL);
  g_autofree char *value = NULL;

  g_assert_true (cnscd_database_set_setting (one, "unit", CNSCD_TEST_UNIT, NULL));
  value = cnscd_database_get_setting (other, "unit", NULL);
  g_assert_cmpstr (value, ==, CNSCD_TEST_UNIT);
}

/* Where SQLite locks: https://sqlite.org/src/file/src/os.h */
#define LOCK_START  0x40000000
#define LOCK_LENGTH 512

/* A lock is of the process, so another must ask. */
static void
assert_locked (const char *path)
{
  int status = 0;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      struct flock lock = {
        .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCK_START, .l_len = LOCK_LENGTH
      };
      int fd = open (path, O_RDWR);

      _exit (fd < 0 || fcntl (fd, F_GETLK, &lock) != 0 ? 2 : lock.l_type == F_UNLCK);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

/* Whoever closes a file drops every lock of his process on it. */
static void
test_locks_stay (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autofree char *backup = cnscd_backup_rotate (store->database, "exit", NULL);
  g_autofree char *link_path = g_build_filename (store->folder, "link.db", NULL);
  g_autoptr (GArray) counts = NULL;
  g_autoptr (GError) error = NULL;
  CnscdDatabase *other;

  assert_locked (store->path);

  other = cnscd_database_open (store->path, &error);
  g_assert_no_error (error);
  assert_locked (store->path);
  cnscd_database_close (other);
  assert_locked (store->path);

  /* By another name, and from where a backup is expected. */
  g_assert_cmpint (symlink (store->path, link_path), ==, 0);
  counts = cnscd_backup_compare (store->database, link_path, NULL, &error);
  g_assert_no_error (error);
  assert_locked (store->path);
  g_assert_false (cnscd_backup_write (store->database, link_path, NULL));
  assert_locked (store->path);

  g_assert_true (cnscd_backup_restore (store->path, backup, &error));
  g_assert_no_error (error);
  assert_locked (store->path);
}

#define TURNS 60

/* Opens, writes and closes one file again and again. */
static gpointer
take_turns (gpointer path)
{
  for (guint i = 0; i < TURNS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CnscdDatabase) database = cnscd_database_open (path, &error);

      g_assert_no_error (error);
      for (guint round = 0; round < 3; round++)
        {
          cnscd_database_hold (database, &error);
          g_assert_no_error (error);
          cnscd_database_set_setting (database, "unit", CNSCD_TEST_UNIT, &error);
          g_assert_no_error (error);
        }
    }
  return NULL;
}

/* The last one that closes a file takes its -shm away while the next one opens it. */
static void
test_turns (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autofree char *path = g_strdup (store->path);
  GThread *threads[2];

  g_clear_pointer (&store->database, cnscd_database_close);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("turns", take_turns, path);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* What is open is asked the same questions. */
static void
test_newer_while_open (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (GError) error = NULL;

  cnscd_test_store_exec (store, "PRAGMA user_version = 99");
  g_assert_null (cnscd_database_open (store->path, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NEWER);
  g_clear_error (&error);

  cnscd_test_store_exec (store, "PRAGMA user_version = 1; PRAGMA application_id = 1");
  g_assert_null (cnscd_database_open (store->path, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FOREIGN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/open/new", test_new);
  g_test_add_func ("/store/open/empty-file", test_empty_file);
  g_test_add_func ("/store/open/reopen", test_reopen);
  g_test_add_func ("/store/open/text-file", test_text_file);
  g_test_add_func ("/store/open/foreign", test_foreign);
  g_test_add_func ("/store/open/folder", test_folder);
  g_test_add_func ("/store/open/newer", test_newer);
  g_test_add_func ("/store/open/newer-in-wal", test_newer_in_wal);
  g_test_add_func ("/store/open/old-wal", test_old_wal);
  g_test_add_func ("/store/open/old-wal-and-empty-file", test_old_wal_and_empty_file);
  g_test_add_func ("/store/open/cut-in-header", test_cut_in_header);
  g_test_add_func ("/store/open/cut", test_cut);
  g_test_add_func ("/store/open/damaged", test_damaged);
  g_test_add_func ("/store/open/cannot-be-made", test_cannot_be_made);
  g_test_add_func ("/store/open/read-only", test_read_only);
  g_test_add_func ("/store/open/busy", test_busy);
  g_test_add_func ("/store/open/locks-stay", test_locks_stay);
  g_test_add_func ("/store/open/turns", test_turns);
  g_test_add_func ("/store/open/newer-while-open", test_newer_while_open);
  g_test_add_func ("/store/open/two-make-one", test_two_make_one);

  return g_test_run ();
}
