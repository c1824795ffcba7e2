/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "core/cnscd-series-edit.h"

/* A Friday. */
#define TODAY CNSCD_DATE (2026, 11, 27)

/* A series as it is stored, and what happens to it. */
typedef struct
{
  CnscdSeriesView view;
  char *team;
  char *guide;
} Fixture;

static CnscdRecurrence
parse (const char *text)
{
  CnscdRecurrence rule = { 0 };

  g_assert_true (cnscd_recurrence_parse (text, &rule, NULL));
  return rule;
}

static CnscdSessionRecords *
new_session (const Fixture *fixture, CnscdDate day)
{
  g_autoptr (CnscdSession) session = cnscd_record_new (&CNSCD_KIND_SESSION, "05716");
  CnscdSessionRecords *records;

  cnscd_record_set (session, title, "VNeID buổi tối");
  cnscd_record_set (session, note, "Mang máy chiếu");
  session->starts_at = cnscd_time_new (day, 19 * 60 + 30);
  session->ends_at = session->starts_at + 120;
  session->state = CNSCD_SESSION_STATE_PLANNED;
  records = cnscd_session_records_new (session);
  cnscd_session_records_add_team (records, fixture->team);
  cnscd_session_records_add_guide (records, fixture->guide, CNSCD_GUIDE_PART_LEADS);
  return records;
}

/* Does to the fixture what the store would do. */
static void
apply (Fixture *fixture, const CnscdChangeSet *set)
{
  for (guint i = 0; i < cnscd_change_set_get_n_changes (set); i++)
    {
      const CnscdRecordChange *change = cnscd_change_set_get_change (set, i);
      CnscdRecord *record = change->after != NULL ? change->after : change->before;

      if (record->kind == &CNSCD_KIND_SERIES && change->before != NULL)
        {
          if (g_strcmp0 (record->id, fixture->view.series->record.id) != 0)
            continue;
          g_clear_pointer (&fixture->view.series, cnscd_record_unref);
          fixture->view.series = change->after != NULL ? cnscd_record_ref (change->after) : NULL;
        }
      else if (record->kind == &CNSCD_KIND_SERIES && fixture->view.series == NULL)
        fixture->view.series = cnscd_record_ref (record);
      else if (record->kind == &CNSCD_KIND_SESSION && change->before == NULL)
        g_ptr_array_add (fixture->view.sessions, cnscd_session_records_new (change->after));
      else if (record->kind == &CNSCD_KIND_SESSION)
        for (guint n = 0; n < fixture->view.sessions->len; n++)
          {
            CnscdSessionRecords *records = fixture->view.sessions->pdata[n];

            if (!g_str_equal (records->session->record.id, record->id))
              continue;
            if (change->after == NULL)
              g_ptr_array_remove_index (fixture->view.sessions, n);
            else
              {
                cnscd_record_unref (records->session);
                records->session = cnscd_record_ref (change->after);
              }
            break;
          }
    }
}

static int
compare_sessions (gconstpointer a, gconstpointer b)
{
  const CnscdSessionRecords *first = *(CnscdSessionRecords *const *) a;
  const CnscdSessionRecords *second = *(CnscdSessionRecords *const *) b;

  return first->session->starts_at < second->session->starts_at ? -1 : 1;
}

