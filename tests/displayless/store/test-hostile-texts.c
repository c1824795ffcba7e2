/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-store.h"
#include "store/cnscd-action.h"
#include "store/cnscd-audit.h"
#include "store/cnscd-decision-details.h"
#include "store/cnscd-decisions.h"
#include "store/cnscd-duplicates.h"
#include "store/cnscd-hamlets.h"
#include "store/cnscd-members.h"
#include "store/cnscd-office-store.h"
#include "store/cnscd-person-history.h"
#include "store/cnscd-record-store.h"
#include "store/cnscd-team-history.h"
#include "store/cnscd-teams.h"
#include "store/cnscd-unit-records-store.h"
#include "store/cnscd-units.h"

/*
 * SQLite's own checks do not look whether a text is UTF-8. Whatever stands in the file, what reads
 * it gives what it can or an error that says why.
 */

typedef struct
{
  CnscdHamlet *hamlet;
  CnscdTeam *team;
  CnscdPerson *person;
  CnscdMembership *membership;
  CnscdDecision *decision;
  gint64 action;
} Content;

static void
fill (CnscdTestStore *store, Content *content)
{
  g_autoptr (CnscdAction) action = NULL;
  g_autoptr (CnscdHamletProfile) profile = NULL;
  g_autoptr (CnscdPerson) twin = NULL;
  g_autoptr (CnscdPerson) changed = NULL;

  g_assert_true (cnscd_database_begin (store->database, NULL));
  g_assert_true (cnscd_action_begin (store->database, "import", "roster.xlsx", NULL));
  content->decision = cnscd_record_new (&CNSCD_KIND_DECISION, CNSCD_TEST_UNIT);
  cnscd_record_set (content->decision, number, "7/QĐ-UBND");
  content->decision->date = (CnscdDate) { 2025, 7, 1 };
  cnscd_test_store_put (store, content->decision);
  content->hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  profile = cnscd_record_new (&CNSCD_KIND_HAMLET_PROFILE, CNSCD_TEST_UNIT);
  cnscd_record_set (profile, hamlet, content->hamlet->record.id);
  profile->as_of = (CnscdDate) { 2025, 12, 31 };
  profile->households = 100;
  cnscd_test_store_put (store, profile);
  content->team = cnscd_test_store_add_team (store, content->hamlet);
  content->person = cnscd_test_store_add_person (store, "Đào Thị Ánh", "0912345678");
  twin = cnscd_test_store_add_person (store, "Đào Thị Ánh", "0912345678");
  content->membership =
    cnscd_test_store_add_membership (store, content->team, content->person, CNSCD_ROLE_LEADER);
  cnscd_test_store_add_member (store, content->team, "Lê Văn Ba");
  cnscd_action_end (store->database);
  g_assert_true (cnscd_database_commit (store->database, NULL));

  /* An edit, which has values from before. */
  g_assert_true (cnscd_action_begin (store->database, "edit", "Ánh", NULL));
  changed = cnscd_record_copy (content->person);
  cnscd_record_set (changed, note, "trưởng xóm");
  cnscd_test_store_put (store, changed);
  cnscd_action_end (store->database);
  g_assert_true (cnscd_audit_add (store->database, "export", "members", "roster.xlsx", 2, NULL));
  action = cnscd_action_last (store->database, "edit", NULL);
  content->action = action->id;
}

static void
free_content (Content *content)
{
  cnscd_record_unref (content->hamlet);
  cnscd_record_unref (content->team);
  cnscd_record_unref (content->person);
  cnscd_record_unref (content->membership);
  cnscd_record_unref (content->decision);
}

static void
check (gpointer result, GDestroyNotify unref, GError **error)
{
  g_assert_true ((result != NULL) == (*error == NULL));
  if (result != NULL)
    unref (result);
  g_clear_error (error);
}

#define ARRAY(call) check (call, (GDestroyNotify) g_ptr_array_unref, &error)

