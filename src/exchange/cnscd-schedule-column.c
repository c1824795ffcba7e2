/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-schedule-column.h"

#include <glib/gi18n-lib.h>

/* The names are written into databases: never to be changed. */
static const struct
{
  const char *name;
  const char *title;
} columns[CNSCD_N_SCHEDULE_COLUMNS] = {
  /* Translators: what a column of a schedule's table contains; the program looks for an indicator
   * of the same name first */
  [CNSCD_SCHEDULE_IGNORED] = { "-", NC_ ("schedule column", "Indicator, or left out") },
  [CNSCD_SCHEDULE_NUMBER] = { "number", NC_ ("schedule column", "Running number") },
  [CNSCD_SCHEDULE_UNIT] = { "unit", NC_ ("schedule column", "Commune") },
  [CNSCD_SCHEDULE_WEEKDAY] = { "weekday", NC_ ("schedule column", "Weekday") },
  [CNSCD_SCHEDULE_DAY] = { "day", NC_ ("schedule column", "Day") },
  [CNSCD_SCHEDULE_LUNAR] = { "lunar", NC_ ("schedule column", "Lunar date") },
  [CNSCD_SCHEDULE_TIME] = { "time", NC_ ("schedule column", "Time, from and to") },
  [CNSCD_SCHEDULE_START] = { "start", NC_ ("schedule column", "Start") },
  [CNSCD_SCHEDULE_END] = { "end", NC_ ("schedule column", "End") },
  [CNSCD_SCHEDULE_TEAM] = { "team", NC_ ("schedule column", "Teams") },
  [CNSCD_SCHEDULE_HAMLET] = { "hamlet", NC_ ("schedule column", "Hamlet") },
  [CNSCD_SCHEDULE_PLACE] = { "place", NC_ ("schedule column", "Place") },
  [CNSCD_SCHEDULE_TITLE] = { "title", NC_ ("schedule column", "Title") },
  [CNSCD_SCHEDULE_TOPICS] = { "topics", NC_ ("schedule column", "Topics") },
  [CNSCD_SCHEDULE_AUDIENCE] = { "audience", NC_ ("schedule column", "Audience") },
  [CNSCD_SCHEDULE_GUIDES] = { "guides", NC_ ("schedule column", "Guides") },
  [CNSCD_SCHEDULE_LEADER] = { "leader", NC_ ("schedule column", "Guide who leads") },
  [CNSCD_SCHEDULE_HELPERS] = { "helpers", NC_ ("schedule column", "Guides who help") },
  [CNSCD_SCHEDULE_EXPECTED] = { "expected", NC_ ("schedule column", "People expected") },
  [CNSCD_SCHEDULE_STATE] = { "state", NC_ ("schedule column", "State") },
  [CNSCD_SCHEDULE_ATTENDANCE] = { "attendance", NC_ ("schedule column", "People who came") },
  [CNSCD_SCHEDULE_WOMEN] = { "women", NC_ ("schedule column", "Women who came") },
  [CNSCD_SCHEDULE_ELDERLY] = { "elderly", NC_ ("schedule column", "Elderly people who came") },
  [CNSCD_SCHEDULE_POOR] = { "poor", NC_ ("schedule column", "From poor households") },
  [CNSCD_SCHEDULE_CODE] = { "code", NC_ ("schedule column", "Short code") },
  [CNSCD_SCHEDULE_NOTE] = { "note", NC_ ("schedule column", "Note") },
};

/**
 * cnscd_schedule_column_get_title: (skip)
 * @column: what a column of a schedule says
 *
 * Returns: (transfer none): it for people
 */
const char *
cnscd_schedule_column_get_title (CnscdScheduleColumn column)
{
  guint index = (guint) column < CNSCD_N_SCHEDULE_COLUMNS ? column : CNSCD_SCHEDULE_IGNORED;

  return g_dpgettext2 (GETTEXT_PACKAGE, "schedule column", columns[index].title);
}

/**
 * cnscd_schedule_column_get_name: (skip)
 * @column: what a column of a schedule says
 *
 * Returns: (transfer none): a stable word for it
 */
const char *
cnscd_schedule_column_get_name (CnscdScheduleColumn column)
{
  return columns[(guint) column < CNSCD_N_SCHEDULE_COLUMNS ? column : CNSCD_SCHEDULE_IGNORED].name;
}
