/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-program.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "store/cnscd-audit.h"
#include "store/cnscd-members.h"
#include "store/cnscd-record-store.h"

static char *
print_members (const Place *place)
{
  g_autoptr (Outcome) outcome = run_program (place, "list", "members", "--json", NULL);

  g_assert_cmpint (outcome->status, ==, 0);
  return g_steal_pointer (&outcome->out);
}

/* From here on nothing can be written into the log: its numbers are used up. */
static void
forbid_entries (const Place *place)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (place->database, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle,
                                 "INSERT INTO audit (seq, at, who, action, subject, n_people)"
                                 " VALUES (9223372036854775807, 0, '', '', '', 0)",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static void
assert_newest_entry (const char *database_path,
                     const char *action,
                     const char *subject,
                     const char *detail,
                     gint64 n_people)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (database_path, &error);
  g_autoptr (GPtrArray) entries = NULL;
  const CnscdAuditEntry *entry;

  g_assert_no_error (error);
  entries = cnscd_audit_list (database, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  entry = entries->pdata[0];
  g_assert_cmpstr (entry->action, ==, action);
  g_assert_cmpstr (entry->subject, ==, subject);
  g_assert_cmpstr (entry->detail, ==, detail);
  g_assert_cmpint (entry->n_people, ==, n_people);
}

static void
test_demo (void)
{
  g_auto (Place) first = { 0 };
  g_auto (Place) again = { 0 };
  g_auto (Place) other = { 0 };
  g_autofree char *first_members = NULL;
  g_autofree char *again_members = NULL;
  g_autofree char *other_members = NULL;

  place_init (&first);
  place_init (&again);
  place_init (&other);
  run_well (&first, "demo", "--seed", "5", NULL);
  run_well (&again, "demo", "--seed", "5", NULL);
  run_well (&other, "demo", "--seed", "6", NULL);
  first_members = print_members (&first);
  again_members = print_members (&again);
  other_members = print_members (&other);
  g_assert_cmpstr (first_members, ==, again_members);
  g_assert_cmpstr (first_members, !=, other_members);
}

static void
test_province (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (JsonNode) units = NULL;
  g_autoptr (JsonNode) teams = NULL;
  g_autoptr (JsonNode) members = NULL;
  g_autoptr (JsonNode) check = NULL;
  g_autoptr (GHashTable) filled = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *array;

  place_init (&place);
  run_well (&place, "demo", "--scale", "province", "--today", "2026-11-27", NULL);
  units = run_json (&place, "list", "units", "--json", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (units)), ==, 92);

  teams = run_json (&place, "list", "teams", "--json", NULL);
  array = json_node_get_array (teams);
  g_assert_cmpuint (json_array_get_length (array), ==, 2255);
  for (guint i = 0; i < json_array_get_length (array); i++)
    g_hash_table_add (filled, (char *) json_object_get_string_member (
                                json_array_get_object_element (array, i), "unit"));
  g_assert_cmpuint (g_hash_table_size (filled), ==, 92);

  members = run_json (&place, "list", "members", "--json", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (members)), ==, 15000);

  check = run_json (&place, "check", "--json", NULL);
  g_assert_true (json_object_get_boolean_member (json_node_get_object (check), "ok"));
}

