/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-paged-list.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_LIST_STACK (cnscd_list_stack_get_type ())
G_DECLARE_FINAL_TYPE (CnscdListStack, cnscd_list_stack, CNSCD, LIST_STACK, AdwBin)

void cnscd_list_stack_set_list (CnscdListStack *self, CnscdPagedList *list);
void cnscd_list_stack_set_searching (CnscdListStack *self, gboolean searching);
void cnscd_list_stack_set_filtering (CnscdListStack *self, gboolean filtering);
void cnscd_list_stack_set_elsewhere (CnscdListStack *self, const char *label, const char *action);
CnscdPagedList *cnscd_list_stack_get_list (CnscdListStack *self);
GtkWidget *cnscd_list_stack_get_view (CnscdListStack *self);
void cnscd_list_stack_focus (CnscdListStack *self, guint position);
void cnscd_list_stack_scroll_to (CnscdListStack *self, guint position);
const char *cnscd_list_stack_get_state (CnscdListStack *self);

G_END_DECLS
