/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-hamlet-edit.h"
#include "core/cnscd-hamlet-form.h"
#include "core/cnscd-schedule-records.h"

#define UNIT "05716"

static const CnscdDate today = { 2026, 1, 15 };

static CnscdHamlet *
new_hamlet (const char *name)
{
  CnscdHamlet *hamlet = cnscd_record_new (&CNSCD_KIND_HAMLET, UNIT);

  cnscd_record_set (hamlet, name, name);
  hamlet->kind = CNSCD_HAMLET_KIND_HAMLET;
  return hamlet;
}

static CnscdHamletProfile *
new_profile (const CnscdHamlet *hamlet, CnscdDate as_of, gint64 households, gint64 poor)
{
  CnscdHamletProfile *profile = cnscd_record_new (&CNSCD_KIND_HAMLET_PROFILE, UNIT);

  cnscd_record_set (profile, hamlet, hamlet->record.id);
  profile->as_of = as_of;
  profile->households = households;
  profile->poor_households = poor;
  return profile;
}

/* With newer and older figures, and a team. */
static CnscdHamletDetails *
new_details (const char *name, gint64 households, gint64 poor)
{
  g_autoptr (CnscdHamlet) hamlet = new_hamlet (name);
  CnscdHamletDetails *details = cnscd_hamlet_details_new (hamlet);
  CnscdTeam *team = cnscd_record_new (&CNSCD_KIND_TEAM, UNIT);

  g_ptr_array_add (details->profiles,
                   new_profile (hamlet, CNSCD_DATE (2024, 12, 31), households, poor));
  g_ptr_array_add (details->profiles, new_profile (hamlet, CNSCD_DATE (2023, 12, 31), 1, 1));
  cnscd_record_set (team, hamlet, hamlet->record.id);
  g_ptr_array_add (details->teams, team);
  return details;
}

/* ---- what may be typed */

