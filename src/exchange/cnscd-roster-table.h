/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/cnscd-records.h"
#include "cnscd-workbook.h"

G_BEGIN_DECLS

/* What a column of a roster says. */
typedef enum
{
  CNSCD_COLUMN_IGNORED,
  CNSCD_COLUMN_NUMBER, /* STT */
  CNSCD_COLUMN_FULL_NAME,
  CNSCD_COLUMN_FAMILY_NAME, /* "Họ và tên đệm", where the given name stands in a column of its own
                             */
  CNSCD_COLUMN_GIVEN_NAME,
  CNSCD_COLUMN_BIRTH,
  CNSCD_COLUMN_BIRTH_MALE,   /* year of birth, and by standing here: a man */
  CNSCD_COLUMN_BIRTH_FEMALE, /* the same for a woman */
  CNSCD_COLUMN_GENDER,
  CNSCD_COLUMN_MALE_MARK,   /* "Nam": an x means a man */
  CNSCD_COLUMN_FEMALE_MARK, /* "Nữ": an x means a woman */
  CNSCD_COLUMN_OFFICE,      /* position and body in one: "Bí thư Chi đoàn, Đoàn Thanh niên" */
  CNSCD_COLUMN_POSITION,
  CNSCD_COLUMN_BODY,
  CNSCD_COLUMN_ROLE,
  CNSCD_COLUMN_PHONE,
  CNSCD_COLUMN_HAMLET,
  CNSCD_COLUMN_TEAM,
  CNSCD_COLUMN_UNIT, /* "Xã/phường", in a file of several communes */
  CNSCD_COLUMN_NOTE,
  CNSCD_COLUMN_LEADER_MARK, /* "Tổ trưởng": an x means that role */
  CNSCD_COLUMN_DEPUTY_MARK,
  CNSCD_COLUMN_MEMBER_MARK,
} CnscdColumn;

#define CNSCD_N_COLUMNS (CNSCD_COLUMN_MEMBER_MARK + 1)

typedef enum
{
  CNSCD_FINDING_INFO,    /* understood, and worth telling */
  CNSCD_FINDING_WARNING, /* imported, and worth a look */
  CNSCD_FINDING_ERROR,   /* this row or value is not imported */
} CnscdFindingLevel;

/**
 * CnscdFinding:
 * @sheet: (nullable): name of the sheet
 * @row: as the person sees it, from 1; 0: the whole sheet or file
 * @column: as the person sees it, from 1; 0: the whole row
 * @code: stable word for programs, such as "phone-invalid"
 * @team: (nullable): name of the team that it is about, and nobody of its rows
 * @message: what it is and what to do, in the program's language
 */
typedef struct
{
  char *sheet;
  guint row;
  guint column;
  CnscdFindingLevel level;
  const char *code;
  char *message;
  char *team;
} CnscdFinding;

typedef struct
{
  char *full_name; /* normalized, never NULL */
  CnscdGender gender;
  CnscdDate birth;
  char *phone;
  CnscdRole role;      /* "member" where the column is empty */
  gboolean role_given; /* the file says the role itself */
  char *body;
  char *position;
  char *note;
  char *written_name; /* (nullable): the name where @note has words out of brackets in it */
  char *written_note; /* (nullable): the note without them */
  const char *sheet;  /* owned by the table's mapping of this sheet */
  guint row;          /* from 1 */
  guint column;       /* of the name, from 1 */
} CnscdRosterEntry;

/* A team of the file. Groups without an own unit are of the table's. */
typedef struct
{
  char *name;     /* "Tổ CNSCĐ xóm Ba Nhất" */
  gboolean named; /* the file names the team itself; else the name was made from the hamlet's */
  char *hamlet;   /* (nullable) "Ba Nhất"; NULL: a team of the commune */
  CnscdHamletKind hamlet_kind;
  char *unit_kind;    /* (nullable) "xa"/"phuong", where the file says it by the row */
  char *unit_name;    /* (nullable) "Võ Nhai", or a code "05716" */
  gboolean listed;    /* a row of a list of teams, which names no people */
  GPtrArray *entries; /* (element-type CnscdRosterEntry) in the file's order */
  const char *sheet;  /* owned by the table's mapping of this sheet */
  guint row;
} CnscdRosterGroup;

/**
 * CnscdSheetMapping:
 * @head_row: last row of the head, from 1; 0: none
 * @n_head_rows: rows of the head; 0 where nobody has counted them
 * @first_row: where the people begin, from 0, unless the head ends later
 * @schedule: whether it is of sessions, so that @columns are #CnscdScheduleColumn
 * @columns: (element-type CnscdColumn): by column, from 0; empty: to be found
 *   by the head in @head_row, or by the cells where there is no head
 * @heads: (element-type utf8): the head's words, by column; empty: to be read
 */
typedef struct
{
  char *sheet;
  gboolean schedule;
  guint head_row;
  guint n_head_rows;
  guint first_row;
  GArray *columns;
  GPtrArray *heads;
} CnscdSheetMapping;

/**
 * CnscdRosterTable:
 *
 * What a workbook was understood to say. Knows no database.
 */
typedef struct
{
  char *unit_kind; /* (nullable) "xa"/"phuong", from the title rows */
  char *unit_name; /* (nullable) "Võ Nhai" */
  char *decision_number;
  CnscdDate decision_date;
  CnscdDecisionKind decision_kind;
  guint n_entries;     /* people in all groups */
  GPtrArray *mappings; /* (element-type CnscdSheetMapping), a sheet each */
  GPtrArray *groups;   /* (element-type CnscdRosterGroup) */
  GPtrArray *findings; /* (element-type CnscdFinding) */
} CnscdRosterTable;

/*
 * @mappings: (nullable): column mappings that a person corrected; the sheets
 * named there are read by them instead of by what the recognizer finds.
 */
CnscdRosterTable *cnscd_roster_table_new (void);
CnscdRosterTable *cnscd_roster_table_recognize (const CnscdWorkbook *workbook, GPtrArray *mappings);
void cnscd_roster_table_free (CnscdRosterTable *table);
CnscdSheetMapping *cnscd_sheet_mapping_new (const char *sheet);
CnscdSheetMapping *cnscd_sheet_mapping_copy (const CnscdSheetMapping *mapping);
void cnscd_sheet_mapping_free (CnscdSheetMapping *mapping);
const CnscdSheetMapping *cnscd_sheet_mappings_find (GPtrArray *mappings, const char *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdRosterTable, cnscd_roster_table_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CnscdSheetMapping, cnscd_sheet_mapping_free)

void cnscd_finding_free (CnscdFinding *finding);
void cnscd_findings_add (GPtrArray *findings,
                         CnscdFindingLevel level,
                         const char *code,
                         const char *sheet,
                         guint row,
                         guint column,
                         const char *format,
                         ...) G_GNUC_PRINTF (7, 8);
void cnscd_findings_set_team (GPtrArray *findings, const char *team);
GPtrArray *cnscd_findings_new (void);
const char *cnscd_column_get_title (CnscdColumn column);
CnscdColumn cnscd_column_from_head (const char *head);
char *cnscd_column_dup_letters (guint column);

G_END_DECLS
