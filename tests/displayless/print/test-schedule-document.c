/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-records.h"
#include "print/cnscd-official-text.h"
#include "print/cnscd-schedule-document.h"
#include "print/cnscd-table-document.h"

#include "document-text.h"

static CnscdSessionSummary *
add_session (CnscdSchedule *schedule, const char *title, int day, int hour)
{
  CnscdSessionSummary *session = g_atomic_rc_box_new0 (CnscdSessionSummary);

  session->title = g_strdup (title);
  session->starts_at = cnscd_time_new (CNSCD_DATE (2026, 11, (guint8) day), hour * 60);
  session->ends_at = session->starts_at + 90;
  session->state = CNSCD_SESSION_STATE_PLANNED;
  session->place = g_strdup ("Nhà văn hóa");
  session->hamlet_kind = CNSCD_HAMLET_KIND_HAMLET;
  session->hamlet_name = g_strdup ("Ba Nhất");
  session->audience_name = g_strdup ("Người cao tuổi");
  session->teams = g_strdup ("Tổ CNSCĐ xóm Ba Nhất");
  session->topics = g_strdup ("Sổ sức khỏe điện tử; Chữ ký số");
  session->guides = g_strdup ("Đào Thị Ánh; Nguyễn Văn Bình");
  session->expected = 30;
  g_ptr_array_add (schedule->sessions, session);

  return session;
}

static CnscdSchedule *
new_schedule (guint n_sessions)
{
  CnscdSchedule *schedule =
    cnscd_schedule_new (CNSCD_DATE (2026, 11, 1), CNSCD_DATE (2026, 11, 30));

  schedule->issuer.of_office = TRUE;
  schedule->issuer.issuing_body = g_strdup ("ỦY BAN NHÂN DÂN\nXÃ VÕ NHAI");
  schedule->issuer.place_name = g_strdup ("xã Võ Nhai");
  for (guint i = 0; i < n_sessions; i++)
    {
      g_autofree char *title = g_strdup_printf ("Buổi số %u", i + 1);

      add_session (schedule, title, 1 + (int) (i * 30 / n_sessions), 7 + (int) i % 13);
    }
  return schedule;
}

