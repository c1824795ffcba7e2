/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-program.h"

#include <glib/gstdio.h>

static char *
print_members (const Place *place)
{
  g_autoptr (Outcome) outcome = run_program (place, "list", "members", "--json", NULL);

  g_assert_cmpint (outcome->status, ==, 0);
  return g_steal_pointer (&outcome->out);
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
  run_well (&place, "demo", "--scale", "province", NULL);
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
assert_is_pdf (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpuint (size, >, 5000);
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  g_assert_nonnull (g_strrstr_len (bytes + size - 64, 64, "%%EOF"));
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
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/demo", test_demo);
  g_test_add_func ("/cli/province", test_province);
  g_test_add_func ("/cli/backup", test_backup);
  g_test_add_func ("/cli/restore-over-damage", test_restore_over_damage);
  g_test_add_func ("/cli/restore-refuses", test_restore_refuses);
  g_test_add_func ("/cli/print", test_print);
  return g_test_run ();
}
