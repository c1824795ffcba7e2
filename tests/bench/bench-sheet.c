/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-bench.h"

#include <xlsxwriter.h>

#include "core/cnscd-vocabulary.h"

/* The largest roster that anybody could hand in: the whole province in one sheet. */

static const char *const heads[] = {
  "STT",       "Xã/phường",     "Xóm/TDP", "Tổ",     "Họ và tên",         "Ngày sinh",
  "Giới tính", "Số điện thoại", "Chức vụ", "Đơn vị", "Nhiệm vụ trong Tổ", "Ngày tham gia",
  "Ghi chú",
};

typedef struct
{
  lxw_worksheet *sheet;
  lxw_format *date_format;
  GHashTable *units; /* code → "xã Võ Nhai" */
  CnscdHamlet *hamlet;
  CnscdTeam *team;
  CnscdPerson *person;
  guint row;
} Writing;

static const char *
get_role (int role)
{
  return role == CNSCD_ROLE_LEADER   ? "Tổ trưởng"
         : role == CNSCD_ROLE_DEPUTY ? "Tổ phó"
                                     : "Thành viên";
}

static void
write_text (Writing *writing, lxw_col_t column, const char *text)
{
  if (text != NULL)
    worksheet_write_string (writing->sheet, writing->row, column, text, NULL);
}

static void
write_date (Writing *writing, lxw_col_t column, CnscdDate date)
{
  lxw_datetime when = { date.year, date.month, date.day, 0, 0, 0 };

  if (cnscd_date_is_full (date))
    worksheet_write_datetime (writing->sheet, writing->row, column, &when, writing->date_format);
  else if (cnscd_date_is_known (date))
    worksheet_write_number (writing->sheet, writing->row, column, date.year, NULL);
}

static void
write_member (Writing *writing, const CnscdMembership *membership)
{
  g_autofree char *hamlet = NULL;

  if (writing->team->hamlet != NULL)
    hamlet =
      cnscd_hamlet_full_name ((CnscdHamletKind) writing->hamlet->kind, writing->hamlet->name);

  writing->row++;
  worksheet_write_number (writing->sheet, writing->row, 0, writing->row, NULL);
  write_text (writing, 1, g_hash_table_lookup (writing->units, membership->record.unit));
  write_text (writing, 2, hamlet);
  write_text (writing, 3, writing->team->name);
  write_text (writing, 4, writing->person->full_name);
  write_date (writing, 5, writing->person->birth);
  write_text (writing, 6, writing->person->gender == CNSCD_GENDER_MALE ? "Nam" : "Nữ");
  write_text (writing, 7, writing->person->phone);
  write_text (writing, 8, membership->position);
  write_text (writing, 9, membership->body);
  write_text (writing, 10, get_role (membership->role));
  write_date (writing, 11, membership->valid_from);
  write_text (writing, 12, membership->ordinal % 5 == 0 ? "Nhiệm kỳ 2025 - 2030" : NULL);
}

static void
keep (gpointer *place, gpointer record)
{
  g_clear_pointer (place, cnscd_record_unref);
  *place = record != NULL ? cnscd_record_ref (record) : NULL;
}

static gboolean
write_record (gpointer data, gpointer user_data, GError **error)
{
  CnscdRecord *record = data;
  Writing *writing = user_data;

  if (record->kind == &CNSCD_KIND_HAMLET)
    keep ((gpointer *) &writing->hamlet, record);
  else if (record->kind == &CNSCD_KIND_TEAM)
    keep ((gpointer *) &writing->team, record);
  else if (record->kind == &CNSCD_KIND_PERSON)
    keep ((gpointer *) &writing->person, record);
  else if (record->kind == &CNSCD_KIND_MEMBERSHIP)
    write_member (writing, data);

  return TRUE;
}

static void
name_units (GHashTable *names, const GArray *units)
{
  for (guint i = 0; i < units->len; i++)
    {
      const CnscdDemoUnit *unit = &g_array_index (units, CnscdDemoUnit, i);
      const char *kind = g_str_equal (unit->kind, "phuong") ? "Phường" : "Xã";

      g_hash_table_insert (names, (char *) unit->code, g_strdup_printf ("%s %s", kind, unit->name));
    }
}

static void
write_sheet (const char *path)
{
  lxw_workbook *workbook = workbook_new (path);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  const GArray *units = bench_units ();
  CnscdDemoPlan plan = {
    .seed = 1,
    .units = (const CnscdDemoUnit *) units->data,
    .n_units = units->len,
    .n_teams = BENCH_N_TEAMS,
    .n_members = BENCH_N_MEMBERS,
  };
  Writing writing = { .sheet = workbook_add_worksheet (workbook, "Danh sách"), .units = names };

  name_units (names, units);
  writing.date_format = workbook_add_format (workbook);
  format_set_num_format (writing.date_format, "dd/mm/yyyy");
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    worksheet_write_string (writing.sheet, 0, (lxw_col_t) i, heads[i], NULL);

  cnscd_demo_generate (&plan, write_record, &writing, NULL);
  g_assert (writing.row == BENCH_N_MEMBERS);
  keep ((gpointer *) &writing.hamlet, NULL);
  keep ((gpointer *) &writing.team, NULL);
  keep ((gpointer *) &writing.person, NULL);
  if (workbook_close (workbook) != LXW_NO_ERROR)
    bench_check (g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "cannot write %s", path));
}

const char *
bench_sheet_path (void)
{
  static char *path;

  if (path == NULL)
    {
      path = bench_path ("roster.xlsx");
      write_sheet (path);
    }

  return path;
}
