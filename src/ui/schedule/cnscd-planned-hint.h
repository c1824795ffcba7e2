/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/cnscd-repository-sessions.h"

G_BEGIN_DECLS

void cnscd_planned_hint_attach (GtkLabel *label,
                                CnscdRepository *repository,
                                const CnscdSessionQuery *query);
void cnscd_planned_hint_show (GtkLabel *label, CnscdDate from);

G_END_DECLS
