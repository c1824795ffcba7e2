/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-import.h"
#include "store/cnscd-action.h"

/* Somebody in the file who is in another team of the database: moved, as a person decides. */

#define HEAD "STT|Họ và tên|Năm sinh|Giới tính|SĐT|Chức vụ|Đơn vị|Nhiệm vụ trong Tổ|Ghi chú"
#define BINH "1|Hà Văn Bình|1975||0912345678||||"
#define HOA  "2|Lê Thị Hoa|1980||||||"

static CnscdImportPlan *
run (Fixture *fixture, const CnscdWorkbook *workbook, GHashTable *decisions, gboolean dry_run)
{
  CnscdImportOptions options = { .unit = "05716",
                                 .label = "roster.xlsx",
                                 .decisions = decisions,
                                 .collect_pairs = TRUE,
                                 .dry_run = dry_run };
  g_autoptr (GError) error = NULL;
  CnscdImportPlan *plan = cnscd_import_run (fixture->database, workbook, &options, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

/* That all who may have moved have. */
static GHashTable *
decide (const CnscdImportPlan *plan)
{
  GHashTable *decisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < plan->pairs->len; i++)
    {
      const CnscdImportPair *pair = plan->pairs->pdata[i];

      g_hash_table_insert (decisions, g_strdup (pair->row),
                           cnscd_import_pair_dup_decision (pair, CNSCD_IMPORT_MOVED_HERE));
    }
  return decisions;
}

/* All memberships of whoever has the name: "team from to role, …" */
static char *
describe (Fixture *fixture, const char *full_name)
{
  g_autoptr (GPtrArray) people =
    cnscd_record_store_list (fixture->database, &CNSCD_KIND_PERSON, NULL, NULL);
  g_autoptr (GPtrArray) list =
    cnscd_record_store_list (fixture->database, &CNSCD_KIND_MEMBERSHIP, NULL, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const CnscdMembership *membership = list->pdata[i];
      g_autoptr (CnscdTeam) team =
        cnscd_record_store_get (fixture->database, &CNSCD_KIND_TEAM, membership->team, NULL);
      g_autoptr (CnscdPerson) person =
        cnscd_record_store_get (fixture->database, &CNSCD_KIND_PERSON, membership->person, NULL);
      char from[CNSCD_DATE_ISO_SIZE], to[CNSCD_DATE_ISO_SIZE];

      if (!g_str_equal (person->full_name, full_name))
        continue;
      g_string_append_printf (
        text, "%s%s %s..%s", text->len > 0 ? ", " : "", g_strrstr (team->name, "xóm"),
        cnscd_date_is_known (membership->valid_from)
          ? cnscd_date_write_iso (membership->valid_from, from)
          : "",
        cnscd_date_is_known (membership->valid_to) ? cnscd_date_write_iso (membership->valid_to, to)
                                                   : "");
    }
  g_assert_cmpuint (people->len, >, 0);
  return g_string_free_and_steal (text);
}

static void
assert_places (Fixture *fixture, const char *full_name, const char *expected)
{
  g_autofree char *places = describe (fixture, full_name);

  g_assert_cmpstr (places, ==, expected);
}

/* "xóm Một ..2026-11-26, xóm Hai 2026-11-27..", of today */
static void
assert_moved_today (Fixture *fixture, const char *full_name)
{
  CnscdDate today = cnscd_date_today ();
  char from[CNSCD_DATE_ISO_SIZE], to[CNSCD_DATE_ISO_SIZE];
  g_autofree char *expected = g_strdup_printf (
    "xóm Một ..%s, xóm Hai %s..", cnscd_date_write_iso (cnscd_date_add_days (today, -1), to),
    cnscd_date_write_iso (today, from));

  assert_places (fixture, full_name, expected);
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) before =
    import_rows (fixture, ROWS (HEAD, "Xóm Một",
                                "1|Hà Văn Bình|1975||0912345678|Bí thư|Chi bộ|Tổ trưởng|cũ", HOA));
  g_autoptr (CnscdWorkbook) workbook =
    make_workbook ("xlsx", ROWS (HEAD, "Xóm Hai", BINH, "Xóm Một", "1|Lê Thị Hoa|1980||||||"));
  g_autoptr (CnscdImportPlan) plan = run (fixture, workbook, NULL, TRUE);
  g_autoptr (GHashTable) decisions = decide (plan);
  g_autofree char *stored = dump (fixture->database);
  g_autoptr (CnscdImportPlan) tried = run (fixture, workbook, decisions, TRUE);
  g_autofree char *after_trial = dump (fixture->database);
  g_autoptr (CnscdImportPlan) done = NULL;
  g_autoptr (CnscdImportPlan) again = NULL;
  g_autoptr (CnscdAction) action = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;
  const CnscdImportPair *pair;
  const CnscdImportMove *move;
  const CnscdMember *member;
  guint n_kept;

  /* by itself nobody moves */
  g_assert_cmpuint (plan->pairs->len, ==, 1);
  pair = plan->pairs->pdata[0];
  g_assert_cmpint (pair->choice, ==, CNSCD_IMPORT_ONE_PERSON);
  g_assert_true (cnscd_date_equal (pair->last_day, cnscd_date_add_days (cnscd_date_today (), -1)));
  g_assert_cmpuint (plan->moves->len, ==, 0);
  g_assert_cmpuint (count_findings (plan->findings, "members-absent"), ==, 1);

  assert_counts (tried, 1, 0, 1, 0, 1, 1);
  g_assert_cmpstr (after_trial, ==, stored);
  pair = tried->pairs->pdata[0];
  g_assert_cmpint (pair->choice, ==, CNSCD_IMPORT_MOVED_HERE);
  g_assert_cmpstr (pair->other.team, ==, "Tổ CNSCĐ xóm Một");
  g_assert_cmpuint (tried->moves->len, ==, 1);
  move = tried->moves->pdata[0];
  g_assert_cmpstr (move->from, ==, "Tổ CNSCĐ xóm Một");
  g_assert_cmpstr (move->to, ==, "Tổ CNSCĐ xóm Hai");
  g_assert_true (cnscd_date_equal (move->last_day, pair->last_day));
  g_assert_cmpuint (count_findings (tried->findings, "person-moved"), ==, 1);
  /* of whom it is known where they are, it is not said that they stay as before */
  g_assert_cmpuint (count_findings (tried->findings, "members-absent"), ==, 0);

  done = run (fixture, workbook, decisions, FALSE);
  assert_counts (done, 1, 0, 1, 0, 1, 1);
  g_assert_cmpint (count_records (fixture->database, &CNSCD_KIND_PERSON), ==, 2);
  assert_moved_today (fixture, "Hà Văn Bình");
  assert_places (fixture, "Lê Thị Hoa", "xóm Một ..");
  /* as by a move: the body and position stay, the role does not */
  members = list_members (fixture->database, "Bình");
  g_assert_cmpuint (members->len, ==, 1);
  member = members->pdata[0];
  g_assert_cmpstr (member->team_name, ==, "Tổ CNSCĐ xóm Hai");
  g_assert_cmpstr (member->body, ==, "Chi bộ");
  g_assert_cmpstr (member->position, ==, "Bí thư");
  g_assert_cmpint (member->role, !=, CNSCD_ROLE_LEADER);
  g_assert_null (member->note);

  /* the file once more says nothing new */
  again = run (fixture, workbook, NULL, FALSE);
  assert_counts (again, 0, 0, 2, 0, 0, 2);
  g_assert_cmpuint (again->pairs->len, ==, 0);

  action = cnscd_action_last (fixture->database, "import", &error);
  g_assert_no_error (error);
  g_assert_true (cnscd_action_undo_full (fixture->database, action->id, NULL, &n_kept, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_kept, ==, 0);
  undone = dump (fixture->database);
  g_assert_cmpstr (undone, ==, stored);
}

/* Whom the file has in the old team as well, before or below, is in both. */
static void
test_in_both (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) before = import_rows (fixture, ROWS (HEAD, "Xóm Một", BINH, HOA));
  g_autoptr (CnscdWorkbook) above =
    make_workbook ("xlsx", ROWS (HEAD, "Xóm Hai", BINH, "Xóm Một", BINH));
  g_autoptr (CnscdWorkbook) below =
    make_workbook ("xlsx", ROWS (HEAD, "Xóm Một", BINH, "Xóm Hai", BINH));
  const CnscdWorkbook *const files[] = { above, below };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (CnscdImportPlan) plan = run (fixture, files[i], NULL, TRUE);
      g_autoptr (GHashTable) decisions = decide (plan);
      g_autoptr (CnscdImportPlan) tried = run (fixture, files[i], decisions, TRUE);
      const CnscdImportPair *pair = plan->pairs->pdata[0];

      g_assert_cmpuint (plan->pairs->len, ==, 1);
      g_assert_false (cnscd_date_is_known (pair->last_day));
      /* what cannot be is one person in both */
      g_assert_cmpint (
        cnscd_import_pair_get_choice (pair, g_hash_table_lookup (decisions, pair->row)), ==,
        CNSCD_IMPORT_ONE_PERSON);
      g_assert_cmpuint (tried->moves->len, ==, 0);
      g_assert_cmpuint (count_findings (tried->findings, "person-moved"), ==, 0);
      g_assert_cmpint (((CnscdImportPair *) tried->pairs->pdata[0])->choice, ==,
                       CNSCD_IMPORT_ONE_PERSON);
    }
}

