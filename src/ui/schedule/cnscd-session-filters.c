/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-filters.h"

/**
 * CnscdSessionFilters:
 *
 * By what the schedule is narrowed down, each with its name.
 */
struct _CnscdSessionFilters
{
  GObject parent_instance;

  char *ids[CNSCD_N_SESSION_FILTERS]; /* each NULL while its filter lets everything through */
  char *names[CNSCD_N_SESSION_FILTERS];
};

static void cnscd_session_filters_filters_init (CnscdFiltersInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CnscdSessionFilters,
                               cnscd_session_filters,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (CNSCD_TYPE_FILTERS,
                                                      cnscd_session_filters_filters_init))

static gboolean
set (CnscdSessionFilters *self, CnscdSessionFilterKind kind, const char *id, const char *name)
{
  g_set_str (&self->names[kind], name);
  return g_set_str (&self->ids[kind], id);
}

static gboolean
cnscd_session_filters_is_active (CnscdFilters *filters, guint kind)
{
  return CNSCD_SESSION_FILTERS (filters)->ids[kind] != NULL;
}

static char *
cnscd_session_filters_dup_words (CnscdFilters *filters, guint kind)
{
  return g_strdup (CNSCD_SESSION_FILTERS (filters)->names[kind]);
}

static void
cnscd_session_filters_drop (CnscdFilters *filters, guint kind)
{
  set (CNSCD_SESSION_FILTERS (filters), (CnscdSessionFilterKind) kind, NULL, NULL);
}

static void
cnscd_session_filters_filters_init (CnscdFiltersInterface *iface)
{
  iface->n_kinds = CNSCD_N_SESSION_FILTERS;
  iface->is_active = cnscd_session_filters_is_active;
  iface->dup_words = cnscd_session_filters_dup_words;
  iface->drop = cnscd_session_filters_drop;
  iface->changed = cnscd_filters_emit_changed;
}

static void
cnscd_session_filters_finalize (GObject *object)
{
  CnscdSessionFilters *self = CNSCD_SESSION_FILTERS (object);

  for (guint i = 0; i < CNSCD_N_SESSION_FILTERS; i++)
    {
      g_free (self->ids[i]);
      g_free (self->names[i]);
    }

  G_OBJECT_CLASS (cnscd_session_filters_parent_class)->finalize (object);
}

static void
cnscd_session_filters_class_init (CnscdSessionFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cnscd_session_filters_finalize;
}

static void
cnscd_session_filters_init (CnscdSessionFilters *self)
{
}

/**
 * cnscd_session_filters_new:
 *
 * Returns: (transfer full): filters that let everything through
 */
CnscdSessionFilters *
cnscd_session_filters_new (void)
{
  return g_object_new (CNSCD_TYPE_SESSION_FILTERS, NULL);
}

/**
 * cnscd_session_filters_set:
 * @self: filters
 * @kind: one of them
 * @id: (nullable): of what is let through; %NULL for everything
 * @name: (nullable): what it is called
 */
void
cnscd_session_filters_set (CnscdSessionFilters *self,
                           CnscdSessionFilterKind kind,
                           const char *id,
                           const char *name)
{
  g_return_if_fail (CNSCD_IS_SESSION_FILTERS (self) && kind < CNSCD_N_SESSION_FILTERS);

  if (set (self, kind, id, name))
    cnscd_filters_emit_changed (CNSCD_FILTERS (self));
}

/**
 * cnscd_session_filters_get_id:
 * @self: filters
 * @kind: one of them
 *
 * Returns: (nullable) (transfer none): id of what is let through; %NULL for everything
 */
const char *
cnscd_session_filters_get_id (CnscdSessionFilters *self, CnscdSessionFilterKind kind)
{
  g_return_val_if_fail (CNSCD_IS_SESSION_FILTERS (self) && kind < CNSCD_N_SESSION_FILTERS, NULL);

  return self->ids[kind];
}

/**
 * cnscd_session_filters_clear_unit:
 * @self: filters
 *
 * Drops what belongs to a commune, for another one is shown.
 */
void
cnscd_session_filters_clear_unit (CnscdSessionFilters *self)
{
  gboolean changed;

  g_return_if_fail (CNSCD_IS_SESSION_FILTERS (self));

  changed = set (self, CNSCD_SESSION_FILTER_HAMLET, NULL, NULL);
  changed = set (self, CNSCD_SESSION_FILTER_TEAM, NULL, NULL) || changed;
  changed = set (self, CNSCD_SESSION_FILTER_GUIDE, NULL, NULL) || changed;
  if (changed)
    cnscd_filters_emit_changed (CNSCD_FILTERS (self));
}

/**
 * cnscd_session_filters_narrow:
 * @self: filters
 * @query: (inout): gets them; valid until they change
 */
void
cnscd_session_filters_narrow (CnscdSessionFilters *self, CnscdSessionQuery *query)
{
  g_return_if_fail (CNSCD_IS_SESSION_FILTERS (self) && query != NULL);

  query->hamlet = self->ids[CNSCD_SESSION_FILTER_HAMLET];
  query->team = self->ids[CNSCD_SESSION_FILTER_TEAM];
  query->topic = self->ids[CNSCD_SESSION_FILTER_TOPIC];
  query->audience = self->ids[CNSCD_SESSION_FILTER_AUDIENCE];
  query->guide = self->ids[CNSCD_SESSION_FILTER_GUIDE];
}
