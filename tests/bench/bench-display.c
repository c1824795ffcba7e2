/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-bench.h"

#include <adwaita.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ui/application/cnscd-application.h"
#include "ui/window/cnscd-window.h"

/*
 * The program measures itself from inside, in a new process each time: this
 * one starts it as "bench-display --once PART DATABASE TIME" and reads from its
 * output lines of a figure's name and a number.
 */

#define WIDTH           1200
#define HEIGHT          800
#define N_STARTS        9
#define N_FEW_ROWS      60
#define N_COLUMNS       7
#define N_SMOOTH_FRAMES 400
#define SMOOTH_STEP     30
#define N_JUMPS         100
#define FRAMES_A_JUMP   6

typedef enum
{
  STAGE_WAITING, /* for rows with text */
  STAGE_SMOOTH,
  STAGE_JUMPS,
} Stage;

typedef struct
{
  const char *part;
  gint64 started; /* monotonic, of the process that started this one */
  GtkWindow *window;
  GtkAdjustment *adjustment;
  Stage stage;
  gint64 frame_began;
  double slowest;
  double direction;
  guint n_frames;
  guint n_jumps;
  guint64 random;
  gboolean page_shown;
  gboolean has_text;
} Session;

static void
print_sample (const char *name, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  printf ("%s %s\n", name, g_ascii_formatd (buffer, sizeof buffer, "%.3f", value));
}

static G_GNUC_NORETURN void
end_session (void)
{
  fflush (stdout);
  _exit (EXIT_SUCCESS);
}

static GtkWidget *
find_widget (GtkWidget *root, const char *css_name)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (g_strcmp0 (gtk_widget_get_css_name (root), css_name) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, css_name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
shows_text (GtkWidget *root)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && *gtk_label_get_text (GTK_LABEL (root)) != '\0')
    return TRUE;
  if (GTK_IS_INSCRIPTION (root))
    {
      const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (root));

      return text != NULL && *text != '\0';
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (shows_text (child))
        return TRUE;
    }

  return FALSE;
}

/* The list itself, in a column view or alone: without the heads of columns. */
static GtkWidget *
find_list (Session *session)
{
  return find_widget (GTK_WIDGET (session->window), "listview");
}

static GtkAdjustment *
find_adjustment (GtkWidget *list)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
}

static guint64
read_pss_kb (void)
{
  g_autofree char *rollup = NULL;
  const char *at;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &rollup, NULL, NULL))
    return 0;
  at = strstr (rollup, "\nPss:");
  return at != NULL ? g_ascii_strtoull (at + strlen ("\nPss:"), NULL, 10) : 0;
}

static void
move_to (Session *session, double value)
{
  double most = gtk_adjustment_get_upper (session->adjustment) -
                gtk_adjustment_get_page_size (session->adjustment);

  gtk_adjustment_set_value (session->adjustment, CLAMP (value, 0, most));
}

/* To and fro where the list is short. */
static void
scroll_on (Session *session)
{
  double value = gtk_adjustment_get_value (session->adjustment);
  double most = gtk_adjustment_get_upper (session->adjustment) -
                gtk_adjustment_get_page_size (session->adjustment);

  if (value >= most)
    session->direction = -1;
  else if (value <= 0)
    session->direction = 1;
  move_to (session, value + session->direction * SMOOTH_STEP);
}

static void
jump (Session *session)
{
  double upper = gtk_adjustment_get_upper (session->adjustment);

  session->random =
    session->random * G_GUINT64_CONSTANT (6364136223846793005) + 1442695040888963407;
  move_to (session, upper * (double) (session->random >> 40) / (double) (1 << 24));
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Session *session = user_data;

  if (session->stage == STAGE_SMOOTH)
    scroll_on (session);
  else if (session->stage == STAGE_JUMPS && session->n_frames % FRAMES_A_JUMP == 0)
    jump (session);
  /* Frames go on, so that one with text is seen as soon as it is there. */
  gtk_widget_queue_draw (widget);
  return G_SOURCE_CONTINUE;
}

static void
begin_frame_cb (GdkFrameClock *clock, Session *session)
{
  session->frame_began = g_get_monotonic_time ();
}

