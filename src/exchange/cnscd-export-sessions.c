/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-export-sessions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cnscd-config.h"
#include "cnscd-export-file.h"
#include "cnscd-ical-writer.h"
#include "cnscd-workbook.h"
#include "core/cnscd-lunar.h"
#include "core/cnscd-session-words.h"
#include "core/cnscd-text.h"
#include "core/cnscd-vocabulary.h"
#include "store/cnscd-catalog-store.h"
#include "store/cnscd-record-store.h"
#include "store/cnscd-session-details.h"
#include "store/cnscd-units.h"

#define SHEET "Lịch hướng dẫn"

/* As for members: Vietnamese whatever the program's language, and known again by the import. The
 * results by indicator stand between the two halves. */
static const CnscdExportColumn columns_before[] = {
  { "STT", 6, TRUE },
  { "Xã/phường", 20, FALSE },
  { "Thứ", 9, FALSE },
  { "Ngày", 12, FALSE },
  { "Âm lịch", 14, FALSE },
  { "Giờ bắt đầu", 11, FALSE },
  { "Giờ kết thúc", 11, FALSE },
  { "Tổ", 32, FALSE },
  { "Xóm/TDP", 22, FALSE },
  { "Địa điểm", 30, FALSE },
  { "Tên buổi", 36, FALSE },
  { "Nội dung", 40, FALSE },
  { "Đối tượng", 24, FALSE },
  { "Người hướng dẫn", 36, FALSE },
  { "Dự kiến", 9, TRUE },
  { "Trạng thái", 13, FALSE },
  { "Số người tham gia", 10, TRUE },
  { "Nữ", 8, TRUE },
  { "Người cao tuổi", 8, TRUE },
  { "Hộ nghèo", 8, TRUE },
};
static const CnscdExportColumn columns_after[] = {
  { "Mã buổi", 10, FALSE },
  { "Ghi chú", 30, FALSE },
};

/* What the files are made of, read at one moment. */
typedef struct
{
  GPtrArray *sessions;    /* CnscdSessionSummary */
  GHashTable *details;    /* id -> CnscdSessionDetails */
  GHashTable *versions;   /* (nullable) id -> CnscdSessionVersion */
  GHashTable *unit_names; /* code -> "xã Võ Nhai" */
  CnscdCatalog *catalog;
  char *title;      /* whose schedule it is */
  guint n_people;   /* who are named */
  GPtrArray *texts; /* of one row, or one event */
} Source;

static void
source_clear (Source *source)
{
  g_clear_pointer (&source->sessions, g_ptr_array_unref);
  g_clear_pointer (&source->details, g_hash_table_unref);
  g_clear_pointer (&source->versions, g_hash_table_unref);
  g_clear_pointer (&source->unit_names, g_hash_table_unref);
  g_clear_pointer (&source->catalog, cnscd_catalog_unref);
  g_clear_pointer (&source->title, g_free);
  g_clear_pointer (&source->texts, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_clear)

static gboolean
read_units (CnscdDatabase *database, Source *source, GError **error)
{
  g_autoptr (GPtrArray) units = cnscd_units_list (database, NULL, error);

  source->unit_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      const CnscdUnit *unit = units->pdata[i];

      g_hash_table_insert (source->unit_names, g_strdup (unit->code),
                           cnscd_unit_dup_full_name (unit));
    }
  return units != NULL;
}

static gboolean
read_title (CnscdDatabase *database, const CnscdSessionQuery *query, Source *source, GError **error)
{
  const char *of =
    query->unit != NULL ? g_hash_table_lookup (source->unit_names, query->unit) : NULL;
  g_autoptr (CnscdTeam) team = NULL;

  if (query->unit != NULL && of == NULL)
    {
      g_set_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND,
                   _ ("There is no commune with the code “%s”."), query->unit);
      return FALSE;
    }
  if (query->team != NULL)
    {
      team = cnscd_record_store_get (database, &CNSCD_KIND_TEAM, query->team, error);
      if (team == NULL)
        return FALSE;
      of = team->name;
    }

  source->title = of != NULL ? g_strconcat (SHEET, " – ", of, NULL) : g_strdup (SHEET);
  return TRUE;
}

static void
count_people (Source *source)
{
  g_autoptr (GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < source->sessions->len; i++)
    {
      const CnscdSessionSummary *session = source->sessions->pdata[i];
      const CnscdSessionDetails *details = g_hash_table_lookup (source->details, session->session);

      for (guint j = 0; details != NULL && j < details->guides->len; j++)
        g_hash_table_add (people, ((CnscdSessionPerson *) details->guides->pdata[j])->person);
    }
  source->n_people = g_hash_table_size (people);
}

