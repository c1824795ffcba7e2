/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <sys/resource.h>

#include "cnscd-test-import.h"
#include "store/cnscd-action.h"
#include "store/cnscd-audit.h"
#include "store/cnscd-backup.h"
#include "store/cnscd-duplicates.h"

#define HEAD "STT|Họ và tên|Năm sinh|Giới tính|SĐT|Chức vụ|Đơn vị|Nhiệm vụ trong Tổ|Ghi chú"

static const char *const sample_names[] = {
  "roster-annex.xlsx",     "roster-annex.ods",       "roster-annex.xls",
  "roster-messy.xlsx",     "roster-web-export.xlsx", "roster-flat-utf8-bom.csv",
  "roster-flat-tcvn3.csv",
};

static const CnscdMember *
find_member (GPtrArray *members, const char *name)
{
  for (guint i = 0; i < members->len; i++)
    if (g_str_equal (((CnscdMember *) members->pdata[i])->full_name, name))
      return members->pdata[i];
  return NULL;
}

static void
test_samples (Fixture *fixture, gconstpointer data)
{
  const char *name = data;
  g_autoptr (CnscdImportPlan) dry = NULL;
  g_autoptr (CnscdImportPlan) real = NULL;
  g_autoptr (CnscdImportPlan) again = NULL;
  g_autofree char *before = dump (fixture->database);
  g_autofree char *after_dry = NULL;
  g_autofree char *after = NULL;
  g_autofree char *after_again = NULL;
  g_autofree char *setting = NULL;
  g_autoptr (GPtrArray) members = NULL;
  const CnscdMember *member;

  dry = import_sample (fixture, name, TRUE);
  assert_counts (dry, 36, 0, 0, 252, 0, 0);
  g_assert_true (dry->dry_run);
  after_dry = dump (fixture->database);
  g_assert_cmpstr (after_dry, ==, before);

  real = import_sample (fixture, name, FALSE);
  assert_counts (real, 36, 0, 0, 252, 0, 0);
  g_assert_cmpuint (real->findings->len, ==, dry->findings->len);
  g_assert_cmpuint (real->items->len, ==, 252);
  g_assert_cmpstr (real->unit, ==, "05716");
  g_assert_cmpint (count_records (fixture->database, &CNSCD_KIND_PERSON), ==, 252);
  g_assert_cmpint (count_records (fixture->database, &CNSCD_KIND_HAMLET), ==, 36);
  setting = cnscd_database_get_setting (fixture->database, "unit", NULL);
  g_assert_cmpstr (setting, ==, "05716");

  members = list_members (fixture->database, NULL);
  g_assert_cmpuint (members->len, ==, 252);
  member = find_member (members, "Đỗ Công Hiếu");
  g_assert_nonnull (member);
  g_assert_cmpstr (member->phone, ==, "0900257625");
  g_assert_cmpstr (member->hamlet_name, ==, "Cao Lầm");
  g_assert_cmpstr (member->team_name, ==, "Tổ CNSCĐ xóm Cao Lầm");
  g_assert_cmpstr (member->position, ==, "Chi hội trưởng");
  g_assert_cmpstr (member->body, ==, "Hội Cựu chiến binh");
  g_assert_cmpint (member->ordinal, ==, 7);

  after = dump (fixture->database);
  again = import_sample (fixture, name, FALSE);
  assert_counts (again, 0, 0, 36, 0, 0, 252);
  after_again = dump (fixture->database);
  g_assert_cmpstr (after_again, ==, after);
}

/* That a value of the person changes so, and whether that only completes it. */
static void
assert_change (const CnscdImportItem *item, const char *values, gboolean completes)
{
  for (guint i = 0; item->changes != NULL && i < item->changes->len; i++)
    {
      const CnscdImportChange *change = item->changes->pdata[i];
      g_autofree char *text = cnscd_import_change_dup_text (change);

      if (g_str_has_suffix (text, values))
        {
          g_assert_cmpint (change->completes, ==, completes);
          return;
        }
    }
  g_test_message ("no change %s", values);
  g_test_fail ();
}

/* The annex knows years only, the flat list dates: years become dates, and dates stay. */
static void
test_one_after_another (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) annex = import_sample (fixture, "roster-annex.xlsx", FALSE);
  g_autoptr (CnscdImportPlan) messy = import_sample (fixture, "roster-messy.xlsx", FALSE);
  g_autoptr (CnscdImportPlan) flat = import_sample (fixture, "roster-flat-utf8-bom.csv", FALSE);
  g_autoptr (CnscdImportPlan) tcvn = import_sample (fixture, "roster-flat-tcvn3.csv", FALSE);
  g_autoptr (CnscdImportPlan) back = import_sample (fixture, "roster-annex.xls", FALSE);
  g_autoptr (GPtrArray) decisions =
    cnscd_record_store_list (fixture->database, &CNSCD_KIND_DECISION, NULL, NULL);
  const CnscdDecision *decision;

  assert_counts (annex, 36, 0, 0, 252, 0, 0);
  assert_counts (messy, 0, 0, 36, 0, 0, 252);
  assert_counts (flat, 0, 0, 36, 0, 252, 0);
  assert_change (flat->items->pdata[0], "1975 → 21/06/1975", TRUE);
  assert_counts (tcvn, 0, 0, 36, 0, 0, 252);
  assert_counts (back, 0, 0, 36, 0, 0, 252);

  g_assert_cmpuint (decisions->len, ==, 1);
  decision = decisions->pdata[0];
  g_assert_cmpstr (decision->number, ==, "103/QĐ-UBND");
  g_assert_cmpstr (decision->issuer, ==, "Ủy ban nhân dân xã Võ Nhai");
}

