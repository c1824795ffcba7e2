/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-test-store.h"
#include "core/cnscd-demo.h"
#include "core/cnscd-recurrence.h"
#include "core/cnscd-session-clash.h"
#include "store/cnscd-catalog-store.h"
#include "store/cnscd-demo-store.h"
#include "store/cnscd-guides.h"
#include "store/cnscd-record-store.h"
#include "store/cnscd-sessions.h"
#include "store/cnscd-units.h"

#define TODAY ((CnscdDate) { 2026, 11, 27 })

/* The first month of the year of sessions, and the one after its last. */
#define FIRST_DAY ((CnscdDate) { 2026, 3, 1 })
#define END_DAY   ((CnscdDate) { 2027, 3, 1 })

static CnscdTestStore *
fill (const char *code, guint64 seed, CnscdDate today, guint *n_sessions)
{
  CnscdTestStore *store = cnscd_test_store_new ();
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_unit_free);
  CnscdDemoCounts counts;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (units, cnscd_units_get (store->database, code, &error));
  g_assert_no_error (error);
  cnscd_demo_fill (store->database, units, seed, today, FALSE, &counts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts.n_members, ==, CNSCD_DEMO_COMMUNE_MEMBERS);
  if (n_sessions != NULL)
    *n_sessions = counts.n_sessions;
  return store;
}

static GPtrArray *
list (CnscdTestStore *store, const CnscdKind *kind)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records = cnscd_record_store_list (store->database, kind, NULL, &error);

  g_assert_no_error (error);
  return records;
}

/* A kind's records by their ids; they live as long as @records, which gets them. */
static GHashTable *
list_by_id (CnscdTestStore *store, const CnscdKind *kind, GPtrArray **records)
{
  GHashTable *by_id = g_hash_table_new (g_str_hash, g_str_equal);

  *records = list (store, kind);
  for (guint i = 0; i < (*records)->len; i++)
    g_hash_table_insert (by_id, ((CnscdRecord *) (*records)->pdata[i])->id, (*records)->pdata[i]);

  return by_id;
}

static GPtrArray *
load (CnscdTestStore *store, const CnscdSessionQuery *query)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *sessions = cnscd_sessions_load (store->database, query, &error);

  g_assert_no_error (error);
  return sessions;
}

static void
check_counts (const CnscdSession *session)
{
  gboolean known = session->attendance != CNSCD_COUNT_UNKNOWN;

  g_assert_cmpint (session->attendance_women, <=, session->attendance);
  g_assert_cmpint (session->attendance_elderly, <=, session->attendance);
  g_assert_cmpint (session->attendance_poor_households, <=, session->attendance);
  g_assert_true (known == cnscd_date_is_known (session->reported_on));
}

static void
check_state (const CnscdSessionRecords *records)
{
  const CnscdSession *session = records->session;
  CnscdDate day = cnscd_time_get_day (session->starts_at);

  switch (session->state)
    {
    case CNSCD_SESSION_STATE_HELD:
      g_assert_cmpint (cnscd_date_compare (day, TODAY), <, 0);
      break;
    case CNSCD_SESSION_STATE_POSTPONED:
    case CNSCD_SESSION_STATE_CANCELLED:
      g_assert_nonnull (session->note);
      G_GNUC_FALLTHROUGH;
    default:
      g_assert_false (cnscd_date_is_known (session->reported_on));
      g_assert_cmpuint (records->results->len, ==, 0);
    }

  if (cnscd_date_is_known (session->reported_on))
    {
      g_assert_cmpint (cnscd_date_compare (session->reported_on, day), >=, 0);
      g_assert_cmpint (cnscd_date_compare (session->reported_on, TODAY), <=, 0);
    }
}

