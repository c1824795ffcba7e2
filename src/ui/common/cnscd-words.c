/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/cnscd-clock.h"
#include "core/cnscd-number.h"
#include "core/cnscd-roster-edit.h"
#include "core/cnscd-vocabulary.h"

/**
 * cnscd_words_for_role:
 * @role: a role in a team
 *
 * Returns: (transfer none): what it is called; "" when unknown
 */
const char *
cnscd_words_for_role (CnscdRole role)
{
  switch (role)
    {
    case CNSCD_ROLE_LEADER:
      return C_ ("role", "Leader");
    case CNSCD_ROLE_DEPUTY:
      return C_ ("role", "Deputy");
    case CNSCD_ROLE_MEMBER:
      return C_ ("role", "Member");
    case CNSCD_ROLE_UNKNOWN:
    default:
      return "";
    }
}

/**
 * cnscd_words_for_gender:
 * @gender: a gender
 *
 * Returns: (transfer none): what it is called; "" when unknown
 */
const char *
cnscd_words_for_gender (CnscdGender gender)
{
  switch (gender)
    {
    case CNSCD_GENDER_MALE:
      return C_ ("gender", "Male");
    case CNSCD_GENDER_FEMALE:
      return C_ ("gender", "Female");
    case CNSCD_GENDER_UNKNOWN:
    default:
      return "";
    }
}

/**
 * cnscd_words_for_decision_kind:
 * @kind: what a decision does
 *
 * Returns: (transfer none): what it is called; "" when unknown
 */
const char *
cnscd_words_for_decision_kind (CnscdDecisionKind kind)
{
  switch (kind)
    {
    case CNSCD_DECISION_KIND_ESTABLISH:
      return C_ ("decision", "Establishes teams");
    case CNSCD_DECISION_KIND_CONSOLIDATE:
      return C_ ("decision", "Consolidates a team");
    case CNSCD_DECISION_KIND_DISSOLVE:
      return C_ ("decision", "Dissolves teams");
    case CNSCD_DECISION_KIND_UNKNOWN:
    default:
      return "";
    }
}

/**
 * cnscd_words_for_decision:
 * @number: (nullable): "103/QĐ-UBND"
 * @date: when it was signed, may be unknown
 *
 * Returns: (transfer full): "Decision 103/QĐ-UBND of 29/11/2025"
 */
char *
cnscd_words_for_decision (const char *number, CnscdDate date)
{
  g_autofree char *day = NULL;

  if (number == NULL)
    number = "—";
  if (!cnscd_date_is_known (date))
    /* Translators: the number of an official decision */
    return g_strdup_printf (_ ("Decision %s"), number);

  day = cnscd_date_format (date);
  /* Translators: the number of an official decision, and its date */
  return g_strdup_printf (_ ("Decision %s of\302\240%s"), number, day);
}

/**
 * cnscd_words_capitalize:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text with its first letter in upper case
 */
char *
cnscd_words_capitalize (const char *text)
{
  char first[6];
  int length;

  if (*text == '\0')
    return g_strdup ("");

  length = g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (text)), first);
  return g_strdup_printf ("%.*s%s", length, first, g_utf8_next_char (text));
}

/**
 * cnscd_words_for_place:
 * @hamlet_kind: a #CnscdHamletKind
 * @hamlet_name: (nullable): its name
 *
 * The words for the kinds of places are part of their names, and Vietnamese in
 * any language of the screen.
 *
 * Returns: (transfer full) (nullable): "Xóm Ba Nhất", or %NULL without a name
 */
char *
cnscd_words_for_place (int hamlet_kind, const char *hamlet_name)
{
  return hamlet_name != NULL ? cnscd_hamlet_title ((CnscdHamletKind) hamlet_kind, hamlet_name)
                             : NULL;
}

/**
 * cnscd_words_for_team_at:
 * @hamlet_kind: a #CnscdHamletKind
 * @hamlet_name: (nullable): name of a team's hamlet, if it has one
 * @name: (nullable): the team's own name
 *
 * Returns: (transfer full): the hamlet where there is one, and the team's own name where not
 */
