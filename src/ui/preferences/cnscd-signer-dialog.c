/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-signer-dialog.h"

#include <glib/gi18n-lib.h>

#include "core/cnscd-text.h"
#include "ui/common/cnscd-form.h"

/* NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.7: for the committee, for its chairman, or on his order. */
static const char *const authorities[] = {
  "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
  "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
  "TL. CHỦ TỊCH\nTRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI",
};

#define N_LINES 3

/**
 * CnscdSignerDialog:
 *
 * A form for somebody who signs documents.
 */
struct _CnscdSignerDialog
{
  CnscdFormDialog parent_instance;

  AdwEntryRow *name_row;
  AdwPreferencesGroup *authority_group;
  GtkWidget *lines_group;
  AdwEntryRow *first_row;
  AdwEntryRow *second_row;
  AdwEntryRow *third_row;
  GtkCheckButton *checks[G_N_ELEMENTS (authorities) + 1]; /* the last one: others */

  CnscdOfficeEditor *editor;
  int position; /* among the signers; -1 for a new one */
  char *full_name;
  char *authority; /* (nullable): before */
  gboolean filled; /* from here on, what changes is somebody's doing */
};

G_DEFINE_FINAL_TYPE (CnscdSignerDialog, cnscd_signer_dialog, CNSCD_TYPE_FORM_DIALOG)

static gboolean
is_other (CnscdSignerDialog *self)
{
  return gtk_check_button_get_active (self->checks[G_N_ELEMENTS (authorities)]);
}

static char *
read_name (CnscdSignerDialog *self)
{
  return cnscd_name_normalize (gtk_editable_get_text (GTK_EDITABLE (self->name_row)));
}

/* Returns: (nullable): lines of capitals */
static char *
read_authority (CnscdSignerDialog *self)
{
  AdwEntryRow *rows[N_LINES] = { self->first_row, self->second_row, self->third_row };
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (authorities); i++)
    if (gtk_check_button_get_active (self->checks[i]))
      return g_strdup (authorities[i]);

  for (guint i = 0; i < N_LINES; i++)
    {
      g_autofree char *text = cnscd_text_clean (gtk_editable_get_text (GTK_EDITABLE (rows[i])));
      g_autofree char *capitals = text != NULL ? g_utf8_strup (text, -1) : NULL;

      if (capitals != NULL)
        g_string_append_printf (lines, "%s%s", lines->len > 0 ? "\n" : "", capitals);
    }
  return lines->len > 0 ? g_string_free_and_steal (g_steal_pointer (&lines)) : NULL;
}

static gboolean
cnscd_signer_dialog_is_changed (CnscdFormDialog *form)
{
  CnscdSignerDialog *self = CNSCD_SIGNER_DIALOG (form);
  g_autofree char *name = read_name (self);
  g_autofree char *authority = read_authority (self);

  return g_strcmp0 (name, self->full_name) != 0 || g_strcmp0 (authority, self->authority) != 0;
}

static gboolean
cnscd_signer_dialog_check (CnscdFormDialog *form, gboolean changed)
{
  CnscdSignerDialog *self = CNSCD_SIGNER_DIALOG (form);
  CnscdFormProblem problem =
    cnscd_form_check_name (gtk_editable_get_text (GTK_EDITABLE (self->name_row)));

  cnscd_form_show_name (self->name_row, _ ("Full Name"), problem);
  return problem == CNSCD_FORM_PROBLEM_NONE;
}

static void
cnscd_signer_dialog_save (CnscdFormDialog *form)
{
  CnscdSignerDialog *self = CNSCD_SIGNER_DIALOG (form);
  CnscdOffice *office = cnscd_office_editor_get_office (self->editor);
  g_autofree char *name = read_name (self);
  g_autofree char *authority = read_authority (self);

  if (self->position >= 0 && (guint) self->position < office->signers->len)
    {
      CnscdSigner *signer = office->signers->pdata[self->position];

      g_set_str (&signer->full_name, name);
      g_set_str (&signer->authority, authority);
    }
  else
    cnscd_office_add_signer (office, authority, name);
  cnscd_office_editor_save (self->editor);
}

