/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "core/cnscd-plan-clash.h"
#include "core/cnscd-records.h"
#include "core/cnscd-session-clash.h"

#define HAMLET "01890a5d-ac96-774b-bcce-b302099a8057"
#define OTHER  "01890a5d-ac96-774b-bcce-b302099a8058"

/* A Friday evening, 19h to 20h30, in the culture house of a hamlet, guided by Ánh. */
typedef struct
{
  CnscdSession *session;
  GPtrArray *guides;
  GPtrArray *bookings;
  CnscdCatalog *catalog;
  guint max_per_week;
} Fixture;

static CnscdGuide *
add_guide (Fixture *fixture, const char *person)
{
  CnscdGuide *guide = cnscd_guide_new ();

  guide->person = g_strdup (person);
  guide->full_name = g_strdup (person);
  g_ptr_array_add (fixture->guides, guide);
  return guide;
}

/* Another session on a day of November 2026, from minute @from on, an hour long. */
static CnscdBooking *
add_booking (Fixture *fixture, int day, int from, const char *person)
{
  CnscdBooking *booking = cnscd_booking_new ();

  booking->session = cnscd_uuid_new ();
  booking->title = g_strdup ("Khác");
  booking->starts_at = cnscd_time_new (CNSCD_DATE (2026, 11, (guint8) day), from);
  booking->ends_at = booking->starts_at + 60;
  if (person != NULL)
    g_ptr_array_add (booking->people, g_strdup (person));
  g_ptr_array_add (fixture->bookings, booking);
  return booking;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = cnscd_record_new (&CNSCD_KIND_SESSION, "05716");
  fixture->session->starts_at = cnscd_time_new (CNSCD_DATE (2026, 11, 27), 19 * 60);
  fixture->session->ends_at = fixture->session->starts_at + 90;
  fixture->session->state = CNSCD_SESSION_STATE_PLANNED;
  cnscd_record_set (fixture->session, place, "Nhà văn hóa");
  cnscd_record_set (fixture->session, hamlet, HAMLET);
  fixture->guides = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_guide_free);
  fixture->bookings = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_booking_free);
  fixture->catalog = cnscd_catalog_new ();
  add_guide (fixture, "Ánh");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  cnscd_record_unref (fixture->session);
  g_ptr_array_unref (fixture->guides);
  g_ptr_array_unref (fixture->bookings);
  cnscd_catalog_unref (fixture->catalog);
}