static void
test_count (void)
{
  static const struct
  {
    const char *text;
    gint64 count; /* -2: refused */
  } cases[] = {
    { NULL, CNSCD_COUNT_UNKNOWN },
    { "  ", CNSCD_COUNT_UNKNOWN },
    { "0", 0 },
    { "210", 210 },
    { " 1250 ", 1250 },
    { "1.250", 1250 },
    { "1,250", 1250 },
    { "1 250", 1250 },
    { "1.234.567", 1234567 },
    { "999999999", 999999999 },
    { "1000000000", -2 },
    { "99999999999999999999999", -2 },
    { "1.25", -2 },
    { "1.2500", -2 },
    { "1250.000", -2 },
    { "1.250,000", -2 },
    { ".250", -2 },
    { "1.250.", -2 },
    { "-4", -2 },
    { "4 hộ", -2 },
    { "không rõ", -2 },
    { "—", -2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 count = 77;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (cnscd_count_parse (cases[i].text, &count), ==, cases[i].count != -2);
      g_assert_cmpint (count, ==, cases[i].count != -2 ? cases[i].count : CNSCD_COUNT_UNKNOWN);
    }
}

static void
test_share (void)
{
  g_assert_cmpint (cnscd_count_share (4, 210), ==, 190);
  g_assert_cmpint (cnscd_count_share (16, 210), ==, 762);
  g_assert_cmpint (cnscd_count_share (0, 210), ==, 0);
  g_assert_cmpint (cnscd_count_share (210, 210), ==, 10000);
  /* Half up. */
  g_assert_cmpint (cnscd_count_share (1, 16), ==, 625);
  g_assert_cmpint (cnscd_count_share (1, 20000), ==, 1);
  g_assert_cmpint (cnscd_count_share (1, 20001), ==, 0);
  g_assert_cmpint (cnscd_count_share (CNSCD_COUNT_UNKNOWN, 210), ==, -1);
  g_assert_cmpint (cnscd_count_share (4, CNSCD_COUNT_UNKNOWN), ==, -1);
  g_assert_cmpint (cnscd_count_share (0, 0), ==, -1);
  g_assert_cmpint (cnscd_count_share (5, 4), ==, -1);
  g_assert_cmpint (cnscd_count_share (G_MAXINT64, G_MAXINT64), ==, -1);
}

static void
test_check_hamlet (void)
{
  static const struct
  {
    CnscdHamletForm form;
    CnscdHamletField field;
    CnscdFormProblem problem;
  } cases[] = {
    { { .name = "Ba Nhất" }, CNSCD_HAMLET_FIELD_NAME, CNSCD_FORM_PROBLEM_NONE },
    { { .name = "Tổ 3/2" }, CNSCD_HAMLET_FIELD_NAME, CNSCD_FORM_PROBLEM_NONE },
    { { .name = "5" }, CNSCD_HAMLET_FIELD_NAME, CNSCD_FORM_PROBLEM_NONE },
    { { .name = NULL }, CNSCD_HAMLET_FIELD_NAME, CNSCD_FORM_PROBLEM_MISSING },
    { { .name = " " }, CNSCD_HAMLET_FIELD_NAME, CNSCD_FORM_PROBLEM_MISSING },
    { { .name = "-" }, CNSCD_HAMLET_FIELD_NAME, CNSCD_FORM_PROBLEM_NOT_A_NAME },
    { { .name = "=A1" }, CNSCD_HAMLET_FIELD_NAME, CNSCD_FORM_PROBLEM_NOT_A_NAME },
    { { .name = "Ba Nhất Ba Nhất Ba Nhất Ba Nhất Ba Nhất Ba Nhất Ba Nhất Ba Nhất" },
      CNSCD_HAMLET_FIELD_NAME,
      CNSCD_FORM_PROBLEM_NAME_TOO_LONG },
    { { .name = "A", .valid_from = "1/7/2025" },
      CNSCD_HAMLET_FIELD_VALID_FROM,
      CNSCD_FORM_PROBLEM_NONE },
    { { .name = "A", .valid_from = "2019" },
      CNSCD_HAMLET_FIELD_VALID_FROM,
      CNSCD_FORM_PROBLEM_NONE },
    { { .name = "A", .valid_from = "31/2/2025" },
      CNSCD_HAMLET_FIELD_VALID_FROM,
      CNSCD_FORM_PROBLEM_NO_SUCH_DATE },
    { { .name = "A", .valid_to = "khi nào đó" },
      CNSCD_HAMLET_FIELD_VALID_TO,
      CNSCD_FORM_PROBLEM_NOT_A_DATE },
    { { .name = "A", .valid_from = "1/7/2025", .valid_to = "30/6/2025" },
      CNSCD_HAMLET_FIELD_VALID_TO,
      CNSCD_FORM_PROBLEM_BEFORE_START },
    { { .name = "A", .valid_from = "1/7/2025", .valid_to = "1/7/2025" },
      CNSCD_HAMLET_FIELD_VALID_TO,
      CNSCD_FORM_PROBLEM_NONE },
    /* All of 2025, of which March is a part. */
    { { .name = "A", .valid_from = "1/3/2025", .valid_to = "2025" },
      CNSCD_HAMLET_FIELD_VALID_TO,
      CNSCD_FORM_PROBLEM_NONE },
    { { .name = "A", .valid_from = "2026", .valid_to = "31/12/2025" },
      CNSCD_HAMLET_FIELD_VALID_TO,
      CNSCD_FORM_PROBLEM_BEFORE_START },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u", i);
      g_assert_cmpint (cnscd_hamlet_form_check (&cases[i].form, cases[i].field), ==,
                       cases[i].problem);
      g_assert_cmpint (cnscd_hamlet_form_is_valid (&cases[i].form), ==,
                       cases[i].problem == CNSCD_FORM_PROBLEM_NONE);
    }
}

static void
test_fill_hamlet (void)
{
  g_autoptr (CnscdHamlet) hamlet = cnscd_record_new (&CNSCD_KIND_HAMLET, UNIT);
  g_autoptr (CnscdHamlet) kept = NULL;

  cnscd_hamlet_form_fill (
    &(CnscdHamletForm) { .name = "  BA  NHẤT ", .kind = CNSCD_HAMLET_KIND_HAMLET, .note = " " },
    hamlet);
  g_assert_cmpstr (hamlet->name, ==, "Ba Nhất");
  g_assert_cmpint (hamlet->kind, ==, CNSCD_HAMLET_KIND_HAMLET);
  g_assert_null (hamlet->note);
  g_assert_false (cnscd_date_is_known (hamlet->valid_from));

  /* Who types the word for the kind means it. */
  cnscd_hamlet_form_fill (&(CnscdHamletForm) { .name = "Tổ dân phố số 5",
                                               .kind = CNSCD_HAMLET_KIND_HAMLET,
                                               .valid_from = "1/7/2025",
                                               .note = "mới" },
                          hamlet);
  g_assert_cmpstr (hamlet->name, ==, "số 5");
  g_assert_cmpint (hamlet->kind, ==, CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP);
  g_assert_true (cnscd_date_equal (hamlet->valid_from, CNSCD_DATE (2025, 7, 1)));
  g_assert_cmpstr (hamlet->note, ==, "mới");

  /* A name that came from elsewhere is no change. */
  cnscd_record_set (hamlet, name, "BẢN CHANG");
  kept = cnscd_record_copy (hamlet);
  cnscd_hamlet_form_fill (&(CnscdHamletForm) { .name = "BẢN CHANG",
                                               .kind = CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP,
                                               .valid_from = "01/07/2025",
                                               .note = "mới" },
                          kept);
  g_assert_true (cnscd_record_equal (hamlet, kept));
}

static void
test_known_name (void)
{
  g_autoptr (GPtrArray) hamlets = g_ptr_array_new_with_free_func (cnscd_record_unref);
  const CnscdHamlet *first;

  g_ptr_array_add (hamlets, new_hamlet ("Đông"));
  g_ptr_array_add (hamlets, new_hamlet ("Tổ 5"));
  first = hamlets->pdata[0];
  g_assert_true (cnscd_hamlet_form_is_known ("xóm ĐÔNG", hamlets, NULL));
  g_assert_false (cnscd_hamlet_form_is_known ("Đông", hamlets, first->record.id));
  g_assert_false (cnscd_hamlet_form_is_known ("Đồng", hamlets, NULL));
  g_assert_false (cnscd_hamlet_form_is_known ("", hamlets, NULL));
  g_assert_false (cnscd_hamlet_form_is_known (NULL, hamlets, NULL));
}

static void
test_check_profile (void)
{
  static const struct
  {
    const char *texts[CNSCD_N_PROFILE_FIELDS];
    CnscdProfileField field;
    CnscdFormProblem problem;
  } cases[] = {
    { { "31/12/2025", "210", "4", "16", "800", "500" },
      CNSCD_PROFILE_FIELD_AS_OF,
      CNSCD_FORM_PROBLEM_NONE },
    { { "2025", "1.210" }, CNSCD_PROFILE_FIELD_AS_OF, CNSCD_FORM_PROBLEM_NONE },
    { { "", "210" }, CNSCD_PROFILE_FIELD_AS_OF, CNSCD_FORM_PROBLEM_MISSING },
    { { "31/2/2025", "210" }, CNSCD_PROFILE_FIELD_AS_OF, CNSCD_FORM_PROBLEM_NO_SUCH_DATE },
    { { "16/1/2026", "210" }, CNSCD_PROFILE_FIELD_AS_OF, CNSCD_FORM_PROBLEM_IN_THE_FUTURE },
    { { "15/1/2026", "210" }, CNSCD_PROFILE_FIELD_AS_OF, CNSCD_FORM_PROBLEM_NONE },
    { { "31/12/2024", "210" }, CNSCD_PROFILE_FIELD_AS_OF, CNSCD_FORM_PROBLEM_ALREADY_THERE },
    { { "31/12/2025" }, CNSCD_PROFILE_FIELD_HOUSEHOLDS, CNSCD_FORM_PROBLEM_MISSING },
    { { "31/12/2025", "nhiều" }, CNSCD_PROFILE_FIELD_HOUSEHOLDS, CNSCD_FORM_PROBLEM_NOT_A_NUMBER },
    { { "31/12/2025", "99999999999999" },
      CNSCD_PROFILE_FIELD_HOUSEHOLDS,
      CNSCD_FORM_PROBLEM_TOO_LARGE },
    { { "31/12/2025", "210", "211" }, CNSCD_PROFILE_FIELD_POOR, CNSCD_FORM_PROBLEM_MORE_THAN_ALL },
    { { "31/12/2025", "210", "10", "201" },
      CNSCD_PROFILE_FIELD_NEAR_POOR,
      CNSCD_FORM_PROBLEM_MORE_THAN_ALL },
    { { "31/12/2025", "210", "10", "200" },
      CNSCD_PROFILE_FIELD_NEAR_POOR,
      CNSCD_FORM_PROBLEM_NONE },
    { { "31/12/2025", "210", NULL, "211" },
      CNSCD_PROFILE_FIELD_NEAR_POOR,
      CNSCD_FORM_PROBLEM_MORE_THAN_ALL },
    /* Against what is not known nothing is too much. */
    { { "31/12/2025", NULL, "300", "300" }, CNSCD_PROFILE_FIELD_POOR, CNSCD_FORM_PROBLEM_NONE },
    { { "31/12/2025", NULL, NULL, NULL, "800", "801" },
      CNSCD_PROFILE_FIELD_WORKING_AGE,
      CNSCD_FORM_PROBLEM_MORE_THAN_ALL },
    { { "31/12/2025", NULL, NULL, NULL, "-1" },
      CNSCD_PROFILE_FIELD_PEOPLE,
      CNSCD_FORM_PROBLEM_NOT_A_NUMBER },
    { { "31/12/2025", NULL, NULL, NULL, NULL, "801" },
      CNSCD_PROFILE_FIELD_WORKING_AGE,
      CNSCD_FORM_PROBLEM_NONE },
  };
  g_autoptr (CnscdHamlet) hamlet = new_hamlet ("A");
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (cnscd_record_unref);

  g_ptr_array_add (others, new_profile (hamlet, CNSCD_DATE (2024, 12, 31), 1, 1));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CnscdProfileForm form = { .others = others };

      for (guint f = 0; f < CNSCD_N_PROFILE_FIELDS; f++)
        form.texts[f] = cases[i].texts[f];
      g_test_message ("%u", i);
      g_assert_cmpint (cnscd_profile_form_check (&form, cases[i].field, today), ==,
                       cases[i].problem);
      g_assert_cmpint (cnscd_profile_form_is_valid (&form, today), ==,
                       cases[i].problem == CNSCD_FORM_PROBLEM_NONE);
    }
}

