/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "cnscd-choice.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_CHOICE_DIALOG (cnscd_choice_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdChoiceDialog, cnscd_choice_dialog, CNSCD, CHOICE_DIALOG, AdwDialog)

AdwDialog *cnscd_choice_dialog_new (const char *title, GListModel *choices, const char *chosen);

void cnscd_choice_dialog_set_empty (CnscdChoiceDialog *self, const char *title, const char *hint);
gboolean cnscd_choice_dialog_open (CnscdChoiceDialog *self, GtkWidget *parent);

G_END_DECLS
