/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-document.h"
#include "cnscd-roster.h"
#include "cnscd-typesetter.h"

G_BEGIN_DECLS

CnscdDocument *cnscd_roster_document_new (const CnscdRoster *roster, CnscdTypesetter *typesetter);

G_END_DECLS
