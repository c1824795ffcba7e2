/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-office-preferences.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cnscd-letterhead-view.h"
#include "core/cnscd-text.h"
#include "ui/common/cnscd-unit-dialog.h"
#include "ui/common/cnscd-words.h"

/* A button that is held down stores once. */
#define SIZES_DELAY_MS 250

/**
 * CnscdOfficePreferences:
 *
 * Whose office it is, how its documents begin, how large its teams should be, and how often
 * somebody guides.
 */
struct _CnscdOfficePreferences
{
  AdwPreferencesPage parent_instance;

  AdwActionRow *unit_row;
  CnscdLetterheadView *letterhead_view;
  AdwEntryRow *superior_row;
  AdwEntryRow *body_row;
  AdwEntryRow *second_row;
  AdwEntryRow *place_row;
  AdwSpinRow *min_row;
  AdwSpinRow *max_row;
  AdwSpinRow *sessions_row;

  CnscdOfficeEditor *editor;
  gboolean showing; /* what changes meanwhile is nobody's doing */
  guint storing;    /* numbers, in a moment */
};

G_DEFINE_FINAL_TYPE (CnscdOfficePreferences, cnscd_office_preferences, ADW_TYPE_PREFERENCES_PAGE)

/* Somebody may be in the middle of typing into a row whose value has not changed. */
static void
show_text (AdwEntryRow *row, const char *text)
{
  const char *shown = g_object_get_data (G_OBJECT (row), "cnscd-shown");

  if (shown != NULL && g_str_equal (shown, text))
    return;

  /* Without the button, for this is no change to be applied. */
  adw_entry_row_set_show_apply_button (row, FALSE);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_show_apply_button (row, TRUE);
  g_object_set_data_full (G_OBJECT (row), "cnscd-shown", g_strdup (text), g_free);
}

static CnscdTeamSizes
read_sizes (CnscdOfficePreferences *self)
{
  return (CnscdTeamSizes) {
    .min = (guint) adw_spin_row_get_value (self->min_row),
    .max = (guint) adw_spin_row_get_value (self->max_row),
  };
}

static void
show_size (AdwSpinRow *row, const char *problem)
{
  const char *unbounded = adw_spin_row_get_value (row) < 1 ? _ ("No limit") : "";

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), problem != NULL ? problem : unbounded);
  if (problem != NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (row), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID);
    }
}

static gboolean
check_sizes (CnscdOfficePreferences *self)
{
  const CnscdTeamSizes sizes = read_sizes (self);
  gboolean right = cnscd_team_sizes_are_valid (&sizes);

  show_size (self->min_row, right ? NULL : _ ("More than the maximum"));
  show_size (self->max_row, right ? NULL : _ ("Less than the minimum"));
  show_size (self->sessions_row, NULL);
  return right;
}

static void
show_body (CnscdOfficePreferences *self)
{
  CnscdOffice *office = cnscd_office_editor_get_office (self->editor);
  g_autofree char *body =
    cnscd_office_dup_issuing_body (office, cnscd_office_editor_get_unit_name (self->editor));
  char *second = strchr (body, '\n');

  if (second != NULL)
    *second++ = '\0';
  show_text (self->body_row, body);
  show_text (self->second_row, second != NULL ? g_strdelimit (second, "\n", ' ') : "");
}

static void
show_office (CnscdOfficePreferences *self)
{
  CnscdOffice *office = cnscd_office_editor_get_office (self->editor);
  const char *unit_name = cnscd_office_editor_get_unit_name (self->editor);
  g_autofree char *unit =
    cnscd_words_capitalize (unit_name != NULL ? unit_name : _ ("The whole province"));
  g_autofree char *subtitle = cnscd_words_join (" · ", unit, office->unit);
  g_autofree char *place = cnscd_office_dup_place_name (office, unit_name);

  self->showing = TRUE;
  adw_action_row_set_subtitle (self->unit_row, subtitle);
  cnscd_letterhead_view_show (self->letterhead_view, office, unit_name);
  show_text (self->superior_row, office->superior_body != NULL ? office->superior_body : "");
  show_body (self);
  show_text (self->place_row, place);
  if (self->storing == 0)
    {
      adw_spin_row_set_value (self->min_row, office->sizes.min);
      adw_spin_row_set_value (self->max_row, office->sizes.max);
      adw_spin_row_set_value (self->sessions_row, office->max_sessions_per_week);
    }
  check_sizes (self);
  self->showing = FALSE;
}