/* What an import took stays, as long as nobody changes it. */
static void
test_stored_profile (void)
{
  static const struct
  {
    const char *texts[CNSCD_N_PROFILE_FIELDS];
    CnscdProfileField field;
    CnscdFormProblem problem;
  } cases[] = {
    { { "31/12/2026", "12.345.678.901", "300", "5", "800", "801" },
      CNSCD_PROFILE_FIELD_AS_OF,
      CNSCD_FORM_PROBLEM_NONE },
    { { "30/12/2026", "12.345.678.901", "300", "5", "800", "801" },
      CNSCD_PROFILE_FIELD_AS_OF,
      CNSCD_FORM_PROBLEM_IN_THE_FUTURE },
    { { "31/12/2026", "12.345.678.902", "300", "5", "800", "801" },
      CNSCD_PROFILE_FIELD_HOUSEHOLDS,
      CNSCD_FORM_PROBLEM_TOO_LARGE },
    { { "31/12/2026", "x12345678901", "300", "5", "800", "801" },
      CNSCD_PROFILE_FIELD_HOUSEHOLDS,
      CNSCD_FORM_PROBLEM_NOT_A_NUMBER },
    { { "31/12/2026", "210", "300", "5", "800", "801" },
      CNSCD_PROFILE_FIELD_POOR,
      CNSCD_FORM_PROBLEM_MORE_THAN_ALL },
    { { "31/12/2026", "12345678901", "300", "5", "800", "802" },
      CNSCD_PROFILE_FIELD_WORKING_AGE,
      CNSCD_FORM_PROBLEM_MORE_THAN_ALL },
    { { "31/12/2026", "12345678901", "300", "5", "799", "801" },
      CNSCD_PROFILE_FIELD_WORKING_AGE,
      CNSCD_FORM_PROBLEM_MORE_THAN_ALL },
  };
  g_autoptr (CnscdHamlet) hamlet = new_hamlet ("A");
  g_autoptr (CnscdHamletProfile) profile =
    new_profile (hamlet, CNSCD_DATE (2026, 12, 31), 12345678901, 300);
  g_autoptr (CnscdHamletProfile) kept = NULL;
  g_autoptr (CnscdHamletProfile) bare =
    new_profile (hamlet, CNSCD_DATE (2025, 12, 31), CNSCD_COUNT_UNKNOWN, CNSCD_COUNT_UNKNOWN);

  profile->near_poor_households = 5;
  profile->people = 800;
  profile->working_age_people = 801;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CnscdProfileForm form = { .profile = profile };

      for (guint f = 0; f < CNSCD_N_PROFILE_FIELDS; f++)
        form.texts[f] = cases[i].texts[f];
      g_test_message ("%u", i);
      g_assert_cmpint (cnscd_profile_form_check (&form, cases[i].field, today), ==,
                       cases[i].problem);
    }

  /* And is not lost when something else is. */
  kept = cnscd_record_copy (profile);
  cnscd_profile_form_fill (
    &(CnscdProfileForm) { .profile = profile,
                          .texts = { "31/12/2026", "12.345.678.901", "300", "6", "800", "801" } },
    kept);
  g_assert_cmpint (kept->households, ==, 12345678901);
  g_assert_cmpint (kept->near_poor_households, ==, 6);

  /* Nothing is needed of what says nothing. */
  g_assert_true (cnscd_profile_form_is_valid (
    &(CnscdProfileForm) { .profile = bare, .texts = { "31/12/2025" } }, today));
}

