/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-hamlets.h"

#include "core/cnscd-schedule-records.h"
#include "cnscd-kind-table.h"
#include "cnscd-place-search.h"
#include "cnscd-record-store.h"

/* The last day, padded as in the other tables: "2025" means all of 2025. */
#define UNTIL "coalesce (h.valid_to || substr ('-99-99', length (h.valid_to) - 3), '9999-99-99')"

#define IS_CURRENT   UNTIL " >= ?1"
#define IS_FORMER    UNTIL " < ?1"
#define WITHOUT_TEAM IS_CURRENT " AND NOT EXISTS (SELECT 1 FROM team t WHERE " IS_TEAM ")"
#define IS_TEAM      "t.hamlet = h.id AND t.deleted = 0 AND t.until >= ?1"

#define WHERE_AND_ORDER(condition)                                                                 \
  " WHERE h.deleted = 0 AND ?2 IN (h.unit, '') AND " condition                                     \
  " ORDER BY cnscd_text_key (h.name), h.nr"

#define SELECT_NR(condition) "SELECT h.nr FROM hamlet h" WHERE_AND_ORDER (condition)

/* For cnscd_place_search_run(): whoever types "xóm ba" looks for xóm Ba Nhất. */
#define SELECT_NAMES(condition)                                                                    \
  "SELECT h.nr, cnscd_fold (" NAME "), u.name, " NAME ", NULL FROM hamlet h"                       \
  " LEFT JOIN unit u ON u.code = h.unit" WHERE_AND_ORDER (condition)
#define NAME                                                                                       \
  "CASE h.kind WHEN 'hamlet' THEN 'xóm ' WHEN 'residential_group' THEN 'tổ dân phố ' ELSE '' END"  \
  " || h.name"

static const struct
{
  const char *all;
  const char *searched;
} sql[] = {
  [CNSCD_HAMLETS_CURRENT] = { SELECT_NR (IS_CURRENT), SELECT_NAMES (IS_CURRENT) },
  [CNSCD_HAMLETS_WITHOUT_TEAM] = { SELECT_NR (WITHOUT_TEAM), SELECT_NAMES (WITHOUT_TEAM) },
  [CNSCD_HAMLETS_FORMER] = { SELECT_NR (IS_FORMER), SELECT_NAMES (IS_FORMER) },
};

static CnscdHamletSummary *
read_summary (CnscdStatement *statement)
{
  CnscdHamletSummary *summary = g_atomic_rc_box_new0 (CnscdHamletSummary);

  summary->nr = cnscd_statement_int (statement, 0);
  summary->hamlet = cnscd_statement_dup_text (statement, 1);
  summary->unit = cnscd_statement_dup_text (statement, 2);
  summary->name = cnscd_statement_dup_text (statement, 3);
  summary->kind = cnscd_kind_table_read_choice (statement, 4, &CNSCD_KIND_HAMLET, "kind");
  summary->valid_from = cnscd_kind_table_read_date (statement, 5);
  summary->valid_to = cnscd_kind_table_read_date (statement, 6);
  summary->as_of = cnscd_kind_table_read_date (statement, 7);
  summary->households = cnscd_statement_is_null (statement, 8) ? CNSCD_COUNT_UNKNOWN
                                                               : cnscd_statement_int (statement, 8);
  summary->n_teams = (guint) cnscd_statement_int (statement, 9);
  summary->is_former = cnscd_statement_int (statement, 10) != 0;

  return summary;
}

static void
clear_summary (gpointer data)
{
  CnscdHamletSummary *summary = data;

  g_free (summary->hamlet);
  g_free (summary->unit);
  g_free (summary->name);
}

/* Adds the records of @kind whose ids @statement gives. */
static gboolean
read_records (CnscdDatabase *database,
              CnscdStatement *statement,
              const CnscdKind *kind,
              GPtrArray *records,
              GError **error)
{
  CnscdStep step;

  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      gpointer record =
        cnscd_record_store_get (database, kind, cnscd_statement_text (statement, 0), error);

      if (record == NULL)
        return FALSE;
      g_ptr_array_add (records, record);
    }

  return step == CNSCD_STEP_DONE;
}

/* @ids: SQL that gives them for the id of a hamlet */
static gboolean
read_of_hamlet (CnscdDatabase *database,
                const char *ids,
                const CnscdKind *kind,
                const char *hamlet,
                GPtrArray *records,
                GError **error)
{
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (database, ids, error);

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_text (statement, 1, hamlet);
  return read_records (database, statement, kind, records, error);
}

