/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-schedule-records.h"

G_BEGIN_DECLS

/**
 * CnscdCatalog:
 * @topics: (element-type CnscdTopic): by their ordinals, ended ones too
 * @audiences: (element-type CnscdAudience): likewise
 * @audience_topics: (element-type CnscdAudienceTopic): by their ordinals
 * @indicators: (element-type CnscdIndicator): by their ordinals
 * @holidays: (element-type CnscdHoliday): by their first days
 *
 * What sessions are made of and what days are like: the province's and one
 * commune's, a few hundred records at the most. Immutable.
 */
typedef struct
{
  GPtrArray *topics;
  GPtrArray *audiences;
  GPtrArray *audience_topics;
  GPtrArray *indicators;
  GPtrArray *holidays;
} CnscdCatalog;

CnscdCatalog *cnscd_catalog_new (void);
CnscdCatalog *cnscd_catalog_ref (CnscdCatalog *self);
void cnscd_catalog_unref (CnscdCatalog *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdCatalog, cnscd_catalog_unref)

void cnscd_catalog_add (CnscdCatalog *self, gpointer record);
void cnscd_catalog_sort (CnscdCatalog *self);

gpointer cnscd_catalog_find (GPtrArray *records, const char *id);
GPtrArray *cnscd_catalog_list_offered (GPtrArray *records, CnscdDate day);
GPtrArray *
cnscd_catalog_list_topics_of (const CnscdCatalog *self, const char *audience, CnscdDate day);
CnscdHoliday *cnscd_catalog_find_holiday (const CnscdCatalog *self, CnscdDate day);

G_END_DECLS
