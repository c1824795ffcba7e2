/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-presence-row.h"

#include <glib/gi18n-lib.h>

#include "cnscd-report-words.h"

/**
 * CnscdPresenceRow:
 *
 * Whether a guide came. Activating it goes from present to absent to unknown,
 * and around.
 */
struct _CnscdPresenceRow
{
  AdwActionRow parent_instance;

  GtkCheckButton *check;
  GtkLabel *label;
  CnscdPresence presence;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CnscdPresenceRow, cnscd_presence_row, ADW_TYPE_ACTION_ROW)

static void toggled_cb (CnscdPresenceRow *self);

static void
show (CnscdPresenceRow *self)
{
  g_signal_handlers_block_by_func (self->check, toggled_cb, self);
  gtk_check_button_set_active (self->check, self->presence == CNSCD_PRESENCE_PRESENT);
  g_signal_handlers_unblock_by_func (self->check, toggled_cb, self);
  gtk_label_set_text (self->label, cnscd_words_for_presence (self->presence));
}

/* Whatever the button made of it. */
static void
toggled_cb (CnscdPresenceRow *self)
{
  switch (self->presence)
    {
    case CNSCD_PRESENCE_PRESENT:
      cnscd_presence_row_set_presence (self, CNSCD_PRESENCE_ABSENT);
      break;
    case CNSCD_PRESENCE_ABSENT:
      cnscd_presence_row_set_presence (self, CNSCD_PRESENCE_UNKNOWN);
      break;
    case CNSCD_PRESENCE_UNKNOWN:
    default:
      cnscd_presence_row_set_presence (self, CNSCD_PRESENCE_PRESENT);
      break;
    }
}

static void
cnscd_presence_row_class_init (CnscdPresenceRowClass *klass)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cnscd_presence_row_init (CnscdPresenceRow *self)
{
  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->check), GTK_ALIGN_CENTER);
  gtk_widget_set_can_focus (GTK_WIDGET (self->check), FALSE);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), GTK_WIDGET (self->check));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->check));

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->label));
}

/**
 * cnscd_presence_row_new:
 * @name: of a guide
 * @part: what the guide does
 * @presence: whether the guide came
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
cnscd_presence_row_new (const char *name, CnscdGuidePart part, CnscdPresence presence)
{
  CnscdPresenceRow *self = g_object_new (CNSCD_TYPE_PRESENCE_ROW, NULL);
  g_autofree char *escaped = NULL;
  const char *words = cnscd_words_for_guide_part (part);

  g_return_val_if_fail (name != NULL, NULL);

  escaped = g_markup_escape_text (name, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), escaped);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words != NULL ? words : "");
  self->presence = presence;
  show (self);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  self->label, NULL, -1);
  return GTK_WIDGET (self);
}

/**
 * cnscd_presence_row_get_presence:
 * @self: a row
 *
 * Returns: whether the guide came
 */
CnscdPresence
cnscd_presence_row_get_presence (CnscdPresenceRow *self)
{
  g_return_val_if_fail (CNSCD_IS_PRESENCE_ROW (self), CNSCD_PRESENCE_UNKNOWN);

  return self->presence;
}

/**
 * cnscd_presence_row_set_presence:
 * @self: a row
 * @presence: whether the guide came
 */
void
cnscd_presence_row_set_presence (CnscdPresenceRow *self, CnscdPresence presence)
{
  g_return_if_fail (CNSCD_IS_PRESENCE_ROW (self));

  self->presence = presence;
  show (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
