/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-repository.h"
#include "exchange/cnscd-table-shape.h"
#include "store/cnscd-units.h"

G_BEGIN_DECLS

/**
 * CnscdImportLook:
 * @shapes: (element-type CnscdTableShape): the tables
 * @kept: (element-type CnscdSheetMapping): columns that were corrected in an
 *   earlier import, and are used here
 * @units: (element-type CnscdUnit): the communes of the province
 * @unit_said: (nullable): the commune that the file names in its title: "xã Võ Nhai"
 * @unit_known: whether @unit_said is one of @units, or each row names its own
 * @decision_number: (nullable): of the decision in the title
 * @n_teams: teams in all tables
 * @n_people: people in all tables, or sessions
 * @schedule: whether it is a schedule of sessions
 *
 * What was understood of a file, before anything is compared with the database.
 */
typedef struct
{
  GPtrArray *shapes;
  GPtrArray *kept;
  GPtrArray *units;
  char *unit_said;
  gboolean unit_known;
  char *decision_number;
  CnscdDate decision_date;
  guint n_teams;
  guint n_people;
  gboolean schedule;
} CnscdImportLook;

CnscdImportJob *cnscd_import_job_new_for_rows (const char *name, GBytes *rows);
gboolean cnscd_import_job_is_pasted (CnscdImportJob *job);
guint cnscd_import_job_get_n_read (CnscdImportJob *job);
void cnscd_import_job_get_rows (CnscdImportJob *job, guint *done, guint *total);
void cnscd_import_job_set_choices (CnscdImportJob *job,
                                   const char *unit,
                                   GPtrArray *mappings,
                                   GHashTable *decisions);
void cnscd_import_job_set_take_unit (CnscdImportJob *job, gboolean take_unit);

void cnscd_repository_look_async (CnscdRepository *self,
                                  CnscdImportJob *job,
                                  GPtrArray *mappings,
                                  const char *forget,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
CnscdImportLook *
cnscd_repository_look_finish (CnscdRepository *self, GAsyncResult *result, GError **error);
void cnscd_import_look_free (CnscdImportLook *look);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdImportLook, cnscd_import_look_free)

G_END_DECLS
