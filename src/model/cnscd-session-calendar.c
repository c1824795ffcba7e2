/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-calendar.h"

#include "cnscd-repository-schedule.h"

/* Enough to go to and fro; a year of months at the most. */
#define MAX_SPANS 14

#define MONTHS_PER_YEAR 12
#define DAYS_PER_WEEK   7
/* Day 0 is a Thursday. */
#define MONDAY_OF_EPOCH (-3)

/**
 * CnscdSessionCalendar:
 *
 * The days of a calendar with their sessions, read by months or weeks: what is
 * shown first, its neighbours after it, so that they are there when somebody
 * turns the page. Follows the database.
 */
struct _CnscdSessionCalendar
{
  GObject parent_instance;

  CnscdRepository *repository;
  CnscdCalendarSpan span;
  guint max_per_day;
  CnscdSessionQuery *query;

  GCancellable *cancellable; /* of what is being read */
  GHashTable *spans;         /* number → Span */
  CnscdDate from;            /* what is shown */
  CnscdDate to;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdSessionCalendar, cnscd_session_calendar, G_TYPE_OBJECT)

typedef struct
{
  gboolean loading;
  gboolean outdated;
  GHashTable *days; /* (nullable): number of the day → CnscdSessionDay; NULL while not read */
} Span;

typedef struct
{
  CnscdSessionCalendar *calendar;
  gint64 number;
} Request;

static void
span_free (gpointer data)
{
  Span *span = data;

  g_clear_pointer (&span->days, g_hash_table_unref);
  g_free (span);
}

static gint64
divide_down (gint64 n, gint64 by)
{
  return n >= 0 ? n / by : -((by - 1 - n) / by);
}

static gint64
get_number (CnscdSessionCalendar *self, CnscdDate day)
{
  if (self->span == CNSCD_CALENDAR_SPAN_WEEK)
    return divide_down (cnscd_date_to_days (day) - MONDAY_OF_EPOCH, DAYS_PER_WEEK);

  return (gint64) day.year * MONTHS_PER_YEAR + day.month - 1;
}

static CnscdDate
get_first_day (CnscdSessionCalendar *self, gint64 number)
{
  if (self->span == CNSCD_CALENDAR_SPAN_WEEK)
    return cnscd_date_from_days (number * DAYS_PER_WEEK + MONDAY_OF_EPOCH);

  return CNSCD_DATE ((guint16) (number / MONTHS_PER_YEAR), (guint8) (number % MONTHS_PER_YEAR + 1),
                     1);
}

static gpointer
get_day_key (CnscdDate day)
{
  return GINT_TO_POINTER ((gint) cnscd_date_to_days (day));
}

static Span *
find_span (CnscdSessionCalendar *self, gint64 number)
{
  return g_hash_table_lookup (self->spans, &number);
}

static void load_next (CnscdSessionCalendar *self);

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Request *request = user_data;
  g_autoptr (CnscdSessionCalendar) self = request->calendar;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) days =
    cnscd_repository_list_session_days_finish (CNSCD_REPOSITORY (source), result, &error);
  Span *span;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  span = find_span (self, request->number);
  if (span == NULL)
    return;

  span->loading = FALSE;
  if (days == NULL)
    {
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
      return;
    }

  g_clear_pointer (&span->days, g_hash_table_unref);
  span->days = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) cnscd_session_day_unref);
  for (guint i = 0; i < days->len; i++)
    {
      CnscdSessionDay *day = days->pdata[i];

      g_hash_table_insert (span->days, get_day_key (day->day), cnscd_session_day_ref (day));
    }

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  load_next (self);
}

static void
load (CnscdSessionCalendar *self, gint64 number)
{
  CnscdSessionQuery query = *self->query;
  Span *span = find_span (self, number);
  Request *request;

  if (span == NULL)
    {
      span = g_new0 (Span, 1);
      g_hash_table_insert (self->spans, g_memdup2 (&number, sizeof number), span);
    }

  span->loading = TRUE;
  span->outdated = FALSE;
  query.from = get_first_day (self, number);
  query.to = cnscd_date_add_days (get_first_day (self, number + 1), -1);
  query.limit = self->max_per_day;
  request = g_new (Request, 1);
  *request = (Request) { .calendar = g_object_ref (self), .number = number };
  cnscd_repository_list_session_days_async (self->repository, &query, self->cancellable, loaded_cb,
                                            request);
}

static gboolean
needs_loading (CnscdSessionCalendar *self, gint64 number)
{
  Span *span = find_span (self, number);

  return span == NULL || (!span->loading && (span->days == NULL || span->outdated));
}

/* All that is shown at once; a neighbour when nothing else is being read. */
static void
load_next (CnscdSessionCalendar *self)
{
  gint64 first, last;
  GHashTableIter iter;
  gpointer value;

  if (!cnscd_date_is_full (self->from))
    return;

  first = get_number (self, self->from);
  last = get_number (self, self->to);
  for (gint64 number = first; number <= last; number++)
    if (needs_loading (self, number))
      load (self, number);

  g_hash_table_iter_init (&iter, self->spans);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((Span *) value)->loading)
      return;

  if (needs_loading (self, last + 1))
    load (self, last + 1);
  else if (needs_loading (self, first - 1))
    load (self, first - 1);
}

/* What is far from what is shown is not kept. */
static void
drop_far (CnscdSessionCalendar *self)
{
  gint64 middle = get_number (self, self->from);
  GHashTableIter iter;
  gpointer key, value;

  if (g_hash_table_size (self->spans) <= MAX_SPANS)
    return;

  g_hash_table_iter_init (&iter, self->spans);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (ABS (*(gint64 *) key - middle) > MAX_SPANS / 2 - 1)
      g_hash_table_iter_remove (&iter);
}