/* Those that the audience is taught first stand in its order, before all others. */
static void
check_topics (const CnscdSessionRecords *records, const CnscdCatalog *catalog)
{
  g_autoptr (GPtrArray) first =
    cnscd_catalog_list_topics_of (catalog, records->session->audience, TODAY);
  guint next = 0;
  gboolean others = FALSE;

  g_assert_cmpuint (records->topics->len, >=, 1);
  g_assert_cmpuint (records->topics->len, <=, 3);
  for (guint i = 0; i < records->topics->len; i++)
    {
      const CnscdSessionTopic *topic = records->topics->pdata[i];
      guint at = 0;

      g_assert_cmpint (topic->ordinal, ==, i + 1);
      while (at < first->len && !g_str_equal (((CnscdRecord *) first->pdata[at])->id, topic->topic))
        at++;
      g_assert_false (at < first->len && others);
      g_assert_cmpuint (at, >=, next);
      next = at < first->len ? at + 1 : 0;
      others |= at == first->len;
    }
}

static void
check_guides (const CnscdSessionRecords *records, GHashTable *memberships)
{
  CnscdDate day = cnscd_time_get_day (records->session->starts_at);

  g_assert_cmpuint (records->guides->len, >=, 1);
  g_assert_cmpuint (records->guides->len, <=, 3);
  for (guint i = 0; i < records->guides->len; i++)
    {
      const CnscdSessionGuide *guide = records->guides->pdata[i];
      const CnscdMembership *membership = g_hash_table_lookup (memberships, guide->membership);
      gboolean of_team = FALSE;

      g_assert_cmpint (guide->part, ==, i == 0 ? CNSCD_GUIDE_PART_LEADS : CNSCD_GUIDE_PART_HELPS);
      if (!cnscd_date_is_known (records->session->reported_on))
        g_assert_cmpint (guide->presence, ==, CNSCD_PRESENCE_UNKNOWN);

      g_assert_nonnull (membership);
      g_assert_cmpint (cnscd_date_compare (membership->valid_from, day), <=, 0);
      g_assert_false (cnscd_date_is_over (membership->valid_to, day));
      for (guint t = 0; t < records->teams->len; t++)
        of_team |=
          g_str_equal (((CnscdSessionTeam *) records->teams->pdata[t])->team, membership->team);
      g_assert_true (of_team);
      for (guint other = 0; other < i; other++)
        g_assert_cmpstr (((CnscdSessionGuide *) records->guides->pdata[other])->membership, !=,
                         guide->membership);
    }
}

