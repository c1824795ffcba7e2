/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-demo-private.h"

/* Every phone lies in 0900 000000 … 0900 999999, which is given to nobody. */
#define PHONE_PREFIX "0900"

/* Below it lie the communes that came from Bắc Kạn on 1 July 2025. */
#define FIRST_CODE_OF_OLD_THAI_NGUYEN "05443"

static char *
make_name (CnscdDemoGenerator *generator, const CnscdDemoCommune *commune, CnscdGender gender)
{
  const CnscdDemoPool *families =
    commune->highland ? &CNSCD_DEMO_FAMILIES_HIGHLAND : &CNSCD_DEMO_FAMILIES_LOWLAND;
  gboolean man = gender == CNSCD_GENDER_MALE;
  const char *family = cnscd_demo_take_word (generator, families);
  const char *middle;
  const char *given;

  do
    {
      middle =
        cnscd_demo_take_word (generator, man ? &CNSCD_DEMO_MIDDLES_MEN : &CNSCD_DEMO_MIDDLES_WOMEN);
      given =
        cnscd_demo_take_word (generator, man ? &CNSCD_DEMO_GIVEN_MEN : &CNSCD_DEMO_GIVEN_WOMEN);
    }
  while (g_str_has_suffix (middle, given));

  if (cnscd_demo_take_chance (generator, 3))
    return g_strdup_printf ("%s %s", family, given);

  return g_strdup_printf ("%s %s %s", family, middle, given);
}

static gboolean
give_decision (CnscdDemoGenerator *generator, CnscdDemoCommune *commune, GError **error)
{
  g_autoptr (CnscdDecision) decision = NULL;
  g_autofree char *number = NULL;
  g_autofree char *issuer = NULL;
  g_autofree char *signer = NULL;

  decision = cnscd_demo_make_record (generator, &CNSCD_KIND_DECISION, commune->unit->code);
  number = g_strdup_printf ("%u/QĐ-UBND", cnscd_demo_take_number (generator, 20, 480));
  issuer = g_strdup_printf ("Ủy ban nhân dân %s", commune->full_name);
  signer =
    make_name (generator, commune,
               cnscd_demo_take_chance (generator, 75) ? CNSCD_GENDER_MALE : CNSCD_GENDER_FEMALE);

  cnscd_record_set (decision, number, number);
  decision->date = CNSCD_DATE (2025, cnscd_demo_take_number (generator, 8, 12),
                               cnscd_demo_take_number (generator, 1, 28));
  decision->kind = CNSCD_DECISION_KIND_ESTABLISH;
  cnscd_record_set (decision, issuer, issuer);
  cnscd_record_set (decision, signer, signer);
  cnscd_record_set (decision, subject, "Về việc thành lập các Tổ công nghệ số cộng đồng");

  commune->decision = g_strdup (decision->record.id);
  commune->decision_date = decision->date;
  return cnscd_demo_give (generator, decision, error);
}

static gint64
forget_sometimes (CnscdDemoGenerator *generator, gint64 count)
{
  return cnscd_demo_take_chance (generator, 8) ? CNSCD_COUNT_UNKNOWN : count;
}

static gboolean
give_profile (CnscdDemoGenerator *generator,
              const CnscdDemoCommune *commune,
              const char *hamlet,
              GError **error)
{
  g_autoptr (CnscdHamletProfile) profile = NULL;
  guint households =
    cnscd_demo_take_number (generator, commune->urban ? 90 : 45, commune->urban ? 420 : 260);
  guint poor = households * cnscd_demo_take_number (generator, 0, commune->highland ? 18 : 6) / 100;
  guint near_poor =
    households * cnscd_demo_take_number (generator, 1, commune->highland ? 14 : 7) / 100;
  guint people = households * cnscd_demo_take_number (generator, 34, 46) / 10;
  guint working = people * cnscd_demo_take_number (generator, 52, 64) / 100;

  profile = cnscd_demo_make_record (generator, &CNSCD_KIND_HAMLET_PROFILE, commune->unit->code);
  cnscd_record_set (profile, hamlet, hamlet);
  profile->as_of = CNSCD_DATE (2025, 12, 31);
  profile->households = households;
  profile->poor_households = forget_sometimes (generator, poor);
  profile->near_poor_households = forget_sometimes (generator, near_poor);
  profile->people = forget_sometimes (generator, people);
  profile->working_age_people = forget_sometimes (generator, working);
  return cnscd_demo_give (generator, profile, error);
}

/* Gives the hamlet, and nearly always its profile. Returns: the hamlet's id. */
static char *
give_hamlet (CnscdDemoGenerator *generator,
             const CnscdDemoCommune *commune,
             const char *name,
             GError **error)
{
  g_autoptr (CnscdHamlet) hamlet = NULL;

  hamlet = cnscd_demo_make_record (generator, &CNSCD_KIND_HAMLET, commune->unit->code);
  cnscd_record_set (hamlet, name, name);
  hamlet->kind = commune->urban ? CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP : CNSCD_HAMLET_KIND_HAMLET;
  if (!cnscd_demo_give (generator, hamlet, error))
    return NULL;

  if (cnscd_demo_take_chance (generator, 94) &&
      !give_profile (generator, commune, hamlet->record.id, error))
    return NULL;

  return g_strdup (hamlet->record.id);
}

