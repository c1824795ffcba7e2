/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-name-match.h"
#include "core/cnscd-office.h"

/* How people look for a commune: mostly without accents, and in any order. */
static void
test_match (void)
{
  static const struct
  {
    const char *name;
    const char *typed;
    CnscdNameMatch match;
  } cases[] = {
    { "xã Định Hóa", "dinh hoa", CNSCD_NAME_MATCH_FOLDED },
    { "xã Định Hóa", "dinh h", CNSCD_NAME_MATCH_FOLDED },
    { "xã Định Hóa", "hoa dinh", CNSCD_NAME_MATCH_FOLDED },
    { "xã Định Hóa", "DINH HOA", CNSCD_NAME_MATCH_FOLDED },
    { "xã Định Hóa", "định hoá", CNSCD_NAME_MATCH_EXACT },
    { "xã Định Hóa", "  Xã  Định ", CNSCD_NAME_MATCH_EXACT },
    { "xã Định Hóa", "oa", CNSCD_NAME_MATCH_NONE },
    { "xã Định Hóa", "dinh hoa xa lam", CNSCD_NAME_MATCH_NONE },
    { "xã Văn Lăng", "văn lăng", CNSCD_NAME_MATCH_EXACT },
    { "xã Văn Lang", "văn lăng", CNSCD_NAME_MATCH_FOLDED },
    { "xã Văn Lang", "văn lang", CNSCD_NAME_MATCH_EXACT },
    { "xã Văn Lăng", "văn lang", CNSCD_NAME_MATCH_FOLDED },
    { "xã Đồng Hỷ", "dong hy", CNSCD_NAME_MATCH_FOLDED },
    { "phường Đức Xuân", "phuong duc", CNSCD_NAME_MATCH_FOLDED },
    { "xã Võ Nhai", "", CNSCD_NAME_MATCH_EXACT },
    { "xã Võ Nhai", " ", CNSCD_NAME_MATCH_EXACT },
    { "xã Võ Nhai", "%_*\"", CNSCD_NAME_MATCH_NONE },
    { "xã Võ Nhai", "/", CNSCD_NAME_MATCH_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s” in “%s”", cases[i].typed, cases[i].name);
      g_assert_cmpint (cnscd_name_match (cases[i].name, cases[i].typed), ==, cases[i].match);
    }
}

static void
test_letterhead (void)
{
  g_autoptr (CnscdOffice) office = cnscd_office_new ();
  g_autofree char *commune = cnscd_office_dup_issuing_body (office, "phường Đức Xuân");
  g_autofree char *province = cnscd_office_dup_issuing_body (office, NULL);
  g_autofree char *place = cnscd_office_dup_place_name (office, "phường Đức Xuân");
  g_autofree char *hamlet = cnscd_office_dup_place_name (office, "xã Võ Nhai");
  g_autofree char *of_province = cnscd_office_dup_place_name (office, NULL);
  g_autofree char *chosen = NULL;
  g_autofree char *other_place = NULL;

  g_assert_cmpstr (commune, ==, "ỦY BAN NHÂN DÂN\nPHƯỜNG ĐỨC XUÂN");
  g_assert_cmpstr (province, ==, "ỦY BAN NHÂN DÂN\nTỈNH THÁI NGUYÊN");
  g_assert_cmpstr (place, ==, "Đức Xuân");
  g_assert_cmpstr (hamlet, ==, "Võ Nhai");
  g_assert_cmpstr (of_province, ==, "Thái Nguyên");

  office->issuing_body = g_strdup ("PHÒNG VĂN HÓA - XÃ HỘI");
  office->place_name = g_strdup ("Đình Cả");
  chosen = cnscd_office_dup_issuing_body (office, "xã Võ Nhai");
  other_place = cnscd_office_dup_place_name (office, "xã Võ Nhai");
  g_assert_cmpstr (chosen, ==, "PHÒNG VĂN HÓA - XÃ HỘI");
  g_assert_cmpstr (other_place, ==, "Đình Cả");
}

/* A number alone names no place, and the letterhead shows what will be printed. */
static void
test_place (void)
{
  static const struct
  {
    const char *unit_name;
    const char *place;
  } cases[] = {
    { "xã Võ Nhai", "Võ Nhai" },
    { "phường Phan Đình Phùng", "Phan Đình Phùng" },
    { "phường 1", "phường 1" },
    { "thị trấn Đình Cả", "Đình Cả" },
    { "tỉnh Thái Nguyên", "Thái Nguyên" },
    { "Võ Nhai", "Võ Nhai" },
  };
  g_autoptr (CnscdOffice) office = cnscd_office_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *place = cnscd_unit_name_dup_place (cases[i].unit_name);
      g_autofree char *of_office = cnscd_office_dup_place_name (office, cases[i].unit_name);

      g_assert_cmpstr (place, ==, cases[i].place);
      g_assert_cmpstr (of_office, ==, cases[i].place);
    }
  g_assert_null (cnscd_unit_name_dup_place (NULL));
}

static void
test_sizes (void)
{
  g_assert_true (cnscd_team_sizes_are_valid (&(CnscdTeamSizes) { 0, 0 }));
  g_assert_true (cnscd_team_sizes_are_valid (&(CnscdTeamSizes) { 5, 0 }));
  g_assert_true (cnscd_team_sizes_are_valid (&(CnscdTeamSizes) { 0, 5 }));
  g_assert_true (cnscd_team_sizes_are_valid (&(CnscdTeamSizes) { 5, 5 }));
  g_assert_false (cnscd_team_sizes_are_valid (&(CnscdTeamSizes) { 6, 5 }));
  g_assert_false (cnscd_team_sizes_are_valid (&(CnscdTeamSizes) { 0, CNSCD_TEAM_SIZE_MAX + 1 }));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/name-match", test_match);
  g_test_add_func ("/core/office/letterhead", test_letterhead);
  g_test_add_func ("/core/office/place", test_place);
  g_test_add_func ("/core/office/sizes", test_sizes);
  return g_test_run ();
}
