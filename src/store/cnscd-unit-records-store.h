/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-unit-records.h"
#include "cnscd-database.h"

G_BEGIN_DECLS

CnscdUnitRecords *
cnscd_unit_records_read (CnscdDatabase *database, const char *unit, GError **error);

G_END_DECLS
