/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/cnscd-time.h"

G_BEGIN_DECLS

/**
 * CnscdIcalStatus:
 * @CNSCD_ICAL_CONFIRMED: takes place, or did
 * @CNSCD_ICAL_TENTATIVE: not at this time, perhaps at another
 * @CNSCD_ICAL_CANCELLED: does not take place
 */
typedef enum
{
  CNSCD_ICAL_CONFIRMED,
  CNSCD_ICAL_TENTATIVE,
  CNSCD_ICAL_CANCELLED,
} CnscdIcalStatus;

/**
 * CnscdIcalEvent:
 * @uid: the same in every file, whatever of the event changes
 * @sequence: rises with each change
 * @created_at: Unix time in microseconds, 0 when unknown
 * @changed_at: likewise, of the last change
 * @location: (nullable): where
 * @description: (nullable): lines of text
 * @categories: (nullable): what it is about
 *
 * What a calendar is told of one session.
 */
typedef struct
{
  const char *uid;
  guint sequence;
  gint64 created_at;
  gint64 changed_at;
  CnscdTime starts_at;
  CnscdTime ends_at;
  const char *summary;
  const char *location;
  const char *description;
  const char *const *categories;
  CnscdIcalStatus status;
} CnscdIcalEvent;

/**
 * CnscdIcalWriter:
 *
 * Events on their way into an iCalendar file.
 */
typedef struct _CnscdIcalWriter CnscdIcalWriter;

CnscdIcalWriter *cnscd_ical_writer_new (const char *name, gint64 now);
void cnscd_ical_writer_add (CnscdIcalWriter *writer, const CnscdIcalEvent *event);
GBytes *cnscd_ical_writer_finish (CnscdIcalWriter *writer);

G_END_DECLS
