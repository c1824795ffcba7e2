/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/cnscd-text.h"

/* More people of one year than this are not compared letter by letter. */
#define MAX_NEAR 1000
/* So many people alike are told of one row. */
#define MAX_TOLD 3

typedef enum
{
  SAME_NAME,
  SAME_PHONE,
  NEAR_NAME,
} Reason;

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
 * cnscd_import_compare_birth:
 * @a: a date of birth
 * @b: another
 *
 * Returns: how alike they are
 */
Likeness
cnscd_import_compare_birth (CnscdDate a, CnscdDate b)
{
  if (!cnscd_date_is_known (a) || !cnscd_date_is_known (b))
    return LIKE_UNKNOWN;
  if (a.year != b.year)
    return LIKE_CONFLICT;
  return cnscd_date_is_full (a) && cnscd_date_equal (a, b) ? LIKE_SAME : LIKE_PARTLY;
}

/**
 * cnscd_import_compare_phone:
 * @a: (nullable): a number
 * @b: (nullable): another
 *
 * Returns: how alike they are
 */
Likeness
cnscd_import_compare_phone (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return LIKE_UNKNOWN;
  return g_str_equal (a, b) ? LIKE_SAME : LIKE_CONFLICT;
}

/**
 * cnscd_import_near_name:
 * @a: the search key of a name
 * @b: another
 *
 * Returns: whether one letter more, less or other makes @b of @a
 */
gboolean
cnscd_import_near_name (const char *a, const char *b)
{
  gsize length_a = strlen (a), length_b = strlen (b), i = 0;

  if (length_a > length_b + 1 || length_b > length_a + 1)
    return FALSE;
  while (a[i] != '\0' && a[i] == b[i])
    i++;
  if (a[i] == '\0' && b[i] == '\0')
    return FALSE;
  if (length_a == length_b)
    return strcmp (a + i + 1, b + i + 1) == 0;
  return length_a > length_b ? strcmp (a + i + 1, b + i) == 0 : strcmp (a + i, b + i + 1) == 0;
}

/* How well a member of the team fits the row; 0: not at all. */
static guint
rate_member (const PersonState *person, const CnscdRosterEntry *entry)
{
  Likeness birth = cnscd_import_compare_birth (person->record->birth, entry->birth);
  Likeness phone = cnscd_import_compare_phone (person->record->phone, entry->phone);
  gboolean same_name = cnscd_import_same_name (person->record->full_name, entry->full_name);
  guint rating;

  if (same_name)
    {
      if (phone != LIKE_SAME && birth == LIKE_CONFLICT)
        return 0;
      if (phone == LIKE_CONFLICT && birth == LIKE_UNKNOWN)
        return 0;
    }
  else if (phone != LIKE_SAME && (birth < LIKE_PARTLY || phone == LIKE_CONFLICT))
    return 0; /* Hùng and Hưng are two people */

  rating = 8 + (same_name ? 16 : 0);
  rating += phone == LIKE_SAME ? 8 : phone == LIKE_UNKNOWN ? 2 : 0;
  rating += birth == LIKE_SAME ? 4 : birth == LIKE_PARTLY ? 2 : birth == LIKE_UNKNOWN ? 1 : 0;
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
  for (guint i = 0; person->memberships != NULL && i < person->memberships->len; i++)
    {
      MembershipState *membership = person->memberships->pdata[i];

      if (membership->team == team && membership->claimed == claimed)
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
  GPtrArray *list = find_namesakes (importer, unit, entry);
  MembershipState *best = NULL;
  guint best_rating = 0;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const PersonState *person = list->pdata[i];
      MembershipState *membership = cnscd_importer_find_membership (person, team, FALSE);
      guint rating = membership != NULL ? rate_member (person, entry) : 0;

      if (rating > best_rating)
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
  GPtrArray *list = find_namesakes (importer, unit, entry);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const PersonState *person = list->pdata[i];
      MembershipState *membership = cnscd_importer_find_membership (person, team, TRUE);
      Likeness birth = cnscd_import_compare_birth (person->record->birth, entry->birth);
      Likeness phone = cnscd_import_compare_phone (person->record->phone, entry->phone);

      if (membership != NULL && birth != LIKE_CONFLICT && phone != LIKE_CONFLICT &&
          (birth >= LIKE_PARTLY || phone == LIKE_SAME) &&
          cnscd_import_same_name (person->record->full_name, entry->full_name))
        return membership;
    }
  return NULL;
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
  Likeness best_birth = LIKE_UNKNOWN;

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      PersonState *person = list->pdata[i];
      Likeness birth = cnscd_import_compare_birth (person->record->birth, entry->birth);
      Likeness phone = cnscd_import_compare_phone (person->record->phone, entry->phone);

      if (birth == LIKE_CONFLICT || cnscd_importer_find_membership (person, team, TRUE) != NULL ||
          cnscd_importer_find_membership (person, team, FALSE) != NULL)
        continue;
      if (phone == LIKE_SAME)
        return person;
      if (phone == LIKE_UNKNOWN && birth >= LIKE_PARTLY && birth > best_birth &&
          cnscd_import_same_name (person->record->full_name, entry->full_name))
        {
          best = person;
          best_birth = birth;
        }
    }
  return best;
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

