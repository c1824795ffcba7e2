/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-series-edit.h"

#include <glib/gi18n-lib.h>

#include "cnscd-session-merge.h"

static const CnscdDate LAST_DAY = { 9999, 12, 31 };

/*
 * An edit of several sessions of a series.
 *
 * view: the series as it was seen
 * from: the first day of the rule that the edit is about
 * before, after: the session that was edited
 * shift: by how many days it moved, 0 where the others do not follow
 * old_days: the set of days that the rule gave until now
 * days, wanted: what it gives from now on, in order and as a set
 * taken: the set of days that have their session
 * target: id of the series to which the sessions belong from now on
 */
typedef struct
{
  const CnscdSeriesView *view;
  CnscdDate from;
  const CnscdSessionRecords *before;
  const CnscdSessionRecords *after;
  gint64 shift;
  GHashTable *old_days;
  GArray *days;
  GHashTable *wanted;
  GHashTable *taken;
  const char *target;
} Edit;

static gpointer
get_day_key (CnscdDate day)
{
  return GINT_TO_POINTER ((gint) cnscd_date_to_days (day));
}

static gboolean
has_day (GHashTable *days, CnscdDate day)
{
  return g_hash_table_contains (days, get_day_key (day));
}

static GHashTable *
collect_days (const GArray *days)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < days->len; i++)
    g_hash_table_add (set, get_day_key (g_array_index (days, CnscdDate, i)));

  return set;
}

/* The day that the rule gave a session, or the day on which it is. */
static CnscdDate
get_series_day (const CnscdSessionRecords *records)
{
  CnscdDate day = records->session->series_day;

  return cnscd_date_is_full (day) ? day : cnscd_time_get_day (records->session->starts_at);
}

static GArray *
list_all_days (const CnscdRecurrence *rule, CnscdDate start, GError **error)
{
  g_autoptr (GArray) days = NULL;

  if (!cnscd_recurrence_check (rule, error))
    return NULL;

  if (!cnscd_recurrence_has_end (rule))
    {
      g_set_error_literal (error, CNSCD_RECURRENCE_ERROR, CNSCD_RECURRENCE_ERROR_LIMIT,
                           _ ("The repetition has no end. Enter its last day."));
      return NULL;
    }

  days = cnscd_recurrence_list_days (rule, start, start, LAST_DAY, CNSCD_SERIES_MAX_SESSIONS + 1);
  if (days->len == 0)
    g_set_error_literal (
      error, CNSCD_RECURRENCE_ERROR, CNSCD_RECURRENCE_ERROR_NO_DAY,
      _ ("The repetition contains no day. Let it end later, or choose other days."));
  else if (days->len > CNSCD_SERIES_MAX_SESSIONS)
    g_set_error (error, CNSCD_RECURRENCE_ERROR, CNSCD_RECURRENCE_ERROR_LIMIT,
                 _ ("The repetition gives more than %d sessions. Let it end earlier."),
                 CNSCD_SERIES_MAX_SESSIONS);
  else
    return g_steal_pointer (&days);

  return NULL;
}

static CnscdSeries *
new_series (const char *unit, const CnscdRecurrence *rule, CnscdDate first_day, const char *note)
{
  CnscdSeries *series = cnscd_record_new (&CNSCD_KIND_SERIES, unit);
  g_autofree char *text = cnscd_recurrence_to_text (rule);

  cnscd_record_set (series, rule, text);
  series->first_day = first_day;
  cnscd_record_set (series, note, note);
  return series;
}

static void
change_rule (CnscdChangeSet *set,
             CnscdSeries *series,
             const CnscdRecurrence *rule,
             CnscdDate first_day)
{
  g_autoptr (CnscdSeries) changed = cnscd_record_copy (series);
  g_autofree char *text = cnscd_recurrence_to_text (rule);

  cnscd_record_set (changed, rule, text);
  changed->first_day = first_day;
  cnscd_change_set_edit (set, series, changed);
}

static void
put_into_series (CnscdSessionRecords *records, const char *series, CnscdDate day)
{
  cnscd_record_set (records->session, series, series);
  records->session->series_day = day;
}

/* One more session like @model. */
static void
add_on_day (CnscdChangeSet *set,
            const CnscdSessionRecords *model,
            const char *series,
            CnscdDate day)
{
  int minute = cnscd_time_get_minute_of_day (model->session->starts_at);
  g_autoptr (CnscdSessionRecords) plan =
    cnscd_session_dup_plan (model, cnscd_time_new (day, minute));

  cnscd_record_set (plan->session, note, model->session->note);
  put_into_series (plan, series, day);
  cnscd_session_add (set, plan);
}

