/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-agenda.h"

#include "model/cnscd-repository-sessions.h"
#include "cnscd-session-item.h"

/**
 * CnscdAgenda:
 *
 * The sessions of a range of days as a list, a section a day. Days are known
 * by their numbers of sessions; what these are is read day by day, when
 * somebody looks there.
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
  GPtrArray *days; /* (element-type Day) */
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
  guint start;      /* position of its first session */
  GPtrArray *items; /* (nullable) (element-type CnscdSessionItem): once somebody looks there */
} Day;

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
  g_clear_pointer (&day->items, g_ptr_array_unref);
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

static void
put_sessions (Day *day, GPtrArray *sessions)
{
  for (guint i = 0; i < MIN (sessions->len, day->items->len); i++)
    cnscd_session_item_set_session (day->items->pdata[i], sessions->pdata[i]);
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

      if (day->sessions == sessions && day->items != NULL)
        put_sessions (day, listed);
    }
}

/* What the calendar does not know: the sessions after the first. */
static void
load_day (CnscdAgenda *self, Day *day)
{
  CnscdSessionQuery query = *self->query;
  Request *request = g_new (Request, 1);

  put_sessions (day, day->sessions->first);
  if (day->sessions->first->len >= day->sessions->n_sessions)
    {
      g_free (request);
      return;
    }

  *request =
    (Request) { .agenda = g_object_ref (self), .sessions = cnscd_session_day_ref (day->sessions) };
  query.from = query.to = day->sessions->day;
  cnscd_repository_list_sessions_async (self->repository, &query, self->cancellable, listed_cb,
                                        request);
}

static void
need_items (CnscdAgenda *self, Day *day)
{
  if (day->items != NULL)
    return;

  day->items = g_ptr_array_new_full (day->sessions->n_sessions, g_object_unref);
  for (guint i = 0; i < day->sessions->n_sessions; i++)
    g_ptr_array_add (day->items, cnscd_session_item_new (day->sessions->day));
  load_day (self, day);
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

/* The items stay, so that nothing jumps where nothing is different. */
static void
keep_items (CnscdAgenda *self, Day *old, Day *day)
{
  gboolean same = old->sessions == day->sessions;

  day->items = g_steal_pointer (&old->items);
  if (day->items != NULL && !same)
    load_day (self, day);
}

static guint
sum_up (GPtrArray *days, guint from, guint to)
{
  guint n = 0;

  for (guint i = from; i < to; i++)
    n += ((Day *) days->pdata[i])->sessions->n_sessions;
  return n;
}

static void
refresh (CnscdAgenda *self)
{
  g_autoptr (GPtrArray) old = self->days;
  GPtrArray *days;
  guint before = 0;
  guint after = 0;
  guint position, n_removed, n_added;

  self->days = days = collect_days (self);
  while (before < MIN (old->len, days->len) && is_alike (old->pdata[before], days->pdata[before]))
    {
      keep_items (self, old->pdata[before], days->pdata[before]);
      before++;
    }
  while (after < MIN (old->len, days->len) - before &&
         is_alike (old->pdata[old->len - 1 - after], days->pdata[days->len - 1 - after]))
    {
      keep_items (self, old->pdata[old->len - 1 - after], days->pdata[days->len - 1 - after]);
      after++;
    }

  position = sum_up (days, 0, before);
  n_removed = sum_up (old, before, old->len - after);
  n_added = sum_up (days, before, days->len - after);
  if (n_removed > 0 || n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
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
  Day *day = find_day_at (self, position);

  if (day == NULL)
    return NULL;

  need_items (self, day);
  return g_object_ref (day->items->pdata[position - day->start]);
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
