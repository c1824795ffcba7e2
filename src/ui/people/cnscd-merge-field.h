/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/cnscd-person-merge.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_MERGE_FIELD (cnscd_merge_field_get_type ())
G_DECLARE_FINAL_TYPE (CnscdMergeField, cnscd_merge_field, CNSCD, MERGE_FIELD, AdwBin)

void cnscd_merge_field_set_people (CnscdMergeField *self,
                                   CnscdPersonChoice choice,
                                   const CnscdPerson *one,
                                   const CnscdPerson *other);
void cnscd_merge_field_set_takes_other (CnscdMergeField *self, gboolean takes_other);
gboolean cnscd_merge_field_get_takes_other (CnscdMergeField *self);

G_END_DECLS
