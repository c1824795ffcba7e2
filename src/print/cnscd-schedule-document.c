/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-schedule-document.h"

#include <string.h>

#include "cnscd-official-text.h"
#include "cnscd-recipients.h"
#include "cnscd-table-document.h"
#include "core/cnscd-session-words.h"

/* On upright pages. */
#define NARROW_FONT_SIZE 11

enum
{
  COLUMN_NUMBER,
  COLUMN_DAY,
  COLUMN_HOURS,
  COLUMN_CONTENT,
  COLUMN_PLACE,
  COLUMN_TEAM,
  COLUMN_GUIDES,
  COLUMN_AUDIENCE,
  COLUMN_EXPECTED,
  COLUMN_NOTE,
  N_COLUMNS,
};

static const CnscdTableColumn all_columns[N_COLUMNS] = {
  [COLUMN_NUMBER] = { "STT", NULL, CNSCD_TEXT_ALIGN_CENTER, 26, 0, 0 },
  [COLUMN_DAY] = { "Thứ, ngày", NULL, CNSCD_TEXT_ALIGN_CENTER, 66, 0, 0, .merge_down = TRUE },
  [COLUMN_HOURS] = { "Thời gian", NULL, CNSCD_TEXT_ALIGN_CENTER, 48, 0, 1 },
  [COLUMN_CONTENT] = { "Nội dung", NULL, CNSCD_TEXT_ALIGN_LEFT, 84, 3, 3 },
  [COLUMN_PLACE] = { "Địa điểm", NULL, CNSCD_TEXT_ALIGN_LEFT, 60, 1, 2 },
  [COLUMN_TEAM] = { "Tổ CNSCĐ", NULL, CNSCD_TEXT_ALIGN_LEFT, 50, 1, 1 },
  [COLUMN_GUIDES] = { "Người hướng dẫn", NULL, CNSCD_TEXT_ALIGN_LEFT, 60, 1, 1 },
  [COLUMN_AUDIENCE] = { "Đối tượng", NULL, CNSCD_TEXT_ALIGN_LEFT, 46, 1, 2 },
  [COLUMN_EXPECTED] = { "Dự kiến (người)", NULL, CNSCD_TEXT_ALIGN_CENTER, 36, 0, 0.1 },
  [COLUMN_NOTE] = { "Ghi chú", NULL, CNSCD_TEXT_ALIGN_LEFT, 44, 1, 2 },
};

/* @separator: a line feed where there is room for one name a line */
static char *
join_names (const char *names, const char *separator)
{
  g_auto (GStrv) parts = g_strsplit (names != NULL ? names : "", "; ", -1);

  return g_strjoinv (separator, parts);
}

/* The head of the column says that they are teams. */
static char *
join_teams (const char *teams, const char *separator)
{
  g_auto (GStrv) parts = g_strsplit (teams != NULL ? teams : "", "; ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *rest = cnscd_official_skip_team_words (parts[i]);

      if (rest != NULL)
        {
          g_autofree char *shorter = g_strdup (rest);

          g_set_str (&parts[i], shorter);
        }
    }
  return g_strjoinv (separator, parts);
}

static char *
describe_day (CnscdDate day, gboolean with_lunar)
{
  g_autofree char *date = cnscd_date_format (day);
  g_autofree char *lunar = with_lunar ? cnscd_official_lunar (day) : NULL;

  return g_strconcat (cnscd_weekday_get_title (cnscd_date_get_weekday (day)), ",\n", date,
                      lunar != NULL ? "\n(" : NULL, lunar, lunar != NULL ? " ÂL)" : NULL, NULL);
}

/* Whether the column has one of its own: upright pages are too narrow for all facts. */
static gboolean
has_column (const CnscdSchedule *schedule, guint column)
{
  switch (column)
    {
    case COLUMN_TEAM:
      return schedule->landscape && schedule->team_title == NULL;
    case COLUMN_EXPECTED:
      return schedule->landscape;
    default:
      return TRUE;
    }
}