static gboolean
read_source (CnscdDatabase *database,
             const CnscdSessionQuery *query,
             gboolean with_versions,
             Source *source,
             GError **error)
{
  if (!read_units (database, source, error) || !read_title (database, query, source, error))
    return FALSE;

  source->sessions = cnscd_sessions_list (database, query, error);
  if (source->sessions == NULL)
    return FALSE;
  source->details = cnscd_session_details_list (database, query, error);
  if (source->details == NULL)
    return FALSE;
  source->catalog = cnscd_catalog_read (database, query->unit, error);
  if (source->catalog == NULL)
    return FALSE;
  if (with_versions)
    {
      source->versions = cnscd_session_versions_list (database, query, error);
      if (source->versions == NULL)
        return FALSE;
    }
  source->texts = g_ptr_array_new_with_free_func (g_free);
  count_people (source);
  return TRUE;
}

/* @text: (transfer full) (nullable): to live as long as the row */
static const char *
keep (Source *source, char *text)
{
  if (text != NULL)
    g_ptr_array_add (source->texts, text);
  return text;
}

static const char *
keep_count (Source *source, gint64 count)
{
  return count != CNSCD_COUNT_UNKNOWN ? keep (source, g_strdup_printf ("%" G_GINT64_FORMAT, count))
                                      : NULL;
}

/* "Hà Văn Bình (hướng dẫn chính); Lê Thị Hoa (hỗ trợ)" */
static char *
join_guides (const CnscdSessionDetails *details)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; details != NULL && i < details->guides->len; i++)
    {
      const CnscdSessionPerson *guide = details->guides->pdata[i];
      g_autofree char *words = cnscd_guide_dup_words (guide->name, guide->part);

      g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", words);
    }
  return names->len > 0 ? g_string_free_and_steal (g_steal_pointer (&names)) : NULL;
}

/* "15/10/2026", "1/6/2025 nhuận": lunar */
static char *
dup_lunar (CnscdDate day)
{
  CnscdLunarDate lunar;

  if (!cnscd_lunar_from_date (day, &lunar))
    return NULL;
  return g_strdup_printf ("%d/%d/%d%s", lunar.day, lunar.month, lunar.year,
                          lunar.leap ? " nhuận" : "");
}

/* "20h30", and the day where it is another one. */
static char *
dup_end (const CnscdSessionSummary *session)
{
  CnscdDate day = cnscd_time_get_day (session->ends_at);
  g_autofree char *clock = cnscd_time_format_clock (session->ends_at);
  g_autofree char *date = NULL;

  if (cnscd_date_equal (day, cnscd_time_get_day (session->starts_at)))
    return g_steal_pointer (&clock);
  date = cnscd_date_format (day);
  return g_strconcat (clock, " ngày ", date, NULL);
}

static gint64
get_result (const CnscdSessionDetails *details, const char *indicator)
{
  for (guint i = 0; details != NULL && i < details->results->len; i++)
    {
      const CnscdSessionValue *result = details->results->pdata[i];

      if (g_str_equal (result->indicator, indicator))
        return result->value;
    }
  return CNSCD_COUNT_UNKNOWN;
}

/* The indicators that are offered, and ended ones that some session has a result of. */
static GPtrArray *
list_indicators (const Source *source)
{
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *indicators = g_ptr_array_new ();

  for (guint i = 0; i < source->sessions->len; i++)
    {
      const CnscdSessionSummary *session = source->sessions->pdata[i];
      const CnscdSessionDetails *details = g_hash_table_lookup (source->details, session->session);

      for (guint j = 0; details != NULL && j < details->results->len; j++)
        g_hash_table_add (used, ((CnscdSessionValue *) details->results->pdata[j])->indicator);
    }
  for (guint i = 0; i < source->catalog->indicators->len; i++)
    {
      CnscdIndicator *indicator = source->catalog->indicators->pdata[i];

      if (g_hash_table_contains (used, indicator->record.id) ||
          !cnscd_date_is_known (indicator->valid_to) ||
          cnscd_date_compare (indicator->valid_to, cnscd_date_today ()) >= 0)
        g_ptr_array_add (indicators, indicator);
    }
  return indicators;
}

