/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-session-report.h"
#include "cnscd-repository.h"

G_BEGIN_DECLS

/* What somebody needs to report a session. */
void cnscd_repository_load_report_async (CnscdRepository *self,
                                         const char *session,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
CnscdSessionReport *
cnscd_repository_load_report_finish (CnscdRepository *self, GAsyncResult *result, GError **error);

G_END_DECLS
