/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-schedule-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cnscd-export-file.h"
#include "core/cnscd-session-words.h"
#include "core/cnscd-text.h"
#include "core/cnscd-vocabulary.h"

static void
set_text (CnscdScheduleRow *row, char **field, CnscdScheduleColumn column)
{
  const char *text = cnscd_schedule_row_get_text (row, column);

  if (text != NULL && !cnscd_schedule_says_same (*field, text))
    cnscd_record_set_text (row->after->session, field, text);
}

/* "30", "khoảng 1.200 người"; -1 where there is no number. */
static gint64
parse_count (const char *text)
{
  const char *at = text + strcspn (text, "0123456789");
  gint64 number = -1;

  if (*at == '\0' || (at > text && at[-1] == '-'))
    return -1;
  for (number = 0; g_ascii_isdigit (*at) && number < G_MAXINT; at++)
    {
      number = number * 10 + (*at - '0');
      if (at[1] == '.' && strspn (at + 2, "0123456789") == 3)
        at++;
    }
  /* "1,5" is no number of people */
  return number < G_MAXINT && (*at != ',' || !g_ascii_isdigit (at[1])) ? number : -1;
}

static void
set_count (CnscdScheduleRow *row, gint64 *field, CnscdScheduleColumn column, const char *title)
{
  const char *text = cnscd_schedule_row_get_text (row, column);
  gint64 count;

  if (text == NULL)
    return;
  count = parse_count (text);
  if (count >= 0)
    {
      *field = count;
      return;
    }
  cnscd_schedule_row_add_finding (row, CNSCD_FINDING_WARNING, "session-number-unreadable", column,
                                  _ ("“%s” is not a number. It is kept in the note."), text);
  cnscd_schedule_row_keep_in_note (row, title, text);
}

static gboolean
contains (GPtrArray *ids, const char *id)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (g_str_equal (ids->pdata[i], id))
        return TRUE;
    }
  return FALSE;
}

static void
set_teams (CnscdScheduleRow *row)
{
  GPtrArray *teams = row->after->teams;
  const char *hamlet = row->after->session->hamlet;

  if (row->stored != NULL &&
      cnscd_schedule_says_same (row->stored->teams,
                                cnscd_schedule_row_get_text (row, CNSCD_SCHEDULE_TEAM)))
    return;

  cnscd_schedule_row_report_names (row, row->teams, CNSCD_SCHEDULE_TEAM, "session-team-unknown",
                                   "session-team-doubtful", "Tổ");
  /* a row that names all its teams leaves out the others */
  for (guint i = teams->len;
       i-- > 0 && row->teams->ids->len > 0 && cnscd_schedule_names_is_complete (row->teams);)
    {
      if (!contains (row->teams->ids, ((CnscdSessionTeam *) teams->pdata[i])->team))
        g_ptr_array_remove_index (teams, i);
    }
  for (guint i = 0; i < row->teams->ids->len; i++)
    cnscd_session_records_add_team (row->after, row->teams->ids->pdata[i]);

  /* one of the two tells the other, where the file has no column for it */
  if (row->before == NULL && hamlet == NULL && row->entry->columns[CNSCD_SCHEDULE_HAMLET] == 0 &&
      row->teams->ids->len == 1 && cnscd_schedule_names_is_complete (row->teams))
    {
      for (guint i = 0; i < row->place->teams->len; i++)
        {
          const CnscdTeam *team = row->place->teams->pdata[i];

          if (g_str_equal (team->record.id, row->teams->ids->pdata[0]))
            cnscd_record_set (row->after->session, hamlet, team->hamlet);
        }
    }
}

static void
set_hamlet (CnscdScheduleRow *row)
{
  const char *text = cnscd_schedule_row_get_text (row, CNSCD_SCHEDULE_HAMLET);
  gboolean doubtful;
  const char *id;

  if (text == NULL)
    return;
  if (row->stored != NULL)
    {
      g_autofree char *stored =
        cnscd_hamlet_title ((CnscdHamletKind) row->stored->hamlet_kind, row->stored->hamlet_name);

      if (cnscd_schedule_says_same (stored, text))
        return;
    }
  id = cnscd_schedule_find_hamlet (row->place, text, &doubtful);
  if (id != NULL)
    {
      cnscd_record_set (row->after->session, hamlet, id);
      return;
    }
  {
    g_autoptr (CnscdScheduleNames) names = cnscd_schedule_names_new ();

    g_ptr_array_add (doubtful ? names->doubtful : names->unknown, g_strdup (text));
    cnscd_schedule_row_report_names (row, names, CNSCD_SCHEDULE_HAMLET, "session-hamlet-unknown",
                                     "session-hamlet-doubtful", "Xóm, tổ dân phố");
  }
}

