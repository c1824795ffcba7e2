/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-import.h"

G_BEGIN_DECLS

CnscdImportPlan *cnscd_import_plan_new (const CnscdImportOptions **options);

G_END_DECLS
