/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "core/cnscd-records.h"
#include "core/cnscd-schedule-records.h"

#define ID_A "01890a5d-ac96-774b-bcce-b302099a8057"
#define ID_B "01890a5d-ac96-774b-bcce-b302099a8058"

/* A stored value of each type, and another. */
static const char *
get_sample (const CnscdField *field, int n)
{
  switch (field->type)
    {
    case CNSCD_FIELD_TEXT:
      return n == 0 ? "Đào Thị Hoà" : "Đào Thị Hòa";
    case CNSCD_FIELD_REFERENCE:
      return n == 0 ? ID_A : ID_B;
    case CNSCD_FIELD_COUNT:
      return n == 0 ? "0" : "9223372036854775807";
    case CNSCD_FIELD_DATE:
      return n == 0 ? "1975" : "1975-06-21";
    case CNSCD_FIELD_TIME:
      return n == 0 ? "2026-11-27T00:00" : "1969-12-31T23:59";
    case CNSCD_FIELD_CHOICE:
      return field->choices[n];
    default:
      g_assert_not_reached ();
    }
}

static void
fill (gpointer record, int n)
{
  const CnscdKind *kind = ((CnscdRecord *) record)->kind;

  for (guint i = 0; i < kind->n_fields; i++)
    g_assert_true (
      cnscd_field_set_text (&kind->fields[i], record, get_sample (&kind->fields[i], n)));
}

static void
test_kinds (void)
{
  static const char *const names[] = {
    "hamlet",  "hamlet_profile", "decision",       "team",          "person",        "membership",
    "topic",   "audience",       "audience_topic", "indicator",     "holiday",       "series",
    "session", "session_team",   "session_topic",  "session_guide", "session_result"
  };

  for (guint k = 0; k < G_N_ELEMENTS (names); k++)
    {
      const CnscdKind *kind = CNSCD_KINDS[k];
      gsize end = sizeof (CnscdRecord);

      g_assert_cmpstr (kind->name, ==, names[k]);
      g_assert_true (cnscd_kind_from_name (names[k]) == kind);

      /* Every member of the struct is a field, and in its order. */
      for (guint i = 0; i < kind->n_fields; i++)
        {
          const CnscdField *field = &kind->fields[i];
          gsize size = sizeof (char *);

          if (field->type == CNSCD_FIELD_COUNT)
            size = sizeof (gint64);
          else if (field->type == CNSCD_FIELD_TIME)
            size = sizeof (CnscdTime);
          else if (field->type == CNSCD_FIELD_DATE)
            size = sizeof (CnscdDate);
          else if (field->type == CNSCD_FIELD_CHOICE)
            size = sizeof (int);

          g_assert_cmpuint (field->offset, >=, end);
          g_assert_cmpuint (field->offset, <, end + sizeof (gpointer));
          end = field->offset + size;
          g_assert_true (cnscd_kind_get_field (kind, field->name) == field);
          g_assert_true ((field->choices != NULL) == (field->type == CNSCD_FIELD_CHOICE));
        }
      g_assert_cmpuint (end, <=, kind->size);
      g_assert_cmpuint (end + sizeof (gpointer), >, kind->size);
    }

  g_assert_null (CNSCD_KINDS[G_N_ELEMENTS (names)]);
  g_assert_null (cnscd_kind_from_name ("Person"));
  g_assert_null (cnscd_kind_from_name (""));
  g_assert_null (cnscd_kind_from_name (NULL));
  g_assert_null (cnscd_kind_get_field (&CNSCD_KIND_PERSON, "id"));
  g_assert_null (cnscd_kind_get_field (&CNSCD_KIND_PERSON, NULL));
}

