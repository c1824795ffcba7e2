/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-guide-plan.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-roster-edit.h"
#include "ui/common/cnscd-words.h"

static GPtrArray *
list_members (const CnscdGuidePlan *plan, const CnscdTeam *team)
{
  return cnscd_unit_records_list_memberships (plan->records, team->record.id, cnscd_date_today ());
}

static const char *
get_name (const CnscdGuidePlan *plan, const CnscdMembership *membership)
{
  const CnscdPerson *person =
    cnscd_unit_records_find (plan->records, &CNSCD_KIND_PERSON, membership->person);

  return person != NULL && person->full_name != NULL ? person->full_name : "—";
}

static char *
find_late_team (const CnscdGuidePlan *plan, const CnscdTeam *team)
{
  g_autofree char *name = NULL;
  g_autofree char *day = NULL;

  if (!cnscd_date_is_known (team->valid_from) ||
      cnscd_date_compare (plan->from, team->valid_from) >= 0)
    return NULL;

  name = cnscd_words_for_team_among (plan->records, team);
  day = cnscd_date_format (team->valid_from);
  /* Translators: the name of a team, and its first day */
  return g_strdup_printf (_ ("%s exists only from %s on. Go back and let the decision be in force "
                             "later."),
                          name, day);
}

/* ---- in words */

static void
begin (CnscdGuideSummary *summary, const char *title, guint n)
{
  g_autofree char *number = cnscd_words_for_number (n);
  g_autofree char *heading = g_strdup_printf ("%s · %s", title, number);

  cnscd_guide_summary_begin_group (summary, heading);
}

static void
describe_decision (const CnscdGuidePlan *plan, CnscdGuideSummary *summary)
{
  const CnscdDecision *decision = plan->decision;
  g_autofree char *title = cnscd_words_for_decision (decision->number, decision->date);
  g_autofree char *subtitle = cnscd_words_join (
    " · ", cnscd_words_for_decision_kind ((CnscdDecisionKind) decision->kind), decision->subject);
  g_autofree char *day = cnscd_date_format (plan->from);

  cnscd_guide_summary_begin_group (summary, NULL);
  cnscd_guide_summary_add (summary, title, subtitle);
  cnscd_guide_summary_add (summary, _ ("In force from"), day);
}

/* Who was to come to a team that is dissolved, and where they stay. */
static void
describe_withdrawn (const CnscdGuidePlan *plan, CnscdGuideSummary *summary)
{
  g_autoptr (GPtrArray) elsewhere = cnscd_unit_records_list_elsewhere (plan->records, plan->teams);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (cnscd_record_unref);

  for (guint i = 0; i < plan->teams->len; i++)
    {
      const CnscdTeam *team = plan->teams->pdata[i];
      g_autoptr (GPtrArray) seats =
        cnscd_unit_records_list_seats (plan->records, team->record.id, plan->from);
      g_autoptr (GPtrArray) coming = cnscd_roster_find_coming (seats, plan->from);

      g_ptr_array_extend_and_steal (all, g_steal_pointer (&coming));
    }
  if (all->len == 0)
    return;

  begin (summary, C_ ("decision", "Do Not Join"), all->len);
  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *fate = cnscd_words_for_withdrawn (plan->records, all->pdata[i], elsewhere);

      cnscd_guide_summary_add (summary, get_name (plan, all->pdata[i]), fate);
    }
}

