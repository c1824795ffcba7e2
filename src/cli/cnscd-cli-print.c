/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-cli-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/cnscd-number.h"
#include "print/cnscd-layout.h"
#include "print/cnscd-print-operation.h"
#include "print/cnscd-roster-source.h"
#include "print/cnscd-schedule-source.h"
#include "print/cnscd-sign-in-document.h"
#include "print/cnscd-sign-in-source.h"
#include "store/cnscd-audit.h"
#include "store/cnscd-office-store.h"

static char *output;
static char *team;
static char *unit;
static char *from;
static char *to;
static char *session;
static char *signer;
static gboolean phones;
static gboolean lunar;
static gboolean landscape;
static gboolean portrait;

static const GOptionEntry options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The PDF file to write"), N_ ("FILE") },
  { "team", 't', 0, G_OPTION_ARG_FILENAME, &team, N_ ("Only this team, as a document of its own"),
    N_ ("ID") },
  { "unit", 0, 0, G_OPTION_ARG_FILENAME, &unit, N_ ("The teams of this commune"), N_ ("CODE") },
  { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_ ("The first day of the schedule"), N_ ("DATE") },
  { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_ ("The last day of the schedule"), N_ ("DATE") },
  { "session", 0, 0, G_OPTION_ARG_FILENAME, &session,
    N_ ("The session to sign in at, by its id or its short code"), N_ ("ID") },
  { "signer", 0, 0, G_OPTION_ARG_STRING, &signer, N_ ("The signer, by a name in the preferences"),
    N_ ("NAME") },
  { "phones", 0, 0, G_OPTION_ARG_NONE, &phones, N_ ("With a column of phone numbers (roster)"),
    NULL },
  { "lunar", 0, 0, G_OPTION_ARG_NONE, &lunar, N_ ("With the lunar date of each day (schedule)"),
    NULL },
  { "landscape", 0, 0, G_OPTION_ARG_NONE, &landscape,
    N_ ("In landscape orientation (the default of a schedule)"), NULL },
  { "portrait", 0, 0, G_OPTION_ARG_NONE, &portrait,
    N_ ("In portrait orientation (the default of a roster)"), NULL },
  G_OPTION_ENTRY_NULL,
};

/* What was asked for, ready to be drawn. */
typedef struct
{
  CnscdDocument *document;
  guint n_people;   /* for the log */
  guint n_sessions; /* on the schedules */
} Print;

/* Options that not everything takes. */
enum
{
  TAKES_TEAM = 1 << 0,
  TAKES_UNIT = 1 << 1,
  TAKES_FROM = 1 << 2,
  TAKES_TO = 1 << 3,
  TAKES_SESSION = 1 << 4,
  TAKES_SIGNER = 1 << 5,
  TAKES_PHONES = 1 << 6,
  TAKES_LUNAR = 1 << 7,
  TAKES_ORIENTATION = 1 << 8,
};

/* What can be printed. */
typedef struct
{
  const char *name; /* in the log, too */
  guint takes;      /* options that mean something, and those that it needs */
  guint needs;
  gboolean wide; /* lies across unless asked otherwise */
  gboolean (*load) (CnscdDatabase *database,
                    const CnscdSigner *found_signer,
                    Print *print,
                    GError **error);
  void (*tell) (CnscdCli *cli, const Print *print);
} Subject;

static const Subject *subject;

static gboolean
lies_across (void)
{
  return landscape || (subject->wide && !portrait);
}

static gboolean
load_rosters (CnscdDatabase *database,
              const CnscdSigner *found_signer,
              Print *print,
              GError **error)
{
  g_autoptr (GPtrArray) rosters =
    cnscd_roster_source_load_all (database, unit, team, phones, error);

  if (rosters == NULL)
    return FALSE;

  for (guint i = 0; i < rosters->len; i++)
    {
      CnscdRoster *roster = g_ptr_array_index (rosters, i);

      roster->landscape = lies_across ();
      cnscd_issuer_set_signer (&roster->issuer, found_signer);
      print->n_people += cnscd_roster_get_n_people (roster);
    }
  print->document = cnscd_layout (&CNSCD_LAYOUT_ROSTER, rosters, NULL);
  return TRUE;
}

static void
tell_rosters (CnscdCli *cli, const Print *print)
{
  g_autofree char *shown = cnscd_cli_clean_for_terminal (output);
  g_autofree char *number = cnscd_number_format (print->n_people);

  if (cli->json)
    cnscd_cli_json_print_done (cli, output, "members", print->n_people, NULL);
  else
    cnscd_cli_print (cli,
                     g_dngettext (GETTEXT_PACKAGE, "Printed %s member to %s\n",
                                  "Printed %s members to %s\n", print->n_people),
                     number, shown);
}

