/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-repository.h"
#include "cnscd-surroundings.h"
#include "cnscd-worker.h"

G_BEGIN_DECLS

void
cnscd_repository_queue (CnscdRepository *self, int priority, GTask *task, CnscdWorkerFunc func);
void cnscd_repository_queue_text (CnscdRepository *self,
                                  gpointer tag,
                                  const char *text,
                                  CnscdWorkerFunc func,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
void cnscd_repository_answer (GTask *task, gpointer pointer, GDestroyNotify unref, GError *error);
void cnscd_repository_set_closed (CnscdRepository *self);
CnscdSurroundings *cnscd_repository_get_surroundings (CnscdRepository *self);
void cnscd_repository_committed (CnscdRepository *self, GTask *task, CnscdDatabase *database);

G_END_DECLS
