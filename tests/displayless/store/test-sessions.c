/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-store.h"
#include "store/cnscd-catalog-store.h"
#include "store/cnscd-change-set-store.h"
#include "store/cnscd-guides.h"
#include "store/cnscd-record-store.h"
#include "store/cnscd-session-days.h"
#include "store/cnscd-sessions.h"

static void
apply (CnscdTestStore *store, const CnscdChangeSet *set)
{
  g_autoptr (GError) error = NULL;
  gint64 action;

  g_assert_true (cnscd_change_set_apply (store->database, set, &action, &error));
  g_assert_no_error (error);
}

static char *
find_topic (CnscdTestStore *store, gint64 ordinal)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT id FROM topic WHERE ordinal = %" G_GINT64_FORMAT, ordinal);

  return cnscd_test_store_query (store, sql);
}

/* A session of @team on a day of November 2026 at 19h, with topics 2 and 1, guided by @guide. */
static CnscdSessionRecords *
add_session (CnscdTestStore *store,
             int day,
             const char *title,
             CnscdTeam *team,
             CnscdMembership *guide,
             CnscdMembership *leader)
{
  g_autoptr (CnscdSession) session = cnscd_record_new (&CNSCD_KIND_SESSION, CNSCD_TEST_UNIT);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new (title);
  g_autofree char *second = find_topic (store, 2);
  g_autofree char *first = find_topic (store, 1);
  CnscdSessionRecords *records;

  cnscd_record_set (session, title, title);
  session->starts_at = cnscd_time_new (CNSCD_DATE (2026, 11, (guint8) day), 19 * 60);
  session->ends_at = session->starts_at + 120;
  session->state = CNSCD_SESSION_STATE_PLANNED;
  cnscd_record_set (session, hamlet, team->hamlet);

  records = cnscd_session_records_new (session);
  cnscd_session_records_add_team (records, team->record.id);
  cnscd_session_records_add_topic (records, second);
  cnscd_session_records_add_topic (records, first);
  if (guide != NULL)
    cnscd_session_records_add_guide (records, guide->record.id, CNSCD_GUIDE_PART_HELPS);
  if (leader != NULL)
    cnscd_session_records_add_guide (records, leader->record.id, CNSCD_GUIDE_PART_LEADS);
  cnscd_session_add (set, records);
  apply (store, set);

  return records;
}

typedef struct
{
  CnscdTestStore *store;
  CnscdHamlet *hamlet;
  CnscdTeam *team;
  CnscdTeam *other_team;
  CnscdPerson *person;
  CnscdMembership *guide;
  CnscdMembership *leader;
  CnscdSessionRecords *first; /* on the 1st, of team */
  CnscdSessionRecords *second;
  CnscdSessionRecords *last; /* on the 30th, of other_team, without guides */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdHamlet) other_hamlet = NULL;
  g_autoptr (CnscdPerson) leader = NULL;

  fixture->store = cnscd_test_store_new ();
  fixture->hamlet = cnscd_test_store_add_hamlet (fixture->store, "Ba Nhất");
  other_hamlet = cnscd_test_store_add_hamlet (fixture->store, "Dốc Đỏ");
  fixture->team = cnscd_test_store_add_team (fixture->store, fixture->hamlet);
  fixture->other_team = cnscd_test_store_add_team (fixture->store, other_hamlet);
  fixture->person = cnscd_test_store_add_person (fixture->store, "Đào Thị Ánh", NULL);
  leader = cnscd_test_store_add_person (fixture->store, "Nguyễn Văn Bình", NULL);
  fixture->guide = cnscd_test_store_add_membership (fixture->store, fixture->team, fixture->person,
                                                    CNSCD_ROLE_MEMBER);
  fixture->leader =
    cnscd_test_store_add_membership (fixture->store, fixture->team, leader, CNSCD_ROLE_LEADER);
  fixture->last = add_session (fixture->store, 30, "Cuối", fixture->other_team, NULL, NULL);
  fixture->first =
    add_session (fixture->store, 1, "Đầu", fixture->team, fixture->guide, fixture->leader);
  fixture->second = add_session (fixture->store, 15, "Giữa", fixture->team, fixture->guide, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  cnscd_session_records_unref (fixture->first);
  cnscd_session_records_unref (fixture->second);
  cnscd_session_records_unref (fixture->last);
  cnscd_record_unref (fixture->guide);
  cnscd_record_unref (fixture->leader);
  cnscd_record_unref (fixture->person);
  cnscd_record_unref (fixture->team);
  cnscd_record_unref (fixture->other_team);
  cnscd_record_unref (fixture->hamlet);
  cnscd_test_store_free (fixture->store);
}

