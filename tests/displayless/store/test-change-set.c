/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-schedule-records.h"
#include "core/cnscd-time.h"
#include "store/cnscd-action.h"
#include "store/cnscd-change-set-store.h"
#include "store/cnscd-record-store.h"

#include "cnscd-test-store.h"

static gint64
apply (CnscdTestStore *store, CnscdChangeSet *set)
{
  g_autoptr (GError) error = NULL;
  gint64 action = -1;

  g_assert_true (cnscd_change_set_apply (store->database, set, &action, &error));
  g_assert_no_error (error);
  return action;
}

static void
assert_refused (CnscdTestStore *store, CnscdChangeSet *set, CnscdStoreError code)
{
  g_autofree char *before = cnscd_test_store_query (store, "SELECT count (*) FROM outbox");
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 action = -1;

  g_assert_false (cnscd_change_set_apply (store->database, set, &action, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, (int) code);
  g_assert_cmpint (action, ==, 0);
  after = cnscd_test_store_query (store, "SELECT count (*) FROM outbox");
  g_assert_cmpstr (after, ==, before);
}

static gpointer
get (CnscdTestStore *store, gpointer record)
{
  const CnscdRecord *head = record;
  g_autoptr (GError) error = NULL;
  gpointer stored = cnscd_record_store_get (store->database, head->kind, head->id, &error);

  g_assert_no_error (error);
  return stored;
}

/* Everything in one go, and back in one go. */
static void
test_whole (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, NULL);
  g_autoptr (CnscdTeam) renamed = cnscd_record_copy (team);
  g_autoptr (CnscdPerson) gone = cnscd_test_store_add_person (store, "Hoàng Văn Cũ", NULL);
  g_autoptr (CnscdPerson) person = cnscd_record_new (&CNSCD_KIND_PERSON, CNSCD_TEST_UNIT);
  g_autoptr (CnscdMembership) membership =
    cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, CNSCD_TEST_UNIT);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Đổi tổ");
  g_autoptr (CnscdTeam) stored = NULL;
  g_autoptr (CnscdTeam) back = NULL;
  g_autoptr (CnscdAction) last = NULL;
  g_autoptr (CnscdPerson) found = NULL;
  g_autoptr (GError) error = NULL;
  gint64 action;

  cnscd_record_set (renamed, name, "Tổ CNSCĐ xóm Mới");
  cnscd_record_set (person, full_name, "Đào Thị Ánh");
  cnscd_record_set (membership, team, team->record.id);
  cnscd_record_set (membership, person, person->record.id);
  membership->role = CNSCD_ROLE_LEADER;
  cnscd_change_set_add (set, person);
  cnscd_change_set_add (set, membership);
  cnscd_change_set_edit (set, team, renamed);
  cnscd_change_set_delete (set, gone);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 4);

  action = apply (store, set);
  g_assert_cmpint (action, >, 0);
  stored = get (store, team);
  g_assert_cmpstr (stored->name, ==, "Tổ CNSCĐ xóm Mới");
  last = cnscd_action_last (store->database, "edit", &error);
  g_assert_cmpint (last->id, ==, action);
  g_assert_cmpstr (last->label, ==, "Đổi tổ");
  g_assert_cmpuint (last->n_changes, ==, 4);

  g_assert_true (cnscd_action_undo (store->database, action, NULL, &error));
  g_assert_no_error (error);
  back = get (store, team);
  g_assert_true (cnscd_record_equal (back, team));
  found = get (store, gone);
  g_assert_cmpstr (found->full_name, ==, "Hoàng Văn Cũ");
  g_assert_null (
    cnscd_record_store_get (store->database, &CNSCD_KIND_PERSON, person->record.id, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
}

/* One change that is refused takes all others with it. */
static void
test_refused (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdTeam) team = cnscd_test_store_add_team (store, NULL);
  g_autoptr (CnscdPerson) person = cnscd_test_store_add_person (store, "Lê Văn Ba", NULL);
  g_autoptr (CnscdMembership) membership =
    cnscd_test_store_add_membership (store, team, person, CNSCD_ROLE_MEMBER);
  g_autoptr (CnscdPerson) renamed = cnscd_record_copy (person);
  g_autoptr (CnscdChangeSet) used = cnscd_change_set_new ("xóa");
  g_autoptr (CnscdChangeSet) ended = cnscd_change_set_new ("sửa");
  g_autoptr (CnscdChangeSet) nothing = cnscd_change_set_new ("không");
  g_autoptr (CnscdPerson) stored = NULL;
  g_autoptr (GError) error = NULL;

  cnscd_record_set (renamed, full_name, "Lê Văn Bốn");
  cnscd_change_set_edit (used, person, renamed);
  cnscd_change_set_delete (used, team);
  assert_refused (store, used, CNSCD_STORE_ERROR_INVALID);
  stored = get (store, person);
  g_assert_cmpstr (stored->full_name, ==, "Lê Văn Ba");

  /* Deleted by somebody else while a form was open. */
  g_assert_true (cnscd_record_store_delete (store->database, &CNSCD_KIND_MEMBERSHIP,
                                            membership->record.id, &error));
  g_assert_true (
    cnscd_record_store_delete (store->database, &CNSCD_KIND_PERSON, person->record.id, &error));
  cnscd_change_set_edit (ended, person, renamed);
  assert_refused (store, ended, CNSCD_STORE_ERROR_NOT_FOUND);

  cnscd_change_set_edit (nothing, team, team);
  g_assert_cmpint (apply (store, nothing), ==, 0);
}

