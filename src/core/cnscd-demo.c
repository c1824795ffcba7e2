/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-demo.h"

#include "cnscd-demo-names.h"

/* 2026-01-01T00:00Z in milliseconds: made-up records say so by their ids' time. */
#define FIRST_ID_TIME G_GUINT64_CONSTANT (1767225600000)

/* Every phone lies in 0900 000000 … 0900 999999, which is given to nobody. */
#define PHONE_PREFIX "0900"
#define PHONES_FROM  100000
#define PHONES_TO    999999

/* Below it lie the communes that came from Bắc Kạn on 1 July 2025. */
#define FIRST_CODE_OF_OLD_THAI_NGUYEN "05443"

typedef struct
{
  guint64 state;
  guint64 n_ids;
  guint phone;
  guint phone_step; /* at most, from one phone to the next */
  CnscdDemoSink sink;
  gpointer sink_data;
} Generator;

typedef struct
{
  const CnscdDemoUnit *unit;
  gboolean urban;
  gboolean highland;
  char *full_name; /* "xã Võ Nhai" */
  char *decision;
  CnscdDate decision_date;
  GHashTable *people; /* "name|year": so that nobody looks like somebody else's copy */
} Commune;

/*
 * splitmix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", 2014): GLib does not promise that GRand stays as it is.
 */
static guint64
take_bits (Generator *generator)
{
  guint64 z;

  generator->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  z = generator->state;
  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/*
 * FNV-1a over the communes' codes: what two communes make up with the same
 * seed must not bear the same ids, for it may meet at the province.
 */
static guint64
mix_units (const CnscdDemoPlan *plan)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (guint i = 0; i < plan->n_units; i++)
    {
      for (const char *at = plan->units[i].code; *at != '\0'; at++)
        hash = (hash ^ (guchar) *at) * G_GUINT64_CONSTANT (0x100000001b3);
    }

  return hash;
}

/* From @first to @last, both included. */
static guint
take_number (Generator *generator, guint first, guint last)
{
  return first + (guint) (take_bits (generator) % (last - first + 1));
}

static gboolean
take_chance (Generator *generator, guint percent)
{
  return take_number (generator, 0, 99) < percent;
}

static const char *
take_word (Generator *generator, const CnscdDemoPool *pool)
{
  guint total = 0;
  guint at;

  for (guint i = 0; i < pool->n_words; i++)
    total += pool->words[i].weight;

  at = take_number (generator, 0, total - 1);
  for (guint i = 0; i < pool->n_words; i++)
    {
      if (at < pool->words[i].weight)
        return pool->words[i].text;
      at -= pool->words[i].weight;
    }

  g_return_val_if_reached (pool->words[0].text);
}

static void
shuffle (Generator *generator, guint *numbers, guint n_numbers)
{
  for (guint i = n_numbers; i > 1; i--)
    {
      guint other = take_number (generator, 0, i - 1);
      guint kept = numbers[i - 1];

      numbers[i - 1] = numbers[other];
      numbers[other] = kept;
    }
}

static guint *
number_range (Generator *generator, guint n_numbers)
{
  guint *numbers = g_new (guint, n_numbers);

  for (guint i = 0; i < n_numbers; i++)
    numbers[i] = i;
  shuffle (generator, numbers, n_numbers);
  return numbers;
}

/* @total in @n_parts parts of @least to @most each, the less even the larger @n_moves. */
static guint *
split_unevenly (Generator *generator,
                guint total,
                guint n_parts,
                guint least,
                guint most,
                guint n_moves)
{
  guint *parts = g_new (guint, n_parts);

  for (guint i = 0; i < n_parts; i++)
    parts[i] = total / n_parts + (i < total % n_parts ? 1 : 0);

  for (guint i = 0; i < n_moves; i++)
    {
      guint from = take_number (generator, 0, n_parts - 1);
      guint to = take_number (generator, 0, n_parts - 1);

      if (parts[from] > least && parts[to] < most)
        {
          parts[from]--;
          parts[to]++;
        }
    }

  return parts;
}

