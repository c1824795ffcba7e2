/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/common/cnscd-notices.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_NOTICE_BANNER (cnscd_notice_banner_get_type ())
G_DECLARE_FINAL_TYPE (CnscdNoticeBanner, cnscd_notice_banner, CNSCD, NOTICE_BANNER, AdwBin)

CnscdNotices *cnscd_notice_banner_get_hints (CnscdNoticeBanner *self);

G_END_DECLS
