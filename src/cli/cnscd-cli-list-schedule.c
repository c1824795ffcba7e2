/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-cli-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/cnscd-text.h"
#include "store/cnscd-catalog-store.h"
#include "store/cnscd-sessions.h"

static gboolean
matches (const char *folded_search, const char *first, const char *second, const char *third)
{
  g_autofree char *text =
    g_strconcat (first != NULL ? first : "", " ", second != NULL ? second : "", " ",
                 third != NULL ? third : "", NULL);
  g_autofree char *folded = cnscd_text_search_key (text);

  return folded_search == NULL || (folded != NULL && strstr (folded, folded_search) != NULL);
}

/* For people "27/11/2026 19h00–20h30". */
static void
add_times (CnscdCliRows *rows, const CnscdSessionSummary *session)
{
  g_autofree char *day = cnscd_date_format (cnscd_time_get_day (session->starts_at));
  g_autofree char *from = cnscd_time_format_clock (session->starts_at);
  g_autofree char *to = cnscd_time_format_clock (session->ends_at);
  g_autofree char *shown = g_strdup_printf ("%s %s–%s", day, from, to);
  char starts_at[CNSCD_TIME_ISO_SIZE], ends_at[CNSCD_TIME_ISO_SIZE];

  cnscd_cli_rows_shown (rows, "starts_at", cnscd_time_write_iso (session->starts_at, starts_at),
                        shown);
  cnscd_cli_rows_hidden (rows, "ends_at", cnscd_time_write_iso (session->ends_at, ends_at));
}

static void
add_session (CnscdCliRows *rows, const CnscdSessionSummary *session)
{
  g_autofree char *code = cnscd_session_dup_code (session->session);

  cnscd_cli_rows_begin (rows);
  cnscd_cli_rows_hidden (rows, "id", session->session);
  cnscd_cli_rows_hidden (rows, "unit", session->unit);
  cnscd_cli_rows_text (rows, "code", code);
  add_times (rows, session);
  cnscd_cli_rows_text (rows, "title", session->title);
  cnscd_cli_rows_choice (rows, "state", &CNSCD_KIND_SESSION, "state", (int) session->state);
  cnscd_cli_rows_text (rows, "place", session->place);
  cnscd_cli_rows_hidden (rows, "hamlet", session->hamlet_name);
  cnscd_cli_rows_hidden (rows, "audience", session->audience_name);
  cnscd_cli_rows_hidden (rows, "topics", session->topics);
  cnscd_cli_rows_text (rows, "teams", session->teams);
  cnscd_cli_rows_text (rows, "guides", session->guides);
  cnscd_cli_rows_count (rows, "expected", session->expected);
  cnscd_cli_rows_count (rows, "attendance", session->attendance);
  cnscd_cli_rows_end (rows);
}

gboolean
cnscd_cli_list_sessions (CnscdCliRows *rows,
                         CnscdDatabase *database,
                         const CnscdCliQuery *query,
                         GError **error)
{
  g_autofree char *folded = query->search != NULL ? cnscd_text_search_key (query->search) : NULL;
  CnscdSessionQuery which = CNSCD_SESSION_QUERY_ALL;
  g_autoptr (GPtrArray) sessions = NULL;

  which.unit = query->unit;
  which.team = query->team;
  which.from = query->from;
  which.to = query->to;
  sessions = cnscd_sessions_list (database, &which, error);
  if (sessions == NULL)
    return FALSE;

  cnscd_cli_rows_add_column (rows, _ ("Code"));
  cnscd_cli_rows_add_column (rows, _ ("Time"));
  cnscd_cli_rows_add_column (rows, C_ ("session", "Title"));
  cnscd_cli_rows_add_column (rows, C_ ("session", "State"));
  cnscd_cli_rows_add_column (rows, C_ ("session", "Place"));
  cnscd_cli_rows_add_column (rows, _ ("Team"));
  cnscd_cli_rows_add_column (rows, C_ ("session", "Guides"));
  cnscd_cli_rows_add_number_column (rows, C_ ("session", "Expected"));
  cnscd_cli_rows_add_number_column (rows, C_ ("session", "Attended"));
  for (guint i = 0; i < sessions->len; i++)
    {
      const CnscdSessionSummary *session = g_ptr_array_index (sessions, i);

      if (matches (folded, session->title, session->place, session->guides) ||
          (cnscd_session_code_is_code (query->search) &&
           cnscd_session_code_matches (session->session, query->search)))
        add_session (rows, session);
    }

  return TRUE;
}

