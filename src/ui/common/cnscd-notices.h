/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CnscdNoticeKind:
 * @CNSCD_NOTICE_SAMPLE: what is shown is a sample
 * @CNSCD_NOTICE_BACKUP: something is wrong with the backups
 * @CNSCD_NOTICE_HINT: something that a page suggests
 *
 * What people are to know while they do something else, the weightiest first.
 */
typedef enum
{
  CNSCD_NOTICE_SAMPLE,
  CNSCD_NOTICE_BACKUP,
  CNSCD_NOTICE_HINT,
  CNSCD_N_NOTICES,
} CnscdNoticeKind;

/**
 * CnscdNotice:
 * @title: what is to be known
 * @button_label: what can be done about it
 * @action: name of the action that does so, with its target
 *
 * A notice. The label and the action are static texts.
 */
typedef struct
{
  char *title;
  const char *button_label;
  const char *action;
} CnscdNotice;

#define CNSCD_TYPE_NOTICES (cnscd_notices_get_type ())
G_DECLARE_FINAL_TYPE (CnscdNotices, cnscd_notices, CNSCD, NOTICES, GObject)

CnscdNotices *cnscd_notices_new (void);
void cnscd_notices_set (CnscdNotices *self,
                        CnscdNoticeKind kind,
                        const char *title,
                        const char *button_label,
                        const char *action);
void cnscd_notices_clear (CnscdNotices *self, CnscdNoticeKind kind);
const CnscdNotice *cnscd_notices_get_first (CnscdNotices *self);

G_END_DECLS
