/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-document.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_DOCUMENT_BOOK (cnscd_document_book_get_type ())
G_DECLARE_FINAL_TYPE (CnscdDocumentBook, cnscd_document_book, CNSCD, DOCUMENT_BOOK, GObject)

CnscdDocumentBook *cnscd_document_book_new (const char *title, const char *author);
void cnscd_document_book_add (CnscdDocumentBook *self, CnscdDocument *document);

G_END_DECLS
