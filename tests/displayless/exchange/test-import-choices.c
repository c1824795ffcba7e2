/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-import.h"
#include "exchange/cnscd-import-memory.h"
#include "exchange/cnscd-table-shape.h"
#include "store/cnscd-action.h"
#include "store/cnscd-distinct.h"
#include "store/cnscd-duplicates.h"

/* What a person decides about an import: columns, and who a row is. */

#define HEAD "STT|Họ và tên|Năm sinh|Giới tính|SĐT|Chức vụ|Đơn vị|Nhiệm vụ trong Tổ|Ghi chú"

static GPtrArray *
make_mappings (CnscdSheetMapping *mapping)
{
  GPtrArray *mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_sheet_mapping_free);

  g_ptr_array_add (mappings, mapping);
  return mappings;
}

/* The columns of the only sheet as they were understood, to be corrected. */
static CnscdSheetMapping *
copy_mapping (const CnscdWorkbook *workbook)
{
  g_autoptr (CnscdRosterTable) table = cnscd_roster_table_recognize (workbook, NULL);

  return cnscd_sheet_mapping_copy (table->mappings->pdata[0]);
}

static void
set_column (CnscdSheetMapping *mapping, guint index, CnscdColumn column)
{
  g_array_index (mapping->columns, CnscdColumn, index) = column;
}

static CnscdColumn
get_column (const CnscdRosterTable *table, guint index)
{
  const CnscdSheetMapping *mapping = table->mappings->pdata[0];

  return g_array_index (mapping->columns, CnscdColumn, index);
}

