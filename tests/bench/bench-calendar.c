/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-bench.h"

#include <adwaita.h>
#include <locale.h>
#include <time.h>

#include "core/cnscd-calendar-layout.h"
#include "core/cnscd-schedule-records.h"
#include "store/cnscd-record-store.h"
#include "store/cnscd-teams.h"
#include "ui/application/cnscd-application.h"
#include "ui/schedule/cnscd-schedule-page.h"
#include "ui/window/cnscd-window.h"

/*
 * Turning the pages of the schedule of a whole province, 9,000 sessions a
 * month: the longest that the program is busy at a time, with the key or with
 * any frame until the other month and what it has are shown. Its floor is that
 * window, drawn by cairo. Needs a display.
 */

#define WIDTH              1280
#define HEIGHT             800
#define N_MONTHS           5
#define SESSIONS_PER_MONTH 9000
#define N_TURNS            20
#define FIRST_MONTH        CNSCD_DATE (2026, 10, 1)
#define PAUSE_MS           250
#define FRAME_MS           16.7

static const char *const TITLES[] = {
  "Hướng dẫn cài đặt và kích hoạt VNeID",
  "Nộp hồ sơ trực tuyến trên Cổng dịch vụ công",
  "Thanh toán không dùng tiền mặt",
  "An toàn trên mạng: nhận ra cuộc gọi lừa đảo",
  "Sổ sức khỏe điện tử cho người cao tuổi",
  "Bán nông sản trên sàn thương mại điện tử",
  "Ứng dụng C-ThaiNguyen",
};

/* Of this thread, for who else uses the computer is nobody's fault here. */
static double
get_cpu_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

static double busy;
static double frame_began;

static void
put (CnscdDatabase *database, gpointer record)
{
  GError *error = NULL;

  cnscd_record_store_put (database, record, &error);
  bench_check (error);
}

static void
add_session (CnscdDatabase *database, const CnscdTeamSummary *team, CnscdTime starts_at)
{
  g_autoptr (CnscdSession) session = cnscd_record_new (&CNSCD_KIND_SESSION, team->unit);
  g_autoptr (CnscdSessionTeam) of_team = cnscd_record_new (&CNSCD_KIND_SESSION_TEAM, team->unit);

  cnscd_record_set (session, title, TITLES[starts_at % G_N_ELEMENTS (TITLES)]);
  cnscd_record_set (session, hamlet, team->hamlet);
  session->starts_at = starts_at;
  session->ends_at = starts_at + 120;
  session->state = CNSCD_SESSION_STATE_PLANNED;
  cnscd_record_set (of_team, session, session->record.id);
  cnscd_record_set (of_team, team, team->team);
  put (database, session);
  put (database, of_team);
}

static void
fill (const char *path)
{
  GError *error = NULL;
  g_autoptr (CnscdDatabase) database = cnscd_database_open (path, &error);
  g_autoptr (GPtrArray) teams = NULL;

  bench_check (error);
  teams = cnscd_teams_list (database, &(CnscdTeamQuery) { 0 }, &error);
  bench_check (error);
  cnscd_database_begin (database, &error);
  bench_check (error);
  for (guint i = 0; i < N_MONTHS * SESSIONS_PER_MONTH; i++)
    {
      CnscdDate day = cnscd_date_add_days (FIRST_MONTH, (int) (i % (N_MONTHS * 30)));

      add_session (database, teams->pdata[i % teams->len],
                   cnscd_time_new (day, 8 * 60 + (int) (i * 7 % 720)));
    }
  cnscd_database_commit (database, &error);
  bench_check (error);
}

static void
run_for (guint milliseconds)
{
  double end = bench_now () + milliseconds;

  while (bench_now () < end)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
    }
}

static void
before_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  frame_began = get_cpu_time ();
}

static void
after_paint_cb (GdkFrameClock *clock, gpointer user_data)
{
  busy = MAX (busy, get_cpu_time () - frame_began);
}

static gpointer
find (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* What cairo takes to draw the same window, without anything before it. */
static double
draw_again (CnscdSchedulePage *page)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (page)));
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;
  double began, took;

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), WIDTH, HEIGHT);
  node = gtk_snapshot_free_to_node (snapshot);
  began = get_cpu_time ();
  gsk_render_node_draw (node, cr);
  took = get_cpu_time () - began;
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return took;
}

static void
turn_pages (CnscdSchedulePage *page, const char *view, double reach)
{
  g_autofree char *name = g_strconcat ("turn-", view, NULL);
  g_autoptr (BenchFigure) figure = bench_figure_new (name, reach);

  cnscd_schedule_page_show (page, view, cnscd_calendar_add_months (FIRST_MONTH, 2));
  run_for (2000);
  for (guint i = 0; i < N_TURNS; i++)
    {
      double began = get_cpu_time ();
      double turn;

      gtk_widget_activate_action (GTK_WIDGET (page), i % 4 < 2 ? "page.next" : "page.previous",
                                  NULL);
      turn = get_cpu_time () - began;
      busy = 0;
      run_for (PAUSE_MS);
      bench_figure_add (figure, MAX (turn, busy));
      bench_figure_add_floor (figure, draw_again (page));
    }
  bench_figure_print (figure);
}

int
main (int argc, char *argv[])
{
  g_autoptr (CnscdApplication) application = NULL;
  g_autoptr (CnscdRepository) repository = NULL;
  CnscdWindow *window;
  CnscdSchedulePage *page;
  GdkFrameClock *clock;
  g_autofree char *path = bench_path ("schedule.db");

  setlocale (LC_ALL, "");
  if (!gtk_init_check ())
    {
      g_printerr ("bench-calendar: there is no display\n");
      return 77;
    }

  bench_copy_database (bench_province_path (), path);
  fill (path);
  application = cnscd_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  repository = cnscd_repository_new ();
  window = cnscd_window_new (GTK_APPLICATION (application), repository, path, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (window));
  run_for (3000);
  cnscd_window_show_page (window, "schedule");
  run_for (2000);

  page = find (GTK_WIDGET (window), CNSCD_TYPE_SCHEDULE_PAGE);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), NULL);
  g_signal_connect_after (clock, "after-paint", G_CALLBACK (after_paint_cb), NULL);
  turn_pages (page, "month", FRAME_MS);
  turn_pages (page, "week", FRAME_MS);
  turn_pages (page, "agenda", FRAME_MS);
  gtk_window_destroy (GTK_WINDOW (window));
  bench_clean_up ();
  return 0;
}