static gint64
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdAction) action = cnscd_action_last (fixture->database, "import", &error);
  guint n_kept;

  g_assert_no_error (error);
  g_assert_false (action->undone);
  g_assert_true (cnscd_action_undo_full (fixture->database, action->id, NULL, &n_kept, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_kept, ==, 0);
  return action->id;
}

static gint64
redo (Fixture *fixture, gint64 action, guint expected_kept)
{
  g_autoptr (GError) error = NULL;
  gint64 redone = 0;
  guint n_kept = 0;

  g_assert_true (
    cnscd_action_redo (fixture->database, action, NULL, NULL, &redone, &n_kept, &error));
  g_assert_no_error (error);
  g_assert_cmpint (redone, >, action);
  g_assert_cmpuint (n_kept, ==, expected_kept);
  return redone;
}

/* An import that was undone is done again from the journal, to and fro: the very same records. */
static void
test_redo (Fixture *fixture, gconstpointer data)
{
  g_autofree char *empty = dump (fixture->database);
  g_autoptr (CnscdImportPlan) first = import_sample (fixture, "roster-annex.xlsx", FALSE);
  g_autofree char *before = dump (fixture->database);
  g_autoptr (CnscdImportPlan) second = import_sample (fixture, "roster-flat-utf8-bom.csv", FALSE);
  g_autofree char *after = dump (fixture->database);
  gint64 dates, people;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *undone = NULL;
      g_autofree char *none = NULL;
      g_autofree char *again = NULL;
      g_autofree char *all = NULL;
      g_autoptr (GPtrArray) members = NULL;

      dates = undo (fixture);
      undone = dump (fixture->database);
      g_assert_cmpstr (undone, ==, before);
      people = undo (fixture);
      none = dump (fixture->database);
      g_assert_cmpstr (none, ==, empty);

      redo (fixture, people, 0);
      again = dump (fixture->database);
      g_assert_cmpstr (again, ==, before);
      redo (fixture, dates, 0);
      all = dump (fixture->database);
      g_assert_cmpstr (all, ==, after);
      members = list_members (fixture->database, NULL);
      g_assert_cmpuint (members->len, ==, 252);
    }

  /* once only */
  g_assert_false (cnscd_action_redo (fixture->database, dates, NULL, NULL, &people, NULL, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID);
  g_clear_error (&error);
  /* and not what was never undone */
  g_assert_false (cnscd_action_redo (fixture->database, 12345, NULL, NULL, &people, NULL, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
}

/* What was changed between the undo and the redo stays, and what was changed after the redo stays
 * when that is undone. */
static void
test_redo_edited (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) first =
    import_rows (fixture, ROWS (HEAD, "Xóm Một", "1|Hà Văn Bình|1975||||||"));
  g_autoptr (CnscdImportPlan) second =
    import_rows (fixture, ROWS (HEAD, "Xóm Một", "1|Hà Văn Bình|1975||0912345678|Bí thư|||"));
  gint64 action = undo (fixture);
  g_autoptr (GPtrArray) people =
    cnscd_record_store_list (fixture->database, &CNSCD_KIND_PERSON, NULL, NULL);
  g_autoptr (CnscdPerson) edited = cnscd_record_copy (people->pdata[0]);
  g_autoptr (CnscdPerson) stored = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) members = NULL;
  guint n_kept = 0;

  cnscd_record_set (edited, phone, "0987654321");
  cnscd_record_store_put (fixture->database, edited, &error);
  g_assert_no_error (error);

  action = redo (fixture, action, 1);
  members = list_members (fixture->database, NULL);
  g_assert_cmpstr (((CnscdMember *) members->pdata[0])->phone, ==, "0987654321");
  g_assert_cmpstr (((CnscdMember *) members->pdata[0])->position, ==, "Bí thư");

  edited->gender = CNSCD_GENDER_MALE;
  cnscd_record_store_put (fixture->database, edited, &error);
  g_assert_no_error (error);
  g_assert_true (cnscd_action_undo_full (fixture->database, action, NULL, &n_kept, &error));
  g_assert_no_error (error);
  stored =
    cnscd_record_store_get (fixture->database, &CNSCD_KIND_PERSON, edited->record.id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (stored->gender, ==, CNSCD_GENDER_MALE);
  g_assert_cmpstr (stored->phone, ==, "0987654321");
}

static void
test_undo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) first = import_sample (fixture, "roster-annex.xlsx", FALSE);
  g_autofree char *before = dump (fixture->database);
  g_autoptr (CnscdImportPlan) second = import_sample (fixture, "roster-flat-utf8-bom.csv", FALSE);
  g_autoptr (CnscdImportPlan) third = import_sample (fixture, "roster-flat-utf8-bom.csv", FALSE);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdAction) action = NULL;
  guint n = 0;

  /* the third import changed nothing, and leaves nothing to undo */
  action = cnscd_action_last (fixture->database, "import", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (action->label, ==, "roster.xlsx");
  g_assert_cmpuint (action->n_changes, >=, 252);
  g_assert_true (cnscd_action_undo (fixture->database, action->id, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, >=, 252);
  after = dump (fixture->database);
  g_assert_cmpstr (after, ==, before);

  g_clear_pointer (&action, cnscd_action_free);
  action = cnscd_action_last (fixture->database, "import", &error);
  g_assert_no_error (error);
  g_assert_true (cnscd_action_undo (fixture->database, action->id, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_records (fixture->database, &CNSCD_KIND_PERSON), ==, 0);
  g_assert_cmpint (count_records (fixture->database, &CNSCD_KIND_TEAM), ==, 0);
}

static void
assert_unit (Fixture *fixture, const char *unit)
{
  g_autofree char *setting = cnscd_database_get_setting (fixture->database, "unit", NULL);

  g_assert_cmpstr (setting, ==, unit);
}

/* The first file was taken for another commune's: that can be mended. */
static void
test_wrong_unit (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdWorkbook) workbook =
    make_workbook ("xlsx", ROWS ("STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A|0912345678"));
  g_autoptr (CnscdImportPlan) wrong = import_workbook (fixture, workbook, "01840", FALSE);
  g_autoptr (CnscdImportPlan) right = NULL;
  g_autoptr (CnscdImportPlan) other = NULL;
  g_autoptr (CnscdAction) action = cnscd_action_last (fixture->database, "import", NULL);

  assert_unit (fixture, "01840");
  g_assert_true (cnscd_action_undo (fixture->database, action->id, NULL, NULL));
  assert_unit (fixture, NULL);
  right = import_workbook (fixture, workbook, "05716", FALSE);
  assert_unit (fixture, "05716");

  /* A commune with a team is this office's, one without is nobody's. */
  other = import_workbook (fixture, workbook, "01840", FALSE);
  assert_unit (fixture, "05716");
  g_clear_pointer (&other, cnscd_import_plan_free);
  g_assert_true (cnscd_database_set_setting (fixture->database, "unit", "05665", NULL));
  other = import_workbook (fixture, workbook, "01840", TRUE);
  assert_unit (fixture, "05665");
  g_clear_pointer (&other, cnscd_import_plan_free);
  other = import_workbook (fixture, workbook, "01840", FALSE);
  assert_unit (fixture, "01840");
}

static void
test_never_erases (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) full = import_rows (
    fixture,
    ROWS (HEAD, "Xóm Mới", "1|Hà Văn Bình|21/06/1975|Nam|0912345678|Trưởng xóm|Xóm|Tổ trưởng|tốt"));
  g_autofree char *before = dump (fixture->database);
  g_autoptr (CnscdImportPlan) poor = import_rows (
    fixture, ROWS (HEAD, "Xóm Mới", "1|Hà Văn Bình|1975||||||", "2|Lê Thị Hoa|1980||||||"));
  g_autofree char *after_poor = NULL;
  g_autoptr (GPtrArray) members = list_members (fixture->database, "Hà Văn Bình");
  g_autoptr (CnscdImportPlan) changed = NULL;
  const CnscdImportItem *item;

  assert_counts (full, 1, 0, 0, 1, 0, 0);
  assert_counts (poor, 0, 0, 1, 1, 0, 1);
  g_assert_cmpuint (members->len, ==, 1);
  g_assert_cmpstr (((CnscdMember *) members->pdata[0])->phone, ==, "0912345678");
  g_assert_cmpuint (((CnscdMember *) members->pdata[0])->birth.day, ==, 21);
  g_assert_cmpint (((CnscdMember *) members->pdata[0])->role, ==, CNSCD_ROLE_LEADER);
  g_assert_cmpstr (((CnscdMember *) members->pdata[0])->note, ==, "tốt");

  changed =
    import_rows (fixture, ROWS (HEAD, "Xóm Mới",
                                "1|HÀ VĂN BÌNH|22/06/1975|Nam|0912.345.679|Bí thư|Chi bộ|Tổ phó|"));
  assert_counts (changed, 0, 0, 1, 0, 1, 0);
  item = changed->items->pdata[0];
  g_assert_cmpint (item->fate, ==, CNSCD_IMPORT_UPDATE);
  assert_change (item, "21/06/1975 → 22/06/1975", FALSE);
  assert_change (item, "0912 345 678 → 0912 345 679", FALSE);
  assert_change (item, "Tổ trưởng → Tổ phó", FALSE);
  assert_change (item, "Trưởng xóm → Bí thư", FALSE);
  g_assert_cmpuint (count_findings (changed->findings, "members-absent"), ==, 1);
}

