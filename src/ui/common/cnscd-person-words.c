/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-person-words.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-phone.h"
#include "cnscd-words.h"

/* So many people are named at once. */
#define N_NAMED 4

static guint
get_age (CnscdDate birth, CnscdDate today)
{
  guint age = (guint) MAX (today.year - birth.year, 0);
  gboolean birthday_to_come =
    cnscd_date_is_full (birth) &&
    (birth.month > today.month || (birth.month == today.month && birth.day > today.day));

  return age > 0 && birthday_to_come ? age - 1 : age;
}

/**
 * cnscd_words_for_birth:
 * @birth: when somebody was born
 * @today: today in Vietnam
 *
 * Returns: (transfer full): "21/06/1975 (50 years old)", or "—" when it is not known
 */
char *
cnscd_words_for_birth (CnscdDate birth, CnscdDate today)
{
  g_autofree char *date = NULL;

  if (!cnscd_date_is_known (birth))
    return g_strdup ("—");

  date = cnscd_date_format (birth);
  /* Translators: a date or year of birth, and the age in years */
  return g_strdup_printf (_ ("%s (%u years old)"), date, get_age (birth, today));
}

/**
 * cnscd_words_for_legal_basis_kind:
 * @legal_basis: why somebody's data may be kept
 *
 * Returns: (transfer none): what it is called, "—" when it is not known
 */
const char *
cnscd_words_for_legal_basis_kind (CnscdLegalBasis legal_basis)
{
  switch (legal_basis)
    {
    case CNSCD_LEGAL_BASIS_CONSENT:
      return C_ ("legal basis", "Consent");
    case CNSCD_LEGAL_BASIS_PUBLIC_DUTY:
      return C_ ("legal basis", "Public duty");
    case CNSCD_LEGAL_BASIS_UNKNOWN:
    default:
      return "—";
    }
}

/**
 * cnscd_words_for_legal_basis:
 * @person: a person
 *
 * Returns: (transfer full): why the person's data may be kept, and since when: "Consent
 *   (05/01/2026)", or "—" when it is not known
 */
char *
cnscd_words_for_legal_basis (const CnscdPerson *person)
{
  const char *words = cnscd_words_for_legal_basis_kind ((CnscdLegalBasis) person->legal_basis);
  g_autofree char *date = NULL;

  if (person->legal_basis == CNSCD_LEGAL_BASIS_UNKNOWN ||
      !cnscd_date_is_known (person->legal_basis_on))
    return g_strdup (words);

  date = cnscd_date_format (person->legal_basis_on);
  return g_strdup_printf ("%s (%s)", words, date);
}

/**
 * cnscd_words_for_match:
 * @match: what speaks for two records being of one person
 *
 * Returns: (transfer full): "Same name · Same year of birth"
 */
