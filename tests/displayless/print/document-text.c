/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-text.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "print/cnscd-page-metrics.h"

#include "sample-rosters.h"

/* The text of the pages as a reader of the PDF finds it, or NULL when skipped. */
char *
read_as (CnscdDocument *document, const char *option)
{
  g_autofree char *path = NULL;
  char *text;
  cairo_surface_t *surface;
  cairo_t *cr;
  int fd = g_file_open_tmp ("cnscd-print-XXXXXX.pdf", &path, NULL);

  close (fd);
  surface = cairo_pdf_surface_create (path, 595.28, 841.89);
  cr = cairo_create (surface);
  for (guint i = 0; i < cnscd_document_get_n_pages (document); i++)
    {
      double width, height;

      cnscd_document_get_page_size (document, i, &width, &height);
      cairo_pdf_surface_set_size (surface, width, height);
      cnscd_document_draw_page (document, cr, i);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  text = sample_roster_run_tool ("pdftotext", option, path, "-", NULL);
  g_unlink (path);

  return text;
}

char *
read_text (CnscdDocument *document)
{
  return read_as (document, "-layout");
}

char *
read_squeezed (CnscdDocument *document)
{
  g_autofree char *text = read_text (document);

  return text != NULL ? sample_roster_squeeze (text) : NULL;
}

void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_test_message ("“%s” is not in: %.2000s", part, text);
  g_assert_nonnull (strstr (text, part));
}

guint
count_text (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + strlen (part), part))
    n++;

  return n;
}

void
assert_margins (CnscdDocument *document)
{
  g_autofree char *boxes = read_as (document, "-bbox");
  g_auto (GStrv) lines = NULL;
  double width, height;
  guint page = 0;
  guint n_words = 0;

  if (boxes == NULL)
    return;

  cnscd_document_get_page_size (document, 0, &width, &height);
  lines = g_strsplit (boxes, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      double x1, y1, x2, y2;

      if (strstr (lines[i], "<page ") != NULL)
        page++;
      if (sscanf (lines[i], " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"", &x1, &y1,
                  &x2, &y2) != 4)
        continue;

      n_words++;
      if (y1 < CNSCD_MM_TO_PT (18))
        {
          g_autofree char *number = g_strdup_printf (">%u</word>", page);
          double middle = (CNSCD_MM_TO_PT (30) + width - CNSCD_MM_TO_PT (15)) / 2;

          /* Only the page number stands in the margin, never on the first page, and at its right
           * what tells a lost page where it belongs. */
          g_assert_cmpuint (page, >, 1);
          if (x1 > middle + 50)
            g_assert_cmpfloat (x2, <=, width - CNSCD_MM_TO_PT (15) + 0.5);
          else
            {
              g_assert_nonnull (strstr (lines[i], number));
              g_assert_cmpfloat_with_epsilon ((x1 + x2) / 2, middle, 1);
            }
          g_assert_cmpfloat (y2, <, CNSCD_MM_TO_PT (20));
          continue;
        }

      g_assert_cmpfloat (x1, >=, CNSCD_MM_TO_PT (30) - 0.5);
      g_assert_cmpfloat (x2, <=, width - CNSCD_MM_TO_PT (15) + 0.5);
      g_assert_cmpfloat (y2, <=, height - CNSCD_MM_TO_PT (20) + 1);
    }

  g_assert_cmpuint (n_words, >, 60);
}
