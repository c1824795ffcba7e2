/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-session.h"

G_BEGIN_DECLS

CnscdSessionRecords *cnscd_session_dup_merged (const CnscdSessionRecords *session,
                                               const CnscdSessionRecords *before,
                                               const CnscdSessionRecords *after,
                                               CnscdDate day);

G_END_DECLS
