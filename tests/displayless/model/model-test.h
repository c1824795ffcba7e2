/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/cnscd-member-list.h"
#include "model/cnscd-team-list.h"

G_BEGIN_DECLS

/* A folder of its own with a database, and a repository that has it open. */
typedef struct
{
  char *folder;
  char *path;
  char *team; /* id of the first team */
  CnscdRepository *repository;
} ModelFixture;

typedef gboolean (*PumpFunc) (gpointer data);

void pump_until (PumpFunc done, gpointer data);
void model_fixture_fill (ModelFixture *fixture, guint n_teams, guint n_members);
void model_fixture_open (ModelFixture *fixture);
void model_fixture_close (ModelFixture *fixture);
void wait_for_list (gpointer list);
const CnscdMember *wait_for_member (CnscdMemberList *list, guint position);

G_END_DECLS
