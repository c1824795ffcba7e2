/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-clashes.h"

#include "core/cnscd-records.h"
#include "store/cnscd-catalog-store.h"
#include "store/cnscd-guides.h"
#include "store/cnscd-record-store.h"
#include "cnscd-repository-office.h"
#include "cnscd-repository-private.h"

typedef struct
{
  CnscdChangeSet *set;
  guint max_per_week;
} Question;

/*
 * plans: (element-type CnscdPlan): in the order of the set
 * by_session: by the session's id
 * guides: (element-type utf8 CnscdGuide): by the membership, read when first needed
 */
typedef struct
{
  CnscdDatabase *database;
  const CnscdChangeSet *set;
  GPtrArray *plans;
  GHashTable *by_session;
  GHashTable *guides;
} Look;

static void
question_free (gpointer data)
{
  Question *question = data;

  cnscd_change_set_unref (question->set);
  g_free (question);
}

static void
look_clear (Look *look)
{
  g_clear_pointer (&look->by_session, g_hash_table_unref);
  g_clear_pointer (&look->plans, g_ptr_array_unref);
  g_clear_pointer (&look->guides, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Look, look_clear)

static void
add_plan (Look *look, CnscdSession *before, CnscdSession *after)
{
  CnscdPlan *plan = cnscd_plan_new (before, after);

  g_ptr_array_add (look->plans, plan);
  g_hash_table_insert (look->by_session, (after != NULL ? after : before)->record.id, plan);
}

static gboolean
is_of_kind (const CnscdRecordChange *change, const CnscdKind *kind)
{
  const CnscdRecord *record = change->after != NULL ? change->after : change->before;

  return record->kind == kind;
}

/* Returns: (nullable): who guides as @membership */
static CnscdGuide *
find_guide (Look *look, const char *membership_id, GError **error)
{
  CnscdGuide *guide = g_hash_table_lookup (look->guides, membership_id);
  g_autoptr (CnscdMembership) membership = NULL;
  g_autoptr (CnscdPerson) person = NULL;

  if (guide != NULL)
    return guide;

  membership =
    cnscd_record_store_get (look->database, &CNSCD_KIND_MEMBERSHIP, membership_id, error);
  if (membership == NULL)
    return NULL;
  person = cnscd_record_store_get (look->database, &CNSCD_KIND_PERSON, membership->person, error);
  if (person == NULL)
    return NULL;

  guide = cnscd_guide_new ();
  guide->membership = g_strdup (membership_id);
  guide->person = g_strdup (membership->person);
  guide->full_name = g_strdup (person->full_name);
  guide->valid_from = membership->valid_from;
  guide->valid_to = membership->valid_to;
  g_hash_table_insert (look->guides, guide->membership, guide);
  return guide;
}

/* Who guides a session that is stored. */
static gboolean
read_guides (Look *look, CnscdPlan *plan, GError **error)
{
  g_autoptr (GPtrArray) stored = cnscd_record_store_list_by (
    look->database, &CNSCD_KIND_SESSION_GUIDE, "session", plan->before->record.id, error);

  if (stored == NULL)
    return FALSE;

  for (guint i = 0; i < stored->len; i++)
    {
      CnscdGuide *guide =
        find_guide (look, ((const CnscdSessionGuide *) stored->pdata[i])->membership, error);

      if (guide == NULL)
        return FALSE;
      g_ptr_array_add (plan->old_guides, guide);
      g_ptr_array_add (plan->guides, guide);
    }
  return TRUE;
}

static gboolean
read_plans (Look *look, GError **error)
{
  guint n_changes = cnscd_change_set_get_n_changes (look->set);

  for (guint i = 0; i < n_changes; i++)
    {
      const CnscdRecordChange *change = cnscd_change_set_get_change (look->set, i);

      if (is_of_kind (change, &CNSCD_KIND_SESSION))
        add_plan (look, change->before, change->after);
    }

  /* Of some only those change who guide them. */
  for (guint i = 0; i < n_changes; i++)
    {
      const CnscdRecordChange *change = cnscd_change_set_get_change (look->set, i);
      const CnscdSessionGuide *guide = change->after;
      g_autoptr (CnscdSession) session = NULL;

      if (guide == NULL || !is_of_kind (change, &CNSCD_KIND_SESSION_GUIDE) ||
          g_hash_table_contains (look->by_session, guide->session))
        continue;
      session = cnscd_record_store_get (look->database, &CNSCD_KIND_SESSION, guide->session, error);
      if (session == NULL)
        return FALSE;
      add_plan (look, session, session);
    }

  for (guint i = 0; i < look->plans->len; i++)
    {
      CnscdPlan *plan = look->plans->pdata[i];

      if (plan->before != NULL && plan->after != NULL && !read_guides (look, plan, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
change_guides (Look *look, GError **error)
{
  for (guint i = 0; i < cnscd_change_set_get_n_changes (look->set); i++)
    {
      const CnscdRecordChange *change = cnscd_change_set_get_change (look->set, i);
      const CnscdSessionGuide *before = change->before;
      const CnscdSessionGuide *after = change->after;
      CnscdPlan *plan;
      CnscdGuide *guide;

      if (!is_of_kind (change, &CNSCD_KIND_SESSION_GUIDE))
        continue;
      plan = g_hash_table_lookup (look->by_session, (after != NULL ? after : before)->session);
      if (plan == NULL || plan->after == NULL)
        continue;

      if (before != NULL)
        {
          guide = g_hash_table_lookup (look->guides, before->membership);
          g_ptr_array_remove (plan->guides, guide);
        }
      if (after != NULL)
        {
          guide = find_guide (look, after->membership, error);
          if (guide == NULL)
            return FALSE;
          g_ptr_array_add (plan->guides, guide);
        }
    }
  return TRUE;
}

static void
widen (const CnscdSession *session, CnscdDate *from, CnscdDate *to)
{
  CnscdDate monday, sunday;

  if (session == NULL || !cnscd_time_is_valid (session->starts_at))
    return;

  cnscd_session_get_clash_days (session, &monday, &sunday);
  if (!cnscd_date_is_known (*from) || cnscd_date_compare (monday, *from) < 0)
    *from = monday;
  if (!cnscd_date_is_known (*to) || cnscd_date_compare (sunday, *to) > 0)
    *to = sunday;
}

/* All sessions that change at once are of one commune. */
static GPtrArray *
find_clashes (Look *look, guint max_per_week, GError **error)
{
  const CnscdPlan *first = look->plans->pdata[0];
  const char *unit = (first->after != NULL ? first->after : first->before)->record.unit;
  CnscdDate from = CNSCD_DATE_UNKNOWN, to = CNSCD_DATE_UNKNOWN;
  g_autoptr (CnscdCatalog) catalog = NULL;
  g_autoptr (GPtrArray) bookings = NULL;

  for (guint i = 0; i < look->plans->len; i++)
    {
      const CnscdPlan *plan = look->plans->pdata[i];

      widen (plan->before, &from, &to);
      widen (plan->after, &from, &to);
    }
  catalog = cnscd_catalog_read (look->database, unit, error);
  if (catalog == NULL)
    return NULL;
  bookings = cnscd_date_is_known (from)
               ? cnscd_bookings_list (look->database, unit, from, to, error)
               : g_ptr_array_new ();
  if (bookings == NULL)
    return NULL;

  return cnscd_plans_find_clashes (look->plans, bookings, catalog, max_per_week);
}

static CnscdClashReport *
report (CnscdDatabase *database, const Question *question, GError **error)
{
  g_autoptr (CnscdClashReport) found = g_new0 (CnscdClashReport, 1);
  g_auto (Look) look = { .database = database, .set = question->set };

  look.plans = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_plan_free);
  look.by_session = g_hash_table_new (g_str_hash, g_str_equal);
  look.guides =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) cnscd_guide_free);
  if (!read_plans (&look, error) || !change_guides (&look, error))
    return NULL;

  for (guint i = 0; i < look.plans->len; i++)
    found->n_sessions += ((const CnscdPlan *) look.plans->pdata[i])->after != NULL;
  found->sessions =
    look.plans->len > 0 ? find_clashes (&look, question->max_per_week, error) : g_ptr_array_new ();
  return found->sessions != NULL ? g_steal_pointer (&found) : NULL;
}

static void
find_in_worker (CnscdWorker *worker, GTask *task)
{
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);
  CnscdClashReport *found = NULL;

  if (database != NULL)
    found = report (database, g_task_get_task_data (task), &error);
  cnscd_repository_answer (task, found, (GDestroyNotify) cnscd_clash_report_free, error);
}

/**
 * cnscd_clash_report_free: (skip)
 * @report: (transfer full): a report
 */
void
cnscd_clash_report_free (CnscdClashReport *report)
{
  g_clear_pointer (&report->sessions, g_ptr_array_unref);
  g_free (report);
}

/**
 * cnscd_repository_find_clashes_async:
 * @self: a repository
 * @set: sessions of one commune that are to be added, changed or deleted
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Looks at every session of @set for what would newly stand in its way.
 */
void
cnscd_repository_find_clashes_async (CnscdRepository *self,
                                     CnscdChangeSet *set,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  Question *question;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (set != NULL);

  question = g_new0 (Question, 1);
  question->set = cnscd_change_set_ref (set);
  question->max_per_week = cnscd_repository_get_office (self)->max_sessions_per_week;
  cnscd_repository_queue_data (self, cnscd_repository_find_clashes_async, question, question_free,
                               find_in_worker, cancellable, callback, user_data);
}

/**
 * cnscd_repository_find_clashes_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable): what was found; %NULL with @error set
 */
CnscdClashReport *
cnscd_repository_find_clashes_finish (CnscdRepository *self, GAsyncResult *result, GError **error)
{
  return cnscd_repository_finish (self, result, cnscd_repository_find_clashes_async, error);
}
