/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-schedule-head.h"

#include <string.h>

#include "cnscd-synonyms.h"
#include "core/cnscd-text.h"

/* A head stands within this many rows with content. */
#define MAX_HEAD_ROWS 60
/* Longer "heads" are sentences. */
#define MAX_HEAD_BYTES 160

typedef struct
{
  const char *words; /* as cnscd_text_search_key() leaves them */
  CnscdScheduleColumn column;
} Synonym;

/* Whole heads, with and without what stands in brackets. */
static const Synonym synonyms[] = {
  { "stt", CNSCD_SCHEDULE_NUMBER },
  { "tt", CNSCD_SCHEDULE_NUMBER },
  { "so tt", CNSCD_SCHEDULE_NUMBER },
  { "so thu tu", CNSCD_SCHEDULE_NUMBER },
  { "xa phuong", CNSCD_SCHEDULE_UNIT },
  { "phuong xa", CNSCD_SCHEDULE_UNIT },
  { "ten xa phuong", CNSCD_SCHEDULE_UNIT },
  { "thu", CNSCD_SCHEDULE_WEEKDAY },
  { "ngay", CNSCD_SCHEDULE_DAY },
  { "ngay thang", CNSCD_SCHEDULE_DAY },
  { "ngay thang nam", CNSCD_SCHEDULE_DAY },
  { "thu ngay", CNSCD_SCHEDULE_DAY },
  { "ngay thu", CNSCD_SCHEDULE_DAY },
  { "thu ngay thang", CNSCD_SCHEDULE_DAY },
  { "ngay to chuc", CNSCD_SCHEDULE_DAY },
  { "ngay thuc hien", CNSCD_SCHEDULE_DAY },
  { "ngay huong dan", CNSCD_SCHEDULE_DAY },
  { "date", CNSCD_SCHEDULE_DAY },
  { "am lich", CNSCD_SCHEDULE_LUNAR },
  { "ngay am", CNSCD_SCHEDULE_LUNAR },
  { "ngay am lich", CNSCD_SCHEDULE_LUNAR },
  { "gio", CNSCD_SCHEDULE_TIME },
  { "buoi", CNSCD_SCHEDULE_TIME },
  { "thoi gian", CNSCD_SCHEDULE_TIME },
  { "khung gio", CNSCD_SCHEDULE_TIME },
  { "thoi gian to chuc", CNSCD_SCHEDULE_TIME },
  { "thoi gian thuc hien", CNSCD_SCHEDULE_TIME },
  { "thoi gian huong dan", CNSCD_SCHEDULE_TIME },
  { "ngay gio", CNSCD_SCHEDULE_TIME },
  { "ngay gio to chuc", CNSCD_SCHEDULE_TIME },
  { "time", CNSCD_SCHEDULE_TIME },
  { "gio bat dau", CNSCD_SCHEDULE_START },
  { "bat dau", CNSCD_SCHEDULE_START },
  { "tu gio", CNSCD_SCHEDULE_START },
  { "tu", CNSCD_SCHEDULE_START },
  { "gio ket thuc", CNSCD_SCHEDULE_END },
  { "ket thuc", CNSCD_SCHEDULE_END },
  { "den gio", CNSCD_SCHEDULE_END },
  { "den", CNSCD_SCHEDULE_END },
  { "to", CNSCD_SCHEDULE_TEAM },
  { "ten to", CNSCD_SCHEDULE_TEAM },
  { "to cnscd", CNSCD_SCHEDULE_TEAM },
  { "to cong nghe so cong dong", CNSCD_SCHEDULE_TEAM },
  { "to thuc hien", CNSCD_SCHEDULE_TEAM },
  { "to huong dan", CNSCD_SCHEDULE_TEAM },
  { "to xom", CNSCD_SCHEDULE_TEAM },
  { "xom to", CNSCD_SCHEDULE_TEAM },
  { "to phu trach", CNSCD_SCHEDULE_TEAM },
  { "don vi", CNSCD_SCHEDULE_TEAM },
  { "don vi thuc hien", CNSCD_SCHEDULE_TEAM },
  { "don vi to chuc", CNSCD_SCHEDULE_TEAM },
  { "dia ban", CNSCD_SCHEDULE_HAMLET },
  { "khu dan cu", CNSCD_SCHEDULE_HAMLET },
  { "dia diem", CNSCD_SCHEDULE_PLACE },
  { "dia diem to chuc", CNSCD_SCHEDULE_PLACE },
  { "dia diem huong dan", CNSCD_SCHEDULE_PLACE },
  { "dia diem thuc hien", CNSCD_SCHEDULE_PLACE },
  { "noi to chuc", CNSCD_SCHEDULE_PLACE },
  { "place", CNSCD_SCHEDULE_PLACE },
  { "ten buoi", CNSCD_SCHEDULE_TITLE },
  { "ten buoi huong dan", CNSCD_SCHEDULE_TITLE },
  { "tieu de", CNSCD_SCHEDULE_TITLE },
  { "ten hoat dong", CNSCD_SCHEDULE_TITLE },
  { "hoat dong", CNSCD_SCHEDULE_TITLE },
  { "noi dung", CNSCD_SCHEDULE_TOPICS },
  { "noi dung huong dan", CNSCD_SCHEDULE_TOPICS },
  { "noi dung cong viec", CNSCD_SCHEDULE_TOPICS },
  { "noi dung thuc hien", CNSCD_SCHEDULE_TOPICS },
  { "chu de", CNSCD_SCHEDULE_TOPICS },
  { "nen tang", CNSCD_SCHEDULE_TOPICS },
  { "doi tuong", CNSCD_SCHEDULE_AUDIENCE },
  { "doi tuong huong dan", CNSCD_SCHEDULE_AUDIENCE },
  { "doi tuong tham gia", CNSCD_SCHEDULE_AUDIENCE },
  { "thanh phan", CNSCD_SCHEDULE_AUDIENCE },
  { "thanh phan tham gia", CNSCD_SCHEDULE_AUDIENCE },
  { "thanh phan tham du", CNSCD_SCHEDULE_AUDIENCE },
  { "nguoi huong dan", CNSCD_SCHEDULE_GUIDES },
  { "can bo huong dan", CNSCD_SCHEDULE_GUIDES },
  { "thanh vien huong dan", CNSCD_SCHEDULE_GUIDES },
  { "nguoi phu trach", CNSCD_SCHEDULE_GUIDES },
  { "nguoi thuc hien", CNSCD_SCHEDULE_GUIDES },
  { "phu trach", CNSCD_SCHEDULE_GUIDES },
  { "phan cong", CNSCD_SCHEDULE_GUIDES },
  { "huong dan vien", CNSCD_SCHEDULE_GUIDES },
  { "huong dan chinh", CNSCD_SCHEDULE_LEADER },
  { "nguoi huong dan chinh", CNSCD_SCHEDULE_LEADER },
  { "ho tro", CNSCD_SCHEDULE_HELPERS },
  { "nguoi ho tro", CNSCD_SCHEDULE_HELPERS },
  { "du kien", CNSCD_SCHEDULE_EXPECTED },
  { "so nguoi du kien", CNSCD_SCHEDULE_EXPECTED },
  { "du kien so nguoi", CNSCD_SCHEDULE_EXPECTED },
  { "so luong du kien", CNSCD_SCHEDULE_EXPECTED },
  { "so luong", CNSCD_SCHEDULE_EXPECTED },
  { "so nguoi", CNSCD_SCHEDULE_EXPECTED },
  { "trang thai", CNSCD_SCHEDULE_STATE },
  { "tinh trang", CNSCD_SCHEDULE_STATE },
  { "so nguoi tham gia", CNSCD_SCHEDULE_ATTENDANCE },
  { "so nguoi tham du", CNSCD_SCHEDULE_ATTENDANCE },
  { "tong so nguoi", CNSCD_SCHEDULE_ATTENDANCE },
  { "nu", CNSCD_SCHEDULE_WOMEN },
  { "so nu", CNSCD_SCHEDULE_WOMEN },
  { "nguoi cao tuoi", CNSCD_SCHEDULE_ELDERLY },
  { "ho ngheo", CNSCD_SCHEDULE_POOR },
  { "ma buoi", CNSCD_SCHEDULE_CODE },
  { "ma", CNSCD_SCHEDULE_CODE },
  { "ghi chu", CNSCD_SCHEDULE_NOTE },
  { "luu y", CNSCD_SCHEDULE_NOTE },
  { "note", CNSCD_SCHEDULE_NOTE },
};

