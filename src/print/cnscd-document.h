/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib-object.h>

G_BEGIN_DECLS

#define CNSCD_TYPE_DOCUMENT (cnscd_document_get_type ())
G_DECLARE_INTERFACE (CnscdDocument, cnscd_document, CNSCD, DOCUMENT, GObject)

/**
 * CnscdDocumentInterface:
 * @get_n_pages: pages, at least 1
 * @get_page_size: width and height in points of page @page, counted from 0
 * @draw_page: draws the page with the paper's top left corner at the origin,
 *   one unit a point
 * @get_title: for the file's properties
 * @get_author: (nullable): the body that issues the document
 *
 * Pages ready to be drawn, on paper, into a file or on a screen alike.
 */
struct _CnscdDocumentInterface
{
  GTypeInterface parent_iface;

  guint (*get_n_pages) (CnscdDocument *self);
  void (*get_page_size) (CnscdDocument *self, guint page, double *width, double *height);
  void (*draw_page) (CnscdDocument *self, cairo_t *cr, guint page);
  const char *(*get_title) (CnscdDocument *self);
  const char *(*get_author) (CnscdDocument *self);
};

guint cnscd_document_get_n_pages (CnscdDocument *self);
void cnscd_document_get_page_size (CnscdDocument *self, guint page, double *width, double *height);
void cnscd_document_draw_page (CnscdDocument *self, cairo_t *cr, guint page);
const char *cnscd_document_get_title (CnscdDocument *self);
const char *cnscd_document_get_author (CnscdDocument *self);
char *cnscd_document_dup_file_name (CnscdDocument *self, const char *suffix);

/* For those who draw pages. */
void cnscd_document_begin_tag (cairo_t *cr, const char *tag);
void cnscd_document_end_tag (cairo_t *cr, const char *tag);
void cnscd_document_leave_out_tags (cairo_t *cr);

G_END_DECLS
