/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-schedule-private.h"

/* Whom the row names in each of the columns for guides. */
static CnscdScheduleNames *
find_guides (CnscdScheduleRow *row)
{
  static const struct
  {
    CnscdScheduleColumn column;
    CnscdGuidePart part;
  } columns[] = {
    { CNSCD_SCHEDULE_LEADER, CNSCD_GUIDE_PART_LEADS },
    { CNSCD_SCHEDULE_GUIDES, CNSCD_GUIDE_PART_UNKNOWN },
    { CNSCD_SCHEDULE_HELPERS, CNSCD_GUIDE_PART_HELPS },
  };
  g_autoptr (CnscdScheduleNames) names = cnscd_schedule_names_new ();
  g_autoptr (GPtrArray) teams = g_ptr_array_new ();

  for (guint i = 0; i < row->after->teams->len; i++)
    g_ptr_array_add (teams, ((CnscdSessionTeam *) row->after->teams->pdata[i])->team);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const char *text = cnscd_schedule_row_get_text (row, columns[i].column);

      if (text != NULL)
        cnscd_schedule_find_guides (row->place, text, columns[i].part, teams, row->day, names);
    }
  for (guint i = 0; i < names->ids->len; i++)
    g_hash_table_add (row->importer->people, g_strdup (names->ids->pdata[i]));
  return g_steal_pointer (&names);
}

static const char *
get_person (const CnscdScheduleRow *row, const char *membership)
{
  for (guint i = 0; i < row->place->memberships->len; i++)
    {
      const CnscdMembership *one = row->place->memberships->pdata[i];

      if (g_str_equal (one->record.id, membership))
        return one->person;
    }
  return NULL;
}

/* The guide that is there already, perhaps by another membership of the same person. */
static CnscdSessionGuide *
find_guide (const CnscdScheduleRow *row, const char *membership)
{
  const char *person = get_person (row, membership);

  for (guint i = 0; i < row->after->guides->len; i++)
    {
      CnscdSessionGuide *guide = row->after->guides->pdata[i];

      if (g_str_equal (guide->membership, membership) ||
          (person != NULL && g_strcmp0 (person, get_person (row, guide->membership)) == 0))
        return guide;
    }
  return NULL;
}

static void
remove_other_guides (CnscdScheduleRow *row, const CnscdScheduleNames *names)
{
  g_autoptr (GHashTable) meant = g_hash_table_new (NULL, NULL);
  GPtrArray *guides = row->after->guides;

  for (guint i = 0; i < names->ids->len; i++)
    g_hash_table_add (meant, find_guide (row, names->ids->pdata[i]));
  for (guint i = guides->len; i-- > 0;)
    {
      if (!g_hash_table_contains (meant, guides->pdata[i]))
        g_ptr_array_remove_index (guides, i);
    }
}

/**
 * cnscd_schedule_row_set_guides: (skip)
 * @row: a row whose teams are set
 *
 * Puts the guides that the row names into its session.
 */
void
cnscd_schedule_row_set_guides (CnscdScheduleRow *row)
{
  g_autoptr (CnscdScheduleNames) names = find_guides (row);
  const char *text = cnscd_schedule_row_get_text (row, CNSCD_SCHEDULE_GUIDES);

  if (row->stored != NULL && row->stored->guides != NULL && text != NULL)
    {
      g_autofree char *said = cnscd_schedule_dup_guide_names (text);

      /* nobody else is named than is there, whoever else has that name */
      if (cnscd_schedule_says_same (row->stored->guides, said) &&
          !cnscd_schedule_names_is_complete (names))
        return;
    }
  cnscd_schedule_row_report_names (row, names, CNSCD_SCHEDULE_GUIDES, "session-guide-unknown",
                                   "session-guide-doubtful", "Người hướng dẫn");
  if (row->before != NULL && names->ids->len > 0 && cnscd_schedule_names_is_complete (names))
    remove_other_guides (row, names);
  for (guint i = 0; i < names->ids->len; i++)
    {
      CnscdGuidePart part = g_array_index (names->parts, CnscdGuidePart, i);
      const CnscdSessionGuide *there = find_guide (row, names->ids->pdata[i]);

      if (there == NULL)
        cnscd_session_records_add_guide (row->after, names->ids->pdata[i], part);
      else if (part != CNSCD_GUIDE_PART_UNKNOWN && there->part != (int) part)
        cnscd_session_records_add_guide (row->after, there->membership, part);
    }
}
