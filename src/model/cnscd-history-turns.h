/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-office.h"
#include "cnscd-history.h"

G_BEGIN_DECLS

void cnscd_history_tell_apart_async (CnscdHistory *self,
                                     const char *one,
                                     const char *other,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean cnscd_history_tell_apart_finish (CnscdHistory *self,
                                          GAsyncResult *result,
                                          gint64 *action,
                                          GError **error);
gint64 cnscd_history_add_removed_signer (CnscdHistory *self,
                                         const char *label,
                                         const CnscdSigner *signer,
                                         guint position);

G_END_DECLS
