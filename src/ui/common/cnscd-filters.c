/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-filters.h"

#include <glib/gi18n-lib.h>

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (CnscdFilters, cnscd_filters, G_TYPE_OBJECT)

static void
cnscd_filters_default_init (CnscdFiltersInterface *iface)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CNSCD_TYPE_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * cnscd_filters_get_n_kinds:
 * @self: filters
 *
 * Returns: how many there are, active or not
 */
guint
cnscd_filters_get_n_kinds (CnscdFilters *self)
{
  g_return_val_if_fail (CNSCD_IS_FILTERS (self), 0);

  return CNSCD_FILTERS_GET_IFACE (self)->n_kinds;
}

/**
 * cnscd_filters_get_n_active:
 * @self: filters
 *
 * Returns: how many keep something back
 */
guint
cnscd_filters_get_n_active (CnscdFilters *self)
{
  guint n = 0;

  for (guint i = 0; i < cnscd_filters_get_n_kinds (self); i++)
    n += cnscd_filters_is_active (self, i) ? 1 : 0;
  return n;
}

/**
 * cnscd_filters_is_active:
 * @self: filters
 * @kind: one of them
 *
 * Returns: whether it keeps anything back
 */
gboolean
cnscd_filters_is_active (CnscdFilters *self, guint kind)
{
  g_return_val_if_fail (kind < cnscd_filters_get_n_kinds (self), FALSE);

  return CNSCD_FILTERS_GET_IFACE (self)->is_active (self, kind);
}

/**
 * cnscd_filters_dup_words:
 * @self: filters
 * @kind: one that is active
 *
 * Returns: (transfer full): what is let through, in words that need no others around them
 */
char *
cnscd_filters_dup_words (CnscdFilters *self, guint kind)
{
  g_return_val_if_fail (kind < cnscd_filters_get_n_kinds (self), NULL);

  return CNSCD_FILTERS_GET_IFACE (self)->dup_words (self, kind);
}

/**
 * cnscd_filters_dup_all_words:
 * @self: filters
 *
 * Returns: (transfer full) (nullable): what all of them together let through; %NULL for everything
 */
char *
cnscd_filters_dup_all_words (CnscdFilters *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;

  for (guint kind = 0; kind < cnscd_filters_get_n_kinds (self); kind++)
    if (cnscd_filters_is_active (self, kind))
      g_strv_builder_take (builder, cnscd_filters_dup_words (self, kind));
  words = g_strv_builder_end (builder);
  return *words != NULL ? g_strjoinv (" · ", words) : NULL;
}

/**
 * cnscd_filters_dup_label:
 * @self: filters
 *
 * Returns: (transfer full): what the button that sets them is called
 */
char *
cnscd_filters_dup_label (CnscdFilters *self)
{
  guint n = cnscd_filters_get_n_active (self);

  return n > 0
           /* Translators: %u is a number of filters */
           ? g_strdup_printf (
               g_dngettext (GETTEXT_PACKAGE, "Filter (%u active)", "Filter (%u active)", n), n)
           : g_strdup (_ ("Filter"));
}

/**
 * cnscd_filters_clear:
 * @self: filters
 * @kind: one of them
 *
 * Lets everything through that one.
 */
void
cnscd_filters_clear (CnscdFilters *self, guint kind)
{
  if (!cnscd_filters_is_active (self, kind))
    return;

  CNSCD_FILTERS_GET_IFACE (self)->drop (self, kind);
  CNSCD_FILTERS_GET_IFACE (self)->changed (self);
}

/**
 * cnscd_filters_clear_all:
 * @self: filters
 *
 * Lets everything through.
 */
void
cnscd_filters_clear_all (CnscdFilters *self)
{
  if (cnscd_filters_get_n_active (self) == 0)
    return;

  for (guint i = 0; i < cnscd_filters_get_n_kinds (self); i++)
    CNSCD_FILTERS_GET_IFACE (self)->drop (self, i);
  CNSCD_FILTERS_GET_IFACE (self)->changed (self);
}

/**
 * cnscd_filters_emit_changed:
 * @self: filters
 *
 * For whoever implements them: says that something else is let through now.
 */
void
cnscd_filters_emit_changed (CnscdFilters *self)
{
  g_return_if_fail (CNSCD_IS_FILTERS (self));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
