/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-records.h"

#include <string.h>

#include "cnscd-kind-private.h"
#include "cnscd-schedule-records.h"

/* The words are stored and sent: they never change. Their order is that of the enumerations. */
static const char *const gender_words[] = { "male", "female", NULL };
static const char *const hamlet_kind_words[] = { "hamlet", "residential_group", NULL };
static const char *const team_level_words[] = { "commune", "hamlet", NULL };
static const char *const role_words[] = { "leader", "deputy", "member", NULL };
static const char *const decision_kind_words[] = { "establish", "consolidate", "dissolve", NULL };
static const char *const legal_basis_words[] = { "consent", "public_duty", NULL };

static const CnscdField hamlet_fields[] = {
  FIELD_OF (CnscdHamlet, name, TEXT, .required = TRUE),
  FIELD_OF (CnscdHamlet, kind, CHOICE, .choices = hamlet_kind_words),
  FIELD_OF (CnscdHamlet, valid_from, DATE),
  FIELD_OF (CnscdHamlet, valid_to, DATE),
  FIELD_OF (CnscdHamlet, note, TEXT),
};

static const CnscdField hamlet_profile_fields[] = {
  FIELD_OF (CnscdHamletProfile, hamlet, REFERENCE, .required = TRUE),
  FIELD_OF (CnscdHamletProfile, as_of, DATE, .required = TRUE),
  FIELD_OF (CnscdHamletProfile, households, COUNT),
  FIELD_OF (CnscdHamletProfile, poor_households, COUNT),
  FIELD_OF (CnscdHamletProfile, near_poor_households, COUNT),
  FIELD_OF (CnscdHamletProfile, people, COUNT),
  FIELD_OF (CnscdHamletProfile, working_age_people, COUNT),
};

static const CnscdField decision_fields[] = {
  FIELD_OF (CnscdDecision, number, TEXT, .required = TRUE),
  FIELD_OF (CnscdDecision, date, DATE),
  FIELD_OF (CnscdDecision, kind, CHOICE, .choices = decision_kind_words),
  FIELD_OF (CnscdDecision, issuer, TEXT),
  FIELD_OF (CnscdDecision, signer, TEXT),
  FIELD_OF (CnscdDecision, subject, TEXT),
  FIELD_OF (CnscdDecision, note, TEXT),
};

static const CnscdField team_fields[] = {
  FIELD_OF (CnscdTeam, name, TEXT, .required = TRUE),
  FIELD_OF (CnscdTeam, level, CHOICE, .choices = team_level_words, .required = TRUE),
  FIELD_OF (CnscdTeam, hamlet, REFERENCE),
  FIELD_OF (CnscdTeam, decision, REFERENCE),
  FIELD_OF (CnscdTeam, valid_from, DATE),
  FIELD_OF (CnscdTeam, valid_to, DATE),
  FIELD_OF (CnscdTeam, end_decision, REFERENCE),
  FIELD_OF (CnscdTeam, note, TEXT),
};

static const CnscdField person_fields[] = {
  FIELD_OF (CnscdPerson, full_name, TEXT, .required = TRUE),
  FIELD_OF (CnscdPerson, gender, CHOICE, .choices = gender_words),
  FIELD_OF (CnscdPerson, birth, DATE),
  FIELD_OF (CnscdPerson, phone, TEXT),
  FIELD_OF (CnscdPerson, legal_basis, CHOICE, .choices = legal_basis_words),
  FIELD_OF (CnscdPerson, legal_basis_on, DATE),
  FIELD_OF (CnscdPerson, note, TEXT),
};

static const CnscdField membership_fields[] = {
  FIELD_OF (CnscdMembership, team, REFERENCE, .required = TRUE),
  FIELD_OF (CnscdMembership, person, REFERENCE, .required = TRUE),
  FIELD_OF (CnscdMembership, role, CHOICE, .choices = role_words),
  FIELD_OF (CnscdMembership, body, TEXT),
  FIELD_OF (CnscdMembership, position, TEXT),
  FIELD_OF (CnscdMembership, ordinal, COUNT),
  FIELD_OF (CnscdMembership, valid_from, DATE),
  FIELD_OF (CnscdMembership, valid_to, DATE),
  FIELD_OF (CnscdMembership, decision, REFERENCE),
  FIELD_OF (CnscdMembership, end_decision, REFERENCE),
  FIELD_OF (CnscdMembership, end_reason, TEXT),
  FIELD_OF (CnscdMembership, note, TEXT),
};

const CnscdKind CNSCD_KIND_HAMLET = KIND (CnscdHamlet, "hamlet", hamlet_fields);
const CnscdKind CNSCD_KIND_HAMLET_PROFILE =
  KIND (CnscdHamletProfile, "hamlet_profile", hamlet_profile_fields);
const CnscdKind CNSCD_KIND_DECISION = KIND (CnscdDecision, "decision", decision_fields);
const CnscdKind CNSCD_KIND_TEAM = KIND (CnscdTeam, "team", team_fields);
const CnscdKind CNSCD_KIND_PERSON = KIND (CnscdPerson, "person", person_fields);
const CnscdKind CNSCD_KIND_MEMBERSHIP = KIND (CnscdMembership, "membership", membership_fields);

const CnscdKind *const CNSCD_KINDS[] = {
  &CNSCD_KIND_HAMLET,        &CNSCD_KIND_HAMLET_PROFILE, &CNSCD_KIND_DECISION,
  &CNSCD_KIND_TEAM,          &CNSCD_KIND_PERSON,         &CNSCD_KIND_MEMBERSHIP,
  &CNSCD_KIND_TOPIC,         &CNSCD_KIND_AUDIENCE,       &CNSCD_KIND_AUDIENCE_TOPIC,
  &CNSCD_KIND_INDICATOR,     &CNSCD_KIND_HOLIDAY,        &CNSCD_KIND_SERIES,
  &CNSCD_KIND_SESSION,       &CNSCD_KIND_SESSION_TEAM,   &CNSCD_KIND_SESSION_TOPIC,
  &CNSCD_KIND_SESSION_GUIDE, &CNSCD_KIND_SESSION_RESULT, NULL,
};

/**
 * cnscd_kind_from_name: (skip)
 * @name: (nullable): a name as in the database and in the outbox
 *
 * Returns: (transfer none) (nullable): the kind called @name, or %NULL
 */
const CnscdKind *
cnscd_kind_from_name (const char *name)
{
  for (guint i = 0; name != NULL && CNSCD_KINDS[i] != NULL; i++)
    {
      if (strcmp (CNSCD_KINDS[i]->name, name) == 0)
        return CNSCD_KINDS[i];
    }

  return NULL;
}

/**
 * cnscd_kind_get_field: (skip)
 * @kind: a kind
 * @name: (nullable): a field's name as in the database and in the outbox
 *
 * Returns: (transfer none) (nullable): the field of @kind called @name, or %NULL
 */
const CnscdField *
cnscd_kind_get_field (const CnscdKind *kind, const char *name)
{
  g_return_val_if_fail (kind != NULL, NULL);

  for (guint i = 0; name != NULL && i < kind->n_fields; i++)
    {
      if (strcmp (kind->fields[i].name, name) == 0)
        return &kind->fields[i];
    }

  return NULL;
}
