/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-agenda.h"

#include "model/cnscd-repository-sessions.h"
#include "cnscd-session-item.h"

/**
 * CnscdAgenda:
 *
 * The sessions of a range of days as a list, a section a day. Days are known
 * by their numbers of sessions; what these are is read day by day, when
 * somebody looks there. Its items are places of the list: in another month
 * they show other sessions, for a list view that gets other items makes all
 * its rows anew, which takes longer than a frame.
 */
struct _CnscdAgenda
{
  GObject parent_instance;

  CnscdRepository *repository;
  CnscdSessionCalendar *calendar;
  CnscdSessionQuery *query;
  GCancellable *cancellable;
  CnscdDate from;
  CnscdDate to;
  GPtrArray *days;  /* (element-type Day) */
  GArray *in_place; /* (element-type Place): by position; the items that somebody has */
};

static void cnscd_agenda_list_model_init (GListModelInterface *iface);
static void cnscd_agenda_section_model_init (GtkSectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CnscdAgenda,
                               cnscd_agenda,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      cnscd_agenda_list_model_init)
                                 G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL,
                                                        cnscd_agenda_section_model_init))

typedef struct
{
  CnscdSessionDay *sessions;
  guint start;       /* position of its first session */
  GPtrArray *listed; /* (nullable) (element-type CnscdSessionSummary): all of them, once read */
  gboolean loading;
} Day;

typedef struct
{
  guint position;
  CnscdSessionItem *item; /* (unowned) */
} Place;

typedef struct
{
  CnscdAgenda *agenda;
  CnscdSessionDay *sessions;
} Request;

static void
day_free (gpointer data)
{
  Day *day = data;

  cnscd_session_day_unref (day->sessions);
  g_clear_pointer (&day->listed, g_ptr_array_unref);
  g_free (day);
}

static guint
count_items (CnscdAgenda *self)
{
  const Day *last = self->days->len > 0 ? self->days->pdata[self->days->len - 1] : NULL;

  return last != NULL ? last->start + last->sessions->n_sessions : 0;
}

static Day *
find_day_at (CnscdAgenda *self, guint position)
{
  guint low = 0;
  guint high = self->days->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      Day *day = self->days->pdata[middle];

      if (position < day->start)
        high = middle;
      else if (position >= day->start + day->sessions->n_sessions)
        low = middle + 1;
      else
        return day;
    }

  return NULL;
}

/* Of the first item in place at @position or after it. */
static guint
find_place (CnscdAgenda *self, guint position)
{
  guint low = 0;
  guint high = self->in_place->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->in_place, Place, middle).position < position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
item_gone_cb (gpointer data, GObject *item)
{
  CnscdAgenda *self = data;

  for (guint i = 0; i < self->in_place->len; i++)
    if ((GObject *) g_array_index (self->in_place, Place, i).item == item)
      {
        g_array_remove_index (self->in_place, i);
        return;
      }
}

static void
forget_places (CnscdAgenda *self, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    g_object_weak_unref (G_OBJECT (g_array_index (self->in_place, Place, i).item), item_gone_cb,
                         self);
  g_array_remove_range (self->in_place, first, end - first);
}

static const CnscdSessionSummary *
find_session (const Day *day, guint position)
{
  const GPtrArray *known = day->listed != NULL ? day->listed : day->sessions->first;
  guint index = position - day->start;

  return index < known->len ? known->pdata[index] : NULL;
}

static void load_day (CnscdAgenda *self, Day *day);

/* A day that is read again shows what it was until then. */
static void
fill_place (CnscdAgenda *self, const Place *place)
{
  Day *day = find_day_at (self, place->position);
  const CnscdSessionSummary *session = find_session (day, place->position);

  if (session == NULL)
    load_day (self, day);
  if (session != NULL ||
      !cnscd_date_equal (day->sessions->day, cnscd_session_item_get_day (place->item)))
    cnscd_session_item_set (place->item, day->sessions->day, session);
}

static void
fill_places (CnscdAgenda *self, guint position, guint n)
{
  for (guint i = find_place (self, position); i < self->in_place->len; i++)
    {
      const Place *place = &g_array_index (self->in_place, Place, i);

      if (place->position >= position + n)
        break;
      fill_place (self, place);
    }
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Request *request = user_data;
  g_autoptr (CnscdAgenda) self = request->agenda;
  g_autoptr (CnscdSessionDay) sessions = request->sessions;
  g_autoptr (GPtrArray) listed =
    cnscd_repository_list_sessions_finish (CNSCD_REPOSITORY (source), result, NULL);

  /* What could not be read is told by the calendar, which reads the same. */
  for (guint i = 0; listed != NULL && i < self->days->len; i++)
    {
      Day *day = self->days->pdata[i];

      if (day->sessions != sessions || day->listed != NULL)
        continue;

      day->listed = g_ptr_array_ref (listed);
      fill_places (self, day->start, MIN (listed->len, day->sessions->n_sessions));
    }
}

