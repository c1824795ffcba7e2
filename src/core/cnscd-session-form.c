/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-form.h"

#include <string.h>

#include "cnscd-hamlet-form.h"
#include "cnscd-text.h"

static gboolean
is_as_stored (const CnscdSessionForm *form, CnscdTime time, const char *text)
{
  g_autofree char *shown = NULL;

  if (form->session == NULL || !cnscd_time_is_valid (time))
    return FALSE;

  shown = cnscd_time_format_clock (time);
  return cnscd_form_is_text (text, shown);
}

/* One that goes on past midnight is right as it is, but not typed again. */
static gboolean
has_stored_times (const CnscdSessionForm *form)
{
  return form->session != NULL && is_as_stored (form, form->session->starts_at, form->start) &&
         is_as_stored (form, form->session->ends_at, form->end);
}

static CnscdFormProblem
check_title (const CnscdSessionForm *form)
{
  g_autofree char *title = cnscd_text_clean (form->title);

  if (form->session != NULL && cnscd_form_is_text (form->title, form->session->title))
    return CNSCD_FORM_PROBLEM_NONE;
  if (title == NULL)
    return CNSCD_FORM_PROBLEM_MISSING;
  return g_utf8_strlen (title, -1) > CNSCD_SESSION_MAX_TITLE ? CNSCD_FORM_PROBLEM_TOO_LONG
                                                             : CNSCD_FORM_PROBLEM_NONE;
}

static CnscdFormProblem
check_clock (const char *text, int *minute)
{
  if (cnscd_form_is_blank (text))
    return CNSCD_FORM_PROBLEM_MISSING;

  return cnscd_clock_parse (text, minute) ? CNSCD_FORM_PROBLEM_NONE : CNSCD_FORM_PROBLEM_NOT_A_TIME;
}

static CnscdFormProblem
check_end (const CnscdSessionForm *form)
{
  int start = 0;
  int end = 0;
  CnscdFormProblem problem = check_clock (form->end, &end);

  if (problem != CNSCD_FORM_PROBLEM_NONE || has_stored_times (form) ||
      check_clock (form->start, &start) != CNSCD_FORM_PROBLEM_NONE)
    return problem;

  return end > start ? CNSCD_FORM_PROBLEM_NONE : CNSCD_FORM_PROBLEM_BEFORE_START;
}

/**
 * cnscd_session_form_check:
 * @form: what was typed
 * @field: which field
 *
 * Checks a field while somebody types into it. What stands there as stored is
 * right; see cnscd_member_form_check().
 *
 * Returns: what is wrong with it
 */
CnscdFormProblem
cnscd_session_form_check (const CnscdSessionForm *form, CnscdSessionField field)
{
  CnscdDate day;
  int minute;

  g_return_val_if_fail (form != NULL, CNSCD_FORM_PROBLEM_NONE);

  switch (field)
    {
    case CNSCD_SESSION_FIELD_TITLE:
      return check_title (form);
    case CNSCD_SESSION_FIELD_DAY:
      return cnscd_form_check_near_day (form->day, CNSCD_DATE_UNKNOWN, &day);
    case CNSCD_SESSION_FIELD_START:
      return check_clock (form->start, &minute);
    case CNSCD_SESSION_FIELD_END:
      return check_end (form);
    case CNSCD_SESSION_FIELD_EXPECTED:
      return cnscd_count_check (form->expected);
    case CNSCD_N_SESSION_FIELDS:
    default:
      g_return_val_if_reached (CNSCD_FORM_PROBLEM_NONE);
    }
}

/**
 * cnscd_session_form_is_valid:
 * @form: what was typed
 *
 * Returns: whether nothing is wrong with any field
 */
gboolean
cnscd_session_form_is_valid (const CnscdSessionForm *form)
{
  for (CnscdSessionField field = 0; field < CNSCD_N_SESSION_FIELDS; field++)
    {
      if (cnscd_session_form_check (form, field) != CNSCD_FORM_PROBLEM_NONE)
        return FALSE;
    }

  return TRUE;
}

/**
 * cnscd_session_form_get_times:
 * @form: what was typed
 * @starts_at: (out): when the session begins
 * @ends_at: (out): when it ends
 *
 * Returns: whether day, start and end are right
 */