/* "guide-booked Ánh Khác; holiday Tết", or "". */
static void
assert_clashes (Fixture *fixture, const char *expected)
{
  static const char *const kinds[] = { "guide-booked", "place-booked", "guide-ended", "guide-busy",
                                       "holiday" };
  g_autoptr (GPtrArray) clashes = cnscd_session_find_clashes (
    fixture->session, fixture->guides, fixture->bookings, fixture->catalog, fixture->max_per_week);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < clashes->len; i++)
    {
      const CnscdClash *clash = clashes->pdata[i];

      g_string_append_printf (found, "%s%s", i > 0 ? "; " : "", kinds[clash->kind]);
      if (clash->who != NULL)
        g_string_append_printf (found, " %s", clash->who);
      if (clash->other != NULL)
        g_string_append_printf (found, " %s", clash->other);
      if (clash->n > 0)
        g_string_append_printf (found, " %u", clash->n);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_guide (Fixture *fixture, gconstpointer data)
{
  CnscdBooking *booking = add_booking (fixture, 27, 18 * 60 + 1, "Ánh");

  assert_clashes (fixture, "guide-booked Ánh Khác");

  /* One that ends when this one begins, or begins when it ends, is in nobody's way. */
  booking->starts_at--;
  booking->ends_at--;
  assert_clashes (fixture, "");
  booking->starts_at = fixture->session->ends_at;
  booking->ends_at = booking->starts_at + 60;
  assert_clashes (fixture, "");
  booking->starts_at--;
  assert_clashes (fixture, "guide-booked Ánh Khác");

  /* The session itself is no other, and somebody else's is no clash. */
  g_free (booking->session);
  booking->session = g_strdup (fixture->session->record.id);
  assert_clashes (fixture, "");
  add_booking (fixture, 27, 19 * 60, "Bình");
  assert_clashes (fixture, "");
}

static void
test_place (Fixture *fixture, gconstpointer data)
{
  CnscdBooking *booking = add_booking (fixture, 27, 19 * 60, NULL);

  assert_clashes (fixture, "");
  booking->place = g_strdup ("nhà  văn hoá");
  booking->hamlet = g_strdup (OTHER);
  assert_clashes (fixture, "");
  g_free (booking->hamlet);
  booking->hamlet = g_strdup (HAMLET);
  assert_clashes (fixture, "place-booked Khác");

  /* Where no hamlet is chosen, the name counts, also one without accents. */
  cnscd_record_set (fixture->session, hamlet, NULL);
  assert_clashes (fixture, "place-booked Khác");
  cnscd_record_set (fixture->session, place, "nha van hoa");
  assert_clashes (fixture, "place-booked Khác");
  cnscd_record_set (fixture->session, place, "Nhà văn hóa cũ");
  assert_clashes (fixture, "");
}

static void
test_week (Fixture *fixture, gconstpointer data)
{
  fixture->max_per_week = 3;
  add_booking (fixture, 22, 8 * 60, "Ánh"); /* the Sunday before */
  add_booking (fixture, 23, 8 * 60, "Ánh"); /* Monday */
  add_booking (fixture, 29, 8 * 60, "Ánh"); /* Sunday */
  add_booking (fixture, 30, 8 * 60, "Ánh"); /* the Monday after */
  assert_clashes (fixture, "");
  add_booking (fixture, 25, 8 * 60, "Ánh");
  assert_clashes (fixture, "guide-busy Ánh 4");
  fixture->max_per_week = 0;
  assert_clashes (fixture, "");
}

static void
test_membership (Fixture *fixture, gconstpointer data)
{
  CnscdGuide *guide = fixture->guides->pdata[0];

  guide->valid_to = CNSCD_DATE (2026, 11, 27);
  assert_clashes (fixture, "");
  guide->valid_to = CNSCD_DATE (2026, 11, 26);
  assert_clashes (fixture, "guide-ended Ánh");
  guide->valid_to = CNSCD_DATE (2026, 0, 0); /* some day of 2026 */
  assert_clashes (fixture, "");
  guide->valid_from = CNSCD_DATE (2026, 11, 28);
  assert_clashes (fixture, "guide-ended Ánh");
}

static void
test_holiday (Fixture *fixture, gconstpointer data)
{
  g_autoptr (CnscdHoliday) off = cnscd_record_new (&CNSCD_KIND_HOLIDAY, CNSCD_PROVINCE_CODE);
  g_autoptr (CnscdHoliday) worked = cnscd_record_new (&CNSCD_KIND_HOLIDAY, "05716");

  cnscd_record_set (off, name, "Nghỉ");
  off->kind = CNSCD_HOLIDAY_KIND_DAY_OFF;
  off->first_day = CNSCD_DATE (2026, 11, 25);
  off->last_day = CNSCD_DATE (2026, 11, 27);
  cnscd_catalog_add (fixture->catalog, off);
  assert_clashes (fixture, "holiday Nghỉ");

  /* The worse comes first. */
  add_booking (fixture, 27, 19 * 60, "Ánh");
  assert_clashes (fixture, "guide-booked Ánh Khác; holiday Nghỉ");
  g_ptr_array_set_size (fixture->bookings, 0);

  cnscd_record_set (worked, name, "Làm bù");
  worked->kind = CNSCD_HOLIDAY_KIND_WORKDAY;
  worked->first_day = CNSCD_DATE (2026, 11, 27);
  worked->last_day = worked->first_day;
  cnscd_catalog_add (fixture->catalog, worked);
  assert_clashes (fixture, "");
}

static void
test_state (Fixture *fixture, gconstpointer data)
{
  add_booking (fixture, 27, 19 * 60, "Ánh");
  fixture->session->state = CNSCD_SESSION_STATE_POSTPONED;
  assert_clashes (fixture, "");
  fixture->session->state = CNSCD_SESSION_STATE_CANCELLED;
  assert_clashes (fixture, "");
  fixture->session->state = CNSCD_SESSION_STATE_HELD;
  assert_clashes (fixture, "guide-booked Ánh Khác");
}

static void
test_days (Fixture *fixture, gconstpointer data)
{
  CnscdDate from, to;

  cnscd_session_get_clash_days (fixture->session, &from, &to);
  g_assert_true (cnscd_date_equal (from, CNSCD_DATE (2026, 11, 23)));
  g_assert_true (cnscd_date_equal (to, CNSCD_DATE (2026, 11, 29)));
}

/* ---- several at once */

/* The fixture's session again, some days later. */
static CnscdPlan *
add_plan (Fixture *fixture, GPtrArray *plans, int days)
{
  g_autoptr (CnscdSession) session = cnscd_record_copy (fixture->session);
  g_autofree char *id = cnscd_uuid_new ();
  CnscdPlan *plan;

  cnscd_record_set (session, record.id, id);
  session->starts_at += days * CNSCD_MINUTES_PER_DAY;
  session->ends_at += days * CNSCD_MINUTES_PER_DAY;
  plan = cnscd_plan_new (NULL, session);
  g_ptr_array_add (plan->guides, fixture->guides->pdata[0]);
  g_ptr_array_add (plans, plan);
  return plan;
}

/* "27/11 0; 11/12 0 4": the days of those that clash, and the kinds of clashes. */
static void
assert_plans (Fixture *fixture, GPtrArray *plans, const char *expected)
{
  g_autoptr (GPtrArray) sessions =
    cnscd_plans_find_clashes (plans, fixture->bookings, fixture->catalog, fixture->max_per_week);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < sessions->len; i++)
    {
      const CnscdPlanClashes *clashing = sessions->pdata[i];
      CnscdDate day = cnscd_time_get_day (clashing->session->starts_at);

      g_string_append_printf (found, "%s%d/%d", i > 0 ? "; " : "", day.day, day.month);
      for (guint j = 0; j < clashing->clashes->len; j++)
        g_string_append_printf (found, " %d",
                                ((const CnscdClash *) clashing->clashes->pdata[j])->kind);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

/* Each of a series is looked at, on its own day. */
static void
test_plans (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_plan_free);
  g_autoptr (GPtrArray) sessions = NULL;
  CnscdBooking *booking;

  add_plan (fixture, plans, 14);
  add_plan (fixture, plans, 7);
  add_plan (fixture, plans, 0);
  assert_plans (fixture, plans, "");

  booking = add_booking (fixture, 27, 19 * 60, "Ánh");
  booking->starts_at += 7 * CNSCD_MINUTES_PER_DAY;
  booking->ends_at += 7 * CNSCD_MINUTES_PER_DAY;
  assert_plans (fixture, plans, "4/12 0");
  add_booking (fixture, 27, 19 * 60, "Ánh");
  assert_plans (fixture, plans, "27/11 0; 4/12 0");

  sessions = cnscd_plans_find_clashes (plans, fixture->bookings, fixture->catalog, 1);
  g_assert_cmpuint (sessions->len, ==, 2);
  cnscd_plan_clashes_forget (sessions, CNSCD_CLASH_GUIDE_BOOKED);
  g_assert_cmpuint (sessions->len, ==, 2);
  cnscd_plan_clashes_forget (sessions, CNSCD_CLASH_GUIDE_BUSY);
  g_assert_cmpuint (sessions->len, ==, 0);
}

/* Two that are planned at once clash with each other as well. */
static void
test_plans_together (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_plan_free);

  add_plan (fixture, plans, 0);
  add_plan (fixture, plans, 0);
  assert_plans (fixture, plans, "27/11 0 1; 27/11 0 1");
}

