/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-roster-edit.h"

G_BEGIN_DECLS

/**
 * CnscdSigner:
 * @authority: (nullable): what stands above the signature, in one or more
 *   lines: "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"
 * @full_name: who signs
 *
 * Somebody who signs documents. NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.7.
 */
typedef struct
{
  char *authority;
  char *full_name;
} CnscdSigner;

/**
 * CnscdOffice:
 * @unit: (nullable): code of its commune; %NULL for the whole province
 * @unit_chosen: whether somebody has chosen @unit, also none of them; otherwise
 *   it is what the first import was of
 * @superior_body: (nullable): first in the letterhead, in capitals; the
 *   people's committee of a commune names none
 * @issuing_body: (nullable): in capitals, in one or more lines; %NULL:
 *   "ỦY BAN NHÂN DÂN" and the name of the commune
 * @place_name: (nullable): where documents are dated: "Võ Nhai"; %NULL: the commune's name
 * @signers: (element-type CnscdSigner): who may sign, the usual one first
 * @sizes: how large a team should be
 * @max_sessions_per_week: how many sessions a week somebody guides at most, 0 for no limit
 *
 * What this office has chosen for itself. It stays in its database, is not
 * sent to the province, and is not undone.
 */
typedef struct
{
  char *unit;
  gboolean unit_chosen;
  char *superior_body;
  char *issuing_body;
  char *place_name;
  GPtrArray *signers;
  CnscdTeamSizes sizes;
  guint max_sessions_per_week;
} CnscdOffice;

/* More would be none. */
#define CNSCD_TEAM_SIZE_MAX 999

/* For one guide, until the office chooses; and more would be no limit. */
#define CNSCD_SESSIONS_PER_WEEK_DEFAULT 3
#define CNSCD_SESSIONS_PER_WEEK_MAX     99

CnscdOffice *cnscd_office_new (void);
CnscdOffice *cnscd_office_copy (const CnscdOffice *office);
void cnscd_office_free (CnscdOffice *office);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdOffice, cnscd_office_free)

void cnscd_office_add_signer (CnscdOffice *office, const char *authority, const char *full_name);
char *cnscd_office_dup_issuing_body (const CnscdOffice *office, const char *unit_name);
char *cnscd_unit_name_dup_place (const char *unit_name);
char *cnscd_office_dup_place_name (const CnscdOffice *office, const char *unit_name);
gboolean cnscd_team_sizes_are_valid (const CnscdTeamSizes *sizes);
gboolean cnscd_office_equal (const CnscdOffice *one, const CnscdOffice *other);

char *cnscd_office_write_signers (const CnscdOffice *office);
gboolean cnscd_office_read_signers (CnscdOffice *office, const char *text);

G_END_DECLS