static void
test_fill_profile (void)
{
  g_autoptr (CnscdHamletProfile) profile = cnscd_record_new (&CNSCD_KIND_HAMLET_PROFILE, UNIT);

  cnscd_profile_form_fill (
    &(CnscdProfileForm) { .texts = { "31/12/2025", "1.210", "0", "", "4 800", NULL } }, profile);
  g_assert_true (cnscd_date_equal (profile->as_of, CNSCD_DATE (2025, 12, 31)));
  g_assert_cmpint (profile->households, ==, 1210);
  g_assert_cmpint (profile->poor_households, ==, 0);
  g_assert_cmpint (profile->near_poor_households, ==, CNSCD_COUNT_UNKNOWN);
  g_assert_cmpint (profile->people, ==, 4800);
  g_assert_cmpint (profile->working_age_people, ==, CNSCD_COUNT_UNKNOWN);
}

/* ---- what becomes of hamlets */

static void
test_end (void)
{
  g_autoptr (CnscdHamlet) hamlet = new_hamlet ("A");
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("thôi");
  const CnscdHamlet *ended;

  cnscd_record_set (hamlet, note, "gần suối");
  cnscd_hamlet_end (set, hamlet, CNSCD_DATE (2025, 7, 1), "ngập hồ");
  hamlet->valid_to = CNSCD_DATE (2024, 12, 31);
  cnscd_hamlet_end (set, hamlet, CNSCD_DATE (2025, 7, 1), "ngập hồ");
  g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 2);
  ended = cnscd_change_set_get_change (set, 0)->after;
  g_assert_true (cnscd_date_equal (ended->valid_to, CNSCD_DATE (2025, 6, 30)));
  g_assert_cmpstr (ended->note, ==, "gần suối; ngập hồ");
  /* It was to end before anyway. */
  ended = cnscd_change_set_get_change (set, 1)->after;
  g_assert_true (cnscd_date_equal (ended->valid_to, CNSCD_DATE (2024, 12, 31)));

  g_assert_true (
    cnscd_date_equal (cnscd_hamlet_first_end (CNSCD_DATE (2025, 6, 30)), CNSCD_DATE (2025, 7, 1)));
  g_assert_true (
    cnscd_date_equal (cnscd_hamlet_first_end (CNSCD_DATE (2025, 0, 0)), CNSCD_DATE (2025, 0, 0)));
}