gboolean
cnscd_session_form_get_times (const CnscdSessionForm *form,
                              CnscdTime *starts_at,
                              CnscdTime *ends_at)
{
  CnscdDate day;
  int start = 0;
  int end = 0;

  g_return_val_if_fail (form != NULL && starts_at != NULL && ends_at != NULL, FALSE);

  if (cnscd_form_check_near_day (form->day, CNSCD_DATE_UNKNOWN, &day) != CNSCD_FORM_PROBLEM_NONE ||
      check_clock (form->start, &start) != CNSCD_FORM_PROBLEM_NONE ||
      check_end (form) != CNSCD_FORM_PROBLEM_NONE || !cnscd_clock_parse (form->end, &end))
    return FALSE;

  *starts_at = cnscd_time_new (day, start);
  *ends_at = has_stored_times (form)
               ? *starts_at + (form->session->ends_at - form->session->starts_at)
               : cnscd_time_new (day, end);
  return TRUE;
}

static void
remove_missing (GPtrArray *records, const char *const *ids, gsize offset)
{
  for (guint i = records->len; i > 0; i--)
    {
      const char *id = G_STRUCT_MEMBER (const char *, records->pdata[i - 1], offset);

      if (ids == NULL || !g_strv_contains (ids, id))
        g_ptr_array_remove_index (records, i - 1);
    }
}

static int
compare_topics (gconstpointer a, gconstpointer b)
{
  const CnscdSessionTopic *one = a;
  const CnscdSessionTopic *other = b;

  return (one->ordinal > other->ordinal) - (one->ordinal < other->ordinal);
}

/* Those that are taught in the order in which they were stay as they are. */
static void
order_topics (CnscdSessionRecords *records, const char *const *ids)
{
  gint64 last = 0;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      for (guint t = 0; t < records->topics->len; t++)
        {
          CnscdSessionTopic *topic = records->topics->pdata[t];

          if (!g_str_equal (topic->topic, ids[i]))
            continue;

          if (topic->ordinal <= last)
            {
              CnscdSessionTopic *moved = cnscd_record_copy (topic);

              moved->ordinal = last + 1;
              records->topics->pdata[t] = moved;
              cnscd_record_unref (topic);
              topic = moved;
            }
          last = topic->ordinal;
          break;
        }
    }
  g_ptr_array_sort_values (records->topics, compare_topics);
}

static void
fill_lists (const CnscdSessionForm *form, CnscdSessionRecords *records)
{
  remove_missing (records->teams, form->teams, G_STRUCT_OFFSET (CnscdSessionTeam, team));
  remove_missing (records->topics, form->topics, G_STRUCT_OFFSET (CnscdSessionTopic, topic));
  remove_missing (records->guides, form->guides, G_STRUCT_OFFSET (CnscdSessionGuide, membership));
  for (guint i = 0; form->teams != NULL && form->teams[i] != NULL; i++)
    cnscd_session_records_add_team (records, form->teams[i]);
  for (guint i = 0; form->topics != NULL && form->topics[i] != NULL; i++)
    cnscd_session_records_add_topic (records, form->topics[i]);
  order_topics (records, form->topics);
  for (guint i = 0; form->guides != NULL && form->guides[i] != NULL; i++)
    cnscd_session_records_add_guide (records, form->guides[i], form->parts[i]);
}

/**
 * cnscd_session_form_make: (skip)
 * @form: what was typed
 * @before: the session as it was seen, or a new one
 *
 * Writes what was typed into a copy, as the store keeps it. What is not valid
 * yet is left as it was.
 *
 * Returns: (transfer full): the session as it shall be
 */
CnscdSessionRecords *
cnscd_session_form_make (const CnscdSessionForm *form, const CnscdSessionRecords *before)
{
  CnscdSessionRecords *records;
  CnscdSession *session;
  g_autofree char *title = NULL;
  g_autofree char *place = NULL;
  g_autofree char *note = NULL;
  CnscdTime starts_at, ends_at;
  gint64 expected;

  g_return_val_if_fail (form != NULL && before != NULL, NULL);

  records = cnscd_session_records_copy (before);
  session = records->session;
  title = cnscd_text_clean (form->title);
  place = cnscd_text_clean (form->place);
  note = cnscd_text_clean (form->note);

  if (!cnscd_form_is_text (form->title, session->title))
    cnscd_record_set (session, title, title);
  if (cnscd_session_form_get_times (form, &starts_at, &ends_at))
    {
      session->starts_at = starts_at;
      session->ends_at = ends_at;
    }
  cnscd_record_set (session, hamlet, form->hamlet);
  cnscd_record_set (session, place, place);
  cnscd_record_set (session, audience, form->audience);
  if (cnscd_count_parse (form->expected, &expected))
    session->expected = expected;
  session->state = (int) form->state;
  cnscd_record_set (session, note, note);
  fill_lists (form, records);

  return records;
}

