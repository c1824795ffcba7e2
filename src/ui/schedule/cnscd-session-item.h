/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/cnscd-sessions.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_SESSION_ITEM (cnscd_session_item_get_type ())
G_DECLARE_FINAL_TYPE (CnscdSessionItem, cnscd_session_item, CNSCD, SESSION_ITEM, GObject)

CnscdSessionItem *cnscd_session_item_new (void);
CnscdDate cnscd_session_item_get_day (CnscdSessionItem *self);
const CnscdSessionSummary *cnscd_session_item_get_session (CnscdSessionItem *self);
void
cnscd_session_item_set (CnscdSessionItem *self, CnscdDate day, const CnscdSessionSummary *session);

G_END_DECLS
