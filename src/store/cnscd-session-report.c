/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-session-report.h"

#include "cnscd-catalog-store.h"
#include "cnscd-statement.h"

/**
 * cnscd_session_report_free: (skip)
 * @report: (transfer full): what a report needs
 */
void
cnscd_session_report_free (CnscdSessionReport *report)
{
  g_clear_pointer (&report->session, cnscd_session_records_unref);
  g_clear_pointer (&report->catalog, cnscd_catalog_unref);
  g_clear_pointer (&report->guides, g_ptr_array_unref);
  g_free (report);
}

/* Who has no name here any more is left without one. */
static gboolean
read_names (CnscdDatabase *database, CnscdSessionReport *report, GError **error)
{
  g_autoptr (CnscdStatement) statement =
    cnscd_statement_take (database,
                          "SELECT p.full_name FROM membership m CROSS JOIN person p"
                          " ON p.id = m.person WHERE m.id = ?1",
                          error);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < report->session->guides->len; i++)
    {
      const CnscdSessionGuide *guide = report->session->guides->pdata[i];
      CnscdStep step;

      cnscd_statement_bind_text (statement, 1, guide->membership);
      step = cnscd_statement_step (statement, error);
      if (step == CNSCD_STEP_ERROR)
        return FALSE;
      g_ptr_array_add (report->guides, step == CNSCD_STEP_ROW
                                         ? cnscd_statement_dup_text (statement, 0)
                                         : g_strdup ("—"));
      cnscd_statement_rewind (statement);
    }

  return TRUE;
}

/**
 * cnscd_session_report_read:
 * @database: a connection
 * @session: id of a session
 * @error: return location for a #CnscdStoreError; %CNSCD_STORE_ERROR_NOT_FOUND when there is no
 *   such session
 *
 * Returns: (transfer full) (nullable): what somebody needs to report the session
 */
CnscdSessionReport *
cnscd_session_report_read (CnscdDatabase *database, const char *session, GError **error)
{
  g_autoptr (CnscdSessionReport) report = NULL;

  g_return_val_if_fail (database != NULL && session != NULL, NULL);

  report = g_new0 (CnscdSessionReport, 1);
  report->guides = g_ptr_array_new_with_free_func (g_free);
  report->session = cnscd_session_load (database, session, error);
  if (report->session == NULL || !read_names (database, report, error))
    return NULL;

  report->catalog = cnscd_catalog_read (database, report->session->session->record.unit, error);
  return report->catalog != NULL ? g_steal_pointer (&report) : NULL;
}
