/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-roster.h"

static void
free_person (gpointer data)
{
  CnscdRosterPerson *person = data;

  g_free (person->full_name);
  g_free (person->office);
  g_free (person->phone);
  g_free (person->note);
  g_free (person);
}

static void
free_team (gpointer data)
{
  CnscdRosterTeam *team = data;

  g_free (team->title);
  g_ptr_array_unref (team->people);
  g_free (team);
}

/**
 * cnscd_roster_new:
 *
 * Makes an empty roster: an annex, portrait, without phones.
 *
 * Returns: (transfer full): the roster
 */
CnscdRoster *
cnscd_roster_new (void)
{
  CnscdRoster *roster = g_new0 (CnscdRoster, 1);

  roster->annex = TRUE;
  roster->teams = g_ptr_array_new_with_free_func (free_team);

  return roster;
}

/**
 * cnscd_roster_add_team:
 * @roster: a roster
 * @title: what the team is called in full: "Tổ CNSCĐ xóm Ba Nhất"
 *
 * Adds a team without people after those already there.
 *
 * Returns: (transfer none): the team
 */
CnscdRosterTeam *
cnscd_roster_add_team (CnscdRoster *roster, const char *title)
{
  CnscdRosterTeam *team;

  g_return_val_if_fail (roster != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  team = g_new0 (CnscdRosterTeam, 1);
  team->title = g_strdup (title);
  team->people = g_ptr_array_new_with_free_func (free_person);
  g_ptr_array_add (roster->teams, team);

  return team;
}

/**
 * cnscd_roster_team_add_person:
 * @team: a team of a roster
 * @full_name: the person's name
 *
 * Adds a person of whom nothing else is known yet; the caller fills in the
 * rest, with strings that the roster then owns.
 *
 * Returns: (transfer none): the person
 */
CnscdRosterPerson *
cnscd_roster_team_add_person (CnscdRosterTeam *team, const char *full_name)
{
  CnscdRosterPerson *person;

  g_return_val_if_fail (team != NULL, NULL);
  g_return_val_if_fail (full_name != NULL, NULL);

  person = g_new0 (CnscdRosterPerson, 1);
  person->full_name = g_strdup (full_name);
  g_ptr_array_add (team->people, person);

  return person;
}

/**
 * cnscd_roster_choose:
 * @roster: a roster as it was read
 * @choices: how it shall be printed
 *
 * Has the roster say what was chosen; see also cnscd_issuer_set_signer().
 */
void
cnscd_roster_choose (CnscdRoster *roster, const CnscdRosterChoices *choices)
{
  g_return_if_fail (roster != NULL);
  g_return_if_fail (choices != NULL);

  roster->annex = choices->annex;
  roster->landscape = choices->landscape;
  roster->with_phones = choices->with_phones;
  roster->issuer.date = choices->date;
  cnscd_issuer_set_signer (&roster->issuer, choices->signer);
  if (choices->reference == CNSCD_ROSTER_REFERENCE_AS_STORED)
    return;

  g_set_str (&roster->decision_number, NULL);
  roster->decision_date = CNSCD_DATE_UNKNOWN;
  if (choices->reference == CNSCD_ROSTER_REFERENCE_CHOSEN)
    {
      roster->decision_number = g_strdup (choices->decision_number);
      roster->decision_date = choices->decision_date;
    }
}

/**
 * cnscd_roster_get_n_people:
 * @roster: a roster
 *
 * Returns: the lines with a person in all teams, as the audit log wants it
 */
guint
cnscd_roster_get_n_people (const CnscdRoster *roster)
{
  guint n_people = 0;

  g_return_val_if_fail (roster != NULL, 0);

  for (guint i = 0; i < roster->teams->len; i++)
    {
      const CnscdRosterTeam *team = roster->teams->pdata[i];

      n_people += team->people->len;
    }

  return n_people;
}

/**
 * cnscd_roster_free:
 * @roster: (nullable): a roster
 *
 * Frees the roster with its teams and people.
 */
void
cnscd_roster_free (CnscdRoster *roster)
{
  if (roster == NULL)
    return;

  cnscd_issuer_clear (&roster->issuer);
  g_free (roster->decision_number);
  g_ptr_array_unref (roster->teams);
  g_free (roster);
}
