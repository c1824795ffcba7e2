/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-roster-table.h"

G_BEGIN_DECLS

/* One sheet on its way from cells to people. */
typedef struct
{
  const CnscdWorkbook *workbook;
  const CnscdSheet *sheet;
  guint n_columns;
  gboolean unguard;     /* texts carry the guard of our CSV export */
  GHashTable *merges;   /* top left corner -> CnscdCellRange */
  GHashTable *repeated; /* column -> the kind that another one says already */
  CnscdSheetMapping *mapping;
  GArray *own_columns; /* (nullable): what the head itself says, where a person corrected it */
  guint first_row;     /* first row below the head, from 0 */
  guint title_rows;    /* rows above the head */
  gboolean office_strict;
  gboolean several_rosters; /* more sheets than this one hold people */
  gboolean team_list;       /* a team a row, and no people */
  gboolean honorifics;      /* most names begin with "Ông" or "Bà" */
  guint this_year;
} CnscdScan;

/* What a sample of one column's cells looks like. */
typedef struct
{
  guint n_filled;
  guint n_phones;
  guint n_births;
  guint n_names;
  guint n_roles;
  guint n_genders;
  guint n_marks;
  guint n_identities;
  guint n_single_words;
  guint n_honorifics;
} CnscdProfile;

/* Rows of one sheet on their way to people. */
typedef struct
{
  const CnscdScan *scan;
  CnscdRosterTable *table;
  GHashTable *groups;  /* key -> CnscdRosterGroup, over all sheets */
  GHashTable *cells;   /* text of a cell, by its address -> its clean text, see @texts */
  GStringChunk *texts; /* clean texts, one copy each: rosters repeat themselves */
  GHashTable *places;  /* texts of unit, hamlet and team -> CnscdRosterGroup */
  GHashTable *offices; /* text -> OfficeParts */
  const char *sheet;

  int columns[CNSCD_N_COLUMNS]; /* where each kind of column is, or -1 */
  guint row;                    /* from 0 */
  const CnscdCell **cells_of_row;
  guint n_cells_of_row;

  CnscdRosterGroup *group; /* of the title row above */
  char *unit_kind;         /* of the title row above */
  char *unit_name;
  const char *last_hamlet, *last_team, *last_unit; /* of a column, from the rows above */
  guint hamlet_until, team_until;                  /* rows that a merged cell spans */
  gboolean hamlet_in_each_row;
  CnscdHamletKind hamlet_kind; /* by the head of the hamlets' column */
  gboolean in_signatures;
  guint n_people;
  guint n_numbers_only;
  guint n_role_empty;
  guint n_roles_given;
  guint n_honorifics;
  guint honorific_row; /* the first of them, from 1 */
} CnscdRowReader;

const CnscdCell *cnscd_row_get_cell (const CnscdRowReader *reader, CnscdColumn column);
const char *cnscd_row_get_text (const CnscdRowReader *reader, const CnscdCell *cell);
const char *
cnscd_row_get_content (CnscdRowReader *reader, CnscdColumn column, const CnscdCell **cell);
void cnscd_row_add_finding (CnscdRowReader *reader,
                            CnscdFindingLevel level,
                            const char *code,
                            CnscdColumn column,
                            char *message);
gboolean cnscd_row_add_note (CnscdRowReader *reader,
                             CnscdRosterEntry *entry,
                             CnscdColumn column,
                             const char *words);
gboolean cnscd_row_has_roles (const CnscdRowReader *reader);
void cnscd_row_read_role (CnscdRowReader *reader, CnscdRosterEntry *entry);
void cnscd_row_take_role (CnscdRosterEntry *entry, CnscdRole role);
CnscdGender cnscd_row_read_name (CnscdRowReader *reader, const char *name, CnscdRosterEntry *entry);
gboolean cnscd_row_is_no_person (CnscdRowReader *reader, const char *name);
void cnscd_row_report_names (const CnscdRowReader *reader);
void cnscd_row_report_roles (const CnscdRowReader *reader);
void cnscd_roster_table_report_leaders (CnscdRosterTable *table);
void cnscd_row_read_entry (CnscdRowReader *reader, const char *name, CnscdRosterGroup *group);
CnscdRosterGroup *cnscd_row_find_group (CnscdRowReader *reader);
CnscdRosterGroup *cnscd_row_open_group (CnscdRowReader *reader, const char *text, gboolean surely);

void cnscd_scan_init (CnscdScan *scan, const CnscdWorkbook *workbook, const CnscdSheet *sheet);
void cnscd_scan_clear (CnscdScan *scan);
char *cnscd_scan_dup_text (const CnscdScan *scan, const CnscdCell *cell);
gboolean
cnscd_scan_is_column_numbers (const CnscdScan *scan, const CnscdCell **cells, guint n_cells);
gboolean cnscd_words_is_signature (const char *text);
const CnscdCellRange *cnscd_scan_get_merge (const CnscdScan *scan, guint row, guint column);
void
cnscd_scan_profile (const CnscdScan *scan, guint column, guint first_row, CnscdProfile *profile);

gboolean cnscd_recognizer_find_head (CnscdScan *scan);
void cnscd_recognizer_use_head (CnscdScan *scan, guint row);
GPtrArray *cnscd_scan_read_heads (const CnscdScan *scan, guint row);
gboolean cnscd_recognizer_apply_mapping (CnscdScan *scan, const CnscdSheetMapping *given);
gboolean
cnscd_scan_is_forbidden (const CnscdScan *scan, const char *head, guint column, guint first_row);
void cnscd_recognizer_refine (CnscdScan *scan);
gboolean cnscd_recognizer_infer (CnscdScan *scan);
void cnscd_recognizer_report_columns (const CnscdScan *scan, GPtrArray *findings);
guint cnscd_recognizer_match_head (const CnscdScan *scan, guint row, GArray **columns);

void cnscd_recognizer_read_title (const CnscdScan *scan, CnscdRosterTable *table);
CnscdRosterGroup *cnscd_roster_table_add_group (CnscdRosterTable *table);
guint
cnscd_recognizer_read_rows (const CnscdScan *scan, CnscdRosterTable *table, GHashTable *groups);

gboolean cnscd_value_parse_birth (const CnscdScan *scan,
                                  const CnscdCell *cell,
                                  CnscdDate *birth,
                                  gboolean *guessed);
gboolean cnscd_value_is_future (const CnscdScan *scan, const CnscdCell *cell);
gboolean cnscd_value_parse_phone (const CnscdScan *scan,
                                  const CnscdCell *cell,
                                  char **phone,
                                  gboolean *several);

G_END_DECLS
