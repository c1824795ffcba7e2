/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/cnscd-text.h"
#include "store/cnscd-distinct.h"

/* So many people alike are told of one row. */
#define MAX_TOLD 3

/**
 * cnscd_import_same_name:
 * @a: a name
 * @b: a name
 *
 * Returns: whether both are one name; capitals and the place of a tone do not count, accents do
 */
gboolean
cnscd_import_same_name (const char *a, const char *b)
{
  g_autofree char *key_a = NULL;
  g_autofree char *key_b = NULL;

  if (g_strcmp0 (a, b) == 0)
    return TRUE;
  key_a = cnscd_text_match_key (a);
  key_b = cnscd_text_match_key (b);
  return g_str_equal (key_a, key_b);
}

/**
 * cnscd_importer_get_traits:
 * @importer: an importer
 * @full_name: a name that lives longer than the traits
 * @gender: of the person
 * @birth: of the person
 * @phone: (nullable): of the person
 *
 * Returns: what the person is compared by; the texts are the importer's and the caller's
 */
CnscdPersonTraits
cnscd_importer_get_traits (Importer *importer,
                           const char *full_name,
                           CnscdGender gender,
                           CnscdDate birth,
                           const char *phone)
{
  char *key = g_hash_table_lookup (importer->name_keys, full_name);

  if (key == NULL)
    {
      key = cnscd_text_match_key (full_name);
      g_hash_table_insert (importer->name_keys, g_strdup (full_name), key);
    }
  return (CnscdPersonTraits) {
    .name_key = key,
    .folded = cnscd_importer_fold (importer, full_name),
    .gender = gender,
    .birth = birth,
    .phone = phone,
  };
}

static CnscdPersonTraits
get_traits (Importer *importer, const PersonState *person)
{
  const CnscdPerson *record = person->record;

  return cnscd_importer_get_traits (importer, record->full_name, record->gender, record->birth,
                                    record->phone);
}

/* In its team a row means whom it names, though the day of birth was mended since. */
static CnscdEvidence
compare_births_in_team (CnscdDate one, CnscdDate other)
{
  CnscdEvidence births = cnscd_person_compare_births (one, other);

  return births == CNSCD_EVIDENCE_AGAINST && one.year == other.year ? CNSCD_EVIDENCE_WEAK : births;
}

/* How well a member of the team fits the row; 0: not at all. */
static guint
rate_member (const PersonState *person, const CnscdRosterEntry *entry)
{
  CnscdEvidence birth = compare_births_in_team (person->record->birth, entry->birth);
  CnscdEvidence phone = cnscd_person_compare_phones (person->record->phone, entry->phone);
  gboolean same_name = cnscd_import_same_name (person->record->full_name, entry->full_name);
  guint rating;

  if (same_name)
    {
      if (phone != CNSCD_EVIDENCE_STRONG && birth == CNSCD_EVIDENCE_AGAINST)
        return 0;
      if (phone == CNSCD_EVIDENCE_AGAINST && birth == CNSCD_EVIDENCE_UNKNOWN)
        return 0;
    }
  else if (phone != CNSCD_EVIDENCE_STRONG &&
           (birth < CNSCD_EVIDENCE_WEAK || phone == CNSCD_EVIDENCE_AGAINST))
    return 0; /* Hùng and Hưng are two people */

  rating = 8 + (same_name ? 16 : 0);
  rating += phone == CNSCD_EVIDENCE_STRONG ? 8 : phone == CNSCD_EVIDENCE_UNKNOWN ? 2 : 0;
  rating += birth == CNSCD_EVIDENCE_STRONG    ? 4
            : birth == CNSCD_EVIDENCE_WEAK    ? 2
            : birth == CNSCD_EVIDENCE_UNKNOWN ? 1
                                              : 0;
  return rating;
}

/**
 * cnscd_importer_find_membership:
 * @person: somebody
 * @team: a team
 * @claimed: whether a row of the file has claimed it already
 *
 * Returns: (nullable) (transfer none): the membership of @person in @team
 */
