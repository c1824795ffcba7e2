/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-catalog.h"
#include "cnscd-sessions.h"

G_BEGIN_DECLS

/**
 * CnscdSessionReport:
 * @session: the session with all that belongs to it
 * @catalog: the catalogue of its commune
 * @guides: (element-type utf8): names of its guides, in their order
 *
 * What somebody needs to report a session. Immutable.
 */
typedef struct
{
  CnscdSessionRecords *session;
  CnscdCatalog *catalog;
  GPtrArray *guides;
} CnscdSessionReport;

void cnscd_session_report_free (CnscdSessionReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdSessionReport, cnscd_session_report_free)

CnscdSessionReport *
cnscd_session_report_read (CnscdDatabase *database, const char *session, GError **error);

G_END_DECLS