static gboolean
read_teams (CnscdDatabase *database, CnscdHamletDetails *details, GError **error)
{
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (
    database,
    "SELECT id FROM team WHERE hamlet = ?1 AND deleted = 0 AND until >= ?2 ORDER BY sort_key, nr",
    error);
  char today[CNSCD_DATE_ISO_SIZE];

  if (statement == NULL)
    return FALSE;

  cnscd_statement_bind_text (statement, 1, details->hamlet->record.id);
  cnscd_statement_bind_text (statement, 2, cnscd_date_write_iso (cnscd_date_today (), today));
  return read_records (database, statement, &CNSCD_KIND_TEAM, details->teams, error);
}

static CnscdHamletDetails *
read_details (CnscdDatabase *database, const char *hamlet, GError **error)
{
  g_autoptr (CnscdHamletDetails) details = NULL;
  g_autoptr (CnscdHamlet) record =
    cnscd_record_store_get (database, &CNSCD_KIND_HAMLET, hamlet, error);

  if (record == NULL)
    return NULL;

  details = cnscd_hamlet_details_new (record);
  if (!read_of_hamlet (database,
                       "SELECT id FROM hamlet_profile WHERE hamlet = ?1 AND deleted = 0"
                       " ORDER BY as_of DESC, nr DESC",
                       &CNSCD_KIND_HAMLET_PROFILE, hamlet, details->profiles, error) ||
      !read_teams (database, details, error) ||
      !read_of_hamlet (database,
                       "SELECT id FROM session WHERE hamlet = ?1 AND deleted = 0"
                       " ORDER BY starts_at, nr",
                       &CNSCD_KIND_SESSION, hamlet, details->sessions, error))
    return NULL;
  return g_steal_pointer (&details);
}

static GPtrArray *
read_current (CnscdDatabase *database, const char *unit, GError **error)
{
  g_autoptr (GPtrArray) all =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_hamlet_details_unref);
  g_autoptr (CnscdStatement) statement = cnscd_statement_take (
    database, "SELECT h.id FROM hamlet h" WHERE_AND_ORDER (IS_CURRENT), error);
  char today[CNSCD_DATE_ISO_SIZE];
  CnscdStep step;

  if (statement == NULL)
    return NULL;

  cnscd_statement_bind_text (statement, 1, cnscd_date_write_iso (cnscd_date_today (), today));
  cnscd_statement_bind_text (statement, 2, unit);
  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      CnscdHamletDetails *details =
        read_details (database, cnscd_statement_text (statement, 0), error);

      if (details == NULL)
        return NULL;
      g_ptr_array_add (all, details);
    }

  return step == CNSCD_STEP_DONE ? g_steal_pointer (&all) : NULL;
}

/**
 * cnscd_hamlet_summary_ref: (skip)
 * @summary: a line of the list of hamlets
 *
 * Returns: (transfer full): @summary; safe from any thread
 */
CnscdHamletSummary *
cnscd_hamlet_summary_ref (CnscdHamletSummary *summary)
{
  g_return_val_if_fail (summary != NULL, NULL);

  return g_atomic_rc_box_acquire (summary);
}

/**
 * cnscd_hamlet_summary_unref: (skip)
 * @summary: (transfer full): a line of the list of hamlets
 */
void
cnscd_hamlet_summary_unref (CnscdHamletSummary *summary)
{
  g_return_if_fail (summary != NULL);

  g_atomic_rc_box_release_full (summary, clear_summary);
}

/**
 * cnscd_hamlets_query:
 * @database: a connection
 * @query: which hamlets
 * @error: return location for a #CnscdStoreError
 *
 * Finds hamlets: those that go on (also such as are still to begin), those of
 * them without a team, or those that ended before today; by name in Vietnamese
 * order. A search finds the beginnings of the words of a hamlet's name, and
 * without @query's unit also of its commune's, as cnscd_teams_query() does.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): row numbers, for
 *   cnscd_hamlets_read()
 */
GArray *
cnscd_hamlets_query (CnscdDatabase *database, const CnscdHamletQuery *query, GError **error)
{
  g_autoptr (CnscdPlaceSearch) search = NULL;
  g_autoptr (CnscdStatement) statement = NULL;
  char today[CNSCD_DATE_ISO_SIZE];

  g_return_val_if_fail (database != NULL && query != NULL, NULL);
  g_return_val_if_fail (query->shown < G_N_ELEMENTS (sql), NULL);

  search = cnscd_place_search_new (query->search, query->unit == NULL);
  statement = cnscd_statement_take (
    database, search != NULL ? sql[query->shown].searched : sql[query->shown].all, error);
  if (statement == NULL)
    return NULL;

  cnscd_statement_bind_text (statement, 1, cnscd_date_write_iso (cnscd_date_today (), today));
  cnscd_statement_bind_text (statement, 2, query->unit != NULL ? query->unit : "");
  return search != NULL ? cnscd_place_search_run (search, statement, error)
                        : cnscd_place_search_read_all (statement, error);
}

