/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void cnscd_background_request_async (gboolean autostart,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean cnscd_background_request_finish (GAsyncResult *result, GError **error);

G_END_DECLS
