/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-roster-table.h"

G_BEGIN_DECLS

/* What the words at the head of a column are. */
typedef enum
{
  CNSCD_HEAD_UNKNOWN,   /* no words known here: its content decides */
  CNSCD_HEAD_COLUMN,    /* a column of the roster */
  CNSCD_HEAD_OTHER,     /* known, and of no use here: "Trình độ" */
  CNSCD_HEAD_FORBIDDEN, /* never kept: ID card, ethnicity, religion, party */
} CnscdHeadKind;

CnscdHeadKind cnscd_head_classify (const char *head, CnscdColumn *column);
CnscdColumn cnscd_head_get_role_mark (const char *head);
CnscdColumn cnscd_head_combine (const char *top, const char *sub);
CnscdHamletKind cnscd_head_get_hamlet_kind (const char *head);
gboolean cnscd_head_names_body (const char *head);
gboolean cnscd_head_is_male (const char *head);
gboolean cnscd_head_is_female (const char *head);

/* Words of the cells. */
gboolean cnscd_words_is_mark (const char *text);
gboolean cnscd_words_is_tick (const char *text);
gboolean cnscd_words_is_blank (const char *text);
gboolean cnscd_words_is_name (const char *text);
gboolean cnscd_words_has_letter (const char *text);
gboolean cnscd_words_is_identity_number (const char *text);
const char *cnscd_words_skip (const char *text, glong n);
const char *cnscd_words_skip_honorific (const char *name, CnscdGender *gender);
char *cnscd_words_name (const char *text);
char *cnscd_words_take_role (const char *office, CnscdRole *role);
void cnscd_words_split_office (const char *office, gboolean strict, char **position, char **body);

/**
 * CnscdGroupWords:
 *
 * What a title such as "II. Tổ CNSCĐ xóm Ba Nhất" says.
 */
typedef struct
{
  char *name;   /* the team's name without the list mark */
  char *hamlet; /* (nullable) */
  CnscdHamletKind hamlet_kind;
  gboolean names_team; /* the text calls itself a team */
  char *unit_kind;     /* (nullable) "xa"/"phuong": the title of a commune */
  char *unit_name;     /* (nullable) */
} CnscdGroupWords;

gboolean cnscd_group_words_parse (const char *text, gboolean surely, CnscdGroupWords *words);
void cnscd_group_words_set_kind (CnscdGroupWords *words, CnscdHamletKind kind);
void cnscd_group_words_clear (CnscdGroupWords *words);
char *cnscd_team_key (const char *name);
gboolean cnscd_unit_words_parse (const char *text, char **kind, char **name);

G_END_DECLS
