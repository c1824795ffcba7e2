/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-program.h"

#include <glib/gstdio.h>
#include <string.h>

/* A sample with what it must be read as. */
typedef struct
{
  const char *file;
  const char *expected;
} Sample;

static const Sample samples[] = {
  { "roster-annex.xlsx", "roster-annex.expected.json" },
  { "roster-annex.ods", "roster-annex.expected.json" },
  { "roster-annex.xls", "roster-annex.expected.json" },
  { "roster-messy.xlsx", "roster-annex.expected.json" },
  { "roster-flat-utf8-bom.csv", "roster-flat.expected.json" },
  { "roster-web-export.xlsx", "roster-flat.expected.json" },
};

static void
import_sample (const Place *place, const char *name)
{
  g_autofree char *path = sample_path (name);

  run_well (place, "import", path, "--unit", "05716", NULL);
}

static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  g_auto (Place) place = { 0 };
  g_autofree char *path = sample_path (sample->file);
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) again = NULL;
  g_autoptr (JsonNode) teams = NULL;
  g_autoptr (JsonNode) members = NULL;
  g_auto (GStrv) found = NULL;
  g_auto (GStrv) expected = describe_expected (sample->expected);

  place_init (&place);
  first = run_json (&place, "import", path, "--unit", "05716", "--json", NULL);
  assert_counts (first, "teams", 36, 0, 0);
  assert_counts (first, "members", 252, 0, 0);

  teams = run_json (&place, "list", "teams", "--json", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (teams)), ==, 36);
  members = run_json (&place, "list", "members", "--json", NULL);
  found = describe_members (members);
  assert_same_lines (found, expected);

  again = run_json (&place, "import", path, "--json", NULL);
  assert_counts (again, "teams", 0, 0, 36);
  assert_counts (again, "members", 0, 0, 252);
}

/* TCVN3 has no capitals with accents, so the names come out with other ones. */
static void
test_tcvn3 (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *path = sample_path ("roster-flat-tcvn3.csv");
  g_autoptr (JsonNode) imported = NULL;
  g_autoptr (JsonNode) members = NULL;
  g_auto (GStrv) found = NULL;
  g_auto (GStrv) expected = describe_expected ("roster-flat.expected.json");

  place_init (&place);
  imported = run_json (&place, "import", path, "--unit", "05716", "--json", NULL);
  assert_counts (imported, "teams", 36, 0, 0);
  assert_counts (imported, "members", 252, 0, 0);

  members = run_json (&place, "list", "members", "--json", NULL);
  found = describe_members (members);
  g_assert_cmpuint (g_strv_length (found), ==, g_strv_length (expected));
}

static void
test_findings (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (JsonNode) imported = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *findings;
  gboolean found = FALSE;

  place_init (&place);
  path = place_path (&place, "bad.csv");
  g_file_set_contents (path,
                       "TT,Xóm,Họ tên,Năm sinh,Giới tính,SĐT,Vai trò\n"
                       "1,Xóm Ba Nhất,Chu Đức Tuấn,1975,Nam,0900257562,Tổ trưởng\n"
                       "2,Xóm Ba Nhất,Hà Thị Kim Liên,1998,Nữ,12345,Tổ phó\n",
                       -1, &error);
  g_assert_no_error (error);

  imported = run_json (&place, "import", path, "--unit", "05716", "--json", NULL);
  assert_counts (imported, "members", 2, 0, 0);
  findings = json_object_get_array_member (json_node_get_object (imported), "findings");
  for (guint i = 0; i < json_array_get_length (findings); i++)
    {
      JsonObject *finding = json_array_get_object_element (findings, i);

      g_assert_true (json_object_has_member (finding, "sheet"));
      g_assert_nonnull (json_object_get_string_member (finding, "code"));
      g_assert_nonnull (json_object_get_string_member (finding, "message"));
      if (!json_object_get_null_member (finding, "row") &&
          !json_object_get_null_member (finding, "column") &&
          json_object_get_int_member (finding, "row") == 3 &&
          json_object_get_int_member (finding, "column") == 6)
        found = TRUE;
    }
  g_assert_true (found);
}