/* "12-01 12-08 …", with a + after what is not of the fixture's series and ! where it differs. */
static char *
describe (Fixture *fixture, const char *title)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_ptr_array_sort (fixture->view.sessions, compare_sessions);
  for (guint i = 0; i < fixture->view.sessions->len; i++)
    {
      const CnscdSession *session =
        ((CnscdSessionRecords *) fixture->view.sessions->pdata[i])->session;
      char buffer[CNSCD_TIME_ISO_SIZE];

      cnscd_time_write_iso (session->starts_at, buffer);
      g_string_append_printf (text, "%s%.5s", i > 0 ? " " : "", buffer + 5);
      if (fixture->view.series == NULL ||
          g_strcmp0 (session->series, fixture->view.series->record.id) != 0)
        g_string_append_c (text, '+');
      if (title != NULL && g_strcmp0 (session->title, title) != 0)
        g_string_append_c (text, '!');
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
assert_sessions (Fixture *fixture, const char *title, const char *expected)
{
  g_autofree char *found = describe (fixture, title);

  g_assert_cmpstr (found, ==, expected);
}

static CnscdSessionRecords *
find_day (Fixture *fixture, CnscdDate day)
{
  for (guint i = 0; i < fixture->view.sessions->len; i++)
    {
      CnscdSessionRecords *records = fixture->view.sessions->pdata[i];

      if (cnscd_date_equal (cnscd_time_get_day (records->session->starts_at), day))
        return records;
    }

  g_assert_not_reached ();
}

/* Tuesdays from 1 December on, until the 29th. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  CnscdRecurrence rule = parse ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20261231");
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Add");
  g_autoptr (CnscdSessionRecords) first = NULL;

  fixture->team = cnscd_uuid_new ();
  fixture->guide = cnscd_uuid_new ();
  fixture->view.sessions =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_session_records_unref);
  fixture->view.today = TODAY;
  first = new_session (fixture, CNSCD_DATE (2026, 12, 1));
  g_assert_true (cnscd_series_add (set, NULL, first, &rule, NULL));
  apply (fixture, set);
  assert_sessions (fixture, "VNeID buổi tối", "12-01 12-08 12-15 12-22 12-29");

  for (guint i = 0; i < fixture->view.sessions->len; i++)
    {
      CnscdSessionRecords *records = fixture->view.sessions->pdata[i];

      cnscd_session_records_add_team (records, fixture->team);
      cnscd_session_records_add_guide (records, fixture->guide, CNSCD_GUIDE_PART_LEADS);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->view.series, cnscd_record_unref);
  g_ptr_array_unref (fixture->view.sessions);
  g_free (fixture->team);
  g_free (fixture->guide);
}

/* Changes the session of @day: a title, a time of day, another day; unknown for none of it. */
static gboolean
save (Fixture *fixture,
      CnscdSeriesScope scope,
      CnscdDate day,
      const char *title,
      CnscdTime starts_at,
      const char *rule_text,
      GError **error)
{
  CnscdSessionRecords *before = find_day (fixture, day);
  g_autoptr (CnscdSessionRecords) after = cnscd_session_records_copy (before);
  g_autoptr (CnscdSessionRecords) seen = cnscd_session_records_copy (before);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Edit");
  CnscdRecurrence rule;
  gboolean saved;

  cnscd_record_unref (seen->session);
  seen->session = cnscd_record_ref (before->session);
  if (title != NULL)
    cnscd_record_set (after->session, title, title);
  if (cnscd_time_is_valid (starts_at))
    {
      after->session->ends_at += starts_at - after->session->starts_at;
      after->session->starts_at = starts_at;
    }
  if (rule_text != NULL)
    rule = parse (rule_text);

  saved = cnscd_series_save (set, &fixture->view, scope, seen, after,
                             rule_text != NULL ? &rule : NULL, error);
  if (!saved)
    g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 0);
  apply (fixture, set);
  return saved;
}

static void
change (Fixture *fixture, CnscdDate day, CnscdSessionState state, CnscdTime starts_at)
{
  CnscdSessionRecords *records = find_day (fixture, day);
  CnscdSession *session = cnscd_record_copy (records->session);

  session->state = (int) state;
  if (cnscd_time_is_valid (starts_at))
    session->starts_at = starts_at;
  cnscd_record_unref (records->session);
  records->session = session;
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  const CnscdSessionRecords *second = find_day (fixture, CNSCD_DATE (2026, 12, 8));

  g_assert_cmpstr (fixture->view.series->rule, ==, "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261231");
  g_assert_true (cnscd_date_equal (fixture->view.series->first_day, CNSCD_DATE (2026, 12, 1)));
  g_assert_cmpstr (second->session->note, ==, "Mang máy chiếu");
  g_assert_cmpint (second->session->ends_at - second->session->starts_at, ==, 120);
  g_assert_true (cnscd_date_equal (second->session->series_day, CNSCD_DATE (2026, 12, 8)));
}