static CnscdScheduleColumn
find_synonym (const char *head)
{
  g_autofree char *words = cnscd_text_search_key (head);

  for (gsize i = 0; words != NULL && i < G_N_ELEMENTS (synonyms); i++)
    {
      if (g_str_equal (synonyms[i].words, words))
        return synonyms[i].column;
    }
  /* "Xóm/TDP" and the like, as rosters have them */
  if (cnscd_column_from_head (head) == CNSCD_COLUMN_HAMLET)
    return CNSCD_SCHEDULE_HAMLET;
  return CNSCD_SCHEDULE_IGNORED;
}

static CnscdScheduleColumn
classify (const char *head)
{
  CnscdScheduleColumn column;
  const char *bracket;

  if (head == NULL || strlen (head) > MAX_HEAD_BYTES)
    return CNSCD_SCHEDULE_IGNORED;

  column = find_synonym (head);
  bracket = strchr (head, '(');
  if (column == CNSCD_SCHEDULE_IGNORED && bracket != NULL && bracket != head)
    {
      g_autofree char *before = g_strndup (head, bracket - head);

      column = find_synonym (before);
    }
  return column;
}

/* The texts of a row, as columns; whether all that stands there is text, and how much is known. */
static guint32
read_kinds (GPtrArray *texts, guint *n_texts, guint *n_known)
{
  guint32 kinds = 0;

  *n_texts = *n_known = 0;
  for (guint c = 0; c < texts->len; c++)
    {
      CnscdScheduleColumn column = classify (texts->pdata[c]);

      *n_texts += texts->pdata[c] != NULL;
      *n_known += column != CNSCD_SCHEDULE_IGNORED;
      if (column != CNSCD_SCHEDULE_IGNORED)
        kinds |= 1u << column;
    }
  return kinds;
}

