/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-list-stack.h"

G_BEGIN_DECLS

typedef struct _CnscdListPlace CnscdListPlace;

CnscdListPlace *cnscd_list_place_new (CnscdListStack *stack);
void cnscd_list_place_free (CnscdListPlace *place);
void cnscd_list_place_begin_again (CnscdListPlace *place);
void cnscd_list_place_leave (CnscdListPlace *place, guint position);
void cnscd_list_place_return (CnscdListPlace *place, gboolean take_focus);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdListPlace, cnscd_list_place_free)

G_END_DECLS
