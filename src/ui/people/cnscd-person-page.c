/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-person-page.h"

#include <glib/gi18n-lib.h>

#include "cnscd-membership-row.h"
#include "cnscd-person-actions.h"
#include "core/cnscd-phone.h"
#include "model/cnscd-repository-people.h"
#include "ui/common/cnscd-navigation.h"
#include "ui/common/cnscd-person-words.h"
#include "ui/common/cnscd-words.h"
#include "ui/members/cnscd-member-actions.h"
#include "ui/window/cnscd-notice-banner.h"

/**
 * CnscdPersonPage:
 *
 * All that is known of one person, and every membership, current and former.
 */
struct _CnscdPersonPage
{
  AdwNavigationPage parent_instance;

  GtkWidget *content;
  GtkWidget *edit_button;
  AdwAvatar *avatar;
  GtkLabel *name;
  AdwActionRow *gender_row;
  AdwActionRow *birth_row;
  AdwActionRow *phone_row;
  GtkWidget *copy_button;
  AdwActionRow *legal_basis_row;
  AdwActionRow *note_row;
  AdwPreferencesGroup *current_group;
  AdwPreferencesGroup *upcoming_group;
  AdwPreferencesGroup *former_group;

  GtkWidget *no_team_row; /* (nullable) */
  GPtrArray *current_rows;
  GPtrArray *upcoming_rows;
  GPtrArray *former_rows;

  CnscdRepository *repository;
  GCancellable *cancellable;
  char *person;
  CnscdPersonHistory *history; /* (nullable) until it is loaded */
  gboolean was_shown;
};

G_DEFINE_FINAL_TYPE (CnscdPersonPage, cnscd_person_page, ADW_TYPE_NAVIGATION_PAGE)

static CnscdWindow *
get_window (gpointer widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return CNSCD_IS_WINDOW (root) ? CNSCD_WINDOW (root) : NULL;
}

/* The only current membership, or %NULL when it must be said which. */
static const CnscdPersonMembership *
get_only_current (CnscdPersonPage *self)
{
  const CnscdPersonMembership *only = NULL;

  for (guint i = 0; self->history != NULL && i < self->history->memberships->len; i++)
    {
      const CnscdPersonMembership *membership = self->history->memberships->pdata[i];

      if (!membership->is_current)
        continue;
      if (only != NULL)
        return NULL;
      only = membership;
    }

  return only;
}

static void
show_person (CnscdPersonPage *self)
{
  const CnscdPerson *person = self->history->person;
  const char *gender = cnscd_words_for_gender ((CnscdGender) person->gender);
  g_autofree char *birth = cnscd_words_for_birth (person->birth, cnscd_date_today ());
  g_autofree char *phone =
    person->phone != NULL ? cnscd_phone_format (person->phone) : g_strdup ("—");
  g_autofree char *legal_basis = cnscd_words_for_legal_basis (person);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), person->full_name);
  adw_avatar_set_text (self->avatar, person->full_name);
  gtk_label_set_text (self->name, person->full_name);
  adw_action_row_set_subtitle (self->gender_row, *gender != '\0' ? gender : "—");
  adw_action_row_set_subtitle (self->birth_row, birth);
  adw_action_row_set_subtitle (self->phone_row, phone);
  gtk_widget_set_visible (self->copy_button, person->phone != NULL);
  adw_action_row_set_subtitle (self->legal_basis_row, legal_basis);
  adw_action_row_set_subtitle (self->note_row, person->note != NULL ? person->note : "—");
}

typedef enum
{
  FORMER,
  UPCOMING,
  CURRENT,
} Time;

static Time
get_time (const CnscdPersonMembership *membership)
{
  return membership->is_current ? CURRENT : membership->is_upcoming ? UPCOMING : FORMER;
}

/* Before the row that has the focus goes: from there it would go on to a toast, whose button the
 * next key would press. */
static void
move_focus_off (CnscdPersonPage *self, GtkWidget *row)
{
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *current = self->current_rows->len > 0 ? self->current_rows->pdata[0] : NULL;

  if (focus == NULL || (focus != row && !gtk_widget_is_ancestor (focus, row)))
    return;

  if (current == NULL || current == row || !gtk_widget_grab_focus (current))
    gtk_widget_grab_focus (self->edit_button);
}

