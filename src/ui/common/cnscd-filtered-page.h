/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CnscdListReason:
 * @icon_name: name of an icon
 * @title: what it means that the list is empty
 * @description: (nullable): what to do about it
 * @widen_label: (nullable): of a button that takes the filters off; %NULL for the page's own, which
 *   is there when only one commune is shown
 *
 * Why nothing is left of a list that was narrowed down. The texts are not translated yet.
 */
typedef struct
{
  const char *icon_name;
  const char *title;
  const char *description;
  const char *widen_label;
} CnscdListReason;

#define CNSCD_TYPE_FILTERED_PAGE (cnscd_filtered_page_get_type ())
G_DECLARE_FINAL_TYPE (CnscdFilteredPage, cnscd_filtered_page, CNSCD, FILTERED_PAGE, AdwBin)

void cnscd_filtered_page_set_reason (CnscdFilteredPage *self,
                                     const CnscdListReason *reason,
                                     gboolean in_unit);

G_END_DECLS
