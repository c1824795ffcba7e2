/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-store.h"
#include "core/cnscd-schedule-records.h"
#include "store/cnscd-action.h"
#include "store/cnscd-members.h"
#include "store/cnscd-record-store.h"

static void
begin (CnscdTestStore *store, const char *kind)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cnscd_database_begin (store->database, NULL));
  g_assert_true (cnscd_action_begin (store->database, kind, "roster.xlsx", &error));
  g_assert_no_error (error);
}

static gint64
end (CnscdTestStore *store, const char *kind)
{
  g_autoptr (CnscdAction) action = NULL;

  cnscd_action_end (store->database);
  g_assert_true (cnscd_database_commit (store->database, NULL));
  action = cnscd_action_last (store->database, kind, NULL);
  g_assert_nonnull (action);
  g_assert_cmpstr (action->label, ==, "roster.xlsx");
  g_assert_false (action->undone);

  return action->id;
}

static void
undo (CnscdTestStore *store, gint64 id, guint n_undone, guint n_kept)
{
  g_autoptr (GError) error = NULL;
  guint undone = 0;
  guint kept = 0;

  g_assert_true (cnscd_action_undo_full (store->database, id, &undone, &kept, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (undone, ==, n_undone);
  g_assert_cmpuint (kept, ==, n_kept);
}

static gboolean
is_there (CnscdTestStore *store, gpointer record)
{
  const CnscdRecord *head = record;
  g_autoptr (GError) error = NULL;
  gpointer read = cnscd_record_store_get (store->database, head->kind, head->id, &error);

  if (read == NULL)
    g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
  g_clear_pointer (&read, cnscd_record_unref);
  return error == NULL;
}

static void
assert_stored (CnscdTestStore *store, gpointer record)
{
  const CnscdRecord *head = record;
  gpointer read = cnscd_record_store_get (store->database, head->kind, head->id, NULL);

  g_assert_nonnull (read);
  g_assert_true (cnscd_record_equal (record, read));
  cnscd_record_unref (read);
}

static guint
count_members (CnscdTestStore *store)
{
  const CnscdMemberQuery query = { 0 };
  g_autoptr (GArray) nrs = cnscd_members_query (store->database, &query, NULL);

  return nrs->len;
}

typedef struct
{
  CnscdHamlet *hamlet;
  CnscdTeam *team;
  CnscdPerson *person;
  CnscdMembership *membership;
  gint64 action;
} Import;

static void
import (CnscdTestStore *store, Import *import)
{
  begin (store, "import");
  import->hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  import->team = cnscd_test_store_add_team (store, import->hamlet);
  import->person = cnscd_test_store_add_person (store, "Đào Thị Hòa", "0912345678");
  import->membership =
    cnscd_test_store_add_membership (store, import->team, import->person, CNSCD_ROLE_LEADER);
  import->action = end (store, "import");
}

static void
clear_import (Import *import)
{
  cnscd_record_unref (import->hamlet);
  cnscd_record_unref (import->team);
  cnscd_record_unref (import->person);
  cnscd_record_unref (import->membership);
}

static void
test_none (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (cnscd_action_last (store->database, "import", &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (cnscd_action_undo (store->database, 7, NULL, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
}

static void
test_created (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdAction) action = NULL;
  g_autoptr (GError) error = NULL;
  Import made;
  gboolean empty = FALSE;

  import (store, &made);
  action = cnscd_action_last (store->database, "import", NULL);
  g_assert_cmpuint (action->n_changes, ==, 4);
  g_assert_cmpuint (count_members (store), ==, 1);

  undo (store, made.action, 4, 0);
  g_assert_true (cnscd_database_is_empty (store->database, &empty, NULL));
  g_assert_true (empty);
  g_assert_cmpuint (count_members (store), ==, 0);

  /* Not twice; and what was undone can still be named. */
  g_assert_false (cnscd_action_undo (store->database, made.action, NULL, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID);
  g_clear_pointer (&action, cnscd_action_free);
  action = cnscd_action_last (store->database, "import", NULL);
  g_assert_true (action->undone);
  clear_import (&made);
}

static void
test_changed (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdPerson) person = cnscd_test_store_add_person (store, "Đào Thị Hòa", NULL);
  g_autoptr (CnscdPerson) changed = cnscd_record_copy (person);
  gint64 id;

  /* Twice in one action: the first value from before counts. */
  begin (store, "import");
  cnscd_record_set (changed, phone, "0911111111");
  changed->birth = CNSCD_DATE (1975, 0, 0);
  cnscd_test_store_put (store, changed);
  g_clear_pointer (&changed, cnscd_record_unref);
  changed = cnscd_record_copy (person);
  cnscd_record_set (changed, phone, "0922222222");
  changed->birth = CNSCD_DATE (1975, 0, 0);
  cnscd_test_store_put (store, changed);
  id = end (store, "import");

  undo (store, id, 1, 0);
  assert_stored (store, person);
}

static void
test_deleted (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  Import made;
  gint64 id;

  import (store, &made);
  begin (store, "merge");
  g_assert_true (cnscd_record_store_delete (store->database, &CNSCD_KIND_MEMBERSHIP,
                                            made.membership->record.id, NULL));
  g_assert_true (
    cnscd_record_store_delete (store->database, &CNSCD_KIND_PERSON, made.person->record.id, NULL));
  id = end (store, "merge");
  g_assert_cmpuint (count_members (store), ==, 0);

  undo (store, id, 2, 0);
  assert_stored (store, made.person);
  assert_stored (store, made.membership);
  g_assert_cmpuint (count_members (store), ==, 1);
  clear_import (&made);
}

/* Field by field: the later value stays, the others go back. */
static void
test_later_field (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdPerson) person = cnscd_test_store_add_person (store, "Đào Thị Hòa", NULL);
  g_autoptr (CnscdPerson) changed = cnscd_record_copy (person);
  g_autoptr (CnscdPerson) edited = NULL;
  g_autoptr (CnscdPerson) expected = NULL;
  gint64 id;

  begin (store, "import");
  cnscd_record_set (changed, phone, "0911111111");
  changed->gender = CNSCD_GENDER_FEMALE;
  cnscd_test_store_put (store, changed);
  id = end (store, "import");

  edited = cnscd_record_copy (changed);
  cnscd_record_set (edited, phone, "0933333333");
  cnscd_record_set (edited, note, "đã gọi");
  cnscd_test_store_put (store, edited);

  undo (store, id, 1, 1);
  expected = cnscd_record_copy (edited);
  expected->gender = CNSCD_GENDER_UNKNOWN;
  assert_stored (store, expected);
}

/* Changed and changed back by hand is a later edit too: somebody decided. */
static void
test_later_same_value (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdPerson) person = cnscd_test_store_add_person (store, "Đào Thị Hòa", NULL);
  g_autoptr (CnscdPerson) changed = cnscd_record_copy (person);
  g_autoptr (CnscdPerson) edited = NULL;
  gint64 id;

  begin (store, "import");
  cnscd_record_set (changed, phone, "0911111111");
  cnscd_test_store_put (store, changed);
  id = end (store, "import");

  edited = cnscd_record_copy (changed);
  cnscd_record_set (edited, phone, NULL);
  cnscd_test_store_put (store, edited);
  cnscd_test_store_put (store, changed);

  undo (store, id, 0, 1);
  assert_stored (store, changed);
}

/* Two imports undone one after the other lead back to the start. */
static void
test_two_imports (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdPerson) person = cnscd_test_store_add_person (store, "Đào Thị Hòa", NULL);
  g_autoptr (CnscdPerson) first = cnscd_record_copy (person);
  g_autoptr (CnscdPerson) second = NULL;
  g_autoptr (CnscdAction) next = NULL;
  gint64 one, two;

  begin (store, "import");
  cnscd_record_set (first, phone, "0911111111");
  cnscd_test_store_put (store, first);
  one = end (store, "import");

  second = cnscd_record_copy (first);
  begin (store, "import");
  cnscd_record_set (second, phone, "0922222222");
  cnscd_test_store_put (store, second);
  two = end (store, "import");

  undo (store, two, 1, 0);
  assert_stored (store, first);
  next = cnscd_action_last (store->database, "import", NULL);
  g_assert_cmpint (next->id, ==, one);
  undo (store, one, 1, 0);
  assert_stored (store, person);
}

static void
test_edited_person_stays (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdPerson) edited = NULL;
  Import made;

  import (store, &made);
  edited = cnscd_record_copy (made.person);
  cnscd_record_set (edited, phone, "0987654321");
  cnscd_test_store_put (store, edited);

  /* With the person stay the membership, the team and its hamlet. */
  undo (store, made.action, 0, 4);
  assert_stored (store, edited);
  g_assert_cmpuint (count_members (store), ==, 1);
  clear_import (&made);
}

static void
test_referred_stays (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdPerson) later = NULL;
  g_autoptr (CnscdMembership) membership = NULL;
  Import made;

  import (store, &made);
  later = cnscd_test_store_add_person (store, "Lý Văn Ẩn", NULL);
  membership = cnscd_test_store_add_membership (store, made.team, later, CNSCD_ROLE_MEMBER);

  undo (store, made.action, 2, 2);
  g_assert_false (is_there (store, made.person));
  g_assert_false (is_there (store, made.membership));
  g_assert_true (is_there (store, made.team));
  g_assert_true (is_there (store, made.hamlet));
  assert_stored (store, membership);
  g_assert_cmpuint (count_members (store), ==, 1);
  clear_import (&made);
}

