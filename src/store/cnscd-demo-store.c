/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-demo-store.h"

#include "core/cnscd-demo.h"
#include "cnscd-action.h"
#include "cnscd-catalog-store.h"
#include "cnscd-record-store.h"
#include "cnscd-units.h"

typedef struct
{
  CnscdDatabase *database;
  CnscdDemoCounts counts;
} Filling;

static gboolean
store_record (gpointer record, gpointer user_data, GError **error)
{
  Filling *filling = user_data;
  const CnscdKind *kind = ((CnscdRecord *) record)->kind;

  if (kind == &CNSCD_KIND_TEAM)
    filling->counts.n_teams++;
  else if (kind == &CNSCD_KIND_MEMBERSHIP)
    filling->counts.n_members++;
  else if (kind == &CNSCD_KIND_SESSION)
    filling->counts.n_sessions++;
  return cnscd_record_store_add (filling->database, record, error);
}

static int
compare_units (gconstpointer a, gconstpointer b)
{
  return strcmp (((const CnscdDemoUnit *) a)->code, ((const CnscdDemoUnit *) b)->code);
}

static gboolean
fill (Filling *filling,
      const GPtrArray *units,
      guint64 seed,
      CnscdDate today,
      gboolean province,
      GError **error)
{
  g_autoptr (GArray) demo_units = g_array_new (FALSE, FALSE, sizeof (CnscdDemoUnit));
  g_autoptr (CnscdCatalog) catalog = cnscd_catalog_read (filling->database, NULL, error);
  CnscdDemoPlan plan = { .seed = seed, .catalog = catalog, .today = today };

  if (catalog == NULL)
    return FALSE;

  for (guint i = 0; i < units->len; i++)
    {
      const CnscdUnit *one = g_ptr_array_index (units, i);
      CnscdDemoUnit demo_unit = { one->code, one->kind, one->name };

      g_array_append_val (demo_units, demo_unit);
    }

  /* By code: the list comes in an order that may change with ICU. */
  g_array_sort (demo_units, compare_units);
  plan.units = (const CnscdDemoUnit *) demo_units->data;
  plan.n_units = demo_units->len;
  if (province)
    {
      plan.n_teams = CNSCD_DEMO_PROVINCE_TEAMS;
      plan.n_members = CNSCD_DEMO_PROVINCE_MEMBERS;
      plan.n_sessions = CNSCD_DEMO_PROVINCE_SESSIONS;
    }

  return cnscd_demo_generate (&plan, store_record, filling, error);
}

/**
 * cnscd_demo_fill:
 * @database: a connection to an empty database
 * @units: (element-type CnscdUnit): the communes to fill
 * @seed: the same seed, communes and day give the same records
 * @today: a full date: before it sessions were held, from it on they are planned
 * @province: as many teams, members and sessions as the whole province has, and no
 *   commune of its own; else as one commune, the first of @units
 * @counts: (out): what was made up
 * @error: return location for a #CnscdStoreError
 *
 * Fills a database with made-up people and their sessions, in one action: all of them or none.
 *
 * Returns: whether it is filled
 */
gboolean
cnscd_demo_fill (CnscdDatabase *database,
                 GPtrArray *units,
                 guint64 seed,
                 CnscdDate today,
                 gboolean province,
                 CnscdDemoCounts *counts,
                 GError **error)
{
  Filling filling = { .database = database };
  gboolean done;

  g_return_val_if_fail (database != NULL && units != NULL && units->len > 0, FALSE);
  g_return_val_if_fail (counts != NULL && cnscd_date_is_full (today), FALSE);

  if (!cnscd_database_begin (database, error))
    return FALSE;

  done = cnscd_action_begin (database, "demo", "demo", error);
  if (done)
    {
      done = fill (&filling, units, seed, today, province, error);
      cnscd_action_end (database);
    }
  if (done && !province)
    {
      const CnscdUnit *only = g_ptr_array_index (units, 0);

      done = cnscd_database_set_setting (database, "unit", only->code, error);
    }

  *counts = filling.counts;
  if (done)
    return cnscd_database_commit (database, error);

  cnscd_database_rollback (database);
  return FALSE;
}
