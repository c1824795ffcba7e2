/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-catalog.h"
#include "cnscd-session.h"

G_BEGIN_DECLS

/**
 * CnscdCopySpan:
 * @CNSCD_COPY_SPAN_WEEK: to the same weekdays some weeks later
 * @CNSCD_COPY_SPAN_MONTH: to the same weekdays of a later month: the second Tuesday to its second
 *   Tuesday
 */
typedef enum
{
  CNSCD_COPY_SPAN_WEEK,
  CNSCD_COPY_SPAN_MONTH,
} CnscdCopySpan;

/**
 * CnscdSessionCopy:
 * @plans: (element-type CnscdSessionRecords): what is to be made
 * @n_holiday: how many fall on a day off; among @plans unless these are left out
 * @n_repeating: how many belong to a series that goes on there by itself; not among @plans
 * @n_there: how many are there already
 * @n_without_day: how many have no day: the fifth Tuesday of a month that has four
 *
 * What comes of copying a week or a month of sessions forward.
 */
typedef struct
{
  GPtrArray *plans;
  guint n_holiday;
  guint n_repeating;
  guint n_there;
  guint n_without_day;
} CnscdSessionCopy;

void cnscd_session_copy_free (CnscdSessionCopy *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdSessionCopy, cnscd_session_copy_free)

CnscdDate cnscd_session_copy_find_day (CnscdCopySpan span, int n, CnscdDate day);
void cnscd_session_copy_get_target (CnscdCopySpan span,
                                    int n,
                                    CnscdDate day,
                                    CnscdDate *from,
                                    CnscdDate *to);
CnscdSessionCopy *cnscd_session_copy_new (GPtrArray *sources,
                                          GPtrArray *there,
                                          const CnscdCatalog *catalog,
                                          CnscdCopySpan span,
                                          int n,
                                          gboolean with_holidays);

G_END_DECLS
