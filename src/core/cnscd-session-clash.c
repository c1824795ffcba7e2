/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-clash.h"

#include <glib/gi18n-lib.h>

#include "cnscd-number.h"
#include "cnscd-text.h"

/**
 * cnscd_guide_new: (skip)
 *
 * Returns: (transfer full): a guide of whom nothing is known yet
 */
CnscdGuide *
cnscd_guide_new (void)
{
  return g_new0 (CnscdGuide, 1);
}

/**
 * cnscd_guide_free: (skip)
 * @guide: (transfer full): a guide
 */
void
cnscd_guide_free (CnscdGuide *guide)
{
  g_free (guide->membership);
  g_free (guide->person);
  g_free (guide->full_name);
  g_free (guide);
}

/**
 * cnscd_booking_new: (skip)
 *
 * Returns: (transfer full): a booking of nothing yet
 */
CnscdBooking *
cnscd_booking_new (void)
{
  CnscdBooking *booking = g_new0 (CnscdBooking, 1);

  booking->people = g_ptr_array_new_with_free_func (g_free);
  return booking;
}

/**
 * cnscd_booking_free: (skip)
 * @booking: (transfer full): a booking
 */
void
cnscd_booking_free (CnscdBooking *booking)
{
  g_free (booking->session);
  g_free (booking->title);
  g_free (booking->place);
  g_free (booking->hamlet);
  g_ptr_array_unref (booking->people);
  g_free (booking);
}

/**
 * cnscd_clash_free: (skip)
 * @clash: (transfer full): a clash
 */
void
cnscd_clash_free (CnscdClash *clash)
{
  g_free (clash->who);
  g_free (clash->other);
  g_free (clash);
}

/* With the day only where it is not the one that is spoken of. */
static char *
dup_time (const CnscdClash *clash, CnscdDate day)
{
  g_autofree char *clock = cnscd_time_format_span (clash->starts_at, clash->ends_at);
  CnscdDate other = cnscd_time_get_day (clash->starts_at);
  g_autofree char *date = NULL;

  if (cnscd_date_equal (other, day))
    return g_steal_pointer (&clock);

  date = cnscd_date_format (other);
  return g_strdup_printf ("%s, %s", clock, date);
}

/**
 * cnscd_clash_dup_words: (skip)
 * @clash: what stands in a session's way
 * @day: the day of that session
 * @max_per_week: how many sessions a week a guide should have at most
 *
 * Returns: (transfer full): a sentence that says it
 */
char *
cnscd_clash_dup_words (const CnscdClash *clash, CnscdDate day, guint max_per_week)
{
  g_autofree char *when = NULL;
  g_autofree char *number = NULL;
  g_autofree char *sessions = NULL;
  g_autofree char *most = NULL;

  switch (clash->kind)
    {
    case CNSCD_CLASH_GUIDE_BOOKED:
      when = dup_time (clash, day);
      /* Translators: a person, the title of another session, its time, perhaps its day */
      return g_strdup_printf (_ ("%1$s guides “%2$s” at that time (%3$s)"), clash->who,
                              clash->other, when);
    case CNSCD_CLASH_PLACE_BOOKED:
      when = dup_time (clash, day);
      /* Translators: the title of another session, its time, perhaps its day */
      return g_strdup_printf (_ ("“%1$s” is at this place at that time (%2$s)"), clash->other,
                              when);
    case CNSCD_CLASH_GUIDE_ENDED:
      /* Translators: a person */
      return g_strdup_printf (_ ("%s is not a team member on that day"), clash->who);
    case CNSCD_CLASH_GUIDE_BUSY:
      number = cnscd_number_format (clash->n);
      /* Translators: %s is a number */
      sessions = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s session", "%s sessions", clash->n), number);
      most = cnscd_number_format (max_per_week);
      /* Translators: a person, "4 sessions", the number that is the most */
      return g_strdup_printf (_ ("%1$s has %2$s that week, more than the limit of %3$s"),
                              clash->who, sessions, most);
    case CNSCD_CLASH_HOLIDAY:
    default:
      /* Translators: a holiday */
      return g_strdup_printf (_ ("The day is a holiday: %s"), clash->other);
    }
}