static CnscdImportPlan *
run (Fixture *fixture,
     const CnscdWorkbook *workbook,
     GPtrArray *mappings,
     GHashTable *decisions,
     gboolean dry_run)
{
  CnscdImportOptions options = { .unit = "05716",
                                 .label = "roster.xlsx",
                                 .mappings = mappings,
                                 .decisions = decisions,
                                 .collect_pairs = TRUE,
                                 .dry_run = dry_run };
  g_autoptr (GError) error = NULL;
  CnscdImportPlan *plan = cnscd_import_run (fixture->database, workbook, &options, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

/* ---- columns */

/* What was recognized, given back unchanged, is read as before. */
static void
test_mapping_unchanged (gconstpointer data)
{
  g_autoptr (CnscdWorkbook) workbook = read_sample (data);
  g_autoptr (CnscdRosterTable) table = cnscd_roster_table_recognize (workbook, NULL);
  g_autoptr (GPtrArray) mappings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_sheet_mapping_free);
  g_autoptr (CnscdRosterTable) again = NULL;

  for (guint i = 0; i < table->mappings->len; i++)
    g_ptr_array_add (mappings, cnscd_sheet_mapping_copy (table->mappings->pdata[i]));
  again = cnscd_roster_table_recognize (workbook, mappings);
  g_assert_cmpuint (again->n_entries, ==, table->n_entries);
  g_assert_cmpuint (again->groups->len, ==, table->groups->len);
  g_assert_cmpstr (again->unit_name, ==, table->unit_name);
  g_assert_cmpstr (again->decision_number, ==, table->decision_number);
  for (guint i = 0; i < table->groups->len; i++)
    {
      const CnscdRosterGroup *one = table->groups->pdata[i];
      const CnscdRosterGroup *other = again->groups->pdata[i];

      g_assert_cmpstr (one->name, ==, other->name);
      g_assert_cmpuint (one->entries->len, ==, other->entries->len);
      for (guint j = 0; j < one->entries->len; j++)
        {
          const CnscdRosterEntry *a = one->entries->pdata[j];
          const CnscdRosterEntry *b = other->entries->pdata[j];

          g_assert_cmpstr (a->full_name, ==, b->full_name);
          g_assert_cmpstr (a->phone, ==, b->phone);
          g_assert_cmpstr (a->body, ==, b->body);
          g_assert_cmpstr (a->position, ==, b->position);
          g_assert_cmpint (a->role, ==, b->role);
          g_assert_true (cnscd_date_equal (a->birth, b->birth));
        }
    }
}

/* A head that is printed on every page stays corrected. */
static void
test_mapping_pages (void)
{
  g_autoptr (CnscdWorkbook) workbook = make_workbook (
    "xlsx", ROWS ("Họ và tên|Năm sinh|Điện thoại|Liên hệ", "Hà Văn Bình|1975|A1|0912345678",
                  "Họ và tên|Năm sinh|Điện thoại|Liên hệ", "Lê Thị Hoa|1980|A2|0912345679"));
  CnscdSheetMapping *mapping = copy_mapping (workbook);
  g_autoptr (GPtrArray) mappings = make_mappings (mapping);
  g_autoptr (CnscdRosterTable) table = NULL;
  const CnscdRosterGroup *group;

  set_column (mapping, 2, CNSCD_COLUMN_NOTE);
  set_column (mapping, 3, CNSCD_COLUMN_PHONE);
  table = cnscd_roster_table_recognize (workbook, mappings);
  g_assert_cmpuint (table->n_entries, ==, 2);
  group = table->groups->pdata[0];
  g_assert_cmpstr (((CnscdRosterEntry *) group->entries->pdata[1])->phone, ==, "0912345679");
  g_assert_cmpstr (((CnscdRosterEntry *) group->entries->pdata[1])->note, ==, "A2");
  g_assert_cmpuint (count_findings (table->findings, "second-head"), ==, 0);
}

/* Numbers of identity cards and the like are not kept, whatever somebody chooses. */
static void
test_mapping_forbidden (void)
{
  g_autoptr (CnscdWorkbook) workbook =
    make_workbook ("xlsx", ROWS ("Họ và tên|CCCD|Năm sinh|Mã số|Dân tộc",
                                 "Hà Văn Bình|012345678901|1975|012345678901|Tày",
                                 "Lê Thị Hoa|012345678902|1980|012345678902|Nùng"));
  CnscdSheetMapping *mapping = copy_mapping (workbook);
  g_autoptr (GPtrArray) mappings = make_mappings (mapping);
  g_autoptr (CnscdRosterTable) table = NULL;

  set_column (mapping, 1, CNSCD_COLUMN_NOTE);
  set_column (mapping, 3, CNSCD_COLUMN_BODY);
  set_column (mapping, 4, CNSCD_COLUMN_POSITION);
  table = cnscd_roster_table_recognize (workbook, mappings);
  g_assert_cmpuint (table->n_entries, ==, 2);
  for (guint c = 1; c < 5; c++)
    g_assert_cmpint (get_column (table, c), ==, c == 2 ? CNSCD_COLUMN_BIRTH : CNSCD_COLUMN_IGNORED);
}

/* A head alone says which row it is in; what its columns are is found by the words. */
static void
test_mapping_head (void)
{
  g_autoptr (CnscdWorkbook) workbook = make_workbook (
    "xlsx", ROWS ("A|B|C", "Tên gọi|Sinh nhật|Số máy", "Họ và tên|Năm sinh|Điện thoại",
                  "Hà Văn Bình|1975|0912345678", "Lê Thị Hoa|1980|0912345679"));
  CnscdSheetMapping *mapping = cnscd_sheet_mapping_new ("Sheet1");
  g_autoptr (GPtrArray) mappings = make_mappings (mapping);
  g_autoptr (CnscdRosterTable) table = NULL;
  g_autoptr (CnscdRosterTable) none = NULL;

  mapping->head_row = 3;
  table = cnscd_roster_table_recognize (workbook, mappings);
  g_assert_cmpuint (table->n_entries, ==, 2);
  g_assert_cmpint (get_column (table, 2), ==, CNSCD_COLUMN_PHONE);

  /* beyond the end, nobody is read, and nothing breaks */
  mapping->head_row = 4000000000u;
  none = cnscd_roster_table_recognize (workbook, mappings);
  g_assert_cmpuint (none->n_entries, ==, 0);
}

static void
test_shapes (void)
{
  g_autoptr (CnscdWorkbook) workbook = read_sample ("roster-annex.xlsx");
  g_autoptr (CnscdRosterTable) table = cnscd_roster_table_recognize (workbook, NULL);
  g_autoptr (GPtrArray) shapes = cnscd_table_shapes_new (workbook, table);
  const CnscdTableShape *shape = shapes->pdata[0];
  g_autoptr (CnscdWorkbook) unknown = make_workbook (
    "xlsx", ROWS ("Bảng theo dõi", "Ai đó|Bao giờ|Ở đâu", "Bình|x|Xóm Một", "Hoa|y|Xóm Hai"));
  g_autoptr (CnscdRosterTable) nothing = cnscd_roster_table_recognize (unknown, NULL);
  g_autoptr (GPtrArray) guessed = cnscd_table_shapes_new (unknown, nothing);
  const CnscdTableShape *guess = guessed->pdata[0];
  const CnscdSheetMapping *mapping = guess->mappings->pdata[0];

  g_assert_cmpuint (shapes->len, ==, 1);
  g_assert_cmpuint (shape->n_people, ==, 252);
  g_assert_cmpuint (shape->n_teams, ==, 36);
  g_assert_true (shape->has_key);
  g_assert_nonnull (shape->shape);
  g_assert_cmpstr (((CnscdShapeColumn *) shape->columns->pdata[0])->letters, ==, "A");
  /* Long ones end between words. */
  g_assert_cmpstr (((CnscdShapeColumn *) shape->columns->pdata[4])->examples, ==,
                   "Trưởng xóm · Chi hội trưởng, Hội Cựu… · Bí thư Chi đoàn, Đoàn…");

  g_assert_cmpuint (guessed->len, ==, 1);
  g_assert_cmpuint (guess->n_people, ==, 0);
  g_assert_false (guess->has_key);
  g_assert_cmpuint (mapping->head_row, ==, 2);
  g_assert_cmpuint (guess->columns->len, ==, 3);
  g_assert_cmpstr (((CnscdShapeColumn *) guess->columns->pdata[2])->head, ==, "Ở đâu");
  g_assert_cmpstr (((CnscdShapeColumn *) guess->columns->pdata[2])->examples, ==,
                   "Xóm Một · Xóm Hai");
}

/* Sheets with the same head are corrected once. */
static void
test_shapes_of_sheets (void)
{
  static const char *const sheets[] = { "Một", "Hai", "Ba" };
  g_autoptr (CnscdWorkbook) workbook = cnscd_workbook_new ("xlsx");
  g_autoptr (CnscdRosterTable) table = NULL;
  g_autoptr (GPtrArray) shapes = NULL;
  const CnscdTableShape *first;

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      CnscdSheet *sheet = cnscd_workbook_add_sheet (workbook, sheets[i]);

      cnscd_workbook_add_text (workbook, sheet, 0, 0, CNSCD_CELL_TEXT, "Họ và tên", -1, NULL);
      cnscd_workbook_add_text (workbook, sheet, 0, 1, CNSCD_CELL_TEXT,
                               i < 2 ? "Năm sinh" : "Điện thoại", -1, NULL);
      cnscd_workbook_add_text (workbook, sheet, 1, 0, CNSCD_CELL_TEXT, "Hà Văn Bình", -1, NULL);
      cnscd_workbook_add_text (workbook, sheet, 1, 1, CNSCD_CELL_TEXT,
                               i < 2 ? "1975" : "0912345678", -1, NULL);
    }
  g_assert_true (cnscd_workbook_finish (workbook, NULL));
  table = cnscd_roster_table_recognize (workbook, NULL);
  shapes = cnscd_table_shapes_new (workbook, table);
  g_assert_cmpuint (shapes->len, ==, 2);
  first = shapes->pdata[0];
  g_assert_cmpuint (first->mappings->len, ==, 2);
  g_assert_cmpuint (first->n_people, ==, 2);
  g_assert_cmpuint (first->n_rows, ==, 2);
}

