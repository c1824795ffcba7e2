/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-catalog.h"
#include "cnscd-repository.h"

G_BEGIN_DECLS

/* The catalogue for those who change it. */
void cnscd_repository_load_own_catalog_async (CnscdRepository *self,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
CnscdCatalog *cnscd_repository_load_own_catalog_finish (CnscdRepository *self,
                                                        GAsyncResult *result,
                                                        GHashTable **used,
                                                        GError **error);

G_END_DECLS
