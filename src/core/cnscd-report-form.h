/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-catalog.h"
#include "cnscd-form-problem.h"
#include "cnscd-session.h"

G_BEGIN_DECLS

typedef enum
{
  CNSCD_REPORT_FIELD_ATTENDANCE,
  CNSCD_REPORT_FIELD_WOMEN,
  CNSCD_REPORT_FIELD_ELDERLY,
  CNSCD_REPORT_FIELD_POOR_HOUSEHOLDS,
  CNSCD_N_REPORT_FIELDS,
} CnscdReportField;

/**
 * CnscdReportForm:
 * @session: the session as stored
 * @state: what became of it: held, postponed or cancelled
 * @texts: numbers of people as they stand in the fields, %NULL or blank for unknown
 * @indicators: (element-type CnscdIndicator): what results are asked for
 * @results: (array): for each of @indicators what stands in its field
 * @presence: (array): for each guide of @session whether somebody came
 * @note: (nullable): why it was not held, as it stands in the field; %NULL: as stored
 *
 * What is told of a session afterwards, as typed into a form. All belongs to
 * whoever fills it.
 */
typedef struct
{
  const CnscdSessionRecords *session;
  CnscdSessionState state;
  const char *texts[CNSCD_N_REPORT_FIELDS];
  GPtrArray *indicators;
  const char *const *results;
  const CnscdPresence *presence;
  const char *note;
} CnscdReportForm;

CnscdFormProblem cnscd_report_form_check (const CnscdReportForm *form, CnscdReportField field);
CnscdFormProblem cnscd_report_form_check_result (const CnscdReportForm *form, guint i);
gboolean cnscd_report_form_is_valid (const CnscdReportForm *form);
gboolean cnscd_report_form_is_surprising (const CnscdReportForm *form);
gboolean cnscd_report_form_deletes (const CnscdReportForm *form);
CnscdSessionRecords *cnscd_report_form_make (const CnscdReportForm *form, CnscdDate today);

gint64 cnscd_report_get_count (const CnscdSession *session, CnscdReportField field);
gint64 cnscd_report_get_result (const CnscdSessionRecords *session, const char *indicator);
GPtrArray *cnscd_report_list_indicators (const CnscdCatalog *catalog,
                                         const CnscdSessionRecords *session);

G_END_DECLS
