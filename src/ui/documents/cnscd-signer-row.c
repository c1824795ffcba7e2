/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-signer-row.h"

#include <glib/gi18n-lib.h>

#include "ui/common/cnscd-combo.h"
#include "ui/common/cnscd-words.h"
#include "ui/preferences/cnscd-preferences-dialog.h"

/**
 * CnscdSignerRow:
 *
 * A row that chooses who signs a document, or nobody, among those whom the
 * office has named in its preferences.
 */
struct _CnscdSignerRow
{
  AdwComboRow parent_instance;

  CnscdOffice *office; /* (nullable) */
  GtkWidget *declare_button;
  gboolean declaring; /* somebody has gone to name the first one */
};

G_DEFINE_FINAL_TYPE (CnscdSignerRow, cnscd_signer_row, ADW_TYPE_COMBO_ROW)

/* "Nguyễn Văn An, CHỦ TỊCH": what the person is stands in the last line. */
static char *
describe (const CnscdSigner *signer)
{
  const char *last = signer->authority != NULL ? strrchr (signer->authority, '\n') : NULL;

  return cnscd_words_join (", ", signer->full_name, last != NULL ? last + 1 : signer->authority);
}

static void
fill (CnscdSignerRow *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint n_signers = self->office != NULL ? self->office->signers->len : 0;

  gtk_string_list_append (words, C_ ("signer", "None"));
  for (guint i = 0; i < n_signers; i++)
    {
      g_autofree char *text = describe (self->office->signers->pdata[i]);

      gtk_string_list_append (words, text);
    }
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (self), TRUE);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (words));
  gtk_widget_set_visible (self->declare_button, n_signers == 0);
  if (n_signers == 0)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self), _ ("No signer is set in the preferences"));
}

/* Whoever is added there is chosen here at once. */
static void
declare_cb (CnscdSignerRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  AdwDialog *dialog;

  if (!CNSCD_IS_WINDOW (root))
    return;

  self->declaring = TRUE;
  dialog = cnscd_preferences_dialog_new (CNSCD_WINDOW (root));
  adw_dialog_set_focus (dialog, NULL);
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "signers");
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
add_declare_button (CnscdSignerRow *self)
{
  self->declare_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_tooltip_text (self->declare_button, _ ("Set Signers in the Preferences"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->declare_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Set Signers in the Preferences"), -1);
  gtk_widget_set_valign (self->declare_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->declare_button, "flat");
  g_signal_connect_swapped (self->declare_button, "clicked", G_CALLBACK (declare_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->declare_button);
}

static void
cnscd_signer_row_finalize (GObject *object)
{
  CnscdSignerRow *self = CNSCD_SIGNER_ROW (object);

  g_clear_pointer (&self->office, cnscd_office_free);

  G_OBJECT_CLASS (cnscd_signer_row_parent_class)->finalize (object);
}

static void
cnscd_signer_row_class_init (CnscdSignerRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cnscd_signer_row_finalize;
}

static void
cnscd_signer_row_init (CnscdSignerRow *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Signer"));
  cnscd_combo_show_whole_items (ADW_COMBO_ROW (self));
  add_declare_button (self);
  fill (self);
}

/**
 * cnscd_signer_row_set_office:
 * @self: a row
 * @office: whose signers are offered; copied
 *
 * Offers others than before. Whoever is chosen stays so, if still there; whoever was just named
 * from here is.
 */
void
cnscd_signer_row_set_office (CnscdSignerRow *self, const CnscdOffice *office)
{
  const CnscdSigner *signer;
  g_autofree char *chosen = NULL;

  g_return_if_fail (CNSCD_IS_SIGNER_ROW (self));
  g_return_if_fail (office != NULL);

  if (self->office != NULL && cnscd_office_equal (self->office, office))
    return;

  signer = cnscd_signer_row_get_signer (self);
  if (self->declaring && office->signers->len > 0)
    {
      signer = office->signers->pdata[0];
      self->declaring = FALSE;
    }
  chosen = signer != NULL ? g_strdup (signer->full_name) : NULL;
  g_clear_pointer (&self->office, cnscd_office_free);
  self->office = cnscd_office_copy (office);
  fill (self);
  cnscd_signer_row_choose (self, chosen);
}

/**
 * cnscd_signer_row_choose:
 * @self: a row
 * @full_name: (nullable): name of who signs
 *
 * Chooses a signer; nobody, if there is none of the name.
 */
void
cnscd_signer_row_choose (CnscdSignerRow *self, const char *full_name)
{
  guint position = 0;

  g_return_if_fail (CNSCD_IS_SIGNER_ROW (self));

  for (guint i = 0; self->office != NULL && i < self->office->signers->len; i++)
    {
      const CnscdSigner *signer = self->office->signers->pdata[i];

      if (position == 0 && g_strcmp0 (signer->full_name, full_name) == 0)
        position = i + 1;
    }
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), position);
}

/**
 * cnscd_signer_row_choose_usual:
 * @self: a row
 *
 * Chooses the office's first signer, the usual one; nobody, if there is none.
 */
void
cnscd_signer_row_choose_usual (CnscdSignerRow *self)
{
  g_return_if_fail (CNSCD_IS_SIGNER_ROW (self));

  adw_combo_row_set_selected (ADW_COMBO_ROW (self),
                              self->office != NULL && self->office->signers->len > 0 ? 1 : 0);
}

/**
 * cnscd_signer_row_get_signer:
 * @self: a row
 *
 * Returns: (nullable) (transfer none): who signs, or %NULL for nobody
 */
const CnscdSigner *
cnscd_signer_row_get_signer (CnscdSignerRow *self)
{
  guint selected;

  g_return_val_if_fail (CNSCD_IS_SIGNER_ROW (self), NULL);

  selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  return self->office != NULL && selected > 0 && selected <= self->office->signers->len
           ? self->office->signers->pdata[selected - 1]
           : NULL;
}
