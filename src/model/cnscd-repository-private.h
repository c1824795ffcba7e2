/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-day-watch.h"
#include "cnscd-repository.h"
#include "cnscd-surroundings.h"
#include "cnscd-wal-watch.h"
#include "cnscd-worker.h"

G_BEGIN_DECLS

/**
 * CnscdRepository:
 *
 * The screens' way to the database: every call is answered on the main
 * context, while the work is done by one worker thread.
 */
struct _CnscdRepository
{
  GObject parent_instance;

  CnscdWorker *worker;
  gboolean open;
  CnscdSurroundings *surroundings;
  char *backup_folder; /* (nullable): other than beside the database */
  gboolean temporary;  /* and so never backed up */
  guint n_holds;
  GTask *closing;           /* (nullable): waits for the holds to end */
  CnscdWalWatch *watch;     /* (nullable): while it is open */
  CnscdDayWatch *day_watch; /* (nullable): while it is open */
};

/**
 * CnscdRowSource:
 * @query_size: size of the structure that is a query, which comes as it is but for its texts
 * @texts: where in it there are texts (char *), @n_texts of them
 * @query: gives the numbers of all rows, in order
 * @read: gives the content of some
 *
 * A table of rows that is shown by pages.
 */
typedef struct
{
  gsize query_size;
  gsize texts[4];
  guint n_texts;
  GArray *(*query) (CnscdDatabase *database, gconstpointer query, GError **error);
  GPtrArray *(*read) (CnscdDatabase *database, const gint64 *nrs, gsize n_nrs, GError **error);
} CnscdRowSource;

void cnscd_repository_query_rows (CnscdRepository *self,
                                  const CnscdRowSource *source,
                                  gconstpointer query,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
void cnscd_repository_read_rows (CnscdRepository *self,
                                 const CnscdRowSource *source,
                                 const gint64 *nrs,
                                 gsize n_nrs,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

void
cnscd_repository_queue (CnscdRepository *self, int priority, GTask *task, CnscdWorkerFunc func);
void cnscd_repository_queue_data (CnscdRepository *self,
                                  gpointer tag,
                                  gpointer data,
                                  GDestroyNotify free_data,
                                  CnscdWorkerFunc func,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
void cnscd_repository_queue_text (CnscdRepository *self,
                                  gpointer tag,
                                  const char *text,
                                  CnscdWorkerFunc func,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
void cnscd_repository_answer (GTask *task, gpointer pointer, GDestroyNotify unref, GError *error);
gpointer
cnscd_repository_finish (CnscdRepository *self, GAsyncResult *result, gpointer tag, GError **error);
void cnscd_repository_watch (CnscdRepository *self, const char *path);
void cnscd_repository_set_closed (CnscdRepository *self);
void cnscd_repository_take_surroundings (CnscdRepository *self, CnscdSurroundings *surroundings);
void cnscd_repository_emit_changed (CnscdRepository *self);
void cnscd_repository_committed (CnscdRepository *self, GTask *task, CnscdDatabase *database);

G_END_DECLS
