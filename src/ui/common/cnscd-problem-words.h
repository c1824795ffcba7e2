/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

char *cnscd_problem_words_split (const char *message, char **paths);
GtkWidget *cnscd_problem_words_create_paths (void);

G_END_DECLS
