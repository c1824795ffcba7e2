/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-report-form.h"

#include "cnscd-hamlet-form.h"
#include "cnscd-text.h"

/* More than so many times as expected, and so many people more, is more likely a slip. */
#define SURPRISING_FACTOR 2
#define SURPRISING_EXCESS 20

static const gsize offsets[] = {
  [CNSCD_REPORT_FIELD_ATTENDANCE] = G_STRUCT_OFFSET (CnscdSession, attendance),
  [CNSCD_REPORT_FIELD_WOMEN] = G_STRUCT_OFFSET (CnscdSession, attendance_women),
  [CNSCD_REPORT_FIELD_ELDERLY] = G_STRUCT_OFFSET (CnscdSession, attendance_elderly),
  [CNSCD_REPORT_FIELD_POOR_HOUSEHOLDS] = G_STRUCT_OFFSET (CnscdSession, attendance_poor_households),
};

static gint64
read_count (const char *text)
{
  gint64 count;

  return cnscd_count_parse (text, &count) ? count : CNSCD_COUNT_UNKNOWN;
}

static gboolean
is_count_as_stored (const CnscdReportForm *form, CnscdReportField field)
{
  return cnscd_count_is_text (form->texts[field],
                              cnscd_report_get_count (form->session->session, field));
}

/**
 * cnscd_report_get_count: (skip)
 * @session: a session
 * @field: which number of people
 *
 * Returns: the number, or %CNSCD_COUNT_UNKNOWN
 */
gint64
cnscd_report_get_count (const CnscdSession *session, CnscdReportField field)
{
  g_return_val_if_fail (session != NULL && field < CNSCD_N_REPORT_FIELDS, CNSCD_COUNT_UNKNOWN);

  return G_STRUCT_MEMBER (gint64, session, offsets[field]);
}

/**
 * cnscd_report_get_result: (skip)
 * @session: a session's records
 * @indicator: id of an indicator
 *
 * Returns: what came of it, or %CNSCD_COUNT_UNKNOWN
 */
gint64
cnscd_report_get_result (const CnscdSessionRecords *session, const char *indicator)
{
  for (guint i = 0; i < session->results->len; i++)
    {
      const CnscdSessionResult *result = session->results->pdata[i];

      if (g_str_equal (result->indicator, indicator))
        return result->value;
    }

  return CNSCD_COUNT_UNKNOWN;
}

/**
 * cnscd_report_list_indicators: (skip)
 * @catalog: the catalogue
 * @session: a session's records
 *
 * Returns: (transfer full) (element-type CnscdIndicator): what a report asks for: what was offered
 *   on the session's day, and whatever else it has a result of
 */
GPtrArray *
cnscd_report_list_indicators (const CnscdCatalog *catalog, const CnscdSessionRecords *session)
{
  CnscdDate day = cnscd_time_get_day (session->session->starts_at);
  g_autoptr (GPtrArray) offered = cnscd_catalog_list_offered (catalog->indicators, day);
  GPtrArray *asked = g_ptr_array_new_with_free_func (cnscd_record_unref);

  for (guint i = 0; i < catalog->indicators->len; i++)
    {
      CnscdIndicator *indicator = catalog->indicators->pdata[i];

      if (cnscd_catalog_find (offered, indicator->record.id) != NULL ||
          cnscd_report_get_result (session, indicator->record.id) != CNSCD_COUNT_UNKNOWN)
        g_ptr_array_add (asked, cnscd_record_ref (indicator));
    }

  return asked;
}

/**
 * cnscd_report_form_check: (skip)
 * @form: what was typed
 * @field: which number of people
 *
 * Checks a field while somebody types into it. Nobody counts as a woman or as
 * elderly who did not come, and each household that came sent somebody. What
 * is unknown limits nothing. What stands there as stored is right; see
 * cnscd_member_form_check(). Of a session that was not held nothing is asked.
 *
 * Returns: what is wrong with it
 */
CnscdFormProblem
cnscd_report_form_check (const CnscdReportForm *form, CnscdReportField field)
{
  gint64 count, all;

  g_return_val_if_fail (form != NULL && field < CNSCD_N_REPORT_FIELDS, CNSCD_FORM_PROBLEM_NONE);

  if (form->state != CNSCD_SESSION_STATE_HELD)
    return CNSCD_FORM_PROBLEM_NONE;
  if (is_count_as_stored (form, field) && is_count_as_stored (form, CNSCD_REPORT_FIELD_ATTENDANCE))
    return CNSCD_FORM_PROBLEM_NONE;
  if (!cnscd_count_parse (form->texts[field], &count))
    return cnscd_count_check (form->texts[field]);

  all = read_count (form->texts[CNSCD_REPORT_FIELD_ATTENDANCE]);
  return all != CNSCD_COUNT_UNKNOWN && count != CNSCD_COUNT_UNKNOWN && count > all
           ? CNSCD_FORM_PROBLEM_MORE_THAN_ALL
           : CNSCD_FORM_PROBLEM_NONE;
}

/**
 * cnscd_report_form_check_result: (skip)
 * @form: what was typed
 * @i: which of the indicators
 *
 * Checks a result while somebody types it.
 *
 * Returns: what is wrong with it
 */
CnscdFormProblem
cnscd_report_form_check_result (const CnscdReportForm *form, guint i)
{
  const CnscdIndicator *indicator;

  g_return_val_if_fail (form != NULL && i < form->indicators->len, CNSCD_FORM_PROBLEM_NONE);

  indicator = form->indicators->pdata[i];
  if (form->state != CNSCD_SESSION_STATE_HELD ||
      cnscd_count_is_text (form->results[i],
                           cnscd_report_get_result (form->session, indicator->record.id)))
    return CNSCD_FORM_PROBLEM_NONE;

  return cnscd_count_check (form->results[i]);
}

