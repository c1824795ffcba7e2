/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-row.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_LINE (cnscd_line_get_type ())
G_DECLARE_DERIVABLE_TYPE (CnscdLine, cnscd_line, CNSCD, LINE, AdwBin)

/**
 * CnscdLineClass:
 * @show: shows a row that is loaded, or nothing for %NULL
 */
struct _CnscdLineClass
{
  AdwBinClass parent_class;

  void (*show) (CnscdLine *self, CnscdRow *row);
};

GtkListItemFactory *cnscd_line_factory_new (GType line_type, gpointer owner);
gpointer cnscd_line_get_owner (CnscdLine *self);
void cnscd_line_set_row (CnscdLine *self, CnscdRow *row);
CnscdRow *cnscd_line_get_row (CnscdLine *self);
void cnscd_line_set_label (GtkLabel *label, const char *text);

G_END_DECLS
