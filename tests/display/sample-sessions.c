/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-sessions.h"

#include "store/cnscd-change-set-store.h"
#include "store/cnscd-record-store.h"
#include "store/cnscd-teams.h"

/* Sessions for tests and pictures. */

CnscdSessionRecords *
sample_session_new (const char *unit, const char *title, CnscdDate day, int minute, int length)
{
  g_autoptr (CnscdSession) session = cnscd_record_new (&CNSCD_KIND_SESSION, unit);

  cnscd_record_set (session, title, title);
  session->starts_at = cnscd_time_new (day, minute);
  session->ends_at = session->starts_at + length;
  session->state = CNSCD_SESSION_STATE_PLANNED;
  return cnscd_session_records_new (session);
}

static void
apply (CnscdDatabase *database, const CnscdChangeSet *set)
{
  g_autoptr (GError) error = NULL;
  gint64 action;

  g_assert_true (cnscd_change_set_apply (database, set, &action, &error));
  g_assert_no_error (error);
}

void
sample_session_put (CnscdDatabase *database, const CnscdSessionRecords *session)
{
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("sample");

  cnscd_session_add (set, session);
  apply (database, set);
}

static void
add_topic (CnscdDatabase *database, CnscdSessionRecords *records, guint i)
{
  static const char *const topics[] = { "47e37d90-61f9-55ed-a68a-a3388a6cef0e",
                                        "7d5bf260-cdc0-5ab0-ab6e-dc35cdf2f542",
                                        "bd89a359-1753-55b8-91c3-e69805ccc64d",
                                        "684edff7-4b74-57aa-a8a3-2645b9d28dfe" };

  cnscd_session_records_add_topic (records, topics[i % G_N_ELEMENTS (topics)]);
}

/* Spread over days, evenings and teams; what is over has mostly been held and reported. */
void
sample_sessions_fill (CnscdDatabase *database, CnscdDate from, guint n_days, guint n_sessions)
{
  static const char *const titles[] = { "Hướng dẫn cài đặt và kích hoạt VNeID",
                                        "Nộp hồ sơ dịch vụ công trực tuyến",
                                        "Thanh toán không dùng tiền mặt cho tiểu thương",
                                        "Khám bệnh từ xa cho người cao tuổi" };
  static const int starts[] = { 19 * 60, 8 * 60, 19 * 60 + 30, 14 * 60, 9 * 60 + 30 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) teams = cnscd_teams_list (database, &(CnscdTeamQuery) { 0 }, &error);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("sample");
  CnscdTime now = cnscd_time_now ();

  g_assert_no_error (error);
  for (guint i = 0; i < n_sessions && teams->len > 0; i++)
    {
      const CnscdTeamSummary *team = teams->pdata[i * 7 % teams->len];
      CnscdDate day = cnscd_date_add_days (from, (int) (i * 11 % n_days));
      g_autoptr (CnscdSessionRecords) records =
        sample_session_new (team->unit, titles[i % G_N_ELEMENTS (titles)], day,
                            starts[i * 3 % G_N_ELEMENTS (starts)], i % 4 == 0 ? 90 : 120);
      CnscdSession *session = records->session;

      cnscd_record_set (session, hamlet, team->hamlet);
      cnscd_record_set (session, place, i % 3 == 0 ? "Nhà văn hóa" : NULL);
      session->expected = 20 + i % 15;
      if (i % 13 == 5)
        session->state = CNSCD_SESSION_STATE_CANCELLED;
      else if (i % 11 == 3)
        session->state = CNSCD_SESSION_STATE_POSTPONED;
      else if (session->ends_at <= now && i % 5 != 1)
        {
          session->state = CNSCD_SESSION_STATE_HELD;
          session->attendance = 15 + i % 12;
          session->reported_on = cnscd_time_get_day (session->ends_at);
        }
      cnscd_session_records_add_team (records, team->team);
      add_topic (database, records, i);
      cnscd_session_add (set, records);
    }
  apply (database, set);
}
