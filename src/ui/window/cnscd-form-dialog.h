/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-window.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_FORM_DIALOG (cnscd_form_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (CnscdFormDialog, cnscd_form_dialog, CNSCD, FORM_DIALOG, AdwDialog)

/**
 * CnscdFormDialogClass:
 * @check: shows what is wrong beside each field; @changed: whether somebody
 *   has changed anything; returns whether nothing is wrong
 * @is_changed: whether something was typed that would be lost
 * @can_save: (nullable): whether there is something to save; @is_changed by default
 * @make_changes: what the form does, once it is right
 * @advance: (nullable): goes one step on, where the form has several; returns whether there was one
 * @retreat: (nullable): goes one step back; returns whether there was one
 * @saved: (nullable): called when that is stored and the form has closed
 * @save: (nullable): does it at once, for what is not undone; instead of @make_changes
 */
struct _CnscdFormDialogClass
{
  AdwDialogClass parent_class;

  gboolean (*check) (CnscdFormDialog *self, gboolean changed);
  gboolean (*is_changed) (CnscdFormDialog *self);
  gboolean (*can_save) (CnscdFormDialog *self);
  CnscdChangeSet *(*make_changes) (CnscdFormDialog *self);
  gboolean (*advance) (CnscdFormDialog *self);
  gboolean (*retreat) (CnscdFormDialog *self);
  void (*saved) (CnscdFormDialog *self);
  void (*save) (CnscdFormDialog *self);
};

/**
 * CnscdFormTaker:
 * @set: what the form does
 *
 * Takes what a form does, instead of the window.
 */
typedef void (*CnscdFormTaker) (CnscdChangeSet *set, gpointer user_data);

void cnscd_form_dialog_set_taker (CnscdFormDialog *self, CnscdFormTaker taker, GObject *owner);
void cnscd_form_dialog_set_window (CnscdFormDialog *self, CnscdWindow *window);
CnscdWindow *cnscd_form_dialog_get_window (CnscdFormDialog *self);
const CnscdChangeSet *cnscd_form_dialog_get_saved (CnscdFormDialog *self);
void cnscd_form_dialog_update (CnscdFormDialog *self);
void cnscd_form_dialog_suggest_save (CnscdFormDialog *self, gboolean suggest);
void cnscd_form_dialog_show_error (CnscdFormDialog *self, const GError *error);

G_END_DECLS