static CnscdClash *
add_clash (GPtrArray *clashes, CnscdClashKind kind, const char *who, const char *other)
{
  CnscdClash *clash = g_new0 (CnscdClash, 1);

  clash->kind = kind;
  clash->who = g_strdup (who);
  clash->other = g_strdup (other);
  clash->starts_at = CNSCD_TIME_UNKNOWN;
  clash->ends_at = CNSCD_TIME_UNKNOWN;
  g_ptr_array_add (clashes, clash);

  return clash;
}

static void
add_double (GPtrArray *clashes, CnscdClashKind kind, const char *who, const CnscdBooking *booking)
{
  CnscdClash *clash = add_clash (clashes, kind, who, booking->title);

  clash->starts_at = booking->starts_at;
  clash->ends_at = booking->ends_at;
}

/* One that ends when the other begins is in nobody's way. */
static gboolean
overlaps (const CnscdSession *session, const CnscdBooking *booking)
{
  return session->starts_at < booking->ends_at && booking->starts_at < session->ends_at;
}

static gboolean
is_guided_by (const CnscdBooking *booking, const char *person)
{
  for (guint i = 0; i < booking->people->len; i++)
    {
      if (g_str_equal (booking->people->pdata[i], person))
        return TRUE;
    }

  return FALSE;
}

/* "Nhà văn hóa" is another place in another hamlet; where the hamlet of one is not known, the name
 * counts. */
static gboolean
is_same_place (const CnscdSession *session, const CnscdBooking *booking)
{
  g_autofree char *place = NULL;
  g_autofree char *other = NULL;

  if (session->place == NULL || booking->place == NULL ||
      (session->hamlet != NULL && booking->hamlet != NULL &&
       !g_str_equal (session->hamlet, booking->hamlet)))
    return FALSE;

  place = cnscd_text_search_key (session->place);
  other = cnscd_text_search_key (booking->place);
  return g_strcmp0 (place, other) == 0;
}

static CnscdTime
get_monday (CnscdTime time)
{
  CnscdDate day = cnscd_time_get_day (time);

  return cnscd_time_new (day, 0) -
         (CnscdTime) (cnscd_date_get_weekday (day) - 1) * CNSCD_MINUTES_PER_DAY;
}

static guint
count_in_week (const CnscdSession *session, const CnscdGuide *guide, GPtrArray *bookings)
{
  CnscdTime monday = get_monday (session->starts_at);
  guint n = 1;

  for (guint i = 0; i < bookings->len; i++)
    {
      const CnscdBooking *booking = bookings->pdata[i];

      n += !g_str_equal (booking->session, session->record.id) && booking->starts_at >= monday &&
           booking->starts_at < monday + CNSCD_MINUTES_PER_WEEK &&
           is_guided_by (booking, guide->person);
    }

  return n;
}

static gboolean
is_member_on (const CnscdGuide *guide, CnscdDate day)
{
  return !cnscd_date_is_over (guide->valid_to, day) &&
         (!cnscd_date_is_known (guide->valid_from) ||
          cnscd_date_compare (guide->valid_from, day) <= 0);
}

static void
find_doubles (const CnscdSession *session,
              GPtrArray *guides,
              GPtrArray *bookings,
              GPtrArray *clashes)
{
  for (guint i = 0; i < bookings->len; i++)
    {
      const CnscdBooking *booking = bookings->pdata[i];

      if (g_str_equal (booking->session, session->record.id) || !overlaps (session, booking))
        continue;

      for (guint g = 0; g < guides->len; g++)
        {
          const CnscdGuide *guide = guides->pdata[g];

          if (is_guided_by (booking, guide->person))
            add_double (clashes, CNSCD_CLASH_GUIDE_BOOKED, guide->full_name, booking);
        }
      if (is_same_place (session, booking))
        add_double (clashes, CNSCD_CLASH_PLACE_BOOKED, NULL, booking);
    }
}

