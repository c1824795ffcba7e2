/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-unit-records.h"

#include "cnscd-text.h"

struct _CnscdUnitRecords
{
  char *unit;
  GPtrArray *all;    /* (element-type CnscdRecord) */
  GHashTable *by_id; /* id -> CnscdRecord, borrowed */
};

/* A record with what puts it in its place. */
typedef struct
{
  gpointer record; /* borrowed */
  int rank;
  gint64 ordinal;
  GBytes *key;
} Sorted;

static void
clear_sorted (gpointer data)
{
  g_bytes_unref (((Sorted *) data)->key);
}

static int
compare_sorted (gconstpointer a, gconstpointer b)
{
  const Sorted *first = a;
  const Sorted *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  if (first->ordinal != second->ordinal)
    return first->ordinal < second->ordinal ? -1 : 1;
  return g_bytes_compare (first->key, second->key);
}

static GArray *
sorted_new (void)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (Sorted));

  g_array_set_clear_func (array, clear_sorted);
  return array;
}

static GPtrArray *
sort (GArray *sorted)
{
  GPtrArray *records = g_ptr_array_new_full (sorted->len, cnscd_record_unref);

  g_array_sort (sorted, compare_sorted);
  for (guint i = 0; i < sorted->len; i++)
    g_ptr_array_add (records, cnscd_record_ref (g_array_index (sorted, Sorted, i).record));
  return records;
}

/* "2025" means all of 2025, as in the store. */
static gboolean
is_over (CnscdDate last_day, CnscdDate today)
{
  if (!cnscd_date_is_known (last_day))
    return FALSE;

  if (last_day.month == 0)
    last_day.month = 99;
  if (last_day.day == 0)
    last_day.day = 99;
  return cnscd_date_compare (last_day, today) < 0;
}

static void
clear_records (gpointer data)
{
  CnscdUnitRecords *self = data;

  g_free (self->unit);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->all);
}

/**
 * cnscd_unit_records_new: (skip)
 * @unit: code of a commune
 *
 * Returns: (transfer full): no records yet
 */