static GPtrArray *
new_pair (gint64 households, gint64 poor)
{
  GPtrArray *pair = g_ptr_array_new_with_free_func ((GDestroyNotify) cnscd_hamlet_details_unref);

  g_ptr_array_add (pair, new_details ("A", 210, 4));
  g_ptr_array_add (pair, new_details ("B", households, poor));
  return pair;
}

static void
test_sum (void)
{
  g_autoptr (GPtrArray) pair = new_pair (90, CNSCD_COUNT_UNKNOWN);
  g_autoptr (GPtrArray) huge = new_pair (G_MAXINT64, CNSCD_COUNT_UNKNOWN);
  g_autoptr (CnscdHamlet) into = new_hamlet ("C");
  g_autoptr (CnscdHamletProfile) sum =
    cnscd_hamlet_sum_profiles (pair, into, CNSCD_DATE (2025, 7, 1));

  g_assert_nonnull (sum);
  g_assert_cmpstr (sum->hamlet, ==, into->record.id);
  g_assert_true (cnscd_date_equal (sum->as_of, CNSCD_DATE (2025, 7, 1)));
  g_assert_cmpint (sum->households, ==, 300);
  g_assert_cmpint (sum->poor_households, ==, CNSCD_COUNT_UNKNOWN);
  g_assert_cmpint (sum->people, ==, CNSCD_COUNT_UNKNOWN);

  /* Where one of them has no figures at all, nothing is known of both. */
  g_ptr_array_set_size (((CnscdHamletDetails *) pair->pdata[1])->profiles, 0);
  g_assert_null (cnscd_hamlet_sum_profiles (pair, into, CNSCD_DATE (2025, 7, 1)));
  g_assert_null (cnscd_hamlet_sum_profiles (huge, into, CNSCD_DATE (2025, 7, 1)));
}