/* A UUID of version 7 (RFC 9562) that is the same for the same seed. */
static char *
make_id (Generator *generator)
{
  guint64 time = FIRST_ID_TIME + generator->n_ids++;
  guint64 high = take_bits (generator);
  guint64 low = take_bits (generator);

  return g_strdup_printf ("%08x-%04x-7%03x-%04x-%04x%08x", (guint) (time >> 16),
                          (guint) (time & 0xffff), (guint) (high & 0xfff),
                          (guint) (0x8000 | (low >> 50)), (guint) ((low >> 32) & 0xffff),
                          (guint) (low & 0xffffffff));
}

static gpointer
make_record (Generator *generator, const CnscdKind *kind, const Commune *commune)
{
  CnscdRecord *record = cnscd_record_new_blank (kind);

  g_set_str (&record->unit, commune->unit->code);
  g_free (record->id);
  record->id = make_id (generator);
  return record;
}

static gboolean
give (Generator *generator, gpointer record, GError **error)
{
  return generator->sink (record, generator->sink_data, error);
}

static char *
make_name (Generator *generator, const Commune *commune, CnscdGender gender)
{
  const CnscdDemoPool *families =
    commune->highland ? &CNSCD_DEMO_FAMILIES_HIGHLAND : &CNSCD_DEMO_FAMILIES_LOWLAND;
  gboolean man = gender == CNSCD_GENDER_MALE;
  const char *family = take_word (generator, families);
  const char *middle;
  const char *given;

  do
    {
      middle = take_word (generator, man ? &CNSCD_DEMO_MIDDLES_MEN : &CNSCD_DEMO_MIDDLES_WOMEN);
      given = take_word (generator, man ? &CNSCD_DEMO_GIVEN_MEN : &CNSCD_DEMO_GIVEN_WOMEN);
    }
  while (g_str_has_suffix (middle, given));

  if (take_chance (generator, 3))
    return g_strdup_printf ("%s %s", family, given);

  return g_strdup_printf ("%s %s %s", family, middle, given);
}

static gboolean
give_decision (Generator *generator, Commune *commune, GError **error)
{
  g_autoptr (CnscdDecision) decision = NULL;
  g_autofree char *number = NULL;
  g_autofree char *issuer = NULL;
  g_autofree char *signer = NULL;

  decision = make_record (generator, &CNSCD_KIND_DECISION, commune);
  number = g_strdup_printf ("%u/QĐ-UBND", take_number (generator, 20, 480));
  issuer = g_strdup_printf ("Ủy ban nhân dân %s", commune->full_name);
  signer = make_name (generator, commune,
                      take_chance (generator, 75) ? CNSCD_GENDER_MALE : CNSCD_GENDER_FEMALE);

  cnscd_record_set (decision, number, number);
  decision->date =
    CNSCD_DATE (2025, take_number (generator, 8, 12), take_number (generator, 1, 28));
  decision->kind = CNSCD_DECISION_KIND_ESTABLISH;
  cnscd_record_set (decision, issuer, issuer);
  cnscd_record_set (decision, signer, signer);
  cnscd_record_set (decision, subject, "Về việc thành lập các Tổ công nghệ số cộng đồng");

  commune->decision = g_strdup (decision->record.id);
  commune->decision_date = decision->date;
  return give (generator, decision, error);
}

static gint64
forget_sometimes (Generator *generator, gint64 count)
{
  return take_chance (generator, 8) ? CNSCD_COUNT_UNKNOWN : count;
}

static gboolean
give_profile (Generator *generator, const Commune *commune, const char *hamlet, GError **error)
{
  g_autoptr (CnscdHamletProfile) profile = NULL;
  guint households = take_number (generator, commune->urban ? 90 : 45, commune->urban ? 420 : 260);
  guint poor = households * take_number (generator, 0, commune->highland ? 18 : 6) / 100;
  guint near_poor = households * take_number (generator, 1, commune->highland ? 14 : 7) / 100;
  guint people = households * take_number (generator, 34, 46) / 10;
  guint working = people * take_number (generator, 52, 64) / 100;

  profile = make_record (generator, &CNSCD_KIND_HAMLET_PROFILE, commune);
  cnscd_record_set (profile, hamlet, hamlet);
  profile->as_of = CNSCD_DATE (2025, 12, 31);
  profile->households = households;
  profile->poor_households = forget_sometimes (generator, poor);
  profile->near_poor_households = forget_sometimes (generator, near_poor);
  profile->people = forget_sometimes (generator, people);
  profile->working_age_people = forget_sometimes (generator, working);
  return give (generator, profile, error);
}