static gboolean
report (Importer *importer,
        const PersonState *person,
        const PersonState *other,
        const CnscdRosterEntry *entry,
        Reason reason)
{
  g_autofree char *who = NULL;
  g_autofree char *text = NULL;

  if (is_told (importer, person, other))
    return FALSE;
  who = describe (other);
  switch (reason)
    {
    case SAME_NAME:
      text = g_strdup_printf (
        _ ("%s has the same name and year of birth as %s. Look whether both are one person."),
        entry->full_name, who);
      break;
    case SAME_PHONE:
      text = g_strdup_printf (
        _ ("%s has the same telephone number as %s. Look whether both are one person."),
        entry->full_name, who);
      break;
    case NEAR_NAME:
    default:
      text = g_strdup_printf (_ ("%s has nearly the same name and the same year of birth as %s. "
                                 "Look whether both are one person."),
                              entry->full_name, who);
      break;
    }
  cnscd_findings_add (importer->plan->findings, CNSCD_FINDING_WARNING, "duplicate-possible",
                      entry->sheet, entry->row, entry->column, "%s", text);
  return TRUE;
}

/**
 * cnscd_importer_report_alike:
 * @importer: an importer
 * @unit: the commune
 * @person: who the row was taken for
 * @entry: the row
 *
 * Tells of other people who may be the same one: same name and year of birth,
 * same phone, or nearly the same name and the same year.
 */
void
cnscd_importer_report_alike (Importer *importer,
                             UnitState *unit,
                             PersonState *person,
                             const CnscdRosterEntry *entry)
{
  const CnscdPerson *record = person->record;
  GPtrArray *list = g_hash_table_lookup (unit->people_by_fold, person->fold);
  guint n_told = 0;

  for (guint i = 0; list != NULL && i < list->len && n_told < MAX_TOLD; i++)
    {
      const PersonState *other = list->pdata[i];

      if (other != person &&
          cnscd_import_compare_birth (other->record->birth, record->birth) >= LIKE_PARTLY)
        n_told += report (importer, person, other, entry, SAME_NAME);
    }

  list = record->phone != NULL ? g_hash_table_lookup (unit->people_by_phone, record->phone) : NULL;
  for (guint i = 0; list != NULL && i < list->len && n_told < MAX_TOLD; i++)
    {
      const PersonState *other = list->pdata[i];

      if (other != person && g_strcmp0 (other->record->phone, record->phone) == 0)
        n_told += report (importer, person, other, entry, SAME_PHONE);
    }

  list = NULL;
  if (cnscd_date_is_known (record->birth))
    list =
      g_hash_table_lookup (unit->people_by_year, GUINT_TO_POINTER ((guint) record->birth.year));
  for (guint i = 0; list != NULL && list->len <= MAX_NEAR && i < list->len && n_told < MAX_TOLD;
       i++)
    {
      const PersonState *other = list->pdata[i];

      if (other != person && other->record->birth.year == record->birth.year &&
          cnscd_import_near_name (other->fold, person->fold) &&
          cnscd_import_compare_phone (other->record->phone, record->phone) != LIKE_CONFLICT)
        n_told += report (importer, person, other, entry, NEAR_NAME);
    }
}
