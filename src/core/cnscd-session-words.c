/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-words.h"

#include <string.h>

#include "cnscd-text.h"
#include "cnscd-vocabulary.h"

/* By the enumeration. */
static const char *const state_titles[] = { NULL, "Dự kiến", "Đã tổ chức", "Hoãn", "Hủy" };

/* Search keys. */
static const struct
{
  const char *word;
  CnscdSessionState state;
} state_words[] = {
  { "du kien", CNSCD_SESSION_STATE_PLANNED },
  { "ke hoach", CNSCD_SESSION_STATE_PLANNED },
  { "chua to chuc", CNSCD_SESSION_STATE_PLANNED },
  { "planned", CNSCD_SESSION_STATE_PLANNED },
  { "da to chuc", CNSCD_SESSION_STATE_HELD },
  { "da thuc hien", CNSCD_SESSION_STATE_HELD },
  { "hoan thanh", CNSCD_SESSION_STATE_HELD },
  { "da hoan thanh", CNSCD_SESSION_STATE_HELD },
  { "held", CNSCD_SESSION_STATE_HELD },
  { "hoan", CNSCD_SESSION_STATE_POSTPONED },
  { "tam hoan", CNSCD_SESSION_STATE_POSTPONED },
  { "postponed", CNSCD_SESSION_STATE_POSTPONED },
  { "huy", CNSCD_SESSION_STATE_CANCELLED },
  { "da huy", CNSCD_SESSION_STATE_CANCELLED },
  { "huy bo", CNSCD_SESSION_STATE_CANCELLED },
  { "cancelled", CNSCD_SESSION_STATE_CANCELLED },
};

/* "Nhà văn hóa tổ 5" and "Hội trường xóm Ba Nhất", but not "Số 5 đường Hoàng Văn Thụ". */
static gboolean
names_hamlet (const char *place, const char *hamlet_name)
{
  g_autofree char *found = cnscd_hamlet_find (place);
  g_autofree char *found_key = cnscd_hamlet_match_key (found);
  g_autofree char *key = cnscd_hamlet_match_key (hamlet_name);

  return g_str_equal (found_key, key) ||
         (!g_ascii_isdigit (*key) && cnscd_text_mentions (place, hamlet_name));
}

/**
 * cnscd_session_state_get_title:
 * @state: a state
 *
 * Returns: (nullable): as schedules write it: "Dự kiến"; %NULL when unknown
 */
const char *
cnscd_session_state_get_title (CnscdSessionState state)
{
  return (guint) state < G_N_ELEMENTS (state_titles) ? state_titles[state] : NULL;
}

/**
 * cnscd_session_state_parse:
 * @text: (nullable): a cell: "Dự kiến", "đã hủy"
 *
 * Returns: what it says, %CNSCD_SESSION_STATE_UNKNOWN when it is not understood
 */
CnscdSessionState
cnscd_session_state_parse (const char *text)
{
  g_autofree char *key = text != NULL ? cnscd_text_search_key (text) : NULL;

  for (gsize i = 0; key != NULL && i < G_N_ELEMENTS (state_words); i++)
    {
      if (g_str_equal (state_words[i].word, key))
        return state_words[i].state;
    }
  return CNSCD_SESSION_STATE_UNKNOWN;
}

/**
 * cnscd_guide_part_get_title:
 * @part: what a guide does
 *
 * Returns: (nullable): "hướng dẫn chính" or "hỗ trợ"; %NULL when unknown
 */
const char *
cnscd_guide_part_get_title (CnscdGuidePart part)
{
  switch (part)
    {
    case CNSCD_GUIDE_PART_LEADS:
      return "hướng dẫn chính";
    case CNSCD_GUIDE_PART_HELPS:
      return "hỗ trợ";
    case CNSCD_GUIDE_PART_UNKNOWN:
    default:
      return NULL;
    }
}

/**
 * cnscd_guide_dup_words:
 * @name: of a guide
 * @part: what the guide does
 *
 * Returns: (transfer full): "Hà Văn Bình (hướng dẫn chính)"
 */
char *
cnscd_guide_dup_words (const char *name, CnscdGuidePart part)
{
  const char *title = cnscd_guide_part_get_title (part);

  return g_strconcat (name, title != NULL ? " (" : NULL, title, title != NULL ? ")" : NULL, NULL);
}