static void
test_sessions (void)
{
  g_autoptr (CnscdTestStore) store = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GHashTable) memberships = NULL;
  g_autoptr (CnscdCatalog) catalog = NULL;
  g_autoptr (GError) error = NULL;
  guint n_in_state[5] = { 0 };
  guint n_overdue = 0, n_in_month[12] = { 0 }, n_unknown = 0, n_unknown_results = 0;

  store = fill ("05716", 3, TODAY, NULL);
  catalog = cnscd_catalog_read (store->database, "05716", &error);
  g_assert_no_error (error);
  memberships = list_by_id (store, &CNSCD_KIND_MEMBERSHIP, &records);
  sessions = load (store, &CNSCD_SESSION_QUERY_ALL);
  g_assert_cmpuint (sessions->len, ==, 1200);

  for (guint i = 0; i < sessions->len; i++)
    {
      const CnscdSessionRecords *one = sessions->pdata[i];
      const CnscdSession *session = one->session;
      CnscdDate day = cnscd_time_get_day (session->starts_at);

      g_assert_cmpint (cnscd_date_compare (day, FIRST_DAY), >=, 0);
      g_assert_cmpint (cnscd_date_compare (day, END_DAY), <, 0);
      g_assert_cmpint (session->ends_at, >=, session->starts_at + 60);
      g_assert_cmpint (session->ends_at, <=, session->starts_at + 120);
      g_assert_cmpint (cnscd_time_get_minute_of_day (session->starts_at), >=, 8 * 60);
      g_assert_cmpint (cnscd_time_get_minute_of_day (session->ends_at), <=, 23 * 60);
      g_assert_nonnull (session->place);
      g_assert_cmpuint (one->teams->len, >=, 1);
      g_assert_cmpuint (one->teams->len, <=, 2);
      check_counts (session);
      check_state (one);
      check_topics (one, catalog);
      check_guides (one, memberships);

      n_in_state[session->state]++;
      n_overdue += cnscd_session_is_overdue (session, cnscd_time_new (TODAY, 0));
      n_in_month[day.month - 1]++;
      n_unknown += cnscd_date_is_known (session->reported_on) &&
                   session->attendance_women == CNSCD_COUNT_UNKNOWN;
      n_unknown_results += cnscd_date_is_known (session->reported_on) && one->results->len == 0;
    }

  /* Most are held, or still planned; of everything else there is something to be seen. */
  g_assert_cmpuint (n_in_state[CNSCD_SESSION_STATE_UNKNOWN], ==, 0);
  g_assert_cmpuint (n_in_state[CNSCD_SESSION_STATE_HELD], >, 700);
  g_assert_cmpuint (n_in_state[CNSCD_SESSION_STATE_PLANNED], >, 200);
  g_assert_cmpuint (n_in_state[CNSCD_SESSION_STATE_POSTPONED], >, 5);
  g_assert_cmpuint (n_in_state[CNSCD_SESSION_STATE_POSTPONED], <, 80);
  g_assert_cmpuint (n_in_state[CNSCD_SESSION_STATE_CANCELLED], >, 5);
  g_assert_cmpuint (n_in_state[CNSCD_SESSION_STATE_CANCELLED], <, 60);
  g_assert_cmpuint (n_overdue, >, 5);
  g_assert_cmpuint (n_overdue, <, 60);
  g_assert_cmpuint (n_unknown, >, 20);
  g_assert_cmpuint (n_unknown_results, >, 5);
  for (guint i = 0; i < G_N_ELEMENTS (n_in_month); i++)
    {
      g_assert_cmpuint (n_in_month[i], >, 60);
      g_assert_cmpuint (n_in_month[i], <, 150);
    }
}

/* Each session of a series is on a day that its rule gives, and no two on the same. */
static void
test_series (void)
{
  g_autoptr (CnscdTestStore) store = NULL;
  g_autoptr (GPtrArray) all = NULL;
  guint n_weekly = 0, n_by_weekday = 0, n_lunar = 0;

  store = fill ("05716", 4, TODAY, NULL);
  all = list (store, &CNSCD_KIND_SERIES);
  for (guint i = 0; i < all->len; i++)
    {
      const CnscdSeries *series = all->pdata[i];
      CnscdRecurrence rule;
      g_autoptr (GArray) days = NULL;
      g_autoptr (GPtrArray) sessions = NULL;
      g_autoptr (GError) error = NULL;

      cnscd_recurrence_parse (series->rule, &rule, &error);
      g_assert_no_error (error);
      n_weekly += rule.frequency == CNSCD_FREQUENCY_WEEKLY;
      n_by_weekday += rule.positions != 0;
      n_lunar += rule.lunar;

      days = cnscd_recurrence_list_days (&rule, series->first_day, series->first_day, END_DAY, 400);
      sessions = cnscd_sessions_load_series (store->database, series->record.id, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (sessions->len, >=, 2);
      g_assert_cmpuint (sessions->len, ==, days->len);
      for (guint s = 0; s < sessions->len; s++)
        {
          const CnscdSession *session = ((CnscdSessionRecords *) sessions->pdata[s])->session;

          g_assert_true (
            cnscd_date_equal (session->series_day, g_array_index (days, CnscdDate, s)));
          g_assert_true (
            cnscd_date_equal (session->series_day, cnscd_time_get_day (session->starts_at)));
        }
    }

  g_assert_cmpuint (n_weekly, >, 5);
  g_assert_cmpuint (n_by_weekday, >, 5);
  g_assert_cmpuint (n_lunar, >, 5);
}

static GPtrArray *
make_guides (const CnscdSessionRecords *records, GHashTable *memberships)
{
  GPtrArray *guides = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_guide_free);

  for (guint i = 0; i < records->guides->len; i++)
    {
      const CnscdSessionGuide *one = records->guides->pdata[i];
      const CnscdMembership *membership = g_hash_table_lookup (memberships, one->membership);
      CnscdGuide *guide = cnscd_guide_new ();

      guide->membership = g_strdup (membership->record.id);
      guide->person = g_strdup (membership->person);
      guide->valid_from = membership->valid_from;
      guide->valid_to = membership->valid_to;
      g_ptr_array_add (guides, guide);
    }

  return guides;
}

