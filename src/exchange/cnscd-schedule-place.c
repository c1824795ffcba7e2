/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-schedule-place.h"

#include "core/cnscd-session.h"
#include "core/cnscd-text.h"
#include "store/cnscd-record-store.h"

static void
add_to_list (GHashTable *table, gpointer key, gpointer item)
{
  GPtrArray *list = g_hash_table_lookup (table, key);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (table, key, list);
    }
  else
    g_free (key);
  g_ptr_array_add (list, item);
}

static gint64 *
dup_time (CnscdTime time)
{
  return g_memdup2 (&time, sizeof time);
}

static GHashTable *
new_lists (GHashFunc hash, GEqualFunc equal)
{
  return g_hash_table_new_full (hash, equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

static void
index_people (CnscdSchedulePlace *place, GPtrArray *people)
{
  place->people =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) cnscd_record_unref);
  place->by_name = new_lists (g_str_hash, g_str_equal);
  place->by_fold = new_lists (g_str_hash, g_str_equal);
  for (guint i = 0; i < people->len; i++)
    {
      CnscdPerson *person = people->pdata[i];

      g_hash_table_insert (place->people, person->record.id, cnscd_record_ref (person));
    }
  for (guint i = 0; i < place->memberships->len; i++)
    {
      CnscdMembership *membership = place->memberships->pdata[i];
      const CnscdPerson *person = g_hash_table_lookup (place->people, membership->person);

      if (person == NULL)
        continue;
      add_to_list (place->by_name, cnscd_text_match_key (person->full_name), membership);
      add_to_list (place->by_fold, cnscd_text_search_key (person->full_name), membership);
    }
}

static void
index_sessions (CnscdSchedulePlace *place)
{
  place->by_code = new_lists (g_str_hash, g_str_equal);
  place->by_start = new_lists (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < place->sessions->len; i++)
    {
      CnscdSessionSummary *session = place->sessions->pdata[i];

      add_to_list (place->by_code, cnscd_session_dup_code (session->session), session);
      add_to_list (place->by_start, dup_time (session->starts_at), session);
    }
}

/**
 * cnscd_schedule_place_load: (skip)
 * @database: a connection
 * @unit: code of a commune
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable): what a schedule of it may speak of
 */
CnscdSchedulePlace *
cnscd_schedule_place_load (CnscdDatabase *database, const char *unit, GError **error)
{
  CnscdSchedulePlace *place = g_new0 (CnscdSchedulePlace, 1);
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;
  g_autoptr (GPtrArray) people = NULL;

  query.unit = unit;
  place->unit = g_strdup (unit);
  if ((place->catalog = cnscd_catalog_read (database, unit, error)) != NULL &&
      (place->teams = cnscd_record_store_list (database, &CNSCD_KIND_TEAM, unit, error)) != NULL &&
      (place->hamlets = cnscd_record_store_list (database, &CNSCD_KIND_HAMLET, unit, error)) !=
        NULL &&
      (place->memberships =
         cnscd_record_store_list (database, &CNSCD_KIND_MEMBERSHIP, unit, error)) != NULL &&
      (place->sessions = cnscd_sessions_list (database, &query, error)) != NULL)
    people = cnscd_record_store_list (database, &CNSCD_KIND_PERSON, unit, error);
  if (people == NULL)
    {
      cnscd_schedule_place_free (place);
      return NULL;
    }

  index_people (place, people);
  index_sessions (place);
  return place;
}

/**
 * cnscd_schedule_place_free: (skip)
 * @place: (transfer full): what was loaded
 */
void
cnscd_schedule_place_free (CnscdSchedulePlace *place)
{
  g_free (place->unit);
  g_clear_pointer (&place->by_code, g_hash_table_unref);
  g_clear_pointer (&place->by_start, g_hash_table_unref);
  g_clear_pointer (&place->by_name, g_hash_table_unref);
  g_clear_pointer (&place->by_fold, g_hash_table_unref);
  g_clear_pointer (&place->people, g_hash_table_unref);
  g_clear_pointer (&place->sessions, g_ptr_array_unref);
  g_clear_pointer (&place->memberships, g_ptr_array_unref);
  g_clear_pointer (&place->hamlets, g_ptr_array_unref);
  g_clear_pointer (&place->teams, g_ptr_array_unref);
  g_clear_pointer (&place->catalog, cnscd_catalog_unref);
  g_free (place);
}
