/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-repository.h"

G_BEGIN_DECLS

void cnscd_repository_set_temporary (CnscdRepository *self);
void cnscd_repository_set_backup_folder (CnscdRepository *self, const char *folder);
const char *cnscd_repository_get_backup_folder (CnscdRepository *self);
const char *cnscd_repository_get_missed_backup_folder (CnscdRepository *self);

void cnscd_repository_check_backup_folder_async (CnscdRepository *self,
                                                 GFile *folder,
                                                 GAsyncReadyCallback callback,
                                                 gpointer user_data);
gboolean cnscd_repository_check_backup_folder_finish (CnscdRepository *self,
                                                      GAsyncResult *result,
                                                      GError **error);
void cnscd_repository_list_backups_async (CnscdRepository *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
GPtrArray *
cnscd_repository_list_backups_finish (CnscdRepository *self, GAsyncResult *result, GError **error);
void cnscd_repository_back_up_async (CnscdRepository *self,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean
cnscd_repository_back_up_finish (CnscdRepository *self, GAsyncResult *result, GError **error);

G_END_DECLS