/* Every warning is to be seen, but seldom. */
static void
test_clashes (void)
{
  g_autoptr (CnscdTestStore) store = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GHashTable) memberships = NULL;
  g_autoptr (CnscdCatalog) catalog = NULL;
  guint n_of_kind[CNSCD_CLASH_HOLIDAY + 1] = { 0 };
  g_autoptr (GError) error = NULL;

  store = fill ("05716", 1, TODAY, NULL);
  catalog = cnscd_catalog_read (store->database, "05716", &error);
  g_assert_no_error (error);
  memberships = list_by_id (store, &CNSCD_KIND_MEMBERSHIP, &records);
  sessions = load (store, &CNSCD_SESSION_QUERY_ALL);
  for (guint i = 0; i < sessions->len; i++)
    {
      const CnscdSessionRecords *one = sessions->pdata[i];
      g_autoptr (GPtrArray) guides = make_guides (one, memberships);
      g_autoptr (GPtrArray) bookings = NULL;
      g_autoptr (GPtrArray) clashes = NULL;
      CnscdDate from, to;

      cnscd_session_get_clash_days (one->session, &from, &to);
      bookings = cnscd_bookings_list (store->database, "05716", from, to, &error);
      g_assert_no_error (error);
      clashes = cnscd_session_find_clashes (one->session, guides, bookings, catalog, 4);
      for (guint c = 0; c < clashes->len; c++)
        n_of_kind[((CnscdClash *) clashes->pdata[c])->kind]++;
    }

  g_assert_cmpuint (n_of_kind[CNSCD_CLASH_GUIDE_BOOKED], >, 4);
  g_assert_cmpuint (n_of_kind[CNSCD_CLASH_GUIDE_BOOKED], <, 120);
  g_assert_cmpuint (n_of_kind[CNSCD_CLASH_PLACE_BOOKED], >, 4);
  g_assert_cmpuint (n_of_kind[CNSCD_CLASH_PLACE_BOOKED], <, 120);
  g_assert_cmpuint (n_of_kind[CNSCD_CLASH_GUIDE_ENDED], ==, 0);
  g_assert_cmpuint (n_of_kind[CNSCD_CLASH_HOLIDAY], >, 0);
  g_assert_cmpuint (n_of_kind[CNSCD_CLASH_HOLIDAY], <, 40);
}

/* Every record as text; the journal beside them has times of its own. */
static char *
dump (CnscdTestStore *store, gboolean schedule)
{
  GChecksum *sum = g_checksum_new (G_CHECKSUM_SHA256);
  char *text;

  for (guint k = 0; CNSCD_KINDS[k] != NULL; k++)
    {
      const CnscdKind *kind = CNSCD_KINDS[k];
      gboolean of_schedule = g_str_has_prefix (kind->name, "session") || kind == &CNSCD_KIND_SERIES;
      g_autoptr (GPtrArray) records = list (store, kind);

      for (guint i = 0; i < records->len && of_schedule == schedule; i++)
        {
          const CnscdRecord *record = records->pdata[i];

          g_checksum_update (sum, (const guchar *) record->id, -1);
          for (guint f = 0; f < kind->n_fields; f++)
            {
              g_autofree char *value = cnscd_field_dup_text (&kind->fields[f], record);

              g_checksum_update (sum, (const guchar *) (value != NULL ? value : "-"), -1);
              g_checksum_update (sum, (const guchar *) "\n", 1);
            }
        }
    }

  text = g_strdup (g_checksum_get_string (sum));
  g_checksum_free (sum);
  return text;
}

