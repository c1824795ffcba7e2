/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-print-settings.h"

#include <glib/gi18n-lib.h>

#include "model/cnscd-repository-office.h"
#include "ui/common/cnscd-form.h"

/**
 * CnscdPrintSettings:
 *
 * What is chosen of something that is printed: the side of a #CnscdPrintDialog
 * that is not the preview.
 */
typedef struct
{
  CnscdWindow *window; /* weak: it holds the dialog, which what is under way may keep longer */
  CnscdSignerRow *signer_row; /* (nullable): one of its rows */
  gboolean filling;           /* what changes meanwhile is nobody's choice */
} CnscdPrintSettingsPrivate;

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CnscdPrintSettings,
                                     cnscd_print_settings,
                                     ADW_TYPE_PREFERENCES_PAGE)

static CnscdPrintSettingsPrivate *
get_private (CnscdPrintSettings *self)
{
  return cnscd_print_settings_get_instance_private (self);
}

static void
offer_signers (CnscdPrintSettings *self)
{
  CnscdPrintSettingsPrivate *priv = get_private (self);

  gboolean filling = cnscd_print_settings_set_filling (self, TRUE);

  if (priv->signer_row != NULL)
    cnscd_signer_row_set_office (
      priv->signer_row, cnscd_repository_get_office (cnscd_print_settings_get_repository (self)));
  cnscd_print_settings_set_filling (self, filling);
}

static void
database_changed_cb (CnscdPrintSettings *self)
{
  if (get_private (self)->window == NULL)
    return;

  offer_signers (self);
  cnscd_print_settings_change (self, FALSE);
}

static void
cnscd_print_settings_dispose (GObject *object)
{
  g_clear_weak_pointer (&get_private (CNSCD_PRINT_SETTINGS (object))->window);

  G_OBJECT_CLASS (cnscd_print_settings_parent_class)->dispose (object);
}

