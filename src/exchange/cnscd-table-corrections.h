/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-table-shape.h"

G_BEGIN_DECLS

typedef struct _CnscdTableCorrections CnscdTableCorrections;

CnscdTableCorrections *cnscd_table_corrections_new (void);
void cnscd_table_corrections_free (CnscdTableCorrections *corrections);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdTableCorrections, cnscd_table_corrections_free)

void cnscd_table_corrections_note (CnscdTableCorrections *corrections,
                                   const GPtrArray *shapes,
                                   GPtrArray *kept);
void cnscd_table_corrections_set_column (CnscdTableCorrections *corrections,
                                         const CnscdTableShape *shape,
                                         guint index,
                                         guint column);
void cnscd_table_corrections_set_head (CnscdTableCorrections *corrections,
                                       const CnscdTableShape *shape,
                                       guint row);
void cnscd_table_corrections_reset (CnscdTableCorrections *corrections,
                                    const CnscdTableShape *shape);
gboolean cnscd_table_corrections_is_kept (CnscdTableCorrections *corrections,
                                          const CnscdTableShape *shape);
GPtrArray *cnscd_table_corrections_dup_mappings (CnscdTableCorrections *corrections);

G_END_DECLS
