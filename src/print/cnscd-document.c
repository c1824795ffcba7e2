/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-document.h"

#include <string.h>

G_DEFINE_INTERFACE (CnscdDocument, cnscd_document, G_TYPE_OBJECT)

/* What folders on any system take, in bytes, and a little less. */
#define MAX_NAME_BYTES 200

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

/* Nothing that means something else to a file system, on Windows' disks either. */
static gboolean
is_for_names (gunichar c)
{
  return !g_unichar_iscntrl (c) && (c >= 0x80 || strchr ("/\\:*?\"<>|", (int) c) == NULL);
}

/**
 * cnscd_document_dup_file_name:
 * @self: a document
 * @suffix: ".pdf"
 *
 * Proposes a name for a file: the title, as far as it fits into a name.
 *
 * Returns: (transfer full): the name
 */
char *
cnscd_document_dup_file_name (CnscdDocument *self, const char *suffix)
{
  g_autofree char *title = NULL;
  GString *name;

  g_return_val_if_fail (CNSCD_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (suffix != NULL, NULL);

  title = g_utf8_make_valid (cnscd_document_get_title (self), -1);
  name = g_string_new (NULL);
  for (const char *p = title; *p != '\0' && name->len < MAX_NAME_BYTES; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* No hidden files. */
      if (is_for_names (c) && (name->len > 0 || (c != '.' && c != ' ')))
        g_string_append_unichar (name, c);
      else if (name->len > 0 && name->str[name->len - 1] != '-')
        g_string_append_c (name, '-');
    }
  if (name->len == 0)
    g_string_append (name, "Danh sách");

  return g_string_free_and_steal (g_string_append (name, suffix));
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
