/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/cnscd-member-form.h"

G_BEGIN_DECLS

void cnscd_form_show_problem (AdwEntryRow *row, const char *title, CnscdFormProblem problem);

G_END_DECLS