/* Gives the hamlet, and nearly always its profile. Returns: the hamlet's id. */
static char *
give_hamlet (Generator *generator, const Commune *commune, const char *name, GError **error)
{
  g_autoptr (CnscdHamlet) hamlet = NULL;

  hamlet = make_record (generator, &CNSCD_KIND_HAMLET, commune);
  cnscd_record_set (hamlet, name, name);
  hamlet->kind = commune->urban ? CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP : CNSCD_HAMLET_KIND_HAMLET;
  if (!give (generator, hamlet, error))
    return NULL;

  if (take_chance (generator, 94) && !give_profile (generator, commune, hamlet->record.id, error))
    return NULL;

  return g_strdup (hamlet->record.id);
}

static CnscdDate
make_birth (Generator *generator, const CnscdDemoOffice *office)
{
  guint year = take_number (generator, office->born_from, office->born_to);

  /* Rosters on paper know the year; some communes write the whole date. */
  if (take_chance (generator, 70))
    return CNSCD_DATE (year, 0, 0);

  return CNSCD_DATE (year, take_number (generator, 1, 12), take_number (generator, 1, 28));
}

static CnscdPerson *
make_person (Generator *generator, Commune *commune, const CnscdDemoOffice *office)
{
  CnscdPerson *person = make_record (generator, &CNSCD_KIND_PERSON, commune);
  g_autofree char *key = NULL;

  person->gender = take_chance (generator, office->men) ? CNSCD_GENDER_MALE : CNSCD_GENDER_FEMALE;

  do
    {
      g_clear_pointer (&person->full_name, g_free);
      g_clear_pointer (&key, g_free);
      person->full_name = make_name (generator, commune, person->gender);
      person->birth = make_birth (generator, office);
      key = g_strdup_printf ("%s|%u", person->full_name, person->birth.year);
    }
  while (!g_hash_table_add (commune->people, g_steal_pointer (&key)));

  if (take_chance (generator, 1))
    person->birth = CNSCD_DATE_UNKNOWN;

  generator->phone += take_number (generator, 1, generator->phone_step);
  if (!take_chance (generator, 3))
    {
      g_autofree char *phone = g_strdup_printf (PHONE_PREFIX "%06u", generator->phone);

      cnscd_record_set (person, phone, phone);
    }

  return person;
}

static gboolean
give_member (Generator *generator,
             Commune *commune,
             const char *team,
             const CnscdDemoOffice *office,
             CnscdRole role,
             guint ordinal,
             GError **error)
{
  g_autoptr (CnscdPerson) person = make_person (generator, commune, office);
  g_autoptr (CnscdMembership) membership = NULL;

  if (!give (generator, person, error))
    return FALSE;

  membership = make_record (generator, &CNSCD_KIND_MEMBERSHIP, commune);
  cnscd_record_set (membership, team, team);
  cnscd_record_set (membership, person, person->record.id);
  cnscd_record_set (membership, body,
                    commune->urban && g_str_equal (office->body, "Công an xã") ? "Công an phường"
                                                                               : office->body);
  cnscd_record_set (membership, position, office->position);
  cnscd_record_set (membership, decision, commune->decision);
  membership->role = role;
  membership->ordinal = ordinal;
  membership->valid_from = commune->decision_date;
  return give (generator, membership, error);
}

static CnscdDemoOffice
choose_leader (Generator *generator, const Commune *commune, gboolean of_commune)
{
  if (of_commune)
    return (CnscdDemoOffice) { "Phó Chủ tịch", "Ủy ban nhân dân", 70, 1970, 1988 };
  if (take_chance (generator, 12))
    return CNSCD_DEMO_OFFICES[0];
  if (commune->urban)
    return (CnscdDemoOffice) { "Tổ trưởng tổ dân phố", "Tổ dân phố", 62, 1958, 1988 };
  return (CnscdDemoOffice) { "Trưởng xóm", "Xóm", 76, 1962, 1993 };
}