/* Who moves a session hears what is new, and it is no longer where it was. */
static void
test_plans_moved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) plans = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_plan_free);
  g_autoptr (CnscdSession) moved = cnscd_record_copy (fixture->session);
  CnscdPlan *plan = cnscd_plan_new (fixture->session, moved);
  CnscdBooking *itself = add_booking (fixture, 27, 19 * 60, "Ánh");

  g_set_str (&itself->session, fixture->session->record.id);
  g_ptr_array_add (plan->old_guides, fixture->guides->pdata[0]);
  g_ptr_array_add (plan->guides, fixture->guides->pdata[0]);
  g_ptr_array_add (plans, plan);
  fixture->max_per_week = 1;
  add_booking (fixture, 23, 8 * 60, "Ánh");
  moved->starts_at += 30;
  moved->ends_at += 30;
  assert_plans (fixture, plans, "");

  add_booking (fixture, 27, 20 * 60 + 45, "Ánh");
  assert_plans (fixture, plans, "27/11 0");

  /* A new guide knew of nothing. */
  g_ptr_array_set_size (plan->old_guides, 0);
  assert_plans (fixture, plans, "27/11 0 3");

  moved->state = CNSCD_SESSION_STATE_CANCELLED;
  assert_plans (fixture, plans, "");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/core/session-clash/guide", test_guide },
    { "/core/session-clash/place", test_place },
    { "/core/session-clash/week", test_week },
    { "/core/session-clash/plans", test_plans },
    { "/core/session-clash/plans-together", test_plans_together },
    { "/core/session-clash/plans-moved", test_plans_moved },
    { "/core/session-clash/membership", test_membership },
    { "/core/session-clash/holiday", test_holiday },
    { "/core/session-clash/state", test_state },
    { "/core/session-clash/days", test_days },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