/**
 * cnscd_series_is_free: (skip)
 * @session: a session of a series
 * @today: the present day
 *
 * Whether a change of the series may change or delete the session without
 * taking anything away that somebody did: it is still planned, nothing has been
 * reported, it was not moved to another day by hand, and its day is not over.
 *
 * Returns: whether it follows its series
 */
gboolean
cnscd_series_is_free (const CnscdSessionRecords *session, CnscdDate today)
{
  const CnscdSession *record = session->session;
  CnscdDate day = cnscd_time_get_day (record->starts_at);

  return record->state == CNSCD_SESSION_STATE_PLANNED &&
         !cnscd_date_is_known (record->reported_on) && record->attendance == CNSCD_COUNT_UNKNOWN &&
         session->results->len == 0 && cnscd_date_equal (day, get_series_day (session)) &&
         cnscd_date_compare (day, today) >= 0;
}

/**
 * cnscd_series_add: (skip)
 * @set: gets the changes
 * @stored: (nullable): @session as it was seen, when it is stored already
 * @session: the first session, and what the others shall be like
 * @rule: how it repeats; with an end
 * @error: return location for a #CnscdRecurrenceError
 *
 * Makes a series: its record and a session on each day of @rule from the day of
 * @session on. @session itself is one of them when its day is among these; else
 * a new one is not added at all, and a stored one stays outside of the series.
 *
 * Returns: whether that was possible; else @set is left alone
 */
gboolean
cnscd_series_add (CnscdChangeSet *set,
                  const CnscdSessionRecords *stored,
                  const CnscdSessionRecords *session,
                  const CnscdRecurrence *rule,
                  GError **error)
{
  CnscdDate start = cnscd_time_get_day (session->session->starts_at);
  g_autoptr (CnscdSessionRecords) first = cnscd_session_records_copy (session);
  g_autoptr (CnscdSeries) series = NULL;
  g_autoptr (GArray) days = NULL;
  gboolean included = FALSE;

  g_return_val_if_fail (set != NULL, FALSE);

  days = list_all_days (rule, start, error);
  if (days == NULL)
    return FALSE;

  series = new_series (session->session->record.unit, rule, start, NULL);
  cnscd_change_set_add (set, series);
  for (guint i = 0; i < days->len; i++)
    {
      CnscdDate day = g_array_index (days, CnscdDate, i);

      if (cnscd_date_equal (day, start))
        included = TRUE;
      else
        add_on_day (set, session, series->record.id, day);
    }

  if (included)
    put_into_series (first, series->record.id, start);
  if (stored != NULL)
    cnscd_session_save (set, stored, first);
  else if (included)
    cnscd_session_add (set, first);

  return TRUE;
}

/* Where a session goes whose day the rule does not give any more: along, or nowhere. */
static gboolean
find_new_day (const Edit *edit, CnscdDate *day)
{
  CnscdDate shifted;

  if (has_day (edit->wanted, *day))
    return TRUE;

  shifted = cnscd_date_add_days (*day, (int) edit->shift);
  if (edit->shift == 0 || !cnscd_date_is_known (shifted) || !has_day (edit->wanted, shifted) ||
      has_day (edit->old_days, shifted) || cnscd_date_compare (shifted, edit->view->today) < 0)
    return FALSE;

  *day = shifted;
  return TRUE;
}

static void
follow (CnscdChangeSet *set, Edit *edit, const CnscdSessionRecords *records)
{
  CnscdDate day = get_series_day (records);
  g_autoptr (CnscdSessionRecords) merged = NULL;

  if (!cnscd_series_is_free (records, edit->view->today))
    {
      g_hash_table_add (edit->taken, get_day_key (day));
      return;
    }
  if (!find_new_day (edit, &day) || has_day (edit->taken, day))
    {
      cnscd_session_delete (set, records);
      return;
    }

  merged = cnscd_session_dup_merged (records, edit->before, edit->after, day);
  put_into_series (merged, edit->target, day);
  cnscd_session_save (set, records, merged);
  g_hash_table_add (edit->taken, get_day_key (day));
}

/* The session that somebody edited stays what it was made, whatever its state. */
static void
save_edited (CnscdChangeSet *set, Edit *edit)
{
  CnscdDate rule_day = get_series_day (edit->before);
  CnscdDate day = cnscd_time_get_day (edit->after->session->starts_at);
  gboolean on_rule_day =
    cnscd_date_equal (cnscd_time_get_day (edit->before->session->starts_at), rule_day);
  g_autoptr (CnscdSessionRecords) saved = cnscd_session_records_copy (edit->after);

  if (on_rule_day && has_day (edit->wanted, day))
    rule_day = day;
  else if (!has_day (edit->wanted, rule_day) &&
           cnscd_series_is_free (edit->before, edit->view->today))
    {
      cnscd_session_delete (set, edit->before);
      return;
    }

  if (has_day (edit->wanted, rule_day))
    put_into_series (saved, edit->target, rule_day);
  cnscd_session_save (set, edit->before, saved);
  g_hash_table_add (edit->taken, get_day_key (rule_day));
}

