/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/cnscd-document.h"

G_BEGIN_DECLS

/* What a reader of the PDF finds. Each is NULL where the test was skipped. */
char *read_as (CnscdDocument *document, const char *option);
char *read_text (CnscdDocument *document);
char *read_squeezed (CnscdDocument *document);

void assert_contains (const char *text, const char *part);
guint count_text (const char *text, const char *part);
void assert_margins (CnscdDocument *document);

G_END_DECLS
