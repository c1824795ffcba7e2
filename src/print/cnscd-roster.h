/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/cnscd-records.h"

G_BEGIN_DECLS

typedef struct
{
  char *full_name;
  CnscdGender gender;
  CnscdDate birth;
  char *office; /* "Bí thư Chi đoàn, Đoàn Thanh niên" */
  CnscdRole role;
  char *phone; /* (nullable) digits */
  char *note;
} CnscdRosterPerson;

typedef struct
{
  char *title;       /* "Tổ CNSCĐ xóm Ba Nhất" */
  GPtrArray *people; /* (element-type CnscdRosterPerson): leader, deputies, members */
} CnscdRosterTeam;

/**
 * CnscdRoster:
 *
 * Everything that a printed roster says; plain text, checked before.
 *
 * As an annex of a decision (@annex, as cnscd_roster_new() leaves it) it
 * carries no letterhead; on its own it does, with @date as the day it is
 * dated, blank to fill in by hand when unknown.
 */
typedef struct
{
  gboolean annex;
  CnscdDate date;
  char *superior_body;   /* (nullable) */
  char *issuing_body;    /* "ỦY BAN NHÂN DÂN\nXÃ VÕ NHAI" */
  char *place_name;      /* "xã Võ Nhai" */
  char *decision_number; /* (nullable) "103/QĐ-UBND"; %NULL leaves a blank to fill in */
  CnscdDate decision_date;
  gboolean with_phones;
  gboolean landscape;
  GPtrArray *teams; /* (element-type CnscdRosterTeam) */
} CnscdRoster;

CnscdRoster *cnscd_roster_new (void);
CnscdRosterTeam *cnscd_roster_add_team (CnscdRoster *roster, const char *title);
CnscdRosterPerson *cnscd_roster_team_add_person (CnscdRosterTeam *team, const char *full_name);
guint cnscd_roster_get_n_people (const CnscdRoster *roster);
void cnscd_roster_free (CnscdRoster *roster);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdRoster, cnscd_roster_free)

G_END_DECLS