static void
set_topics (CnscdScheduleRow *row)
{
  const char *text = cnscd_schedule_row_get_text (row, CNSCD_SCHEDULE_TOPICS);
  gboolean within = cnscd_schedule_row_get_text (row, CNSCD_SCHEDULE_TITLE) == NULL;
  g_autoptr (CnscdScheduleNames) names = NULL;
  GPtrArray *topics = row->after->topics;

  if (text == NULL || (row->stored != NULL && cnscd_schedule_says_same (row->stored->topics, text)))
    return;

  names = cnscd_schedule_names_new ();
  cnscd_schedule_find_topics (row->place, text, within, names);
  cnscd_schedule_row_report_names (row, names, CNSCD_SCHEDULE_TOPICS, "session-topic-unknown",
                                   "session-topic-doubtful", "Nội dung");
  for (guint i = topics->len;
       i-- > 0 && !within && names->ids->len > 0 && cnscd_schedule_names_is_complete (names);)
    {
      if (!contains (names->ids, ((CnscdSessionTopic *) topics->pdata[i])->topic))
        g_ptr_array_remove_index (topics, i);
    }
  /* a sentence says what is taught, until somebody has chosen the topics */
  for (guint i = 0; i < names->ids->len && (!within || row->before == NULL); i++)
    cnscd_session_records_add_topic (row->after, names->ids->pdata[i]);
}

static void
set_audience (CnscdScheduleRow *row)
{
  const char *text = cnscd_schedule_row_get_text (row, CNSCD_SCHEDULE_AUDIENCE);
  const char *id;

  if (text == NULL ||
      (row->stored != NULL && cnscd_schedule_says_same (row->stored->audience_name, text)))
    return;
  id = cnscd_schedule_find_audience (row->place, text);
  if (id != NULL)
    {
      cnscd_record_set (row->after->session, audience, id);
      return;
    }
  cnscd_schedule_row_add_finding (
    row, CNSCD_FINDING_WARNING, "session-audience-unknown", CNSCD_SCHEDULE_AUDIENCE,
    _ ("“%s” was not found in the database. It is kept in the note."), text);
  cnscd_schedule_row_keep_in_note (row, "Đối tượng", text);
}

static void
set_state (CnscdScheduleRow *row)
{
  CnscdSession *session = row->after->session;
  const char *text = cnscd_schedule_row_get_text (row, CNSCD_SCHEDULE_STATE);
  CnscdSessionState state = cnscd_session_state_parse (text);

  if (state != CNSCD_SESSION_STATE_UNKNOWN)
    session->state = (int) state;
  else if (text != NULL)
    {
      cnscd_schedule_row_add_finding (
        row, CNSCD_FINDING_WARNING, "session-state-unknown", CNSCD_SCHEDULE_STATE,
        _ ("“%s” is not a state of a session. It is kept in the note."), text);
      cnscd_schedule_row_keep_in_note (row, "Trạng thái", text);
    }
  else if (row->before == NULL && session->attendance != CNSCD_COUNT_UNKNOWN)
    session->state = CNSCD_SESSION_STATE_HELD;
}

static void
report_ignored (CnscdScheduleRow *row, const CnscdScheduleFigure *figure)
{
  char *key = g_strdup_printf ("%s\n%u", row->entry->sheet, figure->column);
  g_autofree char *letters = NULL;

  if (!g_hash_table_add (row->importer->ignored, key))
    return;
  letters = cnscd_column_dup_letters (figure->column - 1);
  cnscd_findings_add (row->importer->plan->findings, CNSCD_FINDING_INFO, "column-ignored",
                      row->entry->sheet, 0, figure->column, _ ("Column %s, “%s”, is not imported."),
                      letters, figure->head);
}

