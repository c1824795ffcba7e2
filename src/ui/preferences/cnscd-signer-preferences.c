/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-signer-preferences.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-history-turns.h"
#include "ui/common/cnscd-row-actions.h"
#include "ui/window/cnscd-window-edit.h"
#include "cnscd-signer-dialog.h"

/**
 * CnscdSignerPreferences:
 *
 * Who may sign documents, in an order that people choose.
 */
struct _CnscdSignerPreferences
{
  AdwPreferencesPage parent_instance;

  AdwPreferencesGroup *signers_group;
  GMenuModel *signer_menu;

  CnscdWindow *window; /* not owned: it holds the dialog */
  CnscdOfficeEditor *editor;
  GArray *removals; /* (element-type gint64): steps of the history, the last one last */
  GPtrArray *rows;  /* (element-type GtkWidget) */
  int focused;      /* the row that is to have the focus when they are shown again; -1 for none */
};

G_DEFINE_FINAL_TYPE (CnscdSignerPreferences, cnscd_signer_preferences, ADW_TYPE_PREFERENCES_PAGE)

static GPtrArray *
get_signers (CnscdSignerPreferences *self)
{
  return cnscd_office_editor_get_office (self->editor)->signers;
}

static int
find_position (CnscdSignerPreferences *self, GtkWidget *row)
{
  guint position;

  return g_ptr_array_find (self->rows, row, &position) ? (int) position : -1;
}

/* The row may be gone before what it did is: it is shown anew. */
static CnscdSignerPreferences *
get_page (GtkWidget *row)
{
  return CNSCD_SIGNER_PREFERENCES (gtk_widget_get_ancestor (row, CNSCD_TYPE_SIGNER_PREFERENCES));
}

static void
save (CnscdSignerPreferences *self, int focused)
{
  self->focused = focused;
  cnscd_office_editor_save (self->editor);
}

static void
present (CnscdSignerPreferences *self, int position)
{
  self->focused = position;
  adw_dialog_present (cnscd_signer_dialog_new (self->editor, position), GTK_WIDGET (self));
}

static void
edit_row_cb (GtkWidget *row)
{
  CnscdSignerPreferences *self = get_page (row);

  present (self, find_position (self, row));
}

static void
add_cb (CnscdSignerPreferences *self)
{
  present (self, -1);
}

static void
move (CnscdSignerPreferences *self, int position, int step)
{
  GPtrArray *signers = get_signers (self);
  int other = position + step;
  gpointer signer;

  if (position < 0 || other < 0 || other >= (int) signers->len)
    return;

  signer = signers->pdata[position];
  signers->pdata[position] = signers->pdata[other];
  signers->pdata[other] = signer;
  save (self, other);
}

static void
offer_to_put_back (CnscdSignerPreferences *self, const CnscdSigner *signer, int position)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);
  /* Translators: the name of somebody who signs documents */
  g_autofree char *title = g_strdup_printf (_ ("%s removed"), signer->full_name);
  AdwToast *toast = adw_toast_new (title);
  gint64 step = cnscd_history_add_removed_signer (cnscd_window_get_history (self->window), title,
                                                  signer, (guint) position);

  g_array_append_val (self->removals, step);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo-step");
  adw_toast_set_action_target (toast, "x", step);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
}

static void
edit_action_cb (GSimpleAction *action, GVariant *parameter, gpointer row)
{
  edit_row_cb (row);
}

static void
move_up_action_cb (GSimpleAction *action, GVariant *parameter, gpointer row)
{
  CnscdSignerPreferences *self = get_page (row);

  move (self, find_position (self, row), -1);
}

static void
move_down_action_cb (GSimpleAction *action, GVariant *parameter, gpointer row)
{
  CnscdSignerPreferences *self = get_page (row);

  move (self, find_position (self, row), 1);
}

static void
delete_action_cb (GSimpleAction *action, GVariant *parameter, gpointer row)
{
  CnscdSignerPreferences *self = get_page (row);
  GPtrArray *signers = get_signers (self);
  int position = find_position (self, row);

  if (position < 0 || (guint) position >= signers->len)
    return;

  offer_to_put_back (self, signers->pdata[position], position);
  g_ptr_array_remove_index (signers, (guint) position);
  save (self, MIN (position, (int) signers->len - 1));
}

static const GActionEntry ACTIONS[] = {
  { .name = "edit", .activate = edit_action_cb },
  { .name = "move-up", .activate = move_up_action_cb },
  { .name = "move-down", .activate = move_down_action_cb },
  { .name = "delete", .activate = delete_action_cb },
};