static void
assert_titles (Fixture *fixture, CnscdSessionQuery query, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = cnscd_sessions_list (fixture->store->database, &query, &error);
  g_autoptr (GPtrArray) loaded = NULL;
  g_autoptr (GString) titles = g_string_new (NULL);

  g_assert_no_error (error);
  loaded = cnscd_sessions_load (fixture->store->database, &query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (loaded->len, ==, found->len);

  for (guint i = 0; i < found->len; i++)
    {
      const CnscdSessionSummary *summary = found->pdata[i];
      const CnscdSessionRecords *records = loaded->pdata[i];

      g_string_append_printf (titles, "%s%s", i > 0 ? " " : "", summary->title);
      g_assert_cmpstr (records->session->record.id, ==, summary->session);
      g_assert_cmpuint (records->teams->len, ==, summary->n_teams);
      g_assert_cmpuint (records->guides->len, ==, summary->n_guides);
    }
  g_assert_cmpstr (titles->str, ==, expected);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autofree char *topic = find_topic (fixture->store, 1);
  g_autofree char *other_topic = find_topic (fixture->store, 3);
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;

  assert_titles (fixture, query, "Đầu Giữa Cuối");
  query.limit = 2;
  assert_titles (fixture, query, "Đầu Giữa");

  query = CNSCD_SESSION_QUERY_ALL;
  query.unit = CNSCD_TEST_UNIT;
  query.from = CNSCD_DATE (2026, 11, 15);
  query.to = CNSCD_DATE (2026, 11, 30);
  assert_titles (fixture, query, "Giữa Cuối");
  query.to = CNSCD_DATE (2026, 11, 29);
  assert_titles (fixture, query, "Giữa");
  query.unit = CNSCD_TEST_OTHER_UNIT;
  assert_titles (fixture, query, "");

  query = CNSCD_SESSION_QUERY_ALL;
  query.team = fixture->team->record.id;
  assert_titles (fixture, query, "Đầu Giữa");
  query.hamlet = fixture->hamlet->record.id;
  query.topic = topic;
  query.guide = fixture->person->record.id;
  assert_titles (fixture, query, "Đầu Giữa");
  query.topic = other_topic;
  assert_titles (fixture, query, "");

  query = CNSCD_SESSION_QUERY_ALL;
  query.session = fixture->last->session->record.id;
  assert_titles (fixture, query, "Cuối");
}

static void
test_summary (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;
  g_autoptr (GPtrArray) found = NULL;
  const CnscdSessionSummary *summary;

  query.session = fixture->first->session->record.id;
  found = cnscd_sessions_list (fixture->store->database, &query, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);

  summary = found->pdata[0];
  g_assert_cmpint (summary->starts_at, ==, cnscd_time_new (CNSCD_DATE (2026, 11, 1), 19 * 60));
  g_assert_cmpint (summary->ends_at - summary->starts_at, ==, 120);
  g_assert_cmpint (summary->state, ==, CNSCD_SESSION_STATE_PLANNED);
  g_assert_cmpstr (summary->hamlet_name, ==, "Ba Nhất");
  g_assert_cmpstr (summary->teams, ==, fixture->team->name);
  g_assert_cmpstr (summary->guides, ==, "Nguyễn Văn Bình; Đào Thị Ánh");
  g_assert_true (g_str_has_prefix (summary->topics, "VssID"));
  g_assert_cmpint (summary->attendance, ==, CNSCD_COUNT_UNKNOWN);
  g_assert_null (summary->audience_name);
  g_assert_false (summary->repeats);
}

static void
test_overdue (Fixture *fixture, gconstpointer data)
{
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;
  g_autoptr (CnscdSession) reported = cnscd_record_copy (fixture->first->session);

  query.overdue_at = fixture->second->session->ends_at - 1;
  assert_titles (fixture, query, "Đầu");
  query.overdue_at = fixture->second->session->ends_at;
  assert_titles (fixture, query, "Đầu Giữa");

  reported->state = CNSCD_SESSION_STATE_HELD;
  reported->reported_on = CNSCD_DATE (2026, 11, 2);
  cnscd_test_store_put (fixture->store, reported);
  assert_titles (fixture, query, "Giữa");
}

static gboolean
is_used (Fixture *fixture, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) used = cnscd_catalog_list_used (fixture->store->database, &error);

  g_assert_no_error (error);
  return g_hash_table_contains (used, id);
}