static void
test_choices (void)
{
  static const struct
  {
    const CnscdKind *kind;
    const char *field;
    const char *words;
  } cases[] = {
    { &CNSCD_KIND_PERSON, "gender", "male female" },
    { &CNSCD_KIND_PERSON, "legal_basis", "consent public_duty" },
    { &CNSCD_KIND_HAMLET, "kind", "hamlet residential_group" },
    { &CNSCD_KIND_TEAM, "level", "commune hamlet" },
    { &CNSCD_KIND_MEMBERSHIP, "role", "leader deputy member" },
    { &CNSCD_KIND_DECISION, "kind", "establish consolidate dissolve" },
    { &CNSCD_KIND_SESSION, "state", "planned held postponed cancelled" },
    { &CNSCD_KIND_SESSION_GUIDE, "part", "leads helps" },
    { &CNSCD_KIND_SESSION_GUIDE, "presence", "present absent" },
    { &CNSCD_KIND_HOLIDAY, "kind", "day_off workday" },
  };
  g_autoptr (CnscdMembership) membership = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, NULL);
  const CnscdField *role = cnscd_kind_get_field (&CNSCD_KIND_MEMBERSHIP, "role");
  g_autofree char *word = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CnscdField *field = cnscd_kind_get_field (cases[i].kind, cases[i].field);
      g_autofree char *words = g_strjoinv (" ", (GStrv) field->choices);

      g_assert_cmpstr (words, ==, cases[i].words);
    }

  membership->role = CNSCD_ROLE_DEPUTY;
  word = cnscd_field_dup_text (role, membership);
  g_assert_cmpstr (word, ==, "deputy");
  g_assert_true (cnscd_field_set_text (role, membership, "leader"));
  g_assert_cmpint (membership->role, ==, CNSCD_ROLE_LEADER);

  /* Values from nowhere have no word, and read nothing beyond the table. */
  for (int i = -2; i < 100; i++)
    {
      g_autofree char *text = NULL;

      membership->role = i;
      text = cnscd_field_dup_text (role, membership);
      g_assert_true ((text != NULL) == (i >= 1 && i <= 3));
      g_assert_true (cnscd_field_is_unknown (role, membership) == (text == NULL));
    }
}

static void
test_blank (void)
{
  for (guint k = 0; CNSCD_KINDS[k] != NULL; k++)
    {
      CnscdRecord *record = cnscd_record_new (CNSCD_KINDS[k], "05716");
      CnscdRecord *blank = cnscd_record_new_blank (CNSCD_KINDS[k]);

      g_assert_true (record->kind == CNSCD_KINDS[k]);
      g_assert_true (cnscd_uuid_is_valid (record->id));
      g_assert_cmpstr (record->unit, ==, "05716");
      g_assert_null (blank->id);
      g_assert_null (blank->unit);

      for (guint i = 0; i < record->kind->n_fields; i++)
        {
          g_autofree char *text = cnscd_field_dup_text (&record->kind->fields[i], record);

          g_assert_null (text);
          g_assert_true (cnscd_field_is_unknown (&record->kind->fields[i], record));
        }

      cnscd_record_unref (record);
      cnscd_record_unref (blank);
    }
}

static void
test_copy_and_equal (void)
{
  for (guint k = 0; CNSCD_KINDS[k] != NULL; k++)
    {
      const CnscdKind *kind = CNSCD_KINDS[k];
      CnscdRecord *record = cnscd_record_new (kind, "05716");
      CnscdRecord *copy;

      fill (record, 0);
      copy = cnscd_record_copy (record);
      g_assert_true (copy != record);
      g_assert_true (cnscd_record_equal (record, record));
      g_assert_true (cnscd_record_equal (record, copy));

      for (guint i = 0; i < kind->n_fields; i++)
        {
          const CnscdField *field = &kind->fields[i];
          g_autofree char *before = cnscd_field_dup_text (field, record);
          g_autofree char *text = NULL;

          g_assert_cmpstr (before, ==, get_sample (field, 0));
          g_assert_true (cnscd_field_set_text (field, copy, get_sample (field, 1)));
          g_assert_false (cnscd_field_equal (field, record, copy));
          g_assert_false (cnscd_record_equal (record, copy));

          text = cnscd_field_dup_text (field, copy);
          g_assert_cmpstr (text, ==, get_sample (field, 1));
          g_assert_false (cnscd_field_is_unknown (field, copy));

          /* The original is not touched. */
          g_clear_pointer (&text, g_free);
          text = cnscd_field_dup_text (field, record);
          g_assert_cmpstr (text, ==, before);

          g_assert_true (cnscd_field_set_text (field, copy, i % 2 == 0 ? NULL : ""));
          g_assert_true (cnscd_field_is_unknown (field, copy));
          g_assert_true (cnscd_field_set_text (field, copy, before));
          g_assert_true (cnscd_record_equal (record, copy));
        }

      cnscd_record_set (copy, unit, "05717");
      g_assert_false (cnscd_record_equal (record, copy));
      cnscd_record_set (copy, unit, "05716");
      cnscd_record_set (copy, id, ID_A);
      g_assert_false (cnscd_record_equal (record, copy));

      cnscd_record_unref (copy);
      cnscd_record_unref (record);
    }

  {
    g_autoptr (CnscdHamlet) hamlet = cnscd_record_new_blank (&CNSCD_KIND_HAMLET);
    g_autoptr (CnscdTeam) team = cnscd_record_new_blank (&CNSCD_KIND_TEAM);

    g_assert_false (cnscd_record_equal (hamlet, team));
  }
}