static void
test_seed (void)
{
  g_autoptr (CnscdTestStore) first = NULL;
  g_autoptr (CnscdTestStore) again = NULL;
  g_autoptr (CnscdTestStore) seed = NULL;
  g_autoptr (CnscdTestStore) later = NULL;
  g_autofree char *sums[4] = { NULL };
  g_autofree char *roster = NULL;
  g_autofree char *later_roster = NULL;

  first = fill ("05716", 42, TODAY, NULL);
  again = fill ("05716", 42, TODAY, NULL);
  seed = fill ("05716", 43, TODAY, NULL);
  later = fill ("05716", 42, CNSCD_DATE (2026, 11, 28), NULL);
  sums[0] = dump (first, TRUE);
  sums[1] = dump (again, TRUE);
  sums[2] = dump (seed, TRUE);
  sums[3] = dump (later, TRUE);
  g_assert_cmpstr (sums[0], ==, sums[1]);
  g_assert_cmpstr (sums[0], !=, sums[2]);
  g_assert_cmpstr (sums[0], !=, sums[3]);

  roster = dump (first, FALSE);
  later_roster = dump (later, FALSE);
  g_assert_cmpstr (roster, ==, later_roster);

  for (guint i = 1; i < G_N_ELEMENTS (sums); i++)
    g_free (sums[i]);
}

/* What two communes made up must be able to meet at the province. */
static void
test_communes (void)
{
  g_autoptr (CnscdTestStore) first = NULL;
  g_autoptr (CnscdTestStore) other = NULL;

  first = fill ("05716", 1, TODAY, NULL);
  other = fill ("05719", 1, TODAY, NULL);
  for (guint k = 0; CNSCD_KINDS[k] != NULL; k++)
    {
      const CnscdKind *kind = CNSCD_KINDS[k];
      g_autoptr (GPtrArray) records = NULL;
      g_autoptr (GPtrArray) others = NULL;
      g_autoptr (GHashTable) by_id = NULL;

      if (kind->catalog)
        continue;
      by_id = list_by_id (first, kind, &records);
      others = list (other, kind);
      g_assert_cmpuint (records->len, >, 0);
      g_assert_cmpuint (others->len, >, 0);
      for (guint i = 0; i < others->len; i++)
        g_assert_false (g_hash_table_contains (by_id, ((CnscdRecord *) others->pdata[i])->id));
    }
}

/* Nothing took place before there were teams, and what there was since is no denser. */
static void
test_early (void)
{
  g_autoptr (CnscdTestStore) before = NULL;
  g_autoptr (CnscdTestStore) soon = NULL;
  g_autoptr (CnscdTestStore) later = NULL;
  guint n_before, n_soon, n_later;

  before = fill ("05716", 1, CNSCD_DATE (2025, 1, 31), &n_before);
  soon = fill ("05716", 1, CNSCD_DATE (2026, 2, 15), &n_soon);
  later = fill ("05716", 1, TODAY, &n_later);
  g_assert_cmpuint (n_before, ==, 0);
  g_assert_cmpuint (n_soon, >, 400);
  g_assert_cmpuint (n_soon, <, 1100);
  g_assert_cmpuint (n_later, ==, 1200);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/sessions", test_sessions);
  g_test_add_func ("/demo/series", test_series);
  g_test_add_func ("/demo/clashes", test_clashes);
  g_test_add_func ("/demo/seed", test_seed);
  g_test_add_func ("/demo/communes", test_communes);
  g_test_add_func ("/demo/early", test_early);
  return g_test_run ();
}
