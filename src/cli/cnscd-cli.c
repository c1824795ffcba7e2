/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cnscd-cli.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cnscd-cli-private.h"
#include "cnscd-config.h"

static const CnscdCliCommand *const commands[] = {
  &CNSCD_CLI_IMPORT,      &CNSCD_CLI_LIST,   &CNSCD_CLI_PRINT,   &CNSCD_CLI_EXPORT,
  &CNSCD_CLI_UNDO_IMPORT, &CNSCD_CLI_BACKUP, &CNSCD_CLI_RESTORE, &CNSCD_CLI_CHECK,
  &CNSCD_CLI_LUNAR,       &CNSCD_CLI_DEMO,
};

static const CnscdCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (g_str_equal (commands[i]->name, name))
        return commands[i];
    }

  return NULL;
}

/*
 * A file that the program opens would else get the number of a stream that
 * was closed by the caller, and what is printed would end up in the database.
 */
static void
occupy_standard_streams (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    {
      if (fcntl (fd, F_GETFD) == -1 && errno == EBADF && open ("/dev/null", O_RDONLY) == -1)
        return;
    }
}

static void
print_error (const char *message)
{
  g_autofree char *clean = cnscd_cli_clean_for_terminal (message);

  fprintf (stderr, "cnscd: %s\n", clean);
}

static gboolean
write_output (const GString *output, GError **error)
{
  gsize n_written = output->len > 0 ? fwrite (output->str, 1, output->len, stdout) : 0;

  /* A full disk often shows no earlier than here. */
  if (n_written == output->len && fflush (stdout) == 0)
    return TRUE;

  /* Who stopped reading, as "head" does, has all that was wanted. */
  if (errno == EPIPE)
    return TRUE;

  g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_OUTPUT,
               _ ("Could not write the output: %s."), g_strerror (errno));
  return FALSE;
}

