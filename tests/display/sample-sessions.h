/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-session.h"
#include "store/cnscd-database.h"

G_BEGIN_DECLS

CnscdSessionRecords *
sample_session_new (const char *unit, const char *title, CnscdDate day, int minute, int length);
void sample_session_put (CnscdDatabase *database, const CnscdSessionRecords *session);

G_END_DECLS
