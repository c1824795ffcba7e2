/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cnscd-test-store.h"
#include "store/cnscd-audit.h"
#include "store/cnscd-members.h"
#include "store/cnscd-record-store.h"
#include "store/cnscd-units.h"

/* The communes, settings, the log, the check: what keeps a store in order. */

static void
test_units (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (GPtrArray) all = cnscd_units_list (store->database, NULL, NULL);
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "data", "units-thai-nguyen.csv", NULL);
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_assert_cmpuint (all->len, ==, 92);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++, n++)
    {
      g_auto (GStrv) cells = g_strsplit (g_strchomp (lines[i]), ",", -1);
      g_autoptr (CnscdUnit) unit = cnscd_units_get (store->database, cells[0], NULL);

      g_assert_nonnull (unit);
      g_assert_cmpstr (unit->kind, ==, cells[1]);
      g_assert_cmpstr (unit->name, ==, cells[2]);
      g_assert_cmpstr (unit->province, ==, cells[3]);
    }
  g_assert_cmpuint (n, ==, 92);
}

static void
test_units_search (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (GPtrArray) found = cnscd_units_list (store->database, "van lang", NULL);
  g_autoptr (GPtrArray) by_code = cnscd_units_list (store->database, "05716", NULL);
  g_autoptr (GPtrArray) nothing = cnscd_units_list (store->database, "'*", NULL);
  g_autoptr (GPtrArray) ward = cnscd_units_list (store->database, "phường đức x", NULL);
  g_autoptr (CnscdUnit) none = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *other = NULL;

  /* Two communes that only an accent tells apart. */
  g_assert_cmpuint (found->len, ==, 2);
  name = cnscd_unit_dup_full_name (g_ptr_array_index (found, 0));
  other = cnscd_unit_dup_full_name (g_ptr_array_index (found, 1));
  g_assert_cmpstr (name, ==, "xã Văn Lang");
  g_assert_cmpstr (other, ==, "xã Văn Lăng");

  g_assert_cmpuint (by_code->len, ==, 1);
  g_assert_cmpuint (ward->len, ==, 1);
  g_assert_cmpuint (nothing->len, ==, 0);

  none = cnscd_units_get (store->database, "99999", &error);
  g_assert_null (none);
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
}

static void
test_settings (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (GError) error = NULL;
  char *value = cnscd_database_get_setting (store->database, "unit", &error);

  g_assert_null (value);
  g_assert_no_error (error);

  g_assert_true (cnscd_database_set_setting (store->database, "unit", "01840", NULL));
  g_assert_true (cnscd_database_set_setting (store->database, "unit", "05716", NULL));
  cnscd_test_store_reopen (store);
  value = cnscd_database_get_setting (store->database, "unit", NULL);
  g_assert_cmpstr (value, ==, "05716");
  g_free (value);

  g_assert_true (cnscd_database_set_setting (store->database, "unit", NULL, NULL));
  g_assert_null (cnscd_database_get_setting (store->database, "unit", NULL));
}

static void
test_audit (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (GPtrArray) entries = NULL;
  const CnscdAuditEntry *entry;
  gint64 before = g_get_real_time ();

  g_assert_true (cnscd_audit_add (store->database, "import", "members", "a.xlsx", 252, NULL));
  g_assert_true (cnscd_audit_add (store->database, "print", "roster", NULL, 7, NULL));
  g_assert_true (cnscd_audit_add (store->database, "export", "members", "\xff.csv", 0, NULL));

  entries = cnscd_audit_list (store->database, 2, NULL);
  g_assert_cmpuint (entries->len, ==, 2);
  entry = g_ptr_array_index (entries, 1);
  g_assert_cmpstr (entry->action, ==, "print");
  g_assert_cmpstr (entry->subject, ==, "roster");
  g_assert_null (entry->detail);
  g_assert_cmpint (entry->n_people, ==, 7);
  g_assert_cmpstr (entry->who, ==, g_get_user_name ());
  g_assert_cmpint (entry->at, >=, before);
  entry = g_ptr_array_index (entries, 0);
  g_assert_true (g_utf8_validate (entry->detail, -1, NULL));
}

static void
test_check (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, NULL);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) quick = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  cnscd_test_store_add_member (store, team, "Đào Thị Hòa");
  g_assert_true (cnscd_database_check (store->database, TRUE, &none, NULL));
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (cnscd_database_check (store->database, FALSE, &quick, NULL));
  g_assert_cmpuint (quick->len, ==, 0);

  /* What somebody does behind the program's back is found. */
  cnscd_test_store_exec (store, "DELETE FROM member_index; DELETE FROM person");
  g_assert_true (cnscd_database_check (store->database, TRUE, &problems, NULL));
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (problems, 0), "membership"));
}

