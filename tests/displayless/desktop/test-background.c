/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desktop/cnscd-background.h"

#include "model-test.h"

#define PORTAL_PATH "/org/freedesktop/portal/desktop"

static const char xml[] = "<node><interface name='org.freedesktop.portal.Background'>"
                          "<method name='RequestBackground'>"
                          "<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
                          "<arg type='o' direction='out'/>"
                          "</method></interface></node>";

/* A session bus with a portal that answers as it is told. */
typedef struct
{
  GTestDBus *bus;
  GDBusConnection *portal;
  guint32 response;
  gboolean background;
  gboolean autostart;
  gboolean asked_autostart;
  char *command;
} Fixture;

static void
call_cb (GDBusConnection *connection,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, 1);
  g_auto (GVariantBuilder) results = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  g_autofree const char **command = NULL;
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  g_autofree char *request = NULL;
  const char *token;

  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  g_assert_true (g_variant_lookup (options, "autostart", "b", &fixture->asked_autostart));
  g_assert_true (g_variant_lookup (options, "commandline", "^a&s", &command));
  g_free (fixture->command);
  fixture->command = g_strjoinv (" ", (char **) command);
  request = g_strdup_printf (PORTAL_PATH "/request/%s/%s", name, token);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", request));

  g_variant_builder_add (&results, "{sv}", "background",
                         g_variant_new_boolean (fixture->background));
  g_variant_builder_add (&results, "{sv}", "autostart", g_variant_new_boolean (fixture->autostart));
  g_dbus_connection_emit_signal (connection, sender, request, "org.freedesktop.portal.Request",
                                 "Response",
                                 g_variant_new ("(ua{sv})", fixture->response, &results), NULL);
}

static void
own_name (Fixture *fixture)
{
  static const GDBusInterfaceVTable vtable = { .method_call = call_cb };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (xml, &error);
  g_autoptr (GVariant) answer = NULL;

  g_assert_no_error (error);
  fixture->portal = g_dbus_connection_new_for_address_sync (
    g_test_dbus_get_bus_address (fixture->bus),
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, &error);
  g_assert_no_error (error);
  g_dbus_connection_register_object (fixture->portal, PORTAL_PATH, node->interfaces[0], &vtable,
                                     fixture, NULL, &error);
  g_assert_no_error (error);
  answer = g_dbus_connection_call_sync (
    fixture->portal, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
    "RequestName", g_variant_new ("(su)", "org.freedesktop.portal.Desktop", 4), NULL,
    G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->bus);
  if (data != NULL)
    own_name (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->portal != NULL)
    g_dbus_connection_close_sync (fixture->portal, NULL, NULL);
  g_clear_object (&fixture->portal);
  g_test_dbus_down (fixture->bus);
  g_clear_object (&fixture->bus);
  g_free (fixture->command);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
has_result (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static gboolean
ask (gboolean autostart, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  cnscd_background_request_async (autostart, NULL, asked_cb, &result);
  pump_until (has_result, &result);
  return cnscd_background_request_finish (result, error);
}

static void
test_allowed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->background = fixture->autostart = TRUE;
  g_assert_true (ask (TRUE, &error));
  g_assert_no_error (error);
  g_assert_true (fixture->asked_autostart);
  g_assert_cmpstr (fixture->command, ==, "cnscd --background");

  fixture->autostart = FALSE;
  g_assert_true (ask (FALSE, &error));
  g_assert_no_error (error);
  g_assert_false (fixture->asked_autostart);
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) cancelled = NULL;
  g_autoptr (GError) half = NULL;

  g_assert_false (ask (TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);

  fixture->response = 1;
  fixture->background = fixture->autostart = TRUE;
  g_assert_false (ask (TRUE, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);

  fixture->response = 0;
  fixture->autostart = FALSE;
  g_assert_false (ask (TRUE, &half));
  g_assert_error (half, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
}

static void
test_absent (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ask (TRUE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, portal, func)                                                                    \
  g_test_add ("/desktop/background/" name, Fixture, GINT_TO_POINTER (portal), set_up, func,        \
              tear_down)
  ADD ("allowed", TRUE, test_allowed);
  ADD ("refused", TRUE, test_refused);
  ADD ("absent", FALSE, test_absent);
#undef ADD
  return g_test_run ();
}
