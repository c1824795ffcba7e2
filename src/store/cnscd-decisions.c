/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-decisions.h"

#include "core/cnscd-text.h"
#include "core/cnscd-vocabulary.h"
#include "cnscd-kind-table.h"
#include "cnscd-search-query.h"

/* What is counted of one decision. */
typedef struct
{
  CnscdDecisionSummary *summary; /* borrowed */
  GHashTable *teams;             /* (element-type utf8) */
  guint n_begun;
  guint n_ended;
} Count;

static void
count_free (gpointer data)
{
  Count *count = data;

  g_hash_table_unref (count->teams);
  g_free (count);
}

static CnscdDecisionSummary *
read_summary (CnscdStatement *statement)
{
  CnscdDecisionSummary *summary = g_atomic_rc_box_new0 (CnscdDecisionSummary);

  summary->nr = cnscd_statement_int (statement, 0);
  summary->decision = cnscd_statement_dup_text (statement, 1);
  summary->unit = cnscd_statement_dup_text (statement, 2);
  summary->number = cnscd_statement_dup_text (statement, 3);
  summary->date = cnscd_kind_table_read_date (statement, 4);
  summary->kind =
    (CnscdDecisionKind) cnscd_kind_table_read_choice (statement, 5, &CNSCD_KIND_DECISION, "kind");
  summary->signer = cnscd_statement_dup_text (statement, 6);
  summary->subject = cnscd_statement_dup_text (statement, 7);

  return summary;
}

static void
clear_summary (gpointer data)
{
  CnscdDecisionSummary *summary = data;

  g_free (summary->decision);
  g_free (summary->unit);
  g_free (summary->number);
  g_free (summary->signer);
  g_free (summary->subject);
  g_free (summary->team_name);
  g_free (summary->hamlet_name);
}

/* Columns of the query: after the number, what people look for, and the date and the kind. */
static gboolean
matches (const CnscdSearchQuery *query, CnscdStatement *statement, gboolean with_unit)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *iso = cnscd_statement_text (statement, 5);
  int kind = cnscd_kind_table_read_choice (statement, 6, &CNSCD_KIND_DECISION, "kind");
  CnscdDate date = CNSCD_DATE_UNKNOWN;
  g_autofree char *key = NULL;

  for (int column = 1; column <= (with_unit ? 4 : 3); column++)
    {
      const char *value = cnscd_statement_text (statement, column);

      if (value != NULL)
        g_string_append_printf (text, "%s ", value);
    }
  if (iso != NULL && cnscd_date_read_iso (iso, &date))
    {
      g_autofree char *written = cnscd_date_format (date);

      g_string_append_printf (text, "%s ", written);
    }
  g_string_append (text, cnscd_decision_kind_get_title ((CnscdDecisionKind) kind));

  key = cnscd_text_search_key (text->str);
  return cnscd_search_query_matches (query, key);
}

static GArray *
run_query (CnscdDatabase *database, const CnscdDecisionQuery *query, GError **error)
{
  g_autoptr (GArray) nrs = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CnscdSearchQuery) search = cnscd_search_query_new (query->search);
  g_autoptr (CnscdStatement) statement = NULL;
  CnscdStep step;

  statement = cnscd_statement_take (
    database,
    "SELECT d.nr, d.number, d.subject, d.signer, u.name, d.date, d.kind FROM decision d"
    " LEFT JOIN unit u ON u.code = d.unit"
    " WHERE d.deleted = 0 AND ?1 IN (d.unit, '') ORDER BY d.date DESC NULLS LAST, d.nr DESC",
    error);
  if (statement == NULL)
    return NULL;

  cnscd_statement_bind_text (statement, 1, query->unit != NULL ? query->unit : "");
  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      gint64 nr = cnscd_statement_int (statement, 0);

      if (search == NULL || matches (search, statement, query->unit == NULL))
        g_array_append_val (nrs, nr);
    }

  return step == CNSCD_STEP_DONE ? g_steal_pointer (&nrs) : NULL;
}

