/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-page-metrics.h"

/**
 * cnscd_page_metrics_a4:
 * @landscape: whether the long side lies at the top
 *
 * A4 with the widest text that NĐ 30/2020/NĐ-CP, Phụ lục I, allows: 20 mm
 * above and below, 30 mm left, 15 mm right. Tables need the width.
 *
 * Returns: the sheet
 */
CnscdPageMetrics
cnscd_page_metrics_a4 (gboolean landscape)
{
  return (CnscdPageMetrics) {
    .width = CNSCD_MM_TO_PT (landscape ? 297 : 210),
    .height = CNSCD_MM_TO_PT (landscape ? 210 : 297),
    .top = CNSCD_MM_TO_PT (20),
    .bottom = CNSCD_MM_TO_PT (20),
    .left = CNSCD_MM_TO_PT (30),
    .right = CNSCD_MM_TO_PT (15),
  };
}

/**
 * cnscd_page_metrics_get_text_width:
 * @metrics: a sheet
 *
 * Returns: points between the left and the right margin
 */
double
cnscd_page_metrics_get_text_width (const CnscdPageMetrics *metrics)
{
  return metrics->width - metrics->left - metrics->right;
}

/**
 * cnscd_page_metrics_get_text_height:
 * @metrics: a sheet
 *
 * Returns: points between the top and the bottom margin
 */
double
cnscd_page_metrics_get_text_height (const CnscdPageMetrics *metrics)
{
  return metrics->height - metrics->top - metrics->bottom;
}