static void
describe_teams (const CnscdGuidePlan *plan, CnscdGuideSummary *summary, gboolean ends)
{
  if (plan->teams->len + plan->hamlets->len == 0)
    {
      cnscd_guide_summary_add_warning (summary,
                                       _ ("No team is chosen: only the decision itself is saved."));
      return;
    }

  begin (summary, ends ? C_ ("decision", "Teams Dissolved") : C_ ("decision", "Teams Established"),
         plan->teams->len + plan->hamlets->len);
  for (guint i = 0; i < plan->teams->len; i++)
    {
      g_autofree char *name = cnscd_words_for_team_among (plan->records, plan->teams->pdata[i]);
      g_autoptr (GPtrArray) members = list_members (plan, plan->teams->pdata[i]);
      g_autofree char *n_members = cnscd_words_for_members (members->len);

      cnscd_guide_summary_add (summary, name, ends || plan->with_people ? n_members : NULL);
    }
  for (guint i = 0; i < plan->hamlets->len; i++)
    {
      const CnscdHamlet *hamlet = plan->hamlets->pdata[i];
      g_autofree char *name = cnscd_words_for_place (hamlet->kind, hamlet->name);

      cnscd_guide_summary_add (summary, name, _ ("New team"));
    }
  if (ends)
    describe_withdrawn (plan, summary);
}

typedef enum
{
  FATE_LEAVES,
  FATE_CHANGES,
  FATE_STAYS,
} Fate;

static Fate
get_fate (const CnscdTeamSeat *seat)
{
  if (!seat->stays)
    return FATE_LEAVES;
  return (CnscdRole) seat->membership->role != seat->role ? FATE_CHANGES : FATE_STAYS;
}

static void
describe_seats (const CnscdGuidePlan *plan,
                CnscdGuideSummary *summary,
                Fate fate,
                const char *title)
{
  guint n = 0;

  for (guint i = 0; i < plan->seats->len; i++)
    n += get_fate (&g_array_index (plan->seats, CnscdTeamSeat, i)) == fate ? 1 : 0;
  if (n == 0)
    return;

  begin (summary, title, n);
  for (guint i = 0; i < plan->seats->len; i++)
    {
      const CnscdTeamSeat *seat = &g_array_index (plan->seats, CnscdTeamSeat, i);
      const char *before = cnscd_words_for_role ((CnscdRole) seat->membership->role);
      g_autofree char *change = NULL;

      if (get_fate (seat) != fate)
        continue;

      /* Translators: somebody's role until now, and from now on */
      change = fate == FATE_CHANGES
                 ? g_strdup_printf (_ ("%s, until now %s"), cnscd_words_for_role (seat->role),
                                    *before != '\0' ? before : "—")
                 : g_strdup (before);
      cnscd_guide_summary_add (summary, get_name (plan, seat->membership), change);
    }
}

static void
describe_joiners (const CnscdGuidePlan *plan, CnscdGuideSummary *summary)
{
  if (plan->joiners->len == 0)
    return;

  begin (summary, _ ("Join the Team"), plan->joiners->len);
  for (guint i = 0; i < plan->joiners->len; i++)
    {
      const CnscdTeamJoiner *joiner = &g_array_index (plan->joiners, CnscdTeamJoiner, i);

      cnscd_guide_summary_add (summary,
                               joiner->person != NULL ? joiner->person->full_name
                                                      : get_name (plan, joiner->membership),
                               cnscd_words_for_role ((CnscdRole) joiner->membership->role));
    }
}

static void
count_role (CnscdTeamFacts *facts, CnscdRole role)
{
  facts->n_members++;
  facts->n_leaders += role == CNSCD_ROLE_LEADER ? 1 : 0;
}

/* As the team is going to be; who is how old does not matter here. */
static char *
find_warnings (const CnscdGuidePlan *plan)
{
  CnscdTeamFacts facts = { 0 };

  for (guint i = 0; i < plan->seats->len; i++)
    {
      const CnscdTeamSeat *seat = &g_array_index (plan->seats, CnscdTeamSeat, i);

      if (seat->stays)
        count_role (&facts, seat->role);
    }
  for (guint i = 0; i < plan->joiners->len; i++)
    count_role (&facts,
                (CnscdRole) g_array_index (plan->joiners, CnscdTeamJoiner, i).membership->role);

  return cnscd_words_for_warnings (&facts, &plan->sizes);
}

static gboolean
changes_people (const CnscdGuidePlan *plan)
{
  for (guint i = 0; i < plan->seats->len; i++)
    if (get_fate (&g_array_index (plan->seats, CnscdTeamSeat, i)) != FATE_STAYS)
      return TRUE;

  return plan->joiners->len > 0;
}