/* Who had seen an older state changes only what they changed. */
static void
test_merge (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdPerson) person =
    cnscd_test_store_add_person (store, "Nguyễn Văn An", "0912345678");
  g_autoptr (CnscdPerson) theirs = cnscd_record_copy (person);
  g_autoptr (CnscdPerson) ours = cnscd_record_copy (person);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("sửa");
  g_autoptr (CnscdPerson) stored = NULL;

  cnscd_record_set (theirs, phone, "0987654321");
  theirs->birth = CNSCD_DATE (1990, 0, 0);
  cnscd_test_store_put (store, theirs);

  cnscd_record_set (ours, full_name, "Nguyễn Văn Ẩn");
  ours->gender = CNSCD_GENDER_MALE;
  cnscd_record_set (ours, note, "mới");
  cnscd_change_set_edit (set, person, ours);
  apply (store, set);

  stored = get (store, person);
  g_assert_cmpstr (stored->full_name, ==, "Nguyễn Văn Ẩn");
  g_assert_cmpint (stored->gender, ==, CNSCD_GENDER_MALE);
  g_assert_cmpstr (stored->note, ==, "mới");
  g_assert_cmpstr (stored->phone, ==, "0987654321");
  g_assert_cmpint (stored->birth.year, ==, 1990);
}

/* What two changed is nobody's to decide but theirs; what one did stays either way. */
static void
test_conflict (void)
{
  static const CnscdConflicts answers[] = { CNSCD_CONFLICTS_YIELD, CNSCD_CONFLICTS_OVERRULE };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
      g_autoptr (CnscdPerson) seen = cnscd_test_store_add_person (store, "Lê Văn Ba", "0912345111");
      g_autoptr (CnscdPerson) theirs = cnscd_record_copy (seen);
      g_autoptr (CnscdPerson) mine = cnscd_record_copy (seen);
      g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("sửa");
      g_autoptr (CnscdPerson) stored = NULL;
      g_autoptr (GError) error = NULL;
      gint64 action = -1;

      cnscd_record_set (theirs, phone, "0912345333");
      theirs->gender = CNSCD_GENDER_MALE;
      cnscd_record_set (theirs, note, "giống nhau");
      cnscd_test_store_put (store, theirs);
      cnscd_record_set (mine, phone, "0912345222");
      cnscd_record_set (mine, full_name, "Lê Văn Bá");
      cnscd_record_set (mine, note, "giống nhau");
      cnscd_change_set_edit (set, seen, mine);

      cnscd_change_set_set_conflicts (set, CNSCD_CONFLICTS_REFUSE);
      g_assert_false (cnscd_change_set_apply (store->database, set, &action, &error));
      g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_CONFLICT);
      g_assert_cmpstr (error->message, ==,
                       "Somebody changed this meanwhile:\nPhone: you typed 0912 345 222 · "
                       "stored: 0912 345 333");

      cnscd_change_set_set_conflicts (set, answers[i]);
      apply (store, set);
      stored = get (store, seen);
      g_assert_cmpstr (stored->phone, ==,
                       answers[i] == CNSCD_CONFLICTS_YIELD ? "0912345333" : "0912345222");
      g_assert_cmpstr (stored->full_name, ==, "Lê Văn Bá");
      g_assert_cmpint (stored->gender, ==, CNSCD_GENDER_MALE);
    }
}

