/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-repository.h"
#include "ui/common/cnscd-notices.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_OVERDUE_HINT (cnscd_overdue_hint_get_type ())
G_DECLARE_FINAL_TYPE (CnscdOverdueHint, cnscd_overdue_hint, CNSCD, OVERDUE_HINT, GObject)

CnscdOverdueHint *cnscd_overdue_hint_new (CnscdRepository *repository,
                                          AdwNavigationPage *page,
                                          CnscdNotices *notices);

G_END_DECLS
