/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-test-import.h"
#include "exchange/cnscd-export-sessions.h"
#include "store/cnscd-audit.h"
#include "store/cnscd-catalog-store.h"
#include "store/cnscd-change-set-store.h"

#define UNIT "05716"

/* Text that every format has to carry, and some would take for something else. */
#define TRICKY_TITLE "=HYPERLINK(\"x\"); một, hai\\ba\nbốn \U0001F600 \"năm\""

static inline void
apply_set (Fixture *fixture, CnscdChangeSet *set)
{
  g_autoptr (GError) error = NULL;
  gint64 action;

  cnscd_change_set_apply (fixture->database, set, &action, &error);
  g_assert_no_error (error);
}

static inline CnscdSessionRecords *
new_session (const char *title, CnscdTime starts_at, int minutes)
{
  g_autoptr (CnscdSession) session = cnscd_record_new (&CNSCD_KIND_SESSION, UNIT);

  cnscd_record_set (session, title, title);
  session->starts_at = starts_at;
  session->ends_at = starts_at + minutes;
  session->state = CNSCD_SESSION_STATE_PLANNED;
  return cnscd_session_records_new (session);
}

static inline void
add_session (Fixture *fixture, CnscdSessionRecords *records)
{
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("session");

  cnscd_session_add (set, records);
  apply_set (fixture, set);
}

static inline void
set_state (Fixture *fixture, CnscdSession *session, CnscdSessionState state)
{
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("state");

  cnscd_session_set_state (set, session, state);
  apply_set (fixture, set);
}

static inline const char *
find_named (GPtrArray *records, const char *start)
{
  for (guint i = 0; i < records->len; i++)
    {
      const CnscdTopic *named = records->pdata[i];

      if (g_str_has_prefix (named->name, start))
        return named->record.id;
    }
  g_assert_not_reached ();
}

/* The first session that fill_schedule() makes; complete. */
static inline CnscdSessionRecords *
new_full_session (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdCatalog) catalog = cnscd_catalog_read (fixture->database, UNIT, &error);
  g_autoptr (GPtrArray) members = list_members (fixture->database, NULL);
  const CnscdMember *leader = members->pdata[0];
  const CnscdMember *helper = members->pdata[1];
  g_autoptr (CnscdTeam) team =
    cnscd_record_store_get (fixture->database, &CNSCD_KIND_TEAM, leader->team, &error);
  CnscdSessionRecords *records =
    new_session ("Hướng dẫn VNeID", cnscd_time_new (CNSCD_DATE (2026, 11, 27), 19 * 60), 90);
  CnscdSession *session = records->session;

  g_assert_no_error (error);
  cnscd_record_set (session, place, "Nhà văn hóa");
  cnscd_record_set (session, hamlet, team->hamlet);
  cnscd_record_set (session, audience, find_named (catalog->audiences, "Người cao tuổi"));
  session->expected = 30;
  session->attendance = 25;
  session->attendance_women = 0;
  cnscd_record_set (session, note, "Gọi 0912345678\n=Mang điện thoại");
  cnscd_session_records_add_team (records, leader->team);
  cnscd_session_records_add_topic (records, find_named (catalog->topics, "VNeID"));
  cnscd_session_records_add_topic (records, find_named (catalog->topics, "Thanh toán tiền điện"));
  cnscd_session_records_add_guide (records, helper->membership, CNSCD_GUIDE_PART_HELPS);
  cnscd_session_records_add_guide (records, leader->membership, CNSCD_GUIDE_PART_LEADS);
  cnscd_session_records_set_result (records, find_named (catalog->indicators, "Người được"), 25);
  return records;
}

/* A roster, and four sessions: full, tricky, postponed, cancelled. */
static inline void
fill_schedule (Fixture *fixture)
{
  g_autoptr (CnscdImportPlan) plan = import_sample (fixture, "roster-annex.xlsx", FALSE);
  g_autoptr (CnscdSessionRecords) full = new_full_session (fixture);
  g_autoptr (CnscdSessionRecords) tricky =
    new_session (TRICKY_TITLE, cnscd_time_new (CNSCD_DATE (2026, 11, 28), 8 * 60), 120);
  g_autoptr (CnscdSessionRecords) postponed =
    new_session ("Buổi bị hoãn", cnscd_time_new (CNSCD_DATE (2026, 11, 29), 8 * 60), 0);
  g_autoptr (CnscdSessionRecords) cancelled =
    new_session ("Buổi bị hủy", cnscd_time_new (CNSCD_DATE (2026, 12, 1), 22 * 60), 180);

  add_session (fixture, full);
  add_session (fixture, tricky);
  add_session (fixture, postponed);
  add_session (fixture, cancelled);
  set_state (fixture, postponed->session, CNSCD_SESSION_STATE_POSTPONED);
  set_state (fixture, cancelled->session, CNSCD_SESSION_STATE_CANCELLED);
}

static inline char *
export_sessions (Fixture *fixture, const char *name, const CnscdSessionQuery *query, guint expected)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  CnscdSessionQuery all = CNSCD_SESSION_QUERY_ALL;
  guint n = 0;

  cnscd_export_sessions (fixture->database, query != NULL ? query : &all, file, NULL, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, expected);
  return path;
}