static void
read_lists (CnscdDatabase *database)
{
  GError *error = NULL;

  ARRAY (cnscd_units_list (database, NULL, &error));
  ARRAY (cnscd_units_list (database, "vo nhai", &error));
  for (CnscdMemberSort sort = CNSCD_MEMBER_SORT_NAME; sort <= CNSCD_MEMBER_SORT_TEAM; sort++)
    ARRAY (cnscd_members_list (database, &(CnscdMemberQuery) { .sort = sort }, &error));
  ARRAY (cnscd_members_list (database, &(CnscdMemberQuery) { .search = "anh" }, &error));
  ARRAY (cnscd_members_list_bodies (database, NULL, &error));
  ARRAY (cnscd_teams_list (database, &(CnscdTeamQuery) { .unit = NULL }, &error));
  ARRAY (cnscd_teams_list (database, &(CnscdTeamQuery) { .search = "ba nhat" }, &error));
  ARRAY (
    cnscd_teams_list (database, &(CnscdTeamQuery) { .shown = CNSCD_TEAMS_WITH_WARNINGS }, &error));
  ARRAY (cnscd_decisions_list (database, &(CnscdDecisionQuery) { .search = "7" }, &error));
  ARRAY (cnscd_hamlets_get_current (database, CNSCD_TEST_UNIT, &error));
  ARRAY (cnscd_duplicates_find (database, NULL, &error));
  ARRAY (cnscd_audit_list (database, 10, &error));
  for (guint i = 0; CNSCD_KINDS[i] != NULL; i++)
    ARRAY (cnscd_record_store_list (database, CNSCD_KINDS[i], NULL, &error));
}

static void
read_hamlets (CnscdDatabase *database)
{
  GError *error = NULL;
  g_autoptr (GArray) nrs =
    cnscd_hamlets_query (database, &(CnscdHamletQuery) { .search = "ba" }, &error);

  g_assert_true ((nrs != NULL) == (error == NULL));
  g_clear_error (&error);
  if (nrs != NULL)
    ARRAY (cnscd_hamlets_read (database, (const gint64 *) nrs->data, nrs->len, &error));
}

static void
read_one (CnscdDatabase *database, const Content *content)
{
  const char *decision = content->decision->record.id;
  GError *error = NULL;

  check (cnscd_office_load (database, &error), (GDestroyNotify) cnscd_office_free, &error);
  check (cnscd_hamlets_get (database, content->hamlet->record.id, &error),
         (GDestroyNotify) cnscd_hamlet_details_unref, &error);
  check (cnscd_team_history_read (database, content->team->record.id, &error),
         (GDestroyNotify) cnscd_team_history_free, &error);
  ARRAY (cnscd_team_memberships_list (database, content->team->record.id, &error));
  check (cnscd_person_history_read (database, content->person->record.id, &error),
         (GDestroyNotify) cnscd_person_history_unref, &error);
  check (cnscd_decision_details_read (database, decision, &error),
         (GDestroyNotify) cnscd_decision_details_free, &error);
  check (cnscd_unit_records_read (database, CNSCD_TEST_UNIT, &error),
         (GDestroyNotify) cnscd_unit_records_unref, &error);
  check (cnscd_action_last (database, "import", &error), (GDestroyNotify) cnscd_action_free,
         &error);
}

static void
undo (CnscdDatabase *database, gint64 action)
{
  g_autoptr (GError) error = NULL;
  gboolean done = cnscd_action_undo (database, action, NULL, &error);

  g_assert_true (done == (error == NULL));
}

static void
test_column (const char *table, const char *column)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  Content content = { 0 };

  g_test_message ("%s.%s", table, column);
  fill (store, &content);
  g_clear_pointer (&store->database, cnscd_database_close);
  sql = g_strdup_printf ("PRAGMA ignore_check_constraints = ON;"
                         "UPDATE \"%s\" SET \"%s\" = CAST (x'41ff42' AS TEXT)"
                         " WHERE \"%s\" IS (SELECT max (\"%s\") FROM \"%s\")",
                         table, column, column, column, table);
  cnscd_test_store_exec (store, sql);

  store->database = cnscd_database_open_unchecked (store->path, &error);
  g_assert_true ((store->database != NULL) == (error == NULL));
  if (store->database != NULL)
    {
      read_lists (store->database);
      read_hamlets (store->database);
      read_one (store->database, &content);
      undo (store->database, content.action);
      undo (store->database, content.action - 1);
    }
  free_content (&content);
}

static void
test_columns (gconstpointer table)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autofree char *sql = g_strdup_printf (
    "SELECT name FROM pragma_table_info ('%s') WHERE type = 'TEXT'", (const char *) table);
  g_autofree char *names = cnscd_test_store_query (store, sql);
  g_auto (GStrv) columns = g_strsplit (names, "\n", -1);

  g_assert_nonnull (columns[0]);
  for (guint i = 0; columns[i] != NULL; i++)
    test_column (table, columns[i]);
}

int
main (int argc, char **argv)
{
  static const char *const tables[] = { "unit",   "hamlet", "hamlet_profile", "decision",
                                        "team",   "person", "membership",     "action",
                                        "outbox", "audit",  "setting",        "member_index" };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strconcat ("/store/hostile-texts/", tables[i], NULL);

      g_test_add_data_func (path, tables[i], test_columns);
    }

  return g_test_run ();
}