/* ---- memory */

static void
test_memory (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdWorkbook) workbook = make_workbook (
    "xlsx", ROWS ("Tên gọi|Sinh nhật|Liên lạc", "Bình|1975|0912345678", "Hoa|1980|0912345679"));
  g_autoptr (CnscdWorkbook) next = make_workbook (
    "xlsx", ROWS ("TÊN  GỌI|Sinh nhật|Liên lạc", "Vũ Minh|1985|0912345670", "Hà An|1981|"));
  g_autoptr (CnscdWorkbook) other =
    make_workbook ("xlsx", ROWS ("Tên gọi|Sinh nhật|Liên lạc|Ghi chú", "Vũ Mai|1985||"));
  CnscdSheetMapping *mapping = cnscd_sheet_mapping_new ("Sheet1");
  g_autoptr (GPtrArray) mappings = make_mappings (mapping);
  static const CnscdColumn columns[] = { CNSCD_COLUMN_FULL_NAME, CNSCD_COLUMN_BIRTH,
                                         CNSCD_COLUMN_NOTE };
  g_autofree char *shape = NULL;
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  g_autoptr (CnscdImportPlan) dry = NULL;
  g_autoptr (CnscdImportPlan) first = NULL;
  g_autoptr (CnscdImportPlan) second = NULL;
  g_autoptr (CnscdImportPlan) forgotten = NULL;
  g_autoptr (CnscdRosterTable) table = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  mapping->head_row = mapping->first_row = 1;
  g_array_append_vals (mapping->columns, columns, 3);
  for (guint c = 0; c < 3; c++)
    g_ptr_array_add (mapping->heads,
                     g_strdup (((const char *[]) { "Tên gọi", "Sinh nhật", "Liên lạc" })[c]));
  shape = cnscd_sheet_mapping_dup_shape (mapping);
  name = g_strconcat ("import-mapping:", shape, NULL);

  /* a dry run keeps nothing */
  dry = run (fixture, workbook, mappings, NULL, TRUE);
  assert_counts (dry, 1, 0, 0, 2, 0, 0);
  value = cnscd_database_get_setting (fixture->database, name, NULL);
  g_assert_null (value);

  first = run (fixture, workbook, mappings, NULL, FALSE);
  assert_counts (first, 1, 0, 0, 2, 0, 0);
  value = cnscd_database_get_setting (fixture->database, name, NULL);
  g_assert_cmpstr (value, ==, "full-name,birth,note");

  /* the next file of this shape is read so by itself, and says so */
  second = run (fixture, next, NULL, NULL, FALSE);
  assert_counts (second, 0, 0, 1, 2, 0, 0);
  g_assert_cmpuint (count_findings (second->findings, "mapping-kept"), ==, 1);
  g_assert_cmpstr (((CnscdImportItem *) second->items->pdata[0])->entry->note, ==, "0912345670");

  /* one of another shape is not */
  table = cnscd_roster_table_recognize (other, NULL);
  found = cnscd_import_memory_find (fixture->database, other, table->mappings, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 0);

  /* what is not understood is as good as nothing */
  g_assert_true (cnscd_database_set_setting (fixture->database, name, "full-name,shoe-size", NULL));
  g_clear_pointer (&table, cnscd_roster_table_free);
  g_clear_pointer (&found, g_ptr_array_unref);
  table = cnscd_roster_table_recognize (next, NULL);
  found = cnscd_import_memory_find (fixture->database, next, table->mappings, &error);
  g_assert_cmpuint (found->len, ==, 0);

  g_assert_true (cnscd_import_memory_forget (fixture->database, shape, &error));
  g_clear_pointer (&value, g_free);
  value = cnscd_database_get_setting (fixture->database, name, NULL);
  g_assert_null (value);
}

