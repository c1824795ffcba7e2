/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* More parts than any office program writes; a hostile file could make each look-up slow. */
#define CNSCD_PACKAGE_MAX_PARTS 4096

/* A zip of XML parts, as .xlsx and .ods are. */
typedef struct _CnscdPackage CnscdPackage;
typedef struct _CnscdPackagePart CnscdPackagePart;

CnscdPackage *cnscd_package_open (GBytes *bytes, GCancellable *cancellable, GError **error);
void cnscd_package_free (CnscdPackage *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdPackage, cnscd_package_free)

const char *cnscd_package_find (CnscdPackage *package, const char *name);
gboolean cnscd_package_has_prefix (CnscdPackage *package, const char *prefix);
GBytes *
cnscd_package_read (CnscdPackage *package, const char *name, gsize max_size, GError **error);
CnscdPackagePart *cnscd_package_open_part (CnscdPackage *package, const char *name, GError **error);
gssize
cnscd_package_part_read (CnscdPackagePart *part, gpointer buffer, gsize size, GError **error);
void cnscd_package_part_close (CnscdPackagePart *part);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdPackagePart, cnscd_package_part_close)

G_END_DECLS
