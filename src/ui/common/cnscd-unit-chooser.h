/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-repository.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_UNIT_CHOOSER (cnscd_unit_chooser_get_type ())
G_DECLARE_FINAL_TYPE (CnscdUnitChooser, cnscd_unit_chooser, CNSCD, UNIT_CHOOSER, AdwDialog)

AdwDialog *cnscd_unit_chooser_new (CnscdRepository *repository);

G_END_DECLS
