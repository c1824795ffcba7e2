/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>

#include "core/cnscd-demo.h"

/* Everything that the generator gave, with an index to look references up. */
typedef struct
{
  GPtrArray *records;
  GHashTable *by_id; /* id → record (borrowed) */
  GChecksum *sum;
  guint limit; /* 0: none */
} Taken;

typedef struct
{
  GPtrArray *words; /* strings that @units borrow */
  GArray *units;
} Units;

static Taken *
taken_new (void)
{
  Taken *taken = g_new0 (Taken, 1);

  taken->records = g_ptr_array_new_with_free_func (cnscd_record_unref);
  taken->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  taken->sum = g_checksum_new (G_CHECKSUM_SHA256);
  return taken;
}

static void
taken_free (Taken *taken)
{
  g_hash_table_unref (taken->by_id);
  g_ptr_array_unref (taken->records);
  g_checksum_free (taken->sum);
  g_free (taken);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Taken, taken_free)

static void
add_to_sum (GChecksum *sum, const char *text)
{
  g_checksum_update (sum, (const guchar *) (text != NULL ? text : "-"), -1);
  g_checksum_update (sum, (const guchar *) "\n", 1);
}

static gboolean
take (gpointer data, gpointer user_data, GError **error)
{
  CnscdRecord *record = data;
  Taken *taken = user_data;

  if (taken->limit > 0 && taken->records->len == taken->limit)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
      return FALSE;
    }

  add_to_sum (taken->sum, record->kind->name);
  add_to_sum (taken->sum, record->id);
  add_to_sum (taken->sum, record->unit);
  for (guint i = 0; i < record->kind->n_fields; i++)
    {
      g_autofree char *text = cnscd_field_dup_text (&record->kind->fields[i], record);

      add_to_sum (taken->sum, text);

      /* Parents first. */
      if (record->kind->fields[i].type == CNSCD_FIELD_REFERENCE && text != NULL)
        {
          const CnscdRecord *parent = g_hash_table_lookup (taken->by_id, text);

          g_assert_nonnull (parent);
          g_assert_cmpstr (parent->unit, ==, record->unit);
        }
      if (record->kind->fields[i].required)
        g_assert_false (cnscd_field_is_unknown (&record->kind->fields[i], record));
    }

  g_assert_true (cnscd_uuid_is_valid (record->id));
  g_assert_true (g_hash_table_insert (taken->by_id, record->id, record));
  g_ptr_array_add (taken->records, cnscd_record_ref (record));
  return TRUE;
}

static Units
read_units (void)
{
  Units units = { g_ptr_array_new_with_free_func (g_free),
                  g_array_new (FALSE, FALSE, sizeof (CnscdDemoUnit)) };
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "data", "units-thai-nguyen.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (g_strstrip (text), "\n", -1);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      char **cells = g_strsplit (lines[i], ",", -1);
      CnscdDemoUnit unit = { cells[0], cells[1], cells[2] };

      for (guint j = 0; cells[j] != NULL; j++)
        g_ptr_array_add (units.words, cells[j]);
      g_free (cells);
      g_array_append_val (units.units, unit);
    }

  return units;
}

static void
units_clear (Units *units)
{
  g_ptr_array_unref (units->words);
  g_array_unref (units->units);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Units, units_clear)

static Taken *
make_commune (guint64 seed, const char *code, const char *kind, const char *name)
{
  Taken *taken = taken_new ();
  CnscdDemoUnit unit = { code, kind, name };
  CnscdDemoPlan plan = { .seed = seed, .units = &unit, .n_units = 1 };
  g_autoptr (GError) error = NULL;

  cnscd_demo_generate (&plan, take, taken, &error);
  g_assert_no_error (error);
  return taken;
}

static Taken *
make_province (guint64 seed)
{
  g_auto (Units) units = read_units ();
  Taken *taken = taken_new ();
  CnscdDemoPlan plan = {
    .seed = seed,
    .units = (const CnscdDemoUnit *) units.units->data,
    .n_units = units.units->len,
    .n_teams = CNSCD_DEMO_PROVINCE_TEAMS,
    .n_members = CNSCD_DEMO_PROVINCE_MEMBERS,
  };
  g_autoptr (GError) error = NULL;

  cnscd_demo_generate (&plan, take, taken, &error);
  g_assert_no_error (error);
  return taken;
}

static guint
count_kind (const Taken *taken, const CnscdKind *kind)
{
  guint n = 0;

  for (guint i = 0; i < taken->records->len; i++)
    n += ((CnscdRecord *) g_ptr_array_index (taken->records, i))->kind == kind;
  return n;
}

