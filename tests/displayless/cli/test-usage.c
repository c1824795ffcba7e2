/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-program.h"

#include <glib/gstdio.h>
#include <unistd.h>

static const char *const command_names[] = { "import", "list",    "print", "export", "undo-import",
                                             "backup", "restore", "check", "lunar",  "demo" };

static void
test_help (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (Outcome) all = NULL;
  g_autoptr (Outcome) version = NULL;
  g_auto (GStrv) left = NULL;

  place_init (&place);
  all = run_program_plain (&place, NULL, (const char *const[]) { "--help", NULL });
  g_assert_cmpint (all->status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (command_names); i++)
    {
      g_autofree char *line = g_strconcat ("cnscd ", command_names[i], NULL);
      g_autoptr (Outcome) one = run_program_plain (
        &place, NULL, (const char *const[]) { command_names[i], "--help", NULL });

      g_assert_nonnull (strstr (all->out, line));
      g_assert_cmpint (one->status, ==, 0);
      g_assert_nonnull (strstr (one->out, line));
      g_assert_nonnull (strstr (one->out, "--database"));
      g_assert_cmpstr (one->err, ==, "");
    }

  version = run_program_plain (&place, NULL, (const char *const[]) { "--version", NULL });
  g_assert_cmpint (version->status, ==, 0);
  g_assert_true (g_str_has_prefix (version->out, "cnscd "));

  /* To ask for help makes no database. */
  left = place_list_files (&place);
  g_assert_cmpuint (g_strv_length (left), ==, 0);
}

static void
test_lunar (void)
{
  static const struct
  {
    const char *date;
    int day;
    int month;
    int year;
    gboolean leap;
  } cases[] = {
    { "2026-02-17", 1, 1, 2026, FALSE }, { "2026-02-16", 29, 12, 2025, FALSE },
    { "1985-01-21", 1, 1, 1985, FALSE }, { "2007-02-17", 1, 1, 2007, FALSE },
    { "2025-08-08", 15, 6, 2025, TRUE },
  };
  g_auto (Place) place = { 0 };
  g_autoptr (Outcome) words = NULL;
  g_auto (GStrv) left = NULL;

  place_init (&place);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) root = run_json (&place, "lunar", cases[i].date, "--json", NULL);
      JsonObject *object = json_node_get_object (root);

      g_assert_cmpint (json_object_get_int_member (object, "day"), ==, cases[i].day);
      g_assert_cmpint (json_object_get_int_member (object, "month"), ==, cases[i].month);
      g_assert_cmpint (json_object_get_int_member (object, "year"), ==, cases[i].year);
      g_assert_cmpint (json_object_get_boolean_member (object, "leap"), ==, cases[i].leap);
      g_assert_cmpuint (json_object_get_size (object), ==, 4);
    }

  words = run_program (&place, "lunar", "26/4/2026", NULL);
  g_assert_cmpint (words->status, ==, 0);
  g_assert_cmpstr (words->out, ==, "ngày 10 tháng 3 âm lịch, năm Bính Ngọ (2026)\n");

  /* Nor does this make a database. */
  left = place_list_files (&place);
  g_assert_cmpuint (g_strv_length (left), ==, 0);
}