/* A report's numbers are told apart by their names. */
static void
test_conflict_of_session (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdSession) seen = cnscd_record_new (&CNSCD_KIND_SESSION, CNSCD_TEST_UNIT);
  g_autoptr (CnscdSession) theirs = NULL;
  g_autoptr (CnscdSession) mine = NULL;
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("báo cáo");
  g_autoptr (GError) error = NULL;
  gint64 action = -1;

  cnscd_record_set (seen, title, "VNeID");
  seen->starts_at = cnscd_time_new (CNSCD_DATE (2026, 11, 27), 8 * 60);
  seen->ends_at = seen->starts_at + 60;
  seen->state = CNSCD_SESSION_STATE_HELD;
  cnscd_test_store_put (store, seen);
  theirs = cnscd_record_copy (seen);
  theirs->attendance = 30;
  theirs->attendance_women = 12;
  theirs->starts_at += 60;
  cnscd_test_store_put (store, theirs);
  mine = cnscd_record_copy (seen);
  mine->attendance = 10;
  mine->attendance_women = 5;
  mine->starts_at += 30;
  cnscd_change_set_edit (set, seen, mine);

  cnscd_change_set_set_conflicts (set, CNSCD_CONFLICTS_REFUSE);
  g_assert_false (cnscd_change_set_apply (store->database, set, &action, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_CONFLICT);
  g_assert_cmpstr (error->message, ==,
                   "Somebody changed this meanwhile:\n"
                   "Begins: you typed 8h30 27/11/2026 · stored: 9h00 27/11/2026\n"
                   "Total: you typed 10 · stored: 30\n"
                   "Women: you typed 5 · stored: 12");
}

static CnscdIndicator *
put_indicator (CnscdTestStore *store, const char *name)
{
  CnscdIndicator *indicator = cnscd_record_new (&CNSCD_KIND_INDICATOR, CNSCD_TEST_UNIT);

  cnscd_record_set (indicator, name, name);
  cnscd_record_set (indicator, unit_of_measure, "tài khoản");
  cnscd_test_store_put (store, indicator);
  return indicator;
}

/* So are its results, and all of them are asked about at once. */
static void
test_conflict_of_results (void)
{
  static const char *const names[] = { "Tài khoản VNeID", "Hồ sơ trực tuyến" };
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdSession) session = cnscd_record_new (&CNSCD_KIND_SESSION, CNSCD_TEST_UNIT);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("báo cáo");
  g_autoptr (GError) error = NULL;
  gint64 action = -1;

  cnscd_record_set (session, title, "VNeID");
  session->starts_at = cnscd_time_new (CNSCD_DATE (2026, 11, 27), 8 * 60);
  session->ends_at = session->starts_at + 60;
  session->state = CNSCD_SESSION_STATE_HELD;
  cnscd_test_store_put (store, session);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (CnscdIndicator) indicator = put_indicator (store, names[i]);
      g_autoptr (CnscdSessionResult) seen =
        cnscd_record_new (&CNSCD_KIND_SESSION_RESULT, CNSCD_TEST_UNIT);
      g_autoptr (CnscdSessionResult) theirs = NULL;
      g_autoptr (CnscdSessionResult) mine = NULL;

      cnscd_record_set (seen, session, session->record.id);
      cnscd_record_set (seen, indicator, indicator->record.id);
      seen->value = 1;
      cnscd_test_store_put (store, seen);
      theirs = cnscd_record_copy (seen);
      theirs->value = 7 + i;
      cnscd_test_store_put (store, theirs);
      mine = cnscd_record_copy (seen);
      mine->value = 5 + i;
      cnscd_change_set_edit (set, seen, mine);
    }

  cnscd_change_set_set_conflicts (set, CNSCD_CONFLICTS_REFUSE);
  g_assert_false (cnscd_change_set_apply (store->database, set, &action, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_CONFLICT);
  g_assert_cmpstr (error->message, ==,
                   "Somebody changed this meanwhile:\n"
                   "Tài khoản VNeID: you typed 5 · stored: 7\n"
                   "Hồ sơ trực tuyến: you typed 6 · stored: 8");
}

/* Two that change different fields do not disturb each other. */
static void
test_no_conflict (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdPerson) seen = cnscd_test_store_add_person (store, "Lê Văn Ba", "0912345111");
  g_autoptr (CnscdPerson) theirs = cnscd_record_copy (seen);
  g_autoptr (CnscdPerson) mine = cnscd_record_copy (seen);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("sửa");
  g_autoptr (CnscdPerson) stored = NULL;

  cnscd_record_set (theirs, phone, "0912345333");
  cnscd_test_store_put (store, theirs);
  cnscd_record_set (mine, full_name, "Lê Văn Bá");
  cnscd_change_set_edit (set, seen, mine);
  cnscd_change_set_set_conflicts (set, CNSCD_CONFLICTS_REFUSE);
  apply (store, set);
  stored = get (store, seen);
  g_assert_cmpstr (stored->phone, ==, "0912345333");
  g_assert_cmpstr (stored->full_name, ==, "Lê Văn Bá");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/change-set/conflict", test_conflict);
  g_test_add_func ("/store/change-set/conflict-of-session", test_conflict_of_session);
  g_test_add_func ("/store/change-set/conflict-of-results", test_conflict_of_results);
  g_test_add_func ("/store/change-set/no-conflict", test_no_conflict);
  g_test_add_func ("/store/change-set/whole", test_whole);
  g_test_add_func ("/store/change-set/refused", test_refused);
  g_test_add_func ("/store/change-set/merge", test_merge);

  return g_test_run ();
}
