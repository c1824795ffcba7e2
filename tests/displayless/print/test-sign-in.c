/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/cnscd-sign-in-document.h"
#include "print/cnscd-table-document.h"

#include "document-text.h"

static CnscdSignIn *
new_sheet (gint64 expected, guint n_indicators)
{
  CnscdSignIn *sheet = cnscd_sign_in_new ();

  sheet->issuer.issuing_body = g_strdup ("ỦY BAN NHÂN DÂN\nXÃ VÕ NHAI");
  sheet->issuer.place_name = g_strdup ("xã Võ Nhai");
  sheet->issuer.date = CNSCD_DATE (2026, 11, 27);
  sheet->code = g_strdup ("K7M-2QX");
  sheet->title = g_strdup ("Hướng dẫn VNeID");
  sheet->starts_at = cnscd_time_new (CNSCD_DATE (2026, 11, 27), 19 * 60);
  sheet->ends_at = sheet->starts_at + 90;
  sheet->place = g_strdup ("Nhà văn hóa, xóm Ba Nhất");
  sheet->teams = g_strdup ("Tổ CNSCĐ xóm Ba Nhất");
  sheet->leader = g_strdup ("Nguyễn Văn Bình");
  sheet->audience = g_strdup ("Người cao tuổi");
  sheet->expected = expected;
  cnscd_sign_in_add_guide (sheet, "Đào Thị Ánh", CNSCD_GUIDE_PART_LEADS);
  cnscd_sign_in_add_guide (sheet, "Lý Văn Cao", CNSCD_GUIDE_PART_HELPS);
  for (guint i = 0; i < n_indicators; i++)
    cnscd_sign_in_add_result (sheet, "Tài khoản được mở", "tài khoản",
                              i == 0 ? 1250 : CNSCD_COUNT_UNKNOWN);

  return sheet;
}

static guint
count_rows (CnscdDocument *document)
{
  return cnscd_table_get_n_rows (cnscd_table_document_get_table (CNSCD_TABLE_DOCUMENT (document)));
}

static void
test_facts (void)
{
  g_autoptr (CnscdSignIn) sheet = new_sheet (30, 2);
  g_autoptr (CnscdDocument) document = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) pages = NULL;

  sheet->counts[0] = 28;
  document = cnscd_sign_in_document_new (sheet, NULL);
  g_assert_cmpstr (cnscd_document_get_title (document), ==,
                   "Danh sách ký tên buổi hướng dẫn K7M-2QX ngày 27 tháng 11 năm 2026");
  text = read_squeezed (document);
  if (text == NULL)
    return;

  assert_contains (text, "DANH SÁCH KÝ TÊN");
  assert_contains (text, "Mã buổi: K7M-2QX Nội dung: Hướng dẫn VNeID Thời gian: 19h00 - 20h30, Thứ "
                         "Sáu, ngày 27 tháng 11 năm 2026 (19/10 âm lịch) Địa điểm: Nhà văn hóa, "
                         "xóm Ba Nhất Đơn vị tổ chức: Tổ CNSCĐ xóm Ba Nhất Người hướng dẫn: Đào "
                         "Thị Ánh (hướng dẫn chính), Lý Văn Cao (hỗ trợ) Đối tượng: Người cao "
                         "tuổi, dự kiến 30 người");
  assert_contains (text, "1 Tổng số người tham gia người 28 2 Trong đó: Nữ người 3 ");
  assert_contains (text, "5 Tài khoản được mở tài khoản 1.250 6 Tài khoản được mở tài khoản NGƯỜI");
  assert_contains (text, "NGƯỜI HƯỚNG DẪN TỔ TRƯỞNG (Ký, ghi rõ họ tên) (Ký, ghi rõ họ tên)");
  g_assert_true (g_str_has_suffix (text, "Đào Thị Ánh Nguyễn Văn Bình"));

  /* A page that got lost is matched, too. */
  g_assert_cmpuint (count_text (text, "K7M-2QX"), ==, cnscd_document_get_n_pages (document));
}

/* Whole pages of lines, enough of them, numbered on; never one more page for nothing. */
static void
test_rows (void)
{
  for (gint64 expected = -1; expected < 120; expected += 7)
    {
      g_autoptr (CnscdSignIn) sheet = new_sheet (expected, 7);
      g_autoptr (CnscdDocument) document = cnscd_sign_in_document_new (sheet, NULL);
      CnscdTableDocument *pages = CNSCD_TABLE_DOCUMENT (document);
      CnscdTable *table = cnscd_table_document_get_table (pages);
      guint n_rows = count_rows (document);
      guint wanted = expected > 0 ? (guint) expected + 5 : 25;

      g_assert_cmpuint (n_rows, >=, wanted);
      g_assert_cmpuint (n_rows, ==, cnscd_table_document_get_capacity (pages, 8.5 * 72 / 25.4));
      g_assert_cmpuint (cnscd_table_get_n_pages (table), ==, cnscd_document_get_n_pages (document));
      g_assert_cmpuint (n_rows, <, wanted + 29);
      if (expected == 20)
        assert_margins (document);
    }
}

/* Nobody has said anything yet, or far too much. */
static void
test_extremes (void)
{
  g_autoptr (CnscdSignIn) empty = cnscd_sign_in_new ();
  g_autoptr (CnscdSignIn) full = new_sheet (100000, 90);
  g_autoptr (CnscdDocument) blank = NULL;
  g_autoptr (CnscdDocument) long_one = NULL;
  g_autofree char *text = NULL;

  empty->code = g_strdup ("000-000");
  empty->title = g_strdup ("");
  empty->starts_at = cnscd_time_new (CNSCD_DATE (2026, 11, 27), 0);
  empty->ends_at = empty->starts_at;
  empty->issuer.place_name = g_strdup ("xã Võ Nhai");
  blank = cnscd_sign_in_document_new (empty, NULL);
  assert_margins (blank);
  text = read_squeezed (blank);
  if (text != NULL)
    assert_contains (text, "Địa điểm: .....");

  g_set_str (&full->title, "Hướng dẫn cài đặt, kích hoạt tài khoản định danh điện tử mức độ 2 trên "
                           "ứng dụng VNeID, tích hợp giấy tờ, nộp hồ sơ dịch vụ công trực tuyến");
  full->state = CNSCD_SESSION_STATE_CANCELLED;
  long_one = cnscd_sign_in_document_new (full, NULL);
  g_assert_cmpuint (count_rows (long_one), >=, 500);
  g_assert_cmpuint (count_rows (long_one), <, 530);
  assert_margins (long_one);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/print/sign-in/facts", test_facts);
  g_test_add_func ("/print/sign-in/rows", test_rows);
  g_test_add_func ("/print/sign-in/extremes", test_extremes);

  return g_test_run ();
}