static void
test_wrong_usage (void)
{
  g_auto (Place) place = { 0 };
  g_auto (GStrv) left = NULL;

  place_init (&place);
  run_badly (&place, 2, "frobnicate", NULL);
  run_badly (&place, 2, "import", NULL);
  run_badly (&place, 2, "import", "a.csv", "b.csv", NULL);
  run_badly (&place, 2, "import", "--frobnicate", "a.csv", NULL);
  run_badly (&place, 2, "list", NULL);
  run_badly (&place, 2, "list", "frobs", NULL);
  run_badly (&place, 2, "list", "units", "--team", "x", NULL);
  run_badly (&place, 2, "list", "members", "--search", "\377", NULL);
  run_badly (&place, 2, "print", NULL);
  run_badly (&place, 2, "print", "roster", NULL);
  run_badly (&place, 2, "print", "agenda", "--output", "a.pdf", NULL);
  run_badly (&place, 2, "export", "members", NULL);
  run_badly (&place, 2, "export", "frobs", "--output", "a.csv", NULL);
  run_badly (&place, 2, "export", "members", "--output", "a.doc", NULL);
  run_badly (&place, 2, "undo-import", "now", NULL);
  run_badly (&place, 2, "backup", NULL);
  run_badly (&place, 2, "restore", NULL);
  run_badly (&place, 2, "check", "--thoroughly", NULL);
  run_badly (&place, 2, "lunar", NULL);
  run_badly (&place, 2, "lunar", "", NULL);
  run_badly (&place, 2, "lunar", "2026-02-29", NULL);
  run_badly (&place, 2, "lunar", "2026-02", NULL);
  run_badly (&place, 2, "lunar", "29/2/2026", "--json", NULL);
  run_badly (&place, 2, "lunar", "2026-02-17", "2026-02-18", NULL);
  run_badly (&place, 2, "lunar", "1899-12-31", NULL);
  run_badly (&place, 2, "lunar", "2101-01-01", NULL);
  run_badly (&place, 2, "demo", "--scale", "world", NULL);
  run_badly (&place, 2, "demo", "--seed", "x", NULL);
  run_badly (&place, 2, "demo", "--today", "2026-11", NULL);
  run_badly (&place, 2, "demo", "--today", "1890-01-01", NULL);
  run_badly (&place, 2, "demo", "--today", "2100-01-01", NULL);
  run_badly (&place, 2, "demo", "--scale", "province", "--unit", "05716", NULL);

  left = place_list_files (&place);
  g_assert_cmpuint (g_strv_length (left), ==, 0);
}

static void
test_missing_files (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *missing = NULL;
  g_autofree char *nowhere = NULL;

  place_init (&place);
  missing = place_path (&place, "missing.xlsx");
  nowhere = place_path (&place, "no/such/folder/out.pdf");

  /* No database yet. */
  run_badly (&place, 1, "list", "members", NULL);
  run_badly (&place, 1, "check", NULL);
  run_badly (&place, 1, "check", "--json", NULL);
  run_badly (&place, 1, "undo-import", NULL);
  run_badly (&place, 1, "backup", missing, NULL);
  run_badly (&place, 1, "export", "members", "--output", missing, NULL);
  g_assert_false (g_file_test (place.database, G_FILE_TEST_EXISTS));

  run_badly (&place, 1, "import", missing, "--json", NULL);
  run_badly (&place, 1, "import", place.folder, NULL);
  g_assert_false (g_file_test (place.database, G_FILE_TEST_EXISTS));

  run_well (&place, "demo", NULL);
  run_badly (&place, 1, "restore", missing, "--yes", NULL);
  run_badly (&place, 1, "print", "roster", "--output", nowhere, NULL);
  run_badly (&place, 1, "print", "roster", "--output", place.folder, NULL);
  run_badly (&place, 1, "backup", nowhere, NULL);
  run_badly (&place, 1, "backup", place.database, NULL);
  {
    g_autofree char *csv = place_path (&place, "no/such/folder/out.csv");
    g_autofree char *xlsx = place_path (&place, "no/such/folder/out.xlsx");

    run_badly (&place, 1, "export", "members", "--output", csv, NULL);
    run_badly (&place, 1, "export", "members", "--output", xlsx, NULL);
  }
}