static void
set_results (CnscdScheduleRow *row)
{
  for (guint i = 0; i < row->entry->figures->len; i++)
    {
      const CnscdScheduleFigure *figure =
        &g_array_index (row->entry->figures, CnscdScheduleFigure, i);
      const char *indicator = cnscd_schedule_find_indicator (row->place, figure->head);

      if (indicator == NULL)
        report_ignored (row, figure);
      else if (figure->value != CNSCD_COUNT_UNKNOWN)
        cnscd_session_records_set_result (row->after, indicator, figure->value);
    }
}

/* What was reported here for the first time was reported today. */
static void
set_reported (CnscdScheduleRow *row)
{
  CnscdSession *session = row->after->session;
  gboolean new_attendance =
    session->attendance != CNSCD_COUNT_UNKNOWN &&
    (row->before == NULL || row->before->session->attendance == CNSCD_COUNT_UNKNOWN);
  gboolean new_results =
    row->after->results->len > 0 && (row->before == NULL || row->before->results->len == 0);

  if (!cnscd_date_is_known (session->reported_on) && (new_attendance || new_results))
    session->reported_on = cnscd_date_today ();
}

/* The file's note, then what was kept. What is in the stored one already stays as it is. */
static void
set_note (CnscdScheduleRow *row)
{
  CnscdSession *session = row->after->session;
  const char *text = cnscd_schedule_row_get_text (row, CNSCD_SCHEDULE_NOTE);
  g_autoptr (GString) note = g_string_new (NULL);
  g_autofree char *clean = session->note != NULL ? cnscd_text_clean (session->note) : NULL;
  g_autofree char *said = text != NULL ? cnscd_text_clean (text) : NULL;
  g_auto (GStrv) lines = NULL;

  if (row->entry->written_time != NULL)
    cnscd_schedule_row_keep_in_note (row, "Thời gian", row->entry->written_time);

  if (text != NULL && (clean == NULL || strstr (clean, said) == NULL))
    g_string_append (note, text);
  else
    g_string_append (note, session->note != NULL ? session->note : "");

  lines = g_strsplit (row->kept->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0' && strstr (note->str, lines[i]) == NULL &&
          (text == NULL || strstr (text, lines[i]) == NULL))
        g_string_append_printf (note, "%s%s", note->len > 0 ? "\n" : "", lines[i]);
    }
  if (note->len > 0 && g_strcmp0 (note->str, session->note) != 0)
    cnscd_record_set (session, note, note->str);
}

/* A row without a time moves a session to another day at most. */
static void
set_times (CnscdScheduleRow *row)
{
  const CnscdScheduleEntry *entry = row->entry;
  CnscdSession *session = row->after->session;
  CnscdTime length = session->ends_at - session->starts_at;

  session->starts_at = entry->without_time
                         ? entry->starts_at + cnscd_time_get_minute_of_day (session->starts_at)
                         : entry->starts_at;
  session->ends_at = entry->without_time ? session->starts_at + length : entry->ends_at;
}

/**
 * cnscd_schedule_row_fill: (skip)
 * @row: a row
 * @title: of its session
 *
 * Puts what the row says into its session. An empty cell changes nothing.
 */
void
cnscd_schedule_row_fill (CnscdScheduleRow *row, const char *title)
{
  CnscdSession *session = row->after->session;

  if (!cnscd_schedule_says_same (session->title, title))
    cnscd_record_set (session, title, title);
  set_times (row);
  set_text (row, &session->place, CNSCD_SCHEDULE_PLACE);
  set_hamlet (row);
  set_teams (row);
  set_topics (row);
  set_audience (row);
  cnscd_schedule_row_set_guides (row);
  set_count (row, &session->expected, CNSCD_SCHEDULE_EXPECTED, "Dự kiến");
  set_count (row, &session->attendance, CNSCD_SCHEDULE_ATTENDANCE, "Số người tham gia");
  set_count (row, &session->attendance_women, CNSCD_SCHEDULE_WOMEN, "Nữ");
  set_count (row, &session->attendance_elderly, CNSCD_SCHEDULE_ELDERLY, "Người cao tuổi");
  set_count (row, &session->attendance_poor_households, CNSCD_SCHEDULE_POOR, "Hộ nghèo");
  set_state (row);
  set_results (row);
  set_reported (row);
  set_note (row);
}
