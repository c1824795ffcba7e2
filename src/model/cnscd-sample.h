/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-repository.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_SAMPLE (cnscd_sample_get_type ())
G_DECLARE_FINAL_TYPE (CnscdSample, cnscd_sample, CNSCD, SAMPLE, GObject)

CnscdSample *cnscd_sample_new (void);
CnscdRepository *cnscd_sample_get_repository (CnscdSample *self);
const char *cnscd_sample_get_path (CnscdSample *self);

void cnscd_sample_make_async (CnscdSample *self,
                              const char *unit,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean cnscd_sample_make_finish (CnscdSample *self, GAsyncResult *result, GError **error);
void
cnscd_sample_discard_async (CnscdSample *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean cnscd_sample_discard_finish (CnscdSample *self, GAsyncResult *result, GError **error);

char *cnscd_sample_dup_folder (void);
void cnscd_sample_remove_stale (CnscdRepository *repository);

G_END_DECLS