CnscdUnitRecords *
cnscd_unit_records_new (const char *unit)
{
  CnscdUnitRecords *self;

  g_return_val_if_fail (unit != NULL, NULL);

  self = g_atomic_rc_box_new0 (CnscdUnitRecords);
  self->unit = g_strdup (unit);
  self->all = g_ptr_array_new_with_free_func (cnscd_record_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * cnscd_unit_records_ref: (skip)
 * @self: records
 *
 * Returns: (transfer full): @self; safe from any thread
 */
CnscdUnitRecords *
cnscd_unit_records_ref (CnscdUnitRecords *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * cnscd_unit_records_unref: (skip)
 * @self: (transfer full): records
 */
void
cnscd_unit_records_unref (CnscdUnitRecords *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_records);
}

/**
 * cnscd_unit_records_add: (skip)
 * @self: records that are not shared yet
 * @record: one of the commune
 */
void
cnscd_unit_records_add (CnscdUnitRecords *self, gpointer record)
{
  g_return_if_fail (self != NULL && record != NULL);

  g_ptr_array_add (self->all, cnscd_record_ref (record));
  g_hash_table_insert (self->by_id, ((CnscdRecord *) record)->id, record);
}

/**
 * cnscd_unit_records_get_unit: (skip)
 * @self: records
 *
 * Returns: (transfer none): code of the commune
 */
const char *
cnscd_unit_records_get_unit (const CnscdUnitRecords *self)
{
  return self->unit;
}

/**
 * cnscd_unit_records_find: (skip)
 * @self: records
 * @kind: a kind
 * @id: (nullable): an id
 *
 * Returns: (nullable) (transfer none): the record of that kind and id
 */
gpointer
cnscd_unit_records_find (const CnscdUnitRecords *self, const CnscdKind *kind, const char *id)
{
  CnscdRecord *record;

  g_return_val_if_fail (self != NULL && kind != NULL, NULL);

  record = id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
  return record != NULL && record->kind == kind ? record : NULL;
}

/**
 * cnscd_unit_records_list_teams: (skip)
 * @self: records
 * @today: today in Vietnam
 *
 * Returns: (transfer full) (element-type CnscdTeam): the teams that go on: the
 *   commune's, then by hamlet in Vietnamese order
 */
GPtrArray *
cnscd_unit_records_list_teams (const CnscdUnitRecords *self, CnscdDate today)
{
  g_autoptr (GArray) sorted = sorted_new ();

  for (guint i = 0; i < self->all->len; i++)
    {
      CnscdTeam *team = self->all->pdata[i];
      const CnscdHamlet *hamlet;
      Sorted one = { .record = team };

      if (team->record.kind != &CNSCD_KIND_TEAM || is_over (team->valid_to, today))
        continue;

      hamlet = cnscd_unit_records_find (self, &CNSCD_KIND_HAMLET, team->hamlet);
      one.rank = team->level;
      one.key = cnscd_text_sort_key (hamlet != NULL ? hamlet->name : team->name);
      g_array_append_val (sorted, one);
    }
  return sort (sorted);
}

static GPtrArray *
list_memberships (const CnscdUnitRecords *self,
                  const char *team,
                  CnscdDate today,
                  gboolean with_coming)
{
  g_autoptr (GArray) sorted = sorted_new ();

  for (guint i = 0; i < self->all->len; i++)
    {
      CnscdMembership *membership = self->all->pdata[i];
      const CnscdPerson *person;
      Sorted one = { .record = membership };

      if (membership->record.kind != &CNSCD_KIND_MEMBERSHIP ||
          g_strcmp0 (membership->team, team) != 0 || is_over (membership->valid_to, today) ||
          (!with_coming && cnscd_date_is_to_come (membership->valid_from, today)))
        continue;

      person = cnscd_unit_records_find (self, &CNSCD_KIND_PERSON, membership->person);
      one.rank = membership->role != CNSCD_ROLE_UNKNOWN ? membership->role : G_MAXINT;
      one.ordinal = membership->ordinal != CNSCD_COUNT_UNKNOWN ? membership->ordinal : G_MAXINT64;
      one.key = cnscd_name_sort_key (person != NULL ? person->full_name : NULL);
      g_array_append_val (sorted, one);
    }
  return sort (sorted);
}

/**
 * cnscd_unit_records_list_memberships: (skip)
 * @self: records
 * @team: id of a team
 * @today: today in Vietnam
 *
 * Returns: (transfer full) (element-type CnscdMembership): those that go on and have begun, in
 *   the order of a printed roster
 */
GPtrArray *
cnscd_unit_records_list_memberships (const CnscdUnitRecords *self,
                                     const char *team,
                                     CnscdDate today)
{
  g_return_val_if_fail (self != NULL && team != NULL, NULL);

  return list_memberships (self, team, today, FALSE);
}

/**
 * cnscd_unit_records_list_seats: (skip)
 * @self: records
 * @team: id of a team
 * @today: today in Vietnam
 *
 * Returns: (transfer full) (element-type CnscdMembership): those that go on, also what is still to
 *   begin, in the order of a printed roster: what a decision about the team decides about
 */
GPtrArray *
cnscd_unit_records_list_seats (const CnscdUnitRecords *self, const char *team, CnscdDate today)
{
  g_return_val_if_fail (self != NULL && team != NULL, NULL);

  return list_memberships (self, team, today, TRUE);
}

static gboolean
is_among (GPtrArray *teams, const char *id)
{
  for (guint i = 0; i < teams->len; i++)
    if (g_strcmp0 (((CnscdRecord *) teams->pdata[i])->id, id) == 0)
      return TRUE;
  return FALSE;
}

/**
 * cnscd_unit_records_list_elsewhere: (skip)
 * @self: records
 * @teams: (element-type CnscdTeam): teams
 *
 * Returns: (transfer full) (element-type CnscdMembership): those of all other teams that do not end
 *   because their team does: where people may go on who do not come to one of @teams
 */
GPtrArray *
cnscd_unit_records_list_elsewhere (const CnscdUnitRecords *self, GPtrArray *teams)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (cnscd_record_unref);

  g_return_val_if_fail (self != NULL && teams != NULL, found);

  for (guint i = 0; i < self->all->len; i++)
    {
      CnscdMembership *membership = self->all->pdata[i];
      const CnscdTeam *team;

      if (membership->record.kind != &CNSCD_KIND_MEMBERSHIP || is_among (teams, membership->team))
        continue;

      team = cnscd_unit_records_find (self, &CNSCD_KIND_TEAM, membership->team);
      if (team != NULL && (!cnscd_date_is_known (team->valid_to) ||
                           (cnscd_date_is_known (membership->valid_to) &&
                            cnscd_date_compare (team->valid_to, membership->valid_to) > 0)))
        g_ptr_array_add (found, cnscd_record_ref (membership));
    }
  return found;
}

/**
 * cnscd_unit_records_list_people_outside: (skip)
 * @self: records
 * @team: id of a team
 * @today: today in Vietnam
 *
 * Returns: (transfer full) (element-type CnscdPerson): the people of the commune, in any team or in
 *   none, who are neither in @team nor to come to it, by name in Vietnamese order
 */
GPtrArray *
cnscd_unit_records_list_people_outside (const CnscdUnitRecords *self,
                                        const char *team,
                                        CnscdDate today)
{
  g_autoptr (GPtrArray) members = cnscd_unit_records_list_seats (self, team, today);
  g_autoptr (GHashTable) inside = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) sorted = sorted_new ();

  for (guint i = 0; members != NULL && i < members->len; i++)
    g_hash_table_add (inside, ((CnscdMembership *) members->pdata[i])->person);

  for (guint i = 0; i < self->all->len; i++)
    {
      CnscdPerson *person = self->all->pdata[i];
      Sorted one = { .record = person };

      if (person->record.kind != &CNSCD_KIND_PERSON ||
          g_hash_table_contains (inside, person->record.id))
        continue;

      one.key = cnscd_name_sort_key (person->full_name);
      g_array_append_val (sorted, one);
    }
  return sort (sorted);
}

