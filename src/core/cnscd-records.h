/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-record.h"

G_BEGIN_DECLS

typedef enum
{
  CNSCD_GENDER_UNKNOWN,
  CNSCD_GENDER_MALE,
  CNSCD_GENDER_FEMALE,
} CnscdGender;

typedef enum
{
  CNSCD_HAMLET_KIND_UNKNOWN,
  CNSCD_HAMLET_KIND_HAMLET,            /* xóm (also thôn, bản) */
  CNSCD_HAMLET_KIND_RESIDENTIAL_GROUP, /* tổ dân phố */
} CnscdHamletKind;

typedef enum
{
  CNSCD_TEAM_LEVEL_UNKNOWN,
  CNSCD_TEAM_LEVEL_COMMUNE,
  CNSCD_TEAM_LEVEL_HAMLET,
} CnscdTeamLevel;

/* In the order in which rosters list people. */
typedef enum
{
  CNSCD_ROLE_UNKNOWN,
  CNSCD_ROLE_LEADER, /* tổ trưởng */
  CNSCD_ROLE_DEPUTY, /* tổ phó */
  CNSCD_ROLE_MEMBER, /* thành viên */
} CnscdRole;

typedef enum
{
  CNSCD_DECISION_KIND_UNKNOWN,
  CNSCD_DECISION_KIND_ESTABLISH,   /* thành lập */
  CNSCD_DECISION_KIND_CONSOLIDATE, /* kiện toàn */
  CNSCD_DECISION_KIND_DISSOLVE,    /* giải thể */
} CnscdDecisionKind;

/* Why this person's data may be kept: Luật 91/2025/QH15. Never filled in by default. */
typedef enum
{
  CNSCD_LEGAL_BASIS_UNKNOWN,
  CNSCD_LEGAL_BASIS_CONSENT,
  CNSCD_LEGAL_BASIS_PUBLIC_DUTY,
} CnscdLegalBasis;

/* xóm, tổ dân phố. Hamlets merge and split: the validity is dated. */
typedef struct
{
  CnscdRecord record;
  char *name; /* without the word for its kind: "Ba Nhất" */
  int kind;   /* CnscdHamletKind */
  CnscdDate valid_from;
  CnscdDate valid_to;
  char *note;
} CnscdHamlet;

typedef struct
{
  CnscdRecord record;
  char *hamlet;
  CnscdDate as_of;
  gint64 households;
  gint64 poor_households;
  gint64 near_poor_households;
  gint64 people;
  gint64 working_age_people;
} CnscdHamletProfile;

typedef struct
{
  CnscdRecord record;
  char *number; /* "103/QĐ-UBND" */
  CnscdDate date;
  int kind; /* CnscdDecisionKind */
  char *issuer;
  char *signer;
  char *subject;
  char *note;
} CnscdDecision;

typedef struct
{
  CnscdRecord record;
  char *name; /* "Tổ CNSCĐ xóm Ba Nhất" */
  int level;  /* CnscdTeamLevel */
  char *hamlet;
  char *decision; /* that set it up */
  CnscdDate valid_from;
  CnscdDate valid_to;
  char *end_decision;
  char *note;
} CnscdTeam;

typedef struct
{
  CnscdRecord record;
  char *full_name;
  int gender; /* CnscdGender */
  CnscdDate birth;
  char *phone;     /* "0912345678": digits only, as cnscd_phone_normalize() leaves it */
  int legal_basis; /* CnscdLegalBasis */
  CnscdDate legal_basis_on;
  char *note;
} CnscdPerson;

typedef struct
{
  CnscdRecord record;
  char *team;
  char *person;
  int role;       /* CnscdRole */
  char *body;     /* that the person represents: "Đoàn Thanh niên" */
  char *position; /* held there: "Bí thư Chi đoàn" */
  gint64 ordinal; /* place in the roster among equals, from 1 */
  CnscdDate valid_from;
  CnscdDate valid_to;
  char *decision;
  char *end_decision;
  char *end_reason;
  char *note;
} CnscdMembership;

extern const CnscdKind CNSCD_KIND_HAMLET;
extern const CnscdKind CNSCD_KIND_HAMLET_PROFILE;
extern const CnscdKind CNSCD_KIND_DECISION;
extern const CnscdKind CNSCD_KIND_TEAM;
extern const CnscdKind CNSCD_KIND_PERSON;
extern const CnscdKind CNSCD_KIND_MEMBERSHIP;

/* Every kind, parents before children, NULL-ended. */
extern const CnscdKind *const CNSCD_KINDS[];

const CnscdKind *cnscd_kind_from_name (const char *name);
const CnscdField *cnscd_kind_get_field (const CnscdKind *kind, const char *name);

CNSCD_DEFINE_RECORD_CLEANUP (CnscdHamlet)
CNSCD_DEFINE_RECORD_CLEANUP (CnscdHamletProfile)
CNSCD_DEFINE_RECORD_CLEANUP (CnscdDecision)
CNSCD_DEFINE_RECORD_CLEANUP (CnscdTeam)
CNSCD_DEFINE_RECORD_CLEANUP (CnscdPerson)
CNSCD_DEFINE_RECORD_CLEANUP (CnscdMembership)

G_END_DECLS
