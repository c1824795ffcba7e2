/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-document.h"
#include "cnscd-roster.h"
#include "cnscd-table.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_ROSTER_DOCUMENT (cnscd_roster_document_get_type ())
G_DECLARE_FINAL_TYPE (CnscdRosterDocument, cnscd_roster_document, CNSCD, ROSTER_DOCUMENT, GObject)

CnscdDocument *cnscd_roster_document_new (const CnscdRoster *roster, CnscdTypesetter *typesetter);
CnscdTable *cnscd_roster_document_get_table (CnscdRosterDocument *self);

G_END_DECLS
