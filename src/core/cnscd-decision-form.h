/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-member-form.h"

G_BEGIN_DECLS

/**
 * CnscdDecisionForm:
 * @decision: (nullable): what the form shows, as stored
 * @needs_date: whether the date must be known
 *
 * A decision as typed into a form: texts as they stand in its fields, %NULL or
 * blank for unknown. All belongs to whoever fills it.
 */
typedef struct
{
  const CnscdDecision *decision;
  const char *number; /* "103/QĐ-UBND" */
  const char *date;   /* "29/11/2025" */
  gboolean needs_date;
  CnscdDecisionKind kind;
  const char *issuer;
  const char *signer;
  const char *subject;
  const char *note;
} CnscdDecisionForm;

typedef enum
{
  CNSCD_DECISION_FIELD_NUMBER,
  CNSCD_DECISION_FIELD_DATE,
} CnscdDecisionField;

CnscdFormProblem cnscd_decision_form_check (const CnscdDecisionForm *form,
                                            CnscdDecisionField field,
                                            CnscdDate today);
gboolean cnscd_decision_form_is_valid (const CnscdDecisionForm *form, CnscdDate today);
void cnscd_decision_form_fill (const CnscdDecisionForm *form, CnscdDecision *decision);

char *cnscd_decision_number_normalize (const char *text);
gboolean cnscd_decision_is_double (const char *number,
                                   CnscdDate date,
                                   const char *other_number,
                                   CnscdDate other_date);

G_END_DECLS
