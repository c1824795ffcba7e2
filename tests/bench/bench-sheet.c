/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-bench.h"

#include <xlsxwriter.h>

/* The largest roster that a commune could hand in: the whole province in one sheet. */

static const char *const heads[] = {
  "STT",    "Xóm",     "Họ và tên",     "Ngày sinh", "Giới tính",  "SĐT",     "Chức danh",
  "Đơn vị", "Vai trò", "Ngày tham gia", "Địa chỉ",   "Dân số xóm", "Ghi chú",
};

typedef struct
{
  lxw_worksheet *sheet;
  lxw_format *date_format;
  CnscdHamlet *hamlet;
  CnscdPerson *person;
  gint64 people;
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
  g_autofree char *hamlet = g_strdup_printf ("Xóm %s", writing->hamlet->name);

  writing->row++;
  worksheet_write_number (writing->sheet, writing->row, 0, writing->row, NULL);
  write_text (writing, 1, hamlet);
  write_text (writing, 2, writing->person->full_name);
  write_date (writing, 3, writing->person->birth);
  write_text (writing, 4, writing->person->gender == CNSCD_GENDER_MALE ? "Nam" : "Nữ");
  write_text (writing, 5, writing->person->phone);
  write_text (writing, 6, membership->position);
  write_text (writing, 7, membership->body);
  write_text (writing, 8, get_role (membership->role));
  write_date (writing, 9, membership->valid_from);
  write_text (writing, 10, hamlet);
  if (writing->people != CNSCD_COUNT_UNKNOWN)
    worksheet_write_number (writing->sheet, writing->row, 11, (double) writing->people, NULL);
  write_text (writing, 12, membership->ordinal % 5 == 0 ? "Nhiệm kỳ 2025 - 2030" : NULL);
}

static gboolean
write_record (gpointer data, gpointer user_data, GError **error)
{
  CnscdRecord *record = data;
  Writing *writing = user_data;

  if (record->kind == &CNSCD_KIND_HAMLET)
    {
      g_clear_pointer ((gpointer *) &writing->hamlet, cnscd_record_unref);
      writing->hamlet = cnscd_record_ref (record);
      writing->people = CNSCD_COUNT_UNKNOWN;
    }
  else if (record->kind == &CNSCD_KIND_HAMLET_PROFILE)
    writing->people = ((CnscdHamletProfile *) data)->people;
  else if (record->kind == &CNSCD_KIND_PERSON)
    {
      g_clear_pointer ((gpointer *) &writing->person, cnscd_record_unref);
      writing->person = cnscd_record_ref (record);
    }
  else if (record->kind == &CNSCD_KIND_MEMBERSHIP)
    write_member (writing, data);

  return TRUE;
}

static void
write_sheet (const char *path)
{
  lxw_workbook *workbook = workbook_new (path);
  CnscdDemoUnit unit = { "05716", "xa", "Võ Nhai" };
  CnscdDemoPlan plan = {
    .seed = 1, .units = &unit, .n_units = 1, .n_teams = BENCH_N_TEAMS, .n_members = BENCH_N_MEMBERS
  };
  Writing writing = { .sheet = workbook_add_worksheet (workbook, "Danh sách") };

  writing.date_format = workbook_add_format (workbook);
  format_set_num_format (writing.date_format, "dd/mm/yyyy");
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    worksheet_write_string (writing.sheet, 0, (lxw_col_t) i, heads[i], NULL);

  cnscd_demo_generate (&plan, write_record, &writing, NULL);
  g_assert (writing.row == BENCH_N_MEMBERS);
  g_clear_pointer ((gpointer *) &writing.hamlet, cnscd_record_unref);
  g_clear_pointer ((gpointer *) &writing.person, cnscd_record_unref);
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
