/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-schedule-records.h"
#include "core/cnscd-time.h"
#include "cnscd-issuer.h"

G_BEGIN_DECLS

typedef struct
{
  char *full_name;
  CnscdGuidePart part;
} CnscdSignInGuide;

typedef struct
{
  char *indicator;
  char *unit_of_measure;
  gint64 value; /* %CNSCD_COUNT_UNKNOWN leaves it to a pen */
} CnscdSignInResult;

/**
 * CnscdSignIn:
 * @issuer: whose sheet; its date is the day of the session
 * @code: "K7M-2QX", by which the sheet and the session on the screen find each other
 * @title: of the session
 * @topics: (nullable): the names of its topics, joined by "; "
 * @place: empty when unknown
 * @teams: (nullable): joined by "; "
 * @leader: (nullable): of the team, if it is one
 * @audience: (nullable): whom it is for
 * @expected: people, or %CNSCD_COUNT_UNKNOWN
 * @counts: what has been reported: all, women, elderly, poor households
 * @guides: (element-type CnscdSignInGuide): who leads first
 * @results: (element-type CnscdSignInResult): what is to be counted
 * @n_rows: lines to sign at least; 0 for as many as are expected
 *
 * Everything that the sign-in sheet (danh sách ký tên) of a session says; plain
 * text. Residents are counted by it, not stored: it has no numbers of ID cards
 * nor phones.
 */
typedef struct
{
  CnscdIssuer issuer;
  char *code;
  char *title;
  char *topics;
  CnscdTime starts_at;
  CnscdTime ends_at;
  CnscdSessionState state;
  char *place;
  char *teams;
  char *leader;
  char *audience;
  gint64 expected;
  gint64 counts[4];
  GPtrArray *guides;
  GPtrArray *results;
  guint n_rows;
} CnscdSignIn;

CnscdSignIn *cnscd_sign_in_new (void);
void cnscd_sign_in_add_guide (CnscdSignIn *sheet, const char *full_name, CnscdGuidePart part);
void cnscd_sign_in_add_result (CnscdSignIn *sheet,
                               const char *indicator,
                               const char *unit_of_measure,
                               gint64 value);
guint cnscd_sign_in_get_n_rows (const CnscdSignIn *sheet);
void cnscd_sign_in_free (CnscdSignIn *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdSignIn, cnscd_sign_in_free)

G_END_DECLS
