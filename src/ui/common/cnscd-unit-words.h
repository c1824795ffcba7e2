/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/cnscd-repository.h"

G_BEGIN_DECLS

const char *cnscd_unit_words_for_row (CnscdRepository *repository, const char *unit);
char *cnscd_unit_words_begin_row (CnscdRepository *repository, const char *unit);

G_END_DECLS
