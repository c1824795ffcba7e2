/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-issuer.h"

/**
 * cnscd_issuer_clear:
 * @issuer: who issues a document
 *
 * Frees what the structure holds, not the structure.
 */
void
cnscd_issuer_clear (CnscdIssuer *issuer)
{
  g_free (issuer->unit);
  g_free (issuer->dated_at);
  g_free (issuer->superior_body);
  g_free (issuer->issuing_body);
  g_free (issuer->place_name);
  g_free (issuer->signer_authority);
  g_free (issuer->signer_name);
  *issuer = (CnscdIssuer) { 0 };
}

/**
 * cnscd_issuer_set_signer:
 * @issuer: who issues a document
 * @signer: (nullable): who signs it
 *
 * Nobody signs for another office: a signer is taken only by a document of the
 * office's own commune.
 */
void
cnscd_issuer_set_signer (CnscdIssuer *issuer, const CnscdSigner *signer)
{
  g_return_if_fail (issuer != NULL);

  if (!issuer->of_office)
    signer = NULL;
  g_set_str (&issuer->signer_authority, signer != NULL ? signer->authority : NULL);
  g_set_str (&issuer->signer_name, signer != NULL ? signer->full_name : NULL);
}