/* Whoever chooses a team anew makes another record that says the same. */
static gboolean
says_the_same (const CnscdRecord *one, const CnscdRecord *other)
{
  for (guint i = 0; i < one->kind->n_fields; i++)
    if (!cnscd_field_equal (&one->kind->fields[i], one, other))
      return FALSE;
  return TRUE;
}

static gboolean
are_equal (GPtrArray *one, GPtrArray *other)
{
  if (one->len != other->len)
    return FALSE;

  for (guint i = 0; i < one->len; i++)
    if (!says_the_same (one->pdata[i], other->pdata[i]))
      return FALSE;
  return TRUE;
}

/**
 * cnscd_session_records_equal: (skip)
 * @one: a session
 * @other: the same one, perhaps changed
 *
 * Returns: whether they say the same
 */
gboolean
cnscd_session_records_equal (const CnscdSessionRecords *one, const CnscdSessionRecords *other)
{
  return cnscd_record_equal (one->session, other->session) &&
         are_equal (one->teams, other->teams) && are_equal (one->topics, other->topics) &&
         are_equal (one->guides, other->guides) && are_equal (one->results, other->results);
}

/**
 * cnscd_session_can_start_at:
 * @session: a session, which is to be moved
 * @minute: the minute of the day at which it shall begin
 *
 * Here as in the form of a session no end comes after midnight, unless it does
 * so now.
 *
 * Returns: whether it would end on the same day
 */
gboolean
cnscd_session_can_start_at (const CnscdSession *session, int minute)
{
  g_return_val_if_fail (session != NULL, FALSE);

  return !cnscd_date_equal (cnscd_time_get_day (session->starts_at),
                            cnscd_time_get_day (session->ends_at)) ||
         minute + (session->ends_at - session->starts_at) < CNSCD_MINUTES_PER_DAY;
}

/**
 * cnscd_session_check_start:
 * @session: a session, which is to be moved
 * @start: (nullable): what was typed as its new start
 *
 * Checks when it shall begin, of which its end follows; see cnscd_session_can_start_at().
 *
 * Returns: what is wrong with it
 */
CnscdFormProblem
cnscd_session_check_start (const CnscdSession *session, const char *start)
{
  int minute = 0;
  CnscdFormProblem problem = check_clock (start, &minute);

  g_return_val_if_fail (session != NULL, problem);

  return problem == CNSCD_FORM_PROBLEM_NONE && !cnscd_session_can_start_at (session, minute)
           ? CNSCD_FORM_PROBLEM_PAST_MIDNIGHT
           : problem;
}

/**
 * cnscd_session_propose_title:
 * @topic: (nullable): what is taught first
 * @place: (nullable): name of the hamlet with its kind: "xóm Ba Nhất"
 *
 * Returns: (transfer full) (nullable): what the session may be called: "Cài đặt VNeID – xóm Ba
 *   Nhất"; %NULL without @topic
 */
char *
cnscd_session_propose_title (const char *topic, const char *place)
{
  const char *bracket = topic != NULL ? strstr (topic, " (") : NULL;
  g_autofree char *subject = NULL;

  if (topic == NULL)
    return NULL;

  subject = bracket != NULL ? g_strndup (topic, (gsize) (bracket - topic)) : g_strdup (topic);
  return place != NULL ? g_strdup_printf ("%s – %s", subject, place) : g_steal_pointer (&subject);
}

/**
 * cnscd_session_propose_end:
 * @start: (nullable): what was typed as the start
 * @minutes: how long the session takes
 *
 * Returns: (transfer full) (nullable): when a session that begins then ends:
 *   "10h00" for "8h" and two hours, on the same day; %NULL while @start is no time
 */
char *
cnscd_session_propose_end (const char *start, CnscdTime minutes)
{
  int minute = 0;

  if (!cnscd_clock_parse (start, &minute))
    return NULL;

  return cnscd_time_format_clock (MIN (minute + minutes, CNSCD_MINUTES_PER_DAY - 1));
}