/**
 * cnscd_hamlets_read:
 * @database: a connection
 * @nrs: (array length=n_nrs): row numbers of a query
 * @n_nrs: how many
 * @error: return location for a #CnscdStoreError
 *
 * Reads lines of the list of hamlets, in the order of @nrs, with the newest
 * figures and the number of teams as of today. A row that is gone is left out.
 *
 * Returns: (transfer full) (nullable) (element-type CnscdHamletSummary): the lines
 */
GPtrArray *
cnscd_hamlets_read (CnscdDatabase *database, const gint64 *nrs, gsize n_nrs, GError **error)
{
  g_autoptr (GPtrArray) summaries = NULL;
  g_autoptr (CnscdStatement) statement = NULL;
  char today[CNSCD_DATE_ISO_SIZE];

  g_return_val_if_fail (database != NULL && (nrs != NULL || n_nrs == 0), NULL);

  statement = cnscd_statement_take (
    database,
    "SELECT h.nr, h.id, h.unit, h.name, h.kind, h.valid_from, h.valid_to, p.as_of, p.households,"
    " (SELECT count (*) FROM team t WHERE " IS_TEAM "), " IS_FORMER " FROM hamlet h"
    " LEFT JOIN hamlet_profile p ON p.nr = (SELECT nr FROM hamlet_profile"
    "  WHERE hamlet = h.id AND deleted = 0 ORDER BY as_of DESC, nr DESC LIMIT 1)"
    " WHERE h.nr = ?2 AND h.deleted = 0",
    error);
  if (statement == NULL)
    return NULL;

  cnscd_date_write_iso (cnscd_date_today (), today);
  summaries = g_ptr_array_new_full ((guint) n_nrs, (GDestroyNotify) cnscd_hamlet_summary_unref);
  for (gsize i = 0; i < n_nrs; i++)
    {
      CnscdStep step;

      cnscd_statement_bind_text (statement, 1, today);
      cnscd_statement_bind_int (statement, 2, nrs[i]);
      step = cnscd_statement_step (statement, error);
      if (step == CNSCD_STEP_ERROR)
        return NULL;
      if (step == CNSCD_STEP_ROW)
        g_ptr_array_add (summaries, read_summary (statement));
      cnscd_statement_rewind (statement);
    }

  return g_steal_pointer (&summaries);
}

/**
 * cnscd_hamlets_query_teams:
 * @database: a connection
 * @hamlet: id of a hamlet
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable) (element-type gint64): row numbers of its
 *   teams, for cnscd_teams_read(): current ones by name, then those that have ended, the last first
 */
GArray *
cnscd_hamlets_query_teams (CnscdDatabase *database, const char *hamlet, GError **error)
{
  g_autoptr (CnscdStatement) statement = NULL;
  char today[CNSCD_DATE_ISO_SIZE];

  g_return_val_if_fail (database != NULL && hamlet != NULL, NULL);

  statement = cnscd_statement_take (
    database,
    "SELECT nr FROM team WHERE hamlet = ?1 AND deleted = 0"
    " ORDER BY until < ?2, CASE WHEN until < ?2 THEN until END DESC, sort_key, nr",
    error);
  if (statement == NULL)
    return NULL;

  cnscd_statement_bind_text (statement, 1, hamlet);
  cnscd_statement_bind_text (statement, 2, cnscd_date_write_iso (cnscd_date_today (), today));
  return cnscd_place_search_read_all (statement, error);
}

/**
 * cnscd_hamlets_get:
 * @database: a connection
 * @hamlet: id of a hamlet
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable): the hamlet with its figures, current teams and
 *   planned sessions, or
 *   %NULL with @error set: %CNSCD_STORE_ERROR_NOT_FOUND when there is none
 */
CnscdHamletDetails *
cnscd_hamlets_get (CnscdDatabase *database, const char *hamlet, GError **error)
{
  CnscdHamletDetails *details;

  g_return_val_if_fail (database != NULL && hamlet != NULL, NULL);

  if (!cnscd_database_begin_reading (database, error))
    return NULL;
  details = read_details (database, hamlet, error);
  cnscd_database_end_reading (database);

  return details;
}

/**
 * cnscd_hamlets_get_current:
 * @database: a connection
 * @unit: code of a commune
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable) (element-type CnscdHamletDetails): the hamlets of the
 *   commune that go on, by name
 */
GPtrArray *
cnscd_hamlets_get_current (CnscdDatabase *database, const char *unit, GError **error)
{
  GPtrArray *all;

  g_return_val_if_fail (database != NULL && unit != NULL, NULL);

  if (!cnscd_database_begin_reading (database, error))
    return NULL;
  all = read_current (database, unit, error);
  cnscd_database_end_reading (database);

  return all;
}
