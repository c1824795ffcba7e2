/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-document-sheet.h"

#include <adwaita.h>
#include <math.h>

/* Around the paper, with room for its shadow. */
#define MARGIN   18
#define MIN_SIZE 96

#define SHADOW_BLUR 8

/**
 * CnscdDocumentSheet:
 *
 * A page of a document, as it comes out of the printer: on white paper
 * whatever the colours of the screen, as wide as there is room, or so that all
 * of it is seen.
 */
struct _CnscdDocumentSheet
{
  GtkWidget parent_instance;

  CnscdDocument *document; /* (nullable) */
  guint page;
  gboolean fits_width;
};

G_DEFINE_FINAL_TYPE (CnscdDocumentSheet, cnscd_document_sheet, GTK_TYPE_WIDGET)

static void
get_page_size (CnscdDocumentSheet *self, double *width, double *height)
{
  cnscd_document_get_page_size (self->document, self->page, width, height);
}

/* Returns: pixels a point */
static double
place_paper (CnscdDocumentSheet *self, graphene_rect_t *paper)
{
  double room_x = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN;
  double room_y = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN;
  double width, height, scale;

  get_page_size (self, &width, &height);
  scale = MAX (MIN (room_x / width, room_y / height), 0);
  graphene_rect_init (paper, (float) round (MARGIN + (room_x - width * scale) / 2),
                      (float) round (MARGIN + (room_y - height * scale) / 2),
                      (float) round (width * scale), (float) round (height * scale));
  return scale;
}

static void
draw_paper (CnscdDocumentSheet *self, GtkSnapshot *snapshot, const graphene_rect_t *paper)
{
  const GdkRGBA shadow = { 0, 0, 0, 0.3 };
  const GdkRGBA white = { 1, 1, 1, 1 };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, paper, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 0, SHADOW_BLUR);
  gtk_snapshot_append_color (snapshot, &white, paper);

  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    {
      const float widths[4] = { 1, 1, 1, 1 };
      GdkRGBA colors[4];

      gtk_widget_get_color (GTK_WIDGET (self), &colors[0]);
      colors[1] = colors[2] = colors[3] = colors[0];
      gtk_snapshot_append_border (snapshot, &outline, widths, colors);
    }
}

static void
cnscd_document_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CnscdDocumentSheet *self = CNSCD_DOCUMENT_SHEET (widget);
  graphene_rect_t paper;
  double scale;
  cairo_t *cr;

  if (self->document == NULL)
    return;
  scale = place_paper (self, &paper);
  if (scale <= 0)
    return;

  draw_paper (self, snapshot, &paper);
  cr = gtk_snapshot_append_cairo (snapshot, &paper);
  cairo_translate (cr, paper.origin.x, paper.origin.y);
  cairo_scale (cr, scale, scale);
  cnscd_document_draw_page (self->document, cr, self->page);
  cairo_destroy (cr);
}

static GtkSizeRequestMode
cnscd_document_sheet_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
cnscd_document_sheet_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  CnscdDocumentSheet *self = CNSCD_DOCUMENT_SHEET (widget);
  double width, height;

  *minimum = *natural = MIN_SIZE;
  if (self->document == NULL)
    return;

  get_page_size (self, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX ((int) ceil (width) + 2 * MARGIN, MIN_SIZE);
  else if (!self->fits_width)
    *natural = MAX ((int) ceil (height) + 2 * MARGIN, MIN_SIZE);
  else if (for_size > 2 * MARGIN)
    *minimum = *natural =
      MAX ((int) ceil ((for_size - 2 * MARGIN) * height / width) + 2 * MARGIN, MIN_SIZE);
}

static void
cnscd_document_sheet_dispose (GObject *object)
{
  g_clear_object (&CNSCD_DOCUMENT_SHEET (object)->document);

  G_OBJECT_CLASS (cnscd_document_sheet_parent_class)->dispose (object);
}

static void
cnscd_document_sheet_class_init (CnscdDocumentSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_document_sheet_dispose;
  widget_class->snapshot = cnscd_document_sheet_snapshot;
  widget_class->get_request_mode = cnscd_document_sheet_get_request_mode;
  widget_class->measure = cnscd_document_sheet_measure;

  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  /* Here, for a scrolled window around it would take them. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "preview.forward", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "preview.backward", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Home, 0, "preview.first", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_End, 0, "preview.last", NULL);
}

static void
cnscd_document_sheet_init (CnscdDocumentSheet *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * cnscd_document_sheet_set_document:
 * @self: a sheet
 * @document: (nullable): whose page is shown, for now the first
 */
void
cnscd_document_sheet_set_document (CnscdDocumentSheet *self, CnscdDocument *document)
{
  g_return_if_fail (CNSCD_IS_DOCUMENT_SHEET (self));

  g_set_object (&self->document, document);
  self->page = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * cnscd_document_sheet_set_page:
 * @self: a sheet
 * @page: the page to show, from 0
 */
void
cnscd_document_sheet_set_page (CnscdDocumentSheet *self, guint page)
{
  g_return_if_fail (CNSCD_IS_DOCUMENT_SHEET (self));
  g_return_if_fail (self->document != NULL);
  g_return_if_fail (page < cnscd_document_get_n_pages (self->document));

  self->page = page;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * cnscd_document_sheet_set_fits_width:
 * @self: a sheet
 * @fits_width: whether the page is as wide as there is room, or all of it is seen
 */
void
cnscd_document_sheet_set_fits_width (CnscdDocumentSheet *self, gboolean fits_width)
{
  g_return_if_fail (CNSCD_IS_DOCUMENT_SHEET (self));

  self->fits_width = fits_width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
