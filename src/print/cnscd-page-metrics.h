/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Points of 1/72 inch, the unit of everything in this folder. */
#define CNSCD_MM_TO_PT(mm) ((mm) * 72.0 / 25.4)

/* Times New Roman by law; Liberation Serif has its widths. */
#define CNSCD_FONT_FAMILIES "Times New Roman, Liberation Serif"

/**
 * CnscdPageMetrics:
 *
 * A sheet and its margins, in points.
 */
typedef struct
{
  double width;
  double height;
  double top;
  double bottom;
  double left;
  double right;
} CnscdPageMetrics;

CnscdPageMetrics cnscd_page_metrics_a4 (gboolean landscape);
double cnscd_page_metrics_get_text_width (const CnscdPageMetrics *metrics);
double cnscd_page_metrics_get_text_height (const CnscdPageMetrics *metrics);

G_END_DECLS