/* ---- duplicates */

static const CnscdImportPair *
get_pair (const CnscdImportPlan *plan, guint i)
{
  g_assert_cmpuint (plan->pairs->len, >, i);
  return plan->pairs->pdata[i];
}

static GHashTable *
decide (const CnscdImportPair *pair, gboolean same)
{
  GHashTable *decisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_hash_table_insert (decisions, g_strdup (pair->row),
                       g_strdup (same ? pair->candidate : CNSCD_IMPORT_SOMEBODY_ELSE));
  return decisions;
}

/* Of the same name and team, but born in another year: by itself somebody else. */
static void
test_decide_same (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) before =
    import_rows (fixture, ROWS (HEAD, "Xóm Một", "1|Hà Văn Bình|1975||0912345678||||"));
  g_autoptr (CnscdWorkbook) workbook =
    make_workbook ("xlsx", ROWS (HEAD, "Xóm Một", "1|Hà Văn Bình|1976||||||"));
  g_autoptr (CnscdImportPlan) plan = run (fixture, workbook, NULL, NULL, TRUE);
  const CnscdImportPair *pair = get_pair (plan, 0);
  g_autoptr (GHashTable) decisions = decide (pair, TRUE);
  g_autoptr (CnscdImportPlan) decided = NULL;
  g_autoptr (CnscdImportPlan) done = NULL;

  assert_counts (plan, 0, 0, 1, 1, 0, 0);
  g_assert_cmpuint (plan->pairs->len, ==, 1);
  g_assert_cmpint (pair->choice, ==, CNSCD_IMPORT_TWO_PEOPLE);
  g_assert_cmpint (pair->name, ==, CNSCD_LIKENESS_SAME);
  g_assert_cmpint (pair->birth, ==, CNSCD_LIKENESS_OTHER);
  g_assert_cmpint (pair->phone, ==, CNSCD_LIKENESS_UNKNOWN);
  g_assert_cmpuint (pair->file.row, ==, 3);
  g_assert_cmpuint (pair->file.birth.year, ==, 1976);
  g_assert_cmpuint (pair->other.row, ==, 0);
  g_assert_cmpuint (pair->other.birth.year, ==, 1975);
  g_assert_cmpstr (pair->other.team, ==, "Tổ CNSCĐ xóm Một");

  decided = run (fixture, workbook, NULL, decisions, TRUE);
  assert_counts (decided, 0, 0, 1, 0, 1, 0);
  g_assert_cmpint (get_pair (decided, 0)->choice, ==, CNSCD_IMPORT_ONE_PERSON);
  g_assert_cmpuint (get_pair (decided, 0)->other.birth.year, ==, 1975);
  done = run (fixture, workbook, NULL, decisions, FALSE);
  assert_counts (done, 0, 0, 1, 0, 1, 0);
  g_assert_cmpint (count_records (fixture->database, &CNSCD_KIND_PERSON), ==, 1);
}