static void
test_month (void)
{
  g_autoptr (CnscdSchedule) schedule = new_schedule (0);
  const CnscdSigner signer = { (char *) "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", (char *) "Nguyễn Văn An" };
  const CnscdScheduleChoices choices = {
    .date = CNSCD_DATE (2026, 10, 28),
    .signer = &signer,
    .landscape = TRUE,
    .with_lunar = TRUE,
  };
  g_autoptr (CnscdDocument) document = NULL;
  g_autofree char *text = NULL;
  CnscdSessionSummary *session;

  add_session (schedule, "Hướng dẫn", 2, 19);
  session = add_session (schedule, "Hướng dẫn", 2, 20);
  session->state = CNSCD_SESSION_STATE_CANCELLED;
  session->expected = CNSCD_COUNT_UNKNOWN;
  g_set_str (&session->note, "Mưa lũ");
  add_session (schedule, "Hướng dẫn", 3, 8)->state = CNSCD_SESSION_STATE_POSTPONED;
  cnscd_schedule_choose (schedule, &choices);
  g_assert_cmpuint (cnscd_schedule_get_n_people (schedule), ==, 2);

  document = cnscd_schedule_document_new (schedule, NULL);
  g_assert_cmpstr (cnscd_document_get_title (document), ==,
                   "Lịch hướng dẫn tháng 11 năm 2026 của các Tổ công nghệ số cộng đồng trên địa "
                   "bàn xã Võ Nhai");
  g_assert_cmpstr (cnscd_document_get_author (document), ==, "Ủy ban nhân dân xã Võ Nhai");
  g_assert_cmpuint (cnscd_document_get_n_pages (document), ==, 1);
  text = read_squeezed (document);
  if (text == NULL)
    return;

  assert_contains (text, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  assert_contains (text, "Võ Nhai, ngày 28 tháng 10 năm 2026");
  assert_contains (text, "LỊCH HƯỚNG DẪN Tháng 11 năm 2026 của các Tổ công nghệ số cộng đồng");
  assert_contains (text, "Lịch gồm 3 buổi hướng dẫn, trong đó 1 buổi hoãn, 1 buổi hủy./.");
  assert_contains (text, "Nơi nhận: TM. ỦY BAN NHÂN DÂN");
  assert_contains (text, "- Các Tổ công nghệ số cộng đồng;");
  assert_contains (text, "CHỦ TỊCH");
  g_assert_true (g_str_has_suffix (text, "Nguyễn Văn An"));
  assert_contains (text, "HỦY");
  assert_contains (text, "HOÃN");
  assert_contains (text, "19h00");

  /* Two sessions of a day share its cell. */
  g_assert_cmpuint (count_text (text, "02/11/2026"), ==, 1);
  g_assert_cmpuint (count_text (text, "Thứ Hai,"), ==, 1);
  g_assert_cmpuint (count_text (text, "(24/9 ÂL)"), ==, 1);
  g_assert_cmpuint (count_text (text, "Thứ Ba,"), ==, 1);
  g_assert_cmpuint (count_text (text, "—"), ==, 1);
}

/* Who is handed it must not take it for all sessions. */
static void
test_narrowed (void)
{
  g_autoptr (CnscdSchedule) schedule = new_schedule (1);
  const CnscdScheduleNarrowing everything = { 0 };
  const CnscdScheduleNarrowing some = { .topic = "VNeID", .audience = "Người cao tuổi" };
  g_autofree char *words = cnscd_schedule_narrowing_describe (&some);
  const CnscdScheduleChoices choices = { .narrowed = words, .landscape = TRUE };
  g_autoptr (CnscdDocument) document = NULL;
  g_autofree char *text = NULL;

  g_assert_null (cnscd_schedule_narrowing_describe (&everything));
  g_assert_cmpstr (words, ==, "Nội dung: VNeID; đối tượng: Người cao tuổi");
  cnscd_schedule_choose (schedule, &choices);
  document = cnscd_schedule_document_new (schedule, NULL);
  text = read_squeezed (document);
  if (text != NULL)
    assert_contains (text, "xã Võ Nhai (Nội dung: VNeID; đối tượng: Người cao tuổi)");
}

/* Every session once, in its order; the day again on the page after a break. */
static void
test_pages (void)
{
  for (guint portrait = 0; portrait < 2; portrait++)
    {
      g_autoptr (CnscdSchedule) schedule = new_schedule (100);
      g_autoptr (CnscdDocument) document = NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv) pages = NULL;
      CnscdTable *table;
      guint n_pages;

      schedule->landscape = portrait == 0;
      document = cnscd_schedule_document_new (schedule, NULL);
      table = cnscd_table_document_get_table (CNSCD_TABLE_DOCUMENT (document));
      n_pages = cnscd_document_get_n_pages (document);
      g_assert_cmpuint (n_pages, >, 4);
      g_assert_cmpuint (n_pages, <, 20);
      for (guint i = 0; i < n_pages; i++)
        {
          const CnscdTablePage *page = cnscd_table_get_page (table, i);

          g_assert_cmpfloat (page->from, ==, 0);
          g_assert_cmpfloat (page->to, ==, 0);
        }
      assert_margins (document);

      text = read_text (document);
      if (text == NULL)
        return;
      pages = g_strsplit (text, "\f", -1);
      g_assert_cmpuint (g_strv_length (pages), ==, n_pages + 1);
      for (guint i = 0; i < n_pages; i++)
        {
          g_assert_cmpuint (count_text (pages[i], "STT"), ==, 1);
          assert_contains (pages[i], "/11/2026");
        }
    }
}

