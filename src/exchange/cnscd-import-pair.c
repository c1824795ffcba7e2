/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-private.h"

#include <string.h>

#include "core/cnscd-text.h"
#include "store/cnscd-distinct.h"

/* So many people alike are shown for one row. */
#define MAX_PER_ROW 3
/* So many are shown in all: nobody decides about more. */
#define MAX_PAIRS 2000

static void
clear_side (CnscdImportSide *side)
{
  g_free (side->full_name);
  g_free (side->phone);
  g_free (side->team);
  g_free (side->sheet);
}

static void
clear_pair (gpointer data)
{
  CnscdImportPair *pair = data;

  g_free (pair->row);
  g_free (pair->candidate);
  clear_side (&pair->file);
  clear_side (&pair->other);
}

static CnscdLikeness
get_likeness (CnscdEvidence evidence)
{
  switch (evidence)
    {
    case CNSCD_EVIDENCE_STRONG:
      return CNSCD_LIKENESS_SAME;
    case CNSCD_EVIDENCE_WEAK:
      return CNSCD_LIKENESS_NEAR;
    case CNSCD_EVIDENCE_AGAINST:
      return CNSCD_LIKENESS_OTHER;
    case CNSCD_EVIDENCE_UNKNOWN:
    default:
      return CNSCD_LIKENESS_UNKNOWN;
    }
}

/* Who is new with this file has no id yet by which the next run would know them: the row tells. */
static char *
dup_candidate (const PersonState *person)
{
  return person->is_new ? cnscd_import_row_dup_key (person->entry)
                        : g_strdup (person->record->record.id);
}

static const char *
get_team (const PersonState *person)
{
  if (person->memberships == NULL || person->memberships->len == 0)
    return NULL;
  return ((MembershipState *) person->memberships->pdata[0])->team->record->name;
}

static CnscdPersonTraits
get_row_traits (Importer *importer, const CnscdRosterEntry *entry)
{
  return cnscd_importer_get_traits (importer, entry->full_name, entry->gender, entry->birth,
                                    entry->phone);
}

static CnscdPersonTraits
get_person_traits (Importer *importer, const CnscdPerson *record)
{
  return cnscd_importer_get_traits (importer, record->full_name, record->gender, record->birth,
                                    record->phone);
}

static CnscdLikeness
compare_names (const CnscdPersonTraits *person, const CnscdPersonTraits *row)
{
  switch ((int) cnscd_person_compare_names (person, row))
    {
    case CNSCD_PERSON_MATCH_NAME:
      return CNSCD_LIKENESS_SAME;
    case CNSCD_PERSON_MATCH_LETTERS:
    case CNSCD_PERSON_MATCH_SIMILAR:
      return CNSCD_LIKENESS_NEAR;
    default:
      return CNSCD_LIKENESS_OTHER;
    }
}

static gboolean
is_in_team (const PersonState *person, const TeamState *team)
{
  for (guint i = 0; person->memberships != NULL && i < person->memberships->len; i++)
    if (((MembershipState *) person->memberships->pdata[i])->team == team)
      return TRUE;
  return FALSE;
}

/* Whether the row may speak of this person, though the import does not take it so by itself: by
 * the rule for any two records; and two of one name in a team are one with a slip of the pen more
 * often than not. */
static gboolean
may_be_same (Importer *importer,
             const PersonState *person,
             const TeamState *team,
             const CnscdRosterEntry *entry)
{
  CnscdPersonTraits stored, row;

  /* The rule never takes two for one whose births contradict each other. */
  if (cnscd_person_compare_births (person->record->birth, entry->birth) == CNSCD_EVIDENCE_AGAINST &&
      !is_in_team (person, team))
    return FALSE;

  stored = get_person_traits (importer, person->record);
  row = get_row_traits (importer, entry);
  return cnscd_person_match (&stored, &row) != CNSCD_PERSON_MATCH_NONE ||
         (cnscd_person_compare_names (&stored, &row) == CNSCD_PERSON_MATCH_NAME &&
          is_in_team (person, team));
}

static void
collect_from (Importer *importer,
              const GPtrArray *list,
              const TeamState *team,
              const CnscdRosterEntry *entry,
              GPtrArray *found)
{
  for (guint i = 0; list != NULL && i < list->len && found->len < MAX_PER_ROW; i++)
    {
      PersonState *person = list->pdata[i];

      if (may_be_same (importer, person, team, entry) && !g_ptr_array_find (found, person, NULL))
        g_ptr_array_add (found, person);
    }
}

/**
 * cnscd_importer_add_pair:
 * @importer: an importer
 * @team: the row's team
 * @entry: a row
 * @person: who it may be, before the row has changed anything
 * @same: whether it is taken for @person
 *
 * Notes two people who may be the same, when that was asked for.
 *
 * Returns: whether a person is asked about them
 */
