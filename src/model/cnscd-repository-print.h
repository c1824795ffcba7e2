/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/cnscd-schedule.h"
#include "print/cnscd-sign-in.h"
#include "cnscd-repository.h"

G_BEGIN_DECLS

/* What printed schedules and sign-in sheets say; rosters are in cnscd-repository-roster.h. */
void cnscd_repository_load_schedules_async (CnscdRepository *self,
                                            const CnscdSessionQuery *query,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
GPtrArray *cnscd_repository_load_schedules_finish (CnscdRepository *self,
                                                   GAsyncResult *result,
                                                   GError **error);

void cnscd_repository_load_sign_in_async (CnscdRepository *self,
                                          const char *session,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
CnscdSignIn *
cnscd_repository_load_sign_in_finish (CnscdRepository *self, GAsyncResult *result, GError **error);

G_END_DECLS