/* Every record of the others, too; and what is stored becomes the first. */
static void
test_add_stored (Fixture *fixture, gconstpointer data)
{
  CnscdRecurrence rule = parse ("RSCALE=VIETNAMESE;FREQ=MONTHLY;BYMONTHDAY=15;COUNT=3");
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Repeat");
  /* Rằm tháng Giêng. */
  g_autoptr (CnscdSessionRecords) stored = new_session (fixture, CNSCD_DATE (2026, 3, 3));
  g_autoptr (CnscdSessionRecords) session = cnscd_session_records_copy (stored);
  guint n_added = 0;

  g_assert_true (cnscd_series_add (set, stored, session, &rule, NULL));
  for (guint i = 0; i < cnscd_change_set_get_n_changes (set); i++)
    {
      const CnscdRecordChange *one = cnscd_change_set_get_change (set, i);
      const CnscdRecord *record = one->after;

      if (one->before != NULL)
        g_assert_cmpstr (record->id, ==, stored->session->record.id);
      else
        n_added++;
    }
  /* The series, and two sessions with a team and a guide each. */
  g_assert_cmpuint (n_added, ==, 7);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 8);
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *rule;
    CnscdRecurrenceError code;
  } cases[] = {
    { "FREQ=WEEKLY;BYDAY=TU", CNSCD_RECURRENCE_ERROR_LIMIT },
    { "FREQ=DAILY;COUNT=367", CNSCD_RECURRENCE_ERROR_LIMIT },
    { "FREQ=DAILY;UNTIL=99991231", CNSCD_RECURRENCE_ERROR_LIMIT },
    { "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261101", CNSCD_RECURRENCE_ERROR_NO_DAY },
    { "FREQ=WEEKLY;BYDAY=MO;UNTIL=20261202", CNSCD_RECURRENCE_ERROR_NO_DAY },
  };
  g_autoptr (CnscdSessionRecords) session = new_session (fixture, CNSCD_DATE (2026, 12, 1));
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Add");
  CnscdRecurrence senseless = { .interval = 0 };
  g_autoptr (CnscdSeries) foreign = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CnscdRecurrence rule = parse (cases[i].rule);
      g_autoptr (GError) error = NULL;

      g_assert_false (cnscd_series_add (set, NULL, session, &rule, &error));
      g_assert_error (error, CNSCD_RECURRENCE_ERROR, (int) cases[i].code);
    }
  g_assert_false (cnscd_series_add (set, NULL, session, &senseless, NULL));
  g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 0);

  /* A rule of another program cannot be continued, but its sessions can be changed one by one. */
  foreign = cnscd_record_copy (fixture->view.series);
  cnscd_record_set (foreign, rule, "FREQ=YEARLY");
  cnscd_record_unref (fixture->view.series);
  fixture->view.series = g_steal_pointer (&foreign);
  g_assert_false (save (fixture, CNSCD_SERIES_SCOPE_ALL, CNSCD_DATE (2026, 12, 8), "X",
                        CNSCD_TIME_UNKNOWN, NULL, NULL));
  g_assert_true (save (fixture, CNSCD_SERIES_SCOPE_THIS, CNSCD_DATE (2026, 12, 8), "X",
                       CNSCD_TIME_UNKNOWN, NULL, NULL));
}

static void
test_this (Fixture *fixture, gconstpointer data)
{
  g_assert_true (save (fixture, CNSCD_SERIES_SCOPE_THIS, CNSCD_DATE (2026, 12, 8), "Khác",
                       cnscd_time_new (CNSCD_DATE (2026, 12, 10), 1140), NULL, NULL));
  assert_sessions (fixture, "VNeID buổi tối", "12-01 12-10! 12-15 12-22 12-29");
  g_assert_true (cnscd_date_equal (
    find_day (fixture, CNSCD_DATE (2026, 12, 10))->session->series_day, CNSCD_DATE (2026, 12, 8)));
}

