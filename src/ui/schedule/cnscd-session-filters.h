/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-sessions.h"
#include "ui/common/cnscd-filters.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_SESSION_FILTERS (cnscd_session_filters_get_type ())
G_DECLARE_FINAL_TYPE (CnscdSessionFilters, cnscd_session_filters, CNSCD, SESSION_FILTERS, GObject)

/* In the order in which they are shown. */
typedef enum
{
  CNSCD_SESSION_FILTER_HAMLET,
  CNSCD_SESSION_FILTER_TEAM,
  CNSCD_SESSION_FILTER_TOPIC,
  CNSCD_SESSION_FILTER_AUDIENCE,
  CNSCD_SESSION_FILTER_GUIDE,
  CNSCD_N_SESSION_FILTERS,
} CnscdSessionFilterKind;

CnscdSessionFilters *cnscd_session_filters_new (void);
void cnscd_session_filters_set (CnscdSessionFilters *self,
                                CnscdSessionFilterKind kind,
                                const char *id,
                                const char *name);
const char *cnscd_session_filters_get_id (CnscdSessionFilters *self, CnscdSessionFilterKind kind);
void cnscd_session_filters_clear_unit (CnscdSessionFilters *self);
void cnscd_session_filters_narrow (CnscdSessionFilters *self, CnscdSessionQuery *query);

G_END_DECLS