/* Of the same name and year in another team: by itself the same person. */
static void
test_decide_other (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) before =
    import_rows (fixture, ROWS (HEAD, "Xóm Một", "1|Hà Văn Bình|1975||||||"));
  g_autoptr (CnscdWorkbook) workbook =
    make_workbook ("xlsx", ROWS (HEAD, "Xóm Hai", "1|Hà Văn Bình|1975||||||"));
  g_autoptr (CnscdImportPlan) plan = run (fixture, workbook, NULL, NULL, TRUE);
  const CnscdImportPair *pair = get_pair (plan, 0);
  g_autoptr (GHashTable) decisions = decide (pair, FALSE);
  g_autoptr (CnscdImportPlan) done = NULL;

  g_assert_cmpint (pair->choice, ==, CNSCD_IMPORT_ONE_PERSON);
  /* asked about, and not told besides */
  g_assert_cmpuint (count_findings (plan->findings, "person-elsewhere"), ==, 0);
  g_assert_cmpuint (count_findings (plan->findings, "duplicate-possible"), ==, 0);
  done = run (fixture, workbook, NULL, decisions, FALSE);
  assert_counts (done, 1, 0, 0, 1, 0, 0);
  g_assert_cmpuint (count_findings (done->findings, "person-elsewhere"), ==, 0);
  g_assert_cmpuint (count_findings (done->findings, "duplicate-possible"), ==, 0);
  g_assert_cmpint (count_records (fixture->database, &CNSCD_KIND_PERSON), ==, 2);
}

/* Two rows of one file. */
static void
test_decide_in_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdWorkbook) workbook = make_workbook (
    "xlsx", ROWS (HEAD, "Xóm Một", "1|Hà Văn Bình|1975||0912345678||||", "2|Vũ Hải|1990||||||",
                  "3|Vũ Hải|1990||||||", "Xóm Hai", "1|Hà Văn Bình|1975||0912345679||||"));
  g_autoptr (CnscdImportPlan) plan = run (fixture, workbook, NULL, NULL, TRUE);
  const CnscdImportPair *repeated = get_pair (plan, 0);
  const CnscdImportPair *namesake = get_pair (plan, 1);
  g_autoptr (GHashTable) decisions = decide (namesake, TRUE);
  g_autoptr (CnscdImportPlan) done = NULL;

  assert_counts (plan, 2, 0, 0, 3, 0, 0);
  g_assert_cmpuint (plan->pairs->len, ==, 2);
  g_assert_cmpint (repeated->choice, ==, CNSCD_IMPORT_ONE_PERSON);
  g_assert_cmpuint (repeated->file.row, ==, 5);
  g_assert_cmpuint (repeated->other.row, ==, 4);
  g_assert_cmpint (namesake->choice, ==, CNSCD_IMPORT_TWO_PEOPLE);
  g_assert_cmpuint (namesake->file.row, ==, 7);
  g_assert_cmpuint (namesake->other.row, ==, 3);

  g_hash_table_insert (decisions, g_strdup (repeated->row), g_strdup (CNSCD_IMPORT_SOMEBODY_ELSE));
  done = run (fixture, workbook, NULL, decisions, FALSE);
  assert_counts (done, 2, 0, 0, 4, 0, 0);
  g_assert_cmpuint (count_findings (done->findings, "row-repeated"), ==, 0);
  g_assert_cmpint (count_records (fixture->database, &CNSCD_KIND_PERSON), ==, 3);
}