static guint
choose_n_deputies (Generator *generator, guint size)
{
  guint at = take_number (generator, 0, 9);

  if (at < 2)
    return 0;
  return at < 8 || size < 5 ? 1 : 2;
}

static gboolean
give_people (Generator *generator,
             Commune *commune,
             const char *team,
             gboolean of_commune,
             guint size,
             GError **error)
{
  CnscdDemoOffice leader = choose_leader (generator, commune, of_commune);
  guint n_deputies = choose_n_deputies (generator, size);
  g_autofree guint *offices = number_range (generator, CNSCD_DEMO_N_OFFICES);

  if (!give_member (generator, commune, team, &leader, CNSCD_ROLE_LEADER, 1, error))
    return FALSE;

  for (guint i = 1, next = 0; i < size; i++, next++)
    {
      const CnscdDemoOffice *office = &CNSCD_DEMO_OFFICES[offices[next]];

      if (g_str_equal (office->position, leader.position))
        office = &CNSCD_DEMO_OFFICES[offices[++next]];

      if (!give_member (generator, commune, team, office,
                        i <= n_deputies ? CNSCD_ROLE_DEPUTY : CNSCD_ROLE_MEMBER,
                        i <= n_deputies ? i : i - n_deputies, error))
        return FALSE;
    }

  return TRUE;
}

/* @hamlet_name: (nullable): %NULL for the team of the commune itself */
static gboolean
give_team (Generator *generator,
           Commune *commune,
           const char *hamlet_name,
           guint size,
           GError **error)
{
  g_autoptr (CnscdTeam) team = NULL;
  g_autofree char *hamlet = NULL;
  g_autofree char *name = NULL;

  if (hamlet_name != NULL)
    {
      hamlet = give_hamlet (generator, commune, hamlet_name, error);
      if (hamlet == NULL)
        return FALSE;
      name = g_strdup_printf ("Tổ CNSCĐ %s %s", commune->urban ? "tổ dân phố" : "xóm", hamlet_name);
    }
  else
    name = g_strdup_printf ("Tổ CNSCĐ %s", commune->full_name);

  team = make_record (generator, &CNSCD_KIND_TEAM, commune);
  cnscd_record_set (team, name, name);
  cnscd_record_set (team, hamlet, hamlet);
  cnscd_record_set (team, decision, commune->decision);
  team->level = hamlet != NULL ? CNSCD_TEAM_LEVEL_HAMLET : CNSCD_TEAM_LEVEL_COMMUNE;
  team->valid_from = commune->decision_date;
  if (!give (generator, team, error))
    return FALSE;

  return give_people (generator, commune, team->record.id, hamlet == NULL, size, error);
}

/*
 * The names of @n_names hamlets. A phường numbers its residential groups; a
 * xã has names, and numbers them where the names give out.
 */
static GPtrArray *
choose_hamlets (Generator *generator, const Commune *commune, guint n_names)
{
  GPtrArray *names = g_ptr_array_new_full (n_names, g_free);
  const char *const *pool =
    commune->highland ? CNSCD_DEMO_HAMLETS_HIGHLAND : CNSCD_DEMO_HAMLETS_LOWLAND;
  guint n_pool = commune->highland ? CNSCD_DEMO_N_HAMLETS_HIGHLAND : CNSCD_DEMO_N_HAMLETS_LOWLAND;
  g_autofree guint *order = number_range (generator, n_pool);

  for (guint i = 0; i < n_names; i++)
    {
      if (commune->urban)
        g_ptr_array_add (names, g_strdup_printf ("%u", i + 1));
      else if (i < n_pool)
        g_ptr_array_add (names, g_strdup (pool[order[i]]));
      else
        g_ptr_array_add (names, g_strdup_printf ("%s %u", pool[order[i % n_pool]], i / n_pool + 1));
    }

  return names;
}

/* Codes run by the districts of before July 2025, so they tell the mountains roughly. */
static gboolean
lies_high (const char *code)
{
  return g_strcmp0 (code, FIRST_CODE_OF_OLD_THAI_NGUYEN) < 0 ||
         (g_strcmp0 (code, "05542") >= 0 && g_strcmp0 (code, "05605") <= 0) ||
         (g_strcmp0 (code, "05716") >= 0 && g_strcmp0 (code, "05755") <= 0);
}

