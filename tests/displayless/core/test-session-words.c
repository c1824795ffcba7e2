/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "core/cnscd-session-words.h"
#include "core/cnscd-vocabulary.h"

static void
test_hours (void)
{
  g_autofree char *night =
    cnscd_session_dup_hours (cnscd_time_new (CNSCD_DATE (2026, 11, 27), 22 * 60),
                             cnscd_time_new (CNSCD_DATE (2026, 11, 28), 60));
  g_autofree char *evening =
    cnscd_session_dup_hours (cnscd_time_new (CNSCD_DATE (2026, 11, 27), 19 * 60),
                             cnscd_time_new (CNSCD_DATE (2026, 11, 27), 20 * 60 + 30));

  g_assert_cmpstr (night, ==, "22h00 - 1h00 ngày 28/11/2026");
  g_assert_cmpstr (evening, ==, "19h00 - 20h30");
}

static void
assert_content (const char *title, const char *topics, const char *expected)
{
  g_autofree char *content = cnscd_session_dup_content (title, topics);

  g_assert_cmpstr (content, ==, expected);
}

/* No topic is said twice. */
static void
test_content (void)
{
  assert_content ("Hướng dẫn VNeID", "VNeID (định danh điện tử cá nhân)", "Hướng dẫn VNeID");
  assert_content ("Chữ ký số, VNeID", "VNeID (định danh); Chữ ký số", "Chữ ký số, VNeID");
  assert_content ("Hướng dẫn VNeID", "VNeID (định danh); Chữ ký số", "Hướng dẫn VNeID; Chữ ký số");
  assert_content ("Hướng dẫn", "VNeID (định danh); Chữ ký số",
                  "Hướng dẫn: VNeID (định danh); Chữ ký số");
  assert_content ("Hướng dẫn", NULL, "Hướng dẫn");
}

static void
test_place (void)
{
  static const struct
  {
    const char *place;
    CnscdHamletKind kind;
    const char *hamlet;
    const char *expected;
  } cases[] = {
    { "Nhà văn hóa", CNSCD_HAMLET_KIND_HAMLET, "Ba Nhất", "Nhà văn hóa, xóm Ba Nhất" },
    { "Nhà văn hóa xóm Ba Nhất", CNSCD_HAMLET_KIND_HAMLET, "Ba Nhất", "Nhà văn hóa xóm Ba Nhất" },
    { "NVH Ba Nhất", CNSCD_HAMLET_KIND_HAMLET, "Ba Nhất", "NVH Ba Nhất" },
    { "NHÀ VĂN HOÁ XÓM HOÀ BÌNH", CNSCD_HAMLET_KIND_HAMLET, "Hòa Bình",
      "NHÀ VĂN HOÁ XÓM HOÀ BÌNH" },
    { "Nha van hoa xom Ba Nhat", CNSCD_HAMLET_KIND_HAMLET, "Ba Nhất", "Nha van hoa xom Ba Nhat" },
    /* Other names with the same letters in them. */
    { "Nhà văn hóa xóm Đồng", CNSCD_HAMLET_KIND_HAMLET, "Đông", "Nhà văn hóa xóm Đồng, xóm Đông" },
    { "Trường Nà Lại", CNSCD_HAMLET_KIND_HAMLET, "Nà Lạ", "Trường Nà Lại, xóm Nà Lạ" },
    { "Nhà văn hóa", CNSCD_HAMLET_KIND_HAMLET, "thôn Nà Lại", "Nhà văn hóa, thôn Nà Lại" },
    { "Nhà văn hóa thôn Nà Lại", CNSCD_HAMLET_KIND_HAMLET, "thôn Nà Lại",
      "Nhà văn hóa thôn Nà Lại" },
    { "Nhà văn hóa tổ 5", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP, "số 05", "Nhà văn hóa tổ 5" },
    { "Số 5 đường Hoàng Văn Thụ", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP, "5",
      "Số 5 đường Hoàng Văn Thụ, tổ dân phố 5" },
    { "Nhà văn hóa tổ 15", CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP, "5",
      "Nhà văn hóa tổ 15, tổ dân phố 5" },
    { NULL, CNSCD_HAMLET_KIND_HAMLET, "Ba Nhất", "Xóm Ba Nhất" },
    { "", CNSCD_HAMLET_KIND_HAMLET, "Ba Nhất", "Xóm Ba Nhất" },
    { "Chợ", CNSCD_HAMLET_KIND_UNKNOWN, NULL, "Chợ" },
    { NULL, CNSCD_HAMLET_KIND_UNKNOWN, NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *place =
        cnscd_session_dup_place (cases[i].place, cases[i].kind, cases[i].hamlet);

      g_assert_cmpstr (place, ==, cases[i].expected);
    }
}

static void
test_hamlet_title (void)
{
  g_autofree char *hamlet = cnscd_hamlet_title (CNSCD_HAMLET_KIND_HAMLET, "Ba Nhất");
  g_autofree char *group = cnscd_hamlet_title (CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP, "số 5");
  g_autofree char *kept = cnscd_hamlet_title (CNSCD_HAMLET_KIND_HAMLET, "thôn Nà Lại");

  g_assert_cmpstr (hamlet, ==, "Xóm Ba Nhất");
  g_assert_cmpstr (group, ==, "Tổ dân phố số 5");
  g_assert_cmpstr (kept, ==, "thôn Nà Lại");
}

static void
test_remark (void)
{
  g_autofree char *cancelled = cnscd_session_dup_remark (CNSCD_SESSION_STATE_CANCELLED, "Mưa lớn");
  g_autofree char *postponed = cnscd_session_dup_remark (CNSCD_SESSION_STATE_POSTPONED, NULL);
  g_autofree char *held = cnscd_session_dup_remark (CNSCD_SESSION_STATE_HELD, "Mưa lớn");

  g_assert_cmpstr (cancelled, ==, "HỦY. Mưa lớn");
  g_assert_cmpstr (postponed, ==, "HOÃN");
  g_assert_cmpstr (held, ==, "Mưa lớn");
}

static void
test_guide (void)
{
  g_autofree char *leads = cnscd_guide_dup_words ("Hà Văn Bình", CNSCD_GUIDE_PART_LEADS);
  g_autofree char *unknown = cnscd_guide_dup_words ("Hà Văn Bình", CNSCD_GUIDE_PART_UNKNOWN);

  g_assert_cmpstr (leads, ==, "Hà Văn Bình (hướng dẫn chính)");
  g_assert_cmpstr (unknown, ==, "Hà Văn Bình");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/core/session-words/hours", test_hours);
  g_test_add_func ("/core/session-words/content", test_content);
  g_test_add_func ("/core/session-words/place", test_place);
  g_test_add_func ("/core/session-words/hamlet-title", test_hamlet_title);
  g_test_add_func ("/core/session-words/remark", test_remark);
  g_test_add_func ("/core/session-words/guide", test_guide);

  return g_test_run ();
}