char *
cnscd_words_for_match (CnscdPersonMatch match)
{
  static const struct
  {
    CnscdPersonMatch match;
    const char *words;
  } all[] = {
    { CNSCD_PERSON_MATCH_NAME, N_ ("Same name") },
    { CNSCD_PERSON_MATCH_LETTERS, N_ ("Same name but for accents") },
    { CNSCD_PERSON_MATCH_SIMILAR, N_ ("Similar name") },
    { CNSCD_PERSON_MATCH_BIRTH, N_ ("Same date of birth") },
    { CNSCD_PERSON_MATCH_YEAR, N_ ("Same year of birth") },
    { CNSCD_PERSON_MATCH_PHONE, N_ ("Same phone") },
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      if ((match & all[i].match) != 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "",
                                g_dgettext (GETTEXT_PACKAGE, all[i].words));
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/**
 * cnscd_words_for_membership_team:
 * @membership: a membership
 *
 * Returns: (transfer full): the team's hamlet where it has one, and its own name where it does not
 */
char *
cnscd_words_for_membership_team (const CnscdPersonMembership *membership)
{
  return cnscd_words_for_team_at (membership->hamlet_kind, membership->hamlet_name,
                                  membership->team_name);
}

/**
 * cnscd_words_for_membership_office:
 * @membership: a membership
 *
 * Returns: (transfer full): "Deputy · Bí thư Chi đoàn, Đoàn Thanh niên"
 */
char *
cnscd_words_for_membership_office (const CnscdPersonMembership *membership)
{
  const CnscdMembership *record = membership->record;
  g_autofree char *office = cnscd_words_for_position (record->position, record->body);

  return cnscd_words_join (" · ", cnscd_words_for_role ((CnscdRole) record->role), office);
}

/**
 * cnscd_words_for_membership_period:
 * @membership: a membership
 *
 * Returns: (transfer full): "29/11/2025 – now", with "—" for what is not known; "from 01/01/2030"
 *   of one that is still to begin
 */
char *
cnscd_words_for_membership_period (const CnscdPersonMembership *membership)
{
  CnscdDate from = membership->record->valid_from;
  g_autofree char *first = cnscd_date_is_known (from) ? cnscd_date_format (from) : g_strdup ("—");
  g_autofree char *last =
    cnscd_date_is_known (membership->until) ? cnscd_date_format (membership->until) : NULL;

  if (last == NULL && membership->is_upcoming)
    /* Translators: the first day of a hamlet or a membership, which may be to come */
    return g_strdup_printf (_ ("from %s"), first);

  /* Translators: the first and the last day of a membership */
  return last != NULL ? g_strdup_printf (_ ("%s – %s"), first, last)
                      /* Translators: the first day of a membership that goes on */
                      : g_strdup_printf (_ ("%s – now"), first);
}

/**
 * cnscd_words_for_choice:
 * @choice: what is chosen when two records of a person are merged
 *
 * Returns: (transfer none): what it is called
 */
const char *
cnscd_words_for_choice (CnscdPersonChoice choice)
{
  switch (choice)
    {
    case CNSCD_PERSON_CHOICE_NAME:
      return _ ("Full Name");
    case CNSCD_PERSON_CHOICE_GENDER:
      return _ ("Gender");
    case CNSCD_PERSON_CHOICE_BIRTH:
      return C_ ("field", "Born");
    case CNSCD_PERSON_CHOICE_PHONE:
      return _ ("Phone");
    case CNSCD_PERSON_CHOICE_LEGAL_BASIS:
      return _ ("Legal Basis");
    case CNSCD_PERSON_CHOICE_NOTE:
      return _ ("Note");
    case CNSCD_N_PERSON_CHOICES:
    default:
      return "";
    }
}

/**
 * cnscd_words_for_choice_value:
 * @choice: what is chosen
 * @person: a person
 *
 * Returns: (transfer full): what @person says of it, "—" when nothing is known
 */
char *
cnscd_words_for_choice_value (CnscdPersonChoice choice, const CnscdPerson *person)
{
  if (cnscd_person_choice_is_unknown (choice, person))
    return g_strdup ("—");

  switch (choice)
    {
    case CNSCD_PERSON_CHOICE_NAME:
      return g_strdup (person->full_name);
    case CNSCD_PERSON_CHOICE_GENDER:
      return g_strdup (cnscd_words_for_gender ((CnscdGender) person->gender));
    case CNSCD_PERSON_CHOICE_BIRTH:
      return cnscd_words_for_birth (person->birth, cnscd_date_today ());
    case CNSCD_PERSON_CHOICE_PHONE:
      return cnscd_phone_format (person->phone);
    case CNSCD_PERSON_CHOICE_LEGAL_BASIS:
      return cnscd_words_for_legal_basis (person);
    case CNSCD_PERSON_CHOICE_NOTE:
      return g_strdup (person->note);
    case CNSCD_N_PERSON_CHOICES:
    default:
      return g_strdup ("—");
    }
}

/**
 * cnscd_words_for_bulk_members:
 * @members: members
 *
 * Returns: (transfer full): their names, or some of many: "A, B and 3 more"
 */
char *
cnscd_words_for_bulk_members (const CnscdBulkMembers *members)
{
  guint n = cnscd_bulk_members_get_n (members);
  guint n_named = n <= N_NAMED ? n : N_NAMED - 1;
  g_autofree char *number = cnscd_words_for_number (n - n_named);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < n_named; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            cnscd_bulk_members_get_person (members, i)->full_name);
  if (n_named < n)
    /* Translators: names, and how many more people */
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s and %s more", "%s and %s more", n - n_named), names->str,
      number);
  return g_string_free_and_steal (g_steal_pointer (&names));
}