/* Who is corrected comes before who is only completed, and so do the values of one person. */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) before =
    import_rows (fixture, ROWS (HEAD, "Xóm Mới", "1|Hà Văn Bình|1975|||||Tổ trưởng|",
                                "2|Lê Thị Hoa|1980||0912345678||||", "3|Vũ Minh Hải|1990||||||",
                                "4|Ma Thị Lan|1991||||||"));
  g_autoptr (CnscdImportPlan) after = import_rows (
    fixture, ROWS (HEAD, "Xóm Mới", "1|Hà Văn Bình|24/10/1975|||||Tổ trưởng|",
                   "2|Lê Thị Hoa|02/03/1980|Nữ|0987654321||||", "3|Vũ Minh Hải|1990||||||",
                   "4|Ma Thị Lan|1991||0912345679||||", "5|Đỗ An|1992||||||"));
  g_autoptr (GPtrArray) updated = NULL;
  g_autoptr (GPtrArray) created = NULL;
  g_autoptr (GPtrArray) unchanged = NULL;
  const CnscdImportItem *hoa;
  guint n_corrected = 0;

  assert_counts (after, 0, 0, 1, 1, 3, 1);
  updated = cnscd_import_plan_select (after, CNSCD_IMPORT_UPDATE, &n_corrected);
  created = cnscd_import_plan_select (after, CNSCD_IMPORT_CREATE, NULL);
  unchanged = cnscd_import_plan_select (after, CNSCD_IMPORT_UNCHANGED, NULL);
  g_assert_cmpuint (n_corrected, ==, 1);
  g_assert_cmpuint (updated->len, ==, 3);
  hoa = updated->pdata[0];
  g_assert_cmpstr (hoa->entry->full_name, ==, "Lê Thị Hoa");
  g_assert_cmpuint (hoa->changes->len, ==, 3);
  g_assert_cmpstr (((CnscdImportChange *) hoa->changes->pdata[0])->field, ==, "phone");
  assert_change (hoa, "0912 345 678 → 0987 654 321", FALSE);
  assert_change (hoa, "1980 → 02/03/1980", TRUE);
  assert_change (hoa, "— → Nữ", TRUE);
  assert_change (updated->pdata[1], "1975 → 24/10/1975", TRUE);
  assert_change (updated->pdata[2], "— → 0912 345 679", TRUE);
  g_assert_cmpuint (created->len, ==, 1);
  g_assert_cmpstr (((CnscdImportItem *) created->pdata[0])->entry->full_name, ==, "Đỗ An");
  g_assert_cmpuint (unchanged->len, ==, 1);
}

