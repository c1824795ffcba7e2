/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-list-stack.h"

G_BEGIN_DECLS

void cnscd_search_set_up (GtkWidget *page,
                          GtkSearchBar *bar,
                          GtkSearchEntry *entry,
                          CnscdListStack *list_stack);
void cnscd_search_start (GtkSearchBar *bar, GtkSearchEntry *entry);

G_END_DECLS
