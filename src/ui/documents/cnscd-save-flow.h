/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

/**
 * CnscdSaveFlow:
 *
 * A file that somebody wants written: the name is asked for, something writes
 * it, and when it cannot be written, the reason is told and the name asked for
 * once more.
 */
typedef struct _CnscdSaveFlow CnscdSaveFlow;

/**
 * CnscdSaveKind:
 * @title: msgid of what is done, for the file dialog
 * @accept: msgid of its button
 * @format: msgid of the kind of file
 * @suffix: with its point, as names of such files end
 * @failed: msgid of the heading when it is not done
 * @write: begins to write the file; ends with cnscd_save_flow_end()
 *
 * What is common to all files of a kind.
 */
typedef struct
{
  const char *title;
  const char *accept;
  const char *format;
  const char *suffix;
  const char *failed;
  void (*write) (CnscdSaveFlow *flow, GFile *file);
} CnscdSaveKind;

/**
 * CnscdSavedFunc:
 * @window: where it was asked for
 * @file: (nullable): what was written; %NULL when somebody gave up
 * @data: given to cnscd_save_flow_start()
 */
typedef void (*CnscdSavedFunc) (CnscdWindow *window, GFile *file, gpointer data);

void cnscd_save_flow_start (CnscdWindow *window,
                            const CnscdSaveKind *kind,
                            const char *name,
                            CnscdSavedFunc saved,
                            gpointer data,
                            GDestroyNotify free_data);
CnscdWindow *cnscd_save_flow_get_window (CnscdSaveFlow *flow);
GFile *cnscd_save_flow_get_file (CnscdSaveFlow *flow);
gpointer cnscd_save_flow_get_data (CnscdSaveFlow *flow);
GCancellable *cnscd_save_flow_begin_progress (CnscdSaveFlow *flow, const char *title);
void cnscd_save_flow_end (CnscdSaveFlow *flow, const GError *error);

G_END_DECLS
