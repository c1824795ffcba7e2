/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-office.h"
#include "cnscd-database.h"

G_BEGIN_DECLS

/* Set where somebody has chosen the commune, or the whole province. */
#define CNSCD_SETTING_UNIT_CHOSEN "unit-chosen"

CnscdOffice *cnscd_office_load (CnscdDatabase *database, GError **error);
gboolean cnscd_office_save (CnscdDatabase *database, const CnscdOffice *office, GError **error);
gboolean cnscd_office_set_unit (CnscdDatabase *database,
                                gint64 action,
                                const char *unit,
                                gboolean chosen,
                                GError **error);
gboolean cnscd_office_restore_unit (CnscdDatabase *database,
                                    gint64 action,
                                    gint64 undo,
                                    gboolean is_used,
                                    gboolean *restored,
                                    GError **error);

G_END_DECLS
