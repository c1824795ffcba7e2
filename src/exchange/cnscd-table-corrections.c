/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-table-corrections.h"

/**
 * CnscdTableCorrections:
 *
 * What somebody corrects in how the tables of a file were understood, now or in
 * an earlier import. A table is read again after each correction; what was not
 * corrected may be understood otherwise then.
 */
struct _CnscdTableCorrections
{
  GHashTable *mappings; /* sheet -> CnscdSheetMapping */
  GHashTable *kept;     /* shapes that are read as corrected in an earlier import */
};

static void
set_mapping (CnscdTableCorrections *corrections, CnscdSheetMapping *mapping)
{
  g_hash_table_replace (corrections->mappings, g_strdup (mapping->sheet), mapping);
}

static void
set_column (CnscdSheetMapping *mapping, guint index, guint column)
{
  if (mapping->columns->len <= index)
    g_array_set_size (mapping->columns, index + 1);
  /* of one kind there is one column */
  for (guint c = 0; c < mapping->columns->len; c++)
    if (g_array_index (mapping->columns, guint, c) == column)
      g_array_index (mapping->columns, guint, c) = CNSCD_COLUMN_IGNORED;
  g_array_index (mapping->columns, guint, index) = column;
}

/**
 * cnscd_table_corrections_new: (skip)
 *
 * Returns: (transfer full): no corrections
 */
CnscdTableCorrections *
cnscd_table_corrections_new (void)
{
  CnscdTableCorrections *corrections = g_new (CnscdTableCorrections, 1);

  *corrections = (CnscdTableCorrections) {
    .mappings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) cnscd_sheet_mapping_free),
    .kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  return corrections;
}

/**
 * cnscd_table_corrections_free: (skip)
 * @corrections: (transfer full): corrections
 */
void
cnscd_table_corrections_free (CnscdTableCorrections *corrections)
{
  g_hash_table_unref (corrections->mappings);
  g_hash_table_unref (corrections->kept);
  g_free (corrections);
}

/**
 * cnscd_table_corrections_note: (skip)
 * @corrections: corrections
 * @shapes: (element-type CnscdTableShape): the tables, as they were read by the corrections
 * @kept: (element-type CnscdSheetMapping): columns that were corrected in an earlier import, and
 *   were used here
 *
 * Takes what was corrected in an earlier import for corrected now, and from all
 * that is corrected the heads that were read.
 */
void
cnscd_table_corrections_note (CnscdTableCorrections *corrections,
                              const GPtrArray *shapes,
                              GPtrArray *kept)
{
  for (guint i = 0; i < kept->len; i++)
    set_mapping (corrections, cnscd_sheet_mapping_copy (kept->pdata[i]));
  for (guint i = 0; i < shapes->len; i++)
    {
      const CnscdTableShape *shape = shapes->pdata[i];

      for (guint j = 0; j < shape->mappings->len; j++)
        {
          const CnscdSheetMapping *mapping = shape->mappings->pdata[j];

          if (shape->shape != NULL && cnscd_sheet_mappings_find (kept, mapping->sheet) != NULL)
            g_hash_table_add (corrections->kept, g_strdup (shape->shape));
          /* with the heads, which may have been left to be read */
          if (g_hash_table_contains (corrections->mappings, mapping->sheet))
            set_mapping (corrections, cnscd_sheet_mapping_copy (mapping));
        }
    }
}

/**
 * cnscd_table_corrections_set_column: (skip)
 * @corrections: corrections
 * @shape: a table
 * @index: of one of its columns, from 0
 * @column: what it is: a #CnscdColumn, in a schedule a #CnscdScheduleColumn
 *
 * Corrects a column in all sheets of this shape; at once also in @shape, before
 * the table is read again: the next correction builds on this one.
 */
void
cnscd_table_corrections_set_column (CnscdTableCorrections *corrections,
                                    const CnscdTableShape *shape,
                                    guint index,
                                    guint column)
{
  for (guint i = 0; i < shape->mappings->len; i++)
    {
      CnscdSheetMapping *mapping = shape->mappings->pdata[i];

      set_column (mapping, index, column);
      set_mapping (corrections, cnscd_sheet_mapping_copy (mapping));
    }
}

/**
 * cnscd_table_corrections_set_head: (skip)
 * @corrections: corrections
 * @shape: a table
 * @row: last row of its head, from 1; 0: it has none
 *
 * Corrects where the head is. What the columns are is found by its words then,
 * or by what stands in them.
 */
void
cnscd_table_corrections_set_head (CnscdTableCorrections *corrections,
                                  const CnscdTableShape *shape,
                                  guint row)
{
  for (guint i = 0; i < shape->mappings->len; i++)
    {
      const CnscdSheetMapping *old = shape->mappings->pdata[i];
      CnscdSheetMapping *mapping = cnscd_sheet_mapping_new (old->sheet);

      mapping->schedule = old->schedule;
      mapping->head_row = row;
      set_mapping (corrections, mapping);
    }
}

/**
 * cnscd_table_corrections_reset: (skip)
 * @corrections: corrections
 * @shape: a table
 *
 * Forgets all that was corrected in it, now and earlier.
 */
void
cnscd_table_corrections_reset (CnscdTableCorrections *corrections, const CnscdTableShape *shape)
{
  for (guint i = 0; i < shape->mappings->len; i++)
    g_hash_table_remove (corrections->mappings,
                         ((const CnscdSheetMapping *) shape->mappings->pdata[i])->sheet);
  if (shape->shape != NULL)
    g_hash_table_remove (corrections->kept, shape->shape);
}

/**
 * cnscd_table_corrections_is_kept: (skip)
 * @corrections: corrections
 * @shape: a table
 *
 * Returns: whether it is read as it was corrected in an earlier import
 */
gboolean
cnscd_table_corrections_is_kept (CnscdTableCorrections *corrections, const CnscdTableShape *shape)
{
  return shape->shape != NULL && g_hash_table_contains (corrections->kept, shape->shape);
}

/**
 * cnscd_table_corrections_dup_mappings: (skip)
 * @corrections: corrections
 *
 * Returns: (transfer full) (element-type CnscdSheetMapping): the columns that were corrected, as of
 *   #CnscdImportOptions
 */
GPtrArray *
cnscd_table_corrections_dup_mappings (CnscdTableCorrections *corrections)
{
  GPtrArray *mappings = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_sheet_mapping_free);
  GHashTableIter iter;
  gpointer mapping;

  g_hash_table_iter_init (&iter, corrections->mappings);
  while (g_hash_table_iter_next (&iter, NULL, &mapping))
    g_ptr_array_add (mappings, cnscd_sheet_mapping_copy (mapping));
  return mappings;
}
