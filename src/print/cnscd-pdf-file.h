/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo-pdf.h>
#include <gio/gio.h>

#include "cnscd-document.h"

G_BEGIN_DECLS

/**
 * CnscdPdfFile:
 *
 * A PDF file on its way: written beside its target and renamed only when it is
 * whole, so that a failure leaves what was there.
 */
typedef struct _CnscdPdfFile CnscdPdfFile;

CnscdPdfFile *cnscd_pdf_file_new (const char *path, GError **error);
void cnscd_pdf_file_free (CnscdPdfFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdPdfFile, cnscd_pdf_file_free)

const char *cnscd_pdf_file_get_temporary_path (CnscdPdfFile *file);
gboolean cnscd_pdf_file_has_surface (CnscdPdfFile *file);
void
cnscd_pdf_file_take_surface (CnscdPdfFile *file, cairo_surface_t *surface, CnscdDocument *document);
gboolean cnscd_pdf_file_commit (CnscdPdfFile *file, GError **error);

G_END_DECLS
