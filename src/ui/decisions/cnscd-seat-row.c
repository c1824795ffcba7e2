/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-seat-row.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-words.h"

/**
 * CnscdSeatRow:
 *
 * Somebody who is in a team that is consolidated, or is to come to it: whether
 * they stay, and as what.
 */
struct _CnscdSeatRow
{
  AdwActionRow parent_instance;

  GtkCheckButton *check;
  GtkDropDown *roles;

  CnscdMembership *membership;
  char *office;
  gboolean was_known; /* their role; else the first of @roles is "—" */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdSeatRow, cnscd_seat_row, ADW_TYPE_ACTION_ROW)

/* "Bí thư Chi bộ · from 01/01/2030" */
static char *
describe (const CnscdMembership *membership)
{
  g_autofree char *office = cnscd_words_for_position (membership->position, membership->body);
  g_autofree char *day = NULL;
  g_autofree char *coming = NULL;

  if (cnscd_date_is_to_come (membership->valid_from, cnscd_date_today ()))
    {
      day = cnscd_date_format (membership->valid_from);
      coming = g_strdup_printf (_ ("from %s"), day);
    }
  return cnscd_words_join (" · ", office, coming);
}

static CnscdRole
get_role (CnscdSeatRow *self)
{
  return (CnscdRole) (gtk_drop_down_get_selected (self->roles) + (self->was_known ? 1 : 0));
}

static void
update (CnscdSeatRow *self)
{
  gboolean stays = cnscd_seat_row_stays (self);

  /* What is going to happen, in words. */
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), stays ? self->office : _ ("Leaves the team"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->roles), stays);
}

static void
changed_cb (CnscdSeatRow *self)
{
  update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
add_check (CnscdSeatRow *self, const char *name)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *label = NULL;

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  /* Translators: %s is a person's name */
  label = g_strdup_printf (_ ("%s stays in the team"), name);
  gtk_widget_set_tooltip_text (check, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), check);
  self->check = GTK_CHECK_BUTTON (check);
}

static void
add_roles (CnscdSeatRow *self, const char *name)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  GtkWidget *roles;
  g_autofree char *label = NULL;

  if (!self->was_known)
    gtk_string_list_append (list, "—");
  for (CnscdRole role = CNSCD_ROLE_LEADER; role <= CNSCD_ROLE_MEMBER; role++)
    gtk_string_list_append (list, cnscd_words_for_role (role));

  roles = gtk_drop_down_new (G_LIST_MODEL (list), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (roles),
                              (guint) self->membership->role - (self->was_known ? 1 : 0));
  gtk_widget_set_valign (roles, GTK_ALIGN_CENTER);
  /* Translators: %s is a person's name */
  label = g_strdup_printf (_ ("Role of %s"), name);
  gtk_widget_set_tooltip_text (roles, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (roles), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (roles, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), roles);
  self->roles = GTK_DROP_DOWN (roles);
}

static void
cnscd_seat_row_finalize (GObject *object)
{
  CnscdSeatRow *self = CNSCD_SEAT_ROW (object);

  g_clear_pointer (&self->membership, cnscd_record_unref);
  g_free (self->office);

  G_OBJECT_CLASS (cnscd_seat_row_parent_class)->finalize (object);
}

static void
cnscd_seat_row_class_init (CnscdSeatRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cnscd_seat_row_finalize;

  /**
   * CnscdSeatRow::changed:
   * @self: the row
   *
   * Whether the person stays, or as what, was changed.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cnscd_seat_row_init (CnscdSeatRow *self)
{
}

/**
 * cnscd_seat_row_new:
 * @membership: somebody in the team
 * @name: their name
 *
 * Returns: (transfer floating): a row, in which they stay as they are
 */
GtkWidget *
cnscd_seat_row_new (CnscdMembership *membership, const char *name)
{
  CnscdSeatRow *self;

  g_return_val_if_fail (membership != NULL && name != NULL, NULL);

  self = g_object_new (CNSCD_TYPE_SEAT_ROW, "use-markup", FALSE, "title", name, NULL);
  self->membership = cnscd_record_ref (membership);
  self->office = describe (membership);
  self->was_known = membership->role != CNSCD_ROLE_UNKNOWN;
  add_check (self, name);
  add_roles (self, name);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * cnscd_seat_row_stays:
 * @self: a row
 *
 * Returns: whether the person stays in the team
 */
gboolean
cnscd_seat_row_stays (CnscdSeatRow *self)
{
  return gtk_check_button_get_active (self->check);
}

/**
 * cnscd_seat_row_set_stays:
 * @self: a row
 * @stays: whether the person stays in the team
 */
void
cnscd_seat_row_set_stays (CnscdSeatRow *self, gboolean stays)
{
  gtk_check_button_set_active (self->check, stays);
}

/**
 * cnscd_seat_row_get_seat: (skip)
 * @self: a row
 *
 * Returns: (transfer none): what becomes of the person; the membership is the row's
 */
CnscdTeamSeat
cnscd_seat_row_get_seat (CnscdSeatRow *self)
{
  return (CnscdTeamSeat) { .membership = self->membership,
                           .stays = cnscd_seat_row_stays (self),
                           .role = get_role (self) };
}
