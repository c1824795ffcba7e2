/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file system in a file, as .xls is: OLE2, [MS-CFB]. */
typedef struct _CnscdCompoundFile CnscdCompoundFile;

CnscdCompoundFile *cnscd_compound_file_open (GBytes *bytes, GError **error);
void cnscd_compound_file_free (CnscdCompoundFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdCompoundFile, cnscd_compound_file_free)

gboolean cnscd_compound_file_has (CnscdCompoundFile *file, const char *name);
GBytes *cnscd_compound_file_read (CnscdCompoundFile *file, const char *name, GError **error);

G_END_DECLS