/* The title of all; what was held, cancelled, moved by hand or is over keeps its own. */
static void
test_all_fields (Fixture *fixture, gconstpointer data)
{
  fixture->view.today = CNSCD_DATE (2026, 12, 5);
  change (fixture, CNSCD_DATE (2026, 12, 8), CNSCD_SESSION_STATE_CANCELLED, CNSCD_TIME_UNKNOWN);
  change (fixture, CNSCD_DATE (2026, 12, 15), CNSCD_SESSION_STATE_PLANNED,
          cnscd_time_new (CNSCD_DATE (2026, 12, 16), 1170));
  /* Later that day, but on its day: this follows, and keeps its time. */
  change (fixture, CNSCD_DATE (2026, 12, 22), CNSCD_SESSION_STATE_PLANNED,
          cnscd_time_new (CNSCD_DATE (2026, 12, 22), 1200));

  g_assert_true (save (fixture, CNSCD_SERIES_SCOPE_ALL, CNSCD_DATE (2026, 12, 29), "Mới",
                       CNSCD_TIME_UNKNOWN, NULL, NULL));
  assert_sessions (fixture, "Mới", "12-01! 12-08! 12-16! 12-22 12-29");
  g_assert_cmpint (cnscd_time_get_minute_of_day (
                     find_day (fixture, CNSCD_DATE (2026, 12, 22))->session->starts_at),
                   ==, 1200);
}

static void
test_all_rule (Fixture *fixture, gconstpointer data)
{
  change (fixture, CNSCD_DATE (2026, 12, 1), CNSCD_SESSION_STATE_HELD, CNSCD_TIME_UNKNOWN);
  g_assert_true (save (fixture, CNSCD_SERIES_SCOPE_ALL, CNSCD_DATE (2026, 12, 8), "Mới",
                       CNSCD_TIME_UNKNOWN, "FREQ=WEEKLY;BYDAY=TU,FR;UNTIL=20261216", NULL));
  assert_sessions (fixture, "Mới", "12-01! 12-04 12-08 12-11 12-15");
  g_assert_cmpstr (fixture->view.series->rule, ==, "FREQ=WEEKLY;BYDAY=TU,FR;UNTIL=20261216");

  /* Other days only: the edited session's own day goes, too, but never what was held. */
  g_assert_true (save (fixture, CNSCD_SERIES_SCOPE_ALL, CNSCD_DATE (2026, 12, 8), NULL,
                       CNSCD_TIME_UNKNOWN, "FREQ=WEEKLY;BYDAY=FR;UNTIL=20261231", NULL));
  assert_sessions (fixture, "Mới", "12-01! 12-04 12-11 12-18 12-25");
}

/* What somebody deleted does not come back with a new title. */
static void
test_all_deleted_stays (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_remove (fixture->view.sessions, find_day (fixture, CNSCD_DATE (2026, 12, 15)));
  g_assert_true (save (fixture, CNSCD_SERIES_SCOPE_ALL, CNSCD_DATE (2026, 12, 8), "Mới",
                       CNSCD_TIME_UNKNOWN, NULL, NULL));
  assert_sessions (fixture, "Mới", "12-01 12-08 12-22 12-29");
}

/* Tuesdays become Thursdays, and stay the same records; the last one moves past the old end. */
static void
test_all_move (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id =
    g_strdup (find_day (fixture, CNSCD_DATE (2026, 12, 29))->session->record.id);
  g_autoptr (GError) error = NULL;

  g_assert_true (save (fixture, CNSCD_SERIES_SCOPE_ALL, CNSCD_DATE (2026, 12, 8), NULL,
                       cnscd_time_new (CNSCD_DATE (2026, 12, 11), 1080), NULL, NULL));
  assert_sessions (fixture, NULL, "12-04 12-11 12-18 12-25 01-01");
  g_assert_cmpstr (fixture->view.series->rule, ==, "FREQ=WEEKLY;BYDAY=FR;UNTIL=20270101");
  g_assert_cmpstr (find_day (fixture, CNSCD_DATE (2027, 1, 1))->session->record.id, ==, id);
  g_assert_cmpint (
    cnscd_time_get_minute_of_day (find_day (fixture, CNSCD_DATE (2027, 1, 1))->session->starts_at),
    ==, 1080);

  /* And back to the Monday, before the first day that the series had. */
  g_assert_true (save (fixture, CNSCD_SERIES_SCOPE_ALL, CNSCD_DATE (2026, 12, 11), NULL,
                       cnscd_time_new (CNSCD_DATE (2026, 12, 7), 1080), NULL, NULL));
  assert_sessions (fixture, NULL, "11-30 12-07 12-14 12-21 12-28");

  fixture->view.today = CNSCD_DATE (2026, 12, 10);
  cnscd_record_set (fixture->view.series, rule, "FREQ=DAILY;UNTIL=20261231");
  g_assert_false (save (fixture, CNSCD_SERIES_SCOPE_ALL, CNSCD_DATE (2026, 12, 14), NULL,
                        cnscd_time_new (CNSCD_DATE (2026, 12, 16), 1080), NULL, &error));
  g_assert_error (error, CNSCD_RECURRENCE_ERROR, CNSCD_RECURRENCE_ERROR_UNSUPPORTED);
}