gboolean
cnscd_importer_add_pair (Importer *importer,
                         const TeamState *team,
                         const CnscdRosterEntry *entry,
                         const PersonState *person,
                         gboolean same)
{
  CnscdPersonTraits stored, row;
  CnscdImportPair *pair;

  if (!importer->options->collect_pairs || importer->plan->pairs->len >= MAX_PAIRS ||
      (person->is_new && person->entry == NULL))
    return FALSE;

  pair = g_atomic_rc_box_new0 (CnscdImportPair);
  pair->row = cnscd_import_row_dup_key (entry);
  pair->candidate = dup_candidate (person);
  pair->file.full_name = g_strdup (entry->full_name);
  pair->file.birth = entry->birth;
  pair->file.phone = g_strdup (entry->phone);
  pair->file.team = g_strdup (team->record->name);
  pair->file.sheet = g_strdup (entry->sheet);
  pair->file.row = entry->row;
  pair->other.full_name = g_strdup (person->record->full_name);
  pair->other.birth = person->record->birth;
  pair->other.phone = g_strdup (person->record->phone);
  pair->other.team = g_strdup (get_team (person));
  if (person->is_new)
    {
      pair->other.sheet = g_strdup (person->entry->sheet);
      pair->other.row = person->entry->row;
    }
  stored = get_person_traits (importer, person->record);
  row = get_row_traits (importer, entry);
  pair->name = compare_names (&stored, &row);
  pair->birth = get_likeness (cnscd_person_compare_births (stored.birth, row.birth));
  pair->phone = get_likeness (cnscd_person_compare_phones (stored.phone, row.phone));
  pair->choice = same ? CNSCD_IMPORT_ONE_PERSON : CNSCD_IMPORT_TWO_PEOPLE;
  g_ptr_array_add (importer->plan->pairs, pair);
  cnscd_importer_note_move (importer, &(MoveState) { entry, (PersonState *) person, team, pair });
  g_ptr_array_add (importer->row_pairs, (gpointer) person);
  return TRUE;
}

/**
 * cnscd_importer_find_candidates:
 * @importer: an importer
 * @unit: the commune
 * @team: the row's team
 * @entry: a row that is taken for somebody new
 *
 * Returns: (transfer container) (element-type PersonState): who of the people known so far it may
 *   be all the same, by cnscd_person_match(), and who has the same name in the same team
 */
GPtrArray *
cnscd_importer_find_candidates (Importer *importer,
                                UnitState *unit,
                                const TeamState *team,
                                const CnscdRosterEntry *entry)
{
  GPtrArray *found = g_ptr_array_new ();

  collect_from (
    importer,
    g_hash_table_lookup (unit->people_by_fold, cnscd_importer_fold (importer, entry->full_name)),
    team, entry, found);
  collect_from (importer, cnscd_importer_get_phone_owners (unit, entry->phone), team, entry, found);
  return found;
}

/**
 * cnscd_importer_add_candidates:
 * @importer: an importer
 * @unit: the commune
 * @team: the row's team
 * @entry: a row that is taken for somebody new
 *
 * Notes those of cnscd_importer_find_candidates(), when that was asked for.
 */
void
cnscd_importer_add_candidates (Importer *importer,
                               UnitState *unit,
                               const TeamState *team,
                               const CnscdRosterEntry *entry)
{
  g_autoptr (GPtrArray) found = NULL;

  if (!importer->options->collect_pairs || importer->plan->pairs->len >= MAX_PAIRS)
    return;

  found = cnscd_importer_find_candidates (importer, unit, team, entry);
  for (guint i = 0; i < found->len; i++)
    cnscd_importer_add_pair (importer, team, entry, found->pdata[i], FALSE);
}

/**
 * cnscd_importer_tell_apart:
 * @importer: an importer
 * @person: who the row became, for somebody decided so
 * @others: (element-type PersonState): whom it was decided not to be
 * @error: return location for a #CnscdStoreError
 *
 * Remembers that they are not the same, so that nobody has to decide it again
 * among the possible duplicates. It belongs to the action of the import.
 *
 * Returns: whether it is remembered
 */