static void
test_commune (void)
{
  for (guint64 seed = 0; seed < 20; seed++)
    {
      g_autoptr (Taken) taken = make_commune (seed, "05716", "xa", "Võ Nhai");
      guint n_teams = count_kind (taken, &CNSCD_KIND_TEAM);

      g_assert_cmpuint (n_teams, >=, 36);
      g_assert_cmpuint (n_teams, <=, 40);
      g_assert_cmpuint (count_kind (taken, &CNSCD_KIND_HAMLET), ==, n_teams);
      g_assert_cmpuint (count_kind (taken, &CNSCD_KIND_MEMBERSHIP), ==, 252);
      g_assert_cmpuint (count_kind (taken, &CNSCD_KIND_PERSON), ==, 252);
      g_assert_cmpuint (count_kind (taken, &CNSCD_KIND_DECISION), ==, 1);
    }
}

static void
test_province (void)
{
  g_autoptr (Taken) taken = make_province (7);
  g_autoptr (GHashTable) units = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < taken->records->len; i++)
    g_hash_table_add (units, ((CnscdRecord *) g_ptr_array_index (taken->records, i))->unit);

  g_assert_cmpuint (g_hash_table_size (units), ==, 92);
  g_assert_cmpuint (count_kind (taken, &CNSCD_KIND_TEAM), ==, 2255);
  g_assert_cmpuint (count_kind (taken, &CNSCD_KIND_MEMBERSHIP), ==, 15000);
  g_assert_cmpuint (count_kind (taken, &CNSCD_KIND_PERSON), ==, 15000);
}

static void
test_seed (void)
{
  g_autoptr (Taken) first = make_commune (42, "05716", "xa", "Võ Nhai");
  g_autoptr (Taken) again = make_commune (42, "05716", "xa", "Võ Nhai");
  g_autoptr (Taken) other = make_commune (43, "05716", "xa", "Võ Nhai");
  g_autoptr (Taken) neighbour = make_commune (42, "05719", "xa", "Sảng Mộc");

  g_assert_cmpstr (g_checksum_get_string (first->sum), ==, g_checksum_get_string (again->sum));
  g_assert_cmpstr (g_checksum_get_string (first->sum), !=, g_checksum_get_string (other->sum));

  /* What two communes made up must be able to meet at the province. */
  for (guint i = 0; i < neighbour->records->len; i++)
    {
      const CnscdRecord *record = g_ptr_array_index (neighbour->records, i);

      g_assert_false (g_hash_table_contains (first->by_id, record->id));
    }

  /* The same on every machine: change this only together with the generator. */
  g_assert_cmpstr (g_checksum_get_string (first->sum), ==,
                   "941ea6479919b7b7c9a127e37f83c2ef2601534fa3d924afa5e86fe8ca01fa63");
}

static void
test_people (void)
{
  g_autoptr (Taken) taken = make_province (3);
  g_autoptr (GHashTable) phones = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_women = 0;
  guint n_phones = 0;
  guint n_births = 0;

  for (guint i = 0; i < taken->records->len; i++)
    {
      const CnscdPerson *person = g_ptr_array_index (taken->records, i);

      if (person->record.kind != &CNSCD_KIND_PERSON)
        continue;

      g_assert_true (g_utf8_validate (person->full_name, -1, NULL));
      {
        g_autofree char *nfc = g_utf8_normalize (person->full_name, -1, G_NORMALIZE_NFC);

        g_assert_cmpstr (person->full_name, ==, nfc);
      }
      g_assert_nonnull (strchr (person->full_name, ' '));
      g_assert_null (strstr (person->full_name, "  "));
      g_assert_cmpint (person->gender, !=, CNSCD_GENDER_UNKNOWN);
      n_women += person->gender == CNSCD_GENDER_FEMALE;
      g_assert_false (person->gender == CNSCD_GENDER_MALE &&
                      strstr (person->full_name, " Thị ") != NULL);

      if (cnscd_date_is_known (person->birth))
        {
          n_births++;
          g_assert_true (cnscd_date_is_valid (person->birth));
          g_assert_cmpuint (person->birth.year, >=, 1940);
          g_assert_cmpuint (person->birth.year, <=, 2007);
        }
      if (person->phone != NULL)
        {
          n_phones++;
          g_assert_true (g_str_has_prefix (person->phone, "0900"));
          g_assert_cmpuint (strlen (person->phone), ==, 10);
          g_assert_true (g_hash_table_add (phones, person->phone));
        }

      /* A basis for keeping a person's data is never assumed. */
      g_assert_cmpint (person->legal_basis, ==, CNSCD_LEGAL_BASIS_UNKNOWN);
    }

  g_assert_cmpuint (n_women, >, 4000);
  g_assert_cmpuint (n_women, <, 11000);
  g_assert_cmpuint (n_phones, >, 14000);
  g_assert_cmpuint (n_phones, <, 15000);
  g_assert_cmpuint (n_births, >, 14500);
  g_assert_cmpuint (n_births, <, 15000);
}