/* What a session is made of can be ended, not deleted: the catalogue has to know. */
static void
test_used (Fixture *fixture, gconstpointer data)
{
  g_autofree char *topic = find_topic (fixture->store, 1);
  g_autofree char *other_topic = find_topic (fixture->store, 3);
  g_autofree char *audience =
    cnscd_test_store_query (fixture->store, "SELECT id FROM audience WHERE ordinal = 3");
  g_autofree char *indicator =
    cnscd_test_store_query (fixture->store, "SELECT id FROM indicator WHERE ordinal = 2");
  CnscdSessionRecords *const all[] = { fixture->first, fixture->second, fixture->last };
  g_autoptr (CnscdSession) changed = cnscd_record_copy (fixture->first->session);
  g_autoptr (CnscdSessionResult) result =
    cnscd_record_new (&CNSCD_KIND_SESSION_RESULT, CNSCD_TEST_UNIT);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("delete");

  g_assert_true (is_used (fixture, topic));
  g_assert_false (is_used (fixture, other_topic));
  g_assert_false (is_used (fixture, audience));
  g_assert_false (is_used (fixture, indicator));

  cnscd_record_set (changed, audience, audience);
  cnscd_test_store_put (fixture->store, changed);
  cnscd_record_set (result, session, changed->record.id);
  cnscd_record_set (result, indicator, indicator);
  result->value = 4;
  cnscd_test_store_put (fixture->store, result);
  g_assert_true (is_used (fixture, audience));
  g_assert_true (is_used (fixture, indicator));

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    for (guint j = 0; j < all[i]->topics->len; j++)
      cnscd_change_set_delete (set, all[i]->topics->pdata[j]);
  apply (fixture->store, set);
  g_assert_false (is_used (fixture, topic));
}

/* All of it goes, and comes back; and what a session refers to cannot go before it. */
static void
test_delete (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("delete");
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdSessionRecords) gone = NULL;

  g_assert_false (cnscd_record_store_delete (fixture->store->database, &CNSCD_KIND_MEMBERSHIP,
                                             fixture->leader->record.id, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID);
  g_clear_error (&error);

  cnscd_session_delete (set, fixture->first);
  apply (fixture->store, set);
  assert_titles (fixture, CNSCD_SESSION_QUERY_ALL, "Giữa Cuối");
  gone = cnscd_session_load (fixture->store->database, fixture->first->session->record.id, &error);
  g_assert_null (gone);
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (cnscd_record_store_delete (fixture->store->database, &CNSCD_KIND_MEMBERSHIP,
                                            fixture->leader->record.id, &error));
  g_assert_no_error (error);
}

static void
test_series (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdSeries) series = cnscd_record_new (&CNSCD_KIND_SERIES, CNSCD_TEST_UNIT);
  g_autoptr (CnscdSession) part = cnscd_record_copy (fixture->second->session);
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GError) error = NULL;

  cnscd_record_set (series, rule, "FREQ=WEEKLY");
  series->first_day = CNSCD_DATE (2026, 11, 15);
  cnscd_test_store_put (fixture->store, series);
  cnscd_record_set (part, series, series->record.id);
  part->series_day = series->first_day;
  cnscd_test_store_put (fixture->store, part);

  sessions = cnscd_sessions_load_series (fixture->store->database, series->record.id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sessions->len, ==, 1);
  g_assert_true (cnscd_record_equal (((CnscdSessionRecords *) sessions->pdata[0])->session, part));
}