#define HAS(kind) ((kinds & (1u << CNSCD_SCHEDULE_##kind)) != 0)

/* A list of people has names; a schedule a time, and what is done there. */
static gboolean
is_head (GPtrArray *texts)
{
  guint n_texts, n_known;
  guint32 kinds = read_kinds (texts, &n_texts, &n_known);

  for (guint c = 0; c < texts->len; c++)
    {
      CnscdColumn column = cnscd_column_from_head (texts->pdata[c]);

      if (column == CNSCD_COLUMN_FULL_NAME || column == CNSCD_COLUMN_FAMILY_NAME ||
          column == CNSCD_COLUMN_BIRTH)
        return FALSE;
    }
  return n_known >= 3 && n_known * 2 >= n_texts &&
         (HAS (DAY) || HAS (TIME) || HAS (START) || HAS (WEEKDAY)) &&
         (HAS (TITLE) || HAS (TOPICS) || HAS (PLACE) || HAS (GUIDES) || HAS (LEADER));
}

static void
add_column (CnscdScheduleHead *head, const char *text, const char *below)
{
  CnscdScheduleColumn column = below != NULL && classify (below) != CNSCD_SCHEDULE_IGNORED
                                 ? classify (below)
                                 : classify (text);

  g_array_append_val (head->columns, column);
  g_ptr_array_add (head->heads, g_strdup (below != NULL ? below : text));
}

