/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-words.h"

#include "cnscd-text.h"

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