/* What the calendar does not know: the sessions after the first. */
static void
load_day (CnscdAgenda *self, Day *day)
{
  CnscdSessionQuery query = *self->query;
  Request *request;

  if (day->loading)
    return;

  day->loading = TRUE;
  request = g_new (Request, 1);
  *request =
    (Request) { .agenda = g_object_ref (self), .sessions = cnscd_session_day_ref (day->sessions) };
  query.from = query.to = day->sessions->day;
  cnscd_repository_list_sessions_async (self->repository, &query, self->cancellable, listed_cb,
                                        request);
}

static GPtrArray *
collect_days (CnscdAgenda *self)
{
  GPtrArray *days = g_ptr_array_new_with_free_func (day_free);
  guint start = 0;

  for (CnscdDate date = self->from;
       cnscd_date_is_full (date) && cnscd_date_compare (date, self->to) <= 0;
       date = cnscd_date_add_days (date, 1))
    {
      const CnscdSessionDay *sessions = cnscd_session_calendar_get_day (self->calendar, date);
      Day *day;

      if (sessions == NULL)
        continue;

      day = g_new0 (Day, 1);
      day->sessions = cnscd_session_day_ref ((CnscdSessionDay *) sessions);
      day->start = start;
      start += sessions->n_sessions;
      g_ptr_array_add (days, day);
    }

  return days;
}

static gboolean
is_alike (const Day *a, const Day *b)
{
  return cnscd_date_equal (a->sessions->day, b->sessions->day) &&
         a->sessions->n_sessions == b->sessions->n_sessions;
}

/* What has been read of it, unless it may be another. */
static void
keep_sessions (const Day *old, Day *day)
{
  if (old->sessions != day->sessions)
    return;

  day->listed = old->listed != NULL ? g_ptr_array_ref (old->listed) : NULL;
  day->loading = old->loading;
}

static guint
sum_up (GPtrArray *days, guint from, guint to)
{
  guint n = 0;

  for (guint i = from; i < to; i++)
    n += ((Day *) days->pdata[i])->sessions->n_sessions;
  return n;
}

/* The items at @position that were removed are gone; those behind them are elsewhere. */
static void
move_places (CnscdAgenda *self, guint position, guint n_removed, guint n_added)
{
  guint first = find_place (self, position);

  forget_places (self, first, find_place (self, position + n_removed));
  for (guint i = first; i < self->in_place->len; i++)
    {
      Place *place = &g_array_index (self->in_place, Place, i);

      place->position = place->position - n_removed + n_added;
    }
}

/* Days that are as long as they were stay where they are. Between them, the items stay as far as
 * there are as many, and show other sessions. */
static void
refresh (CnscdAgenda *self)
{
  g_autoptr (GPtrArray) old = self->days;
  GPtrArray *days;
  guint before = 0;
  guint after = 0;
  guint position, n_removed, n_added, n_same;

  self->days = days = collect_days (self);
  while (before < MIN (old->len, days->len) && is_alike (old->pdata[before], days->pdata[before]))
    {
      keep_sessions (old->pdata[before], days->pdata[before]);
      before++;
    }
  while (after < MIN (old->len, days->len) - before &&
         is_alike (old->pdata[old->len - 1 - after], days->pdata[days->len - 1 - after]))
    {
      keep_sessions (old->pdata[old->len - 1 - after], days->pdata[days->len - 1 - after]);
      after++;
    }

  position = sum_up (days, 0, before);
  n_removed = sum_up (old, before, old->len - after);
  n_added = sum_up (days, before, days->len - after);
  n_same = MIN (n_removed, n_added);
  move_places (self, position + n_same, n_removed - n_same, n_added - n_same);
  fill_places (self, 0, count_items (self));
  if (n_removed != n_added)
    g_list_model_items_changed (G_LIST_MODEL (self), position + n_same, n_removed - n_same,
                                n_added - n_same);
  if (n_same > 0)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), position, n_added);
}

static GType
cnscd_agenda_get_item_type (GListModel *model)
{
  return CNSCD_TYPE_SESSION_ITEM;
}

static guint
cnscd_agenda_get_n_items (GListModel *model)
{
  return count_items (CNSCD_AGENDA (model));
}

