/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-schedule-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cnscd-export-file.h"
#include "cnscd-import-transaction.h"
#include "cnscd-import-unit.h"
#include "cnscd-schedule-match.h"
#include "cnscd-synonyms.h"
#include "core/cnscd-session-words.h"
#include "core/cnscd-text.h"
#include "store/cnscd-audit.h"
#include "store/cnscd-record-store.h"
#include "store/cnscd-units.h"

/* Rows between two looks at the cancellable and calls of the progress callback. */
#define STEP 64

typedef struct
{
  CnscdDatabase *database;
  const CnscdImportOptions *options;
  GCancellable *cancellable;
  CnscdSchedulePlan *plan;
  CnscdImportTransaction transaction;
  GPtrArray *units;        /* CnscdUnit, of the province */
  const CnscdUnit *wanted; /* (nullable) */
  GHashTable *places;      /* code -> CnscdSchedulePlace */
  GHashTable *claimed;     /* ids of sessions that a row spoke of */
  GHashTable *ignored;     /* heads that were told to be ignored, with their sheets */
  GHashTable *people;      /* ids of the memberships that the file names */
} Importer;

/* One row on its way into the store. */
typedef struct
{
  Importer *importer;
  const CnscdScheduleEntry *entry;
  CnscdSchedulePlace *place;
  CnscdDate day;
  CnscdScheduleNames *teams;
  const CnscdSessionSummary *stored; /* (nullable) */
  CnscdSessionRecords *before;       /* (nullable) */
  CnscdSessionRecords *after;
  GString *kept; /* lines for the note: what could not be put in its place */
} Row;

static void
item_free (gpointer data)
{
  CnscdScheduleItem *item = data;

  g_free (item->title);
  g_free (item);
}

G_GNUC_PRINTF (5, 6)
static void
add_finding (const Row *row,
             CnscdFindingLevel level,
             const char *code,
             CnscdScheduleColumn column,
             const char *format,
             ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  cnscd_findings_add (row->importer->plan->findings, level, code, row->entry->sheet,
                      row->entry->row, row->entry->columns[column], "%s", message);
}

/* Nothing that the file says is lost: what has no place of its own goes into the note. */
static void
keep_in_note (Row *row, const char *title, const char *text)
{
  g_string_append_printf (row->kept, "%s%s: %s", row->kept->len > 0 ? "\n" : "", title, text);
}

static const char *
get_text (const Row *row, CnscdScheduleColumn column)
{
  return row->entry->texts[column];
}

/* As a cell says it: in one line, without what no cell can hold. */
static gboolean
says_same (const char *stored, const char *text)
{
  g_autofree char *clean = stored != NULL ? cnscd_text_clean (stored) : NULL;

  return g_strcmp0 (clean, text) == 0;
}

static void
set_text (Row *row, char **field, CnscdScheduleColumn column)
{
  const char *text = get_text (row, column);

  if (text != NULL && !says_same (*field, text))
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
  return number < G_MAXINT ? number : -1;
}

static void
set_count (Row *row, gint64 *field, CnscdScheduleColumn column, const char *title)
{
  const char *text = get_text (row, column);
  gint64 count;

  if (text == NULL)
    return;
  count = parse_count (text);
  if (count >= 0)
    {
      *field = count;
      return;
    }
  add_finding (row, CNSCD_FINDING_WARNING, "number-unreadable", column,
               _ ("“%s” is no number. It is kept in the note."), text);
  keep_in_note (row, title, text);
}

static char *
dup_title (const CnscdScheduleEntry *entry)
{
  const char *audience = entry->texts[CNSCD_SCHEDULE_AUDIENCE];

  if (entry->texts[CNSCD_SCHEDULE_TITLE] != NULL)
    return g_strdup (entry->texts[CNSCD_SCHEDULE_TITLE]);
  if (entry->texts[CNSCD_SCHEDULE_TOPICS] != NULL)
    return g_strdup (entry->texts[CNSCD_SCHEDULE_TOPICS]);
  if (audience != NULL)
    return g_strconcat ("Hướng dẫn: ", audience, NULL);
  return g_strdup ("Buổi hướng dẫn");
}

