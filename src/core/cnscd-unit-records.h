/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-records.h"

G_BEGIN_DECLS

/**
 * CnscdUnitRecords:
 *
 * Every record of one commune, for a form that changes many of them at once: a
 * few hundred at the most. Filled by whoever makes it, and immutable from then on.
 */
typedef struct _CnscdUnitRecords CnscdUnitRecords;

CnscdUnitRecords *cnscd_unit_records_new (const char *unit);
CnscdUnitRecords *cnscd_unit_records_ref (CnscdUnitRecords *self);
void cnscd_unit_records_unref (CnscdUnitRecords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdUnitRecords, cnscd_unit_records_unref)

void cnscd_unit_records_add (CnscdUnitRecords *self, gpointer record);
const char *cnscd_unit_records_get_unit (const CnscdUnitRecords *self);
gpointer
cnscd_unit_records_find (const CnscdUnitRecords *self, const CnscdKind *kind, const char *id);

GPtrArray *cnscd_unit_records_list_teams (const CnscdUnitRecords *self, CnscdDate today);
GPtrArray *cnscd_unit_records_list_memberships (const CnscdUnitRecords *self,
                                                const char *team,
                                                CnscdDate today);
GPtrArray *
cnscd_unit_records_list_seats (const CnscdUnitRecords *self, const char *team, CnscdDate today);
GPtrArray *cnscd_unit_records_list_elsewhere (const CnscdUnitRecords *self, GPtrArray *teams);
GPtrArray *cnscd_unit_records_list_people_outside (const CnscdUnitRecords *self,
                                                   const char *team,
                                                   CnscdDate today);
CnscdMembership *cnscd_unit_records_find_last_membership (const CnscdUnitRecords *self,
                                                          const char *person);
GPtrArray *cnscd_unit_records_list_lonely_hamlets (const CnscdUnitRecords *self, CnscdDate today);

G_END_DECLS
