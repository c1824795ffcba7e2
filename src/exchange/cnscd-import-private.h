/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cnscd-import-transaction.h"
#include "cnscd-import-unit.h"
#include "cnscd-import.h"
#include "core/cnscd-person-match.h"
#include "store/cnscd-record-store.h"
#include "store/cnscd-units.h"

G_BEGIN_DECLS

typedef struct _PersonState PersonState;
typedef struct _TeamState TeamState;

typedef struct
{
  CnscdHamlet *record;
  char *key;
  char *fold; /* of the key */
  gboolean is_new;
  gboolean kind_claimed; /* the file has a hamlet of this very kind */
} HamletState;

typedef struct
{
  CnscdMembership *record; /* (nullable): %NULL once the import has made it, unless for a move */
  PersonState *person;
  TeamState *team;
  int role;         /* CnscdRole, also once @record is gone */
  gboolean claimed; /* by a row of the file */
  gboolean is_new;  /* made by this import */
  gboolean left;    /* for another team, by this import */
} MembershipState;

/* A row for which it is to be settled, after all rows, whether its person has moved. */
typedef struct
{
  const CnscdRosterEntry *entry;
  PersonState *person;
  const TeamState *team;
  CnscdImportPair *pair;  /* (nullable): of a question, owned by the plan */
  MembershipState *there; /* (nullable): of a move that is wanted: the new place */
} MoveState;

struct _PersonState
{
  CnscdPerson *record;
  const char *fold;              /* owned by the importer */
  GPtrArray *memberships;        /* (element-type MembershipState) (nullable): current ones */
  const CnscdRosterEntry *entry; /* (nullable): the first row that speaks of this person */
  gboolean is_new;               /* made by this import */
  gboolean changed;              /* by this import */
};

struct _TeamState
{
  CnscdTeam *record;
  char *key;
  GPtrArray *memberships; /* (element-type MembershipState): current ones */
  gint64 last_ordinal;
  gboolean in_file;
  gboolean is_new;
  const char *sheet;
  guint row;
};

/* What the store holds of one commune, and what the import adds. */
typedef struct
{
  char *code;
  char *full_name;
  GPtrArray *hamlets;
  GPtrArray *teams;
  GHashTable *hamlets_by_fold; /* fold of the key -> GPtrArray of HamletState */
  GHashTable *teams_by_hamlet; /* id of the hamlet, "" for none -> GPtrArray of TeamState */
  GHashTable *people_by_fold;  /* fold -> GPtrArray of PersonState */
  GHashTable *people_by_phone; /* phone -> GPtrArray of PersonState */
  CnscdDecision *decision;     /* (nullable): the file's */
} UnitState;

typedef struct
{
  CnscdDatabase *database;
  const CnscdImportOptions *options;
  GCancellable *cancellable;
  CnscdRosterTable *table;
  CnscdImportPlan *plan;

  GPtrArray *all_units;     /* CnscdUnit, of the province */
  GHashTable *unit_names;   /* what the file says -> code */
  GHashTable *units;        /* code -> UnitState */
  char *unit;               /* (nullable): of groups that name none */
  GPtrArray *people;        /* PersonState, all */
  GPtrArray *memberships;   /* MembershipState, all */
  GPtrArray *decisions;     /* CnscdDecision, all */
  GHashTable *folds;        /* name -> fold */
  GHashTable *name_keys;    /* name -> cnscd_text_match_key() */
  GHashTable *reported;     /* pairs of people told to be alike */
  GPtrArray *group_teams;   /* TeamState: of the groups of the table, in their order */
  GPtrArray *row_pairs;     /* PersonState: who a pair asks about for the row that is applied */
  gboolean row_moves;       /* whether the person of that row is to leave another team */
  GArray *moves;            /* MoveState */
  GHashTable *people_by_id; /* (nullable): id, or the row of who is new -> PersonState */
  CnscdDate today;
  CnscdImportTransaction transaction;
  guint n_done;
} Importer;

