/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-change-set.h"
#include "cnscd-records.h"

G_BEGIN_DECLS

GPtrArray *cnscd_team_find_going_on (GPtrArray *memberships, CnscdDate day);
gboolean cnscd_team_shift_member (CnscdChangeSet *set,
                                  GPtrArray *memberships,
                                  const char *membership,
                                  int step);

G_END_DECLS
