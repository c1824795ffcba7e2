/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/cnscd-catalog.h"
#include "cnscd-agenda.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_AGENDA_VIEW (cnscd_agenda_view_get_type ())
G_DECLARE_FINAL_TYPE (CnscdAgendaView, cnscd_agenda_view, CNSCD, AGENDA_VIEW, AdwBin)

void cnscd_agenda_view_set_agenda (CnscdAgendaView *self, CnscdAgenda *agenda);
CnscdAgenda *cnscd_agenda_view_get_agenda (CnscdAgendaView *self);
void cnscd_agenda_view_set_catalog (CnscdAgendaView *self, CnscdCatalog *catalog);
void cnscd_agenda_view_hide_days (CnscdAgendaView *self);
void cnscd_agenda_view_scroll_to (CnscdAgendaView *self, CnscdDate day);
void cnscd_agenda_view_focus_day (CnscdAgendaView *self, CnscdDate day);

G_END_DECLS
