/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-schedule-private.h"

#include "core/cnscd-session-clash.h"
#include "store/cnscd-guides.h"
#include "store/cnscd-office-store.h"

/* (transfer full) (nullable): who guides as @membership */
static CnscdGuide *
find_guide (const CnscdSchedulePlace *place, const char *membership)
{
  for (guint i = 0; i < place->memberships->len; i++)
    {
      const CnscdMembership *one = place->memberships->pdata[i];
      const CnscdPerson *person;
      CnscdGuide *guide;

      if (!g_str_equal (one->record.id, membership))
        continue;
      person = g_hash_table_lookup (place->people, one->person);
      if (person == NULL)
        return NULL;

      guide = cnscd_guide_new ();
      guide->membership = g_strdup (membership);
      guide->person = g_strdup (one->person);
      guide->full_name = g_strdup (person->full_name);
      guide->valid_from = one->valid_from;
      guide->valid_to = one->valid_to;
      return guide;
    }
  return NULL;
}

static GPtrArray *
list_guides (const CnscdScheduleRow *row)
{
  GPtrArray *guides = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_guide_free);

  for (guint i = 0; i < row->after->guides->len; i++)
    {
      const CnscdSessionGuide *of_session = row->after->guides->pdata[i];
      CnscdGuide *guide = find_guide (row->place, of_session->membership);

      if (guide != NULL)
        g_ptr_array_add (guides, guide);
    }
  return guides;
}

static CnscdScheduleColumn
get_column (const CnscdClash *clash)
{
  switch (clash->kind)
    {
    case CNSCD_CLASH_PLACE_BOOKED:
      return CNSCD_SCHEDULE_PLACE;
    case CNSCD_CLASH_HOLIDAY:
      return CNSCD_SCHEDULE_DAY;
    case CNSCD_CLASH_GUIDE_BOOKED:
    case CNSCD_CLASH_GUIDE_ENDED:
    case CNSCD_CLASH_GUIDE_BUSY:
    default:
      return CNSCD_SCHEDULE_GUIDES;
    }
}

static gboolean
read_max_per_week (CnscdScheduleImporter *importer, GError **error)
{
  g_autoptr (CnscdOffice) office = NULL;

  if (importer->knows_office)
    return TRUE;

  office = cnscd_office_load (importer->database, error);
  if (office == NULL)
    return FALSE;
  importer->max_per_week = office->max_sessions_per_week;
  importer->knows_office = TRUE;
  return TRUE;
}

/**
 * cnscd_schedule_row_report_clashes: (skip)
 * @row: a row whose session is stored, and new or changed
 * @error: return location for a #CnscdStoreError
 *
 * Tells what stands in the way of a session that is still to come, rows above among it. What was
 * held or is over is a record, and no plan.
 *
 * Returns: whether nothing failed
 */
gboolean
cnscd_schedule_row_report_clashes (CnscdScheduleRow *row, GError **error)
{
  const CnscdSession *session = row->after->session;
  g_autoptr (GPtrArray) bookings = NULL;
  g_autoptr (GPtrArray) guides = NULL;
  g_autoptr (GPtrArray) clashes = NULL;
  CnscdDate from, to;

  if (session->state != CNSCD_SESSION_STATE_PLANNED || !cnscd_time_is_valid (session->starts_at) ||
      cnscd_date_compare (cnscd_time_get_day (session->starts_at), cnscd_date_today ()) < 0)
    return TRUE;

  cnscd_session_get_clash_days (session, &from, &to);
  bookings = cnscd_bookings_list (row->importer->database, session->record.unit, from, to, error);
  if (bookings == NULL || !read_max_per_week (row->importer, error))
    return FALSE;

  guides = list_guides (row);
  clashes = cnscd_session_find_clashes (session, guides, bookings, row->place->catalog,
                                        row->importer->max_per_week);
  for (guint i = 0; i < clashes->len; i++)
    {
      g_autofree char *words = cnscd_clash_dup_words (
        clashes->pdata[i], cnscd_time_get_day (session->starts_at), row->importer->max_per_week);

      cnscd_schedule_row_add_finding (row, CNSCD_FINDING_WARNING, "session-clash",
                                      get_column (clashes->pdata[i]), "%s.", words);
    }
  return TRUE;
}