static gboolean
is_same_session (const CnscdSessionRecords *a, const CnscdSessionRecords *b)
{
  return g_str_equal (a->session->record.id, b->session->record.id);
}

static void
save_sessions (CnscdChangeSet *set, Edit *edit)
{
  save_edited (set, edit);

  for (guint i = 0; i < edit->view->sessions->len; i++)
    {
      const CnscdSessionRecords *records = edit->view->sessions->pdata[i];

      if (!is_same_session (records, edit->before) &&
          cnscd_date_compare (get_series_day (records), edit->from) >= 0)
        follow (set, edit, records);
    }

  /* What the old rule gave, too, and is not there, somebody deleted by hand. */
  for (guint i = 0; i < edit->days->len; i++)
    {
      CnscdDate day = g_array_index (edit->days, CnscdDate, i);

      if (!has_day (edit->taken, day) && !has_day (edit->old_days, day) &&
          cnscd_date_compare (day, edit->view->today) >= 0)
        add_on_day (set, edit->after, edit->target, day);
    }
}

static gboolean
is_first (const CnscdSeriesView *view, CnscdDate day)
{
  for (guint i = 0; i < view->sessions->len; i++)
    {
      if (cnscd_date_compare (get_series_day (view->sessions->pdata[i]), day) < 0)
        return FALSE;
    }

  return TRUE;
}

/* Returns: (nullable): the days that the rule gave until now; bounded, as it came from a database
 */
static GArray *
list_old_days (const CnscdSeriesView *view, CnscdRecurrence *rule, GError **error)
{
  if (!cnscd_recurrence_parse (view->series->rule, rule, error))
    return NULL;

  return cnscd_recurrence_list_days (rule, view->series->first_day, view->series->first_day,
                                     LAST_DAY, 10 * CNSCD_SERIES_MAX_SESSIONS);
}

static int
count_before (const GArray *days, CnscdDate day)
{
  int n = 0;

  for (guint i = 0; i < days->len; i++)
    n += cnscd_date_compare (g_array_index (days, CnscdDate, i), day) < 0 ? 1 : 0;

  return n;
}

/* Lets the rule follow a move, and lets it end late enough for the last of its days to follow. */
static gboolean
follow_move (CnscdRecurrence *rule,
             const GArray *old_days,
             CnscdDate from,
             CnscdDate to,
             GError **error)
{
  if (cnscd_recurrence_follow_move (rule, from, to))
    {
      int shift = (int) (cnscd_date_to_days (to) - cnscd_date_to_days (from));
      CnscdDate last = from;

      for (guint i = 0; i < old_days->len; i++)
        {
          CnscdDate day = g_array_index (old_days, CnscdDate, i);

          if (rule->frequency != CNSCD_FREQUENCY_WEEKLY ||
              cnscd_date_get_weekday (day) == cnscd_date_get_weekday (from))
            last = day;
        }
      last = cnscd_date_add_days (last, shift);
      if (cnscd_date_is_known (rule->until) && cnscd_date_compare (rule->until, last) < 0)
        rule->until = last;
      return TRUE;
    }

  g_set_error_literal (error, CNSCD_RECURRENCE_ERROR, CNSCD_RECURRENCE_ERROR_UNSUPPORTED,
                       _ ("The other sessions cannot follow this move. Move this one alone, or "
                          "choose the repetition again."));
  return FALSE;
}

/**
 * cnscd_series_save: (skip)
 * @set: gets the changes
 * @view: the series as it was seen
 * @scope: how far the edit reaches
 * @before: the session that was edited, as it was seen
 * @after: that session as it shall be
 * @rule: (nullable): how it repeats from now on; %NULL for no change
 * @error: return location for a #CnscdRecurrenceError
 *
 * Changes one session of a series, those from it on, or all. The others get
 * what the edit changed and keep what they have of their own. Days that the
 * rule does not give any more lose their session, new ones get one like
 * @after; but what has been held, reported, cancelled or moved by hand, and
 * what is over, stays as it is (cnscd_series_is_free()), and a session that was
 * deleted by hand does not come back.
 *
 * With %CNSCD_SERIES_SCOPE_FOLLOWING the old series ends on the day before, and
 * a new one begins. When @after is on another day and @rule is %NULL, the rule
 * follows (cnscd_recurrence_follow_move()).
 *
 * Returns: whether that was possible; else @set is left alone
 */
