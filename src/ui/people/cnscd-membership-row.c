/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-membership-row.h"

#include <glib/gi18n-lib.h>

#include "cnscd-person-actions.h"
#include "ui/common/cnscd-person-words.h"
#include "ui/common/cnscd-words.h"
#include "ui/members/cnscd-member-actions.h"

/**
 * CnscdMembershipRow:
 *
 * One membership on a person's page. Activating it opens the team; what else
 * can be done is in its menu, with the keys of the lists of members.
 */
struct _CnscdMembershipRow
{
  AdwActionRow parent_instance;

  GtkMenuButton *menu_button;

  CnscdPersonHistory *history;
  const CnscdPersonMembership *membership; /* in @history */
};

G_DEFINE_FINAL_TYPE (CnscdMembershipRow, cnscd_membership_row, ADW_TYPE_ACTION_ROW)

static void
append_line (GString *text, const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

static char *
describe_decision (const char *number, CnscdDate date)
{
  return number != NULL ? cnscd_words_for_decision (number, date) : NULL;
}

/* Why it ended or will end, and by which decision. */
static char *
describe_end (const CnscdPersonMembership *membership)
{
  g_autofree char *decision =
    describe_decision (membership->end_decision_number, membership->end_decision_date);
  g_autofree char *end = cnscd_words_join (" · ", membership->record->end_reason, decision);

  /* Translators: why a membership ended */
  return *end != '\0' ? g_strdup_printf (_ ("Ended: %s"), end) : NULL;
}

static char *
describe (const CnscdPersonMembership *membership)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *office = cnscd_words_for_membership_office (membership);
  g_autofree char *period = cnscd_words_for_membership_period (membership);
  g_autofree char *decision =
    describe_decision (membership->decision_number, membership->decision_date);
  g_autofree char *end = describe_end (membership);

  append_line (text, office);
  append_line (text, period);
  append_line (text, decision);
  append_line (text, end);
  append_line (text, membership->record->note);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
append_item (GMenu *menu, const char *label, const char *action, const char *accelerator)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", accelerator);
  g_menu_append_item (menu, item);
}

static void
append_decision (GMenu *menu, const char *label, const char *decision)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  if (decision == NULL)
    return;

  g_menu_item_set_action_and_target (item, "win.show-decision", "s", decision);
  g_menu_append_item (menu, item);
}

/* Made when it is opened, for what there is to do depends on the membership. */
static void
create_popup_cb (GtkMenuButton *button, gpointer user_data)
{
  CnscdMembershipRow *self = user_data;
  const CnscdPersonMembership *membership = self->membership;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) changes = g_menu_new ();
  g_autoptr (GMenu) decisions = g_menu_new ();

  append_item (changes, _ ("_Edit…"), "membership.edit", "F2");
  if (membership->is_current)
    {
      append_item (changes, _ ("_Move to Another Team…"), "membership.move", "<Control>m");
      append_item (changes, _ ("End M_embership…"), "membership.end", "Delete");
    }
  if (membership->is_upcoming)
    append_item (changes,
                 cnscd_person_actions_is_move (self->history, membership)
                   ? _ ("_Withdraw This Move")
                   : _ ("_Withdraw Planned Membership"),
                 "membership.withdraw", "Delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (changes));

  append_decision (decisions, _ ("Open _Decision"), membership->record->decision);
  append_decision (decisions, _ ("Open Decision That E_nded It"), membership->record->end_decision);
  /* One without items leaves a gap. */
  if (g_menu_model_get_n_items (G_MENU_MODEL (decisions)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (decisions));

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
run (GtkWidget *widget, void (*func) (CnscdWindow *, const CnscdMember *))
{
  CnscdMembershipRow *self = CNSCD_MEMBERSHIP_ROW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self->membership != NULL && CNSCD_IS_WINDOW (root))
    func (CNSCD_WINDOW (root),
          &(CnscdMember) { .membership = self->membership->record->record.id });
}

static void
edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  run (widget, cnscd_member_actions_edit);
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  run (widget, cnscd_member_actions_move);
}

static void
end_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  run (widget, cnscd_member_actions_end);
}

/* Delete is what is done with the membership: it ends, or does not come about. */
static void
end_or_withdraw_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdMembershipRow *self = CNSCD_MEMBERSHIP_ROW (widget);

  if (self->membership != NULL)
    gtk_widget_activate_action (
      widget, self->membership->is_upcoming ? "membership.withdraw" : "membership.end", NULL);
}

static void
withdraw_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdMembershipRow *self = CNSCD_MEMBERSHIP_ROW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self->membership != NULL && CNSCD_IS_WINDOW (root))
    cnscd_person_actions_withdraw (CNSCD_WINDOW (root), self->history, self->membership);
}

static void
menu_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_menu_button_popup (CNSCD_MEMBERSHIP_ROW (widget)->menu_button);
}

static void
cnscd_membership_row_dispose (GObject *object)
{
  CnscdMembershipRow *self = CNSCD_MEMBERSHIP_ROW (object);

  self->membership = NULL;
  g_clear_pointer (&self->history, cnscd_person_history_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CNSCD_TYPE_MEMBERSHIP_ROW);

  G_OBJECT_CLASS (cnscd_membership_row_parent_class)->dispose (object);
}

static void
cnscd_membership_row_class_init (CnscdMembershipRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_membership_row_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/people/cnscd-membership-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdMembershipRow, menu_button);

  gtk_widget_class_install_action (widget_class, "membership.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "membership.move", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "membership.end", NULL, end_cb);
  gtk_widget_class_install_action (widget_class, "membership.withdraw", NULL, withdraw_cb);
  gtk_widget_class_install_action (widget_class, "membership.end-or-withdraw", NULL,
                                   end_or_withdraw_cb);
  gtk_widget_class_install_action (widget_class, "membership.menu", NULL, menu_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "membership.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "membership.move",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0,
                                       "membership.end-or-withdraw", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0,
                                       "membership.end-or-withdraw", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "membership.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "membership.menu",
                                       NULL);
}

static void
cnscd_membership_row_init (CnscdMembershipRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_popup_cb, self, NULL);
}

/**
 * cnscd_membership_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
cnscd_membership_row_new (void)
{
  return g_object_new (CNSCD_TYPE_MEMBERSHIP_ROW, NULL);
}

/**
 * cnscd_membership_row_set_membership:
 * @self: a row
 * @history: a person with all memberships
 * @position: of the one to show
 *
 * Shows a membership.
 */
void
cnscd_membership_row_set_membership (CnscdMembershipRow *self,
                                     CnscdPersonHistory *history,
                                     guint position)
{
  CnscdPersonHistory *held;
  g_autofree char *team = NULL;
  g_autofree char *subtitle = NULL;

  g_return_if_fail (CNSCD_IS_MEMBERSHIP_ROW (self));
  g_return_if_fail (history != NULL && position < history->memberships->len);

  held = cnscd_person_history_ref (history);
  g_clear_pointer (&self->history, cnscd_person_history_unref);
  self->history = held;
  self->membership = history->memberships->pdata[position];

  team = cnscd_words_for_membership_team (self->membership);
  subtitle = describe (self->membership);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), team);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", self->membership->record->team);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.show-team");
  if (self->membership->is_upcoming)
    gtk_widget_add_css_class (GTK_WIDGET (self), "upcoming");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "upcoming");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "membership.move",
                                 self->membership->is_current);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "membership.end", self->membership->is_current);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "membership.withdraw",
                                 self->membership->is_upcoming);
}
