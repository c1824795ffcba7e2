/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void cnscd_alert_wrap_heading (AdwAlertDialog *dialog);
void cnscd_alert_keep_whole (AdwAlertDialog *dialog);
void cnscd_alert_widen (AdwAlertDialog *dialog, GtkWidget *parent);
AdwAlertDialog *cnscd_alert_new_loss (const char *heading,
                                      const char *body,
                                      const char *cancel_label,
                                      const char *response,
                                      const char *label);
AdwAlertDialog *cnscd_alert_new_problem (const char *heading, const char *problem);
void cnscd_alert_show_problem (GtkWidget *parent, const char *heading, const char *problem);

G_END_DECLS