/**
 * cnscd_report_form_is_valid: (skip)
 * @form: what was typed
 *
 * Returns: whether nothing is wrong with any field
 */
gboolean
cnscd_report_form_is_valid (const CnscdReportForm *form)
{
  g_return_val_if_fail (form != NULL, FALSE);

  for (CnscdReportField field = 0; field < CNSCD_N_REPORT_FIELDS; field++)
    {
      if (cnscd_report_form_check (form, field) != CNSCD_FORM_PROBLEM_NONE)
        return FALSE;
    }
  for (guint i = 0; i < form->indicators->len; i++)
    {
      if (cnscd_report_form_check_result (form, i) != CNSCD_FORM_PROBLEM_NONE)
        return FALSE;
    }

  return TRUE;
}

/**
 * cnscd_report_form_is_surprising: (skip)
 * @form: what was typed
 *
 * Returns: whether far more people are said to have come than were expected, which may be a slip
 *   (350 for 35), or right
 */
gboolean
cnscd_report_form_is_surprising (const CnscdReportForm *form)
{
  gint64 expected, came;

  g_return_val_if_fail (form != NULL, FALSE);

  expected = form->session->session->expected;
  came = read_count (form->texts[CNSCD_REPORT_FIELD_ATTENDANCE]);
  return form->state == CNSCD_SESSION_STATE_HELD && expected != CNSCD_COUNT_UNKNOWN &&
         came != CNSCD_COUNT_UNKNOWN && came / SURPRISING_FACTOR >= expected &&
         came - expected > SURPRISING_EXCESS;
}

/**
 * cnscd_report_form_deletes: (skip)
 * @form: what was typed
 *
 * Returns: whether something that was reported before would be gone: a session that was postponed
 *   or cancelled has no results
 */
gboolean
cnscd_report_form_deletes (const CnscdReportForm *form)
{
  const CnscdSessionRecords *stored;

  g_return_val_if_fail (form != NULL, FALSE);

  stored = form->session;
  if (form->state == CNSCD_SESSION_STATE_HELD)
    return FALSE;
  if (stored->results->len > 0)
    return TRUE;

  for (CnscdReportField field = 0; field < CNSCD_N_REPORT_FIELDS; field++)
    if (cnscd_report_get_count (stored->session, field) != CNSCD_COUNT_UNKNOWN)
      return TRUE;
  for (guint i = 0; i < stored->guides->len; i++)
    if (((CnscdSessionGuide *) stored->guides->pdata[i])->presence != CNSCD_PRESENCE_UNKNOWN)
      return TRUE;

  return FALSE;
}

static void
set_presence (CnscdSessionRecords *records, guint i, CnscdPresence presence)
{
  CnscdSessionGuide *guide = records->guides->pdata[i];

  if (guide->presence == (int) presence)
    return;

  guide = cnscd_record_copy (guide);
  guide->presence = (int) presence;
  cnscd_record_unref (records->guides->pdata[i]);
  records->guides->pdata[i] = guide;
}

static void
fill_held (const CnscdReportForm *form, CnscdSessionRecords *records)
{
  CnscdSession *session = records->session;

  for (CnscdReportField field = 0; field < CNSCD_N_REPORT_FIELDS; field++)
    {
      if (!is_count_as_stored (form, field))
        G_STRUCT_MEMBER (gint64, session, offsets[field]) = read_count (form->texts[field]);
    }
  for (guint i = 0; i < records->guides->len; i++)
    set_presence (records, i, form->presence[i]);
  for (guint i = 0; i < form->indicators->len; i++)
    {
      const CnscdIndicator *indicator = form->indicators->pdata[i];
      const char *id = indicator->record.id;

      if (!cnscd_count_is_text (form->results[i], cnscd_report_get_result (form->session, id)))
        cnscd_session_records_set_result (records, id, read_count (form->results[i]));
    }
}

/* Nobody came to it. */
static void
fill_not_held (const CnscdReportForm *form, CnscdSessionRecords *records)
{
  CnscdSession *session = records->session;

  if (form->note != NULL && !cnscd_form_is_text (form->note, session->note))
    {
      g_autofree char *note = cnscd_text_clean (form->note);

      cnscd_record_set (session, note, note);
    }
  for (CnscdReportField field = 0; field < CNSCD_N_REPORT_FIELDS; field++)
    G_STRUCT_MEMBER (gint64, records->session, offsets[field]) = CNSCD_COUNT_UNKNOWN;
  for (guint i = 0; i < records->guides->len; i++)
    set_presence (records, i, CNSCD_PRESENCE_UNKNOWN);
  g_ptr_array_set_size (records->results, 0);
  records->session->reported_on = CNSCD_DATE_UNKNOWN;
}

/**
 * cnscd_report_form_make: (skip)
 * @form: what was typed, valid
 * @today: today in Vietnam
 *
 * Makes of a session what was told of it; blank is unknown, not 0. A report
 * that is corrected stays one of its day. A session that was postponed or
 * cancelled has no results.
 *
 * Returns: (transfer full): the session as it shall be
 */
CnscdSessionRecords *
cnscd_report_form_make (const CnscdReportForm *form, CnscdDate today)
{
  CnscdSessionRecords *records;

  g_return_val_if_fail (form != NULL, NULL);

  records = cnscd_session_records_copy (form->session);
  records->session->state = (int) form->state;
  if (form->state != CNSCD_SESSION_STATE_HELD)
    {
      fill_not_held (form, records);
      return records;
    }

  fill_held (form, records);
  if (!cnscd_date_is_known (records->session->reported_on))
    records->session->reported_on = today;
  return records;
}
