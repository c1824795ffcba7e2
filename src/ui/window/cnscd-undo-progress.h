/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-window.h"

G_BEGIN_DECLS

typedef struct _CnscdUndoProgress CnscdUndoProgress;

CnscdUndoProgress *cnscd_undo_progress_start (CnscdWindow *window);
void cnscd_undo_progress_stop (CnscdUndoProgress *progress);

G_END_DECLS