static void
cnscd_print_settings_class_init (CnscdPrintSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cnscd_print_settings_dispose;

  /**
   * CnscdPrintSettings::changed:
   * @self: the settings
   * @typing: whether somebody is typing, and may go on
   *
   * Something else is to be printed, or in another way.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CNSCD_TYPE_PRINT_SETTINGS, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
cnscd_print_settings_init (CnscdPrintSettings *self)
{
}

/**
 * cnscd_print_settings_set_window:
 * @self: settings
 * @window: a window whose database is open
 *
 * Fills the rows; to be called once.
 */
void
cnscd_print_settings_set_window (CnscdPrintSettings *self, CnscdWindow *window)
{
  CnscdPrintSettingsPrivate *priv = get_private (self);

  g_return_if_fail (CNSCD_IS_PRINT_SETTINGS (self));
  g_return_if_fail (CNSCD_IS_WINDOW (window));
  g_return_if_fail (priv->window == NULL);

  g_set_weak_pointer (&priv->window, window);
  priv->filling = TRUE;
  offer_signers (self);
  CNSCD_PRINT_SETTINGS_GET_CLASS (self)->fill (self);
  priv->filling = FALSE;
  g_signal_connect_object (cnscd_print_settings_get_repository (self), "changed",
                           G_CALLBACK (database_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * cnscd_print_settings_get_window:
 * @self: settings
 *
 * Returns: (nullable) (transfer none): where they are; %NULL before it is set, and when it is gone
 */
CnscdWindow *
cnscd_print_settings_get_window (CnscdPrintSettings *self)
{
  g_return_val_if_fail (CNSCD_IS_PRINT_SETTINGS (self), NULL);

  return get_private (self)->window;
}

/**
 * cnscd_print_settings_get_repository:
 * @self: settings in a window
 *
 * Returns: (transfer none): whose data is printed
 */
CnscdRepository *
cnscd_print_settings_get_repository (CnscdPrintSettings *self)
{
  g_return_val_if_fail (CNSCD_IS_PRINT_SETTINGS (self), NULL);

  return cnscd_window_get_repository (get_private (self)->window);
}

/**
 * cnscd_print_settings_is_filling:
 * @self: settings
 *
 * Returns: whether what changes now is nobody's choice
 */
gboolean
cnscd_print_settings_is_filling (CnscdPrintSettings *self)
{
  CnscdPrintSettingsPrivate *priv = get_private (self);

  return priv->filling || priv->window == NULL;
}

/**
 * cnscd_print_settings_set_filling:
 * @self: settings
 * @filling: whether what changes from now on is nobody's choice
 *
 * Returns: what it was before
 */
gboolean
cnscd_print_settings_set_filling (CnscdPrintSettings *self, gboolean filling)
{
  CnscdPrintSettingsPrivate *priv = get_private (self);
  gboolean before = priv->filling;

  priv->filling = filling;
  return before;
}

/**
 * cnscd_print_settings_change:
 * @self: settings
 * @typing: whether somebody is typing, and may go on
 *
 * Tells of a choice, unless it is nobody's.
 */
void
cnscd_print_settings_change (CnscdPrintSettings *self, gboolean typing)
{
  g_return_if_fail (CNSCD_IS_PRINT_SETTINGS (self));

  if (!cnscd_print_settings_is_filling (self))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0, typing);
}

/**
 * cnscd_print_settings_set_signer_row:
 * @self: settings
 * @row: its row that chooses who signs, to be kept up to date
 */
void
cnscd_print_settings_set_signer_row (CnscdPrintSettings *self, CnscdSignerRow *row)
{
  get_private (self)->signer_row = row;
}

/**
 * cnscd_print_settings_propose_signer:
 * @self: settings with a row for the signer
 * @signs: whether such documents are signed
 *
 * Chooses who signed the last time; where nobody has chosen yet, or whoever it was is not there any
 * more, the usual signer. Nobody where @signs is not set, or was chosen so the last time.
 */
void
cnscd_print_settings_propose_signer (CnscdPrintSettings *self, gboolean signs)
{
  CnscdPrintSettingsPrivate *priv = get_private (self);
  GSettings *settings = cnscd_window_get_settings (priv->window);
  g_autoptr (GVariant) chosen =
    settings != NULL ? g_settings_get_user_value (settings, "print-signer") : NULL;
  const char *name = chosen != NULL ? g_variant_get_string (chosen, NULL) : NULL;
  gboolean filling = cnscd_print_settings_set_filling (self, TRUE);

  cnscd_signer_row_choose (priv->signer_row, signs ? name : NULL);
  if (signs && (name == NULL || *name != '\0') &&
      cnscd_signer_row_get_signer (priv->signer_row) == NULL)
    cnscd_signer_row_choose_usual (priv->signer_row);
  cnscd_print_settings_set_filling (self, filling);
}

/**
 * cnscd_print_settings_remember_signer:
 * @self: settings with a row for the signer
 *
 * Has whoever is chosen proposed the next time, unless it is nobody's choice.
 */
void
cnscd_print_settings_remember_signer (CnscdPrintSettings *self)
{
  CnscdPrintSettingsPrivate *priv = get_private (self);
  const CnscdSigner *signer = cnscd_signer_row_get_signer (priv->signer_row);
  GSettings *settings = priv->window != NULL ? cnscd_window_get_settings (priv->window) : NULL;

  if (settings != NULL && !priv->filling)
    g_settings_set_string (settings, "print-signer", signer != NULL ? signer->full_name : "");
}

/**
 * cnscd_print_settings_read_date:
 * @row: where the day of a document is typed
 * @date: (out): the day, unknown when it is blank: a pen fills it in
 *
 * Shows what is wrong with the day.
 *
 * Returns: whether it is right
 */
gboolean
cnscd_print_settings_read_date (AdwEntryRow *row, CnscdDate *date)
{
  CnscdFormProblem problem =
    cnscd_form_check_day (gtk_editable_get_text (GTK_EDITABLE (row)), CNSCD_DATE_UNKNOWN, date);

  if (problem == CNSCD_FORM_PROBLEM_MISSING)
    problem = CNSCD_FORM_PROBLEM_NONE;
  /* What is wrong needs the room of the hint. */
  cnscd_form_show_date (row,
                        problem == CNSCD_FORM_PROBLEM_NONE ? _ ("Date (Blank to Write by Hand)")
                                                           : C_ ("print", "Date"),
                        problem);
  return problem == CNSCD_FORM_PROBLEM_NONE;
}