static void
test_unknown_ids (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *pdf = NULL;
  g_autofree char *csv = NULL;

  place_init (&place);
  pdf = place_path (&place, "out.pdf");
  csv = place_path (&place, "out.csv");
  run_well (&place, "demo", NULL);
  run_badly (&place, 1, "list", "members", "--team", "no-such-team", NULL);
  run_badly (&place, 1, "list", "members", "--unit", "99999", NULL);
  run_badly (&place, 1, "print", "roster", "--team", "no-such-team", "--output", pdf, NULL);
  run_badly (&place, 1, "print", "roster", "--unit", "99999", "--output", pdf, NULL);
  run_badly (&place, 1, "export", "members", "--unit", "99999", "--output", csv, NULL);
  g_assert_false (g_file_test (pdf, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (csv, G_FILE_TEST_EXISTS));
  run_badly (&place, 1, "demo", NULL); /* not empty any more */
}

static void
test_foreign_database (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  place_init (&place);
  g_file_set_contents (place.database, "This is a letter, not a database.\n", -1, &error);
  g_assert_no_error (error);
  run_badly (&place, 1, "list", "members", NULL);
  run_badly (&place, 1, "demo", NULL);
  run_badly (&place, 1, "check", NULL);
  g_assert_true (g_file_get_contents (place.database, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "This is a letter, not a database.\n");
}

/* Every command says in one document what it did. */
static void
test_json (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *pdf = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *backup = NULL;

  place_init (&place);
  pdf = place_path (&place, "roster.pdf");
  csv = place_path (&place, "members.csv");
  backup = place_path (&place, "copy.db");
  {
    g_autoptr (JsonNode) demo = run_json (&place, "demo", "--json", NULL);
    g_autoptr (JsonNode) print =
      run_json (&place, "print", "roster", "--output", pdf, "--json", NULL);
    g_autoptr (JsonNode) export =
      run_json (&place, "export", "members", "--output", csv, "--json", NULL);
    g_autoptr (JsonNode) kept = run_json (&place, "backup", backup, "--json", NULL);
    gint64 n_members = json_object_get_int_member (json_node_get_object (demo), "members");

    g_assert_cmpint (n_members, >, 0);
    g_assert_cmpint (json_object_get_int_member (json_node_get_object (print), "members"), ==,
                     n_members);
    g_assert_cmpint (json_object_get_int_member (json_node_get_object (export), "rows"), ==,
                     n_members);
    g_assert_cmpstr (json_object_get_string_member (json_node_get_object (kept), "output"), ==,
                     backup);
  }
}

/* What the window does not know either is no reason to look for a display. */
static void
test_unknown_options (void)
{
  static const char *const wrong[][3] = {
    { "--bogus", NULL },
    { "--database", NULL },
    { "check", "--database=", NULL },
  };
  g_auto (Place) place = { 0 };

  place_init (&place);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (Outcome) outcome = run_program_plain (&place, NULL, wrong[i]);

      g_assert_cmpint (outcome->status, ==, 2);
      g_assert_cmpstr (outcome->out, ==, "");
      g_assert_true (g_str_has_prefix (outcome->err, "cnscd: "));
    }
}

static void
test_lost_output (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (Outcome) outcome = NULL;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("no /dev/full here");
      return;
    }

  place_init (&place);
  outcome = run_program_plain (
    &place, "/dev/full",
    (const char *const[]) { "list", "units", "--database", place.database, NULL });
  g_assert_cmpint (outcome->status, ==, 1);
  g_assert_true (g_str_has_prefix (outcome->err, "cnscd: "));
}

static void
close_stdout (gpointer user_data)
{
  close (STDOUT_FILENO);
}

static void
test_closed_output (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *err = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  place_init (&place);
  run_well (&place, "demo", NULL);
  {
    const char *words[] = {
      g_getenv ("CNSCD_PROGRAM"), "list", "members", "--database", place.database, NULL
    };

    g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_DEFAULT, close_stdout, NULL, NULL, &err,
                  &status, &error);
  }
  g_assert_no_error (error);
  g_assert_false (g_spawn_check_wait_status (status, NULL));
  g_assert_cmpint (WEXITSTATUS (status), ==, 1);
  g_assert_true (g_str_has_prefix (err, "cnscd: "));

  /* And what was to be printed has not been written into the database. */
  run_well (&place, "check", NULL);
}

static void
test_database_first (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *option = NULL;
  g_autoptr (Outcome) outcome = NULL;
  g_autoptr (Outcome) joined = NULL;

  place_init (&place);
  outcome = run_program_plain (
    &place, NULL, (const char *const[]) { "--database", place.database, "demo", NULL });
  g_assert_cmpint (outcome->status, ==, 0);
  g_assert_true (g_file_test (place.database, G_FILE_TEST_EXISTS));

  option = g_strconcat ("--database=", place.database, NULL);
  joined = run_program_plain (&place, NULL, (const char *const[]) { option, "check", NULL });
  g_assert_cmpint (joined->status, ==, 0);
}

static void
test_default_database (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (Outcome) demo = NULL;
  g_autoptr (Outcome) check = NULL;

  place_init (&place);
  demo = run_program_plain (&place, NULL, (const char *const[]) { "demo", NULL });
  g_assert_cmpstr (demo->err, ==, "");
  g_assert_cmpint (demo->status, ==, 0);
  check = run_program_plain (&place, NULL, (const char *const[]) { "check", NULL });
  g_assert_cmpint (check->status, ==, 0);
}

