/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * Place:
 * @folder: a folder of the test's own
 * @database: path in it, which need not exist
 * @read_only: whether the folder is mounted read-only for the program
 *
 * Where a test runs the program, which is given by CNSCD_PROGRAM.
 */
typedef struct
{
  char *folder;
  char *database;
  gboolean read_only;
} Place;

/* What a run of the program left. */
typedef struct
{
  int status;
  char *out;
  char *err;
} Outcome;

void place_init (Place *place);
void place_clear (Place *place);
/* For the programs run from now on, even by root. Skips the test where nobody lets it be mounted.
 */
gboolean place_make_read_only (Place *place);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

void outcome_free (Outcome *outcome);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Outcome, outcome_free)

/* Runs the program with these arguments, NULL-ended; --database is added. */
Outcome *run_program (const Place *place, ...) G_GNUC_NULL_TERMINATED;
/* The same with nothing added and stdout going to @stdout_path, when it is not NULL. */
Outcome *
run_program_plain (const Place *place, const char *stdout_path, const char *const *arguments);

/* Runs, demands success and no word on stderr; what was printed, as JSON. */
JsonNode *run_json (const Place *place, ...) G_GNUC_NULL_TERMINATED;
/* Runs and demands success. */
void run_well (const Place *place, ...) G_GNUC_NULL_TERMINATED;
/* Runs, and demands @status, a message on stderr and nothing on stdout. */
void run_badly (const Place *place, int status, ...) G_GNUC_NULL_TERMINATED;

/* Whether it is whole. */
void assert_is_pdf (const char *path);

char *sample_path (const char *name);
char *place_path (const Place *place, const char *name);
GStrv place_list_files (const Place *place);

void
assert_counts (JsonNode *root, const char *name, gint64 created, gint64 updated, gint64 unchanged);
/* Everybody, as sorted lines: hamlet, name, gender, birth, phone, role. */
GStrv describe_members (JsonNode *members);
GStrv describe_expected (const char *name);
void assert_same_lines (GStrv a, GStrv b);

G_END_DECLS
