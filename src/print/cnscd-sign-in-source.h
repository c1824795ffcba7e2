/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-sign-in.h"
#include "store/cnscd-database.h"

G_BEGIN_DECLS

char *cnscd_sign_in_source_find (CnscdDatabase *database, const char *session, GError **error);
CnscdSignIn *
cnscd_sign_in_source_load (CnscdDatabase *database, const char *session, GError **error);

G_END_DECLS
