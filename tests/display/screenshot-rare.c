/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scenes of what is seldom seen: what somebody else does meanwhile, what is still to come, a team
 * without anybody, names as long as they get. */
#include "screenshot-rare.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-roster-edit.h"
#include "model/cnscd-member-row.h"
#include "store/cnscd-members.h"
#include "store/cnscd-record-store.h"
#include "ui/members/cnscd-member-actions.h"
#include "ui/teams/cnscd-team-page.h"
#include "ui/window/cnscd-window-edit.h"

#include "display-test.h"

#define LONG_NAME     "Công Tằng Tôn Nữ Nguyễn Hoàng Phương Thảo Nguyên"
#define LONG_HAMLET   "Liên khu Đồng Bẩm – Cao Ngạn – Chùa Hang số 12"
#define LONG_POSITION "Phó Chủ tịch kiêm Trưởng ban Tuyên truyền"
#define LONG_BODY     "Hội Liên hiệp Phụ nữ và Trung tâm học tập cộng đồng"

static CnscdDatabase *
open_database (const char *path)
{
  g_autoptr (GError) error = NULL;
  CnscdDatabase *database = cnscd_database_open (path, &error);

  g_assert_no_error (error);
  return database;
}

static GPtrArray *
list_members (CnscdDatabase *database)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *members = cnscd_members_list (database, &(CnscdMemberQuery) { 0 }, &error);

  g_assert_no_error (error);
  return members;
}

/* Returns: (transfer full): a record that may be changed */
static gpointer
copy (CnscdDatabase *database, const CnscdKind *kind, const char *id)
{
  g_autoptr (GError) error = NULL;
  gpointer record = cnscd_record_store_get (database, kind, id, &error);
  gpointer changeable;

  g_assert_no_error (error);
  changeable = cnscd_record_copy (record);
  cnscd_record_unref (record);
  return changeable;
}

static void
lengthen (CnscdDatabase *database)
{
  g_autoptr (GPtrArray) members = list_members (database);
  const CnscdMember *member = members->pdata[0];
  g_autoptr (CnscdPerson) person = copy (database, &CNSCD_KIND_PERSON, member->person);
  g_autoptr (CnscdMembership) membership =
    copy (database, &CNSCD_KIND_MEMBERSHIP, member->membership);
  g_autoptr (CnscdTeam) team = copy (database, &CNSCD_KIND_TEAM, member->team);
  g_autoptr (CnscdHamlet) hamlet = copy (database, &CNSCD_KIND_HAMLET, team->hamlet);

  cnscd_record_set (person, full_name, LONG_NAME);
  display_test_put (database, person);
  cnscd_record_set (membership, position, LONG_POSITION);
  cnscd_record_set (membership, body, LONG_BODY);
  display_test_put (database, membership);
  cnscd_record_set (hamlet, name, LONG_HAMLET);
  display_test_put (database, hamlet);
}

static const CnscdMember *
find_member (GPtrArray *members, const char *name)
{
  for (guint i = 0; i < members->len; i++)
    {
      const CnscdMember *member = members->pdata[i];

      if (g_str_equal (member->full_name, name))
        return member;
    }
  g_assert_not_reached ();
}

/* The form about a member, in which something is typed. */
static void
begin_edit (CnscdWindow *window, const CnscdMember *member)
{
  cnscd_member_actions_edit (window, member);
  display_test_wait_for_dialog (window);
  display_test_settle ();
  display_test_type (window, _ ("Phone"), "0912345222");
  display_test_type (window, _ ("Full Name"), LONG_NAME);
}

static gboolean
shows_alert (gpointer data)
{
  return ADW_IS_ALERT_DIALOG (display_test_get_dialog (data));
}

static void
save (CnscdWindow *window)
{
  display_test_press (window, _ ("_Save"));
  display_test_pump_until (shows_alert, window);
}

static void
show_changed (CnscdWindow *window, CnscdDatabase *database)
{
  g_autoptr (GPtrArray) members = list_members (database);
  const CnscdMember *member = members->pdata[0];
  g_autoptr (CnscdPerson) theirs = copy (database, &CNSCD_KIND_PERSON, member->person);

  begin_edit (window, member);
  cnscd_record_set (theirs, phone, "0912345333");
  cnscd_record_set (theirs, full_name, "Nông Quốc Ân");
  display_test_put (database, theirs);
  save (window);
}

/* Somebody new, for whoever has guided a session cannot be deleted. */
static void
show_deleted (CnscdWindow *window, CnscdDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) former = list_members (database);
  g_autoptr (CnscdTeam) team =
    copy (database, &CNSCD_KIND_TEAM, ((const CnscdMember *) former->pdata[0])->team);
  g_autoptr (GPtrArray) members = NULL;
  const CnscdMember *member;

  display_test_add_member (database, team, "Lê Văn Ba", CNSCD_ROLE_MEMBER);
  members = list_members (database);
  member = find_member (members, "Lê Văn Ba");
  begin_edit (window, member);
  cnscd_record_store_delete (database, &CNSCD_KIND_MEMBERSHIP, member->membership, &error);
  g_assert_no_error (error);
  cnscd_record_store_delete (database, &CNSCD_KIND_PERSON, member->person, &error);
  g_assert_no_error (error);
  save (window);
}