/* Rows stay where they are, so that the focus does. */
static void
show_memberships (CnscdPersonPage *self, AdwPreferencesGroup *group, GPtrArray *rows, Time time)
{
  guint n_shown = 0;

  for (guint i = 0; i < self->history->memberships->len; i++)
    {
      const CnscdPersonMembership *membership = self->history->memberships->pdata[i];

      if (get_time (membership) != time)
        continue;

      if (n_shown == rows->len)
        {
          GtkWidget *row = cnscd_membership_row_new ();

          g_ptr_array_add (rows, row);
          adw_preferences_group_add (group, row);
        }
      cnscd_membership_row_set_membership (rows->pdata[n_shown++], self->history, i);
    }

  while (rows->len > n_shown)
    {
      move_focus_off (self, rows->pdata[rows->len - 1]);
      adw_preferences_group_remove (group, g_ptr_array_steal_index (rows, rows->len - 1));
    }
}

static void
show_no_team (CnscdPersonPage *self, gboolean wanted)
{
  if (wanted && self->no_team_row == NULL)
    {
      self->no_team_row = adw_action_row_new ();
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->no_team_row),
                                     _ ("Not in any team now"));
      gtk_widget_add_css_class (self->no_team_row, "dimmed");
      adw_preferences_group_add (self->current_group, self->no_team_row);
    }
  else if (!wanted && self->no_team_row != NULL)
    {
      adw_preferences_group_remove (self->current_group, self->no_team_row);
      self->no_team_row = NULL;
    }
}

static void
show_history (CnscdPersonPage *self)
{
  gboolean one_current = get_only_current (self) != NULL;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  show_person (self);
  show_memberships (self, self->current_group, self->current_rows, CURRENT);
  show_memberships (self, self->upcoming_group, self->upcoming_rows, UPCOMING);
  show_memberships (self, self->former_group, self->former_rows, FORMER);
  show_no_team (self, self->current_rows->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->upcoming_group), self->upcoming_rows->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->former_group), self->former_rows->len > 0);
  gtk_widget_set_visible (self->content, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.move", one_current);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.end", one_current);

  /* It was on a row that is gone. */
  if (root != NULL && gtk_root_get_focus (root) == NULL &&
      gtk_widget_get_mapped (self->edit_button))
    gtk_widget_grab_focus (self->edit_button);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CnscdPersonPage *self = user_data;
  CnscdPersonHistory *history;
  g_autoptr (GError) error = NULL;

  history = cnscd_repository_load_person_finish (CNSCD_REPOSITORY (source), result, &error);
  if (history == NULL)
    {
      /* Deleted, merged or undone: so is this page. */
      if (g_error_matches (error, CNSCD_STORE_ERROR, CNSCD_STORE_ERROR_NOT_FOUND))
        cnscd_navigation_leave (ADW_NAVIGATION_PAGE (self));
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
               get_window (self) != NULL)
        cnscd_window_show_error (get_window (self), NULL, error);
      return;
    }

  g_clear_pointer (&self->history, cnscd_person_history_unref);
  self->history = history;
  show_history (self);
}

static void
load_person (CnscdPersonPage *self)
{
  cnscd_repository_load_person_async (self->repository, self->person, self->cancellable, loaded_cb,
                                      self);
}

static void
edit_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdPersonPage *self = CNSCD_PERSON_PAGE (widget);

  if (self->history != NULL && get_window (self) != NULL)
    cnscd_person_actions_edit (get_window (self), self->history);
}

static void
join_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdPersonPage *self = CNSCD_PERSON_PAGE (widget);

  if (self->history != NULL && get_window (self) != NULL)
    cnscd_person_actions_join (get_window (self), self->history);
}

static void
run_on_only (CnscdPersonPage *self, void (*func) (CnscdWindow *, const CnscdMember *))
{
  const CnscdPersonMembership *membership = get_only_current (self);

  if (membership != NULL && get_window (self) != NULL)
    func (get_window (self), &(CnscdMember) { .membership = membership->record->record.id });
}

