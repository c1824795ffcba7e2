/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/cnscd-catalog.h"

G_BEGIN_DECLS

char *cnscd_words_for_holiday_days (const CnscdHoliday *holiday);
char *cnscd_catalog_words_describe (const CnscdCatalog *catalog, gpointer record, CnscdDate today);
const char *cnscd_catalog_words_for_form (const CnscdKind *kind, gboolean is_new);
void cnscd_catalog_words_add_lock (GtkWidget *row);

G_END_DECLS
