/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/cnscd-sessions.h"

G_BEGIN_DECLS

const char *cnscd_words_for_presence (CnscdPresence presence);
const char *cnscd_words_for_guide_part (CnscdGuidePart part);
char *cnscd_words_for_report (const char *title, CnscdSessionState state);

G_END_DECLS