static void
test_refused_texts (void)
{
  static const struct
  {
    const CnscdKind *kind;
    const char *field;
    const char *bad[12];
  } cases[] = {
    { &CNSCD_KIND_HAMLET_PROFILE,
      "households",
      { "-1", "+1", " 1", "1 ", "1.0", "1e3", "1.000", "0x10", "9223372036854775808", "một" } },
    { &CNSCD_KIND_PERSON, "birth", { "75", "21/06/1975", "1975-6-21", "1975-02-30", "0000" } },
    { &CNSCD_KIND_PERSON, "gender", { "Male", "nam", "1", "0", " male" } },
    { &CNSCD_KIND_MEMBERSHIP,
      "team",
      { "1", "01890A5D-AC96-774B-BCCE-B302099A8057", ID_A " ", "{" ID_A "}" } },
    { &CNSCD_KIND_PERSON, "full_name", { "\xff", "Tu\xe1" } },
  };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      const CnscdField *field = cnscd_kind_get_field (cases[c].kind, cases[c].field);
      gpointer record = cnscd_record_new (cases[c].kind, NULL);

      g_assert_true (cnscd_field_set_text (field, record, get_sample (field, 0)));
      for (guint i = 0; cases[c].bad[i] != NULL; i++)
        {
          g_autofree char *text = NULL;

          g_assert_false (cnscd_field_set_text (field, record, cases[c].bad[i]));
          text = cnscd_field_dup_text (field, record);
          g_assert_cmpstr (text, ==, get_sample (field, 0));
        }
      cnscd_record_unref (record);
    }
}

static void
test_set_text (void)
{
  g_autoptr (CnscdPerson) person = cnscd_record_new (&CNSCD_KIND_PERSON, "05716");

  cnscd_record_set (person, full_name, "Chu Đức Tuấn");
  g_assert_cmpstr (person->full_name, ==, "Chu Đức Tuấn");
  /* Its own value, and a part of it */
  cnscd_record_set (person, full_name, person->full_name);
  g_assert_cmpstr (person->full_name, ==, "Chu Đức Tuấn");
  cnscd_record_set (person, full_name, person->full_name + 4);
  g_assert_cmpstr (person->full_name, ==, "Đức Tuấn");
  cnscd_record_set (person, full_name, "Tu\xff");
  g_assert_cmpstr (person->full_name, ==, "Tu\ufffd");
  cnscd_record_set (person, full_name, "");
  g_assert_null (person->full_name);
  cnscd_record_set (person, full_name, NULL);
  g_assert_null (person->full_name);
}

static void
test_references (void)
{
  CnscdPerson *person = cnscd_record_new (&CNSCD_KIND_PERSON, "05716");
  CnscdPerson *same = cnscd_record_ref (person);

  g_assert_true (person == same);
  cnscd_record_set (person, full_name, "Chu Đức Tuấn");
  cnscd_record_unref (person);
  g_assert_cmpstr (same->full_name, ==, "Chu Đức Tuấn");
  cnscd_record_unref (same);
}