/* Which commune it was before. */
typedef struct
{
  CnscdOfficePreferences *page; /* not owned: it holds the toast */
  char *unit;                   /* (nullable) */
  gboolean chosen;
} Former;

static void
former_free (gpointer data, GClosure *closure)
{
  Former *former = data;

  g_free (former->unit);
  g_free (former);
}

static void
set_unit (CnscdOfficePreferences *self, const char *code, gboolean chosen)
{
  CnscdOffice *office = cnscd_office_editor_get_office (self->editor);

  g_set_str (&office->unit, code);
  office->unit_chosen = chosen;
  cnscd_office_editor_save (self->editor);
}

static void
take_back_cb (Former *former)
{
  if (former->page->editor != NULL)
    set_unit (former->page, former->unit, former->chosen);
}

static void
offer_way_back (CnscdOfficePreferences *self, Former *former)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG);
  const char *name = cnscd_office_editor_get_unit_name (self->editor);
  g_autofree char *title = cnscd_words_capitalize (name != NULL ? name : _ ("The whole province"));
  /* Translators: %s is a commune */
  g_autofree char *message = g_strdup_printf (_ ("%s is shown now"), title);
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (take_back_cb), former, former_free,
                         G_CONNECT_SWAPPED);
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (dialog), toast);
}

static void
chosen_cb (CnscdOfficePreferences *self, const char *code)
{
  CnscdOffice *office = cnscd_office_editor_get_office (self->editor);
  Former *former;

  if (office->unit_chosen && g_strcmp0 (office->unit, code) == 0)
    return;

  former = g_new (Former, 1);
  *former = (Former) { self, g_strdup (office->unit), office->unit_chosen };
  set_unit (self, code, TRUE);
  /* It may be closing. */
  if (gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_PREFERENCES_DIALOG) != NULL)
    offer_way_back (self, former);
  else
    former_free (former, NULL);
}

static void
choose_unit_cb (CnscdOfficePreferences *self)
{
  CnscdOffice *office = cnscd_office_editor_get_office (self->editor);
  CnscdRepository *repository = cnscd_office_editor_get_repository (self->editor);
  CnscdUnitDialog *dialog =
    cnscd_unit_dialog_new (_ ("Lists, prints and exports show the teams of the commune that is "
                              "chosen here. Nothing is lost: those of others are still kept."));
  CnscdUnitList *list = cnscd_unit_dialog_get_list (dialog);

  cnscd_unit_list_fill (list, cnscd_repository_get_units (repository), _ ("The whole province"),
                        office->unit, TRUE);
  g_signal_connect_object (list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

/* The law wants capitals. NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.2. */
static char *
read_capitals (AdwEntryRow *row)
{
  g_autofree char *text = cnscd_text_clean (gtk_editable_get_text (GTK_EDITABLE (row)));

  return text != NULL ? g_utf8_strup (text, -1) : NULL;
}

/* What says the same as would be said anyway, follows the commune. */
static void
take_text (char **text, char *value, const char *standard)
{
  g_free (*text);
  *text = value;
  if (value != NULL && (*value == '\0' || g_str_equal (value, standard)))
    g_clear_pointer (text, g_free);
}

/* Of the two lines one was applied; the other may be being typed. */
static void
apply_body (CnscdOfficePreferences *self, AdwEntryRow *row)
{
  g_autoptr (CnscdOffice) nothing = cnscd_office_new ();
  g_autofree char *standard =
    cnscd_office_dup_issuing_body (nothing, cnscd_office_editor_get_unit_name (self->editor));
  g_autofree char *line = read_capitals (row);
  gboolean is_first = row == self->body_row;
  const char *other =
    g_object_get_data (G_OBJECT (is_first ? self->second_row : self->body_row), "cnscd-shown");

  take_text (&cnscd_office_editor_get_office (self->editor)->issuing_body,
             cnscd_words_join ("\n", is_first ? line : other, is_first ? other : line), standard);
}

static void
apply_cb (CnscdOfficePreferences *self, AdwEntryRow *row)
{
  CnscdOffice *office = cnscd_office_editor_get_office (self->editor);
  g_autoptr (CnscdOffice) nothing = cnscd_office_new ();

  if (row == self->superior_row)
    take_text (&office->superior_body, read_capitals (row), "");
  else if (row == self->place_row)
    {
      g_autofree char *standard =
        cnscd_office_dup_place_name (nothing, cnscd_office_editor_get_unit_name (self->editor));

      take_text (&office->place_name, cnscd_text_clean (gtk_editable_get_text (GTK_EDITABLE (row))),
                 standard);
    }
  else
    apply_body (self, row);

  /* It may be shown otherwise than it was typed. */
  g_object_set_data (G_OBJECT (row), "cnscd-shown", NULL);
  cnscd_office_editor_save (self->editor);
  show_office (self);
}

/* What was typed stands, also for who does not see the button that applies it. */
static void
apply_typed (CnscdOfficePreferences *self, AdwEntryRow *row)
{
  const char *shown = g_object_get_data (G_OBJECT (row), "cnscd-shown");

  if (self->editor != NULL && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), shown) != 0)
    apply_cb (self, row);
}

