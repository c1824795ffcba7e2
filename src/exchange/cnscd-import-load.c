/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-import-private.h"

#include "cnscd-synonyms.h"
#include "core/cnscd-text.h"
#include "core/cnscd-vocabulary.h"

static void
hamlet_state_free (gpointer data)
{
  HamletState *state = data;

  cnscd_record_unref (state->record);
  g_free (state->key);
  g_free (state->fold);
  g_free (state);
}

static void
team_state_free (gpointer data)
{
  TeamState *state = data;

  cnscd_record_unref (state->record);
  g_free (state->key);
  g_ptr_array_unref (state->memberships);
  g_free (state);
}

static void
unit_state_free (gpointer data)
{
  UnitState *state = data;

  g_free (state->code);
  g_free (state->full_name);
  g_ptr_array_unref (state->hamlets);
  g_ptr_array_unref (state->teams);
  g_hash_table_unref (state->hamlets_by_fold);
  g_hash_table_unref (state->teams_by_hamlet);
  g_hash_table_unref (state->people_by_fold);
  g_hash_table_unref (state->people_by_phone);
  g_clear_pointer (&state->decision, cnscd_record_unref);
  g_free (state);
}

static UnitState *
unit_state_new (const char *code)
{
  UnitState *state = g_new0 (UnitState, 1);

  state->code = g_strdup (code);
  state->hamlets = g_ptr_array_new_with_free_func (hamlet_state_free);
  state->teams = g_ptr_array_new_with_free_func (team_state_free);
  state->hamlets_by_fold =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  state->teams_by_hamlet =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  state->people_by_fold =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  state->people_by_phone =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return state;
}

static GPtrArray *
ensure_list (GHashTable *table, gpointer key, GBoxedCopyFunc copy)
{
  GPtrArray *list = g_hash_table_lookup (table, key);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (table, copy != NULL ? copy (key) : key, list);
    }
  return list;
}

/* The teams of the hamlet that @team has, or of none. */
static GPtrArray *
list_of_place (UnitState *unit, const CnscdTeam *team)
{
  return ensure_list (unit->teams_by_hamlet, team->hamlet != NULL ? team->hamlet : (gpointer) "",
                      (GBoxedCopyFunc) g_strdup);
}

static gboolean
is_current (Importer *importer, CnscdDate valid_to)
{
  return !cnscd_date_is_known (valid_to) || cnscd_date_compare (valid_to, importer->today) >= 0;
}

/* All rows of one kind of the communes concerned. */
static GPtrArray *
list_records (Importer *importer, const CnscdKind *kind, GError **error)
{
  GHashTableIter iter;
  gpointer code = NULL;

  if (g_hash_table_size (importer->units) > 1)
    return cnscd_record_store_list (importer->database, kind, NULL, error);
  g_hash_table_iter_init (&iter, importer->units);
  g_hash_table_iter_next (&iter, &code, NULL);
  return cnscd_record_store_list (importer->database, kind, code, error);
}

static gboolean
load_places (Importer *importer, GHashTable *teams, GError **error)
{
  g_autoptr (GPtrArray) hamlet_records = list_records (importer, &CNSCD_KIND_HAMLET, error);
  g_autoptr (GPtrArray) team_records = NULL;

  if (hamlet_records == NULL)
    return FALSE;
  team_records = list_records (importer, &CNSCD_KIND_TEAM, error);
  if (team_records == NULL)
    return FALSE;

  for (guint i = 0; i < hamlet_records->len; i++)
    {
      CnscdHamlet *record = hamlet_records->pdata[i];
      UnitState *unit = g_hash_table_lookup (importer->units, record->record.unit);

      if (unit != NULL && is_current (importer, record->valid_to))
        cnscd_hamlet_state_new (unit, cnscd_record_ref (record));
    }
  for (guint i = 0; i < team_records->len; i++)
    {
      CnscdTeam *record = team_records->pdata[i];
      UnitState *unit = g_hash_table_lookup (importer->units, record->record.unit);

      if (unit != NULL && is_current (importer, record->valid_to))
        {
          TeamState *team = cnscd_team_state_new (unit, cnscd_record_ref (record));

          g_hash_table_insert (teams, record->record.id, team);
        }
    }
  return TRUE;
}

static gboolean
load_people (Importer *importer, GHashTable *teams, GError **error)
{
  g_autoptr (GHashTable) people = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) person_records = list_records (importer, &CNSCD_KIND_PERSON, error);
  g_autoptr (GPtrArray) membership_records = NULL;

  if (person_records == NULL)
    return FALSE;
  membership_records = list_records (importer, &CNSCD_KIND_MEMBERSHIP, error);
  if (membership_records == NULL)
    return FALSE;

  for (guint i = 0; i < person_records->len; i++)
    {
      CnscdPerson *record = person_records->pdata[i];
      UnitState *unit = g_hash_table_lookup (importer->units, record->record.unit);
      PersonState *person;

      if (unit == NULL)
        continue;
      person = cnscd_person_state_new (importer, cnscd_record_ref (record));
      cnscd_importer_add_person (importer, unit, person);
      g_hash_table_insert (people, record->record.id, person);
    }
  for (guint i = 0; i < membership_records->len; i++)
    {
      CnscdMembership *record = membership_records->pdata[i];
      PersonState *person =
        record->person != NULL ? g_hash_table_lookup (people, record->person) : NULL;
      TeamState *team = record->team != NULL ? g_hash_table_lookup (teams, record->team) : NULL;

      if (person != NULL && team != NULL && is_current (importer, record->valid_to))
        cnscd_importer_add_membership (importer, cnscd_record_ref (record), person, team);
    }
  return TRUE;
}

