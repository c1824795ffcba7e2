/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-date.h"

G_BEGIN_DECLS

void cnscd_test_clock_set (CnscdDate day, int hour, int minute, double second);
void cnscd_test_clock_reset (void);

G_END_DECLS