static void
find_text (Session *session)
{
  GtkWidget *list;

  /* The page of members has the most rows and columns. */
  if (!g_str_equal (session->part, "start") && CNSCD_IS_WINDOW (session->window) &&
      !session->page_shown)
    {
      if (find_list (session) == NULL)
        return;
      cnscd_window_show_page (CNSCD_WINDOW (session->window), "members");
      session->page_shown = TRUE;
      return;
    }
  if (CNSCD_IS_WINDOW (session->window) && session->page_shown &&
      find_widget (GTK_WIDGET (session->window), "columnview") == NULL)
    return;

  list = find_list (session);
  if (list == NULL || !shows_text (list))
    return;

  if (g_str_equal (session->part, "start"))
    {
      print_sample ("start", (double) (g_get_monotonic_time () - session->started) / 1000.0);
      end_session ();
    }

  session->adjustment = find_adjustment (list);
  session->stage = STAGE_SMOOTH;
  session->n_frames = 0;
}

static void
end_frame_cb (GdkFrameClock *clock, Session *session)
{
  double spent = (double) (g_get_monotonic_time () - session->frame_began) / 1000.0;

  session->n_frames++;
  switch (session->stage)
    {
    case STAGE_WAITING:
      find_text (session);
      break;
    case STAGE_SMOOTH:
      print_sample ("smooth", spent);
      if (session->n_frames >= N_SMOOTH_FRAMES)
        {
          session->stage = STAGE_JUMPS;
          session->n_frames = 0;
          session->slowest = 0;
        }
      break;
    case STAGE_JUMPS:
      session->slowest = MAX (session->slowest, spent);
      if (session->n_frames % FRAMES_A_JUMP != 0)
        break;
      print_sample ("jump", session->slowest);
      session->slowest = 0;
      if (++session->n_jumps < N_JUMPS)
        break;
      print_sample ("pss", (double) read_pss_kb ());
      end_session ();
    default:
      g_assert_not_reached ();
    }
}

static void
realized_cb (GtkWidget *window, Session *session)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "before-paint", G_CALLBACK (begin_frame_cb), session);
  g_signal_connect (clock, "after-paint", G_CALLBACK (end_frame_cb), session);
  gtk_widget_add_tick_callback (window, tick_cb, session, NULL);
}

static void
window_added_cb (GtkApplication *application, GtkWindow *window, Session *session)
{
  if (session->window != NULL)
    return;

  session->window = window;
  gtk_window_set_default_size (window, WIDTH, HEIGHT);
  g_signal_connect (window, "realize", G_CALLBACK (realized_cb), session);
}

/* The floor: a column view of GTK's own over a few strings. */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
activate_floor_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkStringList *strings = gtk_string_list_new (NULL);
  GtkWidget *view;

  for (guint i = 0; i < N_FEW_ROWS; i++)
    {
      g_autofree char *text = g_strdup_printf ("Nguyễn Thị Thu Hương %u", i);

      gtk_string_list_append (strings, text);
    }

  view =
    gtk_column_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (strings))));
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new ("Họ và tên", factory);

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), column);
    }

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), scrolled);
  gtk_window_present (GTK_WINDOW (window));
}

static int
run_session (const char *part, char *database, const char *started)
{
  Session session = { .part = part, .direction = 1, .random = 1 };
  g_autoptr (GApplication) application = NULL;
  char *words[] = { (char *) "cnscd", (char *) "--database", database, NULL };

  session.started = g_ascii_strtoll (started, NULL, 10);
  if (g_str_equal (part, "floor"))
    {
      application = G_APPLICATION (
        adw_application_new ("org.thainguyen.CNSCD.Floor", G_APPLICATION_NON_UNIQUE));
      g_signal_connect (application, "activate", G_CALLBACK (activate_floor_cb), NULL);
    }
  else
    application = G_APPLICATION (cnscd_application_new ());

  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &session);
  return g_application_run (application, g_str_equal (part, "floor") ? 1 : 3, words);
}

/* From here on: the process that starts the others. */

