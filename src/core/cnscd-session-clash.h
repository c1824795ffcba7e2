/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-catalog.h"

G_BEGIN_DECLS

/**
 * CnscdGuide:
 * @membership: id of the membership as which the person guides
 * @valid_from: its first day, may be unknown
 * @valid_to: its last day, unknown while it goes on
 *
 * Somebody who guides, or might.
 */
typedef struct
{
  char *membership;
  char *person;
  char *full_name;
  CnscdDate valid_from;
  CnscdDate valid_to;
} CnscdGuide;

CnscdGuide *cnscd_guide_new (void);
void cnscd_guide_free (CnscdGuide *guide);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdGuide, cnscd_guide_free)

/**
 * CnscdBooking:
 * @place: (nullable): as it was typed
 * @hamlet: (nullable): id of the hamlet
 * @people: (element-type utf8): ids of the persons who guide
 *
 * What another session that is planned or held takes up.
 */
typedef struct
{
  char *session;
  char *title;
  CnscdTime starts_at;
  CnscdTime ends_at;
  char *place;
  char *hamlet;
  GPtrArray *people;
} CnscdBooking;

CnscdBooking *cnscd_booking_new (void);
void cnscd_booking_free (CnscdBooking *booking);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdBooking, cnscd_booking_free)

/* In the order in which they are told. None keeps anybody from saving. */
typedef enum
{
  CNSCD_CLASH_GUIDE_BOOKED, /* @who guides @other at the same time */
  CNSCD_CLASH_PLACE_BOOKED, /* @other takes place there at the same time */
  CNSCD_CLASH_GUIDE_ENDED,  /* @who is no member on that day */
  CNSCD_CLASH_GUIDE_BUSY,   /* @who guides @n sessions that week */
  CNSCD_CLASH_HOLIDAY,      /* the day is @other */
} CnscdClashKind;

/**
 * CnscdClash:
 * @who: (nullable): name of the guide
 * @other: (nullable): title of the other session, or name of the holiday
 * @starts_at: of the other session, %CNSCD_TIME_UNKNOWN when there is none
 * @ends_at: likewise
 * @n: sessions of the guide in that week, this one among them
 *
 * One thing that stands in a session's way.
 */
typedef struct
{
  CnscdClashKind kind;
  char *who;
  char *other;
  CnscdTime starts_at;
  CnscdTime ends_at;
  guint n;
} CnscdClash;

char *cnscd_clash_dup_words (const CnscdClash *clash, CnscdDate day, guint max_per_week);
void cnscd_clash_free (CnscdClash *clash);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdClash, cnscd_clash_free)

GPtrArray *cnscd_session_find_clashes (const CnscdSession *session,
                                       GPtrArray *guides,
                                       GPtrArray *bookings,
                                       const CnscdCatalog *catalog,
                                       guint max_per_week);
void cnscd_session_get_clash_days (const CnscdSession *session, CnscdDate *from, CnscdDate *to);

G_END_DECLS