static void
add_row (Source *source,
         CnscdTableWriter *writer,
         const CnscdSessionSummary *session,
         GPtrArray *indicators,
         GPtrArray *cells)
{
  const CnscdSessionDetails *details = g_hash_table_lookup (source->details, session->session);
  CnscdDate day = cnscd_time_get_day (session->starts_at);
  const char *before[] = {
    NULL,
    g_hash_table_lookup (source->unit_names, session->unit),
    cnscd_weekday_get_title (cnscd_date_get_weekday (day)),
    keep (source, cnscd_date_format (day)),
    keep (source, dup_lunar (day)),
    keep (source, cnscd_time_format_clock (session->starts_at)),
    keep (source, dup_end (session)),
    session->teams,
    keep (source,
          cnscd_hamlet_title ((CnscdHamletKind) session->hamlet_kind, session->hamlet_name)),
    session->place,
    session->title,
    session->topics,
    session->audience_name,
    keep (source, join_guides (details)),
    keep_count (source, session->expected),
    cnscd_session_state_get_title (session->state),
    keep_count (source, session->attendance),
    keep_count (source, details != NULL ? details->women : CNSCD_COUNT_UNKNOWN),
    keep_count (source, details != NULL ? details->elderly : CNSCD_COUNT_UNKNOWN),
    keep_count (source, details != NULL ? details->poor_households : CNSCD_COUNT_UNKNOWN),
  };
  const char *after[] = { keep (source, cnscd_session_dup_code (session->session)), session->note };

  G_STATIC_ASSERT (G_N_ELEMENTS (before) == G_N_ELEMENTS (columns_before));
  G_STATIC_ASSERT (G_N_ELEMENTS (after) == G_N_ELEMENTS (columns_after));
  g_ptr_array_set_size (cells, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    g_ptr_array_add (cells, (gpointer) before[i]);
  for (guint i = 0; i < indicators->len; i++)
    {
      const CnscdIndicator *indicator = indicators->pdata[i];

      g_ptr_array_add (cells,
                       (gpointer) keep_count (source, get_result (details, indicator->record.id)));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (after); i++)
    g_ptr_array_add (cells, (gpointer) after[i]);

  cnscd_table_writer_add_row (writer, (const char **) cells->pdata);
  g_ptr_array_set_size (source->texts, 0);
}

static GBytes *
make_table (Source *source, CnscdTableFormat format, GError **error)
{
  g_autoptr (GPtrArray) indicators = list_indicators (source);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (CnscdExportColumn));
  CnscdTableWriter *writer;

  g_array_append_vals (columns, columns_before, G_N_ELEMENTS (columns_before));
  for (guint i = 0; i < indicators->len; i++)
    {
      const CnscdIndicator *indicator = indicators->pdata[i];
      char *title = g_strdup_printf ("%s (%s)", indicator->name, indicator->unit_of_measure);
      CnscdExportColumn column = { title, 14, TRUE };

      g_ptr_array_add (titles, title);
      g_array_append_val (columns, column);
    }
  g_array_append_vals (columns, columns_after, G_N_ELEMENTS (columns_after));

  writer = cnscd_table_writer_new (format, SHEET, (CnscdExportColumn *) (gpointer) columns->data,
                                   columns->len);
  for (guint i = 0; i < source->sessions->len; i++)
    add_row (source, writer, source->sessions->pdata[i], indicators, cells);
  return cnscd_table_writer_finish (writer, error);
}

static void
add_line (GString *lines, const char *title, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append_printf (lines, "%s: %s", title, text);
}

/* No phones, and no note, which may hold some. */
static char *
describe (const CnscdSessionSummary *session, const CnscdSessionDetails *details)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *guides = join_guides (details);
  g_autofree char *code = cnscd_session_dup_code (session->session);
  g_autofree char *expected = NULL;
  CnscdLunarDate lunar;

  if (session->state != CNSCD_SESSION_STATE_PLANNED)
    add_line (lines, "Trạng thái", cnscd_session_state_get_title (session->state));
  add_line (lines, "Nội dung", session->topics);
  add_line (lines, "Đối tượng", session->audience_name);
  add_line (lines, "Tổ", session->teams);
  add_line (lines, "Người hướng dẫn", guides);
  if (session->expected != CNSCD_COUNT_UNKNOWN)
    {
      expected = g_strdup_printf ("%" G_GINT64_FORMAT " người", session->expected);
      add_line (lines, "Dự kiến", expected);
    }
  if (cnscd_lunar_from_date (cnscd_time_get_day (session->starts_at), &lunar))
    {
      g_autofree char *words = cnscd_lunar_format_words (lunar);

      add_line (lines, "Âm lịch", words);
    }
  add_line (lines, "Mã buổi", code);
  return g_string_free_and_steal (g_steal_pointer (&lines));
}

/* "Nhà văn hóa, xóm Ba Nhất, Xã Võ Nhai", where the place does not say it itself. */
static char *
dup_location (const Source *source, const CnscdSessionSummary *session)
{
  g_autofree char *place =
    cnscd_session_dup_place (session->place, session->hamlet_kind, session->hamlet_name);
  const char *unit = g_hash_table_lookup (source->unit_names, session->unit);

  if (*place == '\0' || unit == NULL || cnscd_text_mentions (place, unit))
    return g_steal_pointer (&place);

  return g_strconcat (place, ", ", unit, NULL);
}