gboolean
cnscd_importer_tell_apart (Importer *importer,
                           const PersonState *person,
                           const GPtrArray *others,
                           GError **error)
{
  for (guint i = 0; !importer->options->dry_run && i < others->len; i++)
    {
      const PersonState *other = others->pdata[i];

      if (!cnscd_distinct_set (importer->database, person->record->record.id,
                               other->record->record.id, TRUE, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * cnscd_importer_find_decision_about:
 * @importer: an importer
 * @entry: a row
 * @person: (out) (nullable) (transfer none): who the row is, as somebody decided
 * @moves: (out): whether they have moved to the row's team
 *
 * A decision for somebody who is not there any more counts for nothing.
 *
 * Returns: whether somebody has decided who this row is; %NULL in @person is somebody new
 */
gboolean
cnscd_importer_find_decision_about (Importer *importer,
                                    const CnscdRosterEntry *entry,
                                    PersonState **person,
                                    gboolean *moves)
{
  GHashTable *decisions = importer->options->decisions;
  g_autofree char *row = NULL;
  g_autofree char *candidate = NULL;

  *person = NULL;
  *moves = FALSE;
  if (decisions == NULL || g_hash_table_size (decisions) == 0)
    return FALSE;
  row = cnscd_import_row_dup_key (entry);
  candidate = g_strdup (g_hash_table_lookup (decisions, row));
  if (candidate == NULL)
    return FALSE;
  if (*candidate == '\0')
    return TRUE;
  *moves = g_str_has_suffix (candidate, CNSCD_IMPORT_MOVED_SUFFIX);
  if (*moves)
    candidate[strlen (candidate) - strlen (CNSCD_IMPORT_MOVED_SUFFIX)] = '\0';

  if (importer->people_by_id == NULL)
    {
      importer->people_by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < importer->people->len; i++)
        {
          PersonState *known = importer->people->pdata[i];

          g_hash_table_insert (importer->people_by_id,
                               known->is_new && known->entry != NULL
                                 ? cnscd_import_row_dup_key (known->entry)
                                 : g_strdup (known->record->record.id),
                               known);
        }
    }
  *person = g_hash_table_lookup (importer->people_by_id, candidate);
  *moves = *moves && *person != NULL;
  return *person != NULL;
}

/**
 * cnscd_importer_note_row:
 * @importer: an importer
 * @person: somebody new with this file
 *
 * Makes decisions about later rows find the person by the row.
 */
void
cnscd_importer_note_row (Importer *importer, PersonState *person)
{
  if (importer->people_by_id != NULL)
    g_hash_table_insert (importer->people_by_id, cnscd_import_row_dup_key (person->entry), person);
}

/**
 * cnscd_import_row_dup_key:
 * @entry: a row
 *
 * Returns: (transfer full): what tells the row from all others of the file
 */
char *
cnscd_import_row_dup_key (const CnscdRosterEntry *entry)
{
  return g_strdup_printf ("%s\n%u\n%u", entry->sheet != NULL ? entry->sheet : "", entry->row,
                          entry->column);
}

/**
 * cnscd_import_pair_dup_decision:
 * @pair: a pair
 * @choice: what somebody decides
 *
 * Returns: (transfer full): it as a decision about #CnscdImportPair.row
 */
char *
cnscd_import_pair_dup_decision (const CnscdImportPair *pair, CnscdImportChoice choice)
{
  switch (choice)
    {
    case CNSCD_IMPORT_ONE_PERSON:
      return g_strdup (pair->candidate);
    case CNSCD_IMPORT_MOVED_HERE:
      return g_strconcat (pair->candidate, CNSCD_IMPORT_MOVED_SUFFIX, NULL);
    case CNSCD_IMPORT_TWO_PEOPLE:
    default:
      return g_strdup (CNSCD_IMPORT_SOMEBODY_ELSE);
    }
}

/**
 * cnscd_import_pair_get_choice:
 * @pair: a pair
 * @decision: (nullable): what was decided about its row; %NULL: nothing
 *
 * Returns: what that means for these two. Who is one person is no other one.
 */
CnscdImportChoice
cnscd_import_pair_get_choice (const CnscdImportPair *pair, const char *decision)
{
  if (decision == NULL)
    return pair->choice;
  if (!g_str_has_prefix (decision, pair->candidate))
    return CNSCD_IMPORT_TWO_PEOPLE;

  decision += strlen (pair->candidate);
  if (*decision == '\0')
    return CNSCD_IMPORT_ONE_PERSON;
  if (!g_str_equal (decision, CNSCD_IMPORT_MOVED_SUFFIX))
    return CNSCD_IMPORT_TWO_PEOPLE;
  return cnscd_date_is_known (pair->last_day) ? CNSCD_IMPORT_MOVED_HERE : CNSCD_IMPORT_ONE_PERSON;
}

/**
 * cnscd_import_pair_ref:
 * @pair: a pair
 *
 * Returns: (transfer full): @pair with one reference more
 */
CnscdImportPair *
cnscd_import_pair_ref (CnscdImportPair *pair)
{
  return g_atomic_rc_box_acquire (pair);
}

/**
 * cnscd_import_pair_unref:
 * @pair: (transfer full): a pair
 */
void
cnscd_import_pair_unref (CnscdImportPair *pair)
{
  g_atomic_rc_box_release_full (pair, clear_pair);
}
