/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-document.h"
#include "cnscd-fact-list.h"
#include "cnscd-issuer.h"
#include "cnscd-signature.h"
#include "cnscd-table.h"
#include "cnscd-text-block.h"

G_BEGIN_DECLS

#define CNSCD_TYPE_TABLE_DOCUMENT (cnscd_table_document_get_type ())
G_DECLARE_FINAL_TYPE (CnscdTableDocument, cnscd_table_document, CNSCD, TABLE_DOCUMENT, GObject)

/* What the texts of all documents look like: NĐ 30/2020/NĐ-CP, Phụ lục I. */
extern const CnscdTextStyle CNSCD_STYLE_TITLE;
extern const CnscdTextStyle CNSCD_STYLE_REFERENCE;
extern const CnscdTextStyle CNSCD_STYLE_CLOSING;

/* For tables: 11 to 13 points. */
#define CNSCD_TABLE_FONT_SIZE 12

CnscdTableDocument *cnscd_table_document_new (CnscdTypesetter *typesetter, gboolean landscape);
CnscdTypesetter *cnscd_table_document_get_typesetter (CnscdTableDocument *self);
double cnscd_table_document_get_text_width (CnscdTableDocument *self);

/* To be called once, in the order in which they stand, and then laid out. */
void cnscd_table_document_set_title (CnscdTableDocument *self, const char *title);
void cnscd_table_document_set_issuer (CnscdTableDocument *self, const CnscdIssuer *issuer);
void cnscd_table_document_set_running_head (CnscdTableDocument *self, const char *text);
void cnscd_table_document_add_letterhead (CnscdTableDocument *self, const CnscdIssuer *issuer);
void cnscd_table_document_add_heading (CnscdTableDocument *self,
                                       const CnscdTextStyle *style,
                                       const char *text,
                                       const char *tag,
                                       CnscdTextRule rule);
void cnscd_table_document_add_gap (CnscdTableDocument *self);
void cnscd_table_document_take_facts (CnscdTableDocument *self, CnscdFactList *facts);
void cnscd_table_document_take_table (CnscdTableDocument *self, CnscdTable *table);
void cnscd_table_document_add_closing (CnscdTableDocument *self, const char *text);
void cnscd_table_document_add_closing_title (CnscdTableDocument *self, const char *text);
void cnscd_table_document_take_lower_table (CnscdTableDocument *self, CnscdTable *table);
void cnscd_table_document_take_signature (CnscdTableDocument *self, CnscdSignature *signature);
void cnscd_table_document_add_signer (CnscdTableDocument *self,
                                      const CnscdIssuer *issuer,
                                      const char *recipients);
void cnscd_table_document_lay_out (CnscdTableDocument *self);

guint cnscd_table_document_get_capacity (CnscdTableDocument *self, double row_height);
CnscdTable *cnscd_table_document_get_table (CnscdTableDocument *self);

G_END_DECLS
