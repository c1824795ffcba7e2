/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-document.h"
#include "cnscd-schedule.h"
#include "cnscd-typesetter.h"

G_BEGIN_DECLS

CnscdDocument *cnscd_schedule_document_new (const CnscdSchedule *schedule,
                                            CnscdTypesetter *typesetter);

G_END_DECLS
