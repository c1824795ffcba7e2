/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-list-stack.h"

G_BEGIN_DECLS

void cnscd_list_focus_attach (CnscdListStack *stack, CnscdPagedList *list);

G_END_DECLS
