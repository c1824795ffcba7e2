/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-unit-scope.h"

/**
 * CnscdUnitScope:
 *
 * Which commune somebody at the province's desk looks at: one choice for all
 * lists of a repository, kept for as long as the program runs.
 */
struct _CnscdUnitScope
{
  GObject parent_instance;

  char *unit;
};

enum
{
  PROP_0,
  PROP_UNIT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CnscdUnitScope, cnscd_unit_scope, G_TYPE_OBJECT)

static void
cnscd_unit_scope_finalize (GObject *object)
{
  g_free (CNSCD_UNIT_SCOPE (object)->unit);

  G_OBJECT_CLASS (cnscd_unit_scope_parent_class)->finalize (object);
}

static void
cnscd_unit_scope_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_UNIT:
      g_value_set_string (value, CNSCD_UNIT_SCOPE (object)->unit);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_unit_scope_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_UNIT:
      cnscd_unit_scope_set_unit (CNSCD_UNIT_SCOPE (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_unit_scope_class_init (CnscdUnitScopeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cnscd_unit_scope_finalize;
  object_class->get_property = cnscd_unit_scope_get_property;
  object_class->set_property = cnscd_unit_scope_set_property;

  properties[PROP_UNIT] = g_param_spec_string (
    "unit", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cnscd_unit_scope_init (CnscdUnitScope *self)
{
}

/**
 * cnscd_unit_scope_get:
 * @repository: a repository
 *
 * Returns: (transfer none): the choice that all its lists share; at first, all communes
 */
CnscdUnitScope *
cnscd_unit_scope_get (CnscdRepository *repository)
{
  CnscdUnitScope *self;

  g_return_val_if_fail (CNSCD_IS_REPOSITORY (repository), NULL);

  self = g_object_get_data (G_OBJECT (repository), "cnscd-unit-scope");
  if (self == NULL)
    {
      self = g_object_new (CNSCD_TYPE_UNIT_SCOPE, NULL);
      g_object_set_data_full (G_OBJECT (repository), "cnscd-unit-scope", self, g_object_unref);
    }
  return self;
}

/**
 * cnscd_unit_scope_get_unit:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): code of the commune, %NULL for all
 */
const char *
cnscd_unit_scope_get_unit (CnscdUnitScope *self)
{
  g_return_val_if_fail (CNSCD_IS_UNIT_SCOPE (self), NULL);

  return self->unit;
}

/**
 * cnscd_unit_scope_set_unit:
 * @self: a choice
 * @unit: (nullable): code of a commune, %NULL for all
 *
 * Chooses.
 */
void
cnscd_unit_scope_set_unit (CnscdUnitScope *self, const char *unit)
{
  g_return_if_fail (CNSCD_IS_UNIT_SCOPE (self));

  if (g_set_str (&self->unit, unit))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNIT]);
}
