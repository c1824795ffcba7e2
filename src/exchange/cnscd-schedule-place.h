/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-records.h"
#include "store/cnscd-catalog-store.h"
#include "store/cnscd-sessions.h"

G_BEGIN_DECLS

/**
 * CnscdSchedulePlace:
 * @unit: code of the commune
 *
 * What the store holds of one commune that a schedule may speak of.
 */
typedef struct
{
  char *unit;
  CnscdCatalog *catalog;
  GPtrArray *teams;       /* CnscdTeam */
  GPtrArray *hamlets;     /* CnscdHamlet */
  GPtrArray *memberships; /* CnscdMembership */
  GHashTable *people;     /* id -> CnscdPerson */
  GHashTable *by_name;    /* cnscd_text_match_key() of a person -> GPtrArray of CnscdMembership */
  GHashTable *by_fold;    /* the same without accents */
  GPtrArray *sessions;    /* CnscdSessionSummary */
  GHashTable *by_code;    /* short code -> GPtrArray of CnscdSessionSummary */
  GHashTable *by_start;   /* CnscdTime -> the same */
} CnscdSchedulePlace;

CnscdSchedulePlace *
cnscd_schedule_place_load (CnscdDatabase *database, const char *unit, GError **error);
void cnscd_schedule_place_free (CnscdSchedulePlace *place);

G_END_DECLS