/* The catalogue is there from the start, and a commune adds to it. */
static void
test_catalogue (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdTopic) topic = cnscd_record_new (&CNSCD_KIND_TOPIC, CNSCD_TEST_UNIT);
  g_autoptr (CnscdTopic) provincial = cnscd_record_new (&CNSCD_KIND_TOPIC, CNSCD_PROVINCE_CODE);
  g_autoptr (CnscdHamlet) hamlet = cnscd_record_new (&CNSCD_KIND_HAMLET, CNSCD_PROVINCE_CODE);
  g_autoptr (GError) error = NULL;
  g_autofree char *seeds = cnscd_test_store_query (
    fixture->store, "SELECT count (*) > 0, min (unit), max (rev) FROM topic");
  g_autofree char *valid = cnscd_test_store_query (
    fixture->store, "SELECT count (*) FROM (SELECT id FROM topic UNION ALL SELECT id FROM audience"
                    " UNION ALL SELECT id FROM audience_topic UNION ALL SELECT id FROM indicator"
                    " UNION ALL SELECT id FROM holiday) WHERE length (id) != 36");

  g_assert_cmpstr (seeds, ==, "1|19|0");
  g_assert_cmpstr (valid, ==, "0");

  cnscd_record_set (topic, name, "Chữ ký số cá nhân");
  cnscd_record_set (provincial, name, "Trợ lý ảo");
  cnscd_test_store_put (fixture->store, topic);
  cnscd_test_store_put (fixture->store, provincial);

  {
    g_autoptr (CnscdCatalog) catalog =
      cnscd_catalog_read (fixture->store->database, CNSCD_TEST_UNIT, &error);
    g_autoptr (CnscdCatalog) others =
      cnscd_catalog_read (fixture->store->database, CNSCD_TEST_OTHER_UNIT, &error);
    const CnscdAudience *traders;
    const CnscdHoliday *holiday;
    g_autoptr (GPtrArray) first = NULL;

    g_assert_no_error (error);
    g_assert_nonnull (cnscd_catalog_find (catalog->topics, topic->record.id));
    g_assert_null (cnscd_catalog_find (others->topics, topic->record.id));
    g_assert_nonnull (cnscd_catalog_find (others->topics, provincial->record.id));

    /* What has no place comes last. */
    g_assert_cmpint (((CnscdTopic *) catalog->topics->pdata[0])->ordinal, ==, 1);
    g_assert_true (cnscd_record_equal (catalog->topics->pdata[catalog->topics->len - 1], topic));

    traders = catalog->audiences->pdata[0];
    first = cnscd_catalog_list_topics_of (catalog, traders->record.id, CNSCD_DATE (2026, 11, 27));
    g_assert_cmpuint (first->len, ==, 2);
    g_assert_cmpstr (((CnscdTopic *) first->pdata[0])->name, ==, "Thanh toán trực tuyến");

    holiday = cnscd_catalog_find_holiday (catalog, CNSCD_DATE (2027, 2, 6));
    g_assert_cmpstr (holiday->name, ==, "Tết Nguyên đán");
    g_assert_null (cnscd_catalog_find_holiday (catalog, CNSCD_DATE (2027, 2, 10)));
  }

  /* A hamlet lies in a commune. */
  cnscd_record_set (hamlet, name, "Ba Nhất");
  g_assert_false (cnscd_record_store_put (fixture->store->database, hamlet, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_INVALID);
}