/* One that goes on is later than all that have ended. */
static int
compare_ends (const CnscdMembership *first, const CnscdMembership *second)
{
  gboolean first_ends = cnscd_date_is_known (first->valid_to);
  gboolean second_ends = cnscd_date_is_known (second->valid_to);

  if (first_ends != second_ends)
    return first_ends ? -1 : 1;
  if (first_ends && !cnscd_date_equal (first->valid_to, second->valid_to))
    return cnscd_date_compare (first->valid_to, second->valid_to);
  return cnscd_date_compare (first->valid_from, second->valid_from);
}

/**
 * cnscd_unit_records_find_last_membership: (skip)
 * @self: records
 * @person: id of a person
 *
 * Returns: (nullable) (transfer none): where the person is, or else was last
 */
CnscdMembership *
cnscd_unit_records_find_last_membership (const CnscdUnitRecords *self, const char *person)
{
  CnscdMembership *last = NULL;

  g_return_val_if_fail (person != NULL, NULL);

  for (guint i = 0; i < self->all->len; i++)
    {
      CnscdMembership *membership = self->all->pdata[i];

      if (membership->record.kind == &CNSCD_KIND_MEMBERSHIP &&
          g_strcmp0 (membership->person, person) == 0 &&
          (last == NULL || compare_ends (membership, last) > 0))
        last = membership;
    }
  return last;
}

static gboolean
has_team (const CnscdUnitRecords *self, const CnscdHamlet *hamlet, CnscdDate today)
{
  for (guint i = 0; i < self->all->len; i++)
    {
      const CnscdTeam *team = self->all->pdata[i];

      if (team->record.kind == &CNSCD_KIND_TEAM &&
          g_strcmp0 (team->hamlet, hamlet->record.id) == 0 && !is_over (team->valid_to, today))
        return TRUE;
    }
  return FALSE;
}

/**
 * cnscd_unit_records_list_lonely_hamlets: (skip)
 * @self: records
 * @today: today in Vietnam
 *
 * Returns: (transfer full) (element-type CnscdHamlet): the hamlets that go on and have no team, in
 *   Vietnamese order
 */
GPtrArray *
cnscd_unit_records_list_lonely_hamlets (const CnscdUnitRecords *self, CnscdDate today)
{
  g_autoptr (GArray) sorted = sorted_new ();

  for (guint i = 0; i < self->all->len; i++)
    {
      CnscdHamlet *hamlet = self->all->pdata[i];
      Sorted one = { .record = hamlet };

      if (hamlet->record.kind != &CNSCD_KIND_HAMLET || is_over (hamlet->valid_to, today) ||
          has_team (self, hamlet, today))
        continue;

      one.key = cnscd_text_sort_key (hamlet->name);
      g_array_append_val (sorted, one);
    }
  return sort (sorted);
}