/* Whether the row below is the lower half: "Thời gian" over "Ngày" and "Giờ". */
static gboolean
is_lower_half (const CnscdScan *scan, guint row, GPtrArray *below)
{
  guint n_texts, n_known;

  read_kinds (below, &n_texts, &n_known);
  if (n_known < 2 || n_known < n_texts)
    return FALSE;
  /* a row of data is no text alone */
  for (guint i = cnscd_sheet_row_start (scan->sheet, row + 1); i < scan->sheet->cells->len; i++)
    {
      const CnscdCell *cell = &g_array_index (scan->sheet->cells, CnscdCell, i);

      if (cell->row != row + 1)
        break;
      if (cell->type != CNSCD_CELL_TEXT)
        return FALSE;
    }
  return TRUE;
}

/* Only one column of a kind is read; "Nội dung" is what is taught only beside a title. */
static void
settle_columns (CnscdScheduleHead *head)
{
  guint32 seen = 0;

  for (guint c = 0; c < head->columns->len; c++)
    {
      CnscdScheduleColumn *column = &g_array_index (head->columns, CnscdScheduleColumn, c);

      if (*column != CNSCD_SCHEDULE_IGNORED && (seen & (1u << *column)) != 0)
        *column = CNSCD_SCHEDULE_IGNORED;
      seen |= 1u << *column;
    }
}

static CnscdScheduleHead *
read_head (const CnscdScan *scan, guint row, GPtrArray *texts)
{
  CnscdScheduleHead *head = g_new0 (CnscdScheduleHead, 1);
  g_autoptr (GPtrArray) below = cnscd_scan_read_heads (scan, row + 1);
  gboolean two = is_lower_half (scan, row, below);

  head->first_row = row;
  head->last_row = row + (two ? 1 : 0);
  head->columns = g_array_new (FALSE, TRUE, sizeof (CnscdScheduleColumn));
  head->heads = g_ptr_array_new_with_free_func (g_free);
  for (guint c = 0; c < texts->len; c++)
    add_column (head, texts->pdata[c], two ? below->pdata[c] : NULL);
  settle_columns (head);
  return head;
}

/* A list of people: a column of names, and another that rosters have. */
static gboolean
is_roster_head (GPtrArray *texts)
{
  gboolean names = FALSE;
  guint n_known = 0;

  for (guint c = 0; c < texts->len; c++)
    {
      CnscdColumn column = cnscd_column_from_head (texts->pdata[c]);

      names = names || column == CNSCD_COLUMN_FULL_NAME || column == CNSCD_COLUMN_FAMILY_NAME;
      n_known += column != CNSCD_COLUMN_IGNORED;
    }
  return names && n_known >= 2;
}

