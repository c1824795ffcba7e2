/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-issuer.h"
#include "store/cnscd-database.h"

G_BEGIN_DECLS

gboolean
cnscd_issuer_load (CnscdIssuer *issuer, CnscdDatabase *database, const char *unit, GError **error);
gboolean cnscd_issuer_find_unit (CnscdDatabase *database,
                                 const char *unit,
                                 const char *team,
                                 char **found,
                                 GError **error);

G_END_DECLS
