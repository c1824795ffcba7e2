/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-issuer.h"

G_BEGIN_DECLS

char *cnscd_recipients_describe (const CnscdIssuer *issuer, const char *addressee);

G_END_DECLS
