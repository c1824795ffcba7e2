/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/cnscd-table-corrections.h"

static GPtrArray *
create_mappings (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_sheet_mapping_free);
}

static CnscdSheetMapping *
add_mapping (GPtrArray *mappings, const char *sheet)
{
  const CnscdColumn columns[] = { CNSCD_COLUMN_NUMBER, CNSCD_COLUMN_FULL_NAME, CNSCD_COLUMN_PHONE };
  CnscdSheetMapping *mapping = cnscd_sheet_mapping_new (sheet);

  mapping->head_row = 3;
  g_array_append_vals (mapping->columns, columns, G_N_ELEMENTS (columns));
  g_ptr_array_add (mappings, mapping);
  return mapping;
}

static guint
get_column (const CnscdSheetMapping *mapping, guint index)
{
  g_assert_cmpuint (index, <, mapping->columns->len);
  return g_array_index (mapping->columns, guint, index);
}

/* In all sheets of a shape, at most one column of a kind; the next choice builds on it. */
static void
test_column (void)
{
  g_autoptr (CnscdTableCorrections) corrections = cnscd_table_corrections_new ();
  g_autoptr (GPtrArray) mappings = create_mappings ();
  g_autoptr (GPtrArray) corrected = NULL;
  const CnscdTableShape shape = { .mappings = mappings };

  add_mapping (mappings, "Xóm Một");
  add_mapping (mappings, "Xóm Hai");
  corrected = cnscd_table_corrections_dup_mappings (corrections);
  g_assert_cmpuint (corrected->len, ==, 0);
  g_clear_pointer (&corrected, g_ptr_array_unref);

  cnscd_table_corrections_set_column (corrections, &shape, 0, CNSCD_COLUMN_PHONE);
  cnscd_table_corrections_set_column (corrections, &shape, 4, CNSCD_COLUMN_NOTE);
  corrected = cnscd_table_corrections_dup_mappings (corrections);
  g_assert_cmpuint (corrected->len, ==, 2);
  for (guint i = 0; i < mappings->len; i++)
    {
      const CnscdSheetMapping *shown = mappings->pdata[i];
      const CnscdSheetMapping *mapping = cnscd_sheet_mappings_find (corrected, shown->sheet);

      g_assert_nonnull (mapping);
      g_assert_cmpuint (mapping->head_row, ==, 3);
      for (guint c = 0; c < 5; c++)
        g_assert_cmpuint (get_column (mapping, c), ==, get_column (shown, c));
      g_assert_cmpuint (get_column (mapping, 0), ==, CNSCD_COLUMN_PHONE);
      g_assert_cmpuint (get_column (mapping, 1), ==, CNSCD_COLUMN_FULL_NAME);
      g_assert_cmpuint (get_column (mapping, 2), ==, CNSCD_COLUMN_IGNORED);
      g_assert_cmpuint (get_column (mapping, 4), ==, CNSCD_COLUMN_NOTE);
    }
}

/* With another head nothing is known of the columns, but whether it is a schedule. */
static void
test_head (void)
{
  g_autoptr (CnscdTableCorrections) corrections = cnscd_table_corrections_new ();
  g_autoptr (GPtrArray) mappings = create_mappings ();
  g_autoptr (GPtrArray) corrected = NULL;
  const CnscdTableShape shape = { .mappings = mappings };
  const CnscdSheetMapping *mapping;

  add_mapping (mappings, "Lịch")->schedule = TRUE;
  cnscd_table_corrections_set_column (corrections, &shape, 0, CNSCD_SCHEDULE_DAY);
  cnscd_table_corrections_set_head (corrections, &shape, 7);
  corrected = cnscd_table_corrections_dup_mappings (corrections);
  g_assert_cmpuint (corrected->len, ==, 1);
  mapping = corrected->pdata[0];
  g_assert_cmpstr (mapping->sheet, ==, "Lịch");
  g_assert_true (mapping->schedule);
  g_assert_cmpuint (mapping->head_row, ==, 7);
  g_assert_cmpuint (mapping->columns->len, ==, 0);
}

/* What was kept from an earlier import counts until it is reset; other sheets stay untouched. */
static void
test_kept (void)
{
  g_autoptr (CnscdTableCorrections) corrections = cnscd_table_corrections_new ();
  g_autoptr (GPtrArray) shapes = g_ptr_array_new ();
  g_autoptr (GPtrArray) kept = create_mappings ();
  g_autoptr (GPtrArray) none = create_mappings ();
  g_autoptr (GPtrArray) mappings = create_mappings ();
  g_autoptr (GPtrArray) others = create_mappings ();
  g_autoptr (GPtrArray) corrected = NULL;
  char name[] = "stt|họ và tên|sđt";
  CnscdTableShape shape = { .shape = name, .mappings = mappings };
  CnscdTableShape other = { .mappings = others };

  add_mapping (kept, "Xóm Một");
  add_mapping (mappings, "Xóm Một")->head_row = 5;
  add_mapping (others, "Ghi chú");
  g_ptr_array_add (shapes, &shape);
  g_ptr_array_add (shapes, &other);
  cnscd_table_corrections_note (corrections, shapes, kept);
  g_assert_true (cnscd_table_corrections_is_kept (corrections, &shape));
  g_assert_false (cnscd_table_corrections_is_kept (corrections, &other));
  corrected = cnscd_table_corrections_dup_mappings (corrections);
  g_assert_cmpuint (corrected->len, ==, 1);
  /* as it was read in the end */
  g_assert_cmpuint (((const CnscdSheetMapping *) corrected->pdata[0])->head_row, ==, 5);
  g_clear_pointer (&corrected, g_ptr_array_unref);

  /* It stays so when it is read again, by what is corrected now. */
  cnscd_table_corrections_note (corrections, shapes, none);
  g_assert_true (cnscd_table_corrections_is_kept (corrections, &shape));

  cnscd_table_corrections_reset (corrections, &shape);
  g_assert_false (cnscd_table_corrections_is_kept (corrections, &shape));
  corrected = cnscd_table_corrections_dup_mappings (corrections);
  g_assert_cmpuint (corrected->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/corrections/column", test_column);
  g_test_add_func ("/exchange/corrections/head", test_head);
  g_test_add_func ("/exchange/corrections/kept", test_kept);
  return g_test_run ();
}