static CnscdSchedulePlace *
ensure_place (Importer *importer, const char *unit, GError **error)
{
  CnscdSchedulePlace *place = g_hash_table_lookup (importer->places, unit);

  if (place != NULL)
    return place;
  place = cnscd_schedule_place_load (importer->database, unit, error);
  if (place != NULL)
    g_hash_table_insert (importer->places, place->unit, place);
  return place;
}

/* The commune that the row names; NULL with @known %FALSE when it is no one that may be. */
static const char *
find_unit (Row *row, gboolean *known)
{
  Importer *importer = row->importer;
  const char *text = get_text (row, CNSCD_SCHEDULE_UNIT);
  g_autofree char *kind = NULL;
  g_autofree char *name = NULL;
  const CnscdUnit *unit;

  *known = TRUE;
  if (text == NULL)
    return importer->plan->unit;

  if (!cnscd_unit_words_parse (text, &kind, &name))
    name = g_strdup (text);
  unit = cnscd_import_find_unit (importer->units, kind, name);
  if (unit != NULL && (importer->wanted == NULL || unit == importer->wanted))
    return unit->code;

  *known = FALSE;
  if (unit == NULL)
    add_finding (row, CNSCD_FINDING_ERROR, "unit-unknown", CNSCD_SCHEDULE_UNIT,
                 _ ("There is no commune “%s”. The row is not imported."), text);
  else
    add_finding (row, CNSCD_FINDING_ERROR, "unit-other", CNSCD_SCHEDULE_UNIT,
                 _ ("The row is of %s, which is not the commune of this import. It is not "
                    "imported."),
                 text);
  return NULL;
}

static gboolean
is_claimed (const Row *row, const CnscdSessionSummary *session)
{
  return g_hash_table_contains (row->importer->claimed, session->session);
}

static gboolean
has_teams (const CnscdSessionRecords *records, GPtrArray *teams)
{
  guint n_found = 0;

  for (guint i = 0; i < records->teams->len; i++)
    {
      const CnscdSessionTeam *team = records->teams->pdata[i];

      for (guint j = 0; j < teams->len; j++)
        n_found += g_str_equal (team->team, teams->pdata[j]);
    }
  return n_found == records->teams->len && n_found == teams->len;
}

static gboolean
take_stored (Row *row, const CnscdSessionSummary *session, GError **error)
{
  row->before = cnscd_session_load (row->importer->database, session->session, error);
  if (row->before == NULL)
    return FALSE;
  row->stored = session;
  g_hash_table_add (row->importer->claimed, session->session);
  return TRUE;
}

/* By the short code: of two sessions with the same one that which begins then. */
static gboolean
match_by_code (Row *row, GError **error)
{
  const char *text = get_text (row, CNSCD_SCHEDULE_CODE);
  g_autofree char *code = text != NULL ? g_ascii_strup (text, -1) : NULL;
  GPtrArray *list = code != NULL ? g_hash_table_lookup (row->place->by_code, code) : NULL;
  const CnscdSessionSummary *found = NULL;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const CnscdSessionSummary *session = list->pdata[i];

      if (!is_claimed (row, session) &&
          (found == NULL || session->starts_at == row->entry->starts_at))
        found = session;
    }
  return found == NULL || take_stored (row, found, error);
}

/* By start, title and teams. */
static gboolean
match_by_content (Row *row, const char *title, GError **error)
{
  GPtrArray *list = g_hash_table_lookup (row->place->by_start, &row->entry->starts_at);
  g_autofree char *key = cnscd_text_match_key (title);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const CnscdSessionSummary *session = list->pdata[i];
      g_autofree char *other = cnscd_text_match_key (session->title);

      if (is_claimed (row, session) || !g_str_equal (key, other))
        continue;
      if (!take_stored (row, session, error))
        return FALSE;
      if (has_teams (row->before, row->teams->ids))
        return TRUE;
      g_hash_table_remove (row->importer->claimed, session->session);
      g_clear_pointer (&row->before, cnscd_session_records_unref);
      row->stored = NULL;
    }
  return TRUE;
}

