/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *cnscd_import_session_words_for_code (const char *code);

G_END_DECLS
