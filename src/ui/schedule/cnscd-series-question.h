/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/cnscd-series-edit.h"

G_BEGIN_DECLS

AdwAlertDialog *
cnscd_series_question_new (const char *heading, const char *title, gboolean deleting);
gboolean cnscd_series_question_read (const char *answer, CnscdSeriesScope *scope);

G_END_DECLS