static void
test_merge (void)
{
  g_autoptr (GPtrArray) pair = new_pair (90, 6);
  g_autoptr (CnscdHamlet) into = new_hamlet ("C");
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("sáp nhập");
  const CnscdRecordChange *change;
  const CnscdHamlet *hamlet;
  const CnscdHamletProfile *profile;

  cnscd_hamlet_merge (set, pair, into, CNSCD_DATE (2025, 7, 1), FALSE);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 4);

  change = cnscd_change_set_get_change (set, 0);
  hamlet = change->after;
  g_assert_null (change->before);
  g_assert_true (cnscd_date_equal (hamlet->valid_from, CNSCD_DATE (2025, 7, 1)));
  g_assert_cmpstr (hamlet->note, ==, "Merged from xóm A and xóm B on 01/07/2025");
  profile = cnscd_change_set_get_change (set, 1)->after;
  g_assert_cmpint (profile->households, ==, 300);
  g_assert_cmpint (profile->poor_households, ==, 10);
  for (guint i = 2; i < 4; i++)
    {
      change = cnscd_change_set_get_change (set, i);
      hamlet = change->after;
      g_assert_true (change->before == ((CnscdHamletDetails *) pair->pdata[i - 2])->hamlet);
      g_assert_true (cnscd_date_equal (hamlet->valid_to, CNSCD_DATE (2025, 6, 30)));
      g_assert_cmpstr (hamlet->note, ==, "Merged into xóm C on 01/07/2025");
    }
}

static void
test_merge_teams (void)
{
  g_autoptr (GPtrArray) pair = new_pair (90, 6);
  g_autoptr (CnscdHamlet) into = new_hamlet ("C");
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("sáp nhập");
  guint n_teams = 0;

  cnscd_hamlet_merge (set, pair, into, CNSCD_DATE (2025, 7, 1), TRUE);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (set), ==, 6);
  for (guint i = 0; i < 6; i++)
    {
      const CnscdRecordChange *change = cnscd_change_set_get_change (set, i);

      if (((const CnscdRecord *) change->after)->kind != &CNSCD_KIND_TEAM)
        continue;
      n_teams++;
      g_assert_cmpstr (((const CnscdTeam *) change->after)->hamlet, ==, into->record.id);
      g_assert_cmpstr (((const CnscdTeam *) change->before)->hamlet, !=, into->record.id);
    }
  g_assert_cmpuint (n_teams, ==, 2);
}

static void
plan (CnscdHamletDetails *details, const char *title, CnscdDate day)
{
  CnscdSession *session = cnscd_record_new (&CNSCD_KIND_SESSION, UNIT);

  cnscd_record_set (session, title, title);
  cnscd_record_set (session, hamlet, details->hamlet->record.id);
  session->starts_at = cnscd_time_new (day, 19 * 60);
  session->ends_at = session->starts_at + 90;
  session->state = CNSCD_SESSION_STATE_PLANNED;
  g_ptr_array_add (details->sessions, session);
}

/* "Alpha > C; …": the sessions that go to another hamlet. */
static void
assert_moved (CnscdChangeSet *set, const CnscdHamlet *into, const char *expected)
{
  g_autoptr (GString) moved = g_string_new (NULL);

  for (guint i = 0; i < cnscd_change_set_get_n_changes (set); i++)
    {
      const CnscdSession *session = cnscd_change_set_get_change (set, i)->after;

      if (session->record.kind != &CNSCD_KIND_SESSION)
        continue;
      g_assert_cmpstr (session->hamlet, ==, into->record.id);
      g_string_append_printf (moved, "%s%s", moved->len > 0 ? ", " : "", session->title);
    }
  g_assert_cmpstr (moved->str, ==, expected);
}

