/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-item.h"

#include "cnscd-session-drag.h"

/**
 * CnscdSessionItem:
 *
 * A session in a list, which may still have to be read.
 */
struct _CnscdSessionItem
{
  GObject parent_instance;

  CnscdDate day;
  CnscdSessionSummary *session; /* (nullable) */
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CnscdSessionItem, cnscd_session_item, G_TYPE_OBJECT)

static void
cnscd_session_item_finalize (GObject *object)
{
  g_clear_pointer (&CNSCD_SESSION_ITEM (object)->session, cnscd_session_summary_unref);

  G_OBJECT_CLASS (cnscd_session_item_parent_class)->finalize (object);
}

static void
cnscd_session_item_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_boxed (value, CNSCD_SESSION_ITEM (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cnscd_session_item_class_init (CnscdSessionItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cnscd_session_item_finalize;
  object_class->get_property = cnscd_session_item_get_property;

  properties[PROP_SESSION] = g_param_spec_boxed ("session", NULL, NULL, CNSCD_TYPE_SESSION_SUMMARY,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
cnscd_session_item_init (CnscdSessionItem *self)
{
}

/**
 * cnscd_session_item_new:
 * @day: on which it takes place
 *
 * Returns: (transfer full): a session that has not been read yet
 */
CnscdSessionItem *
cnscd_session_item_new (CnscdDate day)
{
  CnscdSessionItem *self = g_object_new (CNSCD_TYPE_SESSION_ITEM, NULL);

  self->day = day;
  return self;
}

/**
 * cnscd_session_item_get_day:
 * @self: an item
 *
 * Returns: on which it takes place
 */
CnscdDate
cnscd_session_item_get_day (CnscdSessionItem *self)
{
  return self->day;
}

/**
 * cnscd_session_item_get_session:
 * @self: an item
 *
 * Returns: (nullable) (transfer none): the session, once it is read
 */
const CnscdSessionSummary *
cnscd_session_item_get_session (CnscdSessionItem *self)
{
  return self->session;
}

/**
 * cnscd_session_item_set_session:
 * @self: an item
 * @session: what it is
 */
void
cnscd_session_item_set_session (CnscdSessionItem *self, const CnscdSessionSummary *session)
{
  if (self->session == session)
    return;

  g_clear_pointer (&self->session, cnscd_session_summary_unref);
  self->session = cnscd_session_summary_ref ((CnscdSessionSummary *) session);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
