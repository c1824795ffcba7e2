/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-cli-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/cnscd-text.h"
#include "core/cnscd-vocabulary.h"
#include "store/cnscd-record-store.h"

/* A record with the bytes that put it in its place. */
typedef struct
{
  gpointer record; /* borrowed */
  GBytes *key;
} Sorted;

static void
clear_sorted (gpointer data)
{
  g_bytes_unref (((Sorted *) data)->key);
}

static int
compare_hamlets (gconstpointer a, gconstpointer b)
{
  const Sorted *first = a;
  const Sorted *second = b;
  int order =
    g_strcmp0 (((CnscdRecord *) first->record)->unit, ((CnscdRecord *) second->record)->unit);

  return order != 0 ? order : g_bytes_compare (first->key, second->key);
}

static int
compare_decisions (gconstpointer a, gconstpointer b)
{
  const CnscdDecision *first = *(CnscdDecision *const *) a;
  const CnscdDecision *second = *(CnscdDecision *const *) b;
  int order = cnscd_date_compare (second->date, first->date);

  if (order == 0)
    order = g_strcmp0 (first->record.unit, second->record.unit);
  return order != 0 ? order : g_strcmp0 (first->number, second->number);
}

/* @folded_search: (nullable): of cnscd_text_search_key() */
static gboolean
matches (const char *text, const char *folded_search)
{
  g_autofree char *folded = NULL;

  if (folded_search == NULL)
    return TRUE;
  if (text == NULL)
    return FALSE;

  folded = cnscd_text_search_key (text);
  return strstr (folded, folded_search) != NULL;
}

gboolean
cnscd_cli_list_units (CnscdCliRows *rows,
                      CnscdDatabase *database,
                      const CnscdCliQuery *query,
                      GError **error)
{
  g_autoptr (GPtrArray) units = cnscd_units_list (database, query->search, error);

  if (units == NULL)
    return FALSE;

  cnscd_cli_rows_add_column (rows, _ ("Code"));
  cnscd_cli_rows_add_column (rows, C_ ("place", "Name"));
  for (guint i = 0; i < units->len; i++)
    {
      const CnscdUnit *unit = g_ptr_array_index (units, i);
      g_autofree char *full_name = cnscd_unit_dup_full_name (unit);

      if (query->unit != NULL && g_strcmp0 (query->unit, unit->code) != 0)
        continue;

      cnscd_cli_rows_begin (rows);
      cnscd_cli_rows_text (rows, "code", unit->code);
      cnscd_cli_rows_hidden (rows, "kind", unit->kind);
      cnscd_cli_rows_shown (rows, "name", unit->name, full_name);
      cnscd_cli_rows_hidden (rows, "province", unit->province);
      cnscd_cli_rows_end (rows);
    }

  return TRUE;
}

/* Returns: (transfer full): the newest profile (borrowed from @profiles) of each hamlet, by its id
 */
static GHashTable *
find_newest_profiles (const GPtrArray *profiles)
{
  GHashTable *newest = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < profiles->len; i++)
    {
      CnscdHamletProfile *profile = g_ptr_array_index (profiles, i);
      const CnscdHamletProfile *known =
        profile->hamlet != NULL ? g_hash_table_lookup (newest, profile->hamlet) : NULL;

      if (profile->hamlet != NULL &&
          (known == NULL || cnscd_date_compare (known->as_of, profile->as_of) < 0))
        g_hash_table_insert (newest, profile->hamlet, profile);
    }

  return newest;
}

static void
add_hamlet (CnscdCliRows *rows, const CnscdHamlet *hamlet, const CnscdHamletProfile *profile)
{
  g_autofree char *title = cnscd_hamlet_full_name ((CnscdHamletKind) hamlet->kind, hamlet->name);

  cnscd_cli_rows_begin (rows);
  cnscd_cli_rows_hidden (rows, "id", hamlet->record.id);
  cnscd_cli_rows_text (rows, "unit", hamlet->record.unit);
  cnscd_cli_rows_shown (rows, "name", hamlet->name, title);
  cnscd_cli_rows_hidden_choice (rows, "kind", &CNSCD_KIND_HAMLET, "kind", hamlet->kind);
  cnscd_cli_rows_count (rows, "households", profile ? profile->households : CNSCD_COUNT_UNKNOWN);
  cnscd_cli_rows_count (rows, "poor_households",
                        profile ? profile->poor_households : CNSCD_COUNT_UNKNOWN);
  cnscd_cli_rows_count (rows, "near_poor_households",
                        profile ? profile->near_poor_households : CNSCD_COUNT_UNKNOWN);
  cnscd_cli_rows_count (rows, "people", profile ? profile->people : CNSCD_COUNT_UNKNOWN);
  cnscd_cli_rows_count (rows, "working_age_people",
                        profile ? profile->working_age_people : CNSCD_COUNT_UNKNOWN);
  cnscd_cli_rows_date (rows, "as_of", profile ? profile->as_of : CNSCD_DATE_UNKNOWN);
  cnscd_cli_rows_date (rows, "valid_from", hamlet->valid_from);
  cnscd_cli_rows_date (rows, "valid_to", hamlet->valid_to);
  cnscd_cli_rows_end (rows);
}