static GPtrArray *
read_summaries (CnscdDatabase *database, const gint64 *nrs, gsize n_nrs, GError **error)
{
  g_autoptr (GPtrArray) summaries =
    g_ptr_array_new_full ((guint) n_nrs, (GDestroyNotify) cnscd_decision_summary_unref);
  g_autoptr (CnscdStatement) statement = NULL;

  statement = cnscd_statement_take (database,
                                    "SELECT nr, id, unit, number, date, kind, signer, subject"
                                    " FROM decision WHERE nr = ?1",
                                    error);
  if (statement == NULL)
    return NULL;

  for (gsize i = 0; i < n_nrs; i++)
    {
      CnscdStep step;

      cnscd_statement_bind_int (statement, 1, nrs[i]);
      step = cnscd_statement_step (statement, error);
      if (step == CNSCD_STEP_ERROR)
        return NULL;
      if (step == CNSCD_STEP_ROW)
        g_ptr_array_add (summaries, read_summary (statement));
      cnscd_statement_rewind (statement);
    }

  return g_steal_pointer (&summaries);
}

static Count *
count_team (GHashTable *counts, const char *decision, const char *team)
{
  Count *count = decision != NULL ? g_hash_table_lookup (counts, decision) : NULL;

  if (count != NULL && !g_hash_table_contains (count->teams, team))
    g_hash_table_add (count->teams, g_strdup (team));
  return count;
}

/* What refers to decisions has no index by them: one look at all of it does for many decisions. */
static gboolean
count_all (CnscdDatabase *database, GHashTable *counts, GError **error)
{
  g_autoptr (CnscdStatement) statement = NULL;
  CnscdStep step;

  statement = cnscd_statement_take (
    database,
    "SELECT decision, end_decision, id, 0 FROM team"
    " WHERE deleted = 0 AND (decision IS NOT NULL OR end_decision IS NOT NULL) UNION ALL"
    " SELECT decision, end_decision, team, 1 FROM membership"
    " WHERE deleted = 0 AND (decision IS NOT NULL OR end_decision IS NOT NULL)",
    error);
  if (statement == NULL)
    return FALSE;

  while ((step = cnscd_statement_step (statement, error)) == CNSCD_STEP_ROW)
    {
      const char *team = cnscd_statement_text (statement, 2);
      guint n = (guint) cnscd_statement_int (statement, 3);
      Count *begun = count_team (counts, cnscd_statement_text (statement, 0), team);
      Count *ended = count_team (counts, cnscd_statement_text (statement, 1), team);

      if (begun != NULL)
        begun->n_begun += n;
      if (ended != NULL)
        ended->n_ended += n;
    }

  return step == CNSCD_STEP_DONE;
}

/* Who stays in a consolidated team is part of what the decision says. */
static gboolean
count_changes (CnscdDatabase *database, Count *count, GError **error)
{
  CnscdDecisionSummary *summary = count->summary;
  GHashTableIter iter;
  gpointer team;

  g_hash_table_iter_init (&iter, count->teams);
  while (g_hash_table_iter_next (&iter, &team, NULL))
    {
      g_autoptr (CnscdDecisionPart) part =
        cnscd_decision_details_read_change (database, summary->decision, team, error);

      if (part == NULL)
        return FALSE;
      summary->change.n_joined += part->change.n_joined;
      summary->change.n_left += part->change.n_left;
      summary->change.n_moved += part->change.n_moved;
      summary->change.n_kept += part->change.n_kept;
      if (summary->n_teams == 1)
        {
          summary->team_name = g_steal_pointer (&part->team_name);
          summary->hamlet_name = g_steal_pointer (&part->hamlet_name);
          summary->hamlet_kind = part->hamlet_kind;
        }
    }
  return TRUE;
}

