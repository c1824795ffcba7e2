/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-database.h"

G_BEGIN_DECLS

GPtrArray *cnscd_sessions_find_by_code (CnscdDatabase *database, const char *code, GError **error);

G_END_DECLS
