/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/cnscd-catalog-edit.h"
#include "core/cnscd-catalog-form.h"

#define UNIT "05716"

static const CnscdDate today = { 2026, 11, 27 };

static CnscdTopic *
add_topic (CnscdCatalog *catalog, const char *unit, const char *name, gint64 ordinal)
{
  g_autoptr (CnscdTopic) topic = cnscd_record_new (&CNSCD_KIND_TOPIC, unit);

  cnscd_record_set (topic, name, name);
  topic->ordinal = ordinal;
  cnscd_catalog_add (catalog, topic);
  return topic;
}

static CnscdHoliday *
add_holiday (CnscdCatalog *catalog, const char *name, CnscdDate first, CnscdDate last)
{
  g_autoptr (CnscdHoliday) holiday = cnscd_record_new (&CNSCD_KIND_HOLIDAY, CNSCD_PROVINCE_CODE);

  cnscd_record_set (holiday, name, name);
  holiday->kind = CNSCD_HOLIDAY_KIND_DAY_OFF;
  holiday->first_day = first;
  holiday->last_day = last;
  cnscd_catalog_add (catalog, holiday);
  return holiday;
}

static const CnscdRecordChange *
get_change (CnscdChangeSet *set, guint index)
{
  g_assert_cmpuint (index, <, cnscd_change_set_get_n_changes (set));
  return cnscd_change_set_get_change (set, index);
}

static void
test_names (void)
{
  g_autoptr (CnscdCatalog) catalog = cnscd_catalog_new ();
  CnscdTopic *topic = add_topic (catalog, CNSCD_PROVINCE_CODE, "Chữ ký số", 1);
  g_autofree char *long_name = g_strnfill (121, 'a');
  const struct
  {
    const char *name;
    CnscdFormProblem problem;
  } cases[] = {
    { "Họp trực tuyến", CNSCD_FORM_PROBLEM_NONE },
    { NULL, CNSCD_FORM_PROBLEM_MISSING },
    { "  ", CNSCD_FORM_PROBLEM_MISSING },
    { " chữ  KÝ số ", CNSCD_FORM_PROBLEM_ALREADY_THERE },
    { "Chu ky so", CNSCD_FORM_PROBLEM_NONE },
    { long_name, CNSCD_FORM_PROBLEM_NAME_TOO_LONG },
    { long_name + 1, CNSCD_FORM_PROBLEM_NONE },
  };
  CnscdCatalogForm form = { .kind = &CNSCD_KIND_TOPIC };
  g_autoptr (CnscdTopic) added = cnscd_record_new (&CNSCD_KIND_TOPIC, UNIT);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      form.texts[CNSCD_CATALOG_FIELD_NAME] = cases[i].name;
      g_assert_cmpint (cnscd_catalog_form_check (&form, catalog, CNSCD_CATALOG_FIELD_NAME), ==,
                       cases[i].problem);
      g_assert_true (cnscd_catalog_form_is_valid (&form, catalog) ==
                     (cases[i].problem == CNSCD_FORM_PROBLEM_NONE));
    }

  /* It may be what it is. */
  form.record = topic;
  form.texts[CNSCD_CATALOG_FIELD_NAME] = "CHỮ KÝ SỐ";
  g_assert_true (cnscd_catalog_form_is_valid (&form, catalog));

  form.texts[CNSCD_CATALOG_FIELD_NAME] = "  Họp   trực tuyến ";
  cnscd_catalog_form_fill (&form, added);
  g_assert_cmpstr (added->name, ==, "Họp trực tuyến");
}

static void
test_indicator (void)
{
  g_autoptr (CnscdCatalog) catalog = cnscd_catalog_new ();
  CnscdCatalogForm form = { .kind = &CNSCD_KIND_INDICATOR };
  g_autoptr (CnscdIndicator) indicator = cnscd_record_new (&CNSCD_KIND_INDICATOR, UNIT);

  form.texts[CNSCD_CATALOG_FIELD_NAME] = "Hồ sơ";
  g_assert_cmpint (cnscd_catalog_form_check (&form, catalog, CNSCD_CATALOG_FIELD_UNIT), ==,
                   CNSCD_FORM_PROBLEM_MISSING);
  form.texts[CNSCD_CATALOG_FIELD_UNIT] = " hồ sơ ";
  g_assert_true (cnscd_catalog_form_is_valid (&form, catalog));
  cnscd_catalog_form_fill (&form, indicator);
  g_assert_cmpstr (indicator->unit_of_measure, ==, "hồ sơ");
}