/* Who is not in the file is named; a team whose leader only the file leaves out has one. */
static void
test_absent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) before = import_rows (
    fixture,
    ROWS (HEAD, "Xóm Một", "1|Hà Văn Bình|1975|||||Tổ trưởng|", "2|Lê Thị Hoa|1980|||||Thành viên|",
          "3|Vũ Minh Hải|1990|||||Thành viên|", "4|Ma Thị Lan|1991|||||Thành viên|",
          "5|Đỗ An|1992|||||Thành viên|", "6|Hà Văn Tư|1993|||||Thành viên|",
          "7|Hà Văn Năm|1994|||||Thành viên|", "Xóm Hai", "1|Lê Văn Sáu|1975|||||Thành viên|"));
  g_autoptr (CnscdImportPlan) after =
    import_rows (fixture, ROWS (HEAD, "Xóm Một", "1|Lê Thị Hoa|1980|||||Tổ phó|", "Xóm Hai",
                                "1|Lê Văn Sáu|1975|||||Thành viên|", "Xóm Ba",
                                "1|Lê Văn Bảy|1975|||||Thành viên|"));
  const CnscdFinding *absent = find_finding (after->findings, "members-absent");

  g_assert_cmpuint (count_findings (before->findings, "leader-missing"), ==, 1);
  g_assert_cmpuint (count_findings (after->findings, "members-absent"), ==, 1);
  g_assert_cmpstr (absent->team, ==, "Tổ CNSCĐ xóm Một");
  g_assert_nonnull (
    strstr (absent->message, "Hà Văn Bình, Vũ Minh Hải, Ma Thị Lan, Đỗ An, Hà Văn Tư"));
  g_assert_null (strstr (absent->message, "Hà Văn Năm"));
  g_assert_cmpuint (count_findings (after->findings, "leader-missing"), ==, 2);
  g_assert_cmpstr (find_finding (after->findings, "leader-missing")->team, ==, "Tổ CNSCĐ xóm Hai");
}

/* Another name, but the same telephone and year: told, and shown among the possible duplicates. */
static void
test_renamed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdImportPlan) before =
    import_rows (fixture, ROWS (HEAD, "Xóm Một", "1|Hà Văn Bình|1975||0912345678||||"));
  g_autoptr (CnscdImportPlan) after =
    import_rows (fixture, ROWS (HEAD, "Xóm Hai", "1|Nông Đức Thắng|24/10/1975||0912345678||||",
                                "2|Ma Thị Lan|1991||0912345678||||"));
  g_autoptr (GPtrArray) duplicates = cnscd_duplicates_find (fixture->database, NULL, &error);

  g_assert_no_error (error);
  assert_counts (after, 1, 0, 0, 2, 0, 0);
  g_assert_cmpuint (count_findings (after->findings, "duplicate-possible"), ==, 1);
  g_assert_cmpuint (find_finding (after->findings, "duplicate-possible")->row, ==, 3);
  g_assert_cmpuint (duplicates->len, ==, 1);
}