/**
 * cnscd_hamlet_state_new:
 * @unit: the commune it is in
 * @record: (transfer full): the hamlet
 *
 * Returns: (transfer none): its state, owned by @unit
 */
HamletState *
cnscd_hamlet_state_new (UnitState *unit, CnscdHamlet *record)
{
  HamletState *state = g_new0 (HamletState, 1);

  state->record = record;
  state->key = cnscd_hamlet_match_key (record->name);
  state->fold = cnscd_text_fold (state->key);
  g_ptr_array_add (unit->hamlets, state);
  g_ptr_array_add (ensure_list (unit->hamlets_by_fold, state->fold, NULL), state);
  return state;
}

/**
 * cnscd_team_state_new:
 * @unit: the commune it is in
 * @record: (transfer full): the team
 *
 * Returns: (transfer none): its state, owned by @unit
 */
TeamState *
cnscd_team_state_new (UnitState *unit, CnscdTeam *record)
{
  TeamState *state = g_new0 (TeamState, 1);

  state->record = record;
  state->key = cnscd_team_key (record->name);
  state->memberships = g_ptr_array_new ();
  g_ptr_array_add (unit->teams, state);
  g_ptr_array_add (list_of_place (unit, record), state);
  return state;
}

/**
 * cnscd_team_state_change:
 * @unit: the commune it is in
 * @team: a team
 * @record: (transfer full): what it is from now on
 *
 * Makes the team found by the hamlet it has now.
 */
void
cnscd_team_state_change (UnitState *unit, TeamState *team, CnscdTeam *record)
{
  g_ptr_array_remove (list_of_place (unit, team->record), team);
  cnscd_record_unref (team->record);
  team->record = record;
  g_ptr_array_add (list_of_place (unit, record), team);
}

/**
 * cnscd_person_state_new:
 * @importer: an importer
 * @record: (transfer full): the person
 *
 * Returns: (transfer none): the state, owned by @importer
 */
PersonState *
cnscd_person_state_new (Importer *importer, CnscdPerson *record)
{
  PersonState *state = g_new0 (PersonState, 1);

  state->record = record;
  state->fold = cnscd_importer_fold (importer, record->full_name);
  g_ptr_array_add (importer->people, state);
  return state;
}

/**
 * cnscd_importer_add_person:
 * @importer: an importer
 * @unit: the person's commune
 * @person: a person new here, or with another name, birth or phone than before
 *
 * Makes the person found by what is known now.
 */
void
cnscd_importer_add_person (Importer *importer, UnitState *unit, PersonState *person)
{
  GPtrArray *list = ensure_list (unit->people_by_fold, (gpointer) person->fold, NULL);

  if (!g_ptr_array_find (list, person, NULL))
    g_ptr_array_add (list, person);
  if (person->record->phone != NULL)
    {
      list = ensure_list (unit->people_by_phone, person->record->phone, (GBoxedCopyFunc) g_strdup);
      if (!g_ptr_array_find (list, person, NULL))
        g_ptr_array_add (list, person);
    }
}

/**
 * cnscd_importer_add_membership:
 * @importer: an importer
 * @record: (transfer full): the membership
 * @person: its person
 * @team: its team
 *
 * Returns: (transfer none): its state, owned by @importer
 */
MembershipState *
cnscd_importer_add_membership (Importer *importer,
                               CnscdMembership *record,
                               PersonState *person,
                               TeamState *team)
{
  MembershipState *state = g_new0 (MembershipState, 1);

  state->record = record;
  state->role = record->role;
  state->person = person;
  state->team = team;
  if (person->memberships == NULL)
    person->memberships = g_ptr_array_new ();
  g_ptr_array_add (person->memberships, state);
  g_ptr_array_add (team->memberships, state);
  team->last_ordinal = MAX (team->last_ordinal, record->ordinal);
  g_ptr_array_add (importer->memberships, state);
  return state;
}

/**
 * cnscd_importer_load:
 * @importer: an importer whose communes are resolved
 * @error: return location for an error
 *
 * Reads once what the store holds of the communes that the file is of.
 *
 * Returns: whether it could be read
 */
gboolean
cnscd_importer_load (Importer *importer, GError **error)
{
  g_autoptr (GHashTable) teams = g_hash_table_new (g_str_hash, g_str_equal);

  importer->units = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, unit_state_free);
  for (guint i = 0; i < importer->table->groups->len; i++)
    {
      const char *code = cnscd_importer_get_unit (importer, importer->table->groups->pdata[i]);

      if (!g_hash_table_contains (importer->units, code))
        {
          UnitState *state = unit_state_new (code);

          g_hash_table_insert (importer->units, state->code, state);
        }
    }
  for (guint i = 0; i < importer->all_units->len; i++)
    {
      const CnscdUnit *unit = importer->all_units->pdata[i];
      UnitState *state = g_hash_table_lookup (importer->units, unit->code);

      if (state != NULL)
        state->full_name = cnscd_unit_dup_full_name (unit);
    }

  importer->decisions = list_records (importer, &CNSCD_KIND_DECISION, error);
  return importer->decisions != NULL && load_places (importer, teams, error) &&
         load_people (importer, teams, error);
}
