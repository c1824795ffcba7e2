/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-repository-plan.h"

#include "core/cnscd-text.h"
#include "store/cnscd-catalog-store.h"
#include "store/cnscd-record-store.h"
#include "cnscd-repository-private.h"

typedef struct
{
  char *unit;
  CnscdDate day;
  char **memberships; /* (nullable) */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->unit);
  g_strfreev (question->memberships);
  g_free (question);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const CnscdHamlet *one = a;
  const CnscdHamlet *other = b;
  g_autoptr (GBytes) key = cnscd_text_sort_key (one->name);
  g_autoptr (GBytes) other_key = cnscd_text_sort_key (other->name);

  return g_bytes_compare (key, other_key);
}

static const char *
find_hamlet_name (const CnscdSessionPlan *plan, const CnscdTeam *team)
{
  for (guint i = 0; team->hamlet != NULL && i < plan->hamlets->len; i++)
    {
      const CnscdHamlet *hamlet = plan->hamlets->pdata[i];

      if (g_str_equal (hamlet->record.id, team->hamlet))
        return hamlet->name;
    }

  return team->name;
}

/* As the list of teams has them: a hamlet's by its name. */
static int
compare_teams (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const CnscdTeam *one = a;
  const CnscdTeam *other = b;
  g_autoptr (GBytes) key = cnscd_text_sort_key (find_hamlet_name (user_data, one));
  g_autoptr (GBytes) other_key = cnscd_text_sort_key (find_hamlet_name (user_data, other));

  return one->level != other->level ? (one->level > other->level) - (one->level < other->level)
                                    : g_bytes_compare (key, other_key);
}

static gboolean
has_guide (GPtrArray *guides, const char *membership)
{
  for (guint i = 0; i < guides->len; i++)
    {
      const CnscdGuideLoad *load = guides->pdata[i];

      if (g_str_equal (load->guide.membership, membership))
        return TRUE;
    }

  return FALSE;
}

/* Somebody who is no member on the day, but guides the session: it is said of whom. */
static gboolean
add_guide (CnscdDatabase *database, GPtrArray *guides, const char *id, GError **error)
{
  g_autoptr (CnscdMembership) membership =
    cnscd_record_store_get (database, &CNSCD_KIND_MEMBERSHIP, id, error);
  g_autoptr (CnscdPerson) person = NULL;
  g_autoptr (CnscdTeam) team = NULL;
  CnscdGuideLoad *load;

  if (membership == NULL)
    return FALSE;
  person = cnscd_record_store_get (database, &CNSCD_KIND_PERSON, membership->person, error);
  if (person == NULL)
    return FALSE;
  team = cnscd_record_store_get (database, &CNSCD_KIND_TEAM, membership->team, error);
  if (team == NULL)
    return FALSE;

  load = g_new0 (CnscdGuideLoad, 1);
  load->guide.membership = g_strdup (id);
  load->guide.person = g_strdup (membership->person);
  load->guide.full_name = g_strdup (person->full_name);
  load->guide.valid_from = membership->valid_from;
  load->guide.valid_to = membership->valid_to;
  load->team = g_strdup (membership->team);
  load->team_name = g_strdup (team->name);
  load->role = (CnscdRole) membership->role;
  load->last = CNSCD_TIME_UNKNOWN;
  load->next = CNSCD_TIME_UNKNOWN;
  g_ptr_array_add (guides, load);
  return TRUE;
}

static gboolean
read_guides (CnscdDatabase *database,
             const Question *question,
             CnscdSessionPlan *plan,
             GError **error)
{
  plan->guides =
    cnscd_guides_list (database, question->unit, question->day, cnscd_time_now (), error);
  if (plan->guides == NULL)
    return FALSE;

  for (guint i = 0; question->memberships != NULL && question->memberships[i] != NULL; i++)
    {
      g_autoptr (GError) missing = NULL;

      /* What was deleted meanwhile is left out. */
      if (!has_guide (plan->guides, question->memberships[i]) &&
          !add_guide (database, plan->guides, question->memberships[i], &missing))
        g_debug ("A guide is not shown: %s", missing->message);
    }
  return TRUE;
}