/* What the earlier value refers to is gone: the later one stays. */
static void
test_earlier_reference_gone (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) old = cnscd_test_store_add_hamlet (store, "Cũ");
  g_autoptr (CnscdHamlet) new = cnscd_test_store_add_hamlet (store, "Mới");
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, old);
  g_autoptr (CnscdTeam) moved = cnscd_record_copy (team);
  gint64 id;

  begin (store, "import");
  cnscd_record_set (moved, hamlet, new->record.id);
  cnscd_record_set (moved, note, "sáp nhập");
  cnscd_test_store_put (store, moved);
  id = end (store, "import");
  g_assert_true (
    cnscd_record_store_delete (store->database, &CNSCD_KIND_HAMLET, old->record.id, NULL));

  undo (store, id, 1, 1);
  cnscd_record_set (moved, note, NULL);
  assert_stored (store, moved);
}

static void
test_rolled_back (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) hamlet = NULL;
  g_autoptr (CnscdHamlet) later = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  /* A dry run: the action goes with the savepoint that it began in. */
  g_assert_true (cnscd_database_begin (store->database, NULL));
  begin (store, "import");
  hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  cnscd_database_rollback (store->database);
  later = cnscd_test_store_add_hamlet (store, "Bắc Phong");
  g_assert_true (cnscd_database_commit (store->database, NULL));

  text = cnscd_test_store_query (store, "SELECT count (*), max (action) FROM outbox");
  g_assert_cmpstr (text, ==, "1|NULL");
  g_assert_null (cnscd_action_last (store->database, "import", &error));
}