static void
test_holiday (void)
{
  g_autoptr (CnscdCatalog) catalog = cnscd_catalog_new ();
  CnscdHoliday *tet =
    add_holiday (catalog, "Tết Nguyên đán", CNSCD_DATE (2027, 2, 5), CNSCD_DATE (2027, 2, 9));
  CnscdCatalogForm form = { .kind = &CNSCD_KIND_HOLIDAY };
  g_autoptr (CnscdHoliday) holiday = cnscd_record_new (&CNSCD_KIND_HOLIDAY, UNIT);

  form.texts[CNSCD_CATALOG_FIELD_NAME] = "Tết Nguyên đán";
  form.texts[CNSCD_CATALOG_FIELD_FIRST_DAY] = "2028";
  g_assert_cmpint (cnscd_catalog_form_check (&form, catalog, CNSCD_CATALOG_FIELD_FIRST_DAY), ==,
                   CNSCD_FORM_PROBLEM_NOT_A_FULL_DATE);
  form.texts[CNSCD_CATALOG_FIELD_FIRST_DAY] = "10/2/2027";
  g_assert_true (cnscd_catalog_form_is_valid (&form, catalog));
  g_assert_null (cnscd_catalog_form_find_overlap (&form, catalog));
  form.texts[CNSCD_CATALOG_FIELD_LAST_DAY] = "9/2/2027";
  g_assert_cmpint (cnscd_catalog_form_check (&form, catalog, CNSCD_CATALOG_FIELD_LAST_DAY), ==,
                   CNSCD_FORM_PROBLEM_BEFORE_START);

  /* Told, and allowed. */
  form.texts[CNSCD_CATALOG_FIELD_FIRST_DAY] = "8/2/2027";
  form.texts[CNSCD_CATALOG_FIELD_LAST_DAY] = "12/2/2027";
  g_assert_true (cnscd_catalog_form_is_valid (&form, catalog));
  g_assert_true (cnscd_catalog_form_find_overlap (&form, catalog) == tet);
  form.workday = TRUE;
  cnscd_catalog_form_fill (&form, holiday);
  g_assert_true (cnscd_date_equal (holiday->first_day, CNSCD_DATE (2027, 2, 8)));
  g_assert_true (cnscd_date_equal (holiday->last_day, CNSCD_DATE (2027, 2, 12)));
  g_assert_cmpint (holiday->kind, ==, CNSCD_HOLIDAY_KIND_WORKDAY);

  form.texts[CNSCD_CATALOG_FIELD_LAST_DAY] = NULL;
  cnscd_catalog_form_fill (&form, holiday);
  g_assert_true (cnscd_date_equal (holiday->last_day, holiday->first_day));
}

/* The province's stay where they are. */
static void
test_order (void)
{
  g_autoptr (CnscdCatalog) catalog = cnscd_catalog_new ();
  CnscdTopic *given = add_topic (catalog, CNSCD_PROVINCE_CODE, "A", 4);
  CnscdTopic *first = add_topic (catalog, UNIT, "B", 5);
  CnscdTopic *second = add_topic (catalog, UNIT, "C", 6);
  CnscdTopic *third = add_topic (catalog, UNIT, "D", 7);
  g_autoptr (CnscdTopic) added = cnscd_record_new (&CNSCD_KIND_TOPIC, UNIT);
  g_autoptr (CnscdChangeSet) move = cnscd_change_set_new ("move");
  g_autoptr (CnscdChangeSet) append = cnscd_change_set_new ("append");

  g_assert_false (cnscd_catalog_is_owned (given, UNIT));
  g_assert_true (cnscd_catalog_is_owned (given, NULL));
  g_assert_true (cnscd_catalog_is_owned (first, UNIT));
  g_assert_null (cnscd_catalog_find_neighbour (catalog, first, -1));
  g_assert_true (cnscd_catalog_find_neighbour (catalog, first, 1) == second);
  g_assert_null (cnscd_catalog_find_neighbour (catalog, third, 1));

  cnscd_catalog_move (move, catalog, third, first);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (move), ==, 3);
  g_assert_true (get_change (move, 0)->before == third);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (((CnscdTopic *) get_change (move, i)->after)->ordinal, ==, 5 + i);

  cnscd_catalog_append (append, catalog, added);
  g_assert_cmpint (added->ordinal, ==, 8);
}

