/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "core/cnscd-records.h"
#include "cnscd-issuer.h"

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
 * carries no letterhead; on its own it does. Whoever signs stands at its end, if
 * its issuer names somebody.
 */
typedef struct
{
  CnscdIssuer issuer;
  gboolean annex;
  char *decision_number; /* (nullable) "103/QĐ-UBND"; %NULL leaves a blank to fill in */
  CnscdDate decision_date;
  gboolean with_phones;
  gboolean landscape;
  GPtrArray *teams; /* (element-type CnscdRosterTeam) */
} CnscdRoster;

/**
 * CnscdRosterReference:
 * @CNSCD_ROSTER_REFERENCE_AS_STORED: the one decision of all its teams
 * @CNSCD_ROSTER_REFERENCE_CHOSEN: another
 * @CNSCD_ROSTER_REFERENCE_BLANK: none: its number and date are left to a pen
 *
 * The decision that a roster names.
 */
typedef enum
{
  CNSCD_ROSTER_REFERENCE_AS_STORED,
  CNSCD_ROSTER_REFERENCE_CHOSEN,
  CNSCD_ROSTER_REFERENCE_BLANK,
} CnscdRosterReference;

/**
 * CnscdRosterChoices:
 * @annex: whether it goes with a decision, or is a document of its own
 * @reference: which decision it names
 * @decision_number: (nullable): of the one chosen
 * @decision_date: of the one chosen
 * @date: the day that a document of its own is dated; unknown leaves it to a pen
 * @signer: (nullable): who signs
 * @landscape: whether its pages lie on their side
 * @with_phones: whether phone numbers are asked for
 *
 * What whoever prints a roster chooses.
 */
typedef struct
{
  gboolean annex;
  CnscdRosterReference reference;
  const char *decision_number;
  CnscdDate decision_date;
  CnscdDate date;
  const CnscdSigner *signer;
  gboolean landscape;
  gboolean with_phones;
} CnscdRosterChoices;

CnscdRoster *cnscd_roster_new (void);
CnscdRosterTeam *cnscd_roster_add_team (CnscdRoster *roster, const char *title);
CnscdRosterPerson *cnscd_roster_team_add_person (CnscdRosterTeam *team, const char *full_name);
void cnscd_roster_choose (CnscdRoster *roster, const CnscdRosterChoices *choices);
guint cnscd_roster_get_n_people (const CnscdRoster *roster);
void cnscd_roster_free (CnscdRoster *roster);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdRoster, cnscd_roster_free)

G_END_DECLS