/* One team's has no column of teams; upright pages have fewer columns. */
static void
test_team (void)
{
  g_autoptr (CnscdSchedule) schedule = new_schedule (2);
  g_autoptr (CnscdDocument) document = NULL;
  g_autoptr (CnscdDocument) tall = NULL;
  g_autofree char *text = NULL;
  g_autofree char *tall_text = NULL;

  schedule->team_title = g_strdup ("Tổ CNSCĐ xóm Ba Nhất");
  document = cnscd_schedule_document_new (schedule, NULL);
  g_assert_cmpstr (cnscd_document_get_title (document), ==,
                   "Lịch hướng dẫn tháng 11 năm 2026 của Tổ công nghệ số cộng đồng xóm Ba Nhất, xã "
                   "Võ Nhai");
  text = read_squeezed (document);
  if (text == NULL)
    return;
  g_assert_null (strstr (text, "CNSCĐ"));
  assert_contains (text, "Dự");

  g_clear_pointer (&schedule->team_title, g_free);
  schedule->landscape = FALSE;
  tall = cnscd_schedule_document_new (schedule, NULL);
  tall_text = read_squeezed (tall);
  assert_contains (tall_text, "Tổ xóm Ba");
  g_assert_null (strstr (tall_text, "Dự kiến"));
}

/* What is longer than a page is printed all the same. */
static void
test_long (void)
{
  for (guint portrait = 0; portrait < 2; portrait++)
    {
      g_autoptr (CnscdSchedule) schedule = new_schedule (3);
      CnscdSessionSummary *session = schedule->sessions->pdata[1];
      g_autoptr (GString) title = g_string_new ("Hướng dẫn");
      g_autoptr (CnscdDocument) document = NULL;

      for (guint i = 0; i < 600; i++)
        g_string_append (title, " người dân");
      g_set_str (&session->title, title->str);
      g_set_str (&session->place, "Nhàvănhóaliênxómkhôngcódấucáchnàocảtrongtênrấtdài");
      schedule->landscape = portrait == 0;
      document = cnscd_schedule_document_new (schedule, NULL);
      g_assert_cmpuint (cnscd_document_get_n_pages (document), >, 2);
      assert_margins (document);
    }
}

static void
assert_range (CnscdDate from, CnscdDate to, const char *expected)
{
  g_autofree char *text = cnscd_official_range (from, to);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_ranges (void)
{
  assert_range (CNSCD_DATE (2026, 1, 1), CNSCD_DATE (2026, 12, 31), "năm 2026");
  assert_range (CNSCD_DATE (2026, 10, 1), CNSCD_DATE (2026, 12, 31), "quý IV năm 2026");
  assert_range (CNSCD_DATE (2026, 1, 1), CNSCD_DATE (2026, 3, 31), "quý I năm 2026");
  assert_range (CNSCD_DATE (2028, 2, 1), CNSCD_DATE (2028, 2, 29), "tháng 02 năm 2028");
  assert_range (CNSCD_DATE (2026, 11, 1), CNSCD_DATE (2026, 11, 30), "tháng 11 năm 2026");
  assert_range (CNSCD_DATE (2026, 11, 27), CNSCD_DATE (2026, 11, 27), "ngày 27 tháng 11 năm 2026");
  assert_range (CNSCD_DATE (2026, 11, 23), CNSCD_DATE (2026, 11, 29),
                "tuần từ ngày 23 đến ngày 29 tháng 11 năm 2026");
  assert_range (CNSCD_DATE (2026, 11, 30), CNSCD_DATE (2026, 12, 6),
                "tuần từ ngày 30 tháng 11 đến ngày 06 tháng 12 năm 2026");
  assert_range (CNSCD_DATE (2026, 2, 1), CNSCD_DATE (2026, 4, 30),
                "từ ngày 01 tháng 02 đến ngày 30 tháng 4 năm 2026");
  assert_range (CNSCD_DATE (2026, 12, 30), CNSCD_DATE (2027, 1, 2),
                "từ ngày 30 tháng 12 năm 2026 đến ngày 02 tháng 01 năm 2027");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/print/schedule-document/month", test_month);
  g_test_add_func ("/print/schedule-document/narrowed", test_narrowed);
  g_test_add_func ("/print/schedule-document/pages", test_pages);
  g_test_add_func ("/print/schedule-document/team", test_team);
  g_test_add_func ("/print/schedule-document/long", test_long);
  g_test_add_func ("/print/schedule-document/ranges", test_ranges);

  return g_test_run ();
}