static void
changed_cb (CnscdSignerDialog *self)
{
  if (self->filled)
    cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static void
toggled_cb (CnscdSignerDialog *self)
{
  gtk_widget_set_visible (self->lines_group, is_other (self));
  changed_cb (self);
}

static void
add_authority (CnscdSignerDialog *self, guint position, const char *title)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  if (position > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->checks[0]);
  self->checks[position] = GTK_CHECK_BUTTON (check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->authority_group, row);
}

static void
fill (CnscdSignerDialog *self)
{
  AdwEntryRow *rows[N_LINES] = { self->first_row, self->second_row, self->third_row };
  guint chosen = self->position < 0 ? 0 : G_N_ELEMENTS (authorities);

  for (guint i = 0; i < G_N_ELEMENTS (authorities); i++)
    if (g_strcmp0 (self->authority, authorities[i]) == 0)
      chosen = i;

  if (self->full_name != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->name_row), self->full_name);
  if (chosen == G_N_ELEMENTS (authorities) && self->authority != NULL)
    {
      g_auto (GStrv) lines = g_strsplit (self->authority, "\n", N_LINES);

      for (guint i = 0; lines[i] != NULL; i++)
        gtk_editable_set_text (GTK_EDITABLE (rows[i]), lines[i]);
    }
  gtk_check_button_set_active (self->checks[chosen], TRUE);
  if (self->position < 0)
    self->authority = g_strdup (authorities[0]);
  self->filled = TRUE;
  cnscd_form_dialog_update (CNSCD_FORM_DIALOG (self));
}

static void
cnscd_signer_dialog_dispose (GObject *object)
{
  g_clear_object (&CNSCD_SIGNER_DIALOG (object)->editor);

  G_OBJECT_CLASS (cnscd_signer_dialog_parent_class)->dispose (object);
}

static void
cnscd_signer_dialog_finalize (GObject *object)
{
  CnscdSignerDialog *self = CNSCD_SIGNER_DIALOG (object);

  g_free (self->full_name);
  g_free (self->authority);

  G_OBJECT_CLASS (cnscd_signer_dialog_parent_class)->finalize (object);
}

static void
cnscd_signer_dialog_class_init (CnscdSignerDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CnscdFormDialogClass *form_class = CNSCD_FORM_DIALOG_CLASS (klass);

  object_class->dispose = cnscd_signer_dialog_dispose;
  object_class->finalize = cnscd_signer_dialog_finalize;
  form_class->check = cnscd_signer_dialog_check;
  form_class->is_changed = cnscd_signer_dialog_is_changed;
  form_class->save = cnscd_signer_dialog_save;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/thainguyen/CNSCD/ui/preferences/cnscd-signer-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CnscdSignerDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdSignerDialog, authority_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdSignerDialog, lines_group);
  gtk_widget_class_bind_template_child (widget_class, CnscdSignerDialog, first_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdSignerDialog, second_row);
  gtk_widget_class_bind_template_child (widget_class, CnscdSignerDialog, third_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
cnscd_signer_dialog_init (CnscdSignerDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (authorities); i++)
    add_authority (self, i, authorities[i]);
  add_authority (self, G_N_ELEMENTS (authorities), C_ ("authority", "Other"));
}

/**
 * cnscd_signer_dialog_new:
 * @editor: what changes the office
 * @position: which of its signers; -1 for a new one
 *
 * Returns: (transfer floating): a form for a signer
 */
AdwDialog *
cnscd_signer_dialog_new (CnscdOfficeEditor *editor, int position)
{
  CnscdSignerDialog *self;

  g_return_val_if_fail (CNSCD_IS_OFFICE_EDITOR (editor), NULL);

  self = g_object_new (CNSCD_TYPE_SIGNER_DIALOG, NULL);
  self->editor = g_object_ref (editor);
  self->position = position;
  if (position >= 0)
    {
      const CnscdSigner *signer = cnscd_office_editor_get_office (editor)->signers->pdata[position];

      self->full_name = g_strdup (signer->full_name);
      self->authority = g_strdup (signer->authority);
      adw_dialog_set_title (ADW_DIALOG (self), signer->full_name);
    }
  fill (self);
  return ADW_DIALOG (self);
}
