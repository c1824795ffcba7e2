/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-recurrence.h"
#include "cnscd-session.h"

G_BEGIN_DECLS

/* More is no plan any more: every day of a year. */
#define CNSCD_SERIES_MAX_SESSIONS 366

/**
 * CnscdSeriesScope:
 * @CNSCD_SERIES_SCOPE_THIS: the session alone
 * @CNSCD_SERIES_SCOPE_FOLLOWING: the session and those after it in the series
 * @CNSCD_SERIES_SCOPE_ALL: every session of the series
 */
typedef enum
{
  CNSCD_SERIES_SCOPE_THIS,
  CNSCD_SERIES_SCOPE_FOLLOWING,
  CNSCD_SERIES_SCOPE_ALL,
} CnscdSeriesScope;

/**
 * CnscdSeriesView:
 * @series: the series
 * @sessions: (element-type CnscdSessionRecords): all that belong to it
 * @today: sessions before this day are history
 *
 * A series as it was seen by whoever changes it.
 */
typedef struct
{
  CnscdSeries *series;
  GPtrArray *sessions;
  CnscdDate today;
} CnscdSeriesView;

gboolean cnscd_series_add (CnscdChangeSet *set,
                           const CnscdSessionRecords *stored,
                           const CnscdSessionRecords *session,
                           const CnscdRecurrence *rule,
                           GError **error);
gboolean cnscd_series_save (CnscdChangeSet *set,
                            const CnscdSeriesView *view,
                            CnscdSeriesScope scope,
                            const CnscdSessionRecords *before,
                            const CnscdSessionRecords *after,
                            const CnscdRecurrence *rule,
                            GError **error);
gboolean cnscd_series_delete (CnscdChangeSet *set,
                              const CnscdSeriesView *view,
                              CnscdSeriesScope scope,
                              const CnscdSessionRecords *session,
                              GError **error);

gboolean cnscd_series_is_free (const CnscdSessionRecords *session, CnscdDate today);

G_END_DECLS
