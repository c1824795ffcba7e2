/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-private.h"

static void
look_in_worker (CnscdWorker *worker, GTask *task)
{
  CnscdRepository *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  CnscdDatabase *database = cnscd_worker_get_unchecked_database (worker, &error);
  gboolean changed = FALSE;

  if (database == NULL || !cnscd_database_look_for_changes (database, &changed, &error))
    g_debug ("Cannot look for changes: %s", error->message);
  else if (changed)
    cnscd_repository_committed (self, task, database);
  g_task_return_boolean (task, changed);
}

static void
written_cb (gpointer user_data)
{
  cnscd_repository_look_for_changes (user_data);
}

/* What is shown of a day: who is a member, which teams go on. */
static void
day_changed_cb (gpointer user_data)
{
  cnscd_repository_emit_changed (user_data);
}

/*< private >
 * cnscd_repository_watch:
 *
 * Notices from now on, until cnscd_repository_set_closed(), what others write
 * into the database @path, and that another day begins.
 */
void
cnscd_repository_watch (CnscdRepository *self, const char *path)
{
  g_clear_pointer (&self->watch, cnscd_wal_watch_free);
  self->watch = cnscd_wal_watch_new (path, written_cb, self);
  g_clear_pointer (&self->day_watch, cnscd_day_watch_free);
  self->day_watch = cnscd_day_watch_new (day_changed_cb, self);
}

/**
 * cnscd_repository_look_for_changes:
 * @self: a repository
 *
 * Emits #CnscdRepository::changed if another window or program has changed the
 * database, or another day has begun. It does so by itself soon after such a
 * change, but where files cannot be watched: to be called when somebody is about
 * to look.
 */
void
cnscd_repository_look_for_changes (CnscdRepository *self)
{
  GTask *task;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));

  if (!self->open)
    return;

  cnscd_day_watch_look (self->day_watch);
  task = g_task_new (self, NULL, NULL, NULL);
  g_task_set_source_tag (task, cnscd_repository_look_for_changes);
  cnscd_repository_queue (self, CNSCD_WORKER_PRIORITY_NORMAL, task, look_in_worker);
}