static gboolean
count (CnscdDatabase *database, GPtrArray *summaries, GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, count_free);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < summaries->len; i++)
    {
      CnscdDecisionSummary *summary = summaries->pdata[i];
      Count *one = g_new0 (Count, 1);

      one->summary = summary;
      one->teams = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (counts, summary->decision, one);
    }
  if (!count_all (database, counts, error))
    return FALSE;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Count *one = value;

      one->summary->n_teams = g_hash_table_size (one->teams);
      one->summary->n_members = one->n_begun > 0 ? one->n_begun : one->n_ended;
      if (one->summary->kind == CNSCD_DECISION_KIND_CONSOLIDATE &&
          !count_changes (database, one, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * cnscd_decision_summary_ref: (skip)
 * @summary: a line of the list of decisions
 *
 * Returns: (transfer full): @summary; safe from any thread
 */
CnscdDecisionSummary *
cnscd_decision_summary_ref (CnscdDecisionSummary *summary)
{
  g_return_val_if_fail (summary != NULL, NULL);

  return g_atomic_rc_box_acquire (summary);
}

/**
 * cnscd_decision_summary_unref: (skip)
 * @summary: (transfer full): a line of the list of decisions
 */
void
cnscd_decision_summary_unref (CnscdDecisionSummary *summary)
{
  g_return_if_fail (summary != NULL);

  g_atomic_rc_box_release_full (summary, clear_summary);
}

/**
 * cnscd_decisions_query:
 * @database: a connection
 * @query: which decisions
 * @error: return location for a #CnscdStoreError
 *
 * Finds decisions, the newest first and those without a date last. A search
 * finds the beginnings of words of the number, the date, the kind, the signer
 * and the subject, and without @query's unit also of the commune's name, with
 * or without accents.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): row numbers, for
 *   cnscd_decisions_read()
 */
GArray *
cnscd_decisions_query (CnscdDatabase *database, const CnscdDecisionQuery *query, GError **error)
{
  g_return_val_if_fail (database != NULL && query != NULL, NULL);

  return run_query (database, query, error);
}

/**
 * cnscd_decisions_read:
 * @database: a connection
 * @nrs: (array length=n_nrs): row numbers of a query
 * @n_nrs: how many
 * @error: return location for a #CnscdStoreError
 *
 * Reads lines of the list of decisions, in the order of @nrs. A row that is
 * gone is left out.
 *
 * Returns: (transfer full) (nullable) (element-type CnscdDecisionSummary): the lines
 */
GPtrArray *
cnscd_decisions_read (CnscdDatabase *database, const gint64 *nrs, gsize n_nrs, GError **error)
{
  g_autoptr (GPtrArray) summaries = NULL;

  g_return_val_if_fail (database != NULL && (nrs != NULL || n_nrs == 0), NULL);

  summaries = read_summaries (database, nrs, n_nrs, error);
  if (summaries == NULL || !count (database, summaries, error))
    return NULL;
  return g_steal_pointer (&summaries);
}

/**
 * cnscd_decisions_list:
 * @database: a connection
 * @query: which decisions
 * @error: return location for a #CnscdStoreError
 *
 * Queries and reads at once, without counting what the decisions did.
 *
 * Returns: (transfer full) (nullable) (element-type CnscdDecisionSummary): the lines
 */
GPtrArray *
cnscd_decisions_list (CnscdDatabase *database, const CnscdDecisionQuery *query, GError **error)
{
  GPtrArray *summaries = NULL;
  g_autoptr (GArray) nrs = NULL;

  g_return_val_if_fail (database != NULL && query != NULL, NULL);

  if (!cnscd_database_begin_reading (database, error))
    return NULL;
  nrs = run_query (database, query, error);
  if (nrs != NULL)
    summaries = read_summaries (database, (const gint64 *) (gpointer) nrs->data, nrs->len, error);
  cnscd_database_end_reading (database);

  return summaries;
}
