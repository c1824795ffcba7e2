/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-text.h"

#include <string.h>

#include "core/cnscd-lunar.h"
#include "core/cnscd-schedule-records.h"
#include "core/cnscd-text.h"
#include "core/cnscd-vocabulary.h"

static gboolean
mentions (const char *folded_text, const char *words)
{
  g_autofree char *folded = cnscd_text_search_key (words);

  return folded_text != NULL && (folded == NULL || strstr (folded_text, folded) != NULL);
}

/**
 * cnscd_session_text_dup_hours:
 * @starts_at: when a session begins
 * @ends_at: when it ends
 *
 * Returns: (transfer full): "19h00 - 20h30", with the day of the end where it is another
 */
char *
cnscd_session_text_dup_hours (CnscdTime starts_at, CnscdTime ends_at)
{
  g_autofree char *first = cnscd_time_format_clock (starts_at);
  g_autofree char *last = cnscd_time_format_clock (ends_at);
  g_autofree char *day = NULL;

  if (!cnscd_date_equal (cnscd_time_get_day (starts_at), cnscd_time_get_day (ends_at)))
    day = cnscd_date_format (cnscd_time_get_day (ends_at));

  return g_strconcat (first, " - ", last, day != NULL ? " ngày " : NULL, day, NULL);
}

/**
 * cnscd_session_text_dup_lunar:
 * @day: a day
 *
 * Returns: (transfer full) (nullable): its lunar date: "19/10", "01/6 nhuận"; %NULL where the
 * calendar does not reach
 */
char *
cnscd_session_text_dup_lunar (CnscdDate day)
{
  CnscdLunarDate lunar;

  if (!cnscd_lunar_from_date (day, &lunar))
    return NULL;

  return g_strdup_printf ("%02d/%d%s", lunar.day, lunar.month, lunar.leap ? " nhuận" : "");
}

/**
 * cnscd_session_text_dup_content:
 * @title: what a session is called
 * @topics: (nullable): the names of its topics, joined by "; "
 *
 * Returns: (transfer full): the title, and the topics that it does not name
 */
char *
cnscd_session_text_dup_content (const char *title, const char *topics)
{
  g_autofree char *folded = cnscd_text_search_key (title);
  g_auto (GStrv) names = g_strsplit (topics != NULL ? topics : "", "; ", -1);
  g_autoptr (GString) others = g_string_new (NULL);
  gboolean names_some = FALSE;

  for (guint i = 0; names[i] != NULL; i++)
    {
      /* "VNeID (định danh điện tử cá nhân)" */
      g_autofree char *name = g_strndup (names[i], strcspn (names[i], "("));

      if (mentions (folded, g_strstrip (name)))
        names_some = TRUE;
      else
        g_string_append_printf (others, "%s%s", others->len > 0 ? "; " : "", names[i]);
    }

  return others->len > 0 ? g_strconcat (title, names_some ? "; " : ": ", others->str, NULL)
                         : g_strdup (title);
}

/**
 * cnscd_session_text_dup_place:
 * @place: (nullable): where a session is
 * @hamlet_kind: #CnscdHamletKind
 * @hamlet_name: (nullable): the name of its hamlet
 *
 * Returns: (transfer full): the place, and the hamlet unless it names that
 */
char *
cnscd_session_text_dup_place (const char *place, int hamlet_kind, const char *hamlet_name)
{
  g_autofree char *folded = place != NULL ? cnscd_text_search_key (place) : NULL;
  g_autofree char *hamlet = NULL;

  if (hamlet_name == NULL || (folded != NULL && mentions (folded, hamlet_name)))
    return g_strdup (place != NULL ? place : "");

  hamlet = cnscd_hamlet_full_name ((CnscdHamletKind) hamlet_kind, hamlet_name);
  return place != NULL ? g_strconcat (place, ", ", hamlet, NULL) : g_steal_pointer (&hamlet);
}

/**
 * cnscd_session_text_dup_state:
 * @state: #CnscdSessionState
 * @note: (nullable): what somebody noted
 *
 * Returns: (transfer full): the note, after "HOÃN" or "HỦY" where nobody is to come
 */
char *
cnscd_session_text_dup_state (int state, const char *note)
{
  const char *word = state == CNSCD_SESSION_STATE_POSTPONED   ? "HOÃN"
                     : state == CNSCD_SESSION_STATE_CANCELLED ? "HỦY"
                                                              : NULL;

  if (word == NULL)
    return g_strdup (note != NULL ? note : "");

  return g_strconcat (word, note != NULL ? ". " : NULL, note, NULL);
}