static void
focus_left_cb (CnscdOfficePreferences *self, GtkEventController *controller)
{
  apply_typed (self, ADW_ENTRY_ROW (gtk_event_controller_get_widget (controller)));
}

static void
watch_row (CnscdOfficePreferences *self, AdwEntryRow *row)
{
  GtkEventController *controller = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (controller, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (row), controller);
}

static void
store_sizes (CnscdOfficePreferences *self)
{
  CnscdOffice *office;

  if (self->storing == 0)
    return;

  g_clear_handle_id (&self->storing, g_source_remove);
  office = cnscd_office_editor_get_office (self->editor);
  office->sizes = read_sizes (self);
  office->max_sessions_per_week = (guint) adw_spin_row_get_value (self->sessions_row);
  cnscd_office_editor_save (self->editor);
}

static gboolean
store_sizes_cb (gpointer data)
{
  store_sizes (data);
  return G_SOURCE_REMOVE;
}

static void
sizes_cb (CnscdOfficePreferences *self)
{
  if (self->showing || self->editor == NULL)
    return;

  g_clear_handle_id (&self->storing, g_source_remove);
  if (check_sizes (self))
    self->storing = g_timeout_add (SIZES_DELAY_MS, store_sizes_cb, self);
}

static void
cnscd_office_preferences_unmap (GtkWidget *widget)
{
  CnscdOfficePreferences *self = CNSCD_OFFICE_PREFERENCES (widget);

  store_sizes (self);
  apply_typed (self, self->superior_row);
  apply_typed (self, self->body_row);
  apply_typed (self, self->second_row);
  apply_typed (self, self->place_row);

  GTK_WIDGET_CLASS (cnscd_office_preferences_parent_class)->unmap (widget);
}

static void
cnscd_office_preferences_dispose (GObject *object)
{
  CnscdOfficePreferences *self = CNSCD_OFFICE_PREFERENCES (object);

  store_sizes (self);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (cnscd_office_preferences_parent_class)->dispose (object);
}

static void
cnscd_office_preferences_class_init (CnscdOfficePreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cnscd_office_preferences_dispose;
  widget_class->unmap = cnscd_office_preferences_unmap;

  g_type_ensure (CNSCD_TYPE_LETTERHEAD_VIEW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/preferences/cnscd-office-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdOfficePreferences, unit_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdOfficePreferences, letterhead_view);
  gtk_widget_class_bind_template_child (widget_class, CnscdOfficePreferences, superior_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdOfficePreferences, body_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdOfficePreferences, second_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdOfficePreferences, place_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdOfficePreferences, min_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdOfficePreferences, max_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdOfficePreferences, sessions_row);
  gtk_widget_class_bind_template_callback (widget_class, choose_unit_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, sizes_cb);
}

static void
cnscd_office_preferences_init (CnscdOfficePreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  watch_row (self, self->superior_row);
  watch_row (self, self->body_row);
  watch_row (self, self->second_row);
  watch_row (self, self->place_row);
}

/**
 * cnscd_office_preferences_new:
 * @editor: what changes the office
 *
 * Returns: (transfer floating): the page
 */
AdwPreferencesPage *
cnscd_office_preferences_new (CnscdOfficeEditor *editor)
{
  CnscdOfficePreferences *self;

  g_return_val_if_fail (CNSCD_IS_OFFICE_EDITOR (editor), NULL);

  self = g_object_new (CNSCD_TYPE_OFFICE_PREFERENCES, NULL);
  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "changed", G_CALLBACK (show_office), self, G_CONNECT_SWAPPED);
  show_office (self);
  return ADW_PREFERENCES_PAGE (self);
}

/**
 * cnscd_office_preferences_get_first_row:
 * @self: the page
 *
 * Returns: (transfer none): where somebody begins
 */
GtkWidget *
cnscd_office_preferences_get_first_row (CnscdOfficePreferences *self)
{
  g_return_val_if_fail (CNSCD_IS_OFFICE_PREFERENCES (self), NULL);

  return GTK_WIDGET (self->unit_row);
}
