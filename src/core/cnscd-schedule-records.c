/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-schedule-records.h"

#include "cnscd-kind-private.h"

/* The words are stored and sent: they never change. Their order is that of the enumerations. */
static const char *const session_state_words[] = { "planned", "held", "postponed", "cancelled",
                                                   NULL };
static const char *const guide_part_words[] = { "leads", "helps", NULL };
static const char *const presence_words[] = { "present", "absent", NULL };
static const char *const holiday_kind_words[] = { "day_off", "workday", NULL };

static const CnscdField topic_fields[] = {
  FIELD_OF (CnscdTopic, name, TEXT, .required = TRUE),
  FIELD_OF (CnscdTopic, ordinal, COUNT),
  FIELD_OF (CnscdTopic, valid_to, DATE),
  FIELD_OF (CnscdTopic, note, TEXT),
};

static const CnscdField audience_fields[] = {
  FIELD_OF (CnscdAudience, name, TEXT, .required = TRUE),
  FIELD_OF (CnscdAudience, ordinal, COUNT),
  FIELD_OF (CnscdAudience, valid_to, DATE),
  FIELD_OF (CnscdAudience, note, TEXT),
};

static const CnscdField audience_topic_fields[] = {
  FIELD_OF (CnscdAudienceTopic, audience, REFERENCE, .required = TRUE),
  FIELD_OF (CnscdAudienceTopic, topic, REFERENCE, .required = TRUE),
  FIELD_OF (CnscdAudienceTopic, ordinal, COUNT),
};

static const CnscdField indicator_fields[] = {
  FIELD_OF (CnscdIndicator, name, TEXT, .required = TRUE),
  FIELD_OF (CnscdIndicator, unit_of_measure, TEXT, .required = TRUE),
  FIELD_OF (CnscdIndicator, ordinal, COUNT),
  FIELD_OF (CnscdIndicator, valid_to, DATE),
  FIELD_OF (CnscdIndicator, note, TEXT),
};

static const CnscdField holiday_fields[] = {
  FIELD_OF (CnscdHoliday, name, TEXT, .required = TRUE),
  FIELD_OF (CnscdHoliday, kind, CHOICE, .choices = holiday_kind_words),
  FIELD_OF (CnscdHoliday, first_day, DATE, .required = TRUE),
  FIELD_OF (CnscdHoliday, last_day, DATE, .required = TRUE),
};

static const CnscdField series_fields[] = {
  FIELD_OF (CnscdSeries, rule, TEXT, .required = TRUE),
  FIELD_OF (CnscdSeries, first_day, DATE, .required = TRUE),
  FIELD_OF (CnscdSeries, note, TEXT),
};

static const CnscdField session_fields[] = {
  FIELD_OF (CnscdSession, title, TEXT, .required = TRUE),
  FIELD_OF (CnscdSession, starts_at, TIME, .required = TRUE),
  FIELD_OF (CnscdSession, ends_at, TIME, .required = TRUE),
  FIELD_OF (CnscdSession, place, TEXT),
  FIELD_OF (CnscdSession, hamlet, REFERENCE),
  FIELD_OF (CnscdSession, audience, REFERENCE),
  FIELD_OF (CnscdSession, expected, COUNT),
  FIELD_OF (CnscdSession, state, CHOICE, .choices = session_state_words, .required = TRUE),
  FIELD_OF (CnscdSession, series, REFERENCE),
  FIELD_OF (CnscdSession, series_day, DATE),
  FIELD_OF (CnscdSession, attendance, COUNT),
  FIELD_OF (CnscdSession, attendance_women, COUNT),
  FIELD_OF (CnscdSession, attendance_elderly, COUNT),
  FIELD_OF (CnscdSession, attendance_poor_households, COUNT),
  FIELD_OF (CnscdSession, reported_on, DATE),
  FIELD_OF (CnscdSession, note, TEXT),
};

static const CnscdField session_team_fields[] = {
  FIELD_OF (CnscdSessionTeam, session, REFERENCE, .required = TRUE),
  FIELD_OF (CnscdSessionTeam, team, REFERENCE, .required = TRUE),
};

static const CnscdField session_topic_fields[] = {
  FIELD_OF (CnscdSessionTopic, session, REFERENCE, .required = TRUE),
  FIELD_OF (CnscdSessionTopic, topic, REFERENCE, .required = TRUE),
  FIELD_OF (CnscdSessionTopic, ordinal, COUNT),
};

static const CnscdField session_guide_fields[] = {
  FIELD_OF (CnscdSessionGuide, session, REFERENCE, .required = TRUE),
  FIELD_OF (CnscdSessionGuide, membership, REFERENCE, .required = TRUE),
  FIELD_OF (CnscdSessionGuide, part, CHOICE, .choices = guide_part_words),
  FIELD_OF (CnscdSessionGuide, presence, CHOICE, .choices = presence_words),
};

static const CnscdField session_result_fields[] = {
  FIELD_OF (CnscdSessionResult, session, REFERENCE, .required = TRUE),
  FIELD_OF (CnscdSessionResult, indicator, REFERENCE, .required = TRUE),
  FIELD_OF (CnscdSessionResult, value, COUNT),
};

const CnscdKind CNSCD_KIND_TOPIC = KIND (CnscdTopic, "topic", topic_fields, .catalog = TRUE);
const CnscdKind CNSCD_KIND_AUDIENCE =
  KIND (CnscdAudience, "audience", audience_fields, .catalog = TRUE);
const CnscdKind CNSCD_KIND_AUDIENCE_TOPIC =
  KIND (CnscdAudienceTopic, "audience_topic", audience_topic_fields, .catalog = TRUE);
const CnscdKind CNSCD_KIND_INDICATOR =
  KIND (CnscdIndicator, "indicator", indicator_fields, .catalog = TRUE);
const CnscdKind CNSCD_KIND_HOLIDAY =
  KIND (CnscdHoliday, "holiday", holiday_fields, .catalog = TRUE);
const CnscdKind CNSCD_KIND_SERIES = KIND (CnscdSeries, "series", series_fields);
const CnscdKind CNSCD_KIND_SESSION = KIND (CnscdSession, "session", session_fields);
const CnscdKind CNSCD_KIND_SESSION_TEAM =
  KIND (CnscdSessionTeam, "session_team", session_team_fields);
const CnscdKind CNSCD_KIND_SESSION_TOPIC =
  KIND (CnscdSessionTopic, "session_topic", session_topic_fields);
const CnscdKind CNSCD_KIND_SESSION_GUIDE =
  KIND (CnscdSessionGuide, "session_guide", session_guide_fields);
const CnscdKind CNSCD_KIND_SESSION_RESULT =
  KIND (CnscdSessionResult, "session_result", session_result_fields);