/* The first row of the sheet that is a head of the kind. */
static gboolean
find_row (const CnscdScan *scan, gboolean (*is_one) (GPtrArray *texts), guint *found)
{
  const GArray *cells = scan->sheet->cells;
  guint n_rows = 0;
  guint32 last = G_MAXUINT32;

  for (guint i = 0; i < cells->len && n_rows < MAX_HEAD_ROWS; i++)
    {
      guint32 row = g_array_index (cells, CnscdCell, i).row;
      g_autoptr (GPtrArray) texts = NULL;

      if (row == last)
        continue;
      last = row;
      n_rows++;
      texts = cnscd_scan_read_heads (scan, row);
      if (is_one (texts))
        {
          *found = row;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * cnscd_schedule_head_find: (skip)
 * @scan: a sheet
 *
 * Returns: (transfer full) (nullable): the head of the schedule that the sheet holds; %NULL when it
 *   holds none
 */
CnscdScheduleHead *
cnscd_schedule_head_find (const CnscdScan *scan)
{
  g_autoptr (GPtrArray) texts = NULL;
  guint row;

  if (!find_row (scan, is_head, &row))
    return NULL;

  texts = cnscd_scan_read_heads (scan, row);
  return read_head (scan, row, texts);
}

/* What somebody said of the columns; of what the law does not allow here nothing is taken. */
static void
take_columns (CnscdScheduleHead *head, const CnscdScan *scan, const GArray *columns)
{
  for (guint c = 0; c < head->columns->len; c++)
    {
      CnscdScheduleColumn column =
        c < columns->len ? g_array_index (columns, CnscdScheduleColumn, c) : CNSCD_SCHEDULE_IGNORED;

      if ((guint) column >= CNSCD_N_SCHEDULE_COLUMNS ||
          (column != CNSCD_SCHEDULE_IGNORED && column != CNSCD_SCHEDULE_NUMBER &&
           cnscd_scan_is_forbidden (scan, head->heads->pdata[c], c, head->last_row + 1)))
        column = CNSCD_SCHEDULE_IGNORED;
      g_array_index (head->columns, CnscdScheduleColumn, c) = column;
    }
  settle_columns (head);
}

/**
 * cnscd_schedule_head_new_mapped: (skip)
 * @scan: a sheet
 * @given: what a person said of its columns, or of its head alone
 *
 * Returns: (transfer full) (nullable): the head as it was said to be; %NULL when the sheet has no
 *   such row
 */
CnscdScheduleHead *
cnscd_schedule_head_new_mapped (const CnscdScan *scan, const CnscdSheetMapping *given)
{
  g_autoptr (CnscdScheduleHead) found = cnscd_schedule_head_find (scan);
  g_autoptr (CnscdScheduleHead) head = NULL;

  if (given->head_row == 0)
    return g_steal_pointer (&found);
  if (given->head_row > cnscd_sheet_n_rows (scan->sheet))
    return NULL;

  /* one of two rows is said by its lower one */
  if (found != NULL && found->last_row == given->head_row - 1)
    head = g_steal_pointer (&found);
  else
    {
      g_autoptr (GPtrArray) texts = cnscd_scan_read_heads (scan, given->head_row - 1);

      head = g_new0 (CnscdScheduleHead, 1);
      head->first_row = head->last_row = given->head_row - 1;
      head->columns = g_array_new (FALSE, TRUE, sizeof (CnscdScheduleColumn));
      head->heads = g_ptr_array_new_with_free_func (g_free);
      for (guint c = 0; c < texts->len; c++)
        add_column (head, texts->pdata[c], NULL);
      settle_columns (head);
    }
  if (given->columns->len > 0)
    take_columns (head, scan, given->columns);
  return g_steal_pointer (&head);
}

/**
 * cnscd_schedule_head_is_roster: (skip)
 * @scan: a sheet
 *
 * Returns: whether the sheet has the head of a list of people
 */
gboolean
cnscd_schedule_head_is_roster (const CnscdScan *scan)
{
  guint row;

  return find_row (scan, is_roster_head, &row);
}

/**
 * cnscd_schedule_head_match: (skip)
 * @scan: a sheet
 * @head: its head
 * @row: a row below the head, from 0
 *
 * Returns: whether the head stands there once more, as on the next page
 */
gboolean
cnscd_schedule_head_match (const CnscdScan *scan, const CnscdScheduleHead *head, guint row)
{
  g_autoptr (GPtrArray) texts = cnscd_scan_read_heads (scan, row);
  guint n_same = 0, n_heads = 0;

  if (is_head (texts))
    return TRUE;
  /* one whose words somebody had to explain */
  for (guint c = 0; c < head->heads->len; c++)
    if (head->heads->pdata[c] != NULL)
      {
        n_heads++;
        n_same += c < texts->len && g_strcmp0 (head->heads->pdata[c], texts->pdata[c]) == 0;
      }
  return n_heads >= 2 && n_same == n_heads;
}

/**
 * cnscd_schedule_head_free: (skip)
 * @head: (nullable) (transfer full): a head
 */
void
cnscd_schedule_head_free (CnscdScheduleHead *head)
{
  if (head == NULL)
    return;

  g_array_unref (head->columns);
  g_ptr_array_unref (head->heads);
  g_free (head);
}
