/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-background.h"

#include <glib/gi18n-lib.h>

/* org.freedesktop.portal.Background of xdg-desktop-portal:
 * https://flatpak.github.io/xdg-desktop-portal/ */
#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define BACKGROUND  "org.freedesktop.portal.Background"
#define REQUEST     "org.freedesktop.portal.Request"

/* What the portal answers when somebody agrees. */
#define RESPONSE_SUCCESS 0

typedef struct
{
  gboolean autostart;
  GDBusConnection *connection; /* (nullable): until it is there */
  guint subscription;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  if (request->subscription != 0)
    g_dbus_connection_signal_unsubscribe (request->connection, request->subscription);
  g_clear_object (&request->connection);
  g_free (request);
}

static void
fail (GTask *task, const GError *error)
{
  if (error != NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, g_error_copy (error));
      return;
    }

  if (error != NULL)
    g_debug ("No background portal: %s", error->message);
  g_task_return_new_error_literal (
    task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
    _ ("This desktop cannot start the program in the background. Keep its window open to be "
       "reminded of sessions."));
}

static void
response_cb (GDBusConnection *connection,
             const char *sender,
             const char *path,
             const char *interface,
             const char *signal,
             GVariant *parameters,
             gpointer user_data)
{
  GTask *task = user_data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (GVariant) results = NULL;
  guint32 response;
  gboolean background = FALSE, autostart = FALSE;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")) ||
      g_task_get_completed (task))
    return;

  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  g_variant_lookup (results, "background", "b", &background);
  g_variant_lookup (results, "autostart", "b", &autostart);
  if (response == RESPONSE_SUCCESS && background && (autostart || !request->autostart))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error_literal (
      task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
      _ ("The desktop does not let the program run in the background. Allow it in the settings of "
         "the desktop, and try again."));

  g_dbus_connection_signal_unsubscribe (connection, g_steal_handle_id (&request->subscription));
}

static void
called_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);

  if (answer != NULL || g_task_get_completed (task))
    return;

  fail (task, error);
  if (request->subscription != 0)
    g_dbus_connection_signal_unsubscribe (request->connection,
                                          g_steal_handle_id (&request->subscription));
}

static void
connected_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  static const char *const command[] = { "cnscd", "--background", NULL };
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_auto (GVariantBuilder) options = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autofree char *token = g_strdup_printf ("cnscd%u", g_random_int ());
  g_autofree char *sender = NULL;
  g_autofree char *path = NULL;

  request->connection = g_bus_get_finish (result, &error);
  if (request->connection == NULL)
    {
      fail (task, error);
      return;
    }

  /* The answer may come before that of the call. */
  sender = g_strdup (g_dbus_connection_get_unique_name (request->connection) + 1);
  path = g_strdup_printf (PORTAL_PATH "/request/%s/%s", g_strdelimit (sender, ".", '_'), token);
  request->subscription = g_dbus_connection_signal_subscribe (
    request->connection, PORTAL_NAME, REQUEST, "Response", path, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
    response_cb, g_object_ref (task), g_object_unref);

  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "reason",
                         g_variant_new_string (_ ("To remind of guidance sessions")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (request->autostart));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));
  g_dbus_connection_call (request->connection, PORTAL_NAME, PORTAL_PATH, BACKGROUND,
                          "RequestBackground", g_variant_new ("(sa{sv})", "", &options),
                          G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1,
                          g_task_get_cancellable (task), called_cb, g_object_ref (task));
}

/**
 * cnscd_background_request_async:
 * @autostart: whether the program is to start with the session, without a window; %FALSE to
 *   start it no more
 * @cancellable: (nullable): to lose interest
 * @callback: called when the desktop, or somebody it asked, has answered
 * @user_data: for @callback
 *
 * Asks the desktop's background portal to let the program run without a window.
 */
void
cnscd_background_request_async (gboolean autostart,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->autostart = autostart;
  g_task_set_source_tag (task, cnscd_background_request_async);
  g_task_set_task_data (task, request, request_free);
  g_bus_get (G_BUS_TYPE_SESSION, cancellable, connected_cb, task);
}

/**
 * cnscd_background_request_finish:
 * @result: given to the callback
 * @error: return location for an error: %G_IO_ERROR_PERMISSION_DENIED when it was refused,
 *   %G_IO_ERROR_NOT_SUPPORTED where there is no such portal
 *
 * Returns: whether the program may
 */
gboolean
cnscd_background_request_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