static CnscdDate
make_birth (CnscdDemoGenerator *generator, const CnscdDemoOffice *office)
{
  guint year = cnscd_demo_take_number (generator, office->born_from, office->born_to);

  /* Rosters on paper know the year; some communes write the whole date. */
  if (cnscd_demo_take_chance (generator, 70))
    return CNSCD_DATE (year, 0, 0);

  return CNSCD_DATE (year, cnscd_demo_take_number (generator, 1, 12),
                     cnscd_demo_take_number (generator, 1, 28));
}

static CnscdPerson *
make_person (CnscdDemoGenerator *generator,
             CnscdDemoCommune *commune,
             const CnscdDemoOffice *office)
{
  CnscdPerson *person = cnscd_demo_make_record (generator, &CNSCD_KIND_PERSON, commune->unit->code);
  g_autofree char *key = NULL;

  person->gender =
    cnscd_demo_take_chance (generator, office->men) ? CNSCD_GENDER_MALE : CNSCD_GENDER_FEMALE;

  do
    {
      g_clear_pointer (&person->full_name, g_free);
      g_clear_pointer (&key, g_free);
      person->full_name = make_name (generator, commune, person->gender);
      person->birth = make_birth (generator, office);
      key = g_strdup_printf ("%s|%u", person->full_name, person->birth.year);
    }
  while (!g_hash_table_add (commune->people, g_steal_pointer (&key)));

  if (cnscd_demo_take_chance (generator, 1))
    person->birth = CNSCD_DATE_UNKNOWN;

  generator->phone += cnscd_demo_take_number (generator, 1, generator->phone_step);
  if (!cnscd_demo_take_chance (generator, 3))
    {
      g_autofree char *phone = g_strdup_printf (PHONE_PREFIX "%06u", generator->phone);

      cnscd_record_set (person, phone, phone);
    }

  return person;
}

static gboolean
give_member (CnscdDemoGenerator *generator,
             CnscdDemoCommune *commune,
             CnscdDemoTeam *team,
             const CnscdDemoOffice *office,
             CnscdRole role,
             guint ordinal,
             GError **error)
{
  g_autoptr (CnscdPerson) person = make_person (generator, commune, office);
  g_autoptr (CnscdMembership) membership = NULL;

  if (!cnscd_demo_give (generator, person, error))
    return FALSE;

  membership = cnscd_demo_make_record (generator, &CNSCD_KIND_MEMBERSHIP, commune->unit->code);
  cnscd_record_set (membership, team, team->team->record.id);
  cnscd_record_set (membership, person, person->record.id);
  cnscd_record_set (membership, body,
                    commune->urban && g_str_equal (office->body, "Công an xã") ? "Công an phường"
                                                                               : office->body);
  cnscd_record_set (membership, position, office->position);
  cnscd_record_set (membership, decision, commune->decision);
  membership->role = role;
  membership->ordinal = ordinal;
  membership->valid_from = commune->decision_date;
  g_ptr_array_add (team->memberships, cnscd_record_ref (membership));
  return cnscd_demo_give (generator, membership, error);
}

static CnscdDemoOffice
choose_leader (CnscdDemoGenerator *generator, const CnscdDemoCommune *commune, gboolean of_commune)
{
  if (of_commune)
    return (CnscdDemoOffice) { "Phó Chủ tịch", "Ủy ban nhân dân", 70, 1970, 1988 };
  if (cnscd_demo_take_chance (generator, 12))
    return CNSCD_DEMO_OFFICES[0];
  if (commune->urban)
    return (CnscdDemoOffice) { "Tổ trưởng tổ dân phố", "Tổ dân phố", 62, 1958, 1988 };
  return (CnscdDemoOffice) { "Trưởng xóm", "Xóm", 76, 1962, 1993 };
}

static guint
choose_n_deputies (CnscdDemoGenerator *generator, guint size)
{
  guint at = cnscd_demo_take_number (generator, 0, 9);

  if (at < 2)
    return 0;
  return at < 8 || size < 5 ? 1 : 2;
}

