/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/cnscd-roster.h"
#include "cnscd-repository.h"

G_BEGIN_DECLS

void cnscd_repository_list_roster_units_async (CnscdRepository *self,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer user_data);
GPtrArray *cnscd_repository_list_roster_units_finish (CnscdRepository *self,
                                                      GAsyncResult *result,
                                                      GError **error);
void cnscd_repository_load_rosters_async (CnscdRepository *self,
                                          const char *unit,
                                          const char *team,
                                          gboolean with_phones,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
GPtrArray *
cnscd_repository_load_rosters_finish (CnscdRepository *self, GAsyncResult *result, GError **error);

void cnscd_repository_note_print_async (CnscdRepository *self,
                                        const char *subject,
                                        const char *detail,
                                        guint n_people,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean
cnscd_repository_note_print_finish (CnscdRepository *self, GAsyncResult *result, GError **error);

G_END_DECLS
