/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-bench.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "print/cnscd-document-book.h"
#include "print/cnscd-print-operation.h"
#include "print/cnscd-roster-document.h"
#include "print/cnscd-roster-source.h"
#include "print/cnscd-schedule-document.h"
#include "store/cnscd-teams.h"

#define N_RUNS        3
#define N_SINGLE_RUNS 25
#define N_SESSIONS    100
#define PAGE_WIDTH    595.28
#define PAGE_HEIGHT   841.89

static CnscdDatabase *
open_province (const char *path)
{
  g_autoptr (GError) error = NULL;
  CnscdDatabase *database = cnscd_database_open (path, &error);

  bench_check (error);
  return database;
}

static GPtrArray *
list_teams (CnscdDatabase *database)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *teams = cnscd_teams_list (database, &(CnscdTeamQuery) { 0 }, &error);

  bench_check (error);
  return teams;
}

static CnscdRoster *
load_roster (CnscdDatabase *database, const char *team)
{
  g_autoptr (GError) error = NULL;
  CnscdRoster *roster = cnscd_roster_source_load (database, NULL, team, FALSE, &error);

  bench_check (error);
  return roster;
}

static void
export_document (CnscdDocument *document, const char *path)
{
  g_autoptr (GError) error = NULL;

  cnscd_print_operation_export (document, path, &error);
  bench_check (error);
}

static void
print_one (CnscdDatabase *database, const char *team, const char *path)
{
  g_autoptr (CnscdTypesetter) typesetter = cnscd_typesetter_new ();
  g_autoptr (CnscdRoster) roster = load_roster (database, team);
  g_autoptr (CnscdDocument) document = cnscd_roster_document_new (roster, typesetter);

  export_document (document, path);
}

/* The roster of every team, each with a page of its own, in one file. */
static void
print_all (CnscdDatabase *database, const char *path)
{
  g_autoptr (CnscdTypesetter) typesetter = cnscd_typesetter_new ();
  g_autoptr (CnscdDocumentBook) book = cnscd_document_book_new ("Danh sách", NULL);
  g_autoptr (GPtrArray) teams = list_teams (database);

  for (guint i = 0; i < teams->len; i++)
    {
      const CnscdTeamSummary *team = g_ptr_array_index (teams, i);
      g_autoptr (CnscdRoster) roster = load_roster (database, team->team);
      g_autoptr (CnscdDocument) document = cnscd_roster_document_new (roster, typesetter);

      cnscd_document_book_add (book, document);
    }

  export_document (CNSCD_DOCUMENT (book), path);
}