static guint
count_duplicates (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) duplicates = cnscd_duplicates_find (fixture->database, "05716", &error);

  g_assert_no_error (error);
  return duplicates->len;
}

static const CnscdPerson *
find_person (GPtrArray *people, const char *phone)
{
  for (guint i = 0; i < people->len; i++)
    if (g_str_equal (((const CnscdPerson *) people->pdata[i])->phone, phone))
      return people->pdata[i];
  g_assert_not_reached ();
}

/* Who was told apart in an import, is not asked about again; undoing takes that back as well. */
static void
test_decide_apart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdImportPlan) before =
    import_rows (fixture, ROWS (HEAD, "Xóm Một", "1|Hà Văn Bình|1975||0912345678||||"));
  g_autoptr (CnscdWorkbook) workbook =
    make_workbook ("xlsx", ROWS (HEAD, "Xóm Hai", "1|Hà Văn Bình|1975||0912345679||||"));
  g_autoptr (CnscdImportPlan) plan = run (fixture, workbook, NULL, NULL, TRUE);
  g_autoptr (GHashTable) decisions = decide (get_pair (plan, 0), FALSE);
  CnscdImportOptions options = { .unit = "05716", .label = "a.xlsx", .decisions = decisions };
  g_autoptr (CnscdImportPlan) tried = run (fixture, workbook, NULL, decisions, TRUE);
  g_autoptr (CnscdImportPlan) done = NULL;
  g_autoptr (CnscdAction) action = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;
  const CnscdPerson *one, *other;
  g_autoptr (CnscdPerson) edited = NULL;
  gint64 redone = 0;

  assert_counts (tried, 1, 0, 0, 1, 0, 0);
  /* As the program imports: the pairs were asked about before. */
  done = cnscd_import_run (fixture->database, workbook, &options, NULL, &error);
  g_assert_no_error (error);
  people = cnscd_record_store_list (fixture->database, &CNSCD_KIND_PERSON, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, 2);
  one = find_person (people, "0912345678");
  other = find_person (people, "0912345679");
  g_assert_true (cnscd_distinct_has (fixture->database, one->record.id, other->record.id));
  g_assert_cmpuint (count_duplicates (fixture), ==, 0);

  /* An edited person stays when the import is undone; what was decided does not. */
  edited = cnscd_record_copy (other);
  edited->gender = CNSCD_GENDER_MALE;
  cnscd_record_store_put (fixture->database, edited, &error);
  g_assert_no_error (error);
  action = cnscd_action_last (fixture->database, "import", &error);
  g_assert_no_error (error);
  cnscd_action_undo (fixture->database, action->id, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (cnscd_distinct_has (fixture->database, one->record.id, other->record.id));
  g_assert_cmpuint (count_duplicates (fixture), ==, 1);

  /* Done again, they are told apart again; and undone once more, not. */
  g_assert_true (
    cnscd_action_redo (fixture->database, action->id, NULL, NULL, &redone, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (cnscd_distinct_has (fixture->database, one->record.id, other->record.id));
  g_assert_cmpuint (count_duplicates (fixture), ==, 0);
  g_assert_true (cnscd_action_undo (fixture->database, redone, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (cnscd_distinct_has (fixture->database, one->record.id, other->record.id));
}

/* What was there before, as the file says it, nobody has to look at again. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  const char *const *rows = ROWS (HEAD, "Xóm Một", "1|Hà Văn Bình|1975||0912345678||||", "Xóm Hai",
                                  "1|Hà Văn Bình|1975||0912345679||||");
  g_autoptr (CnscdImportPlan) first = import_rows (fixture, rows);
  g_autoptr (CnscdImportPlan) again = import_rows (fixture, rows);
  g_autoptr (CnscdWorkbook) workbook =
    make_workbook ("xlsx", ROWS (HEAD, "Xóm Một", "1|Hà Văn Bình|21/06/1975||0912345678||||"));
  g_autoptr (CnscdImportPlan) changed = run (fixture, workbook, NULL, NULL, TRUE);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (CnscdImportPlan) told = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_findings (first->findings, "duplicate-possible"), ==, 1);
  g_assert_cmpuint (count_findings (again->findings, "duplicate-possible"), ==, 0);
  /* something new of one of them */
  assert_counts (changed, 0, 0, 1, 0, 1, 0);
  g_assert_cmpuint (count_findings (changed->findings, "duplicate-possible"), ==, 1);

  people = cnscd_record_store_list (fixture->database, &CNSCD_KIND_PERSON, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cnscd_distinct_set (fixture->database, ((CnscdRecord *) people->pdata[0])->id,
                                     ((CnscdRecord *) people->pdata[1])->id, TRUE, &error));
  told = run (fixture, workbook, NULL, NULL, TRUE);
  assert_counts (told, 0, 0, 1, 0, 1, 0);
  g_assert_cmpuint (count_findings (told->findings, "duplicate-possible"), ==, 0);
}

/* Two of one file are asked about, and not told besides. */
static void
test_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdWorkbook) workbook = make_workbook (
    "xlsx", ROWS (HEAD, "Xóm Một", "1|Hà Văn Bình|1975||0912345678||||", "2|Vũ Hải|1990||||||",
                  "3|Vũ Hải|1990||||||", "Xóm Hai", "1|Hà Văn Bình|1975||0912345679||||"));
  g_autoptr (CnscdImportPlan) plan = run (fixture, workbook, NULL, NULL, TRUE);

  g_assert_cmpuint (plan->pairs->len, ==, 2);
  g_assert_cmpuint (count_findings (plan->findings, "row-repeated"), ==, 0);
  g_assert_cmpuint (count_findings (plan->findings, "duplicate-possible"), ==, 0);
}

/* Who was decided for may be gone by the time of the import: then the row speaks for itself. */
static void
test_decide_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdWorkbook) workbook =
    make_workbook ("xlsx", ROWS (HEAD, "Xóm Một", "1|Hà Văn Bình|1976||||||"));
  g_autoptr (GHashTable) decisions =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (CnscdImportPlan) plan = NULL;

  g_hash_table_insert (decisions, g_strdup ("Sheet1\n3\n2"), g_strdup ("no-such-person"));
  plan = run (fixture, workbook, NULL, decisions, FALSE);
  assert_counts (plan, 1, 0, 0, 1, 0, 0);
}