MembershipState *
cnscd_importer_find_membership (const PersonState *person, const TeamState *team, gboolean claimed)
{
  const GPtrArray *list = person->memberships;

  /* Whoever a strange file puts into every team is in few lists of members, and the reverse. */
  if (list != NULL && team->memberships->len < list->len)
    list = team->memberships;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      MembershipState *membership = list->pdata[i];

      if (membership->person == person && membership->team == team &&
          membership->claimed == claimed)
        return membership;
    }
  return NULL;
}

static GPtrArray *
find_namesakes (Importer *importer, UnitState *unit, const CnscdRosterEntry *entry)
{
  return g_hash_table_lookup (unit->people_by_fold,
                              cnscd_importer_fold (importer, entry->full_name));
}

/* Of @list, or of the members of @team where these are fewer, those who are in both. */
typedef struct
{
  const GPtrArray *list; /* (nullable): namesakes */
  const TeamState *team;
  const char *fold;
  gboolean claimed;
  gboolean by_team;
  guint at;
} InTeam;

static InTeam
in_team_init (Importer *importer,
              UnitState *unit,
              const TeamState *team,
              const CnscdRosterEntry *entry,
              gboolean claimed)
{
  const GPtrArray *list = find_namesakes (importer, unit, entry);

  return (InTeam) { .list = list,
                    .team = team,
                    .fold = cnscd_importer_fold (importer, entry->full_name),
                    .claimed = claimed,
                    .by_team = list != NULL && team->memberships->len <= list->len };
}

/* Whoever got another name in this import is still found by the old one. */
static gboolean
is_namesake (const InTeam *self, const PersonState *person)
{
  return g_str_equal (person->fold, self->fold) ||
         (person->changed && g_ptr_array_find ((GPtrArray *) self->list, person, NULL));
}

static MembershipState *
in_team_next (InTeam *self)
{
  while (self->list != NULL &&
         self->at < (self->by_team ? self->team->memberships->len : self->list->len))
    {
      guint at = self->at++;
      MembershipState *membership;

      if (!self->by_team)
        membership =
          cnscd_importer_find_membership (self->list->pdata[at], self->team, self->claimed);
      else
        {
          membership = self->team->memberships->pdata[at];
          if (membership->claimed != self->claimed || !is_namesake (self, membership->person))
            membership = NULL;
        }
      if (membership != NULL)
        return membership;
    }

  return NULL;
}

/* In the order of the namesakes, whichever way they are gone through. */
static gboolean
comes_before (const InTeam *self, const MembershipState *one, const MembershipState *other)
{
  guint at_one = 0, at_other = 0;

  return self->by_team && g_ptr_array_find ((GPtrArray *) self->list, one->person, &at_one) &&
         g_ptr_array_find ((GPtrArray *) self->list, other->person, &at_other) && at_one < at_other;
}

/**
 * cnscd_importer_match_in_team:
 * @importer: an importer
 * @unit: the commune
 * @team: the row's team
 * @entry: a row
 *
 * Finds the member that the row means: of the same name, accents aside, and
 * the same year of birth or phone, or with nothing that speaks against it.
 *
 * Returns: (nullable) (transfer none): the membership, which no row has claimed yet
 */
MembershipState *
cnscd_importer_match_in_team (Importer *importer,
                              UnitState *unit,
                              TeamState *team,
                              const CnscdRosterEntry *entry)
{
  InTeam members = in_team_init (importer, unit, team, entry, FALSE);
  MembershipState *membership;
  MembershipState *best = NULL;
  guint best_rating = 0;

  while ((membership = in_team_next (&members)) != NULL)
    {
      guint rating = rate_member (membership->person, entry);

      if (rating > best_rating ||
          (rating == best_rating && best != NULL && comes_before (&members, membership, best)))
        {
          best = membership;
          best_rating = rating;
        }
    }
  return best;
}