static void
test_accents (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) first = import_rows (
    fixture, ROWS (HEAD, "Xóm Đồng", "1|Hà Văn Hùng|1975||0912345678||||", "2|Vũ Hoà|1980||||||"));
  g_autoptr (CnscdImportPlan) plain = import_rows (
    fixture, ROWS (HEAD, "Xom Dong", "1|Ha Van Hung|1975||0912345678||||", "2|Vũ Hòa|1980||||||"));
  g_autoptr (CnscdImportPlan) other =
    import_rows (fixture, ROWS (HEAD, "Xóm Đồng", "1|Hà Văn Hưng|1975||0987654321||||"));
  g_autoptr (CnscdImportPlan) corrected =
    import_rows (fixture, ROWS (HEAD, "Xóm Đồng", "1|Hà Vân Hùng|1975||0912345678||||"));
  g_autoptr (CnscdImportPlan) place =
    import_rows (fixture, ROWS (HEAD, "Xóm Đông", "1|Mã Thị Lan|1975||||||"));

  /* lost accents are doubtful and change nothing; hòa and hoà are one word */
  assert_counts (plain, 0, 0, 1, 0, 0, 2);
  g_assert_true (((CnscdImportItem *) plain->items->pdata[0])->doubtful);
  g_assert_false (((CnscdImportItem *) plain->items->pdata[1])->doubtful);
  g_assert_cmpuint (count_findings (plain->findings, "name-accents"), ==, 1);
  g_assert_cmpuint (count_findings (plain->findings, "hamlet-accents"), ==, 1);

  /* another phone: Hưng is somebody else */
  assert_counts (other, 0, 0, 1, 1, 0, 0);
  g_assert_cmpuint (count_findings (other->findings, "duplicate-possible"), ==, 0);

  /* the same phone: the name was corrected */
  assert_counts (corrected, 0, 0, 1, 0, 1, 0);
  g_assert_true (((CnscdImportItem *) corrected->items->pdata[0])->doubtful);

  /* xóm Đông is not xóm Đồng */
  assert_counts (place, 1, 0, 0, 1, 0, 0);
}

static void
test_duplicates (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) plan = import_rows (
    fixture, ROWS (HEAD, "Xóm Một", "1|Hà Văn Bình|1975||0912345678||||",
                   "2|Lê Thị Hoa|1980||0912345671||||", "3|Vũ Minh Hải|1990||||||",
                   "4|Vũ Minh Hải|1990||||||", "5|Đỗ An|||0912345673||||", "Xóm Hai",
                   "1|Hà Văn Bình|1975||0912345679||||", "2|Ma Thị Lan|1981||0912345671||||",
                   "3|Vũ Minh Hảo|1990||||||", "4|Đỗ An|||0912345673||||"));
  const CnscdFinding *finding;

  assert_counts (plan, 2, 0, 0, 8, 0, 0);
  g_assert_cmpuint (plan->items->len, ==, 8);
  g_assert_cmpuint (count_findings (plan->findings, "row-repeated"), ==, 1);
  g_assert_cmpuint (find_finding (plan->findings, "row-repeated")->row, ==, 6);
  g_assert_cmpuint (count_findings (plan->findings, "person-elsewhere"), ==, 1);
  g_assert_cmpuint (find_finding (plan->findings, "person-elsewhere")->row, ==, 12);
  /* the same name and year; not relatives with one phone, nor nearly a name */
  g_assert_cmpuint (count_findings (plan->findings, "duplicate-possible"), ==, 1);
  finding = find_finding (plan->findings, "duplicate-possible");
  g_assert_cmpuint (finding->row, ==, 9);
  g_assert_cmpuint (finding->column, ==, 2);
  /* Đỗ An is one person in two teams */
  g_assert_cmpint (count_records (fixture->database, &CNSCD_KIND_PERSON), ==, 7);
  g_assert_cmpint (count_records (fixture->database, &CNSCD_KIND_MEMBERSHIP), ==, 8);
}

/* What the import tells of is what the page of duplicates will show of it afterwards. */
static void
test_alike (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdImportPlan) plan = import_rows (
    fixture, ROWS (HEAD, "Xóm Một", "1|Hà Văn Bình|21/06/1975||||||",
                   "2|Hà Văn Bình|05/02/1975||||||", "3|Lê Văn Ba|02/05/1980||0912345671||||",
                   "4|Ma Thị Lan|||0912345672||||", "5|Đỗ An|1990||0912345673||||", "Xóm Hai",
                   "1|Hà Văn Bình|11/11/1975||||||", "2|Lê Văn Ba|03/05/1980||||||",
                   "3|Ma Thị Lam|||0912345672||||", "4|Đỗ An|1990||0912345674||||"));
  g_autoptr (GPtrArray) duplicates = cnscd_duplicates_find (fixture->database, NULL, &error);

  g_assert_no_error (error);
  /* three days of one year are three people, each in the roster */
  assert_counts (plan, 2, 0, 0, 9, 0, 0);
  g_assert_cmpuint (count_findings (plan->findings, "row-repeated"), ==, 0);
  g_assert_cmpuint (count_findings (plan->findings, "person-elsewhere"), ==, 0);
  g_assert_cmpuint (duplicates->len, ==, 2);
  g_assert_cmpuint (count_findings (plan->findings, "duplicate-possible"), ==, duplicates->len);
}

