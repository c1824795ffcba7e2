/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "cnscd-test-store.h"
#include "store/cnscd-record-store.h"
#include "store/cnscd-statement.h"

#define TRICKY "Tổ “1” \"'\\ \n\t\x01 🇻🇳 %s; DROP TABLE team"

static char *
find_target (CnscdTestStore *store, const CnscdKind *kind, const CnscdField *field)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT \"table\" FROM pragma_foreign_key_list ('%s') WHERE \"from\" = '%s'",
                     kind->name, field->name);

  return cnscd_test_store_query (store, sql);
}

static gpointer make_full (CnscdTestStore *store, const CnscdKind *kind);

static void
fill_field (CnscdTestStore *store, gpointer record, const CnscdField *field, guint i)
{
  const CnscdKind *kind = ((CnscdRecord *) record)->kind;
  g_autofree char *text = NULL;

  switch (field->type)
    {
    case CNSCD_FIELD_TEXT:
      text = g_strdup_printf ("%s %u", TRICKY, i);
      break;
    case CNSCD_FIELD_REFERENCE:
      {
        g_autofree char *target = find_target (store, kind, field);
        CnscdRecord *parent = make_full (store, cnscd_kind_from_name (target));

        cnscd_test_store_put (store, parent);
        text = g_strdup (parent->id);
        cnscd_record_unref (parent);
        break;
      }
    case CNSCD_FIELD_COUNT:
      text = g_strdup (i % 2 == 0 ? "0" : "9223372036854775807");
      break;
    case CNSCD_FIELD_DATE:
      text = g_strdup (i % 3 == 0 ? "1975" : i % 3 == 1 ? "1975-06" : "2024-02-29");
      break;
    case CNSCD_FIELD_TIME:
      text = g_strdup (i % 2 == 0 ? "2026-11-27T19:30" : "2026-11-27T00:00");
      break;
    case CNSCD_FIELD_CHOICE:
      text = g_strdup (field->choices[0]);
      break;
    default:
      g_assert_not_reached ();
    }

  g_assert_true (cnscd_field_set_text (field, record, text));
}

static gpointer
make_full (CnscdTestStore *store, const CnscdKind *kind)
{
  gpointer record = cnscd_record_new (kind, CNSCD_TEST_UNIT);

  for (guint i = 0; i < kind->n_fields; i++)
    fill_field (store, record, &kind->fields[i], i);

  return record;
}

static void
assert_stored (CnscdTestStore *store, gpointer record)
{
  const CnscdRecord *head = record;
  g_autoptr (GError) error = NULL;
  gpointer read = cnscd_record_store_get (store->database, head->kind, head->id, &error);

  g_assert_no_error (error);
  g_assert_true (cnscd_record_equal (record, read));
  cnscd_record_unref (read);
}