static void
move_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  run_on_only (CNSCD_PERSON_PAGE (widget), cnscd_member_actions_move);
}

static void
end_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  run_on_only (CNSCD_PERSON_PAGE (widget), cnscd_member_actions_end);
}

static void
merge_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdPersonPage *self = CNSCD_PERSON_PAGE (widget);

  if (self->history != NULL && get_window (self) != NULL)
    cnscd_person_actions_merge (get_window (self), self->history);
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdPersonPage *self = CNSCD_PERSON_PAGE (widget);

  if (self->history != NULL && get_window (self) != NULL)
    cnscd_person_actions_delete (get_window (self), self->history);
}

static void
copy_phone_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CnscdPersonPage *self = CNSCD_PERSON_PAGE (widget);

  if (self->history == NULL || self->history->person->phone == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->history->person->phone);
  if (get_window (self) != NULL)
    cnscd_window_show_message (get_window (self), _ ("Phone number copied"));
}

static void
cnscd_person_page_shown (AdwNavigationPage *page)
{
  CnscdPersonPage *self = CNSCD_PERSON_PAGE (page);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* Back from a team, the focus is on the row that it was opened from. */
  if (!self->was_shown || focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (page)))
    gtk_widget_grab_focus (self->edit_button);
  self->was_shown = TRUE;
}

static void
cnscd_person_page_dispose (GObject *object)
{
  CnscdPersonPage *self = CNSCD_PERSON_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->repository);
  g_clear_pointer (&self->history, cnscd_person_history_unref);

  G_OBJECT_CLASS (cnscd_person_page_parent_class)->dispose (object);
}

static void
cnscd_person_page_finalize (GObject *object)
{
  CnscdPersonPage *self = CNSCD_PERSON_PAGE (object);

  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->current_rows);
  g_ptr_array_unref (self->upcoming_rows);
  g_ptr_array_unref (self->former_rows);
  g_free (self->person);

  G_OBJECT_CLASS (cnscd_person_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CnscdPersonPage, content);
  gtk_widget_class_bind_template_child (widget_class, CnscdPersonPage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdPersonPage, avatar);
  gtk_widget_class_bind_template_child (widget_class, CnscdPersonPage, name);
  gtk_widget_class_bind_template_child (widget_class, CnscdPersonPage, gender_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPersonPage, birth_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPersonPage, phone_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPersonPage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, CnscdPersonPage, legal_basis_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPersonPage, note_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdPersonPage, current_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdPersonPage, upcoming_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdPersonPage, former_group);
}

static void
cnscd_person_page_class_init (CnscdPersonPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_person_page_dispose;
  object_class->finalize = cnscd_person_page_finalize;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = cnscd_person_page_shown;

  g_type_ensure (CNSCD_TYPE_NOTICE_BANNER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/people/cnscd-person-page.ui");
  bind_children (widget_class);

  gtk_widget_class_install_action (widget_class, "person.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "person.join", NULL, join_cb);
  gtk_widget_class_install_action (widget_class, "person.move", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "person.end", NULL, end_cb);
  gtk_widget_class_install_action (widget_class, "person.merge", NULL, merge_cb);
  gtk_widget_class_install_action (widget_class, "person.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "person.copy-phone", NULL, copy_phone_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "person.edit", NULL);
}

static void
cnscd_person_page_init (CnscdPersonPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->current_rows = g_ptr_array_new ();
  self->upcoming_rows = g_ptr_array_new ();
  self->former_rows = g_ptr_array_new ();
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.move", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "person.end", FALSE);
}

/**
 * cnscd_person_page_new:
 * @repository: an open repository
 * @person: id of a person
 *
 * Returns: (transfer floating): the person's page
 */
AdwNavigationPage *
cnscd_person_page_new (CnscdRepository *repository, const char *person)
{
  CnscdPersonPage *self = g_object_new (CNSCD_TYPE_PERSON_PAGE, NULL);

  self->repository = g_object_ref (repository);
  self->person = g_strdup (person);
  g_signal_connect_object (repository, "changed", G_CALLBACK (load_person), self,
                           G_CONNECT_SWAPPED);
  load_person (self);
  return ADW_NAVIGATION_PAGE (self);
}
