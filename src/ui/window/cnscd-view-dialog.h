/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CNSCD_TYPE_VIEW_DIALOG (cnscd_view_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (CnscdViewDialog, cnscd_view_dialog, CNSCD, VIEW_DIALOG, AdwDialog)

struct _CnscdViewDialogClass
{
  AdwDialogClass parent_class;
};

AdwToastOverlay *cnscd_view_dialog_get_toasts (CnscdViewDialog *self);

G_END_DECLS