static gboolean
give_commune (Generator *generator,
              const CnscdDemoUnit *unit,
              const guint *sizes,
              guint n_teams,
              GError **error)
{
  g_autoptr (GPtrArray) hamlets = NULL;
  Commune commune = { .unit = unit };
  guint n_own;
  gboolean done;

  commune.urban = g_strcmp0 (unit->kind, "phuong") == 0;
  commune.highland = lies_high (unit->code);
  commune.full_name = g_strdup_printf ("%s %s", commune.urban ? "phường" : "xã", unit->name);
  commune.people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  /* The communes of former Bắc Kạn have a team of their own beside those of the hamlets. */
  n_own = g_strcmp0 (unit->code, FIRST_CODE_OF_OLD_THAI_NGUYEN) < 0 && n_teams > 1 ? 1 : 0;
  hamlets = choose_hamlets (generator, &commune, n_teams - n_own);

  done = give_decision (generator, &commune, error);
  for (guint i = 0; i < n_teams && done; i++)
    {
      const char *hamlet = i < n_own ? NULL : g_ptr_array_index (hamlets, i - n_own);

      done = give_team (generator, &commune, hamlet, sizes[i], error);
    }

  g_hash_table_unref (commune.people);
  g_free (commune.full_name);
  g_free (commune.decision);
  return done;
}

/**
 * cnscd_demo_generate:
 * @plan: what to make
 * @sink: (scope call): takes the records one by one
 * @user_data: for @sink
 * @error: return location for an error of @sink
 *
 * Makes up believable decisions, hamlets with profiles, teams, people and
 * memberships. Nobody in them exists: names are drawn from lists, phones from
 * a range that is given to nobody. A count in a profile that nobody reported
 * is unknown.
 *
 * The numbers drawn depend on @plan alone, never on the time, the locale or
 * the library, so that the same seed gives the same records, ids included,
 * on every machine.
 *
 * Returns: whether @sink took every record
 */
gboolean
cnscd_demo_generate (const CnscdDemoPlan *plan,
                     CnscdDemoSink sink,
                     gpointer user_data,
                     GError **error)
{
  Generator generator = { .sink = sink, .sink_data = user_data };
  g_autofree guint *n_teams = NULL;
  g_autofree guint *sizes = NULL;
  guint all_teams = plan->n_teams;
  guint all_members = plan->n_members;
  guint first = 0;

  g_return_val_if_fail (plan->n_units > 0, FALSE);

  generator.state = plan->seed ^ mix_units (plan);
  if (all_teams == 0)
    {
      for (guint i = 0; i < plan->n_units; i++)
        all_teams += take_number (&generator, 36, 40);
    }
  if (all_members == 0)
    all_members = CNSCD_DEMO_COMMUNE_MEMBERS * plan->n_units;

  g_return_val_if_fail (all_teams >= plan->n_units, FALSE);
  g_return_val_if_fail (all_members >= CNSCD_DEMO_TEAM_MIN * all_teams, FALSE);
  g_return_val_if_fail (all_members <= CNSCD_DEMO_TEAM_MAX * all_teams, FALSE);

  /* Never twice the same phone: the steps of all people together stay within the range. */
  generator.phone_step = MIN ((PHONES_TO - PHONES_FROM) / 2 / all_members, 40);
  g_return_val_if_fail (generator.phone_step > 0, FALSE);
  generator.phone = take_number (&generator, PHONES_FROM, PHONES_TO / 2);

  n_teams =
    split_unevenly (&generator, all_teams, plan->n_units, MAX (all_teams / plan->n_units / 2, 1),
                    all_teams / plan->n_units * 2 + 1, 2 * all_teams);
  sizes = split_unevenly (&generator, all_members, all_teams, CNSCD_DEMO_TEAM_MIN,
                          CNSCD_DEMO_TEAM_MAX, 4 * all_teams);

  for (guint i = 0; i < plan->n_units; i++)
    {
      if (!give_commune (&generator, &plan->units[i], sizes + first, n_teams[i], error))
        return FALSE;
      first += n_teams[i];
    }

  return TRUE;
}