/* What is planned for its people is planned for those of the hamlet that they become. */
static void
test_sessions (void)
{
  g_autoptr (GPtrArray) pair = new_pair (90, 6);
  g_autoptr (CnscdHamlet) merged = new_hamlet ("C");
  g_autoptr (GPtrArray) into = g_ptr_array_new_with_free_func (cnscd_record_unref);
  g_autoptr (CnscdChangeSet) merge = cnscd_change_set_new ("sáp nhập");
  g_autoptr (CnscdChangeSet) stays = cnscd_change_set_new ("chia tách");
  g_autoptr (CnscdChangeSet) goes = cnscd_change_set_new ("chia tách");

  plan (pair->pdata[0], "Before", CNSCD_DATE (2025, 6, 30));
  plan (pair->pdata[0], "First day", CNSCD_DATE (2025, 7, 1));
  plan (pair->pdata[1], "Later", CNSCD_DATE (2026, 2, 1));
  cnscd_hamlet_merge (merge, pair, merged, CNSCD_DATE (2025, 7, 1), FALSE);
  assert_moved (merge, merged, "First day, Later");

  g_ptr_array_add (into, new_hamlet ("A1"));
  g_ptr_array_add (into, new_hamlet ("A2"));
  cnscd_hamlet_split (stays, pair->pdata[0], into, CNSCD_DATE (2025, 7, 1), FALSE);
  assert_moved (stays, into->pdata[0], "");
  cnscd_hamlet_split (goes, pair->pdata[0], into, CNSCD_DATE (2025, 7, 1), TRUE);
  assert_moved (goes, into->pdata[0], "First day");
}

static void
test_split (void)
{
  g_autoptr (CnscdHamletDetails) details = new_details ("A", 210, 4);
  g_autoptr (GPtrArray) into = g_ptr_array_new_with_free_func (cnscd_record_unref);
  g_autoptr (CnscdChangeSet) stays = cnscd_change_set_new ("chia tách");
  g_autoptr (CnscdChangeSet) goes = cnscd_change_set_new ("chia tách");
  const CnscdHamlet *hamlet;
  const CnscdTeam *team;

  g_ptr_array_add (into, new_hamlet ("A1"));
  g_ptr_array_add (into, new_hamlet ("A2"));
  g_ptr_array_add (into, new_hamlet ("A3"));
  cnscd_hamlet_split (stays, details, into, CNSCD_DATE (2026, 1, 1), FALSE);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (stays), ==, 4);
  hamlet = cnscd_change_set_get_change (stays, 1)->after;
  g_assert_cmpstr (hamlet->name, ==, "A2");
  g_assert_true (cnscd_date_equal (hamlet->valid_from, CNSCD_DATE (2026, 1, 1)));
  g_assert_cmpstr (hamlet->note, ==, "Split off from xóm A on 01/01/2026");
  hamlet = cnscd_change_set_get_change (stays, 3)->after;
  g_assert_true (cnscd_date_equal (hamlet->valid_to, CNSCD_DATE (2025, 12, 31)));
  g_assert_cmpstr (hamlet->note, ==, "Split into xóm A1, xóm A2 and xóm A3 on 01/01/2026");

  cnscd_hamlet_split (goes, details, into, CNSCD_DATE (2026, 1, 1), TRUE);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (goes), ==, 5);
  team = cnscd_change_set_get_change (goes, 4)->after;
  g_assert_cmpstr (team->hamlet, ==, ((const CnscdHamlet *) into->pdata[0])->record.id);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/hamlet-form/count", test_count);
  g_test_add_func ("/core/hamlet-form/share", test_share);
  g_test_add_func ("/core/hamlet-form/check-hamlet", test_check_hamlet);
  g_test_add_func ("/core/hamlet-form/fill-hamlet", test_fill_hamlet);
  g_test_add_func ("/core/hamlet-form/known-name", test_known_name);
  g_test_add_func ("/core/hamlet-form/check-profile", test_check_profile);
  g_test_add_func ("/core/hamlet-form/stored", test_stored_profile);
  g_test_add_func ("/core/hamlet-form/fill-profile", test_fill_profile);
  g_test_add_func ("/core/hamlet-edit/end", test_end);
  g_test_add_func ("/core/hamlet-edit/sum", test_sum);
  g_test_add_func ("/core/hamlet-edit/merge", test_merge);
  g_test_add_func ("/core/hamlet-edit/merge-teams", test_merge_teams);
  g_test_add_func ("/core/hamlet-edit/sessions", test_sessions);
  g_test_add_func ("/core/hamlet-edit/split", test_split);

  return g_test_run ();
}