/* Out of two teams: which is left nobody has said. Nor is who is new with the file. */
static void
test_not_offered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) before =
    import_rows (fixture, ROWS (HEAD, "Xóm Một", BINH, "Xóm Hai", BINH));
  g_autoptr (CnscdWorkbook) workbook =
    make_workbook ("xlsx", ROWS (HEAD, "Xóm Ba", BINH, "2|Vũ Hải|1990||||||", "3|Vũ Hải|1990||||||",
                                 "Xóm Bốn", "1|Vũ Hải|1990||||||"));
  g_autoptr (CnscdImportPlan) plan = run (fixture, workbook, NULL, TRUE);

  g_assert_cmpuint (plan->pairs->len, >=, 2);
  for (guint i = 0; i < plan->pairs->len; i++)
    g_assert_false (cnscd_date_is_known (((CnscdImportPair *) plan->pairs->pdata[i])->last_day));
}

#define TITLE(date) "(Kèm theo Quyết định số 12/QĐ-UBND ngày " date " của UBND xã Võ Nhai)"

/* By the day of the file's decision; and not where the old place had no day before it. */
static void
test_decision (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) before =
    import_rows (fixture, ROWS (TITLE ("15/03/2025"), HEAD, "Xóm Một", BINH));
  g_autoptr (CnscdWorkbook) older = make_workbook (
    "xlsx", ROWS ("(Kèm theo Quyết định số 7/QĐ-UBND ngày 15/03/2025 của UBND xã Võ Nhai)", HEAD,
                  "Xóm Hai", BINH));
  g_autoptr (CnscdWorkbook) newer = make_workbook (
    "xlsx", ROWS ("(Kèm theo Quyết định số 9/QĐ-UBND ngày 01/07/2025 của UBND xã Võ Nhai)", HEAD,
                  "Xóm Hai", BINH));
  g_autoptr (CnscdImportPlan) early = run (fixture, older, NULL, TRUE);
  g_autoptr (CnscdImportPlan) plan = run (fixture, newer, NULL, TRUE);
  g_autoptr (GHashTable) decisions = decide (plan);
  g_autoptr (CnscdImportPlan) done = run (fixture, newer, decisions, FALSE);
  g_autoptr (GPtrArray) list =
    cnscd_record_store_list (fixture->database, &CNSCD_KIND_MEMBERSHIP, NULL, NULL);
  const CnscdMembership *left, *there;

  g_assert_false (cnscd_date_is_known (((CnscdImportPair *) early->pairs->pdata[0])->last_day));
  g_assert_cmpuint (done->moves->len, ==, 1);
  assert_places (fixture, "Hà Văn Bình", "xóm Một 2025-03-15..2025-06-30, xóm Hai 2025-07-01..");
  left = list->pdata[0];
  there = list->pdata[1];
  g_assert_nonnull (there->decision);
  g_assert_cmpstr (left->end_decision, ==, there->decision);
}

