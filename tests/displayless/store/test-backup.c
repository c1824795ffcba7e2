/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

#include "cnscd-test-store.h"
#include "core/cnscd-clock.h"
#include "core/cnscd-schedule-records.h"
#include "store/cnscd-audit.h"
#include "store/cnscd-backup.h"
#include "store/cnscd-office-store.h"
#include "store/cnscd-record-store.h"

static char *
rotate (CnscdTestStore *store, const char *reason)
{
  g_autoptr (GError) error = NULL;
  char *path = cnscd_backup_rotate (store->database, reason, &error);

  g_assert_no_error (error);
  g_assert_nonnull (path);
  return path;
}

static guint
count_files (const char *folder, const char *suffix)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, suffix) ? 1 : 0;

  return n;
}

static void
assert_hamlets (CnscdTestStore *store, const char *expected)
{
  g_autofree char *text = cnscd_test_store_query (
    store, "SELECT group_concat (name) FROM (SELECT name FROM hamlet WHERE deleted = 0"
           " ORDER BY name)");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_rotate (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autofree char *folder = cnscd_backup_dup_folder (store->path);
  g_autofree char *others = g_build_filename (folder, "mine.db", NULL);
  g_autofree char *first = rotate (store, "exit");
  g_autofree char *name = g_path_get_basename (first);
  g_autofree char *last = NULL;
  g_autoptr (CnscdDatabase) opened = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_true (g_regex_match_simple ("^test-[0-9]{8}-[0-9]{6}-exit\\.db$", name, 0, 0));
  g_assert_cmpint (g_stat (first, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_set_contents (others, "mine", -1, NULL));

  for (guint i = 0; i < CNSCD_BACKUP_KEEP; i++)
    {
      g_autofree char *path = rotate (store, "import");

      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
      g_free (last);
      last = g_steal_pointer (&path);
    }
  g_assert_cmpuint (count_files (folder, ".db"), ==, CNSCD_BACKUP_KEEP + 1);
  g_assert_false (g_file_test (first, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (last, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (others, G_FILE_TEST_EXISTS));
  /* Nothing half made, nothing of SQLite's beside. */
  g_assert_cmpuint (count_files (folder, ""), ==, CNSCD_BACKUP_KEEP + 1);
}

static void
put_file (const char *folder, const char *name, gboolean old)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  struct utimbuf times = { .actime = now, .modtime = now - (old ? 25 : 23) * 60 * 60 };

  g_assert_true (g_file_set_contents (path, "people", -1, NULL));
  g_assert_cmpint (g_utime (path, &times), ==, 0);
}

static gboolean
has_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

#define ID "0199c0de-1234-7abc-8def-0123456789ab"

/* What a killed program had not finished goes with the next start, and nothing else does. */
static void
test_leftovers (void)
{
  static const char *const here[] = {
    "test.db.new-" ID,        "test.db.new-" ID "-journal", ".restore-" ID ".db",
    ".restore-" ID ".db-wal", ".restore-" ID ".db.new-" ID, ".restore-" ID ".db.new-" ID "-shm",
  };
  static const char *const there[] = {
    "test-20260102-030405-exit.db.new-" ID,
    "test-20260102-030405-2-import.db.new-" ID "-journal",
  };
  static const char *const others[] = {
    "test.db.new-1",
    "other.db.new-" ID,
    "test.db.new-" ID ".xlsx",
    ".restore-mine.db",
    "test-20260102-030405-exit.db",
    "test.db-left-20260102-030405-01234567-wal",
    "test.db-damaged-20260102-030405-01234567",
    "testXdb.new-" ID,
  };
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autofree char *folder = cnscd_backup_dup_folder (store->path);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (here); i++)
    put_file (store->folder, here[i], TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (there); i++)
    put_file (folder, there[i], TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      put_file (store->folder, others[i], TRUE);
      put_file (folder, others[i], TRUE);
    }
  /* Somebody may be at work on these. */
  put_file (store->folder, "test.db.new-" ID "-wal", FALSE);
  put_file (folder, "test-20260102-030405-import.db.new-" ID, FALSE);

  cnscd_test_store_reopen (store);

  for (guint i = 0; i < G_N_ELEMENTS (here); i++)
    g_assert_false (has_file (store->folder, here[i]));
  for (guint i = 0; i < G_N_ELEMENTS (there); i++)
    g_assert_false (has_file (folder, there[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_true (has_file (store->folder, others[i]));
      g_assert_true (has_file (folder, others[i]));
    }
  g_assert_true (has_file (store->folder, "test.db.new-" ID "-wal"));
  g_assert_true (has_file (folder, "test-20260102-030405-import.db.new-" ID));
}

static void
test_due (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = NULL;
  g_autofree char *path = NULL;
  gboolean due = FALSE;

  g_assert_true (cnscd_backup_is_due (store->database, &due, NULL));
  g_assert_true (due);
  path = rotate (store, "exit");
  g_assert_true (cnscd_backup_is_due (store->database, &due, NULL));
  g_assert_false (due);
  cnscd_test_store_reopen (store);
  g_assert_true (cnscd_backup_is_due (store->database, &due, NULL));
  g_assert_false (due);

  hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_assert_true (cnscd_backup_is_due (store->database, &due, NULL));
  g_assert_true (due);
  g_free (path);
  path = rotate (store, "exit");
  g_unlink (path);
  g_assert_true (cnscd_backup_is_due (store->database, &due, NULL));
  g_assert_true (due);
}

static gint64
tell_time (void)
{
  return G_GINT64_CONSTANT (1795717800) * G_USEC_PER_SEC; /* 2026-11-26T18:30Z */
}

/* By Vietnam's clock, wherever the computer believes to be. */
static void
test_time (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  cnscd_clock_set_source (tell_time);
  path = rotate (store, "exit");
  cnscd_clock_set_source (NULL);
  name = g_path_get_basename (path);
  g_assert_nonnull (strstr (name, "-20261127-013000-"));

  backups = cnscd_backup_list (store->database);
  g_assert_cmpint (((CnscdBackup *) backups->pdata[0])->at, ==, 1795717800);
}

static char *
dup_chosen_folder (CnscdTestStore *store)
{
  char *folder = g_build_filename (store->folder, "stick", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  return folder;
}

/* On a memory stick, where those of other computers lie, too. */
static void
test_chosen_folder (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autofree char *folder = dup_chosen_folder (store);
  g_autofree char *beside = cnscd_backup_dup_folder (store->path);
  g_autofree char *foreign =
    g_build_filename (folder, "test-0123abcd-20200102-030405-exit.db", NULL);
  g_autofree char *plain = g_build_filename (folder, "test-20200102-030405-exit.db", NULL);
  g_autofree char *before = rotate (store, "exit");
  g_autoptr (GPtrArray) backups = NULL;
  const CnscdBackup *newest;

  g_assert_true (g_file_set_contents (foreign, "another computer's", -1, NULL));
  g_assert_true (g_file_set_contents (plain, "another computer's", -1, NULL));
  cnscd_backup_set_folder (store->database, folder);
  for (guint i = 0; i < CNSCD_BACKUP_KEEP + 2; i++)
    {
      g_autofree char *path = rotate (store, "manual");
      g_autofree char *parent = g_path_get_dirname (path);

      g_assert_cmpstr (parent, ==, folder);
      g_assert_null (cnscd_backup_get_missed_folder (store->database));
    }
  g_assert_cmpuint (count_files (folder, ""), ==, CNSCD_BACKUP_KEEP + 2);
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (plain, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (beside, ""), ==, 1);

  /* Its own, of both places, and no others. */
  backups = cnscd_backup_list (store->database);
  g_assert_cmpuint (backups->len, ==, CNSCD_BACKUP_KEEP + 1);
  newest = backups->pdata[0];
  g_assert_cmpstr (newest->reason, ==, "manual");
  g_assert_cmpint (newest->size, >, 4096);
  g_assert_cmpint (ABS (newest->at - g_get_real_time () / G_USEC_PER_SEC), <, 3600);
}

/* Pulled out: there is a backup all the same, and somebody is told. */
static void
test_missing_folder (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autofree char *folder = dup_chosen_folder (store);
  g_autofree char *beside = cnscd_backup_dup_folder (store->path);
  g_autofree char *first = NULL;
  g_autofree char *parent = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;
  gboolean due = TRUE;

  g_assert_true (cnscd_backup_check_folder (folder, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (folder, ""), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_false (cnscd_backup_check_folder (folder, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (cnscd_backup_check_folder ("/proc", &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED);

  cnscd_backup_set_folder (store->database, folder);
  first = rotate (store, "exit");
  parent = g_path_get_dirname (first);
  g_assert_cmpstr (parent, ==, beside);
  g_assert_cmpstr (cnscd_backup_get_missed_folder (store->database), ==, folder);
  /* Nothing is mounted there, so nothing is made there. */
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_true (cnscd_backup_is_due (store->database, &due, NULL));
  g_assert_false (due);

  /* And back again. */
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (cnscd_backup_is_due (store->database, &due, NULL));
  g_assert_true (due);
  second = rotate (store, "exit");
  g_assert_true (g_str_has_prefix (second, folder));
  g_assert_null (cnscd_backup_get_missed_folder (store->database));
  g_assert_true (cnscd_backup_is_due (store->database, &due, NULL));
  g_assert_false (due);
}

static void
test_in_transaction (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autofree char *folder = cnscd_backup_dup_folder (store->path);
  g_autoptr (GError) error = NULL;

  g_assert_true (cnscd_database_begin (store->database, NULL));
  g_assert_null (cnscd_backup_rotate (store->database, "import", &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_BUSY);
  cnscd_database_rollback (store->database);
  g_assert_cmpuint (count_files (folder, ""), ==, 0);
}

static void
test_write (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autofree char *path = g_build_filename (store->folder, "copy.db", NULL);
  g_autofree char *sheet = g_build_filename (store->folder, "roster.csv", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (cnscd_backup_write (store->database, path, &error));
  g_assert_no_error (error);
  g_assert_true (cnscd_backup_write (store->database, path, &error));
  g_assert_no_error (error);

  /* Not over the database, nor over anybody's spreadsheet. */
  g_assert_false (cnscd_backup_write (store->database, store->path, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (sheet, "a;b", -1, NULL));
  g_assert_false (cnscd_backup_write (store->database, sheet, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FOREIGN);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (sheet, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "a;b");

  g_assert_false (cnscd_backup_write (store->database, "/proc/copy.db", &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED);
}

static void
test_compare (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) same = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autoptr (CnscdHamlet) changed = cnscd_test_store_add_hamlet (store, "Bắc Phong");
  g_autoptr (CnscdHamlet) deleted = cnscd_test_store_add_hamlet (store, "Cây Thị");
  g_autofree char *path = rotate (store, "exit");
  g_autoptr (CnscdHamlet) added = cnscd_test_store_add_hamlet (store, "Dốc Đỏ");
  g_autoptr (CnscdHamlet) more = cnscd_test_store_add_hamlet (store, "Yên Thái");
  g_autoptr (GArray) counts = NULL;
  g_autoptr (GError) error = NULL;
  guint n_kinds = 0;

  cnscd_record_set (changed, note, "mới");
  cnscd_test_store_put (store, changed);
  g_assert_true (
    cnscd_record_store_delete (store->database, &CNSCD_KIND_HAMLET, deleted->record.id, NULL));

  counts = cnscd_backup_compare (store->database, path, NULL, &error);
  g_assert_no_error (error);
  while (CNSCD_KINDS[n_kinds] != NULL)
    n_kinds++;
  g_assert_cmpuint (counts->len, ==, n_kinds + 1);
  for (guint i = 0; i < n_kinds; i++)
    {
      const CnscdRestoreCount *count = &g_array_index (counts, CnscdRestoreCount, i);
      gboolean hamlets = g_str_equal (count->kind, "hamlet");

      if (cnscd_kind_from_name (count->kind)->catalog)
        g_assert_cmpint (count->n_here, ==, count->n_there);
      else
        {
          g_assert_cmpint (count->n_here, ==, hamlets ? 4 : 0);
          g_assert_cmpint (count->n_there, ==, hamlets ? 3 : 0);
        }
      g_assert_cmpint (count->n_added, ==, hamlets ? 1 : 0);
      g_assert_cmpint (count->n_removed, ==, hamlets ? 2 : 0);
      g_assert_cmpint (count->n_changed, ==, hamlets ? 1 : 0);
      g_assert_cmpstr (count->names, ==,
                       hamlets ? "xóm Yên Thái, xóm Dốc Đỏ, xóm Bắc Phong" : NULL);
    }

  /* Comparing changes nothing, and the store works on. */
  assert_hamlets (store, "Ba Nhất,Bắc Phong,Dốc Đỏ,Yên Thái");
  cnscd_test_store_put (store, deleted);
}

/* What is in the catalogue, and what was decided without a record. */
static void
test_compare_more (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autofree char *path = rotate (store, "exit");
  g_autoptr (CnscdHoliday) holiday = cnscd_record_new (&CNSCD_KIND_HOLIDAY, CNSCD_TEST_UNIT);
  g_autoptr (GArray) counts = NULL;
  g_autoptr (GError) error = NULL;
  guint n_found = 0;

  cnscd_record_set (holiday, name, "Ngày hội xã");
  holiday->first_day = CNSCD_DATE (2026, 11, 18);
  holiday->last_day = holiday->first_day;
  cnscd_test_store_put (store, holiday);
  g_assert_true (cnscd_database_set_setting (store->database, "distinct:a b", "1", &error));
  g_assert_no_error (error);

  counts = cnscd_backup_compare (store->database, path, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < counts->len; i++)
    {
      const CnscdRestoreCount *count = &g_array_index (counts, CnscdRestoreCount, i);
      gboolean is_holiday = g_str_equal (count->kind, "holiday");

      if (!is_holiday && !g_str_equal (count->kind, CNSCD_RESTORE_KIND_SETTING))
        continue;
      g_assert_cmpint (count->n_removed, ==, 1);
      g_assert_cmpstr (count->names, ==, is_holiday ? "Ngày hội xã" : NULL);
      n_found++;
    }
  g_assert_cmpuint (n_found, ==, 2);
}

/* Whose backup it is, is not whose database this has become. */
static void
test_compare_office (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdOffice) office = cnscd_office_new ();
  g_autoptr (CnscdOffice) theirs = NULL;
  g_autoptr (GArray) counts = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  office->unit = g_strdup ("05533");
  office->unit_chosen = TRUE;
  g_assert_true (cnscd_office_save (store->database, office, &error));
  g_assert_no_error (error);
  path = rotate (store, "exit");
  g_free (office->unit);
  office->unit = g_strdup ("05716");
  g_assert_true (cnscd_office_save (store->database, office, &error));

  counts = cnscd_backup_compare (store->database, path, &theirs, &error);
  g_assert_no_error (error);
  g_assert_nonnull (counts);
  g_assert_cmpstr (theirs->unit, ==, "05533");
  g_assert_true (theirs->unit_chosen);
}

static void
test_restore (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) before = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autofree char *path = g_build_filename (store->folder, "copy.db", NULL);
  g_autofree char *folder = cnscd_backup_dup_folder (store->path);
  g_autoptr (CnscdHamlet) after = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *again = NULL;
  gsize length = 0;
  gsize length_again = 0;

  g_assert_true (cnscd_backup_write (store->database, path, NULL));
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  after = cnscd_test_store_add_hamlet (store, "Dốc Đỏ");

  /* Others have it open, and see the change. */
  g_assert_true (cnscd_backup_restore (store->path, path, &error));
  g_assert_no_error (error);
  list = cnscd_record_store_list (store->database, &CNSCD_KIND_HAMLET, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  cnscd_test_store_put (store, after);
  assert_hamlets (store, "Ba Nhất,Dốc Đỏ");

  /* What was there went into a backup of its own; the backup is as it was. */
  g_assert_cmpuint (count_files (folder, "-restore.db"), ==, 1);
  g_assert_true (g_file_get_contents (path, &again, &length_again, NULL));
  g_assert_cmpmem (contents, length, again, length_again);

  cnscd_test_store_reopen (store);
  assert_hamlets (store, "Ba Nhất,Dốc Đỏ");
}

static void
test_restore_nothing_there (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autofree char *path = rotate (store, "exit");
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&store->database, cnscd_database_close);
  g_unlink (store->path);
  g_assert_true (cnscd_backup_restore (store->path, path, &error));
  g_assert_no_error (error);
  cnscd_test_store_reopen (store);
  assert_hamlets (store, "Ba Nhất");
}

/* The program was killed, and the database taken away without its WAL. */
static void
test_restore_beside_old_wal (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autofree char *path = rotate (store, "exit");
  g_autofree char *folder = cnscd_backup_dup_folder (store->path);
  g_autofree char *wal = g_strconcat (store->path, "-wal", NULL);
  g_autoptr (CnscdHamlet) later = cnscd_test_store_add_hamlet (store, "Dốc Đỏ");
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (wal, &contents, &length, NULL));
  g_clear_pointer (&store->database, cnscd_database_close);
  g_unlink (store->path);
  g_assert_true (g_file_set_contents (wal, contents, (gssize) length, NULL));

  g_assert_true (cnscd_backup_restore (store->path, path, &error));
  g_assert_no_error (error);
  cnscd_test_store_reopen (store);
  assert_hamlets (store, "Ba Nhất");
  g_assert_true (cnscd_database_check (store->database, TRUE, &problems, NULL));
  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_cmpuint (count_files (folder, "-wal"), ==, 1);
}

/* The same for a backup that takes the place of an older one. */
static void
test_write_beside_old_wal (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  CnscdTestStore copy = { .folder = store->folder };
  g_autofree char *path = copy.path = g_build_filename (store->folder, "copy.db", NULL);
  g_autofree char *wal = g_strconcat (store->path, "-wal", NULL);
  g_autofree char *copy_wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *contents = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (wal, &contents, &length, NULL));
  cnscd_test_store_reopen (store);
  g_assert_true (
    cnscd_record_store_delete (store->database, &CNSCD_KIND_HAMLET, hamlet->record.id, NULL));
  g_assert_true (g_file_set_contents (copy_wal, contents, (gssize) length, NULL));

  g_assert_true (cnscd_backup_write (store->database, path, NULL));
  g_assert_false (g_file_test (copy_wal, G_FILE_TEST_EXISTS));
  assert_hamlets (&copy, "NULL");
}

static void
test_restore_over_damage (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autofree char *path = rotate (store, "exit");
  g_autofree char *folder = cnscd_backup_dup_folder (store->path);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&store->database, cnscd_database_close);
  g_assert_cmpint (truncate (store->path, 20000), ==, 0);
  g_assert_true (cnscd_backup_restore (store->path, path, &error));
  g_assert_no_error (error);
  cnscd_test_store_reopen (store);
  assert_hamlets (store, "Ba Nhất");
  /* The damaged one is kept: one more file beside the backup. */
  g_assert_cmpuint (count_files (folder, ""), ==, 2);
}

/* Whoever writes all the time: that nothing was copied must not pass for a restore. */
static void
test_restore_while_written (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autofree char *path = rotate (store, "exit");
  g_autoptr (CnscdHamlet) later = cnscd_test_store_add_hamlet (store, "Dốc Đỏ");
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  g_assert_true (cnscd_database_begin (store->database, NULL));
  g_assert_false (cnscd_backup_restore (store->path, path, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_BUSY);
  cnscd_database_rollback (store->database);
  assert_hamlets (store, "Ba Nhất,Dốc Đỏ");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 30 * G_USEC_PER_SEC);
}

static void
assert_restore_refused (CnscdTestStore *store, const char *backup, CnscdStoreError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = NULL;

  g_assert_false (cnscd_backup_restore (store->path, backup, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, (int) code);
  g_clear_error (&error);
  counts = cnscd_backup_compare (store->database, backup, NULL, &error);
  g_assert_null (counts);
  g_assert_error (error, CNSCD_STORE_ERROR, (int) code);
  assert_hamlets (store, "Ba Nhất");
}

static void
test_restore_refused (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  CnscdTestStore bad = { .folder = store->folder };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = bad.path = g_build_filename (store->folder, "copy.db", NULL);

  assert_restore_refused (store, path, CNSCD_STORE_ERROR_NOT_FOUND);

  g_assert_true (g_file_set_contents (path, "Họ và tên", -1, NULL));
  assert_restore_refused (store, path, CNSCD_STORE_ERROR_FOREIGN);

  g_unlink (path);
  g_assert_true (cnscd_backup_write (store->database, path, NULL));
  cnscd_test_store_exec (&bad, "PRAGMA user_version = 99");
  assert_restore_refused (store, path, CNSCD_STORE_ERROR_NEWER);

  g_assert_true (cnscd_backup_write (store->database, path, NULL));
  g_assert_cmpint (truncate (path, 20000), ==, 0);
  assert_restore_refused (store, path, CNSCD_STORE_ERROR_DAMAGED);

  /* What SQLite's quick_check does not see. */
  g_assert_true (cnscd_backup_write (store->database, path, NULL));
  cnscd_test_store_exec (&bad, "PRAGMA foreign_keys = OFF; UPDATE hamlet SET unit = '99999'");
  assert_restore_refused (store, path, CNSCD_STORE_ERROR_DAMAGED);
  for (guint i = 0; i < 3; i++)
    {
      const char *const drops[] = { "DROP TABLE audit", "DROP INDEX team_by_hamlet",
                                    "CREATE TRIGGER t AFTER INSERT ON hamlet BEGIN"
                                    " DELETE FROM person; END" };

      g_assert_true (cnscd_backup_write (store->database, path, NULL));
      cnscd_test_store_exec (&bad, drops[i]);
      assert_restore_refused (store, path, CNSCD_STORE_ERROR_DAMAGED);
    }

  g_assert_false (cnscd_backup_restore (store->path, store->path, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID);
}

/* Whoever lacks a table gets a whole database back all the same. */
static void
test_restore_over_missing_table (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autofree char *path = rotate (store, "exit");
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&store->database, cnscd_database_close);
  cnscd_test_store_exec (store, "DROP TABLE audit");
  g_assert_null (cnscd_database_open (store->path, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_true (cnscd_backup_restore (store->path, path, &error));
  g_assert_no_error (error);
  cnscd_test_store_reopen (store);
  assert_hamlets (store, "Ba Nhất");
}

/* Who exported and printed since the backup stays known. */
static void
test_restore_keeps_log (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autofree char *path = NULL;
  g_autofree char *log = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (cnscd_audit_add (store->database, "import", "roster", "a.xlsx", 3, &error));
  path = rotate (store, "exit");
  g_assert_true (cnscd_audit_add (store->database, "print", "roster", "b.pdf", 2, &error));
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (cnscd_backup_restore (store->path, path, &error));
      g_assert_no_error (error);
    }
  log = cnscd_test_store_query (store, "SELECT group_concat (detail || n_people, ' ' ORDER BY seq)"
                                       " FROM audit");
  g_assert_cmpstr (log, ==, "a.xlsx3 b.pdf2");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/backup/rotate", test_rotate);
  g_test_add_func ("/store/backup/leftovers", test_leftovers);
  g_test_add_func ("/store/backup/due", test_due);
  g_test_add_func ("/store/backup/time", test_time);
  g_test_add_func ("/store/backup/chosen-folder", test_chosen_folder);
  g_test_add_func ("/store/backup/missing-folder", test_missing_folder);
  g_test_add_func ("/store/backup/in-transaction", test_in_transaction);
  g_test_add_func ("/store/backup/write", test_write);
  g_test_add_func ("/store/backup/compare", test_compare);
  g_test_add_func ("/store/backup/compare-more", test_compare_more);
  g_test_add_func ("/store/backup/compare-office", test_compare_office);
  g_test_add_func ("/store/backup/restore", test_restore);
  g_test_add_func ("/store/backup/restore-nothing-there", test_restore_nothing_there);
  g_test_add_func ("/store/backup/restore-beside-old-wal", test_restore_beside_old_wal);
  g_test_add_func ("/store/backup/write-beside-old-wal", test_write_beside_old_wal);
  g_test_add_func ("/store/backup/restore-over-damage", test_restore_over_damage);
  g_test_add_func ("/store/backup/restore-while-written", test_restore_while_written);
  g_test_add_func ("/store/backup/restore-refused", test_restore_refused);
  g_test_add_func ("/store/backup/restore-over-missing-table", test_restore_over_missing_table);
  g_test_add_func ("/store/backup/restore-keeps-log", test_restore_keeps_log);

  return g_test_run ();
}
