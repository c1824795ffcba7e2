/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-joiner-row.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-words.h"

/**
 * CnscdJoinerRow:
 *
 * Somebody who comes to a team that is consolidated: a new person, or one who
 * is stored already. Activating the row edits what they are in the team.
 */
struct _CnscdJoinerRow
{
  AdwActionRow parent_instance;

  GtkWidget *remove_button;

  CnscdPerson *person;
  CnscdMembership *membership;
  gboolean is_stored; /* the person */
};

enum
{
  SIGNAL_REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdJoinerRow, cnscd_joiner_row, ADW_TYPE_ACTION_ROW)

static void
show (CnscdJoinerRow *self)
{
  const CnscdMembership *membership = self->membership;
  const char *name = self->person->full_name != NULL ? self->person->full_name : "—";
  g_autofree char *office = cnscd_words_for_position (membership->position, membership->body);
  g_autofree char *subtitle =
    cnscd_words_join (" · ", cnscd_words_for_role ((CnscdRole) membership->role), office);
  g_autofree char *label = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  /* Translators: %s is a person's name */
  label = g_strdup_printf (_ ("Do not add %s"), name);
  gtk_widget_set_tooltip_text (self->remove_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
remove_cb (CnscdJoinerRow *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
cnscd_joiner_row_finalize (GObject *object)
{
  CnscdJoinerRow *self = CNSCD_JOINER_ROW (object);

  g_clear_pointer (&self->person, cnscd_record_unref);
  g_clear_pointer (&self->membership, cnscd_record_unref);

  G_OBJECT_CLASS (cnscd_joiner_row_parent_class)->finalize (object);
}

static void
cnscd_joiner_row_class_init (CnscdJoinerRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cnscd_joiner_row_finalize;

  /**
   * CnscdJoinerRow::removed:
   * @self: the row
   *
   * The person shall not come after all.
   */
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cnscd_joiner_row_init (CnscdJoinerRow *self)
{
  self->remove_button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  gtk_widget_set_valign (self->remove_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->remove_button, "flat");
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->remove_button);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
}

/**
 * cnscd_joiner_row_new:
 * @person: who comes
 * @membership: theirs in the team, not stored yet
 * @is_stored: whether the person is stored already, and not to be added
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
cnscd_joiner_row_new (CnscdPerson *person, CnscdMembership *membership, gboolean is_stored)
{
  CnscdJoinerRow *self;

  g_return_val_if_fail (person != NULL && membership != NULL, NULL);

  self = g_object_new (CNSCD_TYPE_JOINER_ROW, NULL);
  self->is_stored = is_stored;
  cnscd_joiner_row_take (self, person, membership);
  return GTK_WIDGET (self);
}

/**
 * cnscd_joiner_row_take:
 * @self: a row
 * @person: (nullable): the person as changed
 * @membership: (nullable): the membership as changed
 */
void
cnscd_joiner_row_take (CnscdJoinerRow *self, CnscdPerson *person, CnscdMembership *membership)
{
  if (person != NULL)
    {
      cnscd_record_ref (person);
      g_clear_pointer (&self->person, cnscd_record_unref);
      self->person = person;
    }
  if (membership != NULL)
    {
      cnscd_record_ref (membership);
      g_clear_pointer (&self->membership, cnscd_record_unref);
      self->membership = membership;
    }
  show (self);
}

/**
 * cnscd_joiner_row_get_person:
 * @self: a row
 *
 * Returns: (transfer none): who comes
 */
CnscdPerson *
cnscd_joiner_row_get_person (CnscdJoinerRow *self)
{
  return self->person;
}

/**
 * cnscd_joiner_row_get_membership:
 * @self: a row
 *
 * Returns: (transfer none): theirs in the team
 */
CnscdMembership *
cnscd_joiner_row_get_membership (CnscdJoinerRow *self)
{
  return self->membership;
}

/**
 * cnscd_joiner_row_is_stored:
 * @self: a row
 *
 * Returns: whether the person is stored already
 */
gboolean
cnscd_joiner_row_is_stored (CnscdJoinerRow *self)
{
  return self->is_stored;
}
