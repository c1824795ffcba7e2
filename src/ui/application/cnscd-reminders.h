/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/cnscd-repository.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_REMINDERS (cnscd_reminders_get_type ())
G_DECLARE_FINAL_TYPE (CnscdReminders, cnscd_reminders, CNSCD, REMINDERS, GObject)

CnscdReminders *
cnscd_reminders_new (GApplication *application, CnscdRepository *repository, GSettings *settings);

G_END_DECLS
