/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void cnscd_backup_problem_note (GSettings *settings,
                                const char *path,
                                const GError *error,
                                const char *missed_folder);
char *
cnscd_backup_problem_describe (GSettings *settings, const char *path, const char *missed_folder);

G_END_DECLS