static void
test_teams (void)
{
  g_autoptr (Taken) taken = make_province (5);
  g_autoptr (GHashTable) sizes = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GHashTable) leaders = g_hash_table_new (g_direct_hash, g_direct_equal);
  g_autoptr (GHashTable) deputies = g_hash_table_new (g_direct_hash, g_direct_equal);
  guint seen_deputies[3] = { 0 };

  for (guint i = 0; i < taken->records->len; i++)
    {
      const CnscdMembership *membership = g_ptr_array_index (taken->records, i);
      CnscdTeam *team;

      if (membership->record.kind != &CNSCD_KIND_MEMBERSHIP)
        continue;

      team = g_hash_table_lookup (taken->by_id, membership->team);
      g_hash_table_insert (
        sizes, team, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (sizes, team)) + 1));
      if (membership->role == CNSCD_ROLE_LEADER)
        g_assert_true (g_hash_table_add (leaders, team));
      if (membership->role == CNSCD_ROLE_DEPUTY)
        g_hash_table_insert (
          deputies, team,
          GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (deputies, team)) + 1));
      g_assert_nonnull (membership->body);
      g_assert_nonnull (membership->position);
      g_assert_cmpint (membership->ordinal, >=, 1);
    }

  g_assert_cmpuint (g_hash_table_size (leaders), ==, 2255);

  for (guint i = 0; i < taken->records->len; i++)
    {
      CnscdTeam *team = g_ptr_array_index (taken->records, i);
      guint size = GPOINTER_TO_UINT (g_hash_table_lookup (sizes, team));
      guint n_deputies = GPOINTER_TO_UINT (g_hash_table_lookup (deputies, team));

      if (team->record.kind != &CNSCD_KIND_TEAM)
        continue;

      g_assert_cmpuint (size, >=, CNSCD_DEMO_TEAM_MIN);
      g_assert_cmpuint (size, <=, CNSCD_DEMO_TEAM_MAX);
      g_assert_cmpuint (n_deputies, <=, 2);
      seen_deputies[n_deputies]++;
      g_assert_true (g_str_has_prefix (team->name, "Tổ CNSCĐ "));
      g_assert_true ((team->hamlet == NULL) == (team->level == CNSCD_TEAM_LEVEL_COMMUNE));
    }

  for (guint i = 0; i < G_N_ELEMENTS (seen_deputies); i++)
    g_assert_cmpuint (seen_deputies[i], >, 0);
}

static void
test_places (void)
{
  g_autoptr (Taken) ward = make_commune (1, "05443", "phuong", "Phan Đình Phùng");
  g_autoptr (Taken) commune = make_commune (1, "05716", "xa", "Võ Nhai");
  g_autoptr (Taken) province = make_province (1);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean unknown_count = FALSE;

  for (guint i = 0; i < ward->records->len; i++)
    {
      const CnscdHamlet *hamlet = g_ptr_array_index (ward->records, i);

      if (hamlet->record.kind == &CNSCD_KIND_HAMLET)
        g_assert_cmpint (hamlet->kind, ==, CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP);
    }
  for (guint i = 0; i < commune->records->len; i++)
    {
      const CnscdHamlet *hamlet = g_ptr_array_index (commune->records, i);

      if (hamlet->record.kind == &CNSCD_KIND_HAMLET)
        g_assert_cmpint (hamlet->kind, ==, CNSCD_HAMLET_KIND_HAMLET);
    }

  for (guint i = 0; i < province->records->len; i++)
    {
      CnscdRecord *record = g_ptr_array_index (province->records, i);

      if (record->kind == &CNSCD_KIND_HAMLET)
        g_assert_true (g_hash_table_add (
          names, g_strdup_printf ("%s %s", record->unit, ((CnscdHamlet *) record)->name)));
      if (record->kind == &CNSCD_KIND_HAMLET_PROFILE)
        {
          const CnscdHamletProfile *profile = (CnscdHamletProfile *) record;

          g_assert_cmpint (profile->households, >, 0);
          g_assert_cmpint (profile->poor_households, <=, profile->households);
          if (profile->people != CNSCD_COUNT_UNKNOWN)
            g_assert_cmpint (profile->working_age_people, <=, profile->people);
          unknown_count |= profile->people == CNSCD_COUNT_UNKNOWN;
        }
    }
  g_assert_true (unknown_count);
}

static void
test_sink_refuses (void)
{
  g_autoptr (Taken) taken = taken_new ();
  CnscdDemoUnit unit = { "05716", "xa", "Võ Nhai" };
  CnscdDemoPlan plan = { .seed = 1, .units = &unit, .n_units = 1 };
  g_autoptr (GError) error = NULL;

  taken->limit = 100;
  g_assert_false (cnscd_demo_generate (&plan, take, taken, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (taken->records->len, ==, 100);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/demo/commune", test_commune);
  g_test_add_func ("/demo/province", test_province);
  g_test_add_func ("/demo/seed", test_seed);
  g_test_add_func ("/demo/people", test_people);
  g_test_add_func ("/demo/teams", test_teams);
  g_test_add_func ("/demo/places", test_places);
  g_test_add_func ("/demo/sink-refuses", test_sink_refuses);
  return g_test_run ();
}
