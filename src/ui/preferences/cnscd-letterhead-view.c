/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-letterhead-view.h"

#include <glib/gi18n-lib.h>

#include "print/cnscd-letterhead.h"
#include "print/cnscd-official-text.h"
#include "print/cnscd-page-metrics.h"

/* Around what is printed, in points. */
#define PADDING 20.0

/* Of all of it, in pixels. */
#define MIN_WIDTH 200
#define WIDTH     440

/**
 * CnscdLetterheadView:
 *
 * The head of a document as it will be printed, smaller: black on paper
 * whatever the screen's colors.
 */
struct _CnscdLetterheadView
{
  GtkWidget parent_instance;

  CnscdTypesetter *typesetter;
  CnscdLetterhead *letterhead; /* (nullable) */
  double width;                /* of the text, in points */
};

G_DEFINE_FINAL_TYPE (CnscdLetterheadView, cnscd_letterhead_view, GTK_TYPE_WIDGET)

static double
get_full_width (CnscdLetterheadView *self)
{
  return self->width + 2 * PADDING;
}

static double
get_full_height (CnscdLetterheadView *self)
{
  return 2 * PADDING +
         (self->letterhead != NULL ? cnscd_letterhead_get_height (self->letterhead) : 0);
}

/* Not as high as it is wide: text beside it is higher where it is narrower, and both at once
 * confuse what measures them. */
static void
cnscd_letterhead_view_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline)
{
  CnscdLetterheadView *self = CNSCD_LETTERHEAD_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = WIDTH;
    }
  else
    *minimum = *natural = (int) (get_full_height (self) * WIDTH / get_full_width (self) + 0.5);
}

static void
cnscd_letterhead_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CnscdLetterheadView *self = CNSCD_LETTERHEAD_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double scale = MIN (width / get_full_width (self), height / get_full_height (self));
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  cairo_t *cr;

  if (self->letterhead == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, (width - scale * get_full_width (self)) / 2,
                   (height - scale * get_full_height (self)) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cnscd_letterhead_draw (self->letterhead, cr, PADDING, PADDING);
  cairo_destroy (cr);
}

static void
cnscd_letterhead_view_finalize (GObject *object)
{
  CnscdLetterheadView *self = CNSCD_LETTERHEAD_VIEW (object);

  cnscd_letterhead_free (self->letterhead);
  cnscd_typesetter_unref (self->typesetter);

  G_OBJECT_CLASS (cnscd_letterhead_view_parent_class)->finalize (object);
}

static void
cnscd_letterhead_view_class_init (CnscdLetterheadViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cnscd_letterhead_view_finalize;
  widget_class->measure = cnscd_letterhead_view_measure;
  widget_class->snapshot = cnscd_letterhead_view_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "letterhead");
}

static void
cnscd_letterhead_view_init (CnscdLetterheadView *self)
{
  const CnscdPageMetrics metrics = cnscd_page_metrics_a4 (FALSE);

  self->typesetter = cnscd_typesetter_new ();
  self->width = cnscd_page_metrics_get_text_width (&metrics);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Letterhead as printed"), -1);
}

/**
 * cnscd_letterhead_view_show:
 * @self: a view
 * @office: what the office has chosen
 * @unit_name: (nullable): its commune as on paper, "xã Võ Nhai"
 *
 * Shows the letterhead of an office, dated today.
 */
void
cnscd_letterhead_view_show (CnscdLetterheadView *self,
                            const CnscdOffice *office,
                            const char *unit_name)
{
  g_autofree char *body = NULL;
  g_autofree char *place = NULL;
  g_autofree char *date = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (CNSCD_IS_LETTERHEAD_VIEW (self) && office != NULL);

  body = cnscd_office_dup_issuing_body (office, unit_name);
  place = cnscd_office_dup_place_name (office, unit_name);
  date = cnscd_official_date (cnscd_date_today (), place);
  g_clear_pointer (&self->letterhead, cnscd_letterhead_free);
  self->letterhead = cnscd_letterhead_new (self->typesetter,
                                           &(CnscdLetterheadText) {
                                             .superior_body = office->superior_body,
                                             .issuing_body = body,
                                             .place_and_date = date,
                                           },
                                           self->width);
  words = g_strjoin ("\n", office->superior_body != NULL ? office->superior_body : body,
                     office->superior_body != NULL ? body : date,
                     office->superior_body != NULL ? date : NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words,
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