static char *
start_session (const char *part, const char *database)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", &error);
  g_autofree char *started = NULL;
  char *out = NULL;

  bench_check (error);
  g_subprocess_launcher_setenv (launcher, "GSK_RENDERER", "cairo", TRUE);
  g_subprocess_launcher_setenv (launcher, "GSETTINGS_BACKEND", "memory", TRUE);
  /* GTK loads a driver of 40 MB even for the renderer that does not use it. */
  if (!g_str_equal (part, "start"))
    g_subprocess_launcher_setenv (launcher, "GDK_DISABLE", "gl,vulkan", TRUE);
  started = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
  process = g_subprocess_launcher_spawn (launcher, &error, program, "--once", part, database,
                                         started, NULL);
  bench_check (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error);
  bench_check (error);
  if (!g_subprocess_get_successful (process))
    bench_check (g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, "the part “%s” failed", part));
  return out;
}

static void
read_samples (const char *out, const char *name, GArray *samples)
{
  g_auto (GStrv) lines = g_strsplit (out, "\n", -1);
  g_autofree char *prefix = g_strconcat (name, " ", NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], prefix))
        {
          double value = g_ascii_strtod (lines[i] + strlen (prefix), NULL);

          g_array_append_val (samples, value);
        }
    }
}

static void
measure_bare_start (BenchFigure *figure, const char *path)
{
  double start = bench_now ();
  guint n_rows = bench_read_rows_barely (path);

  g_assert (n_rows > 0);
  bench_figure_add_floor (figure, bench_now () - start);
}

static void
measure_start (const char *name, const char *path)
{
  g_autoptr (BenchFigure) figure = bench_figure_new (name, 250);

  for (guint i = 0; i < N_STARTS; i++)
    {
      g_autofree char *out = start_session ("start", path);

      read_samples (out, "start", figure->samples);
      measure_bare_start (figure, path);
    }
  bench_figure_print (figure);
}

static void
measure_scrolling (const char *few, const char *many)
{
  g_autoptr (BenchFigure) smooth = bench_figure_new ("scroll-smooth", 12);
  g_autoptr (BenchFigure) jumps = bench_figure_new ("scroll-jump", 16.7);
  g_autoptr (BenchFigure) memory = bench_figure_new ("memory-pss", 85);
  g_autoptr (BenchFigure) memory_few = bench_figure_new ("memory-pss-60-rows", 85);
  g_autofree char *of_many = start_session ("scroll", many);
  g_autofree char *of_few = start_session ("scroll", few);
  g_autofree char *of_floor = start_session ("floor", many);
  BenchFigure *const memories[] = { memory, memory_few };

  smooth->reach_is_p99 = jumps->reach_is_p99 = TRUE;
  read_samples (of_many, "smooth", smooth->samples);
  read_samples (of_floor, "smooth", smooth->floor_samples);
  read_samples (of_many, "jump", jumps->samples);
  read_samples (of_floor, "jump", jumps->floor_samples);
  bench_figure_print (smooth);
  bench_figure_print (jumps);

  read_samples (of_many, "pss", memory->samples);
  read_samples (of_few, "pss", memory_few->samples);
  for (guint i = 0; i < G_N_ELEMENTS (memories); i++)
    {
      memories[i]->unit = "MB";
      read_samples (of_floor, "pss", memories[i]->floor_samples);
      g_array_index (memories[i]->samples, double, 0) /= 1024;
      g_array_index (memories[i]->floor_samples, double, 0) /= 1024;
      bench_figure_print (memories[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *few = NULL;

  setlocale (LC_ALL, "");
  if (argc == 5 && g_str_equal (argv[1], "--once"))
    return run_session (argv[2], argv[3], argv[4]);
  if (argc != 1)
    {
      fprintf (stderr, "usage: bench-display\n");
      return 2;
    }

  few = bench_path ("few.db");
  bench_fill_database (few, 1, N_FEW_ROWS / 6, N_FEW_ROWS);
  measure_start ("start-60-rows", few);
  measure_start ("start-15000-rows", bench_province_path ());
  measure_scrolling (few, bench_province_path ());
  bench_clean_up ();
  return EXIT_SUCCESS;
}
