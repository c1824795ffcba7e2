/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/cnscd-official-text.h"
#include "print/cnscd-recipients.h"

#define B3 "\302\240\302\240\302\240"

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_date (void)
{
  assert_text (cnscd_official_date (CNSCD_DATE (2026, 1, 5), "Võ Nhai"),
               "Võ Nhai, ngày 05 tháng 01 năm 2026");
  assert_text (cnscd_official_date (CNSCD_DATE (2026, 2, 10), NULL), "ngày 10 tháng 02 năm 2026");
  assert_text (cnscd_official_date (CNSCD_DATE (2025, 6, 29), NULL), "ngày 29 tháng 6 năm 2025");
  assert_text (cnscd_official_date (CNSCD_DATE (2025, 11, 9), NULL), "ngày 09 tháng 11 năm 2025");
}

/* Blanks keep their width: spaces that neither break nor collapse. */
static void
test_blank_date (void)
{
  g_autofree char *blank = cnscd_official_date (CNSCD_DATE_UNKNOWN, "Võ Nhai");
  g_autofree char *year = cnscd_official_date (CNSCD_DATE (2025, 0, 0), NULL);

  g_assert_true (g_str_has_prefix (blank, "Võ Nhai, ngày" B3));
  g_assert_nonnull (strstr (blank, "tháng" B3));
  g_assert_nonnull (strstr (blank, "năm" B3));
  g_assert_true (g_str_has_suffix (year, "năm 2025"));
  g_assert_null (strpbrk (year, "1346789"));
}

static void
test_decision (void)
{
  g_autofree char *blank = NULL;

  assert_text (
    cnscd_official_decision ("103/QĐ-UBND", CNSCD_DATE (2025, 11, 29), "xã Võ Nhai"),
    "Quyết định số 103/QĐ-UBND ngày 29 tháng 11 năm 2025\ncủa Ủy ban nhân dân xã Võ Nhai");
  assert_text (cnscd_official_decision ("103/QĐ-UBND", CNSCD_DATE (2025, 11, 29), NULL),
               "Quyết định số 103/QĐ-UBND ngày 29 tháng 11 năm 2025");

  blank = cnscd_official_decision (NULL, CNSCD_DATE_UNKNOWN, "xã Võ Nhai");
  g_assert_true (g_str_has_prefix (blank, "Quyết định số " B3 B3 "/QĐ-UBND ngày" B3));
}

static void
test_numbers (void)
{
  assert_text (cnscd_official_count (0), "0");
  assert_text (cnscd_official_count (252), "252");
  assert_text (cnscd_official_count (2255), "2.255");
  assert_text (cnscd_official_count (1234567), "1.234.567");
  assert_text (cnscd_official_roman (1), "I");
  assert_text (cnscd_official_roman (4), "IV");
  assert_text (cnscd_official_roman (36), "XXXVI");
  assert_text (cnscd_official_roman (49), "XLIX");
  assert_text (cnscd_official_roman (2255), "MMCCLV");
  assert_text (cnscd_official_roman (3999), "MMMCMXCIX");
  assert_text (cnscd_official_roman (4000), "4000");
  assert_text (cnscd_official_roman (0), "0");
}

static void
assert_recipients (const char *superior_body,
                   const char *issuing_body,
                   const char *place_name,
                   const char *expected)
{
  const CnscdIssuer issuer = {
    .superior_body = (char *) superior_body,
    .issuing_body = (char *) issuing_body,
    .place_name = (char *) place_name,
  };
  g_autofree char *lines = cnscd_recipients_describe (&issuer, "Các Tổ");

  g_assert_cmpstr (lines, ==, expected);
}

/* Who gets a document follows from the letterhead. */
static void
test_recipients (void)
{
  assert_recipients (NULL, "ỦY BAN NHÂN DÂN\nXÃ VÕ NHAI", "xã Võ Nhai",
                     "- Các Tổ;\n- Lưu: VT, VHXH.");
  assert_recipients ("ỦY BAN NHÂN DÂN XÃ VÕ NHAI", "PHÒNG VĂN HÓA - XÃ HỘI", "xã Võ Nhai",
                     "- Ủy ban nhân dân xã Võ Nhai (để b/c);\n- Các Tổ;\n- Lưu: VT.");
  assert_recipients ("UBND XÃ HOÀ BÌNH", "PHÒNG VĂN HÓA - XÃ HỘI", "xã Hòa Bình",
                     "- Ủy ban nhân dân xã Hòa Bình (để b/c);\n- Các Tổ;\n- Lưu: VT.");
  assert_recipients (NULL, "ỦY BAN NHÂN DÂN\nTỈNH THÁI NGUYÊN", "tỉnh Thái Nguyên",
                     "- Các Tổ;\n- Lưu: VT.");
  assert_recipients ("ĐẢNG ỦY XÃ VÕ NHAI", "BAN CHỈ ĐẠO", "xã Võ Nhai", "- Các Tổ;\n- Lưu: VT.");
  assert_recipients (NULL, "ỦY BAN NHÂN DÂN", NULL, "- Các Tổ;\n- Lưu: VT.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/print/official-text/date", test_date);
  g_test_add_func ("/print/official-text/blank-date", test_blank_date);
  g_test_add_func ("/print/official-text/decision", test_decision);
  g_test_add_func ("/print/official-text/numbers", test_numbers);
  g_test_add_func ("/print/official-text/recipients", test_recipients);

  return g_test_run ();
}