static void
describe_people (const CnscdGuidePlan *plan, CnscdGuideSummary *summary)
{
  g_autofree char *warnings = find_warnings (plan);
  g_autofree char *name = cnscd_words_for_team_among (plan->records, plan->team);

  cnscd_guide_summary_add (summary, name, plan->team->name);
  if (!changes_people (plan))
    cnscd_guide_summary_add_warning (
      summary, _ ("No changes: nobody joins, leaves or gets another role. Only the decision itself "
                  "is saved."));
  if (warnings != NULL)
    cnscd_guide_summary_add_warning (summary, warnings);
  describe_seats (plan, summary, FATE_LEAVES, _ ("Leave the Team"));
  describe_joiners (plan, summary);
  describe_seats (plan, summary, FATE_CHANGES, _ ("Change Their Role"));
  describe_seats (plan, summary, FATE_STAYS, _ ("Stay as They Are"));
}

/* ---- as changes */

static void
establish (const CnscdGuidePlan *plan, CnscdChangeSet *set)
{
  for (guint i = 0; i < plan->teams->len; i++)
    {
      CnscdTeam *team = plan->teams->pdata[i];
      g_autoptr (GPtrArray) members = plan->with_people ? list_members (plan, team) : NULL;

      cnscd_roster_establish_team (set, team, FALSE, members, plan->from,
                                   plan->decision->record.id);
    }
  for (guint i = 0; i < plan->hamlets->len; i++)
    {
      g_autoptr (CnscdTeam) team = cnscd_roster_new_hamlet_team (plan->hamlets->pdata[i]);

      cnscd_roster_establish_team (set, team, TRUE, NULL, plan->from, plan->decision->record.id);
    }
}

static void
dissolve (const CnscdGuidePlan *plan, CnscdChangeSet *set)
{
  g_autoptr (GPtrArray) elsewhere = cnscd_unit_records_list_elsewhere (plan->records, plan->teams);

  for (guint i = 0; i < plan->teams->len; i++)
    {
      CnscdTeam *team = plan->teams->pdata[i];
      g_autoptr (GPtrArray) members =
        cnscd_unit_records_list_seats (plan->records, team->record.id, plan->from);

      cnscd_roster_dissolve_team (set, team, members, elsewhere, plan->from,
                                  plan->decision->record.id);
    }
}

static void
consolidate (const CnscdGuidePlan *plan, CnscdChangeSet *set)
{
  g_autoptr (GPtrArray) teams = g_ptr_array_new ();
  g_autoptr (GPtrArray) elsewhere = NULL;

  g_ptr_array_add (teams, plan->team);
  elsewhere = cnscd_unit_records_list_elsewhere (plan->records, teams);
  cnscd_roster_consolidate_team (
    set, (const CnscdTeamSeat *) (gpointer) plan->seats->data, plan->seats->len, elsewhere,
    (const CnscdTeamJoiner *) (gpointer) plan->joiners->data, plan->joiners->len, plan->from,
    plan->decision->record.id, cnscd_date_today ());
}

/**
 * cnscd_guide_plan_new: (skip)
 * @records: of the commune
 * @decision: the new decision
 *
 * Returns: (transfer full): a plan for whoever calls to fill
 */
CnscdGuidePlan *
cnscd_guide_plan_new (CnscdUnitRecords *records, CnscdDecision *decision)
{
  CnscdGuidePlan *plan = g_new0 (CnscdGuidePlan, 1);

  plan->records = cnscd_unit_records_ref (records);
  plan->decision = cnscd_record_ref (decision);
  return plan;
}

/**
 * cnscd_guide_plan_free: (skip)
 * @plan: (transfer full): a plan
 */
