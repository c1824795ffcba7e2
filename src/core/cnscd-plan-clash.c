/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-plan-clash.h"

/* What is on the same days, or begins in the same week, reaches no further. */
#define MARGIN CNSCD_MINUTES_PER_WEEK

/**
 * cnscd_plan_new: (skip)
 * @before: (nullable): the session as it is stored
 * @after: (nullable): the session as it shall be
 *
 * Returns: (transfer full): a plan without guides
 */
CnscdPlan *
cnscd_plan_new (CnscdSession *before, CnscdSession *after)
{
  CnscdPlan *plan = g_new0 (CnscdPlan, 1);

  plan->before = before != NULL ? cnscd_record_ref (before) : NULL;
  plan->after = after != NULL ? cnscd_record_ref (after) : NULL;
  plan->old_guides = g_ptr_array_new ();
  plan->guides = g_ptr_array_new ();
  return plan;
}

/**
 * cnscd_plan_free: (skip)
 * @plan: (transfer full): a plan
 */
void
cnscd_plan_free (CnscdPlan *plan)
{
  g_clear_pointer (&plan->before, cnscd_record_unref);
  g_clear_pointer (&plan->after, cnscd_record_unref);
  g_ptr_array_unref (plan->old_guides);
  g_ptr_array_unref (plan->guides);
  g_free (plan);
}

/**
 * cnscd_plan_clashes_free: (skip)
 * @self: (transfer full): the clashes of a session
 */
void
cnscd_plan_clashes_free (CnscdPlanClashes *self)
{
  cnscd_record_unref (self->session);
  g_ptr_array_unref (self->clashes);
  g_free (self);
}

static gboolean
takes_time (const CnscdSession *session)
{
  return cnscd_time_is_valid (session->starts_at) && cnscd_time_is_valid (session->ends_at) &&
         (session->state == CNSCD_SESSION_STATE_PLANNED ||
          session->state == CNSCD_SESSION_STATE_HELD);
}

static CnscdBooking *
make_booking (const CnscdPlan *plan)
{
  CnscdBooking *booking = cnscd_booking_new ();

  booking->session = g_strdup (plan->after->record.id);
  booking->title = g_strdup (plan->after->title);
  booking->starts_at = plan->after->starts_at;
  booking->ends_at = plan->after->ends_at;
  booking->place = g_strdup (plan->after->place);
  booking->hamlet = g_strdup (plan->after->hamlet);
  for (guint i = 0; i < plan->guides->len; i++)
    g_ptr_array_add (booking->people,
                     g_strdup (((const CnscdGuide *) plan->guides->pdata[i])->person));
  return booking;
}

/* What will take up time: @made has those that the plans take, and owns them. */
static GPtrArray *
list_future (GPtrArray *plans, GPtrArray *bookings, GPtrArray *made)
{
  g_autoptr (GHashTable) changed = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *future = g_ptr_array_new ();

  for (guint i = 0; i < plans->len; i++)
    {
      const CnscdPlan *plan = plans->pdata[i];
      const CnscdSession *session = plan->after != NULL ? plan->after : plan->before;

      g_hash_table_add (changed, session->record.id);
      if (plan->after != NULL && takes_time (plan->after))
        g_ptr_array_add (made, make_booking (plan));
    }
  for (guint i = 0; i < bookings->len; i++)
    if (!g_hash_table_contains (changed, ((const CnscdBooking *) bookings->pdata[i])->session))
      g_ptr_array_add (future, bookings->pdata[i]);
  for (guint i = 0; i < made->len; i++)
    g_ptr_array_add (future, made->pdata[i]);

  return future;
}

static GPtrArray *
find_near (const CnscdSession *session,
           GPtrArray *guides,
           GPtrArray *bookings,
           const CnscdCatalog *catalog,
           guint max_per_week)
{
  g_autoptr (GPtrArray) near = g_ptr_array_new ();

  for (guint i = 0; i < bookings->len; i++)
    {
      const CnscdBooking *booking = bookings->pdata[i];

      if (booking->starts_at > session->starts_at - MARGIN &&
          booking->starts_at < session->ends_at + MARGIN)
        g_ptr_array_add (near, (gpointer) booking);
    }
  return cnscd_session_find_clashes (session, guides, near, catalog, max_per_week);
}

