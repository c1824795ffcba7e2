/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "print/cnscd-document.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_DOCUMENT_SHEET (cnscd_document_sheet_get_type ())
G_DECLARE_FINAL_TYPE (CnscdDocumentSheet, cnscd_document_sheet, CNSCD, DOCUMENT_SHEET, GtkWidget)

void cnscd_document_sheet_set_document (CnscdDocumentSheet *self, CnscdDocument *document);
void cnscd_document_sheet_set_page (CnscdDocumentSheet *self, guint page);
void cnscd_document_sheet_set_fits_width (CnscdDocumentSheet *self, gboolean fits_width);

G_END_DECLS