static void
find_guides_in_trouble (const CnscdSession *session,
                        GPtrArray *guides,
                        GPtrArray *bookings,
                        guint max_per_week,
                        GPtrArray *clashes)
{
  CnscdDate day = cnscd_time_get_day (session->starts_at);

  for (guint g = 0; g < guides->len; g++)
    {
      const CnscdGuide *guide = guides->pdata[g];
      guint n = count_in_week (session, guide, bookings);

      if (!is_member_on (guide, day))
        add_clash (clashes, CNSCD_CLASH_GUIDE_ENDED, guide->full_name, NULL);
      if (max_per_week > 0 && n > max_per_week)
        add_clash (clashes, CNSCD_CLASH_GUIDE_BUSY, guide->full_name, NULL)->n = n;
    }
}

static int
compare_clashes (gconstpointer a, gconstpointer b)
{
  const CnscdClash *one = a;
  const CnscdClash *other = b;

  return (one->kind > other->kind) - (one->kind < other->kind);
}

/**
 * cnscd_session_find_clashes: (skip)
 * @session: a session as it shall be saved
 * @guides: (element-type CnscdGuide): who guides it
 * @bookings: (element-type CnscdBooking): the other sessions of the days that
 *   cnscd_session_get_clash_days() gives; @session itself may be among them
 * @catalog: with the holidays
 * @max_per_week: how many sessions a week a guide should have at most; 0 for no bound
 *
 * Names what stands in a session's way, before it is saved. One that is
 * postponed or cancelled is in nobody's.
 *
 * Returns: (transfer full) (element-type CnscdClash): the clashes, the worst first
 */
GPtrArray *
cnscd_session_find_clashes (const CnscdSession *session,
                            GPtrArray *guides,
                            GPtrArray *bookings,
                            const CnscdCatalog *catalog,
                            guint max_per_week)
{
  GPtrArray *clashes = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_clash_free);
  const CnscdHoliday *holiday;

  g_return_val_if_fail (session != NULL && guides != NULL && bookings != NULL && catalog != NULL,
                        clashes);

  if (!cnscd_time_is_valid (session->starts_at) || !cnscd_time_is_valid (session->ends_at) ||
      session->state == CNSCD_SESSION_STATE_POSTPONED ||
      session->state == CNSCD_SESSION_STATE_CANCELLED)
    return clashes;

  find_doubles (session, guides, bookings, clashes);
  find_guides_in_trouble (session, guides, bookings, max_per_week, clashes);

  holiday = cnscd_catalog_find_holiday (catalog, cnscd_time_get_day (session->starts_at));
  if (holiday != NULL && holiday->kind != CNSCD_HOLIDAY_KIND_WORKDAY)
    add_clash (clashes, CNSCD_CLASH_HOLIDAY, NULL, holiday->name);

  g_ptr_array_sort_values (clashes, compare_clashes);
  return clashes;
}

/**
 * cnscd_session_get_clash_days: (skip)
 * @session: a session with a valid start
 * @from: (out): the first day of which other sessions matter: the Monday of its week
 * @to: (out): the last one: the Sunday
 */
void
cnscd_session_get_clash_days (const CnscdSession *session, CnscdDate *from, CnscdDate *to)
{
  CnscdTime monday;

  g_return_if_fail (session != NULL && cnscd_time_is_valid (session->starts_at));

  monday = get_monday (session->starts_at);
  *from = cnscd_time_get_day (monday);
  *to = cnscd_time_get_day (monday + CNSCD_MINUTES_PER_WEEK - 1);
}
