/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-member-form.h"

G_BEGIN_DECLS

/**
 * CnscdHamletForm:
 * @hamlet: (nullable): what the form shows, as stored
 *
 * A hamlet as typed into a form: texts as they stand in its fields, %NULL or
 * blank for unknown. All belongs to whoever fills it.
 */
typedef struct
{
  const CnscdHamlet *hamlet;
  const char *name;
  CnscdHamletKind kind;
  const char *valid_from; /* "2019" or "1/7/2025" */
  const char *valid_to;
  const char *note;
} CnscdHamletForm;

typedef enum
{
  CNSCD_HAMLET_FIELD_NAME,
  CNSCD_HAMLET_FIELD_VALID_FROM,
  CNSCD_HAMLET_FIELD_VALID_TO,
  CNSCD_N_HAMLET_FIELDS,
} CnscdHamletField;

CnscdFormProblem cnscd_hamlet_form_check (const CnscdHamletForm *form, CnscdHamletField field);
gboolean cnscd_hamlet_form_is_valid (const CnscdHamletForm *form);
void cnscd_hamlet_form_fill (const CnscdHamletForm *form, CnscdHamlet *hamlet);
gboolean cnscd_hamlet_form_is_known (const char *name, GPtrArray *hamlets, const char *id);

typedef enum
{
  CNSCD_PROFILE_FIELD_AS_OF,
  CNSCD_PROFILE_FIELD_HOUSEHOLDS,
  CNSCD_PROFILE_FIELD_POOR,
  CNSCD_PROFILE_FIELD_NEAR_POOR,
  CNSCD_PROFILE_FIELD_PEOPLE,
  CNSCD_PROFILE_FIELD_WORKING_AGE,
  CNSCD_N_PROFILE_FIELDS,
} CnscdProfileField;

/**
 * CnscdProfileForm:
 * @profile: (nullable): what the form shows, as stored
 * @texts: as they stand in the fields, %NULL or blank for unknown
 * @others: (nullable) (element-type CnscdHamletProfile): the hamlet's, but for the one being
 *   edited: no two are of the same day
 *
 * A hamlet's figures as typed into a form.
 */
typedef struct
{
  const CnscdHamletProfile *profile;
  const char *texts[CNSCD_N_PROFILE_FIELDS];
  GPtrArray *others;
} CnscdProfileForm;

CnscdFormProblem
cnscd_profile_form_check (const CnscdProfileForm *form, CnscdProfileField field, CnscdDate today);
gboolean cnscd_profile_form_is_valid (const CnscdProfileForm *form, CnscdDate today);
void cnscd_profile_form_fill (const CnscdProfileForm *form, CnscdHamletProfile *profile);

CnscdFormProblem cnscd_count_check (const char *text);
gboolean cnscd_count_parse (const char *text, gint64 *count);
gboolean cnscd_count_is_text (const char *text, gint64 stored);
int cnscd_count_share (gint64 part, gint64 whole);

G_END_DECLS