static void
assert_query (CnscdTestStore *store, const char *sql, const char *expected)
{
  g_autofree char *text = cnscd_test_store_query (store, sql);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_put_fails (CnscdTestStore *store, gpointer record)
{
  const CnscdKind *kind = ((CnscdRecord *) record)->kind;
  g_autofree char *table = g_strdup_printf ("(%s)", kind->name);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = cnscd_test_store_query (store, "SELECT count (*) FROM outbox");

  g_assert_false (cnscd_record_store_put (store->database, record, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID);
  /* Nobody who reads it knows the names of tables and columns. */
  g_assert_null (strstr (error->message, table));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *column = g_strdup_printf ("“%s”", kind->fields[i].name);

      g_assert_null (strstr (error->message, column));
    }
  assert_query (store, "SELECT count (*) FROM outbox", before);
}

/* Nor the words of SQLite. */
static void
test_broken_rule (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdStatement) statement =
    cnscd_statement_take (store->database, "INSERT INTO hamlet (id) VALUES ('x')", &error);

  g_assert_no_error (error);
  g_assert_false (cnscd_statement_run (statement, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID);
  g_assert_null (strstr (error->message, "hamlet"));
}

/* What a record has, its table has, and a reference refers to a kind. */
static void
test_schema (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();

  for (guint k = 0; CNSCD_KINDS[k] != NULL; k++)
    {
      const CnscdKind *kind = CNSCD_KINDS[k];

      for (guint i = 0; i < kind->n_fields; i++)
        {
          const CnscdField *field = &kind->fields[i];
          g_autofree char *sql = g_strdup_printf (
            "SELECT type, \"notnull\" FROM pragma_table_info ('%s') WHERE name = '%s'", kind->name,
            field->name);
          g_autofree char *expected = g_strdup_printf (
            "%s|%d", field->type == CNSCD_FIELD_COUNT ? "INTEGER" : "TEXT", field->required);

          assert_query (store, sql, expected);
          if (field->type == CNSCD_FIELD_REFERENCE)
            {
              g_autofree char *target = find_target (store, kind, field);

              g_assert_nonnull (cnscd_kind_from_name (target));
            }
          if (field->type == CNSCD_FIELD_CHOICE)
            {
              g_autofree char *table =
                g_strdup_printf ("SELECT sql FROM sqlite_master WHERE name = '%s'", kind->name);
              g_autofree char *ddl = cnscd_test_store_query (store, table);

              for (guint c = 0; field->choices[c] != NULL; c++)
                {
                  g_autofree char *word = g_strdup_printf ("'%s'", field->choices[c]);

                  g_assert_nonnull (strstr (ddl, word));
                }
            }
        }
    }
}

static void
test_round_trip (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();

  for (guint k = 0; CNSCD_KINDS[k] != NULL; k++)
    {
      const CnscdKind *kind = CNSCD_KINDS[k];
      gpointer full = make_full (store, kind);

      cnscd_test_store_put (store, full);
      assert_stored (store, full);

      /* Every field that may be unknown, one after the other. */
      for (guint i = 0; i < kind->n_fields; i++)
        {
          gpointer changed;

          if (kind->fields[i].required)
            continue;
          changed = cnscd_record_copy (full);
          g_assert_true (cnscd_field_set_text (&kind->fields[i], changed, NULL));
          cnscd_test_store_put (store, changed);
          assert_stored (store, changed);
          cnscd_record_unref (changed);
        }

      cnscd_test_store_put (store, full);
      cnscd_test_store_reopen (store);
      assert_stored (store, full);
      cnscd_record_unref (full);
    }
}

static void
test_journal (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_record_new (&CNSCD_KIND_HAMLET, CNSCD_TEST_UNIT);
  g_autoptr (CnscdHamlet) changed = NULL;

  cnscd_record_set (hamlet, name, TRICKY);
  cnscd_test_store_put (store, hamlet);
  assert_query (store,
                "SELECT kind, unit, base_rev, before, deleted, was_deleted, state, action,"
                " json_extract (fields, '$.name') = (SELECT name FROM hamlet),"
                " (SELECT count (*) FROM json_each (fields)),"
                " id = (SELECT id FROM hamlet), length (op_id) FROM outbox",
                "hamlet|05716|NULL|NULL|0|0|dirty|NULL|1|1|1|36");

  /* As it is already: nothing is written. */
  cnscd_test_store_put (store, hamlet);
  assert_query (store, "SELECT count (*) FROM outbox", "1");

  changed = cnscd_record_copy (hamlet);
  cnscd_record_set (changed, note, "mới");
  changed->valid_from = CNSCD_DATE (2020, 1, 0);
  cnscd_test_store_put (store, changed);
  assert_query (store, "SELECT base_rev, fields, before FROM outbox WHERE seq = 2",
                "0|{\"valid_from\":\"2020-01\",\"note\":\"mới\"}|"
                "{\"valid_from\":null,\"note\":null}");

  cnscd_test_store_put (store, hamlet);
  assert_query (store, "SELECT fields, before FROM outbox WHERE seq = 3",
                "{\"valid_from\":null,\"note\":null}|"
                "{\"valid_from\":\"2020-01\",\"note\":\"mới\"}");
}

static void
test_counts (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autoptr (CnscdHamletProfile) profile =
    cnscd_record_new (&CNSCD_KIND_HAMLET_PROFILE, CNSCD_TEST_UNIT);
  g_autoptr (CnscdHamletProfile) read = NULL;

  cnscd_record_set (profile, hamlet, hamlet->record.id);
  profile->as_of = CNSCD_DATE (2025, 12, 31);
  profile->households = 210;
  profile->poor_households = 0;
  cnscd_test_store_put (store, profile);

  /* Nothing is not zero. */
  read =
    cnscd_record_store_get (store->database, &CNSCD_KIND_HAMLET_PROFILE, profile->record.id, NULL);
  g_assert_cmpint (read->households, ==, 210);
  g_assert_cmpint (read->poor_households, ==, 0);
  g_assert_cmpint (read->near_poor_households, ==, CNSCD_COUNT_UNKNOWN);
  assert_query (store,
                "SELECT json_extract (fields, '$.households'), fields ->> 'poor_households',"
                " fields -> 'people' FROM outbox WHERE seq = 2",
                "210|0|NULL");
}

static void
test_delete (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autoptr (CnscdHamlet) changed = cnscd_record_copy (hamlet);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  const char *id = hamlet->record.id;
  gint64 count = -1;

  g_assert_true (cnscd_record_store_delete (store->database, &CNSCD_KIND_HAMLET, id, NULL));
  g_assert_null (cnscd_record_store_get (store->database, &CNSCD_KIND_HAMLET, id, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  records = cnscd_record_store_list (store->database, &CNSCD_KIND_HAMLET, NULL, NULL);
  g_assert_cmpuint (records->len, ==, 0);
  g_assert_true (
    cnscd_record_store_count (store->database, &CNSCD_KIND_HAMLET, NULL, &count, NULL));
  g_assert_cmpint (count, ==, 0);
  assert_query (store, "SELECT deleted, was_deleted, fields, before FROM outbox WHERE seq = 2",
                "1|0|{}|{}");

  g_assert_false (cnscd_record_store_delete (store->database, &CNSCD_KIND_HAMLET, id, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);

  /* It comes back as it is put, with the same number. */
  cnscd_record_set (changed, note, "lại");
  cnscd_test_store_put (store, changed);
  assert_stored (store, changed);
  assert_query (store, "SELECT deleted, was_deleted, fields FROM outbox WHERE seq = 3",
                "0|1|{\"note\":\"lại\"}");
  assert_query (store, "SELECT count (*), max (nr) FROM hamlet", "1|1");
}

static void
test_delete_in_use (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, hamlet);
  g_autoptr (CnscdPerson) person = cnscd_test_store_add_person (store, "Đào Thị Hòa", NULL);
  g_autoptr (CnscdMembership) membership =
    cnscd_test_store_add_membership (store, team, person, CNSCD_ROLE_LEADER);
  gpointer parents[] = { hamlet, team, person };

  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    {
      g_autoptr (GError) error = NULL;
      const CnscdRecord *record = parents[i];

      g_assert_false (
        cnscd_record_store_delete (store->database, record->kind, record->id, &error));
      g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID);
    }

  g_assert_true (cnscd_record_store_delete (store->database, &CNSCD_KIND_MEMBERSHIP,
                                            membership->record.id, NULL));
  g_assert_true (
    cnscd_record_store_delete (store->database, &CNSCD_KIND_TEAM, team->record.id, NULL));

  /* And nothing new may refer to what is gone. */
  assert_put_fails (store, membership);
}

static void
test_refused (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autoptr (CnscdHamlet) moved = cnscd_record_copy (hamlet);
  g_autoptr (CnscdHamlet) nameless = cnscd_record_new (&CNSCD_KIND_HAMLET, CNSCD_TEST_UNIT);
  g_autoptr (CnscdHamlet) homeless = cnscd_record_new (&CNSCD_KIND_HAMLET, "99999");
  g_autoptr (CnscdHamlet) nowhere = cnscd_record_new (&CNSCD_KIND_HAMLET, NULL);
  g_autoptr (CnscdHamlet) odd = cnscd_record_new (&CNSCD_KIND_HAMLET, CNSCD_TEST_UNIT);
  g_autoptr (CnscdTeam) orphan = cnscd_record_new (&CNSCD_KIND_TEAM, CNSCD_TEST_UNIT);

  cnscd_record_set (moved, record.unit, CNSCD_TEST_OTHER_UNIT);
  assert_put_fails (store, moved);

  assert_put_fails (store, nameless);

  cnscd_record_set (homeless, name, "Ba Nhất");
  assert_put_fails (store, homeless);
  cnscd_record_set (nowhere, name, "Ba Nhất");
  assert_put_fails (store, nowhere);

  cnscd_record_set (odd, name, "Ba Nhất");
  odd->kind = 17;
  assert_put_fails (store, odd);
  odd->kind = 0;
  odd->valid_from = CNSCD_DATE (2025, 2, 30);
  assert_put_fails (store, odd);
  odd->valid_from = CNSCD_DATE_UNKNOWN;
  cnscd_record_set (odd, record.id, "not-a-uuid");
  assert_put_fails (store, odd);

  cnscd_record_set (orphan, name, "Tổ CNSCĐ");
  orphan->level = CNSCD_TEAM_LEVEL_HAMLET;
  cnscd_record_set (orphan, hamlet, "01234567-89ab-7def-8123-456789abcdef");
  assert_put_fails (store, orphan);
}

/* A record under an id that is there already fails in the middle: nothing of it may stay. */
static void
test_add (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_record_new (&CNSCD_KIND_HAMLET, CNSCD_TEST_UNIT);
  g_autoptr (CnscdHamlet) twin = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (cnscd_record_store_add (store->database, hamlet, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID);
  g_clear_error (&error);

  cnscd_record_set (hamlet, name, "Ba Nhất");
  g_assert_true (cnscd_record_store_add (store->database, hamlet, &error));
  g_assert_no_error (error);
  assert_stored (store, hamlet);
  assert_query (store, "SELECT count (*) FROM outbox WHERE before IS NULL", "1");

  twin = cnscd_record_copy (hamlet);
  cnscd_record_set (twin, name, "Ba Nhì");
  g_assert_false (cnscd_record_store_add (store->database, twin, &error));
  g_assert_nonnull (error);
  assert_query (store, "SELECT group_concat (name) FROM hamlet", "Ba Nhất");
  assert_query (store, "SELECT count (*) FROM outbox", "1");
}

static void
test_lists (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) here = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autoptr (CnscdHamlet) there = cnscd_record_new (&CNSCD_KIND_HAMLET, CNSCD_TEST_OTHER_UNIT);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) some = NULL;
  gint64 count = -1;

  cnscd_record_set (there, name, "Bắc Phong");
  cnscd_test_store_put (store, there);

  all = cnscd_record_store_list (store->database, &CNSCD_KIND_HAMLET, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_true (cnscd_record_equal (g_ptr_array_index (all, 0), here));

  some = cnscd_record_store_list (store->database, &CNSCD_KIND_HAMLET, CNSCD_TEST_OTHER_UNIT, NULL);
  g_assert_cmpuint (some->len, ==, 1);
  g_assert_true (cnscd_record_equal (g_ptr_array_index (some, 0), there));

  g_assert_true (
    cnscd_record_store_count (store->database, &CNSCD_KIND_HAMLET, CNSCD_TEST_UNIT, &count, NULL));
  g_assert_cmpint (count, ==, 1);
}

static void
test_rollback (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) kept = NULL;
  g_autoptr (CnscdHamlet) dropped = NULL;
  g_autoptr (CnscdHamlet) last = NULL;

  g_assert_true (cnscd_database_begin (store->database, NULL));
  kept = cnscd_test_store_add_hamlet (store, "Một");
  g_assert_true (cnscd_database_begin (store->database, NULL));
  dropped = cnscd_test_store_add_hamlet (store, "Hai");
  cnscd_database_rollback (store->database);
  g_assert_true (cnscd_database_begin (store->database, NULL));
  last = cnscd_test_store_add_hamlet (store, "Ba");
  g_assert_true (cnscd_database_commit (store->database, NULL));

  /* Nobody else sees it yet. */
  assert_query (store, "SELECT count (*) FROM hamlet", "0");
  g_assert_true (cnscd_database_commit (store->database, NULL));
  assert_query (store, "SELECT group_concat (name) FROM hamlet", "Một,Ba");
  assert_query (store, "SELECT count (*) FROM outbox", "2");

  g_assert_true (cnscd_database_begin (store->database, NULL));
  cnscd_test_store_put (store, dropped);
  cnscd_database_rollback (store->database);
  assert_query (store, "SELECT count (*) FROM hamlet", "2");
  assert_query (store, "SELECT count (*) FROM outbox", "2");
}

/* A parent that was rolled back is not there, even if it was a moment ago. */
static void
test_rollback_of_parent (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = NULL;
  g_autoptr (CnscdTeam) team = cnscd_record_new (&CNSCD_KIND_TEAM, CNSCD_TEST_UNIT);

  g_assert_true (cnscd_database_begin (store->database, NULL));
  hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  cnscd_database_rollback (store->database);

  cnscd_record_set (team, name, "Tổ CNSCĐ");
  team->level = CNSCD_TEAM_LEVEL_HAMLET;
  cnscd_record_set (team, hamlet, hamlet->record.id);
  assert_put_fails (store, team);
}

/* What is only tried out is checked and read like anything else, and leaves nothing. */
static void
test_trial (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdTeam) kept = cnscd_test_store_add_team (store, NULL);
  g_autoptr (CnscdTeam) tried = cnscd_record_new (&CNSCD_KIND_TEAM, CNSCD_TEST_UNIT);
  g_autoptr (CnscdTeam) stored = NULL;
  g_autofree char *before = cnscd_test_store_query (store, "SELECT count (*) FROM outbox");
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  cnscd_record_set (tried, name, "Tổ thử");
  tried->level = CNSCD_TEAM_LEVEL_HAMLET;

  g_assert_true (cnscd_database_begin_trial (store->database, &error));
  g_assert_true (cnscd_record_store_put (store->database, tried, &error));
  g_assert_no_error (error);
  stored = cnscd_record_store_get (store->database, &CNSCD_KIND_TEAM, tried->record.id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (stored->name, ==, "Tổ thử");
  cnscd_record_set (tried, hamlet, "11111111-1111-4111-8111-111111111111");
  g_assert_false (cnscd_record_store_put (store->database, tried, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID);
  g_clear_error (&error);
  cnscd_database_rollback (store->database);

  g_assert_true (cnscd_database_begin_trial (store->database, &error));
  g_assert_false (cnscd_database_commit (store->database, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID);

  after = cnscd_test_store_query (store, "SELECT count (*) FROM outbox");
  g_assert_cmpstr (after, ==, before);
  g_clear_pointer (&after, g_free);
  after = cnscd_test_store_query (store, "SELECT count (*) FROM team");
  g_assert_cmpstr (after, ==, "1");

  /* The next change is journalled again. */
  cnscd_record_set (kept, note, "thật");
  cnscd_test_store_put (store, kept);
  g_clear_pointer (&after, g_free);
  after = cnscd_test_store_query (store, "SELECT count (*) FROM outbox");
  g_assert_cmpstr (after, ==, "2");
}

static void
test_damaged_value (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  cnscd_test_store_exec (store, "UPDATE hamlet SET valid_from = 'hôm qua'");
  list = cnscd_record_store_list (store->database, &CNSCD_KIND_HAMLET, NULL, &error);
  g_assert_null (list);
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_DAMAGED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/records/broken-rule", test_broken_rule);
  g_test_add_func ("/store/records/schema", test_schema);
  g_test_add_func ("/store/records/round-trip", test_round_trip);
  g_test_add_func ("/store/records/journal", test_journal);
  g_test_add_func ("/store/records/counts", test_counts);
  g_test_add_func ("/store/records/delete", test_delete);
  g_test_add_func ("/store/records/delete-in-use", test_delete_in_use);
  g_test_add_func ("/store/records/refused", test_refused);
  g_test_add_func ("/store/records/add", test_add);
  g_test_add_func ("/store/records/lists", test_lists);
  g_test_add_func ("/store/records/rollback", test_rollback);
  g_test_add_func ("/store/records/rollback-of-parent", test_rollback_of_parent);
  g_test_add_func ("/store/records/trial", test_trial);
  g_test_add_func ("/store/records/damaged-value", test_damaged_value);

  return g_test_run ();
}
