/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/cnscd-office-store.h"

#include "cnscd-test-store.h"

static CnscdOffice *
load (CnscdTestStore *store)
{
  g_autoptr (GError) error = NULL;
  CnscdOffice *office = cnscd_office_load (store->database, &error);

  g_assert_no_error (error);
  return office;
}

static void
save (CnscdTestStore *store, const CnscdOffice *office)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cnscd_office_save (store->database, office, &error));
  g_assert_no_error (error);
}

static void
test_keeps (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdOffice) office = cnscd_office_new ();
  g_autoptr (CnscdOffice) copy = NULL;
  g_autoptr (CnscdOffice) stored = NULL;
  g_autoptr (CnscdOffice) forgotten = NULL;

  office->unit = g_strdup (CNSCD_TEST_UNIT);
  office->unit_chosen = TRUE;
  office->superior_body = g_strdup ("TỈNH THÁI NGUYÊN");
  office->issuing_body = g_strdup ("ỦY BAN NHÂN DÂN\nXÃ VÕ NHAI");
  office->place_name = g_strdup ("Võ Nhai");
  office->sizes = (CnscdTeamSizes) { 5, 7 };
  office->max_sessions_per_week = 5;
  cnscd_office_add_signer (office, "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "Ma Thị 'Nguyệt' \"A\"");
  cnscd_office_add_signer (office, NULL, "Đặng Văn Bốn");
  save (store, office);
  stored = load (store);
  g_assert_true (cnscd_office_equal (stored, office));
  g_assert_true (stored->unit_chosen);
  g_assert_cmpuint (stored->max_sessions_per_week, ==, 5);

  copy = cnscd_office_copy (stored);
  g_assert_true (cnscd_office_equal (copy, stored));
  cnscd_office_add_signer (copy, NULL, "Lý Thị Năm");
  g_assert_false (cnscd_office_equal (copy, stored));

  g_set_str (&copy->superior_body, "  ");
  copy->sizes = (CnscdTeamSizes) { 0, 0 };
  copy->max_sessions_per_week = 0;
  g_ptr_array_set_size (copy->signers, 0);
  save (store, copy);
  forgotten = load (store);
  g_assert_null (forgotten->superior_body);
  g_assert_cmpuint (forgotten->signers->len, ==, 0);
  g_assert_cmpuint (forgotten->sizes.max, ==, 0);
  g_assert_cmpuint (forgotten->max_sessions_per_week, ==, 0);
  g_assert_false (cnscd_office_equal (forgotten, stored));
  g_assert_cmpstr (forgotten->issuing_body, ==, "ỦY BAN NHÂN DÂN\nXÃ VÕ NHAI");
}

/* A commune that is none: everything stays as it was. */
static void
test_refuses (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdOffice) before = load (store);
  g_autoptr (CnscdOffice) office = cnscd_office_copy (before);
  g_autoptr (CnscdOffice) after = NULL;
  g_autoptr (GError) error = NULL;

  g_set_str (&office->unit, "00000");
  g_set_str (&office->place_name, "Nơi nào đó");
  g_assert_false (cnscd_office_save (store->database, office, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
  after = load (store);
  g_assert_true (cnscd_office_equal (after, before));
}

/* What another program wrote there does no harm. */
static void
test_hostile (void)
{
  g_autoptr (CnscdTestStore) store = cnscd_test_store_new ();
  g_autoptr (CnscdOffice) office = NULL;

  cnscd_database_set_setting (store->database, "signers", "[('a', 1)", NULL);
  cnscd_database_set_setting (store->database, "team-size-min", "-3", NULL);
  cnscd_database_set_setting (store->database, "max-sessions-per-week", "100", NULL);
  cnscd_database_set_setting (store->database, "team-size-max", "99999999999999999999", NULL);
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_WARNING, "*signers*");
  office = load (store);
  g_test_assert_expected_messages ();
  g_assert_cmpuint (office->signers->len, ==, 0);
  g_assert_cmpuint (office->sizes.min, ==, 0);
  g_assert_cmpuint (office->max_sessions_per_week, ==, CNSCD_SESSIONS_PER_WEEK_DEFAULT);
  g_assert_cmpuint (office->sizes.max, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/office/keeps", test_keeps);
  g_test_add_func ("/store/office/refuses", test_refuses);
  g_test_add_func ("/store/office/hostile", test_hostile);
  return g_test_run ();
}
