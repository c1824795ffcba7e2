/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CNSCD_TYPE_ROW (cnscd_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (CnscdRow, cnscd_row, CNSCD, ROW, GObject)

/**
 * CnscdRowClass:
 * @ref_data: takes a reference of what a row holds
 * @unref_data: drops it
 */
struct _CnscdRowClass
{
  GObjectClass parent_class;

  gpointer (*ref_data) (gpointer data);
  void (*unref_data) (gpointer data);
};

gint64 cnscd_row_get_nr (CnscdRow *self);
gboolean cnscd_row_is_loaded (CnscdRow *self);
gpointer cnscd_row_get_data (CnscdRow *self);
void cnscd_row_set_data (CnscdRow *self, gpointer data);

G_END_DECLS