/* Words in brackets come into the note, but stay in the name of somebody who is stored with them.
 */
static void
test_brackets (Fixture *fixture, gconstpointer data)
{
  const char *const *rows =
    ROWS (HEAD, "Xóm Một", "1|Ngô (thay thế) Mậu|1975||||||", "2|Hà Văn Bình (con)|1980||||||mới");
  g_autoptr (CnscdImportPlan) first = import_rows (fixture, rows);
  g_autoptr (CnscdImportPlan) second = import_rows (fixture, rows);
  g_autoptr (GPtrArray) members = list_members (fixture->database, NULL);
  const CnscdMember *mau = find_member (members, "Ngô Mậu");
  const CnscdMember *binh = find_member (members, "Hà Văn Bình");
  g_autoptr (CnscdPerson) person = NULL;
  g_autoptr (CnscdImportPlan) third = NULL;

  assert_counts (first, 1, 0, 0, 2, 0, 0);
  assert_counts (second, 0, 0, 1, 0, 0, 2);
  g_assert_cmpuint (count_findings (first->findings, "name-with-note"), ==, 2);
  g_assert_cmpuint (find_finding (first->findings, "name-with-note")->row, ==, 3);
  g_assert_cmpuint (find_finding (first->findings, "name-with-note")->column, ==, 2);
  g_assert_cmpstr (mau->note, ==, "thay thế");
  g_assert_cmpstr (binh->note, ==, "con; mới");

  person = cnscd_record_store_get (fixture->database, &CNSCD_KIND_PERSON, mau->person, NULL);
  cnscd_record_set (person, full_name, "Ngô (thay thế) Mậu");
  g_assert_true (cnscd_record_store_put (fixture->database, person, NULL));
  third = import_rows (fixture, rows);
  assert_counts (third, 0, 0, 1, 0, 0, 2);
  g_assert_cmpuint (count_findings (third->findings, "name-with-note"), ==, 1);
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) first = import_rows (
    fixture, ROWS ("Xóm|Tổ|Họ tên|Năm sinh", "TDP số 05||Hà Văn Bình|1975",
                   "Xóm 5||Lê Thị Hoa|1980", "Ba Nhất|Tổ CNSCĐ số 1|Vũ Minh Hải|1990",
                   "Ba Nhất|Tổ CNSCĐ số 2|Đỗ An|1991", "|Tổ CNSCĐ xã Võ Nhai|Ma Thị Lan|1985",
                   "|Tổ công nghệ số hỗ trợ dịch vụ công|Chu An|1986"));
  g_autoptr (CnscdImportPlan) second =
    import_rows (fixture, ROWS ("Xóm|Tổ|Họ tên|Năm sinh", "Tổ dân phố 5||Hà Văn Bình|1975",
                                "xóm số 5||Lê Thị Hoa|1980",
                                "Xóm Ba Nhất|Tổ công nghệ số cộng đồng số 1|Vũ Minh Hải|1990",
                                "xóm Ba Nhất|TỔ CNSCĐ SỐ 2|Đỗ An|1991",
                                "|Tổ công nghệ số cộng đồng xã Võ Nhai|Ma Thị Lan|1985",
                                "|Tổ công nghệ số hỗ trợ dịch vụ công|Chu An|1986"));
  g_autoptr (GPtrArray) teams = NULL;

  assert_counts (first, 6, 0, 0, 6, 0, 0);
  assert_counts (second, 0, 0, 6, 0, 0, 6);
  g_assert_cmpint (count_records (fixture->database, &CNSCD_KIND_HAMLET), ==, 3);
  teams = cnscd_record_store_list (fixture->database, &CNSCD_KIND_TEAM, NULL, NULL);
  for (guint i = 0; i < teams->len; i++)
    {
      const CnscdTeam *team = teams->pdata[i];

      g_assert_cmpint (team->level, ==,
                       team->hamlet != NULL ? CNSCD_TEAM_LEVEL_HAMLET : CNSCD_TEAM_LEVEL_COMMUNE);
    }
}