/* Who is in another team than before has moved, where that is said so. */
static void
test_moved (void)
{
  static const char before[] =
    "TT,Xóm,Họ tên,Năm sinh,SĐT\n1,Xóm Một,Hà Văn Bình,1975,0912345678\n";
  static const char after[] = "TT,Xóm,Họ tên,Năm sinh,SĐT\n1,Xóm Hai,Hà Văn Bình,1975,0912345678\n";
  g_auto (Place) place = { 0 };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (JsonNode) plain = NULL;
  g_autoptr (JsonNode) dry = NULL;
  g_autoptr (JsonNode) done = NULL;
  g_autoptr (JsonNode) members = NULL;
  JsonArray *moves;
  JsonObject *move;

  place_init (&place);
  first = place_path (&place, "before.csv");
  second = place_path (&place, "after.csv");
  g_assert_true (g_file_set_contents (first, before, -1, NULL));
  g_assert_true (g_file_set_contents (second, after, -1, NULL));
  run_well (&place, "import", first, "--unit", "05716", NULL);

  plain = run_json (&place, "import", second, "--dry-run", "--json", NULL);
  moves = json_object_get_array_member (json_node_get_object (plain), "moves");
  g_assert_cmpuint (json_array_get_length (moves), ==, 0);

  dry = run_json (&place, "import", second, "--moved", "--dry-run", "--json", NULL);
  moves = json_object_get_array_member (json_node_get_object (dry), "moves");
  g_assert_cmpuint (json_array_get_length (moves), ==, 1);
  done = run_json (&place, "import", second, "--moved", "--json", NULL);
  moves = json_object_get_array_member (json_node_get_object (done), "moves");
  g_assert_cmpuint (json_array_get_length (moves), ==, 1);
  move = json_array_get_object_element (moves, 0);
  g_assert_cmpstr (json_object_get_string_member (move, "full_name"), ==, "Hà Văn Bình");
  g_assert_cmpstr (json_object_get_string_member (move, "from"), ==, "Tổ CNSCĐ xóm Một");
  g_assert_cmpstr (json_object_get_string_member (move, "to"), ==, "Tổ CNSCĐ xóm Hai");
  g_assert_cmpuint (strlen (json_object_get_string_member (move, "last_day")), ==, 10);
  g_assert_cmpint (json_object_get_int_member (move, "row"), ==, 2);

  members = run_json (&place, "list", "members", "--json", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (members)), ==, 1);
  run_well (&place, "undo-import", NULL);
}

static void
test_dry_run (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *path = sample_path ("roster-annex.xlsx");
  g_autoptr (JsonNode) dry = NULL;
  g_autoptr (JsonNode) second = NULL;
  g_autoptr (JsonNode) members = NULL;
  g_auto (GStrv) left = NULL;

  place_init (&place);

  /* With no database there is none afterwards. */
  dry = run_json (&place, "import", path, "--unit", "05716", "--dry-run", "--json", NULL);
  assert_counts (dry, "teams", 36, 0, 0);
  assert_counts (dry, "members", 252, 0, 0);
  left = place_list_files (&place);
  g_assert_cmpuint (g_strv_length (left), ==, 0);

  /* With one it is as it was. */
  import_sample (&place, "roster-annex.xlsx");
  second = run_json (&place, "import", path, "--dry-run", "--json", NULL);
  assert_counts (second, "members", 0, 0, 252);
  members = run_json (&place, "list", "members", "--json", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (members)), ==, 252);
}

static void
test_undo (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (JsonNode) before = NULL;
  g_autoptr (JsonNode) between = NULL;
  g_autoptr (JsonNode) after = NULL;
  g_autoptr (JsonNode) empty = NULL;
  g_auto (GStrv) first = NULL;
  g_auto (GStrv) second = NULL;
  g_auto (GStrv) third = NULL;

  place_init (&place);
  import_sample (&place, "roster-annex.xlsx");
  before = run_json (&place, "list", "members", "--json", NULL);
  first = describe_members (before);

  /* The flat list knows whole dates of birth, so it changes people. */
  import_sample (&place, "roster-flat-utf8-bom.csv");
  between = run_json (&place, "list", "members", "--json", NULL);
  second = describe_members (between);
  g_assert_false (g_strv_equal ((const char *const *) first, (const char *const *) second));

  run_well (&place, "undo-import", NULL);
  after = run_json (&place, "list", "members", "--json", NULL);
  third = describe_members (after);
  assert_same_lines (third, first);

  run_well (&place, "undo-import", NULL);
  empty = run_json (&place, "list", "members", "--json", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (empty)), ==, 0);

  run_badly (&place, 1, "undo-import", NULL);
}

static void
assert_export_changes_nothing (const Place *place, const char *name, guint n_teams, guint n_members)
{
  g_autofree char *path = place_path (place, name);
  g_autoptr (JsonNode) again = NULL;

  run_well (place, "export", "members", "--output", path, NULL);
  again = run_json (place, "import", path, "--json", NULL);
  assert_counts (again, "teams", 0, 0, n_teams);
  assert_counts (again, "members", 0, 0, n_members);
}

static void
test_export (void)
{
  g_auto (Place) place = { 0 };

  place_init (&place);
  import_sample (&place, "roster-flat-utf8-bom.csv");
  assert_export_changes_nothing (&place, "out.xlsx", 36, 252);
  assert_export_changes_nothing (&place, "out.csv", 36, 252);
}