/* How many of these two memberships of one person in one team make one too many; days as ISO, NULL
 * for none. */
static guint
count_twice (const char *from, const char *to, const char *other_from, const char *other_to)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, NULL);
  const char *days[] = { from, to, other_from, other_to };
  g_autoptr (CnscdPerson) person = cnscd_record_new (&CNSCD_KIND_PERSON, team->record.unit);
  g_autoptr (GPtrArray) damage = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  cnscd_record_set (person, full_name, "Đào Thị Hòa");
  cnscd_record_store_put (store->database, person, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CnscdMembership) membership =
        cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, team->record.unit);

      cnscd_record_set (membership, team, team->record.id);
      cnscd_record_set (membership, person, person->record.id);
      if (days[2 * i] != NULL)
        g_assert_true (cnscd_date_read_iso (days[2 * i], &membership->valid_from));
      if (days[2 * i + 1] != NULL)
        g_assert_true (cnscd_date_read_iso (days[2 * i + 1], &membership->valid_to));
      cnscd_record_store_put (store->database, membership, &error);
      g_assert_no_error (error);
    }
  cnscd_test_store_add_member (store, team, "Đào Thị Hòa");

  g_assert_true (cnscd_database_check (store->database, TRUE, &damage, &error));
  g_assert_cmpuint (damage->len, ==, 0);
  g_assert_true (cnscd_database_check_roster (store->database, &problems, &error));
  g_assert_no_error (error);
  if (problems->len > 0)
    g_assert_true (g_str_has_prefix (problems->pdata[0], "Đào Thị Hòa is in “"));
  return problems->len;
}

static void
test_check_roster (void)
{
  g_assert_cmpuint (count_twice (NULL, NULL, NULL, NULL), ==, 1);
  g_assert_cmpuint (count_twice ("2025-03-15", NULL, "2026-01-01", NULL), ==, 1);
  g_assert_cmpuint (count_twice ("2025-03-15", "2026-01-01", "2026-01-01", NULL), ==, 1);
  g_assert_cmpuint (count_twice ("2026-01-01", NULL, NULL, "2026-06-30"), ==, 1);
  g_assert_cmpuint (count_twice ("2025", "2026-06-30", "2025-01-01", "2026-03-31"), ==, 1);

  /* somebody who left and came back */
  g_assert_cmpuint (count_twice ("2025-03-15", "2025-12-31", "2026-01-01", NULL), ==, 0);
  g_assert_cmpuint (count_twice ("2026-01-01", NULL, "2025-03-15", "2025-12-31"), ==, 0);
  /* … nobody knows when */
  g_assert_cmpuint (count_twice ("2025-03-15", "2025-12-31", NULL, NULL), ==, 0);
  g_assert_cmpuint (count_twice (NULL, NULL, NULL, "2025-12-31"), ==, 0);
}

/* Sort keys of another ICU are not compared with new ones. */
static void
test_rebuild (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, NULL);
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GArray) found = NULL;
  g_autofree char *keys = NULL;
  g_autofree char *renewed = NULL;

  cnscd_test_store_add_member (store, team, "Trần Thị Bình");
  cnscd_test_store_add_member (store, team, "Nguyễn Văn An");
  keys = cnscd_test_store_query (store, "SELECT hex (sort_key) FROM member_index UNION ALL"
                                        " SELECT hex (sort_key) || folded FROM team");
  g_clear_pointer (&store->database, cnscd_database_close);
  cnscd_test_store_exec (store, "UPDATE setting SET value = 'old' WHERE name = 'collation';"
                                "UPDATE member_index SET sort_key = x'00';"
                                "UPDATE team SET sort_key = x'00', folded = ''");

  cnscd_test_store_reopen (store);
  renewed = cnscd_test_store_query (store, "SELECT hex (sort_key) FROM member_index UNION ALL"
                                           " SELECT hex (sort_key) || folded FROM team");
  g_assert_cmpstr (keys, ==, renewed);
  members = cnscd_members_list (store->database, &(CnscdMemberQuery) { 0 }, NULL);
  g_assert_cmpstr (((CnscdMember *) g_ptr_array_index (members, 0))->full_name, ==,
                   "Nguyễn Văn An");
  found = cnscd_members_query (store->database, &(CnscdMemberQuery) { .search = "binh" }, NULL);
  g_assert_cmpuint (found->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/upkeep/units", test_units);
  g_test_add_func ("/store/upkeep/units-search", test_units_search);
  g_test_add_func ("/store/upkeep/settings", test_settings);
  g_test_add_func ("/store/upkeep/audit", test_audit);
  g_test_add_func ("/store/upkeep/check", test_check);
  g_test_add_func ("/store/upkeep/check-roster", test_check_roster);
  g_test_add_func ("/store/upkeep/rebuild", test_rebuild);

  return g_test_run ();
}