/**
 * cnscd_weekday_get_title:
 * @weekday: 1 for Monday to 7 for Sunday
 *
 * Returns: "Thứ Hai" to "Thứ Bảy", "Chủ nhật"
 */
const char *
cnscd_weekday_get_title (int weekday)
{
  static const char *const titles[] = { "Thứ Hai", "Thứ Ba",  "Thứ Tư",  "Thứ Năm",
                                        "Thứ Sáu", "Thứ Bảy", "Chủ nhật" };

  g_return_val_if_fail (weekday >= 1 && weekday <= 7, NULL);

  return titles[weekday - 1];
}

/**
 * cnscd_session_dup_hours:
 * @starts_at: when a session begins
 * @ends_at: when it ends
 *
 * Returns: (transfer full): "19h00 - 20h30", with the day of the end where it is another
 */
char *
cnscd_session_dup_hours (CnscdTime starts_at, CnscdTime ends_at)
{
  g_autofree char *first = cnscd_time_format_clock (starts_at);
  g_autofree char *last = cnscd_time_format_clock (ends_at);
  g_autofree char *day = NULL;

  if (!cnscd_date_equal (cnscd_time_get_day (starts_at), cnscd_time_get_day (ends_at)))
    day = cnscd_date_format (cnscd_time_get_day (ends_at));

  return g_strconcat (first, " - ", last, day != NULL ? " ngày " : NULL, day, NULL);
}

/**
 * cnscd_session_dup_content:
 * @title: what a session is called
 * @topics: (nullable): the names of its topics, joined by "; "
 *
 * Returns: (transfer full): the title, and the topics that it does not name
 */
char *
cnscd_session_dup_content (const char *title, const char *topics)
{
  g_auto (GStrv) names = g_strsplit (topics != NULL ? topics : "", "; ", -1);
  g_autoptr (GString) others = g_string_new (NULL);
  gboolean names_some = FALSE;

  g_return_val_if_fail (title != NULL, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      /* "VNeID (định danh điện tử cá nhân)" */
      g_autofree char *name = g_strndup (names[i], strcspn (names[i], "("));

      if (cnscd_text_mentions (title, name))
        names_some = TRUE;
      else
        g_string_append_printf (others, "%s%s", others->len > 0 ? "; " : "", names[i]);
    }

  return others->len > 0 ? g_strconcat (title, names_some ? "; " : ": ", others->str, NULL)
                         : g_strdup (title);
}

/**
 * cnscd_session_dup_place:
 * @place: (nullable): where a session is
 * @hamlet_kind: #CnscdHamletKind
 * @hamlet_name: (nullable): the name of its hamlet
 *
 * Returns: (transfer full): the place, and the hamlet unless the place names it: "Nhà văn hóa, xóm
 *   Ba Nhất", "Nhà văn hóa xóm Ba Nhất", "Xóm Ba Nhất"; "" when nothing is known
 */
char *
cnscd_session_dup_place (const char *place, int hamlet_kind, const char *hamlet_name)
{
  g_autofree char *hamlet = NULL;

  if (place == NULL || *place == '\0')
    return cnscd_hamlet_title ((CnscdHamletKind) hamlet_kind, hamlet_name);
  if (hamlet_name == NULL || *hamlet_name == '\0' || names_hamlet (place, hamlet_name))
    return g_strdup (place);

  hamlet = cnscd_hamlet_full_name ((CnscdHamletKind) hamlet_kind, hamlet_name);
  return g_strconcat (place, ", ", hamlet, NULL);
}

/**
 * cnscd_session_dup_remark:
 * @state: of a session
 * @note: (nullable): what somebody noted
 *
 * Returns: (transfer full): the note, after "HOÃN" or "HỦY" where nobody is to come
 */
char *
cnscd_session_dup_remark (CnscdSessionState state, const char *note)
{
  g_autofree char *word = NULL;

  if (state != CNSCD_SESSION_STATE_POSTPONED && state != CNSCD_SESSION_STATE_CANCELLED)
    return g_strdup (note != NULL ? note : "");

  word = g_utf8_strup (cnscd_session_state_get_title (state), -1);
  return g_strconcat (word, note != NULL ? ". " : NULL, note, NULL);
}