/* Ánh helps on the 1st and the 15th, Bình leads on the 1st: he has less to do. */
static void
test_guides (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdPerson) idle = cnscd_test_store_add_person (fixture->store, "Vũ Thị Út", NULL);
  g_autoptr (CnscdMembership) membership =
    cnscd_test_store_add_membership (fixture->store, fixture->other_team, idle, CNSCD_ROLE_MEMBER);
  g_autoptr (CnscdMembership) second = cnscd_test_store_add_membership (
    fixture->store, fixture->other_team, fixture->person, CNSCD_ROLE_MEMBER);
  g_autoptr (CnscdSession) cancelled = cnscd_record_copy (fixture->first->session);
  g_autoptr (GPtrArray) loads = NULL;
  const CnscdGuideLoad *load;

  loads = cnscd_guides_list (fixture->store->database, CNSCD_TEST_UNIT, CNSCD_DATE (2026, 11, 20),
                             fixture->first->session->starts_at, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (loads->len, ==, 4);
  load = loads->pdata[0];
  g_assert_cmpstr (load->guide.full_name, ==, "Vũ Thị Út");
  g_assert_cmpuint (load->n_quarter, ==, 0);
  g_assert_cmpint (load->last, ==, CNSCD_TIME_UNKNOWN);
  load = loads->pdata[1];
  g_assert_cmpstr (load->guide.full_name, ==, "Nguyễn Văn Bình");
  g_assert_cmpuint (load->n_quarter, ==, 1);
  g_assert_cmpint (load->last, ==, fixture->first->session->starts_at);
  g_assert_cmpint (load->next, ==, CNSCD_TIME_UNKNOWN);

  /* Whatever the membership, the person is as busy. */
  for (guint i = 2; i < 4; i++)
    {
      load = loads->pdata[i];
      g_assert_cmpstr (load->guide.full_name, ==, "Đào Thị Ánh");
      g_assert_cmpuint (load->n_quarter, ==, 2);
      g_assert_cmpint (load->next, ==, fixture->second->session->starts_at);
    }
  g_clear_pointer (&loads, g_ptr_array_unref);

  /* However long ago the last one was. */
  loads = cnscd_guides_list (fixture->store->database, CNSCD_TEST_UNIT, CNSCD_DATE (2031, 1, 1),
                             cnscd_time_new (CNSCD_DATE (2031, 1, 1), 0), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (loads->len, ==, 4);
  load = loads->pdata[1];
  g_assert_cmpstr (load->guide.full_name, ==, "Nguyễn Văn Bình");
  g_assert_cmpuint (load->n_quarter, ==, 0);
  g_assert_cmpint (load->last, ==, fixture->first->session->starts_at);
  load = loads->pdata[3];
  g_assert_cmpstr (load->guide.full_name, ==, "Đào Thị Ánh");
  g_assert_cmpint (load->last, ==, fixture->second->session->starts_at);
  g_assert_cmpint (load->next, ==, CNSCD_TIME_UNKNOWN);
  g_clear_pointer (&loads, g_ptr_array_unref);

  /* In another quarter, and of what is cancelled, nothing counts. */
  loads = cnscd_guides_list (fixture->store->database, CNSCD_TEST_UNIT, CNSCD_DATE (2027, 1, 1),
                             fixture->first->session->starts_at, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (((CnscdGuideLoad *) loads->pdata[3])->n_quarter, ==, 0);
  g_clear_pointer (&loads, g_ptr_array_unref);

  cancelled->state = CNSCD_SESSION_STATE_CANCELLED;
  cnscd_test_store_put (fixture->store, cancelled);
  loads = cnscd_guides_list (fixture->store->database, CNSCD_TEST_UNIT, CNSCD_DATE (2026, 12, 31),
                             fixture->first->session->starts_at, &error);
  g_assert_no_error (error);
  load = loads->pdata[3];
  g_assert_cmpuint (load->n_quarter, ==, 1);
  g_assert_cmpint (load->last, ==, CNSCD_TIME_UNKNOWN);
}

static void
test_bookings (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) bookings =
    cnscd_bookings_list (fixture->store->database, CNSCD_TEST_UNIT, CNSCD_DATE (2026, 11, 1),
                         CNSCD_DATE (2026, 11, 15), &error);
  const CnscdBooking *booking;

  g_assert_no_error (error);
  g_assert_cmpuint (bookings->len, ==, 2);
  booking = bookings->pdata[0];
  g_assert_cmpstr (booking->title, ==, "Đầu");
  g_assert_cmpuint (booking->people->len, ==, 2);
  g_assert_cmpstr (booking->hamlet, ==, fixture->hamlet->record.id);
  booking = bookings->pdata[1];
  g_assert_cmpuint (booking->people->len, ==, 1);
  g_assert_cmpstr (booking->people->pdata[0], ==, fixture->person->record.id);
}

static void
test_neglected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CnscdHamlet) never = cnscd_test_store_add_hamlet (fixture->store, "Yên Thái");
  g_autoptr (CnscdHamlet) gone = cnscd_test_store_add_hamlet (fixture->store, "Cũ");
  g_autoptr (CnscdHamlet) ended = cnscd_record_copy (gone);
  g_autoptr (CnscdHamlet) young = cnscd_test_store_add_hamlet (fixture->store, "Mới");
  g_autoptr (CnscdHamlet) begun = cnscd_record_copy (young);
  g_autoptr (GPtrArray) hamlets = NULL;
  g_autoptr (GPtrArray) audiences = NULL;
  const CnscdNeglected *neglected;

  ended->valid_to = CNSCD_DATE (2025, 6, 30);
  cnscd_test_store_put (fixture->store, ended);
  begun->valid_from = CNSCD_DATE (2026, 11, 20);
  cnscd_test_store_put (fixture->store, begun);

  /* From the 16th on there is a session in Dốc Đỏ only. */
  hamlets =
    cnscd_neglected_list_hamlets (fixture->store->database, CNSCD_TEST_UNIT,
                                  CNSCD_DATE (2026, 11, 16), CNSCD_DATE (2026, 11, 30), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hamlets->len, ==, 2);
  neglected = hamlets->pdata[0];
  g_assert_cmpstr (neglected->name, ==, "Yên Thái");
  g_assert_cmpint (neglected->last, ==, CNSCD_TIME_UNKNOWN);
  neglected = hamlets->pdata[1];
  g_assert_cmpstr (neglected->name, ==, "Ba Nhất");
  g_assert_cmpint (neglected->last, ==, fixture->second->session->starts_at);

  audiences =
    cnscd_neglected_list_audiences (fixture->store->database, CNSCD_TEST_UNIT,
                                    CNSCD_DATE (2026, 11, 16), CNSCD_DATE (2026, 11, 30), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (audiences->len, ==, 7);
}

