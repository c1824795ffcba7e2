/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-catalog.h"
#include "cnscd-form-problem.h"

G_BEGIN_DECLS

typedef enum
{
  CNSCD_CATALOG_FIELD_NAME,
  CNSCD_CATALOG_FIELD_UNIT,      /* of an indicator */
  CNSCD_CATALOG_FIELD_FIRST_DAY, /* of a holiday */
  CNSCD_CATALOG_FIELD_LAST_DAY,  /* of a holiday; blank: the first day */
  CNSCD_N_CATALOG_FIELDS,
} CnscdCatalogField;

/**
 * CnscdCatalogForm:
 * @kind: what kind of record
 * @record: (nullable): what the form shows, as stored
 * @texts: as they stand in the fields, %NULL or blank for unknown
 * @workday: of a holiday: whether it is a weekend day that is worked instead
 *
 * A topic, audience, indicator or holiday as typed into a form. All belongs to
 * whoever fills it.
 */
typedef struct
{
  const CnscdKind *kind;
  gconstpointer record;
  const char *texts[CNSCD_N_CATALOG_FIELDS];
  gboolean workday;
} CnscdCatalogForm;

gboolean cnscd_catalog_form_has (const CnscdCatalogForm *form, CnscdCatalogField field);
CnscdFormProblem cnscd_catalog_form_check (const CnscdCatalogForm *form,
                                           const CnscdCatalog *catalog,
                                           CnscdCatalogField field);
gboolean cnscd_catalog_form_is_valid (const CnscdCatalogForm *form, const CnscdCatalog *catalog);
gint64 cnscd_catalog_form_count_days (const CnscdCatalogForm *form);
CnscdHoliday *cnscd_catalog_form_find_overlap (const CnscdCatalogForm *form,
                                               const CnscdCatalog *catalog);
void cnscd_catalog_form_fill (const CnscdCatalogForm *form, gpointer record);

G_END_DECLS
