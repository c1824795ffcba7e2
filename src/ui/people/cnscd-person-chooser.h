/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-person-history.h"
#include "ui/window/cnscd-window.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_PERSON_CHOOSER (cnscd_person_chooser_get_type ())
G_DECLARE_FINAL_TYPE (CnscdPersonChooser, cnscd_person_chooser, CNSCD, PERSON_CHOOSER, AdwDialog)

AdwDialog *cnscd_person_chooser_new (CnscdWindow *window, CnscdPersonHistory *history);

G_END_DECLS
