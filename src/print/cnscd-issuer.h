/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-date.h"
#include "core/cnscd-office.h"

G_BEGIN_DECLS

/**
 * CnscdIssuer:
 * @of_office: whether it is the commune whose office prints
 * @unit: (nullable): code of the commune
 * @date: the day that the document is dated, blank to fill in by hand when unknown
 * @dated_at: (nullable): "Võ Nhai"; %NULL: the name in @place_name
 * @superior_body: (nullable): in capitals
 * @issuing_body: "ỦY BAN NHÂN DÂN\nXÃ VÕ NHAI"
 * @place_name: "xã Võ Nhai"
 * @signer_authority: (nullable): "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"
 * @signer_name: (nullable): %NULL when nobody signs
 *
 * Who issues a printed document, where and when, and who signs it.
 */
typedef struct
{
  gboolean of_office;
  char *unit;
  CnscdDate date;
  char *dated_at;
  char *superior_body;
  char *issuing_body;
  char *place_name;
  char *signer_authority;
  char *signer_name;
} CnscdIssuer;

void cnscd_issuer_clear (CnscdIssuer *issuer);
void cnscd_issuer_set_signer (CnscdIssuer *issuer, const CnscdSigner *signer);

G_END_DECLS
