/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/cnscd-repository.h"
#include "cnscd-member-column.h"

G_BEGIN_DECLS

void cnscd_member_columns_set_up (GtkColumnViewColumn *column,
                                  CnscdMemberSort sort,
                                  CnscdRepository *repository);
CnscdMemberSort cnscd_member_columns_get_sort (GtkColumnViewColumn *column);

G_END_DECLS
