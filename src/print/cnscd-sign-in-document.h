/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-document.h"
#include "cnscd-sign-in.h"
#include "cnscd-typesetter.h"

G_BEGIN_DECLS

CnscdDocument *cnscd_sign_in_document_new (const CnscdSignIn *sheet, CnscdTypesetter *typesetter);

G_END_DECLS
