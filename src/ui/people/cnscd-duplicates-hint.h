/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/cnscd-repository.h"
#include "ui/common/cnscd-notices.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_DUPLICATES_HINT (cnscd_duplicates_hint_get_type ())
G_DECLARE_FINAL_TYPE (CnscdDuplicatesHint, cnscd_duplicates_hint, CNSCD, DUPLICATES_HINT, GObject)

CnscdDuplicatesHint *cnscd_duplicates_hint_new (CnscdRepository *repository,
                                                AdwNavigationPage *page,
                                                CnscdNotices *notices);

G_END_DECLS
