/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/cnscd-database.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_WORKER (cnscd_worker_get_type ())
G_DECLARE_FINAL_TYPE (CnscdWorker, cnscd_worker, CNSCD, WORKER, GObject)

/**
 * CnscdWorkerFunc:
 * @worker: the worker, whose database may be used until the function returns
 * @task: to be answered with one of the `g_task_return_` functions
 *
 * Straight-line code on the worker's thread.
 */
typedef void (*CnscdWorkerFunc) (CnscdWorker *worker, GTask *task);

/* What a person waits for with the finger on the key goes first. */
#define CNSCD_WORKER_PRIORITY_ROWS   (-20)
#define CNSCD_WORKER_PRIORITY_SEARCH (-10)
#define CNSCD_WORKER_PRIORITY_NORMAL 0
/* What nobody waits for goes last. */
#define CNSCD_WORKER_PRIORITY_CHECK 10

CnscdWorker *cnscd_worker_new (void);
void cnscd_worker_queue (CnscdWorker *self, int priority, GTask *task, CnscdWorkerFunc func);
void cnscd_worker_stop (CnscdWorker *self);
gboolean cnscd_worker_is_current (CnscdWorker *self);

CnscdDatabase *cnscd_worker_get_database (CnscdWorker *self, GError **error);
CnscdDatabase *cnscd_worker_get_unchecked_database (CnscdWorker *self, GError **error);
void cnscd_worker_take_database (CnscdWorker *self, CnscdDatabase *database);

G_END_DECLS