/* However much is wrong, the check says so: in words, in JSON and in its status. */
static void
test_many_problems (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (Outcome) outcome = NULL;
  g_autoptr (JsonNode) root = NULL;
  JsonObject *answer;
  sqlite3 *handle = NULL;

  place_init (&place);
  run_well (&place, "demo", NULL);
  g_assert_cmpint (sqlite3_open (place.database, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle,
                                 "PRAGMA foreign_keys = OFF; DELETE FROM person WHERE nr <= 150",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (handle);

  outcome = run_program (&place, "check", "--json", NULL);
  g_assert_cmpint (outcome->status, ==, 1);
  root = json_from_string (outcome->out, NULL);
  g_assert_nonnull (root);
  answer = json_node_get_object (root);
  g_assert_false (json_object_get_boolean_member (answer, "ok"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "problems")), >=,
                    100);
  g_assert_true (json_object_get_boolean_member (answer, "more"));
}

/* Who is in a team twice is no damage: a backup is of no use. */
static void
test_twice (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (Outcome) outcome = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (Outcome) text = NULL;
  JsonObject *answer;
  sqlite3 *handle = NULL;
  g_autofree char *sample = sample_path ("roster-annex.xlsx");

  place_init (&place);
  run_well (&place, "import", sample, NULL);
  g_assert_cmpint (sqlite3_open (place.database, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle,
                                 "UPDATE membership SET person = (SELECT m.person FROM membership m"
                                 " WHERE m.team = membership.team ORDER BY nr LIMIT 1)"
                                 " WHERE nr = (SELECT max (nr) FROM membership)",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (handle);

  outcome = run_program (&place, "check", "--json", NULL);
  g_assert_cmpint (outcome->status, ==, 1);
  root = json_from_string (outcome->out, NULL);
  answer = json_node_get_object (root);
  g_assert_false (json_object_get_boolean_member (answer, "ok"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (answer, "problems")), ==,
                    1);
  text = run_program (&place, "check", NULL);
  g_assert_nonnull (strstr (text->out, "twice at the same time"));
  g_assert_nonnull (strstr (text->err, "End or delete"));
  g_assert_null (strstr (text->err, "restore"));
}

/* One that cannot even be opened is told of in the same shape. */
static void
test_check_unopenable (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (Outcome) outcome = NULL;
  g_autoptr (JsonNode) root = NULL;
  sqlite3 *handle = NULL;

  place_init (&place);
  run_well (&place, "demo", NULL);
  g_assert_cmpint (sqlite3_open (place.database, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "DROP TABLE audit", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);

  outcome = run_program (&place, "check", "--json", NULL);
  g_assert_cmpint (outcome->status, ==, 1);
  root = json_from_string (outcome->out, NULL);
  g_assert_nonnull (root);
  g_assert_false (json_object_get_boolean_member (json_node_get_object (root), "ok"));
}

static void
test_backup (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *backup = NULL;
  g_autofree char *sample = sample_path ("roster-annex.xlsx");
  g_autofree char *before = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *still = NULL;
  g_autofree char *after = NULL;
  g_autoptr (JsonNode) dry = NULL;
  g_autoptr (JsonNode) done = NULL;

  place_init (&place);
  backup = place_path (&place, "copy.db");
  run_well (&place, "demo", NULL);
  before = print_members (&place);
  run_well (&place, "backup", backup, NULL);

  run_well (&place, "import", sample, NULL);
  changed = print_members (&place);
  g_assert_cmpstr (changed, !=, before);

  dry = run_json (&place, "restore", backup, "--dry-run", "--json", NULL);
  g_assert_false (json_object_get_boolean_member (json_node_get_object (dry), "restored"));
  still = print_members (&place);
  g_assert_cmpstr (still, ==, changed);

  done = run_json (&place, "restore", backup, "--yes", "--json", NULL);
  g_assert_true (json_object_get_boolean_member (json_node_get_object (done), "restored"));
  g_assert_cmpuint (
    json_array_get_length (json_object_get_array_member (json_node_get_object (done), "changes")),
    >, 0);
  after = print_members (&place);
  g_assert_cmpstr (after, ==, before);
}

/* The backup of another commune is most likely the wrong one: it is named. */
static void
test_restore_other_commune (void)
{
  g_auto (Place) place = { 0 };
  g_auto (Place) other = { 0 };
  g_autofree char *backup = NULL;
  g_autofree char *own = NULL;
  g_autoptr (Outcome) outcome = NULL;
  g_autoptr (Outcome) same = NULL;
  g_autoptr (JsonNode) root = NULL;

  place_init (&place);
  place_init (&other);
  run_well (&place, "demo", NULL);
  run_well (&other, "demo", "--unit", "05533", NULL);
  backup = place_path (&other, "copy.db");
  run_well (&other, "backup", backup, NULL);
  own = place_path (&place, "own.db");
  run_well (&place, "backup", own, NULL);

  outcome = run_program (&place, "restore", backup, "--dry-run", NULL);
  g_assert_nonnull (strstr (
    outcome->out, "It is a backup of phường Bá Xuyên; the database here is of xã Võ Nhai.\n"));
  root = run_json (&place, "restore", backup, "--dry-run", "--json", NULL);
  g_assert_nonnull (
    strstr (json_object_get_string_member (json_node_get_object (root), "warning"), "Bá Xuyên"));
  same = run_program (&place, "restore", own, "--dry-run", NULL);
  g_assert_null (strstr (same->out, "It is a backup of"));
}

static void
test_restore_over_damage (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *backup = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (Outcome) check = NULL;
  g_autoptr (GError) error = NULL;
  gsize size = 0;

  place_init (&place);
  backup = place_path (&place, "copy.db");
  run_well (&place, "demo", NULL);
  before = print_members (&place);
  run_well (&place, "backup", backup, NULL);

  /* The head of the file still says whose it is; the rest is rubbish. */
  g_assert_true (g_file_get_contents (place.database, &bytes, &size, NULL));
  g_assert_cmpuint (size, >, 16384);
  memset (bytes + 4096, 0x5a, size - 4096);
  g_file_set_contents (place.database, bytes, (gssize) size, &error);
  g_assert_no_error (error);

  check = run_program (&place, "check", NULL);
  g_assert_cmpint (check->status, ==, 1);
  g_assert_true (g_str_has_prefix (check->err, "cnscd: "));
  run_badly (&place, 1, "list", "members", NULL);

  run_well (&place, "restore", backup, "--yes", NULL);
  after = print_members (&place);
  g_assert_cmpstr (after, ==, before);
}

static void
test_restore_refuses (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *letter = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  place_init (&place);
  letter = place_path (&place, "letter.txt");
  run_well (&place, "demo", NULL);
  before = print_members (&place);
  g_file_set_contents (letter, "Kính gửi: Sở Khoa học và Công nghệ\n", -1, &error);
  g_assert_no_error (error);
  run_badly (&place, 1, "restore", letter, "--yes", NULL);
  after = print_members (&place);
  g_assert_cmpstr (after, ==, before);
}

static void
test_print (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *all = NULL;
  g_autofree char *one = NULL;
  g_autofree char *wide = NULL;
  g_autofree char *sample = sample_path ("roster-annex.xlsx");
  g_autoptr (JsonNode) teams = NULL;
  const char *team;
  GStatBuf all_stat;
  GStatBuf one_stat;

  place_init (&place);
  all = place_path (&place, "all.pdf");
  one = place_path (&place, "one.pdf");
  wide = place_path (&place, "wide.pdf");
  run_well (&place, "import", sample, "--unit", "05716", NULL);
  teams = run_json (&place, "list", "teams", "--json", NULL);
  team = json_object_get_string_member (
    json_array_get_object_element (json_node_get_array (teams), 0), "id");

  run_well (&place, "print", "roster", "--output", all, NULL);
  run_well (&place, "print", "roster", "--team", team, "--output", one, NULL);
  run_well (&place, "print", "roster", "--landscape", "--phones", "--output", wide, NULL);
  assert_is_pdf (all);
  assert_is_pdf (one);
  assert_is_pdf (wide);
  g_assert_cmpint (g_stat (all, &all_stat), ==, 0);
  g_assert_cmpint (g_stat (one, &one_stat), ==, 0);
  g_assert_cmpint (all_stat.st_size, >, one_stat.st_size);

  /* Who is not in the preferences signs nothing. */
  run_badly (&place, 1, "print", "roster", "--signer", "Ai đó", "--output", all, NULL);
}

/* A file from before stays where the log takes no entry, and no new one comes to be. */
static void
test_print_without_entry (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *fresh = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  place_init (&place);
  before = place_path (&place, "before.pdf");
  fresh = place_path (&place, "fresh.pdf");
  run_well (&place, "demo", NULL);
  g_assert_true (g_file_set_contents (before, "last month's roster", -1, &error));
  g_assert_no_error (error);

  forbid_entries (&place);
  run_badly (&place, 1, "print", "roster", "--output", before, NULL);
  run_badly (&place, 1, "print", "roster", "--output", fresh, NULL);
  g_assert_true (g_file_get_contents (before, &contents, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==, "last month's roster");
  g_assert_false (g_file_test (fresh, G_FILE_TEST_EXISTS));
}

/* A refused import into a file that did not exist leaves none. */
static void
test_refused_import (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *letter = NULL;
  g_autofree char *sample = sample_path ("roster-annex.xlsx");
  g_autoptr (GError) error = NULL;

  place_init (&place);
  letter = place_path (&place, "letter.csv");
  g_file_set_contents (letter, "a,b\n1,2\n", -1, &error);
  g_assert_no_error (error);
  run_badly (&place, 1, "import", letter, NULL);
  g_assert_false (g_file_test (place.database, G_FILE_TEST_EXISTS));
  run_badly (&place, 1, "import", "--unit", "99999", sample, NULL);
  g_assert_false (g_file_test (place.database, G_FILE_TEST_EXISTS));
  run_badly (&place, 1, "demo", "--unit", "99999", NULL);
  g_assert_false (g_file_test (place.database, G_FILE_TEST_EXISTS));

  /* One that was there stays. */
  run_well (&place, "import", sample, NULL);
  run_badly (&place, 1, "import", letter, NULL);
  g_assert_true (g_file_test (place.database, G_FILE_TEST_EXISTS));
}

static void
test_backup_entry (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *backup = NULL;
  g_autofree char *other = NULL;
  g_autofree char *sample = sample_path ("roster-annex.xlsx");

  place_init (&place);
  backup = place_path (&place, "copy.db");
  other = place_path (&place, "other.db");
  run_well (&place, "import", sample, NULL);
  run_well (&place, "backup", backup, NULL);
  assert_newest_entry (place.database, "export", "backup", "copy.db", 252);
  assert_newest_entry (backup, "export", "backup", "copy.db", 252);

  run_badly (&place, 1, "backup", place.database, NULL);

  forbid_entries (&place);
  run_badly (&place, 1, "backup", other, NULL);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
}

static void
edit_somebody (const Place *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (place->database, &error);
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (CnscdPerson) person = NULL;
  const CnscdMember *member;

  g_assert_no_error (error);
  members = cnscd_members_list (database, &(CnscdMemberQuery) { 0 }, &error);
  g_assert_no_error (error);
  member = members->pdata[0];
  person = cnscd_record_store_get (database, &CNSCD_KIND_PERSON, member->person, &error);
  g_assert_no_error (error);
  g_set_str (&person->phone, "0912345678");
  g_assert_true (cnscd_record_store_put (database, person, &error));
  g_assert_no_error (error);
}

/* Somebody edited after an import stays, and it is said. */
static void
test_undo_keeps (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *sample = sample_path ("roster-annex.xlsx");
  g_autofree char *left = NULL;
  g_autoptr (Outcome) kept = NULL;
  g_autoptr (Outcome) all = NULL;

  place_init (&place);
  run_well (&place, "import", sample, NULL);
  edit_somebody (&place);
  kept = run_program (&place, "undo-import", NULL);
  g_assert_cmpint (kept->status, ==, 0);
  g_assert_nonnull (strstr (kept->out, "Kept: "));
  left = print_members (&place);
  g_assert_nonnull (strstr (left, "0912345678"));

  run_well (&place, "import", sample, NULL);
  all = run_program (&place, "undo-import", NULL);
  g_assert_cmpint (all->status, ==, 0);
  g_assert_null (strstr (all->out, "Kept: "));
}

/* As a file dialog does with each file of the folder that it shows. */
static void
look_into (const Place *place, const char *ending)
{
  g_autofree char *name = g_strconcat (place->database, ending, NULL);
  g_autofree char *bytes = NULL;

  g_assert_true (g_file_get_contents (name, &bytes, NULL, NULL));
}

static gboolean
put_hamlet (CnscdDatabase *database, const char *name, GError **error)
{
  g_autoptr (CnscdHamlet) hamlet = cnscd_record_new (&CNSCD_KIND_HAMLET, "05716");

  cnscd_record_set (hamlet, name, name);
  return cnscd_record_store_put (database, hamlet, error);
}

/* On a disc, or on a share without write access: it is read, and nothing leaves it unlogged. */
static void
test_read_only (void)
{
  g_auto (Place) place = { 0 };
  g_auto (Place) elsewhere = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *pdf = NULL;
  g_autofree char *csv = NULL;
  g_autoptr (Outcome) outcome = NULL;

  place_init (&place);
  place_init (&elsewhere);
  pdf = place_path (&elsewhere, "roster.pdf");
  csv = place_path (&elsewhere, "members.csv");
  run_well (&place, "demo", "--unit", "05716", NULL);
  before = print_members (&place);
  if (!place_make_read_only (&place))
    return;

  after = print_members (&place);
  g_assert_cmpstr (after, ==, before);
  run_well (&place, "list", "hamlets", NULL);
  run_well (&place, "check", NULL);

  outcome = run_program (&place, "print", "roster", "--output", pdf, NULL);
  g_assert_cmpint (outcome->status, ==, 1);
  g_assert_nonnull (strstr (outcome->err, "has to be recorded in its log"));
  g_assert_false (g_file_test (pdf, G_FILE_TEST_EXISTS));
  run_badly (&place, 1, "export", "members", "--output", csv, NULL);
  g_assert_false (g_file_test (csv, G_FILE_TEST_EXISTS));
  run_badly (&place, 1, "undo-import", NULL);
}

/* What was written last stands in a WAL that nobody can carry over: read with it, or not at all. */
static void
test_read_only_wal (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CnscdDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (Outcome) outcome = NULL;

  place_init (&place);
  run_well (&place, "demo", "--unit", "05716", NULL);
  database = cnscd_database_open (place.database, &error);
  g_assert_no_error (error);
  g_assert_true (put_hamlet (database, "Mới Nhất", &error));
  if (!place_make_read_only (&place))
    return;

  outcome = run_program (&place, "list", "hamlets", NULL);
  g_assert_cmpstr (outcome->err, ==, "");
  g_assert_nonnull (strstr (outcome->out, "Mới Nhất"));
}

/* A hamlet that is no more says so. */
static void
test_former_hamlet (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CnscdDatabase) database = NULL;
  g_autoptr (CnscdHamlet) hamlet = cnscd_record_new (&CNSCD_KIND_HAMLET, "05716");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (Outcome) outcome = NULL;
  JsonObject *object;

  place_init (&place);
  cnscd_record_set (hamlet, name, "Cũ");
  hamlet->valid_from = (CnscdDate) { .year = 2019 };
  hamlet->valid_to = (CnscdDate) { .year = 2024, .month = 12, .day = 31 };
  database = cnscd_database_open (place.database, &error);
  g_assert_no_error (error);
  g_assert_true (cnscd_record_store_put (database, hamlet, &error));
  g_clear_pointer (&database, cnscd_database_close);

  root = run_json (&place, "list", "hamlets", "--json", NULL);
  object = json_array_get_object_element (json_node_get_array (root), 0);
  g_assert_cmpstr (json_object_get_string_member (object, "valid_from"), ==, "2019");
  g_assert_cmpstr (json_object_get_string_member (object, "valid_to"), ==, "2024-12-31");
  outcome = run_program (&place, "list", "hamlets", NULL);
  g_assert_nonnull (strstr (outcome->out, "31/12/2024"));
}

/* A program that lost its locks loses nothing to the next one. */
static void
test_lost_locks (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CnscdDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *wal = NULL;

  place_init (&place);
  run_well (&place, "demo", "--unit", "05716", NULL);
  wal = g_strconcat (place.database, "-wal", NULL);
  database = cnscd_database_open (place.database, &error);
  g_assert_no_error (error);
  g_assert_true (put_hamlet (database, "Một", &error));

  look_into (&place, "");
  look_into (&place, "-shm");
  run_badly (&place, 1, "list", "hamlets", NULL);
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));

  /* With the next change they are there again. */
  g_assert_true (put_hamlet (database, "Hai", &error));
  g_assert_no_error (error);
  run_well (&place, "list", "hamlets", NULL);
  g_assert_true (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_clear_pointer (&database, cnscd_database_close);
  run_well (&place, "check", NULL);
}

/* A program that knows nothing of this took the file over: what it wrote stays as it is. */
static void
test_taken_over (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (CnscdDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  const char *argv[] = { "sqlite3", NULL, "UPDATE hamlet SET note = 'khác'", NULL };
  int status = -1;

  place_init (&place);
  run_well (&place, "demo", "--unit", "05716", NULL);
  database = cnscd_database_open (place.database, &error);
  g_assert_no_error (error);
  g_assert_true (put_hamlet (database, "Một", &error));

  look_into (&place, "");
  look_into (&place, "-shm");
  argv[1] = place.database;
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  g_assert_false (put_hamlet (database, "Hai", &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_BUSY);
  g_clear_pointer (&database, cnscd_database_close);
  run_well (&place, "check", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/demo", test_demo);
  g_test_add_func ("/cli/province", test_province);
  g_test_add_func ("/cli/backup", test_backup);
  g_test_add_func ("/cli/restore-other-commune", test_restore_other_commune);
  g_test_add_func ("/cli/restore-over-damage", test_restore_over_damage);
  g_test_add_func ("/cli/restore-refuses", test_restore_refuses);
  g_test_add_func ("/cli/print", test_print);
  g_test_add_func ("/cli/print-without-entry", test_print_without_entry);
  g_test_add_func ("/cli/backup-entry", test_backup_entry);
  g_test_add_func ("/cli/refused-import", test_refused_import);
  g_test_add_func ("/cli/check-unopenable", test_check_unopenable);
  g_test_add_func ("/cli/many-problems", test_many_problems);
  g_test_add_func ("/cli/twice", test_twice);
  g_test_add_func ("/cli/undo-keeps", test_undo_keeps);
  g_test_add_func ("/cli/read-only", test_read_only);
  g_test_add_func ("/cli/read-only-wal", test_read_only_wal);
  g_test_add_func ("/cli/former-hamlet", test_former_hamlet);
  g_test_add_func ("/cli/lost-locks", test_lost_locks);
  g_test_add_func ("/cli/taken-over", test_taken_over);
  return g_test_run ();
}
