/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-surroundings.h"

#include "store/cnscd-backup.h"
#include "store/cnscd-office-store.h"
#include "store/cnscd-units.h"

/*< private >
 * cnscd_surroundings_new:
 *
 * Returns: (transfer full): those of no database
 */
CnscdSurroundings *
cnscd_surroundings_new (void)
{
  CnscdSurroundings *surroundings = g_new0 (CnscdSurroundings, 1);

  surroundings->office = cnscd_office_new ();
  surroundings->units = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_unit_free);
  surroundings->unit_names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  return surroundings;
}

static gboolean
read_units (CnscdSurroundings *surroundings, CnscdDatabase *database, GError **error)
{
  surroundings->units = cnscd_units_list (database, NULL, error);
  if (surroundings->units == NULL)
    return FALSE;

  surroundings->unit_names = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < surroundings->units->len; i++)
    {
      const CnscdUnit *unit = surroundings->units->pdata[i];

      g_hash_table_replace (surroundings->unit_names, unit->code, cnscd_unit_dup_full_name (unit));
    }

  return TRUE;
}

/*< private >
 * cnscd_surroundings_read:
 * @database: a database that was just opened
 * @error: return location for a #CnscdStoreError
 *
 * Reads them, on the worker's thread.
 *
 * Returns: (transfer full) (nullable): the surroundings, or %NULL with @error set
 */
CnscdSurroundings *
cnscd_surroundings_read (CnscdDatabase *database, GError **error)
{
  g_autoptr (CnscdSurroundings) surroundings = cnscd_surroundings_read_again (database, error);

  if (surroundings == NULL || !read_units (surroundings, database, error))
    return NULL;

  return g_steal_pointer (&surroundings);
}

/*< private >
 * cnscd_surroundings_read_again:
 * @database: a database
 * @error: return location for a #CnscdStoreError
 *
 * Reads what a change may have changed, on the worker's thread: all but the
 * communes, which come with the program.
 *
 * Returns: (transfer full) (nullable): the surroundings without @units and @unit_names, or %NULL
 *   with @error set
 */
CnscdSurroundings *
cnscd_surroundings_read_again (CnscdDatabase *database, GError **error)
{
  g_autoptr (CnscdSurroundings) surroundings = g_new0 (CnscdSurroundings, 1);

  surroundings->office = cnscd_office_load (database, error);
  if (surroundings->office == NULL)
    return NULL;

  if (surroundings->office->unit == NULL && !surroundings->office->unit_chosen &&
      !cnscd_database_is_empty (database, &surroundings->is_new, error))
    return NULL;

  surroundings->missed_backup_folder = g_strdup (cnscd_backup_get_missed_folder (database));
  return g_steal_pointer (&surroundings);
}

/*< private >
 * cnscd_surroundings_free:
 * @surroundings: (transfer full): surroundings
 *
 * Frees them.
 */
void
cnscd_surroundings_free (CnscdSurroundings *surroundings)
{
  g_clear_pointer (&surroundings->office, cnscd_office_free);
  /* The names' keys are in there. */
  g_clear_pointer (&surroundings->unit_names, g_hash_table_unref);
  g_clear_pointer (&surroundings->units, g_ptr_array_unref);
  g_free (surroundings->missed_backup_folder);
  g_free (surroundings);
}
