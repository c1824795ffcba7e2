/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-repository.h"

G_BEGIN_DECLS

typedef struct _CnscdPages CnscdPages;

CnscdPages *cnscd_pages_new (GtkListBox *sidebar, AdwNavigationView *navigation);
void cnscd_pages_free (CnscdPages *pages);

gboolean cnscd_pages_have (const char *tag);
const char *cnscd_pages_get_tag (guint i);
void cnscd_pages_show (CnscdPages *pages,
                       const char *tag,
                       CnscdRepository *repository,
                       const CnscdOverview *overview);
const char *cnscd_pages_get_shown (CnscdPages *pages);
void cnscd_pages_set_overview (CnscdPages *pages, const CnscdOverview *overview);
void cnscd_pages_drop (CnscdPages *pages);

G_END_DECLS
