/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-change-set.h"
#include "exchange/cnscd-export.h"
#include "exchange/cnscd-import.h"
#include "store/cnscd-backup.h"
#include "store/cnscd-members.h"
#include "store/cnscd-team-facts.h"
#include "store/cnscd-teams.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_REPOSITORY (cnscd_repository_get_type ())
G_DECLARE_FINAL_TYPE (CnscdRepository, cnscd_repository, CNSCD, REPOSITORY, GObject)

/**
 * CnscdOverview:
 * @n_teams: current teams of the chosen commune, or of all
 * @n_members: people in them
 * @last_import: (nullable): label of the last import that can be undone
 * @last_import_at: when it was, Unix time in microseconds
 * @last_import_id: the action to undo
 *
 * What the window says of the database as a whole.
 */
typedef struct
{
  guint n_teams;
  guint n_members;
  char *last_import;
  gint64 last_import_at;
  gint64 last_import_id;
} CnscdOverview;

CnscdRepository *cnscd_repository_new (void);

void cnscd_repository_open_async (CnscdRepository *self,
                                  const char *path,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean cnscd_repository_open_finish (CnscdRepository *self, GAsyncResult *result, GError **error);
void cnscd_repository_check_async (CnscdRepository *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean
cnscd_repository_check_finish (CnscdRepository *self, GAsyncResult *result, GError **error);
void cnscd_repository_close_async (CnscdRepository *self,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean
cnscd_repository_close_finish (CnscdRepository *self, GAsyncResult *result, GError **error);
gboolean cnscd_repository_is_open (CnscdRepository *self);
void cnscd_repository_look_for_changes (CnscdRepository *self);
void cnscd_repository_hold (CnscdRepository *self);
void cnscd_repository_release (CnscdRepository *self);

const char *cnscd_repository_get_unit (CnscdRepository *self);
const char *cnscd_repository_get_unit_name (CnscdRepository *self, const char *unit);

void cnscd_repository_load_overview_async (CnscdRepository *self,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
CnscdOverview *
cnscd_repository_load_overview_finish (CnscdRepository *self, GAsyncResult *result, GError **error);
void cnscd_overview_free (CnscdOverview *overview);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdOverview, cnscd_overview_free)

void cnscd_repository_load_record_async (CnscdRepository *self,
                                         const CnscdKind *kind,
                                         const char *id,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
gpointer
cnscd_repository_load_record_finish (CnscdRepository *self, GAsyncResult *result, GError **error);

/* What somebody changes, and back again. */
void cnscd_repository_apply_async (CnscdRepository *self,
                                   CnscdChangeSet *set,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean cnscd_repository_apply_finish (CnscdRepository *self,
                                        GAsyncResult *result,
                                        gint64 *action,
                                        GError **error);
void cnscd_repository_undo_async (CnscdRepository *self,
                                  gint64 action,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
double cnscd_repository_get_undo_progress (CnscdRepository *self);
gboolean cnscd_repository_undo_finish (CnscdRepository *self,
                                       GAsyncResult *result,
                                       guint *n_kept,
                                       GError **error);

void cnscd_repository_load_team_facts_async (CnscdRepository *self,
                                             const char *team,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer user_data);
CnscdTeamFacts *cnscd_repository_load_team_facts_finish (CnscdRepository *self,
                                                         GAsyncResult *result,
                                                         GError **error);

/* Lists: first the numbers of all rows, then the content of some. */
void cnscd_repository_query_members_async (CnscdRepository *self,
                                           const CnscdMemberQuery *query,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
void cnscd_repository_query_teams_async (CnscdRepository *self,
                                         const CnscdTeamQuery *query,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
GArray *cnscd_repository_query_finish (CnscdRepository *self, GAsyncResult *result, GError **error);
void cnscd_repository_read_members_async (CnscdRepository *self,
                                          const gint64 *nrs,
                                          gsize n_nrs,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
void cnscd_repository_read_teams_async (CnscdRepository *self,
                                        const gint64 *nrs,
                                        gsize n_nrs,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
GPtrArray *
cnscd_repository_read_finish (CnscdRepository *self, GAsyncResult *result, GError **error);

/**
 * CnscdImportJob:
 *
 * A spreadsheet on its way into the database: what was looked at in the dry
 * run is what gets imported, even if the file changes in between.
 */
typedef struct _CnscdImportJob CnscdImportJob;

CnscdImportJob *cnscd_import_job_new (GFile *file);
CnscdImportJob *cnscd_import_job_ref (CnscdImportJob *job);
void cnscd_import_job_unref (CnscdImportJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdImportJob, cnscd_import_job_unref)
double cnscd_import_job_get_progress (CnscdImportJob *job);

void cnscd_repository_import_async (CnscdRepository *self,
                                    CnscdImportJob *job,
                                    gboolean dry_run,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
CnscdImportPlan *cnscd_repository_import_finish (CnscdRepository *self,
                                                 GAsyncResult *result,
                                                 gint64 *action,
                                                 GError **error);

void cnscd_repository_export_async (CnscdRepository *self,
                                    CnscdExportSubject subject,
                                    gboolean with_phones,
                                    GFile *file,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean cnscd_repository_export_finish (CnscdRepository *self,
                                         GAsyncResult *result,
                                         guint *n_rows,
                                         GError **error);

/* For a database that cannot be opened. */
GFile *cnscd_repository_dup_backup_folder (const char *path);
void cnscd_repository_compare_backup_async (CnscdRepository *self,
                                            const char *path,
                                            GFile *backup,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
gboolean cnscd_repository_compare_backup_finish (CnscdRepository *self,
                                                 GAsyncResult *result,
                                                 GArray **counts,
                                                 CnscdOffice **office,
                                                 gint64 *at,
                                                 GError **error);
void cnscd_repository_restore_async (CnscdRepository *self,
                                     const char *path,
                                     GFile *backup,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean
cnscd_repository_restore_finish (CnscdRepository *self, GAsyncResult *result, GError **error);

G_END_DECLS