/* Decided so of somebody whom the import by itself takes for another. */
static void
test_other_phone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) before = import_rows (fixture, ROWS (HEAD, "Xóm Một", BINH));
  g_autoptr (CnscdWorkbook) workbook =
    make_workbook ("xlsx", ROWS (HEAD, "Xóm Hai", "1|Hà Văn Bình|1975||0987654321||||"));
  g_autoptr (CnscdImportPlan) plan = run (fixture, workbook, NULL, TRUE);
  g_autoptr (GHashTable) decisions = decide (plan);
  g_autoptr (CnscdImportPlan) done = run (fixture, workbook, decisions, FALSE);

  g_assert_cmpint (((CnscdImportPair *) plan->pairs->pdata[0])->choice, ==,
                   CNSCD_IMPORT_TWO_PEOPLE);
  g_assert_cmpuint (done->moves->len, ==, 1);
  g_assert_cmpint (count_records (fixture->database, &CNSCD_KIND_PERSON), ==, 1);
  assert_moved_today (fixture, "Hà Văn Bình");
}

/* All at once, as from the terminal: of those of whom it can be. */
static void
test_all (Fixture *fixture, gconstpointer data)
{
  CnscdImportOptions options = { .unit = "05716", .label = "roster.xlsx", .moves = TRUE };
  g_autoptr (CnscdImportPlan) before = import_rows (fixture, ROWS (HEAD, "Xóm Một", BINH, HOA));
  g_autoptr (CnscdWorkbook) workbook =
    make_workbook ("xlsx", ROWS (HEAD, "Xóm Hai", BINH, HOA, "Xóm Một", "1|Lê Thị Hoa|1980||||||"));
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdImportPlan) done =
    cnscd_import_run (fixture->database, workbook, &options, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (done->moves->len, ==, 1);
  assert_moved_today (fixture, "Hà Văn Bình");
  assert_places (fixture, "Lê Thị Hoa", "xóm Một .., xóm Hai ..");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/exchange/moves/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("move", test_move);
  ADD ("in-both", test_in_both);
  ADD ("not-offered", test_not_offered);
  ADD ("decision", test_decision);
  ADD ("other-phone", test_other_phone);
  ADD ("all", test_all);
#undef ADD
  return g_test_run ();
}
