/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-change.h"

#include <glib/gi18n-lib.h>

#include "cnscd-import.h"

static void
change_free (gpointer data)
{
  CnscdImportChange *change = data;

  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

/* Of the columns whose values an import changes. */
static const char *
get_field (CnscdColumn column)
{
  switch ((int) column)
    {
    case CNSCD_COLUMN_FULL_NAME:
      return "full_name";
    case CNSCD_COLUMN_BIRTH:
      return "birth";
    case CNSCD_COLUMN_GENDER:
      return "gender";
    case CNSCD_COLUMN_PHONE:
      return "phone";
    case CNSCD_COLUMN_ROLE:
      return "role";
    case CNSCD_COLUMN_POSITION:
      return "position";
    case CNSCD_COLUMN_BODY:
      return "body";
    case CNSCD_COLUMN_NOTE:
      return "note";
    case CNSCD_COLUMN_TEAM:
      return "team";
    default:
      g_return_val_if_reached ("");
    }
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const CnscdImportChange *one = *(const CnscdImportChange *const *) a;
  const CnscdImportChange *other = *(const CnscdImportChange *const *) b;

  return one->completes - other->completes;
}

static CnscdImportChange *
add (GPtrArray *changes, CnscdColumn column, const char *before, const char *after)
{
  CnscdImportChange *change = g_new0 (CnscdImportChange, 1);

  change->column = column;
  change->field = get_field (column);
  change->before = before != NULL && *before != '\0' ? g_strdup (before) : NULL;
  change->after = g_strdup (after);
  change->completes = change->before == NULL;
  g_ptr_array_add (changes, change);
  return change;
}

/**
 * cnscd_import_changes_new:
 *
 * Returns: (transfer full) (element-type CnscdImportChange): a list that owns its changes
 */
GPtrArray *
cnscd_import_changes_new (void)
{
  return g_ptr_array_new_with_free_func (change_free);
}

/**
 * cnscd_import_changes_add:
 * @changes: (element-type CnscdImportChange): a list
 * @column: which value
 * @before: (nullable): it as it is stored, for people; %NULL or empty: it is not known
 * @after: it as it becomes, for people
 *
 * Notes that a value changes. What corrects comes before what completes.
 */
void
cnscd_import_changes_add (GPtrArray *changes,
                          CnscdColumn column,
                          const char *before,
                          const char *after)
{
  add (changes, column, before, after);
  g_ptr_array_sort (changes, compare_changes);
}

/**
 * cnscd_import_changes_add_birth:
 * @changes: (element-type CnscdImportChange): a list
 * @before: the stored date of birth, as far as it is known
 * @after: the one that it becomes
 *
 * Notes that a date of birth changes: 1998 is completed by 24/10/1998, and 24/10/1997 corrects it.
 */
void
cnscd_import_changes_add_birth (GPtrArray *changes, CnscdDate before, CnscdDate after)
{
  g_autofree char *stored = cnscd_date_is_known (before) ? cnscd_date_format (before) : NULL;
  g_autofree char *said = cnscd_date_format (after);
  CnscdImportChange *change = add (changes, CNSCD_COLUMN_BIRTH, stored, said);

  change->completes = stored == NULL || (before.year == after.year &&
                                         (before.month == 0 || before.month == after.month) &&
                                         (before.day == 0 || before.day == after.day));
  g_ptr_array_sort (changes, compare_changes);
}

/**
 * cnscd_import_changes_correct:
 * @changes: (nullable) (element-type CnscdImportChange): of one person
 *
 * Returns: whether a stored value is replaced by another one, and not only completed
 */
gboolean
cnscd_import_changes_correct (const GPtrArray *changes)
{
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    if (!((const CnscdImportChange *) changes->pdata[i])->completes)
      return TRUE;
  return FALSE;
}

/**
 * cnscd_import_change_dup_text:
 * @change: a change
 *
 * Returns: (transfer full): it for people: "Điện thoại: 0912 345 678 → 0987 654 321"
 */
char *
cnscd_import_change_dup_text (const CnscdImportChange *change)
{
  /* Translators: a value that is replaced: its name, what it was, what it becomes */
  return g_strdup_printf (_ ("%s: %s → %s"), cnscd_column_get_title (change->column),
                          change->before != NULL ? change->before : "—", change->after);
}

/**
 * cnscd_import_plan_select:
 * @plan: what an import does
 * @fate: whom to list
 * @corrections: (out) (optional): gets how many of the list have a value that is replaced
 *
 * Returns: (transfer container) (element-type CnscdImportItem): the people of this fate in the
 *   order of the file, those with a value that is replaced first
 */
GPtrArray *
cnscd_import_plan_select (const CnscdImportPlan *plan, CnscdImportFate fate, guint *corrections)
{
  GPtrArray *list = g_ptr_array_new ();
  guint n = 0;

  for (int completes = FALSE; completes <= TRUE; completes++)
    {
      for (guint i = 0; i < plan->items->len; i++)
        {
          CnscdImportItem *item = plan->items->pdata[i];

          if (item->fate == fate && cnscd_import_changes_correct (item->changes) != completes)
            g_ptr_array_add (list, item);
        }
      if (!completes)
        n = list->len;
    }
  if (corrections != NULL)
    *corrections = n;
  return list;
}
