/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-sessions.h"
#include "cnscd-issuer.h"

G_BEGIN_DECLS

/**
 * CnscdSchedule:
 * @issuer: whose schedule
 * @from: the first day
 * @to: the last day
 * @team_title: (nullable): "Tổ CNSCĐ xóm Ba Nhất", the only one; %NULL for all of the commune
 * @narrowed: (nullable): "Nội dung: VNeID", which are the only ones on it; %NULL for all
 * @landscape: whether its pages lie on their side
 * @with_lunar: whether each day has its lunar date
 * @sessions: (element-type CnscdSessionSummary): by their start
 *
 * Everything that a printed schedule (lịch hướng dẫn) says; plain text.
 */
typedef struct
{
  CnscdIssuer issuer;
  CnscdDate from;
  CnscdDate to;
  char *team_title;
  char *narrowed;
  gboolean landscape;
  gboolean with_lunar;
  GPtrArray *sessions;
} CnscdSchedule;

/**
 * CnscdScheduleNarrowing:
 * @hamlet: (nullable): the name of the only hamlet
 * @topic: (nullable): the name of the only topic
 * @audience: (nullable): the name of the only audience
 * @guide: (nullable): the name of the only guide
 *
 * What a schedule is narrowed down to, but for its team; each %NULL for all.
 */
typedef struct
{
  const char *hamlet;
  const char *topic;
  const char *audience;
  const char *guide;
} CnscdScheduleNarrowing;

/**
 * CnscdScheduleChoices:
 * @date: the day that it is dated; unknown leaves it to a pen
 * @signer: (nullable): who signs
 * @narrowed: (nullable): to what it is narrowed down, as cnscd_schedule_narrowing_describe() says
 * @landscape: whether its pages lie on their side
 * @with_lunar: whether each day has its lunar date
 *
 * What whoever prints a schedule chooses.
 */
typedef struct
{
  CnscdDate date;
  const CnscdSigner *signer;
  const char *narrowed;
  gboolean landscape;
  gboolean with_lunar;
} CnscdScheduleChoices;

/* What people print a schedule of; the last are days of their own choice. */
typedef enum
{
  CNSCD_SCHEDULE_RANGE_THIS_WEEK,
  CNSCD_SCHEDULE_RANGE_NEXT_WEEK,
  CNSCD_SCHEDULE_RANGE_THIS_MONTH,
  CNSCD_SCHEDULE_RANGE_NEXT_MONTH,
  CNSCD_SCHEDULE_RANGE_OTHER,
} CnscdScheduleRange;

void cnscd_schedule_range_get_days (CnscdScheduleRange range,
                                    CnscdDate today,
                                    CnscdDate *from,
                                    CnscdDate *to);

char *cnscd_schedule_narrowing_describe (const CnscdScheduleNarrowing *narrowing);

CnscdSchedule *cnscd_schedule_new (CnscdDate from, CnscdDate to);
void cnscd_schedule_choose (CnscdSchedule *schedule, const CnscdScheduleChoices *choices);
guint cnscd_schedule_get_n_people (const CnscdSchedule *schedule);
void cnscd_schedule_free (CnscdSchedule *schedule);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdSchedule, cnscd_schedule_free)

G_END_DECLS
