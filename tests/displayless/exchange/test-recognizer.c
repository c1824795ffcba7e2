/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>

#include "cnscd-test-samples.h"
#include "exchange/cnscd-roster-table.h"

static JsonNode *
read_expected (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "samples", name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return json_node_copy (json_parser_get_root (parser));
}

static void
assert_member (const CnscdRosterEntry *entry, JsonObject *expected)
{
  static const char *const genders[] = { "", "male", "female" };
  static const char *const roles[] = { "", "leader", "deputy", "member" };
  char birth[CNSCD_DATE_ISO_SIZE];

  g_assert_cmpstr (entry->full_name, ==, json_object_get_string_member (expected, "full_name"));
  g_assert_cmpstr (genders[entry->gender], ==, json_object_get_string_member (expected, "gender"));
  g_assert_cmpstr (entry->phone, ==, json_object_get_string_member (expected, "phone"));
  g_assert_cmpstr (roles[entry->role], ==, json_object_get_string_member (expected, "role"));
  g_assert_cmpstr (cnscd_date_write_iso (entry->birth, birth), ==,
                   json_object_get_string_member (expected, "birth"));
}

typedef struct
{
  const char *file;
  const char *expected;
  gboolean titled; /* with title rows, as the annex */
} Sample;

/* Every team and member of the sample, in order, with every value of the expected ones. For TCVN3
 * that is everything: what the encoding loses, capitals with tone marks, is won back. */
static void
test_sample (gconstpointer data)
{
  const Sample *sample = data;
  g_autoptr (CnscdWorkbook) workbook = read_sample (sample->file);
  g_autoptr (JsonNode) expected = read_expected (sample->expected);
  JsonArray *teams = json_object_get_array_member (json_node_get_object (expected), "teams");
  g_autoptr (CnscdRosterTable) table = cnscd_roster_table_recognize (workbook, NULL);

  print_findings (table->findings);
  g_assert_cmpuint (table->groups->len, ==, 36);
  g_assert_cmpuint (table->n_entries, ==, 252);
  g_assert_cmpuint (json_array_get_length (teams), ==, 36);
  for (guint i = 0; i < table->groups->len; i++)
    {
      const CnscdRosterGroup *group = table->groups->pdata[i];
      JsonObject *team = json_array_get_object_element (teams, i);
      JsonArray *members = json_object_get_array_member (team, "members");
      g_autofree char *name = g_strconcat ("Tổ CNSCĐ xóm ", group->hamlet, NULL);

      g_assert_cmpstr (group->hamlet, ==, json_object_get_string_member (team, "hamlet"));
      g_assert_cmpstr (group->name, ==, name);
      g_assert_cmpint (group->hamlet_kind, ==, CNSCD_HAMLET_KIND_HAMLET);
      g_assert_cmpuint (group->entries->len, ==, json_array_get_length (members));
      for (guint j = 0; j < group->entries->len; j++)
        {
          assert_member (group->entries->pdata[j], json_array_get_object_element (members, j));
        }
    }

  if (sample->titled)
    {
      char date[CNSCD_DATE_ISO_SIZE];

      g_assert_cmpstr (table->unit_kind, ==, "xa");
      g_assert_cmpstr (table->unit_name, ==, "Võ Nhai");
      g_assert_cmpstr (table->decision_number, ==, "103/QĐ-UBND");
      g_assert_cmpstr (cnscd_date_write_iso (table->decision_date, date), ==, "2025-11-29");
    }
  /* the samples hold nothing that is not understood */
  for (guint i = 0; i < table->findings->len; i++)
    g_assert_cmpstr (((CnscdFinding *) table->findings->pdata[i])->code, ==, "role-empty");
  if (!g_str_equal (sample->file, "roster-messy.xlsx"))
    g_assert_cmpuint (table->findings->len, ==, 0);
}

static void
test_offices (void)
{
  static const char *const files[] = { "roster-annex.xlsx", "roster-flat-utf8-bom.csv" };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (CnscdWorkbook) workbook = read_sample (files[i]);
      g_autoptr (CnscdRosterTable) table = cnscd_roster_table_recognize (workbook, NULL);
      const CnscdRosterGroup *group = table->groups->pdata[0];
      const CnscdRosterEntry *first = group->entries->pdata[0];
      const CnscdRosterEntry *third = group->entries->pdata[2];

      g_assert_cmpstr (first->position, ==, "Trưởng xóm");
      g_assert_cmpstr (first->body, ==, i == 0 ? NULL : "Xóm");
      g_assert_cmpstr (third->position, ==, "Bí thư Chi đoàn");
      g_assert_cmpstr (third->body, ==, "Đoàn Thanh niên");
    }
}

int
main (int argc, char *argv[])
{
  static const Sample samples[] = {
    { "roster-annex.xlsx", "roster-annex.expected.json", TRUE },
    { "roster-annex.ods", "roster-annex.expected.json", TRUE },
    { "roster-annex.xls", "roster-annex.expected.json", TRUE },
    { "roster-messy.xlsx", "roster-annex.expected.json", TRUE },
    { "roster-flat-utf8-bom.csv", "roster-flat.expected.json", FALSE },
    { "roster-flat-tcvn3.csv", "roster-flat.expected.json", FALSE },
    { "roster-web-export.xlsx", "roster-flat.expected.json", FALSE },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/recognizer/sample/", samples[i].file, NULL);

      g_test_add_data_func (path, &samples[i], test_sample);
    }
  g_test_add_func ("/exchange/recognizer/offices", test_offices);
  return g_test_run ();
}