gboolean
cnscd_cli_list_hamlets (CnscdCliRows *rows,
                        CnscdDatabase *database,
                        const CnscdCliQuery *query,
                        GError **error)
{
  g_autoptr (GPtrArray) hamlets = NULL;
  g_autoptr (GPtrArray) profiles = NULL;
  g_autoptr (GHashTable) newest = NULL;
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Sorted));
  g_autofree char *folded = query->search != NULL ? cnscd_text_search_key (query->search) : NULL;

  g_array_set_clear_func (sorted, clear_sorted);
  hamlets = cnscd_record_store_list (database, &CNSCD_KIND_HAMLET, query->unit, error);
  if (hamlets == NULL)
    return FALSE;
  profiles = cnscd_record_store_list (database, &CNSCD_KIND_HAMLET_PROFILE, query->unit, error);
  if (profiles == NULL)
    return FALSE;
  newest = find_newest_profiles (profiles);

  for (guint i = 0; i < hamlets->len; i++)
    {
      CnscdHamlet *hamlet = g_ptr_array_index (hamlets, i);
      g_autofree char *title =
        cnscd_hamlet_full_name ((CnscdHamletKind) hamlet->kind, hamlet->name);
      Sorted one = { hamlet, NULL };

      if (!matches (title, folded))
        continue;
      one.key = cnscd_text_sort_key (hamlet->name);
      g_array_append_val (sorted, one);
    }
  g_array_sort (sorted, compare_hamlets);

  cnscd_cli_rows_add_column (rows, _ ("Commune"));
  cnscd_cli_rows_add_column (rows, _ ("Hamlet"));
  cnscd_cli_rows_add_number_column (rows, _ ("Households"));
  cnscd_cli_rows_add_number_column (rows, _ ("Poor"));
  cnscd_cli_rows_add_number_column (rows, _ ("Near-poor"));
  cnscd_cli_rows_add_number_column (rows, _ ("People"));
  cnscd_cli_rows_add_number_column (rows, _ ("Working-age"));
  cnscd_cli_rows_add_column (rows, _ ("As of"));
  cnscd_cli_rows_add_column (rows, C_ ("hamlet", "From"));
  cnscd_cli_rows_add_column (rows, C_ ("hamlet", "Until"));
  for (guint i = 0; i < sorted->len; i++)
    {
      const CnscdHamlet *hamlet = g_array_index (sorted, Sorted, i).record;

      add_hamlet (rows, hamlet, g_hash_table_lookup (newest, hamlet->record.id));
    }

  return TRUE;
}

gboolean
cnscd_cli_list_decisions (CnscdCliRows *rows,
                          CnscdDatabase *database,
                          const CnscdCliQuery *query,
                          GError **error)
{
  g_autoptr (GPtrArray) decisions = NULL;
  g_autofree char *folded = query->search != NULL ? cnscd_text_search_key (query->search) : NULL;

  decisions = cnscd_record_store_list (database, &CNSCD_KIND_DECISION, query->unit, error);
  if (decisions == NULL)
    return FALSE;
  g_ptr_array_sort (decisions, compare_decisions);

  cnscd_cli_rows_add_column (rows, _ ("Commune"));
  cnscd_cli_rows_add_column (rows, _ ("Number"));
  cnscd_cli_rows_add_column (rows, _ ("Date"));
  cnscd_cli_rows_add_column (rows, _ ("Kind"));
  cnscd_cli_rows_add_column (rows, _ ("Issuer"));
  cnscd_cli_rows_add_column (rows, _ ("Subject"));
  for (guint i = 0; i < decisions->len; i++)
    {
      const CnscdDecision *decision = g_ptr_array_index (decisions, i);

      if (!matches (decision->number, folded) && !matches (decision->subject, folded) &&
          !matches (decision->signer, folded))
        continue;

      cnscd_cli_rows_begin (rows);
      cnscd_cli_rows_hidden (rows, "id", decision->record.id);
      cnscd_cli_rows_text (rows, "unit", decision->record.unit);
      cnscd_cli_rows_text (rows, "number", decision->number);
      cnscd_cli_rows_date (rows, "date", decision->date);
      cnscd_cli_rows_choice (rows, "kind", &CNSCD_KIND_DECISION, "kind", decision->kind);
      cnscd_cli_rows_text (rows, "issuer", decision->issuer);
      cnscd_cli_rows_hidden (rows, "signer", decision->signer);
      cnscd_cli_rows_text (rows, "subject", decision->subject);
      cnscd_cli_rows_end (rows);
    }

  return TRUE;
}
