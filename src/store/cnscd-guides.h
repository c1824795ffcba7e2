/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-records.h"
#include "core/cnscd-session-clash.h"
#include "cnscd-database.h"

G_BEGIN_DECLS

/**
 * CnscdGuideLoad:
 * @guide: who
 * @team: id of the team of the membership
 * @team_name: its name
 * @last: start of the latest session before now, %CNSCD_TIME_UNKNOWN for none
 * @next: start of the first one after, likewise
 * @n_quarter: sessions in the quarter, those to come too
 *
 * How much somebody who might guide has to do.
 */
typedef struct
{
  CnscdGuide guide;
  char *team;
  char *team_name;
  CnscdRole role;
  CnscdTime last;
  CnscdTime next;
  guint n_quarter;
} CnscdGuideLoad;

void cnscd_guide_load_free (CnscdGuideLoad *load);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdGuideLoad, cnscd_guide_load_free)

GPtrArray *cnscd_guides_list (CnscdDatabase *database,
                              const char *unit,
                              CnscdDate day,
                              CnscdTime now,
                              GError **error);
GPtrArray *cnscd_bookings_list (CnscdDatabase *database,
                                const char *unit,
                                CnscdDate from,
                                CnscdDate to,
                                GError **error);

/**
 * CnscdNeglected:
 * @id: of the hamlet or audience
 * @name: its name
 * @hamlet_kind: #CnscdHamletKind; 0 for an audience
 * @last: start of its latest session, %CNSCD_TIME_UNKNOWN when it never had one
 *
 * A hamlet or audience that nobody has taught lately.
 */
typedef struct
{
  char *id;
  char *name;
  int hamlet_kind;
  CnscdTime last;
} CnscdNeglected;

void cnscd_neglected_free (CnscdNeglected *neglected);

GPtrArray *cnscd_neglected_list_hamlets (CnscdDatabase *database,
                                         const char *unit,
                                         CnscdDate since,
                                         CnscdDate today,
                                         GError **error);
GPtrArray *cnscd_neglected_list_audiences (CnscdDatabase *database,
                                           const char *unit,
                                           CnscdDate since,
                                           CnscdDate today,
                                           GError **error);

G_END_DECLS
