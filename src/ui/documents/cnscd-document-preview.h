/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "print/cnscd-document.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_DOCUMENT_PREVIEW (cnscd_document_preview_get_type ())
G_DECLARE_FINAL_TYPE (CnscdDocumentPreview, cnscd_document_preview, CNSCD, DOCUMENT_PREVIEW, AdwBin)

void cnscd_document_preview_set_document (CnscdDocumentPreview *self, CnscdDocument *document);
CnscdDocument *cnscd_document_preview_get_document (CnscdDocumentPreview *self);
void cnscd_document_preview_show_problem (CnscdDocumentPreview *self, const char *problem);
void cnscd_document_preview_set_outdated (CnscdDocumentPreview *self, gboolean outdated);
guint cnscd_document_preview_get_page (CnscdDocumentPreview *self);

G_END_DECLS
