/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-record.h"

G_BEGIN_DECLS

/* The province's code, to which the catalogue belongs that every commune starts from. */
#define CNSCD_PROVINCE_CODE "19"

typedef enum
{
  CNSCD_SESSION_STATE_UNKNOWN,
  CNSCD_SESSION_STATE_PLANNED,   /* dự kiến */
  CNSCD_SESSION_STATE_HELD,      /* đã tổ chức */
  CNSCD_SESSION_STATE_POSTPONED, /* hoãn */
  CNSCD_SESSION_STATE_CANCELLED, /* hủy */
} CnscdSessionState;

typedef enum
{
  CNSCD_GUIDE_PART_UNKNOWN,
  CNSCD_GUIDE_PART_LEADS, /* hướng dẫn chính */
  CNSCD_GUIDE_PART_HELPS, /* hỗ trợ */
} CnscdGuidePart;

/* Whether a guide came: told afterwards, unknown until then. */
typedef enum
{
  CNSCD_PRESENCE_UNKNOWN,
  CNSCD_PRESENCE_PRESENT,
  CNSCD_PRESENCE_ABSENT,
} CnscdPresence;

typedef enum
{
  CNSCD_HOLIDAY_KIND_UNKNOWN,
  CNSCD_HOLIDAY_KIND_DAY_OFF, /* nghỉ lễ, nghỉ bù */
  CNSCD_HOLIDAY_KIND_WORKDAY, /* làm bù: a weekend day that is worked instead */
} CnscdHolidayKind;

/* What is taught. Like all of the catalogue it belongs to the province or to one commune. */
typedef struct
{
  CnscdRecord record;
  char *name;
  gint64 ordinal; /* place in lists, from 1 */
  CnscdDate valid_to;
  char *note;
} CnscdTopic;

typedef struct
{
  CnscdRecord record;
  char *name;
  gint64 ordinal;
  CnscdDate valid_to;
  char *note;
} CnscdAudience;

/* That an audience is taught a topic, and as which: the first has the lowest ordinal. */
typedef struct
{
  CnscdRecord record;
  char *audience;
  char *topic;
  gint64 ordinal;
} CnscdAudienceTopic;

/* What a session's result is counted by. Different units of measure are never added. */
typedef struct
{
  CnscdRecord record;
  char *name;
  char *unit_of_measure; /* "tài khoản", "người", "lượt" */
  gint64 ordinal;
  CnscdDate valid_to;
  char *note;
} CnscdIndicator;

typedef struct
{
  CnscdRecord record;
  char *name;
  int kind; /* CnscdHolidayKind */
  CnscdDate first_day;
  CnscdDate last_day;
} CnscdHoliday;

/*
 * What repeats. Its sessions are records of their own, with the day that the
 * rule gave them, so that each keeps who guided it and what came of it.
 */
typedef struct
{
  CnscdRecord record;
  char *rule; /* of cnscd-recurrence.h */
  CnscdDate first_day;
  char *note;
} CnscdSeries;

/* A guidance session (buổi hướng dẫn). Attendance counts what the sign-in sheet shows. */
typedef struct
{
  CnscdRecord record;
  char *title;
  CnscdTime starts_at;
  CnscdTime ends_at;
  char *place;
  char *hamlet;
  char *audience;
  gint64 expected; /* people */
  int state;       /* CnscdSessionState */
  char *series;
  CnscdDate series_day; /* that the rule gave it; stays when the session moves */
  gint64 attendance;    /* people */
  gint64 attendance_women;
  gint64 attendance_elderly;
  gint64 attendance_poor_households;
  CnscdDate reported_on;
  char *note;
} CnscdSession;

typedef struct
{
  CnscdRecord record;
  char *session;
  char *team;
} CnscdSessionTeam;

typedef struct
{
  CnscdRecord record;
  char *session;
  char *topic;
  gint64 ordinal;
} CnscdSessionTopic;

typedef struct
{
  CnscdRecord record;
  char *session;
  char *membership;
  int part;     /* CnscdGuidePart */
  int presence; /* CnscdPresence */
} CnscdSessionGuide;

typedef struct
{
  CnscdRecord record;
  char *session;
  char *indicator;
  gint64 value; /* in the indicator's unit of measure */
} CnscdSessionResult;

extern const CnscdKind CNSCD_KIND_TOPIC;
extern const CnscdKind CNSCD_KIND_AUDIENCE;
extern const CnscdKind CNSCD_KIND_AUDIENCE_TOPIC;
extern const CnscdKind CNSCD_KIND_INDICATOR;
extern const CnscdKind CNSCD_KIND_HOLIDAY;
extern const CnscdKind CNSCD_KIND_SERIES;
extern const CnscdKind CNSCD_KIND_SESSION;
extern const CnscdKind CNSCD_KIND_SESSION_TEAM;
extern const CnscdKind CNSCD_KIND_SESSION_TOPIC;
extern const CnscdKind CNSCD_KIND_SESSION_GUIDE;
extern const CnscdKind CNSCD_KIND_SESSION_RESULT;

CNSCD_DEFINE_RECORD_CLEANUP (CnscdTopic)
CNSCD_DEFINE_RECORD_CLEANUP (CnscdAudience)
CNSCD_DEFINE_RECORD_CLEANUP (CnscdAudienceTopic)
CNSCD_DEFINE_RECORD_CLEANUP (CnscdIndicator)
CNSCD_DEFINE_RECORD_CLEANUP (CnscdHoliday)
CNSCD_DEFINE_RECORD_CLEANUP (CnscdSeries)
CNSCD_DEFINE_RECORD_CLEANUP (CnscdSession)
CNSCD_DEFINE_RECORD_CLEANUP (CnscdSessionTeam)
CNSCD_DEFINE_RECORD_CLEANUP (CnscdSessionTopic)
CNSCD_DEFINE_RECORD_CLEANUP (CnscdSessionGuide)
CNSCD_DEFINE_RECORD_CLEANUP (CnscdSessionResult)

G_END_DECLS