static void
append_usage (GString *out)
{
  g_string_append (out, _ ("Usage:\n"));
  g_string_append (out, "  cnscd\n");
  g_string_append_printf (out, "      %s\n", _ ("Open the window"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_string_append_printf (out, "  cnscd %s%s%s\n", commands[i]->name,
                              *commands[i]->arguments != '\0' ? " " : "", commands[i]->arguments);
      g_string_append_printf (out, "      %s\n",
                              g_dgettext (GETTEXT_PACKAGE, commands[i]->summary));
    }

  g_string_append_printf (out, "\n%s\n",
                          _ ("Every command takes --database FILE, --json and --help.\n"
                             "Exit status: 0 done, 1 refused or failed, 2 wrong usage."));
}

static gboolean
print_usage (CnscdCli *cli, GError **error)
{
  append_usage (cli->output);
  return TRUE;
}

static gboolean
print_version (CnscdCli *cli, GError **error)
{
  g_string_append (cli->output, "cnscd " CNSCD_VERSION "\n");
  return TRUE;
}

static const CnscdCliCommand usage_command = { "help", "", "", NULL, print_usage };
static const CnscdCliCommand version_command = { "version", "", "", NULL, print_version };

/* Returns: whether the options make sense; @cli then has the values of those that all share. */
static gboolean
parse_options (const CnscdCliCommand *command, CnscdCli *cli, GStrv *words, GError **error)
{
  const GOptionEntry shared[] = {
    { "database", 'd', 0, G_OPTION_ARG_FILENAME, &cli->database,
      N_ ("The database file to use instead of the user’s own"), N_ ("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &cli->json, N_ ("Print one JSON document"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree char *program = NULL;
  g_autoptr (GOptionContext) context = NULL;

  context = g_option_context_new (command->arguments);
  g_option_context_set_summary (context, g_dgettext (GETTEXT_PACKAGE, command->summary));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (command->options != NULL)
    g_option_context_add_main_entries (context, command->options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, shared, GETTEXT_PACKAGE);

  program = g_strconcat ("cnscd ", command->name, NULL);
  g_set_prgname (program);
  return g_option_context_parse_strv (context, words, error);
}

static gboolean
check_database (const CnscdCli *cli, GError **error)
{
  if (cli->database == NULL || *cli->database != '\0')
    return TRUE;

  g_set_error (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE, _ ("%s is missing."),
               _ ("The database file"));
  return FALSE;
}

/* What is left after the options, without the program's name and "--". */
static GStrv
take_rest (char **words)
{
  g_autoptr (GStrvBuilder) rest = g_strv_builder_new ();
  gboolean separated = FALSE;

  for (guint i = 1; words[0] != NULL && words[i] != NULL; i++)
    {
      if (!separated && g_str_equal (words[i], "--"))
        separated = TRUE;
      else
        g_strv_builder_add (rest, words[i]);
    }

  return g_strv_builder_end (rest);
}

static int
run_command (const CnscdCliCommand *command, char **words)
{
  g_auto (GStrv) left = g_strdupv (words);
  g_autoptr (GError) error = NULL;
  CnscdCli cli = { 0 };
  int status = CNSCD_CLI_OK;

  cli.output = g_string_new (NULL);

  if (!parse_options (command, &cli, &left, &error) || !check_database (&cli, &error))
    status = CNSCD_CLI_USAGE;
  else
    {
      cli.arguments = take_rest (left);
      if (!command->run (&cli, &error))
        {
          if (cli.output_anyway)
            write_output (cli.output, NULL);
        }
      else
        write_output (cli.output, &error);
      if (error != NULL)
        status = g_error_matches (error, CNSCD_CLI_ERROR, CNSCD_CLI_ERROR_USAGE) ? CNSCD_CLI_USAGE
                                                                                 : CNSCD_CLI_FAILED;
    }

  if (status != CNSCD_CLI_OK)
    print_error (error->message);
  if (status == CNSCD_CLI_USAGE)
    /* Translators: the placeholder is the name of a command. */
    fprintf (stderr, _ ("Try “cnscd %s --help”.\n"), command->name);

  g_string_free (cli.output, TRUE);
  g_strfreev (cli.arguments);
  g_free (cli.database);
  return status;
}

/* Index of the command's name in @argv, or 0: options that all commands share may stand before it.
 */
static int
find_command_word (int argc, char *argv[])
{
  for (int i = 1; i < argc; i++)
    {
      if (g_str_equal (argv[i], "--database") || g_str_equal (argv[i], "-d"))
        i++;
      else if (!g_str_has_prefix (argv[i], "--database="))
        return i;
    }

  return 0;
}

/**
 * cnscd_cli_is_command:
 * @argc: of main()
 * @argv: (array length=argc): of main()
 *
 * Tells whether the command line is for cnscd_cli_run() or for the window.
 * What is no command and no option of the window's is for cnscd_cli_run() too,
 * which refuses it; paths and addresses of files are for the window.
 *
 * Returns: %TRUE for a subcommand
 */
gboolean
cnscd_cli_is_command (int argc, char *argv[])
{
  int at = find_command_word (argc, argv);
  const char *word;

  /* Its value is missing. */
  if (at == 0)
    return argc > 1 &&
           (g_str_equal (argv[argc - 1], "--database") || g_str_equal (argv[argc - 1], "-d"));

  word = argv[at];
  if (*word == '-')
    return !g_str_equal (word, "-v") && !g_str_has_prefix (word, "--gapplication-") &&
           !g_str_has_prefix (word, "--help-");

  return strchr (word, '/') == NULL;
}

/**
 * cnscd_cli_run:
 * @argc: of main()
 * @argv: (array length=argc): of main(), for which cnscd_cli_is_command() is true
 *
 * Runs a subcommand. Opens no display. The result goes to stdout, and nothing
 * else does; errors go to stderr.
 *
 * Returns: the exit status: a #CnscdCliStatus
 */
int
cnscd_cli_run (int argc, char *argv[])
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  const CnscdCliCommand *command;
  int at = find_command_word (argc, argv);
  const char *name = at > 0 ? argv[at] : argv[argc - 1];

  occupy_standard_streams ();
  /* A reader that goes away is a failed write with a message, not a signal. */
  signal (SIGPIPE, SIG_IGN);

  g_strv_builder_add (builder, "cnscd");
  for (int i = 1; i < argc; i++)
    {
      if (i != at)
        g_strv_builder_add (builder, argv[i]);
    }
  words = g_strv_builder_end (builder);

  if (g_str_equal (name, "--version"))
    return run_command (&version_command, words);
  if (g_str_equal (name, "--help") || g_str_equal (name, "-h") || g_str_equal (name, "help"))
    return run_command (&usage_command, words);

  command = find_command (name);
  if (command == NULL)
    {
      g_autoptr (GString) usage = g_string_new (NULL);
      g_autofree char *message = NULL;

      if (at == 0)
        /* Translators: what is missing, "--database" for instance */
        message = g_strdup_printf (_ ("The value of %s is missing."), name);
      else if (*name == '-')
        message = g_strdup_printf (_ ("There is no option “%s”."), name);
      else
        message = g_strdup_printf (_ ("There is no command “%s”."), name);

      append_usage (usage);
      print_error (message);
      fputs (usage->str, stderr);
      return CNSCD_CLI_USAGE;
    }

  return run_command (command, words);
}