static void
assert_unit (CnscdTestStore *store, const char *unit)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *setting = cnscd_database_get_setting (store->database, "unit", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (setting, ==, unit);
}

/* The office was of the commune of a wrong file: with its last record the choice goes too. */
static void
test_unit_goes (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdHamlet) own = NULL;
  Import first, second;

  g_assert_true (cnscd_database_set_setting (store->database, "unit", CNSCD_TEST_UNIT, NULL));
  import (store, &first);
  undo (store, first.action, 4, 0);
  assert_unit (store, NULL);

  /* A commune that still has a record stays chosen, and so does one that the action left alone. */
  g_assert_true (cnscd_database_set_setting (store->database, "unit", CNSCD_TEST_UNIT, NULL));
  own = cnscd_test_store_add_hamlet (store, "Dốc Đỏ");
  import (store, &second);
  undo (store, second.action, 4, 0);
  assert_unit (store, CNSCD_TEST_UNIT);
  clear_import (&second);

  g_assert_true (cnscd_database_set_setting (store->database, "unit", CNSCD_TEST_OTHER_UNIT, NULL));
  import (store, &second);
  undo (store, second.action, 4, 0);
  assert_unit (store, CNSCD_TEST_OTHER_UNIT);

  clear_import (&first);
  clear_import (&second);
}

/* Neither a schedule nor a form has made this office one of its commune, so undoing them does not
 * forget it, though nothing of it is left. */
static void
test_unit_stays (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdSession) session = cnscd_record_new (&CNSCD_KIND_SESSION, CNSCD_TEST_UNIT);
  g_autoptr (CnscdHamlet) hamlet = NULL;
  g_autoptr (CnscdTeam) team = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (cnscd_database_set_setting (store->database, "unit", CNSCD_TEST_UNIT, NULL));
  cnscd_record_set (session, title, "Dịch vụ công");
  session->starts_at = cnscd_time_new (CNSCD_DATE (2026, 11, 20), 19 * 60);
  session->ends_at = session->starts_at + 120;
  session->state = CNSCD_SESSION_STATE_PLANNED;
  begin (store, "import");
  g_assert_true (cnscd_record_store_put (store->database, session, &error));
  g_assert_no_error (error);
  undo (store, end (store, "import"), 1, 0);
  assert_unit (store, CNSCD_TEST_UNIT);

  begin (store, "edit");
  hamlet = cnscd_test_store_add_hamlet (store, "Ba Nhất");
  team = cnscd_test_store_add_team (store, hamlet);
  undo (store, end (store, "edit"), 2, 0);
  assert_unit (store, CNSCD_TEST_UNIT);
}

static void
test_one_at_a_time (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (GError) error = NULL;

  begin (store, "import");
  g_assert_false (cnscd_action_begin (store->database, "import", NULL, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID);
  cnscd_database_rollback (store->database);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/action/none", test_none);
  g_test_add_func ("/store/action/created", test_created);
  g_test_add_func ("/store/action/changed", test_changed);
  g_test_add_func ("/store/action/deleted", test_deleted);
  g_test_add_func ("/store/action/later-field", test_later_field);
  g_test_add_func ("/store/action/later-same-value", test_later_same_value);
  g_test_add_func ("/store/action/two-imports", test_two_imports);
  g_test_add_func ("/store/action/edited-person-stays", test_edited_person_stays);
  g_test_add_func ("/store/action/referred-stays", test_referred_stays);
  g_test_add_func ("/store/action/earlier-reference-gone", test_earlier_reference_gone);
  g_test_add_func ("/store/action/rolled-back", test_rolled_back);
  g_test_add_func ("/store/action/unit-goes", test_unit_goes);
  g_test_add_func ("/store/action/unit-stays", test_unit_stays);
  g_test_add_func ("/store/action/one-at-a-time", test_one_at_a_time);

  return g_test_run ();
}
