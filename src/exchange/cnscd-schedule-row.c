/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-schedule-private.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-text.h"
#include "store/cnscd-record-store.h"

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

static gboolean
is_claimed (const CnscdScheduleRow *row, const CnscdSessionSummary *session)
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
take_stored (CnscdScheduleRow *row, const CnscdSessionSummary *session, GError **error)
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
match_by_code (CnscdScheduleRow *row, GError **error)
{
  const char *text = cnscd_schedule_row_get_text (row, CNSCD_SCHEDULE_CODE);
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
match_by_content (CnscdScheduleRow *row, const char *title, GError **error)
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

static gboolean
write_changes (CnscdScheduleImporter *importer, const CnscdChangeSet *set, GError **error)
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
save (CnscdScheduleRow *row, GError **error)
{
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("");
  CnscdImportCount *count = &row->importer->plan->sessions;

  if (row->before == NULL)
    {
      cnscd_session_add (set, row->after);
      count->created++;
    }
  else
    {
      cnscd_session_save (set, row->before, row->after);
      if (cnscd_change_set_get_n_changes (set) > 0)
        count->updated++;
      else
        count->unchanged++;
    }
  return write_changes (row->importer, set, error) &&
         (cnscd_change_set_get_n_changes (set) == 0 ||
          cnscd_schedule_row_report_clashes (row, error));
}

static CnscdSessionRecords *
new_records (const CnscdScheduleRow *row)
{
  g_autoptr (CnscdSession) session = cnscd_record_new (&CNSCD_KIND_SESSION, row->place->unit);

  session->state = CNSCD_SESSION_STATE_PLANNED;
  return cnscd_session_records_new (session);
}

/**
 * cnscd_schedule_row_add_finding: (skip)
 * @row: a row
 * @level: how much it matters
 * @code: a static, stable word for programs
 * @column: of what in the row
 * @format: printf() format of the message, already translated
 * @...: its arguments
 */
void
cnscd_schedule_row_add_finding (const CnscdScheduleRow *row,
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

/**
 * cnscd_schedule_row_keep_in_note: (skip)
 * @row: a row
 * @title: what it is of
 * @text: what the file says
 *
 * Nothing that the file says is lost: what has no place of its own goes into the note.
 */
void
cnscd_schedule_row_keep_in_note (CnscdScheduleRow *row, const char *title, const char *text)
{
  g_string_append_printf (row->kept, "%s%s: %s", row->kept->len > 0 ? "\n" : "", title, text);
}

/**
 * cnscd_schedule_row_get_text: (skip)
 * @row: a row
 * @column: of what
 *
 * Returns: (nullable): what the row says of it
 */
const char *
cnscd_schedule_row_get_text (const CnscdScheduleRow *row, CnscdScheduleColumn column)
{
  return row->entry->texts[column];
}

/**
 * cnscd_schedule_says_same: (skip)
 * @stored: (nullable): a stored text
 * @text: (nullable): a cell
 *
 * Returns: whether the cell is how the text is exported: in one line, without what no cell can hold
 */
gboolean
cnscd_schedule_says_same (const char *stored, const char *text)
{
  g_autofree char *clean = stored != NULL ? cnscd_text_clean (stored) : NULL;

  return g_strcmp0 (clean, text) == 0;
}

/**
 * cnscd_schedule_names_is_complete: (skip)
 * @names: what a row names
 *
 * Returns: whether all of it was found
 */
gboolean
cnscd_schedule_names_is_complete (const CnscdScheduleNames *names)
{
  return names->unknown->len == 0 && names->doubtful->len == 0;
}

/**
 * cnscd_schedule_row_report_names: (skip)
 * @row: a row
 * @names: what it names
 * @column: where
 * @code_unknown: code of the finding for what is not known
 * @code_doubtful: code of the finding for what may be several
 * @title: what they are called in the note
 *
 * Tells what was not found, and keeps it in the note.
 */
void
cnscd_schedule_row_report_names (CnscdScheduleRow *row,
                                 const CnscdScheduleNames *names,
                                 CnscdScheduleColumn column,
                                 const char *code_unknown,
                                 const char *code_doubtful,
                                 const char *title)
{
  for (guint i = 0; i < names->unknown->len; i++)
    {
      cnscd_schedule_row_add_finding (
        row, CNSCD_FINDING_WARNING, code_unknown, column,
        _ ("“%s” was not found in the database. It is kept in the note."),
        (const char *) names->unknown->pdata[i]);
      cnscd_schedule_row_keep_in_note (row, title, names->unknown->pdata[i]);
    }
  for (guint i = 0; i < names->doubtful->len; i++)
    {
      cnscd_schedule_row_add_finding (
        row, CNSCD_FINDING_WARNING, code_doubtful, column,
        _ ("There are several with the name “%s”. It is kept in the note: choose the "
           "right one by hand."),
        (const char *) names->doubtful->pdata[i]);
      cnscd_schedule_row_keep_in_note (row, title, names->doubtful->pdata[i]);
    }
}

/**
 * cnscd_schedule_row_import: (skip)
 * @row: a row whose commune is known
 * @error: return location for a #CnscdStoreError
 *
 * Finds the session that the row speaks of, or makes it, and stores what changes.
 *
 * Returns: whether nothing failed
 */
gboolean
cnscd_schedule_row_import (CnscdScheduleRow *row, GError **error)
{
  g_autofree char *title = dup_title (row->entry);
  const char *teams = cnscd_schedule_row_get_text (row, CNSCD_SCHEDULE_TEAM);
  const char *hamlet = cnscd_schedule_row_get_text (row, CNSCD_SCHEDULE_HAMLET);
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
  if (row->entry->without_time && row->before == NULL)
    {
      cnscd_schedule_row_add_finding (
        row, CNSCD_FINDING_ERROR, "session-time-missing",
        row->entry->columns[CNSCD_SCHEDULE_TIME] > 0 ? CNSCD_SCHEDULE_TIME : CNSCD_SCHEDULE_START,
        _ ("The row has no time, and is not imported: write the time as 8h00–10h00."));
      return TRUE;
    }
  row->after = row->before != NULL ? cnscd_session_records_copy (row->before) : new_records (row);
  cnscd_schedule_row_fill (row, title);
  return save (row, error);
}