/* RFC 5545 knows no postponed event: it is tentative, and its title says the rest. */
static CnscdIcalStatus
get_status (CnscdSessionState state)
{
  switch (state)
    {
    case CNSCD_SESSION_STATE_POSTPONED:
      return CNSCD_ICAL_TENTATIVE;
    case CNSCD_SESSION_STATE_CANCELLED:
      return CNSCD_ICAL_CANCELLED;
    case CNSCD_SESSION_STATE_PLANNED:
    case CNSCD_SESSION_STATE_HELD:
    case CNSCD_SESSION_STATE_UNKNOWN:
    default:
      return CNSCD_ICAL_CONFIRMED;
    }
}

static void
add_event (Source *source, CnscdIcalWriter *writer, const CnscdSessionSummary *session)
{
  const CnscdSessionDetails *details = g_hash_table_lookup (source->details, session->session);
  const CnscdSessionVersion *version = g_hash_table_lookup (source->versions, session->session);
  g_auto (GStrv) categories =
    session->topics != NULL ? g_strsplit (session->topics, "; ", -1) : NULL;
  g_autofree char *uid = g_strconcat (session->session, "@" CNSCD_APP_ID, NULL);
  g_autofree char *description = describe (session, details);
  g_autofree char *location = dup_location (source, session);
  g_autofree char *summary = NULL;
  CnscdIcalEvent event = {
    .uid = uid,
    .sequence = version != NULL ? version->number : 0,
    .created_at = version != NULL ? version->created_at : 0,
    .changed_at = version != NULL ? version->changed_at : 0,
    .starts_at = session->starts_at,
    .ends_at = session->ends_at,
    .location = location,
    .description = description,
    .categories = (const char *const *) categories,
    .status = get_status (session->state),
  };

  /* Many calendars show no status. */
  if (event.status != CNSCD_ICAL_CONFIRMED)
    summary =
      g_strdup_printf ("[%s] %s", cnscd_session_state_get_title (session->state), session->title);
  event.summary = summary != NULL ? summary : session->title;
  cnscd_ical_writer_add (writer, &event);
}

static GBytes *
make_calendar (Source *source)
{
  CnscdIcalWriter *writer = cnscd_ical_writer_new (source->title, g_get_real_time ());

  for (guint i = 0; i < source->sessions->len; i++)
    add_event (source, writer, source->sessions->pdata[i]);
  return cnscd_ical_writer_finish (writer);
}

/**
 * cnscd_export_sessions: (skip)
 * @database: the database
 * @query: which sessions
 * @file: the file to write; its name ends in .ics, .xlsx or .csv
 * @cancellable: (nullable): to give up before the file is written
 * @n_rows: (out) (optional): how many sessions were written
 * @error: return location for a #CnscdSpreadsheetError, #CnscdStoreError, #GFileError or
 *   #GIOErrorEnum
 *
 * Writes sessions as a calendar or a spreadsheet, with an entry in the audit
 * log, because the names of the guides are in it; their phones are not.
 * Importing the spreadsheet again changes nothing. In a calendar the UID of a
 * session is its id at this program's, and its SEQUENCE the number that
 * cnscd_session_versions_list() tells.
 *
 * Returns: as cnscd_export_write() does
 */
gboolean
cnscd_export_sessions (CnscdDatabase *database,
                       const CnscdSessionQuery *query,
                       GFile *file,
                       GCancellable *cancellable,
                       guint *n_rows,
                       GError **error)
{
  g_auto (Source) source = { 0 };
  g_autoptr (GBytes) bytes = NULL;
  gboolean calendar = cnscd_export_has_ending (file, ".ics");
  CnscdTableFormat format = CNSCD_TABLE_FORMAT_CSV;

  g_return_val_if_fail (database != NULL && query != NULL, FALSE);

  if (!calendar && !cnscd_export_choose_format (file, &format, NULL))
    {
      g_set_error_literal (error, CNSCD_SPREADSHEET_ERROR, CNSCD_SPREADSHEET_ERROR_UNSUPPORTED,
                           _ ("The file name must end in .ics, .xlsx or .csv."));
      return FALSE;
    }
  if (!cnscd_export_check_file (database, file, error) ||
      !read_source (database, query, calendar, &source, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  bytes = calendar ? make_calendar (&source) : make_table (&source, format, error);
  if (bytes == NULL || !cnscd_export_write (database, "sessions", query->unit, source.n_people,
                                            file, bytes, cancellable, error))
    return FALSE;
  if (n_rows != NULL)
    *n_rows = source.sessions->len;
  return TRUE;
}