static void
test_following (Fixture *fixture, gconstpointer data)
{
  change (fixture, CNSCD_DATE (2026, 12, 22), CNSCD_SESSION_STATE_POSTPONED, CNSCD_TIME_UNKNOWN);
  g_assert_true (save (fixture, CNSCD_SERIES_SCOPE_FOLLOWING, CNSCD_DATE (2026, 12, 15), "Mới",
                       CNSCD_TIME_UNKNOWN, NULL, NULL));
  /* What was postponed stays in the old series. */
  assert_sessions (fixture, "Mới", "12-01! 12-08! 12-15+ 12-22! 12-29+");
  g_assert_cmpstr (fixture->view.series->rule, ==, "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261214");
}

static void
test_following_rule (Fixture *fixture, gconstpointer data)
{
  g_assert_true (save (fixture, CNSCD_SERIES_SCOPE_FOLLOWING, CNSCD_DATE (2026, 12, 15), NULL,
                       CNSCD_TIME_UNKNOWN, "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;COUNT=3", NULL));
  assert_sessions (fixture, NULL, "12-01 12-08 12-15+ 12-29+ 01-12+");

  /* From the first on, it is the same series. */
  g_assert_true (save (fixture, CNSCD_SERIES_SCOPE_FOLLOWING, CNSCD_DATE (2026, 12, 1), "Mới",
                       CNSCD_TIME_UNKNOWN, NULL, NULL));
  g_assert_cmpstr (fixture->view.series->rule, ==, "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261214");
}

/* Three of five are left from the third on. */
static void
test_following_count (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Edit");
  CnscdSessionRecords *before;
  g_autoptr (CnscdSessionRecords) after = NULL;
  gboolean found = FALSE;

  cnscd_record_set (fixture->view.series, rule, "FREQ=WEEKLY;BYDAY=TU;COUNT=5");
  before = find_day (fixture, CNSCD_DATE (2026, 12, 15));
  after = cnscd_session_records_copy (before);
  g_assert_true (cnscd_series_save (set, &fixture->view, CNSCD_SERIES_SCOPE_FOLLOWING, before,
                                    after, NULL, NULL));
  for (guint i = 0; i < cnscd_change_set_get_n_changes (set); i++)
    {
      const CnscdRecordChange *one = cnscd_change_set_get_change (set, i);
      const CnscdSeries *series = one->after;

      if (one->before != NULL || series->record.kind != &CNSCD_KIND_SERIES)
        continue;
      found = TRUE;
      g_assert_cmpstr (series->rule, ==, "FREQ=WEEKLY;BYDAY=TU;COUNT=3");
      g_assert_true (cnscd_date_equal (series->first_day, CNSCD_DATE (2026, 12, 15)));
    }
  g_assert_true (found);
}