static void
report_names (Row *row,
              const CnscdScheduleNames *names,
              CnscdScheduleColumn column,
              const char *code_unknown,
              const char *code_doubtful,
              const char *title)
{
  for (guint i = 0; i < names->unknown->len; i++)
    {
      add_finding (row, CNSCD_FINDING_WARNING, code_unknown, column,
                   _ ("“%s” was not found in the database. It is kept in the note."),
                   (const char *) names->unknown->pdata[i]);
      keep_in_note (row, title, names->unknown->pdata[i]);
    }
  for (guint i = 0; i < names->doubtful->len; i++)
    {
      add_finding (row, CNSCD_FINDING_WARNING, code_doubtful, column,
                   _ ("There are several with the name “%s”. It is kept in the note: choose the "
                      "right one by hand."),
                   (const char *) names->doubtful->pdata[i]);
      keep_in_note (row, title, names->doubtful->pdata[i]);
    }
}

static gboolean
is_complete (const CnscdScheduleNames *names)
{
  return names->unknown->len == 0 && names->doubtful->len == 0;
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
set_teams (Row *row)
{
  GPtrArray *teams = row->after->teams;
  const char *hamlet = row->after->session->hamlet;

  if (row->stored != NULL && says_same (row->stored->teams, get_text (row, CNSCD_SCHEDULE_TEAM)))
    return;

  report_names (row, row->teams, CNSCD_SCHEDULE_TEAM, "team-unknown", "team-doubtful", "Tổ");
  /* a row that names all its teams leaves out the others */
  for (guint i = teams->len; i-- > 0 && row->teams->ids->len > 0 && is_complete (row->teams);)
    {
      if (!contains (row->teams->ids, ((CnscdSessionTeam *) teams->pdata[i])->team))
        g_ptr_array_remove_index (teams, i);
    }
  for (guint i = 0; i < row->teams->ids->len; i++)
    cnscd_session_records_add_team (row->after, row->teams->ids->pdata[i]);

  /* one of the two tells the other, where the file has no column for it */
  if (row->before == NULL && hamlet == NULL && row->entry->columns[CNSCD_SCHEDULE_HAMLET] == 0 &&
      row->teams->ids->len == 1 && is_complete (row->teams))
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
set_hamlet (Row *row)
{
  const char *text = get_text (row, CNSCD_SCHEDULE_HAMLET);
  gboolean doubtful;
  const char *id;

  if (text == NULL)
    return;
  if (row->stored != NULL)
    {
      g_autofree char *stored =
        cnscd_export_dup_hamlet (row->stored->hamlet_kind, row->stored->hamlet_name);

      if (says_same (stored, text))
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
    report_names (row, names, CNSCD_SCHEDULE_HAMLET, "hamlet-unknown", "hamlet-doubtful",
                  "Xóm, tổ dân phố");
  }
}

static void
set_topics (Row *row)
{
  const char *text = get_text (row, CNSCD_SCHEDULE_TOPICS);
  gboolean within = get_text (row, CNSCD_SCHEDULE_TITLE) == NULL;
  g_autoptr (CnscdScheduleNames) names = NULL;
  GPtrArray *topics = row->after->topics;

  if (text == NULL || (row->stored != NULL && says_same (row->stored->topics, text)))
    return;

  names = cnscd_schedule_names_new ();
  cnscd_schedule_find_topics (row->place, text, within, names);
  report_names (row, names, CNSCD_SCHEDULE_TOPICS, "topic-unknown", "topic-doubtful", "Nội dung");
  for (guint i = topics->len; i-- > 0 && !within && names->ids->len > 0 && is_complete (names);)
    {
      if (!contains (names->ids, ((CnscdSessionTopic *) topics->pdata[i])->topic))
        g_ptr_array_remove_index (topics, i);
    }
  /* a sentence says what is taught, until somebody has chosen the topics */
  for (guint i = 0; i < names->ids->len && (!within || row->before == NULL); i++)
    cnscd_session_records_add_topic (row->after, names->ids->pdata[i]);
}

static void
set_audience (Row *row)
{
  const char *text = get_text (row, CNSCD_SCHEDULE_AUDIENCE);
  const char *id;

  if (text == NULL || (row->stored != NULL && says_same (row->stored->audience_name, text)))
    return;
  id = cnscd_schedule_find_audience (row->place, text);
  if (id != NULL)
    {
      cnscd_record_set (row->after->session, audience, id);
      return;
    }
  add_finding (row, CNSCD_FINDING_WARNING, "audience-unknown", CNSCD_SCHEDULE_AUDIENCE,
               _ ("“%s” was not found in the database. It is kept in the note."), text);
  keep_in_note (row, "Đối tượng", text);
}

/* Whom the row names in each of the columns for guides. */
static CnscdScheduleNames *
find_guides (Row *row)
{
  static const struct
  {
    CnscdScheduleColumn column;
    CnscdGuidePart part;
  } columns[] = {
    { CNSCD_SCHEDULE_LEADER, CNSCD_GUIDE_PART_LEADS },
    { CNSCD_SCHEDULE_GUIDES, CNSCD_GUIDE_PART_UNKNOWN },
    { CNSCD_SCHEDULE_HELPERS, CNSCD_GUIDE_PART_HELPS },
  };
  g_autoptr (CnscdScheduleNames) names = cnscd_schedule_names_new ();
  g_autoptr (GPtrArray) teams = g_ptr_array_new ();

  for (guint i = 0; i < row->after->teams->len; i++)
    g_ptr_array_add (teams, ((CnscdSessionTeam *) row->after->teams->pdata[i])->team);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const char *text = get_text (row, columns[i].column);

      if (text != NULL)
        cnscd_schedule_find_guides (row->place, text, columns[i].part, teams, row->day, names);
    }
  for (guint i = 0; i < names->ids->len; i++)
    g_hash_table_add (row->importer->people, g_strdup (names->ids->pdata[i]));
  return g_steal_pointer (&names);
}

static const char *
get_person (const Row *row, const char *membership)
{
  for (guint i = 0; i < row->place->memberships->len; i++)
    {
      const CnscdMembership *one = row->place->memberships->pdata[i];

      if (g_str_equal (one->record.id, membership))
        return one->person;
    }
  return NULL;
}

/* The guide that is there already, perhaps by another membership of the same person. */
static CnscdSessionGuide *
find_guide (const Row *row, const char *membership)
{
  const char *person = get_person (row, membership);

  for (guint i = 0; i < row->after->guides->len; i++)
    {
      CnscdSessionGuide *guide = row->after->guides->pdata[i];

      if (g_str_equal (guide->membership, membership) ||
          (person != NULL && g_strcmp0 (person, get_person (row, guide->membership)) == 0))
        return guide;
    }
  return NULL;
}

static void
remove_other_guides (Row *row, const CnscdScheduleNames *names)
{
  g_autoptr (GHashTable) meant = g_hash_table_new (NULL, NULL);
  GPtrArray *guides = row->after->guides;

  for (guint i = 0; i < names->ids->len; i++)
    g_hash_table_add (meant, find_guide (row, names->ids->pdata[i]));
  for (guint i = guides->len; i-- > 0;)
    {
      if (!g_hash_table_contains (meant, guides->pdata[i]))
        g_ptr_array_remove_index (guides, i);
    }
}

static void
set_guides (Row *row)
{
  g_autoptr (CnscdScheduleNames) names = find_guides (row);
  const char *text = get_text (row, CNSCD_SCHEDULE_GUIDES);

  if (row->stored != NULL && row->stored->guides != NULL && text != NULL)
    {
      g_autofree char *said = cnscd_schedule_dup_guide_names (text);

      /* nobody else is named than is there, whoever else has that name */
      if (says_same (row->stored->guides, said) && !is_complete (names))
        return;
    }
  report_names (row, names, CNSCD_SCHEDULE_GUIDES, "guide-unknown", "guide-doubtful",
                "Người hướng dẫn");
  if (row->before != NULL && names->ids->len > 0 && is_complete (names))
    remove_other_guides (row, names);
  for (guint i = 0; i < names->ids->len; i++)
    {
      CnscdGuidePart part = g_array_index (names->parts, CnscdGuidePart, i);
      const CnscdSessionGuide *there = find_guide (row, names->ids->pdata[i]);

      if (there == NULL)
        cnscd_session_records_add_guide (row->after, names->ids->pdata[i], part);
      else if (part != CNSCD_GUIDE_PART_UNKNOWN && there->part != (int) part)
        cnscd_session_records_add_guide (row->after, there->membership, part);
    }
}

static void
set_state (Row *row)
{
  CnscdSession *session = row->after->session;
  const char *text = get_text (row, CNSCD_SCHEDULE_STATE);
  CnscdSessionState state = cnscd_session_state_parse (text);

  if (state != CNSCD_SESSION_STATE_UNKNOWN)
    session->state = (int) state;
  else if (text != NULL)
    {
      add_finding (row, CNSCD_FINDING_WARNING, "state-unknown", CNSCD_SCHEDULE_STATE,
                   _ ("“%s” is no state of a session. It is kept in the note."), text);
      keep_in_note (row, "Trạng thái", text);
    }
  else if (row->before == NULL && session->attendance != CNSCD_COUNT_UNKNOWN)
    session->state = CNSCD_SESSION_STATE_HELD;
}

static void
report_ignored (Row *row, const CnscdScheduleFigure *figure)
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
set_results (Row *row)
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
set_reported (Row *row)
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
set_note (Row *row)
{
  CnscdSession *session = row->after->session;
  const char *text = get_text (row, CNSCD_SCHEDULE_NOTE);
  g_autoptr (GString) note = g_string_new (NULL);
  g_autofree char *clean = session->note != NULL ? cnscd_text_clean (session->note) : NULL;
  g_autofree char *said = text != NULL ? cnscd_text_clean (text) : NULL;
  g_auto (GStrv) lines = NULL;

  if (row->entry->written_time != NULL)
    keep_in_note (row, "Thời gian", row->entry->written_time);

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

static void
fill (Row *row, const char *title)
{
  CnscdSession *session = row->after->session;

  if (!says_same (session->title, title))
    cnscd_record_set (session, title, title);
  session->starts_at = row->entry->starts_at;
  session->ends_at = row->entry->ends_at;
  set_text (row, &session->place, CNSCD_SCHEDULE_PLACE);
  set_hamlet (row);
  set_teams (row);
  set_topics (row);
  set_audience (row);
  set_guides (row);
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

static gboolean
write_changes (Importer *importer, const CnscdChangeSet *set, GError **error)
{
  for (guint i = 0; i < cnscd_change_set_get_n_changes (set); i++)
    {
      const CnscdRecordChange *change = cnscd_change_set_get_change (set, i);
      const CnscdRecord *before = change->before;
      gboolean done;

      if (!cnscd_import_transaction_ensure_action (&importer->transaction, error))
        return FALSE;
      if (before == NULL)
        done = cnscd_record_store_add (importer->database, change->after, error);
      else if (change->after != NULL)
        done = cnscd_record_store_put (importer->database, change->after, error);
      else
        done = cnscd_record_store_delete (importer->database, before->kind, before->id, error);
      if (!done)
        return FALSE;
    }
  return TRUE;
}

static gboolean
save (Row *row, CnscdImportFate *fate, GError **error)
{
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("");
  CnscdImportCount *count = &row->importer->plan->sessions;

  if (row->before == NULL)
    cnscd_session_add (set, row->after);
  else
    cnscd_session_save (set, row->before, row->after);
  *fate = row->before == NULL                        ? CNSCD_IMPORT_CREATE
          : cnscd_change_set_get_n_changes (set) > 0 ? CNSCD_IMPORT_UPDATE
                                                     : CNSCD_IMPORT_UNCHANGED;
  count->created += *fate == CNSCD_IMPORT_CREATE;
  count->updated += *fate == CNSCD_IMPORT_UPDATE;
  count->unchanged += *fate == CNSCD_IMPORT_UNCHANGED;
  return write_changes (row->importer, set, error);
}

static CnscdSessionRecords *
new_records (const Row *row)
{
  g_autoptr (CnscdSession) session = cnscd_record_new (&CNSCD_KIND_SESSION, row->place->unit);

  session->state = CNSCD_SESSION_STATE_PLANNED;
  return cnscd_session_records_new (session);
}

static gboolean
import_row (Row *row, GError **error)
{
  g_autofree char *title = dup_title (row->entry);
  const char *teams = get_text (row, CNSCD_SCHEDULE_TEAM);
  const char *hamlet = get_text (row, CNSCD_SCHEDULE_HAMLET);
  CnscdScheduleItem *item;
  gboolean doubtful;

  if (teams != NULL)
    cnscd_schedule_find_teams (row->place, teams, row->day, row->teams);
  else if (hamlet != NULL && row->entry->columns[CNSCD_SCHEDULE_TEAM] == 0)
    {
      const char *id = cnscd_schedule_find_hamlet (row->place, hamlet, &doubtful);
      const char *team = id != NULL ? cnscd_schedule_find_team_of (row->place, id, row->day) : NULL;

      if (team != NULL)
        g_ptr_array_add (row->teams->ids, g_strdup (team));
    }

  if (!match_by_code (row, error) || (row->before == NULL && !match_by_content (row, title, error)))
    return FALSE;
  row->after = row->before != NULL ? cnscd_session_records_copy (row->before) : new_records (row);
  fill (row, title);

  item = g_new0 (CnscdScheduleItem, 1);
  item->entry = row->entry;
  item->title = g_strdup (row->after->session->title);
  g_ptr_array_add (row->importer->plan->items, item);
  return save (row, &item->fate, error);
}

static gboolean
import_entry (Importer *importer, const CnscdScheduleEntry *entry, GError **error)
{
  Row row = { .importer = importer, .entry = entry };
  const char *unit;
  gboolean known;
  gboolean done;

  unit = find_unit (&row, &known);
  if (!known)
    return TRUE;
  row.place = ensure_place (importer, unit, error);
  if (row.place == NULL)
    return FALSE;

  row.day = cnscd_time_get_day (entry->starts_at);
  row.teams = cnscd_schedule_names_new ();
  row.kept = g_string_new (NULL);
  done = import_row (&row, error);
  g_clear_pointer (&row.before, cnscd_session_records_unref);
  g_clear_pointer (&row.after, cnscd_session_records_unref);
  g_string_free (row.kept, TRUE);
  cnscd_schedule_names_free (row.teams);
  return done;
}

/* Everything that writes, inside the transaction. */
static gboolean
apply (gpointer user_data, GError **error)
{
  Importer *importer = user_data;
  const CnscdImportOptions *options = importer->options;
  GPtrArray *entries = importer->plan->table->entries;
  g_autofree char *detail = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      if (i % STEP == 0)
        {
          if (options->progress != NULL)
            options->progress (i, entries->len, options->progress_data);
          if (g_cancellable_set_error_if_cancelled (importer->cancellable, error))
            return FALSE;
        }
      if (!import_entry (importer, entries->pdata[i], error))
        return FALSE;
    }

  detail =
    g_strdup_printf ("%s (%s)", options->label != NULL ? options->label : "",
                     importer->plan->unit != NULL ? importer->plan->unit : CNSCD_PROVINCE_CODE);
  return cnscd_audit_add (importer->database, "import", "sessions", detail,
                          g_hash_table_size (importer->people), error) &&
         !g_cancellable_set_error_if_cancelled (importer->cancellable, error);
}

/* The commune of the rows that name none. */
static gboolean
choose_unit (Importer *importer, GError **error)
{
  CnscdSchedulePlan *plan = importer->plan;
  gboolean needed = FALSE;

  importer->units = cnscd_units_list (importer->database, NULL, error);
  if (importer->units == NULL ||
      !cnscd_import_check_wanted (importer->units, importer->options->unit, &importer->wanted,
                                  error))
    return FALSE;

  for (guint i = 0; i < plan->table->entries->len; i++)
    needed =
      needed ||
      ((CnscdScheduleEntry *) plan->table->entries->pdata[i])->texts[CNSCD_SCHEDULE_UNIT] == NULL;
  if (!needed)
    return TRUE;

  plan->unit = cnscd_import_choose_unit (importer->database, importer->units, importer->wanted,
                                         plan->table->unit_kind, plan->table->unit_name,
                                         plan->findings, error);
  return plan->unit != NULL;
}

static void
importer_init (Importer *importer,
               CnscdDatabase *database,
               const CnscdImportOptions *options,
               CnscdSchedulePlan *plan,
               GCancellable *cancellable)
{
  importer->database = database;
  importer->options = options;
  importer->cancellable = cancellable;
  importer->plan = plan;
  importer->transaction.database = database;
  importer->transaction.label = options->label;
  importer->transaction.dry_run = options->dry_run;
  importer->places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            (GDestroyNotify) cnscd_schedule_place_free);
  importer->claimed = g_hash_table_new (g_str_hash, g_str_equal);
  importer->ignored = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  importer->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
importer_clear (Importer *importer)
{
  g_clear_pointer (&importer->units, g_ptr_array_unref);
  g_hash_table_unref (importer->claimed);
  g_hash_table_unref (importer->places);
  g_hash_table_unref (importer->ignored);
  g_hash_table_unref (importer->people);
}

static void
set_nothing_error (const CnscdScheduleTable *table, GError **error)
{
  for (guint i = 0; i < table->findings->len && table->n_tables > 0; i++)
    {
      const CnscdFinding *finding = table->findings->pdata[i];

      if (finding->level == CNSCD_FINDING_ERROR)
        {
          g_set_error_literal (error, CNSCD_IMPORT_ERROR, CNSCD_IMPORT_ERROR_NOTHING,
                               finding->message);
          return;
        }
    }
  g_set_error_literal (
    error, CNSCD_IMPORT_ERROR, CNSCD_IMPORT_ERROR_NOTHING,
    _ ("No session was found in the file. It needs a table with heads such as “Ngày”, “Giờ”, “Địa "
       "điểm” and “Nội dung”."));
}

/**
 * cnscd_schedule_import_run: (skip)
 * @database: the database
 * @workbook: a file that was read
 * @options: (nullable): what to do with it
 * @cancellable: (nullable): a way to stop
 * @error: return location for a #CnscdImportError, #CnscdStoreError or #GIOErrorEnum
 *
 * Imports a schedule, all of it or nothing, as cnscd_import_run() does a
 * roster: a dry run, a backup first, one action that can be undone.
 *
 * A row is a stored session when it has its short code, or begins at the same
 * time with the same title and teams; else it is a new one. An empty cell
 * changes nothing; a list of which everything is known replaces the stored
 * one. What is not understood is kept in the note.
 *
 * Returns: (transfer full) (nullable): what was done, or would be
 */
CnscdSchedulePlan *
cnscd_schedule_import_run (CnscdDatabase *database,
                           const CnscdWorkbook *workbook,
                           const CnscdImportOptions *options,
                           GCancellable *cancellable,
                           GError **error)
{
  static const CnscdImportOptions no_options = { 0 };
  g_autoptr (CnscdSchedulePlan) plan = g_new0 (CnscdSchedulePlan, 1);
  Importer importer = { 0 };
  gboolean done;

  g_return_val_if_fail (database != NULL && workbook != NULL, NULL);

  if (options == NULL)
    options = &no_options;
  plan->dry_run = options->dry_run;
  plan->items = g_ptr_array_new_with_free_func (item_free);
  plan->table = cnscd_schedule_table_recognize (workbook);
  plan->findings = g_ptr_array_ref (plan->table->findings);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (plan->table->entries->len == 0)
    {
      set_nothing_error (plan->table, error);
      return NULL;
    }

  importer_init (&importer, database, options, plan, cancellable);
  done = choose_unit (&importer, error) &&
         cnscd_import_transaction_run (&importer.transaction, apply, &importer, error);
  importer_clear (&importer);
  if (done && options->progress != NULL)
    options->progress (plan->table->entries->len, plan->table->entries->len,
                       options->progress_data);
  return done ? g_steal_pointer (&plan) : NULL;
}

/**
 * cnscd_schedule_plan_free: (skip)
 * @plan: (nullable) (transfer full): a plan
 */
void
cnscd_schedule_plan_free (CnscdSchedulePlan *plan)
{
  if (plan == NULL)
    return;

  g_free (plan->unit);
  g_clear_pointer (&plan->items, g_ptr_array_unref);
  g_clear_pointer (&plan->findings, g_ptr_array_unref);
  g_clear_pointer (&plan->table, cnscd_schedule_table_free);
  g_free (plan);
}
