/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-report-words.h"

#include <glib/gi18n-lib.h>

/**
 * cnscd_words_for_presence:
 * @presence: whether a guide came
 *
 * Returns: (transfer none): what it is called
 */
const char *
cnscd_words_for_presence (CnscdPresence presence)
{
  switch (presence)
    {
    case CNSCD_PRESENCE_PRESENT:
      return C_ ("presence", "Present");
    case CNSCD_PRESENCE_ABSENT:
      return C_ ("presence", "Absent");
    case CNSCD_PRESENCE_UNKNOWN:
    default:
      return "—";
    }
}

/**
 * cnscd_words_for_guide_part:
 * @part: what a guide does
 *
 * Returns: (transfer none) (nullable): what it is called
 */
const char *
cnscd_words_for_guide_part (CnscdGuidePart part)
{
  switch (part)
    {
    case CNSCD_GUIDE_PART_LEADS:
      return C_ ("guide", "Leads");
    case CNSCD_GUIDE_PART_HELPS:
      return C_ ("guide", "Helps");
    case CNSCD_GUIDE_PART_UNKNOWN:
    default:
      return NULL;
    }
}

/**
 * cnscd_words_for_report:
 * @title: of a session
 * @state: what became of it
 *
 * Returns: (transfer full): what was reported
 */
char *
cnscd_words_for_report (const char *title, CnscdSessionState state)
{
  switch (state)
    {
    case CNSCD_SESSION_STATE_POSTPONED:
      /* Translators: title of a session */
      return g_strdup_printf (_ ("“%s” postponed"), title);
    case CNSCD_SESSION_STATE_CANCELLED:
      /* Translators: title of a session */
      return g_strdup_printf (_ ("“%s” cancelled"), title);
    case CNSCD_SESSION_STATE_HELD:
    case CNSCD_SESSION_STATE_PLANNED:
    case CNSCD_SESSION_STATE_UNKNOWN:
    default:
      /* Translators: title of a session */
      return g_strdup_printf (_ ("“%s” reported"), title);
    }
}
