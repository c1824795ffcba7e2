/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-document.h"

G_DEFINE_INTERFACE (CnscdDocument, cnscd_document, G_TYPE_OBJECT)

static const cairo_user_data_key_t untagged_key;

static void
cnscd_document_default_init (CnscdDocumentInterface *iface)
{
}

/**
 * cnscd_document_get_n_pages:
 * @self: a document
 *
 * Returns: the pages of the document, at least 1
 */
guint
cnscd_document_get_n_pages (CnscdDocument *self)
{
  g_return_val_if_fail (CNSCD_IS_DOCUMENT (self), 0);

  return CNSCD_DOCUMENT_GET_IFACE (self)->get_n_pages (self);
}

/**
 * cnscd_document_get_page_size:
 * @self: a document
 * @page: a page, from 0
 * @width: (out): points
 * @height: (out): points
 *
 * Gets the size of the sheet; wider than high when it is to lie on its side.
 */
void
cnscd_document_get_page_size (CnscdDocument *self, guint page, double *width, double *height)
{
  g_return_if_fail (CNSCD_IS_DOCUMENT (self));
  g_return_if_fail (page < cnscd_document_get_n_pages (self));

  CNSCD_DOCUMENT_GET_IFACE (self)->get_page_size (self, page, width, height);
}

/**
 * cnscd_document_draw_page:
 * @self: a document
 * @cr: where to draw: one unit a point, the origin the sheet's top left corner
 * @page: a page, from 0
 *
 * Draws a page, in black, without the paper under it.
 */
void
cnscd_document_draw_page (CnscdDocument *self, cairo_t *cr, guint page)
{
  g_return_if_fail (CNSCD_IS_DOCUMENT (self));
  g_return_if_fail (cr != NULL);
  g_return_if_fail (page < cnscd_document_get_n_pages (self));

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  CNSCD_DOCUMENT_GET_IFACE (self)->draw_page (self, cr, page);
  cairo_restore (cr);
}

/**
 * cnscd_document_get_title:
 * @self: a document
 *
 * Returns: (transfer none): the title, in Vietnamese, for the properties of a
 *   file and the name of a print job
 */
const char *
cnscd_document_get_title (CnscdDocument *self)
{
  g_return_val_if_fail (CNSCD_IS_DOCUMENT (self), NULL);

  return CNSCD_DOCUMENT_GET_IFACE (self)->get_title (self);
}

/**
 * cnscd_document_get_author:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): the body that issues the document
 */
const char *
cnscd_document_get_author (CnscdDocument *self)
{
  g_return_val_if_fail (CNSCD_IS_DOCUMENT (self), NULL);

  return CNSCD_DOCUMENT_GET_IFACE (self)->get_author (self);
}

/**
 * cnscd_document_begin_tag:
 * @cr: where a page is drawn
 * @tag: a structure type of ISO 32000: "P", "TD"
 *
 * Says what is drawn until cnscd_document_end_tag(), so that a PDF can be read
 * aloud in order, cells under their heads. Means nothing on other surfaces.
 */
void
cnscd_document_begin_tag (cairo_t *cr, const char *tag)
{
  if (cairo_get_user_data (cr, &untagged_key) == NULL)
    cairo_tag_begin (cr, tag, NULL);
}

/**
 * cnscd_document_end_tag:
 * @cr: where a page is drawn
 * @tag: what was begun last
 */
void
cnscd_document_end_tag (cairo_t *cr, const char *tag)
{
  if (cairo_get_user_data (cr, &untagged_key) == NULL)
    cairo_tag_end (cr, tag);
}

/**
 * cnscd_document_leave_out_tags:
 * @cr: where pages are drawn
 *
 * Ends tagging for good: cairo keeps all tags in memory until the last page, so
 * a file of thousands of pages does without.
 */
void
cnscd_document_leave_out_tags (cairo_t *cr)
{
  cairo_set_user_data (cr, &untagged_key, (void *) &untagged_key, NULL);
}
