/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cnscd-document.h"

G_BEGIN_DECLS

GtkPrintOperation *cnscd_print_operation_new (CnscdDocument *document);

gboolean cnscd_print_operation_export (CnscdDocument *document, const char *path, GError **error);
void cnscd_print_operation_export_async (CnscdDocument *document,
                                         const char *path,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gboolean cnscd_print_operation_export_finish (GAsyncResult *result, GError **error);

G_END_DECLS
