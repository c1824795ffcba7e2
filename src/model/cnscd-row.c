/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-row.h"

/**
 * CnscdRow:
 *
 * A place in a [class@Cnscd.PagedList]: the number of a row of the database
 * and, as soon as its page has been read, what stands in it.
 */
typedef struct
{
  gint64 nr;
  gpointer data;
} CnscdRowPrivate;

enum
{
  PROP_0,
  PROP_NR,
  PROP_LOADED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CnscdRow, cnscd_row, G_TYPE_OBJECT)

static void
cnscd_row_finalize (GObject *object)
{
  CnscdRowPrivate *priv = cnscd_row_get_instance_private (CNSCD_ROW (object));

  g_clear_pointer (&priv->data, CNSCD_ROW_GET_CLASS (object)->unref_data);

  G_OBJECT_CLASS (cnscd_row_parent_class)->finalize (object);
}

static void
cnscd_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CnscdRow *self = CNSCD_ROW (object);

  switch (prop_id)
    {
    case PROP_NR:
      g_value_set_int64 (value, cnscd_row_get_nr (self));
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, cnscd_row_is_loaded (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CnscdRowPrivate *priv = cnscd_row_get_instance_private (CNSCD_ROW (object));

  switch (prop_id)
    {
    case PROP_NR:
      priv->nr = g_value_get_int64 (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_row_class_init (CnscdRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cnscd_row_finalize;
  object_class->get_property = cnscd_row_get_property;
  object_class->set_property = cnscd_row_set_property;

  properties[PROP_NR] =
    g_param_spec_int64 ("nr", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /* Also notified when a loaded row got other content. */
  properties[PROP_LOADED] =
    g_param_spec_boolean ("loaded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cnscd_row_init (CnscdRow *self)
{
}

/**
 * cnscd_row_get_nr:
 * @self: a row
 *
 * Returns: the number of the row in the database
 */
gint64
cnscd_row_get_nr (CnscdRow *self)
{
  CnscdRowPrivate *priv = cnscd_row_get_instance_private (self);

  return priv->nr;
}

/**
 * cnscd_row_is_loaded:
 * @self: a row
 *
 * Returns: whether the row's content is there
 */
gboolean
cnscd_row_is_loaded (CnscdRow *self)
{
  return cnscd_row_get_data (self) != NULL;
}

/**
 * cnscd_row_get_data:
 * @self: a row
 *
 * Returns: (nullable) (transfer none): the row's content, %NULL until it is read
 */
gpointer
cnscd_row_get_data (CnscdRow *self)
{
  CnscdRowPrivate *priv = cnscd_row_get_instance_private (self);

  return priv->data;
}

/**
 * cnscd_row_set_data:
 * @self: a row
 * @data: (transfer none): its content
 *
 * Fills the row and notifies #CnscdRow:loaded.
 */
void
cnscd_row_set_data (CnscdRow *self, gpointer data)
{
  CnscdRowPrivate *priv = cnscd_row_get_instance_private (self);
  CnscdRowClass *klass = CNSCD_ROW_GET_CLASS (self);

  if (priv->data == data)
    return;

  g_clear_pointer (&priv->data, klass->unref_data);
  priv->data = klass->ref_data (data);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADED]);
}
