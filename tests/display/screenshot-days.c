/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "screenshot-days.h"

#include <glib/gi18n-lib.h>

#include "store/cnscd-guides.h"
#include "ui/schedule/cnscd-schedule-page.h"
#include "ui/schedule/cnscd-week-view.h"

#include "display-test.h"
#include "sample-sessions.h"

/* Days of the schedule that are not like others: holidays, sessions with much to say, a province's.
 */

#define LONG_TITLE                                                                                 \
  "Hướng dẫn cài đặt, kích hoạt VNeID mức 2, tích hợp giấy tờ và nộp hồ sơ trên Cổng dịch vụ "     \
  "công quốc gia cho người cao tuổi"
#define LONG_PLACE "Nhà văn hóa liên xóm Đồng Bẩm – Cao Ngạn – Chùa Hang số 12, xã Võ Nhai"

/* The sixth day of Tết. */
#define HOLIDAY CNSCD_DATE (2027, 2, 6)

/* Long ones, which overlap, on several days around @day. */
static char *
put_sessions (CnscdWindow *window, CnscdDate day)
{
  CnscdRepository *repository = cnscd_window_get_repository (window);
  const char *unit = cnscd_repository_get_unit (repository);
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (cnscd_window_get_path (window), &error);
  g_autoptr (GPtrArray) guides = cnscd_guides_list (database, unit, day, cnscd_time_now (), &error);
  char *id = NULL;

  g_assert_no_error (error);
  for (int i = 0; i < 9; i++)
    {
      g_autoptr (CnscdSessionRecords) session =
        sample_session_new (unit, LONG_TITLE, cnscd_date_add_days (day, i % 3 - 1),
                            (8 + i / 3 * 5) * 60 + 15 * (i % 2), i == 4 ? 20 : 150);

      cnscd_record_set (session->session, place, LONG_PLACE);
      cnscd_record_set (session->session, note,
                        "Mang theo căn cước công dân; điện thoại đã sạc đầy; nhắc trưởng xóm đón");
      session->session->state = i == 3   ? CNSCD_SESSION_STATE_POSTPONED
                                : i == 6 ? CNSCD_SESSION_STATE_CANCELLED
                                         : CNSCD_SESSION_STATE_PLANNED;
      for (guint j = 0; j < 5; j++)
        cnscd_session_records_add_guide (session,
                                         ((CnscdGuideLoad *) guides->pdata[j])->guide.membership,
                                         j == 0 ? CNSCD_GUIDE_PART_LEADS : CNSCD_GUIDE_PART_HELPS);
      sample_session_put (database, session);
      if (i == 0)
        id = g_strdup (session->session->record.id);
    }
  cnscd_repository_look_for_changes (repository);
  display_test_settle ();
  return id;
}

/* Returns: whether @page is one of these */
gboolean
screenshot_show_days (CnscdWindow *window, const char *page)
{
  const char *scene = page + strlen ("days-");
  CnscdSchedulePage *schedule;
  g_autofree char *session = NULL;

  if (!g_str_has_prefix (page, "days-"))
    return FALSE;

  cnscd_window_show_page (window, "schedule");
  display_test_settle ();
  schedule = display_test_find (GTK_WIDGET (window), CNSCD_TYPE_SCHEDULE_PAGE);
  if (g_str_equal (scene, "province"))
    return TRUE;

  session = put_sessions (window, HOLIDAY);
  if (g_strv_contains ((const char *[]) { "month", "week", "agenda", NULL }, scene))
    cnscd_schedule_page_show (schedule, scene, HOLIDAY);
  else if (g_str_equal (scene, "may-month") || g_str_equal (scene, "may-week"))
    cnscd_schedule_page_show (schedule, scene + strlen ("may-"), CNSCD_DATE (2027, 5, 1));
  else if (g_str_equal (scene, "day"))
    {
      cnscd_schedule_page_show (schedule, "week", HOLIDAY);
      display_test_settle ();
      g_signal_emit_by_name (display_test_find (GTK_WIDGET (schedule), CNSCD_TYPE_WEEK_VIEW),
                             "day-activated", cnscd_date_to_days (HOLIDAY));
    }
  else if (g_str_equal (scene, "empty-week"))
    cnscd_schedule_page_show (schedule, "week", CNSCD_DATE (2031, 5, 1));
  else if (g_str_equal (scene, "session"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.open-session", "s", session);
  else if (g_str_equal (scene, "delete"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.delete-session", "s", session);
  else if (g_str_equal (scene, "toast"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.postpone-session", "s", session);
  else if (g_str_equal (scene, "edit"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.edit-session", "s", session);
  else if (g_str_equal (scene, "print"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.print-sign-in", "s", session);
  display_test_settle ();
  return TRUE;
}