static gpointer
cnscd_agenda_get_item (GListModel *model, guint position)
{
  CnscdAgenda *self = CNSCD_AGENDA (model);
  guint index = find_place (self, position);
  Place place;

  if (position >= count_items (self))
    return NULL;

  if (index < self->in_place->len)
    {
      place = g_array_index (self->in_place, Place, index);
      if (place.position == position)
        return g_object_ref (place.item);
    }

  place = (Place) { .position = position, .item = cnscd_session_item_new () };
  g_object_weak_ref (G_OBJECT (place.item), item_gone_cb, self);
  g_array_insert_val (self->in_place, index, place);
  fill_place (self, &place);
  return place.item;
}

static void
cnscd_agenda_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = cnscd_agenda_get_item_type;
  iface->get_n_items = cnscd_agenda_get_n_items;
  iface->get_item = cnscd_agenda_get_item;
}

static void
cnscd_agenda_get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  CnscdAgenda *self = CNSCD_AGENDA (model);
  const Day *day = find_day_at (self, position);

  *start = day != NULL ? day->start : count_items (self);
  *end = day != NULL ? day->start + day->sessions->n_sessions : G_MAXUINT;
}

static void
cnscd_agenda_section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = cnscd_agenda_get_section;
}

static void
cnscd_agenda_dispose (GObject *object)
{
  CnscdAgenda *self = CNSCD_AGENDA (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->calendar);
  g_clear_object (&self->repository);

  G_OBJECT_CLASS (cnscd_agenda_parent_class)->dispose (object);
}

static void
cnscd_agenda_finalize (GObject *object)
{
  CnscdAgenda *self = CNSCD_AGENDA (object);

  forget_places (self, 0, self->in_place->len);
  g_array_unref (self->in_place);
  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->days);
  cnscd_session_query_free (self->query);

  G_OBJECT_CLASS (cnscd_agenda_parent_class)->finalize (object);
}

static void
cnscd_agenda_class_init (CnscdAgendaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = cnscd_agenda_dispose;
  object_class->finalize = cnscd_agenda_finalize;
}

static void
cnscd_agenda_init (CnscdAgenda *self)
{
  const CnscdSessionQuery all = CNSCD_SESSION_QUERY_ALL;

  self->cancellable = g_cancellable_new ();
  self->days = g_ptr_array_new_with_free_func (day_free);
  self->in_place = g_array_new (FALSE, FALSE, sizeof (Place));
  self->query = cnscd_session_query_copy (&all);
}

/**
 * cnscd_agenda_new:
 * @repository: an open repository
 * @calendar: what it lists
 *
 * Returns: (transfer full): a list of no days yet
 */
CnscdAgenda *
cnscd_agenda_new (CnscdRepository *repository, CnscdSessionCalendar *calendar)
{
  CnscdAgenda *self = g_object_new (CNSCD_TYPE_AGENDA, NULL);

  self->repository = g_object_ref (repository);
  self->calendar = g_object_ref (calendar);
  g_signal_connect_object (calendar, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * cnscd_agenda_set_query:
 * @self: a list
 * @query: that of its calendar; copied
 */
void
cnscd_agenda_set_query (CnscdAgenda *self, const CnscdSessionQuery *query)
{
  g_return_if_fail (CNSCD_IS_AGENDA (self));

  cnscd_session_query_free (self->query);
  self->query = cnscd_session_query_copy (query);
  refresh (self);
}

/**
 * cnscd_agenda_set_range:
 * @self: a list
 * @from: the first day
 * @to: the last day
 */
void
cnscd_agenda_set_range (CnscdAgenda *self, CnscdDate from, CnscdDate to)
{
  g_return_if_fail (CNSCD_IS_AGENDA (self));

  if (cnscd_date_equal (self->from, from) && cnscd_date_equal (self->to, to))
    return;

  self->from = from;
  self->to = to;
  refresh (self);
}

/**
 * cnscd_agenda_find_day:
 * @self: a list
 * @day: a day
 *
 * Returns: position of its first session, or of the first one after it, or of the last one
 */
guint
cnscd_agenda_find_day (CnscdAgenda *self, CnscdDate day)
{
  guint n_items;

  g_return_val_if_fail (CNSCD_IS_AGENDA (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < self->days->len; i++)
    {
      const Day *at = self->days->pdata[i];

      if (cnscd_date_compare (at->sessions->day, day) >= 0)
        return at->start;
    }

  n_items = count_items (self);
  return n_items > 0 ? n_items - 1 : GTK_INVALID_LIST_POSITION;
}