/* The floor: the same texts, set by Pango and drawn by cairo, a page a team. */
static void
draw_text (cairo_t *cr, PangoLayout *layout, double x, double *y, const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, x, *y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_team (cairo_t *cr, PangoLayout *layout, const CnscdRosterTeam *team)
{
  double y = 60;

  draw_text (cr, layout, 85, &y, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  y += 20;
  draw_text (cr, layout, 85, &y, team->title);
  for (guint i = 0; i < team->people->len; i++)
    {
      const CnscdRosterPerson *person = g_ptr_array_index (team->people, i);
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *birth = cnscd_date_format (person->birth);

      y += 20;
      draw_text (cr, layout, 85, &y, number);
      draw_text (cr, layout, 110, &y, person->full_name);
      draw_text (cr, layout, 250, &y, birth);
      draw_text (cr, layout, 320, &y, person->office);
      draw_text (cr, layout, 460, &y, "Thành viên");
      draw_text (cr, layout, 520, &y, person->note);
      cairo_set_line_width (cr, 0.5);
      cairo_rectangle (cr, 80, y - 2, 480, 20);
      cairo_stroke (cr);
    }
  cairo_show_page (cr);
}

static void
draw_barely (GPtrArray *rosters, const char *path)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, PAGE_WIDTH, PAGE_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Times New Roman 12");

  pango_layout_set_font_description (layout, font);
  for (guint i = 0; i < rosters->len; i++)
    {
      const CnscdRoster *roster = g_ptr_array_index (rosters, i);

      draw_team (cr, layout, g_ptr_array_index (roster->teams, 0));
    }

  pango_font_description_free (font);
  g_object_unref (layout);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

/* A month of a commune. */
static CnscdSchedule *
make_schedule (void)
{
  static const char *const subjects[] = { "VNeID", "Chữ ký số", "Dịch vụ công trực tuyến",
                                          "Sổ sức khỏe điện tử", "Thanh toán trực tuyến" };
  CnscdSchedule *schedule =
    cnscd_schedule_new (CNSCD_DATE (2026, 11, 1), CNSCD_DATE (2026, 11, 30));

  schedule->issuer.issuing_body = g_strdup ("ỦY BAN NHÂN DÂN\nXÃ VÕ NHAI");
  schedule->issuer.place_name = g_strdup ("xã Võ Nhai");
  for (guint i = 0; i < N_SESSIONS; i++)
    {
      CnscdSessionSummary *session = g_atomic_rc_box_new0 (CnscdSessionSummary);
      const char *subject = subjects[i % G_N_ELEMENTS (subjects)];

      session->title = g_strdup_printf ("Hướng dẫn %s cho người dân", subject);
      session->topics = g_strdup (subject);
      session->starts_at =
        cnscd_time_new (CNSCD_DATE (2026, 11, 1 + i * 30 / N_SESSIONS), (7 + (int) i % 13) * 60);
      session->ends_at = session->starts_at + 90;
      session->state = CNSCD_SESSION_STATE_PLANNED;
      session->place = g_strdup_printf ("Nhà văn hóa xóm Số %u", i % 40);
      session->audience_name = g_strdup ("Tiểu thương, hộ kinh doanh");
      session->teams = g_strdup_printf ("Tổ CNSCĐ xóm Số %u", i % 40);
      session->guides = g_strdup_printf ("Nguyễn Văn Tuấn %u; Hoàng Thị Liên %u", i % 40, i % 70);
      session->expected = 20 + i % 30;
      g_ptr_array_add (schedule->sessions, session);
    }
  return schedule;
}

/* Six texts a session, 20 sessions a page. */
static void
draw_sessions_barely (const CnscdSchedule *schedule, const char *path)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, PAGE_HEIGHT, PAGE_WIDTH);
  cairo_t *cr = cairo_create (surface);
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Times New Roman 12");
  double y = 60;

  pango_layout_set_font_description (layout, font);
  for (guint i = 0; i < schedule->sessions->len; i++)
    {
      const CnscdSessionSummary *session = g_ptr_array_index (schedule->sessions, i);

      draw_text (cr, layout, 85, &y, session->title);
      draw_text (cr, layout, 250, &y, session->place);
      draw_text (cr, layout, 400, &y, session->teams);
      draw_text (cr, layout, 500, &y, session->guides);
      draw_text (cr, layout, 600, &y, session->audience_name);
      draw_text (cr, layout, 700, &y, session->topics);
      cairo_rectangle (cr, 80, y - 2, 700, 20);
      cairo_stroke (cr);
      y = i % 20 == 19 ? 60 : y + 20;
      if (i % 20 == 19)
        cairo_show_page (cr);
    }

  pango_font_description_free (font);
  g_object_unref (layout);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

static void
measure_schedule (void)
{
  g_autoptr (BenchFigure) laid_out = bench_figure_new ("lay-out-schedule", 50);
  g_autoptr (BenchFigure) printed = bench_figure_new ("print-schedule", 50);
  g_autoptr (CnscdSchedule) schedule = make_schedule ();
  g_autofree char *path = bench_path ("schedule.pdf");
  g_autofree char *floor_path = bench_path ("floor.pdf");

  for (guint i = 0; i < N_SINGLE_RUNS; i++)
    {
      g_autoptr (CnscdTypesetter) typesetter = cnscd_typesetter_new ();
      double start = bench_now ();
      g_autoptr (CnscdDocument) document = cnscd_schedule_document_new (schedule, typesetter);

      bench_figure_add (laid_out, bench_now () - start);
      export_document (document, path);
      bench_figure_add (printed, bench_now () - start);

      start = bench_now ();
      draw_sessions_barely (schedule, floor_path);
      bench_figure_add_floor (printed, bench_now () - start);
    }
  bench_figure_print (laid_out);
  bench_figure_print (printed);
}

/**
 * bench_print_once:
 * @argument: a database
 *
 * The rosters of all teams, in a process that does nothing else.
 */
void
bench_print_once (const char *argument)
{
  g_autofree char *path = bench_path ("once.pdf");
  g_autoptr (CnscdDatabase) database = open_province (argument);

  print_all (database, path);
}

/**
 * bench_print:
 *
 * One roster, and 2,255 rosters in one file, from the database to the PDF; and a
 * month's schedule of 100 sessions.
 */
void
bench_print (void)
{
  g_autoptr (BenchFigure) single = bench_figure_new ("print-one-roster", 50);
  g_autoptr (BenchFigure) figure = bench_figure_new ("print-all-rosters", 6000);
  g_autoptr (CnscdDatabase) database = open_province (bench_province_path ());
  g_autoptr (GPtrArray) teams = list_teams (database);
  g_autoptr (GPtrArray) rosters =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_roster_free);
  g_autofree char *path = bench_path ("all.pdf");
  g_autofree char *floor_path = bench_path ("floor.pdf");

  for (guint i = 0; i < teams->len; i++)
    {
      const CnscdTeamSummary *team = g_ptr_array_index (teams, i);

      g_ptr_array_add (rosters, load_roster (database, team->team));
    }

  for (guint i = 0; i < N_SINGLE_RUNS; i++)
    {
      const CnscdTeamSummary *team = g_ptr_array_index (teams, i * teams->len / N_SINGLE_RUNS);
      g_autoptr (GPtrArray) one = g_ptr_array_new ();
      double start = bench_now ();

      print_one (database, team->team, path);
      bench_figure_add (single, bench_now () - start);

      g_ptr_array_add (one, g_ptr_array_index (rosters, i * teams->len / N_SINGLE_RUNS));
      start = bench_now ();
      draw_barely (one, floor_path);
      bench_figure_add_floor (single, bench_now () - start);
    }
  bench_figure_print (single);

  for (guint i = 0; i < N_RUNS; i++)
    {
      double start = bench_now ();

      print_all (database, path);
      bench_figure_add (figure, bench_now () - start);

      start = bench_now ();
      draw_barely (rosters, floor_path);
      bench_figure_add_floor (figure, bench_now () - start);
    }
  figure->peak_kb = bench_measure_peak_kb ("print", bench_province_path ());
  figure->peak_reach_kb = 80 * 1024;
  bench_figure_print (figure);

  measure_schedule ();
}