static void
assert_refused (Fixture *fixture,
                const char *const *rows,
                const char *unit,
                int code,
                const char *words)
{
  g_autoptr (CnscdWorkbook) workbook = make_workbook ("xlsx", rows);
  CnscdImportOptions options = { .unit = unit, .label = "a.xlsx" };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dump (fixture->database);
  g_autofree char *after = NULL;
  g_autoptr (CnscdImportPlan) plan =
    cnscd_import_run (fixture->database, workbook, &options, NULL, &error);

  g_assert_null (plan);
  g_assert_error (error, CNSCD_IMPORT_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
  after = dump (fixture->database);
  g_assert_cmpstr (after, ==, before);
}

static void
test_units (Fixture *fixture, gconstpointer data)
{
  static const char *const people[] = { "STT|Họ và tên|SĐT", "Xóm Mới", "1|Hà Văn A|0912345678",
                                        NULL };
  g_autoptr (CnscdImportPlan) titled = NULL;
  g_autoptr (CnscdImportPlan) other = NULL;
  g_autoptr (CnscdImportPlan) mixed = NULL;
  g_autoptr (CnscdWorkbook) workbook = NULL;
  g_autoptr (CnscdWorkbook) province = NULL;
  g_autofree char *setting = NULL;

  assert_refused (fixture, people, NULL, CNSCD_IMPORT_ERROR_UNIT, "commune");
  assert_refused (fixture, people, "99999", CNSCD_IMPORT_ERROR_UNIT, "99999");
  assert_refused (fixture, ROWS ("XÃ VĂN LĂNG", people[0], people[1], people[2]), "02143",
                  CNSCD_IMPORT_ERROR_UNIT, "Văn Lăng");
  assert_refused (fixture, ROWS ("XÃ VĂN LĂNG", people[0], people[1], people[2]), "02143",
                  CNSCD_IMPORT_ERROR_UNIT, "Văn Lang");
  assert_refused (fixture, ROWS ("XÃ KHÔNG CÓ", people[0], people[1], people[2]), NULL,
                  CNSCD_IMPORT_ERROR_UNIT, "Không Có");
  assert_refused (fixture, ROWS ("Xã|Họ tên|SĐT", "Không Có|Hà Văn A|0912345678"), NULL,
                  CNSCD_IMPORT_ERROR_UNIT, "Không Có");
  assert_refused (fixture, ROWS ("Xã|Họ tên|SĐT", "Võ Nhai|Hà Văn A|0912345678"), "05665",
                  CNSCD_IMPORT_ERROR_UNIT, "Võ Nhai");
  assert_refused (fixture, ROWS ("Không có gì", "ở đây"), "05716", CNSCD_IMPORT_ERROR_NOTHING,
                  "Họ và tên");
  assert_refused (fixture, ROWS ("XÃ VÕ NHAI", "STT|Họ và tên|SĐT"), "05716",
                  CNSCD_IMPORT_ERROR_NOTHING, "row 2");
  assert_refused (fixture, ROWS ("STT|Họ và tên|SĐT", "#1", "#2"), "05716",
                  CNSCD_IMPORT_ERROR_NOTHING, "row 1");

  /* one diacritic tells two communes apart */
  workbook = make_workbook ("xlsx", ROWS ("XÃ VĂN LĂNG", people[0], people[1], people[2]));
  titled = import_workbook (fixture, workbook, NULL, FALSE);
  g_assert_cmpstr (titled->unit, ==, "05665");
  setting = cnscd_database_get_setting (fixture->database, "unit", NULL);
  g_assert_cmpstr (setting, ==, "05665");

  /* from the setting; and a file of another commune is told */
  g_clear_pointer (&workbook, cnscd_workbook_free);
  workbook = make_workbook ("xlsx", people);
  other = import_workbook (fixture, workbook, NULL, FALSE);
  g_assert_cmpstr (other->unit, ==, "05665");
  assert_counts (other, 0, 0, 1, 0, 0, 1);
  g_clear_pointer (&other, cnscd_import_plan_free);
  g_clear_pointer (&workbook, cnscd_workbook_free);
  workbook = make_workbook ("xlsx", ROWS ("XÃ VÕ NHAI", people[0], people[1], people[2]));
  other = import_workbook (fixture, workbook, NULL, FALSE);
  g_assert_cmpstr (other->unit, ==, "05716");
  g_assert_cmpuint (count_findings (other->findings, "unit-other"), ==, 1);

  g_clear_pointer (&workbook, cnscd_workbook_free);
  workbook = make_workbook ("xlsx", ROWS ("XÃ CHƯA BIẾT", people[0], people[1], people[2]));
  mixed = import_workbook (fixture, workbook, "05716", FALSE);
  g_assert_cmpuint (count_findings (mixed->findings, "unit-unknown"), ==, 1);
  g_clear_pointer (&mixed, cnscd_import_plan_free);

  province =
    make_workbook ("xlsx", ROWS ("Xã/phường|Xóm|Họ tên|Năm sinh", "Xã Văn Lang|Mới|Hà Văn A|1980",
                                 "xã Văn Lăng|Mới|Hà Văn A|1980", "01840|Tổ 1|Lê Thị Hoa|1990"));
  mixed = import_workbook (fixture, province, NULL, FALSE);
  assert_counts (mixed, 2, 0, 1, 2, 1, 0); /* of Văn Lăng's the year of birth is new */
  g_assert_cmpstr (mixed->unit, ==, NULL);
}

static void
count_progress (guint done, guint total, gpointer user_data)
{
  guint *last = user_data;

  g_assert_cmpuint (done, >=, *last);
  g_assert_cmpuint (done, <=, total);
  *last = done;
}

static void
cancel_progress (guint done, guint total, gpointer user_data)
{
  if (done > 100)
    g_cancellable_cancel (user_data);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdWorkbook) workbook = read_sample ("roster-annex.xlsx");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  CnscdImportOptions options = {
    .unit = "05716", .label = "a", .progress = cancel_progress, .progress_data = cancellable
  };
  g_autofree char *before = dump (fixture->database);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdImportPlan) plan = NULL;
  guint last = 0;

  plan = cnscd_import_run (fixture->database, workbook, &options, cancellable, &error);
  g_assert_null (plan);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = dump (fixture->database);
  g_assert_cmpstr (after, ==, before);

  /* and the connection is as usable as before */
  options.progress = count_progress;
  options.progress_data = &last;
  g_clear_error (&error);
  plan = cnscd_import_run (fixture->database, workbook, &options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (last, ==, 252);
}