gboolean cnscd_importer_add (Importer *importer, gconstpointer record, GError **error);
gboolean cnscd_importer_put (Importer *importer, gconstpointer record, GError **error);
const char *cnscd_importer_fold (Importer *importer, const char *name);

gboolean cnscd_importer_resolve_units (Importer *importer, GError **error);
const char *cnscd_importer_get_unit (Importer *importer, const CnscdRosterGroup *group);

gboolean cnscd_importer_load (Importer *importer, GError **error);
void cnscd_importer_add_person (Importer *importer, UnitState *unit, PersonState *person);
MembershipState *cnscd_importer_add_membership (Importer *importer,
                                                CnscdMembership *record,
                                                PersonState *person,
                                                TeamState *team);
PersonState *cnscd_person_state_new (Importer *importer, CnscdPerson *record);
TeamState *cnscd_team_state_new (UnitState *unit, CnscdTeam *record);
HamletState *cnscd_hamlet_state_new (UnitState *unit, CnscdHamlet *record);
void cnscd_team_state_change (UnitState *unit, TeamState *team, CnscdTeam *record);

gboolean cnscd_importer_find_decision (Importer *importer, UnitState *unit, GError **error);
gboolean cnscd_importer_find_team (Importer *importer,
                                   UnitState *unit,
                                   const CnscdRosterGroup *group,
                                   TeamState **team,
                                   GError **error);

gboolean cnscd_import_same_name (const char *a, const char *b);
CnscdPersonTraits cnscd_importer_get_traits (Importer *importer,
                                             const char *full_name,
                                             CnscdGender gender,
                                             CnscdDate birth,
                                             const char *phone);
const GPtrArray *cnscd_importer_get_phone_owners (UnitState *unit, const char *phone);
MembershipState *cnscd_importer_match_in_team (Importer *importer,
                                               UnitState *unit,
                                               TeamState *team,
                                               const CnscdRosterEntry *entry);
MembershipState *
cnscd_importer_find_membership (const PersonState *person, const TeamState *team, gboolean claimed);
MembershipState *cnscd_importer_match_repeated (Importer *importer,
                                                UnitState *unit,
                                                TeamState *team,
                                                const CnscdRosterEntry *entry);
PersonState *cnscd_importer_match_elsewhere (Importer *importer,
                                             UnitState *unit,
                                             TeamState *team,
                                             const CnscdRosterEntry *entry);
void cnscd_importer_report_alike (Importer *importer,
                                  UnitState *unit,
                                  PersonState *person,
                                  const CnscdRosterEntry *entry);

gboolean cnscd_importer_add_pair (Importer *importer,
                                  const TeamState *team,
                                  const CnscdRosterEntry *entry,
                                  const PersonState *person,
                                  gboolean same);
void cnscd_importer_add_candidates (Importer *importer,
                                    UnitState *unit,
                                    const TeamState *team,
                                    const CnscdRosterEntry *entry);
GPtrArray *cnscd_importer_find_candidates (Importer *importer,
                                           UnitState *unit,
                                           const TeamState *team,
                                           const CnscdRosterEntry *entry);
gboolean cnscd_importer_tell_apart (Importer *importer,
                                    const PersonState *person,
                                    const GPtrArray *others,
                                    GError **error);
gboolean cnscd_importer_find_decision_about (Importer *importer,
                                             const CnscdRosterEntry *entry,
                                             PersonState **person,
                                             gboolean *moves);
void cnscd_importer_note_move (Importer *importer, const MoveState *move);
gboolean cnscd_importer_settle_moves (Importer *importer, GError **error);
void cnscd_importer_note_row (Importer *importer, PersonState *person);

void cnscd_importer_report_absent (Importer *importer);
void cnscd_importer_settle_leaders (Importer *importer);

gboolean cnscd_importer_apply_entry (Importer *importer,
                                     UnitState *unit,
                                     TeamState *team,
                                     const CnscdRosterGroup *group,
                                     const CnscdRosterEntry *entry,
                                     GError **error);

G_END_DECLS
