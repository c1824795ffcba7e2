/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/cnscd-session-calendar.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_AGENDA (cnscd_agenda_get_type ())
G_DECLARE_FINAL_TYPE (CnscdAgenda, cnscd_agenda, CNSCD, AGENDA, GObject)

CnscdAgenda *cnscd_agenda_new (CnscdRepository *repository, CnscdSessionCalendar *calendar);
void cnscd_agenda_set_query (CnscdAgenda *self, const CnscdSessionQuery *query);
void cnscd_agenda_set_range (CnscdAgenda *self, CnscdDate from, CnscdDate to);
guint cnscd_agenda_find_day (CnscdAgenda *self, CnscdDate day);

G_END_DECLS