static gboolean
give_people (CnscdDemoGenerator *generator,
             CnscdDemoCommune *commune,
             CnscdDemoTeam *team,
             guint size,
             GError **error)
{
  CnscdDemoOffice leader = choose_leader (generator, commune, team->team->hamlet == NULL);
  guint n_deputies = choose_n_deputies (generator, size);
  g_autofree guint *offices = cnscd_demo_take_order (generator, CNSCD_DEMO_N_OFFICES);

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
give_team (CnscdDemoGenerator *generator,
           CnscdDemoCommune *commune,
           const char *hamlet_name,
           guint size,
           GError **error)
{
  const char *kind = commune->urban ? "tổ dân phố" : "xóm";
  g_autoptr (CnscdTeam) team = NULL;
  g_autofree char *hamlet = NULL;
  g_autofree char *name = NULL;
  CnscdDemoTeam *made;

  if (hamlet_name != NULL)
    {
      hamlet = give_hamlet (generator, commune, hamlet_name, error);
      if (hamlet == NULL)
        return FALSE;
      name = g_strdup_printf ("Tổ CNSCĐ %s %s", kind, hamlet_name);
    }
  else
    name = g_strdup_printf ("Tổ CNSCĐ %s", commune->full_name);

  team = cnscd_demo_make_record (generator, &CNSCD_KIND_TEAM, commune->unit->code);
  cnscd_record_set (team, name, name);
  cnscd_record_set (team, hamlet, hamlet);
  cnscd_record_set (team, decision, commune->decision);
  team->level = hamlet != NULL ? CNSCD_TEAM_LEVEL_HAMLET : CNSCD_TEAM_LEVEL_COMMUNE;
  team->valid_from = commune->decision_date;
  if (!cnscd_demo_give (generator, team, error))
    return FALSE;

  made = g_new0 (CnscdDemoTeam, 1);
  made->team = cnscd_record_ref (team);
  if (hamlet_name != NULL)
    made->place = g_strdup_printf ("Nhà văn hóa %s %s", kind, hamlet_name);
  made->memberships = g_ptr_array_new_with_free_func (cnscd_record_unref);
  g_ptr_array_add (commune->teams, made);

  return give_people (generator, commune, made, size, error);
}

/*
 * The names of @n_names hamlets. A phường numbers its residential groups; a
 * xã has names, and numbers them where the names give out.
 */
static GPtrArray *
choose_hamlets (CnscdDemoGenerator *generator, const CnscdDemoCommune *commune, guint n_names)
{
  GPtrArray *names = g_ptr_array_new_full (n_names, g_free);
  const char *const *pool =
    commune->highland ? CNSCD_DEMO_HAMLETS_HIGHLAND : CNSCD_DEMO_HAMLETS_LOWLAND;
  guint n_pool = commune->highland ? CNSCD_DEMO_N_HAMLETS_HIGHLAND : CNSCD_DEMO_N_HAMLETS_LOWLAND;
  g_autofree guint *order = cnscd_demo_take_order (generator, n_pool);

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

static void
team_free (gpointer data)
{
  CnscdDemoTeam *team = data;

  cnscd_record_unref (team->team);
  g_free (team->place);
  g_ptr_array_unref (team->memberships);
  g_free (team);
}

/**
 * cnscd_demo_commune_new: (skip)
 * @unit: a commune; it must outlive what is made
 *
 * Returns: (transfer full): the commune without anything in it yet
 */
CnscdDemoCommune *
cnscd_demo_commune_new (const CnscdDemoUnit *unit)
{
  CnscdDemoCommune *commune = g_new0 (CnscdDemoCommune, 1);

  commune->unit = unit;
  commune->urban = g_strcmp0 (unit->kind, "phuong") == 0;
  commune->highland = lies_high (unit->code);
  commune->full_name = g_strdup_printf ("%s %s", commune->urban ? "phường" : "xã", unit->name);
  commune->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  commune->teams = g_ptr_array_new_with_free_func (team_free);

  return commune;
}

/**
 * cnscd_demo_commune_free: (skip)
 * @commune: (transfer full): a commune
 */
void
cnscd_demo_commune_free (CnscdDemoCommune *commune)
{
  g_hash_table_unref (commune->people);
  g_ptr_array_unref (commune->teams);
  g_free (commune->full_name);
  g_free (commune->decision);
  g_free (commune);
}

/**
 * cnscd_demo_give_roster: (skip)
 * @generator: a generator with phones to give
 * @commune: a new commune; gets its teams
 * @sizes: (array length=n_teams): how many people each team has
 * @n_teams: how many teams
 * @error: return location for an error of the sink
 *
 * Makes the decision, hamlets, teams and people of a commune.
 *
 * Returns: whether the sink took them
 */
gboolean
cnscd_demo_give_roster (CnscdDemoGenerator *generator,
                        CnscdDemoCommune *commune,
                        const guint *sizes,
                        guint n_teams,
                        GError **error)
{
  g_autoptr (GPtrArray) hamlets = NULL;
  gboolean done;
  guint n_own;

  /* The communes of former Bắc Kạn have a team of their own beside those of the hamlets. */
  n_own = g_strcmp0 (commune->unit->code, FIRST_CODE_OF_OLD_THAI_NGUYEN) < 0 && n_teams > 1 ? 1 : 0;
  hamlets = choose_hamlets (generator, commune, n_teams - n_own);

  done = give_decision (generator, commune, error);
  for (guint i = 0; i < n_teams && done; i++)
    {
      const char *hamlet = i < n_own ? NULL : g_ptr_array_index (hamlets, i - n_own);

      done = give_team (generator, commune, hamlet, sizes[i], error);
    }

  return done;
}
