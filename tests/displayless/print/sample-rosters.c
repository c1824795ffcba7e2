/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-rosters.h"

static const char *const families[] = { "Nguyễn", "Hoàng", "Nông", "Lường", "Đặng", "Phùng" };
static const char *const middles[] = { "Văn", "Thị", "Đức", "Thị Kim", "Thị Bích", "Công" };
static const char *const given[] = { "Tuấn", "Liên", "Ẩn", "Hạnh", "Thụ", "Huyền", "Đỗ" };
static const char *const offices[] = {
  "Trưởng xóm, Xóm",
  "Bí thư Chi đoàn, Đoàn Thanh niên",
  "Chi hội trưởng, Hội Cựu chiến binh",
  "Nhân viên, VNPT",
  "Phó Trưởng phòng Văn hóa - Xã hội, Ủy ban nhân dân xã Võ Nhai",
  NULL,
};

#define PICK(rand, array) ((array)[g_rand_int_range ((rand), 0, G_N_ELEMENTS (array))])

CnscdRoster *
sample_roster_new (guint32 seed, guint n_teams, guint min_people, guint max_people)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  CnscdRoster *roster = cnscd_roster_new ();
  guint serial = 0;

  roster->issuer.issuing_body = g_strdup ("ỦY BAN NHÂN DÂN\nXÃ VÕ NHAI");
  roster->issuer.place_name = g_strdup ("xã Võ Nhai");
  roster->decision_number = g_strdup ("103/QĐ-UBND");
  roster->decision_date = CNSCD_DATE (2025, 11, 29);

  for (guint t = 0; t < n_teams; t++)
    {
      g_autofree char *title = g_strdup_printf ("Tổ CNSCĐ xóm số %u", t + 1);
      CnscdRosterTeam *team = cnscd_roster_add_team (roster, title);
      guint n_people = g_rand_int_range (rand, min_people, max_people + 1);

      for (guint i = 0; i < n_people; i++)
        {
          g_autofree char *name =
            g_strconcat (PICK (rand, families), " ", PICK (rand, middles), " ", PICK (rand, given),
                         g_rand_int_range (rand, 0, 12) == 0 ? " Bảo Ngọc Khánh Linh" : "", NULL);
          CnscdRosterPerson *person = cnscd_roster_team_add_person (team, name);

          person->gender = g_rand_int_range (rand, 0, 3);
          person->birth.year =
            g_rand_int_range (rand, 0, 9) > 0 ? g_rand_int_range (rand, 1950, 2008) : 0;
          person->office = g_strdup (PICK (rand, offices));
          person->role = i < 2 ? CNSCD_ROLE_LEADER + i : CNSCD_ROLE_MEMBER;
          person->phone = g_strdup_printf ("09%08u", 10000000 + ++serial * 7919);
        }
    }

  return roster;
}

char *
sample_roster_run_tool (const char *program, ...)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *found = g_find_program_in_path (program);
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  const char *argument;
  int status;
  va_list args;

  if (found == NULL)
    {
      g_test_skip ("Needs the programs of poppler-utils");
      return NULL;
    }

  g_strv_builder_add (builder, found);
  va_start (args, program);
  while ((argument = va_arg (args, const char *)) != NULL)
    g_strv_builder_add (builder, argument);
  va_end (args);
  argv = g_strv_builder_end (builder);

  g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));

  return output;
}

char *
sample_roster_squeeze (const char *text)
{
  GString *squeezed = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0xa0 || g_unichar_isspace (c))
        {
          space = TRUE;
          continue;
        }
      if (space && squeezed->len > 0)
        g_string_append_c (squeezed, ' ');
      space = FALSE;
      g_string_append_unichar (squeezed, c);
    }

  return g_string_free_and_steal (squeezed);
}