/* Names from a file may carry what a terminal would obey. */
static void
test_hostile_text (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (Outcome) import = NULL;
  g_autoptr (Outcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  place_init (&place);
  path = place_path (&place, "hostile.csv");
  g_file_set_contents (
    path,
    "TT,Xóm,Họ tên,Năm sinh,Giới tính,Đơn vị,Vai trò\n"
    "1,Xóm Ba Nhất,Chu Đức Tuấn,1975,Nam,\033[2JX\342\200\256Y\302\233m,Tổ trưởng\n"
    "2,Xóm Ba Nhất,Hà Thị Liên,1985,Nữ,VNPT,Tổ phó\n",
    -1, &error);
  g_assert_no_error (error);
  import = run_program (&place, "import", path, "--unit", "05716", NULL);
  g_assert_cmpint (import->status, ==, 0);

  outcome = run_program (&place, "list", "members", NULL);
  g_assert_cmpint (outcome->status, ==, 0);
  g_assert_null (strchr (outcome->out, '\033'));
  g_assert_null (strstr (outcome->out, "\342\200\256"));
  g_assert_null (strstr (outcome->out, "\302\233"));
}

/* A slip in the name of the output must not cost the database. */
static void
test_output_is_database (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *table = NULL;
  g_autofree char *pdf = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (Outcome) check = NULL;
  g_autoptr (GError) error = NULL;

  place_init (&place);
  {
    g_autoptr (Outcome) demo = run_program (&place, "demo", NULL);

    g_assert_cmpint (demo->status, ==, 0);
  }
  pdf = place_path (&place, "roster.pdf");
  csv = place_path (&place, "members.csv");
  g_assert_no_errno (symlink (place.database, pdf));
  g_assert_no_errno (symlink (place.database, csv));
  run_badly (&place, 2, "print", "roster", "--output", place.database, NULL);
  run_badly (&place, 1, "print", "roster", "--output", pdf, NULL);
  run_badly (&place, 1, "export", "members", "--output", csv, NULL);
  check = run_program (&place, "check", NULL);
  g_assert_cmpint (check->status, ==, 0);

  table = place_path (&place, "kept.xlsx");
  g_file_set_contents (table, "a table", -1, &error);
  g_assert_no_error (error);
  run_badly (&place, 2, "print", "roster", "--output", table, NULL);
  g_file_get_contents (table, &kept, NULL, &error);
  g_assert_cmpstr (kept, ==, "a table");
}

static void
test_table (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (Outcome) outcome = NULL;
  g_auto (GStrv) lines = NULL;
  const char *column;
  glong start;

  place_init (&place);
  run_well (&place, "demo", NULL);
  outcome = run_program (&place, "list", "members", NULL);
  lines = g_strsplit (g_strchomp (outcome->out), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 253);

  /* The second column starts at the same letter in every line. */
  column = strstr (lines[0], "Gender");
  g_assert_nonnull (column);
  start = g_utf8_pointer_to_offset (lines[0], column);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      const char *at = g_utf8_offset_to_pointer (lines[i], start);

      g_assert_true (g_str_has_prefix (at, "male") || g_str_has_prefix (at, "female"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/help", test_help);
  g_test_add_func ("/cli/lunar", test_lunar);
  g_test_add_func ("/cli/wrong-usage", test_wrong_usage);
  g_test_add_func ("/cli/missing-files", test_missing_files);
  g_test_add_func ("/cli/unknown-ids", test_unknown_ids);
  g_test_add_func ("/cli/foreign-database", test_foreign_database);
  g_test_add_func ("/cli/json", test_json);
  g_test_add_func ("/cli/unknown-options", test_unknown_options);
  g_test_add_func ("/cli/lost-output", test_lost_output);
  g_test_add_func ("/cli/closed-output", test_closed_output);
  g_test_add_func ("/cli/database-first", test_database_first);
  g_test_add_func ("/cli/default-database", test_default_database);
  g_test_add_func ("/cli/hostile-text", test_hostile_text);
  g_test_add_func ("/cli/output-is-database", test_output_is_database);
  g_test_add_func ("/cli/table", test_table);
  return g_test_run ();
}
