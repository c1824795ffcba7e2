/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/cnscd-member-form.h"

G_BEGIN_DECLS

const char *cnscd_form_describe (CnscdFormProblem problem);
void cnscd_form_show_problem (AdwEntryRow *row, const char *title, CnscdFormProblem problem);
void cnscd_form_say (AdwEntryRow *row, const char *title, const char *words);
void cnscd_form_show_name (AdwEntryRow *row, const char *title, CnscdFormProblem problem);
void cnscd_form_show_date (AdwEntryRow *row, const char *title, CnscdFormProblem problem);
void cnscd_form_show_day (AdwEntryRow *row, const char *title, CnscdFormProblem problem);
char *cnscd_form_dup_coming_day (AdwEntryRow *row);
void cnscd_form_show_coming (GtkLabel *label, const char *words);
void cnscd_form_show_day_after (AdwEntryRow *row,
                                const char *title,
                                CnscdFormProblem problem,
                                CnscdDate start);
void cnscd_form_show_team_day (AdwEntryRow *row,
                               const char *title,
                               CnscdFormProblem problem,
                               CnscdDate start);
void cnscd_form_show_warning (AdwEntryRow *row, const char *title, const char *warning);
void cnscd_form_wrap_title (AdwPreferencesGroup *group);
void cnscd_form_leave (GtkWidget *widget);
void cnscd_form_focus_problem (GtkWidget *root);
gboolean cnscd_form_focus_first (GtkWidget *root);

G_END_DECLS