/* Guides and teams of the others: what the edit added and took out, and nothing else. */
static void
test_lists (Fixture *fixture, gconstpointer data)
{
  CnscdSessionRecords *before = find_day (fixture, CNSCD_DATE (2026, 12, 8));
  CnscdSessionRecords *other = find_day (fixture, CNSCD_DATE (2026, 12, 15));
  g_autoptr (CnscdSessionRecords) after = cnscd_session_records_copy (before);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Edit");
  g_autofree char *own = cnscd_uuid_new ();
  g_autofree char *new_guide = cnscd_uuid_new ();
  g_autofree char *topic = cnscd_uuid_new ();
  guint n_new_guides = 0, n_removed = 0, n_topics = 0;

  cnscd_session_records_add_guide (other, own, CNSCD_GUIDE_PART_HELPS);
  g_ptr_array_set_size (after->guides, 0);
  cnscd_session_records_add_guide (after, new_guide, CNSCD_GUIDE_PART_LEADS);
  cnscd_session_records_add_topic (after, topic);
  g_assert_true (
    cnscd_series_save (set, &fixture->view, CNSCD_SERIES_SCOPE_ALL, before, after, NULL, NULL));

  for (guint i = 0; i < cnscd_change_set_get_n_changes (set); i++)
    {
      const CnscdRecordChange *one = cnscd_change_set_get_change (set, i);
      const CnscdRecord *record = one->after != NULL ? one->after : one->before;

      if (record->kind == &CNSCD_KIND_SESSION_GUIDE && one->before == NULL)
        {
          g_assert_cmpstr (((CnscdSessionGuide *) one->after)->membership, ==, new_guide);
          n_new_guides++;
        }
      else if (record->kind == &CNSCD_KIND_SESSION_GUIDE)
        {
          g_assert_null (one->after);
          g_assert_cmpstr (((CnscdSessionGuide *) one->before)->membership, ==, fixture->guide);
          n_removed++;
        }
      else if (record->kind == &CNSCD_KIND_SESSION_TOPIC)
        n_topics++;
      else
        g_assert_not_reached ();
    }
  g_assert_cmpuint (n_new_guides, ==, 5);
  g_assert_cmpuint (n_removed, ==, 5);
  g_assert_cmpuint (n_topics, ==, 5);
}

static void delete (Fixture *fixture, CnscdSeriesScope scope, CnscdDate day)
{
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("Delete");

  g_assert_true (cnscd_series_delete (set, &fixture->view, scope, find_day (fixture, day), NULL));
  apply (fixture, set);
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  delete (fixture, CNSCD_SERIES_SCOPE_THIS, CNSCD_DATE (2026, 12, 8));
  assert_sessions (fixture, NULL, "12-01 12-15 12-22 12-29");
  g_assert_cmpstr (fixture->view.series->rule, ==, "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261231");

  delete (fixture, CNSCD_SERIES_SCOPE_FOLLOWING, CNSCD_DATE (2026, 12, 22));
  assert_sessions (fixture, NULL, "12-01 12-15");
  g_assert_cmpstr (fixture->view.series->rule, ==, "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261221");

  delete (fixture, CNSCD_SERIES_SCOPE_ALL, CNSCD_DATE (2026, 12, 15));
  assert_sessions (fixture, NULL, "");
  g_assert_null (fixture->view.series);
}

static void
test_delete_keeps_held (Fixture *fixture, gconstpointer data)
{
  change (fixture, CNSCD_DATE (2026, 12, 1), CNSCD_SESSION_STATE_HELD, CNSCD_TIME_UNKNOWN);
  change (fixture, CNSCD_DATE (2026, 12, 22), CNSCD_SESSION_STATE_CANCELLED, CNSCD_TIME_UNKNOWN);
  delete (fixture, CNSCD_SERIES_SCOPE_ALL, CNSCD_DATE (2026, 12, 15));
  assert_sessions (fixture, NULL, "12-01 12-22");
  g_assert_cmpstr (fixture->view.series->rule, ==, "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261207");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add ("/core/series/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("add", test_add);
  ADD ("add-stored", test_add_stored);
  ADD ("refusals", test_refusals);
  ADD ("this", test_this);
  ADD ("all-fields", test_all_fields);
  ADD ("all-rule", test_all_rule);
  ADD ("all-deleted-stays", test_all_deleted_stays);
  ADD ("all-move", test_all_move);
  ADD ("following", test_following);
  ADD ("following-rule", test_following_rule);
  ADD ("following-count", test_following_count);
  ADD ("lists", test_lists);
  ADD ("delete", test_delete);
  ADD ("delete-keeps-held", test_delete_keeps_held);
#undef ADD

  return g_test_run ();
}