/* ---- pasted rows */

static CnscdWorkbook *
paste (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return cnscd_workbook_read_rows (bytes, "Clipboard", NULL, error);
}

static void
assert_cell (const CnscdWorkbook *workbook, guint row, guint column, const char *text)
{
  const CnscdCell *cell = cnscd_sheet_find (workbook->sheets->pdata[0], row, column);

  g_assert_cmpstr (cell != NULL ? cell->text : NULL, ==, text);
}

static void
test_paste (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdWorkbook) rows = paste (
    "Họ và tên\tNăm sinh\tChức vụ\r\nHà Văn Bình\t1975\t\"Bí thư,\nTrưởng xóm\"\r\n", &error);
  g_autoptr (CnscdWorkbook) quote = NULL;
  g_autoptr (CnscdWorkbook) bare = NULL;
  g_autoptr (CnscdRosterTable) table = NULL;
  g_autoptr (GPtrArray) shapes = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (((CnscdSheet *) rows->sheets->pdata[0])->name, ==, "Clipboard");
  assert_cell (rows, 1, 0, "Hà Văn Bình");
  assert_cell (rows, 1, 2, "Bí thư,\nTrưởng xóm");

  /* commas are part of a cell, and so is a quotation mark that nothing closes */
  quote = paste ("Hà Văn Bình\t\"Bí thư, chi bộ\nLê Thị Hoa\tHội viên, thủ quỹ", &error);
  g_assert_no_error (error);
  assert_cell (quote, 0, 1, "\"Bí thư, chi bộ");
  assert_cell (quote, 1, 1, "Hội viên, thủ quỹ");

  /* rows without a head can be mapped */
  bare = paste ("x1\tBình\nx2\tHoa\n", &error);
  table = cnscd_roster_table_recognize (bare, NULL);
  shapes = cnscd_table_shapes_new (bare, table);
  g_assert_cmpuint (table->n_entries, ==, 0);
  g_assert_cmpuint (shapes->len, ==, 1);
  {
    CnscdTableShape *shape = shapes->pdata[0];
    CnscdSheetMapping *mapping = cnscd_sheet_mapping_copy (shape->mappings->pdata[0]);
    g_autoptr (GPtrArray) mappings = make_mappings (mapping);

    g_assert_cmpuint (mapping->head_row, ==, 0);
    g_assert_null (shape->shape);
    set_column (mapping, 1, CNSCD_COLUMN_FULL_NAME);
    g_clear_pointer (&table, cnscd_roster_table_free);
    table = cnscd_roster_table_recognize (bare, mappings);
    g_assert_cmpuint (table->n_entries, ==, 2);
  }
}