#define N_THREADS 4
#define N_IDS     25000

static gpointer
make_ids (gpointer data)
{
  GPtrArray *ids = g_ptr_array_new_full (N_IDS, g_free);

  for (int i = 0; i < N_IDS; i++)
    g_ptr_array_add (ids, cnscd_uuid_new ());

  return ids;
}

static void
test_uuid (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GThread *threads[N_THREADS];
  GPtrArray *ids[N_THREADS];
  gint64 start = g_get_monotonic_time ();
  double ms;

  for (int t = 0; t < N_THREADS; t++)
    threads[t] = g_thread_new ("ids", make_ids, NULL);
  for (int t = 0; t < N_THREADS; t++)
    ids[t] = g_thread_join (threads[t]);
  ms = (g_get_monotonic_time () - start) / 1000.0;

  for (int t = 0; t < N_THREADS; t++)
    {
      for (int i = 0; i < N_IDS; i++)
        {
          const char *id = g_ptr_array_index (ids[t], i);

          g_assert_true (cnscd_uuid_is_valid (id));
          g_assert_cmpint (id[14], ==, '7');
          g_assert_nonnull (strchr ("89ab", id[19]));
          g_assert_true (g_uuid_string_is_valid (id));
          if (i > 0)
            g_assert_cmpstr (g_ptr_array_index (ids[t], i - 1), <, id);
          g_hash_table_add (seen, (gpointer) id);
        }
    }

  g_assert_cmpuint (g_hash_table_size (seen), ==, N_THREADS * N_IDS);
  g_test_minimized_result (ms, "100,000 ids from four threads: %.1f ms", ms);
  if (g_test_perf ())
    g_assert_cmpfloat (ms, <, 100);

  for (int t = 0; t < N_THREADS; t++)
    g_ptr_array_unref (ids[t]);
}

/* The first 48 bits are milliseconds of Unix time. */
static void
test_uuid_time (void)
{
  gint64 before = g_get_real_time () / 1000;
  g_autofree char *id = cnscd_uuid_new ();
  gint64 after = g_get_real_time () / 1000;
  g_autofree char *hex = g_strdup_printf ("%.8s%.4s", id, id + 9);
  gint64 ms = (gint64) g_ascii_strtoull (hex, NULL, 16);

  g_assert_cmpint (ms, >=, before);
  /* 100,000 ids in a row never exhaust the counter and run ahead of the clock. */
  g_assert_cmpint (ms, <=, after);
}

static void
test_uuid_valid (void)
{
  static const char *const bad[] = {
    "",
    "01890a5d-ac96-774b-bcce-b302099a805",
    ID_A "0",
    "01890A5d-ac96-774b-bcce-b302099a8057",
    "01890a5dac96-774b-bcce-b302099a80577",
    "01890a5d-ac96-774b-bcce-b302099a805g",
    " 1890a5d-ac96-774b-bcce-b302099a8057",
    NULL,
  };

  g_assert_true (cnscd_uuid_is_valid (ID_A));
  g_assert_true (cnscd_uuid_is_valid ("00000000-0000-0000-0000-000000000000"));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (cnscd_uuid_is_valid (bad[i]));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/record/kinds", test_kinds);
  g_test_add_func ("/core/record/choices", test_choices);
  g_test_add_func ("/core/record/blank", test_blank);
  g_test_add_func ("/core/record/copy-and-equal", test_copy_and_equal);
  g_test_add_func ("/core/record/refused-texts", test_refused_texts);
  g_test_add_func ("/core/record/set-text", test_set_text);
  g_test_add_func ("/core/record/references", test_references);
  g_test_add_func ("/core/uuid/order", test_uuid);
  g_test_add_func ("/core/uuid/time", test_uuid_time);
  g_test_add_func ("/core/uuid/valid", test_uuid_valid);

  return g_test_run ();
}
