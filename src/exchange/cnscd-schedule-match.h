/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-schedule-place.h"

G_BEGIN_DECLS

/* What was found in a list of names, and what was not. */
typedef struct
{
  GPtrArray *ids;      /* (element-type utf8) */
  GArray *parts;       /* (element-type CnscdGuidePart): of guides, one for each id */
  GPtrArray *unknown;  /* (element-type utf8) */
  GPtrArray *doubtful; /* (element-type utf8): several have that name */
} CnscdScheduleNames;

CnscdScheduleNames *cnscd_schedule_names_new (void);
void cnscd_schedule_names_free (CnscdScheduleNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdScheduleNames, cnscd_schedule_names_free)

void cnscd_schedule_find_teams (const CnscdSchedulePlace *place,
                                const char *text,
                                CnscdDate day,
                                CnscdScheduleNames *names);
const char *
cnscd_schedule_find_hamlet (const CnscdSchedulePlace *place, const char *text, gboolean *doubtful);
const char *
cnscd_schedule_find_team_of (const CnscdSchedulePlace *place, const char *hamlet, CnscdDate day);
void cnscd_schedule_find_topics (const CnscdSchedulePlace *place,
                                 const char *text,
                                 gboolean within,
                                 CnscdScheduleNames *names);
const char *cnscd_schedule_find_audience (const CnscdSchedulePlace *place, const char *text);
void cnscd_schedule_find_guides (const CnscdSchedulePlace *place,
                                 const char *text,
                                 CnscdGuidePart part,
                                 GPtrArray *teams,
                                 CnscdDate day,
                                 CnscdScheduleNames *names);
char *cnscd_schedule_dup_guide_names (const char *text);
const char *cnscd_schedule_find_indicator (const CnscdSchedulePlace *place, const char *head);

G_END_DECLS
