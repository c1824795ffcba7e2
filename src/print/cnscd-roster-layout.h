/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "cnscd-document.h"
#include "cnscd-roster.h"
#include "cnscd-typesetter.h"

G_BEGIN_DECLS

CnscdDocument *cnscd_roster_layout (GPtrArray *rosters, CnscdTypesetter *typesetter);
void cnscd_roster_layout_async (GPtrArray *rosters,
                                CnscdTypesetter *typesetter,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
CnscdDocument *cnscd_roster_layout_finish (GAsyncResult *result, GError **error);

G_END_DECLS
