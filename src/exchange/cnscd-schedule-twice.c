/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-schedule-reader.h"

#include <glib/gi18n-lib.h>

/* What tells one session from another that begins then. */
static gboolean
says_whose (const CnscdScheduleEntry *entry)
{
  static const CnscdScheduleColumn kinds[] = { CNSCD_SCHEDULE_TEAM,   CNSCD_SCHEDULE_HAMLET,
                                               CNSCD_SCHEDULE_PLACE,  CNSCD_SCHEDULE_GUIDES,
                                               CNSCD_SCHEDULE_LEADER, CNSCD_SCHEDULE_CODE };
  gboolean any = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds) && !any; i++)
    any = entry->texts[kinds[i]] != NULL;
  return any;
}

static gboolean
is_about_when (guint kind)
{
  return kind == CNSCD_SCHEDULE_NUMBER ||
         (kind >= CNSCD_SCHEDULE_WEEKDAY && kind <= CNSCD_SCHEDULE_END);
}

/* All that the row says, with the times as they are meant. */
static char *
dup_key (const CnscdScheduleEntry *entry)
{
  GString *key = g_string_new (NULL);

  g_string_append_printf (key, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, (gint64) entry->starts_at,
                          (gint64) entry->ends_at);
  for (guint kind = CNSCD_SCHEDULE_IGNORED + 1; kind < CNSCD_N_SCHEDULE_COLUMNS; kind++)
    {
      if (!is_about_when (kind))
        g_string_append_printf (key, "\n%s", entry->texts[kind] != NULL ? entry->texts[kind] : "");
    }
  for (guint i = 0; i < entry->figures->len; i++)
    {
      const CnscdScheduleFigure *figure = &g_array_index (entry->figures, CnscdScheduleFigure, i);

      g_string_append_printf (key, "\n%u %" G_GINT64_FORMAT, figure->column, figure->value);
    }
  return g_string_free_and_steal (key);
}

/**
 * cnscd_schedule_reader_is_new: (skip)
 * @reader: a reader
 * @entry: the session of its row
 *
 * Tells when the row says once more what one above said, as a row does that was
 * copied and not changed. Rows that do not say whose session it is may be
 * several all the same.
 *
 * Returns: whether it is a session of its own
 */
gboolean
cnscd_schedule_reader_is_new (CnscdScheduleReader *reader, const CnscdScheduleEntry *entry)
{
  g_autofree char *key = NULL;
  guint first;

  if (!says_whose (entry))
    return TRUE;

  key = dup_key (entry);
  first = GPOINTER_TO_UINT (g_hash_table_lookup (reader->seen, key));
  if (first == 0)
    {
      g_hash_table_insert (reader->seen, g_steal_pointer (&key), GUINT_TO_POINTER (entry->row));
      return TRUE;
    }
  cnscd_schedule_reader_add_finding (
    reader, CNSCD_FINDING_WARNING, "session-twice", CNSCD_SCHEDULE_NUMBER,
    _ ("The row says the same as row %u, and is taken once."), first);
  return FALSE;
}
