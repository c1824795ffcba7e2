/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "print/cnscd-layout.h"
#include "ui/window/cnscd-window.h"

#include "cnscd-signer-row.h"

G_BEGIN_DECLS

/**
 * CnscdPrintWords:
 * @subject: what the audit log calls it
 * @title: msgid for the dialog that prints it
 * @save_title: msgid for the dialog that saves it
 * @saved: msgid of what is said when it is saved
 * @save_failed: msgid of the heading when it is not
 * @sent: msgid of what is said when it is printed
 * @print_failed: msgid of the heading when it is not
 *
 * What something that can be printed is called.
 */
typedef struct
{
  const char *subject;
  const char *title;
  const char *save_title;
  const char *saved;
  const char *save_failed;
  const char *sent;
  const char *print_failed;
} CnscdPrintWords;

#define CNSCD_TYPE_PRINT_SETTINGS (cnscd_print_settings_get_type ())
G_DECLARE_DERIVABLE_TYPE (CnscdPrintSettings,
                          cnscd_print_settings,
                          CNSCD,
                          PRINT_SETTINGS,
                          AdwPreferencesPage)

/**
 * CnscdPrintSettingsClass:
 * @words: what is printed
 * @layout: how it comes to be pages
 * @fill: fills the rows, once the window is known
 * @check: shows what is wrong with what was typed; whether it is right
 * @load: begins to read what is printed
 * @load_finish: (transfer full): what is printed, as was chosen, and how many
 *   people stand on it; %NULL with an error
 */
struct _CnscdPrintSettingsClass
{
  AdwPreferencesPageClass parent_class;

  const CnscdPrintWords *words;
  const CnscdLayoutKind *layout;
  void (*fill) (CnscdPrintSettings *self);
  gboolean (*check) (CnscdPrintSettings *self);
  void (*load) (CnscdPrintSettings *self,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer user_data);
  GPtrArray *(*load_finish) (CnscdPrintSettings *self,
                             GAsyncResult *result,
                             guint *n_people,
                             GError **error);
};

void cnscd_print_settings_set_window (CnscdPrintSettings *self, CnscdWindow *window);
CnscdWindow *cnscd_print_settings_get_window (CnscdPrintSettings *self);
CnscdRepository *cnscd_print_settings_get_repository (CnscdPrintSettings *self);

/* For its kinds. */
gboolean cnscd_print_settings_is_filling (CnscdPrintSettings *self);
gboolean cnscd_print_settings_set_filling (CnscdPrintSettings *self, gboolean filling);
void cnscd_print_settings_change (CnscdPrintSettings *self, gboolean typing);
void cnscd_print_settings_set_signer_row (CnscdPrintSettings *self, CnscdSignerRow *row);
void cnscd_print_settings_propose_signer (CnscdPrintSettings *self, gboolean signs);
void cnscd_print_settings_remember_signer (CnscdPrintSettings *self);
gboolean cnscd_print_settings_read_date (AdwEntryRow *row, CnscdDate *date);

G_END_DECLS