char *
cnscd_words_for_team_at (int hamlet_kind, const char *hamlet_name, const char *name)
{
  char *place = cnscd_words_for_place (hamlet_kind, hamlet_name);

  return place != NULL ? place : g_strdup (name != NULL ? name : "");
}

/**
 * cnscd_words_for_team:
 * @team: a team
 *
 * Returns: (transfer full): its hamlet where it has one, and its own name where it does not
 */
char *
cnscd_words_for_team (const CnscdTeamSummary *team)
{
  return cnscd_words_for_team_at (team->hamlet_kind, team->hamlet_name, team->name);
}

/**
 * cnscd_words_for_team_among:
 * @records: records of a commune
 * @team: a team of it
 *
 * Returns: (transfer full): its hamlet where it has one, and its own name where it does not
 */
char *
cnscd_words_for_team_among (const CnscdUnitRecords *records, const CnscdTeam *team)
{
  const CnscdHamlet *hamlet = cnscd_unit_records_find (records, &CNSCD_KIND_HAMLET, team->hamlet);

  return cnscd_words_for_team_at (hamlet != NULL ? hamlet->kind : CNSCD_HAMLET_KIND_UNKNOWN,
                                  hamlet != NULL ? hamlet->name : NULL, team->name);
}

/**
 * cnscd_words_for_withdrawn:
 * @records: records of a commune
 * @coming: a membership that was only planned, and is withdrawn
 * @elsewhere: (element-type CnscdMembership): where the person may stay
 *
 * Returns: (transfer full): "Was to join on 01/03/2027 and stays in xóm Ba Nhất"
 */
char *
cnscd_words_for_withdrawn (const CnscdUnitRecords *records,
                           const CnscdMembership *coming,
                           GPtrArray *elsewhere)
{
  const CnscdMembership *left = cnscd_roster_find_left (coming, elsewhere);
  const CnscdTeam *team =
    left != NULL ? cnscd_unit_records_find (records, &CNSCD_KIND_TEAM, left->team) : NULL;
  g_autofree char *day = cnscd_date_format (coming->valid_from);
  g_autofree char *name = NULL;

  if (team == NULL)
    /* Translators: %s is a day */
    return g_strdup_printf (_ ("Was to join on %s and no longer does"), day);

  name = cnscd_words_for_team_among (records, team);
  /* Translators: a day, and the name of another team */
  return g_strdup_printf (_ ("Was to join on %s and stays in %s"), day, name);
}

/**
 * cnscd_words_for_dissolution:
 * @valid_to: the last day of a team
 *
 * Returns: (transfer full): "Dissolved on 01/12/2025", the first day without it
 */
char *
cnscd_words_for_dissolution (CnscdDate valid_to)
{
  CnscdDate first = cnscd_date_is_full (valid_to) ? cnscd_date_add_days (valid_to, 1) : valid_to;
  g_autofree char *date = cnscd_date_format (first);

  /* Translators: %s is the first day without the team */
  return g_strdup_printf (_ ("Dissolved on %s"), date);
}

/**
 * cnscd_words_join:
 * @separator: between the two
 * @one: (nullable): a text
 * @other: (nullable): another
 *
 * Returns: (transfer full): both, or the one that is there
 */
char *
cnscd_words_join (const char *separator, const char *one, const char *other)
{
  gboolean has_one = one != NULL && *one != '\0';
  gboolean has_other = other != NULL && *other != '\0';

  return g_strconcat (has_one ? one : "", has_one && has_other ? separator : "",
                      has_other ? other : "", NULL);
}

/**
 * cnscd_words_for_position:
 * @position: (nullable): what somebody is
 * @body: (nullable): of what body
 *
 * Returns: (transfer full): "Bí thư Chi đoàn, Đoàn Thanh niên", as on the printed roster; "" when
 *   nothing is known
 */
char *
cnscd_words_for_position (const char *position, const char *body)
{
  char *title = cnscd_position_dup_title (position, body);

  return title != NULL ? title : g_strdup ("");
}

