/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-sessions.h"

#include "store/cnscd-change-set-store.h"

/* Sessions for tests. */

CnscdSessionRecords *
sample_session_new (const char *unit, const char *title, CnscdDate day, int minute, int length)
{
  g_autoptr (CnscdSession) session = cnscd_record_new (&CNSCD_KIND_SESSION, unit);

  cnscd_record_set (session, title, title);
  session->starts_at = cnscd_time_new (day, minute);
  session->ends_at = session->starts_at + length;
  session->state = CNSCD_SESSION_STATE_PLANNED;
  return cnscd_session_records_new (session);
}

static void
apply (CnscdDatabase *database, const CnscdChangeSet *set)
{
  g_autoptr (GError) error = NULL;
  gint64 action;

  g_assert_true (cnscd_change_set_apply (database, set, &action, &error));
  g_assert_no_error (error);
}

void
sample_session_put (CnscdDatabase *database, const CnscdSessionRecords *session)
{
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("sample");

  cnscd_session_add (set, session);
  apply (database, set);
}
