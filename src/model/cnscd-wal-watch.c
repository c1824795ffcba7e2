/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-wal-watch.h"

/* Some changes come together. */
#define DEBOUNCE_MS 250

/*
 * Tells when a database is written, by whomever, without waking up in between:
 * every commit is written into the WAL. The file is never opened here, which
 * would cost this process its locks on it; see src/store/cnscd-open-files.c.
 */
struct _CnscdWalWatch
{
  GFileMonitor *monitor;
  guint timeout;
  CnscdWalWatchFunc func;
  gpointer user_data;
};

static gboolean
timeout_cb (gpointer data)
{
  CnscdWalWatch *watch = data;

  watch->timeout = 0;
  watch->func (watch->user_data);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (CnscdWalWatch *watch)
{
  if (watch->timeout == 0)
    watch->timeout = g_timeout_add (DEBOUNCE_MS, timeout_cb, watch);
}

/*< private >
 * cnscd_wal_watch_new:
 * @database_path: a database
 * @func: called soon after something was written
 * @user_data: for @func
 *
 * Where files cannot be watched, as on some network drives, @func is never called.
 *
 * Returns: (transfer full): a watch
 */
CnscdWalWatch *
cnscd_wal_watch_new (const char *database_path, CnscdWalWatchFunc func, gpointer user_data)
{
  CnscdWalWatch *watch = g_new0 (CnscdWalWatch, 1);
  g_autofree char *path = g_strconcat (database_path, "-wal", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  watch->func = func;
  watch->user_data = user_data;
  watch->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, &error);
  if (watch->monitor != NULL)
    g_signal_connect_swapped (watch->monitor, "changed", G_CALLBACK (changed_cb), watch);
  else
    g_debug ("%s is not watched: %s", path, error->message);
  return watch;
}

/*< private >
 * cnscd_wal_watch_free:
 * @watch: (transfer full): a watch
 */
void
cnscd_wal_watch_free (CnscdWalWatch *watch)
{
  if (watch->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (watch->monitor, watch);
      g_file_monitor_cancel (watch->monitor);
      g_object_unref (watch->monitor);
    }
  g_clear_handle_id (&watch->timeout, g_source_remove);
  g_free (watch);
}