/**
 * cnscd_words_for_office:
 * @member: a member
 *
 * Returns: (transfer full): as cnscd_words_for_position()
 */
char *
cnscd_words_for_office (const CnscdMember *member)
{
  return cnscd_words_for_position (member->position, member->body);
}

/**
 * cnscd_words_for_time:
 * @time: microseconds since 1970, UTC
 *
 * Returns: (transfer full): the date and the time in Vietnam, whatever this computer's zone is
 */
char *
cnscd_words_for_time (gint64 time)
{
  g_autoptr (GDateTime) local = cnscd_clock_dup_date_time (time);

  /* Translators: a date and a time, as in 21/06/2025 14:30 */
  return local != NULL ? g_date_time_format (local, _ ("%d/%m/%Y %H:%M")) : g_strdup ("—");
}

/**
 * cnscd_words_for_number:
 * @number: a count
 *
 * Returns: (transfer full): "15,000"
 */
char *
cnscd_words_for_number (guint number)
{
  return cnscd_number_format (number);
}

/**
 * cnscd_words_for_members:
 * @n_members: how many
 *
 * Returns: (transfer full): "252 members"
 */
char *
cnscd_words_for_members (guint n_members)
{
  g_autofree char *number = cnscd_words_for_number (n_members);

  /* Translators: %s is a number */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s member", "%s members", n_members),
                          number);
}

/**
 * cnscd_words_for_teams:
 * @n_teams: how many
 *
 * Returns: (transfer full): "36 teams"
 */
char *
cnscd_words_for_teams (guint n_teams)
{
  g_autofree char *number = cnscd_words_for_number (n_teams);

  /* Translators: %s is a number */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s team", "%s teams", n_teams), number);
}

static char *
describe_warning (CnscdTeamWarnings warning,
                  const CnscdTeamFacts *facts,
                  const CnscdTeamSizes *sizes)
{
  g_autofree char *members = cnscd_words_for_members (facts->n_members);
  g_autofree char *min = cnscd_words_for_number (sizes->min);
  g_autofree char *max = cnscd_words_for_number (sizes->max);

  switch (warning)
    {
    case CNSCD_TEAM_WARNING_NO_LEADER:
      return g_strdup (_ ("No leader"));
    case CNSCD_TEAM_WARNING_TWO_LEADERS:
      return g_strdup (_ ("More than one leader"));
    case CNSCD_TEAM_WARNING_TOO_SMALL:
      /* Translators: "4 members", and a number */
      return g_strdup_printf (_ ("%s, at least %s expected"), members, min);
    case CNSCD_TEAM_WARNING_TOO_LARGE:
      /* Translators: "12 members", and a number */
      return g_strdup_printf (_ ("%s, at most %s expected"), members, max);
    case CNSCD_TEAM_WARNING_HAMLET_ENDED:
      return g_strdup (_ ("The hamlet no longer exists"));
    case CNSCD_TEAM_WARNING_TWICE:
      return g_strdup (_ ("Somebody is listed twice"));
    case CNSCD_TEAM_WARNING_NOBODY_YOUNG:
      return g_strdup (_ ("Nobody is under 35"));
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

/**
 * cnscd_words_for_warnings:
 * @facts: of a team
 * @sizes: how large it should be
 *
 * Judges a team as of today.
 *
 * Returns: (transfer full) (nullable): what may be wrong with it, in words; %NULL when it is
 *   nothing
 */
char *
cnscd_words_for_warnings (const CnscdTeamFacts *facts, const CnscdTeamSizes *sizes)
{
  CnscdTeamWarnings warnings = cnscd_team_judge (facts, sizes, cnscd_date_today ());
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint bit = 0; (warnings >> bit) != 0; bit++)
    {
      g_autofree char *words = NULL;

      if ((warnings & (1u << bit)) == 0)
        continue;
      words = describe_warning ((CnscdTeamWarnings) (1u << bit), facts, sizes);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words);
    }

  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}
