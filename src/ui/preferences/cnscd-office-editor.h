/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/cnscd-repository-office.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_OFFICE_EDITOR (cnscd_office_editor_get_type ())
G_DECLARE_FINAL_TYPE (CnscdOfficeEditor, cnscd_office_editor, CNSCD, OFFICE_EDITOR, GObject)

CnscdOfficeEditor *cnscd_office_editor_new (CnscdRepository *repository);
CnscdRepository *cnscd_office_editor_get_repository (CnscdOfficeEditor *self);
CnscdOffice *cnscd_office_editor_get_office (CnscdOfficeEditor *self);
const char *cnscd_office_editor_get_unit_name (CnscdOfficeEditor *self);
void cnscd_office_editor_save (CnscdOfficeEditor *self);

G_END_DECLS
