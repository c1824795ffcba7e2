/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-preferences-dialog.h"

#include "ui/common/cnscd-alert.h"
#include "cnscd-backup-preferences.h"
#include "cnscd-office-preferences.h"
#include "cnscd-reminder-preferences.h"
#include "cnscd-signer-preferences.h"

/* In which the layout may still change. */
#define N_OPENING_FRAMES 5

/* What the pages need; the window's frame leaves less than 360. */
#define MIN_WIDTH 300

/**
 * CnscdPreferencesDialog:
 *
 * What an office chooses for itself, and how the program is on this computer.
 * What is changed holds at once.
 */
struct _CnscdPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  AdwPreferencesPage *appearance_page;
  AdwComboRow *scheme_row;

  GtkWidget *first_row; /* of the first page, which has the focus at first */
  guint n_frames;
  CnscdSignerPreferences *signers;
  CnscdOfficeEditor *editor;
  GSettings *settings; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CnscdPreferencesDialog, cnscd_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

/* In the order of the combo row. */
static const char *const schemes[] = { "system", "light", "dark" };

static void
scheme_cb (CnscdPreferencesDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->scheme_row);

  if (self->settings != NULL && selected < G_N_ELEMENTS (schemes))
    g_settings_set_string (self->settings, "color-scheme", schemes[selected]);
}

static void
show_scheme (CnscdPreferencesDialog *self)
{
  g_autofree char *scheme = g_settings_get_string (self->settings, "color-scheme");

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (scheme, schemes[i]))
      adw_combo_row_set_selected (self->scheme_row, i);
}

/* In a narrow window the layout changes in the first frames, which moves the focus on: to a text,
 * which would be selected, and lost to the first key. */
static gboolean
hold_focus_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  CnscdPreferencesDialog *self = CNSCD_PREFERENCES_DIALOG (widget);
  GtkWidget *focus = adw_dialog_get_focus (ADW_DIALOG (self));

  if (self->n_frames++ >= N_OPENING_FRAMES)
    return G_SOURCE_REMOVE;
  if (gtk_widget_get_mapped (self->first_row) && focus != self->first_row)
    {
      if (GTK_IS_EDITABLE (focus))
        gtk_editable_select_region (GTK_EDITABLE (focus), 0, 0);
      gtk_widget_grab_focus (self->first_row);
    }
  return G_SOURCE_CONTINUE;
}

/* What libadwaita's template asks for in any case is cut at the edge of a narrow window. */
static void
ask_for_less (GtkWidget *widget)
{
  int width, height;

  gtk_widget_get_size_request (widget, &width, &height);
  if (ADW_IS_BREAKPOINT_BIN (widget) && width > MIN_WIDTH)
    gtk_widget_set_size_request (widget, MIN_WIDTH, height);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    ask_for_less (child);
}

static void
failed_cb (CnscdPreferencesDialog *self, const char *message)
{
  cnscd_alert_show_problem (GTK_WIDGET (self), NULL, message);
}

/* What was removed here; what was done on the page below waits until this is closed. */
static gboolean
undo_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  cnscd_signer_preferences_undo (CNSCD_PREFERENCES_DIALOG (widget)->signers);
  return TRUE;
}

static void
cnscd_preferences_dialog_dispose (GObject *object)
{
  CnscdPreferencesDialog *self = CNSCD_PREFERENCES_DIALOG (object);

  g_clear_object (&self->editor);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (cnscd_preferences_dialog_parent_class)->dispose (object);
}

static void
cnscd_preferences_dialog_class_init (CnscdPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_preferences_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/preferences/cnscd-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdPreferencesDialog, appearance_page);
  gtk_widget_class_bind_template_child (widget_class, CnscdPreferencesDialog, scheme_row);
  gtk_widget_class_bind_template_callback (widget_class, scheme_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, undo_key_cb, NULL);
}

static void
cnscd_preferences_dialog_init (CnscdPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ask_for_less (adw_dialog_get_child (ADW_DIALOG (self)));
}

/**
 * cnscd_preferences_dialog_new:
 * @window: whose database is open
 *
 * Returns: (transfer floating): the preferences
 */
AdwDialog *
cnscd_preferences_dialog_new (CnscdWindow *window)
{
  CnscdPreferencesDialog *self;
  AdwPreferencesDialog *dialog;
  AdwPreferencesPage *office;

  g_return_val_if_fail (CNSCD_IS_WINDOW (window), NULL);

  self = g_object_new (CNSCD_TYPE_PREFERENCES_DIALOG, NULL);
  dialog = ADW_PREFERENCES_DIALOG (self);
  self->editor = cnscd_office_editor_new (cnscd_window_get_repository (window));
  g_signal_connect_object (self->editor, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);

  office = cnscd_office_preferences_new (self->editor);
  adw_preferences_dialog_add (dialog, office);
  self->first_row = cnscd_office_preferences_get_first_row (CNSCD_OFFICE_PREFERENCES (office));
  adw_dialog_set_focus (ADW_DIALOG (self), self->first_row);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), hold_focus_cb, NULL, NULL);
  self->signers = CNSCD_SIGNER_PREFERENCES (cnscd_signer_preferences_new (self->editor, window));
  adw_preferences_dialog_add (dialog, ADW_PREFERENCES_PAGE (self->signers));
  adw_preferences_dialog_add (dialog,
                              cnscd_reminder_preferences_new (cnscd_window_get_settings (window)));
  /* Nothing of a sample is kept. */
  if (!cnscd_window_is_sample (window))
    adw_preferences_dialog_add (dialog, cnscd_backup_preferences_new (window));
  adw_preferences_dialog_add (dialog, self->appearance_page);

  if (cnscd_window_get_settings (window) != NULL)
    {
      self->settings = g_object_ref (cnscd_window_get_settings (window));
      show_scheme (self);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->scheme_row), self->settings != NULL);
  return ADW_DIALOG (self);
}