static gboolean
load_schedules (CnscdDatabase *database,
                const CnscdSigner *found_signer,
                Print *print,
                GError **error)
{
  const CnscdScheduleChoices choices = {
    .signer = found_signer,
    .landscape = lies_across (),
    .with_lunar = lunar,
  };
  g_autoptr (GPtrArray) schedules = NULL;
  CnscdSessionQuery query = CNSCD_SESSION_QUERY_ALL;

  query.unit = unit;
  query.team = team;
  if (!cnscd_cli_read_days (from, to, &query.from, &query.to, error))
    return FALSE;
  schedules = cnscd_schedule_source_load_all (database, &query, error);
  if (schedules == NULL)
    return FALSE;

  for (guint i = 0; i < schedules->len; i++)
    {
      CnscdSchedule *schedule = g_ptr_array_index (schedules, i);

      cnscd_schedule_choose (schedule, &choices);
      print->n_people += cnscd_schedule_get_n_people (schedule);
      print->n_sessions += schedule->sessions->len;
    }
  print->document = cnscd_layout (&CNSCD_LAYOUT_SCHEDULE, schedules, NULL);
  return TRUE;
}

static void
tell_sessions (CnscdCli *cli, const Print *print)
{
  g_autofree char *shown = cnscd_cli_clean_for_terminal (output);
  g_autofree char *number = cnscd_number_format (print->n_sessions);

  if (cli->json)
    cnscd_cli_json_print_done (cli, output, "sessions", print->n_sessions, NULL);
  else
    cnscd_cli_print (cli,
                     g_dngettext (GETTEXT_PACKAGE, "Printed %s session to %s\n",
                                  "Printed %s sessions to %s\n", print->n_sessions),
                     number, shown);
}

static gboolean
load_sign_in (CnscdDatabase *database,
              const CnscdSigner *found_signer,
              Print *print,
              GError **error)
{
  g_autofree char *id = cnscd_sign_in_source_find (database, session, error);
  g_autoptr (CnscdSignIn) sheet = NULL;

  if (id != NULL)
    sheet = cnscd_sign_in_source_load (database, id, error);
  if (sheet == NULL)
    return FALSE;

  print->n_people = sheet->guides->len;
  print->n_sessions = 1;
  print->document = cnscd_sign_in_document_new (sheet, NULL);
  return TRUE;
}

static const Subject subjects[] = {
  {
    .name = "roster",
    .takes = TAKES_TEAM | TAKES_UNIT | TAKES_SIGNER | TAKES_PHONES | TAKES_ORIENTATION,
    .load = load_rosters,
    .tell = tell_rosters,
  },
  {
    .name = "schedule",
    .takes = TAKES_TEAM | TAKES_UNIT | TAKES_FROM | TAKES_TO | TAKES_SIGNER | TAKES_LUNAR |
             TAKES_ORIENTATION,
    .needs = TAKES_FROM | TAKES_TO,
    .wide = TRUE,
    .load = load_schedules,
    .tell = tell_sessions,
  },
  {
    .name = "sign-in",
    .takes = TAKES_SESSION,
    .needs = TAKES_SESSION,
    .load = load_sign_in,
    .tell = tell_sessions,
  },
};

static gboolean
find_subject (const char *name, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (g_str_equal (subjects[i].name, name))
      subject = &subjects[i];
  if (subject != NULL)
    return TRUE;

  g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE,
               _ ("“%s” cannot be printed. Use “roster”, “schedule” or “sign-in”."), name);
  return FALSE;
}

/* What would mean nothing is a slip. */
static gboolean
check_subject_options (GError **error)
{
  const struct
  {
    guint bit;
    const char *option;
    gboolean given;
  } given[] = {
    { TAKES_TEAM, "--team", team != NULL },
    { TAKES_UNIT, "--unit", unit != NULL },
    { TAKES_FROM, "--from", from != NULL && *from != '\0' },
    { TAKES_TO, "--to", to != NULL && *to != '\0' },
    { TAKES_SESSION, "--session", session != NULL && *session != '\0' },
    { TAKES_SIGNER, "--signer", signer != NULL },
    { TAKES_PHONES, "--phones", phones },
    { TAKES_LUNAR, "--lunar", lunar },
    { TAKES_ORIENTATION, "--landscape", landscape },
    { TAKES_ORIENTATION, "--portrait", portrait },
  };

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      if (given[i].given && !(subject->takes & given[i].bit))
        {
          g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE,
                       _ ("%s cannot be used with “%s”."), given[i].option, subject->name);
          return FALSE;
        }
      if ((subject->needs & given[i].bit) && !given[i].given)
        return cnscd_cli_require_option (given[i].option, NULL, error);
    }
  return TRUE;
}

