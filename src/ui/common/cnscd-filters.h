/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CNSCD_TYPE_FILTERS (cnscd_filters_get_type ())
G_DECLARE_INTERFACE (CnscdFilters, cnscd_filters, CNSCD, FILTERS, GObject)

/**
 * CnscdFiltersInterface:
 * @n_kinds: how many filters there are, each named by a number from 0
 * @is_active: whether one of them keeps anything back
 * @dup_words: what one lets through, in words that need no others around them; asked of an active
 *   one only
 * @drop: has one let everything through, and tells nobody
 * @changed: tells, after some were dropped
 *
 * By what a page is narrowed down.
 */
struct _CnscdFiltersInterface
{
  GTypeInterface parent_iface;

  guint n_kinds;
  gboolean (*is_active) (CnscdFilters *self, guint kind);
  char *(*dup_words) (CnscdFilters *self, guint kind);
  void (*drop) (CnscdFilters *self, guint kind);
  void (*changed) (CnscdFilters *self);
};

guint cnscd_filters_get_n_kinds (CnscdFilters *self);
guint cnscd_filters_get_n_active (CnscdFilters *self);
gboolean cnscd_filters_is_active (CnscdFilters *self, guint kind);
char *cnscd_filters_dup_words (CnscdFilters *self, guint kind);
char *cnscd_filters_dup_all_words (CnscdFilters *self);
char *cnscd_filters_dup_label (CnscdFilters *self);
void cnscd_filters_clear (CnscdFilters *self, guint kind);
void cnscd_filters_clear_all (CnscdFilters *self);
void cnscd_filters_emit_changed (CnscdFilters *self);

G_END_DECLS