/* From row 100 on no file can grow. */
static void
fill_disk_progress (guint done, guint total, gpointer user_data)
{
  struct rlimit limit = *(struct rlimit *) user_data;

  if (done < 100)
    return;
  limit.rlim_cur = 1;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
test_disk_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdWorkbook) workbook = read_sample ("roster-annex.xlsx");
  struct rlimit limit;
  CnscdImportOptions options = {
    .unit = "05716", .label = "a", .progress = fill_disk_progress, .progress_data = &limit
  };
  g_autofree char *before = dump (fixture->database);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdImportPlan) plan = NULL;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  plan = cnscd_import_run (fixture->database, workbook, &options, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  g_assert_null (plan);
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_FAILED);
  after = dump (fixture->database);
  g_assert_cmpstr (after, ==, before);
  cnscd_database_close (fixture->database);
  g_clear_error (&error);
  fixture->database = cnscd_database_open (fixture->path, &error);
  g_assert_no_error (error);
  g_clear_pointer (&after, g_free);
  after = dump (fixture->database);
  g_assert_cmpstr (after, ==, before);
}

static void
test_failure (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdWorkbook) workbook = read_sample ("roster-annex.xlsx");
  CnscdImportOptions options = { .unit = "05716", .label = "a" };
  g_autofree char *before = dump (fixture->database);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdImportPlan) plan = NULL;

  /* an action of somebody else is going on: the first record cannot be written */
  g_assert_true (cnscd_action_begin (fixture->database, "edit", "x", &error));
  plan = cnscd_import_run (fixture->database, workbook, &options, NULL, &error);
  g_assert_null (plan);
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID);
  cnscd_action_end (fixture->database);
  after = dump (fixture->database);
  g_assert_cmpstr (after, ==, before);
}

/* Imports that change nothing leave no backup, which would push out an older one. */
static void
test_backups (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = cnscd_backup_dup_folder (fixture->path);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (CnscdImportPlan) plan = import_sample (fixture, "roster-annex.xlsx", FALSE);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

      g_assert_nonnull (dir);
      g_assert_nonnull (g_dir_read_name (dir));
      g_assert_null (g_dir_read_name (dir));
    }
}

static void
test_records (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) dry = import_sample (fixture, "roster-annex.xlsx", TRUE);
  g_autofree char *folder = cnscd_backup_dup_folder (fixture->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (CnscdImportPlan) real = NULL;
  g_autoptr (GDir) dir = NULL;
  const CnscdAuditEntry *entry;

  /* a dry run makes no backup and no entry */
  g_assert_null (g_dir_open (folder, 0, NULL));
  log = cnscd_audit_list (fixture->database, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (log->len, ==, 0);

  real = import_sample (fixture, "roster-annex.xlsx", FALSE);
  dir = g_dir_open (folder, 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (g_dir_read_name (dir));
  g_clear_pointer (&log, g_ptr_array_unref);
  log = cnscd_audit_list (fixture->database, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (log->len, ==, 1);
  entry = log->pdata[0];
  g_assert_cmpstr (entry->action, ==, "import");
  g_assert_cmpint (entry->n_people, ==, 252);
  g_assert_nonnull (strstr (entry->detail, "roster.xlsx"));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/exchange/import/one-after-another", test_one_after_another },
    { "/exchange/import/undo", test_undo },
    { "/exchange/import/redo", test_redo },
    { "/exchange/import/redo-edited", test_redo_edited },
    { "/exchange/import/wrong-unit", test_wrong_unit },
    { "/exchange/import/never-erases", test_never_erases },
    { "/exchange/import/changes", test_changes },
    { "/exchange/import/absent", test_absent },
    { "/exchange/import/renamed", test_renamed },
    { "/exchange/import/accents", test_accents },
    { "/exchange/import/duplicates", test_duplicates },
    { "/exchange/import/alike", test_alike },
    { "/exchange/import/brackets", test_brackets },
    { "/exchange/import/places", test_places },
    { "/exchange/import/units", test_units },
    { "/exchange/import/cancel", test_cancel },
    { "/exchange/import/disk-full", test_disk_full },
    { "/exchange/import/failure", test_failure },
    { "/exchange/import/records", test_records },
    { "/exchange/import/backups", test_backups },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (sample_names); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/import/sample/", sample_names[i], NULL);

      g_test_add (path, Fixture, sample_names[i], fixture_set_up, test_samples, fixture_tear_down);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, fixture_set_up, tests[i].test, fixture_tear_down);
  return g_test_run ();
}