static void
add_catalog_columns (CnscdCliRows *rows, const char *title)
{
  cnscd_cli_rows_add_number_column (rows, C_ ("catalogue", "No."));
  cnscd_cli_rows_add_column (rows, title);
  cnscd_cli_rows_add_column (rows, C_ ("catalogue", "Until"));
}

gboolean
cnscd_cli_list_topics (CnscdCliRows *rows,
                       CnscdDatabase *database,
                       const CnscdCliQuery *query,
                       GError **error)
{
  g_autofree char *folded = query->search != NULL ? cnscd_text_search_key (query->search) : NULL;
  g_autoptr (CnscdCatalog) catalog = cnscd_catalog_read (database, query->unit, error);

  if (catalog == NULL)
    return FALSE;

  add_catalog_columns (rows, C_ ("catalogue", "Topic"));
  for (guint i = 0; i < catalog->topics->len; i++)
    {
      const CnscdTopic *topic = g_ptr_array_index (catalog->topics, i);

      if (!matches (folded, topic->name, NULL, NULL))
        continue;
      cnscd_cli_rows_begin (rows);
      cnscd_cli_rows_hidden (rows, "id", topic->record.id);
      cnscd_cli_rows_hidden (rows, "unit", topic->record.unit);
      cnscd_cli_rows_count (rows, "ordinal", topic->ordinal);
      cnscd_cli_rows_text (rows, "name", topic->name);
      cnscd_cli_rows_date (rows, "valid_to", topic->valid_to);
      cnscd_cli_rows_end (rows);
    }

  return TRUE;
}

static char *
join_topics (const CnscdCatalog *catalog, const char *audience)
{
  g_autoptr (GPtrArray) topics =
    cnscd_catalog_list_topics_of (catalog, audience, cnscd_date_today ());
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < topics->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "; " : "",
                            ((const CnscdTopic *) topics->pdata[i])->name);

  return names->len > 0 ? g_string_free_and_steal (g_steal_pointer (&names)) : NULL;
}

gboolean
cnscd_cli_list_audiences (CnscdCliRows *rows,
                          CnscdDatabase *database,
                          const CnscdCliQuery *query,
                          GError **error)
{
  g_autofree char *folded = query->search != NULL ? cnscd_text_search_key (query->search) : NULL;
  g_autoptr (CnscdCatalog) catalog = cnscd_catalog_read (database, query->unit, error);

  if (catalog == NULL)
    return FALSE;

  add_catalog_columns (rows, C_ ("catalogue", "Audience"));
  cnscd_cli_rows_add_column (rows, C_ ("catalogue", "Taught first"));
  for (guint i = 0; i < catalog->audiences->len; i++)
    {
      const CnscdAudience *audience = g_ptr_array_index (catalog->audiences, i);
      g_autofree char *topics = join_topics (catalog, audience->record.id);

      if (!matches (folded, audience->name, NULL, NULL))
        continue;
      cnscd_cli_rows_begin (rows);
      cnscd_cli_rows_hidden (rows, "id", audience->record.id);
      cnscd_cli_rows_hidden (rows, "unit", audience->record.unit);
      cnscd_cli_rows_count (rows, "ordinal", audience->ordinal);
      cnscd_cli_rows_text (rows, "name", audience->name);
      cnscd_cli_rows_date (rows, "valid_to", audience->valid_to);
      cnscd_cli_rows_text (rows, "topics", topics);
      cnscd_cli_rows_end (rows);
    }

  return TRUE;
}