void
cnscd_guide_plan_free (CnscdGuidePlan *plan)
{
  cnscd_unit_records_unref (plan->records);
  cnscd_record_unref (plan->decision);
  g_clear_pointer (&plan->teams, g_ptr_array_unref);
  g_clear_pointer (&plan->hamlets, g_ptr_array_unref);
  g_clear_pointer (&plan->seats, g_array_unref);
  g_clear_pointer (&plan->joiners, g_array_unref);
  g_free (plan);
}

/**
 * cnscd_guide_plan_dup_problem: (skip)
 * @plan: a plan
 *
 * Returns: (transfer full) (nullable): what is wrong with the teams chosen, and what to do about it
 */
char *
cnscd_guide_plan_dup_problem (const CnscdGuidePlan *plan)
{
  char *problem = NULL;

  if (plan->decision->kind == CNSCD_DECISION_KIND_ESTABLISH)
    return NULL;
  if (plan->team != NULL)
    return find_late_team (plan, plan->team);
  if (plan->decision->kind == CNSCD_DECISION_KIND_CONSOLIDATE)
    {
      g_autoptr (GPtrArray) teams =
        cnscd_unit_records_list_teams (plan->records, cnscd_date_today ());

      return teams->len == 0
               ? g_strdup (_ ("There is no team to consolidate. Establish one first."))
               : NULL;
    }

  for (guint i = 0; problem == NULL && i < plan->teams->len; i++)
    problem = find_late_team (plan, plan->teams->pdata[i]);
  return problem;
}

/**
 * cnscd_guide_plan_is_complete: (skip)
 * @plan: a plan
 *
 * Returns: whether everything that must be chosen is chosen
 */
gboolean
cnscd_guide_plan_is_complete (const CnscdGuidePlan *plan)
{
  switch ((CnscdDecisionKind) plan->decision->kind)
    {
    case CNSCD_DECISION_KIND_CONSOLIDATE:
      return plan->team != NULL;
    case CNSCD_DECISION_KIND_DISSOLVE:
      return plan->teams->len > 0;
    case CNSCD_DECISION_KIND_ESTABLISH:
    case CNSCD_DECISION_KIND_UNKNOWN:
    default:
      return TRUE;
    }
}

/**
 * cnscd_guide_plan_changes_roster: (skip)
 * @plan: a complete plan
 *
 * Returns: whether the decision changes any team, or who is in one
 */
gboolean
cnscd_guide_plan_changes_roster (const CnscdGuidePlan *plan)
{
  return plan->decision->kind == CNSCD_DECISION_KIND_CONSOLIDATE
           ? changes_people (plan)
           : plan->teams->len + plan->hamlets->len > 0;
}

/**
 * cnscd_guide_plan_describe: (skip)
 * @plan: a complete plan
 * @summary: is filled anew
 *
 * Says what is going to change.
 */
void
cnscd_guide_plan_describe (const CnscdGuidePlan *plan, CnscdGuideSummary *summary)
{
  cnscd_guide_summary_clear (summary);
  describe_decision (plan, summary);
  if (plan->decision->kind == CNSCD_DECISION_KIND_CONSOLIDATE)
    describe_people (plan, summary);
  else
    describe_teams (plan, summary, plan->decision->kind == CNSCD_DECISION_KIND_DISSOLVE);
}

/**
 * cnscd_guide_plan_make_changes: (skip)
 * @plan: a complete plan
 *
 * Returns: (transfer full): all of it as one set
 */
CnscdChangeSet *
cnscd_guide_plan_make_changes (const CnscdGuidePlan *plan)
{
  g_autofree char *label = NULL;
  CnscdChangeSet *set;

  /* Translators: %s is the number of an official decision */
  label = g_strdup_printf (_ ("Decision %s added"), plan->decision->number);
  set = cnscd_change_set_new (label);
  cnscd_change_set_add (set, plan->decision);
  if (plan->decision->kind == CNSCD_DECISION_KIND_CONSOLIDATE)
    consolidate (plan, set);
  else if (plan->decision->kind == CNSCD_DECISION_KIND_DISSOLVE)
    dissolve (plan, set);
  else
    establish (plan, set);
  return set;
}
