/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/cnscd-part-list.h"

#define WIDTH 300.0

static const CnscdTextStyle style = { .size = 13, .max_lines = 1 };

static CnscdTextBlock *
create_block (CnscdTypesetter *typesetter)
{
  return cnscd_text_block_new (typesetter, &style, "Nơi nhận", CNSCD_TEXT_RULE_NONE, WIDTH);
}

/* Gaps stand above parts, spaces below them, and all of it is what the parts take. */
static void
test_height (void)
{
  g_autoptr (CnscdTypesetter) typesetter = cnscd_typesetter_new ();
  g_autoptr (CnscdPartList) parts = cnscd_part_list_new ();
  CnscdTextBlock *block = create_block (typesetter);
  double line = cnscd_text_block_get_height (block);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, width, height;

  g_assert_cmpfloat (cnscd_part_list_get_height (parts), ==, 0);
  g_assert_cmpfloat (cnscd_part_list_draw (parts, cr, 10, 20), ==, 20);

  cnscd_part_list_take_block (parts, block, 100);
  g_assert_cmpfloat_with_epsilon (cnscd_part_list_get_height (parts), 100 + line, 0.001);
  cnscd_part_list_add_space (parts, 50);
  cnscd_part_list_take_block (parts, create_block (typesetter), 8);
  g_assert_cmpfloat_with_epsilon (cnscd_part_list_get_height (parts), 158 + 2 * line, 0.001);
  g_assert_cmpfloat_with_epsilon (cnscd_part_list_draw (parts, cr, 10, 20), 178 + 2 * line, 0.001);

  /* To the pixel: nothing is drawn in the first gap, nor below the last line. */
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  g_assert_cmpfloat (x, >=, 9);
  g_assert_cmpfloat (y, >=, 119);
  g_assert_cmpfloat (y, <, 120 + line);
  g_assert_cmpfloat (y + height, >, 178 + line);
  g_assert_cmpfloat (y + height, <=, 179 + 2 * line);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/part-list/height", test_height);
  return g_test_run ();
}
