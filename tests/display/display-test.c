/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "display-test.h"

#include <glib/gstdio.h>

#include "cnscd-config.h"

#define BOUND_SECONDS 60

static void
wake_up_cb (gpointer data)
{
}

/* An application that talks to nobody, registered and ready for windows. */
CnscdApplication *
display_test_start (void)
{
  CnscdApplication *application;
  g_autoptr (GError) error = NULL;

  application = cnscd_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  return application;
}

/* Runs the main context until @done says so, with a bound. */
void
display_test_pump_until (DisplayTestFunc done, gpointer data)
{
  gint64 deadline = g_get_monotonic_time () + BOUND_SECONDS * G_USEC_PER_SEC;
  guint ticker = g_timeout_add_once (BOUND_SECONDS * 1000, wake_up_cb, NULL);

  while (!done (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (ticker);
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

static void
set_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* Until nothing has happened for a moment: for pictures, not for assertions. */
void
display_test_settle (void)
{
  gboolean over = FALSE;

  g_timeout_add_once (700, set_cb, &over);
  display_test_pump_until (is_set, &over);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  cnscd_repository_close_finish (CNSCD_REPOSITORY (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

void
display_test_stop (CnscdApplication *application, CnscdWindow *window)
{
  g_autoptr (CnscdRepository) repository = g_object_ref (cnscd_window_get_repository (window));
  gboolean closed = FALSE;

  gtk_window_destroy (GTK_WINDOW (window));
  cnscd_repository_close_async (repository, closed_cb, &closed);
  display_test_pump_until (is_set, &closed);
}

/* The first mapped widget of a type, depth first. */
gpointer
display_test_find (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_mapped (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = display_test_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The first mapped label or inscription that says @text. */
gpointer
display_test_find_labelled (GtkWidget *root, const char *text)
{
  if (gtk_widget_get_mapped (root) &&
      ((GTK_IS_LABEL (root) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (root)), text) == 0) ||
       (GTK_IS_INSCRIPTION (root) &&
        g_strcmp0 (gtk_inscription_get_text (GTK_INSCRIPTION (root)), text) == 0)))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = display_test_find_labelled (child, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
display_test_newest_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (GtkWidget) newest =
    g_list_model_get_item (windows, g_list_model_get_n_items (windows) - 1);

  return newest;
}

void
display_test_open_team (CnscdWindow *window, guint position)
{
  GtkWidget *view;

  cnscd_window_show_page (window, "teams");
  display_test_settle ();
  view = display_test_find (GTK_WIDGET (window), GTK_TYPE_LIST_VIEW);
  g_assert_nonnull (view);
  g_signal_emit_by_name (view, "activate", position);
}

/* With all that is in it. */
void
display_test_remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        display_test_remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}