static void
test_export_demo (gconstpointer unit)
{
  g_auto (Place) place = { 0 };
  g_autoptr (JsonNode) teams = NULL;
  guint n_teams;

  place_init (&place);
  run_well (&place, "demo", "--seed", "11", "--unit", unit, NULL);
  teams = run_json (&place, "list", "teams", "--json", NULL);
  n_teams = json_array_get_length (json_node_get_array (teams));
  assert_export_changes_nothing (&place, "out.xlsx", n_teams, 252);
  assert_export_changes_nothing (&place, "out.csv", n_teams, 252);
}

static void
test_export_teams (void)
{
  g_auto (Place) place = { 0 };
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *sheet = NULL;

  place_init (&place);
  import_sample (&place, "roster-annex.xlsx");
  path = place_path (&place, "teams.csv");
  sheet = place_path (&place, "teams.xlsx");
  run_well (&place, "export", "teams", "--output", path, NULL);
  run_well (&place, "export", "teams", "--output", sheet, NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Ba Nhất"));
  g_assert_nonnull (strstr (text, "Chu Đức Tuấn"));
}

static void
test_search (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (JsonNode) folded = NULL;
  g_autoptr (JsonNode) accented = NULL;
  g_autoptr (JsonNode) nobody = NULL;
  g_autoptr (JsonNode) teams = NULL;
  g_autoptr (JsonNode) one = NULL;
  JsonObject *team;
  guint n_dao = 0;

  place_init (&place);
  import_sample (&place, "roster-flat-utf8-bom.csv");

  folded = run_json (&place, "list", "members", "--search", "dao", "--json", NULL);
  accented = run_json (&place, "list", "members", "--search", "Đào", "--json", NULL);
  for (guint i = 0; i < json_array_get_length (json_node_get_array (folded)); i++)
    {
      JsonObject *member = json_array_get_object_element (json_node_get_array (folded), i);

      n_dao += strstr (json_object_get_string_member (member, "full_name"), "Đào") != NULL;
    }
  g_assert_cmpuint (n_dao, >=, 13);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (accented)), >=, 13);

  nobody = run_json (&place, "list", "members", "--search", "zzzz", "--json", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (nobody)), ==, 0);

  teams = run_json (&place, "list", "teams", "--search", "ba nhat", "--json", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (teams)), ==, 1);
  team = json_array_get_object_element (json_node_get_array (teams), 0);
  one = run_json (&place, "list", "members", "--team", json_object_get_string_member (team, "id"),
                  "--json", NULL);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (one)), ==, 7);
}

static void
test_lists (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (JsonNode) hamlets = NULL;
  g_autoptr (JsonNode) decisions = NULL;
  g_autoptr (JsonNode) members = NULL;
  JsonArray *array;

  place_init (&place);
  import_sample (&place, "roster-annex.xlsx");

  hamlets = run_json (&place, "list", "hamlets", "--json", NULL);
  array = json_node_get_array (hamlets);
  g_assert_cmpuint (json_array_get_length (array), ==, 36);
  g_assert_true (
    json_object_get_null_member (json_array_get_object_element (array, 0), "households"));
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (array, 0), "name"),
                   ==, "Ba Nhất");

  decisions = run_json (&place, "list", "decisions", "--json", NULL);
  array = json_node_get_array (decisions);
  g_assert_cmpuint (json_array_get_length (array), ==, 1);
  g_assert_cmpstr (
    json_object_get_string_member (json_array_get_object_element (array, 0), "number"), ==,
    "103/QĐ-UBND");

  /* By given name: "An" and "Ân" come before everybody else, "Yến" and "Ý" after. */
  members = run_json (&place, "list", "members", "--json", NULL);
  array = json_node_get_array (members);
  g_assert_true (g_str_has_suffix (
    json_object_get_string_member (json_array_get_object_element (array, 0), "full_name"), " An"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strconcat ("/cli/sample/", samples[i].file, NULL);

      g_test_add_data_func (path, &samples[i], test_sample);
    }
  g_test_add_func ("/cli/tcvn3", test_tcvn3);
  g_test_add_func ("/cli/findings", test_findings);
  g_test_add_func ("/cli/moved", test_moved);
  g_test_add_func ("/cli/dry-run", test_dry_run);
  g_test_add_func ("/cli/undo", test_undo);
  g_test_add_func ("/cli/export", test_export);
  g_test_add_data_func ("/cli/export-demo/xa", "05716", test_export_demo);
  g_test_add_data_func ("/cli/export-demo/phuong", "05443", test_export_demo);
  g_test_add_data_func ("/cli/export-demo/with-own-team", "01840", test_export_demo);
  g_test_add_func ("/cli/export-teams", test_export_teams);
  g_test_add_func ("/cli/search", test_search);
  g_test_add_func ("/cli/lists", test_lists);
  return g_test_run ();
}