static void
drop_requests (CnscdSessionCalendar *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
}

/* What is shown stays until the new is there; the rest is read when it is wanted. */
static void
changed_cb (CnscdSessionCalendar *self)
{
  GHashTableIter iter;
  gpointer value;

  drop_requests (self);
  g_hash_table_iter_init (&iter, self->spans);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Span *span = value;

      span->loading = FALSE;
      span->outdated = TRUE;
    }
  load_next (self);
}

static void
cnscd_session_calendar_dispose (GObject *object)
{
  CnscdSessionCalendar *self = CNSCD_SESSION_CALENDAR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->repository);

  G_OBJECT_CLASS (cnscd_session_calendar_parent_class)->dispose (object);
}

static void
cnscd_session_calendar_finalize (GObject *object)
{
  CnscdSessionCalendar *self = CNSCD_SESSION_CALENDAR (object);

  g_object_unref (self->cancellable);
  g_hash_table_unref (self->spans);
  cnscd_session_query_free (self->query);

  G_OBJECT_CLASS (cnscd_session_calendar_parent_class)->finalize (object);
}

static void
cnscd_session_calendar_class_init (CnscdSessionCalendarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cnscd_session_calendar_dispose;
  object_class->finalize = cnscd_session_calendar_finalize;

  /**
   * CnscdSessionCalendar::changed:
   *
   * Days have been read.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * CnscdSessionCalendar::failed:
   * @error: why
   *
   * Days could not be read.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
cnscd_session_calendar_init (CnscdSessionCalendar *self)
{
  const CnscdSessionQuery all = CNSCD_SESSION_QUERY_ALL;

  self->cancellable = g_cancellable_new ();
  self->spans = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, span_free);
  self->query = cnscd_session_query_copy (&all);
}

/**
 * cnscd_session_calendar_new:
 * @repository: an open repository
 * @span: what is read at a time
 * @max_per_day: how many sessions of a day are read at the most
 *
 * Returns: (transfer full): a calendar that shows nothing yet
 */
CnscdSessionCalendar *
cnscd_session_calendar_new (CnscdRepository *repository, CnscdCalendarSpan span, guint max_per_day)
{
  CnscdSessionCalendar *self = g_object_new (CNSCD_TYPE_SESSION_CALENDAR, NULL);

  self->repository = g_object_ref (repository);
  self->span = span;
  self->max_per_day = max_per_day;
  g_signal_connect_object (repository, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * cnscd_session_calendar_set_query:
 * @self: a calendar
 * @query: which sessions, on whatever day; copied
 */
void
cnscd_session_calendar_set_query (CnscdSessionCalendar *self, const CnscdSessionQuery *query)
{
  g_return_if_fail (CNSCD_IS_SESSION_CALENDAR (self));

  drop_requests (self);
  g_hash_table_remove_all (self->spans);
  cnscd_session_query_free (self->query);
  self->query = cnscd_session_query_copy (query);
  load_next (self);
}

/**
 * cnscd_session_calendar_show:
 * @self: a calendar
 * @from: the first day that is shown
 * @to: the last one
 *
 * Reads these days, unless they are there, and then what comes after and before.
 */
void
cnscd_session_calendar_show (CnscdSessionCalendar *self, CnscdDate from, CnscdDate to)
{
  g_return_if_fail (CNSCD_IS_SESSION_CALENDAR (self));
  g_return_if_fail (cnscd_date_is_full (from) && cnscd_date_is_full (to));

  self->from = from;
  self->to = to;
  drop_far (self);
  load_next (self);
}

/**
 * cnscd_session_calendar_get_day:
 * @self: a calendar
 * @day: a day
 *
 * Returns: (nullable) (transfer none): its sessions; %NULL when there are none, or not read yet
 */
const CnscdSessionDay *
cnscd_session_calendar_get_day (CnscdSessionCalendar *self, CnscdDate day)
{
  Span *span;

  g_return_val_if_fail (CNSCD_IS_SESSION_CALENDAR (self), NULL);

  span = find_span (self, get_number (self, day));
  return span != NULL && span->days != NULL ? g_hash_table_lookup (span->days, get_day_key (day))
                                            : NULL;
}

/**
 * cnscd_session_calendar_count:
 * @self: a calendar
 * @from: a day
 * @to: a later one, or the same
 *
 * Returns: how many sessions there are from @from to @to, as far as they are read
 */
guint
cnscd_session_calendar_count (CnscdSessionCalendar *self, CnscdDate from, CnscdDate to)
{
  guint n = 0;

  for (CnscdDate day = from; cnscd_date_is_full (day) && cnscd_date_compare (day, to) <= 0;
       day = cnscd_date_add_days (day, 1))
    {
      const CnscdSessionDay *found = cnscd_session_calendar_get_day (self, day);

      n += found != NULL ? found->n_sessions : 0;
    }
  return n;
}

/**
 * cnscd_session_calendar_is_loaded:
 * @self: a calendar
 * @from: a day
 * @to: a later one, or the same
 *
 * Returns: whether all days from @from to @to have been read
 */
gboolean
cnscd_session_calendar_is_loaded (CnscdSessionCalendar *self, CnscdDate from, CnscdDate to)
{
  g_return_val_if_fail (CNSCD_IS_SESSION_CALENDAR (self), FALSE);

  for (gint64 number = get_number (self, from); number <= get_number (self, to); number++)
    {
      Span *span = find_span (self, number);

      if (span == NULL || span->days == NULL || span->outdated || span->loading)
        return FALSE;
    }
  return TRUE;
}
