/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/cnscd-document.h"
#include "ui/window/cnscd-window.h"

#include "cnscd-print-settings.h"
#include "cnscd-save-flow.h"

G_BEGIN_DECLS

void cnscd_print_flow_print_async (CnscdWindow *window,
                                   CnscdDocument *document,
                                   const CnscdPrintWords *words,
                                   guint n_people,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean cnscd_print_flow_print_finish (CnscdWindow *window,
                                        GAsyncResult *result,
                                        GFile **file,
                                        GError **error);

void cnscd_print_flow_save (CnscdWindow *window,
                            CnscdDocument *document,
                            const CnscdPrintWords *words,
                            guint n_people,
                            CnscdSavedFunc saved,
                            gpointer data);

G_END_DECLS
