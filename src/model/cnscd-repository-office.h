/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-office.h"
#include "store/cnscd-units.h"
#include "cnscd-repository.h"

G_BEGIN_DECLS

const CnscdOffice *cnscd_repository_get_office (CnscdRepository *self);
gboolean cnscd_repository_is_new (CnscdRepository *self);
GPtrArray *cnscd_repository_get_units (CnscdRepository *self);

void cnscd_repository_save_office_async (CnscdRepository *self,
                                         const CnscdOffice *office,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
typedef void (*CnscdOfficeChange) (CnscdOffice *office, gconstpointer data);
void cnscd_repository_change_office_async (CnscdRepository *self,
                                           CnscdOfficeChange change,
                                           gconstpointer data,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
gboolean
cnscd_repository_save_office_finish (CnscdRepository *self, GAsyncResult *result, GError **error);

G_END_DECLS