/**
 * cnscd_importer_match_repeated:
 * @importer: an importer
 * @unit: the commune
 * @team: the row's team
 * @entry: a row without a match
 *
 * Returns: (nullable) (transfer none): the membership of the same person that an earlier row of
 *   the file has claimed
 */
MembershipState *
cnscd_importer_match_repeated (Importer *importer,
                               UnitState *unit,
                               TeamState *team,
                               const CnscdRosterEntry *entry)
{
  InTeam members = in_team_init (importer, unit, team, entry, TRUE);
  MembershipState *membership;
  MembershipState *first = NULL;

  while ((first == NULL || members.by_team) && (membership = in_team_next (&members)) != NULL)
    {
      const CnscdPerson *person = membership->person->record;
      CnscdEvidence birth = cnscd_person_compare_births (person->birth, entry->birth);
      CnscdEvidence phone = cnscd_person_compare_phones (person->phone, entry->phone);

      if (birth != CNSCD_EVIDENCE_AGAINST && phone != CNSCD_EVIDENCE_AGAINST &&
          (birth >= CNSCD_EVIDENCE_WEAK || phone == CNSCD_EVIDENCE_STRONG) &&
          (first == NULL || comes_before (&members, membership, first)) &&
          cnscd_import_same_name (person->full_name, entry->full_name))
        first = membership;
    }
  return first;
}

/**
 * cnscd_importer_match_elsewhere:
 * @importer: an importer
 * @unit: the commune
 * @team: the row's team
 * @entry: a row without a match in its team
 *
 * Finds the person in another team of the commune, or in none: the phone must
 * be the same, or the year of birth with no other phone against it.
 *
 * Returns: (nullable) (transfer none): the person
 */
PersonState *
cnscd_importer_match_elsewhere (Importer *importer,
                                UnitState *unit,
                                TeamState *team,
                                const CnscdRosterEntry *entry)
{
  GPtrArray *list = find_namesakes (importer, unit, entry);
  PersonState *best = NULL;
  CnscdEvidence best_birth = CNSCD_EVIDENCE_UNKNOWN;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      PersonState *person = list->pdata[i];
      CnscdEvidence birth = cnscd_person_compare_births (person->record->birth, entry->birth);
      CnscdEvidence phone = cnscd_person_compare_phones (person->record->phone, entry->phone);

      if (birth == CNSCD_EVIDENCE_AGAINST ||
          cnscd_importer_find_membership (person, team, TRUE) != NULL ||
          cnscd_importer_find_membership (person, team, FALSE) != NULL)
        continue;
      if (phone == CNSCD_EVIDENCE_STRONG)
        return person;
      if (phone == CNSCD_EVIDENCE_UNKNOWN && birth >= CNSCD_EVIDENCE_WEAK && birth > best_birth &&
          cnscd_import_same_name (person->record->full_name, entry->full_name))
        {
          best = person;
          best_birth = birth;
        }
    }
  return best;
}

/* Both were there before and the file says nothing new of them: whoever wanted to look has looked.
 */
static gboolean
is_known (const PersonState *a, const PersonState *b)
{
  return !a->is_new && !a->changed && !b->is_new && !b->changed;
}

/* Once for each pair. */
static gboolean
is_told (Importer *importer, const PersonState *a, const PersonState *b)
{
  const char *first = a->record->record.id, *second = b->record->record.id;
  char *pair = strcmp (first, second) < 0 ? g_strconcat (first, second, NULL)
                                          : g_strconcat (second, first, NULL);

  return !g_hash_table_add (importer->reported, pair);
}

static char *
describe (const PersonState *person)
{
  const char *team = NULL;

  if (person->entry != NULL)
    return g_strdup_printf (_ ("%s in row %u"), person->record->full_name, person->entry->row);
  if (person->memberships != NULL && person->memberships->len > 0)
    team = ((MembershipState *) person->memberships->pdata[0])->team->record->name;
  if (team != NULL)
    return g_strdup_printf (_ ("%s of %s"), person->record->full_name, team);
  return g_strdup (person->record->full_name);
}

