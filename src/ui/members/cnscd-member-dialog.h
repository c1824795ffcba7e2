/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-records.h"
#include "ui/window/cnscd-form-dialog.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_MEMBER_DIALOG (cnscd_member_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CnscdMemberDialog, cnscd_member_dialog, CNSCD, MEMBER_DIALOG, CnscdFormDialog)

AdwDialog *cnscd_member_dialog_new (CnscdWindow *window, CnscdTeam *team);
AdwDialog *cnscd_member_dialog_new_draft (CnscdWindow *window,
                                          CnscdPerson *person,
                                          CnscdMembership *membership,
                                          gboolean is_new);
AdwDialog *cnscd_member_dialog_new_draft_to_join (CnscdWindow *window,
                                                  CnscdPerson *person,
                                                  CnscdMembership *membership);
AdwDialog *cnscd_member_dialog_new_for_member (CnscdWindow *window,
                                               CnscdPerson *person,
                                               CnscdMembership *membership);
AdwDialog *cnscd_member_dialog_new_for_person (CnscdWindow *window, CnscdPerson *person);
AdwDialog *cnscd_member_dialog_new_to_join (CnscdWindow *window,
                                            CnscdPerson *person,
                                            const char *const *teams);

G_END_DECLS