static gboolean
is_same (const CnscdClash *a, const CnscdClash *b)
{
  return a->kind == b->kind && g_strcmp0 (a->who, b->who) == 0 &&
         g_strcmp0 (a->other, b->other) == 0 && a->starts_at == b->starts_at && a->n <= b->n;
}

/* Whoever moves a session knows what was in its way already. */
static void
forget_known (GPtrArray *clashes, GPtrArray *known)
{
  for (guint i = clashes->len; i > 0; i--)
    {
      for (guint j = 0; j < known->len; j++)
        {
          if (is_same (clashes->pdata[i - 1], known->pdata[j]))
            {
              g_ptr_array_remove_index (clashes, i - 1);
              break;
            }
        }
    }
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  CnscdTime one = ((const CnscdPlanClashes *) a)->session->starts_at;
  CnscdTime other = ((const CnscdPlanClashes *) b)->session->starts_at;

  return (one > other) - (one < other);
}

/**
 * cnscd_plans_find_clashes: (skip)
 * @plans: (element-type CnscdPlan): sessions that change at once
 * @bookings: (element-type CnscdBooking): what is stored of the weeks in which they are and shall
 *   be; they may be among it
 * @catalog: with the holidays
 * @max_per_week: how many sessions a week a guide should have at most; 0 for no bound
 *
 * Names what newly stands in the way of sessions that are added or changed
 * together, as cnscd_session_find_clashes() does of one: against what is stored,
 * and against each other.
 *
 * Returns: (transfer full) (element-type CnscdPlanClashes): the sessions that clash, by their start
 */
GPtrArray *
cnscd_plans_find_clashes (GPtrArray *plans,
                          GPtrArray *bookings,
                          const CnscdCatalog *catalog,
                          guint max_per_week)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_plan_clashes_free);
  g_autoptr (GPtrArray) made = NULL;
  g_autoptr (GPtrArray) future = NULL;

  g_return_val_if_fail (plans != NULL && bookings != NULL && catalog != NULL, found);

  made = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_booking_free);
  future = list_future (plans, bookings, made);
  for (guint i = 0; i < plans->len; i++)
    {
      const CnscdPlan *plan = plans->pdata[i];
      g_autoptr (GPtrArray) clashes = NULL;
      CnscdPlanClashes *of_session;

      if (plan->after == NULL || !takes_time (plan->after))
        continue;

      clashes = find_near (plan->after, plan->guides, future, catalog, max_per_week);
      if (plan->before != NULL && takes_time (plan->before))
        {
          g_autoptr (GPtrArray) known =
            find_near (plan->before, plan->old_guides, bookings, catalog, max_per_week);

          forget_known (clashes, known);
        }
      if (clashes->len == 0)
        continue;

      of_session = g_new0 (CnscdPlanClashes, 1);
      of_session->session = cnscd_record_ref (plan->after);
      of_session->clashes = g_steal_pointer (&clashes);
      g_ptr_array_add (found, of_session);
    }
  g_ptr_array_sort_values (found, compare_starts);

  return found;
}

/**
 * cnscd_plan_clashes_forget: (skip)
 * @sessions: (element-type CnscdPlanClashes): sessions that clash
 * @kind: what is of no interest
 *
 * Leaves out clashes of one kind, and the sessions that have no other.
 */
void
cnscd_plan_clashes_forget (GPtrArray *sessions, CnscdClashKind kind)
{
  for (guint i = sessions->len; i > 0; i--)
    {
      const CnscdPlanClashes *of_session = sessions->pdata[i - 1];

      for (guint j = of_session->clashes->len; j > 0; j--)
        if (((const CnscdClash *) of_session->clashes->pdata[j - 1])->kind == kind)
          g_ptr_array_remove_index (of_session->clashes, j - 1);
      if (of_session->clashes->len == 0)
        g_ptr_array_remove_index (sessions, i - 1);
    }
}