static char *
describe_guides (const CnscdSchedule *schedule, const CnscdSessionSummary *session)
{
  g_autofree char *guides = join_names (session->guides, schedule->landscape ? "\n" : ", ");
  g_autofree char *teams = NULL;

  if (schedule->landscape || schedule->team_title != NULL || session->teams == NULL)
    return g_steal_pointer (&guides);

  teams = join_teams (session->teams, ", ");
  return g_strconcat ("Tổ ", teams, *guides != '\0' ? ": " : NULL, guides, NULL);
}

static char *
describe_audience (const CnscdSchedule *schedule, const CnscdSessionSummary *session)
{
  const char *name = session->audience_name != NULL ? session->audience_name : "";

  if (schedule->landscape || session->expected < 0)
    return g_strdup (name);

  return g_strdup_printf ("%s%s(%" G_GINT64_FORMAT " người)", name, *name != '\0' ? " " : "",
                          session->expected);
}

static void
add_session (CnscdTable *table,
             const CnscdSchedule *schedule,
             const CnscdSessionSummary *session,
             guint number)
{
  char *facts[N_COLUMNS] = { 0 };
  const char *cells[N_COLUMNS];
  guint n_cells = 0;

  facts[COLUMN_NUMBER] = g_strdup_printf ("%u", number);
  facts[COLUMN_DAY] = describe_day (cnscd_time_get_day (session->starts_at), schedule->with_lunar);
  facts[COLUMN_HOURS] = cnscd_session_dup_hours (session->starts_at, session->ends_at);
  facts[COLUMN_CONTENT] = cnscd_session_dup_content (session->title, session->topics);
  facts[COLUMN_PLACE] =
    cnscd_session_dup_place (session->place, session->hamlet_kind, session->hamlet_name);
  facts[COLUMN_TEAM] = join_teams (session->teams, "\n");
  facts[COLUMN_GUIDES] = describe_guides (schedule, session);
  facts[COLUMN_AUDIENCE] = describe_audience (schedule, session);
  facts[COLUMN_EXPECTED] = session->expected >= 0
                             ? g_strdup_printf ("%" G_GINT64_FORMAT, session->expected)
                             : g_strdup ("—");
  facts[COLUMN_NOTE] = cnscd_session_dup_remark ((CnscdSessionState) session->state, session->note);

  for (guint i = 0; i < N_COLUMNS; i++)
    if (has_column (schedule, i))
      cells[n_cells++] = facts[i];
  cnscd_table_add_row (table, cells);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (facts[i]);
}

static CnscdTable *
build_table (const CnscdSchedule *schedule, CnscdTypesetter *typesetter)
{
  CnscdTableColumn columns[N_COLUMNS];
  CnscdTable *table;
  guint n_columns = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    if (has_column (schedule, i))
      columns[n_columns++] = all_columns[i];

  table = cnscd_table_new (typesetter, columns, n_columns,
                           schedule->landscape ? CNSCD_TABLE_FONT_SIZE : NARROW_FONT_SIZE);
  for (guint i = 0; i < schedule->sessions->len; i++)
    add_session (table, schedule, schedule->sessions->pdata[i], i + 1);
  if (schedule->sessions->len == 0)
    cnscd_table_add_remark (table, "Không có buổi hướng dẫn");

  return table;
}

/* "của Tổ công nghệ số cộng đồng xóm Ba Nhất, xã Võ Nhai" */
static char *
describe_teams (const CnscdSchedule *schedule)
{
  const char *place = schedule->issuer.place_name;
  const char *rest;

  if (schedule->team_title == NULL)
    return g_strconcat ("của các Tổ công nghệ số cộng đồng",
                        place != NULL ? " trên địa bàn " : NULL, place, NULL);

  rest = cnscd_official_skip_team_words (schedule->team_title);
  return g_strconcat ("của ", rest != NULL ? "Tổ công nghệ số cộng đồng " : "",
                      rest != NULL ? rest : schedule->team_title, place != NULL ? ", " : NULL,
                      place, NULL);
}

