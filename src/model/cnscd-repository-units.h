/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-units.h"
#include "cnscd-repository.h"

G_BEGIN_DECLS

void cnscd_repository_list_units_async (CnscdRepository *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
GPtrArray *
cnscd_repository_list_units_finish (CnscdRepository *self, GAsyncResult *result, GError **error);

G_END_DECLS