static char *
describe_match (CnscdPersonMatch match, const char *name, const char *who)
{
  if ((match & CNSCD_PERSON_MATCH_NAME) != 0 &&
      (match & (CNSCD_PERSON_MATCH_BIRTH | CNSCD_PERSON_MATCH_YEAR)) != 0)
    return g_strdup_printf (
      _ ("%s has the same name and year of birth as %s. Check whether they are the same person."),
      name, who);
  if ((match & CNSCD_PERSON_MATCH_PHONE) != 0)
    return g_strdup_printf (
      _ ("%s has the same telephone number as %s. Check whether they are the same person."), name,
      who);
  if ((match & CNSCD_PERSON_MATCH_NAME) != 0)
    return g_strdup_printf (
      _ ("%s has the same name as %s. Check whether they are the same person."), name, who);
  return g_strdup_printf (_ ("%s has nearly the same name and the same year of birth as %s. Check "
                             "whether they are the same person."),
                          name, who);
}

/* Those of @list who may be @person by cnscd_person_match(), as the page of duplicates tells too.
 */
static void
report_from (Importer *importer,
             const GPtrArray *list,
             const PersonState *person,
             const CnscdRosterEntry *entry,
             guint *n_told)
{
  CnscdPersonTraits traits = get_traits (importer, person);

  for (guint i = 0; list != NULL && i < list->len && *n_told < MAX_TOLD; i++)
    {
      const PersonState *other = list->pdata[i];
      CnscdPersonTraits other_traits;
      CnscdPersonMatch match;
      g_autofree char *who = NULL;
      g_autofree char *text = NULL;

      /* What speaks against it most often is told at once; see cnscd_person_match(). */
      if (other == person ||
          cnscd_person_compare_births (person->record->birth, other->record->birth) ==
            CNSCD_EVIDENCE_AGAINST ||
          is_known (person, other) || g_ptr_array_find (importer->row_pairs, other, NULL))
        continue;
      other_traits = get_traits (importer, other);
      match = cnscd_person_match (&traits, &other_traits);
      if (match == CNSCD_PERSON_MATCH_NONE || is_told (importer, person, other) ||
          cnscd_distinct_has (importer->database, person->record->record.id,
                              other->record->record.id))
        continue;
      who = describe (other);
      text = describe_match (match, entry->full_name, who);
      cnscd_findings_add (importer->plan->findings, CNSCD_FINDING_WARNING, "duplicate-possible",
                          entry->sheet, entry->row, entry->column, "%s", text);
      (*n_told)++;
    }
}

/**
 * cnscd_importer_get_phone_owners:
 * @unit: the commune
 * @phone: (nullable): a number
 *
 * Returns: (nullable) (transfer none) (element-type PersonState): who has it; %NULL also when it
 *   is an office's
 */
const GPtrArray *
cnscd_importer_get_phone_owners (UnitState *unit, const char *phone)
{
  const GPtrArray *list = phone != NULL ? g_hash_table_lookup (unit->people_by_phone, phone) : NULL;

  return list != NULL && list->len <= CNSCD_PERSON_MATCH_MAX_PHONE_OWNERS ? list : NULL;
}

/**
 * cnscd_importer_report_alike:
 * @importer: an importer
 * @unit: the commune
 * @person: who the row was taken for
 * @entry: the row
 *
 * Tells of other people who may be the same one, by cnscd_person_match(), unless a pair of the
 * plan asks about them, somebody has told them apart, or nothing is new about them.
 */
void
cnscd_importer_report_alike (Importer *importer,
                             UnitState *unit,
                             PersonState *person,
                             const CnscdRosterEntry *entry)
{
  guint n_told = 0;

  report_from (importer, g_hash_table_lookup (unit->people_by_fold, person->fold), person, entry,
               &n_told);
  report_from (importer, cnscd_importer_get_phone_owners (unit, person->record->phone), person,
               entry, &n_told);
}
