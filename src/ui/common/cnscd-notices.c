/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-notices.h"

/**
 * CnscdNotices:
 *
 * What there is to be known, of which a #CnscdNoticeBanner shows the weightiest.
 */
struct _CnscdNotices
{
  GObject parent_instance;

  CnscdNotice notices[CNSCD_N_NOTICES]; /* without a title where there is none */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdNotices, cnscd_notices, G_TYPE_OBJECT)

static void
cnscd_notices_finalize (GObject *object)
{
  CnscdNotices *self = CNSCD_NOTICES (object);

  for (guint i = 0; i < CNSCD_N_NOTICES; i++)
    g_free (self->notices[i].title);

  G_OBJECT_CLASS (cnscd_notices_parent_class)->finalize (object);
}

static void
cnscd_notices_class_init (CnscdNoticesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cnscd_notices_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cnscd_notices_init (CnscdNotices *self)
{
}

/**
 * cnscd_notices_new:
 *
 * Returns: (transfer full): no notices yet
 */
CnscdNotices *
cnscd_notices_new (void)
{
  return g_object_new (CNSCD_TYPE_NOTICES, NULL);
}

/**
 * cnscd_notices_set:
 * @self: notices
 * @kind: which
 * @title: what is to be known
 * @button_label: what can be done about it; a static text
 * @action: name of the action that does so, with its target; a static text
 *
 * Has something known, instead of what was of this kind before.
 */
void
cnscd_notices_set (CnscdNotices *self,
                   CnscdNoticeKind kind,
                   const char *title,
                   const char *button_label,
                   const char *action)
{
  CnscdNotice *notice;

  g_return_if_fail (CNSCD_IS_NOTICES (self) && kind < CNSCD_N_NOTICES && title != NULL);

  notice = &self->notices[kind];
  notice->button_label = button_label;
  notice->action = action;
  if (g_set_str (&notice->title, title))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * cnscd_notices_clear:
 * @self: notices
 * @kind: which
 *
 * Takes a notice back, if there is one.
 */
void
cnscd_notices_clear (CnscdNotices *self, CnscdNoticeKind kind)
{
  g_return_if_fail (CNSCD_IS_NOTICES (self) && kind < CNSCD_N_NOTICES);

  if (g_set_str (&self->notices[kind].title, NULL))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * cnscd_notices_get_first:
 * @self: notices
 *
 * Returns: (nullable) (transfer none): the weightiest one
 */
const CnscdNotice *
cnscd_notices_get_first (CnscdNotices *self)
{
  g_return_val_if_fail (CNSCD_IS_NOTICES (self), NULL);

  for (guint i = 0; i < CNSCD_N_NOTICES; i++)
    if (self->notices[i].title != NULL)
      return &self->notices[i];

  return NULL;
}
