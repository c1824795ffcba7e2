/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-session-words.h"

#include <glib/gi18n-lib.h>

/**
 * cnscd_import_session_words_for_code:
 * @code: of findings in a schedule
 *
 * Returns: (transfer none) (nullable): what all findings of this code have in common; %NULL for one
 *   of a roster
 */
const char *
cnscd_import_session_words_for_code (const char *code)
{
  static const struct
  {
    const char *code;
    const char *title;
  } titles[] = {
    { "session-date-unreadable", N_ ("Dates that cannot be read") },
    { "session-date-missing", N_ ("Rows without a date") },
    { "session-weekday-differs", N_ ("Dates on another day of the week") },
    { "session-year-assumed", N_ ("Dates without a year") },
    { "session-twice", N_ ("Rows that stand twice") },
    { "session-time-unreadable", N_ ("Times that cannot be read") },
    { "session-ends-before", N_ ("Sessions that end before they begin") },
    { "session-time-missing", N_ ("Rows without a time") },
    { "session-time-assumed", N_ ("Times that were understood from words") },
    { "session-end-assumed", N_ ("Sessions without an end") },
    { "session-team-unknown", N_ ("Teams that are not in the database") },
    { "session-team-doubtful", N_ ("Names that several teams have") },
    { "session-hamlet-unknown", N_ ("Hamlets that are not in the database") },
    { "session-hamlet-doubtful", N_ ("Names that several hamlets have") },
    { "session-topic-unknown", N_ ("Topics that are not in the database") },
    { "session-audience-unknown", N_ ("Audiences that are not in the database") },
    { "session-guide-unknown", N_ ("Guides who are not in the database") },
    { "session-guide-doubtful", N_ ("Names that several people have") },
    { "session-clash", N_ ("Sessions with a clash") },
    { "session-state-unknown", N_ ("States that are not known") },
    { "session-number-unreadable", N_ ("Numbers that cannot be read") },
    { "session-unit-unknown", N_ ("Communes that are not known") },
    { "session-unit-other", N_ ("Rows of another commune") },
    { "sheet-no-schedule", N_ ("Sheets without a schedule") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].code, code))
      return _ (titles[i].title);
  return NULL;
}