static gboolean
check_options (CnscdCli *cli, GError **error)
{
  if (!cnscd_cli_take_arguments (cli, 1, _ ("What to print, “roster”, “schedule” or “sign-in”,"),
                                 error) ||
      !cnscd_cli_check_text ("--team", team, error) ||
      !cnscd_cli_check_text ("--unit", unit, error) ||
      !cnscd_cli_check_text ("--session", session, error) ||
      !cnscd_cli_check_text ("--signer", signer, error) ||
      !cnscd_cli_require_option ("--output", output, error) ||
      !find_subject (cli->arguments[0], error) || !check_subject_options (error))
    return FALSE;

  if (landscape && portrait)
    {
      g_set_error_literal (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE,
                           _ ("--landscape and --portrait cannot be used together."));
      return FALSE;
    }
  return TRUE;
}

/* @found: (out) (transfer none) (nullable): one of @office's, or nobody when nobody was named */
static gboolean
find_signer (const CnscdOffice *office, const CnscdSigner **found, GError **error)
{
  *found = NULL;
  if (signer == NULL)
    return TRUE;

  for (guint i = 0; i < office->signers->len && *found == NULL; i++)
    {
      const CnscdSigner *one = g_ptr_array_index (office->signers, i);

      if (g_str_equal (one->full_name, signer))
        *found = one;
    }
  if (*found != NULL)
    return TRUE;

  g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_NOT_FOUND,
               _ ("The office has no signer “%s”. Give a name from the preferences."), signer);
  return FALSE;
}

static gboolean
load_document (CnscdDatabase *database, Print *print, GError **error)
{
  g_autoptr (CnscdOffice) office = cnscd_office_load (database, error);
  const CnscdSigner *found = NULL;

  return office != NULL && find_signer (office, &found, error) &&
         subject->load (database, found, print, error);
}

/* A slip in the name must not put a PDF in the place of a spreadsheet or of the database. */
static gboolean
check_output (CnscdDatabase *database, GError **error)
{
  gsize length = strlen (output);

  if (!g_file_test (output, G_FILE_TEST_IS_DIR) &&
      (length < 5 || g_ascii_strcasecmp (output + length - 4, ".pdf") != 0))
    {
      g_set_error_literal (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE,
                           _ ("The file name must end in .pdf."));
      return FALSE;
    }
  return cnscd_database_check_output (database, output, error);
}

/* People's data leaves with an entry in the log, or not at all; the entry is there first, so that
 * nothing of an earlier file is lost where it cannot be made. */
static gboolean
write_with_entry (CnscdDatabase *database, const Print *print, GError **error)
{
  g_autofree char *name = g_path_get_basename (output);

  if (!cnscd_database_begin (database, error))
    return FALSE;
  if (!cnscd_audit_add (database, "print", subject->name, name, print->n_people, error) ||
      !cnscd_print_operation_export (print->document, output, error))
    {
      cnscd_database_rollback (database);
      return FALSE;
    }

  return cnscd_database_commit (database, error);
}

static gboolean
run (CnscdCli *cli, GError **error)
{
  g_autoptr (CnscdDatabase) database = NULL;
  g_autoptr (CnscdDocument) document = NULL;
  Print print = { 0 };

  if (!check_options (cli, error))
    return FALSE;

  database = cnscd_cli_open_for_output (cli, error);
  if (database == NULL || !cnscd_cli_check_unit (database, unit, error) ||
      !cnscd_cli_check_team (database, team, error))
    return FALSE;

  if (!check_output (database, error) || !load_document (database, &print, error))
    return FALSE;
  document = print.document;
  if (!write_with_entry (database, &print, error))
    return FALSE;

  subject->tell (cli, &print);
  return TRUE;
}

const CnscdCliCommand CNSCD_CLI_PRINT = {
  .name = "print",
  .arguments = "roster|schedule|sign-in --output FILE.pdf",
  .summary = N_ ("Write a roster, a schedule or the sign-in sheet of a session as PDF"),
  .options = options,
  .run = run,
};
