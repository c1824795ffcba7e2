/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "print/cnscd-roster-source.h"
#include "store/cnscd-office-store.h"
#include "store/cnscd-record-store.h"

#define VO_NHAI "05716"

typedef struct
{
  char *folder;
  CnscdDatabase *database;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("cnscd-print-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "test.db", NULL);
  fixture->database = cnscd_database_open (path, &error);
  g_assert_no_error (error);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        remove_folder (path);
      else
        g_remove (path);
    }

  g_rmdir (folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  cnscd_database_close (fixture->database);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
put (Fixture *fixture, gconstpointer record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (cnscd_record_store_put (fixture->database, record, &error));
  g_assert_no_error (error);
}

static char *
add_decision (Fixture *fixture, const char *number)
{
  g_autoptr (CnscdDecision) decision = cnscd_record_new (&CNSCD_KIND_DECISION, VO_NHAI);

  cnscd_record_set (decision, number, number);
  decision->date = CNSCD_DATE (2025, 11, 29);
  decision->kind = CNSCD_DECISION_KIND_ESTABLISH;
  put (fixture, decision);

  return g_strdup (decision->record.id);
}

static char *
add_team (Fixture *fixture, const char *hamlet_name, const char *decision)
{
  g_autoptr (CnscdHamlet) hamlet = cnscd_record_new (&CNSCD_KIND_HAMLET, VO_NHAI);
  g_autoptr (CnscdTeam) team = cnscd_record_new (&CNSCD_KIND_TEAM, VO_NHAI);
  g_autofree char *name = g_strconcat ("Tổ CNSCĐ xóm ", hamlet_name, NULL);

  cnscd_record_set (hamlet, name, hamlet_name);
  hamlet->kind = CNSCD_HAMLET_KIND_HAMLET;
  put (fixture, hamlet);

  cnscd_record_set (team, name, name);
  team->level = CNSCD_TEAM_LEVEL_HAMLET;
  cnscd_record_set (team, hamlet, hamlet->record.id);
  cnscd_record_set (team, decision, decision);
  put (fixture, team);

  return g_strdup (team->record.id);
}

static void
add_member (Fixture *fixture,
            const char *team,
            const char *name,
            CnscdRole role,
            const char *position,
            const char *body)
{
  g_autoptr (CnscdPerson) person = cnscd_record_new (&CNSCD_KIND_PERSON, VO_NHAI);
  g_autoptr (CnscdMembership) membership = cnscd_record_new (&CNSCD_KIND_MEMBERSHIP, VO_NHAI);

  cnscd_record_set (person, full_name, name);
  person->gender = CNSCD_GENDER_FEMALE;
  person->birth = CNSCD_DATE (1980, 3, 4);
  cnscd_record_set (person, phone, "0912345678");
  put (fixture, person);

  cnscd_record_set (membership, team, team);
  cnscd_record_set (membership, person, person->record.id);
  membership->role = role;
  cnscd_record_set (membership, position, position);
  cnscd_record_set (membership, body, body);
  put (fixture, membership);
}

static const CnscdRosterTeam *
get_team (const CnscdRoster *roster, guint i)
{
  g_assert_cmpuint (i, <, roster->teams->len);

  return roster->teams->pdata[i];
}

static const CnscdRosterPerson *
get_person (const CnscdRosterTeam *team, guint i)
{
  g_assert_cmpuint (i, <, team->people->len);

  return team->people->pdata[i];
}

static void
test_annex (Fixture *fixture, gconstpointer data)
{
  g_autofree char *decision = add_decision (fixture, "103/QĐ-UBND");
  g_autofree char *cao_lam = add_team (fixture, "Cao Lầm", decision);
  g_autofree char *ba_nhat = add_team (fixture, "Ba Nhất", decision);
  g_autofree char *empty = add_team (fixture, "Đồng Chăn", decision);
  g_autoptr (CnscdRoster) roster = NULL;
  g_autoptr (CnscdRoster) own = NULL;
  g_autoptr (GError) error = NULL;

  add_member (fixture, cao_lam, "Lê Thị Uyên", CNSCD_ROLE_LEADER, "Trưởng xóm", "Xóm");
  add_member (fixture, ba_nhat, "Hà Thị Liên", CNSCD_ROLE_MEMBER, NULL, "VNPT");
  add_member (fixture, ba_nhat, "Chu Thị Tuấn", CNSCD_ROLE_LEADER, "Bí thư Chi đoàn",
              "Đoàn Thanh niên");

  roster = cnscd_roster_source_load (fixture->database, VO_NHAI, NULL, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (roster->annex);
  g_assert_true (roster->with_phones);
  g_assert_cmpstr (roster->issuer.place_name, ==, "xã Võ Nhai");
  g_assert_cmpstr (roster->issuer.issuing_body, ==, "ỦY BAN NHÂN DÂN\nXÃ VÕ NHAI");
  g_assert_cmpstr (roster->decision_number, ==, "103/QĐ-UBND");
  g_assert_true (cnscd_date_equal (roster->decision_date, CNSCD_DATE (2025, 11, 29)));

  g_assert_cmpuint (roster->teams->len, ==, 3);
  g_assert_cmpuint (cnscd_roster_get_n_people (roster), ==, 3);
  g_assert_cmpstr (get_team (roster, 0)->title, ==, "Tổ CNSCĐ xóm Ba Nhất");
  g_assert_cmpstr (get_team (roster, 1)->title, ==, "Tổ CNSCĐ xóm Cao Lầm");
  g_assert_cmpstr (get_team (roster, 2)->title, ==, "Tổ CNSCĐ xóm Đồng Chăn");

  g_assert_cmpuint (get_team (roster, 0)->people->len, ==, 2);
  g_assert_cmpstr (get_person (get_team (roster, 0), 0)->full_name, ==, "Chu Thị Tuấn");
  g_assert_cmpstr (get_person (get_team (roster, 0), 0)->office, ==,
                   "Bí thư Chi đoàn, Đoàn Thanh niên");
  g_assert_cmpint (get_person (get_team (roster, 0), 0)->role, ==, CNSCD_ROLE_LEADER);
  g_assert_cmpint (get_person (get_team (roster, 0), 0)->gender, ==, CNSCD_GENDER_FEMALE);
  g_assert_cmpuint (get_person (get_team (roster, 0), 0)->birth.year, ==, 1980);
  g_assert_cmpstr (get_person (get_team (roster, 0), 0)->phone, ==, "0912345678");
  g_assert_cmpstr (get_person (get_team (roster, 0), 1)->office, ==, "VNPT");
  g_assert_cmpstr (get_person (get_team (roster, 1), 0)->office, ==, "Trưởng xóm");
  g_assert_cmpuint (get_team (roster, 2)->people->len, ==, 0);

  /* Without a commune, that of this office. */
  g_assert_true (cnscd_database_set_setting (fixture->database, "unit", VO_NHAI, NULL));
  own = cnscd_roster_source_load (fixture->database, NULL, NULL, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (own->issuer.place_name, ==, "xã Võ Nhai");
  g_assert_cmpuint (own->teams->len, ==, 3);
}

/* Two decisions: which one the annex belongs to is for the clerk to write. */
static void
test_decisions_differ (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = add_decision (fixture, "103/QĐ-UBND");
  g_autofree char *second = add_decision (fixture, "7/QĐ-UBND");
  g_autofree char *one = add_team (fixture, "Ba Nhất", first);
  g_autofree char *other = add_team (fixture, "Cao Lầm", second);
  g_autoptr (CnscdRoster) roster = NULL;
  g_autoptr (CnscdRoster) alone = NULL;

  roster = cnscd_roster_source_load (fixture->database, VO_NHAI, NULL, FALSE, NULL);
  g_assert_nonnull (roster);
  g_assert_null (roster->decision_number);
  g_assert_false (cnscd_date_is_known (roster->decision_date));

  /* One team has one decision. */
  alone = cnscd_roster_source_load (fixture->database, NULL, other, FALSE, NULL);
  g_assert_nonnull (alone);
  g_assert_false (alone->annex);
  g_assert_cmpuint (alone->teams->len, ==, 1);
  g_assert_cmpstr (get_team (alone, 0)->title, ==, "Tổ CNSCĐ xóm Cao Lầm");
  g_assert_cmpstr (alone->decision_number, ==, "7/QĐ-UBND");
  g_assert_cmpstr (alone->issuer.place_name, ==, "xã Võ Nhai");
}

static void
set_up_office (Fixture *fixture, const char *unit)
{
  g_autoptr (CnscdOffice) office = cnscd_office_new ();
  g_autoptr (GError) error = NULL;

  office->unit = g_strdup (unit);
  office->superior_body = g_strdup ("ỦY BAN NHÂN DÂN XÃ VÕ NHAI");
  office->issuing_body = g_strdup ("PHÒNG VĂN HÓA - XÃ HỘI");
  office->place_name = g_strdup ("La Hiên");
  cnscd_office_add_signer (office, "TRƯỞNG PHÒNG", "Nguyễn Văn An");
  cnscd_office_save (fixture->database, office, &error);
  g_assert_no_error (error);
}

/* An office's letterhead stands on the rosters of its own commune, and no others. */
static void
test_office (Fixture *fixture, gconstpointer data)
{
  g_autofree char *team = add_team (fixture, "Ba Nhất", NULL);
  g_autoptr (CnscdRoster) own = NULL;
  g_autoptr (CnscdRoster) other = NULL;
  const CnscdSigner signer = { (char *) "TRƯỞNG PHÒNG", (char *) "Nguyễn Văn An" };
  g_autoptr (GError) error = NULL;

  set_up_office (fixture, VO_NHAI);
  own = cnscd_roster_source_load (fixture->database, NULL, team, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (own->issuer.of_office);
  g_assert_cmpstr (own->issuer.unit, ==, VO_NHAI);
  g_assert_cmpstr (own->issuer.superior_body, ==, "ỦY BAN NHÂN DÂN XÃ VÕ NHAI");
  g_assert_cmpstr (own->issuer.issuing_body, ==, "PHÒNG VĂN HÓA - XÃ HỘI");
  g_assert_cmpstr (own->issuer.dated_at, ==, "La Hiên");
  g_assert_cmpstr (own->issuer.place_name, ==, "xã Võ Nhai");
  /* Nobody has said that it is signed. */
  g_assert_null (own->issuer.signer_name);
  cnscd_issuer_set_signer (&own->issuer, &signer);
  g_assert_cmpstr (own->issuer.signer_name, ==, "Nguyễn Văn An");
  g_assert_cmpstr (own->issuer.signer_authority, ==, "TRƯỞNG PHÒNG");
  cnscd_issuer_set_signer (&own->issuer, NULL);
  g_assert_null (own->issuer.signer_name);

  set_up_office (fixture, "02143");
  other = cnscd_roster_source_load (fixture->database, NULL, team, FALSE, &error);
  g_assert_no_error (error);
  g_assert_false (other->issuer.of_office);
  g_assert_null (other->issuer.superior_body);
  g_assert_null (other->issuer.dated_at);
  g_assert_cmpstr (other->issuer.issuing_body, ==, "ỦY BAN NHÂN DÂN\nXÃ VÕ NHAI");
  cnscd_issuer_set_signer (&other->issuer, &signer);
  g_assert_null (other->issuer.signer_name);
}

/* What is chosen is what is printed. */
static void
test_choices (Fixture *fixture, gconstpointer data)
{
  g_autofree char *decision = add_decision (fixture, "103/QĐ-UBND");
  g_autofree char *team = add_team (fixture, "Ba Nhất", decision);
  g_autoptr (CnscdRoster) roster = NULL;
  CnscdRosterChoices choices = {
    .annex = TRUE,
    .reference = CNSCD_ROSTER_REFERENCE_AS_STORED,
    .decision_number = "7/QĐ-UBND",
    .decision_date = CNSCD_DATE (2026, 1, 2),
    .date = CNSCD_DATE (2026, 1, 5),
    .landscape = TRUE,
    .with_phones = TRUE,
  };

  roster = cnscd_roster_source_load (fixture->database, NULL, team, FALSE, NULL);
  g_assert_nonnull (roster);
  cnscd_roster_choose (roster, &choices);
  g_assert_true (roster->annex);
  g_assert_true (roster->landscape);
  g_assert_true (roster->with_phones);
  g_assert_true (cnscd_date_equal (roster->issuer.date, CNSCD_DATE (2026, 1, 5)));
  g_assert_cmpstr (roster->decision_number, ==, "103/QĐ-UBND");

  choices.reference = CNSCD_ROSTER_REFERENCE_CHOSEN;
  cnscd_roster_choose (roster, &choices);
  g_assert_cmpstr (roster->decision_number, ==, "7/QĐ-UBND");
  g_assert_true (cnscd_date_equal (roster->decision_date, CNSCD_DATE (2026, 1, 2)));

  choices.reference = CNSCD_ROSTER_REFERENCE_BLANK;
  choices.with_phones = FALSE;
  cnscd_roster_choose (roster, &choices);
  g_assert_null (roster->decision_number);
  g_assert_false (cnscd_date_is_known (roster->decision_date));
  g_assert_false (roster->with_phones);
}

/* At the province's desk every commune has an annex of its own. */
static void
test_together (Fixture *fixture, gconstpointer data)
{
  g_autofree char *team = add_team (fixture, "Ba Nhất", NULL);
  g_autoptr (CnscdTeam) elsewhere = cnscd_record_new (&CNSCD_KIND_TEAM, "02143");
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) of_unit = NULL;
  g_autoptr (GPtrArray) of_team = NULL;
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (cnscd_roster_source_load_all (fixture->database, "01840", NULL, FALSE, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  cnscd_record_set (elsewhere, name, "Tổ CNSCĐ xã Văn Lang");
  elsewhere->level = CNSCD_TEAM_LEVEL_COMMUNE;
  put (fixture, elsewhere);

  units = cnscd_roster_source_list_units (fixture->database, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (units->len, ==, 2);
  g_assert_cmpstr (units->pdata[0], ==, "02143");
  g_assert_cmpstr (units->pdata[1], ==, VO_NHAI);

  all = cnscd_roster_source_load_all (fixture->database, NULL, NULL, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (((CnscdRoster *) all->pdata[0])->issuer.place_name, ==, "xã Văn Lang");
  g_assert_true (((CnscdRoster *) all->pdata[0])->annex);
  g_assert_cmpstr (((CnscdRoster *) all->pdata[1])->issuer.place_name, ==, "xã Võ Nhai");

  of_unit = cnscd_roster_source_load_all (fixture->database, "02143", NULL, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (of_unit->len, ==, 1);
  of_team = cnscd_roster_source_load_all (fixture->database, NULL, team, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (of_team->len, ==, 1);
  g_assert_false (((CnscdRoster *) of_team->pdata[0])->annex);

  g_assert_true (cnscd_database_set_setting (fixture->database, "unit", VO_NHAI, NULL));
  own = cnscd_roster_source_load_all (fixture->database, NULL, NULL, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (own->len, ==, 1);
  g_assert_true (((CnscdRoster *) own->pdata[0])->issuer.of_office);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cnscd_roster_source_load (fixture->database, VO_NHAI, NULL, FALSE, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_null (cnscd_roster_source_load_all (fixture->database, NULL, NULL, FALSE, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_null (cnscd_roster_source_load (fixture->database, NULL, NULL, FALSE, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_null (cnscd_roster_source_load (fixture->database, NULL, "no such team", FALSE, &error));
  g_assert_error (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_null (cnscd_roster_source_load (fixture->database, "99999", NULL, FALSE, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, func)                                                                            \
  g_test_add ("/print/roster-source/" name, Fixture, NULL, set_up, func, tear_down)

  ADD ("annex", test_annex);
  ADD ("decisions-differ", test_decisions_differ);
  ADD ("office", test_office);
  ADD ("choices", test_choices);
  ADD ("together", test_together);
  ADD ("nothing", test_nothing);

  return g_test_run ();
}
