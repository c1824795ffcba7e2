/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CNSCD_TYPE_GUIDE_SUMMARY (cnscd_guide_summary_get_type ())
G_DECLARE_FINAL_TYPE (CnscdGuideSummary,
                      cnscd_guide_summary,
                      CNSCD,
                      GUIDE_SUMMARY,
                      AdwPreferencesPage)

void cnscd_guide_summary_clear (CnscdGuideSummary *self);
void cnscd_guide_summary_begin_group (CnscdGuideSummary *self, const char *title);
void cnscd_guide_summary_add (CnscdGuideSummary *self, const char *title, const char *subtitle);
void cnscd_guide_summary_add_warning (CnscdGuideSummary *self, const char *text);

G_END_DECLS
