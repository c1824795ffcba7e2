/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-catalog.h"
#include "cnscd-records.h"

G_BEGIN_DECLS

#define CNSCD_DEMO_COMMUNE_MEMBERS   252
#define CNSCD_DEMO_COMMUNE_SESSIONS  1200
#define CNSCD_DEMO_PROVINCE_TEAMS    2255
#define CNSCD_DEMO_PROVINCE_MEMBERS  15000
#define CNSCD_DEMO_PROVINCE_SESSIONS 110000

/* The months of the schedule: so many before the one of its today, and so many in all. */
#define CNSCD_DEMO_MONTHS_BEFORE 8
#define CNSCD_DEMO_MONTHS        12

/* The fewest and the most people that the generator puts in one team. */
#define CNSCD_DEMO_TEAM_MIN 3
#define CNSCD_DEMO_TEAM_MAX 10

/* A commune to fill. */
typedef struct
{
  const char *code; /* "05716" */
  const char *kind; /* "xa" or "phuong" */
  const char *name; /* "Võ Nhai" */
} CnscdDemoUnit;

/**
 * CnscdDemoPlan:
 * @seed: the same seed and units give the same records on every machine
 * @units: (array length=n_units): the communes to fill
 * @n_units: at least 1
 * @n_teams: over all communes; 0: 36 to 40 for each
 * @n_members: over all teams; 0: %CNSCD_DEMO_COMMUNE_MEMBERS for each commune
 * @catalog: (nullable): what sessions are made of; %NULL for no sessions
 * @today: a full date around which the year of sessions lies; none is before the teams
 * @n_sessions: over all communes, by their teams; 0: %CNSCD_DEMO_COMMUNE_SESSIONS for each
 */
typedef struct
{
  guint64 seed;
  const CnscdDemoUnit *units;
  guint n_units;
  guint n_teams;
  guint n_members;
  const CnscdCatalog *catalog;
  CnscdDate today;
  guint n_sessions;
} CnscdDemoPlan;

/**
 * CnscdDemoSink:
 * @record: a #CnscdRecord of one of %CNSCD_KINDS, complete; reference it to keep it
 *
 * Takes one record. Every record comes after those that it refers to.
 *
 * Returns: %FALSE with @error set to stop
 */
typedef gboolean (*CnscdDemoSink) (gpointer record, gpointer user_data, GError **error);

gboolean cnscd_demo_generate (const CnscdDemoPlan *plan,
                              CnscdDemoSink sink,
                              gpointer user_data,
                              GError **error);

G_END_DECLS
