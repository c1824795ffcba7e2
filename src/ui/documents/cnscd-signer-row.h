/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/cnscd-office.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_SIGNER_ROW (cnscd_signer_row_get_type ())
G_DECLARE_FINAL_TYPE (CnscdSignerRow, cnscd_signer_row, CNSCD, SIGNER_ROW, AdwComboRow)

void cnscd_signer_row_set_office (CnscdSignerRow *self, const CnscdOffice *office);
void cnscd_signer_row_choose (CnscdSignerRow *self, const char *full_name);
void cnscd_signer_row_choose_usual (CnscdSignerRow *self);
const CnscdSigner *cnscd_signer_row_get_signer (CnscdSignerRow *self);

G_END_DECLS
