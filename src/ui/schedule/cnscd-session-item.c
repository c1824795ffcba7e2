/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-item.h"

#include "cnscd-session-drag.h"

/**
 * CnscdSessionItem:
 *
 * A place in a list of sessions: whose session may still have to be read, and may be another one
 * later.
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
  PROP_DAY,
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
    case PROP_DAY:
      g_value_set_int64 (value, cnscd_date_to_days (CNSCD_SESSION_ITEM (object)->day));
      break;
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

  properties[PROP_DAY] = g_param_spec_int64 ("day", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
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
 *
 * Returns: (transfer full): a place without a session
 */
CnscdSessionItem *
cnscd_session_item_new (void)
{
  return g_object_new (CNSCD_TYPE_SESSION_ITEM, NULL);
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
 * cnscd_session_item_set:
 * @self: an item
 * @day: on which its session takes place
 * @session: (nullable): the session, once it is read
 */
void
cnscd_session_item_set (CnscdSessionItem *self, CnscdDate day, const CnscdSessionSummary *session)
{
  g_return_if_fail (CNSCD_IS_SESSION_ITEM (self));

  if (!cnscd_date_equal (self->day, day))
    {
      self->day = day;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
    }
  if (self->session == session)
    return;

  g_clear_pointer (&self->session, cnscd_session_summary_unref);
  if (session != NULL)
    self->session = cnscd_session_summary_ref ((CnscdSessionSummary *) session);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
