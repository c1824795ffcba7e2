/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "core/cnscd-vocabulary.h"

static void
test_gender (void)
{
  static const struct
  {
    const char *text;
    CnscdGender gender;
  } cases[] = {
    { "Nam", CNSCD_GENDER_MALE },
    { " nam ", CNSCD_GENDER_MALE },
    { "NAM", CNSCD_GENDER_MALE },
    { "Nam giới", CNSCD_GENDER_MALE },
    { "Ông", CNSCD_GENDER_MALE },
    { "M", CNSCD_GENDER_MALE },
    { "Nữ", CNSCD_GENDER_FEMALE },
    { "nữ", CNSCD_GENDER_FEMALE },
    { "NU\u031b\u0303", CNSCD_GENDER_FEMALE },
    { "Nu", CNSCD_GENDER_FEMALE },
    { "Bà", CNSCD_GENDER_FEMALE },
    { "F", CNSCD_GENDER_FEMALE },
    { "Năm", CNSCD_GENDER_UNKNOWN },
    { "Nam/Nữ", CNSCD_GENDER_UNKNOWN },
    { "x", CNSCD_GENDER_UNKNOWN },
    { "\xff", CNSCD_GENDER_UNKNOWN },
    { "", CNSCD_GENDER_UNKNOWN },
    { NULL, CNSCD_GENDER_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (cnscd_gender_parse (cases[i].text), ==, cases[i].gender);

  g_assert_cmpstr (cnscd_gender_get_title (CNSCD_GENDER_MALE), ==, "Nam");
  g_assert_cmpstr (cnscd_gender_get_title (CNSCD_GENDER_FEMALE), ==, "Nữ");
  g_assert_cmpstr (cnscd_gender_get_title (CNSCD_GENDER_UNKNOWN), ==, "");
}

static void
test_role (void)
{
  static const struct
  {
    const char *text;
    CnscdRole role;
  } cases[] = {
    { "Tổ trưởng", CNSCD_ROLE_LEADER },
    { "tổ trưởng ", CNSCD_ROLE_LEADER },
    { "TỔ TRƯỞNG", CNSCD_ROLE_LEADER },
    { "To\u0302\u0309 tru\u031bo\u031b\u0309ng", CNSCD_ROLE_LEADER },
    { "TT", CNSCD_ROLE_LEADER },
    { "Trưởng tổ", CNSCD_ROLE_LEADER },
    { "Tổ trưởng Tổ CNSCĐ", CNSCD_ROLE_LEADER },
    { "T.Trưởng", CNSCD_ROLE_LEADER },
    { "Tổ phó", CNSCD_ROLE_DEPUTY },
    { "Phó tổ", CNSCD_ROLE_DEPUTY },
    { "Phó tổ trưởng", CNSCD_ROLE_DEPUTY },
    { "P. Tổ trưởng", CNSCD_ROLE_DEPUTY },
    { "TP", CNSCD_ROLE_DEPUTY },
    { "Tổ phó thường trực", CNSCD_ROLE_DEPUTY },
    { "Thành viên", CNSCD_ROLE_MEMBER },
    { "thành viên", CNSCD_ROLE_MEMBER },
    { "TV", CNSCD_ROLE_MEMBER },
    { "T.V", CNSCD_ROLE_MEMBER },
    { "Ủy viên", CNSCD_ROLE_MEMBER },
    { "Uỷ viên", CNSCD_ROLE_MEMBER },
    { "Tổ viên", CNSCD_ROLE_MEMBER },
    { "Trưởng xóm", CNSCD_ROLE_UNKNOWN },
    { "Tổ trưởng tổ dân phố", CNSCD_ROLE_UNKNOWN },
    { "Tổ trưởng TDP 5", CNSCD_ROLE_UNKNOWN },
    { "Bí thư Chi đoàn", CNSCD_ROLE_UNKNOWN },
    { "Thư ký", CNSCD_ROLE_UNKNOWN },
    { "Tổ trưởngx", CNSCD_ROLE_UNKNOWN },
    { "\xff", CNSCD_ROLE_UNKNOWN },
    { "", CNSCD_ROLE_UNKNOWN },
    { NULL, CNSCD_ROLE_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (cnscd_role_parse (cases[i].text) != cases[i].role)
        g_test_message ("\"%s\"", cases[i].text);
      g_assert_cmpint (cnscd_role_parse (cases[i].text), ==, cases[i].role);
    }

  for (CnscdRole role = CNSCD_ROLE_LEADER; role <= CNSCD_ROLE_MEMBER; role++)
    g_assert_cmpint (cnscd_role_parse (cnscd_role_get_title (role)), ==, role);
  g_assert_cmpstr (cnscd_role_get_title (CNSCD_ROLE_UNKNOWN), ==, "");

  g_assert_cmpstr (cnscd_decision_kind_get_title (CNSCD_DECISION_KIND_CONSOLIDATE), ==,
                   "Kiện toàn");
  g_assert_cmpstr (cnscd_decision_kind_get_title (CNSCD_DECISION_KIND_UNKNOWN), ==, "");
}

static void
test_hamlet_split (void)
{
  static const struct
  {
    const char *text;
    CnscdHamletKind kind;
    const char *name;
    const char *full;
  } cases[] = {
    { "Xóm Ba Nhất", CNSCD_HAMLET_KIND_HAMLET, "Ba Nhất", "xóm Ba Nhất" },
    { " xóm  Ba Nhất ", CNSCD_HAMLET_KIND_HAMLET, "Ba Nhất", "xóm Ba Nhất" },
    { "XÓM BA NHẤT", CNSCD_HAMLET_KIND_HAMLET, "Ba Nhất", "xóm Ba Nhất" },
    { "Xo\u0301m Ba Nha\u0302\u0301t", CNSCD_HAMLET_KIND_HAMLET, "Ba Nhất", "xóm Ba Nhất" },
    { "X. Ba Nhất", CNSCD_HAMLET_KIND_HAMLET, "Ba Nhất", "xóm Ba Nhất" },
    { "X.Ba Nhất", CNSCD_HAMLET_KIND_HAMLET, "Ba Nhất", "xóm Ba Nhất" },
    { "Xóm: Ba Nhất", CNSCD_HAMLET_KIND_HAMLET, "Ba Nhất", "xóm Ba Nhất" },
    { "Xóm ATK", CNSCD_HAMLET_KIND_HAMLET, "ATK", "xóm ATK" },
    { "xóm BA NHẤT", CNSCD_HAMLET_KIND_HAMLET, "Ba Nhất", "xóm Ba Nhất" },
    { "Xóm 5", CNSCD_HAMLET_KIND_HAMLET, "5", "xóm 5" },
    { "Xóm Bản Tèn", CNSCD_HAMLET_KIND_HAMLET, "Bản Tèn", "xóm Bản Tèn" },
    { "xóm Làng Hin", CNSCD_HAMLET_KIND_HAMLET, "Làng Hin", "xóm Làng Hin" },
    { "bản Tèn", CNSCD_HAMLET_KIND_HAMLET, "bản Tèn", "bản Tèn" },
    { "Thôn Nà Lại", CNSCD_HAMLET_KIND_HAMLET, "thôn Nà Lại", "thôn Nà Lại" },
    { "THÔN NÀ LẠI", CNSCD_HAMLET_KIND_HAMLET, "thôn Nà Lại", "thôn Nà Lại" },
    { "Tổ dân phố số 5", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP, "số 5", "tổ dân phố số 5" },
    { "TDP 5", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP, "5", "tổ dân phố 5" },
    { "TDP5", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP, "5", "tổ dân phố 5" },
    { "TDP Phố Cò", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP, "Phố Cò", "tổ dân phố Phố Cò" },
    { "Tổ 5A", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP, "5A", "tổ dân phố 5A" },
    { "TỔ 5A", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP, "5A", "tổ dân phố 5A" },
    { "Tổ số 12", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP, "số 12", "tổ dân phố số 12" },
    { "Khu 3", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP, "khu 3", "khu 3" },
    { "Tiểu khu 2", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP, "tiểu khu 2", "tiểu khu 2" },
    { "Ba Nhất", CNSCD_HAMLET_KIND_UNKNOWN, "Ba Nhất", "Ba Nhất" },
    { "Tổ công nghệ số", CNSCD_HAMLET_KIND_UNKNOWN, "Tổ công nghệ số", "Tổ công nghệ số" },
    { "Khuổi Nà", CNSCD_HAMLET_KIND_UNKNOWN, "Khuổi Nà", "Khuổi Nà" },
    { "Xóm", CNSCD_HAMLET_KIND_UNKNOWN, "Xóm", "Xóm" },
    { "Tơ", CNSCD_HAMLET_KIND_UNKNOWN, "Tơ", "Tơ" },
    { "", CNSCD_HAMLET_KIND_UNKNOWN, NULL, "" },
    { NULL, CNSCD_HAMLET_KIND_UNKNOWN, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CnscdHamletKind kind = 99;
      CnscdHamletKind kind_again;
      g_autofree char *name = cnscd_hamlet_name_split (cases[i].text, &kind);
      g_autofree char *full = cnscd_hamlet_full_name (kind, name);
      g_autofree char *name_again = cnscd_hamlet_name_split (full, &kind_again);

      g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_cmpint (kind, ==, cases[i].kind);
      g_assert_cmpstr (full, ==, cases[i].full);
      /* What is exported is read back as it was. */
      g_assert_cmpstr (name_again, ==, name);
      g_assert_cmpint (kind_again, ==, kind);
    }
}

static void
test_hamlet_match (void)
{
  static const char *const same[][2] = {
    { "Tổ dân phố số 05", "TDP 5" }, { "TDP số 5", "5" },         { "Xóm Ba Nhất", "BA NHẤT" },
    { "xóm Hoà Bình", "Hòa Bình" },  { "Thôn Nà Lại", "Nà Lại" }, { "Bản Tèn", "bản Tèn" },
    { "Xóm Bản Tèn", "bản Tèn" },    { "xóm số 01", "Xóm 1" },
  };
  static const char *const different[][2] = {
    { "Đông", "Đồng" },    { "Bản Tèn", "Tèn" }, { "khu 3", "TDP 3" },
    { "TDP 5", "TDP 5A" }, { "Tổ 1", "Tổ 10" },
  };
  g_autofree char *nothing = cnscd_hamlet_match_key (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *a = cnscd_hamlet_match_key (same[i][0]);
      g_autofree char *b = cnscd_hamlet_match_key (same[i][1]);

      g_assert_cmpstr (a, ==, b);
    }

  for (guint i = 0; i < G_N_ELEMENTS (different); i++)
    {
      g_autofree char *a = cnscd_hamlet_match_key (different[i][0]);
      g_autofree char *b = cnscd_hamlet_match_key (different[i][1]);

      g_assert_cmpstr (a, !=, b);
    }

  g_assert_cmpstr (nothing, ==, "");
}

static void
test_hamlet_find (void)
{
  static const char *const cases[][2] = {
    { "I. Tổ CNSCĐ xóm Ba Nhất", "xóm Ba Nhất" },
    { "II. TỔ CNSCĐ XÓM CAO LẦM", "XÓM CAO LẦM" },
    { "Tổ CNSCĐ xóm Cao Lầm (7 người)", "xóm Cao Lầm" },
    { "Tổ công nghệ số cộng đồng xóm Cao Lầm, xã Võ Nhai", "xóm Cao Lầm" },
    { "Tổ CNSCĐ xóm Cao Lầm xã Võ Nhai", "xóm Cao Lầm" },
    { "Tổ CNSCĐ xóm Cao Lầm - 7 thành viên", "xóm Cao Lầm" },
    { "Tổ CNSCĐ Tổ dân phố số 5", "Tổ dân phố số 5" },
    { "Tổ CNSCĐ tổ 5", "tổ 5" },
    { "Tổ số 1: xóm Ba Nhất", "xóm Ba Nhất" },
    { "Tổ CNSCĐ bản Tèn", "bản Tèn" },
    { "Tổ CNSCĐ Thôn Nà Lại", "Thôn Nà Lại" },
    { "Tổ CNSCĐ xã Võ Nhai", NULL },
    { "Trưởng xóm", NULL },
    { "DANH SÁCH", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = cnscd_hamlet_find (cases[i][0]);

      g_assert_cmpstr (found, ==, cases[i][1]);
    }
}

static void
test_random (void)
{
  static const char alphabet[] = "xXom tTDdpP.,5 -(s\xc3\xb3\xe1\xbb\x95\xff";
  char bytes[33];

  for (int i = 0; i < 10000; i++)
    {
      int length = g_test_rand_int_range (0, sizeof bytes);
      CnscdHamletKind kind;
      g_autofree char *name = NULL;
      g_autofree char *full = NULL;
      g_autofree char *key = NULL;
      g_autofree char *found = NULL;

      for (int j = 0; j < length; j++)
        bytes[j] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];
      bytes[length] = '\0';

      name = cnscd_hamlet_name_split (bytes, &kind);
      full = cnscd_hamlet_full_name (kind, bytes);
      key = cnscd_hamlet_match_key (bytes);
      found = cnscd_hamlet_find (bytes);
      g_assert_true (name == NULL || g_utf8_validate (name, -1, NULL));
      g_assert_true (g_utf8_validate (key, -1, NULL));
      g_assert_true (found == NULL || g_utf8_validate (found, -1, NULL));
      cnscd_role_parse (bytes);
      cnscd_gender_parse (bytes);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/vocabulary/gender", test_gender);
  g_test_add_func ("/core/vocabulary/role", test_role);
  g_test_add_func ("/core/vocabulary/hamlet-split", test_hamlet_split);
  g_test_add_func ("/core/vocabulary/hamlet-match", test_hamlet_match);
  g_test_add_func ("/core/vocabulary/hamlet-find", test_hamlet_find);
  g_test_add_func ("/core/vocabulary/random", test_random);

  return g_test_run ();
}