static void
test_end (void)
{
  g_autoptr (CnscdCatalog) catalog = cnscd_catalog_new ();
  CnscdTopic *topic = add_topic (catalog, UNIT, "A", 1);
  g_autoptr (CnscdChangeSet) end = cnscd_change_set_new ("end");
  g_autoptr (CnscdChangeSet) resume = cnscd_change_set_new ("resume");
  CnscdTopic *ended;

  g_assert_false (cnscd_catalog_is_ended (topic, today));
  cnscd_catalog_end (end, topic, today);
  ended = get_change (end, 0)->after;
  g_assert_true (cnscd_catalog_is_ended (ended, today));
  cnscd_catalog_resume (resume, ended);
  g_assert_true (cnscd_record_equal (get_change (resume, 0)->after, topic));
}

static void
test_topics (void)
{
  g_autoptr (CnscdCatalog) catalog = cnscd_catalog_new ();
  CnscdTopic *a = add_topic (catalog, CNSCD_PROVINCE_CODE, "A", 1);
  CnscdTopic *b = add_topic (catalog, CNSCD_PROVINCE_CODE, "B", 2);
  CnscdTopic *c = add_topic (catalog, UNIT, "C", 3);
  g_autoptr (CnscdAudience) audience = cnscd_record_new (&CNSCD_KIND_AUDIENCE, CNSCD_PROVINCE_CODE);
  g_autoptr (GPtrArray) topics = g_ptr_array_new ();
  g_autoptr (CnscdChangeSet) add = cnscd_change_set_new ("add");
  g_autoptr (CnscdChangeSet) swap = cnscd_change_set_new ("swap");
  g_autoptr (CnscdChangeSet) delete = cnscd_change_set_new ("delete");
  g_autoptr (CnscdAudienceTopic) given =
    cnscd_record_new (&CNSCD_KIND_AUDIENCE_TOPIC, CNSCD_PROVINCE_CODE);

  cnscd_record_set (given, audience, audience->record.id);
  cnscd_record_set (given, topic, a->record.id);
  given->ordinal = 1;
  cnscd_catalog_add (catalog, given);

  g_ptr_array_add (topics, b->record.id);
  g_ptr_array_add (topics, c->record.id);
  cnscd_catalog_set_topics (add, catalog, audience, UNIT, topics);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (add), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      CnscdAudienceTopic *pair = get_change (add, i)->after;

      g_assert_cmpint (pair->ordinal, ==, 2 + i);
      g_assert_cmpstr (pair->record.unit, ==, UNIT);
      cnscd_catalog_add (catalog, pair);
    }

  /* Without the first, the second moves up. */
  g_ptr_array_remove_index (topics, 0);
  cnscd_catalog_set_topics (swap, catalog, audience, UNIT, topics);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (swap), ==, 2);
  g_assert_cmpint (((CnscdAudienceTopic *) get_change (swap, 0)->after)->ordinal, ==, 2);
  g_assert_null (get_change (swap, 1)->after);

  /* A topic goes with what it was first for. */
  cnscd_catalog_delete (delete, catalog, c);
  g_assert_cmpuint (cnscd_change_set_get_n_changes (delete), ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/catalog/names", test_names);
  g_test_add_func ("/core/catalog/indicator", test_indicator);
  g_test_add_func ("/core/catalog/holiday", test_holiday);
  g_test_add_func ("/core/catalog/order", test_order);
  g_test_add_func ("/core/catalog/end", test_end);
  g_test_add_func ("/core/catalog/topics", test_topics);
  return g_test_run ();
}