static void
test_paste_hostile (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *large = g_strnfill (CNSCD_WORKBOOK_MAX_PASTE + 1, 'a');
  g_autofree char *wide = g_strnfill (5000, '\t');
  g_autofree char *line = g_strconcat (wide, "x", NULL);
  g_autoptr (CnscdWorkbook) odd = NULL;

  g_assert_null (paste ("", &error));
  g_assert_error (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_null (paste (" \t \n", &error));
  g_assert_error (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_null (paste (large, &error));
  g_assert_error (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_TOO_LARGE);
  g_clear_error (&error);
  g_assert_null (paste (line, &error));
  g_assert_error (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_TOO_LARGE);
  g_clear_error (&error);

  odd = paste ("Hà\xff\xfe Văn\t\x01\x02\n", &error);
  g_assert_true (odd != NULL || error != NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/exchange/choices/mapping/annex", "roster-annex.xlsx",
                        test_mapping_unchanged);
  g_test_add_data_func ("/exchange/choices/mapping/messy", "roster-messy.xlsx",
                        test_mapping_unchanged);
  g_test_add_data_func ("/exchange/choices/mapping/web", "roster-web-export.xlsx",
                        test_mapping_unchanged);
  g_test_add_data_func ("/exchange/choices/mapping/flat", "roster-flat-utf8-bom.csv",
                        test_mapping_unchanged);
  g_test_add_func ("/exchange/choices/mapping/pages", test_mapping_pages);
  g_test_add_func ("/exchange/choices/mapping/forbidden", test_mapping_forbidden);
  g_test_add_func ("/exchange/choices/mapping/head", test_mapping_head);
  g_test_add_func ("/exchange/choices/shapes", test_shapes);
  g_test_add_func ("/exchange/choices/shapes/sheets", test_shapes_of_sheets);
  g_test_add ("/exchange/choices/memory", Fixture, NULL, fixture_set_up, test_memory,
              fixture_tear_down);
  g_test_add ("/exchange/choices/decide/apart", Fixture, NULL, fixture_set_up, test_decide_apart,
              fixture_tear_down);
  g_test_add ("/exchange/choices/decide/same", Fixture, NULL, fixture_set_up, test_decide_same,
              fixture_tear_down);
  g_test_add ("/exchange/choices/decide/other", Fixture, NULL, fixture_set_up, test_decide_other,
              fixture_tear_down);
  g_test_add ("/exchange/choices/decide/in-file", Fixture, NULL, fixture_set_up,
              test_decide_in_file, fixture_tear_down);
  g_test_add ("/exchange/choices/decide/gone", Fixture, NULL, fixture_set_up, test_decide_gone,
              fixture_tear_down);
  g_test_add ("/exchange/choices/again", Fixture, NULL, fixture_set_up, test_again,
              fixture_tear_down);
  g_test_add ("/exchange/choices/once", Fixture, NULL, fixture_set_up, test_once,
              fixture_tear_down);
  g_test_add_func ("/exchange/choices/paste", test_paste);
  g_test_add_func ("/exchange/choices/paste-hostile", test_paste_hostile);
  return g_test_run ();
}