static GtkWidget *
create_row (CnscdSignerPreferences *self, guint position)
{
  const CnscdSigner *signer = get_signers (self)->pdata[position];
  g_auto (GStrv) lines = g_strsplit (signer->authority != NULL ? signer->authority : "", "\n", -1);
  g_autofree char *subtitle = g_strjoinv (" / ", lines);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), signer->full_name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (edit_row_cb), NULL);

  g_action_map_add_action_entries (G_ACTION_MAP (actions), ACTIONS, G_N_ELEMENTS (ACTIONS), row);
  cnscd_row_actions_enable (actions, "move-up", position > 0);
  cnscd_row_actions_enable (actions, "move-down", position + 1 < get_signers (self)->len);
  cnscd_row_actions_attach (ADW_ACTION_ROW (row), "signer", actions, self->signer_menu,
                            _ ("Menu of the Signer"));
  return row;
}

static gboolean
shows (CnscdSignerPreferences *self, guint position)
{
  const CnscdSigner *signer = get_signers (self)->pdata[position];

  return g_strcmp0 (g_object_get_data (self->rows->pdata[position], "cnscd-name"),
                    signer->full_name) == 0 &&
         g_strcmp0 (g_object_get_data (self->rows->pdata[position], "cnscd-authority"),
                    signer->authority) == 0;
}

static gboolean
shows_all (CnscdSignerPreferences *self)
{
  if (self->rows->len != get_signers (self)->len)
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    if (!shows (self, i))
      return FALSE;

  return TRUE;
}

static void
show_signers (CnscdSignerPreferences *self)
{
  GPtrArray *signers = get_signers (self);

  if (shows_all (self))
    return;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->signers_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < signers->len; i++)
    {
      const CnscdSigner *signer = signers->pdata[i];
      GtkWidget *row = create_row (self, i);

      g_object_set_data_full (G_OBJECT (row), "cnscd-name", g_strdup (signer->full_name), g_free);
      g_object_set_data_full (G_OBJECT (row), "cnscd-authority", g_strdup (signer->authority),
                              g_free);
      adw_preferences_group_add (self->signers_group, row);
      g_ptr_array_add (self->rows, row);
    }

  if (self->focused >= 0 && (guint) self->focused < self->rows->len)
    gtk_widget_grab_focus (self->rows->pdata[self->focused]);
  self->focused = -1;
}

static void
cnscd_signer_preferences_dispose (GObject *object)
{
  g_clear_object (&CNSCD_SIGNER_PREFERENCES (object)->editor);

  G_OBJECT_CLASS (cnscd_signer_preferences_parent_class)->dispose (object);
}

static void
cnscd_signer_preferences_finalize (GObject *object)
{
  g_ptr_array_unref (CNSCD_SIGNER_PREFERENCES (object)->rows);
  g_array_unref (CNSCD_SIGNER_PREFERENCES (object)->removals);

  G_OBJECT_CLASS (cnscd_signer_preferences_parent_class)->finalize (object);
}

static void
cnscd_signer_preferences_class_init (CnscdSignerPreferencesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cnscd_signer_preferences_dispose;
  object_class->finalize = cnscd_signer_preferences_finalize;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/preferences/cnscd-signer-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdSignerPreferences, signers_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdSignerPreferences, signer_menu);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
cnscd_signer_preferences_init (CnscdSignerPreferences *self)
{
  self->rows = g_ptr_array_new ();
  self->removals = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->focused = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * cnscd_signer_preferences_new:
 * @editor: what changes the office
 * @window: where it is undone
 *
 * Returns: (transfer floating): the page
 */
AdwPreferencesPage *
cnscd_signer_preferences_new (CnscdOfficeEditor *editor, CnscdWindow *window)
{
  CnscdSignerPreferences *self;

  g_return_val_if_fail (CNSCD_IS_OFFICE_EDITOR (editor), NULL);

  self = g_object_new (CNSCD_TYPE_SIGNER_PREFERENCES, NULL);
  self->window = window;
  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "changed", G_CALLBACK (show_signers), self, G_CONNECT_SWAPPED);
  show_signers (self);
  return ADW_PREFERENCES_PAGE (self);
}

/**
 * cnscd_signer_preferences_undo:
 * @self: the page
 *
 * Puts back who was removed last.
 */
void
cnscd_signer_preferences_undo (CnscdSignerPreferences *self)
{
  guint last;

  g_return_if_fail (CNSCD_IS_SIGNER_PREFERENCES (self));

  if (self->removals->len == 0)
    return;

  last = self->removals->len - 1;
  cnscd_window_undo (self->window, g_array_index (self->removals, gint64, last));
  g_array_set_size (self->removals, last);
}
