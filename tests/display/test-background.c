/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-config.h"
#include "model/cnscd-repository.h"
#include "ui/decisions/cnscd-decision-actions.h"

#include "display-test.h"

/* The program goes on without a window where somebody wants to be reminded. */

typedef struct
{
  GApplication *application;
  GSettings *settings;
  guint n_opened; /* how often a database was opened, by whatever there was then */
  guint step;
  gint64 deadline;
} Run;

#define BOUND_SECONDS 60

static gboolean
opened_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  ((Run *) user_data)->n_opened++;
  return TRUE;
}

static GtkWindow *
get_window (Run *run)
{
  return gtk_application_get_active_window (GTK_APPLICATION (run->application));
}

static void
close_window (Run *run)
{
  gtk_window_close (get_window (run));
}

/* Each step waits for what the one before has led to. */
static gboolean
step_cb (gpointer user_data)
{
  Run *run = user_data;
  GtkWindow *window = get_window (run);

  g_assert_cmpint (g_get_monotonic_time (), <, run->deadline);
  switch (run->step)
    {
    case 0: /* begun without a window */
      if (run->n_opened < 1)
        return G_SOURCE_CONTINUE;
      g_assert_null (window);
      g_application_activate (run->application);
      break;
    case 1: /* the window opens the database anew */
      if (window == NULL || run->n_opened < 2)
        return G_SOURCE_CONTINUE;
      g_settings_set_boolean (run->settings, "reminder-background", TRUE);
      close_window (run);
      break;
    case 2: /* closed, it goes on without one */
      if (run->n_opened < 3)
        return G_SOURCE_CONTINUE;
      g_assert_null (window);
      g_application_activate (run->application);
      break;
    case 3: /* who does not quit after all … */
      if (window == NULL || run->n_opened < 4)
        return G_SOURCE_CONTINUE;
      cnscd_decision_actions_new (CNSCD_WINDOW (window), CNSCD_DECISION_KIND_ESTABLISH, NULL);
      break;
    case 4:
      if (display_test_get_dialog (CNSCD_WINDOW (window)) == NULL)
        return G_SOURCE_CONTINUE;
      display_test_type (CNSCD_WINDOW (window), "Number", "103");
      g_action_group_activate_action (G_ACTION_GROUP (run->application), "quit", NULL);
      break;
    case 5:
      if (!ADW_IS_ALERT_DIALOG (display_test_get_dialog (CNSCD_WINDOW (window))))
        return G_SOURCE_CONTINUE;
      adw_dialog_close (display_test_get_dialog (CNSCD_WINDOW (window)));
      break;
    case 6:
      if (ADW_IS_ALERT_DIALOG (display_test_get_dialog (CNSCD_WINDOW (window))))
        return G_SOURCE_CONTINUE;
      adw_dialog_force_close (display_test_get_dialog (CNSCD_WINDOW (window)));
      break;
    case 7: /* … is reminded when the window is closed later */
      if (display_test_get_dialog (CNSCD_WINDOW (window)) != NULL)
        return G_SOURCE_CONTINUE;
      close_window (run);
      break;
    case 8:
      if (run->n_opened < 5)
        return G_SOURCE_CONTINUE;
      g_assert_null (window);
      g_application_activate (run->application);
      break;
    case 9:
      if (window == NULL || run->n_opened < 6)
        return G_SOURCE_CONTINUE;
      g_settings_set_boolean (run->settings, "reminder-background", FALSE);
      close_window (run);
      break;
    default: /* the program ends by itself */
      return G_SOURCE_CONTINUE;
    }

  run->step++;
  return G_SOURCE_CONTINUE;
}

static void
test_run (void)
{
  DisplayTest test = { 0 };
  Run run = { .deadline = g_get_monotonic_time () + BOUND_SECONDS * G_USEC_PER_SEC };
  g_autoptr (GApplication) application = G_APPLICATION (cnscd_application_new ());
  g_autoptr (GSettings) settings = g_settings_new (CNSCD_APP_ID);
  guint opened, source;
  gulong hook;

  g_type_ensure (CNSCD_TYPE_REPOSITORY);
  g_type_class_unref (g_type_class_ref (CNSCD_TYPE_REPOSITORY));
  display_test_make_folder (&test);
  run.application = application;
  run.settings = settings;
  opened = g_signal_lookup ("opened", CNSCD_TYPE_REPOSITORY);
  hook = g_signal_add_emission_hook (opened, 0, opened_cb, &run, NULL);
  source = g_timeout_add (20, step_cb, &run);

  g_assert_cmpint (g_application_run (application, 4,
                                      (char *[]) { (char *) "cnscd", (char *) "--background",
                                                   (char *) "--database", test.path, NULL }),
                   ==, 0);
  g_assert_cmpuint (run.step, ==, 10);

  g_source_remove (source);
  g_signal_remove_emission_hook (opened, hook);
  display_test_remove_folder (test.folder);
  g_free (test.folder);
  g_free (test.path);
}

int
main (int argc, char *argv[])
{
  display_test_init_alone (&argc, &argv, NULL);

  g_test_add_func ("/display/background/run", test_run);

  return display_test_run ();
}