/* Those who go there. */
static char *
describe_recipients (const CnscdSchedule *schedule)
{
  const char *rest =
    schedule->team_title != NULL ? cnscd_official_skip_team_words (schedule->team_title) : NULL;
  g_autofree char *team =
    rest != NULL ? g_strconcat ("Tổ công nghệ số cộng đồng ", rest, NULL) : NULL;

  if (schedule->team_title == NULL)
    return cnscd_recipients_describe (&schedule->issuer, "Các Tổ công nghệ số cộng đồng");

  return cnscd_recipients_describe (&schedule->issuer, team != NULL ? team : schedule->team_title);
}

static char *
begin_with_capital (const char *text)
{
  g_autofree char *first = g_utf8_substring (text, 0, 1);
  g_autofree char *capital = g_utf8_strup (first, -1);

  return g_strconcat (capital, text + strlen (first), NULL);
}

static void
add_heading (CnscdTableDocument *document, const CnscdSchedule *schedule)
{
  g_autofree char *days = cnscd_official_range (schedule->from, schedule->to);
  g_autofree char *teams = describe_teams (schedule);
  g_autofree char *narrowed =
    schedule->narrowed != NULL ? g_strconcat ("(", schedule->narrowed, ")", NULL) : NULL;
  g_autofree char *title = g_strjoin (" ", "Lịch hướng dẫn", days, teams, narrowed, NULL);
  g_autofree char *lower = g_strjoin ("\n", days, teams, narrowed, NULL);
  g_autofree char *subject = begin_with_capital (lower);

  cnscd_table_document_set_title (document, title);
  cnscd_table_document_add_heading (document, &CNSCD_STYLE_TITLE, "LỊCH HƯỚNG DẪN", "H1",
                                    CNSCD_TEXT_RULE_NONE);
  cnscd_table_document_add_heading (document, &CNSCD_STYLE_TITLE, subject, "H2",
                                    CNSCD_TEXT_RULE_PART);
}

static guint
count_state (const CnscdSchedule *schedule, CnscdSessionState state)
{
  guint n = 0;

  for (guint i = 0; i < schedule->sessions->len; i++)
    n += ((const CnscdSessionSummary *) schedule->sessions->pdata[i])->state == state ? 1 : 0;
  return n;
}

static void
add_closing (CnscdTableDocument *document, const CnscdSchedule *schedule)
{
  guint n_postponed = count_state (schedule, CNSCD_SESSION_STATE_POSTPONED);
  guint n_cancelled = count_state (schedule, CNSCD_SESSION_STATE_CANCELLED);
  g_autofree char *all = cnscd_official_count (schedule->sessions->len);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *recipients = describe_recipients (schedule);

  g_string_printf (text, "Lịch gồm %s buổi hướng dẫn", all);
  if (n_postponed > 0)
    g_string_append_printf (text, ", trong đó %u buổi hoãn", n_postponed);
  if (n_cancelled > 0)
    g_string_append_printf (text, n_postponed > 0 ? ", %u buổi hủy" : ", trong đó %u buổi hủy",
                            n_cancelled);
  g_string_append (text, "./.");

  cnscd_table_document_add_closing (document, text->str);
  cnscd_table_document_add_signer (document, &schedule->issuer, recipients);
}

/**
 * cnscd_schedule_document_new:
 * @schedule: what to print; not kept
 * @typesetter: (nullable): what sets the text, to share among many documents
 *
 * Lays out a schedule under the letterhead of its office; signed, if somebody
 * shall sign it, on the page of its last row. Sessions of one day share the
 * cell of the day.
 *
 * Returns: (transfer full) (type CnscdTableDocument): the pages
 */
CnscdDocument *
cnscd_schedule_document_new (const CnscdSchedule *schedule, CnscdTypesetter *typesetter)
{
  CnscdTableDocument *document;

  g_return_val_if_fail (schedule != NULL, NULL);

  document = cnscd_table_document_new (typesetter, schedule->landscape);
  cnscd_table_document_set_issuer (document, &schedule->issuer);
  cnscd_table_document_add_letterhead (document, &schedule->issuer);
  add_heading (document, schedule);
  cnscd_table_document_take_table (
    document, build_table (schedule, cnscd_table_document_get_typesetter (document)));
  add_closing (document, schedule);
  cnscd_table_document_lay_out (document);

  return CNSCD_DOCUMENT (document);
}