/* Two who are to move to another team, on the page of that or of one of them. */
static void
show_upcoming (CnscdWindow *window, CnscdDatabase *database, gboolean in_team)
{
  g_autoptr (GPtrArray) members = list_members (database);
  const CnscdMember *target = members->pdata[8];
  const CnscdMember *member = members->pdata[2];
  g_autoptr (CnscdTeam) team = copy (database, &CNSCD_KIND_TEAM, target->team);
  g_autofree char *label = g_strdup_printf (_ ("%s moved to %s"), member->full_name, team->name);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new (label);

  for (guint i = 2; i < 4; i++)
    {
      const CnscdMember *other = members->pdata[i];
      g_autoptr (CnscdMembership) membership =
        copy (database, &CNSCD_KIND_MEMBERSHIP, other->membership);

      cnscd_roster_move_member (
        set, membership, team, cnscd_date_add_days (cnscd_date_today (), 30 * (int) i), NULL, NULL);
    }
  cnscd_window_apply_async (window, set, NULL, NULL);
  display_test_settle ();
  if (in_team)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-team", "s", target->team);
  else
    gtk_widget_activate_action (GTK_WIDGET (window), "win.open-person", "s", member->person);
}

/* The form that dissolves a team to which five others were to move. */
static void
show_dissolve (CnscdWindow *window, CnscdDatabase *database)
{
  g_autoptr (GPtrArray) members = list_members (database);
  const CnscdMember *target = members->pdata[8];
  g_autoptr (CnscdTeam) team = copy (database, &CNSCD_KIND_TEAM, target->team);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new ("move");

  for (guint i = 0, n = 0; i < members->len && n < 5; i++)
    {
      const CnscdMember *other = members->pdata[i];
      g_autoptr (CnscdMembership) membership =
        copy (database, &CNSCD_KIND_MEMBERSHIP, other->membership);

      if (g_str_equal (other->team, target->team))
        continue;
      n++;
      cnscd_roster_move_member (
        set, membership, team, cnscd_date_add_days (cnscd_date_today (), 30 * (int) n), NULL, NULL);
    }
  cnscd_window_apply_async (window, set, NULL, NULL);
  display_test_settle ();
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-team", "s", target->team);
  display_test_settle ();
  gtk_widget_activate_action (display_test_find (GTK_WIDGET (window), CNSCD_TYPE_TEAM_PAGE),
                              "team.dissolve", NULL);
  display_test_wait_for_dialog (window);
}

static void
show_bare_team (CnscdWindow *window, CnscdDatabase *database)
{
  g_autoptr (GPtrArray) members = list_members (database);
  const CnscdMember *member = members->pdata[0];
  g_autoptr (CnscdTeam) team = display_test_add_team (database, member->unit, "Tổ CNSCĐ mới lập");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-team", "s", team->record.id);
}

/* What tells that somebody with a long name has moved. */
static void
show_long_toast (CnscdWindow *window, CnscdDatabase *database)
{
  g_autoptr (GPtrArray) members = list_members (database);
  const CnscdMember *member = find_member (members, LONG_NAME);
  const CnscdMember *other = members->pdata[0];
  g_autoptr (CnscdMembership) membership =
    copy (database, &CNSCD_KIND_MEMBERSHIP, member->membership);
  g_autoptr (CnscdTeam) team = copy (database, &CNSCD_KIND_TEAM, other->team);
  g_autofree char *label = g_strdup_printf (_ ("%s moved to %s"), LONG_NAME, team->name);
  g_autoptr (CnscdChangeSet) set = cnscd_change_set_new (label);

  cnscd_roster_move_member (set, membership, team, cnscd_date_add_days (cnscd_date_today (), 30),
                            NULL, NULL);
  cnscd_window_apply_async (window, set, NULL, NULL);
}

static void
show_long (CnscdWindow *window, CnscdDatabase *database, const char *what)
{
  g_autoptr (GPtrArray) members = list_members (database);
  const CnscdMember *member = find_member (members, LONG_NAME);

  if (g_str_equal (what, "members"))
    cnscd_window_show_page (window, "members");
  else if (g_str_equal (what, "duplicates"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.duplicates", NULL);
  else if (g_str_equal (what, "person"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.open-person", "s", member->person);
  else if (g_str_equal (what, "team"))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-team", "s", member->team);
  else if (g_str_equal (what, "move"))
    cnscd_member_actions_move (window, member);
  else if (g_str_equal (what, "end"))
    cnscd_member_actions_end (window, member);
  display_test_settle ();
  if (g_str_equal (what, "move") || g_str_equal (what, "end"))
    display_test_wait_for_dialog (window);
}

/* What a scene needs in the database before the window opens it. */
void
screenshot_prepare_rare (const char *path, const char *page)
{
  g_autoptr (CnscdDatabase) database = NULL;

  if (!g_str_has_prefix (page, "long-"))
    return;
  database = open_database (path);
  lengthen (database);
}

/* Shows the scene of that name, if it is one of these. */
gboolean
screenshot_show_rare (CnscdWindow *window, const char *page)
{
  static const char *const pages[] = {
    "changed", "deleted", "upcoming-team", "upcoming-person", "bare-team", "dissolve-many", NULL
  };
  g_autoptr (CnscdDatabase) database = NULL;

  if (!g_strv_contains (pages, page) && !g_str_has_prefix (page, "long-"))
    return FALSE;

  database = open_database (cnscd_window_get_path (window));
  if (g_str_equal (page, "changed"))
    show_changed (window, database);
  else if (g_str_equal (page, "deleted"))
    show_deleted (window, database);
  else if (g_str_has_prefix (page, "upcoming-"))
    show_upcoming (window, database, g_str_equal (page, "upcoming-team"));
  else if (g_str_equal (page, "bare-team"))
    show_bare_team (window, database);
  else if (g_str_equal (page, "dissolve-many"))
    show_dissolve (window, database);
  else if (g_str_equal (page, "long-toast"))
    show_long_toast (window, database);
  else
    show_long (window, database, page + strlen ("long-"));
  return TRUE;
}
