/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/cnscd-roster.h"

/* A roster of xã Võ Nhai with teams of the given sizes, the same for the same seed. */
CnscdRoster *sample_roster_new (guint32 seed, guint n_teams, guint min_people, guint max_people);

/* Runs a program on a file; skips the test and returns NULL where there is none. */
char *sample_roster_run_tool (const char *program, ...) G_GNUC_NULL_TERMINATED;

/* Lines and runs of spaces, also unbreakable ones, as one space each. */
char *sample_roster_squeeze (const char *text);
