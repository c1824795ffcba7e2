/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-sessions.h"
#include "cnscd-statement.h"

G_BEGIN_DECLS

/* For what asks of sessions other things than their list. */
CnscdStatement *cnscd_session_query_prepare (CnscdDatabase *database,
                                             const char *select,
                                             const CnscdSessionQuery *query,
                                             const char *tail,
                                             GPtrArray *texts,
                                             GError **error);

G_END_DECLS
