/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * CnscdProgress:
 *
 * A dialog that tells how far something is, when it takes longer than half a
 * second, and lets it be cancelled.
 */
typedef struct _CnscdProgress CnscdProgress;

typedef double (*CnscdProgressFunc) (gpointer data);

CnscdProgress *cnscd_progress_begin (GtkWidget *parent,
                                     GCancellable *window_cancellable,
                                     const char *title,
                                     CnscdProgressFunc func,
                                     gpointer data);
GCancellable *cnscd_progress_get_cancellable (CnscdProgress *progress);
void cnscd_progress_end (CnscdProgress *progress);

G_END_DECLS
