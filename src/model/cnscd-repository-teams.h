/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-repository.h"
#include "store/cnscd-team-history.h"
#include "store/cnscd-units.h"

G_BEGIN_DECLS

/**
 * CnscdTeamChoices:
 * @units: (element-type CnscdUnit): every commune
 * @hamlets: (element-type CnscdHamlet): of the commune asked for, also those that have ended, by
 *   name in Vietnamese order
 * @teams: (element-type CnscdTeam): of that commune, also those that have ended
 *
 * What a team can be of, and which teams there are.
 */
typedef struct
{
  GPtrArray *units;
  GPtrArray *hamlets;
  GPtrArray *teams;
} CnscdTeamChoices;

void cnscd_team_choices_free (CnscdTeamChoices *choices);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdTeamChoices, cnscd_team_choices_free)

void cnscd_repository_load_team_choices_async (CnscdRepository *self,
                                               const char *unit,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
CnscdTeamChoices *cnscd_repository_load_team_choices_finish (CnscdRepository *self,
                                                             GAsyncResult *result,
                                                             GError **error);

void cnscd_repository_load_team_history_async (CnscdRepository *self,
                                               const char *team,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
CnscdTeamHistory *cnscd_repository_load_team_history_finish (CnscdRepository *self,
                                                             GAsyncResult *result,
                                                             GError **error);

void cnscd_repository_load_memberships_async (CnscdRepository *self,
                                              const char *team,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer user_data);
GPtrArray *cnscd_repository_load_memberships_finish (CnscdRepository *self,
                                                     GAsyncResult *result,
                                                     GError **error);

G_END_DECLS
