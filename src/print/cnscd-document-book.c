/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-document-book.h"

/* 2,255 rosters would take 80 MB more with tags. */
#define MAX_TAGGED_PAGES 300

struct _CnscdDocumentBook
{
  GObject parent_instance;

  char *title;
  char *author;
  GPtrArray *documents;
  GArray *first_pages; /* (element-type guint): of each document */
  guint n_pages;
};

static void cnscd_document_book_iface_init (CnscdDocumentInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CnscdDocumentBook,
                               cnscd_document_book,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (CNSCD_TYPE_DOCUMENT,
                                                      cnscd_document_book_iface_init))

static CnscdDocument *
find_document (CnscdDocumentBook *self, guint *page)
{
  guint low = 0;
  guint high = self->documents->len;

  /* The last document that does not begin after the page. */
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->first_pages, guint, middle) <= *page)
        low = middle;
      else
        high = middle;
    }

  *page -= g_array_index (self->first_pages, guint, low);

  return self->documents->pdata[low];
}

static guint
cnscd_document_book_get_n_pages (CnscdDocument *document)
{
  return CNSCD_DOCUMENT_BOOK (document)->n_pages;
}

static void
cnscd_document_book_get_page_size (CnscdDocument *document,
                                   guint page,
                                   double *width,
                                   double *height)
{
  CnscdDocument *part = find_document (CNSCD_DOCUMENT_BOOK (document), &page);

  cnscd_document_get_page_size (part, page, width, height);
}

static void
cnscd_document_book_draw_page (CnscdDocument *document, cairo_t *cr, guint page)
{
  CnscdDocumentBook *self = CNSCD_DOCUMENT_BOOK (document);
  CnscdDocument *part = find_document (self, &page);

  if (self->n_pages > MAX_TAGGED_PAGES)
    cnscd_document_leave_out_tags (cr);

  cnscd_document_draw_page (part, cr, page);
}

static const char *
cnscd_document_book_get_title (CnscdDocument *document)
{
  return CNSCD_DOCUMENT_BOOK (document)->title;
}

static const char *
cnscd_document_book_get_author (CnscdDocument *document)
{
  return CNSCD_DOCUMENT_BOOK (document)->author;
}

static void
cnscd_document_book_iface_init (CnscdDocumentInterface *iface)
{
  iface->get_n_pages = cnscd_document_book_get_n_pages;
  iface->get_page_size = cnscd_document_book_get_page_size;
  iface->draw_page = cnscd_document_book_draw_page;
  iface->get_title = cnscd_document_book_get_title;
  iface->get_author = cnscd_document_book_get_author;
}

static void
cnscd_document_book_finalize (GObject *object)
{
  CnscdDocumentBook *self = CNSCD_DOCUMENT_BOOK (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->first_pages, g_array_unref);

  G_OBJECT_CLASS (cnscd_document_book_parent_class)->finalize (object);
}

static void
cnscd_document_book_class_init (CnscdDocumentBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cnscd_document_book_finalize;
}

static void
cnscd_document_book_init (CnscdDocumentBook *self)
{
  self->documents = g_ptr_array_new_with_free_func (g_object_unref);
  self->first_pages = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * cnscd_document_book_new:
 * @title: of the whole
 * @author: (nullable): who issues it
 *
 * Makes a document out of others, printed or exported in one go; each keeps
 * its own page numbers, as NĐ 30/2020/NĐ-CP wants it of annexes. Books of very
 * many pages are not tagged for screen readers.
 *
 * Returns: (transfer full): a book without pages: add a document before use
 */
CnscdDocumentBook *
cnscd_document_book_new (const char *title, const char *author)
{
  CnscdDocumentBook *self = g_object_new (CNSCD_TYPE_DOCUMENT_BOOK, NULL);

  self->title = g_strdup (title);
  self->author = g_strdup (author);

  return self;
}

/**
 * cnscd_document_book_add:
 * @self: a book
 * @document: what comes after the documents already in it
 */
void
cnscd_document_book_add (CnscdDocumentBook *self, CnscdDocument *document)
{
  g_return_if_fail (CNSCD_IS_DOCUMENT_BOOK (self));
  g_return_if_fail (CNSCD_IS_DOCUMENT (document));

  g_array_append_val (self->first_pages, self->n_pages);
  g_ptr_array_add (self->documents, g_object_ref (document));
  self->n_pages += cnscd_document_get_n_pages (document);
}