static gboolean
read_plan (CnscdDatabase *database,
           const Question *question,
           CnscdSessionPlan *plan,
           GError **error)
{
  CnscdDate monday =
    cnscd_date_add_days (question->day, 1 - cnscd_date_get_weekday (question->day));

  plan->catalog = cnscd_catalog_read (database, question->unit, error);
  if (plan->catalog == NULL)
    return FALSE;
  plan->hamlets = cnscd_record_store_list (database, &CNSCD_KIND_HAMLET, question->unit, error);
  if (plan->hamlets == NULL)
    return FALSE;
  g_ptr_array_sort_values (plan->hamlets, compare_names);
  plan->teams = cnscd_record_store_list (database, &CNSCD_KIND_TEAM, question->unit, error);
  if (plan->teams != NULL)
    g_ptr_array_sort_values_with_data (plan->teams, compare_teams, plan);
  if (plan->teams == NULL || !read_guides (database, question, plan, error))
    return FALSE;

  plan->bookings =
    cnscd_bookings_list (database, question->unit, monday, cnscd_date_add_days (monday, 6), error);
  return plan->bookings != NULL;
}

static void
load_plan_in_worker (CnscdWorker *worker, GTask *task)
{
  g_autoptr (CnscdSessionPlan) plan = g_new0 (CnscdSessionPlan, 1);
  GError *error = NULL;
  CnscdDatabase *database = cnscd_worker_get_database (worker, &error);

  if (database == NULL || !read_plan (database, g_task_get_task_data (task), plan, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_return_pointer (task, g_steal_pointer (&plan), (GDestroyNotify) cnscd_session_plan_free);
}

/**
 * cnscd_session_plan_free: (skip)
 * @plan: (transfer full): a plan
 */
void
cnscd_session_plan_free (CnscdSessionPlan *plan)
{
  g_clear_pointer (&plan->catalog, cnscd_catalog_unref);
  g_clear_pointer (&plan->hamlets, g_ptr_array_unref);
  g_clear_pointer (&plan->teams, g_ptr_array_unref);
  g_clear_pointer (&plan->guides, g_ptr_array_unref);
  g_clear_pointer (&plan->bookings, g_ptr_array_unref);
  g_free (plan);
}

/**
 * cnscd_repository_load_session_plan_async:
 * @self: a repository
 * @unit: code of a commune
 * @day: the day of the session, of which day, month and year are known
 * @memberships: (array zero-terminated=1) (nullable): ids of memberships as which it is guided
 * @cancellable: (nullable): to lose interest
 * @callback: called with the result
 * @user_data: for @callback
 *
 * Reads what a form for a session offers, and what a session on @day clashes with.
 */
void
cnscd_repository_load_session_plan_async (CnscdRepository *self,
                                          const char *unit,
                                          CnscdDate day,
                                          const char *const *memberships,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  Question *question;

  g_return_if_fail (CNSCD_IS_REPOSITORY (self));
  g_return_if_fail (unit != NULL && cnscd_date_is_full (day));

  question = g_new0 (Question, 1);
  question->unit = g_strdup (unit);
  question->day = day;
  question->memberships = g_strdupv ((char **) memberships);
  cnscd_repository_queue_data (self, cnscd_repository_load_session_plan_async, question,
                               question_free, load_plan_in_worker, cancellable, callback,
                               user_data);
}

/**
 * cnscd_repository_load_session_plan_finish:
 * @self: a repository
 * @result: given to the callback
 * @error: return location for a #CnscdStoreError
 *
 * Returns: (transfer full) (nullable): the plan; %NULL with @error set
 */
CnscdSessionPlan *
cnscd_repository_load_session_plan_finish (CnscdRepository *self,
                                           GAsyncResult *result,
                                           GError **error)
{
  return cnscd_repository_finish (self, result, cnscd_repository_load_session_plan_async, error);
}