gboolean
cnscd_series_save (CnscdChangeSet *set,
                   const CnscdSeriesView *view,
                   CnscdSeriesScope scope,
                   const CnscdSessionRecords *before,
                   const CnscdSessionRecords *after,
                   const CnscdRecurrence *rule,
                   GError **error)
{
  CnscdDate rule_day = get_series_day (before);
  CnscdDate old_day = cnscd_time_get_day (before->session->starts_at);
  CnscdDate new_day = cnscd_time_get_day (after->session->starts_at);
  Edit edit = { .view = view, .before = before, .after = after };
  CnscdRecurrence old_rule, new_rule;
  CnscdDate start;
  gboolean split;
  g_autoptr (GArray) old_days = NULL;
  g_autoptr (GArray) days = NULL;
  g_autoptr (GHashTable) old_set = NULL;
  g_autoptr (GHashTable) wanted = NULL;
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr (CnscdSeries) next = NULL;

  g_return_val_if_fail (set != NULL && view != NULL, FALSE);

  if (scope == CNSCD_SERIES_SCOPE_THIS)
    {
      cnscd_session_save (set, before, after);
      return TRUE;
    }

  old_days = list_old_days (view, &old_rule, error);
  if (old_days == NULL)
    return FALSE;

  split = scope == CNSCD_SERIES_SCOPE_FOLLOWING && !is_first (view, rule_day);
  start = split ? rule_day : view->series->first_day;
  new_rule = rule != NULL ? *rule : old_rule;

  if (rule == NULL && split && old_rule.count > 0)
    new_rule.count = MAX (1, old_rule.count - count_before (old_days, rule_day));
  if (!cnscd_date_equal (old_day, new_day))
    {
      if (rule == NULL && !follow_move (&new_rule, old_days, rule_day, new_day, error))
        return FALSE;
      edit.shift = cnscd_date_to_days (new_day) - cnscd_date_to_days (rule_day);
      start = cnscd_date_add_days (start, (int) MIN (0, edit.shift));
    }

  days = list_all_days (&new_rule, start, error);
  if (days == NULL)
    return FALSE;

  edit.from = split ? rule_day : CNSCD_DATE_UNKNOWN;
  edit.days = days;
  edit.old_days = old_set = collect_days (old_days);
  edit.wanted = wanted = collect_days (days);
  edit.taken = taken;

  if (split)
    {
      next = new_series (view->series->record.unit, &new_rule, start, view->series->note);
      cnscd_recurrence_end_before (&old_rule, rule_day);
      change_rule (set, view->series, &old_rule, view->series->first_day);
      cnscd_change_set_add (set, next);
      edit.target = next->record.id;
    }
  else
    {
      change_rule (set, view->series, &new_rule, start);
      edit.target = view->series->record.id;
    }

  save_sessions (set, &edit);
  return TRUE;
}

/**
 * cnscd_series_delete: (skip)
 * @set: gets the changes
 * @view: the series as it was seen
 * @scope: how far it reaches
 * @session: the session that somebody deletes
 * @error: return location for a #CnscdRecurrenceError
 *
 * Deletes one session of a series, those from it on, or all. @session goes in
 * any case; of the others only those that follow their series
 * (cnscd_series_is_free()). The series ends before the first of them, and goes
 * itself when nothing of it is left.
 *
 * Returns: whether that was possible; else @set is left alone
 */
gboolean
cnscd_series_delete (CnscdChangeSet *set,
                     const CnscdSeriesView *view,
                     CnscdSeriesScope scope,
                     const CnscdSessionRecords *session,
                     GError **error)
{
  CnscdDate from = scope == CNSCD_SERIES_SCOPE_ALL ? CNSCD_DATE_UNKNOWN : get_series_day (session);
  CnscdDate first_deleted = get_series_day (session);
  CnscdRecurrence rule;
  guint n_left = 0;

  g_return_val_if_fail (set != NULL && view != NULL, FALSE);

  if (scope != CNSCD_SERIES_SCOPE_THIS &&
      !cnscd_recurrence_parse (view->series->rule, &rule, error))
    return FALSE;

  for (guint i = 0; i < view->sessions->len; i++)
    {
      const CnscdSessionRecords *records = view->sessions->pdata[i];
      CnscdDate day = get_series_day (records);

      if (is_same_session (records, session))
        cnscd_session_delete (set, session);
      else if (scope != CNSCD_SERIES_SCOPE_THIS && cnscd_date_compare (day, from) >= 0 &&
               cnscd_series_is_free (records, view->today))
        {
          cnscd_session_delete (set, records);
          if (cnscd_date_compare (day, first_deleted) < 0)
            first_deleted = day;
        }
      else
        n_left++;
    }

  if (n_left == 0)
    cnscd_change_set_delete (set, view->series);
  else if (scope != CNSCD_SERIES_SCOPE_THIS)
    {
      cnscd_recurrence_end_before (&rule, first_deleted);
      change_rule (set, view->series, &rule, view->series->first_day);
    }

  return TRUE;
}
