/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "cnscd-import-groups.h"

G_BEGIN_DECLS

typedef struct _CnscdImportNames CnscdImportNames;

CnscdImportNames *cnscd_import_names_new (const CnscdRosterTable *table);
const char *cnscd_import_names_find (CnscdImportNames *names, const CnscdFinding *finding);
void cnscd_import_names_free (CnscdImportNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdImportNames, cnscd_import_names_free)

GtkWidget *cnscd_import_finding_create (const CnscdFinding *finding,
                                        const char *place,
                                        gboolean in_group,
                                        gboolean with_message,
                                        char **label);
GtkWidget *cnscd_import_finding_create_group (const CnscdFindingGroup *group, char **label);
void cnscd_import_finding_show_expanded (GtkListItem *item);

G_END_DECLS