static char *
describe_days (Fixture *fixture, CnscdSessionQuery query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) days = cnscd_session_days_list (fixture->store->database, &query, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < days->len; i++)
    {
      const CnscdSessionDay *day = days->pdata[i];

      g_string_append_printf (text, "%s%d/%d: %u", i > 0 ? "; " : "", day->day.day, day->day.month,
                              day->n_sessions);
      for (guint j = 0; j < day->first->len; j++)
        g_string_append_printf (text, " %s",
                                ((const CnscdSessionSummary *) day->first->pdata[j])->title);
    }
  return g_string_free_and_steal (text);
}

static void
test_days (Fixture *fixture, gconstpointer data)
{
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;
  g_autoptr (CnscdSessionRecords) more =
    add_session (fixture->store, 15, "Nữa", fixture->team, NULL, NULL);
  g_autofree char *all = describe_days (fixture, query);
  g_autofree char *narrowed = NULL;
  g_autofree char *limited = NULL;

  g_assert_cmpstr (all, ==, "1/11: 1 Đầu; 15/11: 2 Giữa Nữa; 30/11: 1 Cuối");

  query.limit = 1;
  query.from = CNSCD_DATE (2026, 11, 2);
  query.to = CNSCD_DATE (2026, 11, 30);
  limited = describe_days (fixture, query);
  g_assert_cmpstr (limited, ==, "15/11: 2 Giữa; 30/11: 1 Cuối");

  query.guide = fixture->person->record.id;
  narrowed = describe_days (fixture, query);
  g_assert_cmpstr (narrowed, ==, "15/11: 1 Giữa");
}

/* Days are counted, and the first of each found, in an index of the times. */
static void
test_days_plan (Fixture *fixture, gconstpointer data)
{
  g_autofree char *of_unit = cnscd_test_store_query (
    fixture->store,
    "EXPLAIN QUERY PLAN SELECT substr (s.starts_at, 1, 10) AS day, count (*) FROM session s"
    " WHERE s.deleted = 0 AND s.unit = '05716' AND s.starts_at >= '2026-11-01'"
    " AND s.starts_at < '2026-12-01' GROUP BY day ORDER BY day");
  g_autofree char *of_all = cnscd_test_store_query (
    fixture->store, "EXPLAIN QUERY PLAN SELECT substr (s.starts_at, 1, 10) AS day, count (*)"
                    " FROM session s WHERE s.deleted = 0 AND s.starts_at >= '2026-11-01'"
                    " AND s.starts_at < '2026-12-01' GROUP BY day ORDER BY day");

  g_assert_nonnull (strstr (of_unit, "session_by_unit"));
  g_assert_nonnull (strstr (of_all, "session_by_start"));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/store/sessions/list", test_list },
    { "/store/sessions/summary", test_summary },
    { "/store/sessions/days", test_days },
    { "/store/sessions/days-plan", test_days_plan },
    { "/store/sessions/overdue", test_overdue },
    { "/store/sessions/used", test_used },
    { "/store/sessions/delete", test_delete },
    { "/store/sessions/series", test_series },
    { "/store/sessions/catalogue", test_catalogue },
    { "/store/sessions/guides", test_guides },
    { "/store/sessions/bookings", test_bookings },
    { "/store/sessions/neglected", test_neglected },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
